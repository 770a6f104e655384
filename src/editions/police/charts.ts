import { compareTimes, precisionMs } from "../../base/text/time.ts"
import type { Charted } from "../../facts/case/charted.ts"
import { clockLines, shown, stated } from "../shared/print.ts"
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

/** The timeline in order, of entries whose instant is known; `undefined` where there are no 3 to 40 of them. */
export function timelineEvents(facts: Charted): readonly ChartEvent[] | undefined {
    const entries = [...(facts.timeline ?? [])].sort((a, b) => compareTimes(a.at, b.at))
    const events = entries.flatMap(({ at, what }): ChartEvent[] => {
        if (at.epochMs === undefined) return []
        const { beijing, utc } = clockLines(at)
        const text = shown(what).replace(/\s+/g, " ")
        return [{ atMs: at.epochMs, precisionMs: precisionMs(at), time: [beijing, utc], text }]
    })
    return events.length < EVENTS.least || events.length > EVENTS.most ? undefined : events
}

/** What the screens showed before and after; shape of `BeforeAfterRow` in `drawing/`. */
export interface ChartComparison {
    readonly label: string
    readonly before: string
    readonly after: string
    readonly unit: string
}

/** `undefined` where one of the values is missing or no plain figure, or they are of different assets. */
export function screenComparison({ loss: { before, after } }: Charted): ChartComparison | undefined {
    if (before === undefined || after === undefined) return undefined
    const { asset } = before.value
    const isPlain = [before.value, after.value].every((value) => /^[\d,.]+$/.test(stated(value)))
    if (after.value.asset !== asset || !isPlain) return undefined
    return { label: SCREEN_VALUE, before: stated(before.value), after: stated(after.value), unit: asset }
}
