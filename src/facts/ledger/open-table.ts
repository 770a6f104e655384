import type { ByteSource } from "../../base/source.ts"
import { type Separator, splitLine, textRows } from "./csv.ts"
import { decodedHead, encodingOf } from "./encoding.ts"
import { clockedBy, type Format, type Matched, matchHeader, type Role } from "./format.ts"
import { isNamed, type Known, knownBy, type NamedColumns, withWays } from "./named.ts"
import type { Marks } from "./number.ts"
import { NO_DATA } from "./row.ts"
import { openSheets } from "./sheets.ts"
import { DEEPEST_HEADER, HEAD, recordsAbove, type Table, type TableFault, unknownTable } from "./table.ts"
import { hasShortYear, hasYearFirst, strokesOf } from "./wall.ts"
import { begins, readWhole } from "./whole.ts"

/**
 * Opens a table.
 *
 * @param named - What the reporter named the columns of.
 * @param sheet - Its place among those of a workbook or page, from 0; without it the first that is an export.
 */
export async function openTable(
    source: ByteSource,
    formats: readonly Format[],
    named?: NamedColumns,
    sheet?: number,
): Promise<Table | TableFault> {
    const found = await openRows(source, knownBy(formats, named), sheet)
    // Columns may be named of the wrong file, whose header is known.
    const isVain = named !== undefined && "fault" in found && found.fault === "unknown-header"
    const own = isVain ? await openRows(source, knownBy(formats), sheet) : found
    const table = "fault" in own ? found : own
    return "fault" in table ? table : withWays(await withStrokes(await withWholeNumbers(table)), named?.account)
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
    const at = matched.roles.indexOf(matched.roles.includes("date") ? "date" : "time")
    const met = new Set<string | undefined>()
    let isYearFirst = false
    for await (const rows of table.rows()) {
        isYearFirst ||= matched.format.yearLast === true && rows.some(({ cells }) => hasYearFirst(cells[at] ?? ""))
        for (const { cells } of rows) met.add(strokesOf(cells[at] ?? "", matched.format.yearLast))
        if (["dmy", "mdy", "either"].some((order) => met.has(order))) continue
        // Of a format that nobody knows the year may as well come last.
        const isOpen = isNamed(matched.format) && rows.some(({ cells }) => hasShortYear(cells[at] ?? ""))
        return isOpen ? { ...table, isOrderAssumed: true } : table
    }
    const [isDay, isMonth] = [met.has("dmy"), met.has("mdy")]
    const { strokes: usual, ...format } = matched.format
    if (isYearFirst) {
        const { yearLast: _, ...other } = format
        return { ...table, matched: { ...matched, format: other } }
    }
    if (!isDay && !isMonth) return usual === undefined ? table : { ...table, isOrderAssumed: true }
    // Where some rows say this and others that, none can be believed.
    if (isDay && isMonth) return { ...table, matched: { ...matched, format } }
    return { ...table, matched: { ...matched, format: { ...format, strokes: isDay ? "dmy" : "mdy" } } }
}

async function openRows(source: ByteSource, known: Known, sheet: number | undefined): Promise<Table | TableFault> {
    if (source.size === 0) return { fault: "empty" }
    const head = await source.read(0, Math.min(source.size, HEAD))
    if (begins(head, [0x25, 0x50, 0x44, 0x46])) return { fault: "pdf" }
    if (ARCHIVES.some((mark) => begins(head, mark)) || begins(head.subarray(257), TAR)) return { fault: "archive" }
    const whole = await readWhole(source, head, sheet === undefined ? {} : { only: sheet })
    if (whole === undefined) return openText(source, head, known)
    return "fault" in whole ? whole : openSheets(whole, known, sheet)
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

const SEPARATORS: readonly Separator[] = [",", ";", "\t"]

async function openText(source: ByteSource, head: Uint8Array, known: Known): Promise<Table | TableFault> {
    const encoding = await encodingOf(source, head)
    if (encoding === undefined) return { fault: "not-text" }
    const text = decodedHead(head, encoding)
    if (text === undefined) return { fault: "not-text" }
    const lines = text.split(text.includes("\n") ? /\r?\n/ : "\r")
    const found = findHeader(lines, known)
    if (found === undefined) {
        const first = lines.slice(0, DEEPEST_HEADER).filter((line) => line.trim() !== "")
        if (first.every((line) => line.length < 60 && NO_DATA.test(line))) return { fault: "empty" }
        return unknownTable(first.map((line) => cellsByMost(line)))
    }
    const { line, separator, isQuotedWhole } = found
    const matched = clockedBy(found.matched, lines.slice(0, line - 1))
    const before = lines.slice(0, line - 1).map((one, i) => ({ row: i + 1, cells: splitLine(one, separator) }))
    const sample = lines.slice(line, line + 300).map((one) => splitLine(one, separator))
    const marks = separator === ";" ? marksBeside(matched, sample) : marksWithin(matched, sample)
    return {
        matched,
        headerRow: line,
        above: recordsAbove(matched, before),
        encoding,
        separator,
        comma: marks === "comma",
        marks,
        async *rows() {
            for await (const block of textRows(source, encoding, separator, isQuotedWhole)) {
                const behind = (block[0]?.row ?? 0) > line ? block : block.filter(({ row }) => row > line)
                if (behind.length > 0) yield behind
            }
        },
    }
}

/** Cells by the sign that parts a line into most. */
function cellsByMost(line: string): readonly string[] {
    const ways = SEPARATORS.map((separator) => splitLine(line, separator))
    return ways.reduce((best, way) => (way.length > best.length ? way : best))
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

const numbersOf = ({ roles }: Matched, rows: readonly (readonly string[])[]): readonly string[] =>
    rows.flatMap((cells) => cells.filter((_, i) => NUMBERS.includes(roles[i] ?? "_")).map((cell) => cell.trim()))

/** With semicolons: a comma with figures behind it in some number, and a point that does not group in none. */
function marksBeside(matched: Matched, rows: readonly (readonly string[])[]): Marks {
    const numbers = numbersOf(matched, rows)
    const isPointed = (cell: string) => /^[-+]?\d+\.\d+$/.test(cell) && !/^[-+]?\d{1,3}\.\d{3}$/.test(cell)
    return numbers.some((cell) => /\d,\d+$/.test(cell)) && !numbers.some(isPointed) ? "comma" : "bare"
}

/**
 * With commas or tabs, where a number is in quotation marks for its comma: that is one for a point where no number has a
 * point and some comma cannot group (`0,4512`). Beside such as may be either (`3,500`) nothing is sure.
 */
function marksWithin(matched: Matched, rows: readonly (readonly string[])[]): Marks {
    const numbers = numbersOf(matched, rows).filter((cell) => /^[-+]?\d+,\d+$/.test(cell) || /\d\.\d/.test(cell))
    const mayGroup = (cell: string) => /^[-+]?[1-9]\d{0,2},\d{3}$/.test(cell)
    if (numbers.some((cell) => cell.includes(".")) || numbers.every(mayGroup)) return "grouped"
    return numbers.some(mayGroup) ? "bare" : "comma"
}
