import type { GapCause, LedgerIssues, RowReason, UnreadReason } from "../base/issues/ledger.ts"
import type { Words } from "../base/lang.ts"
import type { Messages } from "./message.ts"

const UNREAD: Readonly<Record<UnreadReason, { readonly what: Words; readonly hint: Words }>> = {
    empty: {
        what: { "zh-CN": "是空的", en: "is empty" },
        hint: { "zh-CN": "请到交易所重新导出；导出时选对日期范围", en: "export it again; choose the range of dates" },
    },
    html: {
        what: { "zh-CN": "其实是网页，不是表格", en: "is a web page, not a table" },
        hint: {
            "zh-CN": "下载时可能登录已过期，存下的是登录页面；请重新登录后导出",
            en: "the session may have ended and a log-in page was saved; log in and export again",
        },
    },
    pdf: {
        what: { "zh-CN": "是 PDF，表内各行不读取", en: "is a PDF, whose rows are not read" },
        hint: {
            "zh-CN": "作为证据保留；如能导出 CSV 或 XLSX，请另放一份",
            en: "it stays evidence; add the same export as CSV or XLSX if you can",
        },
    },
    "old-xls": {
        what: { "zh-CN": "是旧版 XLS 或者有密码的表格", en: "is an old XLS file or protected by a password" },
        hint: {
            "zh-CN": "原件保留；请用表格软件另存为 XLSX（去掉密码）后再放一份，或导出 CSV",
            en: "keep it; save a copy as XLSX without a password, or export CSV",
        },
    },
    damaged: {
        what: { "zh-CN": "已损坏，打不开", en: "is damaged" },
        hint: { "zh-CN": "可能没有下载完，请重新导出", en: "the download may be incomplete; export it again" },
    },
    "too-large": {
        what: { "zh-CN": "太大或展开后太大，不读取", en: "is too large to be read" },
        hint: { "zh-CN": "请改为导出 CSV，或分段导出", en: "export CSV, or in shorter ranges" },
    },
    "not-text": {
        what: { "zh-CN": "不是文字表格", en: "is no text" },
        hint: { "zh-CN": "请重新导出 CSV 或 XLSX", en: "export CSV or XLSX again" },
    },
}

const REASONS: Readonly<Record<RowReason, Words>> = {
    "number-damaged": {
        "zh-CN": "数字被表格软件改写，末尾的数字已丢失",
        en: "a spreadsheet rewrote the number and its last digits are gone",
    },
    "number-ambiguous": {
        "zh-CN": "逗号是千分位还是小数点分不清",
        en: "whether the comma groups digits or marks decimals is not clear",
    },
    "number-malformed": { "zh-CN": "不是数字", en: "no number" },
    time: {
        "zh-CN": "日期认不出，可能被表格软件改写",
        en: "the date is not understood; a spreadsheet may have rewritten it",
    },
    cells: { "zh-CN": "缺少几列，这一行可能不完整", en: "columns are missing; the row may be cut off" },
    torn: { "zh-CN": "引号没有配对", en: "a quotation mark is never closed" },
    side: { "zh-CN": "买卖方向认不出", en: "neither buy nor sell" },
    missing: { "zh-CN": "这一格是空的", en: "the cell is blank" },
    "report-unknown": { "zh-CN": "不知道是充值还是提现", en: "deposit or withdrawal is not known" },
}

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

const RECONCILED: Readonly<Record<string, Words>> = {
    "bought-sold": { "zh-CN": "买入数量与卖出数量", en: "quantity bought and quantity sold" },
    "futures-result": {
        "zh-CN": "按成交额计算的盈亏与流水中的已实现盈亏",
        en: "result by trades and realised profit in the ledger",
    },
    "futures-fees": { "zh-CN": "成交记录中的手续费与流水中的手续费", en: "fees of the trades and fees in the ledger" },
    "moved-out-in": { "zh-CN": "划出数量与划入数量", en: "quantity moved out and quantity moved in" },
    "spot-sold": { "zh-CN": "成交记录中卖出的数量与流水中卖出的数量", en: "quantity sold by trades and in the ledger" },
    "spot-received": { "zh-CN": "成交记录中的所得与流水中的所得", en: "proceeds by trades and in the ledger" },
}
const reconciled = (what: string): Words => RECONCILED[what] ?? { "zh-CN": what, en: what }

