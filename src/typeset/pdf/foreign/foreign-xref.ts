import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from "pdf-lib"
import { unpack } from "./bounds.ts"
import { Budget, type Syntax } from "./foreign-syntax.ts"

/** Where an object stands: at a byte of the file, or as one of those in an object stream. */
export type Place =
    | { readonly kind: "plain"; readonly at: number }
    | { readonly kind: "packed"; readonly stream: number; readonly index: number }

export type Entry =
    | { readonly kind: "free" }
    /** `hidden`: only a stream beside a table names it, which some programs pass over. */
    | (Place & { readonly hidden?: true })

/** What a file says of where its objects stand; the newest section counts, and its trailer. */
export interface CrossReference {
    readonly entries: ReadonlyMap<number, Entry>
    readonly trailer: PDFDict
}

/** Most bytes that all cross-reference streams together unpack to: half a million objects. */
const MOST_REFERENCES = 4 << 20

/**
 * Cross-reference tables and streams from the newest on (ISO 32000-1 §§7.5.4, 7.5.8); `undefined` where they are not what
 * and where the file says, which programs mend by looking for objects.
 */
export function readCrossReference(syntax: Syntax, start: number): CrossReference | undefined {
    const entries = new Map<number, Entry>()
    const seen = new Set<number>()
    let trailer: PDFDict | undefined
    let left = MOST_REFERENCES
    const budget = new Budget(syntax.bytes.length)
    const read = (at: number): Section | undefined => {
        if (seen.has(at)) return undefined
        seen.add(at)
        syntax.at = at
        syntax.skip()
        const table = syntax.take("xref") ? readTable(syntax) : undefined
        const stream = table !== undefined || syntax.header() === undefined ? undefined : syntax.object()
        budget.spend(Math.max(0, syntax.at - at))
        if (table !== undefined) return table
        if (!(stream instanceof PDFRawStream)) return undefined
        const data = unpack(stream, left)
        left -= data.length
        return readStream(stream.dict, data)
    }
    for (let next: number | undefined = start; next !== undefined; ) {
        const section = read(next)
        if (section === undefined) return undefined
        for (const [number, entry] of section.entries) {
            const newer = entries.get(number)
            // Of a table and the stream beside it, as some writers repeat all in, both say the same.
            if (newer === undefined || (newer.kind !== "free" && newer.hidden && isSame(newer, entry)))
                entries.set(number, entry)
        }
        const beside = numberAt(section.trailer, "XRefStm")
        const hidden = beside === undefined ? undefined : read(beside)
        if (beside !== undefined && hidden === undefined) return undefined
        for (const [number, entry] of hidden?.entries ?? [])
            if (entry.kind !== "free" && (entries.get(number) ?? FREE).kind === "free")
                entries.set(number, { ...entry, hidden: true })
        trailer ??= section.trailer
        next = numberAt(section.trailer, "Prev")
    }
    return trailer === undefined ? undefined : { entries, trailer }
}

const FREE: Entry = { kind: "free" }

const isSame = (a: Entry, b: Entry): boolean => a.kind === "plain" && b.kind === "plain" && a.at === b.at

interface Section {
    readonly entries: ReadonlyMap<number, Entry>
    readonly trailer: PDFDict
}

function readTable(syntax: Syntax): Section | undefined {
    const entries = new Map<number, Entry>()
    for (syntax.skip(); !syntax.take("trailer"); syntax.skip()) {
        let first = syntax.integer()
        const count = syntax.integer()
        if (first === undefined || count === undefined) return undefined
        for (let i = 0; i < count; i++) {
            const at = syntax.integer()
            const generation = syntax.integer()
            syntax.skip()
            const kind = syntax.word()
            if (at === undefined || generation === undefined || (kind !== "n" && kind !== "f")) return undefined
            // A known slip of writers: the head of the free list is always object 0.
            if (i === 0 && first === 1 && kind === "f" && generation === 65535) first = 0
            if (!entries.has(first + i)) entries.set(first + i, kind === "n" ? { kind: "plain", at } : FREE)
        }
    }
    const trailer = syntax.object()
    return trailer instanceof PDFDict ? { entries, trailer } : undefined
}

function readStream(trailer: PDFDict, data: Uint8Array): Section | undefined {
    if (trailer.get(PDFName.of("Type")) !== PDFName.of("XRef")) return undefined
    const widths = numbersAt(trailer, "W")
    if (widths?.length !== 3 || widths.some((width) => width < 0 || width > 8)) return undefined
    if (widths.every((width) => width === 0)) return undefined
    const ranges = numbersAt(trailer, "Index") ?? [0, numberAt(trailer, "Size") ?? 0]
    const entries = new Map<number, Entry>()
    let at = 0
    const field = (width = 0, absent = 0): number => {
        let value = 0
        for (const end = at + width; at < end; at++) value = value * 256 + (data[at] ?? 0)
        return width === 0 ? absent : value
    }
    for (let i = 0; i + 1 < ranges.length; i += 2) {
        const [first = 0, count = 0] = ranges.slice(i, i + 2)
        for (let k = 0; k < count && at < data.length; k++) {
            const [kind, second, third] = [field(widths[0], 1), field(widths[1]), field(widths[2])]
            if (entries.has(first + k)) continue
            if (kind === 1) entries.set(first + k, { kind: "plain", at: second })
            else if (kind === 2) entries.set(first + k, { kind: "packed", stream: second, index: third })
            else entries.set(first + k, FREE)
        }
    }
    return { entries, trailer }
}

function numberAt(dict: PDFDict, key: string): number | undefined {
    const value = dict.get(PDFName.of(key))
    return value instanceof PDFNumber ? value.asNumber() : undefined
}

function numbersAt(dict: PDFDict, key: string): number[] | undefined {
    const value = dict.get(PDFName.of(key))
    if (!(value instanceof PDFArray)) return undefined
    const numbers = value.asArray().map((one) => (one instanceof PDFNumber ? one.asNumber() : Number.NaN))
    return numbers.every(Number.isSafeInteger) ? numbers : undefined
}
