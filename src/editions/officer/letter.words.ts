import type { Case } from "../../facts/case/schema.ts"

/** Words of 关于协助提供有关账户电子数据的函 beside its template. */

/** A line to fill in by hand. */
export const BLANK = "＿＿＿＿＿＿"

/** What happened; the account holder is `其`. */
export const EVENT_ZH: Readonly<Record<Case["incident"]["kind"], string>> = {
    "unauthorised-trading": "该账户内发生其表示未经授权的交易和划转",
    "unauthorised-transfer": "该账户内发生其表示未经授权的划转",
    "unauthorised-withdrawal": "该账户内发生其表示未经授权的提币",
    "account-takeover": "该账户发生其表示未经授权的登录和操作",
}

/** What the annex of identifiers lists. */
export const ORDERS_ZH = "订单"
export const TRANSFERS_ZH = "划转"
export const both = (listed: readonly string[]): string => listed.join("和")
