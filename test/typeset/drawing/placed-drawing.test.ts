import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber } from "pdf-lib"
import { describe, expect, test } from "vitest"
import { PacketError } from "../../../src/base/issue.ts"
import type { Lang } from "../../../src/base/lang.ts"
import type { Block, DocumentModel } from "../../../src/typeset/document/blocks.ts"
import type { Drawing } from "../../../src/typeset/drawing/drawing.ts"
import { timelineDrawing } from "../../../src/typeset/drawing/timeline.ts"
import { layoutDocument } from "../../../src/typeset/layout/layout-document.ts"
import { createLettering } from "../../../src/typeset/layout/lines/lettering.ts"
import type { PlacedDocument, PlacedItem } from "../../../src/typeset/layout/pages/placed.ts"
import { SHEETS } from "../../../src/typeset/layout/styles.data.ts"
import { measureOf } from "../../../src/typeset/layout/styles.ts"
import { tool } from "../../tool.ts"
import { contentOf, name, OPTIONS, reread } from "../pdf/reread.ts"
import { fileOf, render, run } from "../pdf/run.ts"
import { fonts } from "../pdf/sample.ts"
import { writePdf } from "../pdf/written-bytes.ts"

const lettering = createLettering(fonts, "zh-CN")
const START = Date.UTC(2023, 2, 20, 17, 49, 8)
const TEXTS = ["向 TideGrid 授权接口密钥", "八种币在现货账户被卖出", "删除接口密钥", "到派出所报案"]
const timeline = timelineDrawing(
    TEXTS.map((text, i) => ({ atMs: START + i * i * 7_000_000, time: [`第${String(i)}时`, `${String(i)}Z`], text })),
    { lang: "zh-CN", lettering, clocks: ["北京时间", "UTC"] },
)

function lay(drawing: Drawing, lang: Lang = "zh-CN"): PlacedDocument {
    const p = (text: string): Block => ({ kind: "paragraph", inlines: [{ kind: "text", text }] })
    const caption = [{ kind: "text", text: "图说" }] as const
    const figure: Block = { kind: "figure", image: "chart", alt: drawing.alt, caption, fullPage: false }
    const model: DocumentModel = { title: "题", lang, style: "report", blocks: [p("图前"), figure, p("图后")] }
    return layoutDocument(model, fonts, { images: new Map([["chart", { kind: "drawing", drawing }]]) })
}

function drawn(doc: PlacedDocument): PlacedItem[] {
    const figure = doc.structure.findIndex(({ role }) => role === "Figure")
    return doc.pages.flatMap(({ items }) => items.filter((item) => "tag" in item && item.tag === figure))
}

describe("layout places a drawing", () => {
    test("with every line, rectangle and text tagged as the Figure, in one run, as wide as the measure", () => {
        const doc = lay(timeline)
        const items = drawn(doc)
        expect(items.map(({ kind }) => kind)).toEqual(timeline.items.map(({ kind }) => kind))
        const first = doc.pages[0]?.items.findIndex(({ kind }) => kind === "rect" || kind === "line") ?? -1
        expect(doc.pages[0]?.items.slice(first, first + items.length)).toEqual(items)
        const sheet = SHEETS.report
        if (sheet === undefined) throw new Error("no report")
        const scale = measureOf(sheet) / timeline.widthPt
        const source = timeline.items.find((item) => item.kind === "text")
        const placed = items.find((item) => item.kind === "text")
        expect(placed?.xPt).toBeCloseTo(sheet.page.leftPt + (source?.xPt ?? 0) * scale)
        expect(placed?.sizePt).toBeCloseTo((source?.sizePt ?? 0) * scale)
    })

    test("smaller where it is higher than a page, and whole", () => {
        const high = { ...timeline, heightPt: 3 * timeline.heightPt + 2000 }
        const doc = lay(high)
        const size = drawn(doc).find((item) => item.kind === "text")?.sizePt ?? 0
        expect(size).toBeGreaterThan(0)
        expect(size).toBeLessThan(3)
    })

    test("in the language that it says it is in", () => {
        const other = drawn(lay(timeline, "en")).find((item) => item.kind === "text")
        expect(other?.lang).toBe("zh-CN")
        expect(drawn(lay(timeline)).find((item) => item.kind === "text")?.lang).toBeUndefined()
    })

    test("and a character that no font has stops the layout", () => {
        const items = timeline.items.map((item) => (item.kind === "text" ? { ...item, text: "甲\u{10FFFD}" } : item))
        expect(() => lay({ ...timeline, items })).toThrow(PacketError)
    })
})

