import type { IssuePath } from "../../../base/issue.ts"
import { LANGS, type Words } from "../../../base/lang.ts"
import { halfWidth } from "../../../base/text/hygiene.ts"
import { simplified } from "../../../base/text/simplified.ts"
import { isUnknownWord } from "../../../base/text/uncertain.ts"
import { CHOICES, type Choice, type ChoiceName } from "./choices.data.ts"
import type { List, Question, Section, Table } from "./question.ts"
import { SECTIONS } from "./questions.data.ts"
import { LOSS_TABLES, PEOPLE_TABLES, POSITIONS, STORY_TABLES } from "./tables.data.ts"
import { EXPORT_TABLES } from "./tables-exports.data.ts"

/** 案件信息: all that a case is asked, in order. */

export type { List, Question, Section, Table }
export { POSITIONS, SECTIONS }

const [timeline, account, positions, equivalents, other] = STORY_TABLES
const [missing, transfers, banks, orders] = LOSS_TABLES
const [reports, clues, companies] = PEOPLE_TABLES

/** The sheets of rows in their order. */
export const TABLES: readonly Table[] = [
    missing,
    transfers,
    banks,
    reports,
    timeline,
    orders,
    clues,
    account,
    companies,
    positions,
    equivalents,
    other,
    ...EXPORT_TABLES,
].filter((table) => table !== undefined)

export const LISTS: readonly List[] = TABLES.flatMap(({ lists }) => lists)

/** Every question once: those of a list stand where its section names it, else behind all sections. */
export const QUESTIONS: readonly Question[] = [
    ...SECTIONS.flatMap(({ lists = [], questions }) => [...lists.flatMap(questionsOf), ...questions]),
    ...LISTS.filter(({ path }) => !SECTIONS.some(({ lists }) => lists?.includes(path))).flatMap(({ path }) =>
        questionsOf(path),
    ),
]

function questionsOf(list: string): readonly Question[] {
    return TABLES.flatMap(({ columns }) => columns)
        .flatMap(({ questions }) => questions)
        .filter(({ field }) => isWithin(field, `${list}[]`))
}

const BY_FIELD = new Map(QUESTIONS.map((question) => [question.field, question]))

/** The question of a field, `orders[].symbol`. */
export function questionOf(field: string): Question | undefined {
    return BY_FIELD.get(field)
}

/** Whether a field is another or part of it. */
export function isWithin(field: string, of: string): boolean {
    return field === of || field.startsWith(`${of}.`) || field.startsWith(`${of}[`)
}

/** Every mapping and list above a question, `incident` and `incident.firstOperation`. */
export const GROUPS: ReadonlySet<string> = new Set(
    QUESTIONS.flatMap(({ field }) => {
        const steps = field.split(/(?=\[\])|\./)
        return steps.slice(1).map((_, i) => joinSteps(steps.slice(0, i + 1)))
    }),
)

function joinSteps(steps: readonly string[]): string {
    return steps.reduce((name, step) => (name === "" || step === "[]" ? name + step : `${name}.${step}`), "")
}

/** `loss.assets[].amount` for the path of an amount, or with its index. */
export function fieldOf(path: IssuePath, index: "any" | "own" = "any"): string {
    return path.reduce<string>((name, key) => {
        if (typeof key === "number") return `${name}[${index === "any" ? "" : String(key)}]`
        return name === "" ? key : `${name}.${key}`
    }, "")
}

/** The path of a field with its indices, `orders[2].symbol`. */
export function pathOf(field: string): (string | number)[] {
    return field
        .split(/[.[\]]+/)
        .filter((step) => step !== "")
        .map((step) => (/^\d+$/.test(step) ? Number(step) : step))
}

type Node = { [key: string | number]: unknown }

/** Puts a value into a tree, with the mappings and lists above it. */
export function putAt(tree: Node, path: IssuePath, value: unknown): void {
    let at = tree
    for (const [i, key] of path.slice(0, -1).entries()) {
        const next = at[key]
        if (typeof next === "object" && next !== null) at = next as Node
        else {
            const made = (typeof path[i + 1] === "number" ? [] : {}) as Node
            at[key] = made
            at = made
        }
    }
    const last = path.at(-1)
    if (last !== undefined) at[last] = value
}

export function choicesOf(name: ChoiceName): readonly Choice[] {
    return CHOICES[name]
}

/** The code for a word in any language, for a word people use instead, or for the code itself. */
export function codeOf(name: ChoiceName, text: string): string | undefined {
    const plain = (word: string): string => simplified(halfWidth(word)).replace(/\s/g, "").toLowerCase()
    const typed = plain(text)
    const found = choicesOf(name).find(({ code, words, also }) =>
        [code, ...LANGS.map((lang) => words[lang]), ...also].some((word) => plain(word) === typed),
    )
    if (found !== undefined) return found.code
    return isUnknownWord(text) ? choicesOf(name).find(({ code }) => code === "unknown")?.code : undefined
}

/** The words for a code; undefined for what is none. */
export function choiceWords(name: ChoiceName, code: string): Words | undefined {
    return choicesOf(name).find((choice) => choice.code === code)?.words
}
