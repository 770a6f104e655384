import { type PDFContext, type PDFDict, PDFHexString, PDFName, type PDFObject, PDFRawStream, PDFStream } from "pdf-lib"
import { concat } from "../../base/bytes.ts"
import type { NewHasher } from "../../base/digest.ts"
import { deflate, rawStream } from "./flate.ts"
import { ascii } from "./print.ts"

/**
 * Objects -> bytes of the file: object streams and a cross-reference stream (ISO 32000-1 §7.5.7, §7.5.8). The same bytes
 * as pdf-lib's own writer makes, which prints every object four times, to learn its size and to copy it; here each is
 * printed once, for the identifier and for the file.
 */

/** Objects that share a compressed stream. */
const OBJECTS_PER_STREAM = 100
const HEADER = Uint8Array.of(...ascii("%PDF-1.7\n%"), 0x81, 0x81, 0x81, 0x81, 0x0a, 0x0a)

interface Printed {
    readonly number: number
    /** In pieces: what a stream holds may be a picture of many megabytes, and is not copied. */
    readonly parts: readonly Uint8Array[]
    readonly isStream: boolean
}

/** Type and two fields of a cross-reference entry (§7.5.8.3, table 18). */
type Entry = readonly [type: number, second: number, third: number]

/** Bytes of the file; its identifier is a hash of all objects in it. Sets `trailerInfo.ID`. */
export function serialise(ctx: PDFContext, newHasher: NewHasher): Uint8Array {
    const printed = ctx.enumerateIndirectObjects().map(([ref, object]): Printed => {
        return { number: ref.objectNumber, parts: print(object), isStream: object instanceof PDFStream }
    })
    const hasher = newHasher()
    for (const { number, parts } of printed) {
        hasher.update(ascii(`${String(number)} `))
        for (const part of parts) hasher.update(part)
    }
    const id = PDFHexString.of(hasher.hex().slice(0, 32))
    ctx.trailerInfo.ID = ctx.obj([id, id])

    const parts: Uint8Array[] = [HEADER]
    let at = HEADER.length
    const entries = new Map<number, Entry>([[0, [0, 0, 65535]]])
    const write = (number: number, object: readonly Uint8Array[]): void => {
        entries.set(number, [1, at, 0])
        for (const part of [ascii(`${String(number)} 0 obj\n`), ...object, END]) {
            parts.push(part)
            at += part.length
        }
    }
    let next = ctx.largestObjectNumber + 1
    for (const one of printed) if (one.isStream) write(one.number, one.parts)
    const plain = printed.filter(({ isStream }) => !isStream)
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
    return concat(parts)
}
const END = ascii("\nendobj\n\n")

function print(object: PDFObject): readonly Uint8Array[] {
    // Brings the Length of a stream up to date, too.
    const size = object.sizeInBytes()
    const bytes = new Uint8Array(object instanceof PDFRawStream ? object.dict.sizeInBytes() : size)
    if (object instanceof PDFRawStream) {
        object.dict.copyBytesInto(bytes, 0)
        return [bytes, STREAM, object.getContents(), END_STREAM]
    }
    object.copyBytesInto(bytes, 0)
    return [bytes]
}
const STREAM = ascii("\nstream\n")
const END_STREAM = ascii("\nendstream")
const NEW_LINE = ascii("\n")

function objectStream(ctx: PDFContext, group: readonly Printed[]): readonly Uint8Array[] {
    let offset = 0
    let index = ""
    const parts: Uint8Array[] = []
    for (const { number, parts: object } of group) {
        index += `${String(number)} ${String(offset)} `
        parts.push(...object, NEW_LINE)
        offset += object.reduce((sum, part) => sum + part.length, 1)
    }
    const dict = ctx.obj({ Filter: "FlateDecode", Type: "ObjStm", N: group.length, First: index.length }) as PDFDict
    return print(rawStream(deflate(concat([ascii(index), ...parts])), dict))
}

function crossReference(ctx: PDFContext, size: number, entries: ReadonlyMap<number, Entry>): readonly Uint8Array[] {
    const sorted = [...entries].sort(([a], [b]) => a - b)
    const widths = [0, 1, 2].map((i) => Math.max(...sorted.map(([, entry]) => byteCount(entry[i] ?? 0))))
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
    return print(stream)
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
