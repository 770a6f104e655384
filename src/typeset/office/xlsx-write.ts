import { utf8 } from "../../base/bytes.ts"
import { type Issue, issue, PacketError } from "../../base/issue.ts"
import { visible } from "../../base/text/hygiene.ts"
import { writeStoreZip } from "../../base/zip/write.ts"
import { type Choices, cellName, type Merge, type NewCell, type NewSheet } from "./sheet.ts"
import { STYLE_INDEX, STYLESHEET } from "./xlsx-styles.ts"
import { escapeXml, isXmlText } from "./xml.ts"

/**
 * Spreadsheets of text (ECMA-376 SpreadsheetML). Every cell is a string in a column formatted as text, so no program
 * turns an order number into 2.0E+19, a date into another, or `=SUM(A1)` into a formula. The same sheets give the same
 * bytes: no clock, no program name, no user name is in the file.
 */
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const PACKAGE = "http://schemas.openxmlformats.org/package/2006"
const LONGEST_CELL = 32_767 // UTF-16 units, the limit of the programs that open it
const LINE_PT = 15
/** Of rows that no program fits to their text; fonts of other systems stand higher. */
const FIXED_LINE_PT = 17
const TITLE_PT = 27
const TALLEST_ROW_PT = 405

/** Optional document properties; what is absent is not in the file. */
export interface XlsxProperties {
    readonly title?: string
    /** RFC 3339 in UTC, `2026-11-21T00:00:00Z`: the time the act bears, never the machine's. */
    readonly createdAt?: string
}

/**
 * Writes an `.xlsx`. Invisible and control characters are shown as `⟦U+202E⟧`.
 *
 * @throws PacketError with `office.text.unprintable` or `office.text.too-long` for each cell that cannot be written.
 */
