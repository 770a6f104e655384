import { readFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { PacketError } from "../../../src/base/issue.ts"
import type { Block, Cell, DocumentModel, Inline } from "../../../src/typeset/document/blocks.ts"
import { collectText } from "../../../src/typeset/document/collect-text.ts"
import { layoutDocument } from "../../../src/typeset/layout/layout-document.ts"
import type { Images, PlacedDocument } from "../../../src/typeset/layout/pages/placed.ts"
import { SHEETS } from "../../../src/typeset/layout/styles.data.ts"
import { fakeFonts } from "./fake-fonts.ts"
import { readStructure, readText, rightOf, type TextItem, textOf } from "./reading.ts"

const text = (t: string): Inline => ({ kind: "text", text: t })
const p = (t: string): Block => ({ kind: "paragraph", inlines: [text(t)] })
const cell = (t: string, over: Partial<Cell> = {}): Cell => {
    return { blocks: t === "" ? [] : [p(t)], header: false, colspan: 1, rowspan: 1, ...over }
}
const model = (blocks: readonly Block[], style = "report"): DocumentModel => {
    return { title: "题", lang: "zh-CN", style, blocks }
}
const lay = (blocks: readonly Block[], style = "report", images: Images = new Map()) =>
    layoutDocument(model(blocks, style), fakeFonts, { images, head: "页眉", foot: { ref: "REF-1" } })
const solid = (t: string) => t.replace(/\s/g, "")

const phrase = fc
    .array(
        fc.oneof(
            fc.constantFrom(
                "报案人",
                "账户",
                "转出",
                "，",
                "。",
                "“",
                "”",
                "（",
                "）",
                "《",
                "》",
                "……",
                "——",
                "、",
                "：",
            ),
            fc.constantFrom(
                " ",
                " word",
                "USDT",
                "1,234.56",
                "2023年3月21日",
                "12 BTC",
                "it's",
                "3.5%",
                "￥80",
                "(x)",
                '"q"',
            ),
            fc.constantFrom("https://a.example/b/c?d=e&f=g", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c"),
        ),
        { minLength: 1, maxLength: 30 },
    )
    .map((parts) => parts.join(""))
const inline: fc.Arbitrary<Inline> = fc.oneof(
    { weight: 6, arbitrary: phrase.map(text) },
    phrase.map((t): Inline => ({ kind: "text", text: t, strong: true })),
    phrase.map((t): Inline => ({ kind: "text", text: t, code: true })),
    phrase.map((t): Inline => ({ kind: "text", text: t, href: "https://a.example/" })),
    phrase.map((t): Inline => ({ kind: "text", text: t, lang: "en" })),
    fc.constant<Inline>({ kind: "break" }),
    fc.constant<Inline>({ kind: "blank", em: 4 }),
)
const inlines = fc.array(inline, { minLength: 1, maxLength: 4 })
// Cells hold what the subset lets them hold.
const leaf = fc.oneof(
    inlines.map((i): Block => ({ kind: "paragraph", inlines: i })),
    fc.record({
        kind: fc.constant("list" as const),
        ordered: fc.boolean(),
        start: fc.constant(9),
        items: fc.array(fc.array(phrase.map(p), { maxLength: 2 }), { minLength: 1, maxLength: 3 }),
    }),
)
const anyCell: fc.Arbitrary<Cell> = fc.record({
    blocks: fc.array(leaf, { maxLength: 3 }),
    header: fc.boolean(),
    colspan: fc.integer({ min: 1, max: 2 }),
    rowspan: fc.integer({ min: 1, max: 3 }),
    align: fc.constantFrom("start" as const, "center" as const, "end" as const, "decimal" as const),
})
const rows = (maxLength: number) =>
    fc.array(fc.record({ cells: fc.array(anyCell, { minLength: 1, maxLength: 3 }) }), { maxLength })
const { block } = fc.letrec<{ block: Block; blocks: readonly Block[] }>((tie) => ({
    blocks: fc.array(tie("block"), { maxLength: 3 }),
    block: fc.oneof(
        { maxDepth: 2, depthSize: "small" },
        leaf,
        inlines.map((i): Block => ({ kind: "heading", level: 2, inlines: i })),
        fc.record({
            kind: fc.constant("list" as const),
            ordered: fc.boolean(),
            start: fc.constant(1),
            items: fc.array(tie("blocks"), { minLength: 1, maxLength: 3 }),
        }),
        fc.record({
            kind: fc.constant("definitions" as const),
            entries: fc.array(fc.record({ term: inlines, blocks: tie("blocks") }), { minLength: 1, maxLength: 3 }),
        }),
        fc.record({ kind: fc.constant("table" as const), caption: inlines, head: rows(1), body: rows(4) }),
        fc.record({ kind: fc.constant("callout" as const), blocks: tie("blocks") }),
        fc.record({ kind: fc.constant("section" as const), lang: fc.constant("en" as const), blocks: tie("blocks") }),
        fc.constant<Block>({ kind: "rule" }),
    ),
}))
const anyBlocks = fc.array(block, { maxLength: 8 })

/** Edges of what a page shows, beside the running head and foot. */
function pageFaults(doc: PlacedDocument, style: string): string[] {
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

/** Pairs of texts whose character boxes lie over each other. */
function overlaps(doc: PlacedDocument): string[] {
    const faults: string[] = []
    for (const page of doc.pages) {
        const items = page.items.filter((item): item is TextItem => item.kind === "text" && textOf(item).trim() !== "")
        const boxes = items.map((item) => ({
            item,
            left: item.xPt,
            right: rightOf(item),
            top: item.yPt - 0.8 * item.sizePt,
            bottom: item.yPt,
        }))
        for (const [i, a] of boxes.entries())
            for (const b of boxes.slice(i + 1)) {
                // Squeezed punctuation overlaps by its blank half.
                const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.7 * a.item.sizePt
                const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5
                if (wide && high) faults.push(`${textOf(a.item)} / ${textOf(b.item)}`)
            }
    }
    return faults
}

describe("any document", () => {
    test("keeps every character, in the order of the structure tree", () => {
        fc.assert(
            fc.property(anyBlocks, (blocks) => {
                // A report would get contents of its own where it is long.
                expect(solid(readStructure(lay(blocks, "exhibit")))).toBe(solid(collectText(model(blocks))))
            }),
        )
    })

    test("stays inside the margins, and nothing lies over anything", () => {
        fc.assert(
            fc.property(anyBlocks, fc.constantFrom("report", "letter", "sheet", "request"), (blocks, style) => {
                const doc = lay(blocks, style)
                expect(pageFaults(doc, style)).toEqual([])
                expect(overlaps(doc)).toEqual([])
            }),
        )
    })

    test("is laid out the same every time", () => {
        fc.assert(
            fc.property(anyBlocks, (blocks) => {
                expect(lay(blocks)).toEqual(lay(blocks))
            }),
            { numRuns: 20 },
        )
    })

    test("never leaves a heading at the bottom of a page", () => {
        const headed = fc
            .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 900 }))
            .map(([headings, n]) => [
                ...Array.from({ length: headings }, (_, i): Block => {
                    return { kind: "heading", level: 2, inlines: [text("题".repeat(1 + ((n * (i + 1)) % 90)))] }
                }),
                p("文".repeat(n)),
            ])
        const filled = fc.array(headed, { minLength: 10, maxLength: 40 }).map((parts) => parts.flat())
        fc.assert(
            fc.property(filled, (blocks) => {
                const doc = lay(blocks, "exhibit")
                for (let n = 0; n < doc.pages.length - 1; n++) {
                    const items = readText(doc).filter(({ page }) => page === n)
                    const lowest = Math.max(...items.map(({ item }) => item.yPt))
                    const roles = items
                        .filter(({ item }) => item.yPt === lowest)
                        .map(({ item }) => doc.structure[item.tag as number]?.role)
                    expect(roles).toEqual(["P"])
                }
            }),
            { numRuns: 50 },
        )
    })

    test("gives a paragraph two lines at least on either side of a page break", () => {
        fc.assert(
            fc.property(fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 10, maxLength: 40 }), (sizes) => {
                const doc = lay(sizes.map((n) => p("文".repeat(n))))
                const lines = new Map<string, number>()
                const total = new Map<number, number>()
                for (const { page, item } of readText(doc)) {
                    const tag = item.tag as number
                    lines.set(`${String(page)} ${String(tag)}`, (lines.get(`${String(page)} ${String(tag)}`) ?? 0) + 1)
                    total.set(tag, (total.get(tag) ?? 0) + 1)
                }
                for (const [key, count] of lines) if (count === 1) expect(total.get(Number(key.split(" ")[1]))).toBe(1)
            }),
            { numRuns: 50 },
        )
    })
})

