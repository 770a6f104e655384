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
    type Weight,
    wrapAtMost,
} from "./drawing.ts"
import { lengthOf } from "./figure-value.ts"

/** One asset or value, before and after. */
export interface BeforeAfterRow {
    /** What is compared: an asset, a page. */
    readonly label: string
    /** Decimal texts from zero upwards, printed as they are: `349,776.83`. */
    readonly before: string
    readonly after: string
    readonly unit: string
}

export interface BeforeAfterOptions extends ChartOptions {
    /** Names of both states: `事发前`, `事发后`. */
    readonly names: { readonly before: string; readonly after: string }
    /**
     * `own`: the larger bar of each row has full length. `common`: one scale for all rows, which must have one unit.
     * Default: `own`.
     */
    readonly scale?: "own" | "common"
}

const LABEL = { sizePt: LEAST_TYPE_PT, leadPt: 11.5, weight: 700 } as const
const TEXT = { sizePt: LEAST_TYPE_PT, leadPt: 11 }
const NOTE = { sizePt: LEAST_TYPE_PT, leadPt: 12 }
const BAR_PT = 11
const BAR_GAP_PT = 4
const ROW_PAD_PT = 7
const COLUMN_GAP_PT = 9
const LABEL_MOST = 0.24 // of the width
const LABEL_LINES = 3
/** What is not nothing is seen beside the line of zero. */
const LEAST_BAR_PT = 1.5
const STATES = [
    { key: "before", fill: 0.38, weight: 400 },
    { key: "after", fill: 0.8, weight: 400 },
] as const
const RULE = { widthPt: 0.4, shade: 0.7 }
const ZERO = { widthPt: 0.8, shade: 0 }
const EDGE = { stroke: 0.2, strokeWidthPt: 0.5 }

interface Columns {
    readonly namesPt: number
    readonly barsPt: number
    readonly barMostPt: number
}

/**
 * Two horizontal bars for each row, dark before and light after, from zero, with the exact figures behind them.
 *
 * Throws RangeError for no row, a figure that is no decimal text or negative, and `common` with different units.
 */
export function beforeAfterDrawing(rows: readonly BeforeAfterRow[], options: BeforeAfterOptions): Drawing {
    const { lang, lettering, names, scale = "own" } = options
    const widthPt = options.widthPt ?? MEASURE_PT
    if (rows.length === 0) throw new RangeError("a chart needs a row")
    if (scale === "common" && new Set(rows.map(({ unit }) => unit)).size > 1)
        throw new RangeError("a common scale needs one unit")
    const most = Math.max(...rows.flatMap((row) => [lengthOf(row.before), lengthOf(row.after)]))
    const columns = columnsOf(rows, names, widthPt, lettering)
    const items: DrawnItem[] = []
    let top = 0
    for (const [i, row] of rows.entries()) {
        if (i > 0) items.push({ kind: "line", x1Pt: 0, y1Pt: top, x2Pt: widthPt, y2Pt: top, ...RULE })
        const full = scale === "common" ? most : Math.max(lengthOf(row.before), lengthOf(row.after))
        const drawn = rowItems(row, names, full, columns, top, lettering)
        items.push(...drawn.items)
        top += drawn.heightPt
    }
    const note = HOW_TO_READ[lang](scale === "common" || rows.length === 1)
    for (const line of lettering.wrap(note, NOTE.sizePt, 400, widthPt)) {
        items.push({ ...textAt(line, 0, top, NOTE, 400), shade: 0.35 })
        top += NOTE.leadPt
    }
    return { widthPt, heightPt: top, lang, items, alt: altText(rows, options) }
}

/** Labels left, names of the states beside the bars; the longest bar leaves room for the longest figure. */
function columnsOf(
    rows: readonly BeforeAfterRow[],
    names: BeforeAfterOptions["names"],
    widthPt: number,
    lettering: Lettering,
): Columns {
    const widest = (texts: readonly string[], sizePt: number, weight: Weight) =>
        Math.max(...texts.map((text) => lettering.widthOf(text, sizePt, weight)))
    const labels = rows.map(({ label }) => label)
    const namesPt = Math.min(widest(labels, LABEL.sizePt, 700), widthPt * LABEL_MOST) + COLUMN_GAP_PT
    const barsPt = namesPt + widest([names.before, names.after], TEXT.sizePt, 400) + 5
    const figures = rows.flatMap((row) => [figureText(row, "before"), figureText(row, "after")])
    return { namesPt, barsPt, barMostPt: widthPt - barsPt - 5 - widest(figures, TEXT.sizePt, 700) }
}

