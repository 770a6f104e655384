import type { RequestTypeId } from "../../facts/officer/request-types.data.ts"
import type { WithheldFigure } from "../recipient/loss.ts"
import type { Owner } from "../recipient/owner.ts"

/** Words of 对外提供内容一览. */

export const AFTER_SEAL = "盖章以后生成，校验值见留存包中的一览"
export const ENTITY_UNVERIFIED = (zh: string): string => `${zh}（法律主体未经核实）`
export const CONTENT_ZH = {
    request: "英文首页、公函和法律文书扫描件、附表",
    identifiers: (counts: readonly string[]): string => `标识信息表：${counts.join("、")}`,
    "identifiers-csv": "标识信息（CSV，与标识信息表相同）",
    exhibits: (count: number): string => `截图 ${String(count)} 张`,
    "letter-copy": "请求首页和附表（可编辑）",
} as const
/** The letter's English text, for a desk that reads no Chinese. */
export const withTranslation = (content: string): string => `${content}、公函英文译文`
export const withPages = (content: string, pages: number): string => `${content}，共 ${String(pages)} 页`

export const ORDERS = (count: number): string => `订单 ${String(count)} 笔`
export const TRANSFERS = (what: string, count: number): string => `${what} ${String(count)} 笔`
export const IPS = (count: number): string => `IP 地址 ${String(count)} 个`
export const TARGETS = (count: number): string => `民警增列的查询对象 ${String(count)} 项`
export const ACCOUNT = "账户"

export const channelVerified = (by: string, on: string): string => `${by}于${on}核实`

/** Whose data leave. */
export const OFFICER = "承办民警"
export const second = (what: readonly string[]): string => `第二名民警的${what.join("、")}`
export const UNIT = "单位"
export const HOLDER: Readonly<Record<Owner, string>> = {
    complainant: "报案人（账户持有人）",
    suspect: "账户持有人（涉嫌）",
    third: "账户持有人（第三人）",
    person: "账户持有人（报案人代其报案）",
    organisation: "账户持有人（报案人代表的单位）",
    elsewhere: "报案人",
}
export const OTHERS = "其他人"
export const DATA_ZH = {
    name: "姓名",
    position: "职务",
    badge: "警号",
    email: "工作邮箱",
    phone: "办公电话",
    unitName: "名称、部门、国家、地址",
    website: "官网",
    unitEmail: "单位复函邮箱",
    superior: "上级单位名称",
    uid: "用户编号（UID）",
    registeredEmail: "注册邮箱",
    subAccounts: "子账户编号",
    loss: "资产种类和数量",
    netLoss: "净损失",
    consent: "同意书（含本人姓名、签名）",
} as const
export const KEY_ZH = {
    label: "名称",
    ending: "末几位",
    created: "创建时间",
    deleted: "删除时间",
    disabled: "停用时间",
} as const
export const keyOf = (parts: readonly string[]): string => `接口密钥的${parts.join("、")}（不含密钥本身）`
export const APPLICATION = (name: string): string => `报案人授权的第三方应用名称：${name}`
export const TARGET_OF = { suspect: "嫌疑人", third: "第三人" } as const
/** At most so many are named. */
const NAMED = 5
export const usersOf = (numbers: readonly string[]): string =>
    `站内收款账户的编号：${numbers.slice(0, NAMED).join("、")}${numbers.length > NAMED ? `等 ${String(numbers.length)} 个` : ""}`
export const NOBODY = "没有"

export const PHOTOS = {
    none: "不提供：本渠道不要求",
    notAsked: "不提供：本类请求不附证件照片",
    replaced: "不提供：对方接受单位公函",
    asked: (receivers: string): string =>
        `收件方要求提供；经手的是${receivers}。须另行批准，并作出境安全评估；未批准不发送`,
    approved: (by: string, on: string): string => `已由${by}于${on}批准，另行发送`,
} as const

/** What is asked for, by the kind of request. */
export const ASKED: Readonly<Record<RequestTypeId, string>> = {
    disclosure: "请求的数据",
    preservation: "请求保全",
    "data-freeze": "请求冻结",
    freeze: "请求冻结",
    "follow-up": "请求的数据",
    emergency: "请求的数据",
}
export const REQUEST_ALONE = "英文首页、盖章公函的扫描件、标识信息附表"
export const FROZEN = "请求冻结的账户和资产"
export const frozenAccount = (value: string): string => `被请求冻结的账户：${value}`
export const keepFor = (days: string): string => `自收到之日起保全 ${days} 日`
export const pending = (number: string): string => `在司法协助请求办结以前继续保全（请求书编号：${number}）`
export const frozenUntil = (until: string): string => `冻结至${until}`
export const frozen = (account: string, amount: string, asset: string, until: string): string =>
    `账户 ${account}，${amount} ${asset}，至${until}`
export const confirmed = (who: string, on: string, where: string): string =>
    `该账户由${who}于${on}自己列明为其一名用户的账户（见${where}）`
export const inLayer = (layer: string): string => `留存包第 ${layer} 层`
export const danger = (facts: string): string => `有人的生命正受到威胁：${facts}`
export const supplements = (no: string, ticket: string): string => `补充第 ${no} 次请求（受理编号：${ticket}）`
export const APPROVER = { department: "批准人、日期", county: "县级以上公安机关负责人、日期" } as const

export const notSent = (isHeldByOther: boolean, phoneLeaves = false, hasOthers = false): readonly string[] => [
    `${isHeldByOther ? "报案人、账户持有人的姓名、名称" : "报案人的姓名"}（同意书除外）、身份证号、住址、${phoneLeaves ? "注册手机号码以外的电话" : "个人电话"}`,
    "诉求，对任何人、任何单位的指控和意见，报案人所称的案件性质和罪名",
    `他人的姓名、账号、付款方式、聊天内容${hasOthers ? `（《对外提供内容一览》列为“${OTHERS}”的除外）` : ""}`,
    "人民币估值、C2C 记录、情况说明、损失计算说明",
    "案卷内部材料、警务工作秘密、国家秘密",
]
/** @param isFollowUp - Of which what the desk has been told before is left out by itself. */
export const NOT_USED = (count: number, isFollowUp: boolean): string =>
    `${isFollowUp ? "以前的请求已经列明的，或者" : ""}民警标明“本次请求未采用”的事实 ${String(count)} 项`
export const NOT_CHOSEN = (count: number): string => `报案人同意对外提供、本次没有选用的截图 ${String(count)} 张`
/** A figure of the reporter's that is left out of the English request. */
export const WITHHELD = ({ of, asset, why }: WithheldFigure): string =>
    `报案人填写的${of === "net-loss" ? `净损失（${asset}）` : `${asset} 数量`}：${why === "contradicted" ? "与导出文件算出的不同" : "导出文件对账有差额，或者有行读不出"}，英文请求中不写这个数字；请与报案人核对，更正后重新生成材料包`
const UTC = " UTC"
/** The clock is named once where it is one. */
export const PERIOD = (from: string, to: string): string =>
    `${to.endsWith(UTC) && from.endsWith(UTC) ? from.slice(0, -UTC.length) : from} 至 ${to}`
