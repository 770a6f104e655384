import type { LedgerIssues } from "../base/issues/ledger.ts"
import { commas, counted, type Messages } from "./message.ts"

/** The clock of the papers, in the words of a message. */
const inEnglish = (time: string): string => time.replace("（北京时间）", " Beijing time")

/** What is said of the rows that are reckoned with. */
export const ledgerChosenIssues: Messages<Extract<keyof LedgerIssues, `ledger.chosen.${string}`>> = {
    "ledger.chosen.unknown-operation": (p) => ({
        "zh-CN": {
            message: `计算所用的行中，${p.label} 有 ${String(p.count)} 行的操作名称不认识：${p.names}，合计 ${p.sums}`,
            hint: "这些行不在买卖、划转、提出、合约盈亏各项里；请对照交易所页面弄清是什么操作，写进“经过”。不是损失的，请在“导出文件”中写明不是本人操作的行，不要把它们写进去",
        },
        en: {
            message: `of the rows reckoned with, ${String(p.count)} of ${p.label} have operations that are not known: ${commas(p.names)}, together ${commas(p.sums)}`,
            hint: "they are among no trades, moves, withdrawals or results of contracts; find out on the exchange's page what they are and write it into the course of events; if they are no loss, list the rows that are not yours under Exports without them",
        },
    }),
    "ledger.chosen.aside": (p) => {
        const isIn = p.way === "in"
        const within =
            p.what === "earn"
                ? {
                      "zh-CN": `计算所用的行中从理财赎回 ${p.came} ${p.asset}，申购 ${p.went} ${p.asset}`,
                      en: `by the rows reckoned with ${p.came} ${p.asset} came back from earn products and ${p.went} ${p.asset} were put into them`,
                  }
                : {
                      "zh-CN": `计算所用的行中有 ${p.open} ${p.asset} 是账户内部${isIn ? "转入" : "转出"}的，另一边不在导出文件里`,
                      en: `by the rows reckoned with ${p.open} ${p.asset} were moved ${isIn ? "in from" : "out to"} another part of the account, whose end the exports do not have`,
                  }
        return {
            "zh-CN": {
                message: `${within["zh-CN"]}；各资产的增减把多出的 ${p.open} ${p.asset} 算作${isIn ? "增加，它原来就是账户里的，实际损失比增减多这些" : "减少，它可能还在账户里，实际损失可能比增减少这些"}`,
                hint: "请看那些行是谁做的，损失以扣除它们之后的数为准；缺另一边的，请导出全部账户（不要只选一个账户）的流水",
            },
            en: {
                message: `${within.en}; the changes of each asset count these ${p.open} ${p.asset} as ${isIn ? "gained, though the account had them before: the loss is larger by them" : "gone, though the account may still have them: the loss may be smaller by them"}`,
                hint: "see who made those rows and take the loss without them; where an end is missing export the statement of all wallets, not of one",
            },
        }
    },
    "ledger.chosen.no-row": (p) => ({
        "zh-CN": {
            message: `“导出文件”中写了 ${p.label} 第 ${p.rows} 行，这个文件只到第 ${String(p.end)} 行`,
            hint: "行号以这里列出的为准，表头是第 1 行；请核对行号，或者这些行是不是在另一个文件里",
        },
        en: {
            message: `listed under Exports and not in ${p.label}: ${p.rows}; the file ends with row ${String(p.end)}`,
            hint: "the header is row 1; check the numbers, or whether these rows stand in another file",
        },
    }),
    "ledger.chosen.packed": (p) => ({
        "zh-CN": {
            message: `“导出文件”中写了 ${p.label} 第 ${p.rows} 行，但 ${p.label} 里面有自己的文件或者表，各有各的行号，这些行没有计入`,
            hint: `请把文件编号改成里面的那一个：${p.names}`,
        },
        en: {
            message: `listed under Exports: ${p.rows} of ${p.label}, which holds files or sheets with rows of their own, so none was counted`,
            hint: `name the one within it: ${commas(p.names)}`,
        },
    }),
    "ledger.chosen.waiting": (p) => ({
        "zh-CN": {
            message: `${p.label} 第 ${p.rows} 行在计算范围内，状态是“${p.states}”，按没有完成看，没有计入${p.sums === "" ? "" : `：${p.sums}`}`,
            hint: "导出以后可能已经完成，币可能已经转出。请到交易所看这几笔现在的状态；完成了的，重新导出一份换上，就会计入；没有完成的，请马上联系客服拦截",
        },
        en: {
            message: `${counted(p.count, "row")} of ${p.label} (${p.rows}) within what is reckoned with, but not completed by the state (${commas(p.states)}), and so not counted${p.sums === "" ? "" : `: ${commas(p.sums)}`}`,
            hint: "they may have been completed since, and the coins be gone: look at them on the exchange's page; export again if they were, and they count; if not, ask its support at once to stop them",
        },
    }),
    "ledger.chosen.earn": (p) => ({
        "zh-CN": {
            message: `${p.label} 是理财记录，选出的 ${String(p.count)} 行只列出，不在任何合计里`,
            hint: "申购、赎回和收益以账户流水为准，请把账户流水也导出放进来",
        },
        en: {
            message: `${p.label} lists earn products; ${counted(p.count, "chosen row")} of it are in no total`,
            hint: "what was put into them and came back stands in the statement of the account: add that export too",
        },
    }),
    "ledger.chosen.half": (p) => ({
        "zh-CN": {
            message: `计算所用的行中，${p.label} 有 ${String(p.count)} 秒只有成交的一边（有卖出的没有收到的，或者相反），各资产的增减可能不全`,
            hint: "文件可能少了行，或者导出时只选了一个币种，请不选币种重新导出；自己列了行的，请把同一秒成交的各行都列上",
        },
        en: {
            message: `of the rows reckoned with, ${String(p.count)} seconds of ${p.label} have one side of their trades alone (what was sold and not what came for it, or the other way); the changes may lack the other`,
            hint: "rows may be missing, or one coin was chosen for the export: export again without choosing; if you listed rows, list all of a trade's second",
        },
    }),
    "ledger.chosen.loan": (p) => ({
        "zh-CN": {
            message: `计算所用的行中借入 ${p.borrowed} ${p.asset}，归还（含利息）${p.repaid} ${p.asset}，差 ${p.open} ${p.asset} 没有归还；各资产的增减里含有借来的这些，实际损失比它多`,
            hint: "请核对账户是否还欠着；后来归还了的，请把末次操作的时间或者导出文件的范围延长到归还的那一笔",
        },
        en: {
            message: `by the rows reckoned with ${p.borrowed} ${p.asset} were borrowed and ${p.repaid} ${p.asset} repaid with interest, so ${p.open} ${p.asset} were not; the changes of each asset have what was borrowed within them, and the loss is larger by it`,
            hint: "check whether the account still owes it; if it was repaid later, let the last operation or the exports reach to that row",
        },
    }),
    "ledger.chosen.none": (p) => ({
        "zh-CN": {
            message: `导出文件在 ${p.from} 至 ${p.to} 之间没有记录，无法计算损失`,
            hint: "请核对首次、末次操作时间和导出范围，或在“导出文件”中写明不是本人操作的行（受骗付款的，写付款的行）",
        },
        en: {
            message: `the exports have no rows between ${inEnglish(p.from)} and ${inEnglish(p.to)}, so no loss can be computed`,
            hint: "check the times of the first and last operation and the range of the exports, or list the rows that are not yours, or the payments you were talked into, under Exports",
        },
    }),
    "ledger.chosen.proposed": (p) => ({
        "zh-CN": {
            message: `按您填写的首次、末次操作时间（${p.from} 至 ${p.to}）选出 ${String(p.count)} 行计算${p.beside === 0 ? "" : `，其中 ${String(p.beside)} 行的时间略早或略晚：同一笔提币在另一个文件中的时间在这之间`}`,
            hint: "其中有与本案无关的，或者还有遗漏的，请在“导出文件”中写明不是本人操作的行（受骗付款的，写付款的行）",
        },
        en: {
            message: `reckoned with: ${counted(p.count, "row")} between the first and last operation (${inEnglish(p.from)} to ${inEnglish(p.to)})${p.beside === 0 ? "" : `, ${counted(p.beside, "row")} of them a little beyond, as another file has the same withdrawal within`}`,
            hint: "if some do not belong to the case or some are missing, list the rows that are not yours, or the payments you were talked into, under Exports",
        },
    }),
}
