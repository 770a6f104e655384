import { describe, expect, test } from "vitest"
import type { Block, Cell } from "../../../src/typeset/document/blocks.ts"
import { combineDocuments } from "../../../src/typeset/document/combine.ts"
import { layoutDocument } from "../../../src/typeset/layout/layout-document.ts"
import type { PlacedDocument } from "../../../src/typeset/layout/pages/placed.ts"
import { fakeFonts } from "./fake-fonts.ts"
import { cell, lay, model, p, text } from "./models.ts"
import { readText, textOf } from "./reading.ts"
import type { Laid } from "./sample-pages.ts"
import { SETTING_RULES } from "./setting-faults.ts"

const lines = (count: number): Block[] => Array.from({ length: count }, (_, n) => p(`行${String(n)}`))
const head = (...words: string[]) => [
    { cells: words.map((word) => cell(word, { header: true, scope: "col" as const })) },
]
const rows = (count: number, more: Partial<Cell> = {}) =>
    Array.from({ length: count }, (_, n) => ({ cells: [cell(`甲${String(n)}`, more), cell(`乙${String(n)}`)] }))
const table = (count: number): Block => ({ kind: "table", head: head("名", "值"), body: rows(count) })
/** Pages on which a text of the document begins. */
const pagesOf = (doc: PlacedDocument, start: string) =>
    readText(doc).flatMap(({ page, item }) => (textOf(item).startsWith(start) ? [page] : []))
const artifacts = (doc: PlacedDocument, page: number) =>
    doc.pages[page]?.items.flatMap((item) => (item.kind === "text" && item.tag === "artifact" ? [textOf(item)] : [])) ??
    []

describe("tables", () => {
    test.each([26, 28, 30, 32, 34])("of fewer than eight rows are not cut, after %d lines", (before) => {
        const doc = lay([...lines(before), table(7)])
        expect(new Set(pagesOf(doc, "甲")).size).toBe(1)
    })
    test("rows that a cell spans count each: a table of ten in four groups is cut between groups", () => {
        const group = (n: number, size: number) =>
            Array.from({ length: size }, (_, i) => ({
                cells: [...(i === 0 ? [cell(`组${String(n)}`, { rowspan: size })] : []), cell(`乙${String(i)}`)],
            }))
        const body = [3, 3, 2, 2].flatMap((size, n) => group(n, size))
        const doc = lay([...lines(24), { kind: "table", head: head("名", "值"), body }])
        const pages = pagesOf(doc, "组")
        expect(pages).toHaveLength(4)
        expect(new Set(pages)).toEqual(new Set([0, 1]))
    })
    test("a longer one never has a single row on a page", () => {
        for (let before = 20; before < 36; before++) {
            const pages = pagesOf(lay([...lines(before), table(12)]), "甲")
            for (const page of new Set(pages)) expect(pages.filter((one) => one === page).length).toBeGreaterThan(1)
        }
    })
    test("a head within one does not end a page", () => {
        const over = { cells: [cell("组", { header: true, colspan: 2 })] }
        for (let before = 20; before < 36; before++) {
            const body = [...rows(9), over, ...rows(9)]
            const doc = lay([...lines(before), { kind: "table", head: head("名", "值"), body }])
            const below = readText(doc).filter(({ item }) => textOf(item).startsWith("甲"))[9]
            expect(pagesOf(doc, "组"), String(before)).toEqual([below?.page])
        }
    })
    test("a note does not begin a page without the end of its table", () => {
        for (let before = 10; before < 30; before++) {
            const doc = lay([...lines(before), table(12), { kind: "paragraph", inlines: [text("注")], style: "note" }])
            expect(pagesOf(doc, "注"), String(before)).toEqual(pagesOf(doc, "甲11"))
        }
    })
    test("what goes on says so, in the language of its place", () => {
        const doc = lay([table(90)])
        expect(artifacts(doc, 0)).not.toContain("续表")
        expect(artifacts(doc, 1)).toEqual(expect.arrayContaining(["续表", "名", "值"]))
        const english = lay([{ kind: "section", lang: "en", blocks: [table(90)] }])
        expect(artifacts(english, 1)).toContain("(continued)")
    })
    test("one without a head that begins a page goes on from nothing", () => {
        const form = { kind: "table", head: [], body: rows(3), style: "form" } as const
        for (let before = 20; before < 36; before++) {
            const doc = lay(
                [...lines(before), { kind: "table", head: [], body: [{ cells: [cell("丙")] }] }, form],
                "sheet",
            )
            for (const page of doc.pages.keys()) expect(artifacts(doc, page), String(before)).not.toContain("续表")
        }
    })
    test("a row that is cut is named again where it goes on, at the top; one that begins there is not", () => {
        const many = { blocks: lines(90), header: false, colspan: 1, rowspan: 1 }
        const doc = lay([{ kind: "table", head: [], body: [{ cells: [cell("步骤4"), many] }], style: "form" }], "sheet")
        expect(pagesOf(doc, "步骤4")).toEqual([0])
        for (const page of doc.pages.keys()) {
            const again = artifacts(doc, page).filter((own) => own === "步骤4")
            expect(again).toHaveLength(page === 0 ? 0 : 1)
        }
        expect(artifacts(lay([table(90)]), 1).join()).not.toContain("甲")
    })
    test("one that would break ids has its last column below each row", () => {
        const id = "a0123456789bcd"
        const wide = Array.from({ length: 9 }, () => ({
            cells: [
                ...Array.from({ length: 6 }, (_, n) => cell(`${id.slice(1)}${String(n)}`)),
                cell("来源说明".repeat(9)),
            ],
        }))
        const doc = lay([{ kind: "table", head: head("一", "二", "三", "四", "五", "六", "末"), body: wide }])
        const folded = doc.structure.filter(({ role, colSpan }) => role === "TD" && colSpan === 5)
        expect(folded).toHaveLength(9)
        const known = wide.map((row, n) => (n > 3 ? row : { cells: [...row.cells.slice(0, -1), cell("—")] }))
        const some = lay([{ kind: "table", head: head("一", "二", "三", "四", "五", "六", "末"), body: known }])
        expect(some.structure.filter(({ role, colSpan }) => role === "TD" && colSpan === 5)).toHaveLength(5)
        const narrow = lay([table(3)])
        expect(narrow.structure.filter(({ colSpan }) => colSpan !== undefined)).toEqual([])
    })
})

