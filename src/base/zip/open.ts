import { type ByteSource, type Range, sliceSource } from "../source.ts"
import type { ZipFault } from "../zip-fault.ts"
import { crc32 } from "./crc32.ts"
import { inflateTo } from "./inflate.ts"

/**
 * Reads a ZIP that some other program may have packed again (APPNOTE 6.3.10): stored or deflated, with whatever order,
 * dates and comments. For working files, and to tell what a ZIP that is no packet holds; packets are read by `read.ts`, which
 * lets nothing pass that ours are not.
 */

/** A file in a ZIP. Reading it rejects with `RangeError` where it is damaged. */
export interface OpenedFile {
    /** With `/` between segments; folders are left out. */
    readonly name: string
    readonly source: ByteSource
    /** Where its bytes lie in the ZIP; absent where they are packed. */
    readonly range?: Range
    /** Wall clock without a zone as the ZIP has it, as if it were UTC, in milliseconds; whole two seconds. */
    readonly modified: number
}

export type OpenedZip = { readonly files: readonly OpenedFile[] } | { readonly fault: ZipFault; readonly name: string }

const MOST_FILES = 20_000
/** Largest file that is unpacked in memory; stored files are windows into the ZIP and may be as large as they like. */
const LARGEST_PACKED = 512 << 20
const END = 22
const LONGEST_COMMENT = 0xffff

/** Opens a ZIP. What its list says is checked against the headers and the size of the file. */
export async function openZip(source: ByteSource): Promise<OpenedZip> {
    const tail = await source.read(
        Math.max(0, source.size - END - LONGEST_COMMENT),
        Math.min(source.size, END + LONGEST_COMMENT),
    )
    const end = findEnd(tail)
    if (end === undefined) return { fault: "not-zip", name: "" }
    const view = new DataView(tail.buffer, tail.byteOffset + end, END)
    const [count, size, offset] = [view.getUint16(10, true), view.getUint32(12, true), view.getUint32(16, true)]
    if (count > MOST_FILES || count === 0xffff) return { fault: "too-many", name: "" }
    if (offset + size > source.size) return { fault: "damaged", name: "" }
    const list = await source.read(offset, size)
    const files: OpenedFile[] = []
    const names = new Set<string>()
    for (let at = 0, i = 0; i < count; i++) {
        const entry = readEntry(list, at)
        if (entry === undefined) return { fault: "damaged", name: "" }
        at = entry.next
        if (entry.name.endsWith("/")) continue
        const fault = faultOf(entry, names)
        if (fault !== undefined) return { fault, name: entry.name }
        names.add(entry.name)
        const content = await contentOf(source, entry)
        if (content === undefined) return { fault: "damaged", name: entry.name }
        files.push({ name: entry.name, ...content, modified: entry.modified })
    }
    return { files }
}

interface Entry {
    readonly name: string
    readonly flags: number
    readonly method: number
    readonly crc: number
    readonly packed: number
    readonly size: number
    readonly offset: number
    readonly modified: number
    /** Where the next one begins in the list. */
    readonly next: number
}

function findEnd(tail: Uint8Array): number | undefined {
    for (let at = tail.length - END; at >= 0; at--)
        if (tail[at] === 0x50 && tail[at + 1] === 0x4b && tail[at + 2] === 5 && tail[at + 3] === 6) return at
    return undefined
}

function readEntry(list: Uint8Array, at: number): Entry | undefined {
    if (at + 46 > list.length) return undefined
    const view = new DataView(list.buffer, list.byteOffset + at)
    if (view.getUint32(0, true) !== 0x02014b50) return undefined
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => view.getUint16(place, true)) as [
        number,
        number,
        number,
    ]
    const next = at + 46 + nameLength + extra + comment
    if (next > list.length) return undefined
    const flags = view.getUint16(8, true)
    const bytes = list.subarray(at + 46, at + 46 + nameLength)
    return {
        name: nameOf(bytes, (flags & 0x800) !== 0),
        flags,
        method: view.getUint16(10, true),
        modified: dosTime(view.getUint16(14, true), view.getUint16(12, true)),
        crc: view.getUint32(16, true),
        packed: view.getUint32(20, true),
        size: view.getUint32(24, true),
        offset: view.getUint32(42, true),
        next,
    }
}

/** Names without the mark of UTF-8 are UTF-8 all the same, or come from a Chinese Windows. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll("\\", "/")
    } catch {
        return new TextDecoder(isUtf8 ? "utf-8" : "gb18030").decode(bytes).replaceAll("\\", "/")
    }
}

function dosTime(date: number, time: number): number {
    const [year, month, day] = [1980 + (date >> 9), (date >> 5) & 15, date & 31]
    return Date.UTC(year, month - 1, day, time >> 11, (time >> 5) & 63, (time & 31) * 2)
}

function faultOf({ name, flags, method, packed, size }: Entry, names: ReadonlySet<string>): ZipFault | undefined {
    if ((flags & 1) !== 0) return "encrypted"
    if (method !== 0 && method !== 8) return "method"
    if (!isSafeName(name) || names.has(name)) return "name"
    if ([packed, size].includes(0xffffffff) || (method === 8 && size > LARGEST_PACKED)) return "too-large"
    return method === 0 && packed !== size ? "damaged" : undefined
}

/** A path that leads nowhere else and can be printed. */
export function isSafeName(name: string): boolean {
    const isSafe = name.split("/").every((part) => part !== "" && part !== "." && part !== "..")
    return isSafe && !/[\p{Cc}]|^\w:/u.test(name) && name.length <= 1000
}

async function contentOf(source: ByteSource, entry: Entry): Promise<Pick<OpenedFile, "source" | "range"> | undefined> {
    if (entry.offset + 30 > source.size) return undefined
    const head = await source.read(entry.offset, 30)
    const view = new DataView(head.buffer, head.byteOffset)
    if (view.getUint32(0, true) !== 0x04034b50) return undefined
    const from = entry.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true)
    if (from + entry.packed > source.size) return undefined
    const packed = sliceSource(source, from, entry.packed)
    if (entry.method !== 0) return { source: inflated(packed, entry) }
    return { source: packed, range: { from, to: from + entry.packed } }
}

/** Unpacked when it is first read. */
function inflated(packed: ByteSource, { size, crc }: Entry): ByteSource {
    let whole: Promise<Uint8Array> | undefined
    const unpack = async (): Promise<Uint8Array> => {
        const out = inflateTo(await packed.read(0, packed.size), size, "raw")
        if (out === undefined || crc32(out) !== crc) throw new RangeError("damaged in the ZIP")
        return out
    }
    return {
        size,
        async read(offset, length) {
            if (offset < 0 || offset + length > size) throw new RangeError("read past the end")
            whole ??= unpack()
            return (await whole).slice(offset, offset + length)
        },
    }
}
