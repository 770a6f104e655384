import { issue, PacketError } from "../../base/issue.ts"
import type { NewCell, NewSheet } from "../../typeset/office/sheet.ts"
import { writeXlsx } from "../../typeset/office/xlsx-write.ts"
import { CATEGORY_ZH } from "./file-types.data.ts"
import type { LockEntry } from "./lock.ts"
import { type MaskBox, uprightSize } from "./mask.ts"
import { MASK_GUIDE, maskSheet } from "./mask-sheet.ts"

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
    /** Whether a picture gets pages in 截图及附件汇编; absent where nothing was said, which means it does. */
    readonly printed?: boolean
    /** Present for a file that is listed with its hash and handed over on a disc of its own, in no packet. */
    readonly handedOver?: "separately"
    /** What is blacked out in its masked copy; absent where there is none. With boxes only the copy goes to a recipient. */
    readonly boxes?: readonly MaskBox[]
}

/** Name of the sheet in the case folder. */
export const DESCRIPTION_FILE = "证据说明.xlsx"
const SHEET = "证据说明"
export const SHARE_ZH: Readonly<Record<Share, string>> = {
    none: "都不给",
    police: "只给民警",
    recipient: "民警和境外收件方",
}
/** How a file reaches the police: in the packet, or on a disc of its own. */
export const HANDING_ZH = { packet: "随材料包", separately: "另盘移交" } as const
const YES = "是"
const NO = "否"

export type TextField = "caption" | "source" | "maker" | "method" | "originalAt"
/** A column of the sheet. */
export type Field = "label" | "name" | TextField | Answer | "info" | "sha256"
/** A column whose answers are chosen from a list. */
type Answer = "othersData" | "share" | "foreign" | "handing" | "printed"
export const COLUMNS: readonly (readonly [field: Field, heading: string, width: number])[] = [
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
    ["handing", "移交方式", 12],
    ["printed", "是否印入汇编", 10],
    ["info", "类别、大小", 24],
    ["sha256", "SHA-256（请勿改动）", 40],
]
/** A sheet without these columns is an older one and still read. */
export const LATER_FIELDS: readonly Field[] = ["foreign", "handing", "printed"]
export const TEXT_FIELDS: readonly TextField[] = ["caption", "source", "maker", "method", "originalAt"]

