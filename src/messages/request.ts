import type { RequestIssues } from "../base/issues/request.ts"
import type { Words } from "../base/lang.ts"
import { type Messages, wordsOf } from "./message.ts"

const ROLE: Readonly<Record<string, Words>> = {
    front: { "zh-CN": "证件正面", en: "ID front" },
    back: { "zh-CN": "证件反面", en: "ID back" },
    holding: { "zh-CN": "手持证件", en: "officer holding the ID" },
}
const CONDITION: Readonly<Record<string, Words>> = {
    "sealed-letter": { "zh-CN": "盖章公函", en: "sealed letter" },
    "legal-instrument": { "zh-CN": "法律文书", en: "legal instrument" },
    approval: { "zh-CN": "批准人及日期", en: "approver and date" },
    channel: { "zh-CN": "渠道已核实", en: "channel verified" },
    mailbox: { "zh-CN": "邮箱获对方认可", en: "mailbox accepted by the recipient" },
}
/** Kinds of packets that are no beginning. */
const KIND: Readonly<Record<string, Words>> = {
    submission: {
        "zh-CN": "对外发送件的留底（…-submission.zip）",
        en: "the record of what was sent (…-submission.zip)",
    },
}
const PART: Readonly<Record<string, Words>> = {
    name: { "zh-CN": "名称（中、英文）", en: "name (zh and en)" },
    number: { "zh-CN": "文号", en: "number" },
    date: { "zh-CN": "日期", en: "date" },
    scan: { "zh-CN": "扫描件", en: "scan" },
    comparison: { "zh-CN": "与第一步文件的比对", en: "comparison with the files of the first step" },
    approver: { "zh-CN": "批准人", en: "approver" },
    "county-head": {
        "zh-CN": "县级以上公安机关负责人的批准",
        en: "approval by the head of an agency at county level or above (approval.countyHead)",
    },
    confirmation: { "zh-CN": "核实记录", en: "record of the verification" },
    way: { "zh-CN": "核实途径", en: "by which way it was verified (channelConfirmed.way)" },
    "identity-approval": {
        "zh-CN": "证件图像对外提供的批准人和日期",
        en: "who approved their release, and when (identityApproval)",
    },
    "export-assessment": { "zh-CN": "出境安全评估", en: "the assessment before export (exportAssessment)" },
    "export-result": {
        "zh-CN": "出境安全评估的结论或者不适用的理由",
        en: "the result of the assessment, or why none was needed",
    },
}
/** Conditions that stop the identity images alone; the others stop everything. */
const STOPS_IMAGES = ["channel", "mailbox"]
const parts = (list: string): Words => {
    const words = list.split(",").map((part) => wordsOf(PART, part))
    return { "zh-CN": words.map((one) => one["zh-CN"]).join("、"), en: words.map((one) => one.en).join(", ") }
}

