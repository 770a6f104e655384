import type { Danger } from "../../facts/evidence/danger.ts"

/** Words of the evidence list, of a file and of its masked copy. */

/** What a masked copy is called, and where it comes from. */
export const maskedCaption = (boxes: number, caption: string): string => `涂黑 ${String(boxes)} 处；原图：${caption}`
export const maskedSource = (label: string): string => `由程序按报案人指定的位置在 ${label} 的副本上涂黑，原件未改动`
export const maskedName = (label: string): string => `${label} 的遮盖件`

/** Place of a masked area in pixels: `左 28、上 530、宽 128、高 30`. */
export const boxPlace = (box: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
}): string => `左 ${String(box.x)}、上 ${String(box.y)}、宽 ${String(box.width)}、高 ${String(box.height)}`
export const NO_REASON = "未写原因"

export const pixels = (width: number, height: number): string => `${String(width)}×${String(height)} 像素`
export const bytes = (count: string): string => `${count} 字节`
export const HAS_PLACE = "文件内有位置信息"

/** Behind the type of a file that must be opened with care. */
export const CAUTION: Readonly<Record<"program" | "shortcut" | Danger, string>> = {
    program: "；是程序，请勿双击打开",
    shortcut: "；是快捷方式，请勿双击打开",
    "private-key": "；像是私钥或者钱包文件，请限制接触",
    active: "；内有脚本、宏、启动项或者内嵌文件，请在隔离环境中打开",
    secret: "；里面像有密码或者密钥，请限制接触",
    remote: "；打开时会从网上取内容，请断网打开",
}

export const yesNo = (value: boolean): string => (value ? "是" : "否")
export const UNSTATED = "未说明"

/** How a file reaches the police that is in no packet. */
export const SEPARATE = "另盘移交，不在材料包内"
/** A citation of a file that is not given. */
export const notProvided = (label: string): string => `${label}（未提供）`
