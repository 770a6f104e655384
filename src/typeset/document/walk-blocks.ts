import type { Block } from "./blocks.ts"

/** The blocks directly inside a block, in reading order; a table's are those of its cells, row by row. */
export function childBlocks(block: Block): readonly Block[] {
    switch (block.kind) {
        case "list":
            return block.items.flat()
        case "definitions":
            return block.entries.flatMap((entry) => entry.blocks)
        case "table":
            return [...block.head, ...block.body].flatMap((row) => row.cells.flatMap((cell) => cell.blocks))
        case "callout":
        case "section":
            return block.blocks
        case "heading":
        case "paragraph":
        case "figure":
        case "code":
        case "rule":
        case "page-break":
        case "contents":
            return []
        default:
            return block satisfies never
    }
}

/** All blocks of a document, each before those inside it. */
export function walkBlocks(blocks: readonly Block[]): Block[] {
    return blocks.flatMap((block) => [block, ...walkBlocks(childBlocks(block))])
}
