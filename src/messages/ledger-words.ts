import { byLang, type Lang, type Words } from "../base/lang.ts"
import { commas, counted } from "./message.ts"

/** Words for what stands in a ledger; findings, the terminal and papers say it alike. */

const RECONCILED: Readonly<Record<string, Words>> = {
    "bought-sold": { "zh-CN": "买入数量与卖出数量", en: "quantity bought and quantity sold" },
    "futures-result": {
        "zh-CN": "按成交额计算的盈亏与流水中的已实现盈亏",
        en: "result by trades and realised profit in the ledger",
    },
    "futures-fees": { "zh-CN": "成交记录中的手续费与流水中的手续费", en: "fees of the trades and fees in the ledger" },
    "moved-out-in": { "zh-CN": "划出数量与划入数量", en: "quantity moved out and quantity moved in" },
    withdrawn: {
        "zh-CN": "提现记录中的数量与流水中提出的数量",
        en: "quantity withdrawn by the list of withdrawals and in the ledger",
    },
    converted: {
        "zh-CN": "闪兑记录中付出的数量与流水中付出的数量",
        en: "quantity given by the list of conversions and in the ledger",
    },
    "spot-sold": { "zh-CN": "成交记录中卖出的数量与流水中卖出的数量", en: "quantity sold by trades and in the ledger" },
    "spot-bought": {
        "zh-CN": "成交记录中买入的数量与流水中买入的数量",
        en: "quantity bought by trades and in the ledger",
    },
    "spot-received": { "zh-CN": "成交记录中的所得与流水中的所得", en: "proceeds by trades and in the ledger" },
}
/** What is held against what, by `Reconciliation.what`. */
export const reconciledWords = (what: string): Words => RECONCILED[what] ?? asItStands(what)

const asItStands = (text: string): Words => ({ "zh-CN": text, en: text })

const TOTALS: Readonly<Record<string, Words>> = {
    "spot-bought": { "zh-CN": "现货买入", en: "spot bought" },
    "spot-sold": { "zh-CN": "现货卖出", en: "spot sold" },
    "spot-paid": { "zh-CN": "现货买入付出", en: "spot paid" },
    "spot-received": { "zh-CN": "现货卖出所得", en: "spot received" },
    "spot-fee": { "zh-CN": "现货手续费", en: "spot fees" },
    "futures-bought": { "zh-CN": "合约买入", en: "futures bought" },
    "futures-sold": { "zh-CN": "合约卖出", en: "futures sold" },
    "futures-paid": { "zh-CN": "合约买入成交额", en: "futures paid" },
    "futures-received": { "zh-CN": "合约卖出成交额", en: "futures received" },
    "futures-result": { "zh-CN": "合约盈亏（未计手续费）", en: "futures result before fees" },
    "futures-realised": { "zh-CN": "文件所记的合约已实现盈亏", en: "futures profit realised as the file has it" },
    "futures-fee": { "zh-CN": "合约手续费", en: "futures fees" },
    funding: { "zh-CN": "资金费", en: "funding" },
    "futures-net": {
        "zh-CN": "合约净结果（计同一币种的手续费和资金费）",
        en: "futures result after fees and funding in the same asset",
    },
    withdrawn: { "zh-CN": "提出", en: "withdrawn" },
    "withdrawal-fee": { "zh-CN": "提现手续费（文件中另列）", en: "withdrawal fees (listed besides the amounts)" },
    redeemed: { "zh-CN": "从理财赎回", en: "came back from earn products" },
    subscribed: { "zh-CN": "申购理财", en: "put into earn products" },
    borrowed: { "zh-CN": "借入", en: "borrowed" },
    repaid: { "zh-CN": "归还（含利息）", en: "repaid, with interest" },
    change: { "zh-CN": "账户变化", en: "change of the account" },
    purchased: { "zh-CN": "C2C 买入", en: "C2C bought" },
    "purchased-for": { "zh-CN": "C2C 买入付款", en: "C2C paid" },
    disposed: { "zh-CN": "C2C 卖出", en: "C2C sold" },
    "disposed-for": { "zh-CN": "C2C 卖出收款", en: "C2C received" },
}
/** What a total is of, by `LedgerRecord.totals[].what`. */
export const totalWords = (what: string): Words => TOTALS[what] ?? asItStands(what)

