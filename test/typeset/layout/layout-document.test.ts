import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { PacketError } from "../../../src/base/issue.ts"
import { memorySource } from "../../../src/base/source.ts"
import type { Block, Inline } from "../../../src/typeset/document/blocks.ts"
import { layoutDocument } from "../../../src/typeset/layout/layout-document.ts"
import type { Images, PlacedDocument } from "../../../src/typeset/layout/pages/placed.ts"
import { SHEETS } from "../../../src/typeset/layout/styles.data.ts"
import { fakeFonts } from "./fake-fonts.ts"
import { cell, lay, model, p, pageFaults, text } from "./models.ts"
import { readText, rightOf, textOf } from "./reading.ts"

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
    test("its pages are full: of three lines the last may begin a page, in a report none does", () => {
        const linesOf = (style: string, before: number) => {
            const many = Array.from({ length: before }, () => p("一"))
            const doc = lay([...many, p("文".repeat(28 * 3 - 4))], style)
            return doc.pages.map((_, n) => readText(doc).filter(({ page }) => page === n).length)
        }
        expect(linesOf("letter", 20)).toEqual([22, 1])
        // One line by itself does not end a page.
        expect(linesOf("letter", 21)).toEqual([21, 3])
        const report = Array.from({ length: 50 }, (_, n) => linesOf("report", n)[1])
        expect(report).not.toContain(1)
    })
    test("a title and the line below it take two of the 22 lines", () => {
        const title = { kind: "heading" as const, level: 1 as const, inlines: [text("关于某事的函")] }
        const [, first] = readText(lay([title, p("文")], "letter"))
        expect(first?.item.yPt).toBeCloseTo((37 * 72) / 25.4 + 2 * 28.99 + (28.99 - 16) / 2 + 0.88 * 16, 0)
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
    const png = { kind: "png" as const, source: memorySource(new Uint8Array()), orientation: 1 }
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

    test("full-page ones stand on pages of their own with their heading, and fill them; a small one needs none", () => {
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
            [2, "末"],
        ])
        const [tall, small] = pictures(doc)
        expect(tall?.heightPt).toBeGreaterThan(600)
        // 100 pixels at 96 dots per inch: never blown up.
        expect(small?.widthPt).toBeCloseTo(75)
        expect(pageFaults(doc, "exhibit")).toEqual([])
    })

    test("upright ones stand beside each other where the sheet says so, each under its heading", () => {
        const heading = (t: string): Block => ({ kind: "heading", level: 2, inlines: [text(t)] })
        const set = [
            heading("甲"),
            figure("tall", true),
            heading("乙"),
            figure("tall", true),
            figure("tall", true),
            heading("丙"),
            figure("broad", true),
        ]
        const own: Images = new Map([...images, ["broad", { ...png, widthPx: 2000, heightPx: 1500 }]])
        const doc = lay(set, "exhibit", own)
        const [first, second, third, fourth] = pictures(doc)
        expect([first, second, third, fourth].map((picture) => picture?.page)).toEqual([0, 0, 1, 2])
        expect(second?.yPt).toBeCloseTo(first?.yPt ?? 0)
        expect(second?.xPt).toBeGreaterThan((first?.xPt ?? 0) + (first?.widthPt ?? 0))
        expect(readText(doc).map(({ page, item }) => `${String(page)} ${textOf(item)}`)).toEqual([
            "0 甲",
            "0 说明",
            "0 乙",
            "0 说明",
            "1 说明",
            "2 丙",
            "2 说明",
        ])
        expect(doc.outline.map(({ title, page }) => [title, page])).toEqual([
            ["甲", 0],
            ["乙", 0],
            ["丙", 2],
        ])
        expect(pageFaults(doc, "exhibit")).toEqual([])
        expect(pictures(lay(set, "report", own)).map(({ page }) => page)).toEqual([0, 1, 2, 3])
    })

    test("a heading above two upright ones is not left behind with the title of a part that runs on", () => {
        const heading = (level: 1 | 2 | 3, t: string): Block => ({ kind: "heading", level, inlines: [text(t)] })
        const plates = [heading(3, "甲"), figure("tall", true), heading(3, "乙"), figure("tall", true)]
        const blocks = [heading(1, "附件"), p("说明文字"), heading(2, "图片"), ...plates]
        const doc = lay([p("一"), { kind: "section", style: "exhibit", runsOn: true, blocks }], "report", images)
        expect(doc.outline.map(({ title, page }) => [title, page])).toEqual([
            ["附件", 0],
            ["图片", 1],
            ["甲", 1],
            ["乙", 1],
        ])
        expect(pageFaults(doc, "report")).toEqual([])
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

test("everything that cannot be shown is named at once, and nothing is laid out", () => {
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

test("where missing characters are shown, each is set as its code", () => {
    const model = { title: "甲", lang: "zh-CN", style: "report", blocks: [p("前面龘后面")] } as const
    const doc = layoutDocument(model, fakeFonts, { showMissing: true })
    const glyphs = doc.pages.flatMap(({ items }) => items.flatMap((item) => (item.kind === "text" ? item.glyphs : [])))
    expect(glyphs.every(({ gid }) => gid > 0)).toBe(true)
    expect(glyphs.map((glyph) => glyph.text).join("")).toContain("前面⟦U+9F98⟧后面")
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
