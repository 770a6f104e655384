import { halfWidth } from "./hygiene.ts"

/**
 * Times as a person writes them, with the zone they name. Nothing here reads a clock or the machine's zone; a time
 * that says nothing of its zone is refused, because exports mix UTC and local time (see `zone: unknown`).
 */

export interface Time {
    /** Wall clock as written: `2023-03-21 01:49:08`, with the digits that were given. */
    readonly local: string
    /** Minutes east of UTC; `undefined` when the zone is declared unknown. */
    readonly offsetMinutes: number | undefined
    /** Milliseconds since 1970-01-01T00:00Z; `undefined` when the zone is unknown. */
    readonly epochMs: number | undefined
}

export type TimeFault = "format" | "impossible" | "zone-missing" | "zone-unreadable"

const CHINA = 480
const WALL = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?)?/

/** A clock in words or with twelve hours, where a zone should stand. */
const CLOCK_WORDS = /\d\s*[点时]|[上下中]午|凌晨|早上|晚上|\b[ap]\.?m\b/i

/**
 * Reads a time; full-width digits and signs, as input methods write them, count as ASCII. Zones: `Z`, `UTC`,
 * `+08:00`, `UTC+8`, `GMT+8`, `北京时间`, `Asia/Shanghai`, with or without brackets.
 *
 * @param text - `2023-03-21T01:49:08+08:00`, `2023-03-21 01:49 北京时间` ...
 * @param zone - The zone when it stands in a field of its own; `unknown` declares it unknown.
 */
export function parseTime(text: string, zone?: string): Time | TimeFault {
    const trimmed = halfWidth(text).trim()
    const wall = WALL.exec(trimmed)
    if (!wall) return "format"
    const [whole, year, month, day, hour, minute, second, fraction] = wall
    const fields = [year, month, day, hour ?? "0", minute ?? "0", second ?? "0"].map(Number)
    if (!isReal(fields)) return "impossible"
    const written = trimmed.slice(whole.length).trim()
    const named = written === "" ? (zone ?? "") : written
    if (named === "") return "zone-missing"
    const date = `${year ?? ""}-${pad(fields[1])}-${pad(fields[2])}`
    const clock =
        hour === undefined
            ? ""
            : ` ${pad(fields[3])}:${pad(fields[4])}${second === undefined ? "" : `:${second}${fraction ?? ""}`}`
    const local = date + clock
    if (named === "unknown") return { local, offsetMinutes: undefined, epochMs: undefined }
    const offsetMinutes = parseZone(named)
    if (offsetMinutes === undefined) return CLOCK_WORDS.test(named) ? "format" : "zone-unreadable"
    const [y = 0, mo = 1, d = 1, h = 0, mi = 0, s = 0] = fields
    const ms = Math.trunc(Number(fraction ?? "0") * 1000)
    return { local, offsetMinutes, epochMs: Date.UTC(y, mo - 1, d, h, mi, s, ms) - offsetMinutes * 60_000 }
}

function pad(value: number | undefined): string {
    return String(value ?? 0).padStart(2, "0")
}

function isReal(fields: readonly number[]): boolean {
    const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = fields
    const date = new Date(Date.UTC(y, mo - 1, d))
    return (
        date.getUTCMonth() === mo - 1 && date.getUTCDate() === d && h < 24 && mi < 60 && s < 60 && y >= 1990 && y < 2100
    )
}

/** Minutes east of UTC for a zone as people write it; `undefined` when not understood. */
export function parseZone(text: string): number | undefined {
    const zone = text.replace(/^[（(]\s*|\s*[）)]$/g, "").trim()
    if (/^(?:Z|UTC|GMT)$/i.test(zone)) return 0
    if (/^(?:北京时间|中国标准时间|Asia\/Shanghai)$/i.test(zone)) return CHINA
    const offset = /^(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(zone)
    if (!offset) return undefined
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? "0")
    if (minutes > 14 * 60) return undefined
    return offset[1] === "-" ? -minutes : minutes
}

