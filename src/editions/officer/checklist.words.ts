import type { LeafState } from "../../facts/checklist/checklist.ts"
import type { ConditionId, ConditionStatus, SuggestionId } from "../../facts/checklist/conditions.ts"
import type { IdentityLack } from "../../facts/checklist/identity-release.ts"
import type { Supplier } from "../../facts/checklist/material.ts"

/** Words of 八项信息与发送条件核对表: numbers, states, reasons, who supplies what, and where it is. */

/** What the items are called: by their number where there are eight, as the recipient's own list is. */
export const EIGHT_ITEMS = "八项信息"
export const ITEMS = "所需信息"
export const CONDITIONS = "发送条件"
/** Where a kind of request asks none of the recipient's items. */
export const notApplicable = (items: string): string => `${items} 不适用`
export const CONDITIONS_TITLE = "发送条件核对表"
export const ITEMS_TITLE = "收件方要求的信息"
export const SENDER_TITLE = "公函和来件写明的单位、民警信息"
export const notAsked = (items: string): string =>
    `${items}是收件方对调取请求的要求，本类请求不适用：不附证件照片和案件材料；下列各项写入公函和英文函，缺的不能发送。`
export const titleOf = (items: string): string => `${items}与发送条件核对表`

/** The conclusion. */
export const MAY_SEND = "可以发送"
export const MAY_ASK = "可发函询问渠道，案件材料和证件图像不得发送"
export const mayNotIdentify = (lacking: readonly string[]): string =>
    `可以发送，但证件图像不得发送，缺：${lacking.join("、")}`
export const MAY_NOT_SEND = "暂不能发送"
export const mayNotSend = (lacking: readonly string[]): string => `${MAY_NOT_SEND}，缺：${lacking.join("、")}`
export const DETAILS = "细项"
/** @param open - How many of the kind are not done, those included that stop only a part. */
export const lackOf = (kind: string, lacking: readonly string[], open: number): string | undefined => {
    if (lacking.length === 0) return undefined
    const names = lacking.join("、")
    return open <= lacking.length
        ? `缺${kind} ${String(lacking.length)} 项：${names}`
        : `${kind}还有 ${String(open)} 项未备，其中 ${String(lacking.length)} 项缺了就不能发送：${names}`
}

/** Route and address before an officer has chosen, and where an address comes from. */
export const routesToChoose = (names: readonly string[]): string =>
    names.length === 0 ? "没有查到可以核实的受理渠道" : `待民警选定：${names.join("；")}`
export const addressLater = (hasRoutes: boolean): string => (hasRoutes ? "选定渠道后列出" : "查明渠道后填写")
/** How the official page is used, and where it is known from. */
export const enteredFrom = (source: string): string => `由网安从该页面进入所列渠道（${source}）`
export const NOBODY_VERIFIED = "尚无人核实"
/** In its place once the officer has made sure of the channel. */
export const verifiedHere = (number: number): string => `本案已核实，见第二部分第 ${String(number)} 项`

export const LEAF_ZH: Readonly<Record<LeafState, string>> = {
    ready: "已备",
    missing: "缺",
    problem: "有问题",
    prepared: "已备好，未随信",
    "identity-mail": "随身份邮件",
    "not-needed": "该渠道不需要",
    "by-hand": "请人工核对",
}

/** Why a detail stands as it does. */
export const NO_PHOTO = "未提供照片"
export const NO_MATERIALS = "未提供"
export const NOT_FILLED = "未填"
export const notFilled = (labels: string): string => `未填：${labels}`
export const KEPT_BACK = "发送条件未全部满足（见第二部分），暂不发送"
export const BY_IDENTITY_MAIL = "放在证件文件夹，另用单独的邮件发送"
export const notReleased = (lacking: readonly string[]): string => `证件图像不得发送，缺：${lacking.join("、")}`
export const RELEASE: Readonly<Record<IdentityLack, string>> = {
    "identity-approval": "证件图像对外提供的批准人和日期",
    "export-assessment": "出境安全评估",
    "export-result": "出境安全评估的结论或者不适用的理由",
}
export const replacedBy = (by: string, on: string, how: string): string =>
    `收件方同意以单位公函代替（${on}，${by}：${how}）；《身份证明函》盖章扫描后放入“法律文书”文件夹`
export const PHOTO_NOT_ASKED = "所选渠道不查验证件照片"
export const NOT_TOLD = "程序无法判断是否备齐，请按收件方要求准备并逐项核对"
export const OFFICERS_OWN = "民警自备"
export const FROM_REPORTER = "由报案人的材料包生成"
export const MAY_UPLOAD = "可以上传"
export const finding = (text: string): string => `核对：${text}`
export const unmarkedBy = (approver: string, reason: string): string =>
    `未加“仅供核验”字样：${approver}批准，理由：${reason}`
export const PHONE_TYPE: Readonly<Record<string, string>> = { landline: "座机", mobile: "手机" }

