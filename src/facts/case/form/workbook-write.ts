import type { Lang, Words } from "../../../base/lang.ts"
import { valueAt } from "../../../base/value.ts"
import type { CellStyle, Choices, Merge, NewCell, NewSheet } from "../../../typeset/office/sheet.ts"
import { writeXlsx } from "../../../typeset/office/xlsx-write.ts"
import {
    choiceWords,
    fieldOf,
    type List,
    POSITIONS,
    pathOf,
    type Question,
    SECTIONS,
    type Section,
    TABLES,
    type Table,
} from "./form.ts"
import {
    exampleText,
    headOf,
    hintOf,
    noteText,
    offered,
    questionIn,
    type Role,
    type SheetColumn,
    sheetColumns,
    whenWords,
} from "./sheet-layout.ts"
import { GUIDE, HEADINGS, QUESTION_SHEET, YES } from "./sheet-words.data.ts"

/** A recipient that may be asked, by its id. */
export interface Desk {
    readonly id: string
    readonly name: Words
}

export interface FormSetting {
    readonly lang: Lang
    readonly desks: readonly Desk[]
}

/** Rows that are there to be filled in, besides those that are. */
const BLANK_ROWS = 15
/** How far down drop-downs go. */
const CHOICE_ROWS = 500
const QUESTION_WIDTHS = [6, 30, 44, 52, 34, 12, 30]
const ANSWER_COLUMN = 3
const SECRET_COLUMN = 6
const KEY_COLUMN = 7

/**
 * Prints the workbook. Every cell is text; the same answers give the same bytes.
 *
 * @param answers - Of a case, settled; what the form has no question for is left out.
 */
export function printWorkbook(answers: unknown, setting: FormSetting): Uint8Array {
    const sheets = [questionSheet(answers, setting), ...TABLES.map((table) => tableSheet(table, answers, setting))]
    return writeXlsx(sheets, { title: QUESTION_SHEET[setting.lang] })
}

const cell = (text: string, style: CellStyle): NewCell => ({ text, style })

/** A row of the first sheet, before it has its number. */
interface Asked {
    readonly question: Question
    readonly key: string
    readonly label: string
    readonly value: unknown
}

function questionSheet(answers: unknown, setting: FormSetting): NewSheet {
    const { lang } = setting
    const heads = [
        HEADINGS.number,
        HEADINGS.label,
        HEADINGS.answer,
        HEADINGS.hint,
        HEADINGS.example,
        HEADINGS.notASecret,
        HEADINGS.key,
    ]
    const rows: NewCell[][] = [
        [cell(QUESTION_SHEET[lang], "title")],
        heads.map((head) => head[lang]),
        [cell(GUIDE[lang], "guide")],
    ]
    const merges: Merge[] = [1, 3].map((row) => ({ row, fromColumn: 1, toColumn: SECRET_COLUMN }))
    const choices: Choices[] = []
    const marked = new Set<string>()
    let number = 0
    for (const section of SECTIONS) {
        rows.push(Array.from({ length: 6 }, (_, i) => cell(i === 0 ? headingOf(section, lang) : "", "section")))
        merges.push({ row: rows.length, fromColumn: 1, toColumn: SECRET_COLUMN })
        for (const { question, key, label, value } of section.questions.flatMap((one) => askedOf(one, answers, lang))) {
            number += 1
            rows.push([
                cell(String(number), "info"),
                cell(label, "text"),
                cell(answerText(value, question, setting), "fill-in"),
                cell(hintOf(question, lang), "hint"),
                cell(question.example?.[lang] ?? "", "hint"),
                cell(secretMark(answers, key, marked, lang), "text"),
                cell(key, "info"),
            ])
            choices.push(...choicesFor(question, ANSWER_COLUMN, rows.length, rows.length, setting))
        }
    }
    return {
        name: QUESTION_SHEET[lang],
        widths: QUESTION_WIDTHS,
        headerRows: 2,
        rows,
        choices,
        merges,
        hiddenColumns: [KEY_COLUMN],
    }
}

function headingOf({ title, note, elsewhere }: Section, lang: Lang): string {
    return [title, note, elsewhere].flatMap((part) => part?.[lang] ?? []).join("\n")
}

/** The rows of a question: one, or for a list as many as it has entries and some more. */
function askedOf(question: Question, answers: unknown, lang: Lang): readonly Asked[] {
    const list = /^(.*)\[\]$/.exec(question.field)?.[1]
    if (list === undefined || question.kind === "labels") {
        const key = list ?? question.field
        return [{ question, key, label: question.label[lang], value: valueAt(answers, pathOf(key)) }]
    }
    const given = entriesAt(answers, list)
    return Array.from({ length: Math.max(question.rows ?? 1, given.length + 1) }, (_, i) => ({
        question,
        key: `${list}[${String(i)}]`,
        label: `${question.label[lang]} ${String(i + 1)}`,
        value: given[i],
    }))
}

/** The entries of a list; a single one may stand without it. */
function entriesAt(answers: unknown, list: string): readonly unknown[] {
    const value = valueAt(answers, pathOf(list))
    return Array.isArray(value) ? value : value === undefined ? [] : [value]
}

/** What a cell says for an answer; texts of which a mapping tells more are its text. */
export function answerText(value: unknown, question: Question, { lang, desks }: FormSetting): string {
    if (Array.isArray(value)) return value.filter((item) => typeof item === "string").join("、")
    if (typeof value === "object" && value !== null)
        return answerText(valueAt(value, ["text"]), question, { lang, desks })
    if (typeof value !== "string") return ""
    if (question.words !== undefined) return choiceWords(question.words, value)?.[lang] ?? value
    if (question.kind === "desk") return deskText(desks.find(({ id }) => id === value)) ?? value
    return value

    function deskText(desk: Desk | undefined): string | undefined {
        return desk && `${desk.id} ${desk.name[lang]}`
    }
}