const GUIDE: readonly (readonly [string, string])[] = [
    ["填写说明", "只填黄色格子；灰色格子由程序填写，改动会被发现。请勿增加列。"],
    ["同上", "与上一行相同的，可以填“同上”；“给谁看”和“移交方式”除外。填完后请勿排序。"],
    [
        "文件夹",
        "文件名一格以 / 结尾的一行（例如 evidence/聊天记录/）说的是整个文件夹：其中自己没有填写的文件，按这一行。没有这样一行的文件夹，可以自己加一行，在“文件名”中写文件夹名。",
    ],
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
    [
        "移交方式",
        `${HANDING_ZH.packet}：默认。${HANDING_ZH.separately}：文件太大，或者不便放进材料包的，单独刻盘交给民警；清单和《材料核对单》照列大小和 SHA-256，不能给境外收件方。`,
    ],
    ["是否含外文", "界面、文件是外文的填“是”，并在“说明”中写出中文意思；重要内容请另附中文译本。"],
    [
        "是否印入汇编",
        `图片每张在《案件材料汇编》里印一页。图片很多的，次要的填“${NO}”：文件照样放进材料包、列入清单，只是不印。不填就是印。`,
    ],
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
export function emptyDescription(label: string, share: Share = "police"): Description {
    return { label, caption: "", source: "", maker: "", method: "", originalAt: "", share }
}

/** Folders that files lie in, the outer ones too, each with its number of files: `evidence/聊天记录/`. */
export function foldersOf(entries: readonly LockEntry[]): ReadonlyMap<string, number> {
    const counts = new Map<string, number>()
    for (const entry of entries) for (const path of foldersAround(entry)) counts.set(path, (counts.get(path) ?? 0) + 1)
    return counts
}

/** Folders that a file lies in, the outer ones first. */
export function foldersAround({ folder, originalName }: LockEntry): readonly string[] {
    const parts = [folder, ...originalName.split("/").slice(0, -1)]
    return parts.map((_, i) => `${parts.slice(0, i + 1).join("/")}/`)
}

/**
 * The sheet to fill in, one row per file, with the answers given so far. The same entries and answers give the same
 * bytes.
 *
 * @param existing - Answers for files as they were typed; every label has to be among the entries, or an answer is lost.
 * @param folders - Answers for whole folders, whose paths are their labels. A folder of several files gets a row anyway.
 */
export function printDescriptions(
    entries: readonly LockEntry[],
    existing: readonly Description[],
    folders: readonly Description[] = [],
): Uint8Array {
    const answers = new Map(existing.map((d) => [d.label, d]))
    const labels = new Set(entries.map(({ label }) => label))
    const strangers = existing.filter(({ label }) => !labels.has(label))
    if (strangers.length > 0) {
        throw new PacketError(
            strangers.map((d) =>
                issue("evidence.description.unknown-label", [DESCRIPTION_FILE], { cell: "", label: d.label }),
            ),
        )
    }
    const open = offeredFolders(entries, folders)
    const rows = entries.flatMap((entry) => {
        const before = foldersAround(entry).flatMap((path) => open.get(path) ?? [])
        for (const { label } of before) open.delete(label)
        const answer = answers.get(entry.label) ?? emptyDescription(entry.label)
        return [
            ...before.map((folder) => COLUMNS.map(([field]) => folderCell(field, folder))),
            COLUMNS.map(([field]) => cellOf(field, entry, answer)),
        ]
    })
    const columnOf = (field: Field) => COLUMNS.findIndex(([f]) => f === field) + 1
    const range = { fromRow: 2, toRow: Math.max(2, rows.length + 1) }
    const sheet: NewSheet = {
        name: SHEET,
        widths: COLUMNS.map(([, , width]) => width),
        headerRows: 1,
        rows: [COLUMNS.map(([, heading]) => heading), ...rows],
        choices: [
            { column: columnOf("othersData"), ...range, values: [YES, NO] },
            { column: columnOf("share"), ...range, values: Object.values(SHARE_ZH) },
            { column: columnOf("foreign"), ...range, values: [YES, NO] },
            { column: columnOf("handing"), ...range, values: Object.values(HANDING_ZH) },
            { column: columnOf("printed"), ...range, values: [YES, NO] },
        ],
    }
    const masks = maskSheet(entries, (label) => answers.get(label)?.boxes)
    return writeXlsx([sheet, masks, { name: "填写说明", widths: [18, 80], headerRows: 1, rows: GUIDE }])
}

/** Folders with a row of their own, by path: those with answers, and those where one answer saves many. */
function offeredFolders(entries: readonly LockEntry[], folders: readonly Description[]): Map<string, Description> {
    const known = new Map(folders.map((folder) => [folder.label, folder]))
    const offered = [...foldersOf(entries)]
        .filter(([path, files]) => known.has(path) || (files > 1 && path !== "evidence/"))
        .map(([path]) => [path, known.get(path) ?? emptyDescription(path)] as const)
    return new Map(offered)
}

const info = (text: string): NewCell => ({ text, style: "info" })
const fillIn = (text: string): NewCell => ({ text, style: "fill-in" })

function folderCell(field: Field, folder: Description): NewCell {
    switch (field) {
        case "label":
        case "sha256":
            return info("")
        case "name":
            return info(folder.label)
        case "info":
            return info("整个文件夹")
        default:
            return answerCell(field, folder)
    }
}

function cellOf(field: Field, entry: LockEntry, answer: Description): NewCell {
    switch (field) {
        case "label":
            return info(entry.label)
        case "name":
            return info(`${entry.folder}/${entry.originalName}`)
        case "info":
            return info(infoOf(entry))
        case "sha256":
            return info(entry.sha256)
        default:
            return answerCell(field, answer)
    }
}

function answerCell(field: Exclude<Field, "label" | "name" | "info" | "sha256">, answer: Description): NewCell {
    switch (field) {
        case "othersData":
            return fillIn(yesNo(answer.othersData))
        case "foreign":
            return fillIn(yesNo(answer.foreign))
        case "printed":
            return fillIn(yesNo(answer.printed))
        case "share":
            return fillIn(SHARE_ZH[answer.share])
        case "handing":
            return fillIn(HANDING_ZH[answer.handedOver ?? "packet"])
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
