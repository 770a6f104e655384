import type { Words } from "../../../base/lang.ts"
import { CONDITION_ZH, LEAF_ZH, SUPPLIER_ZH } from "../../../editions/officer/checklist.words.ts"
import type { Conclusion, LeafState } from "../../../facts/checklist/checklist.ts"
import type { ConditionId } from "../../../facts/checklist/conditions.ts"
import type { Supplier } from "../../../facts/checklist/material.ts"
import type { PhotoRole } from "../../../facts/officer/photo-role.ts"
import type { PaperKind } from "../../../flows/officer/paper-folders.ts"
import { counted } from "../../../messages/message.ts"
import { pair } from "../state.ts"

/** Words of the second door. What the printed papers call a thing is taken from them. */

export const DOOR = pair("民警", "Officer")
export const TITLE = pair("我是办案民警", "I am the police officer")
export const INTRO = pair(
    "打开报案人交来的材料包，先看核对结果。全部在本机处理；请在能上互联网的办公电脑上操作，不用公安网电脑。程序不替代审批，直接向境外企业提出请求，请先听取法制部门意见。",
    "Open the packet that the victim handed over; the verdict comes first. Everything stays on this computer. The program does not replace approval; ask your legal department before writing to a foreign company.",
)
export const ASSURANCES: readonly Words[] = [
    pair(
        "页面不连接网络，也不会替您发送：发什么、发给谁，由您在第二步以后自己办。",
        "The page uses no network and sends nothing for you: what is sent, and to whom, is yours to do after the second step.",
    ),
    pair(
        "页面里写的境外网址和邮箱只是文字，点不开；要用的时候，从官方页面进入核对。",
        "Foreign addresses on these pages are text and cannot be clicked; have them checked from the official page before use.",
    ),
    pair(
        "证件照只在内存里，关掉页面就没有了；批准、评估和五项发送条件缺一项，就不会写出。",
        "Photos of the police ID stay in memory and are gone when the page is closed; they are written only with approval, assessment and all five conditions of sending.",
    ),
]
export const DRAFT = pair("材料包", "The packet")
export const DRAFT_HINT = pair(
    "“DRAFT-….zip”，在光盘“交民警”的“材料包”里。接办的、再次请求的、登记答复的，打开层数最高的留存包“…-archive.zip”“…-archive-3.zip”。",
    "“DRAFT-….zip”; to take over a case, to ask once more or to register an answer, the archive with the highest layer, “…-archive.zip”, “…-archive-3.zip”.",
)
export const EARLIER = pair("接着做", "Go on with what you saved")
export const EARLIER_LABEL = pair(
    "民警信息表、第一步的文件夹、照片和扫描件",
    "Form, folder of the first step, photos and scans",
)
export const EARLIER_HINT = pair(
    "第一次做的，不用管这一栏。上次存的民警信息表（officer.xlsx 或者 officer.yaml）；第一步的“…-prepared”文件夹或者它的 ZIP；“证件照”“法律文书”“盖章公函”“同意书”几个文件夹。可以把整个办公文件夹一起拖进来。",
    "Not needed the first time. The form you saved (officer.xlsx or officer.yaml); the folder “…-prepared” of the first step or its ZIP; the folders 证件照, 法律文书, 盖章公函, 同意书. A whole office folder may be dropped at once.",
)
export const BLANK_FORM = pair("下载空白表", "Blank form")
export const BLANK_FORM_TEXT = pair(
    "民警信息表就在本页面里填，不必下载。想先用 WPS 或者 Excel 填、或者请同事填的，下载空白表，填好再拖进来。",
    "The form is filled in on this page. To fill it in with WPS or Excel, or have a colleague do so, take a blank one and drop it here afterwards.",
)
export const TAKEN = pair("已经收到", "Taken in")
export const TAKEN_FORM = (name: string): Words => pair(`民警信息表：${name}`, `form: ${name}`)
export const TAKEN_PREPARED = (count: number): Words =>
    pair(`第一步的文件夹：${String(count)} 个文件`, `folder of the first step: ${counted(count, "file")}`)
