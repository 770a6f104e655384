import type { Words } from "../../../base/lang.ts"
import { counted } from "../../../messages/message.ts"
import { pair } from "../state.ts"

/** Words of the first door. Questions, hints and examples stand in `facts/case/form/`. */

export const TITLE = pair("报案人", "The one who reports")
export const START = pair("整理您的材料", "Prepare your packet")
export const START_TEXT = pair(
    "先做“现在就做”，材料可以后整理。顺序随意，随时可以停下；存成工作文件，下次接着做。",
    "First do what has to be done now; the packet can wait. Answer in any order and stop at any time: a working file keeps it all.",
)
export const NEW = pair("新建", "New")
export const OPEN = pair("打开工作文件或者案件文件夹", "Open a working file or a case folder")
export const NEVER = pair(
    "密码、API 密钥本身、助记词、验证码，不写进任何地方。",
    "Never write a password, an API secret, a seed phrase or a one-time code anywhere.",
)
export const TASKS = pair("您的材料", "Your packet")
export const TASKS_TEXT = pair(
    "顺序随意，随时可以停下。必答的答完，就能先做一份材料包。",
    "In any order; stop at any time. With the required answers a first packet can be made.",
)
export const NOW = pair("现在就做", "Do now")
export const NOW_TASK = pair("停止损失、保留证据的几件事", "What stops the loss and keeps evidence")
export const NOW_TEXT = pair(
    "做完一项勾一项。勾选只在本页，不进入材料。",
    "Tick what is done. Ticks stay on this page only.",
)
export const NOW_PRINT = pair(
    "也可以打印：生成材料时，“报案人留存”里有同样的一页。",
    "To print: the same page lies in 报案人留存 when the packet is made.",
)
export const REQUIRED = pair("必答十二问", "Twelve required questions")
export const MORE = pair("有就填", "As far as there is any")
export const EVIDENCE = pair("证据和导出文件", "Evidence and export files")
export const FINISH = pair("检查和制作", "Check and make")
export const OPTIONAL = pair("选答", "optional")
export const LOOKING = pair("正在查看", "being looked at")
export const DONE = pair("已答", "answered")
export const NOT_CHECKED = pair("还没检查", "Not checked yet")
export const OPEN_STATE = pair("未答", "to answer")
export const NOT_ASKED = pair("您的情况不用答", "not asked in your case")
export const WRONG = (count: number): Words => pair(`须改正 ${String(count)}`, `${String(count)} to correct`)
export const TO_CHECK = (count: number): Words => pair(`请核对 ${String(count)}`, `${String(count)} to check`)
export const COUNT = (count: number): Words => pair(`${String(count)} 项`, `${String(count)}`)
export const FILES = (count: number): Words => pair(`${String(count)} 件`, counted(count, "file"))
export const DID = (done: number, all: number): Words =>
    pair(`做了 ${String(done)} 件，共 ${String(all)} 件`, `${String(done)} of ${String(all)} done`)
export const SAVE_WORK = pair("保存工作文件", "Save the working file")
export const SAVE_WORK_TEXT = pair(
    "一个 ZIP，装着全部回答和文件，下次打开接着做，也可以用命令行继续。里面有您的个人信息，只放在自己的电脑或者 U 盘里。",
    "A ZIP with all answers and files, to go on later here or on the command line. It holds personal data: keep it on your own computer or stick.",
)
export const SAVE_WITHOUT = (names: string, count: number): Words =>
    pair(
        `有 ${String(count)} 个文件读不到了（被移走、改动，或者 U 盘拔了）：${names}。现在存下的工作文件里不会有，回答都会有。放回原处再存，就都有；先这样存的，请另取名称，不要盖掉以前存的。先这样存吗？`,
        `${count === 1 ? "A file" : `${String(count)} files`} can be read no more (moved, changed, or on a stick that was pulled): ${names}. A working file saved now has all answers and lacks ${count === 1 ? "it" : "them"}. Put back where ${count === 1 ? "it was" : "they were"}, all will be saved; else keep the earlier working file and save this one under another name. Save it without?`,
    )