describe("the letter is set as GB/T 9704—2012 §5 has it", () => {
    const mm = (points: number) => (points * 25.4) / 72
    const doc = lay([{ kind: "paragraph", style: "plain", inlines: [text("文".repeat(28 * 22 * 2))] }], "letter")
    const items = readText(doc)

    test("on A4, with margins of 37, 26, 35 and 28 mm", () => {
        const sheet = SHEETS.letter?.page
        const { widthPt = 0, heightPt = 0, topPt = 0, rightPt = 0, bottomPt = 0, leftPt = 0 } = sheet ?? {}
        expect(
            [widthPt, heightPt, topPt, rightPt, bottomPt, leftPt].map((value) => Math.round(mm(value) * 100) / 100),
        ).toEqual([210, 297, 37, 26, 35, 28])
        expect(doc.pages.map((page) => [page.widthPt, page.heightPt])).toEqual([
            [widthPt, heightPt],
            [widthPt, heightPt],
        ])
    })
    test("22 lines of 28 characters on a page", () => {
        expect(new Set(items.map(({ item }) => textOf(item).length))).toEqual(new Set([28]))
        expect(doc.pages.map((_, n) => items.filter(({ page }) => page === n).length)).toEqual([22, 22])
    })
    test("16 pt on a pitch of 15.79 pt, lines 28.99 pt apart, from the left margin to the right one", () => {
        const [first, second] = items.map(({ item }) => item)
        const [glyph] = first?.glyphs ?? []
        expect(first?.sizePt).toBe(16)
        expect((((glyph?.advance ?? 0) + (first?.adjust[0] ?? 0)) * 16) / 1000).toBeCloseTo(15.79, 2)
        expect((second?.yPt ?? 0) - (first?.yPt ?? 0)).toBeCloseTo(28.99, 2)
        expect(mm(first?.xPt ?? 0)).toBeCloseTo(28, 3)
        expect(mm(first ? rightOf(first) : 0)).toBeCloseTo(184, 0)
        // The first line stands in the first of the 22 rows.
        expect(first?.yPt).toBeCloseTo((37 * 72) / 25.4 + (28.99 - 16) / 2 + 0.88 * 16, 1)
    })
    test("a title of 22 pt, no running head, page numbers between dashes from the second page", () => {
        const letter = lay(
            [{ kind: "heading", level: 1, inlines: [text("关于某事的函")] }, { kind: "page-break" }, p("文")],
            "letter",
        )
        expect(readText(letter)[0]?.item.sizePt).toBe(22)
        const plain = layoutDocument({ ...model([p("一"), { kind: "page-break" }, p("二")], "letter") }, fakeFonts)
        const artifacts = plain.pages.map((page) =>
            page.items.flatMap((item) => (item.kind === "text" && item.tag === "artifact" ? [textOf(item)] : [])),
        )
        expect(artifacts).toEqual([[], ["— 2 —"]])
    })
})

