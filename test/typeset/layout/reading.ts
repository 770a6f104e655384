import type { PlacedDocument, PlacedItem } from "../../../src/typeset/layout/pages/placed.ts"

export type TextItem = Extract<PlacedItem, { kind: "text" }>
export interface PlacedText {
    readonly page: number
    readonly item: TextItem
}

/** All text that is not an artifact, page by page in the order of the page's items. */
export function readText(doc: PlacedDocument): PlacedText[] {
    return doc.pages.flatMap((page, n) =>
        page.items.flatMap((item) => (item.kind === "text" && item.tag !== "artifact" ? [{ page: n, item }] : [])),
    )
}

/** Text of an item. */
export function textOf(item: TextItem): string {
    return item.glyphs.map((glyph) => glyph.text).join("")
}

/** Right edge of an item, white space at its end left out. */
export function rightOf(item: TextItem): number {
    let x = item.xPt
    let right = x
    for (const [i, glyph] of item.glyphs.entries()) {
        if (glyph.text.trim() !== "") right = x + (glyph.advance * item.sizePt) / 1000
        x += ((glyph.advance + (item.adjust[i] ?? 0)) * item.sizePt) / 1000
    }
    return right
}

/**
 * Text in the order of the structure tree, as a screen reader gives it, without the labels that layout makes for list
 * items. Links are read within their paragraph.
 */
export function readStructure(doc: PlacedDocument): string {
    const blockOf = (tag: number): number => {
        const node = doc.structure[tag]
        return node?.role === "Link" && node.parent !== undefined ? blockOf(node.parent) : tag
    }
    const texts: string[] = doc.structure.map(() => "")
    for (const { item } of readText(doc)) {
        const block = blockOf(item.tag as number)
        texts[block] += textOf(item)
    }
    return doc.structure
        .map((node, i) => {
            const list = doc.structure[doc.structure[node.parent ?? 0]?.parent ?? 0]
            return node.role === "Lbl" && list?.listNumbering !== undefined ? "" : (texts[i] ?? "")
        })
        .join("\n")
}
