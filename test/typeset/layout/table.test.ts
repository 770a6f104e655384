import { describe, expect, test } from "vitest"
import type { Block, Cell, Inline, Row } from "../../../src/typeset/document/blocks.ts"
import { layoutDocument } from "../../../src/typeset/layout/layout-document.ts"
import type { PlacedDocument } from "../../../src/typeset/layout/pages/placed.ts"
import { SHEETS } from "../../../src/typeset/layout/styles.data.ts"
import { shareWidth } from "../../../src/typeset/layout/tables/table-grid.ts"
import { fakeFonts } from "./fake-fonts.ts"
import { readStructure, readText, textOf } from "./reading.ts"

const cell = (text: string, over: Partial<Cell> = {}): Cell => ({
    blocks: text === "" ? [] : [{ kind: "paragraph", inlines: [{ kind: "text", text }] }],
    header: false,
    colspan: 1,
    rowspan: 1,
    ...over,
})
const th = (text: string, over: Partial<Cell> = {}) => cell(text, { header: true, scope: "col", ...over })
const row = (...cells: Cell[]): Row => ({ cells })
const table = (head: Row[], body: Row[], over: object = {}): Block => ({ kind: "table", head, body, ...over })
const lay = (blocks: Block[], style = "report"): PlacedDocument =>
    layoutDocument({ title: "题", lang: "zh-CN", style, blocks }, fakeFonts)
const rects = (doc: PlacedDocument, page: number) =>
    doc.pages[page]?.items.flatMap((item) => (item.kind === "rect" && item.stroke ? [item] : [])) ?? []
const bottomOf = (style: string) => {
    const page = SHEETS[style]?.page
    return page ? page.heightPt - page.bottomPt : 0
}

describe("a table over several pages", () => {
    const rows = Array.from({ length: 90 }, (_, i) =>
        row(cell(String(i + 1)), cell(`第${String(i)}件${"很长".repeat(i % 40)}`)),
    )
    const doc = lay([table([row(th("序号"), th("事项"))], rows)])

    test("sets its head again as an artifact on every page after the first", () => {
        expect(doc.pages.length).toBeGreaterThan(2)
        for (const [n, page] of doc.pages.entries()) {
            const heads = page.items.flatMap((item) =>
                item.kind === "text" && /^(?:序号|事项)$/.test(textOf(item)) ? [item] : [],
            )
            expect(heads.map((item) => item.tag === "artifact")).toEqual(n === 0 ? [false, false] : [true, true])
            const others = readText(doc).filter(({ page: m, item }) => m === n && !heads.includes(item))
            expect(Math.min(...others.map(({ item }) => item.yPt))).toBeGreaterThan(
                Math.max(...heads.map((item) => item.yPt)),
            )
        }
    })

    test("reads once from first to last row", () => {
        const text = readStructure(doc).replace(/\s/g, "")
        expect(text.startsWith("序号事项1第0件2第1件很长3")).toBe(true)
        expect(text.match(/序号/g)).toHaveLength(1)
    })

    test("rules every cell, none over another, all above the lower margin", () => {
        for (const n of doc.pages.keys()) {
            const boxes = rects(doc, n)
            expect(boxes.length).toBeGreaterThan(4)
            for (const [i, a] of boxes.entries()) {
                expect(a.yPt + a.heightPt).toBeLessThanOrEqual(bottomOf("report") + 0.1)
                for (const b of boxes.slice(i + 1)) {
                    const wide = Math.min(a.xPt + a.widthPt, b.xPt + b.widthPt) - Math.max(a.xPt, b.xPt)
                    const high = Math.min(a.yPt + a.heightPt, b.yPt + b.heightPt) - Math.max(a.yPt, b.yPt)
                    expect(wide > 0.1 && high > 0.1).toBe(false)
                }
            }
        }
    })
})

