import type { SendingIssues } from "../base/issues/sending.ts"
import type { Lang } from "../base/lang.ts"
import { factNamed } from "./fact-names.ts"
import type { Messages } from "./message.ts"

export const sendingIssues: Messages<keyof SendingIssues> = {
    "sending.period.zone-unknown": (p) => ({
        "zh-CN": {
            message: `请求的期间（${p.from} 至 ${p.to}）没有注明时区，收件方无法查询`,
            hint: "请在“数据期间”写明起止时间和时区，例如 2023-03-21 00:00 北京时间，或 2023-03-20 16:00 UTC",
        },
        en: {
            message: `the period asked for (${p.from} to ${p.to}) names no time zone, so no desk can search it`,
            hint: "give request.period with start, end and zone, for example 2023-03-20 16:00 Z or +08:00",
        },
    }),
    "sending.period.unknown": () => ({
        "zh-CN": {
            message: "案件材料中发生的时间不清楚，请求没有期间，收件方无法查询",
            hint: "请在“数据期间”写明起止时间和时区，例如 2023-03-21 00:00 北京时间，或 2023-03-20 16:00 UTC",
        },
        en: {
            message: "the case does not know when it happened, so the request has no period to search",
            hint: "give request.period with start, end and zone, for example 2023-03-20 16:00 Z or +08:00",
        },
    }),
    "sending.account.other-platform": (p) => ({
        "zh-CN": {
            message: `材料中账户所在平台写作“${p.platform}”，收件方是${p.recipient}；发出的文件不写平台名称`,
            hint: "请核对“收件方”一项；向其他平台追查的，请说明该平台上的账户",
        },
        en: {
            message: `the case says that the account is with "${p.platform}", the recipient is ${p.recipient}; what leaves names no platform`,
            hint: "check the recipient; where funds are followed to another platform, name the account there",
        },
    }),
    "sending.account.other-desk": (p) => ({
        "zh-CN": {
            message: p.isWallet
                ? `报案所涉的是自行保管的钱包，不是${p.recipient}的账户；向${p.recipient}查询的是所列收款地址、交易哈希和“其他标识”`
                : `材料中的账户在“${p.platform}”，不在${p.recipient}；该账户的 UID、邮箱、订单和登录 IP 不向${p.recipient}查询`,
            hint: `请在“其他标识”中写明${p.recipient}上的账户、充值地址或者交易哈希${p.isWallet ? "，已经写明的不用改" : `；只向“${p.platform}”调取的，改“收件方”`}`,
        },
        en: {
            message: p.isWallet
                ? `the case is about a wallet of the holder's own, no account with ${p.recipient}, which is asked about the listed receiving addresses, hashes and further identifiers`
                : `the account of the case is with "${p.platform}", not with ${p.recipient}; its UID, mailbox, orders and log-in addresses are not asked of ${p.recipient}`,
            hint: `name as a further identifier (request.targets) an account, deposit address or transaction hash at ${p.recipient}${p.isWallet ? ", unless that is done" : "; or change the recipient"}`,
        },
    }),
    "sending.period.leaves-out": (p) => ({
        "zh-CN": {
            message: `请求的期间（${inChinese(p.from)} 至 ${inChinese(p.to)}）不包括 ${String(p.count)} 项所请求的事实：${toldFacts(p.facts, "zh-CN")}`,
            hint: "请放宽期间；不需要的事实写入“本次请求未采用的事实”",
        },
        en: {
            message: `the period asked for (${p.from} to ${p.to}) leaves out ${String(p.count)} of the facts asked about: ${toldFacts(p.facts, "en")}`,
            hint: "widen the period, or list facts that are not needed in factsNotUsed",
        },
    }),
    "sending.period.long": (p) => ({
        "zh-CN": {
            message: `登录、接口调用等记录的请求期间有 ${String(p.days)} 天，收件方可能以范围过宽退回`,
            hint: "调取应以查明案件所必需为限：请在“各数据项的期间”（request.periods）为这些数据项写明涉案操作前后的期间，分散在多个月份的可以分几次请求，或者只选必要的数据项；确需全部的，请在法律文书中写明理由",
        },
        en: {
            message: `log-ins, API calls and the like are asked for over ${String(p.days)} days; a desk may send this back as too broad`,
            hint: "ask for what is necessary: give these data groups periods of their own around the operations (request.periods), ask for months apart in several requests, or choose fewer groups; where all is needed, the instrument should say why",
        },
    }),
    "sending.fact.zone-unknown": (p) => ({
        "zh-CN": {
            message: `${String(p.count)} 项事实的时间没有注明时区，例如 ${factNamed(p.first)["zh-CN"]}：${p.local}，可能是 ${inChinese(p.readings)}`,
            hint: "请报案人对照页面或导出文件注明时区；无法查明的，请求中原样列出并注明时区未知，期间须包括两种时间",
        },
        en: {
            message: `${String(p.count)} facts have a time without zone, for example ${factNamed(p.first).en}: ${p.local}, which may be ${p.readings}`,
            hint: "have the account holder look up the zone; otherwise the time is listed as in the source, zone not stated, and the period must hold both",
        },
    }),
    "sending.fact.before-first": (p) => ({
        "zh-CN": {
            message: `${String(p.count)} 项事实早于报案人所称的首笔操作（${p.first}），最早的是 ${factNamed(p.fact)["zh-CN"]}（${p.at}）；请求以最早的事实起算`,
            hint: "请向报案人核实；不属于本案的，写入“本次请求未采用的事实”",
        },
        en: {
            message: `${String(p.count)} facts are before the operation that is stated as the first (${p.first}), the earliest is ${factNamed(p.fact).en} (${p.at}); the request begins with it`,
            hint: "ask the account holder; list what does not belong here in factsNotUsed",
        },
    }),
    "sending.group.no-orders": (p) => ({
        "zh-CN": {
            message: `请求的数据“${p.zh}”（${p.id}）只针对所列订单，本次没有列入订单，公函和请求都不写这一项`,
            hint: "不需要的，请取消选择这一项；需要的，请报案人在案件材料中补充订单",
        },
        en: {
            message: `the data group "${p.en}" (${p.id}) is about the listed orders alone and no order is listed, so letter and request leave it out`,
            hint: "leave this group out, or have the account holder add the orders to the case",
        },
    }),
    "sending.group.no-others": (p) => ({
        "zh-CN": {
            message: `请求的数据“${p.zh}”（${p.id}）只针对收款地址、收款账户和其他标识，本次没有列入，公函和请求都不写这一项`,
            hint: "不需要的，请取消选择这一项；需要的，请在“其他标识”中填写，或者请报案人在“转出记录”中补充收款地址",
        },
        en: {
            message: `the data group "${p.en}" (${p.id}) is about receiving addresses, receiving accounts and further targets alone and none is listed, so letter and request leave it out`,
            hint: "leave this group out, add targets, or have the account holder add the addresses to the case",
        },
    }),
    "sending.account.no-identifier": () => ({
        "zh-CN": {
            message: "案件材料中没有 UID 和注册邮箱，收件方无从查找账户",
            hint: "请向报案人问明，在“其他标识”中填写（用户编号、邮箱或者手机号码，属于报案人）；报案人填写的注册手机号码见《标识信息表》，由民警决定是否提供",
        },
        en: {
            message: "the case has neither UID nor registered e-mail, so the recipient cannot find the account",
            hint: "ask the reporter and add a target (UID, e-mail or telephone, of the complainant); the registered telephone is in the table of identifiers, and you decide whether it goes out",
        },
    }),
    "sending.agency.not-police": (p) => ({
        "zh-CN": {
            message: `单位“${p.found}”不像公安机关；文书名称、批准权限和所引《公安机关办理刑事案件程序规定》等是按公安机关整理的`,
            hint: "人民检察院、监察机关等：法律依据、法律文书、批准人请按本单位适用的规定填写，其余各件中所引的条文请法制部门核对；确属公安机关的不用改",
        },
        en: {
            message: `"${p.found}" does not look like an agency of public security, for which papers, approvals and articles are written`,
            hint: "another agency: enter its own legal basis, instrument and approver, and have the articles in the other papers checked",
        },
    }),
    "sending.investigation.missing": (p) => ({
        "zh-CN": {
            message: `未填写 ${p.fields}：公函留空，英文请求写“Not provided”。不少收件方只处理写明办理阶段、所查罪名和法律依据的请求`,
            hint: "请照立案、受案或者调查核实的文书填写；英文由民警填写",
        },
        en: {
            message: `${p.fields} are blank: the letter leaves them open, the English page says "Not provided". Many desks act only on a request that states the stage, the offence and the law`,
            hint: "copy them from the paper by which the case was filed, accepted or verified",
        },
    }),
    "sending.investigation.filed": () => ({
        "zh-CN": {
            message: "填写了立案决定书的文号或者日期，办理阶段却不是“已立案”：英文请求会前后不一",
            hint: "已经立案的，办理阶段选“已立案”；还没有立案的，删去立案决定书的文号和日期",
        },
        en: {
            message:
                "number or date of a decision to file the case are given, and the stage is another than filed: the English page would say both",
            hint: "if the case is filed, say so in the stage; if not, take number and date of the decision out",
        },
    }),
    "sending.investigation.no-filing": () => ({
        "zh-CN": {
            message: "办理阶段是“已立案”，没有填写立案决定书文号：英文请求只写已立案，收件方难以核实",
            hint: "请填写立案决定书的文号和日期",
        },
        en: {
            message:
                "the case is said to be filed, and no decision is named: the English page says so without a number, which a desk can hardly verify",
            hint: "give number and date of the decision",
        },
    }),
    "sending.reply-by.missing": () => ({
        "zh-CN": {
            message: "未填写提供时限：公函留空，英文请求写“Not provided”",
            hint: "《公安机关办理刑事案件程序规定》第六十二条要求写明提供时限；请填写“提供期限”",
        },
        en: {
            message:
                'no day is set by which the data are to be provided: the letter leaves it blank, the English page says "Not provided"',
            hint: "give request.replyBy; article 62 of the Provisions on Procedures for Criminal Cases asks for it",
        },
    }),
    "sending.number.rendering": (p) => ({
        "zh-CN": {
            message: `中文文号没有英文写法（${p.fields}），英文请求只写中文文号，收件方难以引用`,
            hint: "可写成 Evidence Notice No. 77 of 2023 一类，由民警填写",
        },
        en: {
            message: `Chinese document numbers have no English rendering (${p.fields}), so the English page has the Chinese number alone`,
            hint: "write for example Evidence Notice No. 77 of 2023",
        },
    }),
    "sending.authenticate.nothing": () => ({
        "zh-CN": {
            message: "没有填写单位官网，公函和英文请求没有可供核验的公开页面",
            hint: "请填写“单位官网”（网页上应有总机）；没有网页的，填写上级单位的",
        },
        en: {
            message:
                "the agency's web site is blank, so letter and English page name no public page by which they could be checked",
            hint: "give agency.website, a page that has the switchboard, or that of the superior unit",
        },
    }),
    "sending.label.unknown": (p) => ({
        "zh-CN": {
            message: `英文名称写给“${p.found}”，案件材料中没有这一项，不会出现在请求中`,
            hint: "请照抄订单号、交易哈希、地址或 IP；接口密钥写 apiKey，第三方应用写 application",
        },
        en: {
            message: `an English name is given to "${p.found}", which is no fact of the case, so it stands nowhere`,
            hint: "copy an order id, hash, address or IP address; or write apiKey or application",
        },
    }),
    "sending.period.group-unused": (p) => ({
        "zh-CN": {
            message: `期间写给数据“${p.found}”，本次请求没有这一项，不会出现在请求中`,
            hint: "请核对数据的编号，或在“请求的数据”中选上它",
        },
        en: {
            message: `a period is given for the data group "${p.found}", which is not asked for, so it stands nowhere`,
            hint: "check the id of the group, or ask for it",
        },
    }),
    "sending.transfer.party-unread": (p) => ({
        "zh-CN": {
            message: `转出记录中有 ${p.count} 处转出方或转入方（例如“${p.found}”）既不是常见的账户种类，也不是地址、账户编号，发出的文件只写“Not provided”`,
            hint: "知道地址或者对方 UID 的，请报案人在“转出记录”中写明完整地址，或者“UID 号码”",
        },
        en: {
            message: `${String(p.count)} senders or receivers of transfers (for example "${p.found}") are neither a known kind of wallet nor an address or number of an account; what leaves says "Not provided"`,
            hint: "where an address or a UID is known, have the account holder give it among the transfers, the address in full, or as UID and the number",
        },
    }),
    "sending.transfer.contact": (p) => ({
        "zh-CN": {
            message: `转出记录中有 ${p.count} 处收款人只有邮箱或者手机号码（例如“${p.found}”）：函里要求提供这些款项由谁收到，邮箱、号码本身不写进发出的文件`,
            hint: "要把邮箱、号码也告诉收件方的，请在“其他标识”中填写",
        },
        en: {
            message: `of ${String(p.count)} receivers of transfers the case has an e-mail address or a telephone alone (for example "${p.found}"): the letter asks who received these, and what leaves does not give the address or number itself`,
            hint: "to give it to the recipient as well, enter it among the further targets",
        },
    }),
}

/** Times as `printUtc` gives them, without its English words. */
const inChinese = (text: string): string =>
    text
        .replaceAll("about ", "约 ")
        .replaceAll("not known", "不清楚")
        .replaceAll(" (time zone not stated)", "（时区未注明）")
        .replace(/ \(date in (UTC[^)]{0,9})\)/g, "（$1 日期）")

type Told = SendingIssues["sending.period.leaves-out"]["facts"]

function toldFacts(facts: Told, lang: Lang): string {
    const time = (at: string): string => (lang === "zh-CN" ? inChinese(at) : at)
    return facts.map(({ fact, at }) => `${factNamed(fact)[lang]} ${time(at)}`).join(lang === "zh-CN" ? "；" : "; ")
}
