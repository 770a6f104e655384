import { nameOf, numberOf, type PdfFile } from "./pdf-file.ts"
import type { Rule } from "./rule.ts"
import { name } from "./structure-rules.ts"
import { attribute, type Element, elementKids, treeOf } from "./tree.ts"

/** Tables: a whole grid, and a heading for every cell. */

interface Cell {
    readonly element: Element
    readonly row: number
    readonly column: number
    readonly rows: number
    readonly columns: number
}

interface Grid {
    readonly cells: readonly Cell[]
    readonly faults: readonly string[]
    readonly at: ReadonlyMap<string, Cell>
}

const key = (row: number, column: number): string => `${String(row)} ${String(column)}`

/** Rows in order, those of head and body alike. */
function rowsOf(table: Element): readonly Element[] {
    return elementKids(table).flatMap((kid) =>
        kid.role === "TR" ? [kid] : elementKids(kid).filter(({ role }) => role === "TR"),
    )
}

function span(file: PdfFile, element: Element, which: "RowSpan" | "ColSpan"): number {
    return numberOf(file, attribute(file, element, "Table", which)) ?? 1
}

function gridOf(file: PdfFile, table: Element): Grid {
    const rows = rowsOf(table)
    const at = new Map<string, Cell>()
    const cells: Cell[] = []
    const faults: string[] = []
    for (const [row, element] of rows.entries()) {
        let column = 0
        for (const kid of elementKids(element)) {
            while (at.has(key(row, column))) column++
            const cell = {
                element: kid,
                row,
                column,
                rows: span(file, kid, "RowSpan"),
                columns: span(file, kid, "ColSpan"),
            }
            cells.push(cell)
            for (let r = row; r < row + cell.rows; r++)
                for (let c = column; c < column + cell.columns; c++) {
                    if (at.has(key(r, c))) faults.push(`${name(kid)}: overlaps`)
                    at.set(key(r, c), cell)
                }
        }
    }
    const width = Math.max(0, ...cells.map(({ column, columns }) => column + columns))
    for (let row = 0; row < rows.length; row++)
        for (let column = 0; column < width; column++)
            if (!at.has(key(row, column))) faults.push(`${name(table)}: no cell at ${key(row, column)}`)
    if (cells.some((cell) => cell.row + cell.rows > rows.length)) faults.push(`${name(table)}: reaches beyond its rows`)
    return { cells, faults, at }
}

function tablesOf(file: PdfFile): readonly Element[] {
    return treeOf(file).all.filter(({ role }) => role === "Table")
}

/** True where a heading of the column stands above the cell, or one of the row in its row: a box to tick precedes it. */
function isHeaded({ row, column, rows, columns }: Cell, { at }: Grid, scopeOf: (cell: Cell) => string): boolean {
    const isHead = (cell: Cell | undefined, direction: string): boolean => {
        if (cell?.element.role !== "TH") return false
        const scope = scopeOf(cell)
        return scope === direction || scope === "Both"
    }
    for (let c = column; c < column + columns; c++)
        for (let r = row - 1; r >= 0; r--) if (isHead(at.get(key(r, c)), "Column")) return true
    for (let r = row; r < row + rows; r++)
        for (let c = 0; at.has(key(r, c)); c++) if (isHead(at.get(key(r, c)), "Row")) return true
    return false
}

export const TABLE_RULES: readonly Rule[] = [
    {
        clause: "UA-1 7.2 (tables)",
        says: "the cells of a table fill its grid without gap or overlap",
        faults: (file) => tablesOf(file).flatMap((table) => gridOf(file, table).faults),
    },
    {
        clause: "UA-1 7.5",
        says: "each heading says what it heads, and each cell has a heading",
        faults: (file) =>
            tablesOf(file).flatMap((table) => {
                const grid = gridOf(file, table)
                const scopeOf = ({ element }: Cell): string =>
                    nameOf(file, attribute(file, element, "Table", "Scope")) ?? ""
                return grid.cells.flatMap((cell) => {
                    if (cell.element.role === "TH")
                        return /^(?:Row|Column|Both)$/.test(scopeOf(cell)) ? [] : [`${name(cell.element)}: no scope`]
                    return isHeaded(cell, grid, scopeOf) ? [] : [`${name(cell.element)}: no heading`]
                })
            }),
    },
]
