import type { Report } from "./format.ts"
import { LegPairs } from "./leg-pairs.ts"
import { eachRow } from "./read-file.ts"
import type { LedgerRow, RowUse } from "./row.ts"
import type { Table } from "./table.ts"

/** A leg that counts, and whether it is reckoned with. */
export interface CountedLeg {
    readonly leg: LedgerRow
    readonly isChosen: boolean
}

const PAIRED: readonly LedgerRow["class"][] = ["trade", "convert"]

/** Whether a row is one of several that tell an event together. */
export const isLeg = (row: LedgerRow): boolean => row.kind === "change" && PAIRED.includes(row.class)

/**
 * Pairs of legs of a file that somebody sorted by coin or amount: what belongs together stands apart there, and is put in
 * the order of time first. Of such a file alone are all legs held at once.
 *
 * @param take - Nothing for a row that does not count.
 */
export async function pairsInOrder(
    table: Table,
    report: Report | undefined,
    take: (row: number, use: RowUse) => CountedLeg | undefined,
): Promise<{ readonly all: LegPairs; readonly picked: LegPairs }> {
    const legs: CountedLeg[] = []
    await eachRow(table, report, (row, use) => {
        const one = take(row, use)
        if (one !== undefined) legs.push(one)
    })
    const by = ({ leg: { wall = 0 } }: CountedLeg): number => wall
    const walletOf = ({ leg: { wallet = "" } }: CountedLeg): string => wallet
    legs.sort((a, b) => by(a) - by(b) || (walletOf(a) < walletOf(b) ? -1 : walletOf(a) > walletOf(b) ? 1 : 0))
    const pairs = { all: new LegPairs(report ?? "statement"), picked: new LegPairs(report ?? "statement") }
    for (const { leg, isChosen } of legs) {
        pairs.all.add(leg)
        if (isChosen) pairs.picked.add(leg)
    }
    return pairs
}