export const CLOSE_CASE = pair("关闭这个案件", "Close this case")
export const CLOSE_SURE = pair(
    "有未保存的内容，关闭就没有了。确定关闭吗？",
    "What is not saved will be gone. Close all the same?",
)
export const SKIP_FOR_NOW = pair("先跳过", "Skip for now")
export const BACK_TO_TASKS = pair("返回任务清单", "Back to the task list")
export const BACK_TO_FILES = pair("返回文件清单", "Back to the list of files")
export const BACK_TO_LIST = (title: string): Words => pair(`返回“${title}”`, `Back to “${title}”`)
export const UNKNOWN = pair("不清楚", "Not known")
export const NO_ANSWER = pair("不填", "No answer")
export const EXAMPLE = pair("例：", "For example: ")
/** Within a field, where a bare example is taken for an answer. */
export const SUCH_AS = (text: string): Words => pair(`例：${text}`, `e.g. ${text}`)
export const READ_AS = pair("读作：", "Read as: ")
export const REQUIRED_MARK = pair("必答", "required")
export const FREE_TEXT = pair("照原样写", "Write it as it stands")
export const TIME_HINT = pair(
    "只知道哪一天的，几点几分空着；记不准的勾“大约”；完全不知道的选“不清楚”",
    "leave the time of day blank where only the day is known; tick “about”, or choose “not known”",
)
export const LABELS_HINT = pair("登记文件以后，从下面选", "once files are registered: choose them below")
export const YUAN = pair("人民币 CNY", "yuan CNY")
export const DATE = pair("日期", "Date")
export const DATE_FAULT = (typed: string): Words =>
    pair(
        `“${typed}”读不成日期：依次写四位的年、月、日，如 2023-11-09；只记得月份的选“不清楚”，月份写在内容或者经过里`,
        `“${typed}” cannot be read as a date: write the year in four figures, then month and day, as 2023-11-09; of a month alone choose “not known” and tell the month in words, under Course`,
    )
export const WHICH_DAY = (typed: string, days: readonly string[]): Words =>
    pair(
        `“${typed}”是哪一天？可能是 ${days.join("，也可能是 ")}；请在下面点选，或者写四位的年`,
        `Which day is “${typed}”? It may be ${days.join(" or ")}: choose below, or write the year in four figures`,
    )
export const NO_SUCH_TIME = (typed: string): Words =>
    pair(`没有 ${typed} 这个时间，请核对`, `there is no ${typed}; please check it`)
export const CLOCK_FAULT = (typed: string): Words =>
    pair(
        `“${typed}”读不成时间：用 24 小时制，如 15:30 或者 15:30:08`,
        `“${typed}” cannot be read as a time of day: with 24 hours, as 15:30 or 15:30:08`,
    )
export const TICK_SEVERAL = pair("可以选几项", "choose as many as apply")
export const IN_PARTS = pair("分成日期、几点几分来填", "Fill in date and time of day")
export const CLOCK = pair("几点几分（可以不写）", "Time of day (may be blank)")
export const ZONE = pair("时区", "Time zone")
export const BEIJING = pair("北京时间", "Beijing time")
export const UTC = pair("UTC（导出文件多为此种）", "UTC (most export files)")
export const NO_ZONE = pair("页面没有写", "not stated there")
export const ABOUT = pair("记不准，大约", "about, not exact")
export const NO_SECRET = pair(
    "看过了：这里没有密码、密钥或助记词",
    "I have looked: there is no password, key or recovery phrase here",
)
export const CHOOSE_EVIDENCE = pair("从登记过的文件中选", "Choose among registered files")
export const NO_EVIDENCE = pair("还没有登记文件。", "No files are registered yet.")
export const ANOTHER = pair("再写一项", "One more")
export const FILL_LISTS = pair("一项一项填的", "Filled in entry by entry")
export const ADD_ENTRY = pair("添加一项", "Add an entry")
export const ENTRY = (number: number): Words => pair(`第 ${String(number)} 项`, `Entry ${String(number)}`)
export const NO_ENTRIES = pair("还没有填。", "Nothing yet.")
export const EDIT = pair("修改", "Change")
export const REMOVE_ENTRY = pair("删除这一项", "Remove this entry")
export const ALL_ENTRIES = (count: number): Words => pair(`全部 ${String(count)} 项`, `all ${String(count)} entries`)
export const REMOVE_ALL = (count: number): Words =>
    pair(`删除全部 ${String(count)} 项`, `Remove all ${String(count)} entries`)
