import { LANGS, type Lang, type Words } from "../../../base/lang.ts"
import { choicesOf, isWithin, type List, POSITIONS, type Question, type Table } from "./form.ts"
import type { Column, When } from "./question.ts"
import { HEADINGS, MARKS, REQUIRED } from "./sheet-words.data.ts"

/** What the writer and the reader of the workbook share. */

/** A column of a sheet of rows that asks nothing of the case by itself. */
export type Role = "number" | "class" | "party" | "statement" | "notASecret"

export type SheetColumn =
    | { readonly role: Role; readonly id: string }
    | { readonly column: Column; readonly id: string }

/** The columns of a sheet of rows from left to right. */
export function sheetColumns(table: Table): readonly SheetColumn[] {
    const roles: Role[] = ["number"]
    if (table.lists.length > 1) roles.push("class")
    if (table.lists[0]?.path === POSITIONS) roles.push("party", "statement")
    const role = (name: Role): SheetColumn => ({ role: name, id: `@${name}` })
    return [...roles.map(role), ...table.columns.map((column) => ({ column, id: column.id })), role("notASecret")]
}

/** What stands in the head of a column. */
export function headOf(column: SheetColumn): Words {
    return "role" in column ? HEADINGS[column.role] : column.column.label
}

/** The question that a column asks in a list. */
export function questionIn(column: Column, list: List): Question | undefined {
    return column.questions.find(({ field }) => isWithin(field, `${list.path}[]`))
}

/** Words that may be chosen for a question; empty where it is answered freely. */
export function offered(question: Question, lang: Lang): readonly string[] {
    if (question.words !== undefined) return choicesOf(question.words).map(({ words }) => words[lang])
    return (question.offers ?? []).map((offer) => offer[lang])
}

/** `出了“被提币”的事的，要填`: for which cases something is asked. */
export function whenWords({ kinds = [], causes = [] }: When, lang: Lang): string {
    const wordsOf = (name: "kind" | "cause", codes: readonly string[]): string[] =>
        choicesOf(name)
            .filter(({ code }) => codes.includes(code))
            .map(({ words }) => words[lang])
    const [kind, cause] = [wordsOf("kind", kinds), wordsOf("cause", causes)]
    const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join("")
    if (lang === "en") return `asked for: ${[...kind, ...cause].join(", ")}`
    const parts = [
        kind.length === 0 ? "" : `出了${quoted(kind)}的事`,
        cause.length === 0 ? "" : `原因是${quoted(cause)}`,
    ]
    return `${parts.filter((part) => part !== "").join("，或者")}的，要填`
}

/** All that is said about a question beside its label. */
export function hintOf(question: Pick<Question, "hint" | "required" | "when">, lang: Lang): string {
    const parts = [
        ...(question.required === true ? [REQUIRED[lang]] : []),
        ...(question.when === undefined ? [] : [whenWords(question.when, lang)]),
        ...(question.hint === undefined ? [] : [question.hint[lang]]),
    ].filter((part) => part !== "")
    return parts.join(lang === "zh-CN" ? "。" : ". ")
}

/** Whether a text is one of the words in any language. */
export function isAny(text: string, words: Words): boolean {
    return LANGS.some((lang) => words[lang].toLowerCase() === text.trim().toLowerCase())
}

/** What the row of notes says in a column. */
export function noteText(column: SheetColumn, lang: Lang): string {
    if ("role" in column) return column.role === "number" ? MARKS.hint[lang] : ""
    const required = column.column.questions.some((question) => question.required === true)
    return hintOf({ ...column.column, ...(required ? { required } : {}) }, lang)
}

/** What the row with an example says in a column; it shows an entry of one list. */
export function exampleText(column: SheetColumn, table: Table, lang: Lang): string {
    const list = table.lists.find(({ path }) => path === table.example) ?? table.lists[0]
    if ("role" in column) {
        if (column.role === "number") return MARKS.example[lang]
        return column.role === "class" ? (list?.word[lang] ?? "") : ""
    }
    const question = list && questionIn(column.column, list)
    return question === undefined ? "" : (question.example?.[lang] ?? column.column.example?.[lang] ?? "")
}
