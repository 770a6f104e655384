import type { RequestIssues } from "../../base/issues/request.ts"
import type { Messages } from "../message.ts"

const ROLE: Readonly<Record<string, string>> = { front: "证件正面", back: "证件反面", holding: "手持证件" }
const CONDITION: Readonly<Record<string, string>> = {
    "sealed-letter": "盖章公函",
    "legal-instrument": "法律文书",
    approval: "批准人及日期",
    channel: "渠道已核实",
    mailbox: "邮箱获对方认可",
}
const PART: Readonly<Record<string, string>> = {
    name: "名称（中、英文）",
    number: "文号",
    date: "日期",
    scan: "扫描件",
    approver: "批准人",
    confirmation: "核实记录",
}
/** Conditions that stop the identity images alone; the others stop everything. */
const STOPS_IMAGES = ["channel", "mailbox"]
const parts = (list: string): string =>
    list
        .split(",")
        .map((part) => PART[part] ?? part)
        .join("、")

export const requestIssues: Messages<RequestIssues> = {
    "request.recipient.unknown": (p) => ({ message: `没有收件方 ${p.found} 的资料`, hint: `现有：${p.known}` }),
    "request.recipient.id": (p) => ({ message: `收件方资料的编号是 ${p.found}，与文件名 ${p.expected} 不一致` }),
    "request.route.unknown": (p) => ({ message: `该收件方没有渠道 ${p.found}`, hint: `可选：${p.known}` }),
    "request.english.characters": (p) => ({
        message: `${p.found} 应使用英文`,
        hint: "这一项写入英文函件，只用英文字母、数字和英文标点",
    }),
    "request.name.characters": (p) => ({ message: `${p.found} 应为汉字姓名`, hint: "姓、名分开填写" }),
    "request.pinyin.characters": (p) => ({ message: `${p.found} 应为汉语拼音`, hint: "例如 Zhang、Jianguo" }),
    "request.letter-code.format": (p) => ({
        message: `附件核对码 ${p.found} 应为 8 位数字和字母 a 至 f`,
        hint: "见公函末尾“附件核对码”",
    }),
    "request.letter-code.missing": (p) => ({
        message: "尚未填写附件核对码",
        hint: `请对照已盖章公函末尾的“附件核对码”填写；准备文件夹中的是 ${p.expected}`,
    }),
    "request.letter-code.different": (p) => ({
        message: `附件核对码 ${p.found} 与附件不符，附件对应 ${p.expected}`,
        hint: "先看有没有抄错；没有抄错的，说明盖章的公函与这批附件不是同一次生成的，请改用那一次生成的文件夹，或重新准备、重新盖章",
    }),
    "request.period.order": () => ({ message: "期间的起点不早于终点", hint: "请核对数据期间的起、止" }),
    "request.letter.blank": (p) => ({
        message: `公函中还有空白：${p.fields}`,
        hint: "请填好后重新运行第一步，再打印报批、盖章；盖章以后补填的，与公函不一致，要重新盖章",
    }),
    "request.fact.frozen": (p) => ({
        message: `民警信息中不能改动案件事实（${p.field}）`,
        hint: "请退回报案人更正，由其重新生成",
    }),
    "request.fact.unknown": (p) => ({
        message: `本次请求未采用的事实中，${p.found} 找不到对应的内容`,
        hint: "请照抄标识信息表中的订单号、交易哈希或 IP 地址，或写证据编号，如 E003；没有编号的划转按案件中的次序写 transfers[0]（从 0 数起）",
    }),
    "request.data-group.unknown": (p) => ({ message: `没有名为 ${p.found} 的数据项`, hint: `可选：${p.known}` }),
    "request.exhibit.not-released": (p) => ({
        message: `${p.label} 未标明可对外提供`,
        hint: "请报案人在 证据说明.xlsx 的“给谁看”中改为“民警和境外收件方”（含他人信息的先在“遮盖”表中写明位置），重新生成材料包",
    }),
    "request.exhibit.unknown": (p) => ({ message: `材料包中没有编号 ${p.label}` }),
    "request.exhibit.too-many": (p) => ({
        message: `对外截图有 ${String(p.found)} 张，最多 ${String(p.most)} 张`,
        hint: "请在“对外截图”各行中写明选用哪几张",
    }),
    "request.exhibit.no-picture": (p) => ({
        message: `${p.label} 是 ${p.mediaType}，不能作为对外截图`,
        hint: "对外截图只用 JPEG 或 PNG；其他文件请报案人在 证据说明.xlsx 中改为只给民警",
    }),
    "request.photo.missing": (p) => ({
        message: `缺少${ROLE[p.role] ?? p.role}照片`,
        hint: p.folder
            ? `请放入 ${p.folder}，文件名含“正面”“反面”或“手持”`
            : "请用 --photos 指明照片文件夹，文件名含“正面”“反面”或“手持”",
    }),
    "request.photo.role": (p) => ({
        message: `看不出 ${p.file} 是哪一张`,
        hint: "文件名请含“正面”“反面”或“手持”，每种一张",
    }),
    "request.photo.same": (p) => ({ message: `${p.first} 与 ${p.second} 是同一张图片` }),
    "request.leaf.missing": (p) => ({
        message: `所需信息“${p.item}”缺：${p.leaf}`,
        hint: p.fields ? `请填写 ${p.fields}` : "",
    }),
    "request.condition.open": (p) => ({
        message: `发送条件“${CONDITION[p.condition] ?? p.condition}”未满足，缺：${parts(p.lacking)}`,
        hint: STOPS_IMAGES.includes(p.condition)
            ? "未满足时可发函询问渠道，证件图像不得发送"
            : "未满足时不生成任何可发送的文件",
    }),
    "request.channel.unconfirmed": () => ({
        message: "渠道或邮箱尚未核实：可发函询问渠道，证件图像不得发送",
        hint: "请先只发 询问渠道.txt 中的五句话（不带附件，不写案情）；得到答复、核实无误后，填写“渠道核实”“邮箱认可”各项，再运行一次第二步",
    }),
    "request.draft.unsigned": () => ({ message: "材料包没有数字签名，由谁提供请看纸质《材料核对单》" }),
    "request.draft.damaged": (p) => ({
        message: `材料包与清单不一致，不能使用（${p.codes}）`,
        hint: "请报案人重新提供；可用 lerpack verify 查看详情",
    }),
    "request.draft.kind": (p) => ({ message: `需要报案人的材料包（或上一办案单位的留存包），这个是 ${p.found}` }),
    "request.draft.other-ref": (p) => ({
        message: `案件信息中的材料编号是 ${p.found}，材料包的编号是 ${p.expected}`,
        hint: "一份材料包只有一个编号；请报案人重新生成并提供",
    }),
    "request.draft.record": () => ({
        message: "材料包中的记录有以上错误，不能使用",
        hint: "这些内容由报案人的程序写入，收到的人不必改、也不能改；请报案人重新生成并提供",
    }),
    "request.prepared.missing": (p) => ({
        message: `准备文件夹中缺少 ${p.file}`,
        hint: "请重新运行第一步（不带 --sealed）",
    }),
    "request.prepared.changed": (p) => ({
        message: `${p.file} 在准备之后被改动过`,
        hint: "公函已写明该附件的校验值；请用原来的文件，或重新准备并重新盖章",
    }),
    "request.prepared.other-case": (p) => ({ message: `准备文件夹属于 ${p.found}，不是 ${p.expected}` }),
    "request.prepared.scope": () => ({
        message: "公函准备之后，收件方、请求范围、法律文书或截图的选择有改动",
        hint: "盖章的公函与现在的信息不再一致，请重新准备并重新盖章，或改回原来的内容",
    }),
    "request.prepared.unreadable": (p) => ({ message: `${p.file} 读不懂`, hint: "请重新运行第一步（不带 --sealed）" }),
    "request.scan.type": (p) => ({
        message: `${p.file} 不是 PDF、JPEG 或 PNG 文件`,
        hint: "请把纸质文件扫描成 PDF，或逐页拍照",
    }),
    "request.scan.too-large": (p) => ({
        message: `扫描件太大：${p.file} 有 ${(p.bytes / 1_000_000).toFixed(1)} MB，一封邮件的附件最多 ${(p.mailBytes / 1_000_000).toFixed(1)} MB`,
        hint: "请按 200 dpi 重新扫描盖章公函和法律文书，或者逐页拍照（照片由程序缩小）；公函不用重新盖章",
    }),
    "request.scan.heic": (p) => ({
        message: `${p.file} 是 HEIC（高效）格式的照片，不能处理`,
        hint: "请在手机上打开后另存为 JPEG，或把纸质文件扫描成 PDF；只改扩展名不起作用",
    }),
    "request.sealed.needs-prepared": () => ({
        message: "--sealed 要与 --prepared 一起使用",
        hint: "--prepared 指向第一步生成的 <编号>-prepared 文件夹",
    }),
    "request.time.before-draft": (p) => ({
        message: `办理时间 ${p.completed} 早于材料包的制作时间 ${p.prepared}`,
        hint: "请核对“办理时间”一项",
    }),
}
