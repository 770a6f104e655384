import { annexTitle, seeAnnex } from "../../editions/shared/annex.words.ts"
import type { Block, Cell, DocumentModel, Row } from "../../typeset/document/blocks.ts"
import { collectText } from "../../typeset/document/collect-text.ts"

/** Most characters of a cell: about a third of a page in a narrow column. */
export const LONGEST_CELL = 400
/** Most characters of a cell that names its row. */
const LONGEST_NAME = 40

type Table = Extract<Block, { kind: "table" }>

/**
 * The document with every text that is too long for a cell behind its table, numbered, under its row and column; the cell
 * says where. A statement of a thousand words would else be a row of several pages with all other cells empty.
 */
export function withAnnexes(model: DocumentModel): DocumentModel {
    const next = { n: 0 }
    const blocks = inBlocks(model.blocks, next)
    return next.n === 0 ? model : { ...model, blocks }
}

function inBlocks(blocks: readonly Block[], next: { n: number }): Block[] {
    return blocks.flatMap((block): Block[] => {
        if (block.kind === "section" || block.kind === "callout")
            return [{ ...block, blocks: inBlocks(block.blocks, next) }]
        return block.kind === "table" ? inTable(block, next) : [block]
    })
}

function inTable(table: Table, next: { n: number }): Block[] {
    const annexes: Block[] = []
    const body = table.body.map((row): Row => {
        const cells = row.cells.map((cell, column): Cell => {
            if (cell.header || textOf(cell).length <= LONGEST_CELL) return cell
            next.n++
            const title = annexTitle(next.n, [...nameOf(row), ...headOf(table, row, column)])
            annexes.push(paragraph(title, true), ...cell.blocks)
            return { ...cell, blocks: [paragraph(seeAnnex(next.n))] }
        })
        return { cells }
    })
    return [annexes.length === 0 ? table : { ...table, body }, ...annexes]
}

const paragraph = (text: string, strong = false): Block => ({
    kind: "paragraph",
    inlines: [{ kind: "text", text, ...(strong ? { strong } : {}) }],
})

const textOf = ({ blocks }: Pick<Cell, "blocks">): string =>
    collectText({ title: "", lang: "zh-CN", style: "", blocks }).trim()
/** A time has its other clock in a second line. */
const firstLine = (cell: Cell): string => textOf(cell).split("\n")[0] ?? ""

/** The first cell that is short enough to name its row. */
function nameOf({ cells }: Row): readonly string[] {
    return cells
        .map(firstLine)
        .filter((text) => text !== "" && text.length <= LONGEST_NAME)
        .slice(0, 1)
}

/** What stands over a column; nothing where cells span several rows or columns, so that their places differ. */
function headOf({ head }: Table, { cells }: Row, column: number): readonly string[] {
    const [row] = head
    if (head.length !== 1 || row === undefined) return []
    if (row.cells.length !== cells.length || [...row.cells, ...cells].some(({ colspan }) => colspan > 1)) return []
    return row.cells
        .slice(column, column + 1)
        .map(firstLine)
        .filter((text) => text !== "")
}
