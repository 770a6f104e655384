import type { IdKind } from "../../facts/case/schema.ts"

/** Words of 情况说明 and 控告材料 beside their template. */

export const TITLE_ZH = { accuser: "控告材料", reporter: "情况说明" } as const

/** How a sentence stands. */
export const STATUS_ZH = { fact: "有记录可查", claim: "报案人陈述", disputed: "各方说法不一" } as const
/** What the reporter calls a fact and names no record for. */
export const NO_RECORD_NAMED = "报案人称有记录，未注明是哪一份"

/** What the reporter wrote in another language. */
export const NOT_CHINESE = "原文不是中文，未附译文"

/** Parts of the narrative, in their order. */
export const NARRATIVE_ZH = {
    background: "账户和使用情况",
    cause: "起因",
    course: "经过",
    result: "结果",
    otherFacts: "其他事实",
} as const

/** An organisation, by the register. */
export const founded = (day: string): string => `成立 ${day}`
export const deregistered = (day: string): string => `注销 ${day}`
export const queried = (day: string): string => `${day} 查询`
export const RELATION_UNSTATED = "未说明"

/** In place of what is known of a key. */
export const NO_KEY = "没有使用接口密钥"

/** Whose the operations were not. */
export const OWN_ZH = "本人"
/** Who holds the account, where it is not the reporter, and what the reporter is to the holder. */
export const heldBy = (name: string, role: string, relation: string): string =>
    `${name}（${role}与持有人的关系：${relation}）`
/** The number by which the reporter is known. */
export const ID_ZH: Readonly<Record<IdKind, string>> = {
    resident: "居民身份证号码",
    passport: "护照号码",
    "hk-macao-permit": "港澳居民来往内地通行证号码",
    "taiwan-permit": "台湾居民来往大陆通行证号码",
    "permanent-residence": "外国人永久居留身份证号码",
    other: "身份证件号码",
}
