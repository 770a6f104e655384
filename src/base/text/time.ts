import { halfWidth } from "./hygiene.ts"
import { simplified } from "./simplified.ts"
import { isUnknownWord, splitAbout } from "./uncertain.ts"
import { isShortYear, readWrittenDate } from "./written-date.ts"

/**
 * Times as a person writes them, with the zone they name and the precision they have. Nothing here reads a clock or the
 * machine's zone.
 */

export interface Time {
    /** Wall clock as written: `2023-03-21 01:49:08`, with the digits that were given; empty where it is not known. */
    readonly local: string
    /** Minutes east of UTC; `undefined` when the zone is not known. */
    readonly offsetMinutes: number | undefined
    /** Milliseconds since 1970-01-01T00:00Z; `undefined` when the zone is not known. */
    readonly epochMs: number | undefined
    /** Said to be about then. */
    readonly about?: true
}

export type TimeFault =
    | "format"
    | "impossible"
    | "date-ambiguous"
    | "zone-missing"
    | "zone-unreadable"
    | "zone-ambiguous"

const UNKNOWN: Time = { local: "", offsetMinutes: undefined, epochMs: undefined }

const CHINA = 480
/** Characters of a time; blanks without end would be looked through for a clock in words once for each of them. */
const LONGEST = 200
/** The year has four figures, or two as in exports: `26-11-01 09:30:00`. */
const WALL =
    /^(\d{4}|\d{2}(?=-\d{2}-\d{2}(?:[T\s]|$)))[-/.年]\s*(\d{1,2})[-/.月]\s*(\d{1,2})(?:\s*[日号])?(?:(?:[T\s]+|(?<=[日号]))(\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?)?/

/** A clock in words: `晚上9点半`, `下午 3:20`, `晚11:20`, `21时05分30秒`. */
const CLOCK_ZH =
    /\s*(凌晨|清晨|早晨|早上|早|上午|中午|下午|午后|傍晚|晚上|晚间|晚|深夜|半夜|夜里|夜间|夜晚|夜)?\s*(\d{1,2})\s*(?:[点时]\s*(?:(半)|(\d{1,2})\s*分?(?:\s*(\d{1,2})\s*秒)?)?|:(\d{2})(?::(\d{2}))?)/
const MORNING = /凌晨|清晨|早|上午/
/** Of its small hours nobody can tell whether they are those of the day named or of the next. */
const NIGHT = /^晚|夜/

/** A clock in words or with twelve hours that is not read, where a zone should stand. */
const CLOCK_WORDS = /\d\s*[点时]|[上下中]午|凌晨|[早晚夜]|\b[ap]\.?m\b/i

/** A clock of twelve hours, but for the twelfth: people mean noon or midnight by either sign. */
const CLOCK_EN = /(?<!\d)0?([1-9]|1[01]):(\d{2})(:\d{2})?\s*([ap])\.?m\b\.?/i

/** The clock in words of a text as figures of 24 hours; as it is where midnight or noon could be meant. */
function figuresOfClock(given: string): string {
    const text = given.replace(
        CLOCK_EN,
        (_, hour: string, minute: string, second: string | undefined, half: string) => {
            const hours = Number(hour) + (half.toLowerCase() === "p" ? 12 : 0)
            return `${pad(hours)}:${minute}${second ?? ""}`
        },
    )
    return text.replace(CLOCK_ZH, (whole, word: string | undefined, hour: string, half, ...rest) => {
        const [minute = "", second = "", colonMinute, colonSecond] = rest as (string | undefined)[]
        if (word === undefined && colonMinute !== undefined) return whole
        const h = Number(hour)
        const isTwelve = h === 12 && word !== undefined && !/中午|凌晨/.test(word)
        const isSmall = word !== undefined && NIGHT.test(word) && h < 5
        if (isTwelve || isSmall || h > 24 || (word !== undefined && MORNING.test(word) && h > 12)) return whole
        const later = word !== undefined && !MORNING.test(word) && h < 12 && !(word === "中午" && h > 9) ? 12 : 0
        const hours = word === "凌晨" && h === 12 ? 0 : h + later
        const minutes = half === undefined ? (colonMinute ?? minute) || "00" : "30"
        const seconds = colonSecond ?? second
        return ` ${pad(hours)}:${minutes.padStart(2, "0")}${seconds === "" ? "" : `:${seconds.padStart(2, "0")}`}`
    })
}

/**
 * Reads a time as a person may know it: not at all (`不清楚`), about (`约 2023-03-21 01:49 北京时间`), a day alone, or
 * without its zone. What was not said is not assumed.
 *
 * @param text - As {@link parseTime} reads it, or with these words.
 * @param zone - The zone when it stands in a field of its own.
 */
export function readTime(text: string, zone?: string): Time | TimeFault {
    if (isUnknownWord(text)) return UNKNOWN
    const { rest, about } = splitAbout(text)
    const strict = parseTime(rest, zone)
    const time = strict === "zone-missing" ? parseTime(rest, "unknown") : strict
    return typeof time === "string" || !about ? time : { ...time, about }
}

/** Days that an ambiguous date can be, `2023-03-21`; empty where it is none. */
export function dayReadings(text: string): readonly string[] {
    const { rest } = splitAbout(text)
    return parseTime(rest, "unknown") === "date-ambiguous"
        ? (readWrittenDate(halfWidth(rest).trim())?.readings ?? [])
        : []
}

/** Whether nothing at all is known of a time. */
export function isUnknown(time: Time): boolean {
    return time.local === ""
}

/** Whether a time is a day without a clock. */
export function isDay(time: Time): boolean {
    return time.local.length === 10
}

/**
 * Reads a time; full-width digits and signs, as input methods write them, count as ASCII. Zones: `Z`, `UTC`,
 * `+08:00`, `UTC+8`, `GMT+8`, `北京时间`, `Asia/Shanghai`, with or without brackets. Thirteen figures are milliseconds
 * since 1970, as exports have them.
 *
 * @param typed - `2023-03-21T01:49:08+08:00`, `2023-03-21 01:49 北京时间`, `2023年3月21日晚上9点半 北京时间` ...
 * @param typedZone - The zone when it stands in a field of its own; `unknown` declares it unknown.
 */
export function parseTime(typed: string, typedZone?: string): Time | TimeFault {
    if (typed.length > LONGEST) return "format"
    const [text, zone] = [simplified(typed), typedZone === undefined ? undefined : simplified(typedZone)]
    const named = WEEKDAY.exec(text)
    if (named === null) return parsePlain(text, zone)
    const time = parsePlain(text.replace(WEEKDAY, " "), zone)
    if (typeof time === "string") return time
    const day = new Date(time.local.slice(0, 10)).getUTCDay()
    // A date that was not that day of the week was not that date.
    return day === DAYS[(named[1] ?? named[2] ?? "").toLowerCase()] ? time : "impossible"
}

/** A day of the week beside a date, as phones and mails write it: `星期二`, `（周二）`, `Tue,`. */
const WEEKDAY =
    /\s*[（(]?(?:(?:星期|周|礼拜)([一二三四五六日天])|\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs?|ur)?(?:day)?\b\.?)[）)]?[,，]?\s*/i
