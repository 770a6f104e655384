import type { ByteSource } from "../../base/source.ts"
import type { ReadRow, ReadSheet } from "../../typeset/office/sheet.ts"
import type { TextRow } from "./csv.ts"
import { clockedBy, type Matched, matchHeader } from "./format.ts"
import { FORMATS } from "./formats/index.ts"
import { type Known, knownBy } from "./named.ts"
import { storedNumber } from "./number.ts"
import { DEEPEST_HEADER, HEAD, recordsAbove, type Table, type TableFault, unknownTable } from "./table.ts"
import { readWhole, type Whole } from "./whole.ts"

/** Tables in the sheets of a workbook, or on a page. */

/**
 * The one that is at a place, else the first that is an export; what the first lines of all are where none is.
 *
 * @param only - Its place among all, from 0.
 */
export function openSheets(
    { sheets, countsFrom1904, encoding, isPage = false }: Whole,
    known: Known,
    only?: number,
): Table | TableFault {
    const looked = sheets.filter((_, i) => only === undefined || only === i)
    for (const sheet of looked) {
        const table = openSheet(sheet, known, countsFrom1904)
        if (table === undefined) continue
        const others = looked.filter((one) => one !== sheet && one.rows.length > 0).map(({ name }) => name)
        return {
            ...table,
            ...(encoding === undefined ? {} : { encoding }),
            ...(others.length === 0 ? {} : { otherSheets: others }),
        }
    }
    const first = looked.flatMap(({ rows }) => rows.slice(0, DEEPEST_HEADER))
    // A page to sign in on has tables, too, and none that is an export.
    if (isPage || (first.length === 0 && encoding !== undefined)) return { fault: "html" }
    return first.length === 0 ? { fault: "empty" } : unknownTable(first.map(cellsOf))
}

/** A table of a workbook or page that has several. */
export interface NamedSheet {
    readonly name: string
    /** Its place among all, from 0. */
    readonly place: number
}

/** The sheets that hold anything, where more than one of them is an export; none of a file with one table. */
export async function sheetsOf(source: ByteSource): Promise<readonly NamedSheet[]> {
    const head = await source.read(0, Math.min(source.size, HEAD))
    const whole = await readWhole(source, head, { most: 2 * DEEPEST_HEADER })
    if (whole === undefined || "fault" in whole || whole.sheets.length < 2) return []
    const { sheets, countsFrom1904 } = whole
    const known = knownBy(FORMATS)
    const found = sheets.filter((sheet) => openSheet(sheet, known, countsFrom1904) !== undefined)
    if (found.length < 2) return []
    return sheets.flatMap(({ name, rows }, place) => (rows.length === 0 ? [] : [{ name, place }]))
}

const BLOCK = 4096

function openSheet(sheet: ReadSheet, { formats, isNamed }: Known, countsFrom1904: boolean): Table | undefined {
    for (const [i, header] of sheet.rows.slice(0, DEEPEST_HEADER).entries()) {
        const found = matchHeader(formats, cellsOf(header), isNamed)
        if (found === undefined) continue
        const above = sheet.rows.slice(0, i).map((row) => cellsOf(row).join(","))
        const matched = clockedBy(found, above)
        const rows = sheet.rows.filter(({ row }) => row > header.row)
        return {
            matched,
            headerRow: header.row,
            above: recordsAbove(
                matched,
                sheet.rows.slice(0, i).map((row) => textRow(row, matched.cells.length)),
            ),
            comma: false,
            marks: "grouped",
            sheet: sheet.name,
            ...hiddenIn(sheet, matched),
            countsFrom1904,
            async *rows() {
                const width = matched.cells.length
                for (let at = 0; at < rows.length; at += BLOCK)
                    yield rows.slice(at, at + BLOCK).map((row) => textRow(row, width))
            },
        }
    }
    return undefined
}

function hiddenIn({ isHidden, rows, hiddenColumns = [] }: ReadSheet, matched: Matched): Pick<Table, "hidden"> {
    const hidden = rows.filter((one) => one.isHidden === true)
    const columns = matched.cells.flatMap(({ name }, i) => {
        const { [i]: role = "_" } = matched.roles
        const isIn = hiddenColumns.some(([from, to]) => from <= i + 1 && i + 1 <= to)
        return isIn && role !== "_" ? [name.replace("{z}", "")] : []
    })
    if (isHidden !== true && hidden.length === 0 && columns.length === 0) return {}
    return { hidden: { sheet: isHidden === true, rows: new Set(hidden.map(({ row }) => row)), columns } }
}

/** A row below the header, as far as that reaches: a cell far to the right would make a row of thousands. */
function textRow(row: ReadRow, width: number): TextRow {
    const within = row.cells.filter(({ column }) => column <= width)
    const kinds: ReadRow["cells"][number]["kind"][] = []
    const cells = cellsOf({ row: row.row, cells: within })
    for (const { column, kind, text } of within) {
        kinds[column - 1] = kind
        if (kind === "number" || kind === "formula") cells[column - 1] = storedNumber(text)
    }
    return { row: row.row, cells, kinds }
}

/** Cells by place, blank where the row has none. */
function cellsOf({ cells }: ReadRow): string[] {
    const out: string[] = []
    for (const { column, text } of cells) out[column - 1] = text
    return Array.from(out, (text) => text ?? "")
}