/** What the sheets of the workbook say over their rows, for a page for each entry. */
export const LIST_GUIDES: Readonly<Record<string, Words>> = {
    "loss.assets": pair(
        "一种币填一项。数量从导出文件复制；约数写“约 3.5”，不知道的选“不清楚”。",
        "One entry for each asset. Copy quantities from the exports; “about 3.5” and “not known” will do.",
    ),
    transfers: pair(
        "币或钱去了哪里：提币、划转、自己付出去的，一笔填一项。地址和交易哈希从提币记录中整串复制；银行转账的币种填 CNY，对方账户另在“收款账户”中填。",
        "Where it went: withdrawals, transfers and payments, one entry each. Copy addresses and hashes whole; for a bank transfer the asset is CNY, and the account is entered under Bank accounts.",
    ),
    bankAccounts: pair(
        "钱从银行、支付宝、微信付给了谁：对方的每个账户填一项。",
        "Accounts at banks and payment services to which money was sent, one entry each.",
    ),
    orders: pair(
        "不是您本人下的订单，一笔填一项；订单号从导出文件复制。很多的，只填最大的、第一笔和最后一笔，其余见导出文件。",
        "Orders that are not yours, one entry each; copy order ids from the export. Of very many only the largest, the first and the last.",
    ),
    reports: pair(
        "公安机关、交易所客服、银行、举报网站，每次填一项；还没有的不填。",
        "Reports made to police, support, banks or web sites, one entry each; none where there is none.",
    ),
    sites: pair("假网站也填在这里。", "False web sites too."),
    socialAccounts: pair("假客服的账号也填在这里。", "Accounts of false support too."),
    ips: pair("陌生登录的 IP 也填在这里。", "Addresses of log-ins that are not yours too."),
    organisations: pair(
        "可能有关的企业，一家填一项，照公示系统填写，只作线索。",
        "Companies that may have to do with it, as in the public register; leads only.",
    ),
    timeline: pair(
        "重要的时间点，一件填一项。同一操作另有不同时间的说法，在“另一种时间”中填。",
        "What happened when, one entry each; another time told of the same operation goes to Other times told.",
    ),
    positions: pair(
        "交易所客服、第三方等各自怎么说，一方填一项。不写民警的说法。",
        "What support and others say, one entry for each party; not what the police say.",
    ),
    "loss.equivalents": pair("损失折算成别的币或人民币的。", "Losses expressed in another asset."),
    "loss.c2c.buys": pair("C2C 买入的合计，一种币填一项。", "Totals bought, one entry for each asset."),
    "loss.c2c.sells": pair("C2C 卖出的合计，一种币填一项。", "Totals sold, one entry for each asset."),
    statedCounts: pair("程序拿它与您填的各项核对。", "They are held against your entries."),
}
export const PASTE = pair("粘贴表格", "Paste a table")
export const PASTE_TEXT = pair(
    "在 Excel、WPS 或者网页的表格里选中几行，复制，粘贴到下面；再选每一列是什么。不要的列选“不用”。",
    "Copy rows from Excel, WPS or a web page, paste them below, and say what each column is.",
)
export const PASTE_FIELD = pair("粘贴到这里", "Paste here")
export const UNUSED = pair("不用", "not used")
export const COLUMN = (number: number): Words => pair(`第 ${String(number)} 列`, `Column ${String(number)}`)
export const TAKE_ROWS = (count: number): Words => pair(`填入 ${String(count)} 行`, `Take ${counted(count, "row")}`)
export const MORE_ROWS = (most: number, rest: number): Words =>
    pair(
        `一次填入 ${String(most)} 行；余下的 ${String(rest)} 行还留在框里，填入以后再按一次。`,
        `${String(most)} rows are taken at once; what is left (${counted(rest, "row")}) stays in the box for the next time.`,
    )
