import type { Align } from "../document/blocks.ts"
import { type Column, type Line, leadOf, lineWidth } from "./break-lines.ts"
import type { Cluster } from "./inline.ts"

/** One line as set: where it begins and what stands between its clusters. */
export interface SetLine {
    /** Offset of the first cluster from the left edge of the measure. */
    readonly offsetPt: number
    /** For each cluster, what is added to its advance, in points. */
    readonly adjustPt: readonly number[]
}

/** Word spaces, then Han-Latin gaps, then everything grows; a line that would need more stays short. */
const MOST_HAN_LATIN_EM = 0.09
const MOST_SPACE_EM = 0.15
const MOST_EACH_EM = 0.33

/** How far the gap after a cluster may grow. */
export function stretchRoom(c: Cluster): number {
    return c.stretch === "none" ? 0 : c.sizePt * (MOST_EACH_EM + extra(c))
}

/**
 * Sets one line: shrinks an overfull one, fills out a justified one, places the others.
 *
 * @param isLast - Last line of a segment: never filled out.
 * @param leads - Which lines give up the blank before an opener at their beginning.
 */
export function setLine(
    clusters: readonly Cluster[],
    line: Line,
    measure: number,
    align: Align,
    isLast: boolean,
    leads: Column["leads"] = "none",
): SetLine {
    const count = line.end - line.start
    const parts = clusters.slice(line.start, line.end)
    const adjustPt = parts.map((c, i) => (i < count - 1 ? c.kernPt : 0))
    const lead = leadOf(clusters, line.start, leads)
    const width = lineWidth(clusters, line) - lead
    let last = count - 1 // last cluster that is not white space
    while (last > 0 && parts[last]?.cls === "space") last--
    const over = width - measure
    if (over > 0) {
        shrinkLine(parts, adjustPt, last, over - (parts[last]?.hangPt ?? 0))
        return { offsetPt: 0 - lead, adjustPt }
    }
    if (align === "justify") {
        if (!isLast) stretchLine(parts, adjustPt, last, -over)
        return { offsetPt: 0 - lead, adjustPt }
    }
    const share = align === "center" ? 0.5 : align === "end" ? 1 : 0
    return { offsetPt: 0 - over * share - lead, adjustPt }
}

function shrinkLine(parts: readonly Cluster[], adjustPt: number[], last: number, overPt: number): void {
    if (overPt <= 0) return
    const available = parts.slice(0, last).reduce((sum, c) => sum + c.shrinkPt, 0)
    if (available === 0) return
    const factor = Math.min(1, overPt / available)
    for (const [i, c] of parts.entries()) if (i < last) adjustPt[i] = (adjustPt[i] ?? 0) - c.shrinkPt * factor
}

function stretchLine(parts: readonly Cluster[], adjustPt: number[], last: number, slackPt: number): void {
    let slack = slackPt
    const gaps = parts.map((c, i) => ({ c, i })).filter(({ c, i }) => i < last && c.stretch !== "none")
    const grow = (chosen: typeof gaps, mostEm: number) => {
        const room = chosen.reduce((sum, { c }) => sum + c.sizePt * mostEm, 0)
        if (room <= 0) return
        const factor = Math.min(1, slack / room)
        for (const { c, i } of chosen) adjustPt[i] = (adjustPt[i] ?? 0) + c.sizePt * mostEm * factor
        slack -= room * factor
    }
    const most = gaps.reduce((sum, { c }) => sum + stretchRoom(c), 0)
    if (slack > most) return
    grow(
        gaps.filter(({ c }) => c.stretch === "han-latin"),
        MOST_HAN_LATIN_EM,
    )
    grow(
        gaps.filter(({ c }) => c.stretch === "space"),
        MOST_SPACE_EM,
    )
    grow(gaps, MOST_EACH_EM)
}

function extra(c: Cluster): number {
    return c.stretch === "space" ? MOST_SPACE_EM : c.stretch === "han-latin" ? MOST_HAN_LATIN_EM : 0
}
