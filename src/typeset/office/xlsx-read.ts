import { fromUtf8 } from "../../base/bytes.ts"
import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import { type ArchiveFault, type Part, readArchive } from "./archive.ts"
import { isDateFormat } from "./date-format.ts"
import {
    type CellKind,
    MOST_CELLS,
    parseCellName,
    type ReadCell,
    type ReadRow,
    type ReadSheet,
    type Wanted,
} from "./sheet.ts"
import { readXml, XmlFault } from "./xml.ts"

/**
 * Reads spreadsheets that people saved with Excel, WPS, LibreOffice or Numbers. Cells keep the text that is stored:
 * a number is never turned into a JavaScript number and back, a date never guessed from its serial number.
 */
export interface ReadXlsx {
    /** Absent exactly when there is an issue. */
    readonly sheets?: readonly ReadSheet[]
    /** Whether serial numbers of days count from 1904 (old Macintosh workbooks) and not from 1900. */
    readonly countsFrom1904?: boolean
    readonly issues: readonly Issue[]
}

class ArchiveError extends Error {
    readonly fault: ArchiveFault
    constructor(fault: ArchiveFault) {
        super(fault)
        this.fault = fault
    }
}

/**
 * Reads all sheets in the workbook's order, hidden ones too.
 *
 * @param path - Where the file stands, for issues: `office.file.not-xlsx`, `.old-format`, `.damaged`, `.too-large`.
 */
export function readXlsx(bytes: Uint8Array, path: IssuePath, wanted: Wanted = {}): ReadXlsx {
    try {
        const parts = readArchive(bytes)
        if (typeof parts === "string") throw new ArchiveError(parts)
        return { ...readWorkbook(parts, wanted), issues: [] }
    } catch (thrown) {
        if (thrown instanceof XmlFault) return { issues: [issue("office.file.damaged", path, {})] }
        if (!(thrown instanceof ArchiveError)) throw thrown
        return { issues: [faultIssue(thrown.fault, path)] }
    }
}

function faultIssue(fault: ArchiveFault, path: IssuePath): Issue {
    switch (fault) {
        case "not-zip":
            return issue("office.file.not-xlsx", path, {})
        case "old-format":
        case "encrypted":
            return issue("office.file.old-format", path, {})
        case "too-large":
            return issue("office.file.too-large", path, {})
        case "damaged":
            return issue("office.file.damaged", path, {})
        default:
            return fault satisfies never
    }
}

type Parts = ReadonlyMap<string, Part>

function readPartText(parts: Parts, name: string): string | undefined {
    const bytes = parts.get(name)?.read()
    if (typeof bytes === "string") throw new ArchiveError(bytes)
    const text = bytes && fromUtf8(bytes)
    if (bytes && text === undefined) throw new ArchiveError("damaged")
    return text
}

interface Relation {
    readonly type: string
    readonly target: string
}

/** Relations of a part by id; targets as names of parts. External targets are left out: nothing is fetched. */
function readRelations(parts: Parts, owner: string): ReadonlyMap<string, Relation> {
    const folder = owner.slice(0, owner.lastIndexOf("/") + 1)
    const text = readPartText(parts, `${folder}_rels/${owner.slice(folder.length)}.rels`) ?? ""
    const found = new Map<string, Relation>()
    for (const event of readXml(text)) {
        if (event.kind !== "open" || event.name !== "Relationship" || event.attributes.get("TargetMode") === "External")
            continue
        const type = (event.attributes.get("Type") ?? "").split("/").at(-1) ?? ""
        found.set(event.attributes.get("Id") ?? "", {
            type,
            target: resolveTarget(folder, event.attributes.get("Target") ?? ""),
        })
    }
    return found
}

function resolveTarget(folder: string, target: string): string {
    const out: string[] = []
    for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
        if (step === "..") out.pop()
        else if (step !== "" && step !== ".") out.push(step)
    }
    return out.join("/")
}

