import { issue } from "../../../base/issue.ts"
import { LANGS } from "../../../base/lang.ts"
import { valueAt } from "../../../base/value.ts"
import type { ReadRow, ReadSheet } from "../../../typeset/office/sheet.ts"
import { type List, POSITIONS, pathOf, putAt, TABLES, type Table } from "./form.ts"
import { exampleText, headOf, isAny, noteText, questionIn, type SheetColumn, sheetColumns } from "./sheet-layout.ts"
import { MARKS, YES } from "./sheet-words.data.ts"
import { type Gathering, rawText, readAnswer, type Spot, short, spotName, stray } from "./workbook-cell.ts"

/** Reads the sheets of rows. */
export function readTables(sheets: readonly ReadSheet[], into: Gathering): void {
    for (const sheet of sheets) {
        const found = findTable(sheet)
        if (found !== undefined) readTable(found, into)
        // A sheet of the user's own, or one that lost its head.
        else
            for (const row of sheet.rows)
                for (const { column, text } of row.cells.slice(0, 1))
                    into.issues.push(stray({ sheet: sheet.name, row, column }, text, into))
    }
}

interface Found {
    readonly table: Table
    readonly sheet: string
    readonly columns: ReadonlyMap<number, SheetColumn>
    /** The row of labels, where it is known. */
    readonly labels?: ReadRow
    /** The first row to be filled in. */
    readonly start: number
    readonly rows: readonly ReadRow[]
}

/** Which sheet of rows it is, by the hidden names of its columns; by what stands in their heads where those are gone. */
function findTable({ name, rows }: ReadSheet): Found | undefined {
    const match = (row: ReadRow, table: Table, is: (column: SheetColumn, text: string) => boolean) =>
        new Map(
            row.cells.flatMap(({ column, text }): (readonly [number, SheetColumn])[] => {
                const found = sheetColumns(table).find((one) => is(one, text.trim()))
                return found === undefined ? [] : [[column, found]]
            }),
        )
    const ways = [
        (column: SheetColumn, text: string) => column.id === text,
        (column: SheetColumn, text: string) => isAny(text, headOf(column)),
    ]
    for (const [way, is] of ways.entries()) {
        const candidates = rows.slice(0, 40).flatMap((row, i) =>
            TABLES.map((table) => {
                const columns = match(row, table, is)
                const asked = [...columns.values()].filter((column) => "column" in column).length
                const named = way === 1 && LANGS.some((lang) => table.name[lang] === name) ? 1 : 0
                return { table, columns, i, share: asked / table.columns.length + named }
            }),
        )
        const best = candidates.reduce<(typeof candidates)[number] | undefined>(
            (a, b) => (a === undefined || b.share > a.share ? b : a),
            undefined,
        )
        const enough = way === 0 ? 0.2 : 0.7
        const head = best && rows[best.i]
        if (best === undefined || head === undefined || best.share < enough) continue
        // Where the hidden names were found, the labels stand above them.
        const labels = way === 0 ? rows[best.i - 1] : head
        const below = rows.slice(best.i + 1)
        const number = [...best.columns].find(([, one]) => "role" in one && one.role === "number")?.[0]
        const marked = below.filter((row) => isMark(rawText(row, number))).map(({ row }) => row)
        const start = Math.max(head.row, ...marked) + 1
        const found = { table: best.table, sheet: name, columns: best.columns, start, rows: below }
        return labels === undefined ? found : { ...found, labels }
    }
    return undefined
}

function isMark(text: string): boolean {
    return isAny(text, MARKS.hint) || isAny(text, MARKS.example)
}