const REPORTS: Readonly<Record<string, Words>> = {
    statement: { "zh-CN": "账户流水", en: "statement" },
    "spot-trades": { "zh-CN": "现货成交", en: "spot trades" },
    "spot-orders": { "zh-CN": "现货委托", en: "spot orders" },
    "futures-trades": { "zh-CN": "合约成交", en: "futures trades" },
    "futures-orders": { "zh-CN": "合约委托", en: "futures orders" },
    "futures-statement": { "zh-CN": "合约资金流水", en: "futures statement" },
    c2c: { "zh-CN": "C2C 订单", en: "C2C orders" },
    deposits: { "zh-CN": "充值", en: "deposits" },
    withdrawals: { "zh-CN": "提现", en: "withdrawals" },
    fiat: { "zh-CN": "法币充提、买卖", en: "fiat" },
    convert: { "zh-CN": "闪兑", en: "convert" },
    "auto-invest": { "zh-CN": "定投", en: "auto-invest" },
    funding: { "zh-CN": "资金账户流水", en: "funding account" },
    earn: { "zh-CN": "理财", en: "earn" },
}
/** Kind of report of an export. */
export const reportWords = (report: string): Words => REPORTS[report] ?? asItStands(report)

const ZONES: Readonly<Record<string, Words>> = {
    header: { "zh-CN": "表头", en: "header" },
    "file-name": { "zh-CN": "文件名", en: "file name" },
    cell: { "zh-CN": "各行", en: "each row" },
    format: { "zh-CN": "格式", en: "format" },
    case: { "zh-CN": "报案人填写", en: "stated in the case" },
    proposed: { "zh-CN": "推定，待确认", en: "proposed, to be confirmed" },
}
/** Where the zone of a file is known from. */
export const zoneWords = (from: string): Words => ZONES[from] ?? asItStands(from)

const IDLE: Readonly<Record<string, Words>> = {
    "nothing-filled": { "zh-CN": "没有成交", en: "nothing filled" },
    "nothing-moved": { "zh-CN": "数量为零", en: "nothing moved" },
    "not-completed": { "zh-CN": "未完成", en: "not completed" },
    "other-way": { "zh-CN": "方向相反或者转给自己", en: "the other way, or to itself" },
    "empty-export": { "zh-CN": "无记录", en: "empty export" },
    note: { "zh-CN": "说明行", en: "note" },
    repeated: { "zh-CN": "与另一文件重复", en: "in another file already" },
    "other-exchange": { "zh-CN": "属于其他交易所", en: "of another exchange" },
}
/** Why rows count for nothing. */
export const idleWords = (why: string): Words => IDLE[why] ?? asItStands(why)

const PRICED: Readonly<Record<string, Words>> = {
    all: { "zh-CN": "全部兑换", en: "all conversions" },
    own: { "zh-CN": "本人的兑换", en: "the owner's own" },
    chosen: { "zh-CN": "列为非本人的兑换", en: "those not the owner's" },
}
/** Over which conversions a price is an average. */
export const pricedWords = (over: string): Words => PRICED[over] ?? asItStands(over)

