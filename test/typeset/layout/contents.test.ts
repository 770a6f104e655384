import { describe, expect, test } from "vitest"
import type { Block, DocumentModel, Inline } from "../../../src/typeset/document/blocks.ts"
import { layoutDocument } from "../../../src/typeset/layout/layout-document.ts"
import type { PlacedDocument } from "../../../src/typeset/layout/pages/placed.ts"
import { fakeFonts } from "./fake-fonts.ts"
import { readText, textOf } from "./reading.ts"

const text = (t: string): Inline[] => [{ kind: "text", text: t }]
const heading = (level: 1 | 2 | 3 | 4, t: string): Block => ({ kind: "heading", level, inlines: text(t) })
const p = (n: number): Block => ({ kind: "paragraph", inlines: text("文".repeat(n)) })
const chapter = (n: number): Block[] => [
    heading(2, `第${String(n)}章`),
    p(700),
    heading(3, `第${String(n)}章之一`),
    p(700),
]
const chapters = (count: number) => Array.from({ length: count }, (_, i) => chapter(i + 1)).flat()
const lay = (blocks: readonly Block[], over: Partial<DocumentModel> = {}): PlacedDocument =>
    layoutDocument({ title: "题", lang: "zh-CN", style: "report", blocks, ...over }, fakeFonts)
const rolesOf = (doc: PlacedDocument) => doc.structure.map(({ role }) => role)

/** Entries as printed: text, number, and where the link leads. */
function entries(doc: PlacedDocument): { text: string; number: number; page: number; yPt: number }[] {
    const links = doc.pages.flatMap((page) =>
        page.items.flatMap((item) => (item.kind === "link" && item.target ? [{ tag: item.tag, ...item.target }] : [])),
    )
    return [...new Map(links.map((link) => [link.tag, link])).values()].map(({ tag, page, yPt }) => {
        const texts = readText(doc)
            .filter(({ item }) => item.tag === tag)
            .map(({ item }) => textOf(item))
        return { text: texts.slice(0, -1).join(""), number: Number(texts.at(-1)), page, yPt }
    })
}

describe("contents", () => {
    const doc = lay([heading(1, "题目"), p(10), { kind: "contents" }, ...chapters(9)])

    test("name the page on which each heading stands, and lead to it", () => {
        const found = entries(doc)
        expect(found).toHaveLength(18)
        for (const { text: title, number, page, yPt } of found) {
            expect(number).toBe(page + 1)
            const at = readText(doc).filter(
                ({ item }) => textOf(item) === title && doc.structure[item.tag as number]?.role !== "Link",
            )
            expect(at.map((one) => one.page)).toEqual([page])
            expect((at[0]?.item.yPt ?? 0) - yPt).toBeGreaterThan(0)
            expect((at[0]?.item.yPt ?? 0) - yPt).toBeLessThan(30)
        }
    })

    test("are tagged as TOC, TOCI, Reference and Link; dots are artifacts", () => {
        const nodes = doc.structure
        const link = nodes.findIndex(({ role }) => role === "Link")
        const path: string[] = []
        for (let at: number | undefined = link; at !== undefined; at = nodes[at]?.parent)
            path.push(nodes[at]?.role ?? "")
        expect(path).toEqual(["Link", "Reference", "TOCI", "TOC", "Document"])
        const dots = doc.pages[0]?.items.filter((item) => item.kind === "line" && item.dotsPt !== undefined) ?? []
        expect(dots.length).toBeGreaterThan(10)
        expect(dots.every((item) => item.kind === "line" && item.tag === undefined)).toBe(true)
    })

    test("leave the title out, and stay out of the bookmarks themselves", () => {
        expect(entries(doc).map((entry) => entry.text)).not.toContain("题目")
        expect(doc.outline.map(({ title }) => title)).not.toContain("目录")
        expect(doc.outline[0]).toMatchObject({ title: "题目", level: 1 })
    })

    test("may grow over several pages and still be right", () => {
        const many = Array.from({ length: 70 }, (_, i): Block[] => [heading(2, `第${String(i)}节`), p(120)]).flat()
        const long = lay([heading(1, "题目"), { kind: "contents" }, ...many])
        const found = entries(long)
        expect(found).toHaveLength(70)
        expect(found[0]?.page).toBeGreaterThan(1)
        for (const { text: title, number } of found) {
            const at = readText(long).filter(({ item }) => textOf(item) === title && item.sizePt > 12)
            expect(at.map(({ page }) => page + 1)).toEqual([number])
        }
    })

    test("stand at the first place that is named, and are read there", () => {
        const part: Block = { kind: "section", blocks: [heading(1, "题目"), { kind: "contents" }, heading(2, "一")] }
        const twice = lay([part, { kind: "contents" }, heading(2, "二"), p(5)])
        const roles = ["Document", "Sect", "H1", "P", "TOC", "TOCI", "Reference", "Link"]
        expect(rolesOf(twice)).toEqual([...roles, "TOCI", "Reference", "Link", "H2", "H2", "P"])
        expect(twice.structure.map(({ parent }) => parent)).toEqual([
            ...[undefined, 0, 1, 1, 1, 4, 5, 6],
            ...[4, 8, 9, 1, 0, 0],
        ])
        expect(readText(twice).map(({ item }) => [textOf(item), item.tag])).toEqual([
            ...[["题目", 2]],
            ...[["目录", 3]],
            ...[
                ["一", 7],
                ["1", 7],
                ["二", 10],
                ["1", 10],
            ],
            ...[
                ["一", 11],
                ["二", 12],
                ["文文文文文", 13],
            ],
        ])
    })

    test.each([
        ["two levels where they end on the page on which they begin", 2, 24],
        ["otherwise the upper one, not a few entries on a page of their own", 16, 12],
    ])("list %s", (_, lines, count) => {
        const cover = Array.from({ length: lines }, () => p(40))
        const long = lay([heading(1, "题目"), ...cover, { kind: "contents" }, ...chapters(12)])
        const links = readText(long).filter(({ item }) => long.structure[item.tag as number]?.role === "Link")
        expect(entries(long)).toHaveLength(count)
        expect(new Set(links.map(({ page }) => page))).toEqual(new Set([0]))
    })

    test("break a long title before the number and keep it one link", () => {
        const long = lay([{ kind: "contents" }, heading(2, "很长的标题".repeat(12)), p(5)])
        const lines = readText(long).filter(({ item }) => long.structure[item.tag as number]?.role === "Link")
        expect(lines.length).toBe(3)
        expect(new Set(lines.map(({ item }) => item.tag)).size).toBe(1)
    })

    test("without headings are a title alone", () => {
        expect(entries(lay([{ kind: "contents" }, p(5)]))).toEqual([])
    })
})

