/**
 * The form that the numbers of a case have: 示公调证字〔2026〕7号 is letters, a year in brackets and a number, a reference
 * letters with groups behind hyphens. A text that has another number of that form tells of another case.
 */

const CODE = /^[A-Za-z]{2,}(?:[-_/#][0-9A-Za-z]+)+$/
const DIGITS = "\\d{1,20}"
const GROUP = "[0-9A-Za-z]{1,20}"
const BRACKETS = ["[〔［[(（【]", "[〕］\\])）】]"] as const

/** Finds all numbers of the form that one has; undefined for one that is told by nothing but its length. */
export function shapeOf(number: string): RegExp | undefined {
    const trimmed = number.trim()
    // Digits alone, or behind one letter, are met everywhere.
    if (!/^\p{L}{2}/u.test(trimmed) || !/\d/.test(trimmed)) return undefined
    const pattern = CODE.test(trimmed) ? codePattern(trimmed) : documentPattern(trimmed)
    return new RegExp(`(?<![0-9A-Za-z])${pattern}(?![0-9A-Za-z])`, "giu")
}

/** Letters first, then groups of which one has a digit: they may be drawn by chance. */
function codePattern(code: string): string {
    const [first = "", ...groups] = code.split(/(?<=[-_/#])|(?=[-_/#])/)
    // Looked for behind the letters, and no further than a number reaches: a text may be nothing but such letters.
    return `${first}(?=[^\\s\\d]{0,${String(groups.length * 20)}}\\d)${groups.map((part) => (/^\w+$/.test(part) && part !== "_" ? GROUP : escaped(part))).join("")}`
}

/** Words, then numbers, as an agency counts its documents. */
function documentPattern(number: string): string {
    const parts = number.match(/\d+|\s+|\p{L}+|[^\d\s\p{L}]/gu) ?? []
    const patterns = parts.map((part) => {
        if (/^\d/.test(part)) return DIGITS
        if (/^\s/.test(part)) return "\\s+"
        return BRACKETS.find((one) => new RegExp(one, "u").test(part)) ?? escaped(part)
    })
    return patterns.join("")
}

const escaped = (part: string): string => part.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&")
