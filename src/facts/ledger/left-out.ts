import { type Issue, issue } from "../../base/issue.ts"
import { isOpenEnd, printRanges, printRows } from "../case/row-list.ts"
import type { Ledger } from "./ledger.ts"
import { type LedgerOptions, labelsAround } from "./options.ts"
import type { Reading } from "./reading.ts"

/** Rows that somebody means and that no sum has: listed ones that are not there, those not completed, those of earn products. */
export function leftOut(ledger: Ledger, options: LedgerOptions): Issue[] {
    return [...notThere(ledger, options), ...ledger.readings.flatMap(waiting), ...ledger.readings.flatMap(earn)]
}

/** Lists of rows that a file does not have, and those of an archive, whose files have rows of their own. */
function notThere({ readings }: Ledger, { answers }: LedgerOptions): Issue[] {
    return [...answers].flatMap(([label, { unauthorised = "all" }]): Issue[] => {
        if (unauthorised === "all") return []
        const own = readings.find((reading) => reading.label === label)
        if (own === undefined) {
            const within = readings.filter((reading) => labelsAround(reading.label).includes(label))
            const names = within.map((reading) => reading.label).join("、")
            const params = { label, rows: printRanges(unauthorised), names }
            return within.length === 0 ? [] : [issue("ledger.chosen.packed", ["exports"], params, "warning")]
        }
        const beyond = unauthorised.flatMap(([from, to]): [number, number][] =>
            isOpenEnd(to) || to <= own.end ? [] : [[Math.max(from, own.end + 1), to]],
        )
        if (beyond.length === 0) return []
        const params = { label, rows: printRanges(beyond), end: own.end }
        return [issue("ledger.chosen.no-row", [`exports/${own.name}`], params, "warning")]
    })
}

function waiting({ label, name, waiting: found }: Reading): Issue[] {
    if (found === undefined) return []
    const { rows, states, sums } = found
    const params = { label, count: rows.length, rows: printRows(rows), states: states.join("、"), sums }
    return [issue("ledger.chosen.waiting", [`exports/${name}`], params, "warning")]
}

function earn({ label, name, report, chosenCount }: Reading): Issue[] {
    if (report !== "earn" || chosenCount === 0) return []
    return [issue("ledger.chosen.earn", [`exports/${name}`], { label, count: chosenCount }, "note")]
}