function readTable(found: Found, into: Gathering): void {
    const { table, sheet, columns, start, rows } = found
    for (const list of table.lists) {
        const [first, one] = [...columns].find(([, each]) => "column" in each && questionIn(each.column, list)) ?? []
        if (first === undefined || one === undefined) continue
        const row: ReadRow = { row: start, cells: [] }
        into.places.set(list.path, spotName({ sheet, row, column: first }, labelIn(found, first, one)))
    }
    const counts = new Map<string, number>()
    const positions = new Positions(into)
    for (const row of rows) {
        const mark = rawText(row, columnOf(found, "number"))
        if (isMark(mark)) {
            checkExample(found, row, isAny(mark, MARKS.example), into)
            continue
        }
        for (const { column, text } of row.cells)
            if (!columns.has(column) && text.trim() !== "") into.issues.push(stray({ sheet, row, column }, text, into))
        const filled = [...columns].filter(([column, one]) => "column" in one && rawText(row, column).trim() !== "")
        if (filled.length === 0) continue
        const list = listOf(found, row, into)
        if (list === undefined) continue
        if (list.path === POSITIONS) positions.add(found, row, list)
        else {
            const index = counts.get(list.path) ?? 0
            counts.set(list.path, index + 1)
            readEntry(found, row, list, `${list.path}[${String(index)}]`, into)
        }
    }
}

function columnOf({ columns }: Found, role: string): number | undefined {
    return [...columns].find(([, one]) => "role" in one && one.role === role)?.[0]
}

/** What stands in a row of notes or examples is read by nobody: what was typed there is named. */
function checkExample({ table, sheet, columns }: Found, row: ReadRow, isExample: boolean, into: Gathering): void {
    for (const [column, one] of columns) {
        const text = rawText(row, column).trim()
        const known = LANGS.map((lang) => (isExample ? exampleText(one, table, lang) : noteText(one, lang)))
        if (!("column" in one) || text === "" || known.includes(text)) continue
        const where = spotName({ sheet, row, column }, headOf(one)["zh-CN"])
        into.issues.push(issue("case.form.example", [into.file + where], { found: short(text) }))
    }
}

/** The list that a row belongs to, by its class. */
function listOf(found: Found, row: ReadRow, into: Gathering): List | undefined {
    const { table, sheet } = found
    const [only, ...others] = table.lists
    if (others.length === 0) return only
    const column = columnOf(found, "class")
    const text = rawText(row, column).trim()
    const list = table.lists.find(({ word, title }) => isAny(text, word) || isAny(text, title))
    if (list !== undefined) return list
    const known = table.lists.map(({ word }) => word["zh-CN"]).join("、")
    const at = column ?? row.cells[0]?.column ?? 1
    const path = [into.file + spotName({ sheet, row, column: at }, "类别")]
    into.issues.push(
        text === ""
            ? issue("case.form.class-missing", path, { known })
            : issue("case.form.class-unknown", path, { found: short(text), known }),
    )
    return undefined
}

/** Takes the cells of a row into an entry of a list; `name` is that of the entry, `orders[2]`. */
function readEntry(found: Found, row: ReadRow, list: List, name: string, into: Gathering): void {
    const { columns, sheet } = found
    for (const [column, one] of columns) {
        if (!("column" in one)) continue
        const spot: Spot = { sheet, row, column }
        const where = spotName(spot, labelIn(found, column, one))
        const question = questionIn(one.column, list)
        const text = rawText(row, column)
        if (question === undefined) {
            if (text.trim() !== "") {
                const params = { found: short(text), class: list.word["zh-CN"] }
                into.issues.push(issue("case.form.not-of-class", [into.file + where], params))
            }
            continue
        }
        const suffix = question.field.slice(`${list.path}[]`.length).replaceAll("[]", "")
        into.places.set(name + suffix, where)
        const answer = readAnswer(spot, question, where, into)
        if (answer !== "") putAt(into.data, pathOf(name + suffix), answer)
    }
    const [, first] = [...into.places].find(([field]) => field.startsWith(`${name}.`)) ?? []
    if (first !== undefined) into.places.set(name, first)
    if (!isAny(rawText(row, columnOf(found, "notASecret")), YES)) return
    const entry = valueAt(into.data, pathOf(name))
    if (typeof entry === "string") putAt(into.data, pathOf(name), { text: entry, notASecret: "true" })
    else putAt(into.data, [...pathOf(name), "notASecret"], "true")
}

/** The label as it stands in the sheet, so that it is found there. */
function labelIn({ labels }: Found, column: number, one: SheetColumn): string {
    const text = labels === undefined ? "" : rawText(labels, column).trim()
    return text === "" ? headOf(one)["zh-CN"] : text
}

