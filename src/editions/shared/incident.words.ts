import type { Case } from "../../facts/case/schema.ts"

/** What happened, as the reporter states it; `who` is what he or she is called in the document. */
export const EVENT_ZH: Readonly<Record<Case["incident"]["kind"], (who: string) => string>> = {
    "unauthorised-trading": (who) => `账户内发生${who}表示未经其授权的交易和划转`,
    "unauthorised-transfer": (who) => `账户内发生${who}表示未经其授权的划转`,
    "unauthorised-withdrawal": (who) => `账户内发生${who}表示未经其授权的提币`,
    "account-takeover": (who) => `账户内发生${who}表示非本人、未经其授权的登录和操作`,
}

/** How the key stands that gave a program access to the account. */
export const KEY_STATE_ZH: Readonly<Record<Case["apiKey"]["state"], string>> = {
    active: "仍有效",
    deleted: "已删除",
    disabled: "已停用",
    none: "未使用接口密钥",
    unknown: "不清楚",
}

/** Where no permission of the key is named. */
export const NO_PERMISSIONS = "无"
