import * as z from "zod"
import { parseZone } from "../../base/text/time.ts"
import { fault, identifier, text } from "./fields.ts"
import { type CitedRows, type RowList, readCitedRows, readRowList } from "./row-list.ts"

/** What a case says of its export files, where the files do not say it themselves. */

/** Kind of report; two reports of different kinds tell of the same events and are never added. */
export const REPORTS = [
    "statement",
    "spot-trades",
    "spot-orders",
    "futures-trades",
    "futures-orders",
    "futures-statement",
    "c2c",
    "deposits",
    "withdrawals",
    "fiat",
    "convert",
    "auto-invest",
    "funding",
    "earn",
] as const
export type Report = (typeof REPORTS)[number]

/** What a reporter may name a column of an unknown header as, with the words for it. */
export const NAMED_COLUMNS = {
    time: ["时间", "time"],
    date: ["日期", "date"],
    asset: ["币种", "asset", "coin"],
    amount: ["变动", "数量", "amount", "change"],
    wallet: ["账户", "wallet", "account"],
    operation: ["操作", "类型", "operation"],
    balance: ["余额", "balance"],
    symbol: ["交易对", "symbol", "pair"],
    side: ["方向", "side"],
    price: ["价格", "price"],
    filled: ["成交量", "成交数量", "filled"],
    value: ["成交额", "金额", "value", "total"],
    fee: ["手续费", "fee"],
    feeAsset: ["手续费币种", "feeAsset"],
    order: ["订单号", "order"],
    client: ["客户端订单号", "client"],
    status: ["状态", "status"],
    base: ["基础币种", "换入币种", "base"],
    quote: ["计价币种", "换出币种", "quote"],
    sold: ["换出", "sold"],
    bought: ["换入", "bought"],
    address: ["地址", "收款地址", "address", "to"],
    from: ["来源地址", "付款地址", "from"],
    network: ["网络", "network"],
    tx: ["交易哈希", "tx", "txid"],
    counterparty: ["对方", "counterparty"],
    fiat: ["法币", "fiat"],
    quantity: ["委托数量", "quantity"],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type NamedColumn = keyof typeof NAMED_COLUMNS

const BY_WORD = new Map(
    Object.entries(NAMED_COLUMNS).flatMap(([column, words]) =>
        [column, ...words].map((word) => [word.toLowerCase(), column as NamedColumn]),
    ),
)

/** Reads `时间=成交时间；币种=Coin`; the words that are none of {@link NAMED_COLUMNS}, or that come twice, where there are any. */
export function readNamedColumns(
    given: string,
): Readonly<Partial<Record<NamedColumn, string>>> | { readonly strange: readonly string[] } {
    const columns: Partial<Record<NamedColumn, string>> = {}
    const strange: string[] = []
    for (const part of given.split(/[;；\n]/)) {
        if (part.trim() === "") continue
        const [word = "", header = ""] = part.split(/[=＝]/, 2).map((side) => side.trim())
        const column = BY_WORD.get(word.toLowerCase())
        // Of two columns for one meaning nobody can say which counts.
        if (column === undefined || header === "" || columns[column] !== undefined) strange.push(part.trim())
        else columns[column] = header
    }
    return strange.length > 0 ? { strange } : columns
}

/** `X05`, or `X05/<name>` of a file in a ZIP. */
const exportLabel = text.superRefine((value, context) => {
    if (!/^X\d{2,4}(?:\/.+)?$/.test(value)) fault(context, "case.exports.file", { found: value })
})

const zone = z.string().transform((value, context): number => {
    const minutes = parseZone(value)
    return minutes === undefined ? fault(context, "case.exports.zone", { found: value }) : minutes
})

const rows = z.string().transform((value, context): RowList => {
    const list = readRowList(value)
    return list === undefined ? fault(context, "case.exports.rows", { found: value }) : list
})

const columns = z.string().transform((value, context) => {
    const read = readNamedColumns(value)
    return "strange" in read ? fault(context, "case.exports.columns", { found: read.strange.join("；") }) : read
})

/** One file; what is blank is as the file says. */
export const exportAnswer = z.strictObject({
    file: exportLabel,
    /** Minutes east of UTC. */
    zone: zone.optional(),
    report: z.enum(REPORTS).optional(),
    account: identifier.optional(),
    columns: columns.optional(),
    /** Rows that the reporter says are not theirs. */
    unauthorised: rows.optional(),
})

/** A row of an export that stands for an order or a transfer: `X03 12-15`, or `X03 13227000002` by its order number. */
export const exportRow = text.transform(
    (value, context): CitedRows => readCitedRows(value) ?? fault(context, "case.exports.row", { found: value }),
)

/** What the reporter says to a finding, by the code that `check` gives it: `L3F2A`. */
export const findingAnswer = z.strictObject({ finding: text, answer: text })
