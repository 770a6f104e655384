import type { Align } from "../../document/blocks.ts"
import type { Cluster } from "./inline.ts"
import { type Column, type Line, leadOf, lineWidth } from "./line.ts"

/** One line as set: where it begins and what stands between its clusters. */
export interface SetLine {
    /** Offset of the first cluster from the left edge of the measure. */
    readonly offsetPt: number
    /** For each cluster, what is added to its advance, in points. */
    readonly adjustPt: readonly number[]
}

/** Word spaces and Han-Latin gaps grow so many times as fast as gaps between Han (CLREQ §6.2.3), and further. */
const SPACE_WEIGHT = 3
const HAN_LATIN_WEIGHT = 2
/** A line that would need wider gaps stays short: between Han, between Han and Latin, between words. */
export const WIDEST_EM = { cjk: 0.12, "han-latin": 0.34, space: 0.5 } as const

/** How far the gap after a cluster may grow. */
export function stretchRoom(c: Cluster): number {
    if (c.stretch === "none") return 0
    const gapPt = c.stretch === "space" ? c.advancePt : Math.max(0, c.kernPt)
    return Math.max(0, c.sizePt * WIDEST_EM[c.stretch] - gapPt)
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
    const adjustPt: number[] = []
    for (const c of parts) adjustPt.push(adjustPt.length < count - 1 ? c.kernPt : 0)
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

/** Shares what is missing of a line among its gaps by their weight, and what some of them cannot take among the rest. */
function stretchLine(parts: readonly Cluster[], adjustPt: number[], last: number, slackPt: number): void {
    let [most, weights] = [0, 0]
    for (let i = 0; i < last; i++) {
        const c = parts[i]
        if (!c || c.stretch === "none") continue
        most += stretchRoom(c)
        weights += c.sizePt * weightOf(c)
    }
    if (slackPt > most || weights === 0) return
    const share = (c: Cluster) => Math.min(stretchRoom(c), (slackPt * c.sizePt * weightOf(c)) / weights)
    let shared = 0
    for (let i = 0; i < last; i++) {
        const c = parts[i]
        if (c && c.stretch !== "none") shared += share(c)
    }
    const [left, free] = [slackPt - shared, most - shared]
    for (let i = 0; i < last; i++) {
        const c = parts[i]
        if (!c || c.stretch === "none") continue
        const own = share(c)
        const more = free > 0 ? (left * (stretchRoom(c) - own)) / free : 0
        adjustPt[i] = (adjustPt[i] ?? 0) + own + more
    }
}

function weightOf(c: Cluster): number {
    return c.stretch === "space" ? SPACE_WEIGHT : c.stretch === "han-latin" ? HAN_LATIN_WEIGHT : 1
}
