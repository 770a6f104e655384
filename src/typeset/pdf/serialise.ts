import { type PDFContext, type PDFDict, PDFHexString, PDFName, type PDFObject, PDFRawStream, PDFStream } from "pdf-lib"
import { concat } from "../../base/bytes.ts"
import type { NewHasher } from "../../base/digest.ts"
import { type ByteSource, chunks, joinSources, memorySource } from "../../base/source.ts"
import { deflate, rawStream, SourceStream } from "./flate.ts"
import { ascii } from "./print.ts"

/**
 * Objects -> the file: object streams and a cross-reference stream (ISO 32000-1 §7.5.7, §7.5.8). The same bytes
 * as pdf-lib's own writer makes, which prints every object four times, to learn its size and to copy it; here each is
 * printed once, for the identifier and for the file.
 */

/** Objects that share a compressed stream. */
const OBJECTS_PER_STREAM = 100
const HEADER = Uint8Array.of(...ascii("%PDF-1.7\n%"), 0x81, 0x81, 0x81, 0x81, 0x0a, 0x0a)

/** Pieces of what is printed: what a stream holds may be a picture of many megabytes, and is neither read nor copied. */
type Parts = readonly (Uint8Array | ByteSource)[]
interface Printed {
    readonly number: number
    readonly parts: Parts
}

/** An object that shares a compressed stream with others. */
interface Plain {
    readonly number: number
    readonly bytes: Uint8Array
}

/** Type and two fields of a cross-reference entry (§7.5.8.3, table 18). */
type Entry = readonly [type: number, second: number, third: number]

/** The file; its identifier is a hash of all objects in it. Sets `trailerInfo.ID`. */
export async function serialise(ctx: PDFContext, newHasher: NewHasher): Promise<ByteSource> {
    const printed: Printed[] = []
    const streams: Printed[] = []
    const plain: Plain[] = []
    for (const [{ objectNumber: number }, object] of ctx.enumerateIndirectObjects()) {
        if (object instanceof PDFStream) {
            const one = { number, parts: printStream(object) }
            streams.push(one)
            printed.push(one)
        } else {
            const bytes = print(object)
            plain.push({ number, bytes })
            printed.push({ number, parts: [bytes] })
        }
    }
    const hasher = newHasher()
    for (const { number, parts } of printed) {
        hasher.update(ascii(`${String(number)} `))
        for (const part of parts)
            if (part instanceof Uint8Array) hasher.update(part)
            else for await (const chunk of chunks(part)) hasher.update(chunk)
    }
    const id = PDFHexString.of(hasher.hex().slice(0, 32))
    ctx.trailerInfo.ID = ctx.obj([id, id])

    const parts: (Uint8Array | ByteSource)[] = [HEADER]
    let at = HEADER.length
    const entries = new Map<number, Entry>([[0, [0, 0, 65535]]])
    const write = (number: number, object: Parts): void => {
        entries.set(number, [1, at, 0])
        for (const part of [ascii(`${String(number)} 0 obj\n`), ...object, END]) {
            parts.push(part)
            at += sizeOf(part)
        }
    }
    let next = ctx.largestObjectNumber + 1
    for (const one of streams) write(one.number, one.parts)
    for (let from = 0; from < plain.length; from += OBJECTS_PER_STREAM) {
        const group = plain.slice(from, from + OBJECTS_PER_STREAM)
        for (const [i, { number }] of group.entries()) entries.set(number, [2, next, i])
        write(next, objectStream(ctx, group))
        next++
    }
    const start = at
    entries.set(next, [1, start, 0])
    write(next, crossReference(ctx, next + 1, entries))
    parts.push(ascii(`startxref\n${String(start)}\n%%EOF`))
    return joinSources(joined(parts))
}
const END = ascii("\nendobj\n\n")

function sizeOf(part: Uint8Array | ByteSource): number {
    return part instanceof Uint8Array ? part.length : part.size
}

/** Neighbours that are in memory as one source. */
function joined(parts: Parts): ByteSource[] {
    const sources: ByteSource[] = []
    let pending: Uint8Array[] = []
    const flush = (): void => {
        if (pending.length > 0) sources.push(memorySource(concat(pending)))
        pending = []
    }
    for (const part of parts) {
        if (part instanceof Uint8Array) pending.push(part)
        else {
            flush()
            sources.push(part)
        }
    }
    flush()
    return sources
}

function print(object: PDFObject): Uint8Array {
    const bytes = new Uint8Array(object.sizeInBytes())
    object.copyBytesInto(bytes, 0)
    return bytes
}

function printStream(object: PDFStream): Parts {
    const contents =
        object instanceof SourceStream
            ? object.source
            : object instanceof PDFRawStream
              ? object.getContents()
              : undefined
    if (contents === undefined) return [print(object)]
    object.updateDict()
    return [print(object.dict), STREAM, contents, END_STREAM]
}
const STREAM = ascii("\nstream\n")
const END_STREAM = ascii("\nendstream")
const NEW_LINE = ascii("\n")

function objectStream(ctx: PDFContext, group: readonly Plain[]): Parts {
    let offset = 0
    let index = ""
    const parts: Uint8Array[] = []
    for (const { number, bytes } of group) {
        index += `${String(number)} ${String(offset)} `
        parts.push(bytes, NEW_LINE)
        offset += bytes.length + 1
    }
    const dict = ctx.obj({ Filter: "FlateDecode", Type: "ObjStm", N: group.length, First: index.length }) as PDFDict
    return printStream(rawStream(deflate(concat([ascii(index), ...parts])), dict))
}

function crossReference(ctx: PDFContext, size: number, entries: ReadonlyMap<number, Entry>): Parts {
    const sorted = [...entries].sort(([a], [b]) => a - b)
    const widths = [0, 1, 2].map((i) => byteCount(sorted.reduce((most, [, entry]) => Math.max(most, entry[i] ?? 0), 0)))
    const bytes = new Uint8Array(sorted.length * widths.reduce((sum, width) => sum + width, 0))
    let at = 0
    for (const [, entry] of sorted)
        for (const [i, width] of widths.entries())
            for (let shift = width - 1; shift >= 0; shift--) bytes[at++] = ((entry[i] ?? 0) >> (8 * shift)) & 0xff
    const { Root, Info, ID } = ctx.trailerInfo
    const trailer = { ...(Root && { Root }), ...(Info && { Info }), ...(ID && { ID }) }
    const dict = ctx.obj({ Size: size, ...trailer, Filter: "FlateDecode", Type: "XRef" }) as PDFDict
    const stream = rawStream(deflate(bytes), dict)
    stream.dict.set(PDFName.of("W"), ctx.obj(widths))
    stream.dict.set(PDFName.of("Index"), ctx.obj(subsections(sorted.map(([number]) => number))))
    return printStream(stream)
}

/** Bytes that a number needs; one for zero. */
function byteCount(value: number): number {
    let count = 1
    while (value >= 2 ** (8 * count)) count++
    return count
}

/** First number and length of each run of numbers. */
function subsections(numbers: readonly number[]): number[] {
    const runs: [first: number, length: number][] = []
    for (const number of numbers) {
        const run = runs.at(-1)
        if (run !== undefined && run[0] + run[1] === number) run[1]++
        else runs.push([number, 1])
    }
    return runs.flat()
}
