import { hasErrors, type Issue, type IssuePath, issue, movedTo } from "../../base/issue.ts"
import { decodeText } from "../../base/text/decode.ts"
import { halfWidth } from "../../base/text/hygiene.ts"
import { dateOfCell, readCellText } from "../../typeset/office/cell-text.ts"
import { cellName, type ReadRow, type ReadSheet } from "../../typeset/office/sheet.ts"
import { readXlsx } from "../../typeset/office/xlsx-read.ts"
import { checkOfficer, type OfficerReading, readOfficer } from "./officer.ts"
import { FORM_PARTS, FORM_SHEET } from "./officer-form.data.ts"
import { HEADINGS } from "./officer-form.ts"
import { type Answer, gatherAnswers } from "./officer-form-answers.ts"
import { locateInForm } from "./officer-form-place.ts"
import {
    answersOf,
    type FormAnswers,
    type Question,
    questionOfKey,
    questionOfLabel,
    wordOf,
    wordsOf,
} from "./officer-form-questions.ts"

/** What a form says, also where that is no officer data yet. */
export interface OfficerFileReading extends OfficerReading {
    /** By question; absent where the file is no form. */
    readonly answers?: FormAnswers
}

/**
 * Reads the officer data from whatever file the officer filled in: the workbook, or the text form. The content decides;
 * a spreadsheet in a format that changes what was typed is refused.
 */
export function readOfficerFile(file: string, bytes: Uint8Array): OfficerFileReading {
    const [first, second] = bytes
    const isZip = first === 0x50 && second === 0x4b
    const isCompound = first === 0xd0 && second === 0xcf
    if (isZip || isCompound || /\.(?:xlsx|xlsm|xls|et|ods)$/i.test(file)) {
        const reading = readWorkbook(file, bytes)
        const isRenamed = reading.locate !== undefined && !/\.xls[xm]$/i.test(file)
        return isRenamed
            ? { ...reading, issues: [issue("request.form.renamed", [file], {}, "warning"), ...reading.issues] }
            : reading
    }
    const isCsv = /\.csv$/i.test(file) || new RegExp(`^"?${FORM_SHEET}"?[,;\\t]`).test(decodeText(bytes)?.text ?? "")
    if (isCsv) return { issues: [issue("request.form.csv", [file], {})] }
    const reading = readOfficer(file, bytes)
    return { ...reading, answers: answersOf(reading.given, []) }
}

function readWorkbook(file: string, bytes: Uint8Array): OfficerFileReading {
    const { sheets, countsFrom1904 = false, issues: fileIssues } = readXlsx(bytes, [file])
    if (!sheets) return { issues: fileIssues }
    const forms = sheets.flatMap((sheet) => findForm(sheet) ?? [])
    const missing = `${HEADINGS.label}、${HEADINGS.answer}`
    if (forms.length === 0) return { issues: [issue("request.form.columns", [file], { missing })] }
    const headless = sheets
        .filter(
            ({ name, rows }) => OURS.includes(name) && rows.length > 0 && !forms.some(({ sheet }) => sheet === name),
        )
        .map(({ name }) => issue("request.form.columns", [`${file} ${name}`], { missing }))
    const read = forms.flatMap((form) => form.rows.map((row) => readRow(row, { file, form, countsFrom1904 })))
    const answers = read.flatMap(({ answer }) => answer ?? [])
    const { data, issues: answerIssues, places } = gatherAnswers(answers)
    const given = { given: data, answers: asTyped(answers) }
    const issues = [...headless, ...read.flatMap((one) => one.issues), ...answerIssues]
    // A cell that could not be read is named once, not a second time for being empty.
    const refused = new Set(issues.filter(({ severity }) => severity === "error").map(({ path }) => path[0]))
    const locate = (found: Issue): Issue => locateInForm(found, file, places)
    const checked = checkOfficer(file, data)
    const all = [...issues, ...checked.issues.map(locate).filter(({ path }) => !refused.has(path[0]))]
    return hasErrors(all) ? { ...given, issues: all, locate } : { ...checked, ...given, issues: all, locate }
}

/** What the cells say, in the words of the sheet. */
function asTyped(answers: readonly Answer[]): FormAnswers {
    const typed = answers.map(({ question: { key, row }, text }) => [key, wordOf(row, text)] as const)
    return Object.fromEntries(typed.filter(([, text]) => text !== ""))
}

interface Form {
    readonly sheet: string
    readonly columns: ReadonlyMap<string, number>
    readonly label: number
    readonly answer: number
    readonly rows: readonly ReadRow[]
}

