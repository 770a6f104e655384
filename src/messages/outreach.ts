import type { OutreachIssues } from "../base/issues/outreach.ts"
import type { Words } from "../base/lang.ts"
import { type Messages, wordsOf } from "./message.ts"

const KIND: Readonly<Record<string, Words>> = {
    receipt: { "zh-CN": "询问是否收到", en: "receipt" },
    outstanding: { "zh-CN": "催办尚缺", en: "outstanding" },
    thanks: { "zh-CN": "致谢并请求保存", en: "thanks" },
}
const page = (address: string): Words =>
    address === ""
        ? { "zh-CN": "请网安查明官方页面", en: "have the official page found out" }
        : { "zh-CN": `请从官方页面 ${address} 列出的联系方式`, en: `use what the official page ${address} names` }

export const outreachIssues: Messages<keyof OutreachIssues> = {
    "outreach.directory.none": ({ words }) => ({
        "zh-CN": {
            message: `名录中没有含“${words}”的条目`,
            hint: "换一个词，例如 网安、法制、检察院；不写词时列出全部：lerpack directory",
        },
        en: {
            message: `no entry of the directory has “${words}”`,
            hint: "try another word, for example cyber or procuratorate; without words all are listed: lerpack directory",
        },
    }),
    "outreach.question.no-mailbox": ({ recipient, page: address }) => ({
        "zh-CN": {
            message: `收件方资料（${recipient}）中没有用于询问的邮箱，因此只写文字，不写邮件草稿`,
            hint: `${page(address)["zh-CN"]}询问；查到邮箱的，写进自己的收件方资料（questions），注明来源、可信程度和日期`,
        },
        en: {
            message: `the profile of ${recipient} names no mailbox for questions, so the text is written and no draft mail`,
            hint: `${page(address).en}; a mailbox that you find goes into a profile of your own (questions), with source, grade and date`,
        },
    }),
    "outreach.follow-up.no-mailbox": ({ recipient, page: address }) => ({
        "zh-CN": {
            message: `收件方资料（${recipient}）中没有用于跟进的邮箱`,
            hint: `请在提交所用的门户或者往来邮件中跟进，或者${page(address)["zh-CN"]}；查到邮箱的，写进自己的收件方资料（followUp），注明来源、可信程度和日期`,
        },
        en: {
            message: `the profile of ${recipient} names no mailbox for follow-ups`,
            hint: `follow up in the portal or the mails by which the request went, or ${page(address).en}; a mailbox that you find goes into a profile of your own (followUp), with source, grade and date`,
        },
    }),
    "outreach.follow-up.not-sent": ({ recipient, journal }) => ({
        "zh-CN": {
            message: `台账 ${journal} 中没有记录向${recipient}的发送，不能跟进`,
            hint: "先记下何时由谁从哪个邮箱或者账号发出：lerpack journal add <文件夹或台账> sent；有受理编号的再记 ticket",
        },
        en: {
            message: `the journal ${journal} records nothing sent to ${recipient}, so there is nothing to follow up`,
            hint: "first record when, by whom and from where it was sent: lerpack journal add <folder or journal> sent; then the ticket number, if there is one",
        },
    }),
    "outreach.follow-up.withdrawn": ({ no, on }) => ({
        "zh-CN": {
            message: `第 ${no} 次请求已于 ${on} 记为撤回，不再跟进`,
            hint: "误记的，先作废那一条：lerpack journal add <文件夹或台账> voided；另行请求的，用 --no 写明第几次",
        },
        en: {
            message: `request ${no} is recorded as withdrawn on ${on}, so it is not followed up`,
            hint: "if that entry is wrong, void it: lerpack journal add <folder or journal> voided; for another request name its number with --no",
        },
    }),
    "outreach.follow-up.no-answer": ({ kind, no }) => ({
        "zh-CN": {
            message: `“${wordsOf(KIND, kind)["zh-CN"]}”要在收到答复以后；第 ${no} 次请求还没有记录答复`,
            hint: "收到的先记 answered 或者 answered-in-part（lerpack journal add）；还没有收到的，用 lerpack mail follow-up receipt",
        },
        en: {
            message: `“${wordsOf(KIND, kind).en}” comes after an answer, and none is recorded for request ${no}`,
            hint: "record what came as answered or answered-in-part (lerpack journal add); where nothing came, use lerpack mail follow-up receipt",
        },
    }),
    "outreach.mail.no-ref": ({ file }) => ({
        "zh-CN": {
            message: `${file} 中没有材料编号（ref）`,
            hint: "填写材料编号后重试；它与材料包 DRAFT-<编号>.zip 中的编号相同",
        },
        en: { message: `${file} has no reference (ref)`, hint: "fill it in: it is that of the draft, DRAFT-<ref>.zip" },
    }),
    "outreach.mail.other-ref": ({ found, expected }) => ({
        "zh-CN": {
            message: `民警信息表的材料编号是 ${found}，台账的是 ${expected}`,
            hint: "请核对是不是拿错了信息表或者台账",
        },
        en: {
            message: `the officer data are for ${found}, the journal is of ${expected}`,
            hint: "check whether the form or the journal is another case's",
        },
    }),
}
