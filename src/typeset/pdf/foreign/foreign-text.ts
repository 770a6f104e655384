import { PDFArray, PDFDict, PDFHexString, PDFName, type PDFPageLeaf, PDFRawStream, PDFString } from "pdf-lib"
import { unpack } from "./bounds.ts"
import { decoded, pageOperators } from "./foreign-form.ts"
import { tokensForForm, tokensOf } from "./foreign-tokens.ts"

/**
 * Text of a page as far as its fonts say what their codes mean (ISO 32000-1 §9.10.2), to look for words in it. Where words
 * end is not told by most writers, so each page is given twice: with a break wherever the pen was moved, and with
 * what stands in one line joined where no gap is seen. Widths of glyphs are not read but guessed.
 */

/** Forms within forms. */
const MOST_DEPTH = 4
const MOST_TOKENS = 500_000
/** A map of all characters of a font, in bytes and in codes. */
const LARGEST_MAP = 1 << 20
const MOST_CODES = 1 << 17
/** Of one string that is shown; a line has some hundred bytes. */
const LONGEST_STRING = 1 << 16
/** In thousandths of the font's size; what is left out between two words is wider than what kerning moves. */
const BLANK = -180

type Decode = (codes: Uint8Array) => string

interface Reading {
    readonly fonts: Map<PDFDict, Decode>
    tokens: number
    /** Characters that are still taken. */
    left: number
    apart: string
    joined: string
}

/** Text of a page, its annotations included; at most about as many characters as `most`, twice. */
export function pageText(page: PDFPageLeaf, most: number): string {
    const reading: Reading = { fonts: new Map(), tokens: 0, left: most, apart: "", joined: "" }
    read(pageOperators(page), page.Resources(), reading, 0)
    return [reading.apart, reading.joined, ...annotationTexts(page)].join("\n")
}