export const TAKEN_PAPERS = (kind: string, names: string): Words => pair(`${kind}：${names}`, `${kind}: ${names}`)
export const NOT_TAKEN = (names: string): Words => pair(`没有用到：${names}`, `not used: ${names}`)
export const TO_PACKET = pair("看材料包", "To the packet")
export const NO_DRAFT = pair("还没有打开材料包。", "No packet is open yet.")
export const OPEN_DRAFT = pair("打开材料包", "Open a packet")

export const PACKET = pair("材料包写了什么", "What the packet says")
export const PACKET_LIMIT = pair(
    "以下是报案人自己的说法，没有人核实过。案件事实有误的，退回报案人更正，不在这里改。",
    "These are the victim's own statements; nobody has verified them. A wrong fact goes back to the victim and is not changed here.",
)
export const COMPARE = pair(
    "请与纸质《材料核对单》上的核对码比较，一致才是单上所写的那一份：",
    "Compare with the check code on the paper sheet; only the same code means the same packet:",
)
export const REF = pair("材料编号", "Reference")
export const DOCUMENTS = pair("包里的文书", "Documents in the packet")
export const DECIDE = pair("先定请求类型，再决定三件事", "The kind of request, and three decisions")
export const DECIDE_TEXT = pair(
    "这三件事决定公函怎么写、发到哪里、给不给证件照片：分别是《办理提示》第一部分选的渠道，和“请您决定十件事”中的第1、5件。调取哪段时间（第7件）在民警信息表第三部分填写；其余的（发函名义、保密审查、个人信息出境、先不先保全、谁看回复、等到哪天、答复能否转告）由单位决定，写在《办理提示》上。",
    "They decide how the letter reads, where it goes, and whether photos of the police ID go along: the route of part 1 of 办理提示, and numbers 1 and 5 of its ten decisions. The period (number 7) is filled in in section 3 of the form; the others are for the unit to decide, on paper.",
)
export const TYPE_TITLE = pair("先定：这是哪一类请求", "First: which kind of request")
export const TYPE_NOTE = pair(
    "不填为调取。选定以后，只问这一类要填的；公函、英文函、审批和发送条件都随之不同。",
    "Blank is disclosure. What is asked afterwards, the letter, the English page, approval and conditions follow from it.",
)
export const RULES = pair("这一类由谁批准、依据和要注意的", "Who approves it, what it rests on, and what to mind")
export const APPROVER = {
    department: pair("由办案部门负责人批准。", "Approved by the head of the department in charge."),
    county: pair("由县级以上公安机关负责人批准。", "Approved by the head of an agency at county level or above."),
} as const
export const FILING = {
    "not-needed": pair("立案前后都可以提出。", "May be made before and after a case is filed."),
    unregulated: pair(
        "立案前能否提出，法律未见明文，请问法制部门。",
        "Whether before filing is regulated nowhere: ask the legal department.",
    ),
    required: pair("须已立案。", "Only once a case is filed."),
} as const
export const UNCHECKED = pair("未核对", "not checked")
export const PHOTOS_NOT_ASKED = pair(
    "这一类请求不附证件照片。",
    "This kind of request goes without photos of the police ID.",
)
export const NO_PAPERS = pair("这一类请求不附照片和文书。", "This kind of request goes without photos and papers.")
export const NOT_APPLICABLE = pair("不适用", "not applicable")
export const STAGE_TITLE = pair("一、办到哪一步", "1. How far the case has come")
export const STAGE_NOTE = pair(
    "立案前调查核实可以调取证据材料，不得冻结财产。",
    "Before a case is filed evidence may be obtained; property may not be frozen.",
)
export const ROUTE_TITLE = pair("二、向谁、走哪条渠道", "2. Whom to ask, by which route")
export const ROUTE_NOTE = pair(
    "先问上级和网安、反诈部门有没有已注册的账号。地址会变动，发送前请网安从官方页面核对。可信程度：A 官方页面，B 可信的转述，C 较弱，D 推断；都不代替核实。",
    "Ask superiors and specialised units for an account first. Addresses change; have them checked from the official page before sending. Grades: A official page, B credible second hand, C weak, D inferred; none stands for verification.",
)
export const DESK_LABEL = pair("向哪个交易所调取", "Exchange to be asked")
export const OWN_DESK = pair("名单上没有？打开自己的收件方资料", "Not on the list? Open a profile of your own")
export const OFFICIAL_PAGE = pair("官方页面", "official page")
export const NOT_VERIFIED = pair("没有人核实过", "nobody has verified this")
export const VERIFIED_ON = (day: string): Words => pair(`${day} 核实`, `verified on ${day}`)
export const GRADE = (grade: string): Words => pair(`可信程度 ${grade}`, `grade ${grade}`)
export const WANTS_PHOTOS = pair("查验证件照片", "asks for photos of the police ID")
export const NO_PHOTOS = pair("不查验证件照片", "does not ask for photos of the police ID")
export const PHOTOS_TITLE = pair("三、证件照片给不给", "3. Whether to give photos of the police ID")
export const PHOTOS_NOTE = pair(
    "照片对外提供要另行批准，并作出境安全评估；缺一项，程序就不生成证件图像，其他文件照常。可以先问对方能否用《身份证明函》代替。",
    "Photos need an approval of their own and an assessment before export; without both the program makes none, and everything else as usual. Ask first whether a letter of the unit serves instead.",
)
export const PHOTOS_CHOICES: Readonly<Record<"later" | "letter" | "give", Words>> = {
    later: pair("先不给（渠道没有核实以前都应如此）", "not yet (as it should be while the channel is not verified)"),
    letter: pair("不给，用《身份证明函》代替：对方已经同意", "no: the desk accepts a letter of the unit instead"),
    give: pair("给：已经批准并评估", "yes: approved and assessed"),
}
export const FILL_NEXT = pair("请接着填写：", "Fill in next: ")

