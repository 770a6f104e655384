import type { Inline, Lang } from "../document/blocks.ts"
import type { FaceStyle, FontSet, Glyph } from "../font/face.ts"
import { type BreakClass, classify } from "./classify.ts"
import type { Color } from "./placed.ts"
import { type Joint, jointAfter } from "./spacing.ts"
import { LINK_COLOR, NOTE_COLOR } from "./styles.data.ts"
import type { TextStyle } from "./styles.ts"

/** One glyph of a paragraph with all that line breaking needs; a blank to write on has no glyph. */
export interface Cluster extends Joint {
    readonly glyph: Glyph | undefined
    readonly text: string
    readonly cls: BreakClass
    readonly code: boolean
    readonly sizePt: number
    readonly advancePt: number
    /** Index into {@link InlineText.runs}. */
    readonly run: number
}

/** What the clusters of one source run share. */
export interface Run {
    readonly color: Color
    readonly lang: Lang
    readonly href?: string
}

/** A paragraph's text, ready to be broken: one segment for each stretch between forced breaks. */
export interface InlineText {
    readonly segments: readonly (readonly Cluster[])[]
    readonly runs: readonly Run[]
}

/** Collects code points that no font has, each with the text around it. */
export interface Missing {
    add(character: string, context: string): void
}

/** Code is set smaller, so that a line of hexadecimal does not shout. */
const CODE_SCALE = 0.94
/** Notes of sources stand back behind what they support. */
const SMALL_SCALE = 0.82

interface Draft {
    readonly glyph: Glyph | undefined
    readonly text: string
    readonly code: boolean
    readonly sizePt: number
    readonly advancePt: number
    readonly run: number
}

/** Shapes the runs of a paragraph and classes every cluster. */
export function prepareInline(
    inlines: readonly Inline[],
    style: TextStyle,
    lang: Lang,
    fonts: FontSet,
    missing: Missing,
): InlineText {
    const runs: Run[] = []
    const segments: Draft[][] = [[]]
    for (const inline of inlines) {
        const segment = segments.at(-1) ?? []
        if (inline.kind === "break") {
            segments.push([])
            continue
        }
        const run = runs.length
        if (inline.kind === "blank") {
            runs.push({ color: style.color, lang })
            const advancePt = inline.em * style.sizePt
            segment.push({ glyph: undefined, text: "", code: false, sizePt: style.sizePt, advancePt, run })
            continue
        }
        const small = inline.small ?? false
        const color = inline.href !== undefined ? LINK_COLOR : small ? NOTE_COLOR : style.color
        runs.push({ color, lang: inline.lang ?? lang, ...(inline.href !== undefined && { href: inline.href }) })
        const code = inline.code ?? false
        const sizePt = style.sizePt * (small ? SMALL_SCALE : code ? CODE_SCALE : 1)
        const face = faceOf(inline, style, inline.lang ?? lang)
        const glyphs = fonts.shape(inline.text, face)
        if (glyphs.some((glyph) => glyph.gid === 0)) reportMissing(inline.text, face, fonts, missing)
        for (const glyph of glyphs)
            segment.push({ glyph, text: glyph.text, code, sizePt, advancePt: (glyph.advance * sizePt) / 1000, run })
    }
    return { segments: segments.map((segment) => finish(segment, runs, style)), runs }
}

/** Strong is bold; emphasis changes the family, as the fonts have no slanted cut and Chinese has none; code is sans. */
function faceOf(inline: Extract<Inline, { kind: "text" }>, style: TextStyle, lang: Lang): FaceStyle {
    const other = style.family === "serif" ? "sans" : "serif"
    const family = inline.code || inline.small ? "sans" : inline.emphasis ? other : style.family
    return { family, weight: inline.strong ? 700 : style.weight, lang }
}

function reportMissing(text: string, face: FaceStyle, fonts: FontSet, missing: Missing): void {
    for (const character of fonts.missing(text, face)) {
        const at = text.indexOf(character)
        missing.add(character, text.slice(Math.max(0, at - 12), at + character.length + 12))
    }
}

function finish(segment: readonly Draft[], runs: readonly Run[], style: TextStyle): Cluster[] {
    const classes = classify(segment.map((draft) => draft.text))
    const joined = segment.map(({ glyph, text, code, sizePt, advancePt, run }, i) => {
        const cls = glyph ? (classes[i] ?? "cjk") : "cjk"
        return { glyph, text, cls, code, latinContext: runs[run]?.lang === "en", sizePt, advancePt, run }
    })
    // Written out: spreading objects here takes half of the time of a layout.
    return joined.map(({ glyph, text, cls, code, sizePt, advancePt, run }, i) => {
        const { breakAfter, kernPt, shrinkPt, stretch, hangPt, leadPt } = jointAfter(joined, i, style.trackEm)
        return { glyph, text, cls, code, sizePt, advancePt, run, breakAfter, kernPt, shrinkPt, stretch, hangPt, leadPt }
    })
}
