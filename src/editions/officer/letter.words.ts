/** Words of 关于协助提供有关账户电子数据的函 beside its template. */

/** A line to fill in by hand. */
export const BLANK = "＿＿＿＿＿＿"

/** What happened; the account holder is `其`. */
export const ACCOUNT_HOLDER = "其"
export const THE_ACCOUNT = "该账户"
/** Since when, at the begin of a sentence: `自2023-03-21 01:49:08（北京时间）（即 2023-03-20 17:49:08 UTC）起，`. */
export const since = (beijing: string, utc: string | undefined): string =>
    `自${beijing}${utc === undefined ? "" : `（即 ${utc}）`}起，`

/** What the annex of identifiers lists. */
export const ORDERS_ZH = "订单"
export const TRANSFERS_ZH = "划转"
export const both = (listed: readonly string[]): string => listed.join("和")
