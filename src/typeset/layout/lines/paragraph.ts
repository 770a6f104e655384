import type { Inline } from "../../document/blocks.ts"
import type { Glyph } from "../../font/face.ts"
import { type Composer, ordered, type Setting, shapeText } from "../composer.ts"
import { newPiece, type Piece } from "../pages/piece.ts"
import type { PlacedItem, Tag } from "../pages/placed.ts"
import { NOTE_COLOR } from "../styles.data.ts"
import type { TextStyle } from "../styles.ts"
import { breakLines } from "./break-lines.ts"
import type { Cluster, InlineText } from "./inline.ts"
import { HOOK_PT, isCut, type Line } from "./line.ts"
import { type SetLine, setLine } from "./set-line.ts"

/** The Chinese em box: 880 above the baseline, 120 below (OS/2 typo metrics of the fonts in use). */
const ASCENT = 0.88

/** Baseline of a line, from its top. */
export function baselineOf(style: TextStyle): number {
    return (style.linePt - style.sizePt) / 2 + ASCENT * style.sizePt
}

/** An item between forced breaks is not parted if it has no more lines than this. */
const WHOLE_ITEM = 8

/**
 * Sets one paragraph into pieces, a line each, so that no page begins or ends with a single line of it (CLREQ §7.1.4;
 * widows and orphans of two lines); where a style says so the last one may begin a page. A page ends between the items of
 * a text with forced breaks, not within one.
 *
 * @param tag - Structure node of the text; links get nodes of their own below it. `artifact` for heads and feet.
 */
export function setParagraph(
    composer: Composer,
    inlines: readonly Inline[],
    style: TextStyle,
    setting: Setting,
    tag: Tag,
): Piece[] {
    const text = shapeText(composer, inlines, style, setting.lang)
    const tagOf = linkTags(composer, text, tag)
    const em = setting.sheet.body.sizePt
    const left = setting.xPt + style.insetLeftEm * em
    const width = setting.widthPt - (style.insetLeftEm + style.insetRightEm) * em
    const pieces: Piece[] = []
    /** Lines after which an item goes on. */
    const within = new Set<number>()
    for (const clusters of text.segments) {
        const { indents, lines } = linesOf(clusters, width, style)
        for (const [n, { line, set }] of lines.entries()) {
            const indent = indents[n === 0 ? 0 : 1]
            const place = { xPt: left + indent + set.offsetPt, yPt: baselineOf(style), color: style.color }
            const drawn = drawLine(clusters, line, set, { ...place, lang: setting.lang }, text, tagOf)
            const items = drawn.map(({ item, run }) => ordered(composer, tagged(item, tagOf[run])))
            const goesOn = text.segments.length > 1 && lines.length <= WHOLE_ITEM && n < lines.length - 1
            if (goesOn) within.add(pieces.length)
            pieces.push(newPiece(setting.sheet, style.linePt, items))
        }
    }
    const count = pieces.length
    const mayPart = style.lastMayPart === true
    return pieces.map((piece, n) => ({
        ...piece,
        beforePt: n === 0 ? style.beforePt : 0,
        padTopPt: n === 0 ? (style.headPt ?? 0) : 0,
        afterPt: n === count - 1 ? style.afterPt : 0,
        keep: style.keepNext || (n < count - 1 && (n === 0 || (n === count - 2 && !mayPart) || within.has(n))),
    }))
}

interface SetLines {
    readonly width: number
    /** Of the first line, and of the others. */
    readonly indents: readonly [number, number]
    readonly align: TextStyle["align"]
    readonly lines: readonly { readonly line: Line; readonly set: SetLine }[]
}

/** Lines of a segment as last set: every pass over a document with contents sets almost all of them alike. */
const LAST_SET = new WeakMap<readonly Cluster[], SetLines>()

/** Breaks a segment and sets its lines. */
function linesOf(clusters: readonly Cluster[], width: number, style: TextStyle): Pick<SetLines, "indents" | "lines"> {
    const { align } = style
    const indents = indentsOf(clusters, width, style)
    const [indent, hang] = indents
    const known = LAST_SET.get(clusters)
    const isSame = known?.width === width && known.indents[0] === indent && known.indents[1] === hang
    if (isSame && known.align === align) return known
    const isFlush = align === "justify" || align === "start"
    // After an indent of two characters an opener keeps its blank, so that paragraphs begin alike.
    const leads = !isFlush ? "none" : indent > 0 ? "later" : "all"
    const measure = (line: number) => width - (line === 0 ? indent : hang)
    const broken = breakLines(clusters, measure, align === "justify", leads, align === "center")
    const lines = broken.map((line, n) => {
        return { line, set: setLine(clusters, line, measure(n), align, n === broken.length - 1, leads) }
    })
    LAST_SET.set(clusters, { width, indents, align, lines })
    return { indents, lines }
}

/** A label longer than this share of the line is none. */
const MOST_LABEL = 0.4

/** Indents of the first line and of the others. */
function indentsOf(
    clusters: readonly Cluster[],
    width: number,
    { indentEm, sizePt, hangAfter }: TextStyle,
): SetLines["indents"] {
    const indent = indentEm * sizePt
    const end = hangAfter === undefined ? -1 : clusters.findIndex(({ text }) => text === hangAfter)
    if (end < 0) return [indent, 0]
    const hang = clusters.slice(0, end + 1).reduce((sum, c) => sum + c.advancePt + c.kernPt, indent)
    return [indent, hang < width * MOST_LABEL ? hang : 0]
}

