import { type Issue, issue } from "../../base/issue.ts"
import { printBeijing } from "../../base/text/time.ts"
import type { LoadedCase } from "../../facts/case/load.ts"
import type { Case } from "../../facts/case/schema.ts"
import { basisText } from "../shared/basis.ts"
import { matterZh } from "../shared/matter.ts"
import { isPolice } from "../shared/police-names.ts"
import { numberSections, shown } from "../shared/print.ts"
import * as words from "./positions.words.ts"

/**
 * 各方说法及报案人意见, for the police. What the police said is no party's position: the officers know it, and in the
 * reporter's words it may disclose the inner workings of their unit. Such parties are left out of every output.
 */

/** One note for each party of the case that is left out because it is the police. */
export function policePositions(facts: Case, file: string): Issue[] {
    return (facts.positions ?? []).flatMap(({ party }, i) =>
        isPolice(party) ? [issue("case.position.police", [file, "positions", i, "party"], { party }, "note")] : [],
    )
}

/** The facts as text without the parties that are the police, for `case.json`. */
export function withoutPolicePositions(facts: LoadedCase["facts"]): LoadedCase["facts"] {
    const { positions, ...others } = facts
    const kept = Array.isArray(positions) ? positions.filter((position) => !isPolice(String(position?.party))) : []
    return kept.length === 0 ? others : { ...others, positions: kept }
}

/** Data of 各方说法及报案人意见; `undefined` where nobody but the police is quoted. */
export function positionsView(facts: Case): object | undefined {
    const parties = (facts.positions ?? []).filter(({ party }) => !isPolice(party))
    if (parties.length === 0) return undefined
    const numbers = Object.values(
        numberSections(Object.fromEntries(parties.map((_, i) => [`party${String(i)}`, true]))),
    )
    return {
        ref: facts.ref,
        matter: matterZh(facts),
        name: shown(facts.reporter.name),
        parties: parties.map(({ party, statements }, i) => ({
            number: numbers[i] ?? "",
            party: shown(party),
            // Of the reporter's own words there is no opinion of the reporter.
            isOther: !party.includes(facts.reporter.name),
            rows: statements.map((statement) => ({
                said: [
                    statement.at === undefined ? undefined : printBeijing(statement.at),
                    statement.by === undefined ? undefined : shown(statement.by),
                    statement.on === undefined ? undefined : words.onMatter(shown(statement.on)),
                ]
                    .filter((part) => part !== undefined)
                    .join("；"),
                text: shown(statement.text),
                source: basisText(statement),
                answers: (statement.answers ?? []).map((answer) => ({ text: shown(answer) })),
            })),
        })),
    }
}
