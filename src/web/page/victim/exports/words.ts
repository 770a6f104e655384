import type { Words } from "../../../../base/lang.ts"
import { counted } from "../../../../messages/message.ts"
import { pair } from "../../state.ts"

/** Words of the pages about export files. What stands in a ledger has its words in `messages/ledger-words.ts`. */

export const EXPORTS = pair("导出文件", "Export files")
/** What is to be said of rows: `isPaid` where the user paid somebody, which are rows of his or her own. */
export const EXPORTS_TASK = (isPaid: boolean): Words =>
    isPaid
        ? pair(
              "读出了什么，哪些行不是您操作的、是您受骗付出的",
              "What was read in them, and which rows are not yours or are payments that you were talked into",
          )
        : pair("读出了什么，哪些行不是您操作的", "What was read in them, and which rows are not yours")
export const EXPORTS_TEXT = pair(
    "交易所导出的文件逐行读出，逐笔相加，不估算。下面是每个文件读出了什么；文件自己没有写明的，请您补充。",
    "Files of the exchange are read row by row and added up exactly. Below is what was read in each; what a file does not say itself, you are asked.",
)
export const NO_EXPORTS = pair("还没有导出文件。", "There are no export files yet.")
export const ADD_FILES = pair("添加导出文件", "Add export files")
export const UNKNOWN_HEADER = pair("表头不认识，各行没有读取", "The header is not known; no row was read")
export const READ_FINE = pair("已读出", "read")
export const NOT_READ = pair("未读出", "not read")
export const TO_ANSWER = (count: number): Words => pair(`请您回答 ${String(count)}`, `${String(count)} to answer`)
export const READ_AGAIN = pair("重新读取", "Read again")
export const RESULT = pair("看计算结果", "Show the result")
export const BACK_TO_EXPORTS = pair("返回导出文件", "Back to the export files")
export const NEXT_EXPORT = pair("下一个文件", "Next file")
export const DESCRIBE = pair("说明这个文件的来源", "Say where this file comes from")
export const BY_NUMBER = pair("用编号填写要采用的行", "Name rows by their numbers")
export const OTHER_FINDINGS = pair("几个文件放在一起看", "The files together")

export const READ_AS = pair("识别为", "Read as")
export const ROWS = pair("行数", "Rows")
export const REACH = pair("起止", "From and to")
export const ACCOUNT = pair("账户 UID", "Account UID")
export const HEADER_ROW = (row: number): Words => pair(`表头在第 ${String(row)} 行`, `header in row ${String(row)}`)

export const ZONE = pair("这个文件里的时间是哪个时区的", "The time zone of this file")
export const ZONE_HINT = pair(
    "在交易所导出时，页面上一般写着时区；也可以拿一笔记得的操作比一比。",
    "The exchange's export page usually names it; or compare with an operation whose time you remember.",
)
export const ZONE_UTC = pair("UTC", "UTC")
export const ZONE_BEIJING = pair("北京时间（UTC+8）", "Beijing time (UTC+8)")
export const ZONE_OTHER = pair("其他", "another")
export const ZONE_UNKNOWN = pair("不清楚", "Not known")
export const ZONE_FIELD = pair("时区（如 UTC+9）", "Zone (as UTC+9)")
export const IS_PROPOSED = pair("（推定，请您确认）", " (proposed; please confirm)")
export const REPORT = pair("这个文件是什么记录", "What this file records")
export const DEPOSIT_HINT = pair(
    "充值和提现的表头一样，文件里看不出来。",
    "Deposits and withdrawals have the same header; the file does not tell.",
)
export const ACCOUNT_HINT = pair(
    "文件里没有写是哪个账户的。知道就填，不知道可以空着。",
    "The file does not say whose account it is. Fill it in if you know it.",
)
export const COLUMNS = pair("各列是什么", "What the columns are")
export const COLUMNS_HINT = pair(
    "表头不认识。先选这是什么记录，再给看得懂的列选上含义；看不懂的选“不用”，不要猜。",
    "The header is not known. Say what it records, then what each column holds; leave out what you are not sure of.",
)
export const COLUMNS_TYPED = pair(
    "表头没有显示出来。请照文件里的表头写：时间=成交时间；币种=Coin；变动=Change",
    "The header cannot be shown. Write it as the file has it: time=Filled At; asset=Coin; amount=Change",
)
export const HEADER = pair("表头", "Header")
export const MEANING = pair("是什么", "Holds")
export const MEANING_OF = (header: string): Words => pair(`“${header}”是什么`, `What “${header}” holds`)
export const AFTER_ANSWER = pair("答完点“重新读取”，看读出了什么。", "Then press “Read again” and see what was read.")

export const SEE_ROWS = (isPaid: boolean): Words =>
    isPaid
        ? pair(
              "逐行查看，勾出不是您操作的、受骗付出的",
              "Look at the rows and tick those that are not yours, or that you were talked into",
          )
        : pair("逐行查看，勾出不是您操作的", "Look at the rows and tick those that are not yours")