export const TASKS = pair("办理清单", "Tasks")
export const TASKS_INTRO = pair(
    "顺序随意，一时没有的先留空：标“缺”“未满足”的，不妨碍第一步；只有“须改正”的，要先改好。第一步生成待盖章的公函；盖章以后，第二步生成对外发送的文件。",
    "In any order; what is not known yet stays blank. What is “missing” or “open” does not hold up the first step; only what is “to correct” does. The first step makes the letter to seal; once sealed, the second makes what is sent.",
)
export const CONDITIONS = pair("发送条件", "Conditions of sending")
export const FORM_TITLE = pair("民警信息表", "The officer's form")
export const BEFORE_FIRST = pair("做第一步以前填", "Before the first step")
export const BEFORE_SECOND = pair(
    "做第二步以前填：公函盖章、渠道核实以后",
    "Before the second step: letter sealed, channel verified",
)
export const IF_NEEDED = pair("用得到才填", "Only where it is needed")
export const FILLED = (count: number, of: number): Words =>
    pair(`填了 ${String(count)} / ${String(of)}`, `${String(count)} of ${String(of)} filled in`)
export const TO_CORRECT = (count: number): Words => pair(`须改正 ${String(count)}`, `${String(count)} to correct`)
export const TO_CHECK = (count: number): Words => pair(`请核对 ${String(count)}`, `${String(count)} to check`)
export const PAPERS = pair("照片和扫描件", "Photos and scans")
export const FILES_OF = (count: number): Words =>
    count === 0 ? pair("没有文件", "no file") : pair(`${String(count)} 个文件`, `${String(count)} file(s)`)