test("a head over the other rows of its group does not end a page", () => {
    const rest = Array.from({ length: 60 }, (_, i) => row(cell(`值${i}`), cell("甲")))
    const group = (n: number) => {
        const lead = Array.from({ length: n }, (_, i) => row(cell(`前${i}`, { colspan: 3 })))
        return lay([table([], [...lead, row(th("一", { rowspan: 61 }), cell("头", { colspan: 2 })), ...rest])])
    }
    const pageOf = (doc: ReturnType<typeof lay>, wanted: string) =>
        readText(doc).find(({ item }) => textOf(item) === wanted)?.page
    const heads = Array.from({ length: 40 }, (_, n) => group(n))
    for (const doc of heads) expect(pageOf(doc, "头")).toBe(pageOf(doc, "值0"))
    expect(new Set(heads.map((doc) => pageOf(doc, "头"))).size).toBeGreaterThan(1)
})

describe("a row taller than a page", () => {
    test.each([
        ["of one text", [cell("甲"), cell("文".repeat(3000))]],
        ["of two texts", [cell("字".repeat(2500)), cell("文".repeat(3000))]],
        [
            "whose lines have no height in common",
            [
                cell("文".repeat(2500)),
                cell("", {
                    blocks: [
                        { kind: "heading", level: 2, inlines: [{ kind: "text", text: "题" }] },
                        ...cell("字".repeat(2500)).blocks,
                    ],
                }),
            ],
        ],
    ])("%s is cut between lines", (_, cells) => {
        const doc = lay([table([row(th("一"), th("二"))], [row(...cells)])])
        expect(doc.pages.length).toBeGreaterThan(1)
        for (const { item } of readText(doc)) expect(item.yPt).toBeLessThan(bottomOf("report"))
        const count = (c: string) => readStructure(doc).split(c).length - 1
        expect(count("文")).toBe(cells.reduce((n, c) => n + JSON.stringify(c).split("文").length - 1, 0))
    })

    test("text of a cut cell keeps clear of the rules", () => {
        const doc = lay([table([], [row(cell("文".repeat(5000)))])])
        for (const n of doc.pages.keys()) {
            const [box] = rects(doc, n)
            const ys = readText(doc)
                .filter(({ page }) => page === n)
                .map(({ item }) => item)
            expect(Math.min(...ys.map((i) => i.yPt - 0.88 * i.sizePt)) - (box?.yPt ?? 0)).toBeGreaterThan(3)
            expect((box?.yPt ?? 0) + (box?.heightPt ?? 0) - Math.max(...ys.map((i) => i.yPt))).toBeGreaterThan(3)
        }
    })
})

test("a page ends between the items of a cell, not within one", () => {
    const items = Array.from({ length: 30 }, (_, i) => `第${String(i + 1)}项，${"内容很长".repeat(22)}，完`)
    const inlines = items.flatMap((text, i): Inline[] => [
        ...(i === 0 ? [] : [{ kind: "break" as const }]),
        { kind: "text", text },
    ])
    const long: Cell = { ...cell(""), blocks: [{ kind: "paragraph", inlines }] }
    for (let before = 0; before < 6; before++) {
        const doc = lay([
            table([], [...Array.from({ length: before }, () => row(cell("前"), cell("行"))), row(cell("列"), long)]),
        ])
        expect(doc.pages.length).toBeGreaterThan(1)
        for (const n of doc.pages.keys()) {
            const text = readText(doc)
                .filter(({ page }) => page === n)
                .map(({ item }) => textOf(item))
                .join("")
            const begun = [...text.matchAll(/第(\d+)项/g)].map(([, number]) => number)
            expect(text.match(/完/g)).toHaveLength(begun.length)
        }
    }
})