function readWorkbook(parts: Parts, { only, most }: Wanted): { sheets: readonly ReadSheet[]; countsFrom1904: boolean } {
    const main = [...readRelations(parts, "").values()].find((r) => r.type === "officeDocument")?.target
    const text = main === undefined ? undefined : readPartText(parts, main)
    if (main === undefined || text === undefined) throw new ArchiveError("not-zip")
    const relations = readRelations(parts, main)
    const partOf = (type: string) => [...relations.values()].find((r) => r.type === type)?.target ?? ""
    const context: Context = {
        strings: readSharedStrings(readPartText(parts, partOf("sharedStrings")) ?? ""),
        isDate: readDateStyles(readPartText(parts, partOf("styles")) ?? ""),
        left: { cells: MOST_CELLS },
    }
    const sheets: ReadSheet[] = []
    const named = new Set<string>()
    let countsFrom1904 = false
    for (const event of readXml(text)) {
        if (event.kind === "open" && event.name === "workbookPr")
            countsFrom1904 = /^(?:1|true)$/.test(event.attributes.get("date1904") ?? "")
        if (event.kind !== "open" || event.name !== "sheet") continue
        const relation = relations.get(event.attributes.get("id") ?? "")
        // A small file that names one sheet thousands of times must not take as long as it claims to be large.
        if (relation !== undefined && named.has(relation.target)) throw new ArchiveError("damaged")
        if (relation !== undefined) named.add(relation.target)
        const sheet = relation?.type === "worksheet" ? readPartText(parts, relation.target) : undefined
        // A chart sheet has no cells; a worksheet without its part is damage.
        if (relation?.type === "worksheet" && sheet === undefined) throw new ArchiveError("damaged")
        if (sheet !== undefined)
            sheets.push({
                name: event.attributes.get("name") ?? "",
                ...(/^(?:veryH|h)idden$/.test(event.attributes.get("state") ?? "") ? { isHidden: true } : {}),
                ...(only === undefined || only === sheets.length ? readRows(sheet, context, most) : { rows: [] }),
            })
    }
    if (sheets.length === 0) throw new ArchiveError("not-zip")
    return { sheets, countsFrom1904 }
}

/** Texts of `<t>` below each `<si>`, without phonetic runs (`<rPh>`), which repeat the text in another script. */
function readSharedStrings(source: string): readonly string[] {
    const strings: string[] = []
    let current = ""
    let inText = false
    let phonetic = 0
    for (const event of readXml(source)) {
        if (event.kind === "text") current += inText && phonetic === 0 ? event.text : ""
        else if (event.name === "rPh") phonetic += event.kind === "open" ? 1 : -1
        else if (event.name === "t") inText = event.kind === "open"
        else if (event.name === "si" && event.kind === "open") current = ""
        else if (event.name === "si") strings.push(unescapeCode(current))
    }
    return strings
}

/** `_x000D_` and the like (ST_Xstring, ECMA-376 part 1 §22.9.2.19); half a surrogate pair stays as it is written. */
function unescapeCode(text: string): string {
    return text.replace(/_x([0-9A-Fa-f]{4})_/g, (whole, code: string) =>
        /^d[89a-f]/i.test(code) ? whole : String.fromCharCode(Number.parseInt(code, 16)),
    )
}

/** For each cell format whether it shows a date: the built-in formats (§18.8.30), or a custom code with y, m, d, h or s. */
function readDateStyles(source: string): readonly boolean[] {
    const custom = new Map<number, string>()
    const formats: boolean[] = []
    let inCellFormats = false
    for (const event of readXml(source)) {
        if (event.kind === "text") continue
        if (event.name === "cellXfs") inCellFormats = event.kind === "open"
        if (event.kind !== "open") continue
        const id = Number(event.attributes.get("numFmtId") ?? "0")
        if (event.name === "numFmt") custom.set(id, event.attributes.get("formatCode") ?? "")
        else if (event.name === "xf" && inCellFormats) formats.push(isDateFormat(id, custom.get(id)))
    }
    return formats
}

interface Context {
    readonly strings: readonly string[]
    readonly isDate: readonly boolean[]
    readonly left: { cells: number }
}

interface OpenCell {
    readonly column: number
    readonly type: string
    readonly style: number
    hasFormula: boolean
    value: string
    inline: string
}

const isTrue = (text: string | undefined): boolean => text === "1" || text === "true"

