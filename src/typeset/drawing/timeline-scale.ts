import { type ChartOptions, LEAST_TYPE_PT, MEASURE_PT } from "./drawing.ts"
import type { TimelineEvent } from "./event.ts"
import { DAY_MS, printInterval } from "./interval.ts"

/** Where the events of one row stand on its axis, and how wide the flags on them may be. */
export interface RowScale {
    /** Ascending; one for each event. */
    readonly ticks: readonly number[]
    /** From a pole to the end of its text. A flag at the last tick does not reach out of the drawing. */
    readonly flagPt: number
    /** True: flags of one side stand free of each other where their ticks are. */
    readonly upright: boolean
}

/** Before the first tick, so that a continued axis is seen to come from somewhere. */
export const INSET_PT = 10
/** Least space between two flags of one side. */
export const GUTTER_PT = 7
const FLAG_MOST_PT = 172
/** Beside the text of an interval, for the markers at both ends. */
const INTERVAL_AIR_PT = 9
export const INTERVAL_SIZE_PT = LEAST_TYPE_PT
/** Markers on a scale closer than this touch. */
const LEAST_TICK_PT = 9

/** Spaces of a broken scale grow with the interval, from bound to bound; no logarithm, which engines round differently. */
const WEIGHTS: readonly { readonly fromMs: number; readonly weight: number }[] = [
    { fromMs: DAY_MS, weight: 1.3 },
    { fromMs: 3_600_000, weight: 1 },
    { fromMs: 60_000, weight: 0.88 },
    { fromMs: 0, weight: 0.8 },
]

/** Flag width in a row of `count` events evenly set. */
export function evenFlag(count: number, widthPt: number): number {
    if (count < 3) return Math.min(FLAG_MOST_PT, widthPt - INSET_PT)
    return Math.min(FLAG_MOST_PT, (2 * (widthPt - INSET_PT + GUTTER_PT)) / (count + 1) - GUTTER_PT)
}

/** True when all events fit on one axis that is true to scale, without markers touching. */
export function fitsToScale(events: readonly TimelineEvent[], options: ChartOptions): boolean {
    const { ticks } = linearScale(events, options.widthPt ?? MEASURE_PT)
    return ticks.every((tick, i) => i === 0 || tick - (ticks[i - 1] ?? 0) >= LEAST_TICK_PT)
}

/** True to scale; flags may have to step aside. */
export function linearScale(events: readonly TimelineEvent[], widthPt: number): RowScale {
    const perSide = Math.ceil(events.length / 2)
    const room = widthPt - INSET_PT
    const flagPt = Math.min(FLAG_MOST_PT, (room + GUTTER_PT) / perSide - GUTTER_PT)
    const first = events[0]?.atMs ?? 0
    const span = (events.at(-1)?.atMs ?? 0) - first
    const ticks = events.map(({ atMs }) => {
        return INSET_PT + (span === 0 ? 0 : ((atMs - first) / span) * (room - flagPt))
    })
    return { ticks, flagPt, upright: false }
}

/**
 * Broken scale: every flag stands upright on its tick, spaces only hint at the interval, which is told beside them.
 *
 * @param needPt - Least width of a flag.
 */
export function brokenScale(events: readonly TimelineEvent[], needPt: number, options: ChartOptions): RowScale {
    const { lang, lettering } = options
    const widthPt = options.widthPt ?? MEASURE_PT
    const weights = intervalsOf(events).map(({ ms }) => WEIGHTS.find(({ fromMs }) => ms >= fromMs)?.weight ?? 1)
    const hinted = weightedScale(weights, widthPt)
    const tells = intervalsOf(events).every(({ ms, precisionMs }, i) => {
        const text = printInterval(ms, precisionMs, 2, lang)
        const space = (hinted.ticks[i + 1] ?? 0) - (hinted.ticks[i] ?? 0)
        return lettering.widthOf(text, INTERVAL_SIZE_PT, 400) + INTERVAL_AIR_PT <= space
    })
    if (tells && hinted.flagPt >= needPt) return hinted
    return weightedScale(
        weights.map(() => 1),
        widthPt,
    )
}

function weightedScale(weights: readonly number[], widthPt: number): RowScale {
    const room = widthPt - INSET_PT
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    // Flags alternate sides: two of one side stand two spaces apart.
    const pair = Math.min(...weights.slice(1).map((weight, i) => weight + (weights[i] ?? 0)))
    const widest = weights.length < 2 ? FLAG_MOST_PT : ((room + GUTTER_PT) / (total + pair)) * pair - GUTTER_PT
    const flagPt = Math.min(FLAG_MOST_PT, widest, room)
    const unit = total === 0 ? 0 : (room - flagPt) / total
    const ticks = [INSET_PT]
    for (const weight of weights) ticks.push((ticks.at(-1) ?? 0) + weight * unit)
    return { ticks, flagPt, upright: true }
}

export interface Interval {
    readonly ms: number
    /** The coarser precision of both ends. */
    readonly precisionMs: number
}

/** Intervals between neighbours; one fewer than events. */
export function intervalsOf(events: readonly TimelineEvent[]): readonly Interval[] {
    return events.slice(1).map((event, i) => {
        const before = events[i]
        return {
            ms: event.atMs - (before?.atMs ?? event.atMs),
            precisionMs: Math.max(event.precisionMs ?? 1000, before?.precisionMs ?? 1000),
        }
    })
}

/** Text of an interval, in two units or one, where it fits between two places on an axis; else nothing. */
export function intervalText(interval: Interval, spacePt: number, options: ChartOptions): string | undefined {
    return ([2, 1] as const)
        .map((units) => printInterval(interval.ms, interval.precisionMs, units, options.lang))
        .find((text) => options.lettering.widthOf(text, INTERVAL_SIZE_PT, 400) + INTERVAL_AIR_PT <= spacePt + 0.001)
}