export const requestIssues: Messages<keyof RequestIssues> = {
    "request.draft.record": () => ({
        "zh-CN": {
            message: "材料包中的记录有以上错误，不能使用",
            hint: "这些内容由报案人的程序写入，收到的人不必改、也不能改；请报案人重新生成并提供",
        },
        en: {
            message: "the records in the packet have the errors above, so it cannot be used",
            hint: "the victim's program wrote them and nobody else can mend them: ask for a packet that is built anew",
        },
    }),
    "request.recipient.unknown": (p) => ({
        "zh-CN": {
            message: `没有收件方 ${p.found} 的资料`,
            hint: `现有：${p.known}。资料是自己写的，用 --recipients 给出它所在的文件夹（网页先在“收件方资料”里打开）`,
        },
        en: {
            message: `no profile of a recipient ${p.found}`,
            hint: `known: ${p.known}. Where you wrote it yourself, give its folder with --recipients (in the page, open it under Profiles of exchanges)`,
        },
    }),
    "request.recipient.no-channel": (p) => ({
        "zh-CN": {
            message: `没有查到${p.recipient}可以核实的执法受理渠道，不能向它办理：${p.reason}（${p.source}；可信程度 ${p.grade}；${p.day}）`,
            hint: `${p.instead === "" ? "" : `${p.instead}（${p.insteadSource}；可信程度 ${p.insteadGrade}）；`}请由网安从它的官方网站查找，或者请示上级，按国际刑事司法协助、警务合作的途径办理。查到渠道的，写成收件方资料“编号.yaml”（recipients new，网页在“收件方资料”），用 --recipients 给出；钱款又转到其他平台的，可以先向该平台办理（修改收件方）`,
        },
        en: {
            message: `no channel for police that could be checked is known of ${p.recipientEn}, so it cannot be asked: ${p.reasonEn} (${p.sourceEn}; grade ${p.grade}; ${p.day})`,
            hint: `${p.insteadEn === "" ? "" : `${p.insteadEn} (${p.insteadSourceEn}; grade ${p.insteadGrade}); `}have its official site searched, or ask superiors for mutual legal assistance or police cooperation. Where a channel is found, write it as a profile <id>.yaml (recipients new; in the page under Profiles of exchanges) and give it with --recipients; where assets went on to another platform, ask that one (change recipient)`,
        },
    }),
    "request.recipient.id": (p) => ({
        "zh-CN": { message: `收件方资料的编号是 ${p.found}，与文件名 ${p.expected} 不一致` },
        en: { message: `the profile calls itself ${p.found}, its file ${p.expected}` },
    }),
    "request.route.unknown": (p) => ({
        "zh-CN": { message: `该收件方没有渠道 ${p.found}`, hint: `可选：${p.known}` },
        en: { message: `this recipient has no route ${p.found}`, hint: `choose from: ${p.known}` },
    }),
    "request.english.characters": (p) => ({
        "zh-CN": { message: `${p.found} 应使用英文`, hint: "这一项写入英文函件，只用英文字母、数字和英文标点" },
        en: {
            message: `${p.found} must be English`,
            hint: "it goes into the English letter: Latin letters, digits and ASCII punctuation only",
        },
    }),
    "request.name.characters": (p) => ({
        "zh-CN": { message: `${p.found} 应为汉字姓名`, hint: "姓、名分开填写" },
        en: { message: `${p.found} must be a name in Chinese characters`, hint: "surname and given name apart" },
    }),
    "request.pinyin.characters": (p) => ({
        "zh-CN": { message: `${p.found} 应为汉语拼音`, hint: "例如 Zhang、Jianguo" },
        en: { message: `${p.found} must be pinyin`, hint: "for example Zhang, Jianguo" },
    }),
    "request.pages.format": (p) => ({
        "zh-CN": { message: `页数 ${p.found} 应为 1 至 999 的数字`, hint: "只写数字，如：3" },
        en: {
            message: `the number of pages ${p.found} must be a figure from 1 to 999`,
            hint: "figures only, such as 3",
        },
    }),
    "request.period.order": () => ({
        "zh-CN": { message: "期间的起点不早于终点", hint: "请核对数据期间的起、止" },
        en: { message: "the period ends before it begins", hint: "check request.period" },
    }),
    "request.letter.blank": (p) => ({
        "zh-CN": {
            message: `公函中还有空白：${p.fields}`,
            hint: "请填好后再做一次第一步，然后打印报批、盖章；盖章以后补填的，与公函不一致，要重新盖章",
        },
        en: {
            message: `the letter has blanks: ${p.fields}`,
            hint: "fill them in and make the letter again before it is printed and sealed; what is added later no longer agrees with it",
        },
    }),
    "request.fact.frozen": (p) => ({
        "zh-CN": { message: `民警信息中不能改动案件事实（${p.field}）`, hint: "请退回报案人更正，由其重新生成" },
        en: {
            message: `officer data cannot change facts of the case (${p.field})`,
            hint: "return the packet to the victim, who corrects and rebuilds it",
        },
    }),
    "request.fact.unknown": (p) => ({
        "zh-CN": {
            message: `本次请求未采用的事实中，${p.found} 找不到对应的内容`,
            hint: "请照抄标识信息表中的订单号、交易哈希或 IP 地址，或写证据编号，如 E003；没有编号的划转按案件中的次序写 transfers[0]（从 0 数起）",
        },
        en: {
            message: `factsNotUsed names ${p.found}, which does not exist`,
            hint: "copy an order number, a transaction hash or an IP address from the papers, or write E003; orders[0], transfers[1], ips[2] count from 0",
        },
    }),
    "request.data-group.unknown": (p) => ({
        "zh-CN": { message: `没有名为 ${p.found} 的数据项`, hint: `可选：${p.known}` },
        en: { message: `there is no data group ${p.found}`, hint: `choose from: ${p.known}` },
    }),
    "request.exhibit.not-released": (p) => ({
        "zh-CN": {
            message: `${p.label} 未标明可对外提供`,
            hint: "请报案人在 证据说明.xlsx 的“给谁看”中改为“民警和境外收件方”（含他人信息的先在“遮盖”表中写明位置），重新生成材料包",
        },
        en: {
            message: `${p.label} was not released for the recipient`,
            hint: "the victim releases it in 证据说明.xlsx and rebuilds the packet",
        },
    }),
    "request.exhibit.unknown": (p) => ({
        "zh-CN": { message: `材料包中没有编号 ${p.label}` },
        en: { message: `the packet holds no ${p.label}` },
    }),
    "request.exhibit.too-many": (p) => ({
        "zh-CN": {
            message: `对外截图有 ${String(p.found)} 张，最多 ${String(p.most)} 张`,
            hint: "请在“对外截图”各行中写明选用哪几张",
        },
        en: {
            message: `${String(p.found)} exhibits for the recipient, at most ${String(p.most)}`,
            hint: "choose some in exhibits",
        },
    }),
    "request.exhibit.no-picture": (p) => ({
        "zh-CN": {
            message: `${p.label} 是 ${p.mediaType}，不能作为对外截图`,
            hint: "对外截图只用 JPEG 或 PNG；其他文件请报案人在 证据说明.xlsx 中改为只给民警",
        },
        en: {
            message: `${p.label} is ${p.mediaType} and cannot be an exhibit`,
            hint: "exhibits are JPEG or PNG; leave other files to the police (share: police)",
        },
    }),
    "request.photo.missing": (p) => ({
        "zh-CN": {
            message: `缺少${wordsOf(ROLE, p.role)["zh-CN"]}照片`,
            hint: p.folder
                ? `请放入 ${p.folder}，文件名含“正面”“反面”或“手持”`
                : "请放入信息表旁边的“证件照”文件夹，文件名含“正面”“反面”或“手持”",
        },
        en: {
            message: `no photo: ${wordsOf(ROLE, p.role).en}`,
            hint: p.folder
                ? `put it into ${p.folder}; the file name says front, back or holding`
                : "put it into the folder 证件照 beside the officer's form; file names say front, back or holding",
        },
    }),
    "request.photo.role": (p) => ({
        "zh-CN": { message: `看不出 ${p.file} 是哪一张`, hint: "文件名请含“正面”“反面”或“手持”，每种一张" },
        en: {
            message: `${p.file}: not clear which photo this is`,
            hint: "the file name must say front, back or holding; one of each",
        },
    }),
    "request.photo.same": (p) => ({
        "zh-CN": { message: `${p.first} 与 ${p.second} 是同一张图片` },
        en: { message: `${p.first} and ${p.second} are the same picture` },
    }),
    "request.leaf.missing": (p) => ({
        "zh-CN": { message: `所需信息“${p.item}”缺：${p.leaf}`, hint: p.fields ? `请填写 ${p.fields}` : "" },
        en: { message: `item "${p.item}" lacks: ${p.leaf}`, hint: p.fields ? `fill in ${p.fields}` : "" },
    }),
    "request.condition.open": (p) => ({
        "zh-CN": {
            message: `发送条件“${wordsOf(CONDITION, p.condition)["zh-CN"]}”未满足，缺：${parts(p.lacking)["zh-CN"]}`,
            hint: STOPS_IMAGES.includes(p.condition)
                ? "请在民警信息表中填写；在此以前可发函询问渠道，证件图像不得发送"
                : "请在民警信息表中填写所缺的内容，扫描件另外放入；在此以前不生成任何可发送的文件",
        },
        en: {
            message: `condition "${wordsOf(CONDITION, p.condition).en}" is not met, lacking: ${parts(p.lacking).en}`,
            hint: STOPS_IMAGES.includes(p.condition)
                ? "fill it in in the officer's form; until then you may write to ask about the channel, identity images must not be sent"
                : "fill in what is lacking in the officer's form and add the scan; until then nothing that could be sent is written",
        },
    }),
    "request.channel.unconfirmed": () => ({
        "zh-CN": {
            message: "渠道尚未核实：只写出询问渠道的文字，不写出任何案件材料",
            hint: "请按 询问渠道.txt 去问（不带附件，不写案情）；核实无误后，填写“渠道核实”各项，再运行一次第二步",
        },
        en: {
            message: "channel not verified: only the question about it was written, nothing that holds case data",
            hint: "ask as 询问渠道.txt says, without enclosures; after verification fill in channelConfirmed and run the second step again",
        },
    }),
    "request.confirmed.other-desk": (p) => ({
        "zh-CN": {
            message: `渠道、邮箱、替代证件照片的核实是向 ${p.found} 做的，这次向 ${p.desk}，没有采用`,
            hint: "向这次的收件方重新核实，改写“渠道和邮箱的核实”各项和“核实的收件方”",
        },
        en: {
            message: `channel, mailbox and letter in the place of photos were verified for ${p.found}; this request goes to ${p.desk}, so they are not taken`,
            hint: "verify them for this recipient, then renew them and confirmedFor",
        },
    }),
    "request.confirmed.unnamed": (p) => ({
        "zh-CN": {
            message: `这次的收件方 ${p.desk} 不是材料包所写的，信息表没有写明渠道、邮箱是向哪个收件方核实的`,
            hint: "请核对是不是向这次的收件方核实的；是的，把它的编号填入“核实的收件方”，不是的，重新核实",
        },
        en: {
            message: `the recipient ${p.desk} is not the one of the packet, and it is not said for which one channel and mailbox were verified`,
            hint: "see whether it was this one; if so give its id in confirmedFor, if not verify anew",
        },
    }),
    "request.channel.old": (p) => ({
        "zh-CN": {
            message: `渠道核实于 ${p.on}，距办理时间 ${p.completed} 已 ${String(p.days)} 天（超过 ${String(p.limit)} 天）`,
            hint: "请由网安从官方页面再核对一次，改写“渠道核实”各项",
        },
        en: {
            message: `the channel was verified on ${p.on}, ${String(p.days)} days before completedAt ${p.completed} (more than ${String(p.limit)})`,
            hint: "have it checked against the official page once more and renew channelConfirmed",
        },
    }),
    "request.identity.withheld": (p) => ({
        "zh-CN": {
            message: `证件图像不得发送，缺：${parts(p.lacking)["zh-CN"]}`,
            hint: "补填以后再运行一次第二步；其他文件不受影响。收件方同意以单位公函代替照片的，填“不提供证件照片”各项",
        },
        en: {
            message: `identity images must not be sent, lacking: ${parts(p.lacking).en}`,
            hint: "fill it in and run the second step again; the other files are not affected. Where the desk takes a letter instead, fill in identityReplaced",
        },
    }),
    "request.draft.unsigned": () => ({
        "zh-CN": { message: "材料包没有数字签名，由谁提供请看纸质《材料核对单》" },
        en: { message: "the packet has no digital signature; the paper sheet says who handed it over" },
    }),
    "request.draft.damaged": (p) => ({
        "zh-CN": {
            message: `材料包与清单不一致，不能使用（${p.codes}）`,
            hint: "请报案人重新提供；可用 lerpack verify 查看详情",
        },
        en: {
            message: `the packet does not agree with its manifest (${p.codes})`,
            hint: "ask the victim for it again; lerpack verify shows the details",
        },
    }),
    "request.draft.unread": () => ({
        "zh-CN": {
            message: "这个文件不能作为材料包打开，没有核对：选错了文件，没有复制完整，或者被重新压缩过",
            hint: "请用光盘“材料包”里原来的 DRAFT-….zip（接办的用 …-archive.zip），不要解压后再压缩；原件也打不开的，请报案人重新提供",
        },
        en: {
            message:
                "this file cannot be opened as a packet and was not judged: another file, not copied to its end, or packed again",
            hint: "take the DRAFT-….zip as it lies on the disc (or …-archive.zip of an earlier officer), never packed again; where that cannot be opened either, ask the victim for it",
        },
    }),
    "request.draft.kind": (p) => ({
        "zh-CN": {
            message: `需要报案人的材料包（或上一办案单位的留存包），这个是${wordsOf(KIND, p.found)["zh-CN"]}`,
            hint: "请打开 DRAFT-….zip；接办的、再次请求的，打开 …-archive.zip",
        },
        en: {
            message: `a victim's draft, or an earlier officer's archive, is needed; this is ${wordsOf(KIND, p.found).en}`,
            hint: "open DRAFT-….zip, or …-archive.zip for a further request",
        },
    }),
    "request.time.before-draft": (p) => ({
        "zh-CN": {
            message: `办理时间 ${p.completed} 早于材料包的制作时间 ${p.prepared}`,
            hint: "请核对“办理时间”一项",
        },
        en: { message: `completed ${p.completed}, before the draft of ${p.prepared}`, hint: "check completedAt" },
    }),
}