/**
 * 各方说法: rows of the same party belong together, by their number or by the party's name; a row with nothing but a remark
 * adds it to the statement above, or to that of its numbers.
 */
class Positions {
    readonly #into: Gathering
    readonly #parties: { number: string; name: string; statements: { key: string; answers: number }[] }[] = []
    #last: { party: number; statement: number } | undefined

    constructor(into: Gathering) {
        this.#into = into
    }

    add(found: Found, row: ReadRow, list: List): void {
        const texts = new Map(
            [...found.columns].flatMap(([column, one]) =>
                "column" in one ? [[one.id.split(".").at(-1)?.replace("[]", "") ?? "", column] as const] : [],
            ),
        )
        const at = (name: string): string => rawText(row, texts.get(name)).trim()
        const tellsMore = ["at", "by", "on", "text", "source", "evidence"].some((name) => at(name) !== "")
        const partyName = at("party")
        const numbers = {
            party: rawText(row, columnOf(found, "party")).trim(),
            statement: rawText(row, columnOf(found, "statement")).trim(),
        }
        const party = this.#partyOf(numbers.party, partyName)
        if (party === undefined) {
            const spot = { sheet: found.sheet, row, column: row.cells[0]?.column ?? 1 }
            const text = row.cells.map((cell) => cell.text).join(" ")
            this.#into.issues.push(
                issue("case.form.orphan", [this.#into.file + spotName(spot, "哪一方")], { found: short(text) }),
            )
            return
        }
        const known = this.#parties[party]
        if (known === undefined) return
        const named = numbers.statement === "" ? -1 : known.statements.findIndex(({ key }) => key === numbers.statement)
        const above = this.#last?.party === party ? this.#last.statement : known.statements.length - 1
        const isRemark = !tellsMore && at("answers") !== ""
        const belongsAbove = isRemark && numbers.statement === "" && above >= 0
        const index = named >= 0 ? named : belongsAbove ? above : known.statements.length
        if (index === known.statements.length) known.statements.push({ key: numbers.statement, answers: 0 })
        const statement = known.statements[index]
        if (statement === undefined) return
        this.#last = { party, statement: index }
        this.#read(found, row, list, party, index, statement)
    }

    #partyOf(number: string, name: string): number | undefined {
        if (number === "" && name === "") return this.#last?.party
        const isSame = (one: { readonly number: string; readonly name: string }): boolean =>
            number === "" ? one.name === name : one.number === number
        const index = this.#parties.findIndex(isSame)
        return index >= 0 ? index : this.#parties.push({ number, name, statements: [] }) - 1
    }

    #read(found: Found, row: ReadRow, list: List, party: number, index: number, statement: { answers: number }): void {
        const into = this.#into
        const partyName = `${list.path}[${String(party)}]`
        const own = `${partyName}.statements[${String(index)}]`
        for (const [column, one] of found.columns) {
            const question = "column" in one ? questionIn(one.column, list) : undefined
            if (question === undefined) continue
            const spot = { sheet: found.sheet, row, column }
            const where = spotName(spot, labelIn(found, column, one))
            const text = readAnswer(spot, question, where, into)
            const suffix = question.field.replace(/^positions\[\](?:\.statements\[\])?/, "").replace("[]", "")
            const isAnswer = suffix === ".answers"
            const field =
                suffix === ".party"
                    ? `${partyName}.party`
                    : own + suffix + (isAnswer ? `[${String(statement.answers)}]` : "")
            const before = valueAt(into.data, pathOf(field))
            if (text === "" && into.places.has(field)) continue
            if (text !== "" && typeof before === "string" && before !== text && !isAnswer) {
                const params = { first: into.places.get(field)?.trim() ?? "", found: short(text) }
                into.issues.push(issue("case.form.row-twice", [into.file + where], params))
                continue
            }
            if (!into.places.has(field) || text !== "") into.places.set(field, where)
            if (text === "") continue
            putAt(into.data, pathOf(field), text)
            if (isAnswer) statement.answers += 1
        }
        if (isAny(rawText(row, columnOf(found, "notASecret")), YES))
            putAt(into.data, [...pathOf(own), "notASecret"], "true")
    }
}
