import { type Lang, SCRIPT } from "../../../base/lang.ts"
import { showCodes } from "../../../base/text/hygiene.ts"
import type { Inline } from "../../document/blocks.ts"
import type { FaceStyle, FontSet, Glyph } from "../../font/face.ts"
import type { Color } from "../pages/placed.ts"
import { LINK_COLOR, NOTE_COLOR } from "../styles.data.ts"
import type { TextStyle } from "../styles.ts"
import { type BreakClass, characterOf, settleClasses } from "./classify.ts"
import { type Joint, jointAfter } from "./spacing.ts"
import { type UnitJoint, unitJoints } from "./units.ts"

/** One glyph of a paragraph with all that line breaking needs; a blank to write on has no glyph. */
export interface Cluster extends Joint {
    readonly glyph: Glyph | undefined
    readonly text: string
    readonly cls: BreakClass
    readonly code: boolean
    readonly latinContext: boolean
    readonly sizePt: number
    readonly advancePt: number
    /** Index into {@link InlineText.runs}. */
    readonly run: number
    /** The cluster is full-width Han and its joint is the one that any two such have. */
    readonly ordinary: boolean
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

/** What becomes of characters that no font has. */
export interface Missing {
    /** Each is printed as its code, `⟦U+A9C1⟧`; otherwise it is reported, and the text cannot be printed. */
    readonly areShown: boolean
    /** Told of each that is not shown, with the text around it. */
    add(character: string, context: string): void
}

/** Notes of sources stand back behind what they support. */
const SMALL_SCALE = 0.82
/** Nothing that is made smaller than its text is smaller than this. */
export const LEAST_PT = 9

/** A cluster before its joint is known. An ordinary one has it from the start and is shared with other texts. */
type Draft = Omit<Cluster, keyof Joint | "cls"> & { cls: BreakClass }

/** Shapes the runs of a paragraph and classes every cluster. */
export function prepareInline(
    inlines: readonly Inline[],
    style: TextStyle,
    lang: Lang,
    fonts: FontSet,
    missing: Missing,
): InlineText {
    const runs: Run[] = []
    const segments: (Draft | Cluster)[][] = [[]]
    let isContextual = false
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
            const { sizePt } = style
            const plain = {
                glyph: undefined,
                text: "",
                code: false,
                latinContext: SCRIPT[lang] === "latin",
                ordinary: false,
            }
            segment.push({ ...plain, cls: "cjk", sizePt, advancePt, run })
            continue
        }
        const small = inline.small ?? false
        const color = inline.href !== undefined ? LINK_COLOR : small ? NOTE_COLOR : style.color
        runs.push({ color, lang: inline.lang ?? lang, ...(inline.href !== undefined && { href: inline.href }) })
        const latinContext = SCRIPT[inline.lang ?? lang] === "latin"
        const code = inline.code ?? false
        const { sizePt: fullPt } = style
        const sizePt = small ? Math.max(fullPt * SMALL_SCALE, Math.min(fullPt, LEAST_PT)) : fullPt
        const face = faceOf(inline, style, inline.lang ?? lang)
        const glyphs = shapeRun(inline.text, face, fonts, missing)
        for (const glyph of glyphs) {
            const { text, advance } = glyph
            const { cls, contextual, ordinary } = characterOf(text)
            if (contextual) isContextual = true
            if (ordinary && !code && advance >= 900) {
                segment.push(ordinaryCluster(glyph, sizePt, run, latinContext, style.trackEm))
                continue
            }
            const advancePt = (advance * sizePt) / 1000
            segment.push({ glyph, text, cls, code, latinContext, sizePt, advancePt, run, ordinary: false })
        }
    }
    if (isContextual) for (const segment of segments) settleClasses(segment)
    return { segments: segments.map((segment) => finish(segment, style, fonts)), runs }
}

/** The last one of each character. */
const ORDINARY = new Map<string, Cluster>()

/**
 * A full-width Han character before another of its size: most of a Chinese text. Its joint needs no rules, and the
 * texts in which it stands share it.
 */
function ordinaryCluster(glyph: Glyph, sizePt: number, run: number, latinContext: boolean, trackEm: number): Cluster {
    const kernPt = trackEm * sizePt
    const { text, advance } = glyph
    const known = ORDINARY.get(text)
    if (known !== undefined && known.glyph === glyph && known.sizePt === sizePt && known.run === run)
        if (known.kernPt === kernPt && known.latinContext === latinContext) return known
    const advancePt = (advance * sizePt) / 1000
    const hangPt = Math.max(0, -kernPt)
    // biome-ignore format: one line each for what the cluster is and how it joins the next
    const cluster: Cluster = {
        glyph, text, cls: "cjk", code: false, latinContext, sizePt, advancePt, run, ordinary: true,
        breakAfter: 1, kernPt, shrinkPt: 0, stretch: "cjk", hangPt, leadPt: 0, isLiteral: false,
    }
    ORDINARY.set(text, cluster)
    return cluster
}