export const FIRST_ROW = pair("第一行是表头，不填入", "The first row is a heading and not taken")
export const PRINTED_ZONE = pair("表里的时间都是", "Times in the table are")

export const EVIDENCE_TITLE = pair("截图、录音、聊天记录等", "Screenshots, recordings, chats and the like")
export const EXPORTS_TITLE = pair("交易所导出的文件", "Export files of the exchange")
export const ADD_EVIDENCE = pair("添加证据文件", "Add evidence")
export const ADD_EVIDENCE_TEXT = pair(
    "原样放，不改内容，不画框。每个文件得到一个编号（E001…），校验值当场算出。刚截的图也可以直接粘贴（Ctrl+V）。",
    "As they are, nothing drawn or cut. Each gets a label (E001…) and its hash at once. A screenshot just taken may be pasted (Ctrl+V).",
)
/** Name of a picture out of the clipboard. */
export const PASTED = (at: string) => pair(`截图${at}`, `screenshot-${at}`)
export const ADD_EXPORTS = pair("添加导出文件", "Add export files")
export const ADD_EXPORTS_TEXT = pair(
    "从交易所下载的原始文件（CSV、Excel、ZIP 等），不要打开再存。编号 X01…",
    "The files as downloaded (CSV, Excel, ZIP), not opened and saved again. Labels X01…",
)
export const TAKEN = (names: string): Words =>
    pair(
        `已经有同名的文件，没有再加：${names}。如果是另一个文件，改个文件名再添加，内容不动。`,
        `There is a file of that name already, not added: ${names}. If this is another file, rename it, without changing what is in it, and add it again.`,
    )
export const REGISTER = pair("登记文件", "Register files")
export const TO_DESCRIBE = pair("未说明", "not described")
export const DESCRIBED = pair("已说明", "described")
export const CAPTION = pair("说明（图片内容用中文写清）", "Caption (in Chinese for a picture)")
export const CAPTION_HINT = pair(
    "写清图片或文件里能看到什么、哪一天、哪个页面；外文截图写出中文意思。",
    "What can be seen, of which day and page; say in Chinese what foreign text means.",
)
export const SOURCE = pair("来源", "Source")
export const SOURCE_HINT = pair(
    "例如：本人手机截屏、平台网页导出、客服邮件、他人转发（写明是谁）。",
    "Own screenshot, export of the web site, mail of the support, forwarded by (say whom).",
)
export const MAKER = pair("制作人", "Made by")
export const MAKER_HINT = pair("截图、录音录像或导出的人。", "Who took the screenshot, recorded or exported.")
export const METHOD = pair("制作方法/设备", "Method, device")
export const METHOD_HINT = pair(
    "例如：手机型号加截屏；电脑浏览器登录后导出。",
    "Model of the phone; exported in a browser.",
)
export const ORIGINAL = pair("原始载体及存放处", "Original and where it is")
export const ORIGINAL_HINT = pair(
    "原始文件在哪台手机、电脑里，由谁保管。",
    "On which phone or computer the original is, and who keeps it.",
)
export const OTHERS = pair("是否含他人信息", "Data of other persons in it")
export const OTHERS_HINT = pair(
    "图中有没有别人的姓名、头像、账号、电话、收款码等。",
    "Names, portraits, accounts, telephones or payment codes of others.",
)
export const FOREIGN = pair("是否含外文", "Foreign language in it")
export const SHARE = pair("给谁看", "Who gets it")
export const SHARES = {
    none: pair("都不给：不放进材料包", "nobody: not in the packet"),
    police: pair("只给民警", "the police only"),
    recipient: pair(
        "民警和境外收件方（最多十张，须不含他人信息或者已遮盖）",
        "police and exchange (ten at most; without data of others, or masked)",
    ),
}
/** The same in a list of files. */
export const SHARES_SHORT = {
    none: pair("不放进材料包", "not in the packet"),
    police: pair("只给民警", "the police only"),
    recipient: pair("民警和境外收件方", "police and exchange"),
}
export const HANDING = pair("移交方式", "How it is handed over")
export const HANDINGS = {
    packet: pair("随材料包", "in the packet"),
    separately: pair("另盘移交（太大，或者不便放进材料包）", "on a disc of its own (too large)"),
}
export const YES = pair("是", "Yes")
export const NO = pair("否", "No")
export const SEVERAL_FILES = pair("几个文件一起说明", "Describe several at once")
export const SEVERAL_TEXT = pair(
    "勾选文件，只填要改的几项；空着的不改。",
    "Tick files and fill in what is to change; what is blank stays as it is.",
)
export const ALL_FILES = pair("全部文件", "All files")
export const APPLY = (count: number): Words =>
    pair(`写入 ${String(count)} 个文件`, `Write to ${counted(count, "file")}`)
