import type { Block, DocumentModel, Inline } from "./blocks.ts"

/** All text of a document in reading order, one line per paragraph, cell, caption or term. Alt texts are not text. */
export function collectText(model: DocumentModel): string {
    return [...model.blocks.flatMap(textLines)].join("\n")
}

/** The text of runs; a forced break is a line break. */
export function inlineText(inlines: readonly Inline[]): string {
    return inlines.map((i) => (i.kind === "text" ? i.text : i.kind === "break" ? "\n" : "")).join("")
}

function textLines(block: Block): string[] {
    switch (block.kind) {
        case "heading":
        case "paragraph":
            return [inlineText(block.inlines)]
        case "list":
            return block.items.flatMap((item) => item.flatMap(textLines))
        case "definitions":
            return block.entries.flatMap((entry) => [inlineText(entry.term), ...entry.blocks.flatMap(textLines)])
        case "table": {
            const cells = [...block.head, ...block.body].flatMap((row) => row.cells)
            return [
                ...(block.caption ? [inlineText(block.caption)] : []),
                ...cells.flatMap((c) => c.blocks.flatMap(textLines)),
            ]
        }
        case "figure":
            return block.caption.length > 0 ? [inlineText(block.caption)] : []
        case "callout":
        case "section":
            return block.blocks.flatMap(textLines)
        case "code":
            return [...block.lines]
        case "rule":
        case "page-break":
        case "contents":
            return []
        default:
            return block satisfies never
    }
}