/** Strong is bold; emphasis changes the family, as the fonts have no slanted cut and Chinese has none; code is sans. */
function faceOf(inline: Extract<Inline, { kind: "text" }>, style: TextStyle, lang: Lang): FaceStyle {
    if (style.family === "mono") return { family: "mono", weight: style.weight, lang }
    const other = style.family === "serif" ? "sans" : "serif"
    const family = inline.code || inline.small ? "sans" : inline.emphasis ? other : style.family
    return { family, weight: inline.strong ? 700 : style.weight, lang }
}

/** The glyphs of a run; what no font has is shown by its code, or reported. */
function shapeRun(text: string, face: FaceStyle, fonts: FontSet, missing: Missing): readonly Glyph[] {
    const glyphs = fonts.shape(text, face)
    if (glyphs.every(({ gid }) => gid !== 0)) return glyphs
    if (missing.areShown)
        return fonts.shape(glyphs.map((glyph) => (glyph.gid === 0 ? showCodes(glyph.text) : glyph.text)).join(""), face)
    for (const character of fonts.missing(text, face)) {
        const at = text.indexOf(character)
        missing.add(character, text.slice(Math.max(0, at - 12), at + character.length + 12))
    }
    return glyphs
}

/** The last finished one of each text: thousands of lines of hashes hold sixteen characters. */
const FINISHED = new Map<string, Cluster>()

function finish(segment: readonly (Draft | Cluster)[], style: TextStyle, fonts: FontSet): Cluster[] {
    const units = unitsOf(segment)
    return segment.map((cluster, i) => {
        const next = segment[i + 1]
        const unit = units?.[i]
        if (isSettled(cluster) && next?.ordinary && next.sizePt === cluster.sizePt && !unit) return cluster
        const { glyph, text, cls, code, latinContext, sizePt, advancePt, run } = cluster
        const joint = jointAfter(segment, i, style.trackEm, unit)
        const { breakAfter, kernPt: gapPt, shrinkPt, stretch, hangPt, leadPt, isLiteral } = joint
        const kernPt = gapPt + (next ? pairKern(cluster, next, fonts) : 0)
        const known = FINISHED.get(text)
        if (
            known !== undefined &&
            known.glyph === glyph &&
            known.run === run &&
            known.sizePt === sizePt &&
            known.cls === cls &&
            known.code === code &&
            known.latinContext === latinContext &&
            known.advancePt === advancePt &&
            known.breakAfter === breakAfter &&
            known.kernPt === kernPt &&
            known.shrinkPt === shrinkPt &&
            known.stretch === stretch &&
            known.hangPt === hangPt &&
            known.leadPt === leadPt &&
            known.isLiteral === isLiteral
        )
            return known
        // Written out: spreading objects here takes half of the time of a layout.
        // biome-ignore format: one line each for what the cluster is and how it joins the next
        const made: Cluster = {
            glyph, text, cls, code, latinContext, sizePt, advancePt, run, ordinary: false,
            breakAfter, kernPt, shrinkPt, stretch, hangPt, leadPt, isLiteral,
        }
        FINISHED.set(text, made)
        return made
    })
}

/** What holds between each cluster and the next where they are of one unit; `undefined` where the text has none. */
function unitsOf(segment: readonly (Draft | Cluster)[]): (UnitJoint | undefined)[] | undefined {
    const isSign = ({ cls, text }: Draft | Cluster) =>
        cls === "digit" || text === "." || text === "条" || (cls === "latin" && text >= "A" && text <= "Z")
    if (!segment.some(isSign)) return undefined
    const joints = unitJoints(segment.map(({ text }) => text).join(""))
    if (joints === undefined) return undefined
    let end = 0
    return segment.map(({ text }) => {
        end += text.length
        return joints.get(end - 1)
    })
}

/** Kerning inside words and before their points; figures keep the same width everywhere, and codes stay as they are. */
function pairKern(a: Draft, b: Draft, fonts: FontSet): number {
    const isWord = a.cls === "latin" ? b.cls === "latin" || b.cls === "narrow-point" : false
    if (!isWord || a.code || b.code || a.sizePt !== b.sizePt || !a.glyph || !b.glyph) return 0
    return (fonts.kern(a.glyph, b.glyph) * a.sizePt) / 1000
}

function isSettled(cluster: Draft | Cluster): cluster is Cluster {
    return cluster.ordinary
}
