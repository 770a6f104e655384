import { compareTimes, type Time } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import { clockLines, exact, figure, shown } from "../shared/print.ts"
import { SCREEN_VALUE } from "./charts.words.ts"

/** What charts of the police documents show: plain texts and instants, the same as in the tables beside them. */

/** One event for a timeline; shape of `TimelineEvent` in `drawing/`. */
export interface ChartEvent {
    readonly atMs: number
    readonly precisionMs: number
    /** Beijing time, then UTC. */
    readonly time: readonly string[]
    readonly text: string
}

/** Fewer events need no picture, more do not fit on a page. */
const EVENTS = { least: 3, most: 40 }

/** The timeline in order; `undefined` where it has no 3 to 40 entries, or the zone of one is unknown. */
export function timelineEvents(facts: Case): readonly ChartEvent[] | undefined {
    const entries = [...(facts.timeline ?? [])].sort((a, b) => compareTimes(a.at, b.at))
    if (entries.length < EVENTS.least || entries.length > EVENTS.most) return undefined
    const events = entries.flatMap(({ at, what }): ChartEvent[] => {
        if (at.epochMs === undefined) return []
        const { beijing, utc } = clockLines(at)
        const text = shown(what).replace(/\s+/g, " ")
        return [{ atMs: at.epochMs, precisionMs: precisionOf(at), time: [beijing, utc], text }]
    })
    return events.length === entries.length ? events : undefined
}

/** By the digits that were given. */
function precisionOf(time: Time): number {
    return time.local.length <= 10 ? 86_400_000 : time.local.length <= 16 ? 60_000 : 1000
}

/** What the screens showed before and after; shape of `BeforeAfterRow` in `drawing/`. */
export interface ChartComparison {
    readonly label: string
    readonly before: string
    readonly after: string
    readonly unit: string
}

/** `undefined` where one of the values is missing or they are of different assets. */
export function screenComparison({ loss: { before, after } }: Case): ChartComparison | undefined {
    if (before === undefined || after === undefined) return undefined
    const { asset } = before.value
    if (after.value.asset !== asset) return undefined
    const text = (value: typeof before.value) => figure(exact(value), asset)
    return { label: SCREEN_VALUE, before: text(before.value), after: text(after.value), unit: asset }
}