export const MASK = pair("遮盖", "Mask")
export const MASK_TEXT = pair(
    "在图上按住鼠标拖出要涂黑的地方；也可以选中一个框，用方向键移动，按住 Shift 用方向键改大小，按 Delete 删除。长图在里面滚动。原图不变，只给民警；给境外收件方的是涂黑的一份。",
    "Drag over what is to be blacked out; or select a box and move it with the arrow keys, with Shift for its size, Delete removes it. A long picture scrolls. The original stays as it is, for the police only; the exchange gets the masked copy.",
)
export const NO_MASK = pair(
    "这种格式的图片不能遮盖（能遮盖的是 PNG 和 JPEG）。图中有他人信息又要给境外收件方的，另存为 PNG，作为另一个文件添加；这一件原样留着，只给民警。",
    "A picture of this format cannot be masked (PNG and JPEG can). Where it shows data of others and is to go to the exchange, save it as PNG and add that as another file; this one stays as it is, for the police.",
)
export const PICTURE = pair("图片", "Picture")
export const ADD_BOX = pair("添加一个框", "Add a box")
export const BOX = (number: number): Words => pair(`第 ${String(number)} 个框`, `Box ${String(number)}`)
export const NEXT_FILE = pair("保存，下一个", "Save, next one")

export const CHARTS = {
    timeline: pair("时间轴图", "Timeline as a picture"),
    screens: pair("事发前后对比图", "Before and after as a picture"),
}
export const CHART_TEXT = pair(
    "文书里将印成这样，随您的填写更新。",
    "The documents, which are in Chinese, will print this; it follows what you type.",
)
export const NO_CHARTS = {
    timeline: pair(
        "写明时区的事件有三件以上（最多四十件），文书里就有这张图，这里先画给您看。",
        "With three events or more (forty at most) that have a time zone the documents show a timeline; it is drawn here first.",
    ),
    screens: pair(
        "事发前、事发后的数额都填了，币种相同，文书里就有这张图，这里先画给您看。",
        "With both amounts given in the same asset the documents show them as bars; they are drawn here first.",
    ),
}
export const CHART_IN_WORDS = pair("图中内容的文字说明", "The picture in words (Chinese)")

