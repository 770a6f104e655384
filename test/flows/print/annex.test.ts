import { describe, expect, test } from "vitest"
import { LONGEST_CELL, withAnnexes } from "../../../src/flows/print/annex.ts"
import type { Block, Cell, DocumentModel } from "../../../src/typeset/document/blocks.ts"
import { collectText } from "../../../src/typeset/document/collect-text.ts"

const paragraph = (text: string): Block => ({ kind: "paragraph", inlines: [{ kind: "text", text }] })
const cell = (text: string, header = false): Cell => ({ blocks: [paragraph(text)], header, colspan: 1, rowspan: 1 })
const LONG = "客".repeat(LONGEST_CELL + 1)

/** A table of a time and what happened then, with a paragraph behind. */
const documentOf = (...told: readonly string[]): DocumentModel => ({
    title: "时间顺序",
    lang: "zh-CN",
    style: "report",
    blocks: [
        {
            kind: "table",
            head: [{ cells: [cell("时间", true), cell("内容", true)] }],
            body: told.map((text, i) => ({ cells: [cell(`2023-03-2${String(i)}`), cell(text)] })),
        },
        paragraph("完"),
    ],
})

describe("a text that is too long for a cell", () => {
    test("stands behind its table under row and column, and the cell says where", () => {
        const { blocks } = withAnnexes(documentOf("短", LONG, `${LONG}二`))
        expect(blocks.map(({ kind }) => kind)).toEqual(["table", ...Array<string>(5).fill("paragraph")])
        expect(collectText({ ...documentOf(), blocks }).split("\n")).toEqual([
            ...["时间", "内容", "2023-03-20", "短", "2023-03-21", "全文较长，见表后附文 1"],
            ...["2023-03-22", "全文较长，见表后附文 2"],
            ...["附文 1（2023-03-21，内容）", LONG, "附文 2（2023-03-22，内容）", `${LONG}二`, "完"],
        ])
    })

    test("also within a part of a document; one that fits changes nothing", () => {
        const whole = documentOf(LONG)
        const within = withAnnexes({ ...whole, blocks: [{ kind: "section", blocks: whole.blocks }] })
        expect(collectText(within)).toContain("附文 1（2023-03-20，内容）")
        const fits = documentOf("客".repeat(LONGEST_CELL))
        expect(withAnnexes(fits)).toBe(fits)
    })
})
