import type { Recipient } from "./recipient-schema.ts"

/** What holds for every desk whose profile says nothing else. */

/** Days after which somebody should look at a desk's facts, and at a channel, once more. */
export const AGES = { profileDays: 365, channelDays: 90 } as const

/**
 * Periods by data group, around the facts that a request names: log-ins begin earlier, the log of a key with its
 * creation, withdrawals end later. What is asked of other groups covers those facts alone, in whole hours.
 */
export const PERIODS: Readonly<Record<string, { daysBefore?: number; daysAfter?: number; fromKeyCreation?: "yes" }>> = {
    "key-log": { fromKeyCreation: "yes" },
    "transfer-initiation": { daysAfter: 7 },
    "account-access": { daysBefore: 30 },
}

/** Of accounts that are not the victim's: what came in arrives later, and is moved on after that. */
export const PERIODS_OF_OTHERS: typeof PERIODS = {
    ...PERIODS,
    "account-access": { daysBefore: 30, daysAfter: 7 },
    "account-records": { daysAfter: 7 },
}

/** Whether a desk tells its user, where nobody found a word on it. */
export const USER_NOTICE: Recipient["userNotice"] = {
    byDefault: "unknown",
    zh: "未见是否告知用户的说明",
    en: "not stated",
    source: "所见的材料中没有",
    sourceEn: "nothing in what was seen",
    grade: "D",
}

export const IDENTIFIER_FORMATS: Recipient["identifierFormats"] = {
    accepted: ["text", "xlsx", "pdf"],
    zh: "未见格式要求；以表格和可复制的文字提供，是参照其他平台的做法",
    en: "no rule was seen; a sheet and text that can be copied follow the rules of other desks",
    source: "参照其他平台的公开要求",
    sourceEn: "rules that other desks have published",
    grade: "D",
}

/** What desks of the kind ask of an officer; for those whose form nobody has seen. */
export const ITEMS_NOTE: Recipient["itemsNote"] = {
    zh: "表单栏目未见；所需信息按同类平台的公开要求推定，分项是本资料所作。",
    en: "the form was not seen; the items are inferred from what other desks have published, and the split is ours.",
    source: "据同类平台的公开要求推定",
    sourceEn: "inferred from what other desks have published",
    grade: "D",
}

export const ITEMS: Recipient["items"] = [
    {
        id: "agency",
        zh: "单位全称和国家",
        en: "Agency and country",
        note: "与公函、证件一致，中英文均填",
        noteEn: "as in letter and ID; in Chinese and English",
        leaves: [
            { id: "agency-name", zh: "单位全称", en: "Agency name", fields: ["agency.nameZh", "agency.nameEn"] },
            { id: "agency-country", zh: "国家", en: "Country", fields: ["agency.countryZh", "agency.countryEn"] },
        ],
    },
    {
        id: "officer",
        zh: "民警姓名、职务",
        en: "Officer's name and position",
        note: "中文并汉语拼音",
        noteEn: "in Chinese and in pinyin",
        leaves: [
            {
                id: "given-name",
                zh: "名",
                en: "First name",
                fields: ["officer.givenNameZh", "officer.givenNamePinyin"],
            },
            { id: "surname", zh: "姓", en: "Last name", fields: ["officer.surnameZh", "officer.surnamePinyin"] },
            {
                id: "officer-position",
                zh: "职务",
                en: "Position",
                fields: ["officer.positionZh", "officer.positionEn"],
            },
        ],
    },
    {
        id: "contact",
        zh: "工作邮箱和办公电话",
        en: "Official e-mail and office phone",
        note: "单位域名的邮箱；座机优先，+86 开头",
        noteEn: "mailbox of the agency's domain; rather a landline, beginning with +86",
        leaves: [
            { id: "email", zh: "工作邮箱", en: "Official e-mail", fields: ["officer.email"] },
            { id: "phone", zh: "办公电话", en: "Office phone", fields: ["officer.phone"] },
        ],
    },
    {
        id: "case-materials",
        zh: "案件材料",
        en: "Case materials",
        note: "盖章公函、法律文书和标识信息",
        noteEn: "sealed letter, legal instrument and identifiers",
        leaves: [{ id: "case-materials", zh: "案件材料", en: "Case materials", materials: "yes" }],
    },
]