/** `是` in the first row of a mapping of which the texts are no secrets. */
function secretMark(answers: unknown, key: string, marked: Set<string>, lang: Lang): string {
    const path = pathOf(key)
    const own = valueAt(answers, path)
    const owner = typeof own === "object" && own !== null && !Array.isArray(own) ? path : path.slice(0, -1)
    const name = fieldOf(owner, "own")
    if (marked.has(name) || valueAt(answers, [...owner, "notASecret"]) !== "true") return ""
    marked.add(name)
    return YES[lang]
}

function choicesFor(
    question: Question,
    column: number,
    fromRow: number,
    toRow: number,
    { lang, desks }: FormSetting,
): readonly Choices[] {
    const values =
        question.kind === "desk" ? desks.map(({ id, name }) => `${id} ${name[lang]}`) : offered(question, lang)
    const isOpen = question.words === undefined
    const fits = values.join(",").length <= 255 && values.every((value) => !/[",\n]/.test(value))
    return values.length === 0 || !fits ? [] : [{ column, fromRow, toRow, values, isOpen }]
}

/** A row of a sheet: an entry of one of its lists, with what stands in its own columns. */
interface Entry {
    readonly list: List
    readonly value: unknown
    readonly roles: Partial<Readonly<Record<Role, string>>>
}

function tableSheet(table: Table, answers: unknown, setting: FormSetting): NewSheet {
    const { lang } = setting
    const columns = sheetColumns(table)
    const entries = table.lists.flatMap((list) => entriesOf(list, answers, lang))
    const when = table.lists.flatMap((list) =>
        list.when === undefined ? [] : [`${list.title[lang]}：${whenWords(list.when, lang)}`],
    )
    const rows: NewCell[][] = [
        [cell(table.name[lang], "title")],
        [cell([table.guide[lang], ...when].join("\n"), "guide")],
        columns.map((column) => cell(headOf(column)[lang], "header")),
        columns.map(({ id }) => cell(id, "info")),
        columns.map((column) => cell(noteText(column, lang), "hint")),
        columns.map((column) => cell(exampleText(column, table, lang), "hint")),
        ...entries.map((entry) => columns.map((column) => cell(entryCell(column, entry, setting), styleOf(column)))),
        ...Array.from({ length: BLANK_ROWS }, () => columns.map((column) => cell("", styleOf(column)))),
    ]
    const first = 7
    const choices = columns.flatMap((column, i): readonly Choices[] => {
        const place = { column: i + 1, fromRow: first, toRow: first + entries.length + CHOICE_ROWS }
        if ("column" in column) {
            const [question] = column.column.questions
            return question === undefined ? [] : choicesFor(question, i + 1, place.fromRow, place.toRow, setting)
        }
        return column.role === "class" ? [{ ...place, values: table.lists.map(({ word }) => word[lang]) }] : []
    })
    return {
        name: table.name[lang],
        widths: columns.map((column) => ("column" in column ? column.column.width : ROLE_WIDTHS[column.role])),
        headerRows: 3,
        rows,
        choices,
        merges: [1, 2].map((row) => ({ row, fromColumn: 1, toColumn: Math.min(columns.length, 7) })),
        hiddenRows: [4],
    }
}

const ROLE_WIDTHS: Readonly<Record<Role, number>> = { number: 9, class: 16, party: 8, statement: 8, notASecret: 12 }

function styleOf(column: SheetColumn): CellStyle {
    return "column" in column || column.role === "class" ? "fill-in" : "text"
}

function entriesOf(list: List, answers: unknown, lang: Lang): readonly Entry[] {
    const roles = { class: list.word[lang] }
    const entries = entriesAt(answers, list.path)
    if (list.path !== POSITIONS)
        return entries.map((value) => ({ list, value, roles: { ...roles, ...secret(value, lang) } }))
    return entries.flatMap((party, i) => positionRows(party, list, String(i + 1), lang))
}

function secret(value: unknown, lang: Lang): { readonly notASecret?: string } {
    return valueAt(value, ["notASecret"]) === "true" ? { notASecret: YES[lang] } : {}
}

/** One row for each remark on a statement, and one for a statement without remarks. */
function positionRows(party: unknown, list: List, partyNumber: string, lang: Lang): readonly Entry[] {
    const name = valueAt(party, ["party"])
    const statements = entriesAt(party, "statements")
    const row = (
        statement: unknown,
        answer: unknown,
        statementNumber: string,
        marks: { readonly notASecret?: string },
    ): Entry => ({
        list,
        value: { party: name, statements: { ...Object(statement), answers: answer } },
        roles: { party: partyNumber, statement: statementNumber, ...marks },
    })
    if (statements.length === 0) return [row({}, undefined, "", {})]
    return statements.flatMap((statement, i) => {
        const number = String(i + 1)
        const [first, ...others] = entriesAt(statement, "answers")
        return [
            row(statement, first, number, secret(statement, lang)),
            ...others.map((answer) => row({}, answer, number, {})),
        ]
    })
}

function entryCell(column: SheetColumn, { list, value, roles }: Entry, setting: FormSetting): string {
    if (!("column" in column)) return roles[column.role] ?? ""
    const question = questionIn(column.column, list)
    if (question === undefined) return ""
    const within = question.field.slice(`${list.path}[]`.length).replaceAll("[]", "")
    const own = valueAt(value, pathOf(within))
    // A statement that is but a text.
    const text = own === undefined && within === ".text" && typeof value === "string" ? value : own
    return answerText(text, question, setting)
}
