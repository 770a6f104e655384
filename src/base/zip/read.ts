import { equalBytes, fromUtf8, showBytes, utf8, viewOf } from "../bytes.ts"
import type { Crc32 } from "../digest.ts"
import { type Issue, issue, PacketError } from "../issue.ts"
import { type ByteSource, passingChunks, sliceSource } from "../source.ts"
import { crc32 } from "./crc32.ts"
import {
    CENTRAL,
    centralHeader,
    dosDateTime,
    END,
    type EntryHead,
    endRecord,
    localHeader,
    MOST_ENTRIES,
    ZIP_DATE,
} from "./profile.ts"

/**
 * Strict reader of the profile. It accepts a file only if the writer would write it again from what was read: each header
 * is rebuilt from name, size and CRC and compared byte for byte, and header, content, header ... lie without gap from
 * byte 0 to the end. So there is nothing hidden, overlapping, doubled or free; two readers cannot see two contents.
 * A foreign ZIP is refused, however harmless: unpack it and check the folder.
 */

/** One file of a ZIP. The name is `<top>/...`; the content is not yet checked against `crc`, see {@link entryChunks}. */
export interface ZipEntry {
    readonly name: string
    /** In bytes. */
    readonly size: number
    /** CRC-32 as both headers state it. */
    readonly crc: number
    /** Where in the ZIP the content begins. */
    readonly at: number
    readonly source: ByteSource
}

/** Entries in file order and their one top directory; or what is against the profile. Never both. */
export type ReadZip =
    | { readonly ok: true; readonly top: string; readonly entries: readonly ZipEntry[] }
    | { readonly ok: false; readonly issues: readonly Issue[] }

// Findings that repeat for each of thousands of entries help nobody.
const MOST_ISSUES = 100

/** Reads the directory and every header, not the contents. Issue paths begin with the entry's name where it has one. */
export async function readStoreZip(source: ByteSource): Promise<ReadZip> {
    const directory = await readDirectory(source)
    if ("code" in directory) return { ok: false, issues: [directory] }
    const issues: Issue[] = []
    const entries: ZipEntry[] = []
    let offset = 0
    for (const { head, header, name } of directory.entries) {
        if (issues.length >= MOST_ISSUES) break
        if (!equalBytes(header, centralHeader(head, offset))) issues.push(issue("zip.entry.header", [name], {}))
        const local = localHeader(head)
        const contentAt = offset + local.length
        if (contentAt + head.size > directory.offset) {
            issues.push(issue("zip.entry.beyond", [name], {}))
            break // every offset behind it is a guess
        }
        if (!equalBytes(await source.read(offset, local.length), local))
            issues.push(issue("zip.entry.local-header", [name], { offset }))
        const content = sliceSource(source, contentAt, head.size)
        entries.push({ name, size: head.size, crc: head.crc, at: contentAt, source: content })
        offset = contentAt + head.size
    }
    if (issues.length === 0 && offset !== directory.offset) issues.push(issue("zip.file.gap", [], { offset }))
    const names = checkNames(directory.entries.map((entry) => entry.name))
    issues.push(...names.issues)
    if (issues.length > 0 || names.top === undefined) return { ok: false, issues: issues.slice(0, MOST_ISSUES) }
    return { ok: true, top: names.top, entries }
}

/**
 * The content of an entry in chunks, in order. After the last one its CRC-32 is checked ({@link checkCrc}); a caller that
 * stops before has checked nothing. Each chunk is in the memory of the one before.
 */
export async function* entryChunks(entry: ZipEntry, continued: Crc32 = crc32): AsyncGenerator<Uint8Array> {
    let crc = 0
    for await (const chunk of passingChunks(entry.source)) {
        crc = continued(chunk, crc)
        yield chunk
    }
    checkCrc(entry, crc)
}

/** Throws {@link PacketError} `zip.entry.crc` where the content has another CRC-32 than the headers state. */
export function checkCrc(entry: ZipEntry, found: number): void {
    if (found !== entry.crc) throw new PacketError([issue("zip.entry.crc", [entry.name], {})])
}

interface DirectoryEntry {
    readonly head: EntryHead
    readonly name: string
    /** The bytes as found. */
    readonly header: Uint8Array
}

