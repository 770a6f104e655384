import type { IssuePath } from "../../../base/issue.ts"
import { memberOf } from "../../../base/value.ts"
import type { List, Question } from "../../../facts/case/form/form.ts"
import { isWithin, pathOf, TABLES } from "../../../facts/case/form/form.ts"
import { questionIn } from "../../../facts/case/form/sheet-layout.ts"

/** The answers of a case as a tree, and what is asked where. A statement of which only the text is known may stand as that text. */

export type Path = readonly (string | number)[]
type Tree = Readonly<Record<string | number, unknown>> | readonly unknown[]

function isTree(value: unknown): value is Tree {
    return typeof value === "object" && value !== null
}

/** What stands at a path. */
export function answerAt(tree: unknown, path: Path): unknown {
    let value = tree
    for (const key of path) {
        if (typeof value === "string" && key === "text") return value
        value = memberOf(value, key)
    }
    return value
}

/** A text answer; empty where nothing was said. */
export function textAt(tree: unknown, path: Path): string {
    const value = answerAt(tree, path)
    return typeof value === "string" ? value : ""
}

/** Several texts; a single one counts as one. */
export function textsAt(tree: unknown, path: Path): readonly string[] {
    const value = answerAt(tree, path)
    if (typeof value === "string") return value === "" ? [] : [value]
    return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : []
}

/** Entries of a list. */
export function entriesAt(tree: unknown, path: Path): readonly unknown[] {
    const value = answerAt(tree, path)
    return Array.isArray(value) ? value : []
}

/** The tree with another answer; what is above it comes to be. */
export function withAnswer(tree: unknown, path: Path, value: unknown): unknown {
    const [key, ...rest] = path
    if (key === undefined) return value
    if (typeof key === "number") {
        const list = Array.isArray(tree) ? [...tree] : []
        list[key] = withAnswer(list[key], rest, value)
        return list
    }
    const mapping = typeof tree === "string" ? { text: tree } : isTree(tree) && !Array.isArray(tree) ? tree : {}
    return { ...mapping, [key]: withAnswer((mapping as Readonly<Record<string, unknown>>)[key], rest, value) }
}

/** Whether anything was said in a part of the tree. */
export function isAnswered(value: unknown): boolean {
    if (typeof value === "string") return value !== ""
    if (!isTree(value)) return false
    return Object.values(value).some(isAnswered)
}

/** The questions that an entry of a list is asked, and the lists within it. */
export interface EntryQuestions {
    readonly questions: readonly Question[]
    readonly inner: readonly { readonly key: string; readonly questions: readonly Question[] }[]
}

export function questionsOfEntry(list: List): EntryQuestions {
    const all = TABLES.filter(({ lists }) => lists.includes(list)).flatMap(({ columns }) =>
        columns.flatMap((column) => questionIn(column, list) ?? []),
    )
    const below = (field: string): string => field.slice(list.path.length + 2).replace(/^\./, "")
    const innerKey = (field: string): string | undefined => /^(\w+)\[\]\./.exec(below(field))?.[1]
    const keys = [...new Set(all.flatMap(({ field }) => innerKey(field) ?? []))]
    return {
        questions: all.filter(({ field }) => innerKey(field) === undefined),
        inner: keys.map((key) => ({ key, questions: all.filter(({ field }) => innerKey(field) === key) })),
    }
}

/** The path of a question, with the numbers of the entries it is asked in. */
export function pathOfQuestion({ field }: Question, indices: readonly number[]): Path {
    const rest = [...indices]
    const path: (string | number)[] = []
    for (const step of field.split(/(\[\])|\./).filter((one) => one !== undefined && one !== "")) {
        if (step !== "[]") path.push(step)
        else {
            const index = rest.shift()
            if (index === undefined) break
            path.push(index)
        }
    }
    return path
}

/** Whether a question may be answered several times: its field is a list itself. */
export function isSeveral({ field }: Question): boolean {
    return field.endsWith("[]")
}

/** Identifier of the field of an answer in the page. */
export function fieldId(path: IssuePath): string {
    return `f-${path.join("-")}`
}

export { isWithin, pathOf }