describe("decimals", () => {
    test("widths that are given tear no number, not by a point either", () => {
        const numbers = ["27,360.24036994", "1,719.4509834"]
        for (let share = 12; share < 40; share++) {
            const body = numbers.map((n) => row(cell(n, { align: "decimal" }), cell("说明")))
            const doc = lay([table([row(th("均价"), th("说明"))], body, { widths: [share, 100 - share] })])
            const texts = readText(doc).map(({ item }) => textOf(item))
            expect(texts).toEqual(expect.arrayContaining(numbers))
        }
    })

    const numbers = ["1,234.5", "0.00012345", "98,765", "12.5 USDT", "-3.25"]
    const doc = lay([
        table(
            [row(th("数量"), th("备注"))],
            [
                ...numbers.map((n) => row(cell(n, { align: "decimal" }), cell("x"))),
                row(cell("不详", { align: "decimal" }), cell("x")),
            ],
        ),
    ])

    test("stand with their points below each other, units right of them", () => {
        const points = readText(doc).flatMap(({ item }) => {
            const text = textOf(item)
            if (!numbers.includes(text)) return []
            const whole = text.includes(".") ? text.indexOf(".") : text.length
            return [
                item.glyphs
                    .slice(0, whole)
                    .reduce((x, g, i) => x + ((g.advance + (item.adjust[i] ?? 0)) * item.sizePt) / 1000, item.xPt),
            ]
        })
        expect(points).toHaveLength(numbers.length)
        for (const x of points) expect(x).toBeCloseTo(points[0] ?? 0, 3)
    })
})

describe("spans", () => {
    const doc = lay([
        table(
            [row(th("资产", { rowspan: 2 }), th("数量", { colspan: 2 })), row(th("转出"), th("退回"))],
            [row(th("USDT", { rowspan: 2, scope: "row" }), cell("1"), cell("2")), row(cell("3"), cell("4"))],
        ),
    ])
    test("reach the structure tree", () => {
        const nodes = doc.structure.map(({ role, scope, colSpan, rowSpan }) =>
            [role, scope, colSpan, rowSpan].filter(Boolean).join(" "),
        )
        expect(nodes).toEqual([
            "Document",
            "Table",
            "THead",
            "TR",
            "TH Column 2",
            "TH Column 2",
            "TR",
            "TH Column",
            "TH Column",
            "TBody",
            "TR",
            "TH Row 2",
            "TD",
            "TD",
            "TR",
            "TD",
            "TD",
        ])
    })
    test("are one box over what they span", () => {
        const boxes = rects(doc, 0)
        expect(boxes).toHaveLength(9)
        const [asset, amount, out] = boxes
        expect(asset?.heightPt).toBeCloseTo((amount?.heightPt ?? 0) + (out?.heightPt ?? 0), 3)
        expect(amount?.widthPt).toBeGreaterThan((out?.widthPt ?? 0) * 1.5)
    })
})

