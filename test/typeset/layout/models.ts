import type { Block, Cell, DocumentModel, Inline } from "../../../src/typeset/document/blocks.ts"
import { layoutDocument } from "../../../src/typeset/layout/layout-document.ts"
import type { Images, PlacedDocument } from "../../../src/typeset/layout/pages/placed.ts"
import { SHEETS } from "../../../src/typeset/layout/styles.data.ts"
import { fakeFonts } from "./fake-fonts.ts"
import { readText, rightOf, textOf } from "./reading.ts"

export const text = (t: string): Inline => ({ kind: "text", text: t })
export const p = (t: string): Block => ({ kind: "paragraph", inlines: [text(t)] })
export const cell = (t: string, over: Partial<Cell> = {}): Cell => {
    return { blocks: t === "" ? [] : [p(t)], header: false, colspan: 1, rowspan: 1, ...over }
}
export const model = (blocks: readonly Block[], style = "report"): DocumentModel => {
    return { title: "题", lang: "zh-CN", style, blocks }
}
export const lay = (blocks: readonly Block[], style = "report", images: Images = new Map()) =>
    layoutDocument(model(blocks, style), fakeFonts, { images, head: "页眉", foot: { ref: "REF-1" } })
export const solid = (t: string) => t.replace(/\s/g, "")

/** Edges of what a page shows, beside the running head and foot. */
export function pageFaults(doc: PlacedDocument, style: string): string[] {
    const page = SHEETS[style]?.page
    if (!page) return ["no sheet"]
    const [right, bottom] = [page.widthPt - page.rightPt, page.heightPt - page.bottomPt]
    const faults: string[] = []
    for (const { page: n, item } of readText(doc)) {
        const last = textOf(item).trimEnd().at(-1) ?? ""
        // The blank half of full-width punctuation may hang over the margin.
        const hang = /[，。、；：）》”’]/.test(last) ? item.sizePt / 2 : 0
        // So may that of an opener before it.
        const lead = /^[（《“‘]/.test(textOf(item)) ? item.sizePt / 2 : 0
        if (item.xPt < page.leftPt - lead - 0.1 || rightOf(item) > right + hang + 0.3)
            faults.push(`${n} wide: ${textOf(item)}`)
        if (item.yPt - item.sizePt < page.topPt - 2 || item.yPt > bottom)
            faults.push(`${n} high or low: ${textOf(item)}`)
    }
    return faults
}
