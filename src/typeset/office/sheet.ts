/** How a cell looks, by what it is for. */
export type CellStyle = "text" | "header" | "fill-in" | "info" | "title" | "section" | "guide" | "hint"

/** A cell to write: always text, never a number or a formula. A bare string has the style `text`, in header rows `header`. */
export type NewCell = string | { readonly text: string; readonly style: CellStyle }

/** A drop-down list over part of a column. */
export interface Choices {
    /** Column, from 1. */
    readonly column: number
    /** First and last row, from 1. */
    readonly fromRow: number
    readonly toRow: number
    /** No value holds a comma or a quotation mark; together at most 255 characters. */
    readonly values: readonly string[]
    /** The list only proposes: anything else may be typed too. */
    readonly isOpen?: boolean
}

/** Cells of one row shown as one; the text is that of the first. */
export interface Merge {
    /** From 1. */
    readonly row: number
    readonly fromColumn: number
    readonly toColumn: number
}

/** A sheet to write. */
export interface NewSheet {
    /** 1 to 31 characters, none of `[]:*?/\`. */
    readonly name: string
    /** Width per column in characters of the default font; a Chinese character counts two. */
    readonly widths: readonly number[]
    /** Rows at the top that are bold and stay in view. */
    readonly headerRows: number
    readonly rows: readonly (readonly NewCell[])[]
    readonly choices?: readonly Choices[]
    readonly merges?: readonly Merge[]
    /** Columns, from 1, that are there for the reader of the file and not for the eye. */
    readonly hiddenColumns?: readonly number[]
    /** Rows of that sort, from 1. */
    readonly hiddenRows?: readonly number[]
    /** How it prints on A4; landscape unless said otherwise. */
    readonly orientation?: "portrait" | "landscape"
}

/** What a cell that was read holds. Only `text` came from a person's keyboard as it stands. */
export type CellKind = "text" | "number" | "date" | "boolean" | "error" | "formula"

/** A cell as read. Empty cells are not listed. */
export interface ReadCell {
    /** Column, from 1. */
    readonly column: number
    readonly kind: CellKind
    /**
     * Text as typed; for a number the digits as stored, for a date its serial number, for a formula its last result, empty
     * where none was stored. A formula whose result is an error or a truth value has the kind of that.
     */
    readonly text: string
}

/** Cells of a row that holds any. */
export interface ReadRow {
    /** From 1. */
    readonly row: number
    readonly cells: readonly ReadCell[]
    /** Nobody who opens the workbook sees it: hidden, filtered out or without height. */
    readonly isHidden?: true
}

/** A sheet as it was read. */
export interface ReadSheet {
    readonly name: string
    readonly isHidden?: true
    /** First and last column, from 1, of those that nobody sees. */
    readonly hiddenColumns?: readonly (readonly [from: number, to: number])[]
    /** Rows that hold at least one cell, in order. */
    readonly rows: readonly ReadRow[]
}

/** What is read of a workbook, where it is not all: all sheets are listed, others without rows. */
export interface Wanted {
    /** The sheet at this place among all, from 0. */
    readonly only?: number
    /** About so many rows of each, from the top. */
    readonly most?: number
}

/** More are no table that a person keeps. */
export const MOST_CELLS = 3_000_000

/** Error values as they are shown, by the number that BIFF gives them ([MS-XLS] §2.5.10). */
export const ERROR_VALUES: ReadonlyMap<number, string> = new Map([
    [0x00, "#NULL!"],
    [0x07, "#DIV/0!"],
    [0x0f, "#VALUE!"],
    [0x17, "#REF!"],
    [0x1d, "#NAME?"],
    [0x24, "#NUM!"],
    [0x2a, "#N/A"],
    [0x2b, "#GETTING_DATA"],
])

/** `B7` for column 2 and row 7. */
export function cellName(column: number, row: number): string {
    return columnName(column) + String(row)
}

function columnName(column: number): string {
    let out = ""
    for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
        out = String.fromCharCode(65 + ((rest - 1) % 26)) + out
    return out
}

/** Column and row of `B7` or `$B$7`; `undefined` for anything else or beyond XFD1048576. */
export function parseCellName(name: string): { column: number; row: number } | undefined {
    const [, letters = "", digits = ""] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(name) ?? []
    let column = 0
    for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
    const row = Number(digits)
    return column >= 1 && column <= 16_384 && row >= 1 && row <= 1_048_576 ? { column, row } : undefined
}
