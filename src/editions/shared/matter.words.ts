/** Words that every document of a case says of it. */

/** The matter where the reporter gave none: that assets became fewer; why is what has to be found out. */
export const matterOf = (exchange: string, isWallet: boolean): string => `${placeNamed(exchange, isWallet)}资产减少一事`

/** What is with a platform, and what its owner keeps: `币安账户`, `MetaMask钱包`. */
export const placeNamed = (exchange: string, isWallet: boolean): string =>
    (isWallet ? /钱包|錢包|wallet/i : /钱包$/).test(exchange) ? exchange : `${exchange}${isWallet ? "钱包" : "账户"}`

/** What the reporter is called. */
export const ROLE_ZH = { accuser: "控告人", reporter: "报案人" } as const