/** Wall clock at an offset, with as many fields as were written. */
function wallAt(time: Time, offsetMinutes: number): string {
    if (time.epochMs === undefined || isDayElsewhere(time, offsetMinutes)) return time.local
    const iso = new Date(time.epochMs + offsetMinutes * 60_000).toISOString()
    return `${iso.slice(0, 10)} ${iso.slice(11, 23)}`.slice(0, Math.min(time.local.length, 23))
}

/** True for a date without a clock in another zone: there it is parts of two days, and no clock time was ever stated. */
function isDayElsewhere(time: Time, offsetMinutes: number): boolean {
    return time.epochMs !== undefined && time.local.length <= 10 && time.offsetMinutes !== offsetMinutes
}

/** `UTC`, `UTC+8`, `UTC-5:30`: the zone that a time was written in. */
export function zoneName({ offsetMinutes = 0 }: Time): string {
    if (offsetMinutes === 0) return "UTC"
    const minutes = Math.abs(offsetMinutes)
    const rest = minutes % 60 === 0 ? "" : `:${pad(minutes % 60)}`
    return `UTC${offsetMinutes < 0 ? "-" : "+"}${String(Math.trunc(minutes / 60))}${rest}`
}

/** `2023-03-20 17:49:08 UTC`, `2023-03-21 (date in UTC+8)`, or the wall clock with `(time zone not stated)`. */
export function printUtc(time: Time): string {
    if (isDayElsewhere(time, 0)) return `${time.local} (date in ${zoneName(time)})`
    return time.epochMs === undefined ? `${time.local} (time zone not stated)` : `${wallAt(time, 0)} UTC`
}

/** `2023-03-21 01:49:08（北京时间）`, `2023-03-20（UTC 日期）`, or the wall clock with `（时区未注明）`. */
export function printBeijing(time: Time): string {
    if (isDayElsewhere(time, CHINA)) return `${time.local}（${zoneName(time)} 日期）`
    return time.epochMs === undefined ? `${time.local}（时区未注明）` : `${wallAt(time, CHINA)}（北京时间）`
}

/**
 * Only the Beijing wall clock, for tables whose head names the zone; `undefined` when the zone is unknown, or where
 * nothing but a date in another zone is known.
 */
export function beijingWall(time: Time): string | undefined {
    return time.epochMs === undefined || isDayElsewhere(time, CHINA) ? undefined : wallAt(time, CHINA)
}

/** Only the UTC wall clock; as {@link beijingWall}. */
export function utcWall(time: Time): string | undefined {
    return time.epochMs === undefined || isDayElsewhere(time, 0) ? undefined : wallAt(time, 0)
}

/** `2023-03-20T17:49:08Z` (RFC 3339), whole seconds; `undefined` when the zone is unknown. */
export function rfc3339(time: Time): string | undefined {
    return time.epochMs === undefined ? undefined : `${new Date(time.epochMs).toISOString().slice(0, 19)}Z`
}

/** `2023年3月21日`, in Beijing time where the zone is known and a clock time was stated. */
export function printChineseDate(time: Time): string {
    const [year = "", month = "", day = ""] = (beijingWall(time) ?? time.local).slice(0, 10).split("-")
    return `${year}年${String(Number(month))}月${String(Number(day))}日`
}

/** `21 March 2023`, the Beijing date where the zone is known and a clock time was stated. */
export function printEnglishDate(time: Time): string {
    const months = "January February March April May June July August September October November December".split(" ")
    const [year = "", month = "", day = ""] = (beijingWall(time) ?? time.local).slice(0, 10).split("-")
    return `${String(Number(day))} ${months[Number(month) - 1] ?? ""} ${year}`
}

/** Orders by instant; times of unknown zone keep their place by wall clock as if UTC. */
export function compareTimes(a: Time, b: Time): number {
    return sortKey(a) - sortKey(b)
}
function sortKey(time: Time): number {
    if (time.epochMs !== undefined) return time.epochMs
    const parsed = parseTime(time.local, "UTC")
    return typeof parsed === "string" ? 0 : (parsed.epochMs ?? 0)
}
