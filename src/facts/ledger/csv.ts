import { type ByteSource, chunks } from "../../base/source.ts"

/**
 * Text tables, line by line in constant memory (RFC 4180, and what exchanges make of it): any line ends, a byte order
 * mark before any field, a whole line in quotation marks, tabs or semicolons for commas.
 */

/** What stands between cells. */
export type Separator = "," | ";" | "\t"

/** How the bytes are read. */
export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be"

/** A record of the file: the physical line on which it begins, from 1, and its cells. */
export interface TextRow {
    readonly row: number
    readonly cells: readonly string[]
    /** A quotation mark that is never closed: the line is given as it stands. */
    readonly isTorn?: true
}

/** Longest record, in characters and lines; a mark that is not closed by then is a stray one. */
const LONGEST = 1 << 16
const MOST_LINES = 50

/** Thrown where the bytes are not of the encoding that was tried. */
export class NotThisEncoding extends Error {
    override readonly name = "NotThisEncoding"
}

/** Lines of a file without their ends. Throws {@link NotThisEncoding}. */
async function* blocksOfLines(source: ByteSource, encoding: Encoding): AsyncGenerator<readonly string[]> {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
    let rest = ""
    let isFirst = true
    for await (const chunk of chunks(source)) {
        let text = rest + decode(decoder, chunk)
        if (isFirst && text.startsWith("\uFEFF")) text = text.slice(1)
        isFirst = false
        const end = text.lastIndexOf("\n")
        // Line ends of old Macintosh files have no line feed at all.
        if (end === -1) rest = text
        else {
            rest = text.slice(end + 1)
            yield text.slice(0, end).split("\n")
        }
    }
    const last = rest + decode(decoder)
    yield last.includes("\n") || !/\r(?!$)/.test(last) ? last.split("\n") : last.split("\r")
}

function decode(decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): string {
    try {
        return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
    } catch {
        throw new NotThisEncoding()
    }
}

/**
 * Records of a text table, in blocks. Blank lines are left out; their numbers are counted.
 *
 * @param isQuotedWhole - Each line is one quoted cell that holds the record.
 */
export async function* textRows(
    source: ByteSource,
    encoding: Encoding,
    separator: Separator,
    isQuotedWhole = false,
): AsyncGenerator<readonly TextRow[]> {
    let line = 0
    let open: { row: number; text: string; lines: number } | undefined
    for await (const lines of blocksOfLines(source, encoding)) {
        const rows: TextRow[] = []
        const push = (row: number, text: string): void => {
            const cells = splitLine(text, separator)
            const [only = ""] = cells
            rows.push({ row, cells: isQuotedWhole && cells.length === 1 ? splitLine(only, separator) : cells })
        }
        for (const raw of lines) {
            line++
            const text = raw.endsWith("\r") ? raw.slice(0, -1) : raw
            if (open === undefined) {
                if (text.trim() === "") continue
                if (!text.includes('"') || isClosed(text, separator)) push(line, text)
                else open = { row: line, text, lines: 1 }
                continue
            }
            open = { ...open, text: `${open.text}\n${text}`, lines: open.lines + 1 }
            if (isClosed(open.text, separator)) {
                push(open.row, open.text)
                open = undefined
            } else if (open.text.length > LONGEST || open.lines > MOST_LINES) {
                rows.push(...torn(open))
                open = undefined
            }
        }
        if (rows.length > 0) yield rows
    }
    if (open !== undefined) yield torn(open)
}

/** Lines behind a mark that is never closed, each for itself, so that no row is swallowed. */
function torn({ row, text }: { readonly row: number; readonly text: string }): TextRow[] {
    return text.split("\n").map((cells, i) => ({ row: row + i, cells: [cells], isTorn: true }))
}

/** Whether no quoted cell is still open at the end. */
function isClosed(text: string, separator: Separator): boolean {
    let at = 0
    while (at < text.length) {
        const start = text.charCodeAt(at) === 0xfeff ? at + 1 : at
        if (text.charCodeAt(start) === 34) {
            at = closingMark(text, start + 1)
            if (at === -1) return false
        }
        const next = text.indexOf(separator, at)
        if (next === -1) return true
        at = next + 1
    }
    return true
}

/** Behind the mark that closes a cell begun at `at`; -1 where there is none. */
function closingMark(text: string, at: number): number {
    for (let i = text.indexOf('"', at); i !== -1; i = text.indexOf('"', i + 2))
        if (text.charCodeAt(i + 1) !== 34) return i + 1
    return -1
}

/** Cells of one record. A mark inside an unquoted cell is a character like any other. */
export function splitLine(text: string, separator: Separator): readonly string[] {
    if (!text.includes('"')) return text.includes("\uFEFF") ? text.split(separator).map(bare) : text.split(separator)
    const cells: string[] = []
    let at = 0
    while (true) {
        const start = text.charCodeAt(at) === 0xfeff ? at + 1 : at
        const close = text.charCodeAt(start) === 34 ? closingMark(text, start + 1) : -1
        const next = text.indexOf(separator, close === -1 ? at : close)
        const end = next === -1 ? text.length : next
        cells.push(
            close === -1
                ? bare(text.slice(at, end))
                : text.slice(start + 1, close - 1).replaceAll('""', '"') + text.slice(close, end).trimEnd(),
        )
        if (next === -1) return cells
        at = next + 1
    }
}

function bare(text: string): string {
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}
