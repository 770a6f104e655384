import { type Issue, issue, PacketError } from "../../base/issue.ts"
import type { Lang } from "../../base/lang.ts"
import { codePoint } from "../../base/text/hygiene.ts"
import type { Block, DocumentModel } from "../document/blocks.ts"
import type { FontSet } from "../font/face.ts"
import { pageSetting, setBlocks } from "./block.ts"
import { type Composer, type LayoutCache, newLayoutCache } from "./composer.ts"
import { checkNames } from "./lines/check-names.ts"
import { contentsEntries, setContents, withContentsPlace } from "./pages/contents.ts"
import { paginate } from "./pages/paginate.ts"
import { type Piece, withEnds } from "./pages/piece.ts"
import type { Images, OutlineEntry, PlacedDocument, PlacedItem, PlacedPage, StructNode } from "./pages/placed.ts"
import { runningItems } from "./pages/running.ts"
import { moveNodes, newTree } from "./pages/tree.ts"
import { SHEETS } from "./styles.data.ts"
import type { StyleSheet } from "./styles.ts"

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
    const composer: Composer = {
        fonts,
        images,
        tree: newTree(),
        missing: { areShown: options.showMissing ?? false, add: report },
        cache: options.cache ?? newLayoutCache(),
        contents: undefined,
        nextOrder: 0,
    }
    const { blocks, from } = withContentsPlace(model)
    const pieces = setOpening(composer, blocks, sheet, model.lang)
    const { pages, outline, structure } = settle(composer, pieces, sheet, from)
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
        structure,
        outline,
        images,
    }
}

/** Sets blocks; those before the first forced page in the tight sheet, where that makes them one page. */
function setOpening(composer: Composer, blocks: readonly Block[], sheet: StyleSheet, lang: Lang): Piece[] {
    const { tree } = composer
    const set = (part: readonly Block[], inSheet: StyleSheet) =>
        setBlocks(composer, part, pageSetting(inSheet, lang, 0))
    const at = blocks.findIndex(({ kind }) => kind === "page-break")
    if (sheet.tight === undefined || at < 0) return set(blocks, sheet)
    const [nodes, order] = [tree.nodes.length, composer.nextOrder]
    const open = (inSheet: StyleSheet): Piece[] => {
        tree.nodes.length = nodes
        composer.nextOrder = order
        return set(blocks.slice(0, at), inSheet)
    }
    const onePage = (inSheet: StyleSheet): Piece[] | undefined => {
        const pieces = open(inSheet)
        return paginate(pieces, inSheet).pages.length === 1 ? pieces : undefined
    }
    const opening = onePage(sheet) ?? onePage(sheet.tight) ?? open(sheet)
    return [...opening, ...set(blocks.slice(at), sheet)]
}

/** Pages of a document, and its structure. */
interface Filled extends ReturnType<typeof paginate> {
    readonly structure: readonly StructNode[]
}

/** Enough for contents that grow over a page's end; what is not settled then is so at the next page's end at most. */
const MOST_PASSES = 7

/**
 * Fills pages, with contents where a place was kept for them and there are as many pages as that, again and again until
 * the contents name the places where the headings stand. They list two levels where these end on the page on which the
 * contents begin, otherwise one.
 */
function settle(composer: Composer, pieces: readonly Piece[], sheet: StyleSheet, from: number): Filled {
    const { tree, contents: place } = composer
    const at = pieces.findIndex(({ isContents }) => isContents)
    const [above, below] = at < 0 ? [pieces, []] : [pieces.slice(0, at), pieces.slice(at + 1)]
    let filled = paginate([...above, ...below], sheet)
    if (place === undefined || at < 0 || filled.pages.length < from) return { ...filled, structure: tree.nodes }
    const headings = above.filter(({ outline }) => outline !== undefined).length
    const count = tree.nodes.length
    const set = (named: readonly OutlineEntry[]): Piece[] => {
        tree.nodes.length = count
        const { keep, breakBefore } = pieces[at] ?? { keep: false, breakBefore: false }
        return withEnds(setContents(composer, place, named), { breakBefore }, { keep })
    }
    const both = set(contentsEntries(filled.outline.slice(headings), 2))
    const pagesOf = (contents: readonly Piece[]) => paginate([...above, ...contents], sheet).pages.length
    const levels = pagesOf(both) === pagesOf(both.slice(0, 1)) ? 2 : 1
    let wanted = contentsEntries(filled.outline.slice(headings), levels)
    for (let n = 0, isSettled = false; n < MOST_PASSES && !isSettled; n++) {
        const named = wanted
        filled = paginate([...above, ...set(named), ...below], sheet)
        wanted = contentsEntries(filled.outline.slice(headings), levels)
        isSettled = JSON.stringify(wanted) === JSON.stringify(named)
    }
    // The contents were set last, and are read where they stand.
    const { nodes, indexOf } = moveNodes(tree.nodes, count, place.node)
    const pages = filled.pages.map((page) => ({ ...page, items: page.items.map((item) => retagged(item, indexOf)) }))
    return { ...filled, pages, structure: nodes }
}

function retagged(item: PlacedItem, indexOf: (old: number) => number): PlacedItem {
    return typeof item.tag === "number" ? { ...item, tag: indexOf(item.tag) } : item
}

function missingIssue(title: string, character: string, context: string): Issue {
    return issue("layout.character.missing", [title], { character, codePoint: codePoint(character), context })
}
