import type { RowReason, UnreadReason } from "../base/issues/ledger.ts"
import type { Words } from "../base/lang.ts"

/** Why a file or a row of an export is not read, and what to do; findings, the terminal and papers say it alike. */

export const UNREAD: Readonly<Record<UnreadReason, { readonly what: Words; readonly hint: Words }>> = {
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
    positions: {
        what: {
            "zh-CN": "是合约持仓历史，一行是一个仓位的结果，不参加计算",
            en: "is a history of positions, one row for the result of each, and is not reckoned with",
        },
        hint: {
            "zh-CN": "作为证据保留；盈亏按逐笔记录计算，没有的请再导出合约的历史成交和资金流水",
            en: "it stays evidence; results are reckoned from single records: add the futures trade history and transaction history if they are not there",
        },
    },
    earn: {
        what: {
            "zh-CN": "是理财记录（申购、赎回、收益），不参加计算",
            en: "is a list of earn products (subscribed, redeemed, earned) and is not reckoned with",
        },
        hint: {
            "zh-CN": "作为证据保留；同样的变动在账户流水里都有，没有账户流水的请再导出",
            en: "it stays evidence; the statement has the same changes: add it if it is not there",
        },
    },
    plan: {
        what: {
            "zh-CN": "是定投记录，不参加计算",
            en: "is a list of recurring purchases and is not reckoned with",
        },
        hint: {
            "zh-CN": "作为证据保留；同样的兑换在闪兑记录里都有，没有的请再导出",
            en: "it stays evidence; the list of conversions has the same rows: add it if it is not there",
        },
    },
    "access-log": {
        what: {
            "zh-CN": "是登录、设备一类的记录，没有资产数量，不参加计算",
            en: "is a log of sign-ins or devices, has no amounts and is not reckoned with",
        },
        hint: {
            "zh-CN": "作为证据保留；其中不是您本人的 IP 和登录时间是线索，请填进案件信息的“IP 地址”和“时间线”",
            en: "it stays evidence; addresses and times that are not yours are leads: enter them under IP addresses and Timeline",
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
        what: {
            "zh-CN": "是 Excel 97 以前的 XLS，或者里面没有工作表，读不出",
            en: "is an XLS file of before Excel 97, or has no sheets, and is not read",
        },
        hint: {
            "zh-CN":
                "原件保留。用 WPS 或 Excel 打开它，点“文件”“另存为”，文件类型选“Excel 工作簿（*.xlsx）”（WPS 为“Microsoft Excel 文件（*.xlsx）”），保存后放进同一个文件夹；不要只改文件名的后缀，不要存成 CSV（长订单号会变）。能到交易所重新导出 CSV 的，导出更好",
            en: 'keep it; open it in Excel or WPS, choose File, Save As, file type "Excel Workbook (*.xlsx)", and put the copy into the same folder. Do not merely rename it, and do not save it as CSV, which spoils long numbers; better still, export CSV from the exchange',
        },
    },
    password: {
        what: { "zh-CN": "有密码，打不开", en: "is protected by a password" },
        hint: {
            "zh-CN": "原件保留；压缩包请用密码解压，把里面的表格放进来；表格请去掉密码另存一份，或导出 CSV",
            en: "keep it; unpack an archive with its password and add the tables, save a table without the password, or export CSV",
        },
    },
    archive: {
        what: { "zh-CN": "是压缩文件，没有打开", en: "is an archive that was not opened" },
        hint: {
            "zh-CN": "原件保留；请解压后把里面的表格放进来",
            en: "keep it; unpack it and add the tables that are in it",
        },
    },
    office: {
        what: {
            "zh-CN": "是 ODS、Numbers 等办公软件的文件，各行不读取",
            en: "is a file of an office program (ODS, Numbers), whose rows are not read",
        },
        hint: {
            "zh-CN": "作为证据保留；请到交易所导出 CSV 或 XLSX，或者在原来的软件里另存为 CSV，再放一份",
            en: "it stays evidence; export CSV or XLSX from the exchange, or save it as CSV, and add that",
        },
    },
    nested: {
        what: { "zh-CN": "是压缩包里的压缩包，没有打开", en: "is an archive within an archive and was not opened" },
        hint: { "zh-CN": "请解压后把里面的表格放进来", en: "unpack it and add the tables that are in it" },
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

export const REASONS: Readonly<Record<RowReason, Words>> = {
    "number-damaged": {
        "zh-CN": "数字被表格软件改写，末尾的数字已丢失",
        en: "a spreadsheet rewrote the number and its last digits are gone",
    },
    "number-ambiguous": {
        "zh-CN": "分不清逗号或者点是千分位还是小数点",
        en: "whether the comma or point groups digits or marks decimals is not clear",
    },
    "number-malformed": { "zh-CN": "不是数字", en: "no number" },
    time: {
        "zh-CN": "日期认不出：可能分不清哪个是年、月、日，也可能被表格软件改写",
        en: "the date is not understood: year, month and day cannot be told apart, or a spreadsheet rewrote it",
    },
    cells: { "zh-CN": "缺少几列，这一行可能不完整", en: "columns are missing; the row may be cut off" },
    torn: { "zh-CN": "引号没有配对", en: "a quotation mark is never closed" },
    "too-long": {
        "zh-CN": "这一行长得不像一条记录（超过 65536 个字），没有读取；换行可能丢了，请重新导出",
        en: "the line is too long to be a record (more than 65,536 characters) and was not read; line ends may be lost: export it again",
    },
    side: { "zh-CN": "买卖方向认不出", en: "neither buy nor sell" },
    "no-value": {
        "zh-CN": "这一格的公式没有存下结果，或者结果是错误、真假值",
        en: "the formula of this cell has no stored result, or an error or a truth value",
    },
    missing: { "zh-CN": "这一格是空的", en: "the cell is blank" },
    header: {
        "zh-CN": "从这一行起是另一种表头，后面各行没有读取；请把合并的文件按原来下载的分开放",
        en: "another header begins here, and no row below it was read; add the files as they were downloaded, not joined",
    },
    total: { "zh-CN": "像是合计行，不是一条记录", en: "it looks like a sum of other rows and is no record" },
    above: {
        "zh-CN": "这一行在表头上面，没有读取；表头可能被一起排序了，请把表头移回第一行，或者换上原来下载的文件",
        en: "it stands above the header and was not read; the header may have been sorted in among the rows: move it back to the top, or use the file as downloaded",
    },
    "no-column": {
        "zh-CN": "没有说明哪一列是它",
        en: "no column was named as it",
    },
    "report-unknown": { "zh-CN": "不知道是充值还是提现", en: "deposit or withdrawal is not known" },
}

/** What to do about rows that cannot be read, where exporting again would not help. */
export const ROW_HINTS: Readonly<Partial<Record<RowReason, Words>>> = {
    "no-column": {
        "zh-CN": "请在“导出文件”的“各列是什么”里补上这一列",
        en: "add that column to what the columns are, under Exports",
    },
    "report-unknown": {
        "zh-CN": "请在“导出文件”中把是什么记录改选“充值”或者“提现”",
        en: "choose deposits or withdrawals as the report, under Exports",
    },
    side: {
        "zh-CN": "请核对写方向的那一列：要写明买入、卖出，或者转入、转出；“各列是什么”是您填的，请看“方向”指的列对不对",
        en: "check the column of the side, which says buy or sell, in or out; if you named the columns, see whether it is the right one",
    },
}
