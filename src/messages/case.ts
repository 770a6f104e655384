import type { CaseIssues } from "../base/issues/case.ts"
import type { Words } from "../base/lang.ts"
import { choices, type Messages } from "./message.ts"

const KINDS: Readonly<Record<string, Words>> = {
    text: { "zh-CN": "文字", en: "text" },
    list: { "zh-CN": "列表（每行以“- ”开头）", en: 'a list (each line begins with "- ")' },
    mapping: {
        "zh-CN": "几个下级字段，每行一个，缩进两格",
        en: "fields of its own, one in each line, indented by two blanks",
    },
    time: { "zh-CN": "时间，例如 2023-03-21 01:49 +08:00", en: "a time, for example 2023-03-21 01:49 +08:00" },
    date: { "zh-CN": "日期，例如 2023-03-21", en: "a date, for example 2023-03-21" },
    number: { "zh-CN": "数字，例如 1234.5", en: "a number, for example 1234.5" },
    "[…]": { "zh-CN": "列表", en: "a list" },
    "{…}": { "zh-CN": "几个下级字段", en: "fields" },
}
const kind = (code: string): Words => KINDS[code] ?? choices(code)
/** What was written: quoted, or named where it is no text. */
const written = (found: string): Words => KINDS[found] ?? { "zh-CN": `“${found}”`, en: `"${found}"` }
/** Fits one field and three: day, time of day and zone. */
const TIME_HINT: Words = {
    "zh-CN":
        "日期要有年、月、日，如 2023-03-21；几点几分用 24 小时制，如 01:49:08；时区写 北京时间、UTC 或 +08:00；不知道的写 不清楚；只记得月份的也写 不清楚，月份写在内容或者经过里",
    en: "the day with its year, as 2023-03-21; the clock with 24 hours, as 01:49:08; the zone as +08:00 or UTC; “not known” where it is not, and of a month alone too: tell the month in words, under Course",
}
const NO_SECRET: Words = {
    "zh-CN":
        "如确认不是密钥，请在《案件信息》同一行的“不是密钥”一栏填“是”；在 case.yaml 中，请在同一组字段里加一行 notASecret: true，单独一句的写成 {text: …, notASecret: true}",
    en: "if it is no secret, answer yes in its row under “Not a secret” of the workbook; in case.yaml add a line notASecret: true beside it, a text that stands alone is written {text: …, notASecret: true}",
}

/** Why a file that a program wrote is not read. */
const JSON_FAULT: Readonly<Record<CaseIssues["input.json.unreadable"]["reason"], Words>> = {
    large: { "zh-CN": "文件过大（超过 32 MB），不读取", en: "the file is too large to be read (over 32 MB)" },
    encoding: { "zh-CN": "文件不是 UTF-8 文字", en: "the file is not UTF-8 text" },
    syntax: { "zh-CN": "文件不是完整的 JSON", en: "the file is not complete JSON" },
    depth: { "zh-CN": "文件中的括号嵌套过深", en: "brackets in the file are nested too deeply" },
    form: {
        "zh-CN": "文件不是程序写出的原样：有重复的字段名，或者排列、空白被改动过",
        en: "the file is not as the program writes it: a field stands twice, or order or blanks were changed",
    },
}

/** What a text looks like. */
const SUSPECT: Readonly<Record<CaseIssues["input.secret.suspected"]["rule"], Words>> = {
    words: { "zh-CN": "钱包助记词", en: "the recovery phrase of a wallet" },
    "wallet-key": { "zh-CN": "钱包私钥", en: "the private key of a wallet" },
    "key-pair": { "zh-CN": "交易所的接口密钥", en: "an API key with its secret" },
    password: { "zh-CN": "密码或者密钥", en: "a password or a key" },
}

