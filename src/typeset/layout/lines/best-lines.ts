import type { Levels } from "./break-levels.ts"
import type { Cluster } from "./inline.ts"
import { type Column, EPSILON, isLone, type Line, leadOf } from "./line.ts"
import { stretchRoom } from "./set-line.ts"

/** Cost of ending a line at a break of each level, the last between a day and its clock; compare {@link FULL}. */
const BREAK_COST = [0, 0, 15, 60, 5000, 110]
/** A line that gives up all the blank of its punctuation. */
const SQUEEZED = 20
/** One filled out by all it can. */
const FULL = 100
/**
 * What one that cannot be filled out and stays short costs on top, times the square of its empty share: two lines that
 * lack a sixth are better than one that is two thirds empty.
 */
const EMPTY = 1500
/** From this share on a line looks like the end of its paragraph, and costs this more. */
const HALF_EMPTY = 0.4
const LOOKS_LAST = 300
/** A last line of one Han character. */
const LONE = 40

/** Sums up to each cluster, so that any line is measured at once. */
interface Sums {
    readonly width: Float64Array
    readonly shrink: Float64Array
    readonly room: Float64Array
    /** Index of the last cluster before an end that is not white space. */
    readonly solid: Int32Array
}

/**
 * Breaks a justified segment so that the sum of what its lines cost is least: the square of how far each is stretched
 * or squeezed, and what the break at its end costs (after Knuth and Plass, *Breaking Paragraphs into Lines*, 1981). Of
 * equal ways the one with the fuller first lines.
 *
 * @returns `undefined` where some word is wider than its line.
 */
export function bestLines(clusters: readonly Cluster[], levels: Levels, column: Column): Line[] | undefined {
    const count = clusters.length
    if (count === 0) return [{ start: 0, end: 0 }]
    const sums = sumUp(clusters)
    const measures = [column.measure(0), column.measure(1)] as const
    const leads = new Float64Array(count + 1)
    leads[0] = leadOf(clusters, 0, column.leads)
    const cost = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY)
    const from = new Int32Array(count + 1)
    cost[0] = 0
    const starts = [0]
    let first = 0
    for (let end = 1; end <= count; end++) {
        const level = end === count ? 1 : (levels[end - 1] ?? 0)
        if (level === 0) continue
        let best = Number.POSITIVE_INFINITY
        const atBreak = BREAK_COST[level] ?? 0
        for (let i = first; i < starts.length; i++) {
            const start = starts[i] ?? 0
            const line = lineCost(clusters, sums, measures[start === 0 ? 0 : 1], leads[start] ?? 0, start, end)
            // Lines only grow: where the first start is too far back for this end, it is for all later ones.
            if (line === undefined) {
                if (i === first) first++
                continue
            }
            // From here on lines are emptier still, and each costs more than the best way found.
            if (line > FULL && line + atBreak > best) break
            const total = (cost[start] ?? 0) + line + atBreak
            if (total > best) continue
            best = total
            from[end] = start
        }
        if (best === Number.POSITIVE_INFINITY) continue
        cost[end] = best
        leads[end] = leadOf(clusters, end, column.leads)
        starts.push(end)
    }
    if (cost[count] === Number.POSITIVE_INFINITY) return undefined
    const lines: Line[] = []
    for (let end = count; end > 0; end = from[end] ?? 0) lines.push({ start: from[end] ?? 0, end })
    return lines.reverse()
}

function sumUp(clusters: readonly Cluster[]): Sums {
    const count = clusters.length
    const width = new Float64Array(count + 1)
    const shrink = new Float64Array(count + 1)
    const room = new Float64Array(count + 1)
    const solid = new Int32Array(count + 1)
    for (let i = 0; i < count; i++) {
        const c = clusters[i]
        if (!c) break
        width[i + 1] = (width[i] ?? 0) + c.advancePt + c.kernPt
        shrink[i + 1] = (shrink[i] ?? 0) + c.shrinkPt
        room[i + 1] = (room[i] ?? 0) + stretchRoom(c)
        solid[i + 1] = c.cls === "space" ? (solid[i] ?? 0) : i
    }
    return { width, shrink, room, solid }
}

function between(sum: Float64Array, start: number, last: number): number {
    return (sum[last] ?? 0) - (sum[start] ?? 0)
}

/** What a line `[start, end)` costs; `undefined` where it does not fit. */
function lineCost(
    clusters: readonly Cluster[],
    sums: Sums,
    measure: number,
    lead: number,
    start: number,
    end: number,
): number | undefined {
    const last = Math.max(start, sums.solid[end] ?? start)
    const slack = measure + lead - between(sums.width, start, last) - (clusters[last]?.advancePt ?? 0)
    const over = -slack - (clusters[last]?.hangPt ?? 0)
    if (over > EPSILON) {
        const shrink = between(sums.shrink, start, last)
        if (over > shrink + EPSILON) return undefined
        return SQUEEZED * (over / shrink) * (over / shrink)
    }
    if (end === clusters.length) return start > 0 && isLone(clusters, start) ? LONE : 0
    if (slack <= EPSILON) return 0
    const room = between(sums.room, start, last)
    const empty = slack / measure
    if (slack > room) return FULL + EMPTY * empty * empty + (empty > HALF_EMPTY ? LOOKS_LAST : 0)
    return FULL * (slack / room) * (slack / room)
}