/** Data that can be asked for, in order of importance; the last two of the listed orders alone, the two before of who received. No desk has published such a list. */
export const DATA_GROUPS: Recipient["dataGroups"] = [
    {
        id: "api-attribution",
        zh: "期间内该账户各笔委托和接口调用所用的接口密钥编号（不含密钥本身）、来源 IP、客户端标识、经纪商标识",
        en: "for each order and API call of the account in the period: API key ID (not the secret), source IP, user agent, broker tag",
        instrument: "调取证据通知书",
        approval: "办案部门负责人",
        about: "keys",
    },
    {
        id: "key-log",
        zh: "该账户接口密钥的创建、授权、权限变更和删除记录",
        en: "creation, authorisation, permission and deletion log of the API keys of the account",
        instrument: "调取证据通知书",
        approval: "办案部门负责人",
        about: "keys",
    },
    {
        id: "transfer-initiation",
        zh: "期间内该用户各账户之间划转以及提币的时间、币种、数量、去向及发起方式（接口密钥编号或网页、应用会话）",
        en: "transfers between the user's wallets and withdrawals in the period: time, asset, amount, destination, how initiated (API key ID, web or app session)",
        instrument: "调取证据通知书",
        approval: "办案部门负责人",
        about: "access",
    },
    {
        id: "account-access",
        zh: "期间内该账户的登录日志、设备、IP、双重验证记录及风险控制记录",
        en: "log-in records, devices, IP addresses, two-factor and risk-control records of the account in the period",
        instrument: "调取证据通知书",
        approval: "办案部门负责人",
        about: "access",
    },
    {
        id: "account-records",
        zh: "期间内该账户的订单、成交、充值和提币（含地址、交易哈希）、资金流水的原始导出文件",
        en: "native export files of orders, fills, deposits and withdrawals (addresses, hashes) and balance history of the account in the period",
        instrument: "调取证据通知书",
        approval: "办案部门负责人",
    },
    {
        id: "receiving-users",
        zh: "所列收款地址、交易哈希、其他账户属于贵方用户的，该用户的用户编号、注册和身份认证信息、登录记录、有关款项的入账记录、期间内及期间后 7 日内的提币记录",
        en: "where a listed receiving address, transaction hash or further account belongs to a user of yours: user ID, registration and identity data, log-ins, the deposits concerned, withdrawals in the period and 7 days after",
        instrument: "调取证据通知书；涉及余额、资产的，按查询财产由县级以上公安机关负责人批准",
        approval: "办案部门负责人（涉及财产的：县级以上公安机关负责人）",
        about: "others",
    },
    {
        id: "receiving-within",
        zh: "所列站内转给贵方其他用户的各笔款项（含支付、礼品卡、红包），收款或者领取人的用户编号、注册和身份认证信息、登录记录、期间内及期间后 7 日内的提币记录",
        en: "for each listed transfer to another user of yours (internal transfer, payment, gift card, red packet): user ID of who received or redeemed it, registration and identity data, log-ins, withdrawals in the period and 7 days after",
        instrument: "调取证据通知书；涉及余额、资产的，按查询财产由县级以上公安机关负责人批准",
        approval: "办案部门负责人（涉及财产的：县级以上公安机关负责人）",
        about: "users",
    },
    {
        id: "counterparties",
        zh: "所列订单各笔成交的对手方账户标识、挂单与吃单方、价格和数量",
        en: "for the fills of the listed orders only: counterparty account ID, maker or taker, price, quantity",
        instrument: "调取证据通知书",
        approval: "办案部门负责人",
        about: "orders",
    },
    {
        id: "counterparty-identity",
        zh: "前项对手方账户的注册和身份认证信息、登录记录、期间内及期间后 7 日内的提币记录",
        en: "for those counterparty accounts only: registration and identity data, log-ins, withdrawals in the period and 7 days after",
        instrument: "调取证据通知书；涉及余额、资产的，按查询财产由县级以上公安机关负责人批准",
        approval: "办案部门负责人（涉及财产的：县级以上公安机关负责人）",
        about: "orders",
    },
]

export const DATA_NOTE: NonNullable<Recipient["dataNote"]> = {
    zh: "可请求的数据及其排序由本资料按公开的数据种类拟定，不是收件方公布的清单",
    en: "the data groups and their order are ours, after kinds of data known from public sources; the desk has published no such list",
    source: "法发〔2016〕22号第一条所列电子数据种类，以及公开的取证实务文章",
    sourceEn: "kinds of electronic data in Fa Fa (2016) No. 22, article 1, and published practice notes",
    grade: "D",
}

/** Sizes above which files are parted or refused; no desk has published any. */
export const LIMITS: NonNullable<Recipient["limits"]> = {
    fileBytes: 10_000_000,
    mailAttachmentsBytes: 14_000_000,
    totalBytes: 20_000_000,
    zh: "未见大小限制；单个文件、每封邮件附件、合计的数值都是假定",
    en: "no limit was seen; the figures for a file, the attachments of a mail and the total are assumptions",
    source: "按常见邮件系统的上限假定",
    sourceEn: "assumed from the limits of common mail systems",
    grade: "D",
}
