import type { Case } from "../../facts/case/schema.ts"

/** Titles, heads and first cells of the tables of identifiers for the police. */

/** Clocks of a row: a column each to sort by, on paper two lines of one. */
export const TIMES = { utc: "时间（UTC）", both: "北京时间\n（下行为 UTC）" } as const
/** Heads that stand on two lines on paper, so that no word of them is broken. */
export const ON_PAPER: Readonly<Record<string, string>> = { 合约或交易对: "合约或\n交易对" }
/** The column that stands last on paper. */
export const LONGEST = "交易哈希"
/** Columns of orders by what stands in them: what was ordered, or where no order says that, what was traded. */
export const ORDER_FIGURES = { quantity: "数量", filled: "成交数量", price: "价格", average: "成交均价" } as const
/** Columns of numbers. */
export const FIGURES: readonly string[] = Object.values(ORDER_FIGURES)

export const POLICE = {
    account: { title: "账户", columns: ["项目", "内容"] },
    orders: (size: string, price: string) => ({
        title: "有关订单",
        columns: ["时间（UTC）", "北京时间", "合约或交易对", "方向", size, price, "订单号", "客户端订单号", "来源"],
    }),
    transfers: {
        title: "有关划转、转出",
        columns: ["时间（UTC）", "北京时间", "币种", "数量", "转出", "转入", "网络", "交易哈希", "来源"],
    },
    /** Taken from the exports by the program; the reporter told nothing of them. */
    untold: {
        title: "导出文件中的提币（案情中没有填写）",
        columns: ["时间（UTC）", "北京时间", "币种", "数量", "转入", "网络", "交易哈希", "来源"],
    },
    sites: { title: "网站和应用", columns: ["名称", "地址", "归属", "来源", "备注"] },
    emails: { title: "电子邮箱", columns: ["邮箱", "归属", "来源", "备注"] },
    ips: { title: "IP 地址", columns: ["IP 地址", "性质", "归属", "来源", "备注"] },
    socialAccounts: { title: "社交账号", columns: ["平台", "账号", "归属", "来源", "备注"] },
    bankAccounts: {
        title: "收款账户",
        columns: ["户名", "开户机构", "账号", "付款", "时间", "归属", "来源", "备注"],
    },
    contacts: { title: "联系方式", columns: ["名称", "电话", "邮箱", "身份", "来源"] },
} as const

export const rowOf = (file: string, row: number): string => `${file} 第 ${String(row)} 行`
export const furtherRows = (count: number): string => `另有 ${String(count)} 笔，见各导出文件`

export const ACCOUNT_ZH = {
    holder: "账户持有人",
    exchange: "平台",
    uid: "用户编号（UID）",
    wallet: "钱包地址",
    email: "注册邮箱",
    sub: "子账户",
    phone: "注册手机",
} as const

/** What an export says of an order besides the columns. */
export const ORDER_DETAIL_ZH = {
    market: (text: string): string => `市场：${text}`,
    type: (text: string): string => `类型：${text}`,
    filled: (text: string): string => `成交数量：${text}`,
    average: (text: string): string => `成交均价：${text}`,
    status: (text: string): string => `状态：${text}`,
    tradeId: (text: string): string => `成交编号：${text}`,
} as const

export const SIDE_ZH = { buy: "买入", sell: "卖出" } as const

/** A destination with the memo that an exchange needs to tell its customers apart. */
export const withMemo = (to: string, memo: string): string => `${to}；标签：${memo}`

type IpRole = NonNullable<NonNullable<Case["ips"]>[number]["role"]>
/** What an IP address is said to be. */
export const IP_ROLE_ZH: Readonly<Record<IpRole, string>> = {
    "own-device": "本人设备",
    "application-server": "第三方应用的服务器",
    "allow-list": "密钥白名单中的地址",
    "unknown-login": "陌生登录",
    destination: "资产或数据的去向",
}
