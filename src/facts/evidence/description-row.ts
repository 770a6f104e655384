import { hasErrors, type Issue, type IssuePath, issue } from "../../base/issue.ts"
import { visible } from "../../base/text/hygiene.ts"
import { readCellText } from "../../typeset/office/cell-text.ts"
import { cellName, type ReadRow } from "../../typeset/office/sheet.ts"
import {
    DESCRIPTION_FILE,
    type Description,
    type Field,
    foldersOf,
    HANDING_ZH,
    SHARE_ZH,
    type Share,
    TEXT_FIELDS,
} from "./descriptions.ts"
import type { LockEntry } from "./lock.ts"

/** One row of 证据说明.xlsx: of a file, or of a whole folder. */

/** Which column is which, from 1. */
export interface Table {
    readonly columns: ReadonlyMap<Field, number>
}

/** What a row may be about. */
export interface Known {
    /** By label. */
    readonly entries: ReadonlyMap<string, LockEntry>
    /** Paths of folders by what is shown of them, `evidence/聊天记录/`. */
    readonly folders: ReadonlyMap<string, string>
}

export function knownOf(entries: readonly LockEntry[]): Known {
    const folders = new Map<string, string>()
    for (const path of foldersOf(entries).keys()) {
        const shown = visible(path).normalize("NFC")
        if (!folders.has(shown)) folders.set(shown, path)
    }
    return { entries: new Map(entries.map((entry) => [entry.label, entry])), folders }
}

/** A row that belongs to a file or folder. */
export interface DescriptionRow {
    /** Without boxes. The label of a folder is its path, `evidence/聊天记录/`. */
    readonly description: Description
    readonly isFolder: boolean
    readonly hasErrors: boolean
    /** Where the answer of a column stands. */
    readonly at: (field: Field) => IssuePath
}

/** What the cells of a row came to, for 同上 in the row below. */
export type Above = ReadonlyMap<Field, string>

/** Columns in which 同上 means the answer above. Who may see a file, and how it is handed over, is said for each. */
const REPEATABLE: readonly Field[] = [...TEXT_FIELDS, "othersData", "foreign", "printed"]
const SAME_AS_ABOVE = /^(?:同上|同前|〃|″|ditto)[。.]?$/i

/**
 * Reads a row. Nothing comes of a blank one, nor of one whose label is unknown, which is an error.
 *
 * @param above - Cells of the row before, if there is one.
 */