describe("column widths", () => {
    test.each([
        ["grow to the width where all fits", [10, 20], [10, 20], [100, 200]],
        ["shrink evenly where not even the words fit", [300, 300], [900, 900], [150, 150]],
        ["give short columns what they need", [20, 20, 50], [30, 60, 5000], [30, 60, 210]],
        ["never less than the longest word", [150, 10], [400, 4000], [150, 150]],
    ])("%s", (_, least, most, expected) => {
        const needs = least.map((minPt, i) => ({ minPt, maxPt: most[i] ?? 0 }))
        const widths = shareWidth(needs, 300)
        expect(widths.map((w) => Math.round(w))).toEqual(expected)
    })

    const code = (text: string) =>
        cell("", { blocks: [{ kind: "paragraph", inlines: [{ kind: "text", text, code: true }] }] })
    const times = row(th("时间（UTC）"), th("北京时间"), th("合约或交易对"), th("方向"), th("数量"), th("价格"))
    const ids = row(th("订单号"), th("客户端订单号"), th("来源"))
    const order = row(
        cell("2023-03-20 21:28:21"),
        cell("2023-03-21 05:28:21"),
        cell("TRBUSDT"),
        cell("买入"),
        cell("13819.3"),
        cell("未提供"),
        code("13227000002"),
        code("h3JwTq8RsYv5MnCx2KdGfz"),
        cell("合约历史委托记录（见X03）"),
    )
    const linesOf = (doc: PlacedDocument) => readText(doc).map(({ item }) => textOf(item).trim())

    test("keep ids whole as long as dates may part from their times", () => {
        const wide = table(
            [row(...times.cells, ...ids.cells)],
            Array.from({ length: 3 }, () => order),
            { style: "compact" },
        )
        const lines = linesOf(lay([wide]))
        for (const whole of ["h3JwTq8RsYv5MnCx2KdGfz", "13227000002", "2023-03-20", "21:28:21", "TRBUSDT", "未提供"])
            expect(lines.filter((line) => line === whole).length, whole).toBeGreaterThanOrEqual(3)
    })
    test("make a table compact whose words do not fit otherwise, and never a column of single characters", () => {
        const rows = [row(...order.cells, ...order.cells.slice(2, 6))]
        const doc = lay([table([row(...times.cells, ...ids.cells, ...times.cells.slice(2))], rows)])
        const insets = readText(doc).flatMap(({ item }) => rects(doc, 0).map(({ xPt }) => item.xPt - xPt))
        const near = (padPt = 0) => insets.some((inset) => Math.abs(inset - padPt) < 0.01)
        expect(near(SHEETS.report?.tables.compact?.padXPt)).toBe(true)
        expect(near(SHEETS.report?.table.padXPt)).toBe(false)
        expect(new Set(readText(doc).map(({ item }) => item.sizePt))).toEqual(new Set([9]))
        for (const half of ["方", "买", "价", "数"]) expect(linesOf(doc)).not.toContain(half)
    })
    test("set a hash in two lines rather than in many", () => {
        const hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
        const doc = lay([
            table(
                [row(th("编号"), th("说明"), th("SHA-256"))],
                [row(cell("E001"), cell("很长的说明".repeat(20)), code(hash))],
            ),
        ])
        expect(linesOf(doc).filter((line) => /^[0-9a-f]{10,}$/.test(line))).toHaveLength(2)
    })

    test("give a last column that is left too narrow for its text a line of its own below each row", () => {
        const heads = ["时间", "合约", "方向", "数量", "价格", "订单号", "客户端订单号", "来源"].map((text) => th(text))
        const source = "市场：合约；成交数量：520；成交均价：19.4201；状态：已成交；合约历史委托记录（见 X14）"
        const ids = [
            "2023-03-21 05:28:21",
            "TRBUSDT",
            "买入",
            "520",
            "19.4201",
            "13227000002",
            "h3JwTq8RsYv5MnCx2KdGfz",
        ]
        const doc = lay([table([row(...heads)], [row(...ids.map((id) => cell(id)), cell(source))])])
        const lines = linesOf(doc)
        expect(lines.findIndex((line) => line.startsWith("市场：合约"))).toBeGreaterThan(lines.indexOf(ids[5] ?? ""))
        expect(lines.filter((line) => source.includes(line) && line.length > 3).length).toBeLessThan(4)
    })

    test("follow <col> where given", () => {
        const doc = lay([table([], [row(cell("甲"), cell("乙"))], { widths: [1, 3] })])
        const [a, b] = rects(doc, 0)
        expect((b?.widthPt ?? 0) / (a?.widthPt ?? 1)).toBeCloseTo(3)
    })
})

test("the rows of a form leave room to write, and labelled values are ruled in a form only", () => {
    const dl: Block = { kind: "definitions", entries: [{ term: [{ kind: "text", text: "姓名" }], blocks: [] }] }
    expect(rects(lay([dl], "sheet"), 0).map((box) => Math.round(box.heightPt))).toEqual([27, 27])
    expect(rects(lay([dl], "report"), 0)).toEqual([])
    const form = lay([table([], [row(th("签名"), cell(""))], { style: "form" })])
    expect(rects(form, 0).map((box) => Math.round(box.heightPt))).toEqual([26, 26])
    expect(rects(form, 0)[1]?.widthPt).toBeGreaterThan(100)
})