interface Directory {
    readonly offset: number
    readonly entries: readonly DirectoryEntry[]
}

/** The end record must be the last 22 bytes: no comment, nothing appended, no ZIP64. */
async function readDirectory(source: ByteSource): Promise<Directory | Issue> {
    if (source.size < END.size) return issue("zip.file.format", [], {})
    const end = await source.read(source.size - END.size, END.size)
    const view = viewOf(end)
    if (view.getUint32(0, true) !== END.signature)
        return issue((await startsAsZip(source)) ? "zip.file.end" : "zip.file.format", [], {})
    const count = view.getUint16(10, true)
    const size = view.getUint32(12, true)
    const offset = view.getUint32(16, true)
    if (count > MOST_ENTRIES) return issue("zip.file.entries", [], { count, most: MOST_ENTRIES })
    const fits = offset + size + END.size === source.size && equalBytes(end, endRecord(count, size, offset))
    if (!fits || size > count * (CENTRAL.size + 1000)) return issue("zip.file.end", [], {})
    const entries = parseDirectory(await source.read(offset, size), count)
    return entries === undefined || isForeign(entries) ? issue("zip.file.directory", [], {}) : { offset, entries }
}

/** Whether a file begins as a ZIP does: with the header of its first entry, or its end where it has none. */
export async function startsAsZip(source: ByteSource): Promise<boolean> {
    return source.size >= 2 && equalBytes(await source.read(0, 2), utf8("PK"))
}

/** Whether no entry is recorded as ours are, wherever it lies: another program packed all of it, which is one finding. */
function isForeign(entries: readonly DirectoryEntry[]): boolean {
    const isOurs = ({ head, header }: DirectoryEntry): boolean => {
        const ours = centralHeader(head, viewOf(header).getUint32(42, true))
        return equalBytes(header, ours)
    }
    return entries.length > 1 && !entries.some(isOurs)
}

/** Splits the directory by its name lengths; `undefined` where headers do not fill it exactly. */
function parseDirectory(bytes: Uint8Array, count: number): DirectoryEntry[] | undefined {
    const view = viewOf(bytes)
    const entries: DirectoryEntry[] = []
    let at = 0
    while (at < bytes.length) {
        if (at + CENTRAL.size > bytes.length || view.getUint32(at, true) !== CENTRAL.signature) return undefined
        const next = at + CENTRAL.size + view.getUint16(at + 28, true)
        if (next > bytes.length) return undefined
        const name = bytes.slice(at + CENTRAL.size, next)
        const head: EntryHead = {
            name,
            crc: view.getUint32(at + 16, true),
            size: view.getUint32(at + 24, true),
            dosDateTime: dosDateTime(ZIP_DATE),
        }
        // A name that is not UTF-8 fails the check of names; a backslash is never in a good one.
        entries.push({ head, name: fromUtf8(name) ?? showBytes(name), header: bytes.slice(at, next) })
        at = next
    }
    return entries.length === count ? entries : undefined
}

/** Safe, unique also where case and compatibility forms do not count, under one top directory. */
function checkNames(names: readonly string[]): { readonly issues: Issue[]; readonly top: string | undefined } {
    const issues: Issue[] = []
    const seen = new Map<string, string>()
    const tops = new Set<string>()
    for (const name of names) {
        if (!isEntryName(name)) issues.push(issue("zip.entry.name", [name], {}))
        const key = name.normalize("NFKC").toLowerCase()
        const other = seen.get(key)
        if (other !== undefined) issues.push(issue("zip.entry.duplicate", [name], { other }))
        else seen.set(key, name)
        tops.add(name.split("/")[0] ?? "")
    }
    const [top] = tops
    if (tops.size !== 1) issues.push(issue("zip.file.top", [], { count: tops.size }))
    return { issues, top }
}

/** Two segments at least: every file lies in the top directory. */
function isEntryName(name: string): boolean {
    const segments = name.split("/")
    return (
        segments.length > 1 &&
        name === name.normalize("NFC") &&
        !/[\\:\uFFFD]|\p{Cc}|\p{Cf}/u.test(name) &&
        segments.every((segment) => segment !== "" && segment !== "." && segment !== "..")
    )
}
