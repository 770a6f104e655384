import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
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

const DAY_MS = 86_400_000

/**
 * The date or time of a cell that a spreadsheet program keeps as one: `2023-05-08`, or `2023-05-08 15:30:00` where a
 * time of day is stored; no zone, for none is stored. `undefined` for what is no day after 1 March 1900.
 *
 * @param stored - Serial number (days, ECMA-376 part 1 §18.17.4.1) or ISO 8601 text.
 * @param countsFrom1904 - Whether the workbook counts days from 1904 instead of 1900.
 */
export function dateOfCell(stored: string, countsFrom1904: boolean): string | undefined {
    const iso = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?)?$/.exec(stored)
    if (iso) return iso[2] === undefined || iso[2] === "00:00:00" ? iso[1] : `${iso[1] ?? ""} ${iso[2]}`
    if (!/^\d{1,7}(?:\.\d+)?(?:E[+-]?\d+)?$/i.test(stored)) return undefined
    const serial = Number(stored)
    // Up to day 60 the count from 1900 holds a 29 February that never was.
    if (!countsFrom1904 && serial < 61) return undefined
    const start = countsFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
    const moment = new Date(start + Math.round((serial * DAY_MS) / 1000) * 1000)
    if (Number.isNaN(moment.getTime()) || moment.getUTCFullYear() > 9999) return undefined
    const text = moment.toISOString()
    return text.slice(11, 19) === "00:00:00" ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`
}
