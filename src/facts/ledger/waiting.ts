import { AssetSums } from "./number.ts"
import type { LedgerRow, RowUse } from "./row.ts"
import { countName } from "./row-names.ts"

/** Rows that were chosen and count for nothing, as their state says that they were not completed when they were exported. */
export interface Waiting {
    readonly rows: readonly number[]
    /** Their states, in the file's words. */
    readonly states: readonly string[]
    /** What they are of, `110 USDT、1 BTC`. */
    readonly sums: string
}

/** Whether a row counts for nothing as it was not done yet: the same row of a later export may count, in other words. */
export function isUnsettled(
    use: RowUse,
): use is Extract<RowUse, { readonly use: "not-relevant" }> & { row: LedgerRow } {
    const status = use.use === "not-relevant" ? use.row?.status : undefined
    return status === "pending" || status === "open" || status === "partly"
}

/** Takes note of {@link Waiting}: what waited may have left the account since. */
export class WaitingRows {
    private readonly rows: number[] = []
    private readonly states = new Map<string, number>()
    private readonly sums = new AssetSums()

    note(row: number, { kind, status, statusText, asset, amount }: LedgerRow): void {
        if (status === "open" || statusText === undefined || kind === "deposit" || kind === "order") return
        this.rows.push(row)
        countName(this.states, statusText)
        if (asset !== undefined && amount !== undefined) this.sums.add(asset, amount)
    }

    told(): { readonly waiting?: Waiting } {
        const { rows, states, sums } = this
        return rows.length === 0 ? {} : { waiting: { rows, states: [...states.keys()], sums: sums.toString() } }
    }
}
