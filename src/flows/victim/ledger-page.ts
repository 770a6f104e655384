import type { CaseLedger } from "../../facts/ledger/case-ledger.ts"
import { type CountedRow, eachLedgerRow, ROW_COLUMNS, rowCells } from "../../facts/ledger/rows.ts"
import { readWall } from "../../facts/ledger/wall.ts"

/** Some rows of one export, to be looked at and chosen from. The file is read again for it, and nothing of it is kept. */

/** Which rows of a file are shown: all, those that are reckoned with, those of a span, or those that count for nothing. */
export type RowView =
    | { readonly show: "all" | "chosen" | "aside" }
    /** By the file's own clock, both included; a bound that is no time is none. */
    | { readonly show: "span"; readonly from: string; readonly to: string }

export interface LedgerPage {
    /** Of {@link ROW_COLUMNS}, those with something in them. */
    readonly columns: readonly string[]
    readonly rows: readonly PageRow[]
    /** First row of the page before; absent on the first. */
    readonly before?: number
    /** First row of the page behind; absent on the last. */
    readonly after?: number
}

export interface PageRow {
    readonly number: number
    /** One for each of the page's columns. */
    readonly cells: readonly string[]
    /** Whether it is reckoned with, by the reporter's list or by the times that they state. */
    readonly isChosen: boolean
}

/** Ends a pass over a file that has told enough. */
class Enough extends Error {}

/** The rows of a view from a row on, at most so many. */
export async function ledgerPage(
    exports: CaseLedger,
    label: string,
    view: RowView,
    from: number,
    most: number,
): Promise<LedgerPage> {
    const shown: CountedRow[] = []
    let earlier: number[] = []
    let after: number | undefined
    await eachRowOf(exports, label, view, (row) => {
        if (row.number < from) {
            earlier.push(row.number)
            if (earlier.length > 2 * most) earlier = earlier.slice(-most)
        } else if (shown.length < most) shown.push(row)
        else {
            after = row.number
            throw new Enough("the page is full")
        }
    })
    const [before] = earlier.slice(-most)
    const cells = shown.map(rowCells)
    const filled = ROW_COLUMNS.map((_, i) => cells.some((row) => (row[i] ?? "") !== ""))
    return {
        columns: ROW_COLUMNS.filter((_, i) => filled[i]),
        rows: shown.map(({ number, isChosen }, i) => ({
            number,
            cells: (cells[i] ?? []).filter((_, at) => filled[at]),
            isChosen,
        })),
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
    }
}

/** All rows of a view that count, as ranges. What a person bought from another user is their own doing. */
export async function ledgerRanges(
    exports: CaseLedger,
    label: string,
    view: RowView,
): Promise<readonly (readonly [from: number, to: number])[]> {
    const ranges: [number, number][] = []
    let isNext = false
    await eachRowOf(exports, label, { show: "all" }, (row) => {
        if (row.use !== "used" || row.row?.kind === "purchase" || !isInView(row, view)) {
            // A row that counts for nothing parts no range: listing it changes nothing.
            isNext &&= row.use !== "used"
            return
        }
        const last = ranges.at(-1)
        if (isNext && last !== undefined) last[1] = row.number
        else ranges.push([row.number, row.number])
        isNext = true
    })
    return ranges
}

async function eachRowOf(
    { ledger, files, options }: CaseLedger,
    label: string,
    view: RowView,
    visit: (row: CountedRow) => void,
): Promise<void> {
    const one = { ...ledger, readings: ledger.readings.filter((reading) => reading.label === label) }
    try {
        await eachLedgerRow(one, files, options, (row) => {
            if (isInView(row, view)) visit(row)
        })
    } catch (thrown) {
        if (!(thrown instanceof Enough)) throw thrown
    }
}

function isInView({ use, isChosen, row }: CountedRow, view: RowView): boolean {
    switch (view.show) {
        case "all":
            return true
        case "chosen":
            return isChosen
        case "aside":
            return use !== "used"
        case "span": {
            const [from, to] = boundsOf(view)
            return row?.wall !== undefined && row.wall >= from && row.wall <= to
        }
    }
}

/** A second, a minute or a day that bounds a span is within it to its end. */
function boundsOf({ from, to }: { readonly from: string; readonly to: string }): readonly [number, number] {
    const [start, end] = [readWall(from.trim())?.ms, readWall(to.trim())?.ms]
    const length = /:\d+:/.test(to) ? 1000 : to.includes(":") ? 60_000 : 86_400_000
    return [start ?? Number.NEGATIVE_INFINITY, end === undefined ? Number.POSITIVE_INFINITY : end + length - 1]
}

/** Whether a text is a bound of a span. */
export function isBound(text: string): boolean {
    return text.trim() === "" || readWall(text.trim()) !== undefined
}