export const STEPS = pair("两步", "Two steps")
export const SCOPE = pair("看看将要对外提供什么", "See what would leave")
export const FIRST = pair("第一步：公函和附件", "First step: letter and annexes")
export const SECOND = pair("第二步：对外发送的文件", "Second step: what is sent")
export const MADE = pair("已生成", "made")
export const NOT_YET = pair("未做", "not yet")
export const AT_HAND = pair("已备", "at hand")
export const SAVE_FORM = pair("保存民警信息表", "Save the form")
export const SAVE_FORM_TEXT = pair(
    "把填写的内容存到这台电脑上（不含照片和扫描件），下次在“接着做”里打开，接着填。一般存表格；文本内容相同，给用命令行的人。",
    "Keeps the answers on this computer, without photos and scans; open the file under “Go on” next time. The workbook is the usual one; the text says the same, for who uses the command line.",
)
export const SAVE_XLSX = pair("存成表格 officer.xlsx", "Workbook officer.xlsx")
export const SAVE_YAML = pair("存成文本 officer.yaml", "Text officer.yaml")
export const FORGET = pair("全部清空", "Forget everything")
export const FORGET_TEXT = pair(
    "关掉页面，材料、照片和填写的内容就都不在了；没有保存的信息表也不在了。",
    "When the page is closed, packet, photos and answers are gone, and so is a form that was not saved.",
)
export const REALLY_FORGET = pair("确定清空？没有保存的内容会丢失。", "Really? What is not saved is lost.")
export const WHO = pair("谁：", "who: ")
export const WHERE = pair("在哪里：", "where: ")
export const WARNINGS = pair("请核对", "To check")
export const LOOKING = pair("正在核对…", "Looking…")

export const LEAVES: Readonly<Record<LeafState, Words>> = {
    ready: pair(LEAF_ZH.ready, "ready"),
    missing: pair(LEAF_ZH.missing, "missing"),
    problem: pair(LEAF_ZH.problem, "doubtful"),
    prepared: pair(LEAF_ZH.prepared, "ready, does not go along"),
    "identity-mail": pair(LEAF_ZH["identity-mail"], "by the identity mail"),
    "not-needed": pair(LEAF_ZH["not-needed"], "not asked for"),
    "by-hand": pair(LEAF_ZH["by-hand"], "for a person to check"),
}
export const PHOTOS_LATER = pair("先不给", "not yet given")
export const ITEMS_DONE = (count: number): Words =>
    pair(`已经齐的 ${String(count)} 项`, `${String(count)} item(s) complete`)
export const SUPPLIERS: Readonly<Record<Supplier, Words>> = {
    officer: pair(SUPPLIER_ZH.officer, "officer"),
    reporter: pair(SUPPLIER_ZH.reporter, "victim"),
    superior: pair(SUPPLIER_ZH.superior, "superior"),
}
export const CONDITION_NAMES: Readonly<Record<ConditionId, Words>> = {
    "sealed-letter": pair(CONDITION_ZH["sealed-letter"], "sealed letter (scan)"),
    "legal-instrument": pair(CONDITION_ZH["legal-instrument"], "legal instrument (name, number, date, scan)"),
    approval: pair(CONDITION_ZH.approval, "who approved, and when"),
    channel: pair(CONDITION_ZH.channel, "channel verified (by whom, when, how)"),
    mailbox: pair(CONDITION_ZH.mailbox, "mailbox accepted by the desk"),
}
export const MET = pair("已满足", "met")
export const MET_TO_SEE = pair("有扫描件，请人工核对", "scan is there, for a person to check")
export const UNMET = pair("未满足", "open")

export const USUALLY = (who: string): Words => pair(`通常由${who}知道`, `usually known by: ${who}`)
export const OPEN_CHOICE = pair("先不填", "leave blank")
export const ALL_GROUPS = pair("请求哪些数据", "Which data to ask for")
export const FROM = pair("起", "from")
export const TO = pair("止", "to")
export const NOW = pair("填这台电脑现在的时间", "Put in this computer's time")
export const ONE_MORE = pair("再添一项", "One more")
export const BACK_TO_TASKS = pair("回到办理清单", "Back to the tasks")
export const KEEP_AND_BACK = pair("先不改，回到办理清单", "Leave it for now, back to the tasks")
export const RECIPIENT_HINT = pair(
    "就是“三件事”里选的交易所；在哪里改都一样。",
    "The exchange of the three decisions; it may be changed here or there.",
)

