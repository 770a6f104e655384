import { isObject, memberOf, valueAt } from "../../base/value.ts"
import { FORM } from "./officer-form.data.ts"
import { type FormRow, type FormSection, NO, type RowKind, YES } from "./officer-form-row.ts"

/** The questions of the officer's form, one for each cell of the workbook, and the answers that there are to them. */

/** Stands between the parts of a record, and between begin and end of a span. */
export const PART_JOINT = "；"
/** Stands between the entries of a list in one cell. */
const ENTRY_JOINT = "、"

/** A group of data that a recipient can be asked for. */
export interface FormGroup {
    readonly id: string
    readonly zh: string
    /** Who has to approve it. */
    readonly approval: string
}

/** A question on a sheet; `key` names it in the hidden column, as `exhibits[2]` or `request.dataGroups[account-access]`. */
export interface Question {
    readonly key: string
    readonly kind: RowKind
    readonly label: string
    readonly hint: string
    readonly row: FormRow
}

/** What stands in the cells, by the keys of their questions; a blank one may be absent. */
export type FormAnswers = Readonly<Record<string, string>>

/** Words of a drop-down; empty for a question that is answered freely. */
export function wordsOf({ kind, row }: Pick<Question, "kind" | "row">): readonly string[] {
    if (kind === "gate" || kind === "group") return [YES, NO]
    return row.offers ?? Object.keys(row.words ?? {})
}

/** The questions of a section in their order; lists have as many entries as there are answers, and room for more. */
export function questionsOf(
    { rows }: FormSection,
    answers: FormAnswers,
    groups: readonly FormGroup[],
): readonly Question[] {
    return rows.flatMap((row, i) => {
        if (row.kind === "group" || row.kind === "span") return groupQuestions(row, answers, groups)
        const list = listOf(row)
        if (list === undefined) return [questionOf(row)]
        if (row.kind === "list") return [questionOf(row)]
        // Parts of an entry stand below each other: the first row of them brings the others along.
        if (i > 0 && row.kind !== "record" && listOf(rows[i - 1]) === list) return []
        const parts = row.kind === "record" ? [row] : rows.filter((one) => listOf(one) === list)
        const count = Math.max(row.count ?? 1, entryCount(answers, list))
        return Array.from({ length: count }, (_, at) => parts.map((one) => entryQuestion(one, at, at === 0))).flat()
    })
}

/** How many entries of a list have answers, those between them counted. */
function entryCount(answers: FormAnswers, list: string): number {
    const indices = Object.keys(answers).map((key) =>
        key.startsWith(`${list}[`) ? Number(/^\d{1,3}(?=\])/.exec(key.slice(list.length + 1))?.[0] ?? -1) : -1,
    )
    return Math.max(0, ...indices.map((index) => index + 1))
}

/** The list that a row is about, `exhibits` or `request.targets`. */
function listOf(row: FormRow | undefined): string | undefined {
    return row?.field.includes("[]") ? row.field.slice(0, row.field.indexOf("[]")) : undefined
}

function questionOf(row: FormRow): Question {
    return { key: row.field, kind: row.kind, label: row.label, hint: row.hint, row }
}

/** `其他标识 2：种类` for the second entry of `其他标识：种类`. */
function entryQuestion(row: FormRow, index: number, isFirst: boolean): Question {
    const [name = "", ...part] = row.label.split("：")
    return {
        key: row.field.replace("[]", `[${String(index)}]`),
        kind: row.kind,
        label: [`${name} ${String(index + 1)}`, ...part].join("："),
        hint: isFirst ? row.hint : "",
        row,
    }
}

/** One for each data group of the recipient, and for those of another that the answers name. */
function groupQuestions(row: FormRow, answers: FormAnswers, groups: readonly FormGroup[]): readonly Question[] {
    const known = groups.map(({ id }) => id)
    const [head = ""] = row.field.split("[]")
    const named = Object.keys(answers).flatMap((key) =>
        key.startsWith(`${head}[`) && answers[key] !== "" ? [key.slice(head.length + 1, -1)] : [],
    )
    const others = named.filter((id) => !known.includes(id)).map((id) => ({ id, zh: id, approval: "" }))
    return [...groups, ...others].map(({ id, zh, approval }, i) => {
        const approved = row.kind === "span" || approval === "" ? "" : `。批准：${approval}`
        return {
            key: row.field.replace("[]", `[${id}]`),
            kind: row.kind,
            label: `${row.label} ${String(i + 1)}`,
            hint: `${i === 0 ? row.hint : ""}${row.kind === "span" ? "数据项：" : ""}${zh}${approved}`,
            row,
        }
    })
}

