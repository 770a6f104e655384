import { type Issue, type IssuePath, issue } from "../base/issue.ts"
import { cellName, type ReadRow } from "./sheet.ts"

/**
 * Text of a cell in a column where people write text. What a spreadsheet program has already changed on its own, so
 * that the words typed are no longer known, is an issue, not a text: a date (`3-20` became day 45005), a number with
 * an exponent or beyond 15 digits, a formula, an error.
 *
 * @param column - From 1.
 * @param path - Of the sheet; the cell's name is added.
 * @returns The text without outer white space, line breaks as LF; empty for an empty cell and for an issue.
 */
export function readCellText(
    row: ReadRow,
    column: number,
    path: IssuePath,
): { text: string; issues: readonly Issue[] } {
    const cell = row.cells.find((c) => c.column === column)
    if (!cell) return { text: "", issues: [] }
    const name = cellName(column, row.row)
    const refuse = (found: Issue) => ({ text: "", issues: [found] })
    switch (cell.kind) {
        case "text":
            return { text: cell.text.replace(/\r\n?/g, "\n").trim(), issues: [] }
        case "date":
            return refuse(issue("office.cell.date", [...path, name], { cell: name, stored: cell.text.slice(0, 40) }))
        case "formula":
            return refuse(issue("office.cell.formula", [...path, name], { cell: name }))
        case "error":
        case "boolean":
            return refuse(issue("office.cell.no-text", [...path, name], { cell: name, stored: cell.text.slice(0, 40) }))
        case "number": {
            const digits = cell.text.replace(/\D/g, "").length
            // 15 significant digits are all a spreadsheet keeps of a number; the rest is noise of its arithmetic.
            if (!/^-?\d+(?:\.\d+)?$/.test(cell.text) || digits > 15) {
                return refuse(
                    issue("office.cell.number", [...path, name], { cell: name, stored: cell.text.slice(0, 40) }),
                )
            }
            return { text: cell.text, issues: [] }
        }
        default:
            return cell.kind satisfies never
    }
}