/** Tag of each run; neighbouring runs with one target are one link. */
function linkTags(composer: Composer, { runs }: InlineText, tag: Tag): Tag[] {
    const tags: Tag[] = []
    for (const [i, run] of runs.entries()) {
        const before = runs[i - 1]
        const previous = tags[i - 1]
        if (run.href === undefined || tag === "artifact") tags.push(tag)
        else if (before?.href === run.href && previous !== undefined) tags.push(previous)
        else tags.push(composer.tree.add("Link", tag))
    }
    return tags
}

/** Where and how a line is drawn, apart from what its clusters say. */
interface LinePlace {
    readonly xPt: number
    readonly yPt: number
    readonly color: TextStyle["color"]
    readonly lang: Setting["lang"]
}

/** What a line consists of, each with the run that it is tagged by. */
type Drawn = readonly { readonly item: PlacedItem; readonly run: number }[]

/** Lines as last drawn; see {@link LAST_SET}. */
const LAST_DRAWN = new WeakMap<SetLine, { readonly place: LinePlace; readonly isArtifact: boolean; drawn: Drawn }>()

function drawLine(
    clusters: readonly Cluster[],
    line: Line,
    set: SetLine,
    place: LinePlace,
    text: InlineText,
    tagOf: readonly Tag[],
): Drawn {
    const isArtifact = tagOf[0] === "artifact"
    const known = LAST_DRAWN.get(set)
    if (known && known.isArtifact === isArtifact && isSamePlace(known.place, place)) return known.drawn
    const drawn = lineItems(clusters, line, set.adjustPt, place, text, tagOf)
    LAST_DRAWN.set(set, { place, isArtifact, drawn })
    return drawn
}

function isSamePlace(a: LinePlace, b: LinePlace): boolean {
    return a.xPt === b.xPt && a.yPt === b.yPt && a.color === b.color && a.lang === b.lang
}

function tagged(item: PlacedItem, tag: Tag = "artifact"): PlacedItem {
    if (item.kind === "text") return { ...item, tag }
    return item.kind === "link" && tag !== "artifact" ? { ...item, tag } : item
}

/** Items of one line: a text item for each stretch of equal size, colour and tag; rules under blanks; link areas. */
function lineItems(
    clusters: readonly Cluster[],
    line: Line,
    adjustPt: readonly number[],
    { xPt, yPt, color, lang: around }: LinePlace,
    { runs }: InlineText,
    tagOf: readonly Tag[],
): Drawn {
    const items: { item: PlacedItem; run: number }[] = []
    let x = xPt
    let glyphs: Glyph[] = []
    let adjusts: number[] = []
    let from = x
    const close = (c: Cluster) => {
        const run = runs[c.run]
        const tag = tagOf[c.run] ?? "artifact"
        if (glyphs.length === 0 || !run) return
        const lang = run.lang === around ? {} : { lang: run.lang }
        const item: PlacedItem = {
            kind: "text",
            xPt: from,
            yPt,
            sizePt: c.sizePt,
            glyphs,
            adjust: adjusts,
            color: run.color,
            tag,
            ...lang,
        }
        items.push({ item, run: c.run })
        if (run.href !== undefined && tag !== "artifact") {
            const box = { xPt: from, yPt: yPt - c.sizePt, widthPt: x - from, heightPt: c.sizePt * 1.25 }
            items.push({ item: { kind: "link", ...box, href: run.href, tag }, run: c.run })
        }
        glyphs = []
        adjusts = []
    }
    for (let i = line.start; i < line.end; i++) {
        const c = clusters[i]
        if (!c) break
        const before = clusters[i - 1]
        if (i > line.start && before && !isSameItem(before, c, tagOf, runs)) close(before)
        if (glyphs.length === 0) from = x
        const adjust = Math.round(((adjustPt[i - line.start] ?? 0) / c.sizePt) * 1e5) / 100
        if (c.glyph) {
            glyphs.push(c.glyph)
            adjusts.push(adjust)
        }
        const end = x + c.advancePt
        if (!c.glyph) items.push({ item: writingRule(x, end, yPt + 2.5, color), run: c.run })
        x = end + (adjust * c.sizePt) / 1000
    }
    const last = clusters[line.end - 1]
    if (last) close(last)
    if (isCut(clusters, line.end)) for (const item of cutSign(x, yPt)) items.push({ item, run: last?.run ?? 0 })
    return items
}

/** A small hook behind the end of the line: this goes on below, and nothing of it is left out. Drawn, so that it is no text. */
function cutSign(endPt: number, yPt: number): PlacedItem[] {
    const [left, right, foot] = [endPt + 0.7, endPt + HOOK_PT, yPt - 0.6]
    const rule = { kind: "line" as const, widthPt: 0.4, color: NOTE_COLOR }
    return [
        { ...rule, x1Pt: right, y1Pt: foot - 2.6, x2Pt: right, y2Pt: foot },
        { ...rule, x1Pt: right, y1Pt: foot, x2Pt: left, y2Pt: foot },
    ]
}

function isSameItem(a: Cluster, b: Cluster, tagOf: readonly Tag[], runs: InlineText["runs"]): boolean {
    if (a.run === b.run && a.sizePt === b.sizePt) return a.glyph !== undefined && b.glyph !== undefined
    const [from, to] = [runs[a.run], runs[b.run]]
    const sameLook = a.sizePt === b.sizePt && from?.color === to?.color && from?.lang === to?.lang
    return a.glyph !== undefined && b.glyph !== undefined && sameLook && tagOf[a.run] === tagOf[b.run]
}

function writingRule(x1Pt: number, x2Pt: number, yPt: number, color: TextStyle["color"]): PlacedItem {
    return { kind: "line", x1Pt, y1Pt: yPt, x2Pt, y2Pt: yPt, widthPt: 0.5, color }
}
