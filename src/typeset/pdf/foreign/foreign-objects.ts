import { PDFArray, PDFContext, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream, PDFRef } from "pdf-lib"
import { unpack } from "./bounds.ts"
import { Ambiguous, Budget, indexOf, Syntax } from "./foreign-syntax.ts"
import { type CrossReference, type Entry, type Place, readCrossReference } from "./foreign-xref.ts"

/**
 * The objects of a PDF that its pages need, as every viewer takes them. Those count that the cross-reference leads to,
 * whatever else stands in the file: earlier versions, later ones that nobody can see. Where the cross-reference is
 * wrong viewers look for objects and take the last of each number; so do we, unless it names another, for then they
 * differ.
 */

/** What a document's pages need. */
export interface ForeignFile {
    readonly context: PDFContext
    readonly catalog: PDFDict
    readonly info: PDFDict | undefined
    readonly isEncrypted: boolean
}

/** Most bytes that all object streams of a file together unpack to. */
const MOST_OBJECTS = 128 << 20
/** Within this many bytes the header stands at the beginning, and the last word on the cross-reference at the end. */
const MARGIN = 1024
/** What of the catalogue says how pages look, or something about them. */
const NEEDED = ["Pages", "OCProperties", "AcroForm", "Metadata"]

/** Throws `Ambiguous` where viewers differ, RangeError where the file is none that they show. */
export function readForeignFile(bytes: Uint8Array): ForeignFile {
    const header = indexOf(bytes, "%PDF-", 0)
    if (header < 0 || header >= MARGIN) throw new RangeError("no PDF")
    // Places are counted from the header.
    const file = new Reader(bytes.subarray(header))
    return file.byTables() ?? file.byLooking()
}

interface Found {
    readonly place: Place
    readonly generation: number
    readonly object: PDFObject
}

type Find = (number: number) => Found | undefined

/** A place that does not hold what the cross-reference says. */
class Wrong extends Error {}

class Reader {
    readonly #bytes: Uint8Array
    readonly #tables: CrossReference | undefined
    /** The cross-reference stands where a viewer looks for it. */
    readonly #isAtEnd: boolean
    #scanned: Scan | undefined

    constructor(bytes: Uint8Array) {
        this.#bytes = bytes
        const syntax = new Syntax(bytes, PDFContext.create(), () => undefined)
        let named = -1
        for (let at = 0; at >= 0; at = indexOf(bytes, "startxref", at + 1)) named = at
        syntax.at = named + "startxref".length
        const start = named <= 0 ? undefined : syntax.integer()
        this.#isAtEnd = named >= bytes.length - MARGIN
        this.#tables = start === undefined ? undefined : attempt(() => readCrossReference(syntax, start))
    }