export const CHECK = pair("检查", "Check")
export const CHECK_TASK = pair("检查全部回答和文件", "Check all answers and files")
export const CHECK_FINE = pair("没有发现问题。", "Nothing found.")
export const CHECK_SCOPE = pair(
    "只比对您填写的内容和登记的文件，不判断事实。“须改正”一定要改；“请核对”看一遍，没有写错就不用改。",
    "Answers and files are compared with each other; facts are not judged. What is to correct stops the packet; the rest you look at once.",
)
export const SHOWN = pair("程序读到的内容", "What was understood")
export const ANSWER = pair("回答", "Answer")
export const QUESTION = pair("问题", "Question")
export const MAKE = pair("制作材料包", "Make the packet")
export const MAKE_TEXT = pair(
    "做出两个文件夹：“交民警”，里面是要打印的纸和材料包（一个 ZIP）；“报案人留存”，您自己留着。",
    "Two folders come out: 交民警 for the police, papers to print and the packet (one ZIP); 报案人留存, which stays with you.",
)
export const UNSIGNED = pair(
    "不签名（默认）：由谁提供，看纸质《材料核对单》。",
    "Unsigned (as a rule): who provides it stands on the paper sheet.",
)
export const SIGNING = pair("签名", "Signature")
export const SIGNED = pair("用我的密钥签名", "Sign with my key")
export const SIGNED_OTHER = pair("用另一把密钥签名", "Sign with another key")
export const KEY_FILE = pair("密钥文件（id_ed25519）", "Key file (id_ed25519)")
export const PASSPHRASE = pair("密钥的密码（没有就空着）", "Passphrase of the key (blank if none)")
export const KEY_TEXT = pair(
    "密钥只留在内存里，关闭页面就忘掉。",
    "It stays in memory only and is forgotten with the page.",
)
export const MADE = pair("做好了", "Done")
export const MADE_NEXT = pair(
    "把“交民警”里的纸打印出来，文件刻成光盘，或者拷进自备的新 U 盘，带身份证件去报案。不要用微信、网盘传。核对码写在《材料核对单》上。",
    "Print the papers of 交民警, put the files on a disc or a new stick and take them to the police with your ID. Do not send them by chat or cloud.",
)
export const FOR_POLICE = pair("交给民警的", "For the police")
export const FOR_POLICE_TEXT = pair(
    "整个文件夹交给民警；材料包（DRAFT-….zip）在其中的“材料包”里，不要解开。",
    "Hand over the whole folder; the packet (DRAFT-….zip) lies in 材料包 within it and stays packed.",
)
export const FOR_YOU = pair("您自己留的", "For yourself")
export const FOR_YOU_TEXT = pair(
    "回执、办理时限、救济途径，自己留着，不交。",
    "Receipt, deadlines, remedies: keep them, do not hand them over.",
)
export const CHECK_CODE = pair("核对码", "Check code")
export const SHA256 = pair("ZIP 的 SHA-256", "SHA-256 of the ZIP")
export const SIZE = pair("大小", "Size")
export const EIGHT = pair("八项信息", "The eight items")
export const EIGHT_TEXT = pair(
    "您能提供的：第 8 项，案件材料。其余七项由民警提供。",
    "You can give the eighth: the case materials. The police provide the other seven.",
)
export const REASON = pair("遮的是什么（只给民警看）", "What it hides (for the police only)")
export const ANOTHER_PART = pair("这一方的另一种说法", "Another statement of this party")
export const NEXT_ENTRY = pair("保存，再填一项", "Save, and one more entry")
export const POLICE_TOO = pair(
    "一般不填；“检查”说某一句不写入材料，而您确实要写入时，选“是”",
    "As a rule blank; choose “yes” where Check says a sentence is left out and you do want it in",
)
export const ASKED_OF = (name: string): Words => pair(`现在选的是：材料写给 ${name}。`, `The papers now go to ${name}.`)
export const ASK_INSTEAD = (name: string): Words => pair(`改成 ${name}`, `Change to ${name}`)
export const ASK_OTHER = pair("换一个交易所", "Choose another exchange")
