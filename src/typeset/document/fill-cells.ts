import type { Lang } from "../../base/lang.ts"
import type { Block, Cell } from "./blocks.ts"

/** What an empty cell says: a blank could be taken for an oversight or filled in later. */
const NOT_PROVIDED: Readonly<Record<Lang, string>> = { "zh-CN": "未提供", en: "Not provided" }

/** Styles of documents, parts and tables whose empty cells are there to be written in. */
const TO_FILL = ["sheet", "form"]

const PAGE_STYLES = ["report", "letter", "sheet", "request", "exhibit"]

/**
 * Puts 未提供 or *Not provided* into every empty data cell, in the language of its place. Cells of forms stay empty,
 * and so do header cells.
 */
export function fillEmptyCells(blocks: readonly Block[], lang: Lang, style: string): Block[] {
    const inside = (inner: readonly Block[]) => fillEmptyCells(inner, lang, style)
    return blocks.map((block): Block => {
        switch (block.kind) {
            case "section":
                return {
                    ...block,
                    blocks: fillEmptyCells(block.blocks, block.lang ?? lang, pageStyle(block.style, style)),
                }
            case "callout":
                return { ...block, blocks: inside(block.blocks) }
            case "list":
                return { ...block, items: block.items.map(inside) }
            case "definitions":
                return { ...block, entries: block.entries.map((entry) => ({ ...entry, blocks: inside(entry.blocks) })) }
            case "table": {
                if (TO_FILL.includes(style) || TO_FILL.includes(block.style ?? "")) return block
                const body = block.body.map(({ cells }) => ({ cells: cells.map((cell) => fill(cell, lang)) }))
                return { ...block, body }
            }
            default:
                return block
        }
    })
}

/** A part may have a page style of its own; its other classes change nothing here. */
function pageStyle(own: string | undefined, outer: string): string {
    return own !== undefined && PAGE_STYLES.includes(own) ? own : outer
}

function fill(cell: Cell, lang: Lang): Cell {
    if (cell.header || cell.blocks.length > 0) return cell
    return { ...cell, blocks: [{ kind: "paragraph", inlines: [{ kind: "text", text: NOT_PROVIDED[lang] }] }] }
}
