import type { GapCause, LedgerIssues } from "../base/issues/ledger.ts"
import type { Words } from "../base/lang.ts"
import { commas, type Messages } from "./message.ts"

const CAUSES: Readonly<Record<GapCause, Words>> = {
    none: { "zh-CN": "", en: "" },
    "cancelled-fills": {
        "zh-CN": "；相差正好等于状态为已撤销、已过期而有成交的委托",
        en: "; the difference is exactly what was filled of cancelled or expired orders",
    },
    fees: { "zh-CN": "；相差正好等于手续费合计", en: "; the difference is exactly the fees" },
    "one-fee": { "zh-CN": "；相差正好等于其中一行手续费", en: "; the difference is exactly one row of fees" },
    sign: { "zh-CN": "；只有正负号不同", en: "; only the sign differs" },
}

const ORDER_FIELDS: Readonly<Record<string, Words>> = {
    orderId: { "zh-CN": "订单号", en: "order id" },
    clientOrderId: { "zh-CN": "客户端订单号", en: "client order id" },
    side: { "zh-CN": "方向", en: "side" },
    quantity: { "zh-CN": "委托数量", en: "quantity" },
    filled: { "zh-CN": "成交数量", en: "quantity filled" },
    price: { "zh-CN": "委托价格", en: "price" },
    average: { "zh-CN": "成交均价", en: "average price" },
}
/** A field of an order, as findings and papers call it. */
export const orderField = (field: string): Words => ORDER_FIELDS[field] ?? { "zh-CN": field, en: field }
const SIDES: Readonly<Record<string, string>> = { buy: "买入", sell: "卖出" }
/** Buy or sell in Chinese. */
export const side = (value: string): string => SIDES[value] ?? value

const PURCHASES: Readonly<Record<string, Words>> = {
    "buys.quantity": { "zh-CN": "C2C 买入数量", en: "quantity bought" },
    "buys.total": { "zh-CN": "C2C 买入总价", en: "total paid" },
    "sells.quantity": { "zh-CN": "C2C 卖出数量", en: "quantity sold" },
    "sells.total": { "zh-CN": "C2C 卖出总价", en: "total received" },
}
const purchase = (what: string): Words => PURCHASES[what] ?? { "zh-CN": what, en: what }

/** What may be done about a difference between what was typed and what a file has. */
const both = (id: string): Words => ({
    "zh-CN": `请对照原记录改正填写内容；确认填写无误的，在“核对答复”中填 ${id} 和原因，会一并印给民警`,
    en: `compare and correct; if it is right as it stands, say why under Answers with ${id}: it is printed for the police`,
})