/** Sheets that cannot go unread because their head was lost; a form of 0.1 has the first alone. */
const OURS: readonly string[] = FORM_PARTS.map(({ sheet }) => sheet)

/** The form on a sheet that has its head. Columns may have been moved, and rows put above it. */
function findForm({ name, rows }: ReadSheet): Form | undefined {
    for (const [i, row] of rows.entries()) {
        const columns = new Map<string, number>()
        for (const { text, column } of row.cells)
            if (Object.values(HEADINGS).includes(text.trim())) columns.set(text.trim(), column)
        const label = columns.get(HEADINGS.label)
        const answer = columns.get(HEADINGS.answer)
        if (label !== undefined && answer !== undefined)
            return { sheet: name, columns, label, answer, rows: rows.slice(i + 1) }
    }
    return undefined
}

interface Context {
    readonly file: string
    readonly form: Form
    readonly countsFrom1904: boolean
}

/** One row: the question it asks, and the answer where there is one. */
function readRow(row: ReadRow, context: Context): { answer?: Answer; issues: readonly Issue[] } {
    const { file, form } = context
    const textAt = (column: number | undefined): string =>
        row.cells.find((cell) => cell.column === column)?.text.trim() ?? ""
    const at = (column: number, label = ""): IssuePath => [
        `${file} ${form.sheet}!${cellName(column, row.row)}${label === "" ? "" : ` ${label}`}`,
    ]
    const issues = row.cells
        .filter(({ column, text }) => ![...form.columns.values()].includes(column) && text.trim() !== "")
        .map(({ column, text }) => issue("request.form.stray", at(column), { found: short(text) }, "warning"))
    const byKey = questionOfKey(textAt(form.columns.get(HEADINGS.key)))
    const byLabel = questionOfLabel(textAt(form.label))
    const question = byKey ?? byLabel
    const filled = textAt(form.answer)
    if (question === undefined) {
        if (filled !== "") issues.push(issue("request.form.row-unknown", at(form.answer), { found: short(filled) }))
        return { issues }
    }
    const label = textAt(form.label)
    const path = at(form.answer, label === "" ? question.label : label)
    if (byKey !== undefined && byLabel !== undefined && byKey.key !== byLabel.key && filled !== "")
        issues.push(issue("request.form.row-mixed", path, { expected: byKey.label }))
    const read = readAnswer(row, question, path, context)
    issues.push(...read.issues)
    const cell = `${form.sheet}!${cellName(form.answer, row.row)}`
    return { answer: { question, text: read.text, place: { where: String(path[0]), cell, question } }, issues }
}

/**
 * The text of an answer. Cells are formatted as text; one that a spreadsheet program made a date or a number all the same
 * is read back where its meaning is not lost, and the reading is shown.
 */
function readAnswer(
    row: ReadRow,
    { kind, ...question }: Question,
    path: IssuePath,
    { form, countsFrom1904 }: Context,
): { text: string; issues: readonly Issue[] } {
    const cell = row.cells.find(({ column }) => column === form.answer)
    if (cell?.kind === "date" && (kind === "date" || kind === "time")) {
        const text = dateOfCell(cell.text, countsFrom1904)
        if (text !== undefined)
            return { text, issues: [issue("request.form.date-cell", path, { read: text }, "warning")] }
    }
    const { text, issues } = readCellText(row, form.answer, path)
    if (issues.length > 0) return { text, issues: issues.map((found) => movedTo(found, path)) }
    if (cell?.kind === "number")
        return { text, issues: [issue("request.form.number-cell", path, { read: text }, "warning")] }
    const known = wordsOf({ kind, ...question })
    if (text === "" || known.length === 0 || question.row.offers !== undefined) return { text, issues }
    const value = meaningOf(text, known, question)
    return value === undefined
        ? { text: "", issues: [issue("request.form.word", path, { found: short(text), known: known.join("、") })] }
        : { text: value, issues }
}

/** The schema's value for a word of the sheet, for a word people use instead, or for the value itself. */
function meaningOf(text: string, known: readonly string[], { row }: Omit<Question, "kind">): string | undefined {
    const plain = halfWidth(text).replace(/\s/g, "").toLowerCase()
    if (row.words === undefined) return known.find((word) => word === plain)
    const meanings: Readonly<Record<string, string>> = { ...row.words, ...row.also }
    const isSame = (word: string): boolean => word.toLowerCase() === plain
    return Object.entries(meanings).find(([word, value]) => isSame(word) || isSame(value))?.[1]
}

function short(text: string): string {
    return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
