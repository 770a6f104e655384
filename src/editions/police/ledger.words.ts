import type { ZoneSource } from "../../facts/ledger/read-file.ts"
import type { ChangeClass, IdleReason } from "../../facts/ledger/row.ts"
import type { Reconciliation } from "../../facts/ledger/totals.ts"

/** Words of the part of 损失计算说明 that is reckoned from the exports. */

export const REPORT_UNKNOWN = "种类未知"
export const NAMED_BY_REPORTER = "列由报案人指定"

export const ZONE_FROM: Readonly<Record<ZoneSource, string>> = {
    header: "表头注明",
    "file-name": "文件名注明",
    cell: "各行注明",
    format: "格式固定",
    case: "报案人填写",
    proposed: "待报案人确认",
}
export const ZONE_UNKNOWN = "未注明"
/** Clock of a file whose zone is not known. */
export const clockAsWritten = (clock: string): string => `${clock}（时区未注明）`
export const fromTo = (from: string, to: string): string => (from === to ? from : `${from} 至 ${to}`)

const IDLE: Readonly<Record<IdleReason, string>> = {
    "nothing-filled": "没有成交",
    "nothing-moved": "数量为零",
    "not-completed": "未完成",
    "other-way": "方向相反或者转给自己",
    "empty-export": "空文件",
    note: "说明行",
    repeated: "与其他文件重复",
    "other-exchange": "属于其他交易所",
}
export const usedRows = (count: number): string => `计入 ${String(count)} 行`
/** Of a file that another one contradicts; no sum takes either. */
export const tornRows = (count: number, others: string): string =>
    `读出 ${String(count)} 行，与 ${others} 同一段时间的内容不同，各项合计都没有采用`
export const idleRows = (why: IdleReason, count: number): string => `${IDLE[why]} ${String(count)} 行，不计`
export const problemRows = (count: number): string => `读不出 ${String(count)} 行，没有计入`
export const spoiledRows = (count: number): string => `其中 ${String(count)} 行的编号残缺，编号不用，金额计入`
export const hiddenRows = (count: number): string => `其中 ${String(count)} 行在工作表中是隐藏的`
export const hiddenColumns = (names: readonly string[]): string => `${names.join("、")} 列在工作表中是隐藏的`
export const roundedRows = (count: number): string => `其中 ${String(count)} 行的数量在工作簿中可能已丢失末尾几位`
export const minuteRows = (count: number): string =>
    `其中 ${String(count)} 行的时间没有秒，按整分钟计，与首末次操作同一分钟的可能含本人操作`
export const dayRows = (count: number): string =>
    `其中 ${String(count)} 行只有日期，按整天计，与首末次操作同一天的可能含本人操作`
export const list = (parts: readonly string[]): string => parts.join("；")

const UNREAD: Readonly<Record<string, string>> = {
    "unknown-header": "表头不认识，未读取",
    empty: "空文件",
    html: "是网页，未读取",
    positions: "合约持仓历史，不参加计算",
    earn: "理财记录，不参加计算",
    plan: "定投记录，不参加计算",
    "access-log": "登录、设备记录，不参加计算",
    pdf: "PDF，未读取",
    "old-xls": "旧版 XLS，未读取",
    password: "有密码，未读取",
    nested: "压缩包里的压缩包，未读取",
    damaged: "已损坏，未读取",
    "too-large": "过大，未读取",
    archive: "压缩文件，未打开",
    office: "ODS 等办公软件的文件，未读取",
    "not-text": "不是表格，未读取",
}
export const unreadFile = (fault: string): string => UNREAD[fault] ?? "未读取"

/** What the reporter says of the rows that are reckoned with, by what part of what happened was paid by the user. */
export const ROWS_ARE = {
    none: "不是本人操作",
    some: "不是本人操作，或者是因受骗付出",
    all: "是因受骗付出",
}
export const chosenByRows = (are: string, count: number): string =>
    `以下各表只计算报案人写明${are}的 ${String(count)} 行。`
export const chosenByTimes = (from: string, to: string, are: string, count: number, beside: number): string =>
    `以下各表只计算 ${from}至${to}（报案人所述首次操作至末次操作）之间的 ${String(count)} 行${beside === 0 ? "" : `（其中 ${String(beside)} 行的时间略早或略晚，是同一笔提币在另一个文件中的记录）`}。哪些行${are}，由报案人说明，程序不作判断。`
export const chosenNone = (are: string): string =>
    `没有选出${are}的行：首次或末次操作的时间不清楚，或者这段时间没有记录。`
export const chosenIn = (rows: string, count: number): string =>
    count === 1 ? `第 ${rows} 行` : `第 ${rows} 行，共 ${String(count)} 行`
