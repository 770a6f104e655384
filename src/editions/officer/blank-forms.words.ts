/** Words of the blank forms (空白件) that an officer who may run no program fills in by hand. */

/** A line to fill in, in English papers; Chinese ones have that of the letter. */
export const LINE = "____________"
/** An account that is meant, which only the police can name: what it is known by, and whose it is said to be. */
export const TARGET_EN = { kind: "Deposit address, UID or transaction hash", value: LINE, role: LINE }
export const TARGET_ZH = {
    kind: "充值地址、用户编号或者交易哈希",
    value: "＿＿＿＿＿＿",
    role: "属于何人：＿＿＿＿＿＿",
    source: "我单位查明",
}
/** Where the state of a line is ticked. */
export const TO_TICK = "□"
/** What goes with the letter, as it is named to a portal; the files beside it have names of their own. */
export const SCANS = "盖章公函和法律文书的扫描件"
export const uploadPhoto = (photo: string): string => `由本人上传：${photo}`
/** Who asks, below the question about a channel. */
export const SIGNED = [`Name: ${LINE}`, `Agency and department: ${LINE}`, `Official e-mail: ${LINE}`]

/** What lies in the folder and how it is used. */
export interface Listed {
    readonly letter: string
    readonly request: string
    readonly identifiers: string
    readonly exhibits?: string | undefined
    readonly portal?: string | undefined
    readonly inquiry: string
}
export const notes = (of: Listed): readonly string[] => [
    "什么程序都不能运行的，用本文件夹手工办理；能用 lerpack 程序的，不用本文件夹。",
    "各件按报案人的材料生成，没有单位、文号、签名、印章，也没有收件方的邮箱，本身不是执法机关文书。",
    "",
    `1. ${of.letter}：用 WPS 或 Word 打开，填写横线处，套用本单位格式，编文号，报批，盖章，扫描。数据项、期间可以删改，不要增加报案人没有陈述的事实。`,
    `2. ${of.request}：英文首页和附表，填写横线处，内容与公函一致。没有的项目整行删去；“Notify user?”一行按法律文书改写。`,
    `3. ${of.identifiers}：账户、订单、划转、IP 等编号，供对方复制；各格都是文本，不要改成数字。本次不用的行删去，公函和英文首页中的相应内容一并删去。`,
    ...(of.exhibits === undefined
        ? ["4. 截图：报案人没有同意对外提供任何一张。"]
        : [
              `4. ${of.exhibits}：报案人同意对外提供的截图（至多 10 张），有他人信息的是遮盖件。选用的打印，划去页眉，附在公函后面一并扫描。`,
          ]),
    `5. ${of.inquiry}：渠道没有核实时先发的询问，填写姓名、单位、邮箱；不附任何材料。`,
    ...(of.portal === undefined ? [] : [`6. ${of.portal}：走门户时照此填报，空格手工填写；不发送。`]),
    "",
    "填好以后删去各页页眉、各张表第一行的“空白样式 · BLANK FORM”。发送前由网安从收件方官方页面核对渠道，由批准人逐件看过。",
    "不放入报案人的姓名（同意书除外）、身份证号、住址、电话和诉求，不放入案卷内部材料。",
]
