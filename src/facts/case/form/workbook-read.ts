import { type IssuePath, issue } from "../../../base/issue.ts"
import { LANGS } from "../../../base/lang.ts"
import { valueAt } from "../../../base/value.ts"
import { cellName, type ReadRow, type ReadSheet } from "../../../typeset/office/sheet.ts"
import { readXlsx } from "../../../typeset/office/xlsx-read.ts"
import type { YamlInput } from "../yaml.ts"
import { fieldOf, isWithin, pathOf, putAt, type Question, questionOf, SECTIONS } from "./form.ts"
import { isAny } from "./sheet-layout.ts"
import { HEADINGS, YES } from "./sheet-words.data.ts"
import {
    type Gathering,
    type Places,
    rawText,
    readAnswer,
    short,
    spotName,
    stray,
    unknownRow,
} from "./workbook-cell.ts"
import { readTables } from "./workbook-tables.ts"

/**
 * Reads 案件信息.xlsx as plain text values, in the shape that the YAML reader gives, with the cell of each for messages. The
 * sheets are known by hidden names of fields, their labels serve where those are gone; order of sheets, columns and rows
 * is of no account, and so is the language.
 */
export function readWorkbook(file: string, bytes: Uint8Array): YamlInput {
    const { sheets, countsFrom1904 = false, issues: fileIssues } = readXlsx(bytes, [file])
    if (!sheets) return { value: undefined, issues: fileIssues, locate: () => "" }
    const gathering: Gathering = { file, countsFrom1904, data: {}, places: new Map(), issues: [...fileIssues] }
    const form = sheets.map(findHead).find((found) => found !== undefined)
    if (form === undefined) {
        const missing = `${HEADINGS.label["zh-CN"]}、${HEADINGS.answer["zh-CN"]}`
        return { value: undefined, issues: [issue("case.form.columns", [file], { missing })], locate: () => "" }
    }
    readQuestions(form, gathering)
    readTables(
        sheets.filter(({ name }) => name !== form.sheet),
        gathering,
    )
    return { value: gathering.data, issues: gathering.issues, locate: (path) => placeOf(path, gathering.places) }
}

/** The cell of a field, of what it is part of, or of the first of its parts. */
function placeOf(path: IssuePath, places: Places): string {
    for (let depth = path.length; depth > 0; depth--) {
        const name = fieldOf(path.slice(0, depth), "own")
        const place = places.get(name)
        if (place !== undefined) return place
        if (depth < path.length) continue
        const part = [...places].find(([field]) => isWithin(field, name))?.[1]
        if (part !== undefined) return part
    }
    return ""
}

type Heading = keyof typeof HEADINGS

interface Head {
    readonly sheet: string
    readonly columns: ReadonlyMap<Heading, number>
    readonly rows: readonly ReadRow[]
}

/** The head of the first sheet; columns may have been moved, and rows put above it. */
function findHead({ name, rows }: ReadSheet): Head | undefined {
    for (const [i, row] of rows.entries()) {
        const columns = new Map<Heading, number>()
        for (const { text, column } of row.cells)
            for (const [heading, words] of Object.entries(HEADINGS))
                if (isAny(text, words)) columns.set(heading as Heading, column)
        if (columns.has("label") && columns.has("answer")) return { sheet: name, columns, rows: rows.slice(i + 1) }
    }
    return undefined
}

