import type { Lang } from "../../base/lang.ts"
import {
    ASCENT,
    type ChartOptions,
    type Drawing,
    type DrawnItem,
    type DrawnText,
    LEAST_TYPE_PT,
    type Lettering,
    MEASURE_PT,
    textBox,
} from "./drawing.ts"
import { axisMarks, lengthOf } from "./figure-value.ts"

/** One upright bar. */
export interface Bar {
    /** Below the axis: `00`, `01` ... */
    readonly label: string
    /** Decimal text from zero upwards, printed as it is. */
    readonly value: string
}

export interface BarOptions extends ChartOptions {
    /** What the bars count, over the upright axis: `笔数`. */
    readonly valueTitle: string
    /** What the labels are, at the end of the lower axis: `北京时间（时）`. */
    readonly labelTitle: string
    /** Height of the longest possible bar. Default: 96. */
    readonly plotPt?: number
}

const TEXT = { sizePt: LEAST_TYPE_PT, weight: 400, shade: 0 } as const
const TITLE = { sizePt: LEAST_TYPE_PT, weight: 400, shade: 0.2 } as const
const LINE_PT = 11.5
const MARKS = 4
const BAR_SHARE = 0.68 // of its slot
const GRID = { widthPt: 0.35, shade: 0.8 }
const AXIS = { widthPt: 0.8, shade: 0 }
/** From a mark to its line, and around texts side by side. */
const AIR_PT = 3
const LEAST_BAR_PT = 0.6

/**
 * Upright bars from zero, for counts by hour or day. Labels are left out evenly where they would touch; figures stand
 * on the bars if all of them fit. Everything is in `alt`.
 *
 * Throws RangeError for no bar or a value that is no decimal text or negative.
 */
export function barDrawing(bars: readonly Bar[], options: BarOptions): Drawing {
    const { lang, lettering, plotPt = 96 } = options
    const widthPt = options.widthPt ?? MEASURE_PT
    if (bars.length === 0) throw new RangeError("a chart needs a bar")
    const widthOf = (text: string) => lettering.widthOf(text, TEXT.sizePt, TEXT.weight)
    const marks = axisMarks(Math.max(...bars.map(({ value }) => lengthOf(value))), MARKS)
    const top = marks.at(-1)?.value ?? 0
    const leftPt = Math.max(...marks.map(({ text }) => widthOf(text))) + AIR_PT
    const slotPt = (widthPt - leftPt) / bars.length
    const plotTop = 2 * LINE_PT + 2
    const zeroPt = plotTop + plotPt
    const highAt = (value: number) => (top === 0 ? 0 : (value / top) * plotPt)
    const text = (content: string, xPt: number, yPt: number, anchor: DrawnText["anchor"]): DrawnText => {
        return { kind: "text", text: content, xPt, yPt, anchor, ...TEXT }
    }
    const items: DrawnItem[] = [titleAt(options.valueTitle, 0, 0, "start")]
    for (const { value, text: mark } of marks) {
        const yPt = zeroPt - highAt(value)
        if (value > 0) items.push({ kind: "line", x1Pt: leftPt, y1Pt: yPt, x2Pt: widthPt, y2Pt: yPt, ...GRID })
        items.push(text(mark, leftPt - AIR_PT, yPt + 0.36 * TEXT.sizePt, "end"))
    }
    const figuresFit = bars.every(({ value }) => widthOf(value) + 1 <= slotPt)
    const widestLabel = Math.max(...bars.map(({ label }) => widthOf(label)))
    const every = Math.ceil((widestLabel + AIR_PT) / slotPt)
    for (const [i, { label, value }] of bars.entries()) {
        const middle = leftPt + (i + 0.5) * slotPt
        const length = lengthOf(value)
        const heightPt = length === 0 ? 0 : Math.max(LEAST_BAR_PT, highAt(length))
        const size = { widthPt: slotPt * BAR_SHARE, heightPt }
        if (heightPt > 0)
            items.push({ kind: "rect", xPt: middle - size.widthPt / 2, yPt: zeroPt - heightPt, ...size, fill: 0.42 })
        if (figuresFit && length > 0)
            items.push(...figure(text(value, middle, zeroPt - heightPt - 2, "middle"), lettering))
        const half = widthOf(label) / 2
        if (i % every === 0 && middle - half >= 0 && middle + half <= widthPt)
            items.push(text(label, middle, zeroPt + 2 + ASCENT * TEXT.sizePt, "middle"))
    }
    items.push({ kind: "line", x1Pt: leftPt, y1Pt: zeroPt, x2Pt: widthPt, y2Pt: zeroPt, ...AXIS })
    items.push(titleAt(options.labelTitle, widthPt, zeroPt + LINE_PT + 1, "end"))
    return {
        widthPt,
        heightPt: zeroPt + 2 * LINE_PT + 2,
        lang,
        items,
        alt: ALT[lang](bars, options.valueTitle, options.labelTitle),
    }
}

/** A figure on white, so that no line of the grid runs through it. */
function figure(text: DrawnText, lettering: Lettering): readonly DrawnItem[] {
    return [{ kind: "rect", ...textBox(text, lettering), fill: 1 }, text]
}

function titleAt(text: string, xPt: number, topPt: number, anchor: DrawnText["anchor"]): DrawnText {
    const yPt = topPt + (LINE_PT - TITLE.sizePt) / 2 + ASCENT * TITLE.sizePt
    return { kind: "text", text, xPt, yPt, anchor, ...TITLE }
}

const ALT: Readonly<Record<Lang, (bars: readonly Bar[], valueTitle: string, labelTitle: string) => string>> = {
    "zh-CN": (bars, valueTitle, labelTitle) =>
        `柱形图，横轴${labelTitle}，纵轴${valueTitle}：${bars.map(({ label, value }) => `${label} 为 ${value}`).join("；")}。`,
    en: (bars, valueTitle, labelTitle) =>
        `Bars of ${valueTitle} by ${labelTitle}: ${bars.map(({ label, value }) => `${label} is ${value}`).join("; ")}.`,
}