export const PAPER_KINDS: Readonly<Record<PaperKind, Words>> = {
    legal: pair("法律文书", "Legal instrument"),
    photos: pair("证件照", "Photos of the police ID"),
    consent: pair("同意书", "Consent of the account holder"),
    sealed: pair("盖章公函", "Sealed letter"),
}
export const PAPER_HINTS: Readonly<Record<PaperKind, Words>> = {
    legal: pair(
        "扫描成 PDF，或者逐页拍照（JPEG、PNG）。填在信息表里的那一份排在最前；《身份证明函》也放在这里，文件名里写“身份证明”。",
        "Scan to PDF or photograph (JPEG, PNG). The one whose number stands in the form comes first; the unit's letter on identity goes here too, with 身份证明 in its name.",
    ),
    photos: pair(
        "由民警本人拍摄，文件名写“正面”“反面”“手持”。渠道没有核实的，先不放。照片只在内存里，关掉页面就没有了；拍摄地点等信息会清除。",
        "Taken by the officer, named 正面, 反面, 手持 (front, back, holding). Kept only in memory and gone when the page is closed; what the camera wrote is removed.",
    ),
    consent: pair(
        "账户持有人签名的《知情同意与授权》，扫描或者逐页拍照；没有就不放。",
        "The consent that the account holder signed, scanned or photographed; none if there is none.",
    ),
    sealed: pair(
        "扫描成 PDF，或者逐页拍照，一页一张，文件名写 第1页、第2页；公函有几页，就要有几页。",
        "One PDF, or one picture for each page, named in their order; as many pages as the letter has.",
    ),
}
export const ORDER = pair("采用的顺序，不对的上移：", "Taken in this order; move up what stands too low:")
export const MOVE_UP = pair("上移", "Move up")
export const MARKED = pair("将要对外提供的样子", "As they would leave")
export const MARKED_TEXT = pair(
    "照片已按发送时的样子重新制作，加了“仅供核验”的字样。只有批准、评估和五项条件都满足时才会写出。",
    "Made anew with the mark burnt in, as they would be sent. They are written only when approval, assessment and all five conditions are there.",
)
export const MARKED_NONE = pair(
    "填好“办理时间”，这里就会显示加了字样的照片。",
    "Fill in the time of the act (办理时间), and the marked photos are shown here.",
)
export const PHOTO_ROLES: Readonly<Record<PhotoRole, Words>> = {
    front: pair("正面", "front"),
    back: pair("反面", "back"),
    holding: pair("手持", "holding"),
}

export const SCOPE_TITLE = pair("将要对外提供什么", "What would leave")
export const SCOPE_TEXT = pair(
    "左边改，右边看：公函、《对外提供内容一览》和附件都按现在填写的内容排印，与第一步生成的完全一样。",
    "Change here, look there: letter, summary and annexes are set from what is filled in now, exactly as the first step makes them.",
)
export const STALE = pair("内容有改动，正在重新排印…", "Changed; setting it again…")
export const NO_PREVIEW = pair(
    "有须改正的地方，改好以后才能排印。",
    "There is something to correct before it can be set.",
)
export const NOT_SHOWN = pair(
    "这个文件在页面里看不了，请下载后用 WPS 或者 Word 打开。",
    "This file is not shown in the page; download it and open it in WPS or Word.",
)
export const SEE = pair("看：", "Show: ")

export const FIRST_TEXT = pair(
    "生成公函（待盖章）、核对表、对外提供内容一览、报请要点和附件。此时还不发送任何东西。",
    "Makes the letter to be sealed, the checklist, the summary for approval and the annexes. Nothing is sent at this point.",
)
export const MAKE_FIRST = pair("生成公函和附件", "Make letter and annexes")
export const FIRST_MADE = pair("公函和附件已生成", "Letter and annexes are made")
export const LETTER_CODE = pair("公函核对码", "Letter code")
export const LETTER_CODE_TEXT = pair(
    "印在公函末尾。第二步要照着盖章的公函把它填进来。",
    "It is printed at the end of the letter; the second step asks for it as it stands on the sealed one.",
)
export const ANNEX_SIZE = pair("附件大小", "Size of the annexes")
export const AFTER_FIRST = pair("接下来", "Next")
export const AFTER_FIRST_STEPS: readonly Words[] = [
    pair(
        "把下面的文件存好：整个“…-prepared”文件夹第二步要用；民警信息表也存一份。",
        "Keep the files below: the second step needs the whole folder “…-prepared”. Save the form too.",
    ),
    pair(
        "打印公函（PDF；要套本单位格式的用 .docx），送批准人看《对外提供内容一览》，报批、盖章；后附英文译本的，译本一并盖章，加盖骑缝章。",
        "Print the letter, show the summary to whoever approves, have it approved and sealed, with the English translation where one stands behind it.",
    ),
    pair(
        "盖章的公函扫描成 PDF，或者逐页拍照；法律文书也扫描。",
        "Scan the sealed letter to PDF, or photograph each page; scan the legal instrument too.",
    ),
    pair(
        "再打开本页面，放入材料包、信息表、“…-prepared”文件夹和扫描件，做第二步。公函上已有的内容不要再改，否则要重新盖章；批准、渠道核实、邮箱认可各项可以补填。",
        "Open this page again with packet, form, the folder “…-prepared” and the scans for the second step. Change nothing that the letter says, or it must be sealed again.",
    ),
]