    /** As the cross-reference says; `undefined` where it is wrong. */
    byTables(): ForeignFile | undefined {
        const tables = this.#tables
        if (tables === undefined || !this.#isAtEnd) return undefined
        const objects = new Objects(this.#bytes, (number) => tables.entries.get(number))
        const missing = new Set<number>()
        try {
            const file = collect(objects.context, tables.trailer, (number) => {
                const entry = tables.entries.get(number)
                if (entry === undefined || entry.kind === "free") missing.add(number)
                else if (entry.hidden) throw new Ambiguous("objects")
                return objects.find(number)
            })
            // What the cross-reference does not name some viewers find all the same.
            if (missing.size > 0 && [...missing].some((number) => this.#scan().places.has(number)))
                throw new Ambiguous("objects")
            return file
        } catch (fault) {
            if (fault instanceof Wrong) return undefined
            throw fault
        }
    }

    byLooking(): ForeignFile {
        const { places, trailer } = this.#scan()
        if (trailer === undefined) throw new RangeError("no trailer")
        const objects = new Objects(this.#bytes, (number) => places.get(number))
        const tables = this.#tables
        if (tables === undefined) return collect(objects.context, trailer, objects.find)
        const named = new Objects(this.#bytes, (number) => tables.entries.get(number))
        return collect(objects.context, trailer, (number) => {
            const found = objects.find(number)
            try {
                const other = named.find(number)
                if (found !== undefined && !isSame(found, other)) throw new Ambiguous("objects")
            } catch (fault) {
                if (fault instanceof Ambiguous) throw fault
            }
            return found
        })
    }

    #scan(): Scan {
        this.#scanned ??= scan(this.#bytes)
        return this.#scanned
    }
}

function isSame(found: Found, other: Found | undefined): boolean {
    if (other === undefined) return false
    const { place } = found
    if (place.kind === "plain" && other.place.kind === "plain" && place.at === other.place.at) return true
    return String(found.object) === String(other.object)
}

/** Objects by number, from where they are said to stand. */
class Objects {
    readonly context = PDFContext.create()
    readonly #bytes: Uint8Array
    readonly #placeOf: (number: number) => Entry | undefined
    readonly #found = new Map<number, Found | "being read">()
    readonly #packed = new Map<number, Packed>()
    readonly #budget: Budget
    #left = MOST_OBJECTS

    constructor(bytes: Uint8Array, placeOf: (number: number) => Entry | undefined) {
        this.#bytes = bytes
        this.#budget = new Budget(bytes.length)
        this.#placeOf = placeOf
    }

    /** Throws `Wrong` where another object stands there or none, RangeError where it cannot be read. */
    readonly find = (number: number): Found | undefined => {
        const known = this.#found.get(number)
        if (known === "being read") throw new RangeError("an object within itself")
        const place = this.#placeOf(number)
        if (known !== undefined || place === undefined || place.kind === "free") return known
        this.#found.set(number, "being read")
        const found = place.kind === "plain" ? this.#plain(number, place) : this.#unpacked(number, place)
        this.#found.set(number, found)
        return found
    }

    #plain(number: number, place: Place & { kind: "plain" }): Found {
        const syntax = this.#syntax(this.#bytes)
        syntax.at = place.at
        const header = syntax.header()
        if (header?.number !== number) throw new Wrong()
        const object = syntax.object()
        this.#budget.spend(syntax.at - place.at)
        return { place, generation: header.generation, object }
    }

    #unpacked(number: number, place: Place & { kind: "packed" }): Found {
        const { numbers, offsets, syntax, budget } = this.#stream(place.stream)
        if (numbers[place.index] !== number) throw new Wrong()
        const at = offsets[place.index] ?? 0
        syntax.at = at
        const object = syntax.object()
        budget.spend(syntax.at - at)
        return { place, generation: 0, object }
    }

    #stream(number: number): Packed {
        const known = this.#packed.get(number)
        if (known !== undefined) return known
        const stream = this.find(number)?.object
        if (!isObjectStream(stream)) throw new Wrong()
        const data = unpack(stream, this.#left)
        this.#left -= data.length
        const packed = readPacked(stream, this.#syntax(data))
        this.#packed.set(number, packed)
        return packed
    }

    #syntax(bytes: Uint8Array): Syntax {
        return new Syntax(bytes, this.context, (ref) => this.find(ref.objectNumber)?.object)
    }
}

/** Objects of an object stream (ISO 32000-1 §7.5.7). */
interface Packed {
    readonly numbers: readonly number[]
    readonly offsets: readonly number[]
    readonly syntax: Syntax
    readonly budget: Budget
}

const isObjectStream = (object: PDFObject | undefined): object is PDFRawStream =>
    object instanceof PDFRawStream && object.dict.get(PDFName.of("Type")) === PDFName.of("ObjStm")

function readPacked({ dict }: PDFRawStream, syntax: Syntax): Packed {
    const [count, first] = ["N", "First"].map((key) => dict.lookup(PDFName.of(key), PDFNumber).asNumber())
    const numbers: number[] = []
    const offsets: number[] = []
    for (let i = 0; i < (count ?? 0); i++) {
        const [number, offset] = [syntax.integer(), syntax.integer()]
        if (number === undefined || offset === undefined) throw new RangeError("an object stream without its numbers")
        numbers.push(number)
        offsets.push((first ?? 0) + offset)
    }
    return { numbers, offsets, syntax, budget: new Budget(syntax.bytes.length) }
}

interface Scan {
    /** The last object of each number. */
    readonly places: ReadonlyMap<number, Place>
    /** The last that names a catalogue. */
    readonly trailer: PDFDict | undefined
}

/** Looks for objects from the first byte to the last; what stands in the data of streams is none. */
function scan(bytes: Uint8Array): Scan {
    const places = new Map<number, Place>()
    let trailer: PDFDict | undefined
    let left = MOST_OBJECTS
    const budget = new Budget(bytes.length)
    const syntax = new Syntax(bytes, PDFContext.create(), () => undefined)
    const seeTrailer = (dict: unknown): void => {
        if (dict instanceof PDFDict && dict.get(PDFName.of("Root")) instanceof PDFRef) trailer = dict
    }
    let word = indexOf(bytes, "obj", 0)
    let last = indexOf(bytes, "trailer", 0)
    while (word >= 0 || last >= 0) {
        const isTrailer = word < 0 || (last >= 0 && last < word)
        const from = isTrailer ? last + "trailer".length : word + "obj".length
        const at = isTrailer ? -1 : headerBefore(bytes, word)
        syntax.at = at
        const header = at < 0 ? undefined : syntax.header()
        if (header !== undefined) places.set(header.number, { kind: "plain", at })
        syntax.at = from
        const object = isTrailer || header !== undefined ? attempt(() => syntax.object()) : undefined
        budget.spend(Math.max(0, syntax.at - from))
        const behind = object === undefined ? from : syntax.at
        if (isTrailer) seeTrailer(object)
        if (object instanceof PDFRawStream) seeTrailer(object.dict)
        if (isObjectStream(object) && header !== undefined) {
            const data = unpack(object, left)
            left -= data.length
            const { numbers } = readPacked(object, new Syntax(data, PDFContext.create(), () => undefined))
            for (const [index, number] of numbers.entries())
                places.set(number, { kind: "packed", stream: header.number, index })
        }
        if (word >= 0 && word < behind) word = indexOf(bytes, "obj", behind)
        if (last >= 0 && last < behind) last = indexOf(bytes, "trailer", behind)
    }
    return { places, trailer }
}

/** Where the two numbers before `obj` begin; -1 where they are none. */
function headerBefore(bytes: Uint8Array, word: number): number {
    const from = Math.max(0, word - 40)
    const before = String.fromCharCode(...bytes.subarray(from, word))
    const found = /\d{1,10}[\s\0]+\d{1,5}[\s\0]*$/.exec(before)
    return found === null ? -1 : from + found.index
}

/** Every object that pages need, from the trailer on; what a reference leads to nowhere is null. */
function collect(context: PDFContext, trailer: PDFDict, find: Find): ForeignFile {
    const seen = new Set<PDFRef>()
    const resolve = (value: PDFObject | undefined): PDFObject | undefined => {
        if (!(value instanceof PDFRef)) return value
        if (seen.has(value)) return context.lookup(value)
        seen.add(value)
        const found = find(value.objectNumber)
        if (found === undefined) return undefined
        // Some programs go by the number alone.
        if (found.generation !== value.generationNumber) throw new Ambiguous("objects")
        context.assign(value, found.object)
        return found.object
    }
    const take = (...values: readonly (PDFObject | undefined)[]): void => {
        const open = [...values]
        while (open.length > 0) {
            const value = open.pop()
            const isNew = !(value instanceof PDFRef && seen.has(value))
            const object = isNew ? resolve(value) : undefined
            const dict = object instanceof PDFRawStream ? object.dict : object
            const within = dict instanceof PDFArray ? dict.asArray() : dict instanceof PDFDict ? dict.values() : []
            for (const one of within) open.push(one)
        }
    }
    const catalog = resolve(trailer.get(PDFName.of("Root")))
    if (!(catalog instanceof PDFDict)) throw new Wrong()
    const info = trailer.get(PDFName.of("Info"))
    const isEncrypted = resolve(trailer.get(PDFName.of("Encrypt"))) instanceof PDFDict
    // All else of an encrypted file is not to be read.
    if (!isEncrypted) take(info, ...NEEDED.map((key) => catalog.get(PDFName.of(key))))
    const properties = info instanceof PDFRef ? context.lookup(info) : info
    return { context, catalog, info: properties instanceof PDFDict ? properties : undefined, isEncrypted }
}

function attempt<T>(read: () => T): T | undefined {
    try {
        return read()
    } catch {
        return undefined
    }
}
