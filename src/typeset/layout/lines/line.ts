import { isHan } from "./classify.ts"
import type { Cluster } from "./inline.ts"

/** A line within a segment, and what is asked of any. */

/** Clusters `[start, end)` of a segment; white space at the end hangs over the margin. */
export interface Line {
    readonly start: number
    readonly end: number
}

/** What a text is broken into. */
export interface Column {
    /** Width of line `n`. */
    readonly measure: (line: number) => number
    /** Lines are filled out. */
    readonly justified: boolean
    /** Lines whose first character, if it is an opener, gives up the blank before it. */
    readonly leads: "all" | "later" | "none"
}

/** Rounding of sums of widths, in points. */
export const EPSILON = 0.001

/** Blank before the first character of a line that is taken away. */
export function leadOf(clusters: readonly Cluster[], start: number, leads: Column["leads"]): number {
    const isLed = leads === "all" || (leads === "later" && start > 0)
    return isLed ? (clusters[start]?.leadPt ?? 0) : 0
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

/** True for clusters with one Han character and nothing else but punctuation. */
export function isLone(clusters: readonly Cluster[], start: number): boolean {
    if (clusters.length - start > 4) return false
    const parts = clusters.slice(start).filter((c) => !["close", "point", "narrow-point", "space"].includes(c.cls))
    return parts.length === 1 && isHan(parts[0]?.text ?? "")
}
