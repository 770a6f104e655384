import { describe, expect, test } from "vitest"
import type { Block, DocumentModel, Inline } from "../../../src/typeset/document/blocks.ts"
import { inlineText } from "../../../src/typeset/document/collect-text.ts"
import { combineDocuments } from "../../../src/typeset/document/combine.ts"
import { walkBlocks } from "../../../src/typeset/document/walk-blocks.ts"

const words = (text: string): readonly Inline[] => [{ kind: "text", text }]
const heading = (level: 1 | 2 | 3 | 4, text: string): Block => ({ kind: "heading", level, inlines: words(text) })
const paragraph = (text: string): Block => ({ kind: "paragraph", inlines: words(text) })
const model = (title: string, blocks: readonly Block[], over: Partial<DocumentModel> = {}): DocumentModel => ({
    title,
    lang: "zh-CN",
    style: "report",
    blocks,
    ...over,
})
const WHOLE = { title: "全部", lang: "zh-CN", style: "report" } as const

/** `1 甲`, `2 一` … of all headings, in order. */
const headings = (combined: DocumentModel): string[] =>
    walkBlocks(combined.blocks).flatMap((block) =>
        block.kind === "heading" ? [`${String(block.level)} ${inlineText(block.inlines)}`] : [],
    )

describe("headings of a part", () => {
    test.each<[string, readonly Block[], string[]]>([
        [
            "stay where they go down level by level",
            [heading(1, "甲"), heading(2, "一"), heading(3, "（一）"), heading(2, "二")],
            ["1 甲", "2 一", "3 （一）", "2 二"],
        ],
        [
            "are drawn up where a level is skipped",
            [heading(1, "甲"), heading(3, "一"), heading(4, "1"), heading(2, "二"), heading(4, "2")],
            ["1 甲", "2 一", "3 1", "2 二", "3 2"],
        ],
        [
            "go below the title where there are several of the first level",
            [heading(1, "甲"), heading(2, "一"), heading(1, "乙"), heading(2, "二"), heading(4, "深")],
            ["1 甲", "2 一", "2 乙", "3 二", "4 深"],
        ],
        ["stand below the part's title where it has no own", [heading(2, "一"), paragraph("x")], ["1 题", "2 一"]],
        ["are made where there is none", [paragraph("x")], ["1 题"]],
        [
            "are found inside boxes, sections, lists and labelled values",
            [
                heading(1, "甲"),
                { kind: "callout", blocks: [heading(4, "框")] },
                { kind: "section", blocks: [heading(4, "节")] },
                { kind: "list", ordered: false, start: 1, items: [[heading(4, "项")]] },
                { kind: "definitions", entries: [{ term: words("名"), blocks: [heading(4, "值")] }] },
            ],
            ["1 甲", "2 框", "3 节", "4 项", "4 值"],
        ],
    ])("%s", (_, blocks, expected) => {
        expect(headings(combineDocuments([model("题", blocks)], WHOLE))).toEqual(expected)
    })
})

test("each part is a section in its own style and language on a new page; nothing of it is changed", () => {
    const first = model("甲", [heading(1, "甲"), paragraph("文")])
    const second = model("B", [heading(1, "B"), paragraph("text")], { lang: "en", style: "exhibit" })
    expect(combineDocuments([first, second], WHOLE)).toEqual({
        ...WHOLE,
        blocks: [
            { kind: "section", style: "report", blocks: first.blocks },
            { kind: "page-break" },
            { kind: "section", style: "exhibit", lang: "en", blocks: second.blocks },
        ],
    })
})