function readQuestions({ sheet, columns, rows }: Head, into: Gathering): void {
    const seen = new Map<string, { readonly text: string; readonly cell: string }>()
    const taken = new Set<string>()
    const answerColumn = columns.get("answer") ?? 0
    for (const row of rows) {
        const textIn = (heading: Heading): string => rawText(row, columns.get(heading)).trim()
        for (const { column, text } of row.cells)
            if (![...columns.values()].includes(column) && text.trim() !== "")
                into.issues.push(stray({ sheet, row, column }, text, into))
        const asked = askedBy(textIn("key"), textIn("label"), taken)
        const filled = rawText(row, answerColumn)
        if (asked === undefined) {
            if (filled.trim() !== "") into.issues.push(unknownRow({ sheet, row, column: answerColumn }, filled, into))
            continue
        }
        const { question, key } = asked
        const spot = { sheet, row, column: answerColumn }
        const where = spotName(spot, textIn("label") || question.label["zh-CN"])
        if (asked.mixed !== undefined && filled.trim() !== "")
            into.issues.push(issue("case.form.row-mixed", [into.file + where], { expected: asked.mixed }))
        const text = readAnswer(spot, question, where, into)
        const before = seen.get(key)
        const cell = cellName(answerColumn, row.row)
        if (before !== undefined && before.text !== "" && text !== "" && before.text !== text) {
            const params = { first: before.cell, found: short(text) }
            into.issues.push(issue("case.form.row-twice", [into.file + where], params))
            continue
        }
        if (before !== undefined && before.text !== "") continue
        seen.set(key, { text, cell })
        into.places.set(key, where)
        if (text === "") continue
        const isMarked = isAny(textIn("notASecret"), YES)
        putAt(into.data, pathOf(key), text)
        if (isMarked) markNoSecret(into.data, key, question)
    }
    for (const [key] of seen) closeGaps(into.data, key, into.places)
}

/** Takes the mark of a text that is no secret: into its mapping, or into one of its own where it stands in a list. */
function markNoSecret(data: Gathering["data"], key: string, { field, kind }: Question): void {
    const path = pathOf(key)
    if (field.endsWith("[]") && kind !== "labels") putAt(data, path, { text: valueAt(data, path), notASecret: "true" })
    else putAt(data, [...path.slice(0, -1), "notASecret"], "true")
}

/** Entries of a list move up over cells that were left blank, and their places with them. */
function closeGaps(data: Gathering["data"], key: string, places: Places): void {
    const [, list] = /^(.*)\[0\]$/.exec(key) ?? []
    if (list === undefined) return
    const path = pathOf(list)
    const entries = valueAt(data, path)
    if (!Array.isArray(entries)) return
    const given = Array.from(entries.keys()).filter((i) => entries[i] !== undefined)
    const moved = given.map((from) => places.get(`${list}[${String(from)}]`) ?? "")
    for (const [to, where] of moved.entries()) places.set(`${list}[${String(to)}]`, where)
    putAt(
        data,
        path,
        given.map((i) => entries[i] as unknown),
    )
}

interface AskedBy {
    readonly question: Question
    readonly key: string
    /** What the hidden name stands for, where the label is that of another question. */
    readonly mixed?: string
}

const ONCE: readonly Question[] = SECTIONS.flatMap(({ questions }) => questions)

/** The question of a row, by its hidden name or else by its label. */
function askedBy(key: string, label: string, taken: Set<string>): AskedBy | undefined {
    const byLabel = ONCE.find((question) => LANGS.some((lang) => labelIs(label, question, lang)))
    const field = key.replace(/\[\d+\]/g, "[]")
    const byKey = questionOf(field) ?? questionOf(`${key}[]`)
    if (byKey !== undefined && ONCE.includes(byKey)) {
        taken.add(key)
        const isMixed = byLabel !== undefined && byLabel.field !== byKey.field
        return { question: byKey, key, ...(isMixed ? { mixed: byKey.label["zh-CN"] } : {}) }
    }
    if (byLabel === undefined) return undefined
    const list = byLabel.kind === "labels" ? undefined : /^(.*)\[\]$/.exec(byLabel.field)?.[1]
    if (list === undefined) return { question: byLabel, key: byLabel.field.replace("[]", "") }
    for (let i = 0; ; i++) {
        const free = `${list}[${String(i)}]`
        if (taken.has(free)) continue
        taken.add(free)
        return { question: byLabel, key: free }
    }
}

function labelIs(label: string, { label: words, field, kind }: Question, lang: (typeof LANGS)[number]): boolean {
    const plain = field.endsWith("[]") && kind !== "labels" ? label.replace(/\s*\d+$/, "") : label
    return plain !== "" && plain === words[lang]
}
