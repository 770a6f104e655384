import type { Case } from "../../facts/case/schema.ts"
import { placeNamed } from "../shared/matter.words.ts"

/** Words of 报请要点（供起草呈请报告参考） beside its template. */

/** Matters that have a rule. */
export const MATTERS_ZH = {
    jurisdiction: "管辖",
    inquiry: "调查核实",
    obtaining: "调取证据",
    use: "所得材料的使用",
    property: "查询、冻结财产",
    abroad: "向境外提供个人信息",
    foreign: "境外证据材料",
    judicial: "刑事司法协助渠道",
} as const

/** In place of the address of a channel that is another unit's account. */
export const BY_OTHER_UNIT = "由持有该账号的单位提交"

/** What the lines of facts are about. */
export const LABELS_ZH = {
    report: "报案",
    account: "账户",
    course: "经过",
    access: "授权",
    factor: "账户安全",
    loss: "损失",
    materials: "材料",
} as const

/** 报案. */
export const reporterLine = (name: string, phone: string): string => `报案人${name}，联系电话 ${phone}。`
export const reportNumber = (number: string): string => `编号 ${number}`
export const toldPolice = (to: string): string => `向${to}报案`
export const toldOthers = (to: string): string => `向${to}反映`
export const toldBefore = (reports: readonly string[]): string => `此前${reports.join("，")}。`

/** 账户. */
export const accountOf = (
    exchange: string,
    isWallet: boolean,
    holder?: { readonly name: string; readonly relation: string },
): string =>
    `${placeNamed(exchange, isWallet)}${holder === undefined ? "" : `，持有人${holder.name}（报案人与持有人的关系：${holder.relation}）`}`
export const REGISTERED_EMAIL = "注册邮箱"

export interface Course {
    /** `2023-03-21 01:49:08（北京时间）至…，即 … 至 …`, as far as known. */
    readonly when: string
    readonly event: string
    readonly noticed: string
}

/** 经过. */
export const courseLine = (of: Course): string =>
    `据报案人陈述，${of.when}，${of.event}；报案人发现的时间：${of.noticed}。`

/** When it happened: from first to last on both clocks, one moment where no last one is stated. */
export const fromTo = (moments: readonly string[]): string => moments.join("至")
export const bothClocks = (beijing: string, utc: string): string => `${beijing}，即 ${utc}`
export const TIME_NOT_KNOWN = "时间不清楚"

/** 授权. */
export const NO_KEY = "报案人称未向第三方授权接口密钥"
export const keyLine = (thirdParty: string | undefined, permissions: string, state: string): string =>
    `${thirdParty === undefined ? "接口密钥没有授权给第三方，由持有人自己的程序使用" : `报案人曾把接口密钥授权给“${thirdParty}”`}，权限为${permissions}；密钥${state}`
export const TWO_FACTOR_ZH: Readonly<Record<NonNullable<Case["twoFactor"]>["enabled"], string>> = {
    yes: "已开启双重验证",
    no: "未开启双重验证",
    unknown: "是否开启双重验证不清楚",
}

/** 损失: what became of the assets, by what happened. */
export const BECAME = { sold: "被卖出", moved: "被转出", both: "被转出或者卖出", paid: "受骗付出" } as const
export const either = (ways: readonly string[]): string => ways.join("、")
export const lossLine = (how: string, lost: string, net: string): string =>
    `报案人称${how}的资产：${lost}。${net}数额未经核实，算法见《损失计算说明》。`
export const netLoss = (amount: string, source: string): string => `报案人计算净损失 ${amount}（来源：${source}）。`

/** 材料. */
export const pictures = (count: number): string => `${String(count)} 件截图等材料`
export const exportFiles = (count: number): string => `${String(count)} 件平台导出文件`
export const NO_FILES = "未随附电子文件"
export const withFiles = (kinds: readonly string[]): string => `随附${kinds.join("、")}，均已计算 SHA-256 值`
export const originalsAt = (originals: string): string => `原始载体：${originals}`

/** Where the officer has said how far the case is, and by which instrument. */
export const filed = (details: readonly string[]): string =>
    `已立案${details.length === 0 ? "" : `（${details.join("，")}）`}，不需要另行报请调查核实`
export const FOR_EVIDENCE = "调取证据"

/** Who made the paper, and when. */
export const madeByReporter = (day: string): string => `本件由报案人于${day}整理，未经公安机关核实，引用前请核对`
export const MADE_WITH_OFFICER =
    "本件按报案人的材料和民警信息表生成，报案人的陈述未经公安机关核实，引用前请核对；对外内容与《对外提供内容一览》一致"

/** Of the route that the officer chose. */
export const chosen = (verified: string): string => `本次所选；${verified}`

/** What may leave, before the officer has chosen. */
export const REQUEST = "请求函（英文首页和盖章的中文公函）、法律文书的扫描件"
/** The same where the desk reads no Chinese. */
export const REQUEST_TRANSLATED = "请求函（英文首页、盖章的中文公函和英文译本）、法律文书的扫描件"
export const IDENTIFIERS =
    "账户的用户编号、注册邮箱，以及由民警选定的订单、划转、IP 地址（数目见制作公函时生成的《报请要点》）"
export const NO_PICTURES = "截图：报案人未同意对外提供任何一张"
export const releasedPictures = (count: number): string =>
    `截图：报案人同意对外提供 ${String(count)} 张，由民警选定，有他人信息的只用遮盖件`
export const OFFICER = "单位名称、地址、官方网站，承办民警的姓名、职务、工作邮箱、办公电话"
export const NO_PHOTOS = "证件照片：对方不要求，不发送"
export const photosFor = (routes: readonly string[], receivers: string): string =>
    `证件照片：以下渠道的收件方要求提供：${routes.join("、")}；经手的是${receivers}。须另行批准，未批准不发送`
/** What leaves, once chosen. */
export const dataOf = (who: string, what: string): string => `${who}的信息：${what}`
export const photos = (said: string): string => `证件照片：${said}`
