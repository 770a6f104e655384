/** Words for a recipient's channels: where they are, and whether anybody has made sure of them. */

export const NOT_VERIFIED = "未经核实"
export const verifiedOn = (day: string): string => `${day}${day.endsWith("日") ? "" : " "}核实`
export const grade = (letter: string): string => `可信程度 ${letter}`

/** In place of an address: the account is another person's, or nobody knows the address. */
export const BY_ACCOUNT_HOLDER = "由该账号持有人提交"
/** The page on which a desk tells police how to write to it, where nobody has found one. */
export const NO_OFFICIAL_PAGE = "没有查到，先请网安查明官方页面"
export const ADDRESS_UNKNOWN = "未知，请从官方页面进入"
export const span = (from: string, to: string): string => `${from}至${to}`
