import type { Lang } from "../../../base/lang.ts"
import type { DocumentModel } from "../../document/blocks.ts"
import { inlineText } from "../../document/collect-text.ts"
import { walkBlocks } from "../../document/walk-blocks.ts"
import { type Composer, inLanguage, ordered, plainText, type Setting, shapeText } from "../composer.ts"
import { baselineOf, setParagraph } from "../lines/paragraph.ts"
import type { TextStyle } from "../styles.ts"
import { newPiece, type OrderedItem, type Piece } from "./piece.ts"
import { type OutlineEntry, type PlacedItem, type Tag, textWidthPt } from "./placed.ts"

/**
 * The table of contents. It is made of the outline of an earlier pass over the same document; layout repeats its passes
 * until the pages that it names are those where the headings stand.
 */

const TITLE: Readonly<Record<Lang, string>> = { "zh-CN": "目录", en: "Contents" }
/** Marks the place of the contents in an outline: what comes before it (the title) is not listed. */
export const CONTENTS_LEVEL = 0
/** A document with more pages than this gets contents by itself. */
const SHORT_DOCUMENT = 6
/** More entries than this, what a page holds below a cover, and only the upper level is listed. */
const MOST_ENTRIES = 26
const INDENT_EM = 2
/** Distance of the dots that lead to a number, and of both ends from them. */
const DOT_PT = 5
const GAP_PT = 6

/** True where contents are put in though the template does not ask for them. */
export function needsContents(model: DocumentModel, pages: number): boolean {
    const blocks = walkBlocks(model.blocks)
    const headings = blocks.flatMap((block) => (block.kind === "heading" ? [inlineText(block.inlines)] : []))
    const hasOwn = blocks.some(({ kind }) => kind === "contents") || headings.some((text) => TITLES.includes(text))
    return model.style === "report" && pages > SHORT_DOCUMENT && headings.length > 2 && !hasOwn
}
const TITLES = Object.values(TITLE)

/**
 * The document with contents behind its title and the paragraphs below that, or behind its first part, the cover.
 *
 * @param outline - That of the document without contents.
 * @returns Also what the outline would be but for the room that the contents take.
 */
export function withContents(
    model: DocumentModel,
    outline: readonly OutlineEntry[],
): { readonly source: DocumentModel; readonly outline: readonly OutlineEntry[] } {
    const { blocks } = model
    const [first] = blocks
    let at = first?.kind === "section" || (first?.kind === "heading" && first.level === 1) ? 1 : 0
    while (at > 0 && first?.kind === "heading" && blocks[at]?.kind === "paragraph") at++
    const headings = walkBlocks(blocks.slice(0, at)).filter(({ kind }) => kind === "heading").length
    const place = { title: "", level: CONTENTS_LEVEL, page: 0, yPt: 0 }
    return {
        source: { ...model, blocks: [...blocks.slice(0, at), { kind: "contents" }, ...blocks.slice(at)] },
        outline: [...outline.slice(0, headings), place, ...outline.slice(headings)],
    }
}

/** What of an outline the contents list: the two upper levels after the place of the contents. */
export function contentsEntries(outline: readonly OutlineEntry[]): readonly OutlineEntry[] {
    const after = outline.slice(outline.findIndex(({ level }) => level === CONTENTS_LEVEL) + 1)
    const top = Math.min(...after.map(({ level }) => level))
    const two = after.filter(({ level }) => level <= top + 1)
    return two.length > MOST_ENTRIES ? after.filter(({ level }) => level === top) : two
}

/** Sets the contents: a title and a line for each entry, which is a link to its heading. */
export function setContents(composer: Composer, setting: Setting): Piece[] {
    const { sheet, lang } = setting
    const style = inLanguage(sheet.headings[1], setting)
    const heading = setParagraph(
        composer,
        plainText(composer, TITLE[lang]),
        style,
        setting,
        composer.tree.add("P", setting.parent),
    )
    const marked = heading.map((piece, i) =>
        i === 0 ? { ...piece, outline: { title: TITLE[lang], level: CONTENTS_LEVEL } } : piece,
    )
    const toc = composer.tree.add("TOC", setting.parent)
    const top = Math.min(...composer.contents.map(({ level }) => level))
    const entries = composer.contents.flatMap((entry) => setEntry(composer, entry, entry.level - top, toc, setting))
    const last = entries.length - 1
    return [...marked, ...entries.map((piece, i) => (i === last ? { ...piece, afterPt: 12 } : piece))]
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
