import { commas, counted, type Messages } from "./message.ts"

export type DoubtCode =
    | "ledger.overlap.paired"
    | "ledger.overlap.doubt"
    | "ledger.overlap.touch"
    | "ledger.overlap.beside"
    | "ledger.rows.repeated"
    | "ledger.rows.same-transaction"
    | "ledger.rows.hidden"
    | "ledger.rows.shortened"
    | "ledger.columns.absent"
    | "ledger.columns.way"
    | "ledger.columns.decimals"

type WayWords = { readonly why: string; hint(column: string): string }

/** Why nobody can tell which rows came in, and what to name. */
const WAYS: Readonly<Record<"from" | "other" | "owner" | "side" | "sign", readonly [zh: WayWords, en: WayWords]>> = {
    from: [
        {
            why: "",
            hint: (column) =>
                `请在“各列是什么”中补上 来源地址=${column}，收款的那一列写 地址=…；程序按每一行都有的那个地址，把转入和转出分开`,
        },
        {
            why: "",
            hint: (column) =>
                `name from=${column}, and the receiver's column as address=…: the address that every row has tells which came in`,
        },
    ],
    other: [
        {
            why: "：每一行都有的那个地址可能是对方的（例如都转给了同一个人），没有按它区分",
            hint: () =>
                "请核对各行的方向；它是这个钱包自己的，或者钱包的地址是另一个，请在“导出文件”中把自己的地址填在“账户 UID”一栏；都是同一个方向的，可以在“各列是什么”中删去 来源地址=…",
        },
        {
            why: ": the address that every row has may be somebody else's, as where all went to one receiver",
            hint: () =>
                "see which way the rows went; enter the wallet's own address as Account UID under Exports, or, where all went one way, leave out from=…",
        },
    ],
    owner: [
        {
            why: "：各行的来源地址和地址里，没有一个是每一行都有的，或者不止一个",
            hint: () => "请在“导出文件”中把这个钱包自己的地址填在“账户 UID”一栏",
        },
        {
            why: ": no address, or more than one, stands in every row",
            hint: () => "enter the wallet's own address as Account UID under Exports",
        },
    ],
    side: [
        { why: "", hint: (column) => `请在“各列是什么”中补上 方向=${column}` },
        { why: "", hint: (column) => `name side=${column} under Exports` },
    ],
    sign: [
        {
            why: "：数量都没有负号",
            hint: () =>
                "请在“各列是什么”中补上写明方向的那一列（方向=…），或者 来源地址=… 和 地址=…；文件里本来只有转入的，不用处理",
        },
        {
            why: ": no amount is negative",
            hint: () =>
                "name the column that says the way (side=…), or from=… and address=…; if the file has only what came in, nothing needs to be done",
        },
    ],
}

