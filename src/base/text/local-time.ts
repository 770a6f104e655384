/**
 * A moment as RFC 3339 with whole seconds, on a clock that stands `offsetMinutes` east of UTC.
 *
 * @param epochMs - Milliseconds since 1970-01-01T00:00Z.
 */
export function printMoment(epochMs: number, offsetMinutes: number): string {
    return new Date(epochMs + offsetMinutes * 60_000).toISOString().slice(0, 19) + printOffset(offsetMinutes)
}

/** `+00:00`, `-05:30` */
export function printOffset(offsetMinutes: number): string {
    const sign = offsetMinutes < 0 ? "-" : "+"
    const minutes = Math.abs(offsetMinutes)
    return `${sign}${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`
}

/** Day of a moment (RFC 3339) on the clock of Beijing, by which terms of Chinese law run, whatever clock it was noted by. */
export function beijingDay(moment: string): string {
    return printMoment(Date.parse(moment), 8 * 60).slice(0, 10)
}
