import type { Lang } from "../../../base/lang.ts"
import type { Block, DocumentModel } from "../../document/blocks.ts"
import { inlineText } from "../../document/collect-text.ts"
import { walkBlocks } from "../../document/walk-blocks.ts"
import {
    CONTENTS_ROOM,
    type Composer,
    type ContentsPlace,
    inLanguage,
    ordered,
    plainText,
    type Setting,
    shapeText,
} from "../composer.ts"
import { baselineOf, setParagraph } from "../lines/paragraph.ts"
import type { TextStyle } from "../styles.ts"
import { newPiece, type OrderedItem, type Piece, withEnds } from "./piece.ts"
import { type OutlineEntry, type PlacedItem, type Tag, textWidthPt } from "./placed.ts"

/**
 * The table of contents. Everything else is set once; contents that name the pages of its headings are put between, until
 * the pages that they name are those where the headings then stand.
 */

const TITLE: Readonly<Record<Lang, string>> = { "zh-CN": "目录", en: "Contents" }
/** A document with more pages than this gets contents by itself. */
const SHORT_DOCUMENT = 6
const INDENT_EM = 2
/** Distance of the dots that lead to a number, and of both ends from them. */
const DOT_PT = 5
const GAP_PT = 6

/**
 * The blocks of a document, in a report with a place for contents behind its title and the paragraphs below that, or behind
 * its first part, the cover.
 *
 * @returns Also on how many pages contents are wanted.
 */
export function withContentsPlace(model: DocumentModel): { readonly blocks: readonly Block[]; readonly from: number } {
    const { blocks } = model
    const all = walkBlocks(blocks)
    if (all.some(({ kind }) => kind === "contents")) return { blocks, from: 1 }
    const headings = all.flatMap((block) => (block.kind === "heading" ? [inlineText(block.inlines)] : []))
    const isOwn = headings.some((text) => TITLES.includes(text))
    if (model.style !== "report" || headings.length < 3 || isOwn) return { blocks, from: 1 }
    const [first] = blocks
    let at = first?.kind === "section" || (first?.kind === "heading" && first.level === 1) ? 1 : 0
    while (at > 0 && first?.kind === "heading" && blocks[at]?.kind === "paragraph") at++
    return { blocks: [...blocks.slice(0, at), { kind: "contents" }, ...blocks.slice(at)], from: SHORT_DOCUMENT + 1 }
}
const TITLES = Object.values(TITLE)

/** Keeps the place of the contents, one in a document. */
export function holdContents(composer: Composer, setting: Setting): Piece[] {
    if (composer.contents !== undefined) return []
    composer.contents = { setting, node: composer.tree.nodes.length, order: composer.nextOrder }
    composer.nextOrder += CONTENTS_ROOM
    return [newPiece(setting.sheet, 0, [], { isContents: true })]
}

/** What of the headings behind the contents they list: so many upper levels. */
export function contentsEntries(headings: readonly OutlineEntry[], levels: 1 | 2): readonly OutlineEntry[] {
    const top = Math.min(...headings.map(({ level }) => level))
    return headings.filter(({ level }) => level < top + levels)
}

/** Sets the contents in the place that was kept: a title and a line for each entry, which is a link to its heading. */
export function setContents(composer: Composer, place: ContentsPlace, contents: readonly OutlineEntry[]): Piece[] {
    const { setting } = place
    const inPlace = { ...composer, nextOrder: place.order }
    const { sheet, lang } = setting
    const style = inLanguage(sheet.headings[1], setting)
    const title = plainText(composer, TITLE[lang])
    const heading = setParagraph(inPlace, title, style, setting, composer.tree.add("P", setting.parent))
    const toc = composer.tree.add("TOC", setting.parent)
    const top = Math.min(...contents.map(({ level }) => level))
    const entries = contents.flatMap((entry) => setEntry(inPlace, entry, entry.level - top, toc, setting))
    return [...heading, ...withEnds(entries, {}, { afterPt: 12 })]
}

function setEntry(composer: Composer, entry: OutlineEntry, depth: number, toc: number, setting: Setting): Piece[] {
    const { tree } = composer
    const link = tree.add("Link", tree.add("Reference", tree.add("TOCI", toc)))
    const style: TextStyle = {
        ...inLanguage({ ...setting.body, align: "start" }, setting),
        ...{ indentEm: 0, afterPt: 0, beforePt: depth === 0 ? 2 : 0, keepNext: false },
    }
    const number = String(entry.page + 1)
    const numberPt = widthOf(composer, number, style, setting)
    const xPt = setting.xPt + depth * INDENT_EM * style.sizePt
    const rightPt = setting.xPt + setting.widthPt
    const widthPt = rightPt - xPt - numberPt - 4 * DOT_PT - 2 * GAP_PT
    const lines = setParagraph(composer, plainText(composer, entry.title), style, { ...setting, xPt, widthPt }, link)
    const target = { page: entry.page, yPt: entry.yPt, title: entry.title }
    return lines.map((line, i) => {
        const items: OrderedItem[] = [...line.items]
        if (i === lines.length - 1) {
            const fromPt = Math.max(xPt, ...line.items.map(({ item }) => rightOf(item))) + GAP_PT
            items.push(...leader(composer, fromPt, rightPt - numberPt - GAP_PT, style, setting))
            items.push(...setNumber(composer, number, rightPt - numberPt, style, setting, link))
        }
        const box = {
            xPt,
            yPt: baselineOf(style) - style.sizePt,
            widthPt: rightPt - xPt,
            heightPt: 1.25 * style.sizePt,
        }
        items.push(ordered(composer, { kind: "link", ...box, href: `#page=${number}`, target, tag: link }))
        return { ...newPiece(setting.sheet, line.heightPt, items), beforePt: line.beforePt, keep: line.keep }
    })
}

/** Dots that lead the eye, at the same places in every line; an artifact. */
function leader(
    composer: Composer,
    fromPt: number,
    toPt: number,
    style: TextStyle,
    setting: Setting,
): readonly OrderedItem[] {
    const right = setting.xPt + setting.widthPt
    const first = Math.ceil((right - toPt) / DOT_PT)
    const count = Math.floor((right - fromPt) / DOT_PT) - first
    if (count < 2) return []
    const x2Pt = right - (first + 1) * DOT_PT
    const yPt = baselineOf(style) - 0.05 * style.sizePt
    const item: PlacedItem = {
        kind: "line",
        ...{ x1Pt: x2Pt - (count - 1) * DOT_PT, y1Pt: yPt, x2Pt, y2Pt: yPt },
        widthPt: 0.1 * style.sizePt,
        color: style.color,
        dotsPt: DOT_PT,
    }
    return [ordered(composer, item)]
}

function setNumber(
    composer: Composer,
    number: string,
    xPt: number,
    style: TextStyle,
    setting: Setting,
    tag: Tag,
): readonly OrderedItem[] {
    const place = { ...setting, xPt, widthPt: setting.widthPt }
    return setParagraph(composer, plainText(composer, number), style, place, tag).flatMap(({ items }) => items)
}

function widthOf(composer: Composer, text: string, style: TextStyle, setting: Setting): number {
    const { segments } = shapeText(composer, plainText(composer, text), style, setting.lang)
    return segments.flat().reduce((sum, cluster) => sum + cluster.advancePt, 0)
}

function rightOf(item: PlacedItem): number {
    if (item.kind !== "text") return 0
    return item.xPt + textWidthPt(item)
}
