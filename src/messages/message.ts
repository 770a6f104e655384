import type { IssueCode, IssueParams } from "../base/issue.ts"
import type { Lang, Words } from "../base/lang.ts"
import { own } from "../base/own.ts"
import { codePoint } from "../base/text/hygiene.ts"

/** What happened, and one action that mends it. */
export interface Message {
    readonly message: string
    readonly hint?: string
}

/** The texts of some codes; a missing or superfluous code, or a missing language, is a compile error. */
export type Messages<Code extends IssueCode> = {
    readonly [C in Code]: (params: IssueParams[C]) => Readonly<Record<Lang, Message>>
}

/** A text that no language changes, such as a code or a name. */
export function sameInAll(text: string): Words {
    return { "zh-CN": text, en: text }
}

/** The words for a code; the code itself where the table has none. */
export function wordsOf(table: Readonly<Record<string, Words>>, code: string): Words {
    return own(table, code) ?? sameInAll(code)
}

/** A character with its code point, for those that look like nothing. */
export function named(character: string): Words {
    if (/[\p{C}\p{Z}\p{M}]/u.test(character)) return sameInAll(codePoint(character))
    return { "zh-CN": `${character}（${codePoint(character)}）`, en: `${character} (${codePoint(character)})` }
}

/** A number with its English noun. */
export function counted(count: number, noun: string): string {
    return `${String(count)} ${noun}${count === 1 ? "" : "s"}`
}

/** A list of names, which is kept with Chinese marks, as English writes it. */
export function commas(names: string): string {
    return names.replaceAll("、", ", ")
}

/** A list of codes `a | b` for a reader, or of the words of a form where a shell put them in. */
export function choices(codes: string): Words {
    const joined = (joint: string): string => codes.replaceAll(" | ", joint)
    return { "zh-CN": joined("、"), en: joined(", ") }
}

/** Values that are lists of codes, labels or names; a value of any other name may be somebody's own words. */
const LISTS = new Set(["codes", "days", "fields", "files", "hours", "known", "labels", "missing", "names", "places"])

/** A time as `printBeijing` gives it. */
const PRINTED_TIME =
    /(约 )?(\d{4}(?:-\d\d){1,2}(?: \d\d(?::\d\d){0,2})?)（(?:(北京时间)|([^（）]{1,12}) 日期|时区未注明)）(，即 )?/g

/** A row as `placeText` gives it. */
const PRINTED_ROW = / 第 (\d+) 行/g

/** Values of a finding as English writes them: lists, and times with their zone. */
export function inEnglish<Params extends object>(params: Params): Params {
    const changed = Object.entries(params).flatMap(([name, value]: [string, unknown]): [string, string][] => {
        if (typeof value !== "string") return []
        const text = value === "不清楚" ? "not known" : value.replace(PRINTED_TIME, timeInEnglish)
        const placed = name === "place" ? text.replace(PRINTED_ROW, " row $1") : text
        const english = LISTS.has(name) ? commas(placed) : placed
        return english === value ? [] : [[name, english]]
    })
    return changed.length === 0 ? params : { ...params, ...Object.fromEntries(changed) }
}

function timeInEnglish(
    _: string,
    about: string | undefined,
    clock: string,
    isBeijing: string | undefined,
    zone: string | undefined,
    that: string | undefined,
): string {
    const named = isBeijing !== undefined ? "Beijing time" : zone === undefined ? "(zone not stated)" : `(${zone} date)`
    return `${about === undefined ? "" : "about "}${clock} ${named}${that === undefined ? "" : ", that is "}`
}