export function readRow(
    row: ReadRow,
    { columns }: Table,
    known: Known,
    above: Above | undefined,
): { readonly row?: DescriptionRow; readonly cells: Above; readonly issues: readonly Issue[] } {
    const issues: Issue[] = []
    const cells = new Map<Field, string>()
    const cellAt = (field: Field) => cellName(columns.get(field) ?? 1, row.row)
    const at = (field: Field): IssuePath => [DESCRIPTION_FILE, cellAt(field)]
    for (const [field, column] of columns) {
        const { text, issues: cellIssues } = readCellText(row, column, [DESCRIPTION_FILE])
        issues.push(...cellIssues)
        const isRepeat = REPEATABLE.includes(field) && SAME_AS_ABOVE.test(text)
        if (isRepeat && above === undefined)
            issues.push(issue("evidence.description.nothing-above", at(field), { cell: cellAt(field), text }))
        cells.set(field, isRepeat ? (above?.get(field) ?? "") : text)
    }
    const text = (field: Field): string => cells.get(field) ?? ""
    for (const stray of row.cells) {
        if ([...columns.values()].includes(stray.column) || stray.text.trim() === "") continue
        const cell = cellName(stray.column, row.row)
        issues.push(issue("evidence.description.extra-column", [DESCRIPTION_FILE, cell], { cell }))
    }
    const entry = known.entries.get(text("label"))
    const folder = entry === undefined ? folderOf(text("label"), text("name"), known) : undefined
    const label = entry?.label ?? folder
    if (label === undefined) {
        const isBlank =
            text("label") === "" &&
            REPEATABLE.every((field) => text(field) === "") &&
            readShare(text("share")) === "police" &&
            readHanding(text("handing")) === "packet"
        if (!isBlank) issues.push(unknown(text("label"), text("name"), cellAt, at))
        return { cells, issues }
    }
    if (entry !== undefined && isMixed(entry, text))
        issues.push(issue("evidence.description.row-mixed", at("label"), { cell: cellAt("label"), label }))
    const othersData = readYesNo(text("othersData"))
    const foreign = readYesNo(text("foreign"))
    const share = readShare(text("share"))
    const handing = readHanding(text("handing"))
    const printed = readYesNo(text("printed"))
    if (othersData === "unreadable")
        issues.push(issue("evidence.description.others-data", at("othersData"), { cell: cellAt("othersData") }))
    if (foreign === "unreadable")
        issues.push(issue("evidence.description.foreign", at("foreign"), { cell: cellAt("foreign") }))
    if (share === undefined) {
        const params = { cell: cellAt("share"), found: text("share"), choices: Object.values(SHARE_ZH).join("、") }
        issues.push(issue("evidence.description.share", at("share"), params))
    }
    if (handing === undefined)
        issues.push(issue("evidence.description.handing", at("handing"), { cell: cellAt("handing") }))
    if (printed === "unreadable")
        issues.push(issue("evidence.description.printed", at("printed"), { cell: cellAt("printed") }))
    if (folder !== undefined && share === "recipient")
        issues.push(issue("evidence.description.folder-recipient", at("share"), { cell: cellAt("share"), folder }))
    const description: Description = {
        label,
        caption: text("caption"),
        source: text("source"),
        maker: text("maker"),
        method: text("method"),
        originalAt: text("originalAt"),
        ...(typeof othersData === "boolean" && { othersData }),
        share: share ?? "police",
        ...(typeof foreign === "boolean" && { foreign }),
        ...(typeof printed === "boolean" && { printed }),
        ...(handing === "separately" && { handedOver: handing }),
    }
    return { row: { description, isFolder: folder !== undefined, hasErrors: hasErrors(issues), at }, cells, issues }
}

/** A column sorted without the others puts one picture's words beside another's label. */
function isMixed(entry: LockEntry, text: (field: Field) => string): boolean {
    // Cells lose their outer blanks; a name that ends with one does not.
    const name = visible(`${entry.folder}/${entry.originalName}`).trim()
    return text("sha256").toLowerCase() !== entry.sha256 || text("name") !== name
}

/** The path of a folder of the case that a row names, in the column of labels or of names, with or without its slash. */
function folderOf(label: string, name: string, { folders }: Known): string | undefined {
    const typed = (label === "" ? name : label).replaceAll("\\", "/").replace(/\/*$/, "/").normalize("NFC")
    if (typed === "/") return undefined
    const wanted = [typed, `evidence/${typed}`, `exports/${typed}`]
    return wanted.flatMap((path) => folders.get(path) ?? [])[0]
}

function unknown(
    label: string,
    name: string,
    cellAt: (field: Field) => string,
    at: (field: Field) => IssuePath,
): Issue {
    const folder = [label, name].find((text) => /[/\\]$/.test(text))
    if (folder !== undefined)
        return issue("evidence.description.unknown-folder", at("name"), { cell: cellAt("name"), folder })
    return issue("evidence.description.unknown-label", at("label"), { cell: cellAt("label"), label })
}

function readYesNo(text: string): boolean | undefined | "unreadable" {
    if (text === "") return undefined
    if (/^(?:是|有|yes|y)$/i.test(text)) return true
    return /^(?:否|无|没有|no|n)$/i.test(text) ? false : "unreadable"
}

/** The wording of the drop-down, or the word of the program; an empty cell is the default. */
function readShare(text: string): Share | undefined {
    if (text === "") return "police"
    const shares: readonly Share[] = ["none", "police", "recipient"]
    return shares.find((share) => text === SHARE_ZH[share] || text.toLowerCase() === share)
}

function readHanding(text: string): keyof typeof HANDING_ZH | undefined {
    if (text === "") return "packet"
    const ways = ["packet", "separately"] as const
    return ways.find((way) => text === HANDING_ZH[way] || text.toLowerCase() === way)
}