test("a last column that would be a stack of short lines stands below each row", () => {
    for (let length = 8; length < 80; length++) {
        const ids = Array.from({ length: 5 }, (_, n) => cell(`1150402233445${String(n)}`))
        const body = Array.from({ length: 9 }, () => ({ cells: [...ids, cell("源".repeat(length))] }))
        const doc = lay([{ kind: "table", head: head("一", "二", "三", "四", "五", "末"), body }])
        const lines = readText(doc).filter(({ item }) => textOf(item).startsWith("源")).length / body.length
        expect(lines, String(length)).toBeLessThanOrEqual(4)
    }
})

test.each(["report", "exhibit"])("a short list of labelled values is not cut in a %s", (style) => {
    const entries = ["甲", "甲", "甲", "甲", "甲", "甲"].map((term) => ({ term: [text(term)], blocks: [p("值")] }))
    for (let before = 24; before < 40; before++) {
        const doc = lay([...lines(before), { kind: "definitions", entries }], style)
        expect(new Set(pagesOf(doc, "甲")).size, String(before)).toBe(1)
    }
})

describe("a volume", () => {
    const part = (title: string, style: string, count: number) => ({
        ...model([{ kind: "heading", level: 1, inlines: [text(title)] }, ...lines(count)], style),
        title,
    })
    const parts = [part("一", "report", 3), part("二", "exhibit", 3), part("三", "sheet", 3)]
    const whole = { title: "汇编", lang: "zh-CN" as const, style: "report" }
    const leftOf = (doc: PlacedDocument) =>
        new Set(
            readText(doc)
                .map(({ item }) => item.xPt)
                .filter((x) => x < 90),
        )

    test("has the margins of its document on every page", () => {
        const doc = layoutDocument(combineDocuments(parts, whole), fakeFonts, { head: "页眉" })
        expect(doc.pages).toHaveLength(3)
        expect(SETTING_RULES["every page has the same margins and head line"]?.({ doc, style: "report" })).toEqual([])
        expect(Math.min(...leftOf(doc))).toBeCloseTo((25 * 72) / 25.4, 3)
    })
    test("lets parts run on", () => {
        const doc = layoutDocument(combineDocuments(parts, whole, new Set(parts.slice(2))), fakeFonts)
        expect(doc.pages).toHaveLength(2)
        expect(pagesOf(doc, "三")).toEqual([1])
    })
    test("lets no part run on whose first chapter would begin on another page", () => {
        const chapter: Block = { kind: "heading", level: 2, inlines: [text("章")] }
        for (let before = 25; before < 40; before++) {
            const first = part("一", "report", before)
            const second = { ...first, title: "二", blocks: [...part("二", "report", 3).blocks, chapter, p("末")] }
            const doc = layoutDocument(combineDocuments([first, second], whole, new Set([second])), fakeFonts)
            expect(pagesOf(doc, "二"), String(before)).toEqual(pagesOf(doc, "章"))
        }
    })
})

