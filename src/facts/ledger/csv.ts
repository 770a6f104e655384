import { type ByteSource, CHUNK } from "../../base/source.ts"

/**
 * Text tables, line by line in constant memory (RFC 4180, and what exchanges make of it): any line ends, a byte order
 * mark before any field, a whole line in quotation marks, tabs or semicolons for commas.
 */

/** What stands between cells. */
export type Separator = "," | ";" | "\t"

/** How the bytes are read. */
export type Encoding = "utf-8" | "gb18030" | "big5" | "utf-16le" | "utf-16be"

/** What a workbook's cell holds, as far as it matters here. */
export type StoredKind = "text" | "number" | "date" | "boolean" | "error" | "formula"

/** A record of the file: the physical line on which it begins, from 1, and its cells. */
export interface TextRow {
    readonly row: number
    readonly cells: readonly string[]
    /** Why a line is no record: a quotation mark that is never closed, or its length. Its beginning is given as it stands. */
    readonly torn?: "torn" | "too-long"
    /** The file ends within this line, so that its last cell may be cut. */
    readonly isUnended?: true
    /** By column, of a workbook. */
    readonly kinds?: readonly (StoredKind | undefined)[]
}

/** First columns that are compared with the line above. */
const REPEATED = 2
/** Longest record, in characters and lines; a mark that is not closed by then is a stray one. */
const LONGEST = 1 << 16
const MOST_LINES = 50
/** Bytes read at once: rows of one block live together, and few of them die cheaply. */
const BLOCK = 1 << 16
/** Bytes in which a line must end; a longer one is no record. */
const LONGEST_LINE = 4 << 20

/** Thrown where the bytes are not of the encoding that was tried. */
export class NotThisEncoding extends Error {
    override readonly name = "NotThisEncoding"
}

/** Whole lines of a file as bytes; what stands behind the last line end comes last. */
interface Piece {
    readonly bytes: Uint8Array
    /** The bytes begin a line without end; the rest of it is passed over. */
    readonly isEndless?: true
    readonly isUnended?: true
}

/** Cuts a file behind line ends, so that no character is ever cut and each piece can be decoded by itself. */
async function* pieces(source: ByteSource, encoding: Encoding, block = BLOCK): AsyncGenerator<Piece> {
    let at = 0
    let length = block
    let end: number | undefined
    while (at < source.size) {
        const bytes = await source.read(at, Math.min(length, source.size - at))
        // Line ends of old Macintosh files have no line feed at all.
        end ??= findLast(bytes, encoding, 10) === -1 && findLast(bytes, encoding, 13) !== -1 ? 13 : 10
        const cut = findLast(bytes, encoding, end)
        if (cut !== -1) {
            yield { bytes: bytes.subarray(0, cut) }
            at += cut
            length = block
        } else if (at + bytes.length === source.size) {
            yield { bytes, isUnended: true }
            return
        } else if (length < LONGEST_LINE) length *= 2
        else {
            yield { bytes: bytes.subarray(0, 256), isEndless: true }
            at = await behindLine(source, at + bytes.length, encoding, end)
            length = block
        }
    }
}

/** Behind the last such character; -1 where there is none. No other character of these encodings has its bytes. */
function findLast(bytes: Uint8Array, encoding: Encoding, code: number): number {
    if (!encoding.startsWith("utf-16")) return bytes.lastIndexOf(code) + 1 || -1
    const low = encoding === "utf-16le" ? 0 : 1
    for (let i = (bytes.length & ~1) - 2; i >= 0; i -= 2)
        if (bytes[i + low] === code && bytes[i + 1 - low] === 0) return i + 2
    return -1
}

