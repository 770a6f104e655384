import type { Lang } from "../../base/lang.ts"
import {
    ASCENT,
    type ChartOptions,
    type Drawing,
    type DrawnItem,
    type DrawnText,
    LEAST_TYPE_PT,
    MEASURE_PT,
} from "./drawing.ts"
import type { TimelineEvent } from "./event.ts"
import { DAY_MS, printDays } from "./interval.ts"
import { leastFlag, type Row, timelineRow } from "./timeline-row.ts"
import { brokenScale, evenFlag, fitsToScale, intervalsOf, linearScale } from "./timeline-scale.ts"

export interface TimelineOptions extends ChartOptions {
    /** Names of the clocks in the order of `time`: `["北京时间", "UTC"]`. */
    readonly clocks: readonly string[]
    /**
     * `broken`: spaces between events only hint at the time between them, which is printed; long ones are cut by two
     * strokes. `linear`: each row true to its own scale. Default: `linear` where one row can hold all, else `broken`.
     */
    readonly scale?: "linear" | "broken"
}

/** Most events of a timeline. */
export const MOST_EVENTS = 40
const PER_ROW = 6
/** More rows than this do not fit on a page; then rows get fuller. */
const MOST_ROWS = 5
const MOST_PER_ROW = 8
const ROW_GAP_PT = 13
const NOTE = { sizePt: LEAST_TYPE_PT, weight: 400, shade: 0.35, anchor: "start" } as const
const NOTE_LEAD_PT = 12
/** Intervals that may count as long, the first that is longer than half of all. */
const LONG_DAYS = [1, 7, 30, 365, 3650]

/**
 * Timeline of 1 to {@link MOST_EVENTS} events on one axis or several below each other. Each event has a marker on the
 * axis and a flag with its times and text, above and below in turn; what lies between two events is printed on the axis.
 * Text longer than three lines is cut and marked; the whole of it is in `alt`.
 *
 * Throws RangeError for no event, too many, or an instant that is not finite.
 */
export function timelineDrawing(given: readonly TimelineEvent[], options: TimelineOptions): Drawing {
    if (given.length === 0 || given.length > MOST_EVENTS || given.some(({ atMs }) => !Number.isFinite(atMs)))
        throw new RangeError(`a timeline holds 1 to ${String(MOST_EVENTS)} events with a known time`)
    const widthPt = options.widthPt ?? MEASURE_PT
    const events = [...given].sort((a, b) => a.atMs - b.atMs)
    const needPt = leastFlag(events, options)
    const groups = rowsOf(events, needPt, widthPt)
    const scale = options.scale ?? (groups.length === 1 && fitsToScale(events, options) ? "linear" : "broken")
    const longDays = longFrom(events)
    const cutFromMs = scale === "linear" ? Number.POSITIVE_INFINITY : longDays * DAY_MS
    const rows = groups.map((group, i): Row => {
        const last = group.at(-1)
        const next = groups[i + 1]?.[0]
        const onward = last === undefined || next === undefined ? undefined : intervalsOf([last, next])[0]
        const place = scale === "linear" ? linearScale(group, widthPt) : brokenScale(group, needPt, options)
        return timelineRow({ events: group, scale: place, onward, cutFromMs }, options)
    })
    const items: DrawnItem[] = []
    let top = 0
    for (const row of rows) {
        items.push(...row.items.map((item) => lower(item, top)))
        top += row.heightPt + ROW_GAP_PT
    }
    const note = HOW_TO_READ[options.lang](options.clocks, {
        scale,
        rowCount: rows.length,
        longDays: intervalsOf(events).some(({ ms }) => ms >= cutFromMs) ? longDays : undefined,
        shortened: rows.some((row) => row.shortened),
    })
    const lines = options.lettering.wrap(note, NOTE.sizePt, NOTE.weight, widthPt)
    items.push(...noteLines(lines, top))
    return {
        widthPt,
        heightPt: top + lines.length * NOTE_LEAD_PT,
        lang: options.lang,
        items,
        alt: ALT[options.lang](events, options.clocks),
    }
}

