import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import { cellName, type ReadRow, type ReadSheet } from "../../typeset/office/sheet.ts"
import { readXlsx } from "../../typeset/office/xlsx-read.ts"
import { type Above, type DescriptionRow, knownOf, readRow, type Table } from "./description-row.ts"
import {
    COLUMNS,
    DESCRIPTION_FILE,
    type Description,
    emptyDescription,
    type Field,
    foldersAround,
    LATER_FIELDS,
} from "./descriptions.ts"
import type { EvidenceLock, LockEntry } from "./lock.ts"
import type { MaskBox } from "./mask.ts"
import { readMasks } from "./mask-sheet.ts"

/** Reads 证据说明.xlsx as a person filled it in. */

/** What the sheet says, and what is wrong with it. */
export interface ReadDescriptions {
    /**
     * One for each entry, in the order of the lock, with what its folder's row says where its own says nothing. For an
     * entry without a row the empty one, which stays withheld where the lock remembers it so.
     */
    readonly descriptions: readonly Description[]
    /** The same without what folders say, and the rows of folders: for writing the sheet again. */
    readonly typed: { readonly files: readonly Description[]; readonly folders: readonly Description[] }
    /** False for a workbook that lacks a sheet, column or row which `printDescriptions` writes. */
    readonly isCurrent: boolean
    readonly issues: readonly Issue[]
}

/** What is known of files without a sheet: nothing, but which of them are shown to nobody. */
export function undescribed({ entries, withheld = [] }: EvidenceLock): Omit<ReadDescriptions, "isCurrent"> {
    const hidden = new Set(withheld)
    const files = entries.map(({ label }) => emptyDescription(label, hidden.has(label) ? "none" : "police"))
    return { descriptions: files, typed: { files, folders: [] }, issues: [] }
}

/**
 * Reads the filled-in sheet. Each issue names its cell. An error means that an answer could not be taken as it stands;
 * the sheet must then not be written again, or that answer would be lost.
 */
export function readDescriptions(bytes: Uint8Array, lock: EvidenceLock): ReadDescriptions {
    const { entries } = lock
    const path: IssuePath = [DESCRIPTION_FILE]
    const { sheets, issues: fileIssues } = readXlsx(bytes, path)
    const unread = undescribed(lock)
    if (!sheets) return { ...unread, isCurrent: true, issues: fileIssues }
    const found = findHeader(sheets)
    const absent = COLUMNS.filter(([field]) => found?.columns.get(field) === undefined)
    const missing = absent.filter(([field]) => !LATER_FIELDS.includes(field)).map(([, heading]) => heading)
    if (!found || missing.length > 0) {
        const columns = issue("evidence.description.columns", path, { missing: missing.join("、") })
        return { ...unread, isCurrent: true, issues: [columns] }
    }
    const masks = readMasks(sheets, entries, DESCRIPTION_FILE)
    const { rows, issues } = readRows(found, entries)
    issues.unshift(...masks.issues)
    const typed = new Map(rows.map((row) => [row.description.label, row]))
    const folders = rows.filter(({ isFolder }) => isFolder).map(({ description }) => description)
    const byPath = new Map(folders.map((folder) => [folder.label, folder]))
    const files: Description[] = []
    const descriptions: Description[] = []
    for (const [i, entry] of entries.entries()) {
        const empty = unread.descriptions[i] ?? emptyDescription(entry.label)
        const row = typed.get(entry.label)
        if (row === undefined) {
            const params = { label: entry.label, share: empty.share }
            issues.push(issue("evidence.description.row-missing", path, params, "warning"))
        }
        const own = withBoxes(row?.description ?? empty, masks.boxes)
        files.push(own)
        const outside = around(entry, byPath)
        const whole = withFolders(own, outside)
        descriptions.push(whole)
        if (row === undefined) continue
        const against = contradictions(row.at, own, whole, outside, masks.boxes.has(own.label))
        issues.push(...against, ...(row.hasErrors || against.length > 0 ? [] : unsaid(row.at, whole, entry)))
    }
    return {
        descriptions,
        typed: { files, folders },
        isCurrent: masks.isPresent && absent.length === 0 && entries.every(({ label }) => typed.has(label)),
        issues,
    }
}

type Boxes = ReadonlyMap<string, readonly MaskBox[]>

function withBoxes(description: Description, all: Boxes): Description {
    const boxes = all.get(description.label)
    return boxes === undefined || boxes.length === 0 ? description : { ...description, boxes }
}

