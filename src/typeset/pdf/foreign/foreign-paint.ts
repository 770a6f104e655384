import { PDFDict, PDFName, type PDFPageLeaf, PDFRawStream } from "pdf-lib"
import { utf8 } from "../../../base/bytes.ts"
import { type Hasher, portableSha256 } from "../../../base/digest.ts"
import { hasAppearances } from "./foreign-annotations.ts"
import { decoded, pageOperators } from "./foreign-form.ts"
import { type PaintedImage, paintedImage } from "./foreign-image.ts"
import { tokensForForm, tokensOf } from "./foreign-tokens.ts"

/**
 * What a page of a foreign PDF paints, as far as is needed to tell a page with something on it from an empty sheet, and a scan from what no printer has seen:
 * operators that mark the page (ISO 32000-1 §8.5.3, §8.9, §9.4), not where they do so.
 */
export interface PagePaint {
    /** Text that is seen, lines, areas, shadings or annotations, not in white. */
    readonly hasContent: boolean
    readonly images: readonly PaintedImage[]
    /** A picture or an annotation with an appearance: what a scanner, a photograph or an electronic seal leaves. */
    readonly hasPicture: boolean
    /**
     * SHA-256 over operators and data of pictures, by which a page is known again in this file or another; undefined
     * where it paints no picture, so that its operators alone say too little.
     */
    readonly digest: string | undefined
}

const FILLS = new Set(["f", "F", "f*"])
const STROKES = new Set(["S", "s"])
const BOTH = new Set(["B", "B*", "b", "b*"])
const SHOWS = new Set(["Tj", "TJ", "'", '"'])
const FILL_COLOURS = new Set(["g", "rg", "k", "sc", "scn"])
const STROKE_COLOURS = new Set(["G", "RG", "K", "SC", "SCN"])
/** Forms within forms; deeper ones are taken for content. */
const MOST_DEPTH = 8
/** Tokens that are looked at; a page of more has something on it. */
const MOST_TOKENS = 2_000_000

/** Throws `RangeError` or what the PDF reader throws where the page is damaged, `PacketError` for a damaged picture. */
export function pagePaint(page: PDFPageLeaf, name: string): PagePaint {
    const isAnnotated = hasAppearances(page)
    const found: Found = {
        hasContent: isAnnotated,
        hasPicture: isAnnotated,
        images: new Map(),
        tokens: 0,
        digest: portableSha256(),
    }
    look(pageOperators(page), page.Resources(), found, name, 0)
    const images = [...found.images.values()]
    const { hasContent, hasPicture } = found
    return {
        hasContent,
        images,
        hasPicture: hasPicture || images.length > 0,
        digest: images.length === 0 || isAnnotated ? undefined : found.digest.hex(),
    }
}

interface Found {
    hasContent: boolean
    hasPicture: boolean
    readonly digest: Hasher
    readonly images: Map<unknown, PaintedImage>
    tokens: number
}

interface State {
    /** White leaves no mark on paper. */
    readonly fillWhite: boolean
    readonly strokeWhite: boolean
    /** Text rendering modes 3 and 7 show nothing: the text layer behind a scan. */
    readonly isUnseen: boolean
}

function look(operators: Uint8Array, resources: PDFDict | undefined, found: Found, name: string, depth: number): void {
    if (depth > MOST_DEPTH) {
        found.hasContent = found.hasPicture = true
        return
    }
    found.digest.update(withoutNames(operators))
    let state: State = { fillWhite: false, strokeWhite: false, isUnseen: false }
    const saved: State[] = []
    let operands: string[] = []
    for (const token of tokensOf(operators)) {
        if (++found.tokens > MOST_TOKENS) {
            found.hasContent = found.hasPicture = true
            return
        }
        if (!/^[A-Za-z'"*]/.test(token)) {
            operands.push(token)
            continue
        }
        if (token === "q") saved.push(state)
        else if (token === "Q") state = saved.pop() ?? state
        else if (token === "Tr") state = { ...state, isUnseen: ["3", "7"].includes(operands.at(-1) ?? "") }
        else if (FILL_COLOURS.has(token)) state = { ...state, fillWhite: isWhite(operands) }
        else if (STROKE_COLOURS.has(token)) state = { ...state, strokeWhite: isWhite(operands) }
        else if (token === "cs") state = { ...state, fillWhite: false }
        else if (token === "CS") state = { ...state, strokeWhite: false }
        else if (token === "Do") paintObject(operands.at(-1) ?? "", resources, found, name, depth)
        else if (marks(token, operands, state)) found.hasContent = true
        if (token === "EI") found.hasPicture = true
        operands = []
    }
}

/** Operators without the names of what they paint, which every writer chooses as it likes. */
function withoutNames(operators: Uint8Array): Uint8Array {
    return utf8(new TextDecoder("latin1").decode(operators).replace(/\/[^\s\0()<>[\]{}/%]*/g, "/"))
}

function marks(operator: string, operands: readonly string[], state: State): boolean {
    if (operator === "sh" || operator === "EI") return true
    if (FILLS.has(operator)) return !state.fillWhite
    if (STROKES.has(operator)) return !state.strokeWhite
    if (BOTH.has(operator)) return !state.fillWhite || !state.strokeWhite
    return SHOWS.has(operator) && !state.isUnseen && !state.fillWhite && operands.some(isSeen)
}

/** Text of more than blanks: many writers show one on an empty page, by its code or as the third glyph of a font. */
function isSeen(operand: string): boolean {
    return operand.startsWith("(")
        ? /[^\s()]/.test(operand)
        : /^<[0-9A-Fa-f]/.test(operand) && !/^<(?:0020|0003|20|\s)*>$/.test(operand)
}

function isWhite(operands: readonly string[]): boolean {
    const values = operands.map(Number)
    if (values.length === 4) return values.every((value) => value === 0)
    return [1, 3].includes(values.length) && values.every((value) => value === 1)
}

function paintObject(operand: string, resources: PDFDict | undefined, found: Found, name: string, depth: number): void {
    const key = PDFName.of(operand.slice(1))
    const object = resources?.lookupMaybe(PDFName.of("XObject"), PDFDict)?.lookup(key)
    if (!(object instanceof PDFRawStream)) return
    if (object.dict.lookup(PDFName.of("Subtype")) === PDFName.of("Image")) {
        if (!found.images.has(object)) found.images.set(object, paintedImage(object, name))
        found.digest.update(object.contents)
        return
    }
    const own = object.dict.lookupMaybe(PDFName.of("Resources"), PDFDict)
    const operators = decoded(object)
    found.tokens += tokensForForm(operators)
    look(operators, own ?? resources, found, name, depth + 1)
}
