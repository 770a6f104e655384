import type { Issue, IssuePath } from "../../../base/issue.ts"
import type { Lang, Words } from "../../../base/lang.ts"
import { choicesOf, choiceWords, fieldOf, isWithin, LISTS, pathOf, questionOf, SECTIONS } from "./form.ts"

/** Places and values of a case in the words of its form, for people who know no field names. */

/**
 * `六、少了什么，第 1 项，数量` for `loss.assets[0].amount`; empty for what the form does not know.
 */
export function placeWords(path: IssuePath, lang: Lang): string {
    const field = fieldOf(path)
    const list = LISTS.find((one) => isWithin(field, one.path))
    const question = questionOf(field) ?? questionOf(`${field}[]`)
    const section = SECTIONS.find(({ questions }) =>
        questions.some(
            (one) => one === question || (question === undefined && list === undefined && isWithin(one.field, field)),
        ),
    )
    const home = list ?? section
    if (home === undefined || field === "") return ""
    const counts = path.filter((key) => typeof key === "number")
    // The text of an entry that is but a text has no name of its own; labels and texts within one are counted behind theirs.
    const isText = question !== undefined && question.field === `${list?.path ?? ""}[]`
    const own = question?.field === field && field.endsWith("[]") && !isText ? counts.pop() : undefined
    const title = home.title[lang]
    const label = question?.label[lang] ?? ""
    const isAlone = list === undefined && section?.questions.length === 1
    const [, number = "", words = title] = /^([一二三四五六七八九十]+、|\d+\. )?(.*)$/.exec(title) ?? []
    // A title that has the label in it is not said before it once more.
    const isRepeated = words.split(/，|, (?:and )?/).some((part) => isSame(part, label))
    const parts = [
        isRepeated && list === undefined ? number + label : title,
        ...counts.map((count, level) => ENTRY[level === 0 ? "entry" : "below"][lang](String(count + 1))),
        isText || isRepeated || isAlone ? "" : label,
        own === undefined ? "" : ENTRY.own[lang](String(own + 1)),
    ]
    return parts.filter((part) => part !== "").join(lang === "zh-CN" ? "，" : ", ")
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** Entries of a list, of a list within them, and of what one question takes several of. */
const ENTRY: Readonly<Record<"entry" | "below" | "own", Record<Lang, (number: string) => string>>> = {
    entry: { "zh-CN": (number) => `第 ${number} 项`, en: (number) => `entry ${number}` },
    below: { "zh-CN": (number) => `第 ${number} 条`, en: (number) => `part ${number}` },
    own: { "zh-CN": (number) => `第 ${number} 个`, en: (number) => `no. ${number}` },
}

/** The path within the case of what a finding about one of its forms is about; undefined for findings about something else. */
export function casePath({ path }: Issue): IssuePath | undefined {
    const [head, ...keys] = path
    return typeof head === "string" && CASE_FORM.test(head) ? keys : undefined
}

const CASE_FORM = /(?:^|[\\/])(?:case\.yaml(?::\d+)?$|case\.json$|案件信息\.xlsx )/

/** What a list is where it is filled in as rows. */
const ROWS: Words = { "zh-CN": "至少一行", en: "at least one row" }

/** Names of parameters that hold a field of the case. */
const FIELD_PARAMS: ReadonlySet<string> = new Set(["other", "first", "second"])

/** A finding about a case file, with its place and what it names in the words of the form. */
export function inWordsOfForm(found: Issue, lang: Lang): Issue {
    const [head = ""] = found.path
    const keys = casePath(found)
    if (keys === undefined || typeof head !== "string") return found
    const words = placeWords(keys, lang)
    const isCell = head.includes("!")
    const path = words === "" || isCell ? found.path : [`${head} ${words}`]
    const name = questionOf(fieldOf(keys)) ?? questionOf(`${fieldOf(keys)}[]`)
    const params = Object.entries(found.params).map(([key, value]: [string, unknown]) => {
        if (typeof value !== "string") return [key, value]
        if (FIELD_PARAMS.has(key)) return [key, placeWords(pathOf(value), lang) || value]
        if (key !== "expected") return [key, value]
        if (isCell && value === "list") return [key, ROWS[lang]]
        if (name?.words === undefined) return [key, value]
        if (found.code === "input.field.missing")
            return [
                key,
                choicesOf(name.words)
                    .map(({ words: shown }) => shown[lang])
                    .join(" | "),
            ]
        const choices = name.words
        return [
            key,
            value
                .split(" | ")
                .map((code) => choiceWords(choices, code)?.[lang] ?? code)
                .join(" | "),
        ]
    })
    return { ...found, path, params: Object.fromEntries(params) } as Issue
}
