import type { Encoding, Separator, TextRow } from "./csv.ts"
import type { Matched } from "./format.ts"
import { type UnreadList, unreadList } from "./formats/unread.data.ts"
import type { Marks } from "./number.ts"
import { readWall } from "./wall.ts"

/** An export file with its header found: what format it is, and its records one after the other. */
export interface Table {
    readonly matched: Matched
    /** Row of the header, from 1. What stands above it is private data of the account and is not kept. */
    readonly headerRow: number
    readonly encoding?: Encoding
    readonly separator?: Separator
    /** Decimals are written with a comma. */
    readonly comma: boolean
    readonly marks: Marks
    /** Name of the sheet, of a workbook. */
    readonly sheet?: string
    /** Further sheets of the workbook that hold rows; they are not read. */
    readonly otherSheets?: readonly string[]
    /** Dates are written with strokes, and nothing but the format says whether the day or the month comes first. */
    readonly isOrderAssumed?: true
    /** Columns with long numbers that no spreadsheet has rounded: one that ends in zeros there is what it is. */
    readonly wholeNumbers?: ReadonlySet<number>
    /** What nobody who opens the workbook sees. */
    readonly hidden?: {
        readonly sheet: boolean
        readonly rows: ReadonlySet<number>
        /** Headers of columns that are read. */
        readonly columns: readonly string[]
    }
    /** Dates of the workbook count from 1904. */
    readonly countsFrom1904?: boolean
    /** Lines above the header with a time in its place: records, if somebody sorted the header in among them. */
    readonly above: readonly TextRow[]
    /** Records behind the header, in blocks. Throws {@link NotThisEncoding} where the file changed meanwhile. */
    rows(): AsyncGenerator<readonly TextRow[]>
}

/** Why a file is no table that can be read. */
export type TableFault =
    | { readonly fault: "unknown-header"; readonly header: string }
    | {
          readonly fault:
              | UnreadList
              | "empty"
              | "html"
              | "pdf"
              | "old-xls"
              | "password"
              | "archive"
              | "office"
              | "damaged"
              | "too-large"
              | "not-text"
      }

/** Of the lines above a header those that may be records: what else stands there names the account's holder. */
export function recordsAbove(
    { roles, format: { strokes, yearLast } }: Matched,
    lines: readonly TextRow[],
): readonly TextRow[] {
    const at = roles.indexOf("time")
    return lines.filter(
        ({ cells, kinds }) =>
            kinds?.[at] === "date" || readWall(cells[at]?.trim() ?? "", strokes, yearLast) !== undefined,
    )
}

/** How far the header is looked for: lines above it name the account. */
export const DEEPEST_HEADER = 16
/** Bytes at the beginning of a file by which it is told what it is. */
export const HEAD = 1 << 16

/**
 * The line that may be a header nobody knows, for whoever names its columns. Lines above it name the account's holder and
 * are never shown, and neither are rows: a header has several cells, no long figure, no `name: value` and no address.
 */
function publicHeader(lines: readonly (readonly string[])[]): string {
    const isHeader = (cells: readonly string[]): boolean =>
        cells.filter((cell) => cell.trim() !== "").length > 2 &&
        cells.every((cell) => !/\d{5,}|[:：]\s*\S|\S@\S|\*{2,}/.test(cell.replace(/utc[^)]*/i, "")))
    return (lines.find(isHeader) ?? []).join(",").slice(0, 400)
}

/** A table whose header no report has: another list of the exchange, or one that nobody knows. */
export function unknownTable(rows: readonly (readonly string[])[]): TableFault {
    for (const cells of rows) {
        const list = unreadList(cells)
        if (list !== undefined) return { fault: list }
    }
    return { fault: "unknown-header", header: publicHeader(rows) }
}
