import { halfWidth } from "../../base/text/hygiene.ts"
import { readWrittenDate } from "../../base/text/written-date.ts"

/** Wall clocks of export files: what stood on a clock, without the zone of it. */

/** Milliseconds as if the clock were UTC, and the offset where the cell itself names one. */
export interface Wall {
    readonly ms: number
    /** Minutes east of UTC. */
    readonly offset?: number
    /** How much of the clock is not written, in ms: a minute where the seconds are missing, a day where only the date stands. */
    readonly span?: number
}

export const MINUTE = 60_000
export const DAY = 86_400_000

/** In which order a format writes dates with strokes; without one they are what a spreadsheet made of them. */
export type StrokeOrder = "dmy" | "mdy"

const ISO =
    /^(\d{4})[-/.] ?(\d{1,2})[-/.] ?(\d{1,2})\.?(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(.*)$/
/** Years of two figures only as exchanges write them whole: what a spreadsheet shortens is not told from day or month. */
const SHORT_YEAR = /^(\d{2})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/
const CLOCK_FIRST = /^(\d{2}):(\d{2})(?::(\d{2}))? (\d{4})-(\d{2})-(\d{2})$/
/** With dots nobody writes the month first. */
const DOTS = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/
const STROKES = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?: ?([AP]M))?)?$/i
const CHINA = 480
/** Before this year there was no coin that could be traded. */
const OLDEST = 2009

/** Whether a year of two figures stands first or last, which only whoever wrote it knows. */
export const hasShortYear = (text: string): boolean => SHORT_YEAR.test(text.trim())

/** Whether it stands first although the format writes it last: no exchange of these is as old as the last number says. */
export const hasYearFirst = (text: string): boolean => Number(SHORT_YEAR.exec(text.trim())?.[3] ?? "99") < OLDEST - 2000

/** `24-03-26 …` with its year last -> `24-03-2026 …`. */
const lengthened = (cell: string, yearLast: boolean): string =>
    yearLast ? cell.replace(/^(\d{1,2}-\d{1,2}-)(?=\d{2} )/, (day) => `${day}20`) : cell

