import type { LedgerRow, RowKind } from "./row.ts"

/** Signs, noted while a file is read, that it is worth a second look. */
export class RepeatSigns {
    private at: number | undefined
    /** The earliest and the latest clock so far. */
    private least = Number.POSITIVE_INFINITY
    private most = Number.NEGATIVE_INFINITY
    private rises = false
    private falls = false
    /** Rows of the moment that is being read, and moments up to it with an even number of rows. */
    private rows = 0
    private even = 0
    private id = ""
    private isSure = false

    note(row: LedgerRow): void {
        const { wall = Number.NaN } = row
        // Against all rows before: of a row each second none is far from the one before it.
        if (wall - this.least > SLACK) this.rises = true
        if (this.most - wall > SLACK) this.falls = true
        if (wall < this.least) this.least = wall
        if (wall > this.most) this.most = wall
        if (this.at === undefined || wall === this.at) this.rows++
        else {
            this.even = this.rows % 2 === 0 ? this.even + 1 : 0
            this.rows = 1
        }
        if (this.even >= MOST_EVEN) this.isSure = true
        this.at = wall
        const id = NUMBERED.has(row.kind) ? (row.orderId ?? row.txHash ?? "") : ""
        if (id !== "" && id === this.id) this.isSure = true
        this.id = id
    }

    /** Somebody sorted the file by something else than time, or joined it from others. */
    get isUnordered(): boolean {
        return this.rises && this.falls
    }

    get mayRepeat(): boolean {
        return this.isSure || this.isUnordered
    }
}

/** Records of which each has a number of its own. */
export const NUMBERED = new Set<RowKind>(["order", "deposit", "withdrawal", "purchase", "convert"])
/** Exchanges write legs of one event in any order, a second or two apart. */
const SLACK = 2000
/** So many moments in a row with nothing but pairs are met by chance in no account. */
export const MOST_EVEN = 8
