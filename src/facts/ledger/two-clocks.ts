import { instantAt } from "./bursts.ts"
import { plainText } from "./number.ts"
import { choiceBy, hasLists, type LedgerOptions, openAgain } from "./options.ts"
import { repeatedIn } from "./overlaps.ts"
import { type ExportFile, eachRow } from "./read-file.ts"
import { epochOf, type Reading } from "./reading.ts"
import { ROW_CODES } from "./row-index.ts"
import type { Overlap } from "./same-rows.ts"
import { amountsOf } from "./told-again.ts"
import { MINUTE } from "./wall.ts"

/**
 * A withdrawal stands in the ledger of an account and in its list of withdrawals under two clocks, seconds to half an hour
 * apart: when it was taken off, and when it was asked for, approved or sent. Where the stated times end between the two, one
 * of them would be reckoned with and not the other.
 */

const APART = 30 * MINUTE

interface Told {
    readonly label: string
    readonly row: number
    readonly at: number
    /** Asset with the amount, and with what it is with its fee. */
    readonly names: readonly string[]
    readonly isChosen: boolean
}

/** By label the rows that stand for a withdrawal of which the other file has a row within the stated times. */
export async function rowsByOtherClock(
    own: readonly Reading[],
    files: readonly ExportFile[],
    options: LedgerOptions,
    overlaps: readonly Overlap[],
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
    const found = new Map<string, Set<number>>()
    const { window } = options
    const lists = own.filter(({ report }) => report === "withdrawals")
    const ledgers = own.filter(({ report }) => report === "statement" || report === "funding")
    if (window === undefined || hasLists(options) || lists.length === 0 || ledgers.length === 0) return found
    const isNear = (at: number): boolean => at > window.from - APART && at <= window.to + APART
    const isBeyond = (at: number): boolean => isNear(at) && !(at > window.from && at <= window.to)
    if (![...lists, ...ledgers].some((reading) => hasWithdrawal(reading, isBeyond))) return found
    const tell = async (readings: readonly Reading[]): Promise<Told[]> =>
        (await Promise.all(readings.map((reading) => withdrawalsOf(reading, files, options, overlaps, isNear)))).flat()
    const [listed, booked] = [await tell(lists), await tell(ledgers)]
    const byName = new Map<string, Told[]>()
    for (const other of booked.sort((a, b) => a.at - b.at))
        for (const name of other.names) {
            const alike = byName.get(name)
            if (alike === undefined) byName.set(name, [other])
            else alike.push(other)
        }
    const pairs = listed.flatMap((one) =>
        one.names
            .flatMap((name) => nearest(byName.get(name) ?? [], one.at))
            .map((other) => ({ one, other, apart: Math.abs(one.at - other.at) })),
    )
    const taken = new Set<Told>()
    for (const { one, other, apart } of pairs.sort((a, b) => a.apart - b.apart)) {
        if (apart > APART || taken.has(one) || taken.has(other)) continue
        taken.add(one).add(other)
        if (one.isChosen === other.isChosen) continue
        const { label, row } = one.isChosen ? other : one
        found.set(label, (found.get(label) ?? new Set()).add(row))
    }
    return found
}

/** So many alike are looked at on either side. */
const MOST_ALIKE = 20

/** Of rows sorted by time those around one. */
function nearest(sorted: readonly Told[], at: number): readonly Told[] {
    const next = sorted.findIndex((other) => other.at >= at)
    const middle = next < 0 ? sorted.length : next
    return sorted.slice(Math.max(0, middle - MOST_ALIKE), middle + MOST_ALIKE)
}

function hasWithdrawal(reading: Reading, fits: (at: number) => boolean): boolean {
    const { index } = reading
    for (let i = 0; i < index.size; i++)
        if (index.codes[i] === ROW_CODES.withdrawal && fits(instantAt(reading, i))) return true
    return false
}

async function withdrawalsOf(
    reading: Reading,
    files: readonly ExportFile[],
    options: LedgerOptions,
    overlaps: readonly Overlap[],
    fits: (at: number) => boolean,
): Promise<readonly Told[]> {
    const table = await openAgain(reading, files, options)
    if (table === undefined) return []
    const { label } = reading
    const [choose, isRepeated] = [choiceBy(options, label), repeatedIn(overlaps, label)]
    const told: Told[] = []
    await eachRow(table, reading.report, (number, use) => {
        if (use.use !== "used") return
        const { row } = use
        const isLeg = row.class === "withdrawal" && row.isUnlisted !== true && row.amount?.startsWith("-") === true
        if (row.kind !== "withdrawal" && !(row.kind === "change" && isLeg)) return
        const at = epochOf(row, reading.zone)
        if (at === undefined || !fits(at) || isRepeated(number, at, row.wall)) return
        const { bare, whole = bare } = amountsOf(row, plainText)
        const names = [...new Set([bare, whole])].map((amount) => `${row.asset ?? ""} ${amount}`)
        told.push({ label, row: number, at, names, isChosen: choose(number, at, row) })
    })
    return told
}
