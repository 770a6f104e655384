import { type Issue, issue } from "../../base/issue.ts"
import { splitList } from "../../base/text/split-list.ts"
import { FORM } from "./officer-form.data.ts"
import type { Place, Places } from "./officer-form-place.ts"
import { PART_JOINT, type Question } from "./officer-form-questions.ts"
import { type FormRow, NO, YES } from "./officer-form-row.ts"

/** What the sheet says to a question; empty for nothing. */
export interface Answer {
    readonly question: Question
    readonly text: string
    readonly place: Place
}

/** Answers of a form as data, with the cell that each came from. */
export interface Gathered {
    /** Mappings and lists of texts, as the YAML reader gives them. */
    readonly data: unknown
    readonly issues: readonly Issue[]
    readonly places: Places
}

const RECORDS: readonly FormRow[] = FORM.flatMap(({ rows }) => rows.filter(({ kind }) => kind === "record"))

type Tree = { [key: string]: string | string[] | Tree | Tree[] }

/** Puts the answers of the sheet together to officer data. Blank answers are left out, and mappings of blanks only. */
export function gatherAnswers(rows: readonly Answer[]): Gathered {
    const { answers, issues } = withoutRepetitions(rows)
    const data: Tree = {}
    const places = new Map<string, Place>(answers.map(({ question, place }) => [listName(question), place]))
    for (const answer of answers) {
        const { question, text } = answer
        if (text === "" || ["group", "record", "gate", "list", "span"].includes(question.kind)) continue
        if (isPart(question)) continue
        put(data, question.key, text)
    }
    issues.push(...gatherGate(answers, data), ...gatherGroups(answers, data, places))
    for (const row of RECORDS) issues.push(...gatherRecords(row, answers, data, places))
    gatherEntries(answers, data, places)
    issues.push(...gatherSpans(answers, data, places))
    for (const { question, text } of answers)
        if (question.kind === "list" && text !== "") put(data, listName(question), splitList(text))
    return { data, issues, places }
}

/** `factsNotUsed` for the one row of a list; other questions go by their key. */
function listName({ kind, key }: Question): string {
    return kind === "list" ? key.replace("[]", "") : key
}

/** A copied row counts once when both say the same or one says nothing. */
function withoutRepetitions(rows: readonly Answer[]): { answers: readonly Answer[]; issues: Issue[] } {
    const answers = new Map<string, Answer>()
    const issues: Issue[] = []
    for (const row of rows) {
        const before = answers.get(row.question.key)
        if (before !== undefined && before.text !== "" && row.text !== "" && before.text !== row.text)
            issues.push(issue("request.form.row-twice", [row.place.where], { first: before.place.cell }))
        else if (before === undefined || before.text === "") answers.set(row.question.key, row)
    }
    return { answers: [...answers.values()], issues }
}

function put(data: Tree, key: string, value: string | string[] | Tree | Tree[]): void {
    const steps = key.split(".")
    const last = steps.pop() ?? ""
    let at = data
    for (const step of steps) {
        const next = at[step]
        const below: Tree = typeof next === "object" && !Array.isArray(next) ? next : {}
        at[step] = below
        at = below
    }
    at[last] = value
}

/** A yes without its details makes the mapping all the same, so that each detail is named as missing. */
function gatherGate(answers: readonly Answer[], data: Tree): Issue[] {
    return answers.flatMap(({ question, text, place }) => {
        if (question.kind !== "gate") return []
        const details = answers.filter((one) => one.question.key.startsWith(`${question.key}.`) && one.text !== "")
        if (text === YES && details.length === 0) put(data, question.key, {})
        return text === NO && details.length > 0 ? [issue("request.form.notice-answered-no", [place.where], {})] : []
    })
}

function gatherGroups(answers: readonly Answer[], data: Tree, places: Map<string, Place>): Issue[] {
    const groups = answers.filter(({ question }) => question.kind === "group")
    const chosen = groups.filter(({ text }) => text === YES)
    const first = groups.find(({ text }) => text === NO)
    if (chosen.length === 0) return first === undefined ? [] : [issue("request.form.no-group", [first.place.where], {})]
    put(
        data,
        "request.dataGroups",
        chosen.map(({ question }) => /\[([^\]]+)\]$/.exec(question.key)?.[1] ?? ""),
    )
    for (const [i, { place }] of chosen.entries()) places.set(`request.dataGroups[${String(i)}]`, place)
    return []
}