test("a page break begins a page, but not an empty one", () => {
    const doc = lay([
        { kind: "page-break" },
        p("一"),
        { kind: "page-break" },
        { kind: "page-break" },
        p("二"),
        { kind: "page-break" },
    ])
    expect(readText(doc).map(({ page, item }) => [page, textOf(item)])).toEqual([
        [0, "一"],
        [1, "二"],
    ])
    expect(doc.pages).toHaveLength(2)
})

test("a section named after a style sheet begins a page of that sheet", () => {
    const doc = lay([
        p("一"),
        { kind: "section", style: "letter", blocks: [p("二")] },
        { kind: "section", style: "report", blocks: [p("三")] },
    ])
    expect(readText(doc).map(({ page, item }) => [page, item.sizePt])).toEqual([
        [0, 11],
        [1, 16],
        [2, 11],
    ])
})

describe("heads and feet", () => {
    test("are artifacts on every page, with number, count and reference", () => {
        const doc = lay([p("一"), { kind: "page-break" }, p("二")])
        const artifacts = doc.pages.map((page) =>
            page.items.flatMap((item) => (item.kind === "text" && item.tag === "artifact" ? [textOf(item)] : [])),
        )
        expect(artifacts).toEqual([
            ["页眉", "REF-1", "第 1 页 / 共 2 页"],
            ["页眉", "REF-1", "第 2 页 / 共 2 页"],
        ])
    })

    test("a long head wraps above its rule", () => {
        const doc = layoutDocument(model([p("一")]), fakeFonts, {
            head: "报案人整理的附件，本身不是执法机关文书\nAnnex prepared by the victim",
        })
        const heads = doc.pages[0]?.items.filter((item) => item.kind === "text" && item.tag === "artifact") ?? []
        expect(heads).toHaveLength(3)
        expect(Math.min(...heads.map((item) => (item.kind === "text" ? item.yPt : 0)))).toBeGreaterThan(20)
    })
})

