import type { Drawing, Lettering } from "../../typeset/drawing/drawing.ts"

/** A chart with the width of each of its texts, in points: the page sets them with other fonts. */
export interface DrawnChart {
    readonly drawing: Drawing
    /** By item; 0 where it is no text. */
    readonly widthsPt: readonly number[]
}

export function drawnChart(drawing: Drawing, lettering: Lettering): DrawnChart {
    const widthsPt = drawing.items.map((item) =>
        item.kind === "text" ? lettering.widthOf(item.text, item.sizePt, item.weight) : 0,
    )
    return { drawing, widthsPt }
}