export const caseIssues: Messages<keyof CaseIssues> = {
    "input.json.unreadable": (p) => ({
        "zh-CN": {
            message: JSON_FAULT[p.reason]["zh-CN"],
            hint: "这个文件由程序写出，不能手工修改；请用原来的文件，或请提供人重新提供",
        },
        en: {
            message: JSON_FAULT[p.reason].en,
            hint: "a program writes this file and nobody edits it: use the original, or ask for it again",
        },
    }),
    "input.format.newer": (p) => ({
        "zh-CN": {
            message: `由较新版本的程序写出（格式 ${p.found}），本程序只认识 ${p.known}`,
            hint: "请换用较新版本的 lerpack",
        },
        en: {
            message: `written by a newer lerpack (format ${p.found}); this one knows ${p.known}`,
            hint: "a newer version of the program is needed",
        },
    }),
    "input.field.missing": (p) => ({
        "zh-CN": { message: `必填，尚未填写${p.expected === "text" ? "" : `（应填：${kind(p.expected)["zh-CN"]}）`}` },
        en: { message: `required and not given${p.expected === "text" ? "" : ` (expected: ${kind(p.expected).en})`}` },
    }),
    "input.field.empty": () => ({
        "zh-CN": { message: "内容是空白", hint: "请填写，或删去这一项" },
        en: { message: "nothing but blanks", hint: "fill it in, or remove it" },
    }),
    "input.list.empty": () => ({
        "zh-CN": { message: "至少要有一项" },
        en: { message: "at least one entry is needed" },
    }),
    "input.value.kind": (p) => ({
        "zh-CN": { message: `写的是${written(p.found)["zh-CN"]}，这里应为${kind(p.expected)["zh-CN"]}` },
        en: { message: `found ${written(p.found).en}, expected ${kind(p.expected).en}` },
    }),
    "input.value.not-allowed": (p) => ({
        "zh-CN": { message: `写的是${written(p.found)["zh-CN"]}，这里只能填：${choices(p.expected)["zh-CN"]}` },
        en: { message: `found ${written(p.found).en}, expected one of: ${choices(p.expected).en}` },
    }),
    "input.date.format": (p) => ({
        "zh-CN": { message: `日期 ${p.found} 读不懂`, hint: "请写成年-月-日，例如 2023-03-21" },
        en: { message: `${p.found} cannot be read as a date`, hint: "write 2023-03-21" },
    }),
    "input.time.format": (p) => ({
        "zh-CN": { message: `时间 ${p.found} 读不懂`, hint: TIME_HINT["zh-CN"] },
        en: { message: `${p.found} cannot be read as a time`, hint: TIME_HINT.en },
    }),
    "input.time.impossible": (p) => ({
        "zh-CN": { message: `时间 ${p.found} 不存在`, hint: "请核对年月日和时分秒" },
        en: { message: `the time ${p.found} does not exist`, hint: "check date and clock" },
    }),
    "input.time.date-ambiguous": (p) => ({
        "zh-CN": {
            message: `“${p.found}”看不出是哪一天，可能是 ${p.readings.replaceAll("、", "，也可能是 ")}`,
            hint: "请写四位的年，依次写年、月、日，如 2023-03-21",
        },
        en: {
            message: `"${p.found}" may be ${p.readings.replaceAll("、", " or ")}`,
            hint: "write the year in four figures, then month and day, as 2023-03-21",
        },
    }),
    "input.time.zone-missing": (p) => ({
        "zh-CN": {
            message: `时间 ${p.found} 没有写明时区`,
            hint: "北京时间请在后面写 北京时间 或 +08:00；交易所导出的 UTC 时间请写 UTC 或 Z；case.yaml 中确实不清楚的写成 {at: …, zone: unknown}",
        },
        en: {
            message: `the time ${p.found} has no time zone`,
            hint: "add +08:00 for Beijing time, Z for the UTC times of an export; if it cannot be known write {at: …, zone: unknown}",
        },
    }),
    "input.time.zone-unreadable": (p) => ({
        "zh-CN": { message: `时间 ${p.found} 的时区读不懂`, hint: "请用 +08:00、Z 或 北京时间" },
        en: { message: `the zone of ${p.found} cannot be read`, hint: "use +08:00 or Z" },
    }),
    "input.time.zone-ambiguous": (p) => ({
        "zh-CN": {
            message: `时间 ${p.found} 中的 CST 可能是北京时间，也可能是美国中部时间`,
            hint: "北京时间请改写为 北京时间 或 +08:00；美国中部时间请改写为 -06:00（夏令时 -05:00）",
        },
        en: {
            message: `CST in ${p.found} can mean China or US central time`,
            hint: "write +08:00 for China; -06:00 for US central time, -05:00 in summer",
        },
    }),
    "input.asset.format": (p) => ({
        "zh-CN": {
            message: `${p.found} 不像币种代码`,
            hint: "只写代码本身，1 到 20 个字母、数字或汉字，中间没有空格，例如 BTC、USDT、CNY；没有代码的 NFT 写 NFT，合集名称和编号写在来源里",
        },
        en: {
            message: `${p.found} is no asset code`,
            hint: "only the code, 1 to 20 letters or figures of any script without blanks, for example BTC, USDT, CNY; for an NFT that has none NFT, with its collection and number in the source",
        },
    }),
    "input.symbol.format": (p) => ({
        "zh-CN": {
            message: `${p.found} 不像交易对或合约的名称`,
            hint: "照导出文件写，只含字母、数字、汉字和 _ - / : .，中间没有空格，例如 BTCUSDT",
        },
        en: {
            message: `${p.found} is no market symbol`,
            hint: "as in the export: letters, figures and _ - / : . without blanks, for example BTCUSDT",
        },
    }),
    "input.key-ending.format": (p) => ({
        "zh-CN": {
            message: `密钥末几位写的是“${p.found}”，这里只写最后 4 到 8 个字母或数字`,
            hint: "不要写整个密钥",
        },
        en: {
            message: `"${p.found}" stands where the last 4 to 8 letters or figures of the key belong`,
            hint: "never the whole key",
        },
    }),
    "input.text.length": (p) => ({
        "zh-CN": {
            message: `有 ${String(p.length)} 个字符，这里最多 ${String(p.longest)} 个`,
            hint: "请核对有没有多粘贴了内容；确实更长的，把全文另存为文件放进 evidence，这里写开头一段并注明证据编号",
        },
        en: {
            message: `${String(p.length)} characters, at most ${String(p.longest)} are possible here`,
            hint: "look whether too much was pasted; if it is that long, put the whole into a file in evidence and cite it",
        },
    }),
    "input.decimal.format": (p) => ({
        "zh-CN": { message: `${p.found} 不是数字`, hint: "只写数字和小数点，例如 22939.6" },
        en: { message: `${p.found} is no plain number`, hint: "digits and a point only, for example 22939.6" },
    }),
    "input.identifier.characters": (p) => ({
        "zh-CN": {
            message: `${p.found} 含有空格、中文、全角字符或看不见的字符`,
            hint: "去掉空格，全角的数字、字母改成半角；看不出哪里不对的，从页面或导出文件中重新复制",
        },
        en: {
            message: `${p.found} holds blanks, non-ASCII or invisible characters`,
            hint: "remove blanks and write plain letters and digits; where nothing is to be seen, copy it anew from the page or the export file",
        },
    }),
    "input.identifier.unknown": (p) => ({
        "zh-CN": {
            message: `写的是“${p.found}”，这里只能填账号、编号、地址本身`,
            hint: "不知道的空着，不写字",
        },
        en: {
            message: `"${p.found}" stands where only the number or address itself belongs`,
            hint: "leave it blank where it is not known",
        },
    }),
    "input.memo.format": (p) => ({
        "zh-CN": {
            message: `${p.found} 不是转账标签（memo、tag）：只能是半角数字或字母，也可有 - 和 _，最多 64 个`,
            hint: "请从提币记录或区块浏览器中复制；没有标签的，删去这一项",
        },
        en: {
            message: `${p.found} is no memo or destination tag: digits or letters, also - and _, at most 64`,
            hint: "copy it from the withdrawal record or a block explorer; where there is none, leave the field out",
        },
    }),
    "input.url.format": (p) => ({
        "zh-CN": { message: `${p.found} 不是完整的网址`, hint: "请写域名或完整的网址，中间没有空格" },
        en: { message: `${p.found} is no complete address`, hint: "a host or a whole address without blanks" },
    }),
    "input.email.format": (p) => ({
        "zh-CN": { message: `${p.found} 不是电子邮箱地址` },
        en: { message: `${p.found} is no e-mail address` },
    }),
    "input.ip.format": (p) => ({
        "zh-CN": {
            message: `${p.found} 不是 IP 地址`,
            hint: "例如 203.0.113.7 或 2001:db8::7，可带端口或 /24；各段开头没有多余的 0",
        },
        en: {
            message: `${p.found} is no IP address`,
            hint: "for example 203.0.113.7 or 2001:db8::7, with a port or /24 if need be; no leading zeros",
        },
    }),
    "input.phone.format": (p) => ({
        "zh-CN": {
            message: `${p.found} 不是电话号码`,
            hint: "例如 +86 139 0000 0000；分机写 转 8001，两个号码中间用 / 隔开",
        },
        en: {
            message: `${p.found} is no telephone number`,
            hint: "for example +86 139 0000 0000; ext 8001 behind it; / between two numbers",
        },
    }),
    "input.label.format": (p) => ({
        "zh-CN": { message: `${p.found} 不是证据编号`, hint: "编号形如 E001、X01，见 证据说明.xlsx" },
        en: { message: `${p.found} is no evidence label`, hint: "labels look like E001 or X01, see 证据说明.xlsx" },
    }),
    "input.secret.field": (p) => ({
        "zh-CN": {
            message: `字段 ${p.field} 像是用来放密码或密钥的`,
            hint: "密码、API 密钥、助记词不得写入案件文件，请删去；已泄露的请立即作废",
        },
        en: {
            message: `the field ${p.field} seems to be meant for a password or key`,
            hint: "passwords, API secrets and seed phrases must not be in a case file; remove it and revoke what leaked",
        },
    }),
    "input.secret.seed-phrase": () => ({
        "zh-CN": { message: "含有助记词（12 至 24 个单词，校验和成立）", hint: `请立即删去；${NO_SECRET["zh-CN"]}` },
        en: {
            message: "holds a seed phrase (12 to 24 words with a valid checksum)",
            hint: `remove it now; ${NO_SECRET.en}`,
        },
    }),
    "input.secret.api-secret": () => ({
        "zh-CN": {
            message: "含有像 API 密钥的内容（64 位大小写字母和数字）",
            hint: `请立即删去；${NO_SECRET["zh-CN"]}`,
        },
        en: {
            message: "holds what looks like an API key or secret (64 letters and digits of mixed case)",
            hint: `remove it now; ${NO_SECRET.en}`,
        },
    }),
    "input.secret.suspected": (p) => ({
        "zh-CN": {
            message: `这段文字像是${SUSPECT[p.rule]["zh-CN"]}`,
            hint: `是的话请删去，并立即更换、停用：密码、密钥、助记词不写进任何材料。${NO_SECRET["zh-CN"]}`,
        },
        en: {
            message: `this looks like ${SUSPECT[p.rule].en}`,
            hint: `if so remove it and change it at once: no password, key or phrase belongs into any paper. ${NO_SECRET.en}`,
        },
    }),
    "input.secret.private-key-block": () => ({
        "zh-CN": { message: "含有私钥（PRIVATE KEY 段）", hint: "请立即删去" },
        en: { message: "holds a private key block", hint: "remove it now" },
    }),
    "input.text.surrogate": () => ({
        "zh-CN": { message: "含有残缺的字符（不成对的代理码）", hint: "请重新录入该处文字" },
        en: { message: "holds a broken character (a lone surrogate)", hint: "type that place anew" },
    }),
    "input.text.invisible": (p) => ({
        "zh-CN": {
            message: `含有看不见的控制字符 ${p.codePoint}，文书中将显示为 ⟦${p.codePoint}⟧`,
            hint: "如非原文所有，请删去",
        },
        en: {
            message: `holds the invisible control ${p.codePoint}; documents will show ⟦${p.codePoint}⟧`,
            hint: "remove it unless the original has it",
        },
    }),
    "input.text.look-alike": (p) => ({
        "zh-CN": {
            message: `“${p.found}”（${p.codePoint}）是部首或兼容字，原样保留`,
            hint: `多因从 PDF 复制所致；如应为“${p.proposed}”，请改正`,
        },
        en: {
            message: `“${p.found}” (${p.codePoint}) is a radical or compatibility form; kept as it is`,
            hint: `usually damage from copying out of a PDF; put “${p.proposed}” if that is meant`,
        },
    }),
    "case.ref.device": (p) => ({
        "zh-CN": {
            message: `材料编号 ${p.found} 是 Windows 保留的设备名，材料包在 Windows 上解压不出来`,
            hint: "请换一个编号，例如 LX-2023-0321",
        },
        en: {
            message: `${p.found} is a device name of Windows: a packet of that name cannot be unpacked there`,
            hint: "choose another reference, for example LX-2023-0321",
        },
    }),
    "case.ref.format": (p) => ({
        "zh-CN": {
            message: `材料编号 ${p.found} 不合格式`,
            hint: "请用 4 至 24 位大写字母、数字和短横，例如 LX-2023-0321",
        },
        en: {
            message: `${p.found} cannot serve as reference`,
            hint: "4 to 24 capital letters, digits and hyphens, for example LX-2023-0321",
        },
    }),
    "case.name.organisation": (p) => ({
        "zh-CN": {
            message: `姓名 ${p.found} 像是单位的名称`,
            hint: "这里写来报案的人（法定代表人或者经办人）的姓名；账户是单位的，把单位写在“账户持有人”各项",
        },
        en: {
            message: `the name ${p.found} looks like that of an organisation`,
            hint: "write the person who reports here, and the organisation as the account's holder",
        },
    }),
    "case.account.identifier-missing": () => ({
        "zh-CN": {
            message: "UID、注册邮箱、注册手机号码至少要填一项，据此查找账户",
            hint: "UID 在应用或网页的个人中心、头像菜单里，导出文件和交易所发来的邮件里也常有；身份证号码不能代替；被盗的是自己的钱包、不是交易所账户的，平台写钱包的名称，UID 填钱包地址",
        },
        en: {
            message:
                "give the account's UID or its registered e-mail, at least one: the exchange finds the account by it",
            hint: "the UID stands in the profile menu of app and website, often in exports and in the exchange's mails; an ID number does not do; where coins were taken from a wallet of your own, give the wallet's name as the exchange and its address as the UID",
        },
    }),
    "case.position.police": (p) => ({
        "zh-CN": {
            message: `“${p.party}”的说法不写入任何材料：民警自己清楚，转述可能涉及警务工作秘密`,
            hint: "可以移到 privateNotes，只留给自己看",
        },
        en: {
            message: `what "${p.party}" said enters no document: the officers know it, and it may concern internal police matters`,
            hint: "move it to privateNotes to keep it for yourself",
        },
    }),
    "case.recipient.other-platform": (p) => ({
        "zh-CN": {
            message: `账户在“${p.platform}”，材料却写给“${p.recipient}”`,
            hint: "请核对“向哪个交易所调取”（recipient）一项，有哪些可选见 lerpack recipients；没有您的交易所的，选“其他平台”，材料照样可以做；自己的钱包被盗，向币转入的交易所调取的，不用改",
        },
        en: {
            message: `the account is at "${p.platform}", but the papers go to "${p.recipient}"`,
            hint: "check “Exchange to be asked” (recipient); lerpack recipients lists the choices; where yours is not among them choose “another platform”, the papers can be made all the same; where it is a wallet of your own and the coins went to that exchange, nothing is to be changed",
        },
    }),
    "case.recipient.no-channel": (p) => ({
        "zh-CN": {
            message: `没有查到${p.recipient}可以核实的执法受理渠道：${p.reason}（${p.source}；可信程度 ${p.grade}；${p.day}）`,
            hint: `不影响报案：材料照常生成，交给公安机关，渠道由民警查找，办法写在《办理提示》里；请不要自己把材料发到网上查到的地址。${p.instead === "" ? "" : `${p.instead}（${p.insteadSource}；可信程度 ${p.insteadGrade}）。`}资产又转到其他交易所的，请在“转出记录”中写明，民警可以先向该交易所调取`,
        },
        en: {
            message: `no channel for police that could be checked is known of ${p.recipientEn}: ${p.reasonEn} (${p.sourceEn}; grade ${p.grade}; ${p.day})`,
            hint: `this does not stop your report: the papers are made and go to the police, who look for the channel as 办理提示 tells them; do not send anything to addresses found on the web yourself. ${p.insteadEn === "" ? "" : `${p.insteadEn} (${p.insteadSourceEn}; grade ${p.insteadGrade}). `}Where assets went on to another exchange, say so among the transfers: the police can ask that one first`,
        },
    }),
    "case.evidence.unknown-label": (p) => ({
        "zh-CN": {
            message: `引用了 ${p.label}，但证据登记中没有这个编号`,
            hint: "请把文件放入 evidence 或 exports 文件夹后运行 lerpack import，或改正编号",
        },
        en: {
            message: `${p.label} is cited but not registered`,
            hint: "put the file into evidence or exports and run lerpack import, or correct the label",
        },
    }),
}