function readRows(
    source: string,
    context: Context,
    most: number = Number.POSITIVE_INFINITY,
): Pick<ReadSheet, "rows" | "hiddenColumns"> {
    const rows: ReadRow[] = []
    const hiddenColumns: (readonly [number, number])[] = []
    let isHidden = false
    let areHidden = false
    let row = 0
    let cells: ReadCell[] = []
    let cell: OpenCell | undefined
    let column = 0
    let into = ""
    let phonetic = 0
    for (const event of readXml(source)) {
        if (event.kind === "text") {
            if (cell && into === "v") cell.value += event.text
            else if (cell && into === "t" && phonetic === 0) cell.inline += event.text
            continue
        }
        const isOpen = event.kind === "open"
        if (event.name === "row" && isOpen) {
            if (rows.length >= most) break
            // Numbers may be left out (§18.3.1.73): then the row follows the one before.
            row = rowNumber(event.attributes.get("r"), row)
            isHidden = isUnseen(event.attributes, "ht", areHidden)
            column = 0
            cells = []
        } else if (event.name === "row" && cells.length > 0)
            rows.push(isHidden ? { row, cells, isHidden: true } : { row, cells })
        else if (event.name === "col" && isOpen && isUnseen(event.attributes, "width"))
            hiddenColumns.push([Number(event.attributes.get("min")), Number(event.attributes.get("max"))])
        else if (event.name === "sheetFormatPr" && isOpen) areHidden = isTrue(event.attributes.get("zeroHeight"))
        else if (event.name === "c" && isOpen) {
            const place = parseCellName(event.attributes.get("r") ?? "")
            column = place?.column ?? column + 1
            cell = {
                column,
                type: event.attributes.get("t") ?? "n",
                style: Number(event.attributes.get("s") ?? "0"),
                hasFormula: false,
                value: "",
                inline: "",
            }
        } else if (event.name === "c" && cell) {
            const read = closeCell(cell, context)
            if (read) cells.push(read)
            if (read && --context.left.cells < 0) throw new ArchiveError("too-large")
            cell = undefined
        } else if (event.name === "rPh") phonetic += isOpen ? 1 : -1
        else if (event.name === "f" && cell) cell.hasFormula = true
        else if (event.name === "v" || event.name === "t") into = isOpen ? event.name : ""
    }
    return { rows, ...(hiddenColumns.length === 0 ? {} : { hiddenColumns }) }
}

/** Whether a row or column is hidden, as those are that a filter leaves out, or so small that it is not seen. */
function isUnseen(attributes: ReadonlyMap<string, string>, size: "ht" | "width", byDefault = false): boolean {
    const [hidden, measure] = [attributes.get("hidden"), attributes.get(size)]
    if (hidden !== undefined && isTrue(hidden)) return true
    if (measure !== undefined) return Number(measure) === 0
    return hidden === undefined && byDefault
}

function rowNumber(written: string | undefined, before: number): number {
    const row = Number(written ?? before + 1)
    if (!Number.isInteger(row) || row <= before || row > 1_048_576) throw new ArchiveError("damaged")
    return row
}

/** `undefined` for a cell that is only formatted, or of which a formula made an empty text. */
function closeCell(cell: OpenCell, { strings, isDate }: Context): ReadCell | undefined {
    const { column, type, value, inline, style, hasFormula } = cell
    const shared = type === "s" ? strings[Number(value)] : undefined
    if (type === "s" && value !== "" && shared === undefined) throw new ArchiveError("damaged")
    const text =
        type === "s"
            ? (shared ?? "")
            : type === "inlineStr"
              ? unescapeCode(inline)
              : type === "str"
                ? unescapeCode(value)
                : value
    if (text === "" && (!hasFormula || type === "str")) return undefined
    if (hasFormula && type !== "e" && type !== "b") return { column, kind: "formula", text }
    return { column, kind: kindOf(type, isDate[style] === true), text }
}

function kindOf(type: string, hasDateStyle: boolean): CellKind {
    if (type === "s" || type === "inlineStr" || type === "str") return "text"
    if (type === "b") return "boolean"
    if (type === "e") return "error"
    return type === "d" || hasDateStyle ? "date" : "number"
}
