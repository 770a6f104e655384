import {
    PDFArray,
    PDFBool,
    PDFDict,
    PDFHexString,
    PDFName,
    PDFNumber,
    type PDFPageLeaf,
    PDFRawStream,
    PDFString,
} from "pdf-lib"
import type { Box, Matrix } from "../geometry.ts"
import type { ForeignFile } from "./foreign-objects.ts"
import { Ambiguous } from "./foreign-syntax.ts"

// Flags of annotations (ISO 32000-1 §12.5.3).
const INVISIBLE = 1
/** Hidden, no view. */
const UNSHOWN = 2 | 32
const NO_ROTATE = 16

/** Kinds that show nothing of their own, or an icon; all others viewers draw by themselves, each in its own way. */
const NOT_DRAWN = new Set(
    ["Link", "Text", "FileAttachment", "Sound", "Movie", "Screen", "PrinterMark", "TrapNet", "Watermark"]
        .concat("3D", "RichMedia", "Redact", "Projection")
        .map((kind) => PDFName.of(kind)),
)

/**
 * Throws `Ambiguous` where a page has annotations or fields whose look is left to the viewer: it is in no stream, or a new
 * one is to be made of the field's value.
 */
export function checkAnnotations(page: PDFPageLeaf, { catalog }: Pick<ForeignFile, "catalog">): void {
    const form = catalog.lookup(PDFName.of("AcroForm"))
    // Pages that Acrobat makes of the form's own description, while other programs show what is there in their place.
    if (form instanceof PDFDict && form.has(PDFName.of("XFA")) && isTrue(catalog, "NeedsRendering"))
        throw new Ambiguous("annotations")
    const isRemade = form instanceof PDFDict && isTrue(form, "NeedAppearances")
    for (const annotation of shownAnnotations(page)) {
        const rect = boxAt(annotation, "Rect")
        if (rect === undefined || rect[0] === rect[2] || rect[1] === rect[3]) continue
        const kind = annotation.lookup(PDFName.of("Subtype"))
        const isField = kind === PDFName.of("Widget")
        const normal = annotation.lookupMaybe(PDFName.of("AP"), PDFDict)?.lookup(PDFName.of("N"))
        const isOpen =
            normal === undefined
                ? isField
                    ? hasValue(annotation) || hasFrame(annotation)
                    : kind instanceof PDFName && !NOT_DRAWN.has(kind)
                : (normal instanceof PDFDict && !annotation.has(PDFName.of("AS"))) ||
                  (isField && isRemade && hasValue(annotation))
        if (isOpen || (flagsOf(annotation) & INVISIBLE) !== 0) throw new Ambiguous("annotations")
    }
}

const isTrue = (dict: PDFDict, key: string): boolean => dict.lookup(PDFName.of(key)) === PDFBool.True

/** A text or a choice; what is a name chooses among saved looks. */
function hasValue(field: PDFDict): boolean {
    const holder = field.has(PDFName.of("V")) ? field : field.lookup(PDFName.of("Parent"))
    const value = holder instanceof PDFDict ? holder.lookup(PDFName.of("V")) : undefined
    const text = value instanceof PDFArray ? value.lookup(0) : value
    return (text instanceof PDFString || text instanceof PDFHexString) && text.asString() !== ""
}

function hasFrame(field: PDFDict): boolean {
    const look = field.lookup(PDFName.of("MK"))
    return look instanceof PDFDict && ["BG", "BC", "CA"].some((key) => look.has(PDFName.of(key)))
}

function shownAnnotations(page: PDFPageLeaf): readonly PDFDict[] {
    const annotations = page.Annots()?.asArray() ?? []
    return annotations
        .map((one) => page.context.lookup(one))
        .filter((one) => one instanceof PDFDict)
        .filter((one) => (flagsOf(one) & UNSHOWN) === 0 && one.lookup(PDFName.of("Subtype")) !== PDFName.of("Popup"))
}