describe("the PDF of a drawing", () => {
    test.skipIf(!tool("pdftotext"))("yields all its text", async () => {
        const path = fileOf(await writePdf(lay(timeline), fonts, OPTIONS))
        const text = run("pdftotext", path, "-")
        for (const expected of [...TEXTS, "第3时", "横轴"]) expect(text).toContain(expected)
    })

    test.skipIf(!tool("pdfinfo"))("has it in a Figure", async () => {
        const path = fileOf(await writePdf(lay(timeline), fonts, OPTIONS))
        const tree = run("pdfinfo", "-struct-text", path)
        const figure = /\n {2,}Figure[^\n]*\n(?: {4,}\/[^\n]*\n)*\s+"([^"]*)"/.exec(tree)?.[1] ?? ""
        for (const text of TEXTS) expect(figure).toContain(text)
    })

    test("says what it shows and where it is, and draws nothing of it as an artifact", async () => {
        const pdf = await reread(lay(timeline))
        const figure = figureOf(pdf)
        const alt = figure.lookup(name("Alt"))
        expect(alt instanceof PDFHexString ? alt.decodeText() : "").toBe(timeline.alt)
        const box = attribute(figure, "BBox")
        const [left = 0, bottom = 0, right = 0, top = 0] = box
        expect(right - left).toBeGreaterThan(300)
        expect(top - bottom).toBeGreaterThan(50)
        expect(right - left).toBeLessThan(460)
        const parts = contentOf(pdf, 0).split("/Artifact").slice(1)
        const artifacts = parts.map((part) => part.slice(0, part.indexOf("EMC"))).join()
        const figures = /\/Figure <<\/MCID \d+>> BDC([\s\S]*?)\n\/(?:P|Artifact) /.exec(contentOf(pdf, 0))?.[1] ?? ""
        const strokes = timeline.items.filter(({ kind }) => kind === "line").length
        expect(figures.match(/ l S/g)).toHaveLength(strokes)
        expect(artifacts.match(/ l S/g) ?? []).toHaveLength(0)
    })

    test.skipIf(!tool("pdftoppm"))("prints in shades of grey", async () => {
        const pixels = render(fileOf(await writePdf(lay(timeline), fonts, OPTIONS)), 50)
        let [dark, coloured] = [0, 0]
        for (let y = 0; y < pixels.height; y++)
            for (let x = 0; x < pixels.width; x++) {
                const [r, g, b] = pixels.at(x, y)
                if (r < 128) dark++
                if (Math.max(r, g, b) - Math.min(r, g, b) > 3) coloured++
            }
        expect(dark).toBeGreaterThan(100)
        expect(coloured).toBe(0)
    })

    test("is the same each time", async () => {
        expect(await writePdf(lay(timeline), fonts, OPTIONS)).toEqual(await writePdf(lay(timeline), fonts, OPTIONS))
    })
})

function figureOf(pdf: PDFDocument): PDFDict {
    for (const [, object] of pdf.context.enumerateIndirectObjects())
        if (object instanceof PDFDict && object.get(name("S")) === PDFName.of("Figure")) return object
    throw new Error("no Figure")
}
function attribute(element: PDFDict, key: string): number[] {
    const attributes = element.lookup(name("A"), PDFArray).lookup(0, PDFDict)
    return attributes
        .lookup(name(key), PDFArray)
        .asArray()
        .map((value) => (value instanceof PDFNumber ? value.asNumber() : Number.NaN))
}