/** What is said of rows that may count twice, that nobody sees, or with figures that were lost. */
export const ledgerDoubtIssues: Messages<DoubtCode> = {
    "ledger.overlap.paired": (p) => ({
        "zh-CN": {
            message:
                `${p.part} 有 ${String(p.count)} 行和 ${p.whole} 中的是同一笔，只按 ${p.whole} 计一次，依据是` +
                (p.by === "transaction"
                    ? `${p.fee === "within" ? "交易哈希（或者平台的转账编号）、币种相同，数量相差的正好是手续费" : "交易哈希（或者平台的转账编号）、币种、数量都相同"}`
                    : "换出、换入的币种和数量都相同，时间相差不到 5 分钟") +
                `：${p.place}${p.more > 0 ? `，还有 ${String(p.more)} 笔` : ""}` +
                (p.alone === "" ? "" : `；同一段时间里对方没有的行都计入：${p.alone} 行`),
            hint:
                p.alone === ""
                    ? "两个文件都保留，不用处理"
                    : "请核对只有一个文件才有的行，确认不是另一个文件导出不完整",
        },
        en: {
            message:
                `${counted(p.count, "row")} of ${p.part} found in ${p.whole} too and counted once, by ${p.whole}: ` +
                (p.by === "transaction"
                    ? `hash (or the exchange's number of the transfer)${p.fee === "within" ? " and asset are the same, and the amounts differ by exactly the fee" : ", asset and amount are the same"}`
                    : "what was given and what was received are the same, less than 5 minutes apart") +
                ` (${commas(p.place)}${p.more > 0 ? `, and ${String(p.more)} more` : ""})` +
                (p.alone === "" ? "" : `; rows of that time that the other file lacks all count: ${commas(p.alone)}`),
            hint:
                p.alone === ""
                    ? "both files are kept; nothing needs to be done"
                    : "check the rows that one file alone has: the other may be incomplete",
        },
    }),
    "ledger.overlap.doubt": (p) => ({
        "zh-CN": {
            message:
                p.by === "amount"
                    ? `${p.place}是同一笔（交易哈希或者平台的转账编号相同），数量却不同，两个文件的合计都不采用`
                    : `${p.place}可能是同一笔，也可能是两笔，看不出来，两个文件的合计都不采用`,
            hint: "请对照交易所页面或者链上记录核实这两行，再重新导出其中一个；是两个账户的，请在“导出文件”中填各自的 UID；分不清的，只留下更完整的那个文件",
        },
        en: {
            message:
                p.by === "amount"
                    ? `${commas(p.place)} are one transfer (one hash, or one number of the exchange) with two amounts; totals of neither file are used`
                    : `${commas(p.place)} may be one event or two, and nothing tells which; totals of neither file are used`,
            hint: "look both rows up at the exchange or on the chain and export one of the files again; if they are of two accounts, enter each UID under Exports; if it cannot be told, keep the more complete file alone",
        },
    }),
    "ledger.columns.absent": (p) => ({
        "zh-CN":
            p.by === "report"
                ? {
                      message: `${p.label} 填了各列是什么，没有填是什么记录，各行没有读取`,
                      hint: "请在“导出文件”中选它是什么记录：有进有出的选 账户流水，只有转出的选 提现",
                  }
                : {
                      message: `“各列是什么”中写的 ${p.columns === "" ? "列名" : p.columns} 在 ${p.label} 的表头里没有，各行没有读取；表头是：${p.header}`,
                      hint: "等号右边请照抄表头，一个字、一个空格都不要改；一列只写一次",
                  },
        en:
            p.by === "report"
                ? {
                      message: `the columns of ${p.label} are named, and not what report it is, so its rows were not read`,
                      hint: "say under Exports what it records: a statement where rows come and go, withdrawals where they only leave",
                  }
                : {
                      message: `${p.columns === "" ? "a column" : commas(p.columns)} named under Exports is not in the header of ${p.label}, so its rows were not read; the header is: ${p.header}`,
                      hint: "copy the header behind the equals sign letter by letter, and name each column once",
                  },
    }),
    "ledger.columns.way": (p) => {
        const [zh, en] = WAYS[p.by]
        return {
            "zh-CN": {
                message: `${p.label} 里看不出哪些行是转入、哪些是转出，没有分开，合计可能把转入的也算了进去${zh.why}`,
                hint: zh.hint(p.column),
            },
            en: {
                message: `nothing tells which rows of ${p.label} came in and which left, so totals may have both${en.why}`,
                hint: en.hint(p.column),
            },
        }
    },
    "ledger.columns.decimals": (p) => ({
        "zh-CN": {
            message:
                p.by === "smallest"
                    ? `${p.label} 有一列“${p.column}”，数量可能是按最小单位写的（1.5 写成 1500000），没有换算`
                    : `${p.label} 的“${p.column}”一列，按列名是以千、万等为单位写的，没有换算，合计可能少算了`,
            hint:
                p.by === "smallest"
                    ? "请拿一笔知道数量的核对；是这样的，“数量”请改指已经换算好的那一列，没有这样的列，不要采用合计"
                    : "请拿一笔知道数量的核对；是这样的，请改指另一列，没有这样的列，不要采用合计",
        },
        en: {
            message:
                p.by === "smallest"
                    ? `${p.label} has a column ${p.column}: amounts may be counted in the smallest unit (1500000 for 1.5), and were not converted`
                    : `the column ${p.column} of ${p.label} counts in thousands or the like by its name, and was not converted: totals may be too low`,
            hint:
                p.by === "smallest"
                    ? "check with a row whose amount you know; if so, name the converted column as the amount, or do not use the totals"
                    : "check with a row whose amount you know; if so, name another column, or do not use the totals",
        },
    }),
    "ledger.overlap.beside": (p) => ({
        "zh-CN": {
            message: `${p.first} 和 ${p.second} 的时间有重叠，其中一个的各列是您说明的；看不出记的是不是同一批操作，两个文件都计入`,
            hint: "是同一个账户的同一批操作（例如一份中文、一份英文），合计就重复了，请从 exports 中删去一个，再运行 lerpack import；是另一个账户、另一个钱包的，请在“导出文件”中填各自的 UID 或者钱包地址",
        },
        en: {
            message: `${p.first} and ${p.second} cover the same time, and the columns of one were named; whether they tell of the same events cannot be told, and both count`,
            hint: "if they tell of the same events, as one list in two languages, totals have them twice: take one out of exports and run lerpack import; if not, enter each UID or wallet address under Exports",
        },
    }),
    "ledger.overlap.touch": (p) => ({
        "zh-CN": {
            message: `${p.first} 和 ${p.second} 在 ${p.at} 相接，这一刻有内容相同的行（${p.rows} 行），看不出是同一条还是几条，全部计入`,
            hint: "请重新导出一个包含这一刻前后的文件，换下其中一个，就能看出共有几条",
        },
        en: {
            message: `${p.first} and ${p.second} touch at ${p.at} with rows alike in that moment (rows: ${p.rows}); whether they are the same cannot be told, and all count`,
            hint: "export a file that reaches beyond that moment on both sides in place of one of them: it shows how many there are",
        },
    }),
    "ledger.rows.repeated": (p) => ({
        "zh-CN": {
            message: `${p.label} 里约有 ${String(p.count)} 行出现了两次（第 ${String(p.row)} 行起），像是把有重叠的几段粘贴在了一起；看不出哪些该去掉，全部计入`,
            hint: "合计可能偏大。请换上交易所导出的原始文件，几个文件分开放，重叠的部分会自动只算一次",
        },
        en: {
            message: `about ${counted(p.count, "row")} of ${p.label} found there twice (from row ${String(p.row)}), as if exports that overlap were pasted together; which of them to leave out cannot be told, and all count`,
            hint: "the sums may be too large; use the files as the exchange exports them, each by itself: what they share is then counted once",
        },
    }),
    "ledger.rows.same-transaction": (p) => ({
        "zh-CN": {
            message: `${p.place}是同一笔链上交易（交易哈希 ${p.hash}）${p.count > 1 ? `，这样的共 ${String(p.count)} 笔` : ""}；两个文件的账户或者收款地址不同，两处都计入`,
            hint: "如果是同一笔，合计偏大。请只保留两个文件中更完整的一个，或者在“导出文件”中只选其中一个的行",
        },
        en: {
            message: `${commas(p.place)} are one transaction of a chain (hash ${p.hash})${p.count > 1 ? `, the first of ${String(p.count)}` : ""}; the files differ in account or receiver, and both count`,
            hint: "if they are one, the sums are too large; keep the more complete of the two files, or choose rows of one of them alone",
        },
    }),
    "ledger.rows.hidden": (p) => {
        const parts = [
            ...(p.isHidden === "sheet"
                ? [[`整张表（${String(p.count)} 行）`, `the whole sheet (${counted(p.count, "row")})`]]
                : []),
            ...(p.isHidden === "no" && p.count > 0
                ? [[`${String(p.count)} 行（第 ${p.rows} 行）`, `${counted(p.count, "row")} (${p.rows})`]]
                : []),
            ...(p.columns === "" ? [] : [[`${p.columns} 列`, `columns ${commas(p.columns)}`]]),
        ]
        return {
            "zh-CN": {
                message: `${p.label} 的工作表“${p.sheet}”里有隐藏（或者被筛选掉）的内容，仍然计入：${parts.map(([zh]) => zh).join("；")}`,
                hint: "隐藏不等于没有这些记录，所以照常计算；打开文件核对合计时，请先取消筛选和隐藏。不该计入的，请写明不是本人操作的行，不要把它们写进去",
            },
            en: {
                message: `sheet "${p.sheet}" of ${p.label} has parts that are hidden or filtered out and count all the same: ${parts.map(([, en]) => en).join("; ")}`,
                hint: "a hidden record is still one; unhide and clear filters before comparing totals with the file. Where they should not count, list the rows that are not yours under Exports without them",
            },
        }
    },
    "ledger.rows.shortened": (p) => ({
        "zh-CN": {
            message: `${p.label} 有 ${String(p.count)} 行的数量可能被表格软件缩短：写成 1.24E-05 这样只有三位数字，或者像 12500.12346 这样正好占满一格的 11 个字符；按文件中的数字计入`,
            hint: "请换上交易所导出的原始文件；没有的，合计的末尾几位不要当作准确值",
        },
        en: {
            message: `${counted(p.count, "row")} of ${p.label} with amounts that a spreadsheet may have shortened, such as 1.24E-05 with three figures, or 12500.12346 with the 11 characters that a cell shows; they were counted as they stand`,
            hint: "use the file as downloaded; where there is none, do not take the last places of the totals as exact",
        },
    }),
}
