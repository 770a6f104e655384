import { type Lang, SCRIPT } from "../../base/lang.ts"
import type { Inline } from "../document/blocks.ts"
import type { FontSet } from "../font/face.ts"
import { type InlineText, type Missing, prepareInline } from "./lines/inline.ts"
import type { Piece } from "./pages/piece.ts"
import type { Images, PlacedItem } from "./pages/placed.ts"
import type { Tree } from "./pages/tree.ts"
import type { StyleSheet, TextStyle } from "./styles.ts"

/** State of one layout: what grows while blocks become pieces. */
export interface Composer {
    readonly fonts: FontSet
    readonly images: Images
    readonly tree: Tree
    readonly missing: Missing
    readonly cache: LayoutCache
    /** Where the table of contents is to stand, once that is known. */
    contents: ContentsPlace | undefined
    /** Next place in reading order. */
    nextOrder: number
}

/** A place among the blocks that is filled when everything else is set. */
export interface ContentsPlace {
    readonly setting: Setting
    /** Structure node before which those of the contents stand. */
    readonly node: number
    /** First of {@link CONTENTS_ROOM} places in reading order. */
    readonly order: number
}

/** Places in reading order that are kept free for contents: more than their items will ever be. */
export const CONTENTS_ROOM = 1 << 24

/**
 * Text already shaped and broken: measuring a table and setting it, and a document that stands alone and as part of
 * another shape it once. For one set of fonts.
 */
export interface LayoutCache {
    readonly shaped: Map<readonly Inline[], { style: TextStyle; lang: Lang; text: InlineText }>
    /** Plain text that layout itself sets. */
    readonly words: Map<string, readonly Inline[]>
}

export function newLayoutCache(): LayoutCache {
    return { shaped: new Map(), words: new Map() }
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

/** Plain text, `\n` beginning a new line; the same object for the same text. */
export function plainText(composer: Composer, text: string): readonly Inline[] {
    const { words } = composer.cache
    const inlines = words.get(text) ?? linesOf(text)
    words.set(text, inlines)
    return inlines
}

function linesOf(text: string): readonly Inline[] {
    return text
        .split("\n")
        .flatMap((line, i): Inline[] => [...(i > 0 ? [{ kind: "break" as const }] : []), { kind: "text", text: line }])
}

/** What of a style changes the clusters of a text. */
const SHAPING = ["family", "weight", "sizePt", "trackEm", "color"] as const

/** Shapes a text once for each style it is asked for. */
export function shapeText(composer: Composer, inlines: readonly Inline[], style: TextStyle, lang: Lang): InlineText {
    const { shaped } = composer.cache
    const known = shaped.get(inlines)
    if (known && known.lang === lang && SHAPING.every((key) => known.style[key] === style[key])) return known.text
    let isWhole = true
    const missing: Missing = {
        areShown: composer.missing.areShown,
        add(character, context) {
            isWhole = false
            composer.missing.add(character, context)
        },
    }
    const text = prepareInline(inlines, style, lang, composer.fonts, missing)
    // What lacks a glyph is reported by each document that it stands in.
    if (isWhole) shaped.set(inlines, { style, lang, text })
    return text
}

/** A style in the language of its place: English is set ragged, without indent and tracking. */
export function inLanguage(style: TextStyle, { sheet, lang }: Pick<Setting, "sheet" | "lang">): TextStyle {
    if (SCRIPT[lang] !== "latin") return style
    const { align } = style
    return { ...style, ...sheet.english, align: align === "justify" ? (sheet.english.align ?? align) : align }
}
