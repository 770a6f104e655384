import type { CaseIssues } from "../../base/issues/case.ts"
import type { Messages } from "../message.ts"

const KINDS: Readonly<Record<string, string>> = {
    text: "文字",
    list: "列表（每行以“- ”开头）",
    mapping: "几个下级字段，每行一个，缩进两格",
    time: "时间，例如 2023-03-21 01:49 +08:00",
    date: "日期，例如 2023-03-21",
    number: "数字，例如 1234.5",
    "[…]": "列表",
    "{…}": "几个下级字段",
}
/** Words of the form that stand for something in Chinese. */
const CHOICES: Readonly<Record<string, string>> = {
    reporter: "报案人",
    accuser: "控告人",
    "unauthorised-trading": "交易",
    "unauthorised-transfer": "划转",
    "unauthorised-withdrawal": "提币",
    "account-takeover": "账户被接管",
    active: "仍有效",
    deleted: "已删除",
    disabled: "已停用",
    none: "未使用",
    unknown: "不清楚",
    yes: "是",
    no: "否",
    fact: "有记录",
    claim: "本人陈述",
    disputed: "各方说法不一",
    buy: "买入",
    sell: "卖出",
}
const kind = (code: string): string => KINDS[code] ?? choices(code)
const choices = (codes: string): string =>
    codes
        .split(" | ")
        .map((code) => (CHOICES[code] === undefined ? code : `${code}（${CHOICES[code]}）`))
        .join("、")
/** What was written: quoted, or named where it is no text. */
const written = (found: string): string => KINDS[found] ?? `“${found}”`
const clear = "如确认不是密钥，请在同一组字段里加一行 notASecret: true；单独一句的写成 {text: …, notASecret: true}"

/** What the reader of YAML stumbled over, as a person sees it. */
const SYNTAX: Readonly<Record<string, string>> = {
    DUPLICATE_KEY: "同一个字段写了两次，请只留一个",
    BAD_INDENT: "这一行的缩进与上面没有对齐，或者上面的方括号、花括号没有写完",
    BLOCK_AS_IMPLICIT_KEY: "这一行有两个“: ”，或者下一行缩进多了；文字里有冒号的，请用英文双引号括起来",
    MULTILINE_IMPLICIT_KEY: "这一行不是“字段: 内容”的样子，可能冒号后缺空格",
    MISSING_CHAR: "到这里为止，有引号或括号没有写完，或者缺了冒号",
    BAD_SCALAR_START: "文字以 @、% 等符号开头，请用英文双引号括起来",
    TAB_AS_INDENT: "缩进用了制表符，请改成空格",
    MULTIPLE_DOCS: "文件中有“---”分隔线，请删去",
    TAG_RESOLVE_FAILED: "文字以叹号开头，请用英文双引号括起来",
    RESOURCE_EXHAUSTION: "括号套得太深",
}

/** Why a file that a program wrote is not read. */
const JSON_FAULT: Readonly<Record<CaseIssues["input.json.unreadable"]["reason"], string>> = {
    large: "文件过大（超过 32 MB），不读取",
    encoding: "文件不是 UTF-8 文字",
    syntax: "文件不是完整的 JSON",
    depth: "文件中的括号嵌套过深",
    form: "文件不是程序写出的原样：有重复的字段名，或者排列、空白被改动过",
}

