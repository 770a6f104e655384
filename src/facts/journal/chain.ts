import { concat, fromUtf8, utf8 } from "../../base/bytes.ts"
import { printJsonLine } from "../../base/canonical-json.ts"
import { sha256Hex } from "../../base/digest.ts"
import { hasErrors, type Issue, issue } from "../../base/issue.ts"
import { readJson } from "../../base/json.ts"
import { isMapping, memberOf } from "../../base/value.ts"

/**
 * A journal: one canonical JSON object a line, each with the hash of what stands before it. Whatever is changed, moved or
 * removed before the last line is found from the file alone; that lines are missing at the end, or that the whole was
 * written anew, only by the end code that somebody wrote down.
 */

/** Name, size and SHA-256 of a file that an act is about. */
export interface FileHash {
    readonly name: string
    readonly sizeBytes: number
    readonly sha256: string
}

/** One line. Acts and fields of a later version are kept as they are. */
export interface Entry {
    readonly n: number
    /** When it was done and when it was written down, RFC 3339 with the offset that was given. */
    readonly at: string
    readonly recordedAt: string
    readonly act: string
    /** Members that are neither those above nor `files`, by name. */
    readonly fields: Readonly<Record<string, string>>
    readonly files: readonly FileHash[]
}

/** Whose journal it is; stands in its first line. Channels belong to no case. */
export interface Head {
    readonly ref: string
    /** 核对码 of the draft, eight groups. */
    readonly checkCode: string
}

export interface Journal {
    readonly entries: readonly Entry[]
    /** End code behind each entry, 32 hex digits in eight groups. */
    readonly codes: readonly string[]
    readonly head: Head | undefined
    /** What the next line gives as `prev`, once a torn last line has got its LF. */
    readonly next: string
    /** The file ends within a line: an append that was cut off. */
    readonly isTorn: boolean
    /** What is wrong with the chain; warnings alone where it holds. */
    readonly issues: readonly Issue[]
}

/** `prev` of a first line. */
const NOTHING = "0".repeat(64)
const LF = 0x0a

/**
 * Reads a journal and follows its chain from the first line to the last. `file` is its name, for findings. Where the chain
 * does not hold because an editor saved the file in its own manner, that is the one finding, and the entries are told.
 */
export function readJournal(bytes: Uint8Array, file: string): Journal {
    const found = follow(ended(bytes), file)
    const isTorn = bytes.length > 0 && bytes.at(-1) !== LF
    if (!hasErrors(found.issues)) {
        const unended = isTorn && !found.isTorn
        const line = found.entries.length
        return {
            ...found,
            isTorn,
            issues: unended
                ? [...found.issues, issue("journal.tail.unended", [file, line], {}, "warning")]
                : found.issues,
        }
    }
    for (const written of asWritten(bytes)) {
        const plain = follow(written, file)
        if (plain.entries.length === 0 || hasErrors(plain.issues)) continue
        const entries = plain.entries.length
        return { ...plain, issues: [issue("journal.file.resaved", [file], { entries }), ...plain.issues] }
    }
    return found
}

/** With its LF where a whole last line lacks nothing else: programs that trim a text take it away. */
function ended(bytes: Uint8Array): Uint8Array {
    const rest = bytes.subarray(bytes.lastIndexOf(LF) + 1)
    const line = concat([rest, utf8("\n")])
    return rest.length > 0 && readLine(line) !== undefined ? concat([bytes, utf8("\n")]) : bytes
}

/** The bytes as the program would have written that text, by the ways in which editors on Windows save one. */
function* asWritten(bytes: Uint8Array): Iterable<Uint8Array> {
    for (const encoding of ["utf-8", "utf-16le", "utf-16be", "gb18030"]) {
        const text = decoded(bytes, encoding)
        if (text !== undefined) yield utf8(text.replace(/\r\n?/g, "\n").replace(/\s*$/, "\n"))
    }
}

/** Text without the mark that may stand in front of it; undefined where the bytes are none in that encoding. */
function decoded(bytes: Uint8Array, encoding: string): string | undefined {
    try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
        return undefined
    }
}

