import { zoneName } from "../../base/text/time.ts"
import type { PlacedRow } from "./reading.ts"
import { DAY, MINUTE } from "./wall.ts"

/** Instants and wall clocks as text. */

/** `2023-03-20 17:49:08 UTC`; `span` as in {@link clockText}. */
export function utcText(epochMs: number, span?: number): string {
    return `${clockText(epochMs, span)} UTC`
}

/** `2023-03-21 01:49:08（北京时间）` */
export function beijingText(epochMs: number, span?: number): string {
    return `${clockText(epochMs + 480 * MINUTE, span)}（北京时间）`
}

/**
 * `2023-03-20 17:49:08`, with milliseconds where there are any.
 *
 * @param span - How much of the clock is not known, in ms; it is left out: `2023-03-20 17:49`, `2023-03-20`.
 */
export function clockText(ms: number, span = 0): string {
    const iso = new Date(ms).toISOString()
    if (span >= DAY) return iso.slice(0, 10)
    return `${iso.slice(0, 10)} ${iso.slice(11, span >= MINUTE ? 16 : ms % 1000 === 0 ? 19 : 23)}`
}

/** The time of a row as far as it is known: in UTC, a day as that of the file's zone; `undefined` without a zone. */
export function rowTime({ epochMs, wall, span = 0 }: Pick<PlacedRow, "epochMs" | "wall" | "span">): string | undefined {
    if (epochMs === undefined || wall === undefined) return undefined
    const offsetMinutes = span >= DAY ? (wall - epochMs) / MINUTE : 0
    return `${clockText(span >= DAY ? wall : epochMs, span)} ${zoneName({ offsetMinutes })}`
}