export const caseIssues: Messages<CaseIssues> = {
    "input.file.encoding": () => ({ message: "文件不是 UTF-8 或 GBK 文字", hint: "请用记事本打开，另存为 UTF-8 编码" }),
    "input.file.mended-bom": () => ({ message: "文件开头有 BOM 标记，已按无标记读取" }),
    "input.file.mended-gb18030": () => ({
        message: "文件是 GBK（ANSI）编码，已按 GB18030 读取",
        hint: "建议另存为 UTF-8",
    }),
    "input.file.mended-full-width-colon": () => ({ message: "字段名后有全角冒号或全角字母，已按半角读取" }),
    "input.file.mended-tab": () => ({ message: "缩进中有制表符，每个已按两个空格读取" }),
    "input.yaml.syntax": (p) => ({
        message: SYNTAX[p.reason] ?? `第 ${String(p.column)} 个字符起读不懂（${p.reason}）`,
        ...(SYNTAX[p.reason] === undefined
            ? { hint: "常见原因：缩进不齐、冒号后缺空格、文字以 [ { * & % @ 开头而未加引号" }
            : {}),
    }),
    "input.yaml.alias": () => ({ message: "文件使用了 YAML 引用（&、*）", hint: "请把内容直接写出来" }),
    "input.json.unreadable": (p) => ({
        message: JSON_FAULT[p.reason],
        hint: "这个文件由程序写出，不能手工修改；请用原来的文件，或请提供人重新提供",
    }),
    "input.format.newer": (p) => ({
        message: `由较新版本的程序写出（格式 ${p.found}），本程序只认识 ${p.known}`,
        hint: "请换用较新版本的 lerpack",
    }),
    "input.field.unknown": (p) => ({
        message: `没有名为 ${p.field} 的字段`,
        hint: p.proposed ? `是否应为 ${p.proposed}？` : "请删去，或把内容移到 narrative 或 privateNotes",
    }),
    "input.field.missing": (p) => ({ message: `必填，尚未填写（应填：${kind(p.expected)}）` }),
    "input.field.empty": () => ({ message: "内容是空白", hint: "请填写，或删去这一项" }),
    "input.list.empty": () => ({ message: "至少要有一项" }),
    "input.value.kind": (p) => ({ message: `写的是${written(p.found)}，这里应为${kind(p.expected)}` }),
    "input.value.not-allowed": (p) => ({ message: `写的是${written(p.found)}，这里只能填：${choices(p.expected)}` }),
    "input.date.format": (p) => ({ message: `日期 ${p.found} 读不懂`, hint: "请写成年-月-日，例如 2023-03-21" }),
    "input.time.format": (p) => ({
        message: `时间 ${p.found} 读不懂`,
        hint: "请写成 2023-03-21 01:49:08 +08:00，用 24 小时制",
    }),
    "input.time.impossible": (p) => ({ message: `时间 ${p.found} 不存在`, hint: "请核对年月日和时分秒" }),
    "input.time.zone-missing": (p) => ({
        message: `时间 ${p.found} 没有写明时区`,
        hint: "北京时间请在后面写 北京时间 或 +08:00；交易所导出的 UTC 时间请写 UTC 或 Z；case.yaml 中确实不清楚的写成 {at: …, zone: unknown}",
    }),
    "input.time.zone-unreadable": (p) => ({
        message: `时间 ${p.found} 的时区读不懂`,
        hint: "请用 +08:00、Z 或 北京时间",
    }),
    "input.asset.format": (p) => ({ message: `${p.found} 不是币种代码`, hint: "请用大写代码，例如 BTC、USDT、CNY" }),
    "input.decimal.format": (p) => ({ message: `${p.found} 不是数字`, hint: "只写数字和小数点，例如 22939.6" }),
    "input.identifier.characters": (p) => ({
        message: `${p.found} 含有空格、中文、全角字符或看不见的字符`,
        hint: "请从页面或导出文件中复制，不要手工录入；全角的数字、字母改成半角",
    }),
    "input.memo.format": (p) => ({
        message: `${p.found} 不是转账标签（memo、tag）：只能是半角数字或字母，也可有 - 和 _，最多 64 个`,
        hint: "请从提币记录或区块浏览器中复制；没有标签的，删去这一项",
    }),
    "input.url.format": (p) => ({
        message: `${p.found} 不是完整的网址`,
        hint: "请检查有无空格、反斜杠、残缺的 % 编码",
    }),
    "input.email.format": (p) => ({ message: `${p.found} 不是电子邮箱地址` }),
    "input.ip.format": (p) => ({ message: `${p.found} 不是 IP 地址` }),
    "input.phone.format": (p) => ({
        message: `${p.found} 不是电话号码`,
        hint: "只写数字、空格、短横和开头的 +，例如 +86 24 0000 0000",
    }),
    "input.label.format": (p) => ({ message: `${p.found} 不是证据编号`, hint: "编号形如 E001、X01，见 证据说明.xlsx" }),
    "input.secret.field": (p) => ({
        message: `字段 ${p.field} 像是用来放密码或密钥的`,
        hint: "密码、API 密钥、助记词不得写入案件文件，请删去；已泄露的请立即作废",
    }),
    "input.secret.seed-phrase": () => ({
        message: "含有助记词（12 至 24 个单词，校验和成立）",
        hint: `请立即删去；${clear}`,
    }),
    "input.secret.api-secret": () => ({
        message: "含有像 API 密钥的内容（64 位大小写字母和数字）",
        hint: `请立即删去；${clear}`,
    }),
    "input.secret.private-key-block": () => ({ message: "含有私钥（PRIVATE KEY 段）", hint: "请立即删去" }),
    "input.text.surrogate": () => ({ message: "含有残缺的字符（不成对的代理码）", hint: "请重新录入该处文字" }),
    "input.text.invisible": (p) => ({
        message: `含有看不见的控制字符 ${p.codePoint}，文书中将显示为 ⟦${p.codePoint}⟧`,
        hint: "如非原文所有，请删去",
    }),
    "input.text.look-alike": (p) => ({
        message: `“${p.found}”（${p.codePoint}）是部首或兼容字，原样保留`,
        hint: `多因从 PDF 复制所致；如应为“${p.proposed}”，请改正`,
    }),
    "case.ref.format": (p) => ({
        message: `材料编号 ${p.found} 不合格式`,
        hint: "请用 4 至 24 位大写字母、数字和短横，例如 LX-2023-0321",
    }),
    "case.account.identifier-missing": () => ({ message: "uid 和 registeredEmail 至少要填一项，交易所据此查找账户" }),
    "case.time.zone-unknown": (p) => ({
        message: `${p.found} 未注明时区，文书中将写“时区未注明”`,
        hint: "能查清的，请补上",
    }),
    "case.time.order": (p) => ({ message: `这两处时间的先后不同寻常，请核对：${p.first}（${p.other}）与 ${p.second}` }),
    "case.credit-code.form": (p) => ({
        message: `${p.found} 不是 18 位统一社会信用代码的样子`,
        hint: "请对照公示系统核对",
    }),
    "case.credit-code.check-character": (p) => ({
        message: `${p.found} 的末位校验字符按 GB 32100 应为 ${p.expected}`,
        hint: "请对照公示系统核对；个别已发代码本身不合校验，确认无误可不改",
    }),
    "case.order.twice": (p) => ({ message: `订单号 ${p.found} 与 ${p.other} 相同或仅大小写不同，请核对` }),
    "case.position.police": (p) => ({
        message: `“${p.party}”的说法不写入任何材料：民警自己清楚，转述可能涉及警务工作秘密`,
        hint: "可以移到 privateNotes，只留给自己看",
    }),
    "case.recipient.other-platform": (p) => ({
        message: `账户在“${p.platform}”，收件方却是“${p.recipient}”，请核对是不是要向它调取`,
        hint: "收件方由 recipient 一项决定，有哪些可填见 lerpack recipients",
    }),
    "case.evidence.unknown-label": (p) => ({
        message: `引用了 ${p.label}，但证据登记中没有这个编号`,
        hint: "请把文件放入 evidence 或 exports 文件夹后运行 lerpack import，或改正编号",
    }),
}
