import {
    PDFArray,
    PDFBool,
    type PDFContext,
    PDFDict,
    PDFHexString,
    PDFName,
    PDFNull,
    PDFNumber,
    type PDFObject,
    PDFRawStream,
    PDFRef,
    PDFString,
} from "pdf-lib"

/** The file, or a part of it, is shown by some programs in another way than by others. */
export class Ambiguous extends Error {
    readonly what: Difference

    constructor(what: Difference) {
        super(`programs differ on the ${what}`)
        this.what = what
    }
}

/** What programs differ on: which of several versions counts, which pages there are, what stands on them. */
export type Difference = "objects" | "pages" | "annotations"

const MOST_DEPTH = 100
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)$/
const [TAB, LF, CR, BLANK, PERCENT, OPEN, CLOSE, SLASH, LESS, MORE, LIST, LIST_END, BACKSLASH] = [
    9, 10, 13, 32, 0x25, 0x28, 0x29, 0x2f, 0x3c, 0x3e, 0x5b, 0x5d, 0x5c,
]
const BLANKS = new Set<number | undefined>([0, TAB, LF, 12, CR, BLANK])
const DELIMITERS = new Set<number | undefined>([PERCENT, OPEN, CLOSE, SLASH, LESS, MORE, LIST, LIST_END, 0x7b, 0x7d])

/**
 * Objects as they are written (ISO 32000-1 §§7.2, 7.3), read from any place in some bytes. Data of streams are views of
 * these bytes. Every method moves behind what it read; a RangeError says that what stands there is no object.
 */
export class Syntax {
    at = 0
    readonly bytes: Uint8Array
    readonly #context: PDFContext
    readonly #lengthOf: (ref: PDFRef) => PDFObject | undefined

    /** @param lengthOf - The object that a stream names as its length. */
    constructor(bytes: Uint8Array, context: PDFContext, lengthOf: (ref: PDFRef) => PDFObject | undefined) {
        this.bytes = bytes
        this.#context = context
        this.#lengthOf = lengthOf
    }

    /** Blanks and comments. */
    skip(): void {
        for (;;) {
            this.#skipBlanks()
            if (this.bytes[this.at] !== PERCENT) return
            while (this.at < this.bytes.length && !this.#isAtLineEnd()) this.at++
        }
    }

    /** Whether a keyword is next. */
    take(keyword: string): boolean {
        for (let i = 0; i < keyword.length; i++) if (this.bytes[this.at + i] !== keyword.charCodeAt(i)) return false
        this.at += keyword.length
        return true
    }

    /** A whole number without a sign; `undefined` where none is next. */
    integer(): number | undefined {
        this.skip()
        const word = this.word()
        return /^\d{1,15}$/.test(word) ? Number(word) : undefined
    }

    /** What stands before an object: its number and generation. */
    header(): { readonly number: number; readonly generation: number } | undefined {
        const number = this.integer()
        const generation = number === undefined ? undefined : this.integer()
        this.skip()
        return number === undefined || generation === undefined || !this.take("obj")
            ? undefined
            : { number, generation }
    }

    object(depth = 0): PDFObject {
        if (depth > MOST_DEPTH) throw new RangeError("nested too deeply")
        this.skip()
        const byte = this.bytes[this.at]
        if (byte === SLASH) return this.#name()
        if (byte === OPEN) return this.#string()
        if (byte === LIST) return this.#array(depth)
        if (byte === LESS) return this.bytes[this.at + 1] === LESS ? this.#dictOrStream(depth) : this.#hexString()
        const word = this.word()
        if (word === "true") return PDFBool.True
        if (word === "false") return PDFBool.False
        if (word === "null") return PDFNull
        if (!NUMBER.test(word) || !Number.isFinite(Number(word))) throw new RangeError("no object")
        return this.#reference(word) ?? PDFNumber.of(Number(word))
    }

    /** Characters up to the next blank or delimiter. */
    word(): string {
        const start = this.at
        while (this.at < this.bytes.length && !this.#endsWord()) this.at++
        return this.#text(start, this.at)
    }

    #reference(word: string): PDFRef | undefined {
        const behind = this.at
        const generation = /^\d{1,15}$/.test(word) ? this.integer() : undefined
        this.skip()
        if (generation !== undefined && this.word() === "R") return PDFRef.of(Number(word), generation)
        this.at = behind
        return undefined
    }

    #name(): PDFName {
        this.at++
        return PDFName.of(this.word())
    }

