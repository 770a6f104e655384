import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import { halfWidth } from "../../base/text/hygiene.ts"
import { readCellText } from "../../typeset/office/cell-text.ts"
import { cellName, type NewCell, type NewSheet, type ReadRow, type ReadSheet } from "../../typeset/office/sheet.ts"
import type { LockEntry } from "./lock.ts"
import { isInside, isMaskable, type MaskBox, uprightSize } from "./mask.ts"

/** The sheet 遮盖 of 证据说明.xlsx: one row for each rectangle that is to be blacked out. */

const SHEET = "遮盖"
type Field = "label" | "x" | "y" | "width" | "height" | "reason"
type NumberField = Exclude<Field, "label" | "reason">
const COLUMNS: readonly (readonly [field: Field, heading: string, width: number])[] = [
    ["label", "编号", 8],
    ["x", "左", 8],
    ["y", "上", 8],
    ["width", "宽", 8],
    ["height", "高", 8],
    ["reason", "原因", 40],
]
const NUMBERS: readonly NumberField[] = ["x", "y", "width", "height"]
/** Empty rows below the answers. They are text cells, so that a spreadsheet program changes nothing that is typed. */
const SPARE_ROWS = 40

/** How to fill the sheet in, for the guide of the workbook. */
export const MASK_GUIDE: readonly (readonly [string, string])[] = [
    [
        "遮盖（另一张表）",
        "图片里有别人的姓名、头像、账号、收款码，或自己的二维码、密钥，又需要给境外收件方看的，在“遮盖”表中写明涂黑的位置，每处一行。原图不变，只给民警；对外只用涂黑后的图片（编号后加 -m）。只能用于 PNG 和 JPEG 图片。",
    ],
    [
        "左、上、宽、高",
        "单位是像素，从图片左上角量起。用系统自带的“画图”打开图片，把鼠标移到要遮盖处的左上角，窗口下边显示的两个数就是“左”和“上”；框选该处时显示的是“宽”和“高”。生成材料包后，请在《截图及附件汇编》中核对遮盖是否完整。",
    ],
    ["原因", "遮住的是什么，例如：他人姓名、收款码。不要写出被遮住的内容。"],
]

/** The sheet with the boxes given so far, in the order of the entries. */
export function maskSheet(
    entries: readonly LockEntry[],
    boxesOf: (label: string) => readonly MaskBox[] | undefined,
): NewSheet {
    const filled = entries.flatMap(({ label }) => (boxesOf(label) ?? []).map((box) => rowOf(label, box)))
    const spare = Array.from({ length: SPARE_ROWS }, () => COLUMNS.map(() => ""))
    return {
        name: SHEET,
        widths: COLUMNS.map(([, , width]) => width),
        headerRows: 1,
        rows: [
            COLUMNS.map(([, heading]) => heading),
            ...[...filled, ...spare].map((row) => row.map((text): NewCell => ({ text, style: "fill-in" }))),
        ],
    }
}

function rowOf(label: string, box: MaskBox): readonly string[] {
    return [label, ...NUMBERS.map((field) => String(box[field])), box.reason]
}

/** Boxes by label, and what is wrong with them. */
export interface ReadMasks {
    /** By label, in the order of the rows. Empty for a label whose rows all have errors. */
    readonly boxes: ReadonlyMap<string, readonly MaskBox[]>
    /** False for a workbook without this sheet, which then has no boxes. */
    readonly isPresent: boolean
    readonly issues: readonly Issue[]
}

/** Reads the sheet. Each issue names its cell; a row with an error gives no box. */
export function readMasks(sheets: readonly ReadSheet[], entries: readonly LockEntry[], file: string): ReadMasks {
    const boxes = new Map<string, MaskBox[]>()
    const found = findHeader(sheets)
    if (found === undefined) {
        const isNamed = sheets.some(({ name }) => name.trim() === SHEET)
        return { boxes, isPresent: false, issues: isNamed ? [issue("evidence.mask.columns", [file, SHEET], {})] : [] }
    }
    const issues: Issue[] = []
    const known = new Map(entries.map((entry) => [entry.label, entry]))
    for (const row of found.rows) {
        const { label, box, issues: own } = readRow(row, found, known, file)
        issues.push(...own)
        if (label === "") continue
        const before = boxes.get(label) ?? []
        if (box !== undefined) before.push(box)
        boxes.set(label, before)
    }
    return { boxes, isPresent: true, issues }
}

