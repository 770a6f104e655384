import { type ByteSource, CHUNK, readAll } from "../../base/source.ts"
import type { ReadRow, ReadSheet } from "../../typeset/office/sheet.ts"
import { readXlsx } from "../../typeset/office/xlsx-read.ts"
import { type Encoding, NotThisEncoding, type Separator, splitLine, type TextRow, textRows } from "./csv.ts"
import { type Format, layout, type Matched, matchHeader, type Report, type Role } from "./format.ts"
import type { RowKind } from "./row.ts"
import { serialWall, type Wall } from "./wall.ts"

/** An export file with its header found: what format it is, and its records one after the other. */
export interface Table {
    readonly matched: Matched
    /** Row of the header, from 1. What stands above it is private data of the account and is not kept. */
    readonly headerRow: number
    readonly encoding?: Encoding
    readonly separator?: Separator
    /** Decimals are written with a comma. */
    readonly comma: boolean
    /** Name of the sheet, of a workbook. */
    readonly sheet?: string
    /** Records behind the header, in blocks. Throws {@link NotThisEncoding} where the file is of mixed encodings. */
    rows(): AsyncGenerator<readonly TextRow[]>
    /** Wall clock of a cell that is stored as a date. */
    dateCell?(row: number, column: number): Wall | undefined
}

/** Why a file is no table that can be read. */
export type TableFault =
    | { readonly fault: "unknown-header"; readonly header: string }
    | { readonly fault: "empty" | "html" | "pdf" | "old-xls" | "damaged" | "too-large" | "not-text" }

/** Columns that the reporter named, for a header nobody knows; names as in the file. */
export interface NamedColumns {
    readonly report: Report
    readonly columns: Readonly<Partial<Record<Role, string>>>
}

/** How far the header is looked for: lines above it name the account. */
const DEEPEST_HEADER = 16
const HEAD = 1 << 16
/** Workbooks are read whole; a larger one is exported as CSV. */
const LARGEST_XLSX = 64 << 20

/** Opens a table. */
export async function openTable(
    source: ByteSource,
    formats: readonly Format[],
    named?: NamedColumns,
): Promise<Table | TableFault> {
    if (source.size === 0) return { fault: "empty" }
    const head = await source.read(0, Math.min(source.size, HEAD))
    const known = named === undefined ? formats : [namedFormat(named)]
    if (begins(head, [0x50, 0x4b])) return openWorkbook(source, known)
    if (begins(head, [0xd0, 0xcf, 0x11, 0xe0])) return { fault: "old-xls" }
    if (begins(head, [0x25, 0x50, 0x44, 0x46])) return { fault: "pdf" }
    return openText(source, head, known)
}

function begins(head: Uint8Array, bytes: readonly number[]): boolean {
    return bytes.every((byte, i) => head[i] === byte)
}

/** A format of the reporter's making. */
function namedFormat({ report, columns }: NamedColumns): Format {
    const line = Object.entries(columns)
        .map(([role, header]) => `${role}=${header.replaceAll(",", " ")}`)
        .join(", ")
    return { id: "named", exchange: "", report, kind: KIND_OF[report], layouts: [layout("named", "", line)] }
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

async function openText(source: ByteSource, head: Uint8Array, formats: readonly Format[]): Promise<Table | TableFault> {
    const encodings: readonly Encoding[] = begins(head, [0xff, 0xfe])
        ? ["utf-16le"]
        : begins(head, [0xfe, 0xff])
          ? ["utf-16be"]
          : ENCODINGS
    let text: string | undefined
    let encoding: Encoding | undefined
    for (const one of encodings) {
        text = decodeHead(head, one)
        if (text !== undefined) {
            // A first part that is plain ASCII says nothing of the rest.
            encoding = one === "utf-8" && !(await isUtf8(source)) ? "gb18030" : one
            break
        }
    }
    if (text === undefined || encoding === undefined || text.includes("\0")) return { fault: "not-text" }
    if (/^\uFEFF?\s*<(?:!doctype|html|\?xml|table|div|head|body)\b/i.test(text)) return { fault: "html" }
    if (encoding === "gb18030") text = decodeHead(head, "gb18030") ?? text
    const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/)
    const found = findHeader(lines, formats)
    if (found === undefined) {
        const header = lines.find((line) => line.trim() !== "") ?? ""
        return header === "" ? { fault: "empty" } : { fault: "unknown-header", header: header.slice(0, 200) }
    }
    const { matched, line, separator, isQuotedWhole } = found
    const used = encoding
    const rows = async function* (): AsyncGenerator<readonly TextRow[]> {
        for await (const block of textRows(source, used, separator, isQuotedWhole)) {
            const behind = (block[0]?.row ?? 0) > line ? block : block.filter(({ row }) => row > line)
            if (behind.length > 0) yield behind
        }
    }
    const sample = lines.slice(line, line + 300).map((one) => splitLine(one, separator))
    return {
        matched,
        headerRow: line,
        encoding,
        separator,
        comma: separator === ";" && hasDecimalComma(matched, sample),
        rows,
    }
}

