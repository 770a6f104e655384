import { type Issue, issue, PacketError } from "../base/issue.ts"
import type { DocumentModel } from "../document/blocks.ts"
import type { FontSet } from "../font/face.ts"
import { pageSetting, setBlocks } from "./block.ts"
import { checkNames } from "./check-names.ts"
import type { Composer } from "./composer.ts"
import { paginate } from "./paginate.ts"
import type { Images, PlacedDocument, PlacedPage } from "./placed.ts"
import { runningItems } from "./running.ts"
import { SHEETS } from "./styles.data.ts"
import { newTree } from "./tree.ts"

export interface LayoutOptions {
    readonly images?: Images
    /** Running head of every page; `\n` begins a second line. */
    readonly head?: string
    readonly foot?: { readonly ref: string }
}

/**
 * Lays a document out on pages: shapes and breaks its text, sets tables and boxes, fills pages, and builds the
 * structure tree and the outline. Equal input gives equal numbers on every machine: only sums, products and square
 * roots of IEEE 754 doubles are used.
 *
 * Text items of one structure node, joined in order, are exactly the text of its block, spaces included; what layout
 * adds (list labels are tagged, heads, feet and repeated table heads are artifacts) never mixes with it.
 *
 * @throws PacketError `layout.style.unknown`, `layout.image.missing`, and `layout.character.missing` for every
 * character that no font has, all of them at once.
 */
export function layoutDocument(model: DocumentModel, fonts: FontSet, options: LayoutOptions = {}): PlacedDocument {
    const images: Images = options.images ?? new Map()
    const issues = checkNames(model, images)
    const sheet = SHEETS[model.style]
    if (!sheet || issues.length > 0) throw new PacketError(issues)
    const missing = new Map<string, Issue>()
    const composer: Composer = {
        fonts,
        images,
        tree: newTree(),
        missing: { add: (character, context) => missing.set(character, missingIssue(model.title, character, context)) },
        shaped: new Map(),
        nextOrder: 0,
    }
    const pieces = setBlocks(composer, model.blocks, pageSetting(sheet, model.lang, 0))
    const { pages, outline } = paginate(pieces, sheet)
    const running = { head: options.head, ref: options.foot?.ref, lang: model.lang }
    const placed = pages.map((page, i): PlacedPage => {
        const { widthPt, heightPt } = page.sheet.page
        return { widthPt, heightPt, items: [...page.items, ...runningItems(composer, page, i, pages.length, running)] }
    })
    if (missing.size > 0) throw new PacketError([...missing.values()])
    return { title: model.title, lang: model.lang, pages: placed, structure: composer.tree.nodes, outline, images }
}

function missingIssue(title: string, character: string, context: string): Issue {
    const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`
    return issue("layout.character.missing", [title], { character, codePoint, context })
}
