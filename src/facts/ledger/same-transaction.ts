import type { PlacedRow } from "./reading.ts"

/** Deposits or withdrawals of the rows reckoned with that two lists have as one transaction of a chain, and that count twice. */

/** How many there are, and the first of them. */
export interface SameTransaction {
    readonly count: number
    readonly hash: string
    readonly first: PlacedRow
    readonly second: PlacedRow
}

/** Shorter ones are numbers of the exchange's own. */
const SHORTEST = 32

/**
 * Lists of different kinds have their times from different moments of a withdrawal, so that their rows are not the same.
 * One transaction may pay several receivers, which stand in one list; rows of two lists are one where the receiver is one.
 */
export function sameTransaction(rows: readonly PlacedRow[]): SameTransaction | undefined {
    const known = new Map<string, PlacedRow>()
    let count = 0
    let found: Omit<SameTransaction, "count"> | undefined
    for (const row of rows) {
        const { kind, asset = "", address = "", txHash: hash = "" } = row
        if ((kind !== "deposit" && kind !== "withdrawal") || hash.length < SHORTEST) continue
        const key = [kind, asset, hash, address].join("\n").toLowerCase()
        const first = known.get(key)
        if (first === undefined) known.set(key, row)
        else if (first.file !== row.file) {
            count++
            found ??= { hash, first, second: row }
        }
    }
    return found === undefined ? undefined : { ...found, count }
}
