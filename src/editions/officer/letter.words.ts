import type { Case } from "../../facts/case/schema.ts"
import type { Officer, TARGET_ROLES } from "../../facts/officer/officer.ts"
import type { Owner, WhyOf } from "../recipient/owner.ts"
import { operationsZh } from "../shared/incident.words.ts"

/** Words of 关于协助提供有关账户电子数据的函 beside its template. */

/** A line to fill in by hand. */
export const BLANK = "＿＿＿＿＿＿"

type Stage = NonNullable<NonNullable<Officer["investigation"]>["stage"]>
/** What the agency is doing, at the begin of the letter; the number of the case follows. */
const STAGE_ZH: Readonly<Record<Stage, (offence: string) => string>> = {
    accepted: (offence) => `我单位已受理${offence}案`,
    filed: (offence) => `我单位正在侦办${offence}案`,
    verification: (offence) => `我单位正在对涉嫌${offence}的警情依法调查核实`,
}
export const opening = (stage: Stage | undefined, offence: string, number: string): string =>
    `${stage === undefined ? `我单位正在办理${offence}案（办理阶段：${BLANK}）` : STAGE_ZH[stage](offence)}（编号：${number}）。`

type Kind = Case["incident"]["kind"][number]

/** How an account and those who had the say over it are called. */
export interface Voice {
    readonly account: string
    readonly holder: string
    /** It is a wallet whose keys its owner has. */
    readonly isWallet: boolean
}
/** Of an account with another desk the letter does not say with which. */
export function voiceZh(owner: Owner, isOthers: boolean, isWallet = false): Voice {
    const holder = isOthers ? (owner === "elsewhere" && isWallet ? "钱包持有人" : "账户持有人") : "其"
    if (owner === "elsewhere")
        return {
            account: `${isOthers ? "其代为报案的" : "其"}${isWallet ? "自行保管的钱包" : "在其他平台的账户"}`,
            holder,
            isWallet,
        }
    return { account: isOthers ? "其代为报案的账户" : "其账户", holder, isWallet: false }
}

/** What the complainant states: `其账户自…起被他人操作，发生未经其授权的交易和划转`. */
export function eventZh(kinds: readonly Kind[], since: string, { account, holder, isWallet }: Voice): string {
    const named = operationsZh(kinds, isWallet)
    const by = kinds.includes("account-takeover") ? "登录、操作" : "操作"
    const happened =
        named !== ""
            ? `${account}${since}被他人${by}，发生未经${holder}授权的${named}`
            : kinds.includes("account-takeover")
              ? `${account}${since}被他人${by}`
              : ""
    const paid = kinds.includes("payment-by-deception") ? `${holder}因受骗向他人付款` : ""
    return [happened, paid].filter((part) => part !== "").join("；")
}

/** Since when: `自2023年3月21日01:49:08（北京时间）起`. */
export const since = (moment: string): string => `自${moment}起`
/** A moment on a clock: `2023年3月20日16:00（UTC）`. */
export const moment = (date: string, clock: string, zone: string): string => `${date}${clock}（${zone}）`
export const ABOUT = "约"
export const dayOf = (year: string, month: string, day: string): string => `${year}年${month}月${day}日`
export const dayInYear = (month: string, day: string): string => `${month}月${day}日`
export const UTC = "UTC"
export const BEIJING = "北京时间"
export const span = (from: string, to: string): string => `${from}至${to}`
/** On the clock of the desk, then on that of China: `2023年3月20日16:00至3月21日16:00（UTC），即北京时间…`. */
export const utcSpan = (from: string, to: string): string => `${span(from, to)}（${UTC}）`
export const onBothClocks = (utc: string, beijing: string): string => `${utc}，即${BEIJING}${beijing}`

/** Most characters of a line that is centred upon the date, and where a longer name of a unit is parted. */
export const SIGNED_CHARS = 19
export const UNIT_ENDS = /(?:公安厅|公安局|公安处|分局|总队|支队|大队|中队)/g

/** What the annex of identifiers lists. */
export const ORDERS_ZH = "订单"
/** Within the account, or out of it. */
export const TRANSFERS_ZH = { within: "划转", out: "转出" } as const
export const both = (listed: readonly string[]): string =>
    listed.length < 2 ? listed.join("") : `${listed.slice(0, -1).join("、")}和${listed.at(-1) ?? ""}`

