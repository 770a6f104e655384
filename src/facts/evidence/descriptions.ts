import { hasErrors, type Issue, type IssuePath, issue, PacketError } from "../../base/issue.ts"
import { visible } from "../../base/text/hygiene.ts"
import { readCellText } from "../../typeset/office/cell-text.ts"
import { cellName, type NewCell, type NewSheet, type ReadRow, type ReadSheet } from "../../typeset/office/sheet.ts"
import { readXlsx } from "../../typeset/office/xlsx-read.ts"
import { writeXlsx } from "../../typeset/office/xlsx-write.ts"
import { CATEGORY_ZH } from "./file-types.data.ts"
import type { LockEntry } from "./lock.ts"
import { type MaskBox, uprightSize } from "./mask.ts"
import { MASK_GUIDE, maskSheet, readMasks } from "./mask-sheet.ts"

/** Who may see a file: nobody, the police, or the police and the recipient of the request. */
export type Share = "none" | "police" | "recipient"

/** What a person says of one file. Texts are empty where nothing was said. */
export interface Description {
    readonly label: string
    /** What it shows, in Chinese for a picture (刑诉法解释 §78 wants foreign text translated). */
    readonly caption: string
    readonly source: string
    readonly maker: string
    readonly method: string
    /** Original medium and where it is kept (程序规定 §67). */
    readonly originalAt: string
    /** Whether other persons' data are in it; absent where nothing was said. */
    readonly othersData?: boolean
    readonly share: Share
    /** Whether there is a foreign language in it; absent where nothing was said. */
    readonly foreign?: boolean
    /** What is blacked out in its masked copy; absent where there is none. With boxes only the copy goes to a recipient. */
    readonly boxes?: readonly MaskBox[]
}

/** Name of the sheet in the case folder. */
export const DESCRIPTION_FILE = "证据说明.xlsx"
const SHEET = "证据说明"
const SHARE_ZH: Readonly<Record<Share, string>> = { none: "都不给", police: "只给民警", recipient: "民警和境外收件方" }
const YES = "是"
const NO = "否"

type TextField = "caption" | "source" | "maker" | "method" | "originalAt"
type Field = "label" | "name" | TextField | "othersData" | "share" | "foreign" | "info" | "sha256"
const COLUMNS: readonly (readonly [field: Field, heading: string, width: number])[] = [
    ["label", "编号", 8],
    ["name", "文件名", 28],
    ["caption", "说明（图片内容用中文写清）", 40],
    ["source", "来源", 20],
    ["maker", "制作人", 12],
    ["method", "制作方法/设备", 20],
    ["originalAt", "原始载体及存放处", 24],
    ["othersData", "是否含他人信息", 10],
    ["share", "给谁看", 18],
    ["foreign", "是否含外文", 10],
    ["info", "类别、大小", 24],
    ["sha256", "SHA-256（请勿改动）", 40],
]
/** A sheet without these columns is an older one and still read. */
const LATER_FIELDS: readonly Field[] = ["foreign"]
const TEXT_FIELDS: readonly TextField[] = ["caption", "source", "maker", "method", "originalAt"]

const GUIDE: readonly (readonly [string, string])[] = [
    ["填写说明", "只填黄色格子；灰色格子由程序填写，改动会被发现。请勿增加列。"],
    ["说明", "写清图片或文件里能看到什么、哪一天、哪个页面；外文截图写出中文意思。"],
    ["来源", "例如：本人手机截屏、平台网页导出、客服邮件、他人转发（写明是谁）。"],
    ["制作人", "截图、录音录像或导出的人。"],
    ["制作方法/设备", "例如：手机型号加截屏；电脑浏览器登录后导出；录屏软件名称。"],
    ["原始载体及存放处", "原始文件在哪台手机、电脑里，由谁保管。"],
    ["是否含他人信息", "图中有没有别人的姓名、头像、账号、电话、收款码等。"],
    [
        "给谁看",
        `都不给：不放进材料包。只给民警：默认。民警和境外收件方：确认不含他人信息（填“${NO}”）的文件，或者在“遮盖”表中写明了涂黑位置的图片，才可以选；对外最多十张，请只选最要紧的。`,
    ],
    ["是否含外文", "界面、文件是外文的填“是”，并在“说明”中写出中文意思；重要内容请另附中文译本。"],
    ...MASK_GUIDE,
]

/** Labels of the files that are shown to nobody: they enter no packet, so that they may also be gone. */
export function withheldLabels(descriptions: readonly Description[]): ReadonlySet<string> {
    return new Set(descriptions.filter(({ share }) => share === "none").map(({ label }) => label))
}

/** What a person wrote of a file, with the heading of its column. */
export function describedTexts(
    description: Description,
): readonly { readonly column: string; readonly text: string }[] {
    return TEXT_FIELDS.map((field) => ({
        column: COLUMNS.find(([own]) => own === field)?.[1] ?? field,
        text: description[field],
    }))
}