export const SECOND_TEXT = pair(
    "公函盖章以后做：放入盖章公函和法律文书的扫描件，对照盖章的公函填写核对码和文号，填写批准人，更新办理时间。渠道和邮箱的核实在办理清单里填；没有核实的，这一步只生成询问渠道的文件。",
    "Once the letter is sealed: add the scans of letter and legal instrument, copy the letter's code and number, say who approved, update the time of the act. Channel and mailbox are filled in from the tasks; while they are not verified this step makes only the question about the channel.",
)
export const PREPARED = pair("第一步生成的文件夹", "The folder of the first step")
export const PREPARED_HINT = pair("“…-prepared”文件夹，或者它的 ZIP。", "The folder “…-prepared”, or its ZIP.")
export const PREPARED_NONE = pair(
    "这不是第一步的文件夹，或者里面的文件不全（缺“prepared.json”）。请把第一步存下的“…-prepared”整个选进来。",
    "This is not the whole folder of the first step: its file prepared.json is missing. Choose all of the “…-prepared” that the first step gave.",
)
export const LOOK_AT_SCANS = pair(
    "程序认不出印章，也看不出是不是这一份公函、有没有上下颠倒、页次对不对：请点“预览”，与纸质原件逐页对照。",
    "The program knows no seal, and cannot tell whether this is the letter, the right way up and in order: open the preview and compare it with the paper, page by page.",
)
export const SIGNING = pair("留存包和留底要不要数字签名", "Sign the archive and the record digitally?")
export const UNSIGNED = pair(
    "不签名（默认）：文件没有变动，靠核对码和盖章的公函说明",
    "unsigned (default): check code and sealed letter speak for the files",
)
export const KEY_PAGE = pair("打开或者生成签名密钥", "Open or make a signing key")
export const MAKE_SECOND = pair("生成对外发送的文件", "Make what is sent")
export const NO_SCAN = pair("请先放入盖章公函的扫描件。", "Add the scan of the sealed letter first.")
export const NO_PREPARED = pair("请先放入第一步生成的文件夹。", "Add the folder of the first step first.")