/** What the five conditions are called. */
export const CONDITION_ZH: Readonly<Record<ConditionId, string>> = {
    "sealed-letter": "盖章公函（扫描件）",
    "legal-instrument": "法律文书（名称、文号、日期、扫描件）",
    approval: "批准人及批准日期",
    channel: "渠道已核实（何人、何日、如何核实）",
    mailbox: "工作邮箱获收件方认可",
}

/** Whether a condition is met. */
export const conditionState = (met: boolean): string => (met ? "已满足" : "未满足")

/** What an open condition stops. */
export const STOPS_ZH: Readonly<Record<ConditionStatus["stops"], string>> = {
    everything: "不生成任何可发送的文件",
    "case-data": "案件材料和证件图像不得发送；可发函询问渠道",
    "identity-images": "证件图像不得发送",
}

/** Parts that an open condition lacks. */
export const LACKING: Readonly<Record<string, string>> = {
    "county-head": "县级以上公安机关负责人的批准",
    scan: "扫描件",
    comparison: "与第一步所生成的文件比对一致",
    name: "中英文名称",
    number: "文号",
    date: "日期",
    approver: "批准人",
    confirmation: "核实记录",
    way: "核实途径",
}
export const APPROVAL_DATE = "批准日期"
/** One condition of a list that is counted: several parts stand in brackets. */
export const approvalLacks = (parts: readonly string[]): string =>
    parts.length === 1 ? (parts[0] ?? "") : `批准（${parts.join("、")}）`
export const instrumentLacks = (parts: readonly string[]): string => `法律文书（${parts.join("、")}）`

/** In the conclusion, where the scan is there. */
export const SEALED_TO_COMPARE = "盖章公函与第一步文件的比对"

const BY_COMPARING = "在第二步放入第一步生成的文件夹，照抄盖章公函末尾的核对码；有不一致的，按提示改正"
const BY_COUNTY = "由县级以上公安机关负责人批准，在民警信息表填写其姓名、职务、批准日期"
const HOW_TO_ZH: Readonly<Record<ConditionId, string>> = {
    "sealed-letter": "打印公函，报批、盖章后扫描成 PDF",
    "legal-instrument": "经批准开具后填写，扫描成 PDF",
    approval: "调取由办案部门负责人批准；涉及财产的由县级以上公安机关负责人批准",
    channel: "请网安从官方页面点进去核对并记录；被询问的地址自己的答复不能证明其属实",
    mailbox: "用 gov.cn 邮箱，或去信询问并记录对方答复",
}

/** What a condition lacks, by the ids of its parts, and how to get it. */
export function lacks(id: ConditionId, parts: readonly string[]): string {
    const own = parts.includes("county-head") ? BY_COUNTY : parts.includes("comparison") ? BY_COMPARING : HOW_TO_ZH[id]
    return `缺：${parts.map((part) => LACKING[part] ?? part).join("、")}。${own}`
}

/** Behind how to get the sealed letter, where it has a translation. */
export const WITH_TRANSLATION = "；后附的英文译本一并盖章、扫描"

/** By what a condition is met. */
export const SEALED = "扫描件由民警提供；是否盖章、是否这一份、有无倒置错页，程序看不出，请与原件逐页核对"
export const BY_ACCOUNT = "由已有账号提交，不用本人邮箱"
export const BY_DOMAIN = "邮箱域名属收件方认可的官方域名"

/** Who supplies something. */
export const SUPPLIER_ZH: Readonly<Record<Supplier, string>> = {
    officer: "民警",
    reporter: "报案人",
    superior: "上级",
}

/** Where something is, or is to be put. */
export const FORM = "民警信息表"
export const PACKET = "本材料包"
export const PHOTOS = "证件照片文件夹"
export const SCAN_WHEN_SEALED = "盖章后扫描"
export const FORM_AND_SCAN = "民警信息表；扫描件另附"

/** Rows of the form that hold a condition's record; papers are files of their own. */
export const ROWS: Readonly<Partial<Record<ConditionId, string>>> = {
    approval: "批准人各项",
    channel: "渠道核实各项",
    mailbox: "邮箱认可各项",
}
export const MAILBOX_ROW = "工作邮箱"

/** What is suggested and what for. */
export const SUGGESTION_ZH: Readonly<Record<SuggestionId, { what: string; why: string }>> = {
    consent: {
        what: "账户持有人签名的同意书（06，扫描件）",
        why: "不少收件方凭此即可提供多数账户记录",
    },
    "call-back": {
        what: "单位官网网址和官网公布的总机号码",
        why: "收件方在官网查到总机后回拨核实；公函和英文请求只写官网，不写总机",
    },
    "filing-decision": {
        what: "立案决定书；尚未立案的，受案回执",
        why: "有的收件方要求；冻结须已立案",
    },
    "second-officer": { what: "第二名民警的姓名", why: "有的收件方要求两名民警" },
    "agency-letter": {
        what: "单位公函，写明由该民警办理本案",
        why: "证明由其经办；可先问收件方能否代替证件照片",
    },
    "legal-review": { what: "法制部门意见", why: "直接向境外企业提出请求前，先听取意见" },
}
export const SUGGESTION_STATE_ZH = { there: "已有", open: "未填", unknown: "请自备" } as const