async function behindLine(source: ByteSource, from: number, encoding: Encoding, code: number): Promise<number> {
    const wide = encoding.startsWith("utf-16") ? 2 : 1
    for (let at = from; at < source.size; at += BLOCK) {
        const bytes = await source.read(at, Math.min(BLOCK, source.size - at))
        for (let i = bytes.indexOf(code); i !== -1; i = bytes.indexOf(code, i + 1)) {
            const start = wide === 1 ? i : i & ~1
            const behind = start + wide
            if (findLast(bytes.subarray(start, behind), encoding, code) !== -1) return at + behind
        }
    }
    return source.size
}

/** Whether all of a file is text of this encoding; a character that the end of the file cuts is no fault. */
export async function isEncoded(source: ByteSource, encoding: Encoding): Promise<boolean> {
    const decode = decoderOf(encoding)
    try {
        for await (const piece of pieces(source, encoding, CHUNK)) decode(piece)
        return true
    } catch (thrown) {
        if (thrown instanceof NotThisEncoding) return false
        throw thrown
    }
}

/** Decodes pieces, each by itself. */
function decoderOf(encoding: Encoding): (piece: Piece) => string {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
    return ({ bytes, isUnended, isEndless }) => {
        if (isEndless === true) return new TextDecoder(encoding).decode(bytes)
        try {
            return isUnended === true ? decoder.decode(bytes, { stream: true }) : decoder.decode(bytes)
        } catch {
            throw new NotThisEncoding()
        }
    }
}

/** Lines of a piece. */
interface Lines {
    /** Each line with its end, but for the last of a file. */
    readonly text: string
    readonly end: "\n" | "\r"
    readonly hasMarks: boolean
    readonly isEndless: boolean
    readonly isUnended: boolean
}

