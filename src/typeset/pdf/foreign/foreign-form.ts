import {
    PDFArray,
    type PDFContext,
    PDFDict,
    PDFName,
    PDFNumber,
    type PDFObjectCopier,
    type PDFPageLeaf,
    PDFRawStream,
    type PDFRef,
    PDFStream,
} from "pdf-lib"
import { concat } from "../../../base/bytes.ts"
import { flateStream } from "../flate.ts"
import type { Box, Matrix } from "../geometry.ts"
import { ascii, printNumbers } from "../print.ts"
import { unpack } from "./bounds.ts"

// Flags of annotations that are not shown (ISO 32000-1 §12.5.3): invisible, hidden, no view.
const UNSHOWN = 1 | 2 | 32

/** Entries that would point from the copy into structures that stay behind, or say more than the page shows. */
const LEFT_BEHIND = ["StructParent", "StructParents", "Metadata", "PieceInfo", "LastModified"].map((key) =>
    PDFName.of(key),
)

/** The operators of a page, uncompressed; empty for a blank page. */
export function pageOperators(page: PDFPageLeaf): Uint8Array {
    const contents = page.Contents()
    const streams =
        contents instanceof PDFArray
            ? Array.from({ length: contents.size() }, (_, i) => contents.lookup(i, PDFStream))
            : contents === undefined
              ? []
              : [contents]
    const newline = ascii("\n")
    return concat(streams.flatMap((stream) => [decoded(stream), newline]))
}

/** Data of a stream with its filters undone; those of pictures are not known. */
export function decoded(stream: PDFStream): Uint8Array {
    if (!(stream instanceof PDFRawStream)) throw new TypeError("content is no stream of a file")
    return unpack(stream)
}

/**
 * Writes a page as a form XObject that shows what the page shows within a box, in the page's own coordinates. The
 * appearances of its annotations are drawn over it.
 */
export function writePageForm(ctx: PDFContext, page: PDFPageLeaf, box: Box, copier: PDFObjectCopier): PDFRef {
    const before = ctx.largestObjectNumber
    const resources = page.Resources()
    const group = page.lookupMaybe(PDFName.of("Group"), PDFDict)
    const appearances = shownAppearances(page)
    const content = ctx.register(
        flateStream(ctx, withoutMarks(pageOperators(page)), {
            ...formEntries(box),
            Resources: resources === undefined ? {} : copier.copy(resources),
            ...(group === undefined ? {} : { Group: copier.copy(group) }),
        }),
    )
    const drawn = appearances.map(({ stream, matrix }) => ({ ref: writeAppearance(ctx, copier, stream), matrix }))
    leaveBehind(ctx, before)
    if (drawn.length === 0) return content
    const parts = [{ ref: content, matrix: [1, 0, 0, 1, 0, 0] as const }, ...drawn]
    const operators = parts.map(({ matrix }, i) => `q ${printNumbers(matrix)} cm /X${String(i)} Do Q\n`).join("")
    const names = Object.fromEntries(parts.map(({ ref }, i) => [`X${String(i)}`, ref]))
    return ctx.register(flateStream(ctx, ascii(operators), { ...formEntries(box), Resources: { XObject: names } }))
}

function formEntries(box: Box): { Type: string; Subtype: string; FormType: number; BBox: number[] } {
    return { Type: "XObject", Subtype: "Form", FormType: 1, BBox: [...box] }
}

/** The page's own content numbers would be taken for ours; another key of the same length makes them mean nothing. */
function withoutMarks(operators: Uint8Array): Uint8Array {
    const key = ascii("/MCID")
    for (let at = operators.indexOf(0x2f); at >= 0; at = operators.indexOf(0x2f, at + 1))
        if (key.every((byte, i) => operators[at + i] === byte)) operators[at + 1] = 0x58
    return operators
}

interface Appearance {
    readonly stream: PDFRawStream
    readonly matrix: Matrix
}

/** Appearance streams of the annotations that a reader shows, each with the matrix that puts it into place. */
function shownAppearances(page: PDFPageLeaf): Appearance[] {
    const annotations = page.Annots()
    if (annotations === undefined) return []
    return Array.from({ length: annotations.size() }, (_, i) => annotations.lookup(i)).flatMap((annotation) => {
        if (!(annotation instanceof PDFDict)) return []
        const flags = annotation.lookupMaybe(PDFName.of("F"), PDFNumber)?.asNumber() ?? 0
        const subtype = annotation.lookupMaybe(PDFName.of("Subtype"), PDFName)
        if ((flags & UNSHOWN) !== 0 || subtype === PDFName.of("Popup")) return []
        const stream = normalAppearance(annotation)
        const rect = boxAt(annotation, "Rect")
        if (stream === undefined || rect === undefined) return []
        const matrix = fitAppearance(stream, rect)
        return matrix === undefined ? [] : [{ stream, matrix }]
    })
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

function writeAppearance(ctx: PDFContext, copier: PDFObjectCopier, stream: PDFRawStream): PDFRef {
    const copy = copier.copy(stream)
    // Writers leave these out, for an appearance can be nothing else; as a resource it must say so.
    copy.dict.set(PDFName.of("Type"), PDFName.of("XObject"))
    copy.dict.set(PDFName.of("Subtype"), PDFName.of("Form"))
    return ctx.register(copy)
}

function leaveBehind(ctx: PDFContext, before: number): void {
    for (const [ref, object] of ctx.enumerateIndirectObjects()) {
        if (ref.objectNumber <= before) continue
        const dict = object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : undefined
        for (const key of LEFT_BEHIND) dict?.delete(key)
    }
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