export const RESULT = pair("结果", "Result")
export const NUMBERS = pair("备齐情况", "What is there")
export const CONCLUSION = pair("结论", "Conclusion")
export const SEND_SIZE = pair("对外文件大小", "Size of what is sent")
export const CHECK_CODE = pair("核对码", "check code")
export const DO_NOW: Readonly<Record<Conclusion, Words>> = {
    send: pair(
        "“…-send”就是对外发送的全部文件；“…-identity”是证件图像，只交给已经核实的渠道。发送前请网安从对方官方页面重新核对地址。",
        "“…-send” is all that is sent; “…-identity” holds the images of the police ID, for the verified channel alone. Have the address checked from the official page before sending.",
    ),
    "no-identity-images": pair(
        "“…-send”就是对外发送的全部文件，没有证件图像；补齐所缺的以后，再做一次第二步。发送前请网安从对方官方页面重新核对地址。",
        "“…-send” is all that is sent, without images of the police ID; once what is missing is there, do the second step again. Have the address checked before sending.",
    ),
    "ask-channel": pair(
        "只写出了询问渠道的文件：按其中所写的去处（从官方页面进入）只发这几个问题，其他都不发；得到答复并核实以后，补填“渠道核实”，再做一次第二步。",
        "Only the question about the channel was made: ask it where the file says, and send nothing else. Once answered and verified, fill in 渠道核实 and do the second step again.",
    ),
    stop: pair(
        "没有写出可以发送的文件；补齐所缺的，再做一次第二步。",
        "Nothing that could be sent was made; add what is missing and do the second step again.",
    ),
}
export const GROUPS: Readonly<Record<"send" | "identity" | "archive" | "portal" | "inquiry", Words>> = {
    inquiry: pair("询问渠道", "Question about the channel"),
    send: pair("对外发送的文件", "What is sent"),
    archive: pair("留存包（入卷）和所发文件的留底", "Archive, and record of what is sent"),
    portal: pair("门户填报信息单（本机使用，不发送）", "What to type into the portal (stays here)"),
    identity: pair("证件图像（单独存放，发送后删除）", "Images of the police ID (kept apart, deleted after sending)"),
}
export const SEND_TEXT = pair(
    "先打开 01-Request 看一遍：盖章公函每一页都有章、是这一份、方向和页次都对。下载的 ZIP 只是存到这台电脑上用的：解压以后发送里面的文件，不要发送 ZIP。",
    "First look through 01-Request: every page of the sealed letter with its seal, the right letter, upright and in order. The ZIP is for taking the files to this computer only: unpack it and send what is in it, not the ZIP.",
)
export const SEND_MAIL = pair(
    "发邮件的：附件只有文件名以数字开头的那几个；“收件人和主题.txt”“正文.txt”是用来粘贴的，不作附件；有邮件软件的，打开 .eml 核对后发送。",
    "By mail: only the files whose names begin with a number are attached; 收件人和主题.txt (to whom, subject) and 正文.txt (text) are to be pasted, not attached; with a mail program open the .eml, check and send it.",
)
export const SECOND_AGAIN = pair("改动以后，再做一次第二步", "Change something and do the second step again")
export const IDENTITY_TEXT = pair(
    "只交给已经核实的渠道。发送以后删除下载的文件夹，并逐一处理够不到的副本：手机相册和云相册、聊天记录、U 盘、回收站、邮箱的“已发送”和“草稿箱”、网盘同步。",
    "For the verified channel alone. Delete the folder after sending, and see to the copies nobody else can reach: phone and cloud albums, chats, memory sticks, recycle bin, “sent” and “drafts” of the mailbox, synchronised folders.",
)
export const AFTER_SEND = pair(
    "记下受理编号；留存包入卷。收到数据后二人操作，当场计算校验值，填写《境外电子数据来源情况说明》。",
    "Note the ticket number; the archive goes into the file. When data arrive, two officers hash them at once and fill in 境外电子数据来源情况说明.",
)

export const DESKS = pair("收件方资料", "Profiles of exchanges")
export const DESKS_TEXT = pair(
    "名单上没有的交易所，或者要更正某个交易所的资料：放入资料文件（.yaml，文件名就是交易所的英文编号），或者在下面写一份。它整个代替同编号的资料；只在本次打开的页面里有效。",
    "For an exchange that is not on the list, or to correct one: drop a profile (a .yaml file named by the id of the exchange), or write one below. It takes the place of the profile of that id, for as long as the page is open.",
)
export const DESKS_LABEL = pair("收件方资料", "Profiles")
export const DESKS_NOW = pair("交易所资料", "What is known of exchanges")
export const DRAFT_DESK_ABSENT = pair(
    "材料包所写的收件方没有可以核实的渠道，请另选或者写一份资料",
    "the packet's recipient has no channel that could be checked: choose another, or write a profile",
)
export const NO_CHANNEL = pair("（没有可以核实的受理渠道）", "(no channel that could be checked)")
export const DESK_FACTS = pair(
    "已知的要求、办理时间、说法不一之处和资料的新旧（按本机时间）：",
    "What is known of its rules and times, where readings differ, and how old that is by this machine's clock:",
)
export const DESKS_ABSENT = pair("不在名单中、不能向它办理的：", "Not on the list, because they cannot be asked:")
export const CHANNELS_LABEL = pair("账号台账（可以不放）", "Journal of accounts (may be left out)")