/** The description of a file nobody has described yet: for the police only. */
export function emptyDescription(label: string): Description {
    return { label, caption: "", source: "", maker: "", method: "", originalAt: "", share: "police" }
}

/**
 * The sheet to fill in, one row per file, with the answers given so far. The same entries and answers give the same
 * bytes.
 *
 * @param existing - What {@link readDescriptions} gave; every label has to be among the entries, or an answer is lost.
 */
export function printDescriptions(entries: readonly LockEntry[], existing: readonly Description[]): Uint8Array {
    const answers = new Map(existing.map((d) => [d.label, d]))
    const strangers = existing.filter((d) => !entries.some((e) => e.label === d.label))
    if (strangers.length > 0) {
        throw new PacketError(
            strangers.map((d) =>
                issue("evidence.description.unknown-label", [DESCRIPTION_FILE], { cell: "", label: d.label }),
            ),
        )
    }
    const rows = entries.map((entry) =>
        COLUMNS.map(([field]) => cellOf(field, entry, answers.get(entry.label) ?? emptyDescription(entry.label))),
    )
    const columnOf = (field: Field) => COLUMNS.findIndex(([f]) => f === field) + 1
    const range = { fromRow: 2, toRow: Math.max(2, entries.length + 1) }
    const sheet: NewSheet = {
        name: SHEET,
        widths: COLUMNS.map(([, , width]) => width),
        headerRows: 1,
        rows: [COLUMNS.map(([, heading]) => heading), ...rows],
        choices: [
            { column: columnOf("othersData"), ...range, values: [YES, NO] },
            { column: columnOf("share"), ...range, values: Object.values(SHARE_ZH) },
            { column: columnOf("foreign"), ...range, values: [YES, NO] },
        ],
    }
    const masks = maskSheet(entries, (label) => answers.get(label)?.boxes)
    return writeXlsx([sheet, masks, { name: "填写说明", widths: [18, 80], headerRows: 1, rows: GUIDE }])
}

function cellOf(field: Field, entry: LockEntry, answer: Description): NewCell {
    const info = (text: string): NewCell => ({ text, style: "info" })
    const fillIn = (text: string): NewCell => ({ text, style: "fill-in" })
    switch (field) {
        case "label":
            return info(entry.label)
        case "name":
            return info(`${entry.folder}/${entry.originalName}`)
        case "info":
            return info(infoOf(entry))
        case "sha256":
            return info(entry.sha256)
        case "othersData":
            return fillIn(yesNo(answer.othersData))
        case "foreign":
            return fillIn(yesNo(answer.foreign))
        case "share":
            return fillIn(SHARE_ZH[answer.share])
        default:
            return fillIn(answer[field])
    }
}

const yesNo = (answer: boolean | undefined): string => (answer === undefined ? "" : answer ? YES : NO)

/** Kind and size; of a picture also its pixels as people see it, for measuring what is to be masked. */
function infoOf(entry: LockEntry): string {
    const size = uprightSize(entry)
    const pixels = size === undefined ? "" : `，宽${String(size.widthPx)}高${String(size.heightPx)}像素`
    return `${CATEGORY_ZH[entry.category]}，${String(entry.sizeBytes)}字节${pixels}`
}

/** What the sheet says, and what is wrong with it. */
export interface ReadDescriptions {
    /** One for each entry, in the order of the lock; for an entry without a row the empty one. */
    readonly descriptions: readonly Description[]
    /** False for a workbook that lacks a sheet, column or row which {@link printDescriptions} writes. */
    readonly isCurrent: boolean
    readonly issues: readonly Issue[]
}

/**
 * Reads the filled-in sheet. Each issue names its cell. An error means that an answer could not be taken as it stands;
 * the sheet must then not be written again, or that answer would be lost.
 */
export function readDescriptions(bytes: Uint8Array, entries: readonly LockEntry[]): ReadDescriptions {
    const path: IssuePath = [DESCRIPTION_FILE]
    const { sheets, issues: fileIssues } = readXlsx(bytes, path)
    const empty = entries.map((e) => emptyDescription(e.label))
    if (!sheets) return { descriptions: empty, isCurrent: true, issues: fileIssues }
    const found = findHeader(sheets)
    const absent = COLUMNS.filter(([field]) => found?.columns.get(field) === undefined)
    const missing = absent.filter(([field]) => !LATER_FIELDS.includes(field)).map(([, heading]) => heading)
    if (!found || missing.length > 0) {
        return {
            descriptions: empty,
            isCurrent: true,
            issues: [issue("evidence.description.columns", path, { missing: missing.join("、") })],
        }
    }
    const masks = readMasks(sheets, entries, DESCRIPTION_FILE)
    const issues: Issue[] = [...masks.issues]
    const read = new Map<string, Description>()
    for (const row of found.rows) {
        const { description, issues: rowIssues } = readRow(row, found.columns, entries, masks.boxes)
        issues.push(...rowIssues)
        if (!description) continue
        const cell = cellName(found.columns.get("label") ?? 1, row.row)
        if (read.has(description.label))
            issues.push(issue("evidence.description.twice", [...path, cell], { cell, label: description.label }))
        else read.set(description.label, description)
    }
    for (const entry of entries) {
        if (!read.has(entry.label))
            issues.push(issue("evidence.description.row-missing", path, { label: entry.label }, "warning"))
    }
    return {
        descriptions: entries.map((e) => read.get(e.label) ?? withBoxes(emptyDescription(e.label), masks.boxes)),
        isCurrent: masks.isPresent && absent.length === 0 && entries.every(({ label }) => read.has(label)),
        issues,
    }
}