/** The question of a key of the hidden column; `undefined` where there is none of that name. */
export function questionOfKey(key: string): Question | undefined {
    const [, list = "", index = "", part = ""] = /^(.+)\[([^\]]+)\]((?:\.\w+)?)$/.exec(key) ?? []
    const row = ROWS.find(({ field }) => field === key || (index !== "" && field === `${list}[]${part}`))
    if (row === undefined || row.field === key) return row && questionOf(row)
    if (row.kind === "group" || row.kind === "span") return { key, kind: row.kind, label: row.label, hint: "", row }
    return /^\d{1,3}$/.test(index) ? entryQuestion(row, Number(index), false) : undefined
}

/** The question of a label, where that tells it; those for groups of data are told by their key alone. */
export function questionOfLabel(label: string): Question | undefined {
    const row = ROWS.find((one) => one.label === label || one.formerLabel === label)
    if (row !== undefined) return listOf(row) === undefined || row.kind === "list" ? questionOf(row) : undefined
    const [, name = "", count = "0", part = ""] = /^(.+?)\s*(\d{1,2})((?:：.+)?)$/.exec(label) ?? []
    const listed = ROWS.find((one) => one.label === name + part)
    if (listed === undefined || count === "0" || listOf(listed) === undefined) return undefined
    return listed.kind === "group" || listed.kind === "span"
        ? undefined
        : entryQuestion(listed, Number(count) - 1, false)
}

const ROWS: readonly FormRow[] = FORM.flatMap(({ rows }) => rows)

/**
 * What the form says for officer data.
 *
 * @param data - As text, as the YAML reader gives them.
 * @param groups - Those that are not chosen while others are get a no.
 */
export function answersOf(data: unknown, groups: readonly FormGroup[]): FormAnswers {
    const answers: [string, string][] = ROWS.flatMap((row): [string, string][] => {
        const list = listOf(row)
        if (row.kind === "group") return groupAnswers(row, data, groups)
        if (row.kind === "span") return spanAnswers(row, data)
        if (list === undefined) return [[row.field, answerAt(data, row.field, row)]]
        if (row.kind === "list") return [[row.field, listAt(data, list).filter(isText).join(ENTRY_JOINT)]]
        return listAt(data, list).map((_, i): [string, string] => {
            const key = row.field.replace("[]", `[${String(i)}]`)
            return [key, row.kind === "record" ? recordText(named(data, key), row) : answerAt(data, key, row)]
        })
    })
    return Object.fromEntries(answers.filter(([, text]) => text !== ""))
}

const isText = (value: unknown): value is string => typeof value === "string"

function answerAt(data: unknown, key: string, row: FormRow): string {
    const value = named(data, key)
    if (row.kind === "gate") return value === undefined ? "" : YES
    return typeof value === "string" ? wordOf(row, value) : timeText(value)
}

/** The word of the sheet for a value of the schema. */
export function wordOf(row: FormRow, value: string): string {
    return Object.entries(row.words ?? {}).find(([, meant]) => meant === value)?.[0] ?? value
}

/** The word of the sheet for the value of a field; the value, where the form has none. */
export function wordAt(key: string, value: string): string {
    const row = questionOfKey(key)?.row
    return row === undefined ? value : wordOf(row, value)
}

function groupAnswers(row: FormRow, data: unknown, groups: readonly FormGroup[]): [string, string][] {
    const chosen = named(data, row.field.replace("[]", ""))
    if (!Array.isArray(chosen)) return []
    const ids = chosen.filter(isText)
    const all = [...new Set([...groups.map(({ id }) => id), ...ids])]
    return all.map((id) => [row.field.replace("[]", `[${id}]`), ids.includes(id) ? YES : NO])
}

function spanAnswers(row: FormRow, data: unknown): [string, string][] {
    const spans = named(data, row.field.replace("[]", ""))
    return Object.entries(isObject(spans) ? spans : {}).map(([id, span]) => {
        const ends = ["from", "to"].map((end) => timeText(memberOf(span, end))).filter((end) => end !== "")
        return [row.field.replace("[]", `[${id}]`), ends.join(PART_JOINT)]
    })
}

function recordText(value: unknown, row: FormRow): string {
    return (row.parts ?? [])
        .map((part) => memberOf(value, part))
        .filter(isText)
        .join(PART_JOINT)
}

/** A time as one text, also where its zone stands apart. */
function timeText(value: unknown): string {
    if (typeof value === "string") return value
    return ["at", "zone"]
        .map((part) => memberOf(value, part))
        .filter(isText)
        .join(" ")
}

function listAt(data: unknown, name: string): readonly unknown[] {
    const value = named(data, name)
    return Array.isArray(value) ? value : []
}

/** What stands under the name of a field, `other[2].no`. */
function named(data: unknown, name: string): unknown {
    return valueAt(
        data,
        name.split(/[.[\]]+/).filter((part) => part !== ""),
    )
}
