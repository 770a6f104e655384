import {
    PDFArray,
    type PDFContext,
    PDFDict,
    PDFName,
    type PDFObjectCopier,
    type PDFPageLeaf,
    PDFRawStream,
    type PDFRef,
    PDFStream,
} from "pdf-lib"
import { concat } from "../../../base/bytes.ts"
import { flateStream } from "../flate.ts"
import type { Box } from "../geometry.ts"
import { ascii, printNumbers } from "../print.ts"
import { unpack } from "./bounds.ts"
import { shownAppearances } from "./foreign-annotations.ts"

/** Entries that would point from the copy into structures that stay behind, or say more than the page shows. */
const LEFT_BEHIND = ["StructParent", "StructParents", "Metadata", "PieceInfo", "LastModified"].map((key) =>
    PDFName.of(key),
)

/** What of a picture or form some programs, or printers, show in its place; at times from another file. */
const INSTEAD = ["Alternates", "OPI", "Ref", "PS"].map((key) => PDFName.of(key))

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
        if (object instanceof PDFStream) for (const key of INSTEAD) object.dict.delete(key)
    }
}