function figureText(row: BeforeAfterRow, state: "before" | "after"): string {
    return `${row[state]} ${row.unit}`.trim()
}

function rowItems(
    row: BeforeAfterRow,
    names: BeforeAfterOptions["names"],
    full: number,
    columns: Columns,
    topPt: number,
    lettering: Lettering,
): { heightPt: number; items: readonly DrawnItem[] } {
    const { barsPt, namesPt, barMostPt } = columns
    const lines = wrapAtMost(row.label, LABEL, namesPt - COLUMN_GAP_PT, LABEL_LINES, lettering).lines
    const barsHigh = 2 * BAR_PT + BAR_GAP_PT
    const inner = Math.max(barsHigh, lines.length * LABEL.leadPt)
    const heightPt = inner + 2 * ROW_PAD_PT
    const labelTop = topPt + (heightPt - lines.length * LABEL.leadPt) / 2
    const barsTop = topPt + (heightPt - barsHigh) / 2
    const items: DrawnItem[] = lines.map((line, i) => textAt(line, 0, labelTop + i * LABEL.leadPt, LABEL, 700))
    for (const [i, { key, fill }] of STATES.entries()) {
        const yPt = barsTop + i * (BAR_PT + BAR_GAP_PT)
        const value = lengthOf(row[key])
        const length = value === 0 ? 0 : Math.max(LEAST_BAR_PT, (value / full) * barMostPt)
        const textTop = yPt + (BAR_PT - TEXT.leadPt) / 2
        items.push({ ...textAt(names[key], barsPt - 5, textTop, TEXT, 400), anchor: "end" })
        if (length > 0) items.push({ kind: "rect", xPt: barsPt, yPt, widthPt: length, heightPt: BAR_PT, fill, ...EDGE })
        items.push(textAt(figureText(row, key), barsPt + length + 5, textTop, TEXT, 700))
    }
    const reach = 2.5
    const zero = { x1Pt: barsPt, y1Pt: barsTop - reach, x2Pt: barsPt, y2Pt: barsTop + barsHigh + reach }
    items.push({ kind: "line", ...zero, ...ZERO })
    return { heightPt, items }
}

function textAt(
    text: string,
    xPt: number,
    topPt: number,
    { sizePt, leadPt }: { readonly sizePt: number; readonly leadPt: number },
    weight: Weight,
): DrawnText {
    const yPt = topPt + (leadPt - sizePt) / 2 + ASCENT * sizePt
    return { kind: "text", xPt, yPt, sizePt, anchor: "start", text, weight, shade: 0 }
}

const HOW_TO_READ: Readonly<Record<Lang, (isOneScale: boolean) => string>> = {
    "zh-CN": (isOneScale) => `条形从零起按比例${isOneScale ? "" : "，各行比例各自独立，不同行的长短不可相比"}。`,
    en: (isOneScale) => `Bars to scale from zero${isOneScale ? "" : ", each row to its own scale"}.`,
}

/** A row as a list of its label and two values; the rows as a sentence. */
const ALT: Readonly<Record<Lang, (rows: readonly (readonly string[])[]) => string>> = {
    "zh-CN": (rows) => `前后对比条形图：${rows.map((row) => row.join("，")).join("；")}。`,
    en: (rows) => `Bars before and after: ${rows.map((row) => row.join(", ")).join("; ")}.`,
}

function altText(rows: readonly BeforeAfterRow[], { lang, names }: BeforeAfterOptions): string {
    const told = rows.map((row) => [
        row.label,
        `${names.before} ${figureText(row, "before")}`,
        `${names.after} ${figureText(row, "after")}`,
    ])
    return ALT[lang](told)
}