export const ROWS_TITLE = (label: string): Words => pair(`${label} 的各行`, `Rows of ${label}`)
export const ROWS_TEXT = (isPaid: boolean): Words =>
    isPaid
        ? pair(
              "哪些行不是您本人操作的，哪些是您受骗付出的，由您来勾，程序不替您判断。拿不准的不勾，向民警说明。",
              "Which rows are not yours, and which are payments that you were talked into, is for you to say; the program does not judge. Leave what you are not sure of, and tell the police.",
          )
        : pair(
              "哪些行不是您本人操作的，由您来勾，程序不替您判断。拿不准的不勾，向民警说明。",
              "Which rows are not yours is for you to say; the program does not judge. Leave what you are not sure of, and tell the police.",
          )
export const PROPOSED = (count: number, from: string, to: string): Words =>
    pair(
        `您还没有勾过。暂时按您填写的首次、末次操作时间（${from} 至 ${to}，北京时间）推定了各文件中的 ${String(count)} 行，标着“推定”。`,
        `You have ticked nothing yet. Proposed for now: ${counted(count, "row")} of all files, by the first and last operation that you stated (${from} to ${to}, Beijing time).`,
    )
export const TAKE_PROPOSED = (isPaid: boolean): Words =>
    isPaid
        ? pair(
              "推定的各行，不是我操作的，就是我受骗付出的：就按这些",
              "The proposed rows are not mine, or paid by deception: take them",
          )
        : pair("推定的都不是我操作的，就按这些", "The proposed rows are not mine: take them")
export const TICK_BEGINS = pair(
    "改动任何一行，推定的各行就先作为您勾选的保存下来，再按您的改动来。",
    "With the first row that you change, the proposed rows become your list, and your change is made in it.",
)
export const NOTHING_PROPOSED = pair(
    "没有推定任何行：没有填写首次、末次操作时间，或者那段时间里没有记录。",
    "No row is proposed: the first and last operation are not stated, or there is no record between them.",
)
export const LISTED = (rows: string): Words =>
    pair(`这个文件里您勾了：第 ${rows} 行`, `Ticked in this file: rows ${rows}`)
export const LISTED_ALL = pair("这个文件里您勾了全部行", "All rows of this file are ticked")
export const LISTED_NONE = pair("这个文件里没有勾任何行。", "No row of this file is ticked.")
export const NOT_MINE = (isPaid: boolean): Words =>
    isPaid ? pair("不是本人操作，或者受骗付出", "Not mine, or paid by deception") : pair("不是本人操作", "Not mine")
export const TAKE_ROW = pair("填入订单、转出", "Into orders, transfers")
export const IS_GUESS = pair("推定", "proposed")
export const NOT_MINE_OF = (row: number, isPaid: boolean): Words => {
    const { "zh-CN": zh, en } = NOT_MINE(isPaid)
    return pair(`第 ${String(row)} 行：${zh}`, `Row ${String(row)}: ${en.charAt(0).toLowerCase()}${en.slice(1)}`)
}
export const TAKE_ROW_OF = (row: number): Words =>
    pair(`第 ${String(row)} 行：填入订单、转出记录`, `Row ${String(row)}: into orders, transfers`)
export const SHOW = pair("显示", "Show")
export const VIEWS = {
    all: pair("全部行", "all rows"),
    span: pair("一段时间内的", "those of a span"),
    chosen: pair("计算所用的", "those reckoned with"),
    aside: pair("不计和读不出的", "those not counted"),
}
export const SPAN_FROM = pair("从（按文件里的时间）", "From (by the file's clock)")
export const SPAN_TO = pair("到", "To")
export const SPAN_FAULT = (text: string): Words =>
    pair(`“${text}”读不成时间：写成 2023-03-20 17:49:08`, `“${text}” is no time: write 2023-03-20 17:49:08`)
export const TICK_MANY = pair("一次勾很多行", "Tick many rows at once")
export const TICK_VIEW = pair("显示范围内的都勾上", "Tick all that are shown, on all pages")
export const UNTICK_VIEW = pair("显示范围内的都不勾", "Untick all that are shown, on all pages")
export const FROM_ROW = pair("从第几行", "From row")
export const TO_ROW = pair("到第几行", "to row")
export const TICK_RANGE = pair("勾上", "Tick")
export const UNTICK_RANGE = pair("取消", "Untick")
export const SHIFT = pair(
    "也可以先勾一行，再按住 Shift 勾另一行，中间的一起勾上。",
    "Or tick a row and then another with Shift held down: those between are ticked too.",
)
export const ROW = pair("行", "Row")
export const NO_ROWS = pair("没有这样的行。", "There are no such rows.")
export const PREVIOUS = pair("上一页", "Previous page")
export const NEXT = pair("下一页", "Next page")
export const GO_TO_ROW = pair("跳到第几行", "Go to row")
export const GO = pair("跳到", "Go")

