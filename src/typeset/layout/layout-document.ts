import { type Issue, issue, PacketError } from "../../base/issue.ts"
import { codePoint } from "../../base/text/hygiene.ts"
import type { DocumentModel } from "../document/blocks.ts"
import type { FontSet } from "../font/face.ts"
import { pageSetting, setBlocks } from "./block.ts"
import { type Composer, type LayoutCache, newLayoutCache } from "./composer.ts"
import { checkNames } from "./lines/check-names.ts"
import { CONTENTS_LEVEL, contentsEntries, needsContents, withContents } from "./pages/contents.ts"
import { paginate } from "./pages/paginate.ts"
import type { Images, OutlineEntry, PlacedDocument, PlacedPage } from "./pages/placed.ts"
import { runningItems } from "./pages/running.ts"
import { newTree } from "./pages/tree.ts"
import { SHEETS } from "./styles.data.ts"

export interface LayoutOptions {
    readonly images?: Images
    /** Running head of every page; `\n` begins a second line. Absent: in reports the title, from the second page on. */
    readonly head?: string
    readonly foot?: { readonly ref: string }
    /** Characters that no font has are printed by their codes, `⟦U+A9C1⟧`; absent, they are refused. */
    readonly showMissing?: boolean
    /** Shared by documents that have blocks in common and are set in the same fonts. */
    readonly cache?: LayoutCache
}

/**
 * Lays a document out on pages: shapes and breaks its text, sets tables and boxes, fills pages, and builds the
 * structure tree and the outline. Equal input gives equal numbers on every machine: only sums, products and square
 * roots of IEEE 754 doubles are used.
 *
 * Text items of one structure node, joined in order, are exactly the text of its block, spaces included; what layout
 * adds (list labels are tagged, heads, feet and repeated table heads are artifacts) never mixes with it.
 *
 * @throws PacketError `layout.style.unknown`, `layout.image.missing`, and, where they are not shown,
 * `layout.character.missing` for every character that no font has, all of them at once.
 */
export function layoutDocument(model: DocumentModel, fonts: FontSet, options: LayoutOptions = {}): PlacedDocument {
    const images: Images = options.images ?? new Map()
    const issues = checkNames(model, images)
    const sheet = SHEETS[model.style]
    if (!sheet || issues.length > 0) throw new PacketError(issues)
    const missing = new Map<string, Issue>()
    const report = (character: string, context: string) =>
        missing.set(character, missingIssue(model.title, character, context))
    const cache = options.cache ?? newLayoutCache()
    const setPages = (source: DocumentModel, contents: readonly OutlineEntry[]): Pass => {
        const composer = {
            fonts,
            images,
            tree: newTree(),
            missing: { areShown: options.showMissing ?? false, add: report },
            cache,
            contents,
            nextOrder: 0,
        }
        const pieces = setBlocks(composer, source.blocks, pageSetting(sheet, source.lang, 0))
        return { composer, ...paginate(pieces, sheet) }
    }
    const { composer, pages, outline } = settle(model, setPages)
    const head = options.head ?? (sheet.runningTitle ? model.title : undefined)
    const running = { head, isTitle: options.head === undefined, ref: options.foot?.ref, lang: model.lang }
    const placed = pages.map((page, i): PlacedPage => {
        const { widthPt, heightPt } = page.sheet.page
        return { widthPt, heightPt, items: [...page.items, ...runningItems(composer, page, i, pages.length, running)] }
    })
    if (missing.size > 0) throw new PacketError([...missing.values()])
    return {
        title: model.title,
        lang: model.lang,
        pages: placed,
        structure: composer.tree.nodes,
        outline: outline.filter(({ level }) => level !== CONTENTS_LEVEL),
        images,
    }
}

/** One layout of the whole document, with the composer that knows its structure. */
interface Pass extends ReturnType<typeof paginate> {
    readonly composer: Composer
}

/** Enough for contents that grow over a page's end; what is not settled then is so at the next page's end at most. */
const MOST_PASSES = 6

/** Lays out again and again until the contents name the places where the headings stand. */
function settle(
    model: DocumentModel,
    setPages: (source: DocumentModel, contents: readonly OutlineEntry[]) => Pass,
): Pass {
    let source = model
    let contents: readonly OutlineEntry[] = []
    let pass: Pass | undefined = setPages(source, contents)
    if (needsContents(model, pass.pages.length)) {
        const guess = withContents(model, pass.outline)
        source = guess.source
        contents = contentsEntries(guess.outline)
        pass = undefined // Two layouts of a long document need not be in memory at a time.
        pass = setPages(source, contents)
    }
    for (let n = 0; n < MOST_PASSES; n++) {
        if (!pass.outline.some(({ level }) => level === CONTENTS_LEVEL)) return pass
        const wanted = contentsEntries(pass.outline)
        if (JSON.stringify(wanted) === JSON.stringify(contents)) return pass
        contents = wanted
        pass = undefined
        pass = setPages(source, contents)
    }
    return pass
}

function missingIssue(title: string, character: string, context: string): Issue {
    return issue("layout.character.missing", [title], { character, codePoint: codePoint(character), context })
}
