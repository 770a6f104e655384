import type { LedgerIssues } from "../base/issues/ledger.ts"
import type { DoubtCode } from "./ledger-doubt.ts"
import { REASONS, ROW_HINTS, UNREAD } from "./ledger-unread.ts"
import { DATE_ORDERS, reconciledWords } from "./ledger-words.ts"
import { commas, counted, type Messages } from "./message.ts"

/** What is said of export files, and of what a case says about them. */
export const ledgerIssues: Messages<Exclude<keyof LedgerIssues, `ledger.${"case" | "chosen"}.${string}` | DoubtCode>> =
    {
        "case.exports.file": (p) => ({
            "zh-CN": {
                message: `${p.found} 不是导出文件的编号`,
                hint: "请填 import 给出的编号，如 X03；ZIP 里的文件填 X05/文件名，工作簿里的表填 X05/表名",
            },
            en: {
                message: `${p.found} is no label of an export`,
                hint: "give the label that import gave it, such as X03",
            },
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
                hint: "请写成 时间=成交时间；币种=Coin；变动=Change，等号右边照抄表头，左边是含义，每个含义只写一次，可用：时间、日期、币种、变动、方向、操作、账户、余额、交易对、基础币种、计价币种、价格、成交量、成交额、手续费、手续费币种、换出、换入、订单号、客户端订单号、状态、地址、来源地址、网络、交易哈希、对方、法币、委托数量",
            },
            en: {
                message: `${p.found} does not say which column`,
                hint: "write time=Filled At; asset=Coin; amount=Change: the header behind the equals sign as it stands, before it, each once, one of time, date, asset, amount, side, operation, wallet, balance, symbol, base, quote, price, filled, value, fee, feeAsset, sold, bought, order, client, status, address, from, network, tx, counterparty, fiat, quantity",
            },
        }),
        "ledger.file.unknown": (p) => ({
            "zh-CN": {
                message:
                    p.header === ""
                        ? `${p.label} 里没有找到表头，没有读取`
                        : `${p.label} 的表头不认识，各行没有读取：${p.header}`,
                hint: "文件仍作为证据保留。表头是其他语言的，请把交易所网站改成英文再导出一份；知道各列含义的，可在“导出文件”中说明是什么记录、各列是什么，如 时间=Zeit；币种=Coin；变动=Änderung",
            },
            en: {
                message:
                    p.header === ""
                        ? `no header was found in ${p.label}, so it was not read`
                        : `the header of ${p.label} is not known, so its rows were not read: ${p.header}`,
                hint: "the file stays evidence; if its header is in another language, set the exchange's site to English and export again, or say under Exports what report it is and what its columns are, as time=Zeit; asset=Coin; amount=Änderung",
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
                message: `${p.label} 的表头和文件名都没有写明时区，其中的时间没有换算，按操作时间选行时这个文件一行也不选`,
                hint: "请在“导出文件”中填它的时区：导出时页面上选的时区，一般能在文件原名里看到，如 (UTC+8)",
            },
            en: {
                message: `nothing says the time zone of ${p.label}, so its times are not converted, and none of its rows is chosen by the times of the operations`,
                hint: "enter it under Exports: the zone chosen when exporting, often in the original file name as (UTC+8)",
            },
        }),
        "ledger.zone.disputed": (p) => ({
            "zh-CN": {
                message: `${p.label} 的表头写的时区是 ${p.zone}，文件名写的是 ${p.other}；时间按表头换算`,
                hint: `请拿一笔记得时间的操作核对；表头不对的，请在“导出文件”中把 ${p.label} 的时区填为 ${p.other}，表头对的填 ${p.zone}`,
            },
            en: {
                message: `the header of ${p.label} says ${p.zone}, its name ${p.other}; times were converted by the header`,
                hint: `check with an operation whose time you know, and enter ${p.zone} or ${p.other} for ${p.label} under Exports`,
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
                message: `${p.label} 有 ${String(p.count)} 行读不出，没有计入；第一处在第 ${String(p.row)} 行${p.column === "" ? "" : `“${p.column}”`}${p.found === "" ? "" : `：“${p.found}”`}，${REASONS[p.reason]["zh-CN"]}`,
                hint:
                    ROW_HINTS[p.reason]?.["zh-CN"] ??
                    "请到交易所重新导出，不要用表格软件打开后另存；受影响的合计会注明缺几行",
            },
            en: {
                message: `${counted(p.count, "row")} of ${p.label} cannot be read or counted; the first is row ${String(p.row)}${p.column === "" ? "" : ` (${p.column})`}: ${p.found}, ${REASONS[p.reason].en}`,
                hint:
                    ROW_HINTS[p.reason]?.en ??
                    "export it again without opening and saving it; totals say how many rows they lack",
            },
        }),
        "ledger.rows.spoiled": (p) => ({
            "zh-CN": {
                message: `${p.label} 有 ${String(p.count)} 行的编号被改写、打了星号或者截短，不作为订单号、地址使用；金额照常计入`,
                hint: "需要编号的，请到交易所重新导出，不要用表格软件打开后另存",
            },
            en: {
                message: `${counted(p.count, "row")} of ${p.label} with identifiers that were rewritten, masked or cut short: those are not used, the amounts are`,
                hint: "if the identifiers matter, export again without opening and saving the file",
            },
        }),
        "ledger.rows.rounded": (p) => ({
            "zh-CN": {
                message: `${p.label} 有 ${String(p.count)} 行的数量达到 15 位数字；工作簿存不下更多位，末尾几位可能已经丢失，按文件中的数字计入`,
                hint: "请换上交易所导出的 CSV 原件；没有 CSV 的，合计的末尾几位不要当作准确值",
            },
            en: {
                message: `${counted(p.count, "row")} of ${p.label} with amounts of 15 figures or more; a workbook keeps no further ones, so the last may be lost, and they were counted as they stand`,
                hint: "use the CSV that the exchange exports; where there is none, do not take the last places of the totals as exact",
            },
        }),
        "ledger.rows.unknown-state": (p) => ({
            "zh-CN": {
                message: `${p.label} 有 ${String(p.count)} 行的状态不认识，仍然计入：${p.names}`,
                hint: "请核对这些行是否真的完成；没有完成的，请在“导出文件”中写明不是本人操作的行，不要把它们写进去",
            },
            en: {
                message: `${counted(p.count, "row")} of ${p.label} with a status that is not known, counted all the same: ${commas(p.names)}`,
                hint: "check whether they were completed; if not, list the rows that are not yours under Exports without them",
            },
        }),
        "ledger.rows.coarse": (p) => ({
            "zh-CN": {
                message: `${p.label} 有 ${String(p.count)} 行的时间${p.lost === "second" ? "没有秒，按整分钟计" : "只有日期，没有几点几分，按整天计"}`,
                hint:
                    p.by === "format"
                        ? "这种导出本来没有秒。按时间选行时，与首次、末次操作同一分钟的行都选入；其中有本人操作的，请在“导出文件”中写明不是本人操作的行"
                        : "表格软件另存后会这样，请换上原始下载的文件。按时间选行时，与首次、末次操作同一分钟（同一天）的行都选入；其中有本人操作的，请在“导出文件”中写明不是本人操作的行",
            },
            en: {
                message: `times in ${counted(p.count, "row")} of ${p.label} ${p.lost === "second" ? "have no seconds and are taken as whole minutes" : "are days without a clock and are taken as whole days"}`,
                hint:
                    p.by === "format"
                        ? "this export never has seconds; where rows are chosen by time, those in the minute of the first and of the last operation are all in: if some are yours, list those that are not under Exports"
                        : "saving from a spreadsheet does this: use the file as downloaded; where rows are chosen by time, those in the minute (on the day) of the first and of the last operation are all in: if some are yours, list those that are not under Exports",
            },
        }),
        "ledger.rows.unknown-operation": (p) => ({
            "zh-CN": {
                message: `${p.label} 有 ${String(p.count)} 行的操作名称不认识：${p.names}`,
                hint: "这些行计入余额变化，不归入买卖、划转或手续费",
            },
            en: {
                message: `${counted(p.count, "row")} of ${p.label} with operations that are not known: ${commas(p.names)}`,
                hint: "they count as changes of balance, and as neither trades, transfers nor fees",
            },
        }),
        "ledger.sheets.unread": (p) => ({
            "zh-CN": {
                message: `${p.label} 还有别的工作表，没有读取：${p.sheets}`,
                hint: "需要计入的，请把那张表另存为单独的文件再放一份",
            },
            en: {
                message: `${p.label} has further sheets that were not read: ${commas(p.sheets)}`,
                hint: "save a sheet that counts as a file of its own and add it",
            },
        }),
        "ledger.dates.order": (p) => {
            const { what, hint } = DATE_ORDERS[p.order]
            return {
                "zh-CN": { message: `${p.label} 的日期${what["zh-CN"]}`, hint: hint["zh-CN"] },
                en: { message: `dates of ${p.label} ${what.en}`, hint: hint.en },
            }
        },
        "ledger.columns.strange": (p) => ({
            "zh-CN": { message: `${p.label} 有几列没有读取：${p.columns}`, hint: "其余各列照常读取，原文件不变" },
            en: {
                message: `columns of ${p.label} were not read: ${commas(p.columns)}`,
                hint: "the others were; the file is unchanged",
            },
        }),
        "ledger.assets.strange": (p) => ({
            "zh-CN": {
                message: `${p.label} 有的币种名称里有看不见的字符或者形似的别种字母：${p.names}`,
                hint: "看起来相同的币种各自计算，没有相加；可能是仿冒币，也可能文件被改动过，请到交易所重新导出核对",
            },
            en: {
                message: `names of assets in ${p.label} have characters that nobody sees or letters of other scripts: ${commas(p.names)}`,
                hint: "assets that look alike were not added up; it may be a counterfeit coin or an edited file: export again and compare",
            },
        }),
        "ledger.encoding.old": (p) => ({
            "zh-CN": {
                message: `${p.label} 按 ${p.encoding} 编码读取`,
                hint: "文件可能被表格软件另存过；如有原始下载文件，请换上；没有的，请看一下名称类文字有没有乱码",
            },
            en: {
                message: `${p.label} was read as ${p.encoding}`,
                hint: "a spreadsheet may have saved it; use the file as downloaded if you have it, else see whether names are garbled",
            },
        }),
        "ledger.overlap.differs": (p) => ({
            "zh-CN": {
                message: `${p.first} 和 ${p.second} 在 ${p.from} 至 ${p.to} 都有记录，但内容不同（${p.rows} 行），两个文件的合计都不采用`,
                hint:
                    p.by === "margin"
                        ? "一个是现货、一个是杠杆的（两种导出表头相同，文件里看不出来），请让杠杆那个的文件名含有“Margin”或“杠杆”，从 exports 中删去旧的，再运行 lerpack import；是两个账户的，请在“导出文件”中填各自的 UID；都不是的，其中一个可能被改过或导出不完整，请不选币种、交易对，重新导出这一段"
                        : "其中一个可能被改过或导出不完整，请不选币种、交易对，重新导出这一段；是两个账户的，请在“导出文件”中填各自的 UID",
            },
            en: {
                message: `${p.first} and ${p.second} both cover ${p.from} to ${p.to} and differ (rows: ${p.rows}); totals of neither are used`,
                hint:
                    p.by === "margin"
                        ? "if one is of the spot market and the other of margin (both exports have one header, and nothing in them tells), let the name of the one on margin hold the word margin, take the old one out of exports and run lerpack import; if they are of two accounts, enter each UID under Exports; if neither, one may be edited or incomplete: export that span again without choosing coins or markets"
                        : "one may be edited or incomplete: export that span again without choosing coins or markets; if they are of two accounts, enter each UID under Exports",
            },
        }),
        "ledger.market.untold": (p) => ({
            "zh-CN": {
                message: `流水中有杠杆账户的买卖；${p.labels} 的表头是现货和杠杆共用的，文件里看不出是哪一种，按现货计`,
                hint: "现货和杠杆的成交分开导出，请核对两种都已放入；杠杆的那个，文件名要含有“Margin”或“杠杆”",
            },
            en: {
                message: `the statement has trades of a margin account; the header of ${commas(p.labels)} is that of spot and margin trades alike, nothing in the file tells which, and it was taken as spot`,
                hint: "spot and margin trades are exported apart: check that both are there, and that the name of the one on margin holds the word margin",
            },
        }),
        "ledger.overlap.same": (p) => ({
            "zh-CN": {
                message: `${p.second} 有 ${String(p.count)} 行在 ${p.first} 中也有，只计一次`,
                hint: "两个文件都保留",
            },
            en: {
                message: `${counted(p.count, "row")} of ${p.second} found in ${p.first} too, counted once`,
                hint: "both files are kept",
            },
        }),
        "ledger.overlap.within": (p) => ({
            "zh-CN": {
                message: `${p.part} 是只按 ${p.filter} 导出的，它的 ${String(p.count)} 行在 ${p.whole} 中都有；按 ${p.whole} 计一次，${p.part} 的这些行不计`,
                hint: "两个文件都保留，不用处理",
            },
            en: {
                message: `${p.part} was exported for ${commas(p.filter)} alone, and all of it (${counted(p.count, "row")}) stands in ${p.whole}; it counts once, by ${p.whole}`,
                hint: "both files are kept; nothing needs to be done",
            },
        }),
        "ledger.overlap.apart": (p) => ({
            "zh-CN": {
                message: `${p.first} 和 ${p.second} 的时间有重叠，但没有相同的交易对、币种、账户或方向，两个文件都计入`,
                hint: "通常是分开导出的；如果不是，请核对其中一个是否不完整",
            },
            en: {
                message: `${p.first} and ${p.second} cover the same time and have no market, asset, wallet or side in common; both count`,
                hint: "usually they were exported one by one; if not, check whether one is incomplete",
            },
        }),
        "ledger.accounts.several": (p) => ({
            "zh-CN": {
                message: `导出文件属于不止一个账户，各合计把它们加在一起：${p.names}`,
                hint: "都是您的账户或子账户的，不用处理；不是的，请把那个文件移出 exports",
            },
            en: {
                message: `the exports are of more than one account, and totals add them: ${commas(p.names).replaceAll("；", "; ")}`,
                hint: "if all are yours, or sub-accounts of yours, nothing needs to be done; if not, take that file out of exports",
            },
        }),
        "ledger.exchanges.several": (p) => ({
            "zh-CN": {
                message: `导出文件来自不止一家交易所：${p.names}。案件信息没有写明是其中哪一家，各行都没有计入`,
                hint: "请在“交易所名称”中写明其中一家，它的文件就会计入；其他各家请另建案件文件夹，各放各的导出文件",
            },
            en: {
                message: `the exports are of more than one exchange: ${commas(p.names).replaceAll("；", "; ")}; the case does not say which of them it is about, so none is counted`,
                hint: "name one of them as Exchange, and its files count; make a case folder for each of the others, with its own exports",
            },
        }),
        "ledger.exchanges.other": (p) => ({
            "zh-CN": {
                message: `${p.labels} 是 ${p.exchange} 的导出文件，不是本案的交易所${p.own === "" ? "" : `（${p.own}）`}；这些行列出，不计入任何合计`,
                hint: `一份材料只向一家交易所调取：请为 ${p.exchange} 另建一个案件文件夹，把这些文件放进去；本案就是向 ${p.exchange} 调取的，请改正“交易所名称”。文件在这里仍作为证据保留`,
            },
            en: {
                message: `${commas(p.labels)}: exports of ${p.exchange}, which is not the exchange of this case${p.own === "" ? "" : ` (${p.own})`}; their rows are listed and in no total`,
                hint: `a packet goes to one exchange: make a case folder for ${p.exchange} with these files; if this case is about ${p.exchange}, correct Exchange; here they stay evidence`,
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
        "ledger.reconciliation.gap": (p) => ({
            "zh-CN": {
                message: `${p.name}：${reconciledWords(p.what)["zh-CN"]}不等，${p.left} 与 ${p.right}，相差 ${p.gap} ${p.asset}`,
                hint: `可能缺少导出文件、有未平仓位，或者选出的行不全${p.what === "moved-out-in" ? "；划到子账户的，另一头在子账户的流水里，请登录子账户另外导出" : ""}；这项合计不写入给交易所的文件`,
            },
            en: {
                message: `${p.name}: ${reconciledWords(p.what).en} differ, ${p.left} and ${p.right}, by ${p.gap} ${p.asset}`,
                hint: `an export may be missing, a position open, or rows not chosen${p.what === "moved-out-in" ? "; the other end of a transfer to a sub-account stands in that account's own statement, to be exported there" : ""}; the total goes into no file for the exchange`,
            },
        }),
        "ledger.row.absent": (p) => ({
            "zh-CN": { message: `导出文件中没有“${p.found}”这一行`, hint: "请核对文件编号和行号；表头是第 1 行" },
            en: { message: `there is no row ${p.found}`, hint: "check label and row; the header is row 1" },
        }),
        "ledger.row.unfit": (p) => ({
            "zh-CN": {
                message: `“${p.found}”既不是委托、成交，也不是划转、提币`,
                hint: "请选委托、成交、划转或提币的行",
            },
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
        "ledger.unfinished": (p) => ({
            "zh-CN": {
                message: `案件信息还有 ${String(p.count)} 处须改正；导出文件照常计算，没有与填写的内容核对`,
                hint: "各处问题用 lerpack check 查看；改正以后，导出文件再与填写的内容核对",
            },
            en: {
                message: `the case has ${counted(p.count, "error")}; the exports were reckoned with, and not held against it`,
                hint: "lerpack check lists them; once they are corrected the exports are held against the case",
            },
        }),
        "ledger.record.differs": (p) => ({
            "zh-CN": {
                message: `记录中 ${p.label} 的校验值与材料包中的文件不符，或者包中没有这个文件`,
                hint: "材料包可能被改动过，请报案人重新生成",
            },
            en: {
                message: `the record's hash of ${p.label} is not that of the file in the packet, or there is no such file`,
                hint: "the packet may have been changed; ask the reporter to build it again",
            },
        }),
    }
