import type { BreakLevel } from "./break-rules.ts"
import type { Cluster } from "./inline.ts"
import { EPSILON } from "./line.ts"

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
        if (isBreakable && solid <= widthPt + EPSILON)
            for (let k = start; k < i; k++) if (levels[k] !== 0) levels[k] = IN_WORD
        start = i + 1
        isBreakable = false
        width = 0
        solid = 0
    }
    return levels
}

const IN_WORD: BreakLevel = 4