describe("commands", () => {
    const doc = lay([{ kind: "code", lines: ["first  line", "second"] }])
    test("are lines of their own, as they stand, with numbers that are read before them", () => {
        const texts = doc.pages[0]?.items.flatMap((item) =>
            item.kind === "text" ? [[item.tag === "artifact", textOf(item)]] : [],
        )
        expect(texts?.slice(0, 4)).toEqual([
            [true, "1"],
            [true, "2"],
            [false, "first  line"],
            [false, "second"],
        ])
    })
    test("one alone has no number", () => {
        expect(readText(lay([{ kind: "code", lines: ["only"] }])).map(({ item }) => textOf(item))).toEqual(["only"])
        expect(artifacts(lay([{ kind: "code", lines: ["only"] }]), 0)).not.toContain("1")
    })
})

describe("the rules of setting find", () => {
    const doc = lay([p("甲乙 2023-03-20 16:00 UTC 丙丁"), table(9)])
    const first = doc.pages[0]
    const changed = (change: (items: NonNullable<typeof first>["items"]) => NonNullable<typeof first>["items"]) => ({
        style: "report",
        doc: { ...doc, pages: first ? [{ ...first, items: change(first.items) }] : [] },
    })
    const faults = (rule: string, laid: Laid) => SETTING_RULES[rule]?.(laid).length
    test("nothing here", () => {
        for (const [rule, faultsOf] of Object.entries(SETTING_RULES))
            expect(faultsOf({ style: "report", doc }), rule).toEqual([])
    })
    test("small type", () => {
        const small = changed((items) => items.map((item) => (item.kind === "text" ? { ...item, sizePt: 6 } : item)))
        expect(faults("nothing is set below 9 pt", small)).toBeGreaterThan(9)
    })
    test("a spread line", () => {
        const wide = changed((items) =>
            items.map((item) => (item.kind === "text" ? { ...item, adjust: item.adjust.map(() => 200) } : item)),
        )
        expect(faults("no line is spread", wide)).toBeGreaterThan(0)
    })
    test("a torn unit", () => {
        const torn = changed((items) =>
            items.flatMap((item) => {
                if (item.kind !== "text" || !textOf(item).includes("16:00")) return [item]
                const at = textOf(item).indexOf("16:00")
                const part = (from: number, to?: number) => ({
                    ...item,
                    glyphs: item.glyphs.slice(from, to),
                    adjust: item.adjust.slice(from, to),
                })
                return [part(0, at), { ...part(at), yPt: item.yPt + 20 }, { ...item, yPt: item.yPt + 40 }]
            }),
        )
        expect(faults("no unit is torn that fits a line", torn)).toBeGreaterThan(0)
    })
    test("a heading at the end of a page", () => {
        const heading = { kind: "heading" as const, level: 2 as const, inlines: [text("题")] }
        const ends = { style: "report", doc: lay([p("文"), heading]) }
        expect(faults("no heading ends a page, no line stands alone", ends)).toBe(1)
    })
    test("an empty page", () => {
        const empty = { style: "report", doc: lay([p("一"), { kind: "page-break" }, ...lines(20)]) }
        expect(faults("only the last page of a part is nearly empty", empty)).toBe(1)
    })
    test("a torn table", () => {
        const long = lay([{ kind: "page-break" }, table(90)])
        const few = {
            ...long,
            structure: long.structure,
            pages: long.pages.map((page) => ({
                ...page,
                items: page.items.filter(
                    (item) =>
                        item.kind !== "text" || item.tag === "artifact" || /^[甲乙](?:2|3|60)$/.test(textOf(item)),
                ),
            })),
        }
        expect(
            faults("no table of fewer than eight rows is torn, no row stands alone", { style: "report", doc: few }),
        ).toBe(1)
    })
})
