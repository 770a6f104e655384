import type { Choices, Merge, NewCell } from "../../typeset/office/sheet.ts"
import { writeXlsx } from "../../typeset/office/xlsx-write.ts"
import {
    FORM,
    type FormRow,
    GROUP_FIELD,
    GROUP_LABEL,
    GROUP_SECTION,
    NO,
    type RowKind,
    YES,
} from "./officer-form.data.ts"

/**
 * 民警信息表: the officer data as a workbook for people who have no editor for YAML. One question a row; every cell is
 * text. The reader is `officer-form-read.ts`; what this prints, that reads back as the same data.
 */

export const OFFICER_FORM_FILE = "officer.xlsx"
/** Name of the sheet that is filled in. */
export const FORM_SHEET = "民警信息表"
/** Headings by which the reader finds the columns. */
export const HEADINGS = { number: "序号", label: "项目", answer: "填写", hint: "说明", key: "内部编号（请勿改动）" }
const ANSWER_COLUMN = 3
const KEY_COLUMN = 5
const WIDTHS = [6, 27, 40, 50, 34]

const GUIDE = [
    "只填黄色格子；有下拉箭头的从列表中选。一时没有的先留空，程序会列出还缺什么。带（英文）的各项写入英文函件，只用英文字母、数字和英文标点。",
    "本表只在民警的电脑上填写和保存，不要交给报案人；证件照片另放“证件照”文件夹，不贴在表里。",
    "可以插入空行；请勿删改表头一行，请勿另存为 .xls 或 .csv。",
].join("\n")

/** Stands between the parts of a record. */
export const PART_JOINT = "；"

/** A group of data that a recipient can be asked for. */
export interface FormGroup {
    readonly id: string
    readonly zh: string
    /** Who has to approve it. */
    readonly approval: string
}

/** A question on the sheet; `key` names it in the hidden column, as `exhibits[2]` or `request.dataGroups[account-access]`. */
export interface Question {
    readonly key: string
    readonly kind: RowKind | "group"
    readonly label: string
    readonly hint: string
    readonly row?: FormRow
}

/**
 * Prints the form. The same data and groups give the same bytes.
 *
 * @param data - Officer data as text, as the YAML reader gives them; what is there is filled in.
 * @param groups - Of the recipient, in its order.
 */
export function printOfficerForm(data: unknown, groups: readonly FormGroup[]): Uint8Array {
    const rows: NewCell[][] = [
        [{ text: FORM_SHEET, style: "title" }],
        [HEADINGS.number, HEADINGS.label, HEADINGS.answer, HEADINGS.hint, HEADINGS.key],
        [{ text: GUIDE, style: "guide" }],
    ]
    const merges: Merge[] = [1, 3].map((row) => ({ row, fromColumn: 1, toColumn: KEY_COLUMN - 1 }))
    const choices: Choices[] = []
    let number = 0
    for (const { title, questions } of questionsOf(data, groups)) {
        rows.push(["", "", "", ""].map((_, i): NewCell => ({ text: i === 0 ? title : "", style: "section" })))
        merges.push({ row: rows.length, fromColumn: 1, toColumn: KEY_COLUMN - 1 })
        for (const question of questions) {
            number += 1
            rows.push([
                { text: String(number), style: "info" },
                { text: question.label, style: "text" },
                { text: answerOf(data, question), style: "fill-in" },
                { text: question.hint, style: "hint" },
                { text: question.key, style: "info" },
            ])
            const values = wordsOf(question)
            const isOpen = question.row?.offers !== undefined
            if (values.length > 0)
                choices.push({ column: ANSWER_COLUMN, fromRow: rows.length, toRow: rows.length, values, isOpen })
        }
    }
    return writeXlsx(
        [
            {
                name: FORM_SHEET,
                widths: WIDTHS,
                headerRows: 2,
                rows,
                choices,
                merges,
                hiddenColumns: [KEY_COLUMN],
                orientation: "portrait",
            },
        ],
        { title: FORM_SHEET },
    )
}

/** Words of a drop-down; empty for a question that is answered freely. */
export function wordsOf(question: Question): readonly string[] {
    if (question.kind === "gate" || question.kind === "group") return [YES, NO]
    return question.row?.offers ?? Object.keys(question.row?.words ?? {})
}

