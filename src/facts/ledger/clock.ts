/** Instants and wall clocks as text. */

/** `2023-03-20 17:49:08 UTC` */
export function utcText(epochMs: number): string {
    return `${clockText(epochMs)} UTC`
}

/** `2023-03-21 01:49:08（北京时间）` */
export function beijingText(epochMs: number): string {
    return `${clockText(epochMs + 480 * 60_000)}（北京时间）`
}

/** `2023-03-20 17:49:08`, with milliseconds where there are any. */
export function clockText(ms: number): string {
    const iso = new Date(ms).toISOString()
    return `${iso.slice(0, 10)} ${iso.slice(11, ms % 1000 === 0 ? 19 : 23)}`
}
