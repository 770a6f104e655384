import type { Lang, Words } from "../../base/lang.ts"

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
export const DAY_MS = 24 * HOUR

const UNITS = [
    { ms: DAY_MS, name: { "zh-CN": "天", en: "d" } },
    { ms: HOUR, name: { "zh-CN": "小时", en: "h" } },
    { ms: MINUTE, name: { "zh-CN": "分", en: "min" } },
    { ms: SECOND, name: { "zh-CN": "秒", en: "s" } },
] as const
const SAME: Words = { "zh-CN": "同一时刻", en: "same time" }
const CLOSE: Words = { "zh-CN": "时间相近", en: "close in time" }
const UNDER: Words = { "zh-CN": "不足1秒", en: "under 1 s" }
const ABOUT: Words = { "zh-CN": "约", en: "about " }
/** Between a number and its unit, and between two of them. */
const GAP: Words = { "zh-CN": "", en: " " }
const DAYS: Readonly<Record<Lang, (days: number) => string>> = {
    "zh-CN": (days) => `${String(days)}天`,
    en: (days) => `${String(days)} ${days === 1 ? "day" : "days"}`,
}
/** From here on hours are not told. */
const LONG_DAYS = 2

/**
 * Time between two events in at most one or two units, rounded to the smaller of them and never finer than the times
 * are known: `1秒`, `约3小时39分`, `约134天`. What is rounded says 约.
 *
 * @param ms - Not negative.
 * @param precisionMs - The coarser precision of both times: 1000 for times to the second, 60 000 to the minute.
 */
export function printInterval(ms: number, precisionMs: number, units: 1 | 2, lang: Lang): string {
    if (ms === 0) return (precisionMs <= SECOND ? SAME : CLOSE)[lang]
    if (ms < SECOND) return UNDER[lang]
    const largest = UNITS.findIndex((unit) => ms >= unit.ms)
    const only = units === 1 || (largest === 0 && ms >= LONG_DAYS * DAY_MS)
    const smaller = UNITS[only ? largest : Math.min(largest + 1, UNITS.length - 1)]?.ms ?? SECOND
    const step = Math.max(smaller, precisionMs)
    const rounded = Math.round(ms / step) * step
    if (rounded === 0) return CLOSE[lang]
    const parts: string[] = []
    let rest = rounded
    for (const unit of UNITS) {
        const count = Math.floor(rest / unit.ms)
        rest -= count * unit.ms
        if (count > 0) parts.push(String(count) + GAP[lang] + unit.name[lang])
    }
    const exact = rounded === ms
    return (exact ? "" : ABOUT[lang]) + parts.join(GAP[lang])
}

/** `1天`, `30天`, `365天`. */
export function printDays(days: number, lang: Lang): string {
    return DAYS[lang](days)
}
