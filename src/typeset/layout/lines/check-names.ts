import { type Issue, issue } from "../../../base/issue.ts"
import type { Block, DocumentModel } from "../../document/blocks.ts"
import { walkBlocks } from "../../document/walk-blocks.ts"
import type { Images } from "../pages/placed.ts"
import { SHEETS } from "../styles.data.ts"

/**
 * Checks that every style and every picture a document names exists; each name is reported once. A style counts as
 * known where any sheet has it, so that a partial can be used under several.
 */
export function checkNames(model: DocumentModel, images: Images): Issue[] {
    const found = new Map<string, Issue>()
    const uses = [{ element: "article", style: model.style, known: Object.hasOwn(SHEETS, model.style) }]
    for (const block of walkBlocks(model.blocks)) {
        uses.push(...stylesOf(block))
        if (block.kind === "figure" && !images.has(block.image))
            found.set(`img ${block.image}`, issue("layout.image.missing", [model.title], { image: block.image }))
    }
    for (const { element, style, known } of uses)
        if (!known) found.set(`${element} ${style}`, issue("layout.style.unknown", [model.title], { element, style }))
    return [...found.values()]
}

interface StyleUse {
    readonly element: string
    readonly style: string
    readonly known: boolean
}

function stylesOf(block: Block): StyleUse[] {
    if (!("style" in block) || block.style === undefined) return []
    const { style } = block
    const inAny = (has: (sheet: (typeof SHEETS)[string]) => object, name: string) =>
        Object.values(SHEETS).some((sheet) => Object.hasOwn(has(sheet), name))
    switch (block.kind) {
        case "paragraph":
            return style
                .split(" ")
                .map((name) => ({ element: "p", style: name, known: inAny((s) => s.paragraphs, name) }))
        case "table":
            return [{ element: "table", style, known: inAny((s) => s.tables, style) }]
        case "callout":
            return [{ element: "aside", style, known: inAny((s) => s.callouts, style) }]
        case "section":
            return [
                { element: "section", style, known: Object.hasOwn(SHEETS, style) || inAny((s) => s.paragraphs, style) },
            ]
        default:
            return block satisfies never
    }
}
