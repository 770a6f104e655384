import { PDFArray, PDFDict, PDFHexString, PDFNumber, PDFRef } from "pdf-lib"
import { expect, test } from "vitest"
import { layoutDocument } from "../../../src/typeset/layout/layout-document.ts"
import { name, reread } from "./reread.ts"
import { fonts } from "./sample.ts"

test("each entry of the contents is a link to its heading, named after it, without an action", async () => {
    const blocks = [
        { kind: "contents" as const },
        ...["第一部分", "第二部分"].flatMap((title) => [
            { kind: "page-break" as const },
            { kind: "heading" as const, level: 1 as const, inlines: [{ kind: "text" as const, text: title }] },
        ]),
    ]
    const placed = layoutDocument({ title: "题", lang: "zh-CN", style: "report", blocks }, fonts)
    const pdf = await reread(placed)
    const links = pdf
        .getPage(0)
        .node.lookup(name("Annots"), PDFArray)
        .asArray()
        .map((ref) => pdf.context.lookup(ref, PDFDict))
    const found = links.map((link) => {
        const place = link.lookup(name("Dest"), PDFArray)
        const page = pdf.getPages().findIndex(({ ref }) => place.get(0) instanceof PDFRef && ref === place.get(0))
        return {
            page,
            top: place.lookup(3, PDFNumber).asNumber(),
            title: link.lookup(name("Contents"), PDFHexString).decodeText(),
            hasAction: link.has(name("A")),
        }
    })
    const heights = placed.outline.map(({ page, yPt }) => (placed.pages[page]?.heightPt ?? 0) - yPt)
    expect(found).toEqual([
        { page: 1, top: expect.closeTo(heights[0] ?? 0, 2), title: "第一部分", hasAction: false },
        { page: 2, top: expect.closeTo(heights[1] ?? 0, 2), title: "第二部分", hasAction: false },
    ])
})