/** Columns of a table of rows, by their names in `facts/ledger/rows.ts`. */
export const COLUMN_NAMES: Readonly<Record<string, Words>> = {
    wall: pair("时间", "Time"),
    wallet: pair("账户", "Wallet"),
    operation: pair("操作", "Operation"),
    asset: pair("币种", "Asset"),
    amount: pair("数量", "Amount"),
    balance: pair("余额", "Balance"),
    symbol: pair("交易对", "Market"),
    side: pair("方向", "Side"),
    status_text: pair("状态", "Status"),
    price: pair("价格", "Price"),
    quantity: pair("委托数量", "Ordered"),
    filled: pair("成交数量", "Filled"),
    average: pair("均价", "Average"),
    value: pair("成交额", "Value"),
    fee1: pair("手续费", "Fee"),
    realised: pair("盈亏", "Realised"),
    order_id: pair("订单号", "Order id"),
    address: pair("地址", "Address"),
    tx_hash: pair("交易哈希", "Transaction"),
    counterparty: pair("对方", "Counterparty"),
}
export const SIDES: Readonly<Record<string, Words>> = { buy: pair("买入", "buy"), sell: pair("卖出", "sell") }

export const RESULT_TITLE = pair("计算结果", "Result")
export const RESULT_TEXT = pair(
    "按您勾选（或者推定）的行计算。数字逐行相加，不经估算；《损失计算说明》里印出同样的数字和算法，谁都可以照着重算。",
    "Reckoned with the rows that you ticked, or that are proposed. Figures are sums of rows; 损失计算说明 prints them with the method, so that anybody can repeat it.",
)
export const CHART = pair("先后顺序", "In order of time")
export const CHART_TEXT = pair(
    "所选各行里，每个市场的首笔、末笔，以及划转和提出。",
    "First and last of each market among these rows, and what was moved or withdrawn. Documents are in Chinese.",
)
export const CONTRADICTIONS = pair("与您填写的对不上", "Where it differs from what you typed")
export const CONTRADICTIONS_TEXT = pair(
    "写错了就去改；没有写错的，在框里说明原因，会和这一项一起印给民警看。",
    "Correct what is wrong; where it is right, say why in the box: it is printed for the police beside the finding.",
)
export const NO_CONTRADICTIONS = pair("与您填写的没有对不上的地方。", "Nothing differs from what you typed.")
export const YOUR_ANSWER = (id: string): Words => pair(`您的说明（${id}）`, `Your answer (${id})`)
export const UNFINISHED = pair(
    "必答的还没有答完，先不与您填写的内容核对。",
    "With required answers missing nothing is held against what you typed yet.",
)
/** What each part of the result means, by its name. */
export const MEANINGS: Readonly<Record<string, Words>> = {
    events: pair("下面的数字用的是这些行：", "The figures below are made of these rows:"),
    trades: pair(
        "每种币、每个合约一行：买了多少、付了多少，卖了多少、得了多少。合约买卖数量相等时，差额就是盈亏（负数是亏）。",
        "A line for each asset or contract. Where as much was sold as bought, the difference is the result; negative is a loss.",
    ),
    fees: pair("交易所收走的，单独列出。", "What the exchange took, by itself."),
    result: pair(
        "合约买卖的差额，再减去手续费和资金费。负数是亏。",
        "The difference of futures trades less fees and funding. Negative is a loss.",
    ),
    moves: pair(
        "同一账户内的划转不是损失，提出才离开账户。",
        "What is moved within the account is no loss; what is withdrawn has left it.",
    ),
    reconciliation: pair(
        "同一件事从两个文件、两种算法各算一遍，应当相等；不等的写出差多少。",
        "The same figure by two ways, which must agree; where they do not, the gap is given.",
    ),
    c2c: pair(
        "您自己与其他用户买卖的全部记录，按金额加权平均。",
        "All your own purchases from and sales to other users; averages are weighted by amount.",
    ),
    prices: pair(
        "同一种币的三种均价并排，说明卖出的价格与您自己平时的相比如何。是账户自己的成交价，不是市场价。",
        "Three averages of the same asset side by side. They are the account's own prices, not the market's.",
    ),
    signals: pair(
        "只列出规则、阈值和哪些行，供民警核对；不说明是谁、为什么。",
        "Rule, threshold and rows, for the police to check; they say neither who nor why.",
    ),
}
export const PRICE_OF = pair("币种 / 计价", "Asset / priced in")
export const ALL_EQUAL = (count: number): Words => pair(`${String(count)} 项相等`, `${String(count)} agree`)
export const SAVE_ROWS = pair("保存为文件", "Save as files")
export const SAVE_ROWS_TEXT = pair(
    "与命令行 ledger 命令写出的相同。CSV 用表格软件打开时，请按“文本”导入，否则长数字会被改掉。",
    "The same that the command ledger writes. Import the CSV as text: a spreadsheet rounds long numbers.",
)
export const FORMATS = {
    csv: pair("全部行，CSV", "All rows, CSV"),
    parquet: pair("全部行，Parquet", "All rows, Parquet"),
    json: pair("计算结果，JSON", "The result, JSON"),
}
