import type { Words } from "../../../base/lang.ts"
import { pair } from "../state.ts"

/** Words of the page on which an answer is registered. */

export const TITLE = pair("登记收到的答复", "Register an answer")
export const WHAT = pair(
    "对方发来数据以后：计算校验值、写成留存包的下一层、填写来源情况说明；也可以印庭前准备。",
    "Once the desk has answered: hashes, the next layer of the archive, the note on its origin; the court sheet as well.",
)
export const INTRO = pair(
    "打开层数最高的留存包，放入收到的文件，写明由谁、何时、从哪里收到。文件不打开、不改动；留存包另存为新的一个，原来的不变。",
    "Open the archive with the highest layer, put in what came, and say who received it, when and from where. Nothing is opened or changed; a new archive is written beside the old one.",
)
export const NO_ARCHIVE = pair(
    "现在打开的是材料包，还没有请求。请先打开提出请求时得到的留存包。",
    "What is open is a draft, with no request. Open the archive that the request left.",
)
export const FILES = pair("收到的文件", "What came")
export const FILES_HINT = pair(
    "原样放入，不要先解压、改名、用表格软件另存；压缩包有密码的也原样放入",
    "as it came: not unpacked, renamed or saved again; a ZIP with a password as well",
)
export const CHOSEN = (count: number): Words =>
    pair(`已选 ${String(count)} 个文件`, `${String(count)} file${count === 1 ? "" : "s"} chosen`)
export const REGISTER = pair("登记，生成新的留存包", "Register, and make the new archive")
export const RESULT = pair("答复已登记", "The answer is registered")
export const KEEP = pair(
    "答复里可能有其他人的数据：这个留存包不要给报案人，不要发给收件方。情况说明留空处请手写，由二人签名。",
    "The answer may hold data of others: this archive goes neither to the victim nor to a desk. Fill in the blanks of the note by hand and have two officers sign it.",
)
export const GO_ON = pair("打开这个新的留存包，接着办", "Open the new archive, and go on with it")
export const GO_ON_TEXT = pair(
    "再登记答复、再次请求，都要在这个新的留存包上办：在原来的上面办，这次的答复就不在里面。",
    "Another answer or request belongs into the new archive: made of the old one it would leave this answer out.",
)
export const REGISTERED = pair("登记的文件", "Files registered")
export const MORE = (count: number): Words =>
    pair(`另有 ${String(count)} 个，见 received.json`, `and ${String(count)} more, see received.json`)
export const THEN_JOURNAL = pair("记一条“收到答复”", "record the answer there")
export const COURT = pair("庭前准备", "Court sheet")
export const COURT_TEXT = pair(
    "十个会被问到的问题，材料里写了什么、在哪里、限度是什么；不作结论。办案人员和检察官用。",
    "Ten questions that will be asked: what the packet says, where it stands, and its limit; no conclusion. For the police and the prosecutor.",
)
export const MAKE_COURT = pair("生成庭前准备", "Make the court sheet")