const DAYS: Readonly<Record<string, number>> = {
    ...{ 日: 0, 天: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6 },
    ...{ sun: 0, mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6 },
}

function parsePlain(text: string, zone?: string): Time | TimeFault {
    const given = halfWidth(text).trim()
    if (/^\d{13}$/.test(given)) return parseTime(new Date(Number(given)).toISOString())
    const [day = ""] = /^[\d\s./年月日号-]*[日号\s]/.exec(given) ?? []
    const trimmed = day === "" ? given : `${day.trim()} ${figuresOfClock(given.slice(day.length)).trimStart()}`.trim()
    const wall = WALL.exec(trimmed)
    if (!wall) {
        const written = readWrittenDate(given)
        if (written === undefined) return "format"
        const [date, other] = written.readings
        if (date === undefined) return "impossible"
        if (other !== undefined || isShortYear(given)) return "date-ambiguous"
        return parseTime(/^[T\s]/.test(written.rest) ? date + written.rest : `${date} ${written.rest}`, zone)
    }
    const [whole, years = "", month, dayOfMonth, hour, minute, second, fraction] = wall
    const year = years.length === 2 ? `20${years}` : years
    const fields = [year, month, dayOfMonth, hour ?? "0", minute ?? "0", second ?? "0"].map(Number)
    if (!isReal(fields)) return "impossible"
    const written = trimmed.slice(whole.length).trim()
    const named = written === "" ? (zone ?? "") : written
    if (named === "") return "zone-missing"
    const date = `${year}-${pad(fields[1])}-${pad(fields[2])}`
    const clock =
        hour === undefined
            ? ""
            : ` ${pad(fields[3])}:${pad(fields[4])}${second === undefined ? "" : `:${second}${fraction ?? ""}`}`
    const local = date + clock
    if (named === "unknown") return { local, offsetMinutes: undefined, epochMs: undefined }
    if (/^-00:?00$/.test(named)) return { local, offsetMinutes: undefined, epochMs: undefined } // RFC 3339 §4.3
    if (/^[（(]?CST[）)]?$/i.test(named)) return "zone-ambiguous"
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

/** Names of clocks that are eight hours east of UTC all year. */
const CHINA_NAMES =
    /^(?:(?:北京|中国|香港|澳门|台北|新加坡)(?:标准)?时间|东八区(?:时间)?|HKT|SGT|Asia\/(?:Shanghai|Hong_Kong|Macau|Taipei|Singapore))$/i

/** Minutes east of UTC for a zone as people write it; `undefined` when not understood. */
export function parseZone(text: string): number | undefined {
    const zone = text.replace(/^[（(]\s*|\s*[）)]$/g, "").trim()
    if (/^(?:Z|(?:UTC|GMT)(?:\s*时间)?|世界协调时|格林[威尼]治时间)$/i.test(zone)) return 0
    if (CHINA_NAMES.test(zone)) return CHINA
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
export function zoneName({ offsetMinutes = 0 }: Pick<Time, "offsetMinutes">): string {
    if (offsetMinutes === 0) return "UTC"
    const minutes = Math.abs(offsetMinutes)
    const rest = minutes % 60 === 0 ? "" : `:${pad(minutes % 60)}`
    return `UTC${offsetMinutes < 0 ? "-" : "+"}${String(Math.trunc(minutes / 60))}${rest}`
}

/** True for a moment that stands on every clock: neither a day alone, nor about, nor of an unknown zone. */
export function isMoment(time: Time): boolean {
    return time.epochMs !== undefined && !isDay(time) && time.about !== true
}

/**
 * `2023-03-20 17:49:08 UTC`, `about 2023-03-20 17:49 UTC`, `2023-03-21 (date in UTC+8)`, a day alone, the wall clock with
 * `(time zone not stated)`, or `not known`.
 */
export function printUtc(time: Time): string {
    if (isUnknown(time)) return "not known"
    const about = time.about === true ? "about " : ""
    if (isDayElsewhere(time, 0)) return `${about}${time.local} (date in ${zoneName(time)})`
    if (time.epochMs !== undefined) return `${about}${wallAt(time, 0)} UTC`
    return about + (isDay(time) ? time.local : `${time.local} (time zone not stated)`)
}

/** `2023-05-08 15:30 北京时间`, as a person writes it; undefined where the zone is not known. */
export function beijingMinute(time: Time): string | undefined {
    const wall = beijingWall(time)
    return wall === undefined ? undefined : `${wall.slice(0, 16)} 北京时间`
}

/**
 * `2023-03-21 01:49:08（北京时间）`, `约 2023-03-21 01:49（北京时间）`, `2023-03-20（UTC 日期）`, a day alone, the wall clock
 * with `（时区未注明）`, or `不清楚`.
 */
export function printBeijing(time: Time): string {
    if (isUnknown(time)) return "不清楚"
    const about = time.about === true ? "约 " : ""
    if (isDayElsewhere(time, CHINA)) return `${about}${time.local}（${zoneName(time)} 日期）`
    if (time.epochMs !== undefined) return `${about}${wallAt(time, CHINA)}（北京时间）`
    return about + (isDay(time) ? time.local : `${time.local}（时区未注明）`)
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

/** `2023年3月21日`, in Beijing time where the zone is known and a clock time was stated; `不清楚` where it is not known. */
export function printChineseDate(time: Time): string {
    if (isUnknown(time)) return "不清楚"
    const [year = "", month = "", day = ""] = (beijingWall(time) ?? time.local).slice(0, 10).split("-")
    return `${year}年${String(Number(month))}月${String(Number(day))}日`
}

/** `2023-03-21`, the Beijing date where the zone is known and a clock time was stated; `not known` where it is not. */
export function printDate(time: Time): string {
    return isUnknown(time) ? "not known" : (beijingWall(time) ?? time.local).slice(0, 10)
}

/** Orders by instant; times of unknown zone keep their place by wall clock as if UTC, those not known come last. */
export function compareTimes(a: Time, b: Time): number {
    return sortKey(a) - sortKey(b)
}
function sortKey(time: Time): number {
    if (time.epochMs !== undefined) return time.epochMs
    const parsed = parseTime(time.local, "UTC")
    return typeof parsed === "string" ? Number.MAX_SAFE_INTEGER : (parsed.epochMs ?? 0)
}

/** How long the moment lasts that a time names, by the digits that were given: a day, a minute or a second, in ms. */
export function precisionMs(time: Time): number {
    return isDay(time) ? 24 * HOUR : time.local.length <= 16 ? HOUR / 60 : 1000
}
const HOUR = 3_600_000

/** The start of an hour, counted in hours since 1970-01-01T00:00Z. A number that is no such hour is a `RangeError`. */
export function hourUtc(hours: number): Time {
    const time = parseTime(`${new Date(hours * HOUR).toISOString().slice(0, 16)}Z`)
    if (typeof time === "string") throw new RangeError(`no hour: ${String(hours)}`)
    return time
}

/** The instants that a time may stand for; `undefined` where its zone is not known. What is said to be about is wide. */
export function spanOf(time: Time): { readonly from: number; readonly to: number } | undefined {
    if (time.epochMs === undefined) return undefined
    const slack = time.about !== true ? 0 : isDay(time) ? 24 * HOUR : HOUR
    return { from: time.epochMs - slack, to: time.epochMs + precisionMs(time) + slack }
}

/** Whether one time lies before another at the precision of both; never where that cannot be known. */
export function isBefore(a: Time, b: Time): boolean {
    const [first, second] = [spanOf(a), spanOf(b)]
    return first !== undefined && second !== undefined && first.to <= second.from
}

/** Whether two times can name the same moment, at the coarser of their precisions. */
export function mayBeSame(a: Time, b: Time): boolean {
    const [first, second] = [spanOf(a), spanOf(b)]
    if (first !== undefined && second !== undefined) return first.from < second.to && second.from < first.to
    const digits = Math.min(a.local.length, b.local.length)
    return a.local.slice(0, digits) === b.local.slice(0, digits)
}