/** The first row, of any sheet, that has the label's and the caption's heading; columns may have been moved. */
function findHeader(sheets: readonly ReadSheet[]): (Table & { readonly rows: readonly ReadRow[] }) | undefined {
    for (const sheet of sheets) {
        for (const [i, row] of sheet.rows.entries()) {
            const columns = new Map<Field, number>()
            for (const cell of row.cells) {
                const field = COLUMNS.find(([, heading]) => heading === cell.text.trim())?.[0]
                if (field !== undefined && !columns.has(field)) columns.set(field, cell.column)
            }
            if (columns.has("label") && columns.has("caption")) return { columns, rows: sheet.rows.slice(i + 1) }
        }
    }
    return undefined
}

function readRows(
    table: Table & { readonly rows: readonly ReadRow[] },
    entries: readonly LockEntry[],
): { rows: readonly DescriptionRow[]; issues: Issue[] } {
    const rows = new Map<string, DescriptionRow>()
    const issues: Issue[] = []
    const known = knownOf(entries)
    let above: Above | undefined
    for (const row of table.rows) {
        const reading = readRow(row, table, known, above)
        issues.push(...reading.issues)
        above = reading.cells
        if (reading.row === undefined) continue
        const { label } = reading.row.description
        const cell = cellName(table.columns.get(reading.row.isFolder ? "name" : "label") ?? 1, row.row)
        if (rows.has(label)) issues.push(issue("evidence.description.twice", [DESCRIPTION_FILE, cell], { cell, label }))
        else rows.set(label, reading.row)
    }
    return { rows: [...rows.values()], issues }
}

/** What a file's own row leaves open is taken from the rows of its folders, the nearest first; what withholds, from any. */
function withFolders(own: Description, folders: readonly Description[]): Description {
    let whole = own
    for (const folder of folders) {
        const othersData = whole.othersData ?? folder.othersData
        const foreign = whole.foreign ?? folder.foreign
        const printed = whole.printed ?? folder.printed
        whole = {
            ...whole,
            caption: whole.caption || folder.caption,
            source: whole.source || folder.source,
            maker: whole.maker || folder.maker,
            method: whole.method || folder.method,
            originalAt: whole.originalAt || folder.originalAt,
            ...(othersData !== undefined && { othersData }),
            ...(foreign !== undefined && { foreign }),
            ...(printed !== undefined && { printed }),
            ...(folder.share === "none" && { share: "none" }),
            ...(folder.handedOver !== undefined && { handedOver: folder.handedOver }),
        }
    }
    return whole
}

/** The rows of the folders that a file lies in, the nearest first. */
function around(entry: LockEntry, folders: ReadonlyMap<string, Description>): readonly Description[] {
    return foldersAround(entry)
        .toReversed()
        .flatMap((path) => folders.get(path) ?? [])
}

/**
 * Why a file that is to go to a recipient cannot, by what else is said of it.
 *
 * @param isMasked - Whether the sheet 遮盖 has rows of it, also where they could not be read.
 */
function contradictions(
    at: DescriptionRow["at"],
    own: Description,
    whole: Description,
    folders: readonly Description[],
    isMasked: boolean,
): readonly Issue[] {
    if (own.share !== "recipient") return []
    const params = { cell: String(at("share").at(-1)), label: own.label }
    const issues: Issue[] = []
    if (own.othersData !== false && !isMasked) {
        const code = own.othersData === true ? "recipient-unmasked" : "recipient-unstated"
        issues.push(issue(`evidence.description.${code}`, at("share"), params))
    }
    const folder = folders.find(({ share }) => share === "none")?.label
    if (folder !== undefined)
        issues.push(issue("evidence.description.folder-withheld", at("share"), { ...params, folder }))
    if (whole.handedOver !== undefined)
        issues.push(issue("evidence.description.separate-recipient", at("share"), params))
    return issues
}

/** What a list of evidence cannot do without: what a picture shows, and where a file comes from. */
function unsaid(at: DescriptionRow["at"], whole: Description, entry: LockEntry): readonly Issue[] {
    if (whole.share === "none") return []
    const params = { label: entry.label }
    const hasChinese = /\p{Script=Han}/u.test(whole.caption)
    const code = whole.foreign
        ? "evidence.description.translation-missing"
        : entry.category === "picture"
          ? "evidence.description.caption-missing"
          : undefined
    return [
        ...(hasChinese || code === undefined ? [] : [issue(code, at("caption"), params, "warning")]),
        ...(whole.source === "" ? [issue("evidence.description.source-missing", at("source"), params, "warning")] : []),
    ]
}
