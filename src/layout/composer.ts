import type { Inline, Lang } from "../document/blocks.ts"
import type { FontSet } from "../font/face.ts"
import { type InlineText, type Missing, prepareInline } from "./inline.ts"
import type { Piece } from "./piece.ts"
import type { Images, OutlineEntry, PlacedItem } from "./placed.ts"
import type { StyleSheet, TextStyle } from "./styles.ts"
import type { Tree } from "./tree.ts"

/** State of one layout: what grows while blocks become pieces. */
export interface Composer {
    readonly fonts: FontSet
    readonly images: Images
    readonly tree: Tree
    readonly missing: Missing
    /** Text already shaped, so that measuring a table and setting it shape once. */
    readonly shaped: Map<readonly Inline[], { style: TextStyle; lang: Lang; text: InlineText }>
    /** Plain text that layout itself sets, so that every pass finds it shaped. */
    readonly words: Map<string, readonly Inline[]>
    /** Entries of the table of contents, as the pass before this one found them. */
    readonly contents: readonly OutlineEntry[]
    /** Next place in reading order. */
    nextOrder: number
}

/** Where blocks are set: between which edges, in which style and language, under which structure node. */
export interface Setting {
    readonly sheet: StyleSheet
    readonly lang: Lang
    readonly xPt: number
    readonly widthPt: number
    readonly parent: number
    /** Style of plain paragraphs here. */
    readonly body: TextStyle
    /** True in a cell, a list or a box, where paragraphs have no first-line indent. */
    readonly isInner: boolean
}

/** An item at the next place in reading order. */
export function ordered(composer: Composer, item: PlacedItem): Piece["items"][number] {
    return { item, order: composer.nextOrder++ }
}

/** A run of plain text, the same object for the same text. */
export function plainText(composer: Composer, text: string): readonly Inline[] {
    let inlines = composer.words.get(text)
    if (inlines === undefined) {
        inlines = [{ kind: "text", text }]
        composer.words.set(text, inlines)
    }
    return inlines
}

/** What of a style changes the clusters of a text. */
const SHAPING = ["family", "weight", "sizePt", "trackEm", "color"] as const

/** Shapes a text once for each style it is asked for. */
export function shapeText(composer: Composer, inlines: readonly Inline[], style: TextStyle, lang: Lang): InlineText {
    const known = composer.shaped.get(inlines)
    if (known && known.lang === lang && SHAPING.every((key) => known.style[key] === style[key])) return known.text
    const text = prepareInline(inlines, style, lang, composer.fonts, composer.missing)
    composer.shaped.set(inlines, { style, lang, text })
    return text
}

/** A style in the language of its place: English is set ragged, without indent and tracking. */
export function inLanguage(style: TextStyle, { sheet, lang }: Pick<Setting, "sheet" | "lang">): TextStyle {
    if (lang !== "en") return style
    const { align } = style
    return { ...style, ...sheet.english, align: align === "justify" ? (sheet.english.align ?? align) : align }
}