describe("figures", () => {
    const png = { kind: "png" as const, bytes: new Uint8Array(), orientation: 1 }
    const images: Images = new Map([
        ["tall", { ...png, widthPx: 1000, heightPx: 4000 }],
        ["small", { ...png, widthPx: 100, heightPx: 50 }],
        ["turned", { ...png, widthPx: 100, heightPx: 50, orientation: 6 }],
    ])
    const figure = (image: string, fullPage = false): Block => ({
        kind: "figure",
        image,
        alt: "图",
        caption: [text("说明")],
        fullPage,
    })
    const pictures = (doc: PlacedDocument) =>
        doc.pages.flatMap((page, n) =>
            page.items.flatMap((item) => (item.kind === "image" ? [{ page: n, ...item }] : [])),
        )

    test("are never enlarged, fit the page, turn with their EXIF orientation, and keep their caption", () => {
        const doc = lay([p("文".repeat(1100)), figure("tall"), figure("small"), figure("turned")], "report", images)
        const [tall, small, turned] = pictures(doc)
        expect([small?.widthPt, small?.heightPt]).toEqual([75, 37.5])
        expect([turned?.widthPt, turned?.heightPt]).toEqual([37.5, 75])
        expect((tall?.heightPt ?? 0) / (tall?.widthPt ?? 1)).toBeCloseTo(4)
        expect(pageFaults(doc, "report")).toEqual([])
        const captions = readText(doc).filter(({ item }) => textOf(item) === "说明")
        expect(captions.map(({ page }) => page)).toEqual(pictures(doc).map(({ page }) => page))
    })

    test("full-page ones stand on pages of their own with their heading, and fill them", () => {
        const heading = (t: string): Block => ({ kind: "heading", level: 2, inlines: [text(t)] })
        const doc = lay(
            [p("一"), heading("甲"), figure("tall", true), heading("乙"), figure("small", true), p("末")],
            "exhibit",
            images,
        )
        expect(pictures(doc).map(({ page }) => page)).toEqual([1, 2])
        expect(readText(doc).map(({ page, item }) => [page, textOf(item)])).toEqual([
            [0, "一"],
            [1, "甲"],
            [1, "说明"],
            [2, "乙"],
            [2, "说明"],
            [3, "末"],
        ])
        const [tall, small] = pictures(doc)
        expect(tall?.heightPt).toBeGreaterThan(600)
        expect(small?.widthPt).toBeGreaterThan(480)
        expect(pageFaults(doc, "exhibit")).toEqual([])
    })

    test("the figure node carries the alternative text, the outline the headings", () => {
        const doc = lay([{ kind: "heading", level: 1, inlines: [text("标 题")] }, figure("small")], "report", images)
        expect(doc.structure.map((node) => [node.role, node.parent, node.alt])).toEqual([
            ["Document", undefined, undefined],
            ["H1", 0, undefined],
            ["Figure", 0, "图"],
            ["P", 0, undefined],
        ])
        expect(doc.outline).toMatchObject([{ title: "标 题", level: 1, page: 0 }])
    })
})

test("a note of a source is small, grey and sans serif, in its own paragraph", () => {
    const doc = lay([
        { kind: "paragraph", inlines: [text("事实"), { kind: "text", text: "〔见某文件〕", small: true }] },
    ])
    const [fact, note] = readText(doc).map(({ item }) => item)
    expect(textOf(note ?? ({ glyphs: [] } as never))).toBe("〔见某文件〕")
    expect(note?.tag).toBe(fact?.tag)
    expect(note?.sizePt).toBeLessThan(0.9 * (fact?.sizePt ?? 0))
    expect(note?.color[0]).toBeGreaterThan(0.2)
    expect([fact, note].map((item) => item?.glyphs[0]?.face)).toEqual(["serif-400", "sans-400"])
})

