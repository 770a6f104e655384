import { plainText } from "./number.ts"
import type { PlacedRow } from "./reading.ts"
import { transferId } from "./told-again.ts"

/** Deposits or withdrawals of the rows reckoned with that may be one transaction in two lists, and that count twice. */

/** How many there are, and the first of them. */
export interface SameTransaction {
    readonly count: number
    readonly hash: string
    readonly first: PlacedRow
    readonly second: PlacedRow
}

/**
 * What lists of one account have of one transaction counts once before this. Left are lists of two accounts, and rows of one
 * amount and two receivers: one transaction may pay several, of which each list has one.
 */
export function sameTransaction(rows: readonly PlacedRow[]): SameTransaction | undefined {
    const known = new Map<string, PlacedRow>()
    let count = 0
    let found: Omit<SameTransaction, "count"> | undefined
    for (const row of rows) {
        const { kind, address = "", amount = "", txHash: hash = "" } = row
        const id = kind === "deposit" || kind === "withdrawal" ? transferId(row) : undefined
        if (id === undefined) continue
        const keys = [`${id}\n${address.toLowerCase()}`, `${id}\n\n${plainText(amount)}`]
        const first = keys.map((key) => known.get(key)).find((one) => one !== undefined && one.file !== row.file)
        if (first !== undefined) {
            count++
            found ??= { hash, first, second: row }
        }
        for (const key of keys) if (!known.has(key)) known.set(key, row)
    }
    return found === undefined ? undefined : { ...found, count }
}
