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

/** Width of clusters `[start, end)` set on one line, without white space at the end, nor what may hang where `hangs`. */
export function lineWidth(clusters: readonly Cluster[], { start, end }: Line, hangs = false): number {
    let width = 0
    let solid = 0
    for (let i = start; i < end; i++) {
        const c = clusters[i]
        if (!c) break
        width += c.advancePt
        if (c.cls !== "space") solid = width - (hangs ? c.hangPt : 0)
        width += c.kernPt
    }
    return solid
}

/** True for clusters with one Han character, or one word of three letters at most, and nothing else but punctuation. */
export function isLone(clusters: readonly Cluster[], start: number): boolean {
    if (clusters.length - start > 6) return false
    const rest = clusters.slice(start)
    const parts = rest.filter((c) => !["close", "point", "narrow-point", "space"].includes(c.cls))
    if (parts.length === 1 && isHan(parts[0]?.text ?? "")) return rest.length <= 4
    const isWord = parts.length > 0 && parts.length <= 3 && parts.every((c) => c.cls === "latin" && !isHan(c.text))
    return isWord && !rest.some((c, i) => c.cls === "space" && i < rest.length - 1)
}

/** Whether a name, number or address goes on in the next line. */
export function isCut(clusters: readonly Cluster[], end: number): boolean {
    const [last, next] = [clusters[end - 1], clusters[end]]
    if (!last || !next || last.breakAfter < 2 || last.cls === "space") return false
    // A clock whose zone in brackets is on the next line is whole.
    if (last.breakAfter === 2 && next.cls === "open" && /\d/.test(last.text)) return false
    const isWord = (c: Cluster) => c.code || c.cls === "latin" || c.cls === "digit" || c.cls === "narrow-point"
    return last.isLiteral || (isWord(last) && isWord(next))
}

/** What the hook behind such a line takes of it, see {@link isCut}. */
export const HOOK_PT = 2.9