/** Without the signs of input methods, and without the comma that many programs put behind a date. */
function spelled(text: string, yearLast: boolean): string {
    const cell = text.trim().replace(/^['\s]+/, "")
    if (cell.length > LONGEST) return cell
    const plain = halfWidth(cell)
        .replace(/\s/g, " ")
        .replace(/(?<=\d), ?(?=\d{1,2}:)/, " ")
    return lengthened(plain, yearLast)
}
const LONGEST = 80

/** In which order a date with strokes can only be meant; `undefined` for other texts. */
export function strokesOf(text: string, yearLast = false): StrokeOrder | "either" | undefined {
    const [, first, , second] = STROKES.exec(spelled(text, yearLast)) ?? []
    if (first === undefined) return undefined
    return Number(first) > 12 ? "dmy" : Number(second) > 12 ? "mdy" : "either"
}

/**
 * Reads the time of a cell: `2023-03-20 17:49:08`, `25-01-03 10:00:00`, `2019/05/11 10:27:17`, `08:00 2026-01-11`,
 * `17.11.2021 10:21:26`, `May 3, 2024 2:05 PM`, ISO 8601 with a zone, seconds, milliseconds or microseconds since 1970,
 * `… CST` (Asia/Shanghai, as Chinese exchanges mean it). `undefined` for what can be read in two ways.
 */
export function readWall(text: string, strokes?: StrokeOrder, yearLast = false): Wall | undefined {
    const fast = fastIso(text)
    if (fast !== undefined) return { ms: fast }
    const cell = spelled(text, yearLast)
    if (cell.length > LONGEST) return undefined
    const epoch = sinceEpoch(cell)
    if (epoch !== undefined) return { ms: epoch, offset: 0 }
    const iso = ISO.exec(inFigures(cell))
    if (iso !== null) return isoWall(iso)
    const short = SHORT_YEAR.exec(cell)
    if (short !== null) return wallOf([`20${short[1] ?? ""}`, ...short.slice(2)])
    const first = CLOCK_FIRST.exec(cell)
    if (first !== null) return wallOf([first[4], first[5], first[6], first[1], first[2], first[3]])
    const dots = DOTS.exec(cell)
    if (dots !== null) return wallOf([dots[3], dots[2], dots[1], dots[4], dots[5], dots[6]])
    const stroke = STROKES.exec(cell)
    if (stroke === null) return namedWall(cell)
    if (strokes === undefined) return undefined
    const [, a, , b, year, hour, minute, second, half] = stroke
    const [month, day] = strokes === "mdy" ? [a, b] : [b, a]
    return wallOf([year, month, day, hour === undefined ? undefined : clock24(hour, half), minute, second])
}

/** Seconds since 1970, also with places, milliseconds or microseconds, as ms. */
function sinceEpoch(cell: string): number | undefined {
    if (/^1\d{9}(?:\.\d{1,9})?$/.test(cell)) return Math.floor(Number(cell) * 1000)
    return /^(?:\d{13}(?:\.0+)?|1\d{15})$/.test(cell) ? Number(cell.slice(0, 13)) : undefined
}

const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? /i
const MONTH_NAME = /(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i

/** A date with the name of its month, which leaves nothing open: `May 3, 2024 14:05:06`, `Fri, 03 May 2024 14:05:06 GMT`. */
function namedWall(cell: string): Wall | undefined {
    if (!MONTH_NAME.test(cell)) return undefined
    const { readings = [], rest = "" } = readWrittenDate(cell.replace(WEEKDAY, "")) ?? {}
    const [day, other] = readings
    if (day === undefined || other !== undefined) return undefined
    const iso = ISO.exec(inFigures(`${day} ${rest.replace(/^[\s,]+(?:at )?/i, "")}`))
    return iso === null ? undefined : isoWall(iso)
}

const HAN = /^(\d{4})年(\d{1,2})月(\d{1,2})日\s*/
const HAN_CLOCK = /(\d{1,2})[时時](\d{1,2})分(?:(\d{1,2})秒)?$/
/** Half of the day, before a clock or behind it. */
const HALF = /[上下]午|午[前後]|오[전후]|(?<![a-z])[ap]\.?m(?![a-z])\.?/i
const CLOCK = /(?<!\d)(\d{1,2})(?=:\d{2})/

/** What programs make of a date in words, year first: `2024年5月3日 17:49`, `2024/5/3 下午 5:49`, `2024-05-03 5:49 PM`. */
function inFigures(cell: string): string {
    const two = (text: string): string => text.padStart(2, "0")
    const figures = HAN.test(cell)
        ? cell
              .replace(HAN, "$1-$2-$3 ")
              .trim()
              .replace(HAN_CLOCK, (_, hour: string, minute: string, second?: string) =>
                  [hour, two(minute), ...(second === undefined ? [] : [two(second)])].join(":"),
              )
        : cell
    const half = HALF.exec(figures)?.[0]
    if (half === undefined) return figures
    const isSecond = /[下後후p]/i.test(half)
    return figures.replace(HALF, " ").replace(CLOCK, (hour) => two(clock24(hour, isSecond ? "P" : "A")))
}

/** `YYYY-MM-DD HH:mm:ss`, by its characters: a million of them are read at every run. */
function fastIso(text: string): number | undefined {
    if (text.length !== 19 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || text.charCodeAt(10) !== 32)
        return undefined
    if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return undefined
    const year = pair(text, 0) * 100 + pair(text, 2)
    const month = pair(text, 5)
    const day = pair(text, 8)
    const hour = pair(text, 11)
    const minute = pair(text, 14)
    const second = pair(text, 17)
    if (!(month >= 1 && month <= 12 && day >= 1 && hour < 24 && minute < 60 && second < 60)) return undefined
    if (!(day <= 28 || (month !== 2 && (day <= 30 || (day === 31 && LONG_MONTHS.includes(month)))))) return undefined
    return year >= OLDEST && year < 2100 ? Date.UTC(year, month - 1, day, hour, minute, second) : undefined
}

const LONG_MONTHS: readonly number[] = [1, 3, 5, 7, 8, 10, 12]

/** Two figures; NaN where there are none. */
function pair(text: string, at: number): number {
    const tens = text.charCodeAt(at) - 48
    const ones = text.charCodeAt(at + 1) - 48
    return tens >= 0 && tens < 10 && ones >= 0 && ones < 10 ? tens * 10 + ones : Number.NaN
}

function clock24(hour: string, half: string | undefined): string {
    if (half === undefined) return hour
    const isSecond = /p/i.test(half)
    // `14:05 PM` says one thing twice, `14:05 AM` says two.
    if (Number(hour) > 12) return isSecond ? hour : "99"
    return String((Number(hour) % 12) + (isSecond ? 12 : 0))
}

function isoWall([, years = "", month, day, hour, minute, second, fraction, rest = ""]: RegExpExecArray):
    | Wall
    | undefined {
    const offset = offsetOf(rest)
    if (offset === null) return undefined
    const wall = wallOf([years, month, day, hour, minute, second], fraction)
    return wall === undefined || offset === undefined ? wall : { ...wall, offset }
}

/** Offset behind a clock; `undefined` where there is none, `null` where it is not understood. */
function offsetOf(text: string): number | undefined | null {
    // Binance's answers to authorities have it in brackets, browsers the name of the zone behind it, Go its letters.
    const zone = text
        .trim()
        .replace(/^\((.*)\)$/, "$1")
        .replace(/(?<=\d) ?(?:\([^()]*\)|[A-Z]{3,4})$/, "")
    if (zone === "") return undefined
    return ZONES.get(zone.toUpperCase()) ?? readOffset(zone) ?? null
}

/** Zones without daylight saving time by their letters. */
const ZONES: ReadonlyMap<string, number> = new Map([
    ...["CST", "HKT", "SGT", "北京时间"].map((name) => [name, CHINA] as const),
    ...["JST", "KST"].map((name) => [name, CHINA + 60] as const),
    ["+UTC", 0],
])

/**
 * Minutes east of UTC for a zone as exchanges write it: `UTC`, `UTC+8`, `UTC--6`, `UTC+5:30`, `GMT+08:00`, `+0800`, `Z`,
 * `UTCnull` (which is UTC).
 */
export function readOffset(zone: string): number | undefined {
    if (/^(?:Z|UTC|GMT|UTCnull)$/i.test(zone)) return 0
    const found = /^(?:UTC|GMT)?\s*([+-]{1,2})(\d{1,2})(?::?(\d{2}))?$/i.exec(zone)
    if (found === null) return undefined
    const minutes = Number(found[2]) * 60 + Number(found[3] ?? "0")
    return minutes > 14 * 60 ? undefined : found[1]?.startsWith("-") === true ? -minutes : minutes
}

function wallOf(fields: readonly (string | undefined)[], fraction = ""): Wall | undefined {
    const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = fields.map((field) => Number(field ?? "0"))
    const ms = Date.UTC(y, mo - 1, d, h, mi, s)
    const date = new Date(ms)
    const real = date.getUTCMonth() === mo - 1 && date.getUTCDate() === d && h < 24 && mi < 60 && s < 60
    if (!real || y < OLDEST || y >= 2100) return undefined
    if (fields[3] === undefined) return { ms, span: DAY }
    if (fields[5] === undefined) return { ms, span: MINUTE }
    return { ms: ms + Number(fraction.slice(0, 3).padEnd(3, "0")) }
}

/** Wall clock of a date that a spreadsheet stores as days since 1899-12-30, or since 1904-01-01. */
export function serialWall(serial: string, countsFrom1904: boolean): Wall | undefined {
    const days = Number(serial)
    if (!Number.isFinite(days) || days < 36_526 - 1462 || days > 73_050) return undefined
    const start = countsFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
    return { ms: start + Math.round(days * DAY) }
}
