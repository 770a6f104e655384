/** Shapes on a page (ISO 32000-1 §8.3). */

/** Left, bottom, right, top in points, origin at the bottom left. */
export type Box = readonly [number, number, number, number]

/** The operand of `cm`: x' = a x + c y + e, y' = b x + d y + f (ISO 32000-1 §8.3.4). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** What can be seen of a page: its box in the page's own points, and how it is turned when shown. */
export interface PageGeometry {
    readonly box: Box
    /** Degrees clockwise. */
    readonly rotate: 0 | 90 | 180 | 270
}
