import type { Case } from "../../facts/case/schema.ts"

/** What happened, as the reporter states it. */
export const EVENT_ZH: Readonly<Record<Case["incident"]["kind"], string>> = {
    "unauthorised-trading": "账户内发生报案人表示未经其授权的交易和划转",
    "unauthorised-transfer": "账户内发生报案人表示未经其授权的划转",
    "unauthorised-withdrawal": "账户内发生报案人表示未经其授权的提币",
    "account-takeover": "账户内发生报案人表示非本人、未经其授权的登录和操作",
}

/** How a key for programs stands. */
export const KEY_STATE_ZH: Readonly<Record<Case["apiKey"]["state"], string>> = {
    active: "仍有效",
    deleted: "已删除",
    disabled: "已停用",
    none: "未使用接口密钥",
    unknown: "不清楚",
}
