import type { Choices, Merge, NewCell, NewSheet } from "../../typeset/office/sheet.ts"
import { writeXlsx } from "../../typeset/office/xlsx-write.ts"
import { FORM, FORM_PARTS, FORM_SHEET, type FormPart, FURTHER_SHEET } from "./officer-form.data.ts"
import { type FormRow, type FormSection, NO, type RowKind, YES } from "./officer-form-row.ts"

/**
 * The officer data as a workbook for people who have no editor for YAML. One question a row; every cell is text. The
 * reader is `officer-form-read.ts`; what this prints, that reads back as the same data.
 */

export const OFFICER_FORM_FILE = "officer.xlsx"
/** Headings by which the reader finds the columns. */
export const HEADINGS = {
    number: "序号",
    label: "项目",
    answer: "填写",
    hint: "说明",
    who: "通常由谁知道",
    key: "内部编号（请勿改动）",
}
const ANSWER_COLUMN = 3
const KEY_COLUMN = 6
const WIDTHS = [5, 22, 29, 33, 13, 34]

const KEEP = "可以插入空行；请勿删改表头一行，请勿另存为 .xls 或 .csv。"
/** What stands above the questions of each sheet. */
const GUIDES: Readonly<Record<string, readonly string[]>> = {
    [FORM_SHEET]: [
        "第一次请求只填本表；盖章以后要填的，和少数请求才用的，在“其他信息”表。",
        "只填黄色格子；有下拉箭头的从列表中选。一时没有的先留空，程序会列出还缺什么。带（英文）的各项写入英文函件，只用英文字母、数字和英文标点。",
        "本表只在民警的电脑上填写和保存，不要交给报案人；照片和扫描件放入旁边的文件夹，不贴在表里。",
        KEEP,
    ],
    [FURTHER_SHEET]: ["用到才填：第二步填第五部分，其余各部分按需要填写。", KEEP],
}

/** Stands between the parts of a record, and between begin and end of a span. */
export const PART_JOINT = "；"

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

/**
 * Prints the form. The same data and groups give the same bytes.
 *
 * @param data - Officer data as text, as the YAML reader gives them; what is there is filled in.
 * @param groups - Of the recipient, in its order.
 */
export function printOfficerForm(data: unknown, groups: readonly FormGroup[]): Uint8Array {
    let number = 0
    const sheets = FORM_PARTS.map((part) => printPart(part, data, groups, () => String(++number)))
    return writeXlsx(sheets, { title: FORM_SHEET })
}

function printPart(
    { sheet, sections }: FormPart,
    data: unknown,
    groups: readonly FormGroup[],
    nextNumber: () => string,
): NewSheet {
    const across = (row: number): Merge => ({ row, fromColumn: 1, toColumn: KEY_COLUMN - 1 })
    const rows: NewCell[][] = [
        [{ text: sheet, style: "title" }],
        Object.values(HEADINGS),
        [{ text: (GUIDES[sheet] ?? []).join("\n"), style: "guide" }],
    ]
    const merges = [across(1), across(3)]
    const choices: Choices[] = []
    for (const section of sections) {
        const bar = Array.from({ length: KEY_COLUMN - 1 }, (_, i) => (i === 0 ? section.title : ""))
        rows.push(bar.map((text): NewCell => ({ text, style: "section" })))
        merges.push(across(rows.length))
        for (const question of questionsOf(section, data, groups)) {
            rows.push([
                { text: nextNumber(), style: "info" },
                { text: question.label, style: "text" },
                { text: answerOf(data, question), style: "fill-in" },
                { text: question.hint, style: "hint" },
                { text: question.row.who ?? section.who, style: "hint" },
                { text: question.key, style: "info" },
            ])
            const values = wordsOf(question)
            const isOpen = question.row.offers !== undefined
            if (values.length > 0)
                choices.push({ column: ANSWER_COLUMN, fromRow: rows.length, toRow: rows.length, values, isOpen })
        }
    }
    return {
        name: sheet,
        widths: WIDTHS,
        headerRows: 2,
        rows,
        choices,
        merges,
        hiddenColumns: [KEY_COLUMN],
        orientation: "portrait",
    }
}

/** Words of a drop-down; empty for a question that is answered freely. */
export function wordsOf({ kind, row }: Pick<Question, "kind" | "row">): readonly string[] {
    if (kind === "gate" || kind === "group") return [YES, NO]
    return row.offers ?? Object.keys(row.words ?? {})
}

function questionsOf({ rows }: FormSection, data: unknown, groups: readonly FormGroup[]): readonly Question[] {
    return rows.flatMap((row, i) => {
        if (row.kind === "group" || row.kind === "span") return groupQuestions(row, data, groups)
        const list = listOf(row)
        if (list === undefined) return [questionOf(row)]
        if (row.kind === "list") return [questionOf(row)]
        // Parts of an entry stand below each other: the first row of them brings the others along.
        if (i > 0 && row.kind !== "record" && listOf(rows[i - 1]) === list) return []
        const parts = row.kind === "record" ? [row] : rows.filter((one) => listOf(one) === list)
        const count = Math.max(row.count ?? 1, listAt(data, list).length)
        return Array.from({ length: count }, (_, at) => parts.map((one) => entryQuestion(one, at, at === 0))).flat()
    })
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

/** One for each data group of the recipient, and for those of another that the data name. */
function groupQuestions(row: FormRow, data: unknown, groups: readonly FormGroup[]): readonly Question[] {
    const known = groups.map(({ id }) => id)
    const chosen = listAt(data, "request.dataGroups").filter((id): id is string => typeof id === "string")
    const named = row.kind === "group" ? chosen : Object.keys(asMap(valueAt(data, "request.periods")))
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

/** What the form says for a question, from the data. */
function answerOf(data: unknown, { key, kind, row }: Question): string {
    if (kind === "gate") return valueAt(data, key) === undefined ? "" : YES
    if (kind === "group") {
        const chosen = valueAt(data, "request.dataGroups")
        if (!Array.isArray(chosen)) return ""
        return chosen.some((id) => row.field.replace("[]", `[${String(id)}]`) === key) ? YES : NO
    }
    if (kind === "list") return listAt(data, key.replace("[]", "")).join("、")
    const value = valueAt(data, key)
    if (kind === "span")
        return ["from", "to"]
            .map((end) => timeText(valueAt(value, end)))
            .filter((end) => end !== "")
            .join(PART_JOINT)
    if (kind === "record")
        return (row.parts ?? [])
            .map((part) => valueAt(value, part))
            .filter((part) => typeof part === "string")
            .join(PART_JOINT)
    if (typeof value !== "string") return timeText(value)
    const [word] = Object.entries(row.words ?? {}).find(([, meant]) => meant === value) ?? [value]
    return word
}

/** A time as one text, also where its zone stands apart. */
function timeText(value: unknown): string {
    if (typeof value === "string") return value
    return ["at", "zone"]
        .map((part) => valueAt(value, part))
        .filter((part) => typeof part === "string")
        .join(" ")
}

function asMap(value: unknown): Readonly<Record<string, unknown>> {
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {}
}

function listAt(data: unknown, name: string): readonly unknown[] {
    const value = valueAt(data, name)
    return Array.isArray(value) ? value : []
}

function valueAt(data: unknown, name: string): unknown {
    let value = data
    for (const key of name.split(/[.[\]]+/).filter((part) => part !== "")) value = asMap(value)[key]
    return value
}
