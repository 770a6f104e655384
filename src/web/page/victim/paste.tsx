import { useState } from "preact/hooks"
import { readTime } from "../../../base/text/time.ts"
import type { List, Question } from "../../../facts/case/form/form.ts"
import { lang, say } from "../state.ts"
import { entriesAt, isSeveral, pathOf, pathOfQuestion, questionsOfEntry, withAnswer } from "./answers.ts"
import { answer, answers, setTyped, typed } from "./case.ts"
import * as words from "./words.ts"

/** Rows of a table that was copied elsewhere become entries. What stands in a cell is taken as it stands. */

/** So many are taken at once; the rest stays where it was pasted. */
const MOST_ROWS = 500

export function PasteTable({ list }: { list: List }) {
    const place = `paste ${list.path}`
    const text = typed.value[place] ?? ""
    const setText = (given: string): void => setTyped({ [place]: given })
    const [chosen, setChosen] = useState<Readonly<Record<number, string>>>({})
    const [zone, setZone] = useState("")
    const { questions } = questionsOfEntry(list)
    const rows = rowsOf(text)
    const isHeaded = rows.length > 1 && rows[0]?.some((cell) => labelled(questions, cell) !== undefined) === true
    const all = isHeaded ? rows.slice(1) : rows
    const body = all.slice(0, MOST_ROWS)
    const rest = all.slice(MOST_ROWS)
    const width = Math.max(0, ...rows.map((row) => row.length))
    const columns = Array.from({ length: width }, (_, i) => {
        const guess = isHeaded ? labelled(questions, rows[0]?.[i] ?? "")?.field : questions[i]?.field
        return chosen[i] ?? guess ?? ""
    })
    const take = (): void => {
        const at = pathOf(list.path)
        let tree = answers.value
        const first = entriesAt(tree, at).length
        for (const [i, row] of body.entries())
            for (const [column, cell] of row.entries()) {
                const question = questions.find(({ field }) => field === columns[column])
                if (question === undefined || cell === "") continue
                const value = isSeveral(question) ? cell.split(/[\s、，,；;]+/) : withZone(question, cell, zone)
                tree = withAnswer(tree, pathOfQuestion(question, [first + i]), value)
            }
        answer(at, entriesAt(tree, at))
        setText(rest.length === 0 ? "" : printRows([...(isHeaded ? rows.slice(0, 1) : []), ...rest]))
        if (rest.length === 0) setChosen({})
    }
    const hasTimes = columns.some((field) => questions.find((one) => one.field === field)?.kind === "time")
    return (
        <details open={text !== ""}>
            <summary>{say(words.PASTE)}</summary>
            <p class="hint">{say(words.PASTE_TEXT)}</p>
            <div class="field">
                <label for="paste">{say(words.PASTE_FIELD)}</label>
                <textarea id="paste" value={text} onInput={(event) => setText(event.currentTarget.value)} />
            </div>
            {rows.length === 0 ? null : (
                <>
                    <div class="wide">
                        <table>
                            <thead>
                                <tr>
                                    {columns.map((field, i) => (
                                        <th scope="col" key={i}>
                                            <select
                                                aria-label={say(words.COLUMN(i + 1))}
                                                value={field}
                                                onChange={(event) =>
                                                    setChosen({ ...chosen, [i]: event.currentTarget.value })
                                                }
                                            >
                                                <option value="">{say(words.UNUSED)}</option>
                                                {questions.map((question) => (
                                                    <option key={question.field} value={question.field}>
                                                        {question.label[lang.value]}
                                                    </option>
                                                ))}
                                            </select>
                                        </th>
                                    ))}
                                </tr>
                            </thead>
                            <tbody>
                                {body.slice(0, 5).map((row, i) => (
                                    <tr key={i}>
                                        {columns.map((_, column) => (
                                            <td key={column}>{row[column] ?? ""}</td>
                                        ))}
                                    </tr>
                                ))}
                            </tbody>
                        </table>
                    </div>
                    {isHeaded ? <p class="soft">{say(words.FIRST_ROW)}</p> : null}
                    {hasTimes ? (
                        <div class="field">
                            <label for="paste-zone">{say(words.PRINTED_ZONE)}</label>
                            <select
                                id="paste-zone"
                                value={zone}
                                onChange={(event) => setZone(event.currentTarget.value)}
                            >
                                <option value="">{say(words.NO_ZONE)}</option>
                                <option value="北京时间">{say(words.BEIJING)}</option>
                                <option value="UTC">{say(words.UTC)}</option>
                            </select>
                        </div>
                    ) : null}
                    {rest.length === 0 ? null : <p>{say(words.MORE_ROWS(MOST_ROWS, rest.length))}</p>}
                    <button type="button" class="btn" disabled={body.length === 0} onClick={take}>
                        {say(words.TAKE_ROWS(body.length))}
                    </button>
                </>
            )}
        </details>
    )
}

/** Cells between tabs, as spreadsheets and web pages copy them; quotes around cells with line breaks. */
function rowsOf(text: string): readonly (readonly string[])[] {
    const rows: string[][] = [[]]
    for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/g)) {
        rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).trim())
        if (end !== "\t") rows.push([])
        if (end === "") break
    }
    return rows.filter((row) => row.some((cell) => cell !== ""))
}

/** Rows as they are pasted. */
function printRows(rows: readonly (readonly string[])[]): string {
    const cell = (text: string): string => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    return rows.map((row) => row.map(cell).join("\t")).join("\n")
}

/** The question whose label a cell is. */
function labelled(questions: readonly Question[], cell: string): Question | undefined {
    const plain = cell.trim().toLowerCase()
    return questions.find(({ label }) => Object.values(label).some((text) => text.toLowerCase() === plain))
}

/** A time gets the zone that the person says the table has, unless it names one itself. */
function withZone({ kind }: Question, cell: string, zone: string): string {
    if (kind !== "time" || zone === "") return cell
    const read = readTime(cell)
    return typeof read !== "string" && read.epochMs !== undefined ? cell : `${cell} ${zone}`
}
