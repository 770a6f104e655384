import {
    ASCENT,
    type ChartOptions,
    type DrawnItem,
    type DrawnText,
    LEAST_TYPE_PT,
    MEASURE_PT,
    wrapAtMost,
} from "./drawing.ts"
import type { TimelineEvent } from "./event.ts"
import { spread } from "./spread.ts"
import {
    GUTTER_PT,
    INTERVAL_SIZE_PT,
    type Interval,
    intervalsOf,
    intervalText,
    type RowScale,
} from "./timeline-scale.ts"

const FIRST_TIME = { sizePt: LEAST_TYPE_PT, leadPt: 11, weight: 700, shade: 0 } as const
const OTHER_TIME = { sizePt: LEAST_TYPE_PT, leadPt: 11, weight: 400, shade: 0.35 } as const
const WHAT = { sizePt: LEAST_TYPE_PT, leadPt: 11.5, weight: 400, shade: 0 } as const
const MOST_LINES = 3
/** From a pole to its text. */
export const PAD_PT = 4
/** Between the axis and the flags above it stand the intervals. */
const BAND_PT = 16
const DROP_PT = 5
/** Height in which a leader line goes aside. */
const LEAN_PT = 12
const MARKER_PT = 4.4
const AXIS = { widthPt: 1, shade: 0 }
const POLE = { widthPt: 0.5, shade: 0.45 }
const AFTER_LAST_PT = 16

export interface Row {
    readonly heightPt: number
    /** From the top of the row. */
    readonly items: readonly DrawnItem[]
    readonly shortened: boolean
}

export interface RowInput {
    readonly events: readonly TimelineEvent[]
    readonly scale: RowScale
    /** To the first event of the next row. */
    readonly onward: Interval | undefined
    /** Intervals from here on are cut by two strokes. */
    readonly cutFromMs: number
}

interface Flag {
    readonly tickPt: number
    readonly polePt: number
    readonly lines: readonly FlagLine[]
    readonly heightPt: number
}
type Label = Pick<Flag, "lines" | "heightPt"> & { readonly widthPt: number }
type FlagLine = (typeof FIRST_TIME | typeof OTHER_TIME | typeof WHAT) & { readonly text: string }

/** Least width of a flag that holds the times of an event. */
export function leastFlag(events: readonly TimelineEvent[], { lettering }: ChartOptions): number {
    const widths = events.flatMap(({ time }) =>
        time.map((text, i) => {
            const { sizePt, weight } = i === 0 ? FIRST_TIME : OTHER_TIME
            return lettering.widthOf(text, sizePt, weight)
        }),
    )
    return PAD_PT + Math.max(0, ...widths)
}

/** One axis with its events: flags above and below in turn, each on a pole that stands at its place in time. */
export function timelineRow({ events, scale, onward, cutFromMs }: RowInput, options: ChartOptions): Row {
    const widthPt = options.widthPt ?? MEASURE_PT
    let shortened = false
    const labels = events.map((event): Label => {
        const what = wrapAtMost(event.text, WHAT, scale.flagPt - PAD_PT, MOST_LINES, options.lettering)
        shortened ||= what.shortened
        const lines = [
            ...event.time.map((text, k) => ({ ...(k === 0 ? FIRST_TIME : OTHER_TIME), text })),
            ...what.lines.map((text) => ({ ...WHAT, text })),
        ]
        const heightPt = lines.reduce((sum, line) => sum + line.leadPt, 0)
        const widths = lines.map(({ text, sizePt, weight }) => options.lettering.widthOf(text, sizePt, weight))
        return { lines, heightPt, widthPt: PAD_PT + Math.max(...widths) }
    })
    const poles = polesOf(scale, labels, widthPt)
    const flags = labels.map(({ lines, heightPt }, i): Flag => {
        return { tickPt: scale.ticks[i] ?? 0, polePt: poles[i] ?? 0, lines, heightPt }
    })
    const leanPt = flags.some(({ tickPt, polePt }) => tickPt !== polePt) ? LEAN_PT : 0
    const highest = (side: number) => Math.max(0, ...flags.filter((_, i) => i % 2 === side).map((f) => f.heightPt))
    const axisPt = highest(0) + leanPt + BAND_PT
    const below = highest(1)
    const heightPt = axisPt + (below === 0 ? MARKER_PT / 2 : DROP_PT + leanPt + below)
    const items: DrawnItem[] = [...axisItems(flags, onward, axisPt, widthPt)]
    const spaces = [...intervalsOf(events), ...(onward === undefined ? [] : [onward])]
    for (const [i, flag] of flags.entries()) {
        items.push(...(i % 2 === 0 ? flagAbove(flag, axisPt, leanPt) : flagBelow(flag, axisPt, leanPt)))
        const interval = spaces[i]
        if (interval === undefined) continue
        const toPt = flags[i + 1]?.tickPt ?? widthPt
        items.push(...intervalItems(interval, flag.tickPt, toPt, axisPt, interval.ms >= cutFromMs, options))
    }
    return { heightPt, items, shortened }
}

