import type { Block, Cell, Row } from "./blocks.ts"

type TableBlock = Extract<Block, { kind: "table" }>

/** With fewer columns there is nothing to gain. */
const LEAST_COLUMNS = 4

/**
 * The table with its last column as a second line of each row, below all others but the first; in the head too.
 *
 * @returns `undefined` where cells span columns or rows, so that there is no last column.
 */
export function foldLastColumn(block: TableBlock): Pick<TableBlock, "head" | "body"> | undefined {
    const count = block.head[0]?.cells.length ?? 0
    const rows = [...block.head, ...block.body]
    const isPlain = rows.every(
        ({ cells }) => cells.length === count && cells.every(({ colspan, rowspan }) => colspan === 1 && rowspan === 1),
    )
    if (block.head.length !== 1 || count < LEAST_COLUMNS || !isPlain) return undefined
    return { head: block.head.flatMap(fold), body: block.body.flatMap(fold) }
}

function fold({ cells }: Row): Row[] {
    const [first, ...rest] = cells
    const last = rest.pop()
    if (!first || !last) return [{ cells }]
    if (isNothing(last)) return [{ cells: [first, ...rest] }]
    const below: Cell = { ...last, colspan: rest.length }
    return [{ cells: [{ ...first, rowspan: 2 }, ...rest] }, { cells: [below] }]
}

/** A dash, for what is not known, needs no line of its own. */
function isNothing({ blocks, header }: Cell): boolean {
    const [block, more] = blocks
    if (header || block?.kind !== "paragraph" || more !== undefined) return false
    return block.inlines.every((inline) => inline.kind === "text" && inline.text.trim() === "—")
}