export function writeXlsx(sheets: readonly NewSheet[], properties: XlsxProperties = {}): Uint8Array {
    const issues = sheets.flatMap(checkSheet)
    if (issues.length > 0) throw new PacketError(issues)
    const names = sheets.map((sheet) => sheet.name.toLowerCase())
    if (
        sheets.length === 0 ||
        new Set(names).size < names.length ||
        !sheets.every((s) => /^[^[\]:*?/\\']{1,31}$/.test(s.name))
    ) {
        throw new TypeError("sheet names must be distinct, of 1 to 31 characters, none of them []:*?/\\'")
    }
    const worksheets = sheets.map((sheet, i): [string, string] => [
        `worksheets/sheet${String(i + 1)}.xml`,
        worksheet(sheet, i === 0),
    ])
    const parts: readonly [name: string, text: string][] = [
        ["[Content_Types].xml", contentTypes(worksheets.map(([name]) => name))],
        [
            "_rels/.rels",
            relations([
                ["officeDocument", "xl/workbook.xml"],
                ["core", "docProps/core.xml"],
            ]),
        ],
        ["docProps/core.xml", core(properties)],
        ["xl/workbook.xml", workbook(sheets)],
        [
            "xl/_rels/workbook.xml.rels",
            relations([...worksheets.map(([name]): [string, string] => ["worksheet", name]), ["styles", "styles.xml"]]),
        ],
        ["xl/styles.xml", STYLESHEET],
        ...worksheets.map(([name, text]): [string, string] => [`xl/${name}`, text]),
    ]
    return writeStoreZip(parts.map(([name, text]) => ({ name, bytes: utf8(text) })))
}

function textOf(cell: NewCell): string {
    return typeof cell === "string" ? cell : cell.text
}

function checkSheet(sheet: NewSheet): readonly Issue[] {
    return sheet.rows.flatMap((row, r) =>
        row.flatMap((cell, c) => {
            const text = visible(textOf(cell))
            const path = [sheet.name, cellName(c + 1, r + 1)]
            if (!isXmlText(text)) return [issue("office.text.unprintable", path, { cell: cellName(c + 1, r + 1) })]
            const limit = LONGEST_CELL
            return text.length > limit
                ? [issue("office.text.too-long", path, { cell: cellName(c + 1, r + 1), length: text.length, limit })]
                : []
        }),
    )
}

function contentTypes(worksheets: readonly string[]): string {
    const part = (name: string, type: string) =>
        `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-${type}+xml"/>`
    return `${XML}<Types xmlns="${PACKAGE}/content-types">${[
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
        '<Default Extension="xml" ContentType="application/xml"/>',
        part("docProps/core.xml", "package.core-properties"),
        part("xl/workbook.xml", "officedocument.spreadsheetml.sheet.main"),
        part("xl/styles.xml", "officedocument.spreadsheetml.styles"),
        ...worksheets.map((name) => part(`xl/${name}`, "officedocument.spreadsheetml.worksheet")),
    ].join("")}</Types>`
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
    const items = targets.map(([type, target], i) => {
        const base = type === "core" ? `${PACKAGE}/relationships/metadata/core-properties` : `${RELATIONS}/${type}`
        return `<Relationship Id="rId${String(i + 1)}" Type="${base}" Target="${target}"/>`
    })
    return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${items.join("")}</Relationships>`
}

function core({ title, createdAt }: XlsxProperties): string {
    const time = (name: string) =>
        createdAt === undefined
            ? ""
            : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escapeXml(createdAt)}</dcterms:${name}>`
    const head = title === undefined ? "" : `<dc:title>${escapeXml(visible(title))}</dc:title>`
    return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${head}${time("created")}${time("modified")}</cp:coreProperties>`
}

function workbook(sheets: readonly NewSheet[]): string {
    const items = sheets.map(
        (sheet, i) => `<sheet name="${escapeXml(sheet.name)}" sheetId="${String(i + 1)}" r:id="rId${String(i + 1)}"/>`,
    )
    // The rows of the head stand on every printed page.
    const titles = sheets.flatMap((sheet, i) =>
        sheet.headerRows === 0
            ? []
            : `<definedName name="_xlnm.Print_Titles" localSheetId="${String(i)}">${escapeXml(`'${sheet.name}'`)}!$1:$${String(sheet.headerRows)}</definedName>`,
    )
    const names = titles.length === 0 ? "" : `<definedNames>${titles.join("")}</definedNames>`
    return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>${items.join("")}</sheets>${names}</workbook>`
}

/** Printed on A4, all columns on a page, as many pages long as it takes; margins are narrow, so that type stays large. */
const pageSetup = (orientation: string) =>
    `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`

function worksheet(sheet: NewSheet, isFirst: boolean): string {
    const { widths, headerRows, rows, choices = [], merges = [], hiddenColumns = [], hiddenRows = [] } = sheet
    const pane =
        headerRows === 0
            ? ""
            : `<pane ySplit="${String(headerRows)}" topLeftCell="A${String(headerRows + 1)}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`
    // Style 0 is text too, so that what is typed into an empty cell of these columns stays as typed.
    const columns = widths.map(
        (width, i) =>
            `<col min="${String(i + 1)}" max="${String(i + 1)}" width="${String(width)}" style="0"${hiddenColumns.includes(i + 1) ? ' hidden="1"' : ""} customWidth="1"/>`,
    )
    const body = rows.map((row, r) => {
        const cells = row.map((cell, c) => writeCell(cell, cellName(c + 1, r + 1), r < headerRows))
        const merge = merges.find((m) => m.row === r + 1)
        // Programs fit rows to their texts by themselves, but not to the text of merged cells.
        const height = `ht="${String(rowHeightPt(row, widths, merge))}"${merge === undefined ? "" : ' customHeight="1"'}`
        const hidden = hiddenRows.includes(r + 1) ? ' hidden="1"' : ""
        return `<row r="${String(r + 1)}" ${height}${hidden}>${cells.join("")}</row>`
    })
    const merged = merges.map(
        (m) => `<mergeCell ref="${cellName(m.fromColumn, m.row)}:${cellName(m.toColumn, m.row)}"/>`,
    )
    const mergeCells =
        merged.length === 0 ? "" : `<mergeCells count="${String(merged.length)}">${merged.join("")}</mergeCells>`
    const lists =
        choices.length === 0
            ? ""
            : `<dataValidations count="${String(choices.length)}">${choices.map(validation).join("")}</dataValidations>`
    return `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ""} workbookViewId="0">${pane}</sheetView></sheetViews>${columns.length === 0 ? "" : `<cols>${columns.join("")}</cols>`}<sheetData>${body.join("")}</sheetData>${mergeCells}${lists}${pageSetup(sheet.orientation ?? "landscape")}</worksheet>`
}

/** Not every program fits rows to wrapped text when it opens a file. */
function rowHeightPt(row: readonly NewCell[], widths: readonly number[], merge?: Merge): number {
    if (row.some((cell) => typeof cell !== "string" && cell.style === "title")) return TITLE_PT
    const widthOf = (c: number): number =>
        merge?.fromColumn === c + 1
            ? widths.slice(c, merge.toColumn).reduce((sum, width) => sum + width, 0)
            : (widths[c] ?? 10)
    const lines = row.map((cell, c) =>
        visible(textOf(cell))
            .split("\n")
            .reduce((sum, line) => {
                const width = sizeOf(cell) * displayWidth(line)
                return sum + Math.max(1, Math.ceil(width / Math.max(1, widthOf(c) - 1)))
            }, 0),
    )
    return Math.min(TALLEST_ROW_PT, (merge === undefined ? LINE_PT : FIXED_LINE_PT) * Math.max(1, ...lines))
}

/** In figures of the sheet's font: a Chinese character takes two, a capital somewhat more than one. */
function displayWidth(text: string): number {
    const widthOf = (character: string): number => (character > "\u2e7f" ? 2 : /[A-Z]/.test(character) ? 1.25 : 1)
    return [...text].reduce((width, character) => width + widthOf(character), 0)
}

/** Hints are set in 10 points instead of 11. */
function sizeOf(cell: NewCell): number {
    return typeof cell !== "string" && cell.style === "hint" ? 10 / 11 : 1
}

function writeCell(cell: NewCell, name: string, isHeader: boolean): string {
    const text = visible(textOf(cell))
    const style = STYLE_INDEX[typeof cell === "string" ? (isHeader ? "header" : "text") : cell.style]
    if (text === "") return `<c r="${name}" s="${String(style)}"/>`
    return `<c r="${name}" s="${String(style)}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(escapeCode(text))}</t></is></c>`
}

/** Readers take `_x0041_` for an escaped character (ST_Xstring, ECMA-376 part 1 §22.9.2.19), so a literal one is escaped itself. */
function escapeCode(text: string): string {
    return text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
}

function validation({ column, fromRow, toRow, values, isOpen = false }: Choices): string {
    const list = values.join(",")
    if (values.some((v) => /[",\n]/.test(v)) || list.length > 255)
        throw new TypeError("choices: no comma or quotation mark, 255 characters in all")
    return `<dataValidation type="list" allowBlank="1"${isOpen ? "" : ' showErrorMessage="1"'} sqref="${cellName(column, fromRow)}:${cellName(column, toRow)}"><formula1>${escapeXml(`"${list}"`)}</formula1></dataValidation>`
}