/** Throws {@link NotThisEncoding}. */
async function* blocksOfLines(source: ByteSource, encoding: Encoding): AsyncGenerator<Lines> {
    let isFirst = true
    let end: Lines["end"] | undefined
    const decode = decoderOf(encoding)
    for await (const piece of pieces(source, encoding)) {
        let text = decode(piece)
        if (isFirst && text.startsWith("\uFEFF")) text = text.slice(1)
        isFirst = false
        end ??= text.includes("\n") || !text.includes("\r") ? "\n" : "\r"
        const { isEndless = false, isUnended = false } = piece
        const hasMarks = text.includes('"') || text.includes("\uFEFF")
        yield { text, end, hasMarks, isEndless, isUnended }
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
    const records = new Records(separator, isQuotedWhole)
    for await (const block of blocksOfLines(source, encoding)) {
        records.take(block)
        const rows = records.give()
        if (rows.length > 0) yield rows
    }
    records.finish()
    const rows = records.give()
    if (rows.length > 0) yield rows
}

/** Puts together records from lines; a quoted cell may go over several. */
class Records {
    private rows: TextRow[] = []
    /** First cells of the line above. */
    private readonly before: string[] = []
    private line = 0
    private open: { readonly row: number; readonly lines: string[]; length: number } | undefined
    private readonly separator: Separator
    private readonly isQuotedWhole: boolean
    constructor(separator: Separator, isQuotedWhole: boolean) {
        this.separator = separator
        this.isQuotedWhole = isQuotedWhole
    }

    give(): readonly TextRow[] {
        const { rows } = this
        this.rows = []
        return rows
    }

    take(block: Lines): void {
        if (block.hasMarks || block.isEndless || this.open !== undefined) this.takeLines(block)
        else this.takePlain(block)
        const last = this.rows.at(-1)
        if (block.isUnended && last?.row === this.line) this.rows[this.rows.length - 1] = { ...last, isUnended: true }
    }

    /** Lines without a quotation mark, cut in one go: half the time of splitting each. */
    private takePlain({ text, end }: Lines): void {
        const { separator, rows, before } = this
        const code = separator.charCodeAt(0)
        let at = 0
        while (at < text.length) {
            const found = text.indexOf(end, at)
            const next = found === -1 ? text.length : found
            const stop = next > at && text.charCodeAt(next - 1) === 13 ? next - 1 : next
            const row = ++this.line
            if (stop - at > LONGEST) this.tear(row, text.slice(at, stop), "too-long")
            else if (stop > at) {
                const cells: string[] = []
                let from = at
                for (let column = 0; ; column++) {
                    // Account number and time are mostly those of the line above: no new text is made for them.
                    const same = column < REPEATED ? (before[column] ?? "") : ""
                    const behind = from + same.length
                    if (same !== "" && text.charCodeAt(behind) === code && text.startsWith(same, from)) {
                        cells.push(same)
                        from = behind + 1
                        continue
                    }
                    const to = text.indexOf(separator, from)
                    const isLast = to === -1 || to >= stop
                    const cell = text.slice(from, isLast ? stop : to)
                    cells.push(cell)
                    if (column < REPEATED) before[column] = cell
                    if (isLast) break
                    from = to + 1
                }
                if (cells.length > 1 || cells[0]?.trim() !== "") rows.push({ row, cells })
            }
            at = next + 1
        }
    }

    private takeLines({ text: block, end, isEndless, isUnended }: Lines): void {
        const lines = block.split(end)
        if (!isUnended && !isEndless) lines.pop()
        for (const raw of lines) {
            const row = ++this.line
            const text = raw.charCodeAt(raw.length - 1) === 13 ? raw.slice(0, -1) : raw
            if (isEndless || text.length > LONGEST) this.tear(row, text, "too-long")
            else this.add(row, text)
        }
    }

    /** A mark that is open at the end of the file is never closed. */
    finish(): void {
        while (this.open !== undefined) this.giveUp()
    }

    private add(row: number, text: string): void {
        const { open } = this
        if (open === undefined) {
            if (text.trim() === "") return
            const state = text.includes('"') ? marksOf(text, this.separator) : "closed"
            if (state === "open") this.open = { row, lines: [text], length: text.length }
            else this.push(row, text)
            return
        }
        open.lines.push(text)
        open.length += text.length + 1
        const whole = open.lines.join("\n")
        const state = marksOf(whole, this.separator)
        if (state === "closed") {
            this.open = undefined
            this.push(open.row, whole)
        } else if (state === "stray" || open.length > LONGEST || open.lines.length > MOST_LINES) this.giveUp()
    }

    /** The mark was a stray one: its line is torn, and those behind it are lines of their own, so that none is swallowed. */
    private giveUp(): void {
        const { row, lines } = this.open ?? { row: 0, lines: [] }
        this.open = undefined
        const [first = "", ...others] = lines
        this.tear(row, first, "torn")
        for (const [i, text] of others.entries()) this.add(row + 1 + i, text)
    }

    private push(row: number, text: string): void {
        const cells = splitLine(text, this.separator)
        const [only = ""] = cells
        this.rows.push({
            row,
            cells: this.isQuotedWhole && cells.length === 1 ? splitLine(only, this.separator) : cells,
        })
    }

    private tear(row: number, text: string, torn: TextRow["torn"] & string): void {
        this.rows.push({ row, cells: [text.slice(0, 200)], torn })
    }
}

/** Whether all quoted cells are closed, one is still open at the end, or a mark stands where none can. */
function marksOf(text: string, separator: Separator): "closed" | "open" | "stray" {
    let at = 0
    while (at < text.length) {
        const start = text.charCodeAt(at) === 0xfeff ? at + 1 : at
        if (text.charCodeAt(start) === 34) {
            at = closingMark(text, start + 1)
            if (at === -1) return "open"
            const next = text.slice(at, at + 80).trimStart()
            if (separator !== "\t" && next !== "" && !next.startsWith(separator)) return "stray"
        }
        const next = text.indexOf(separator, at)
        if (next === -1) return "closed"
        at = next + 1
    }
    return "closed"
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

/** A text of its own: a part of a line otherwise keeps the whole block of the file in memory that it was cut from. */
export function ownText(text: string): string {
    return ` ${text}`.slice(1)
}