describe("a report by itself gets contents", () => {
    test("behind its title when it has more than six pages", () => {
        const doc = lay([heading(1, "题目"), p(10), ...chapters(12)])
        expect(doc.pages.length).toBeGreaterThan(6)
        expect(rolesOf(doc).slice(0, 5)).toEqual(["Document", "H1", "P", "P", "TOC"])
        expect(entries(doc).length).toBe(24)
    })
    test("behind its first part when it is made of parts", () => {
        const cover: Block = { kind: "section", blocks: [heading(1, "封面")] }
        const part: Block = { kind: "section", blocks: [heading(1, "第一部分"), ...chapters(12)] }
        const doc = lay([cover, { kind: "page-break" }, part])
        expect(rolesOf(doc).slice(0, 5)).toEqual(["Document", "Sect", "H1", "P", "TOC"])
        expect(entries(doc)[0]).toMatchObject({ text: "第一部分", number: 2 })
    })
    test.each([
        ["it is short", [heading(1, "题目"), ...chapters(3)], {}],
        ["it is no report", [heading(1, "题目"), ...chapters(12)], { style: "exhibit" }],
        ["it has a list of its own", [heading(1, "题目"), heading(2, "目录"), ...chapters(12)], {}],
    ])("but not where %s", (_, blocks, over) => {
        expect(rolesOf(lay(blocks, over))).not.toContain("TOC")
    })
})

describe("the running head", () => {
    const heads = (doc: PlacedDocument) =>
        doc.pages.map((page) =>
            page.items.flatMap((item) =>
                item.kind === "text" && item.tag === "artifact" && item.yPt < 90 ? [textOf(item)] : [],
            ),
        )
    test("of a report is its title, from the second page on", () => {
        expect(heads(lay([p(10), { kind: "page-break" }, p(10)]))).toEqual([[], ["题"]])
    })
    test("is what is given, on every page", () => {
        const doc = layoutDocument(
            { title: "题", lang: "zh-CN", style: "report", blocks: [p(10), { kind: "page-break" }, p(10)] },
            fakeFonts,
            { head: "页眉" },
        )
        expect(heads(doc)).toEqual([["页眉"], ["页眉"]])
    })
    test.each(["letter", "sheet", "request", "exhibit"])("is absent in a %s", (style) => {
        expect(heads(lay([p(10), { kind: "page-break" }, p(10)], { style }))).toEqual([[], []])
    })
})