/**
 * Entries of a list, one a row: the parts stand in their order, with semicolons between; where there are two, blanks or
 * a colon will do. Blank rows do not count, so that the next row moves up.
 */
function gatherRecords(row: FormRow, answers: readonly Answer[], data: Tree, places: Map<string, Place>): Issue[] {
    const name = row.field.replace("[]", "")
    const rows = answers.filter(({ question }) => question.row === row)
    const given = rows.filter(({ text }) => text !== "")
    const issues: Issue[] = []
    const entries: Tree[] = []
    for (const { question } of rows) places.delete(question.key)
    for (const { text, place } of given) {
        const parts = splitParts(text, row.parts?.length ?? 1)
        if (parts === undefined) issues.push(issue("request.form.record", [place.where], { expected: row.hint }))
        else {
            places.set(`${name}[${String(entries.length)}]`, place)
            entries.push(Object.fromEntries((row.parts ?? []).map((part, i) => [part, parts[i] ?? ""])))
        }
    }
    const [first] = rows
    if (first !== undefined) places.set(name, first.place)
    if (entries.length > 0) put(data, name, entries)
    return issues
}

/** The parts of a record, the last with whatever follows; `undefined` when there are fewer. */
function splitParts(text: string, count: number): readonly string[] | undefined {
    const [, first, rest = ""] =
        (count === 2 && /^([\w\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A-]+)[\s：:，,、；;]+(\S[\s\S]*)$/.exec(text)) || []
    if (first !== undefined) return [first, rest]
    const parts = text.split(/\s*[；;]\s*/)
    const all = [...parts.slice(0, count - 1), parts.slice(count - 1).join(PART_JOINT)]
    return all.length === count && all.every((part) => part !== "") ? all : undefined
}

/** One part of an entry of a list, `request.targets[0].kind`. */
function isPart({ key }: Question): boolean {
    return /\[\d+\]\./.test(key)
}

/** Entries of a list whose parts have a row each. Entries without any part do not count, so that the next moves up. */
function gatherEntries(answers: readonly Answer[], data: Tree, places: Map<string, Place>): void {
    const entries = new Map<string, Answer[]>()
    for (const answer of answers.filter(({ question }) => isPart(question))) {
        const entry = answer.question.key.slice(0, answer.question.key.indexOf("]") + 1)
        entries.set(entry, [...(entries.get(entry) ?? []), answer])
        places.delete(answer.question.key)
    }
    const lists = new Map<string, Tree[]>()
    for (const [entry, parts] of entries) {
        const list = entry.slice(0, entry.indexOf("["))
        const before = lists.get(list) ?? []
        const filled = parts.filter(({ text }) => text !== "")
        const [first] = parts
        if (first !== undefined && !places.has(list)) places.set(list, first.place)
        if (filled.length === 0) continue
        const name = `${list}[${String(before.length)}]`
        for (const { question, place } of parts) places.set(name + question.key.slice(entry.length), place)
        const members = filled.map(({ question, text }) => [question.key.slice(entry.length + 1), text] as const)
        lists.set(list, [...before, Object.fromEntries(members)])
    }
    for (const [list, found] of lists) put(data, list, found)
}

/** Begin and end for a data group: `2023-03-20 16:00 UTC；2023-03-21 16:00 UTC`. */
function gatherSpans(answers: readonly Answer[], data: Tree, places: Map<string, Place>): Issue[] {
    return answers.flatMap(({ question, text, place }) => {
        if (question.kind !== "span") return []
        const name = question.key.replace(/\[([^\]]+)\]$/, ".$1")
        places.delete(question.key)
        places.set(name, place)
        if (text === "") return []
        const [from = "", to = "", ...more] = text.split(/\s*[；;至到]\s*/)
        if (from === "" || to === "" || more.length > 0)
            return [issue("request.form.record", [place.where], { expected: question.row.hint })]
        put(data, name, { from, to })
        return []
    })
}