type Boxes = ReadonlyMap<string, readonly MaskBox[]>

function withBoxes(description: Description, all: Boxes): Description {
    const boxes = all.get(description.label)
    return boxes === undefined || boxes.length === 0 ? description : { ...description, boxes }
}

interface Table {
    readonly columns: ReadonlyMap<Field, number>
    readonly rows: readonly ReadRow[]
}

/** The first row, of any sheet, that has the label's and the caption's heading; columns may have been moved. */
function findHeader(sheets: readonly ReadSheet[]): Table | undefined {
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

function readRow(
    row: ReadRow,
    columns: ReadonlyMap<Field, number>,
    entries: readonly LockEntry[],
    boxes: Boxes,
): { description?: Description; issues: readonly Issue[] } {
    const issues: Issue[] = []
    const path: IssuePath = [DESCRIPTION_FILE]
    const cellAt = (field: Field) => cellName(columns.get(field) ?? 1, row.row)
    const at = (field: Field): IssuePath => [...path, cellAt(field)]
    const text = (field: Field): string => {
        const column = columns.get(field)
        if (column === undefined) return ""
        const { text: content, issues: cellIssues } = readCellText(row, column, path)
        issues.push(...cellIssues)
        return content
    }
    const strays = row.cells.filter((c) => ![...columns.values()].includes(c.column) && c.text.trim() !== "")
    for (const stray of strays) {
        const cell = cellName(stray.column, row.row)
        issues.push(issue("evidence.description.extra-column", [...path, cell], { cell }))
    }
    const label = text("label")
    const entry = entries.find((e) => e.label === label)
    if (!entry) {
        const isBlank = label === "" && TEXT_FIELDS.every((field) => text(field) === "")
        if (!isBlank)
            issues.push(issue("evidence.description.unknown-label", at("label"), { cell: cellAt("label"), label }))
        return { issues }
    }
    // A column sorted without the others puts one picture's words beside another's label.
    if (
        text("sha256").toLowerCase() !== entry.sha256 ||
        text("name") !== visible(`${entry.folder}/${entry.originalName}`)
    ) {
        issues.push(issue("evidence.description.row-mixed", at("label"), { cell: cellAt("label"), label }))
    }
    const othersData = readYesNo(text("othersData"))
    const foreign = readYesNo(text("foreign"))
    const share = readShare(text("share"))
    if (othersData === "unreadable")
        issues.push(issue("evidence.description.others-data", at("othersData"), { cell: cellAt("othersData") }))
    if (foreign === "unreadable")
        issues.push(issue("evidence.description.foreign", at("foreign"), { cell: cellAt("foreign") }))
    if (share === undefined) issues.push(issue("evidence.description.share", at("share"), { cell: cellAt("share") }))
    if (share === "recipient" && othersData !== false && !boxes.has(label)) {
        const code = othersData === true ? "recipient-unmasked" : "recipient-unstated"
        issues.push(issue(`evidence.description.${code}`, at("share"), { cell: cellAt("share"), label }))
    }
    const told: Description = {
        label,
        caption: text("caption"),
        source: text("source"),
        maker: text("maker"),
        method: text("method"),
        originalAt: text("originalAt"),
        ...(typeof othersData === "boolean" && { othersData }),
        share: share ?? "police",
        ...(typeof foreign === "boolean" && { foreign }),
    }
    const description = withBoxes(told, boxes)
    if (share !== "none" && !hasErrors(issues)) issues.push(...unsaid(description, entry, at("caption"), at("source")))
    return { description, issues }
}

/** What a list of evidence can not do without: what a picture shows, and where a file comes from. */
function unsaid(
    description: Description,
    entry: LockEntry,
    captionAt: IssuePath,
    sourceAt: IssuePath,
): readonly Issue[] {
    const params = { label: entry.label }
    const hasChinese = /\p{Script=Han}/u.test(description.caption)
    const code = description.foreign
        ? "evidence.description.translation-missing"
        : entry.category === "picture"
          ? "evidence.description.caption-missing"
          : undefined
    return [
        ...(hasChinese || code === undefined ? [] : [issue(code, captionAt, params, "warning")]),
        ...(description.source === ""
            ? [issue("evidence.description.source-missing", sourceAt, params, "warning")]
            : []),
    ]
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
