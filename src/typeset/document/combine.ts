import type { Block, DocumentModel } from "./blocks.ts"
import { walkBlocks } from "./walk-blocks.ts"

/** What the whole is called and how it is set where a part does not say otherwise. */
export type Whole = Pick<DocumentModel, "title" | "lang" | "style">

type Heading = Extract<Block, { kind: "heading" }>

/**
 * Makes one document of several, so that pages, bookmarks and structure are of one piece: each part is a section in its
 * own style and language and begins a new page, unless it runs on.
 *
 * A part has exactly one heading of level 1, its title: the first one that it has, or else the title of the model.
 * All others stand below it, and no level is skipped on the way down (PDF/UA-1 §7.4.2), so that the bookmarks show
 * the parts with what is in them. Images keep their names: those of different parts must differ.
 *
 * @param runOn - Parts that begin below the one before them.
 */
export function combineDocuments(
    parts: readonly DocumentModel[],
    { title, lang, style }: Whole,
    runOn: ReadonlySet<DocumentModel> = new Set(),
): DocumentModel {
    const blocks = parts.flatMap((part, i): Block[] => [
        ...(i > 0 && !runOn.has(part) ? [{ kind: "page-break" as const }] : []),
        {
            kind: "section",
            blocks: nestHeadings(part),
            style: part.style,
            ...(runOn.has(part) ? { runsOn: true } : {}),
            ...(part.lang === lang ? {} : { lang: part.lang }),
        },
    ])
    return { title, lang, style, blocks }
}

function nestHeadings({ title, blocks }: DocumentModel): readonly Block[] {
    const headings = walkBlocks(blocks).filter((block): block is Heading => block.kind === "heading")
    const hasTitle = headings[0]?.level === 1
    const below = hasTitle ? headings.slice(1) : headings
    // Where a part has several headings of level 1, all but its title move down a level.
    const shift = below.some(({ level }) => level === 1) ? 1 : 0
    const levels = new Map<Block, Heading["level"]>()
    let above = 1
    for (const heading of below) {
        above = Math.min(4, heading.level + shift, above + 1)
        levels.set(heading, above as Heading["level"])
    }
    const nested = blocks.map((block) => relevel(block, levels))
    return hasTitle ? nested : [{ kind: "heading", level: 1, inlines: [{ kind: "text", text: title }] }, ...nested]
}

/** The block with new levels for the headings in it. Cells of tables hold none. */
function relevel(block: Block, levels: ReadonlyMap<Block, Heading["level"]>): Block {
    const inside = (blocks: readonly Block[]): Block[] => blocks.map((inner) => relevel(inner, levels))
    switch (block.kind) {
        case "heading":
            return { ...block, level: levels.get(block) ?? block.level }
        case "section":
        case "callout":
            return { ...block, blocks: inside(block.blocks) }
        case "list":
            return { ...block, items: block.items.map(inside) }
        case "definitions":
            return { ...block, entries: block.entries.map((entry) => ({ ...entry, blocks: inside(entry.blocks) })) }
        default:
            return block
    }
}
