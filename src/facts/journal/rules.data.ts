import type { Words } from "../../base/lang.ts"

/**
 * Due dates, as data: which act starts a term, who sets its end, and what ends the matter before. What law or desk says
 * stands with its source and the day on which it was read; where nothing was found, that is said.
 */

export interface Term {
    readonly count: number
    readonly unit: "business-days" | "days" | "months"
}

/** Where a term is from. */
export interface Basis {
    readonly source: Words
    /** What the source says, in short. */
    readonly says: Words
    /** Day on which it was read, or said; absent where the source is not dated. */
    readonly readOn?: string | undefined
    readonly grade: "A" | "B" | "C" | "D"
}

export interface DueRule {
    readonly id: string
    readonly words: Words
    readonly act: string
    /** Types of request that it is about; all where absent. */
    readonly types?: readonly string[]
    /** States of a channel that start it. */
    readonly states?: readonly string[]
    /** The field in which the entry itself names the day. */
    readonly field?: "replyBy" | "until"
    /** The term of the desk's profile that holds where the entry names no day. */
    readonly desk?: "access-review" | "preservation"
    /** The term of the law, where neither entry nor desk sets one. */
    readonly law?: Term
    /** Where nobody sets a day: the law is silent, what it says was not checked, or the desk does not say. */
    readonly otherwise: "silent" | "unverified" | "desk"
    /** Acts that end it, of the same request or the same recipient. */
    readonly endedBy: readonly string[]
    readonly of: "no" | "recipient"
    /** Another act of the same kind begins it anew: of the same recipient, or of the request that it names as renewed. */
    readonly renewed?: true
    readonly basis: Basis
}

const PROCEDURE = "《公安机关办理刑事案件程序规定》（2020 年修正，LawRefBook 汇编）"
const PROCEDURE_EN =
    "Provisions on Procedures for Criminal Cases (amended 2020-07-20; text of the LawRefBook/Laws collection)"

const DESK_TIMES: Basis = {
    source: { "zh-CN": "收件方资料", en: "recipient profile" },
    says: { "zh-CN": "收件方没有写明审核期限", en: "the profile states no time of review" },
    readOn: "2026-11-27",
    grade: "D",
}

export const DUE_RULES: readonly DueRule[] = [
    {
        id: "reply-by",
        words: { "zh-CN": "提供时限", en: "data to be provided" },
        act: "sent",
        types: ["disclosure", "follow-up"],
        field: "replyBy",
        otherwise: "silent",
        endedBy: ["answered", "refused", "withdrawn", "closed"],
        of: "no",
        basis: {
            source: { "zh-CN": `${PROCEDURE}第六十二条`, en: `${PROCEDURE_EN}, article 62` },
            says: {
                "zh-CN": "调取证据通知书应当写明提供时限；没有规定天数",
                en: "the notice is to state by when; no number of days is laid down",
            },
            readOn: "2026-11-27",
            grade: "B",
        },
    },
    {
        id: "access-review",
        words: { "zh-CN": "门户账号审核", en: "review of access" },
        act: "access-requested",
        desk: "access-review",
        otherwise: "desk",
        endedBy: ["access-granted", "closed"],
        of: "recipient",
        renewed: true,
        basis: DESK_TIMES,
    },
    {
        id: "channel-review",
        words: { "zh-CN": "门户账号审核", en: "review of access" },
        act: "channel",
        states: ["applied"],
        desk: "access-review",
        otherwise: "desk",
        endedBy: ["channel"],
        of: "recipient",
        renewed: true,
        basis: DESK_TIMES,
    },
    {
        id: "preservation",
        words: { "zh-CN": "保全期限届满", en: "end of preservation" },
        act: "sent",
        types: ["preservation"],
        field: "until",
        desk: "preservation",
        otherwise: "silent",
        endedBy: ["refused", "withdrawn", "closed"],
        of: "no",
        renewed: true,
        basis: {
            source: { "zh-CN": "收件方资料", en: "recipient profile" },
            says: {
                "zh-CN": "以函请求保全，现行法律未见明文；保存多久由收件方决定",
                en: "Chinese law does not regulate preservation by letter; the desk decides how long it keeps",
            },
            readOn: "2026-11-27",
            grade: "D",
        },
    },
    {
        id: "data-freeze",
        words: { "zh-CN": "冻结电子数据期限届满", en: "end of the freeze of data" },
        act: "sent",
        types: ["data-freeze"],
        field: "until",
        law: { count: 6, unit: "months" },
        otherwise: "unverified",
        endedBy: ["refused"],
        of: "no",
        renewed: true,
        basis: {
            source: {
                "zh-CN": "《公安机关办理刑事案件电子数据取证规则》（据南华早报 2019-01-04）",
                en: "MPS rules on electronic evidence in criminal cases (by the South China Morning Post of 2019-01-04)",
            },
            says: {
                "zh-CN":
                    "据报道自 2019-02-01 起为六个月，可以续冻；条文、2026 年修订稿是否施行未核对，法发〔2016〕22号没有写明期限，以协助冻结通知书写明的为准",
                en: "by that report six months since 2019-02-01, which may be renewed; the text, and whether the 2026 draft is in force, were not checked, and Fa Fa [2016] No. 22 states no term, so the notice prevails",
            },
            readOn: "2026-11-28",
            grade: "C",
        },
    },
    {
        id: "freeze",
        words: { "zh-CN": "冻结财产期限届满", en: "end of the freeze" },
        act: "sent",
        types: ["freeze"],
        field: "until",
        law: { count: 6, unit: "months" },
        otherwise: "unverified",
        endedBy: ["refused"],
        of: "no",
        renewed: true,
        basis: {
            source: {
                "zh-CN": `${PROCEDURE}第二百四十条、第二百四十三条`,
                en: `${PROCEDURE_EN}, articles 240 and 243`,
            },
            says: {
                "zh-CN":
                    "存款、汇款等财产六个月，届满前办理续冻，逾期视为自动解除；条文没有写明虚拟货币，以协助冻结财产通知书写明的为准",
                en: "deposits and the like: six months, to be renewed before the end, else it lapses; virtual currency is not named, so the notice prevails",
            },
            readOn: "2026-11-27",
            grade: "B",
        },
    },
]
