import { isLockedOffice } from "../../base/compound-file.ts"
import { type ByteSource, readAll } from "../../base/source.ts"
import { readMarkup } from "../../typeset/office/markup-read.ts"
import type { ReadRow, ReadSheet } from "../../typeset/office/sheet.ts"
import { readXlsx } from "../../typeset/office/xlsx-read.ts"
import { type Encoding, isEncoded, type Separator, splitLine, type TextRow, textRows } from "./csv.ts"
import { clockedBy, type Format, type Matched, matchHeader, normaliseHeader, type Report, type Role } from "./format.ts"
import { type UnreadList, unreadList } from "./formats/unread.data.ts"
import { type Marks, magnitude, negate, storedNumber } from "./number.ts"
import { type LedgerRow, NO_DATA, type RowKind } from "./row.ts"
import { strokesOf } from "./wall.ts"

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
    /** Dates of the workbook count from 1904. */
    readonly countsFrom1904?: boolean
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

/** Columns that the reporter named, for a header nobody knows; names as in the file. */
export interface NamedColumns {
    readonly report: Report
    readonly columns: Readonly<Partial<Record<Role, string>>>
}

/** How a header is looked for. */
interface Known {
    readonly formats: readonly Format[]
    readonly isNamed: boolean
}

/** How far the header is looked for: lines above it name the account. */
const DEEPEST_HEADER = 16
const HEAD = 1 << 16
/** Workbooks and pages are read whole; a larger one is exported as CSV. */
const LARGEST_WHOLE = 64 << 20

/** Opens a table. */
export async function openTable(
    source: ByteSource,
    formats: readonly Format[],
    named?: NamedColumns,
): Promise<Table | TableFault> {
    const table = await openRows(source, formats, named)
    return "fault" in table ? table : withStrokes(await withWholeNumbers(table))
}

/** A spreadsheet rounds every number of more than 15 figures, so that one whole number among the first rows tells. */
async function withWholeNumbers(table: Table): Promise<Table> {
    const wholeNumbers = new Set<number>()
    for await (const rows of table.rows()) {
        for (const { cells } of rows)
            for (const [at, cell] of cells.entries()) if (/^\s*\d{15,}[1-9]0{0,2}\s*$/.test(cell)) wholeNumbers.add(at)
        break
    }
    return wholeNumbers.size === 0 ? table : { ...table, wholeNumbers }
}

/**
 * Whether the day or the month comes first in dates with strokes is the same for all of a file: one number above twelve
 * tells it, better than any format does, which somebody's language may have changed.
 */
async function withStrokes(table: Table): Promise<Table> {
    const { matched } = table
    const at = matched.roles.indexOf("time")
    const met = new Set<string | undefined>()
    for await (const rows of table.rows()) {
        for (const { cells } of rows) met.add(strokesOf(cells[at] ?? ""))
        if (!["dmy", "mdy", "either"].some((order) => met.has(order))) return table
    }
    const [isDay, isMonth] = [met.has("dmy"), met.has("mdy")]
    const { strokes: usual, ...format } = matched.format
    if (!isDay && !isMonth) return usual === undefined ? table : { ...table, isOrderAssumed: true }
    // Where some rows say this and others that, none can be believed.
    if (isDay && isMonth) return { ...table, matched: { ...matched, format } }
    return { ...table, matched: { ...matched, format: { ...format, strokes: isDay ? "dmy" : "mdy" } } }
}

async function openRows(
    source: ByteSource,
    formats: readonly Format[],
    named?: NamedColumns,
): Promise<Table | TableFault> {
    if (source.size === 0) return { fault: "empty" }
    const head = await source.read(0, Math.min(source.size, HEAD))
    const known = { formats: named === undefined ? formats : [namedFormat(named)], isNamed: named !== undefined }
    if (begins(head, [0x50, 0x4b, 3, 4])) return openWorkbook(source, known)
    if (begins(head, [0xd0, 0xcf, 0x11, 0xe0]))
        return { fault: (await isLockedOffice(source)) ? "password" : "old-xls" }
    if (begins(head, [0x25, 0x50, 0x44, 0x46])) return { fault: "pdf" }
    if (ARCHIVES.some((mark) => begins(head, mark)) || begins(head.subarray(257), TAR)) return { fault: "archive" }
    return openText(source, head, known)
}