/** Follows the chain over the bytes as they are. */
function follow(bytes: Uint8Array, file: string): Journal {
    const { lines, rest } = linesOf(bytes)
    const places = new Map<string, number>() // what a line gives as `prev` behind each entry but the last
    const entries: Entry[] = []
    const codes: string[] = []
    const issues: Issue[] = []
    let head: Head | undefined
    let since = 0 // where the entry before begins
    let strange: number[] = [] // lines since then that are no entries
    let recorded = Number.NEGATIVE_INFINITY
    for (const [i, { start, end }] of lines.entries()) {
        const line = i + 1
        const raw = bytes.subarray(start, end)
        const read = readLine(raw)
        if (read === undefined) {
            strange.push(line)
            continue
        }
        const { entry, prev } = read
        // Behind a fault entries are counted on from there: it is told once.
        const expected = (entries.at(-1)?.n ?? 0) + 1
        const before = hashOf(bytes.subarray(since, start))
        const isTied = prev === before
        const after = places.get(prev)
        if (entries.length > 0 && read.head !== undefined)
            issues.push(issue("journal.line.head", [file, line], { line }))
        else if (!isTied && after !== undefined)
            issues.push(
                codes[after] === endCode(raw)
                    ? issue("journal.line.twice", [file, line], { line, taken: after + 1 })
                    : issue("journal.line.fork", [file, line], { line, after, taken: after + 1 }),
            )
        else {
            if (entry.n !== expected)
                issues.push(issue("journal.line.order", [file, line], { line, found: entry.n, expected }))
            if (!isTied) issues.push(issue("journal.line.chain", [file, line], { line }))
        }
        if (entries.length > 0) places.set(before, entries.at(-1)?.n ?? 0)
        // What stands between two entries is a torn append where the chain goes over it, else somebody's hand.
        for (const between of strange)
            issues.push(
                isTied
                    ? issue("journal.line.torn", [file, between], { line: between }, "warning")
                    : issue("journal.line.unreadable", [file, between], { line: between }),
            )
        if (entries.length === 0) head = read.head
        const recordedAt = Date.parse(entry.recordedAt)
        if (recordedAt < recorded)
            issues.push(issue("journal.line.clock", [file, line], { line, at: entry.recordedAt }, "warning"))
        recorded = recordedAt
        entries.push(entry)
        codes.push(endCode(raw))
        since = start
        strange = []
    }
    for (const line of strange) issues.push(issue("journal.line.unreadable", [file, line], { line }))
    const isTorn = rest.length > 0
    if (isTorn) issues.push(issue("journal.tail.torn", [file, lines.length + 1], { line: lines.length + 1 }, "warning"))
    return { entries, codes, head, next: hashOf(bytes.subarray(since)), isTorn, issues }
}

/** The lines that have their LF, and what stands behind the last one. */
function linesOf(bytes: Uint8Array): {
    readonly lines: readonly { readonly start: number; readonly end: number }[]
    readonly rest: Uint8Array
} {
    const lines: { start: number; end: number }[] = []
    let start = 0
    for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, start)) {
        lines.push({ start, end: at + 1 })
        start = at + 1
    }
    return { lines, rest: bytes.subarray(start) }
}

function hashOf(bytes: Uint8Array): string {
    return bytes.length === 0 ? NOTHING : sha256Hex(bytes)
}

/** 32 hex digits that stand for the journal up to this line, in eight groups. */
function endCode(line: Uint8Array): string {
    return sha256Hex(line).slice(0, 32).match(/.{4}/g)?.join(" ") ?? ""
}

/** What a code that somebody wrote down says of a journal: of which entry it is the code, or of none. */
export function entryOfCode({ codes }: Journal, code: string): number | undefined {
    const at = codes.indexOf(code)
    return at === -1 ? undefined : at + 1
}

interface Line {
    readonly entry: Entry
    readonly prev: string
    readonly head: Head | undefined
}

/** RFC 3339 with whole seconds. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/

/** A line of ours; undefined where it is none, or not in the one form in which such a line is written. */
function readLine(raw: Uint8Array): Line | undefined {
    const read = readJson(raw)
    if ("fault" in read || fromUtf8(raw) !== printJsonLine(read.value)) return undefined
    const { value } = read
    if (!isMapping(value)) return undefined
    const { format, n, at, recordedAt, act, prev, ref, checkCode, files, ...fields } = value
    if (!isText(format) || !/^1\.\d{1,3}$/.test(format)) return undefined
    if (typeof n !== "number" || !Number.isSafeInteger(n)) return undefined
    if (!isMoment(at) || !isMoment(recordedAt) || !isText(act) || !isText(prev)) return undefined
    const hashes = readFiles(files)
    if (hashes === undefined || !Object.values(fields).every(isText)) return undefined
    if (ref !== undefined && checkCode !== undefined && !(isText(ref) && isText(checkCode))) return undefined
    return {
        entry: { n, at, recordedAt, act, fields: fields as Record<string, string>, files: hashes },
        prev,
        head: isText(ref) && isText(checkCode) ? { ref, checkCode } : undefined,
    }
}

const isText = (value: unknown): value is string => typeof value === "string"
const isMoment = (value: unknown): value is string =>
    isText(value) && MOMENT.test(value) && !Number.isNaN(Date.parse(value))

function readFiles(value: unknown): readonly FileHash[] | undefined {
    if (value === undefined) return []
    if (!Array.isArray(value)) return undefined
    const files: FileHash[] = []
    for (const one of value as readonly unknown[]) {
        const [name, sizeBytes, sha256] = ["name", "sizeBytes", "sha256"].map((key) => memberOf(one, key))
        if (!isText(name) || typeof sizeBytes !== "number" || !isText(sha256)) return undefined
        files.push({ name, sizeBytes, sha256 })
    }
    return files
}

/** The bytes that an entry adds to a journal: its line, and before it the LF that a torn last line lacks. */
export function lineFor(journal: Journal, bytes: Uint8Array, entry: Entry, head: Head | undefined): Uint8Array {
    // With its LF the last line may turn out to be whole, so that the journal is read once more.
    const before = journal.isTorn ? follow(concat([bytes, utf8("\n")]), "") : journal
    const { at, recordedAt, act, fields, files } = entry
    const members = {
        ...fields,
        ...(files.length === 0 ? {} : { files }),
        ...(before.entries.length > 0 ? {} : head),
        ...{ format: "1.0", n: before.entries.length + 1, at, recordedAt, act, prev: before.next },
    }
    return utf8(`${journal.isTorn ? "\n" : ""}${printJsonLine(members)}`)
}
