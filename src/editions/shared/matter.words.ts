/** Words that every document of a case says of it. */

/** The matter where the reporter gave none: that assets became fewer; why is what has to be found out. */
export const matterOf = (exchange: string): string =>
    `${exchange}${exchange.endsWith("钱包") ? "" : "账户"}资产减少一事`

/** What the reporter is called. */
export const ROLE_ZH = { accuser: "控告人", reporter: "报案人" } as const
