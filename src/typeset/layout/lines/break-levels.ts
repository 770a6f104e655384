import type { BreakLevel } from "./break-rules.ts"
import type { Cluster } from "./inline.ts"
import { EPSILON, lineWidth } from "./line.ts"

/** Where a segment may end a line of a certain width: the level after each cluster, see {@link BreakLevel}. */
export type Levels = ArrayLike<number>

/**
 * The levels of a segment in lines of a width: what fits on a line by itself is not broken, though a longer one of its
 * kind (an id, a date with its time, an address) might be.
 */
export function breakLevels(clusters: readonly Cluster[], widthPt: number): Levels {
    const levels = new Uint8Array(clusters.length)
    let start = 0
    let isBreakable = false
    let width = 0
    let solid = 0
    for (const [i, { advancePt, kernPt, cls, breakAfter, hangPt }] of clusters.entries()) {
        levels[i] = breakAfter
        width += advancePt
        if (cls !== "space") solid = width - hangPt
        width += kernPt
        if (breakAfter === 2 || breakAfter === 3) isBreakable = true
        if (breakAfter !== 1 && i < clusters.length - 1) continue
        if (isBreakable && solid <= widthPt + EPSILON) hold(levels, start, i)
        else if (isBreakable) holdTimes(clusters, levels, start, i, widthPt)
        start = i + 1
        isBreakable = false
        width = 0
        solid = 0
    }
    return levels
}

/** Nothing between two clusters is broken. */
function hold(levels: Uint8Array, start: number, last: number): void {
    for (let k = start; k < last; k++) if (levels[k] !== 0) levels[k] = IN_WORD
}

/** A date with its time that is too long with its zone alone is parted before the zone. */
function holdTimes(
    clusters: readonly Cluster[],
    levels: Uint8Array,
    start: number,
    last: number,
    widthPt: number,
): void {
    for (let at = start; at < last; at++) {
        const { text } = clusters[at] ?? {}
        if (levels[at] !== 3 || (text !== " " && text !== "日")) continue
        const isBetter = (k: number) => levels[k] === 1 || levels[k] === 2
        let from = at
        while (from > start && !isBetter(from - 1)) from--
        let to = at + 1
        while (to < last && !isBetter(to)) to++
        if (lineWidth(clusters, { start: from, end: to + 1 }) <= widthPt + EPSILON) hold(levels, from, to)
    }
}

const IN_WORD: BreakLevel = 4