/** Sentences around figures, for a terminal or a page. */
export const LEDGER_LINES = byLang<{
    rows(used: number, notRelevant: string, problem: number): string
    /** How many rows count for nothing, and why. */
    idle(count: number, reasons: readonly string[]): string
    /** `source` is where the zone is known from; absent where nothing says it. */
    span(from: string, to: string, zone: string, source: string | undefined): string
    readonly noZone: string
    unread(why: string): string
    /** Of a file in which no line may be a header. */
    readonly noHeader: string
    readonly noFiles: string
    readonly chosen: Readonly<Record<"rows" | "times" | "none", string>>
    chosenCount(count: number): string
    at(file: string, rows: string): string
    readonly heads: Readonly<
        Record<
            | "events"
            | "trades"
            | "fees"
            | "moves"
            | "changes"
            | "result"
            | "reconciliation"
            | "c2c"
            | "prices"
            | "signals",
            string
        >
    >
    bought(quantity: string, paid: string): string
    sold(quantity: string, received: string): string
    /** Behind what was paid or received, where the rows do not tell it of all that was traded. */
    readonly partly: string
    result(amount: string): string
    moved(amount: string, from: string, to: string): string
    exactly(amount: string): string
    without(rows: number): string
    readonly equal: string
    gap(left: string, right: string, gap: string): string
    average(amount: string): string
    readonly rule: string
    readonly not: string
    readonly proof: string
}>({
    rows: {
        "zh-CN": (used, notRelevant, problem) =>
            `采用 ${String(used)} 行，不计 ${notRelevant}，无法读取 ${String(problem)} 行`,
        en: (used, notRelevant, problem) =>
            `${counted(used, "row")} used, ${notRelevant} not relevant, ${String(problem)} not readable`,
    },
    idle: {
        "zh-CN": (count, reasons) => `${String(count)} 行${reasons.length === 0 ? "" : `（${reasons.join("、")}）`}`,
        en: (count, reasons) => `${String(count)}${reasons.length === 0 ? "" : ` (${reasons.join(", ")})`}`,
    },
    span: {
        "zh-CN": (from, to, zone, source) =>
            `${from} 至 ${to}，${zone}${source === undefined ? "" : `（时区依据：${source}）`}`,
        en: (from, to, zone, source) =>
            `${from} to ${to}, ${zone}${source === undefined ? "" : ` (zone from: ${source})`}`,
    },
    noZone: { "zh-CN": "时区不明", en: "zone not known" },
    noHeader: { "zh-CN": "没有找到表头", en: "no header was found" },
    unread: { "zh-CN": (why) => `未读取：${why}`, en: (why) => `not read: ${why}` },
    noFiles: { "zh-CN": "没有可读取的导出文件", en: "there are no export files that can be read" },
    chosen: {
        "zh-CN": {
            rows: "按案件信息中列出的行",
            times: "按首次、末次操作时间选出",
            none: "案件信息没有写明行或时间，没有选出",
        },
        en: {
            rows: "as the case lists them",
            times: "by the times of the first and last operation",
            none: "the case names neither rows nor times",
        },
    },
    chosenCount: { "zh-CN": (count) => `${String(count)} 行`, en: (count) => counted(count, "row") },
    at: { "zh-CN": (file, rows) => `${file} 第 ${rows} 行`, en: (file, rows) => `${file} rows ${rows}` },
    heads: {
        "zh-CN": {
            events: "计算所用的行",
            trades: "买卖",
            fees: "手续费和资金费",
            moves: "划转和提出",
            changes: "各资产的增减（流水，划转已相抵）",
            result: "合约净结果",
            reconciliation: "对账",
            c2c: "C2C 买卖（全部记录）",
            prices: "账户自己的成交均价",
            signals: "操作特征（只供核对，不说明是谁、为什么）",
        },
        en: {
            events: "rows reckoned with",
            trades: "trades",
            fees: "fees and funding",
            moves: "moved and withdrawn",
            changes: "change of each asset (by the statement; moves within the account cancel)",
            result: "futures result",
            reconciliation: "reconciliation",
            c2c: "C2C purchases and sales, all rows",
            prices: "the account's own average prices",
            signals: "patterns (for comparison; they say neither who nor why)",
        },
    },
    bought: {
        "zh-CN": (quantity, paid) => `买入 ${quantity}${paid === "" ? "" : `，付 ${paid}`}`,
        en: (quantity, paid) => `bought ${quantity}${paid === "" ? "" : ` for ${paid}`}`,
    },
    sold: {
        "zh-CN": (quantity, received) => `卖出 ${quantity}${received === "" ? "" : `，得 ${received}`}`,
        en: (quantity, received) => `sold ${quantity}${received === "" ? "" : ` for ${received}`}`,
    },
    partly: {
        "zh-CN": "（不是全部：同一秒有几种币成交，其余的分不清）",
        en: " (not of all: where several coins were traded in one second, the rest cannot be told apart)",
    },
    result: { "zh-CN": (amount) => `差额 ${amount}`, en: (amount) => `result ${amount}` },
    moved: {
        "zh-CN": (amount, from, to) => `${amount}：${from || "未写明"} → ${to || "未写明"}`,
        en: (amount, from, to) => `${amount}: ${commas(from) || "not told"} -> ${commas(to) || "not told"}`,
    },
    exactly: { "zh-CN": (amount) => `（精确值 ${amount}）`, en: (amount) => ` (exactly ${amount})` },
    without: { "zh-CN": (rows) => `（缺 ${String(rows)} 行）`, en: (rows) => ` (without ${counted(rows, "row")})` },
    equal: { "zh-CN": "相等", en: "equal" },
    gap: {
        "zh-CN": (left, right, gap) => `不等：${left} 与 ${right}，相差 ${gap}`,
        en: (left, right, gap) => `differ: ${left} and ${right}, by ${gap}`,
    },
    average: { "zh-CN": (amount) => `均价 ${amount}`, en: (amount) => `average ${amount}` },
    rule: { "zh-CN": "规则", en: "rule" },
    not: { "zh-CN": "局限", en: "does not show" },
    proof: { "zh-CN": "依据", en: "rows" },
})

