/**
 * Dates as people write them beside `2023-03-21`: without signs (`20230321`), with the year last (`21/3/2023`), with the name
 * of a month, with the signs of an input method. What can be read in one way is read; a day that could be another is not.
 */

/** A date in figures at the beginning of a text, and what stands behind it. */
export interface WrittenDate {
    /** Every day that it can be, `2023-03-21`; none where there is no such day. */
    readonly readings: readonly string[]
    readonly rest: string
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?"
const BETWEEN = "\\s*[-/.]\\s*|\\s+"

const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[T\s]*(\d{2})(\d{2})(\d{2})?)?(?![\d:点时])/i
const YEAR_FIRST = new RegExp(`^(\\d{4})(?:${BETWEEN})(\\d{1,2})(?:${BETWEEN})(\\d{1,2})(?!\\d)\\s*[日号]?`)
const SHORT_YEAR_ZH = /^'?(\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})(?!\d)\s*[日号]?/
const YEAR_LAST = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})(?!\d)/
const SHORT_YEAR = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)/
const DAY_MONTH = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[\\s-]*${MONTH}[\\s,-]*(\\d{4})(?!\\d)`, "i")
const MONTH_DAY = new RegExp(`^${MONTH}[\\s-]*(\\d{1,2})(?:st|nd|rd|th)?[\\s,-]+(\\d{4})(?!\\d)`, "i")

/** Signs that input methods and editors put in the place of dots and hyphens. */
const plainSigns = (text: string): string =>
    text
        .replace(/(?<=\d)\s*[。·、]\s*(?=\d)/g, ".")
        .replace(/(?<=\d)\s*[\u2010-\u2015\u2212]\s*(?=\d)/g, "-")
        .trim()

/**
 * Reads the date at the beginning of a text that does not begin with `2023-03-21` or the like; undefined where no date is
 * seen. Two figures for a year stand for 20xx, and could always be a day: only 年 behind them says that they are none.
 *
 * @param given - In half-width signs.
 */
export function readWrittenDate(given: string): WrittenDate | undefined {
    const text = plainSigns(given)
    const found = (match: RegExpExecArray, days: readonly (readonly (string | undefined)[])[]): WrittenDate => ({
        readings: [...new Set(days.flatMap(([year = "", month = "", day = ""]) => realDay(year, month, day)))],
        rest: text.slice(match[0].length),
    })
    const compact = COMPACT.exec(text)
    if (compact !== null) {
        const [, year, month, day, hour, minute, second] = compact
        const date = found(compact, [[year, month, day]])
        const clock = [hour, minute, second].filter((part) => part !== undefined).join(":")
        return clock === "" ? date : { ...date, rest: ` ${clock}${date.rest}` }
    }
    const first = YEAR_FIRST.exec(text)
    if (first !== null) return found(first, [[first[1], first[2], first[3]]])
    const short = SHORT_YEAR_ZH.exec(text)
    if (short !== null) return found(short, [[`20${short[1] ?? ""}`, short[2], short[3]]])
    const named = DAY_MONTH.exec(text)
    if (named !== null) return found(named, [[named[3], monthOf(named[2]), named[1]]])
    const american = MONTH_DAY.exec(text)
    if (american !== null) return found(american, [[american[3], monthOf(american[1]), american[2]]])
    const last = YEAR_LAST.exec(text)
    if (last !== null)
        return found(last, [
            [last[3], last[2], last[1]],
            [last[3], last[1], last[2]],
        ])
    const figures = SHORT_YEAR.exec(text)
    if (figures === null) return undefined
    const [, a, b, c] = figures
    return found(figures, [
        [`20${(a ?? "").padStart(2, "0")}`, b, c],
        [`20${(c ?? "").padStart(2, "0")}`, b, a],
        [`20${(c ?? "").padStart(2, "0")}`, a, b],
    ])
}

/** Whether the year has two figures and nothing but their place says that they are one. */
export const isShortYear = (given: string): boolean => {
    const text = plainSigns(given)
    return SHORT_YEAR.test(text) && !YEAR_LAST.test(text)
}

const monthOf = (name = ""): string => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1)

function realDay(year: string, month: string, day: string): string[] {
    const [y, m, d] = [Number(year), Number(month), Number(day)]
    const date = new Date(Date.UTC(y, m - 1, d))
    const isReal = date.getUTCMonth() === m - 1 && date.getUTCDate() === d && y >= 1990 && y < 2100
    return isReal ? [date.toISOString().slice(0, 10)] : []
}