    #string(): PDFString {
        const start = this.at
        let depth = 0
        for (; this.at < this.bytes.length; this.at++) {
            const byte = this.bytes[this.at]
            if (byte === BACKSLASH) this.at++
            else if (byte === OPEN) depth++
            else if (byte === CLOSE && --depth === 0) return PDFString.of(this.#text(start + 1, this.at++))
        }
        throw new RangeError("a string without an end")
    }

    #hexString(): PDFHexString {
        const start = this.at + 1
        this.at = this.#find(">", start)
        return PDFHexString.of(this.#text(start, this.at++))
    }

    #array(depth: number): PDFArray {
        this.at++
        const array = PDFArray.withContext(this.#context)
        for (this.skip(); this.bytes[this.at] !== LIST_END; this.skip()) array.push(this.object(depth + 1))
        this.at++
        return array
    }

    /** An entry that is null is none (ISO 32000-1 §7.3.7). */
    #dict(depth: number): PDFDict {
        this.at += 2
        const entries = new Map<PDFName, PDFObject>()
        for (this.skip(); this.bytes[this.at] !== MORE; this.skip()) {
            if (this.bytes[this.at] !== SLASH) throw new RangeError("no name")
            const key = this.#name()
            const value = this.object(depth + 1)
            if (value === PDFNull) entries.delete(key)
            else entries.set(key, value)
        }
        if (!this.take(">>")) throw new RangeError("a dictionary without an end")
        return PDFDict.fromMapWithContext(entries, this.#context)
    }

    #dictOrStream(depth: number): PDFDict | PDFRawStream {
        const dict = this.#dict(depth)
        const behind = this.at
        this.skip()
        if (!this.take("stream")) {
            this.at = behind
            return dict
        }
        // Some writers put blanks before the end of the line.
        const named = this.at
        while (this.bytes[this.at] === BLANK) this.at++
        if (!this.#isAtLineEnd()) this.at = named
        if (this.bytes[this.at] === CR) this.at++
        if (this.bytes[this.at] === LF) this.at++
        if (dict.has(PDFName.of("F"))) throw new RangeError("data in another file")
        const start = this.at
        return PDFRawStream.of(dict, this.bytes.subarray(start, this.#streamEnd(start, dict)))
    }

    #streamEnd(start: number, dict: PDFDict): number {
        const stated = dict.get(PDFName.of("Length"))
        const length = stated instanceof PDFRef ? this.#lengthOf(stated) : stated
        if (length instanceof PDFNumber && length.asNumber() >= 0) {
            const end = start + length.asNumber()
            this.at = end
            this.#skipBlanks()
            if (this.take("endstream")) return end
        }
        // Where the length is wrong programs agree only on data that end once.
        const keyword = this.#find("endstream", start)
        this.at = keyword + "endstream".length
        this.#skipBlanks()
        if (!this.take("endobj")) throw new Ambiguous("objects")
        let end = keyword
        if (end > start && this.bytes[end - 1] === LF) end--
        if (end > start && this.bytes[end - 1] === CR) end--
        return end
    }

    #skipBlanks(): void {
        while (BLANKS.has(this.bytes[this.at])) this.at++
    }

    #isAtLineEnd(): boolean {
        const byte = this.bytes[this.at]
        return byte === CR || byte === LF
    }

    #endsWord(): boolean {
        const byte = this.bytes[this.at]
        return BLANKS.has(byte) || DELIMITERS.has(byte)
    }

    #find(keyword: string, from: number): number {
        const at = indexOf(this.bytes, keyword, from)
        if (at >= 0) return at
        this.at = this.bytes.length
        throw new RangeError(`no ${keyword}`)
    }

    #text(from: number, to: number): string {
        let text = ""
        for (let at = from; at < to; at += 4096)
            text += String.fromCharCode(...this.bytes.subarray(at, Math.min(to, at + 4096)))
        return text
    }
}

/**
 * How much of a file is read, all in all. What is written reads each byte once, or a few times; objects within each other's
 * strings would be read as often as there are objects.
 */
export class Budget {
    #left: number

    constructor(bytes: number) {
        this.#left = MOST_TIMES * bytes
    }

    /** Throws a RangeError when too much was read. */
    spend(bytes: number): void {
        this.#left -= bytes
        if (this.#left < 0) throw new RangeError("read too often")
    }
}

const MOST_TIMES = 8

/** Where ASCII text stands next in some bytes; -1 where it does not. */
export function indexOf(bytes: Uint8Array, text: string, from: number): number {
    const first = text.charCodeAt(0)
    for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
        let i = 1
        while (i < text.length && bytes[at + i] === text.charCodeAt(i)) i++
        if (i === text.length) return at
    }
    return -1
}
