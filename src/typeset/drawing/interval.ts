import type { DrawingLang } from "./drawing.ts"

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
export const DAY_MS = 24 * HOUR

const UNITS: readonly { readonly ms: number; readonly zh: string; readonly en: string }[] = [
    { ms: DAY_MS, zh: "天", en: "d" },
    { ms: HOUR, zh: "小时", en: "h" },
    { ms: MINUTE, zh: "分", en: "min" },
    { ms: SECOND, zh: "秒", en: "s" },
]
/** From here on hours are not told. */
const LONG_DAYS = 2

/**
 * Time between two events in at most one or two units, rounded to the smaller of them and never finer than the times
 * are known: `1秒`, `约3小时39分`, `约134天`. What is rounded says 约.
 *
 * @param ms - Not negative.
 * @param precisionMs - The coarser precision of both times: 1000 for times to the second, 60 000 to the minute.
 */
export function printInterval(ms: number, precisionMs: number, units: 1 | 2, lang: DrawingLang): string {
    const zh = lang === "zh-CN"
    if (ms === 0) return precisionMs <= SECOND ? (zh ? "同一时刻" : "same time") : zh ? "时间相近" : "close in time"
    if (ms < SECOND) return zh ? "不足1秒" : "under 1 s"
    const largest = UNITS.findIndex((unit) => ms >= unit.ms)
    const only = units === 1 || (largest === 0 && ms >= LONG_DAYS * DAY_MS)
    const smaller = UNITS[only ? largest : Math.min(largest + 1, UNITS.length - 1)]?.ms ?? SECOND
    const step = Math.max(smaller, precisionMs)
    const rounded = Math.round(ms / step) * step
    if (rounded === 0) return zh ? "时间相近" : "close in time"
    const parts: string[] = []
    let rest = rounded
    for (const unit of UNITS) {
        const count = Math.floor(rest / unit.ms)
        rest -= count * unit.ms
        if (count > 0) parts.push(zh ? `${String(count)}${unit.zh}` : `${String(count)} ${unit.en}`)
    }
    const exact = rounded === ms
    return (exact ? "" : zh ? "约" : "about ") + parts.join(zh ? "" : " ")
}

/** `1天`, `30天`, `365天`. */
export function printDays(days: number, lang: DrawingLang): string {
    return lang === "zh-CN" ? `${String(days)}天` : `${String(days)} ${days === 1 ? "day" : "days"}`
}
