import { bestLines } from "./best-lines.ts"
import { breakLevels, type Levels } from "./break-levels.ts"
import { isHan } from "./classify.ts"
import type { Cluster } from "./inline.ts"
import { type Column, EPSILON, HOOK_PT, isCut, isLone, type Line, leadOf, lineWidth } from "./line.ts"

/** A line at least this full is not filled up by breaking an id; a ragged one may be emptier. */
const FULL_JUSTIFIED = 0.82
const FULL_RAGGED = 0.6

/**
 * Breaks one segment into lines. Justified text is broken so that the whole paragraph is even ({@link bestLines});
 * ragged text line by line, each as full as it can be. A line may give up some of the blank of its punctuation to take
 * in one more piece where that costs less than leaving the piece to the next line. A single Han character is not left
 * alone on the last line where another can join it (GB/T 15834—2011 §5.1.11).
 *
 * @param measure - Width of line `n`.
 */
export function breakLines(
    clusters: readonly Cluster[],
    measure: Column["measure"],
    justified: boolean,
    leads: Column["leads"] = "none",
    centred = false,
): Line[] {
    const column = { measure, justified, leads }
    const levels = breakLevels(clusters, measure(1))
    const best = justified ? bestLines(clusters, levels, column) : undefined
    if (best) return best
    const lines: Line[] = []
    const full = justified ? FULL_JUSTIFIED : FULL_RAGGED
    let start = 0
    while (start < clusters.length) {
        const end = lineEnd(clusters, levels, start, measure(lines.length) + leadOf(clusters, start, leads), full)
        lines.push({ start, end })
        start = end
    }
    if (lines.length === 0) return [{ start: 0, end: 0 }]
    if (centred && lines.length === 2 && isShortHan(clusters, levels)) return halves(clusters.length)
    return joinLone(clusters, levels, beforeBracket(clusters, levels, lines, column), column)
}

/** A head of a column, 合约或交易对: in two lines it looks best, and is torn least, in the middle. */
function isShortHan(clusters: readonly Cluster[], levels: Levels): boolean {
    const isFree = (_: Cluster, i: number): boolean => i === clusters.length - 1 || levels[i] === 1
    return clusters.length <= MOST_HALVED && clusters.every(({ text }) => isHan(text)) && clusters.every(isFree)
}

const MOST_HALVED = 10

function halves(count: number): Line[] {
    const end = Math.ceil(count / 2)
    return [
        { start: 0, end },
        { start: end, end: count },
    ]
}

/** Of two lines the second begins with the bracket that the text ends with, where both fit. */
function beforeBracket(
    clusters: readonly Cluster[],
    levels: Levels,
    lines: readonly Line[],
    { measure, leads }: Column,
): readonly Line[] {
    const count = clusters.length
    if (lines.length !== 2 || !/^[)）]$/.test(clusters[count - 1]?.text ?? "")) return lines
    let at = count - 2
    while (at > 0 && !/^[(（)）]$/.test(clusters[at]?.text ?? "")) at--
    if (at < 2 || levels[at - 1] !== 1 || !/^[(（]$/.test(clusters[at]?.text ?? "")) return lines
    const [first, second] = [
        { start: 0, end: at },
        { start: at, end: count },
    ]
    const rest = lineWidth(clusters, second) - leadOf(clusters, at, leads) - (clusters[count - 1]?.hangPt ?? 0)
    const fits = lineWidth(clusters, first) <= measure(0) + EPSILON && rest <= measure(1) + EPSILON
    return fits ? [first, second] : lines
}

/** Ends the line before a lone last character a little earlier. */
function joinLone(clusters: readonly Cluster[], levels: Levels, lines: readonly Line[], column: Column): Line[] {
    const last = lines.at(-1)
    const before = lines.at(-2)
    if (!last || !before || !isLone(clusters, last.start)) return [...lines]
    for (let end = last.start - 1; end > before.start + 1; end--) {
        if (levels[end - 1] !== 1) continue
        const width = lineWidth(clusters, { start: before.start, end })
        if (width < column.measure(lines.length - 2) * FULL_RAGGED) break
        if (isHan(clusters[end]?.text ?? "") || clusters[end]?.cls === "latin")
            return [...lines.slice(0, -2), { start: before.start, end }, { start: end, end: last.end }]
    }
    return [...lines]
}

interface Candidate {
    readonly end: number
    readonly widthPt: number
}