type Role = (typeof TARGET_ROLES)[number]
/** Whose the account of the case is. */
const OWNER_ZH: Readonly<Record<Owner, string>> = {
    complainant: "报案人本人账户",
    suspect: "涉案账户",
    third: "有关账户",
    person: "报案人代他人报案的账户（被害人账户）",
    organisation: "报案人代表单位报案的账户（被害单位账户）",
    elsewhere: "本函所称账户，是下列标识所属的账户（报案人的账户不在贵方平台）",
}
/** The same, of a case whose assets left a wallet that no platform has. */
export const ownerZh = (owner: Owner, isWallet: boolean): string =>
    owner === "elsewhere" && isWallet
        ? "本函所称账户，是下列标识所属的账户（报案所涉的是自行保管的钱包，不是平台账户）"
        : OWNER_ZH[owner]
export const TARGET_ROLE_ZH: Readonly<Record<Role, string>> = {
    complainant: "报案人",
    suspect: "嫌疑人",
    third: "第三人",
}
export const TARGET_KIND_ZH = {
    uid: "用户编号（UID）",
    email: "注册邮箱",
    phone: "注册手机号码",
    address: "充值地址",
    txHash: "交易哈希",
} as const
/** With the chain, where an address or a hash has one: `TRC20 充值地址`. */
export const targetZh = ({
    kind,
    network,
}: {
    readonly kind: keyof typeof TARGET_KIND_ZH
    readonly network?: string | undefined
}): string => (network === undefined ? TARGET_KIND_ZH[kind] : `${network} ${TARGET_KIND_ZH[kind]}`)
/** Who says so of an identifier beside the account of the case. */
export const OWN = "报案人提供"
export const IN_CASE = "编号由报案人提供，归属由我单位列明"
export const BY_POLICE = "我单位查明"

/** Who may be told where no other user may. */
export function exceptZh(owner: Owner): string {
    if (owner === "complainant") return "报案的账户持有人以外的"
    return owner === "person" || owner === "organisation" ? "账户持有人以外的" : ""
}

/** Why each kind of data is needed, by the id of the data group; one for those that nobody has named. */
const WHY_ZH: Readonly<Record<string, string>> = {
    "api-attribution": "查明各笔委托由哪一密钥、从何处、经何应用发出",
    "key-log": "查明所用密钥何时创建、授权给何应用",
    "transfer-initiation": "查明发起方式和资产去向",
    "account-access": "区分账户持有人与他人的登录",
    "account-records": "核对报案人陈述",
    counterparties: "查明有关成交的获利方",
    "counterparty-identity": "查明获利方",
    "receiving-users": "查明收款方和资产去向",
    "receiving-within": "查明收款方和资产去向",
}
/** The same where no key gave access, and of accounts that are not the victim's. */
const WHY_NO_KEY_ZH: Readonly<Record<string, string>> = {
    "api-attribution": "查明有无经接口密钥进行的操作、从何处发出",
    "key-log": "查明有无创建、授权接口密钥",
}
const WHY_OTHERS_ZH: Readonly<Record<string, string>> = {
    "api-attribution": "查明操作从何处、经何应用发出",
    "key-log": "查明接口密钥何时创建、授权给何应用",
    "transfer-initiation": "查明资产去向",
    "account-access": "查明账户由何人使用",
    "account-records": "查明资产去向",
}
const WHYS_ZH: Readonly<Record<WhyOf, readonly Readonly<Record<string, string>>[]>> = {
    key: [WHY_ZH],
    "no-key": [WHY_NO_KEY_ZH, WHY_ZH],
    others: [WHY_OTHERS_ZH, WHY_ZH],
}
export const whyZh = (group: string, of: WhyOf): string =>
    WHYS_ZH[of].find((table) => Object.hasOwn(table, group))?.[group] ?? "查明上述案件事实"

/** A mailbox is called 工作邮箱 only where its domain is not open to everybody. */
export const MAILBOX_ZH = { official: "工作邮箱", public: "电子邮箱" } as const
/** Both officers, each with a badge number where the desk asks for it. */
export const contact = (name: string, badge: string | undefined): string =>
    badge === undefined ? name : `${name}（警号${badge}）`

export const IDENTIFIERS_ZH = "账户、订单、地址标识信息表"
/** The same sheet where it lists what is to be frozen. */
export const FROZEN_ZH = "请冻结的账户和资产信息表"
/** What an annex is, by the begin of its name; the list of annexes has the name of the file. */
export const ANNEX_ZH: readonly (readonly [RegExp, string])[] = [
    [/^02-.*\.csv$/, "账户、订单、地址标识信息表（文本）"],
    [/^02-/, IDENTIFIERS_ZH],
    [/^03-/, "截图"],
    [/^04-/, "英文函文字稿"],
]
export const OTHER_ANNEX = "附件"
