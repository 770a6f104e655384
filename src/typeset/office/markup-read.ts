import { Parser } from "htmlparser2"
import { type CellKind, MOST_CELLS, type ReadCell, type ReadRow, type ReadSheet } from "./sheet.ts"

/**
 * Reads tables in markup: pages of HTML that platforms call `.xls`, and Excel's own XML of 2003. Names are told without
 * regard to case and prefix, and what is not closed is closed, as the programs do that open such files.
 */

const MOST_COLUMNS = 16_384
const LAST_ROW = 1_048_576
/** The parser looks through all open elements again and again; a page does not put so many into each other. */
const DEEPEST = 10_000
/** Excel's XML has no elements of HTML. */
const WORKBOOK = /^\s*<\?xml[\s\S]{0,4000}?<(?:\w+:)?Workbook\b/

interface OpenTable {
    readonly name: string
    readonly rows: ReadRow[]
    /** The last one that was begun, from 1. */
    row: number
    /** Of the row that is open. */
    cells: ReadCell[] | undefined
    /** Where its next cell stands, from 1. */
    column: number
    cell: OpenCell | undefined
    /** By column the last row into which a cell above reaches. */
    readonly taken: number[]
}

interface OpenCell {
    readonly column: number
    text: string
    kind: CellKind
    /** Whether text is its own: Excel's XML has it in one element of the cell, and comments beside it. */
    takes: "text" | "later" | "no more"
    /** The number that is stored behind what is shown. */
    readonly stored: string
}

type Attributes = Readonly<Record<string, string>>

/**
 * All tables, in the order in which they begin, that hold anything; one without a name is `#1`, `#2` and so on.
 *
 * @returns `undefined` for more cells than a workbook is read with, or elements that are never closed without end.
 */
export function readMarkup(source: string): readonly ReadSheet[] | undefined {
    const reader = new MarkupReader()
    let depth = 0
    const parser = new Parser(
        {
            onopentag: (name, attributes) => {
                if (++depth > DEEPEST) throw new TooDeep()
                reader.open(local(name), attributes)
            },
            onclosetag: (name) => {
                depth--
                reader.close(local(name))
            },
            ontext: (text) => {
                reader.text(text)
            },
        },
        { xmlMode: WORKBOOK.test(source), lowerCaseTags: true, recognizeSelfClosing: true, recognizeCDATA: true },
    )
    try {
        parser.end(source)
    } catch (thrown) {
        if (thrown instanceof TooDeep) return undefined
        throw thrown
    }
    return reader.done()
}

class TooDeep extends Error {}

const local = (name: string): string => name.slice(name.indexOf(":") + 1)

class MarkupReader {
    private readonly tables: OpenTable[] = []
    private readonly stack: OpenTable[] = []
    private worksheet = ""
    private left = MOST_CELLS

    open(name: string, given: Attributes): void {
        const table = this.stack.at(-1)
        if (name === "worksheet") this.worksheet = unprefixed(given).name ?? ""
        else if (name === "table") this.begin()
        else if (table === undefined) return
        else if (name === "tr") beginRow(table)
        else if (name === "row") beginRow(table, numberOf(unprefixed(given).index))
        else if (name === "td" || name === "th") this.beginCell(table, unprefixed(given), "text")
        else if (name === "cell") this.beginCell(table, unprefixed(given), "later")
        else if (name === "data" && table.cell?.takes === "later") {
            table.cell.takes = "text"
            table.cell.kind = KINDS[unprefixed(given).type ?? ""] ?? "text"
        } else if (name === "br") this.text(" ")
    }

    close(name: string): void {
        const table = this.stack.at(-1)
        if (table === undefined) return
        if (name === "td" || name === "th" || name === "cell") endCell(table)
        else if (name === "data" && table.cell !== undefined) table.cell.takes = "no more"
        else if (name === "tr" || name === "row") endRow(table)
        else if (name === "table") {
            endRow(table)
            this.stack.pop()
        }
    }

    text(text: string): void {
        const cell = this.stack.at(-1)?.cell
        if (cell?.takes === "text") cell.text += text
    }

    done(): readonly ReadSheet[] | undefined {
        for (const table of this.stack) endRow(table)
        if (this.left < 0) return undefined
        return this.tables.filter(({ rows }) => rows.length > 0).map(({ name, rows }) => ({ name, rows }))
    }

    private begin(): void {
        const name = this.worksheet === "" ? `#${String(this.tables.length + 1)}` : this.worksheet
        const none = { cells: undefined, cell: undefined }
        const table = { name, rows: [], row: 0, column: 1, taken: [], ...none }
        this.tables.push(table)
        this.stack.push(table)
    }

    private beginCell(table: OpenTable, attributes: Attributes, takes: OpenCell["takes"]): void {
        endCell(table)
        if (table.cells === undefined) beginRow(table)
        let column = numberOf(attributes.index) ?? table.column
        while ((table.taken[column] ?? 0) >= table.row) column++
        const width = numberOf(attributes.colspan) ?? 1 + (numberOf(attributes.mergeacross) ?? 0)
        const height = numberOf(attributes.rowspan) ?? 1
        table.column = Math.min(column + width, MOST_COLUMNS + 1)
        for (let at = column; height > 1 && at < table.column; at++) table.taken[at] = table.row + height - 1
        this.left--
        if (column > MOST_COLUMNS || this.left < 0) return
        const { num = "", sdval = num } = attributes
        table.cell = { column, text: "", kind: "text", takes, stored: sdval }
    }
}

const KINDS: Readonly<Record<string, CellKind>> = {
    Number: "number",
    DateTime: "date",
    Boolean: "boolean",
    Error: "error",
}

function unprefixed(attributes: Attributes): Attributes {
    return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name).toLowerCase(), value]))
}

function beginRow(table: OpenTable, index = 0): void {
    endRow(table)
    table.row = Math.max(table.row + 1, Math.min(index, LAST_ROW))
    table.cells = []
    table.column = 1
}

function endRow(table: OpenTable): void {
    endCell(table)
    if (table.cells !== undefined && table.cells.length > 0) table.rows.push({ row: table.row, cells: table.cells })
    table.cells = undefined
}

/** A spreadsheet that saves a page shows a number as it is formatted, and says beside it what it stores. */
function endCell(table: OpenTable): void {
    const { cell, cells } = table
    table.cell = undefined
    if (cell === undefined) return
    const { column, stored, kind } = cell
    const text = cell.text.replace(/\s+/g, " ").trim()
    const isStored = /^-?\d+(?:\.\d+)?(?:E[-+]?\d+)?$/i.test(stored) && /^[-+(]?[\d., ]+(?:E[-+]?\d+)?\)?$/i.test(text)
    if (isStored) cells?.push({ column, kind: "number", text: stored })
    else if (text !== "") cells?.push({ column, kind, text })
}

/** A whole number from 1 of at most seven figures. */
const numberOf = (text = ""): number | undefined => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined)