/** Packed files but ZIP: gzip, RAR, 7-Zip, xz, bzip2; then tar, behind the name of its first file. */
const ARCHIVES: readonly (readonly number[])[] = [
    [0x1f, 0x8b],
    [0x52, 0x61, 0x72, 0x21, 0x1a, 7],
    [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
    [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0],
    [0x42, 0x5a, 0x68, 0x39],
]
const TAR: readonly number[] = [0x75, 0x73, 0x74, 0x61, 0x72]

function begins(head: Uint8Array, bytes: readonly number[]): boolean {
    return bytes.every((byte, i) => head[i] === byte)
}

/** A format of the reporter's making. */
function namedFormat({ report, columns }: NamedColumns): Format {
    const roles = Object.entries(columns) as [Role, string][]
    const named = roles.map(([role, header]) => ({ role, header: normaliseHeader(header).name, optional: false }))
    const layouts = [{ version: "named", lang: "", columns: named }]
    const kind = KIND_OF[report]
    const signed = kind === "change" && columns.side !== undefined ? { refine: bySide } : {}
    return { id: "named", exchange: "", report, kind, layouts, ...signed }
}

/** A ledger may write amounts without sign, and say which way they went in a column of its own. */
function bySide(row: LedgerRow, cell: (role: Role) => string): LedgerRow {
    const amount = magnitude(row.amount ?? "0")
    if (/^(?:out|withdraw|sell|debit|spend|-|支出|转出|减少|流出|出)/i.test(cell("side")))
        return { ...row, amount: negate(amount) }
    return row
}

/** What the rows of a report are. */
export const KIND_OF: Readonly<Record<Report, RowKind>> = {
    statement: "change",
    "spot-trades": "trade",
    "spot-orders": "order",
    "futures-trades": "trade",
    "futures-orders": "order",
    "futures-statement": "change",
    c2c: "purchase",
    deposits: "deposit",
    withdrawals: "withdrawal",
    fiat: "deposit",
    convert: "convert",
    "auto-invest": "convert",
    funding: "change",
    earn: "change",
}

const ENCODINGS: readonly Encoding[] = ["utf-8", "gb18030"]
const SEPARATORS: readonly Separator[] = [",", ";", "\t"]

async function openText(source: ByteSource, head: Uint8Array, known: Known): Promise<Table | TableFault> {
    const encoding = await encodingOf(source, head)
    if (encoding === undefined) return { fault: "not-text" }
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(head, { stream: true }).replace(/^\uFEFF/, "")
    if (text.includes("\0")) return { fault: "not-text" }
    if (/^\s*<(?:!doctype|!--|html|\?xml|table|div|head|body|script|meta|style)/i.test(text))
        return openMarkup(source, encoding, known)
    const lines = text.split(text.includes("\n") ? /\r?\n/ : "\r")
    const found = findHeader(lines, known)
    if (found === undefined) {
        const first = lines.slice(0, DEEPEST_HEADER).filter((line) => line.trim() !== "")
        if (first.every((line) => line.length < 60 && NO_DATA.test(line))) return { fault: "empty" }
        return unknownTable(first.map((line) => cellsByMost(line)))
    }
    const { line, separator, isQuotedWhole } = found
    const matched = clockedBy(found.matched, lines.slice(0, line - 1))
    const sample = lines.slice(line, line + 300).map((one) => splitLine(one, separator))
    const comma = separator === ";" && hasDecimalComma(matched, sample)
    return {
        matched,
        headerRow: line,
        encoding,
        separator,
        comma,
        marks: comma ? "comma" : separator === ";" ? "bare" : "grouped",
        async *rows() {
            for await (const block of textRows(source, encoding, separator, isQuotedWhole)) {
                const behind = (block[0]?.row ?? 0) > line ? block : block.filter(({ row }) => row > line)
                if (behind.length > 0) yield behind
            }
        },
    }
}

/** The encoding that all bytes of the file are of. */
async function encodingOf(source: ByteSource, head: Uint8Array): Promise<Encoding | undefined> {
    if (begins(head, [0xff, 0xfe])) return "utf-16le"
    if (begins(head, [0xfe, 0xff])) return "utf-16be"
    for (const one of ENCODINGS) if (await isEncoded(source, one)) return one
    return undefined
}

/** Cells by the sign that parts a line into most. */
function cellsByMost(line: string): readonly string[] {
    const ways = SEPARATORS.map((separator) => splitLine(line, separator))
    return ways.reduce((best, way) => (way.length > best.length ? way : best))
}

/**
 * The line that may be a header nobody knows, for whoever names its columns. Lines above it name the account's holder and
 * are never shown, and neither are rows: a header has several cells, no long figure, no `name: value` and no address.
 */
function publicHeader(lines: readonly (readonly string[])[]): string {
    const isHeader = (cells: readonly string[]): boolean =>
        cells.filter((cell) => cell.trim() !== "").length > 2 &&
        cells.every((cell) => !/\d{5,}|[:：]\s*\S|@|\*{2,}/.test(cell.replace(/utc[^)]*/i, "")))
    return (lines.find(isHeader) ?? []).join(",").slice(0, 400)
}