test("a link is a node of its own, with an area on each line", () => {
    const link: Inline = { kind: "text", text: "链".repeat(60), href: "https://a.example/" }
    const doc = lay([
        { kind: "paragraph", inlines: [text("前"), link, { ...link, text: "尾", strong: true }, text("后")] },
    ])
    expect(doc.structure.map(({ role, parent }) => [role, parent])).toEqual([
        ["Document", undefined],
        ["P", 0],
        ["Link", 1],
    ])
    const areas = doc.pages[0]?.items.filter((item) => item.kind === "link") ?? []
    expect(areas.length).toBeGreaterThanOrEqual(2)
    expect(areas.every((item) => item.kind === "link" && item.tag === 2 && item.href === "https://a.example/")).toBe(
        true,
    )
})

test("everything that can not be shown is named at once, and nothing is laid out", () => {
    const issues = (blocks: readonly Block[], style = "report") => {
        try {
            lay(blocks, style)
        } catch (error) {
            if (error instanceof PacketError) return error.issues
        }
        return []
    }
    expect(issues([p("前面的字龘后面的字"), { kind: "heading", level: 1, inlines: [text("x")] }])).toMatchObject([
        {
            code: "layout.character.missing",
            params: { character: "龘", codePoint: "U+9F98", context: "前面的字龘后面的字" },
        },
    ])
    const unknown: Block[] = [
        { kind: "paragraph", inlines: [text("x")], style: "plain sparkling" },
        {
            kind: "callout",
            blocks: [{ kind: "table", head: [], body: [{ cells: [cell("x")] }], style: "wobbly" }],
            style: "grand",
        },
        { kind: "figure", image: "E9", alt: "x", caption: [], fullPage: false },
    ]
    expect(issues(unknown, "poster").map(({ code, params }) => [code, ...Object.values(params)])).toEqual([
        ["layout.image.missing", "E9"],
        ["layout.style.unknown", "article", "poster"],
        ["layout.style.unknown", "p", "sparkling"],
        ["layout.style.unknown", "aside", "grand"],
        ["layout.style.unknown", "table", "wobbly"],
    ])
})

test("templates/README.md names every class", () => {
    const guide = readFileSync(join(import.meta.dirname, "../../../templates/README.md"), "utf8")
    const classes = Object.entries(SHEETS).flatMap(([name, { paragraphs, tables, callouts }]) => {
        return [name, ...Object.keys(paragraphs), ...Object.keys(tables), ...Object.keys(callouts)]
    })
    for (const name of new Set(classes)) expect(guide).toContain(`\`${name}\``)
})

test("a section named after a paragraph style sets its paragraphs so, on one page", () => {
    const signature: Block = { kind: "section", style: "signature", blocks: [p("签名"), p("日期")] }
    const doc = lay([...Array.from({ length: 37 }, () => p("文")), signature])
    const last = readText(doc).slice(-2)
    expect(new Set(last.map(({ page }) => page)).size).toBe(1)
    const right = last.map(({ item }) => rightOf(item))
    expect(right[0]).toBeCloseTo(right[1] ?? 0)
    expect(right[0]).toBeGreaterThan(400)
})

describe("what belongs together stands on one page", () => {
    const pageOf = (doc: PlacedDocument, word: string) =>
        readText(doc).find(({ item }) => textOf(item).includes(word))?.page

    test.each(["report", "letter"] as const)("a signature with the words before it, in a %s", (style) => {
        for (let lines = 15; lines < 60; lines++) {
            const text = Array.from({ length: lines }, () => p("一行"))
            const sign: Block = { kind: "section", style: "signature", blocks: [p("签名人"), p("日期")] }
            const doc = lay([...text, p("末段的最后一行"), sign], style)
            expect(pageOf(doc, "签名人"), String(lines)).toBe(pageOf(doc, "末段的最后一行"))
        }
    })

    test("a short introduction with its list", () => {
        for (let lines = 15; lines < 60; lines++) {
            const text = Array.from({ length: lines }, () => p("一行"))
            const list: Block = { kind: "list", ordered: true, start: 1, items: [[p("第一项内容")], [p("第二项内容")]] }
            const doc = lay([...text, p("以下是清单"), list], "report")
            expect(pageOf(doc, "第一项内容"), String(lines)).toBe(pageOf(doc, "以下是清单"))
        }
    })
})
