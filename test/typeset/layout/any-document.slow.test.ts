import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Block, Cell, Inline } from "../../../src/typeset/document/blocks.ts"
import { collectText } from "../../../src/typeset/document/collect-text.ts"
import type { PlacedDocument } from "../../../src/typeset/layout/pages/placed.ts"
import { lay, model, p, pageFaults, solid, text } from "./models.ts"
import { readStructure, readText, rightOf, type TextItem, textOf } from "./reading.ts"

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

/** How many documents each property is tried on; `RUNS=400` takes a minute. */
const RUNS = Number(process.env.RUNS ?? 40)

describe("any document", () => {
    test("keeps every character, in the order of the structure tree", () => {
        fc.assert(
            fc.property(anyBlocks, (blocks) => {
                // A report would get contents of its own where it is long.
                expect(solid(readStructure(lay(blocks, "exhibit")))).toBe(solid(collectText(model(blocks))))
            }),
            { numRuns: RUNS },
        )
    })

    test("stays inside the margins, and nothing lies over anything", () => {
        fc.assert(
            fc.property(anyBlocks, fc.constantFrom("report", "letter", "sheet", "request"), (blocks, style) => {
                const doc = lay(blocks, style)
                expect(pageFaults(doc, style)).toEqual([])
                expect(overlaps(doc)).toEqual([])
            }),
            { numRuns: RUNS },
        )
    })

    test("is laid out the same every time", () => {
        fc.assert(
            fc.property(anyBlocks, (blocks) => {
                expect(lay(blocks)).toEqual(lay(blocks))
            }),
            { numRuns: RUNS / 2 },
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
            { numRuns: RUNS },
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
            { numRuns: RUNS },
        )
    })
})