/** Rows of equal length, as few as the page wants and as the times leave room for. */
function rowsOf(
    events: readonly TimelineEvent[],
    needPt: number,
    widthPt: number,
): readonly (readonly TimelineEvent[])[] {
    let most = MOST_PER_ROW
    while (most > 1 && evenFlag(most, widthPt) < needPt) most--
    const roomy = Math.ceil(events.length / Math.min(PER_ROW, most))
    const count = roomy <= MOST_ROWS ? roomy : Math.max(MOST_ROWS, Math.ceil(events.length / most))
    const least = Math.floor(events.length / count)
    const fuller = events.length % count
    return Array.from({ length: count }, (_, i) => {
        const from = i * least + Math.min(i, fuller)
        return events.slice(from, from + least + (i < fuller ? 1 : 0))
    })
}

/** Days from which an interval is long among the others. */
function longFrom(events: readonly TimelineEvent[]): number {
    const all = intervalsOf(events)
        .map(({ ms }) => ms)
        .sort((a, b) => a - b)
    const median = all[Math.floor((all.length - 1) / 2)] ?? 0
    return LONG_DAYS.find((days) => days * DAY_MS > median) ?? Number.POSITIVE_INFINITY
}

function lower(item: DrawnItem, byPt: number): DrawnItem {
    return item.kind === "line"
        ? { ...item, y1Pt: item.y1Pt + byPt, y2Pt: item.y2Pt + byPt }
        : { ...item, yPt: item.yPt + byPt }
}

function noteLines(lines: readonly string[], topPt: number): readonly DrawnText[] {
    return lines.map((text, i) => {
        const yPt = topPt + i * NOTE_LEAD_PT + (NOTE_LEAD_PT - NOTE.sizePt) / 2 + ASCENT * NOTE.sizePt
        return { kind: "text", xPt: 0, yPt, text, ...NOTE }
    })
}

interface Reading {
    readonly scale: "linear" | "broken"
    readonly rowCount: number
    readonly longDays: number | undefined
    readonly shortened: boolean
}

/** How the drawing is to be read; a truth about every drawing, not decoration. */
const HOW_TO_READ: Readonly<Record<Lang, (clocks: readonly string[], reading: Reading) => string>> = {
    "zh-CN": (clocks, { scale, rowCount, longDays, shortened }) =>
        [
            clocks.length > 1 ? `每项时间依次为${clocks.join("、")}。` : `时间为${clocks.join()}。`,
            scale === "linear"
                ? `${rowCount > 1 ? "每行横轴各自" : "横轴"}按比例。`
                : "横轴不按比例，两点之间注明相隔的时间",
            scale === "linear"
                ? ""
                : longDays === undefined
                  ? "。"
                  : `；双斜线处相隔${printDays(longDays, "zh-CN")}以上。`,
            shortened ? "文字过长的末尾以“……”省略。" : "",
        ].join(""),
    en: (clocks, { scale, rowCount, longDays, shortened }) =>
        [
            `Times: ${clocks.join(", then ")}.`,
            scale === "linear"
                ? `${rowCount > 1 ? "Each row to its own scale" : "Axis to scale"}.`
                : "Axis not to scale; the time between two events is printed.",
            longDays === undefined ? "" : `Two strokes: ${printDays(longDays, "en")} or more.`,
            shortened ? "Long texts end in “……”." : "",
        ]
            .filter((part) => part !== "")
            .join(" "),
}

/** The events in words, numbered, each with its time by every clock. */
const ALT: Readonly<Record<Lang, (events: readonly TimelineEvent[], clocks: readonly string[]) => string>> = {
    "zh-CN": (events, clocks) =>
        `时间轴图，按先后列出${String(events.length)}项，时间写作${clocks.join("／")}：${numbered(events, "／").join("；")}`,
    en: (events, clocks) =>
        `Timeline of ${String(events.length)} events, times as ${clocks.join(" / ")}: ${numbered(events, " / ").join("; ")}`,
}

function numbered(events: readonly TimelineEvent[], between: string): string[] {
    return events.map(({ time, text }, i) => `${String(i + 1)}. ${time.join(between)} ${text}`)
}