function lineEnd(clusters: readonly Cluster[], levels: Levels, start: number, measure: number, full: number): number {
    const fits: (Candidate | undefined)[] = []
    let pushed: Candidate | undefined
    let last = start // index after the last cluster that fits at all
    let width = 0
    let solid = 0 // width without white space at the end
    let shrink = 0
    for (let i = start; i < clusters.length; i++) {
        const c = clusters[i]
        if (!c) break
        width += c.advancePt
        if (c.cls !== "space") solid = width
        const end = i + 1
        const level = levels[i] ?? 0
        const isEnd = end === clusters.length
        if (solid - c.hangPt <= measure + EPSILON) {
            if (isEnd) return end
            last = end
            const hookPt = level > 1 && isCut(clusters, end) ? HOOK_PT : 0
            if (level > 0 && solid - c.hangPt + hookPt <= measure + EPSILON) fits[level] = { end, widthPt: solid }
        } else if (solid - c.hangPt - shrink <= measure + EPSILON) {
            if (isEnd || level === 1) pushed ??= { end, widthPt: solid - c.hangPt }
        } else break
        width += c.kernPt
        shrink += c.shrinkPt
    }
    const chosen = choose(fits, measure * full)
    if (pushed && (!chosen || pushed.widthPt - measure <= measure - chosen.widthPt)) return pushed.end
    if (chosen) return chosen.end
    return fits[4]?.end ?? emergency(clusters, start, last)
}

/** The last ordinary break if the line is full enough there, otherwise the last break of any id. */
function choose(fits: readonly (Candidate | undefined)[], enough: number): Candidate | undefined {
    const [, normal, separator, anywhere] = fits
    if (normal && normal.widthPt >= enough) return normal
    if (separator && separator.widthPt >= enough) return separator
    return [normal, separator, anywhere].reduce(
        (best, candidate) => (candidate && candidate.end > (best?.end ?? 0) ? candidate : best),
        undefined,
    )
}

/** Nothing may break: keep at least the pairs whole that the rules hold together, then give up. */
function emergency(clusters: readonly Cluster[], start: number, last: number): number {
    for (let end = last; end > start + 1; end--) {
        const next = clusters[end]
        const before = clusters[end - 1]
        if (next && before && !["close", "point", "ellipsis", "dash"].includes(next.cls) && before.cls !== "open")
            return end
    }
    return Math.max(start + 1, last)
}

/** Widths that a column needs for a text. */
export interface ContentWidths {
    /** Everything on one line. */
    readonly maxPt: number
    /** No id, no date, no word is broken; ids of {@link LONG_ID} characters and more count in halves. */
    readonly wholePt: number
    /** As `wholePt`, but dates part from times, addresses at their separators. */
    readonly partsPt: number
    /** Ids are broken anywhere, words are not. */
    readonly minPt: number
}

/** Ids this long (hashes) are never set on one line of a column. */
const LONG_ID = 36

/** Measures a text for a column of a table. */
export function contentWidths(segments: readonly (readonly Cluster[])[]): ContentWidths {
    let maxPt = 0
    let floorPt = 0
    const need = [0, 0, 0, 0]
    for (const clusters of segments) {
        const natural = lineWidth(clusters, { start: 0, end: clusters.length })
        maxPt = Math.max(maxPt, natural)
        for (const level of [1, 2, 3]) need[level] = Math.max(need[level] ?? 0, widestPart(clusters, level))
        const [first] = clusters
        const isText = clusters.some((c) => c.cls === "cjk" || c.breakAfter === 3)
        if (first && isText) floorPt = Math.max(floorPt, Math.min(LEAST_EM * first.sizePt, natural))
    }
    const [, wholePt = 0, partsPt = 0, minPt = 0] = need.map((width) => Math.max(width, floorPt))
    return { maxPt, wholePt, partsPt, minPt }
}

/** Width of the widest part between breaks of a level or better. */
function widestPart(clusters: readonly Cluster[], level: number): number {
    let widest = 0
    let start = 0
    for (const [i, c] of clusters.entries()) {
        const end = i + 1
        if (end < clusters.length && (c.breakAfter === 0 || c.breakAfter > level)) continue
        const width = lineWidth(clusters, { start, end })
        const isLong = end - start >= LONG_ID && clusters[start]?.breakAfter === 3
        widest = Math.max(widest, isLong ? width * 0.52 : width)
        start = end
    }
    return widest
}

/** No column of Chinese text or ids is made narrower than this, though one character would be legal. */
const LEAST_EM = 4