const flagsOf = (annotation: PDFDict): number => annotation.lookupMaybe(PDFName.of("F"), PDFNumber)?.asNumber() ?? 0

/** An appearance stream and the matrix that puts it into place. */
export interface Appearance {
    readonly stream: PDFRawStream
    readonly matrix: Matrix
}

/** Appearance streams of the annotations that a reader shows. */
export function shownAppearances(page: PDFPageLeaf): Appearance[] {
    return shownAnnotations(page).flatMap((annotation) => {
        const stream = normalAppearance(annotation)
        const rect = boxAt(annotation, "Rect")
        if (stream === undefined || rect === undefined) return []
        const matrix = fitAppearance(stream, rect)
        if (matrix === undefined) return []
        const turn = (flagsOf(annotation) & NO_ROTATE) === 0 ? 0 : (page.Rotate()?.asNumber() ?? 0)
        return [{ stream, matrix: turned(matrix, turn, rect) }]
    })
}

/** Upright on a page that is turned: about its upper left corner, which stays (ISO 32000-1 §12.5.3). */
function turned([a, b, c, d, e, f]: Matrix, degrees: number, [left, , , top]: Box): Matrix {
    const quarters = (((degrees / 90) % 4) + 4) % 4
    const [cos, sin] = [[1, 0, -1, 0][quarters] ?? 1, [0, 1, 0, -1][quarters] ?? 0]
    const [x, y] = [e - left, f - top]
    return [
        cos * a - sin * b,
        sin * a + cos * b,
        cos * c - sin * d,
        sin * c + cos * d,
        cos * x - sin * y + left,
        sin * x + cos * y + top,
    ]
}

/** True where a page has annotations that show something. */
export function hasAppearances(page: PDFPageLeaf): boolean {
    return shownAppearances(page).length > 0
}

/** `AP` / `N`, or of several states the one that `AS` names. */
function normalAppearance(annotation: PDFDict): PDFRawStream | undefined {
    const normal = annotation.lookupMaybe(PDFName.of("AP"), PDFDict)?.lookup(PDFName.of("N"))
    if (normal instanceof PDFRawStream) return normal
    const state = annotation.lookupMaybe(PDFName.of("AS"), PDFName)
    const chosen = normal instanceof PDFDict && state !== undefined ? normal.lookup(state) : undefined
    return chosen instanceof PDFRawStream ? chosen : undefined
}

/** Algorithm 8.1 of ISO 32000-1 §12.5.5: the appearance's box, as its own matrix turns it, is fitted to `Rect`. */
function fitAppearance(stream: PDFRawStream, rect: Box): Matrix | undefined {
    const box = boxAt(stream.dict, "BBox")
    if (box === undefined) return undefined
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersAt(stream.dict, "Matrix") ?? []
    const corners = [0, 2].flatMap((i) => [1, 3].map((k) => [box[i] ?? 0, box[k] ?? 0] as const))
    const xs = corners.map(([x, y]) => a * x + c * y + e)
    const ys = corners.map(([x, y]) => b * x + d * y + f)
    const [left, bottom] = [Math.min(...xs), Math.min(...ys)]
    const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - bottom]
    if (width <= 0 || height <= 0) return undefined
    const sx = (rect[2] - rect[0]) / width
    const sy = (rect[3] - rect[1]) / height
    return [sx, 0, 0, sy, rect[0] - sx * left, rect[1] - sy * bottom]
}

function boxAt(dict: PDFDict, key: string): Box | undefined {
    const [x1, y1, x2, y2] = numbersAt(dict, key) ?? []
    if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return undefined
    return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)]
}

function numbersAt(dict: PDFDict, key: string): number[] | undefined {
    const array = dict.lookupMaybe(PDFName.of(key), PDFArray)
    return array === undefined
        ? undefined
        : Array.from({ length: array.size() }, (_, i) => array.lookup(i, PDFNumber).asNumber())
}
