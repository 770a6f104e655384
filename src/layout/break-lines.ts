import type { Cluster } from "./inline.ts"

/** Clusters `[start, end)` of a segment; white space at the end hangs over the margin. */
export interface Line {
    readonly start: number
    readonly end: number
}

/** Rounding of sums of widths, in points. */
const EPSILON = 0.001
/** A line at least this full is not filled up by breaking an id; a ragged one may be emptier. */
const FULL_JUSTIFIED = 0.82
const FULL_RAGGED = 0.6

/**
 * Breaks one segment into lines, greedily. A line may give up some of the blank of its punctuation to take in one more
 * piece where that costs less than leaving the piece to the next line.
 *
 * @param measure - Width of line `n`.
 */
export function breakLines(
    clusters: readonly Cluster[],
    measure: (line: number) => number,
    justified: boolean,
): Line[] {
    const lines: Line[] = []
    let start = 0
    while (start < clusters.length) {
        const end = lineEnd(clusters, start, measure(lines.length), justified ? FULL_JUSTIFIED : FULL_RAGGED)
        lines.push({ start, end })
        start = end
    }
    return lines.length > 0 ? lines : [{ start: 0, end: 0 }]
}

interface Candidate {
    readonly end: number
    readonly widthPt: number
}

function lineEnd(clusters: readonly Cluster[], start: number, measure: number, full: number): number {
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
        const isEnd = end === clusters.length
        if (solid - c.hangPt <= measure + EPSILON) {
            if (isEnd) return end
            last = end
            if (c.breakAfter > 0) fits[c.breakAfter] = { end, widthPt: solid }
        } else if (solid - c.hangPt - shrink <= measure + EPSILON) {
            if (isEnd || c.breakAfter === 1) pushed ??= { end, widthPt: solid - c.hangPt }
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

/** Width of clusters `[start, end)` set on one line, without white space at the end. */
export function lineWidth(clusters: readonly Cluster[], { start, end }: Line): number {
    let width = 0
    let solid = 0
    for (let i = start; i < end; i++) {
        const c = clusters[i]
        if (!c) break
        width += c.advancePt
        if (c.cls !== "space") solid = width
        width += c.kernPt
    }
    return solid
}

/**
 * Widths a table column needs for a text: `min` without breaking words (ids count as {@link ID_MIN_EM} ems), `max` on
 * one line each.
 */
export function contentWidths(segments: readonly (readonly Cluster[])[]): { minPt: number; maxPt: number } {
    let minPt = 0
    let maxPt = 0
    for (const clusters of segments) {
        maxPt = Math.max(maxPt, lineWidth(clusters, { start: 0, end: clusters.length }))
        let start = 0
        clusters.forEach((c, i) => {
            const end = i + 1
            if (end < clusters.length && (c.breakAfter === 0 || c.breakAfter > 3)) return
            minPt = Math.max(minPt, lineWidth(clusters, { start, end }))
            start = end
        })
        const [first] = clusters
        const text = clusters.some((c) => c.cls === "cjk" || c.breakAfter === 3)
        if (first && text) minPt = Math.max(minPt, Math.min(ID_MIN_EM * first.sizePt, maxPt))
    }
    return { minPt, maxPt }
}

/** No column of Chinese text or ids is made narrower than this, though one character would be legal. */
const ID_MIN_EM = 4