/** What a case says against what its exports show. */
export const ledgerCaseIssues: Messages<Extract<keyof LedgerIssues, `ledger.case.${string}`>> = {
    "ledger.case.net-loss": (p) => ({
        "zh-CN": {
            message: `填写的净损失 ${p.stated} 与导出文件算出的 ${p.computed} 相差 ${p.gap}${CAUSES[p.cause]["zh-CN"]}`,
            hint: both(p.id)["zh-CN"],
        },
        en: {
            message: `the net loss of ${p.stated} differs from the ${p.computed} that the exports give, by ${p.gap}${CAUSES[p.cause].en}`,
            hint: both(p.id).en,
        },
    }),
    "ledger.case.net-loss-open": (p) => ({
        "zh-CN": {
            message: `填写的净损失 ${p.stated} 无法用导出文件核对：${p.names} 买卖数量不等，或者两个文件内容不同`,
            hint: `可能缺少导出文件，或者选出的行不全；${both(p.id)["zh-CN"]}`,
        },
        en: {
            message: `the net loss of ${p.stated} cannot be computed: ${commas(p.names)} did not close, or two files differ`,
            hint: `an export may be missing, or rows not chosen; ${both(p.id).en}`,
        },
    }),
    "ledger.case.asset": (p) => ({
        "zh-CN": {
            message: `填写的少了 ${p.stated}，导出文件（${p.files}）算出的是 ${p.computed}`,
            hint: both(p.id)["zh-CN"],
        },
        en: {
            message: `${p.stated} is said to be missing; the exports (${commas(p.files)}) give ${p.computed}`,
            hint: both(p.id).en,
        },
    }),
    "ledger.case.asset-gained": (p) => ({
        "zh-CN": {
            message: `填写的少了 ${p.stated}，导出文件（${p.files}）所选的行里没有卖出、提出，${p.asset} 反而增加 ${p.gained}`,
            hint: both(p.id)["zh-CN"],
        },
        en: {
            message: `${p.stated} is said to be missing; the chosen rows of the exports (${commas(p.files)}) sell and withdraw none of it, and have ${p.gained} ${p.asset} more`,
            hint: both(p.id).en,
        },
    }),
    "ledger.case.purchase": (p) => ({
        "zh-CN": {
            message: `填写的${purchase(p.what)["zh-CN"]} ${p.stated} 与导出文件（${p.files}）算出的 ${p.computed} 不同`,
            hint: both(p.id)["zh-CN"],
        },
        en: {
            message: `${purchase(p.what).en}: ${p.stated} was typed, the exports (${commas(p.files)}) give ${p.computed}`,
            hint: both(p.id).en,
        },
    }),
    "ledger.case.day": (p) => ({
        "zh-CN": {
            message: `${p.end === "from" ? "起始" : "截止"}日期填的是 ${p.stated}；导出文件中这一行按 UTC 是 ${p.utc}，按北京时间是 ${p.beijing}`,
            hint: both(p.id)["zh-CN"],
        },
        en: {
            message: `the ${p.end === "from" ? "first" : "last"} day is given as ${p.stated}; the row has ${p.utc} in UTC and ${p.beijing} in Beijing`,
            hint: both(p.id).en,
        },
    }),
    "ledger.case.order": (p) => ({
        "zh-CN": {
            message: `订单 ${p.order} 的${orderField(p.field)["zh-CN"]}填的是 ${side(p.stated)}，${p.place}是 ${side(p.recorded)}`,
            hint: both(p.id)["zh-CN"],
        },
        en: {
            message: `order ${p.order}: ${orderField(p.field).en} is ${p.stated} here and ${p.recorded} in ${p.place}`,
            hint: both(p.id).en,
        },
    }),
    "ledger.case.transfer": (p) => ({
        "zh-CN": { message: `导出文件（${p.place}）中没有这笔划转：${p.stated}`, hint: both(p.id)["zh-CN"] },
        en: { message: `the exports (${commas(p.place)}) have no such transfer: ${p.stated}`, hint: both(p.id).en },
    }),
    "ledger.case.withdrawal-untold": (p) => ({
        "zh-CN": {
            message: `导出文件中有 ${String(p.count)} 笔转出没有写在这里：${p.found}（${p.place}）${p.more > 0 ? `，另有 ${String(p.more)} 笔` : ""}`,
            hint: `不是本人操作的，请补填，转到哪个地址对追查最要紧；是本人操作的，在“核对答复”中填 ${p.id} 和原因，会一并印给民警`,
        },
        en: {
            message: `the exports have ${p.count === 1 ? "a withdrawal that is" : `${String(p.count)} withdrawals that are`} not told here: ${commas(p.found)} (${commas(p.place)})${p.more > 0 ? ` and ${String(p.more)} more` : ""}`,
            hint: `add those that were not the owner's doing: where they went matters most; of those that were, put ${p.id} and the reason among the answers, which are printed for the officer`,
        },
    }),
    "ledger.case.clock-shift": (p) => ({
        "zh-CN": {
            message: `时间填的是 ${p.stated}，${p.place}是 ${p.recorded}`,
            hint: `导出文件多为 UTC 时间，抄写时容易少加 8 小时；${both(p.id)["zh-CN"]}`,
        },
        en: {
            message: `the time is ${p.stated} here and ${p.recorded} in ${p.place}`,
            hint: `exports are mostly in UTC, eight hours behind Beijing; ${both(p.id).en}`,
        },
    }),
    "ledger.case.earlier": (p) => ({
        "zh-CN": {
            message: `首次操作填的是 ${p.stated}，导出文件中更早还有：${p.found}（${p.place}）`,
            hint: both(p.id)["zh-CN"],
        },
        en: {
            message: `the first operation is given as ${p.stated}; the exports have an earlier one: ${p.found} (${p.place})`,
            hint: both(p.id).en,
        },
    }),
    "ledger.case.short": (p) => ({
        "zh-CN": {
            message:
                p.end === "to"
                    ? `账户流水只到 ${p.found}（${p.place}），末次操作在 ${p.stated}：这之间的记录不在导出文件里，合计可能不全`
                    : `账户流水从 ${p.found} 才开始（${p.place}），首次操作在 ${p.stated}：这之间的记录不在导出文件里，合计可能不全`,
            hint: `可能没有下载完，或者导出时选的日期、时区不对：请重新导出，前后各多选一两天。${both(p.id)["zh-CN"]}`,
        },
        en: {
            message:
                p.end === "to"
                    ? `the statement ends at ${p.found} (${p.place}), before the last operation at ${p.stated}: what lies between is in no export, and sums may lack it`
                    : `the statement begins at ${p.found} (${p.place}), after the first operation at ${p.stated}: what lies between is in no export, and sums may lack it`,
            hint: `the download may have broken off, or dates or zone were chosen wrong: export again with a day or two more on each side. ${both(p.id).en}`,
        },
    }),
    "ledger.case.later": (p) => ({
        "zh-CN": {
            message: `导出文件中有 ${p.found} 的行（${p.place}），晚于材料的准备时间 ${p.stated}`,
            hint: both(p.id)["zh-CN"],
        },
        en: {
            message: `the exports have a row of ${p.found} (${p.place}), after the time of preparation, ${p.stated}`,
            hint: both(p.id).en,
        },
    }),
    "ledger.case.used-before": (p) => ({
        "zh-CN": {
            message: `这里说事发前没有用过合约，但导出文件在首次操作之前有合约或杠杆记录：${p.found}（${p.place}）`,
            hint: both(p.id)["zh-CN"],
        },
        en: {
            message: `futures are said never to have been used, but the exports have a row before: ${p.found} (${p.place})`,
            hint: both(p.id).en,
        },
    }),
    "ledger.case.uid": (p) => ({
        "zh-CN": {
            message: `填写的账户是 ${p.stated}，${p.label} 中的账户是 ${p.found}`,
            hint: both(p.id)["zh-CN"],
        },
        en: { message: `the account is ${p.stated} here and ${commas(p.found)} in ${p.label}`, hint: both(p.id).en },
    }),
    "ledger.case.equivalent": (p) => ({
        "zh-CN": {
            message: `折算值 ${p.stated} 用账户自己的成交均价算不出来；按成交记录折算是 ${p.computed}`,
            hint: both(p.id)["zh-CN"],
        },
        en: {
            message: `${p.stated} does not follow from the account's own prices, which give ${p.computed}`,
            hint: both(p.id).en,
        },
    }),
}
