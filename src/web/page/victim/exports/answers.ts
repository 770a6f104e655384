import {
    changeRows,
    inRowList,
    printRowList,
    type RowList,
    readCitedRows,
    readRowList,
} from "../../../../facts/case/row-list.ts"
import { entriesAt, textAt, textsAt, withAnswer } from "../answers.ts"

/** What is said of export files, as a tree of answers: `exports` one entry a file, `exportRows`, `findingAnswers`. */

export type FileField = "zone" | "report" | "account" | "columns" | "unauthorised"
const FIELDS: readonly FileField[] = ["zone", "report", "account", "columns", "unauthorised"]

function placesOf(tree: unknown, label: string): readonly number[] {
    return entriesAt(tree, ["exports"]).flatMap((_, i) => (textAt(tree, ["exports", i, "file"]) === label ? [i] : []))
}

/** What was said of a file; of several entries for it the last counts. */
export function saidOfFile(tree: unknown, label: string, field: FileField): string {
    const texts = placesOf(tree, label).map((i) => textAt(tree, ["exports", i, field]))
    return texts.filter((text) => text !== "").at(-1) ?? ""
}

/** The tree with something said of a file. */
export function withFile(tree: unknown, label: string, field: FileField, text: string): unknown {
    const places = placesOf(tree, label)
    const [last] = places.slice(-1)
    if (last === undefined) return text === "" ? tree : withNewFile(tree, label, field, text)
    return places.reduce((changed, i) => withAnswer(changed, ["exports", i, field], i === last ? text : ""), tree)
}

function withNewFile(tree: unknown, label: string, field: FileField, text: string): unknown {
    const zip = label.split("/")[0] ?? label
    // What was said of the whole ZIP no longer counts for a member that has an entry of its own.
    const kept = FIELDS.filter((name) => name !== "unauthorised" && zip !== label).flatMap((name) => {
        const said = saidOfFile(tree, zip, name)
        return said === "" ? [] : [[name, said] as const]
    })
    const entry = { file: label, ...Object.fromEntries(kept), [field]: text }
    const known = entriesAt(tree, ["exports"]).filter((one) => one !== undefined)
    return withAnswer(tree, ["exports"], [...known, entry])
}

/** Rows of a file that are listed as not the reporter's own. */
export function rowsOf(tree: unknown, label: string): RowList | undefined {
    return readRowList(saidOfFile(tree, label, "unauthorised"))
}

/** Ranges of rows, both ends included. */
export type Ranges = readonly (readonly [from: number, to: number])[]

/** The tree with rows of a file listed, or no longer. */
export function withRows(tree: unknown, label: string, ranges: Ranges | "all", isIn: boolean): unknown {
    const before = rowsOf(tree, label)
    const list = ranges === "all" ? (isIn ? "all" : undefined) : changed(before, ranges, isIn)
    return withFile(tree, label, "unauthorised", list === undefined ? "" : printRowList(list))
}

function changed(list: RowList | undefined, ranges: Ranges, isIn: boolean): RowList | undefined {
    return ranges.reduce<RowList | undefined>((now, [from, to]) => changeRows(now, from, to, isIn), list)
}

/** Whether a row stands for an order or a transfer of the case. */
export function isCited(tree: unknown, label: string, row: number, orderId: string): boolean {
    return textsAt(tree, ["exportRows"]).some((text) => {
        const read = readCitedRows(text)
        if (read?.file !== label) return false
        return read.rows === undefined ? read.id === orderId : inRowList(read.rows, row)
    })
}

/** The tree with rows of a file that stand for orders and transfers, or no longer do; order numbers of them go too. */
export function withCited(
    tree: unknown,
    label: string,
    ranges: Ranges,
    orderIds: readonly string[],
    isIn: boolean,
): unknown {
    let list: RowList | undefined
    let at: number | undefined
    const others: string[] = []
    for (const text of textsAt(tree, ["exportRows"])) {
        const read = readCitedRows(text)
        if (read?.file === label && read.rows !== undefined && read.rows !== "all") {
            at ??= others.length
            for (const [from, to] of read.rows) list = changeRows(list, from, to, true)
        } else if (isIn || read?.file !== label || !orderIds.includes(read.id ?? "")) others.push(text)
    }
    const now = changed(list, ranges, isIn)
    const place = at ?? others.length
    // A blank would be read as part of the name of a file within a ZIP.
    const own = now === undefined ? [] : [`${label} ${printRowList(now).replaceAll(" ", "")}`]
    return withAnswer(tree, ["exportRows"], [...others.slice(0, place), ...own, ...others.slice(place)])
}

/** What was said to a finding. */
export function answerTo(tree: unknown, finding: string): string {
    const at = entriesAt(tree, ["findingAnswers"]).findIndex((_, i) => isOf(tree, i, finding))
    return at < 0 ? "" : textAt(tree, ["findingAnswers", at, "answer"])
}

function isOf(tree: unknown, i: number, finding: string): boolean {
    return textAt(tree, ["findingAnswers", i, "finding"]).trim().toUpperCase() === finding
}

/** The tree with an answer to a finding; an empty one takes the entry away. */
export function withAnswerTo(tree: unknown, finding: string, text: string): unknown {
    const all = entriesAt(tree, ["findingAnswers"])
    const at = all.findIndex((_, i) => isOf(tree, i, finding))
    const own = text === "" ? [] : [{ finding, answer: text }]
    const next = at < 0 ? [...all, ...own] : [...all.slice(0, at), ...own, ...all.slice(at + 1)]
    return withAnswer(tree, ["findingAnswers"], next)
}

/** Header cells by what was said that they hold: `时间=成交时间；币种=Coin`, and back. */
export function readColumns(text: string): ReadonlyMap<string, string> {
    const pairs = text.split(/[;；\n]/).map((part) => part.split(/[=＝]/, 2).map((side) => side.trim()))
    return new Map(pairs.flatMap(([word = "", header = ""]) => (word === "" || header === "" ? [] : [[header, word]])))
}

export function printColumns(columns: ReadonlyMap<string, string>): string {
    return [...columns].map(([header, word]) => `${word}=${header}`).join("；")
}