/** A table whose header no report has: another list of the exchange, or one that nobody knows. */
function unknownTable(rows: readonly (readonly string[])[]): TableFault {
    for (const cells of rows) {
        const list = unreadList(cells)
        if (list !== undefined) return { fault: list }
    }
    return { fault: "unknown-header", header: publicHeader(rows) }
}

interface FoundHeader {
    readonly matched: Matched
    /** From 1. */
    readonly line: number
    readonly separator: Separator
    readonly isQuotedWhole: boolean
}

/** The header among the first lines, and what separates its cells. */
function findHeader(lines: readonly string[], { formats, isNamed }: Known): FoundHeader | undefined {
    for (const [i, line] of lines.slice(0, DEEPEST_HEADER).entries())
        for (const separator of SEPARATORS) {
            if (!line.includes(separator)) continue
            const cells = splitLine(line, separator)
            const isQuotedWhole = cells.length === 1
            const header = isQuotedWhole ? splitLine(cells[0] ?? "", separator) : cells
            const matched = matchHeader(formats, header, isNamed)
            if (matched !== undefined) return { matched, line: i + 1, separator, isQuotedWhole }
        }
    return undefined
}

/** Roles whose cells are numbers. */
const NUMBERS: readonly Role[] = [
    "amount",
    "price",
    "quantity",
    "filled",
    "average",
    "value",
    "fee",
    "realised",
    "balance",
]

/** A comma with figures behind it in some number of the file, and a point that does not group in none. */
function hasDecimalComma({ roles }: Matched, rows: readonly (readonly string[])[]): boolean {
    const numbers = rows.flatMap((cells) => cells.filter((_, i) => NUMBERS.includes(roles[i] ?? "_")))
    const isPointed = (cell: string) => /^\s*[-+]?\d+\.\d+\s*$/.test(cell) && !/^\s*[-+]?\d{1,3}\.\d{3}\s*$/.test(cell)
    return numbers.some((cell) => /\d,\d+\s*$/.test(cell)) && !numbers.some(isPointed)
}

async function openWorkbook(source: ByteSource, known: Known): Promise<Table | TableFault> {
    if (source.size > LARGEST_WHOLE) return { fault: "too-large" }
    const { sheets, countsFrom1904 = false, issues } = readXlsx(await readAll(source), [])
    if (sheets === undefined) {
        const [found] = issues
        if (found?.code === "office.file.too-large") return { fault: "too-large" }
        // A ZIP of an old format is one behind a password.
        return { fault: found?.code === "office.file.old-format" ? "password" : "damaged" }
    }
    return openSheets(sheets, known, countsFrom1904) ?? { fault: "empty" }
}

/** A page of HTML or XML with tables in it; one to sign in on has none that is an export. */
async function openMarkup(source: ByteSource, encoding: Encoding, known: Known): Promise<Table | TableFault> {
    if (source.size > LARGEST_WHOLE) return { fault: "too-large" }
    const text = new TextDecoder(encoding).decode(await readAll(source))
    if (/<(?:office:)?document[\s>]/.test(text.slice(0, HEAD))) return { fault: "office" }
    const sheets = readMarkup(text)
    if (sheets === undefined) return { fault: "too-large" }
    const table = openSheets(sheets, known, false)
    const isPage = /<(?:form|input|script)\b/i.test(text)
    if (table === undefined || ("fault" in table && isPage)) return { fault: "html" }
    return "fault" in table ? table : { ...table, encoding }
}

/** The first table that is an export; what the first lines of all are where none is, `undefined` where there are none. */
function openSheets(
    sheets: readonly ReadSheet[],
    known: Known,
    countsFrom1904: boolean,
): Table | TableFault | undefined {
    for (const sheet of sheets) {
        const table = openSheet(sheet, known, countsFrom1904)
        if (table === undefined) continue
        const others = sheets.filter((one) => one !== sheet && one.rows.length > 0).map(({ name }) => name)
        return others.length === 0 ? table : { ...table, otherSheets: others }
    }
    const first = sheets.flatMap(({ rows }) => rows.slice(0, DEEPEST_HEADER))
    return first.length === 0 ? undefined : unknownTable(first.map(cellsOf))
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
            comma: false,
            marks: "grouped",
            sheet: sheet.name,
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
