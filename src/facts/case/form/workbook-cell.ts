import { type Issue, issue, movedTo } from "../../../base/issue.ts"
import { dateOfCell, readCellText } from "../../../typeset/office/cell-text.ts"
import { cellName, type ReadRow } from "../../../typeset/office/sheet.ts"
import type { Question } from "./form.ts"

/** Cells of the workbook. */

/** Where answers stand: by the name of a field with its indices, ` 案件信息!C12 姓名`. */
export type Places = Map<string, string>

/** What the parts of a workbook are read into. */
export interface Gathering {
    readonly file: string
    readonly countsFrom1904: boolean
    readonly data: Record<string | number, unknown>
    readonly places: Places
    readonly issues: Issue[]
}

/** A cell that was found, by sheet and column. */
export interface Spot {
    readonly sheet: string
    readonly row: ReadRow
    readonly column: number
}

/** Text of a cell as it stands, whatever it holds. */
export function rawText(row: ReadRow, column: number | undefined): string {
    return row.cells.find((cell) => cell.column === column)?.text ?? ""
}

/** ` 案件信息!C12 姓名` */
export function spotName({ sheet, row, column }: Spot, label: string): string {
    return ` ${sheet}!${cellName(column, row.row)} ${label.replace(/\s+/g, " ").trim() || "-"}`
}

export function stray(spot: Spot, text: string, { file }: Gathering): Issue {
    return issue("case.form.stray", [file + spotName(spot, "-")], { found: short(text) }, "warning")
}

export function unknownRow(spot: Spot, text: string, { file }: Gathering): Issue {
    return issue("case.form.row-unknown", [file + spotName(spot, "-")], { found: short(text) })
}

/**
 * The text of an answer. Cells are formatted as text; one that a spreadsheet program made a date or a number all the same
 * is read back where its meaning is not lost, and the reading is shown.
 */
export function readAnswer({ row, column }: Spot, { kind }: Question, where: string, into: Gathering): string {
    const path = [into.file + where]
    const cell = row.cells.find((one) => one.column === column)
    if (cell?.kind === "date" && (kind === "date" || kind === "time")) {
        const read = dateOfCell(cell.text, into.countsFrom1904)
        if (read !== undefined) {
            into.issues.push(issue("request.form.date-cell", path, { read }, "warning"))
            return read
        }
    }
    const { text, issues } = readCellText(row, column, path)
    into.issues.push(...issues.map((found) => movedTo(found, path)))
    if (issues.length > 0) return ""
    if (cell?.kind === "number" && text !== "")
        into.issues.push(issue("request.form.number-cell", path, { read: text }, "warning"))
    if (kind === "desk") return /^[a-z0-9][a-z0-9-]*(?=\s|$)/.exec(text)?.[0] ?? text
    // A text is what was typed, with the blanks around it; a cell of blanks only says nothing.
    return kind === "text" && cell?.kind === "text" && text !== "" ? cell.text.replace(/\r\n?/g, "\n") : text
}

export function short(text: string): string {
    return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