/** What the quantity of an order is by arithmetic; told to the reporter alone. */
export const QUANTITY_HEAD: Words = {
    "zh-CN": "委托数量的算术关系（只供本人核对，不进材料包；对数字的其他解读请写在“不给任何人看的备注”里）",
    en: "what quantities of orders are by arithmetic (for you alone, in no packet; other readings of numbers belong in private notes)",
}
/** One line: `X03 第 4 行 TRBUSDT 980：等于当时的持仓，是平仓`. */
export function quantityLine(
    p: {
        file: string
        row: number
        symbol: string
        quantity: string
        relation: "closes" | "rest" | "none"
        of?: number
    },
    lang: Lang,
): string {
    const of = String(p.of ?? 0)
    const said: Readonly<Record<typeof p.relation, Words>> = {
        closes: { "zh-CN": "等于当时的持仓，是平仓", en: "equals the position open at that moment: it closes it" },
        rest: { "zh-CN": `等于第 ${of} 行委托没有成交的部分`, en: `equals what the order in row ${of} left unfilled` },
        none: { "zh-CN": "没有找到算术关系", en: "no arithmetic relation found" },
    }
    const place = lang === "en" ? `${p.file} row ${String(p.row)}` : `${p.file} 第 ${String(p.row)} 行`
    return `${place} ${p.symbol} ${p.quantity}${lang === "en" ? ": " : "："}${said[p.relation][lang]}`
}

const STROKES_HINT: Words = {
    "zh-CN":
        "请重新导出一份，日期范围多选几天，要有某月 13 日以后的记录，程序就能分辨；或者把交易所网页语言换成中文后再导出",
    en: "export again over more days, so that there is a record of a 13th or later, by which it can be told; or after changing the language of the exchange's site",
}

/** How dates were read of which nothing tells the order. */
export const DATE_ORDERS: Readonly<Record<"dmy" | "mdy" | "ymd", { readonly what: Words; readonly hint: Words }>> = {
    dmy: {
        what: {
            "zh-CN": "形如 03/04/2024，文件里看不出哪个是日、哪个是月，暂按“日/月/年”读取",
            en: "look like 03/04/2024, and nothing in it tells the day from the month; they were read with the day first",
        },
        hint: STROKES_HINT,
    },
    mdy: {
        what: {
            "zh-CN": "形如 03/04/2024，文件里看不出哪个是日、哪个是月，暂按“月/日/年”读取",
            en: "look like 03/04/2024, and nothing in it tells the day from the month; they were read with the month first",
        },
        hint: STROKES_HINT,
    },
    ymd: {
        what: {
            "zh-CN": "形如 24-03-26，暂按“年-月-日”读取",
            en: "look like 24-03-26 and were read with the year first",
        },
        hint: {
            "zh-CN": "如果是“日-月-年”，各行的时间都不对：请把交易所网站的日期格式改成四位数的年份再导出一份",
            en: "if the day comes first, every time is wrong: choose dates with years of four figures on the exchange's site and export again",
        },
    },
}
