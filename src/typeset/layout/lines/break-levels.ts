import type { BreakLevel } from "./break-rules.ts"
import type { Cluster } from "./inline.ts"
import { EPSILON, HOOK_PT, isCut, lineWidth } from "./line.ts"

/** Where a segment may end a line of a certain width: the level after each cluster, see {@link BreakLevel}. */
export type Levels = ArrayLike<number>

/**
 * The levels of a segment in lines of a width: what fits on a line by itself is not broken, though a longer one of its
 * kind (an id, a date with its time, an address) might be. Of what does not, a bracket goes to the next line first.
 * A date with its time that takes much of a line may be ended at its day where the line before would be a third empty.
 */
export function breakLevels(clusters: readonly Cluster[], widthPt: number): Levels {
    const levels = new Uint8Array(clusters.length)
    // A line that ends inside of a literal shows a hook.
    const before = (end: number): number => widthPt - (isCut(clusters, end + 1) ? HOOK_PT : 0)
    let start = 0
    /** Inside the stretch: before a bracket. */
    let brackets: number[] = []
    let isBreakable = false
    for (const [i, { breakAfter }] of clusters.entries()) {
        levels[i] = breakAfter
        if (breakAfter === 2 || breakAfter === 3) isBreakable = true
        if (breakAfter === 2 && clusters[i + 1]?.cls === "open") brackets.push(i)
        if (breakAfter !== 1 && i < clusters.length - 1) continue
        if (isBreakable && !keepWhole(clusters, levels, start, i, widthPt))
            for (const [n, end] of brackets.entries())
                keepWhole(clusters, levels, n === 0 ? start : (brackets[n - 1] ?? 0) + 1, end, before(end))
        start = i + 1
        brackets = []
        isBreakable = false
    }
    return levels
}

/** Forbids breaks between two clusters, if all from the one to the other fits on a line. */
function keepWhole(
    clusters: readonly Cluster[],
    levels: Uint8Array,
    first: number,
    last: number,
    widthPt: number,
): boolean {
    if (lineWidth(clusters, { start: first, end: last + 1 }, true) > widthPt + EPSILON) return false
    const isLong = lineWidth(clusters, { start: first, end: last + 1 }, true) > widthPt * LONG_UNIT
    for (let k = first; k < last; k++) {
        const level = levels[k] ?? 0
        if (level !== 0) levels[k] = isLong && level < IN_WORD && isDayEnd(clusters, k) ? IN_LONG_UNIT : IN_WORD
    }
    return true
}

const IN_WORD: BreakLevel = 4
/** A date with its time that takes this share of a line leaves more empty before it than whole lines are worth. */
const LONG_UNIT = 0.3
/** Between the day and the clock of such a date; only justified lines are ended there. */
const IN_LONG_UNIT = 5

/** Behind the day of 2023年3月21日09:30. */
function isDayEnd(clusters: readonly Cluster[], i: number): boolean {
    const at = clusters[i]?.cls === "space" ? i - 1 : i
    return clusters[at]?.text === "日" && clusters[i + 1]?.cls === "digit"
}