function questionsOf(
    data: unknown,
    groups: readonly FormGroup[],
): readonly { title: string; questions: readonly Question[] }[] {
    const known = groups.map(({ id }) => id)
    const further = listAt(data, "request.dataGroups").filter((id): id is string => typeof id === "string")
    const all = [
        ...groups,
        ...further.filter((id) => !known.includes(id)).map((id) => ({ id, zh: id, approval: "" })),
    ].map(
        ({ id, zh, approval }, i): Question => ({
            key: groupKey(id),
            kind: "group",
            label: `${GROUP_LABEL} ${String(i + 1)}`,
            hint: `${i === 0 ? "各数据项全部留空，则全部请求。" : ""}${zh}${approval === "" ? "" : `。批准：${approval}`}`,
        }),
    )
    return FORM.map(({ title, rows }) => ({
        title,
        questions: [
            ...rows.flatMap((row) => (row.kind === "record" ? recordQuestions(row, data) : [questionOf(row)])),
            ...(title === GROUP_SECTION ? all : []),
        ],
    }))
}

function questionOf(row: FormRow): Question {
    return { key: row.field, kind: row.kind, label: row.label, hint: row.hint, row }
}

function recordQuestions(row: FormRow, data: unknown): readonly Question[] {
    const count = Math.max(row.count ?? 1, listAt(data, row.field.replace("[]", "")).length)
    return Array.from({ length: count }, (_, i) => recordQuestion(row, i, i === 0 ? row.hint : ""))
}

function recordQuestion(row: FormRow, index: number, hint: string): Question {
    return {
        key: row.field.replace("[]", `[${String(index)}]`),
        kind: "record",
        label: `${row.label} ${String(index + 1)}`,
        hint,
        row,
    }
}

function groupKey(id: string): string {
    return GROUP_FIELD.replace("[]", `[${id}]`)
}

/** The question of a key of the hidden column; `undefined` where there is none of that name. */
export function questionOfKey(key: string): Question | undefined {
    const [, list = "", index = ""] = /^(.+)\[([^\]]+)\]$/.exec(key) ?? []
    if (`${list}[]` === GROUP_FIELD) return { key, kind: "group", label: GROUP_LABEL, hint: "" }
    const row = ROWS.find(({ field }) => field === key || (field === `${list}[]` && /^\d{1,3}$/.test(index)))
    if (row === undefined || row.field === key) return row && questionOf(row)
    return recordQuestion(row, Number(index), "")
}

/** The question of a label, where that tells it; those for groups of data are told by their key alone. */
export function questionOfLabel(label: string): Question | undefined {
    const row = ROWS.find((one) => one.label === label)
    if (row !== undefined) return row.kind === "record" ? undefined : questionOf(row)
    const [, name, count = ""] = /^(.+?)\s*(\d{1,2})$/.exec(label) ?? []
    const listed = ROWS.find((one) => one.kind === "record" && one.label === name)
    return listed && count !== "0" ? recordQuestion(listed, Number(count) - 1, "") : undefined
}

const ROWS: readonly FormRow[] = FORM.flatMap(({ rows }) => rows)

/** What the form says for a question, from the data. */
function answerOf(data: unknown, { key, kind, row }: Question): string {
    if (kind === "gate") return valueAt(data, key) === undefined ? "" : YES
    if (kind === "group") {
        const chosen = valueAt(data, "request.dataGroups")
        if (!Array.isArray(chosen)) return ""
        return chosen.some((id) => typeof id === "string" && groupKey(id) === key) ? YES : NO
    }
    if (kind === "list") return listAt(data, key.replace("[]", "")).join("、")
    const value = valueAt(data, key)
    if (typeof value === "string") {
        const [word] = Object.entries(row?.words ?? {}).find(([, meant]) => meant === value) ?? [value]
        return word
    }
    // A time whose zone stands apart is the only other value that is no text.
    const parts = (row?.parts ?? ["at", "zone"]).map((part) => valueAt(value, part))
    return parts.filter((part) => typeof part === "string").join(kind === "record" ? PART_JOINT : " ")
}

function listAt(data: unknown, name: string): readonly unknown[] {
    const value = valueAt(data, name)
    return Array.isArray(value) ? value : []
}

function valueAt(data: unknown, name: string): unknown {
    let value = data
    for (const key of name.split(/[.[\]]+/).filter((part) => part !== ""))
        value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined
    return value
}