const ORDER_FIELDS: Readonly<Record<string, Words>> = {
    side: { "zh-CN": "方向", en: "side" },
    quantity: { "zh-CN": "委托数量", en: "quantity" },
    filled: { "zh-CN": "成交数量", en: "quantity filled" },
    price: { "zh-CN": "委托价格", en: "price" },
    average: { "zh-CN": "成交均价", en: "average price" },
}
const orderField = (field: string): Words => ORDER_FIELDS[field] ?? { "zh-CN": field, en: field }
const SIDES: Readonly<Record<string, string>> = { buy: "买入", sell: "卖出" }
const side = (value: string): string => SIDES[value] ?? value

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

export const ledgerIssues: Messages<keyof LedgerIssues> = {
    "case.exports.file": (p) => ({
        "zh-CN": {
            message: `${p.found} 不是导出文件的编号`,
            hint: "请填 import 给出的编号，如 X03；ZIP 里的文件填 X05/文件名",
        },
        en: { message: `${p.found} is no label of an export`, hint: "give the label that import gave it, such as X03" },
    }),
    "case.exports.zone": (p) => ({
        "zh-CN": { message: `时区“${p.found}”认不出`, hint: "请填 UTC、UTC+8、北京时间 这样的写法" },
        en: { message: `the time zone ${p.found} is not understood`, hint: "write it as UTC or UTC+8" },
    }),
    "case.exports.rows": (p) => ({
        "zh-CN": { message: `行号“${p.found}”认不出`, hint: "请写成 4-39 或 4, 7-9，全部行写 全部；表头是第 1 行" },
        en: {
            message: `the rows ${p.found} are not understood`,
            hint: "write 4-39 or 4, 7-9, or all; the header is row 1",
        },
    }),
    "case.exports.row": (p) => ({
        "zh-CN": {
            message: `“${p.found}”不是导出文件中的行`,
            hint: "请写成 X03 12-15（文件编号和行号），或 X03 加订单号",
        },
        en: { message: `${p.found} names no row of an export`, hint: "write X03 12-15, or X03 and an order id" },
    }),
    "case.exports.columns": (p) => ({
        "zh-CN": {
            message: `“${p.found}”没有说清是哪一列`,
            hint: "请写成 时间=成交时间；币种=Coin；变动=Change，等号左边是含义，右边照抄表头",
        },
        en: {
            message: `${p.found} does not say which column`,
            hint: "write time=Filled At; asset=Coin; amount=Change",
        },
    }),
    "ledger.file.unknown": (p) => ({
        "zh-CN": {
            message: `${p.label} 的表头不认识，各行没有读取：${p.header}`,
            hint: "文件仍作为证据保留。知道各列含义的，可在“导出文件”中说明是什么记录、各列是什么",
        },
        en: {
            message: `the header of ${p.label} is not known, so its rows were not read: ${p.header}`,
            hint: "the file stays evidence; say under Exports what report it is and what its columns are",
        },
    }),
    "ledger.file.unreadable": (p) => ({
        "zh-CN": { message: `${p.label} ${UNREAD[p.reason].what["zh-CN"]}`, hint: UNREAD[p.reason].hint["zh-CN"] },
        en: { message: `${p.label} ${UNREAD[p.reason].what.en}`, hint: UNREAD[p.reason].hint.en },
    }),
    "ledger.file.not-there": (p) => ({
        "zh-CN": {
            message: `“导出文件”中填了 ${p.label}，但没有这个文件`,
            hint: "请核对编号；新放入的文件先运行 lerpack import",
        },
        en: {
            message: `${p.label} is answered for and is not there`,
            hint: "check the label; run lerpack import for new files",
        },
    }),
    "ledger.zone.missing": (p) => ({
        "zh-CN": {
            message: `${p.label} 的表头和文件名都没有写明时区，其中的时间没有换算`,
            hint: "请在“导出文件”中填它的时区：导出时页面上选的时区，一般能在文件原名里看到，如 (UTC+8)",
        },
        en: {
            message: `nothing says the time zone of ${p.label}, so its times are not converted`,
            hint: "enter it under Exports: the zone chosen when exporting, often in the original file name as (UTC+8)",
        },
    }),
    "ledger.zone.proposed": (p) => ({
        "zh-CN": {
            message:
                p.by === "clock"
                    ? `${p.label} 没有写明时区；订单号自带的时间与 ${p.zone} 相符，暂按 ${p.zone} 计`
                    : `${p.label} 没有写明时区；这种格式通常是 ${p.zone}，暂按 ${p.zone} 计`,
            hint: `确认后请在“导出文件”中把 ${p.label} 的时区填为 ${p.zone}`,
        },
        en: {
            message:
                p.by === "clock"
                    ? `${p.label} does not say its time zone; the clocks in its order numbers fit ${p.zone}, which is used for now`
                    : `${p.label} does not say its time zone; the format usually has ${p.zone}, which is used for now`,
            hint: `confirm it by entering ${p.zone} for ${p.label} under Exports`,
        },
    }),
    "ledger.report.missing": (p) => ({
        "zh-CN": {
            message: `${p.label} 的表头看不出是充值还是提现，没有计入`,
            hint: "请在“导出文件”中填“充值”或“提现”",
        },
        en: {
            message: `${p.label} may be deposits or withdrawals; it was not counted`,
            hint: "say which under Exports",
        },
    }),
    "ledger.rows.problem": (p) => ({
        "zh-CN": {
            message: `${p.label} 有 ${String(p.count)} 行读不出，没有计入；第一处在第 ${String(p.row)} 行${p.column === "" ? "" : `“${p.column}”`}：“${p.found}”，${REASONS[p.reason]["zh-CN"]}`,
            hint: "请到交易所重新导出，不要用表格软件打开后另存；受影响的合计会注明缺几行",
        },
        en: {
            message: `${String(p.count)} rows of ${p.label} can not be read and are not counted; the first is row ${String(p.row)}${p.column === "" ? "" : ` (${p.column})`}: ${p.found}, ${REASONS[p.reason].en}`,
            hint: "export it again without opening and saving it; totals say how many rows they lack",
        },
    }),
    "ledger.rows.spoiled": (p) => ({
        "zh-CN": {
            message: `${p.label} 有 ${String(p.count)} 行的编号被改写或打了星号，不作为订单号、地址使用；金额照常计入`,
            hint: "需要编号的，请到交易所重新导出，不要用表格软件打开后另存",
        },
        en: {
            message: `${String(p.count)} rows of ${p.label} have identifiers that were rewritten or masked; they are not used, their amounts are`,
            hint: "if the identifiers matter, export again without opening and saving the file",
        },
    }),
    "ledger.rows.unknown-operation": (p) => ({
        "zh-CN": {
            message: `${p.label} 有 ${String(p.count)} 行的操作名称不认识：${p.names}`,
            hint: "这些行计入余额变化，不归入买卖、划转或手续费",
        },
        en: {
            message: `${String(p.count)} rows of ${p.label} have operations that are not known: ${p.names}`,
            hint: "they count as changes of balance, and as neither trades, transfers nor fees",
        },
    }),
    "ledger.columns.strange": (p) => ({
        "zh-CN": { message: `${p.label} 有几列没有读取：${p.columns}`, hint: "其余各列照常读取，原文件不变" },
        en: {
            message: `columns of ${p.label} were not read: ${p.columns}`,
            hint: "the others were; the file is unchanged",
        },
    }),
    "ledger.encoding.old": (p) => ({
        "zh-CN": {
            message: `${p.label} 按 GB18030 编码读取`,
            hint: "说明文件可能被表格软件另存过；如有原始下载文件，请换上",
        },
        en: {
            message: `${p.label} was read as GB18030`,
            hint: "a spreadsheet may have saved it; use the file as downloaded if you have it",
        },
    }),
    "ledger.overlap.differs": (p) => ({
        "zh-CN": {
            message: `${p.first} 和 ${p.second} 在 ${p.from} 至 ${p.to} 都有记录，但内容不同（${p.rows} 行），两个文件的合计都不采用`,
            hint: "其中一个可能被改过或导出不完整，请重新导出这一段；是两个账户的，请在“导出文件”中填各自的 UID",
        },
        en: {
            message: `${p.first} and ${p.second} both cover ${p.from} to ${p.to} and differ (${p.rows} rows); totals of neither are used`,
            hint: "one may be edited or incomplete: export that span again; if they are of two accounts, enter each UID under Exports",
        },
    }),
    "ledger.overlap.same": (p) => ({
        "zh-CN": {
            message: `${p.second} 有 ${String(p.count)} 行与 ${p.first} 完全相同，只计一次`,
            hint: "两个文件都保留",
        },
        en: {
            message: `${String(p.count)} rows of ${p.second} stand in ${p.first} too and count once`,
            hint: "both files are kept",
        },
    }),
    "ledger.gap": (p) => ({
        "zh-CN": {
            message: `${p.before} 与 ${p.after} 之间（${p.from} 至 ${p.to}）没有记录`,
            hint: "可能这段时间没有交易，也可能缺一个导出文件，请核对",
        },
        en: {
            message: `no file covers ${p.from} to ${p.to}, between ${p.before} and ${p.after}`,
            hint: "there may have been nothing, or an export is missing",
        },
    }),
    "ledger.clock.off": (p) => ({
        "zh-CN": {
            message: `${p.label} 第 ${p.rows} 行的时间与订单号自带的时间不符`,
            hint: "这几行可能被改动过，请到交易所重新导出核对",
        },
        en: {
            message: `times in rows ${p.rows} of ${p.label} do not fit the clock in their order numbers`,
            hint: "the rows may have been edited; export again and compare",
        },
    }),
    "ledger.chosen.none": (p) => ({
        "zh-CN": {
            message: `导出文件在 ${p.from} 至 ${p.to} 之间没有记录，无法计算损失`,
            hint: "请核对首次、末次操作时间和导出范围，或在“导出文件”中写明不是本人操作的行",
        },
        en: {
            message: `the exports have no rows between ${p.from} and ${p.to}, so no loss can be computed`,
            hint: "check the times of the first and last operation and the range of the exports, or list the rows under Exports",
        },
    }),
    "ledger.chosen.proposed": (p) => ({
        "zh-CN": {
            message: `按您填写的首次、末次操作时间（${p.from} 至 ${p.to}）选出 ${String(p.count)} 行计算`,
            hint: "其中有本人操作的，或者还有遗漏的，请在“导出文件”中写明不是本人操作的行",
        },
        en: {
            message: `${String(p.count)} rows between the first and last operation (${p.from} to ${p.to}) were reckoned with`,
            hint: "if some are yours or some are missing, list the rows that are not yours under Exports",
        },
    }),
    "ledger.reconciliation.gap": (p) => ({
        "zh-CN": {
            message: `${p.name}：${reconciled(p.what)["zh-CN"]}不等，${p.left} 与 ${p.right}，相差 ${p.gap} ${p.asset}`,
            hint: "可能缺少导出文件、有未平仓位，或者选出的行不全；这项合计不写入给交易所的文件",
        },
        en: {
            message: `${p.name}: ${reconciled(p.what).en} differ, ${p.left} and ${p.right}, by ${p.gap} ${p.asset}`,
            hint: "an export may be missing, a position open, or rows not chosen; the total goes into no file for the exchange",
        },
    }),
    "ledger.row.absent": (p) => ({
        "zh-CN": { message: `导出文件中没有“${p.found}”这一行`, hint: "请核对文件编号和行号；表头是第 1 行" },
        en: { message: `there is no row ${p.found}`, hint: "check label and row; the header is row 1" },
    }),
    "ledger.row.unfit": (p) => ({
        "zh-CN": { message: `“${p.found}”既不是委托、成交，也不是划转、提币`, hint: "请选委托、成交、划转或提币的行" },
        en: {
            message: `${p.found} is neither a trade nor a transfer`,
            hint: "choose rows of orders, trades, transfers or withdrawals",
        },
    }),
    "ledger.answer.no-finding": (p) => ({
        "zh-CN": {
            message: `“核对答复”中的 ${p.found} 没有对应的项`,
            hint: "该项可能已改正，或填写内容变了；不需要的请删去",
        },
        en: {
            message: `the answer to ${p.found} fits no finding`,
            hint: "it may be settled or have changed; delete the answer if it is not needed",
        },
    }),
    "ledger.case.net-loss": (p) => ({
        "zh-CN": {
            message: `填写的净亏 ${p.stated} 与导出文件算出的 ${p.computed} 相差 ${p.gap}${CAUSES[p.cause]["zh-CN"]}`,
            hint: both(p.id)["zh-CN"],
        },
        en: {
            message: `the net loss of ${p.stated} differs from the ${p.computed} that the exports give, by ${p.gap}${CAUSES[p.cause].en}`,
            hint: both(p.id).en,
        },
    }),
    "ledger.case.asset": (p) => ({
        "zh-CN": {
            message: `填写的少了 ${p.stated}，导出文件（${p.files}）算出的是 ${p.computed}`,
            hint: both(p.id)["zh-CN"],
        },
        en: {
            message: `${p.stated} is said to be missing; the exports (${p.files}) give ${p.computed}`,
            hint: both(p.id).en,
        },
    }),
    "ledger.case.purchase": (p) => ({
        "zh-CN": {
            message: `填写的${purchase(p.what)["zh-CN"]} ${p.stated} 与导出文件（${p.files}）算出的 ${p.computed} 不同`,
            hint: both(p.id)["zh-CN"],
        },
        en: {
            message: `${purchase(p.what).en}: ${p.stated} was typed, the exports (${p.files}) give ${p.computed}`,
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
        en: { message: `the exports (${p.place}) have no such transfer: ${p.stated}`, hint: both(p.id).en },
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
        en: { message: `the account is ${p.stated} here and ${p.found} in ${p.label}`, hint: both(p.id).en },
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