/** The head as text; a character cut off at its end is no fault. */
function decodeHead(head: Uint8Array, encoding: Encoding): string | undefined {
    try {
        return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(head, { stream: true })
    } catch {
        return undefined
    }
}

async function isUtf8(source: ByteSource): Promise<boolean> {
    const decoder = new TextDecoder("utf-8", { fatal: true })
    try {
        for (let at = 0; at < source.size; at += CHUNK)
            decoder.decode(await source.read(at, Math.min(CHUNK, source.size - at)), { stream: true })
        decoder.decode()
        return true
    } catch (thrown) {
        if (thrown instanceof TypeError) return false
        throw thrown
    }
}

interface FoundHeader {
    readonly matched: Matched
    /** From 1. */
    readonly line: number
    readonly separator: Separator
    readonly isQuotedWhole: boolean
}

/** The header among the first lines, and what separates its cells. */
function findHeader(lines: readonly string[], formats: readonly Format[]): FoundHeader | undefined {
    for (const [i, line] of lines.slice(0, DEEPEST_HEADER).entries())
        for (const separator of SEPARATORS) {
            if (!line.includes(separator)) continue
            const cells = splitLine(line, separator)
            const isQuotedWhole = cells.length === 1
            const matched = matchHeader(formats, isQuotedWhole ? splitLine(cells[0] ?? "", separator) : cells)
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

/** A comma with figures behind it in some number of the file, and a point in none. */
function hasDecimalComma({ roles }: Matched, rows: readonly (readonly string[])[]): boolean {
    const numbers = rows.flatMap((cells) => cells.filter((_, i) => NUMBERS.includes(roles[i] ?? "_")))
    return numbers.some((cell) => /\d,\d+$/.test(cell)) && !numbers.some((cell) => /^[-+]?\d+\.\d+$/.test(cell))
}

async function openWorkbook(source: ByteSource, formats: readonly Format[]): Promise<Table | TableFault> {
    if (source.size > LARGEST_XLSX) return { fault: "too-large" }
    const { sheets, countsFrom1904 = false, issues } = readXlsx(await readAll(source), [])
    if (sheets === undefined) {
        const [found] = issues
        if (found?.code === "office.file.too-large") return { fault: "too-large" }
        return { fault: found?.code === "office.file.old-format" ? "old-xls" : "damaged" }
    }
    for (const sheet of sheets) {
        const table = openSheet(sheet, formats, countsFrom1904)
        if (table !== undefined) return table
    }
    const [first] = sheets.flatMap(({ rows }) => rows)
    if (first === undefined) return { fault: "empty" }
    return { fault: "unknown-header", header: cellsOf(first).join(",").slice(0, 200) }
}

const BLOCK = 4096

function openSheet(sheet: ReadSheet, formats: readonly Format[], countsFrom1904: boolean): Table | undefined {
    for (const header of sheet.rows.slice(0, DEEPEST_HEADER)) {
        const matched = matchHeader(formats, cellsOf(header))
        if (matched === undefined) continue
        const rows = sheet.rows.filter(({ row }) => row > header.row)
        const byNumber = new Map(rows.map((row) => [row.row, row]))
        return {
            matched,
            headerRow: header.row,
            comma: false,
            sheet: sheet.name,
            async *rows() {
                for (let at = 0; at < rows.length; at += BLOCK)
                    yield rows.slice(at, at + BLOCK).map((row) => ({ row: row.row, cells: cellsOf(row) }))
            },
            dateCell(row, column) {
                const cell = byNumber.get(row)?.cells.find((one) => one.column === column + 1)
                return cell?.kind === "date" ? serialWall(cell.text, countsFrom1904) : undefined
            },
        }
    }
    return undefined
}

/** Cells by place, blank where the row has none. */
function cellsOf({ cells }: ReadRow): string[] {
    const out: string[] = []
    for (const { column, text } of cells) out[column - 1] = text
    return Array.from(out, (text) => text ?? "")
}
