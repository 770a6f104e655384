import type { Lang } from "../../base/lang.ts"

/**
 * Charts as plain data: lines, rectangles and text at fixed places, in shades of grey. A drawing is made by a pure
 * function from facts and a {@link Lettering}; layout sets it as a picture whose text stays text. Points, origin at the
 * top left corner, y down. A drawing promises that nothing reaches out of its box and that no two texts overlap.
 */

export type Weight = 400 | 700

/** 0 is black, 1 is white: charts must survive a black and white copier. */
export type Shade = number

export interface DrawnLine {
    readonly kind: "line"
    readonly x1Pt: number
    readonly y1Pt: number
    readonly x2Pt: number
    readonly y2Pt: number
    readonly widthPt: number
    readonly shade: Shade
}

export interface DrawnRect {
    readonly kind: "rect"
    readonly xPt: number
    readonly yPt: number
    readonly widthPt: number
    readonly heightPt: number
    readonly fill?: Shade
    /** Drawn on the edge, half inside and half outside. */
    readonly stroke?: Shade
    readonly strokeWidthPt?: number
}

/** One line of text. `xPt` is its start, middle or end; `yPt` its baseline. */
export interface DrawnText {
    readonly kind: "text"
    readonly xPt: number
    readonly yPt: number
    readonly sizePt: number
    readonly anchor: "start" | "middle" | "end"
    readonly text: string
    readonly weight: Weight
    readonly shade: Shade
}

export type DrawnItem = DrawnLine | DrawnRect | DrawnText

export interface Drawing {
    readonly widthPt: number
    readonly heightPt: number
    readonly lang: Lang
    /** In reading order. */
    readonly items: readonly DrawnItem[]
    /** What the drawing shows, with its figures, for who cannot see it. Never empty. */
    readonly alt: string
}

/** What a drawing must know of the fonts that layout will set it with. Lines are never squeezed or filled out. */
export interface Lettering {
    /** Width of one line, in points. */
    widthOf(text: string, sizePt: number, weight: Weight): number
    /** Lines not wider than `widthPt`, broken as Chinese and English are; a single character may be wider. */
    wrap(text: string, sizePt: number, weight: Weight, widthPt: number): readonly string[]
}

/** What every chart is told. */
export interface ChartOptions {
    readonly lang: Lang
    readonly lettering: Lettering
    /** Width of the drawing. Default: {@link MEASURE_PT}. */
    readonly widthPt?: number
}

/** Measure of a report on A4 with margins of 25 and 23 mm. */
export const MEASURE_PT = 459

/** Type of all charts: readable on a fax, and on paper as large as a table beside it. */
export const LEAST_TYPE_PT = 9

/** How far the Chinese em box stands above the baseline, as share of the size; the rest of it lies below. */
export const ASCENT = 0.88

/** Box of a text in a drawing. */
export function textBox(item: DrawnText, lettering: Lettering): Omit<DrawnRect, "kind"> {
    const widthPt = lettering.widthOf(item.text, item.sizePt, item.weight)
    const share = item.anchor === "start" ? 0 : item.anchor === "middle" ? 0.5 : 1
    return {
        xPt: item.xPt - widthPt * share,
        yPt: item.yPt - ASCENT * item.sizePt,
        widthPt,
        heightPt: item.sizePt,
    }
}

/**
 * At most `most` lines. Where text is left out the last line ends in `……` and `shortened` is true, so that the drawing
 * can say so.
 */
export function wrapAtMost(
    text: string,
    type: { readonly sizePt: number; readonly weight: Weight },
    widthPt: number,
    most: number,
    lettering: Lettering,
): { readonly lines: readonly string[]; readonly shortened: boolean } {
    const { sizePt, weight } = type
    const lines = lettering.wrap(text, sizePt, weight, widthPt)
    if (lines.length <= most) return { lines: balance(text, type, widthPt, lines, lettering), shortened: false }
    const kept = lines.slice(0, most)
    const last = [...(kept.pop() ?? "")]
    while (last.length > 0 && lettering.widthOf(`${last.join("")}……`, sizePt, weight) > widthPt) last.pop()
    return { lines: [...kept, `${last.join("").trimEnd()}……`], shortened: true }
}

/** As many lines, but of about equal length: no last line of one word. */
function balance(
    text: string,
    { sizePt, weight }: { readonly sizePt: number; readonly weight: Weight },
    widthPt: number,
    lines: readonly string[],
    lettering: Lettering,
): readonly string[] {
    let best = lines
    for (let share = 0.95; lines.length > 1 && share > 0.5; share -= 0.05) {
        const narrower = lettering.wrap(text, sizePt, weight, widthPt * share)
        const isWhole = narrower.every((line) => lettering.widthOf(line, sizePt, weight) <= widthPt * share)
        if (narrower.length > lines.length || !isWhole) break
        best = narrower
    }
    return best
}
