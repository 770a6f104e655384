import type { PDFContext, PDFRef } from "pdf-lib"
import type { OutlineEntry, PlacedDocument } from "../layout/pages/placed.ts"
import { printNumber, textString } from "./print.ts"

interface Item {
    readonly entry: OutlineEntry
    readonly ref: PDFRef
    readonly children: Item[]
}

/**
 * Writes the bookmarks (ISO 32000-1 §12.3.3): the top level is open, deeper ones are closed, unless there is but one
 * at the top. `undefined` where the document has none.
 */
export function writeOutline(ctx: PDFContext, doc: PlacedDocument, pages: readonly PDFRef[]): PDFRef | undefined {
    const top = nest(ctx, doc.outline)
    if (top.length === 0) return undefined
    const root = ctx.nextRef()
    const isOpen = top.length === 1
    writeSiblings(ctx, doc, pages, top, root, isOpen)
    const visible = top.length + (isOpen ? (top[0]?.children.length ?? 0) : 0)
    ctx.assign(root, ctx.obj({ Type: "Outlines", ...ends(top), Count: visible }))
    return root
}

/** Entries below the nearest earlier one of a smaller level; a skipped level makes no gap. */
function nest(ctx: PDFContext, entries: readonly OutlineEntry[]): Item[] {
    const top: Item[] = []
    const path: Item[] = []
    for (const entry of entries) {
        const item: Item = { entry, ref: ctx.nextRef(), children: [] }
        while (path.length > 0 && (path.at(-1)?.entry.level ?? 0) >= entry.level) path.pop()
        const siblings = path.at(-1)?.children ?? top
        siblings.push(item)
        path.push(item)
    }
    return top
}

function writeSiblings(
    ctx: PDFContext,
    doc: PlacedDocument,
    pages: readonly PDFRef[],
    items: readonly Item[],
    parent: PDFRef,
    isOpen: boolean,
): void {
    for (const [i, { entry, ref, children }] of items.entries()) {
        const page = pages[entry.page]
        const height = doc.pages[entry.page]?.heightPt
        if (page === undefined || height === undefined) throw new RangeError("bookmark of an unknown page")
        const before = items[i - 1]
        const after = items[i + 1]
        ctx.assign(
            ref,
            ctx.obj({
                Title: textString(entry.title),
                Parent: parent,
                Dest: [page, "XYZ", null, Number(printNumber(height - entry.yPt)), null],
                ...(before === undefined ? {} : { Prev: before.ref }),
                ...(after === undefined ? {} : { Next: after.ref }),
                // Closed: minus the number of those that opening would show.
                ...(children.length === 0
                    ? {}
                    : { ...ends(children), Count: isOpen ? children.length : -children.length }),
            }),
        )
        writeSiblings(ctx, doc, pages, children, ref, false)
    }
}

function ends(items: readonly Item[]): { First?: PDFRef; Last?: PDFRef } {
    const first = items[0]
    const last = items.at(-1)
    return first === undefined || last === undefined ? {} : { First: first.ref, Last: last.ref }
}