interface Table {
    readonly sheet: string
    readonly columns: ReadonlyMap<Field, number>
    readonly rows: readonly ReadRow[]
}

/** The first row, of any sheet, that has all headings. */
function findHeader(sheets: readonly ReadSheet[]): Table | undefined {
    for (const { name, rows } of sheets)
        for (const [i, row] of rows.entries()) {
            const columns = new Map<Field, number>()
            for (const cell of row.cells) {
                const field = COLUMNS.find(([, heading]) => heading === cell.text.trim())?.[0]
                if (field !== undefined && !columns.has(field)) columns.set(field, cell.column)
            }
            if (columns.size === COLUMNS.length) return { sheet: name, columns, rows: rows.slice(i + 1) }
        }
    return undefined
}

function readRow(
    row: ReadRow,
    { sheet, columns }: Table,
    entries: ReadonlyMap<string, LockEntry>,
    file: string,
): { label: string; box?: MaskBox; issues: readonly Issue[] } {
    const issues: Issue[] = []
    const cellOf = (field: Field): string => cellName(columns.get(field) ?? 1, row.row)
    const at = (field: Field): IssuePath => [file, `${sheet}!${cellOf(field)}`]
    const text = (field: Field): string => {
        const read = readCellText(row, columns.get(field) ?? 1, [file, sheet])
        issues.push(...read.issues)
        return read.text
    }
    const label = halfWidth(text("label")).trim()
    const typed = NUMBERS.map((field) => ({ field, text: text(field) }))
    const reason = text("reason")
    if (issues.length === 0 && label === "" && reason === "" && typed.every((cell) => cell.text === ""))
        return { label, issues }
    const entry = entries.get(label)
    if (entry === undefined) issues.push(issue("evidence.mask.unknown-label", at("label"), { label }))
    const numbers = new Map(typed.map((cell) => [cell.field, wholeNumber(cell.text)]))
    for (const cell of typed)
        if (numbers.get(cell.field) === undefined)
            issues.push(issue("evidence.mask.number", at(cell.field), { found: cell.text }))
    for (const field of ["width", "height"] as const)
        if (numbers.get(field) === 0) issues.push(issue("evidence.mask.empty", at(field), {}))
    if (entry === undefined || issues.length > 0) return { label, issues }
    const box: MaskBox = {
        x: numbers.get("x") ?? 0,
        y: numbers.get("y") ?? 0,
        width: numbers.get("width") ?? 0,
        height: numbers.get("height") ?? 0,
        reason,
    }
    const misfit = findMisfit(box, entry, at("label"), at("x"))
    if (misfit !== undefined) return { label, issues: [misfit] }
    if (reason === "") issues.push(issue("evidence.mask.reason-missing", at("reason"), { label }, "warning"))
    return { label, box, issues }
}

/** Why a box cannot be blacked out in this file. */
function findMisfit(box: MaskBox, entry: LockEntry, labelAt: IssuePath, boxAt: IssuePath): Issue | undefined {
    const { label, mediaType } = entry
    const size = uprightSize(entry)
    if (!isMaskable(mediaType) || size === undefined)
        return issue("evidence.mask.not-picture", labelAt, { label, mediaType })
    return isInside(box, size) ? undefined : issue("evidence.mask.outside", boxAt, { label, ...size })
}

/** Digits, also full-width ones, with or without the unit; `undefined` for anything else. */
function wholeNumber(text: string): number | undefined {
    const digits = /^(\d{1,6})\s*(?:像素|px)?$/i.exec(halfWidth(text).trim())?.[1]
    return digits === undefined ? undefined : Number(digits)
}
