import type { ReceivedRecord } from "../../facts/officer/received-record.ts"
import { WEAK_HASH } from "./court-sheet.words.ts"

/** Words of 境外电子数据来源情况说明 beside its template. */

export const BLANK_FORM = "收到数据后由民警填写；不是法定文书，格式可以按本单位要求调整"
export const FILLED_IN = "依民警信息表和收到的文件填写；留空的请手写；不是法定文书，格式可以按本单位要求调整"

export const request = (no: number, layer: number, code: string): string =>
    `第 ${String(no)} 次请求，留存包第 ${String(layer)} 层，该层核对码 ${code}`

export const WAY: Readonly<Record<NonNullable<ReceivedRecord["way"]>, string>> = {
    portal: "门户下载",
    email: "电子邮件",
    treaty: "司法协助",
    disc: "光盘等载体",
    other: "其他方式",
}
export const RECORDED = { yes: "有录音录像", no: "没有录音录像" } as const
export const TRANSLATION: Readonly<Record<NonNullable<ReceivedRecord["translation"]>, string>> = {
    "not-needed": "不涉及外文",
    attached: "已附译本",
    pending: "待翻译",
}
type YesNo = "yes" | "no" | undefined
const has = (answer: YesNo): string => (answer === undefined ? "未填" : answer === "yes" ? "有" : "没有")
export const papers = (statement: YesNo, certificate: YesNo, hashes: boolean): string =>
    `书面说明：${has(statement)}；电子证明文件：${has(certificate)}；对方给出校验值：${hashes ? "有，见下表" : "没有"}`

export const NO_LIMITS = "填写人没有看到提供人提出限制"
export const limits = (text: string): string => `有限制，原文：${text}`

export const BOX = "□"
export const NOT_STATED = "没有给出"
export const NOT_COMPARED = "—"
export const AGREES = "是"
export const DIFFERS = "否"
/** Behind the name of a file whose content the layer does not hold under it. */
export const keptWhere = (sameAs: string | undefined, apart: boolean, locked: boolean): string =>
    [
        sameAs === undefined ? "" : `（内容同 ${sameAs}）`,
        apart ? "（不在留存包内，另存）" : "",
        locked ? "（有密码，未打开）" : "",
    ].join("")
export const more = (all: number, printed: number): string =>
    `共 ${String(all)} 个文件，本表列前 ${String(printed)} 个；全部列在留存包这一层的 received.json 中。`

export const rows = ({ used, notRelevant, problem }: { used: number; notRelevant: number; problem: number }): string =>
    `读出 ${String(used)} 行，另有 ${String(notRelevant)} 行不是记录，${String(problem)} 行读不出`
const clock = (moment: string): string => moment.replace("T", " ").replace(/Z$/, " UTC")
export const span = (first: string, last: string): string => `${clock(first)} 至 ${clock(last)}`
export const weak = (count: number): string => `只给出 MD5 或者 SHA-1 的 ${String(count)} 个：${WEAK_HASH}。`
export const NO_SPAN = "没有时间"