/** Behind the rows of a file that no sum takes. */
export const NOT_IN_SUMS = "（没有计入合计）"
export const manyRanges = (first: number, last: number, count: number): string =>
    `第 ${String(first)} 行至第 ${String(last)} 行之间，共 ${String(count)} 行`

export const without = (count: number): string => (count === 0 ? "" : `（另有 ${String(count)} 行读不出，没有计入）`)
export const basis = (report: string, files: string, rows: number): string =>
    `${files} ${report}，${rows === 1 ? "1 个数" : `${String(rows)} 个数相加`}`
export const NOT_TOLD = "—"
export const OPEN_POSITION = "买卖数量不等"

const RECONCILED: Readonly<Record<Reconciliation["what"], readonly [left: string, right: string]>> = {
    "bought-sold": ["买入数量", "卖出数量"],
    "futures-result": ["卖出成交额减买入成交额", "流水中的已实现盈亏"],
    "futures-fees": ["成交中的手续费", "流水中的手续费"],
    "moved-out-in": ["划出数量", "划入数量"],
    withdrawn: ["提现记录中的数量", "流水中提出的数量"],
    converted: ["闪兑记录中付出的数量", "流水中付出的数量"],
    "spot-sold": ["成交中的卖出数量", "流水中的卖出数量"],
    "spot-bought": ["成交中的买入数量", "流水中的买入数量"],
    "spot-received": ["成交中的所得", "流水中的所得"],
}
export const reconciled = (what: Reconciliation["what"]): readonly [left: string, right: string] => RECONCILED[what]
export const EQUAL = "相等"

export const PRICE_OVER: Readonly<Record<"all" | "own" | "chosen", string>> = {
    all: "全部兑换记录",
    own: "其中本人的兑换",
    chosen: "其中不是本人的兑换",
}
export const sensitivity = (least: string, most: string, asset: string): string =>
    `按不同的均价，同一净额折算为 ${least} 至 ${most} ${asset}；取哪一种，由办案机关决定。`
export const notConverted = (amount: string, asset: string): string => `不折算：${amount} ${asset}。`

export const KIND_ZH = { buy: "买入", sell: "卖出" } as const
export const CLASS_ZH: Readonly<Record<ChangeClass, string>> = {
    trade: "买卖",
    fee: "手续费",
    convert: "兑换",
    realised: "已实现盈亏",
    funding: "资金费用",
    transfer: "账户间划转",
    deposit: "充值",
    withdrawal: "提币",
    purchase: "买币卖币",
    loan: "借入、归还",
    earn: "理财申购、赎回",
    interest: "利息、奖励",
    unknown: "其他",
}
export const DEPOSIT = "充值"
export const WITHDRAWAL = "提币"
export const CONVERT = "闪兑"
/** By card or from a bank. */
export const BOUGHT_FOR_MONEY = "用法币买币"
export const SOLD_FOR_MONEY = "卖币换法币"
export const order = (id: string): string => `订单 ${id}`
export const status = (text: string): string => `状态 ${text}`
export const toAddress = (address: string): string => `到 ${address}`
/** An operation as the file names it. */
export const asNamed = (operation: string): string => `文件写作 ${operation}`
/** Operations of which the word of their class says no less. */
export const PLAIN_OPERATIONS =
    /^(?:(?:transaction |trading )?fees?|commission|deposit|withdraw(?:al)?|手续费|充值|充币|提币|提现)$/i
export const feeOf = (fees: string): string => `手续费 ${fees}`

/** What is traded without contracts: on the spot market alone, or also with what was borrowed. */
export const spotName = (hasMargin: boolean): string => (hasMargin ? "现货和杠杆" : "现货")

export const PURCHASED = "买入"
export const DISPOSED = "卖出"

/** What was found, and the rows that it rests on. */
export const signalCase = (found: string, rows: string): string => `${found}（${rows}）`
export const rowsOf = (file: string, rows: string): string => `${file} 第 ${rows} 行`

/** Days of several files, each of which has its own in the table. */
export const DAYS_ABOVE = "日期见上表各行"
/** Where the same files can be exported once more. */
export const again = (
    labels: string,
    exchange: string,
    menu: string,
    days: string,
    accounts: readonly string[],
    longestDays: number | undefined,
): string =>
    [
        `${labels}：${exchange}，${menu}`,
        ...(accounts.length === 0 ? [] : [`账户 ${accounts.join("、")}`]),
        `${days}${longestDays === undefined ? "" : `（一次最多 ${String(longestDays)} 天）`}`,
    ].join("；")
/** What contracts that are settled in a coin are counted in. */
export const CONTRACTS = "张"