function read(operators: Uint8Array, resources: PDFDict | undefined, reading: Reading, depth: number): void {
    let font: Decode = latin
    let pen: Pen = { x: 0, y: 0, across: 1, down: 1, size: 1 }
    /** Where the text that was shown last ends. */
    let end = { x: 0, y: 0 }
    let isMoved = true
    let operands: string[] = []
    for (const token of tokensOf(operators)) {
        if (++reading.tokens > MOST_TOKENS || reading.left <= 0) return
        if (!/^[A-Za-z'"*]/.test(token)) {
            operands.push(token)
            continue
        }
        if (token === "Tf") font = fontNamed(operands.at(-2) ?? "", resources, reading)
        pen = moved(pen, token, operands)
        if (token === "Do" && depth < MOST_DEPTH) readForm(operands.at(-1) ?? "", resources, reading, depth)
        if (/^(?:BT|Tm|Td|TD|T\*|'|"|Do)$/.test(token)) {
            reading.apart += "\n"
            isMoved = true
        }
        if (/^(?:Tj|TJ|'|")$/.test(token)) {
            const em = Math.abs(pen.size * pen.across)
            if (isMoved) {
                const isElsewhere = Math.abs(pen.y - end.y) > em / 10 || pen.x < end.x - 2 * em
                reading.joined += isElsewhere ? "\n" : pen.x > end.x + em ? " " : ""
                end = pen
                isMoved = false
            }
            const text = shown(operands, font)
            reading.apart += text
            reading.joined += text
            reading.left -= text.length
            end = { x: end.x + em * widthOf(text), y: pen.y }
        }
        operands = []
    }
}

/** Where a line of text begins, and how large it is. */
interface Pen {
    readonly x: number
    readonly y: number
    /** How much one unit of the text's own space is. */
    readonly across: number
    readonly down: number
    readonly size: number
}

function moved(pen: Pen, token: string, operands: readonly string[]): Pen {
    const [a, b, c, d, e, f] = operands.slice(-6).map(Number)
    switch (token) {
        case "BT":
            return { ...pen, x: 0, y: 0, across: 1, down: 1 }
        case "Tf":
            return { ...pen, size: Number(operands.at(-1)) }
        case "Tm":
            return {
                ...pen,
                across: Math.hypot(a ?? 1, b ?? 0),
                down: Math.hypot(c ?? 0, d ?? 1),
                x: e ?? 0,
                y: f ?? 0,
            }
        case "Td":
        case "TD":
            return { ...pen, x: pen.x + (a ?? 0) * pen.across, y: pen.y + (b ?? 0) * pen.down }
        case "T*":
        case "'":
        case '"':
            return { ...pen, y: pen.y - pen.size * pen.down }
        default:
            return pen
    }
}

/** In parts of the size; what stands in squares is as wide as high. */
function widthOf(text: string): number {
    let width = 0
    for (const sign of text) width += sign > "\u2e80" ? 1 : /[A-Z@%]/.test(sign) ? 0.7 : 0.5
    return width
}

function shown(operands: readonly string[], font: Decode): string {
    return operands
        .map((operand) => (/^[(<]/.test(operand) ? font(bytesOf(operand)) : Number(operand) < BLANK ? " " : ""))
        .join("")
}

function bytesOf(operand: string): Uint8Array {
    const inside = operand.slice(1, -1).slice(0, LONGEST_STRING)
    return operand.startsWith("(")
        ? PDFString.of(inside).asBytes()
        : PDFHexString.of(inside.replace(/[\s\0]/g, "")).asBytes()
}

function readForm(operand: string, resources: PDFDict | undefined, reading: Reading, depth: number): void {
    const form = resources?.lookupMaybe(PDFName.of("XObject"), PDFDict)?.lookup(PDFName.of(operand.slice(1)))
    if (!(form instanceof PDFRawStream) || form.dict.lookup(PDFName.of("Subtype")) !== PDFName.of("Form")) return
    const own = form.dict.lookupMaybe(PDFName.of("Resources"), PDFDict)
    const operators = decoded(form)
    reading.tokens += tokensForForm(operators)
    read(operators, own ?? resources, reading, depth + 1)
}

function fontNamed(operand: string, resources: PDFDict | undefined, { fonts }: Reading): Decode {
    const font = resources?.lookupMaybe(PDFName.of("Font"), PDFDict)?.lookup(PDFName.of(operand.slice(1)))
    if (!(font instanceof PDFDict)) return latin
    const known = fonts.get(font) ?? decoderOf(font)
    fonts.set(font, known)
    return known
}

const latin: Decode = (codes) => new TextDecoder("windows-1252").decode(codes)
const unknown: Decode = () => "\uFFFD"

function decoderOf(font: PDFDict): Decode {
    const isComposite = font.lookup(PDFName.of("Subtype")) === PDFName.of("Type0")
    const map = font.lookup(PDFName.of("ToUnicode"))
    if (map instanceof PDFRawStream)
        return mapped(new TextDecoder("latin1").decode(unpack(map, LARGEST_MAP)), isComposite)
    if (!isComposite) return latin
    // Predefined maps that are a coding of characters themselves (ISO 32000-1 table 118).
    const encoding = font.lookup(PDFName.of("Encoding"))?.toString() ?? ""
    if (/^\/Uni\w+-(?:UCS2|UTF16)-/.test(encoding)) return (codes) => new TextDecoder("utf-16be").decode(codes)
    return /^\/GB(?:K|pc|-EUC)/.test(encoding) ? (codes) => new TextDecoder("gb18030").decode(codes) : unknown
}

/** Codes of one or two bytes through a map (ISO 32000-1 §9.10.3). */
function mapped(map: string, isComposite: boolean): Decode {
    const [, first] = /begincodespacerange\s*<([0-9A-Fa-f]+)>/.exec(map) ?? []
    const bytes = first === undefined ? (isComposite ? 2 : 1) : first.length > 2 ? 2 : 1
    const texts = new Map<number, string>()
    let left = MOST_CODES
    for (const [, kind, body = ""] of map.matchAll(/begin(bfchar|bfrange)([^g-z]*)end/g)) {
        const parts = body.match(/<[0-9A-Fa-f\s]*>|[[\]]/g) ?? []
        for (let i = 0; i < parts.length; ) {
            const from = codeOf(parts[i++])
            const to = kind === "bfchar" ? from : codeOf(parts[i++])
            if (parts[i] === "[") {
                i++
                for (let code = from; i < parts.length && parts[i] !== "]"; code++)
                    texts.set(code, unicodeOf(parts[i++]))
                i++
                continue
            }
            const text = unicodeOf(parts[i++])
            const last = text.charCodeAt(text.length - 1)
            for (let code = from; code <= to && left > 0; code++, left--)
                texts.set(code, text.slice(0, -1) + String.fromCharCode(last + code - from))
        }
    }
    return (codes) => {
        let out = ""
        for (let at = 0; at + bytes <= codes.length; at += bytes) {
            const code = bytes === 1 ? (codes[at] ?? 0) : (codes[at] ?? 0) * 256 + (codes[at + 1] ?? 0)
            out += texts.get(code) ?? "\uFFFD"
        }
        return out
    }
}

const codeOf = (hex = ""): number => Number.parseInt(hex.slice(1, -1).slice(0, 4), 16)

function unicodeOf(hex = ""): string {
    return new TextDecoder("utf-16be").decode(PDFHexString.of(hex.slice(1, -1).replace(/\s/g, "")).asBytes())
}

/** What is written in notes and in the fields of a form. */
function annotationTexts(page: PDFPageLeaf): readonly string[] {
    const annotations = page.Annots()
    if (!(annotations instanceof PDFArray)) return []
    return Array.from({ length: Math.min(annotations.size(), 1000) }, (_, i) => annotations.lookup(i)).flatMap(
        (one) => {
            if (!(one instanceof PDFDict)) return []
            // A field with one place may be that place, or stand above it.
            const field = one.has(PDFName.of("V")) ? one : one.lookup(PDFName.of("Parent"))
            return [textAt(one, "Contents"), textAt(field, "V")]
        },
    )
}

/** A text of a dictionary; empty where it has none. */
export function textAt(dict: unknown, key: string): string {
    const value = dict instanceof PDFDict ? dict.lookup(PDFName.of(key)) : undefined
    return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ""
}
