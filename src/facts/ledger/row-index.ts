import type { LedgerRow } from "./row.ts"

/** What a row is, for the questions that go over all rows. */
export const ROW_CODES = {
    other: 0,
    buy: 1,
    sell: 2,
    transferOut: 3,
    transferIn: 4,
    withdrawal: 5,
    deposit: 6,
} as const
export type RowCode = (typeof ROW_CODES)[keyof typeof ROW_CODES]

/**
 * Time, kind and name of every row that counts, in columns: nothing is kept of a row that a million of them would fill the
 * memory with. 18 bytes a row.
 */
export class RowIndex {
    /** Wall clock in ms; NaN where the cell is blank. */
    times = new Float64Array(1024)
    /** Row in the file, from 1. */
    rows = new Uint32Array(1024)
    codes = new Uint8Array(1024)
    /** Place of the asset or market in {@link names}. */
    nameOf = new Uint32Array(1024)
    /** Bit 0: futures or margin wallet. Bit 1: an order and not a fill. Bit 2: its second is not known. */
    flags = new Uint8Array(1024)
    readonly names: string[] = []
    private readonly places = new Map<string, number>()
    size = 0

    add(row: number, of: LedgerRow): void {
        if (this.size === this.rows.length) this.grow()
        const at = this.size++
        this.times[at] = of.wall ?? Number.NaN
        this.rows[at] = row
        this.codes[at] = codeOf(of)
        this.flags[at] = (of.market === "futures" || of.market === "margin" ? 1 : 0) + (of.span === undefined ? 0 : 2)
        this.nameOf[at] = this.place(of.symbol ?? of.asset ?? "")
    }

    name(at: number): string {
        return this.names[this.nameOf[at] ?? 0] ?? ""
    }

    isFutures(at: number): boolean {
        return ((this.flags[at] ?? 0) & 1) === 1
    }

    /** Whether its time has seconds. */
    hasSecond(at: number): boolean {
        return ((this.flags[at] ?? 0) & 2) === 0
    }

    private place(name: string): number {
        const known = this.places.get(name)
        if (known !== undefined) return known
        this.places.set(name, this.names.length)
        this.names.push(name)
        return this.names.length - 1
    }

    private grow(): void {
        const size = this.rows.length * 2
        this.times = copied(this.times, new Float64Array(size))
        this.rows = copied(this.rows, new Uint32Array(size))
        this.codes = copied(this.codes, new Uint8Array(size))
        this.nameOf = copied(this.nameOf, new Uint32Array(size))
        this.flags = copied(this.flags, new Uint8Array(size))
    }
}

function copied<T extends Float64Array | Uint32Array | Uint8Array>(from: T, to: T): T {
    to.set(from)
    return to
}

function codeOf(row: LedgerRow): RowCode {
    if (row.kind === "withdrawal") return ROW_CODES.withdrawal
    if (row.kind === "deposit") return ROW_CODES.deposit
    if (row.kind === "change") {
        const isOut = row.amount?.startsWith("-") === true
        if (row.class === "transfer") return isOut ? ROW_CODES.transferOut : ROW_CODES.transferIn
        if (row.class === "withdrawal") return ROW_CODES.withdrawal
        if (row.class === "deposit") return ROW_CODES.deposit
        // What is paid for a purchase is no sale: of two legs of money and coin the coin is the one that was traded.
        if (row.class === "trade") return isOut ? ROW_CODES.sell : ROW_CODES.buy
        return ROW_CODES.other
    }
    if (row.kind === "purchase") return ROW_CODES.other
    return row.side === "sell" ? ROW_CODES.sell : ROW_CODES.buy
}