/** Places of the poles: at the ticks, or aside where flags of one side would meet. */
function polesOf(scale: RowScale, labels: readonly Label[], widthPt: number): readonly number[] {
    if (scale.upright) return scale.ticks
    const poles = [...scale.ticks]
    for (const side of [0, 1]) {
        const wanted = scale.ticks.filter((_, i) => i % 2 === side)
        const widths = labels.filter((_, i) => i % 2 === side).map((label) => label.widthPt)
        const placed = spread(wanted, widths, GUTTER_PT, POLE.widthPt / 2, widthPt)
        for (const [k, at] of placed.entries()) poles[2 * k + side] = at
    }
    return poles
}

function axisItems(
    flags: readonly Flag[],
    onward: Interval | undefined,
    axisPt: number,
    widthPt: number,
): readonly DrawnItem[] {
    const last = flags.at(-1)?.tickPt ?? 0
    const x2Pt = onward === undefined ? Math.min(widthPt, last + AFTER_LAST_PT) : widthPt
    return [{ kind: "line", x1Pt: 0, y1Pt: axisPt, x2Pt, y2Pt: axisPt, ...AXIS }]
}

function flagAbove(flag: Flag, axisPt: number, leanPt: number): readonly DrawnItem[] {
    const bottomPt = axisPt - BAND_PT - leanPt
    const topPt = bottomPt - flag.heightPt
    return [...leader(flag, axisPt, axisPt - BAND_PT, bottomPt, topPt), marker(flag, axisPt), ...flagText(flag, topPt)]
}

function flagBelow(flag: Flag, axisPt: number, leanPt: number): readonly DrawnItem[] {
    const topPt = axisPt + DROP_PT + leanPt
    return [
        ...leader(flag, axisPt, axisPt + DROP_PT, topPt, topPt + flag.heightPt),
        marker(flag, axisPt),
        ...flagText(flag, topPt),
    ]
}

/** From the axis straight to the flag's far end; aside on the way where the pole stands elsewhere. */
function leader(flag: Flag, axisPt: number, bendPt: number, nearPt: number, farPt: number): readonly DrawnItem[] {
    const line = (x1Pt: number, y1Pt: number, x2Pt: number, y2Pt: number): DrawnItem => {
        return { kind: "line", x1Pt, y1Pt, x2Pt, y2Pt, ...POLE }
    }
    const { tickPt, polePt } = flag
    if (tickPt === polePt) return [line(tickPt, axisPt, tickPt, farPt)]
    return [
        line(tickPt, axisPt, tickPt, bendPt),
        line(tickPt, bendPt, polePt, nearPt),
        line(polePt, nearPt, polePt, farPt),
    ]
}

function marker(flag: Flag, axisPt: number): DrawnItem {
    const size = { widthPt: MARKER_PT, heightPt: MARKER_PT }
    return { kind: "rect", xPt: flag.tickPt - MARKER_PT / 2, yPt: axisPt - MARKER_PT / 2, ...size, fill: 0 }
}

function flagText(flag: Flag, topPt: number): readonly DrawnText[] {
    let top = topPt
    return flag.lines.map(({ text, sizePt, leadPt, weight, shade }) => {
        const yPt = top + (leadPt - sizePt) / 2 + ASCENT * sizePt
        top += leadPt
        return { kind: "text", xPt: flag.polePt + PAD_PT, yPt, sizePt, anchor: "start", text, weight, shade }
    })
}

function intervalItems(
    interval: Interval,
    fromPt: number,
    toPt: number,
    axisPt: number,
    isCut: boolean,
    options: ChartOptions,
): readonly DrawnItem[] {
    const middle = (fromPt + toPt) / 2
    const text = intervalText(interval, toPt - fromPt, options)
    return [...(isCut ? cutItems(middle, axisPt) : []), ...(text === undefined ? [] : [label(text, middle, axisPt)])]
}

function label(text: string, xPt: number, axisPt: number): DrawnText {
    const look = { sizePt: INTERVAL_SIZE_PT, anchor: "middle", weight: 400, shade: 0.25 } as const
    return { kind: "text", xPt, yPt: axisPt - 4.4, text, ...look }
}

/** Two slanted strokes in a gap of the axis, the draughtsman's sign for a part left out. */
function cutItems(xPt: number, axisPt: number): readonly DrawnItem[] {
    const stroke = (at: number): DrawnItem => {
        return { kind: "line", x1Pt: at - 1.1, y1Pt: axisPt + 2.6, x2Pt: at + 1.1, y2Pt: axisPt - 2.6, ...AXIS }
    }
    return [
        { kind: "rect", xPt: xPt - 1.6, yPt: axisPt - 1, widthPt: 3.2, heightPt: 2, fill: 1 },
        stroke(xPt - 1.6),
        stroke(xPt + 1.6),
    ]
}
