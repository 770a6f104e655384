import type { RequestTypeIssues } from "../base/issues/request-type.ts"
import type { Words } from "../base/lang.ts"
import { type Messages, wordsOf } from "./message.ts"

const LEFT_OUT: Readonly<Record<string, Words>> = {
    consent: { "zh-CN": "账户持有人的同意书", en: "the account holder's consent" },
    legal: { "zh-CN": "法律文书", en: "the legal instrument" },
    exhibits: { "zh-CN": "截图", en: "pictures" },
}

export const requestTypeIssues: Messages<keyof RequestTypeIssues> = {
    "request.days.format": (p) => ({
        "zh-CN": { message: `天数 ${p.found} 应为 1 至 3653 的数字`, hint: "只写数字，如：90" },
        en: {
            message: `the number of days ${p.found} must be a figure from 1 to 3653`,
            hint: "figures only, such as 90",
        },
    }),
    "request.number.format": (p) => ({
        "zh-CN": { message: `${p.found} 应为 1 至 99 的数字`, hint: "只写数字，如：1" },
        en: { message: `${p.found} must be a figure from 1 to 99`, hint: "figures only, such as 1" },
    }),
    "request.check-code.format": (p) => ({
        "zh-CN": {
            message: `核对码 ${p.found} 应为 32 位数字和字母 a 至 f`,
            hint: "请照抄留存包的核对码，分组的空格可以不写",
        },
        en: {
            message: `the check code ${p.found} must be 32 digits and letters a to f`,
            hint: "copy it from the archive; blanks between groups do not matter",
        },
    }),
    "request.type.not-filed": (p) => ({
        "zh-CN": {
            message: `尚未立案，不得${p.type["zh-CN"]}（《公安机关办理刑事案件程序规定》第一百七十四条）`,
            hint: "立案以后把“办理阶段”改为已立案；在此以前可以先保全、调取",
        },
        en: {
            message: `no ${p.type.en} before a case is filed (Provisions on Procedures for Criminal Cases, article 174)`,
            hint: "once it is filed say so in investigation.stage; before that data can be preserved and disclosed",
        },
    }),
    "request.type.unregulated": (p) => ({
        "zh-CN": {
            message: `立案以前能否提出这一类请求（${p.type["zh-CN"]}），法律未见明文`,
            hint: "请问法制部门；程序不拒绝，也不判断",
        },
        en: {
            message: `no provision was found on whether a ${p.type.en} may be asked for before a case is filed`,
            hint: "ask the legal department; the program neither refuses nor decides",
        },
    }),
    "request.type.incomplete": (p) => ({
        "zh-CN": {
            message: `请求类型是“${p.type["zh-CN"]}”，须填写：${p.asked["zh-CN"]}`,
            hint: "填好后再做第一步；不属于这一类的，改“请求类型”",
        },
        en: {
            message: `a ${p.type.en} request needs: ${p.asked.en}`,
            hint: "fill it in before the first step, or choose another request.type",
        },
    }),
    "request.type.instrument": (p) => ({
        "zh-CN": {
            message: `请求类型是“${p.type["zh-CN"]}”，所凭的文书应为${p.expected}，填写的是${p.found}`,
            hint: "请核对“法律文书名称”和“请求类型”",
        },
        en: {
            message: `a ${p.type.en} rests on ${p.expected}, the officer data name ${p.found}`,
            hint: "check instrument.nameZh and request.type",
        },
    }),
    "request.type.other-fields": (p) => ({
        "zh-CN": {
            message: `请求类型是“${p.type["zh-CN"]}”，为“${p.other["zh-CN"]}”填写的各项不采用，也不对外`,
            hint: "请核对“请求类型”",
        },
        en: {
            message: `the request is a ${p.type.en}: what is filled in for ${p.other.en} is not used and does not leave`,
            hint: "check request.type",
        },
    }),
    "request.type.left-out": (p) => ({
        "zh-CN": {
            message: `请求类型是“${p.type["zh-CN"]}”，不附${wordsOf(LEFT_OUT, p.what)["zh-CN"]}，提供的不随信发出`,
            hint: "不需要改；另有调取请求的，在那一次附上",
        },
        en: {
            message: `a ${p.type.en} request goes without ${wordsOf(LEFT_OUT, p.what).en}; what was given does not leave`,
            hint: "nothing has to be changed; enclose it with a disclosure",
        },
    }),
    "request.emergency.none": () => ({
        "zh-CN": {
            message:
                "没有填写有人的生命正受到威胁，不能作为紧急请求：收件方所称紧急，指有人面临死亡或者严重人身伤害，已经结束的盗窃、诈骗无论数额多大都不属于",
            hint: "怕数据灭失的，先提保全；怕资产转走的，立案后提冻结；请求数据的，用调取并写明提供期限。误用紧急会使收件方不再相信本单位以后的请求",
        },
        en: {
            message:
                "no life is said to be in danger, so this is no emergency: desks mean a risk of death or serious bodily harm, and a theft or fraud that is over is none, whatever the amount",
            hint: "where data may be lost ask for preservation, where assets may go ask for a freeze once the case is filed, for data ask for disclosure with a day to reply by; a misused emergency costs the trust in your later requests",
        },
    }),
    "request.freeze.confirmed-by": (p) => ({
        "zh-CN": {
            message: `要冻结的账户由“${p.found}”确认，不是收件方${p.recipient}自己确认的，不能提出`,
            hint: "链上看到的地址可能是平台共用的；先调取，收件方在答复中列明为其一名用户的账户以后再冻结",
        },
        en: {
            message: `the account to be frozen was named by "${p.found}", not by ${p.recipient} itself, so no freeze can be asked for`,
            hint: "an address seen on chain may be a pooled one: ask for disclosure first, and freeze what the desk's answer names as one customer's",
        },
    }),
    "request.target.other-platform": (p) => ({
        "zh-CN": {
            message: `${p.found} 属于“${p.platform}”，不能向${p.recipient}提出`,
            hint: "请向该平台另行请求；在本收件方的，写本收件方平台上的账户、充值地址或者交易哈希",
        },
        en: {
            message: `${p.found} is with "${p.platform}" and cannot be asked of ${p.recipient}`,
            hint: "ask that platform; here name an account, deposit address or transaction hash at the recipient's",
        },
    }),
    "request.preservation.long": (p) => ({
        "zh-CN": {
            message: `请求保全 ${String(p.days)} 日，收件方资料中的期限是 ${String(p.term)} 日`,
            hint: "可以照此请求；对方只保存较短期限的，到期前再次请求",
        },
        en: {
            message: `${String(p.days)} days of preservation are asked for, the desk's profile says ${String(p.term)}`,
            hint: "you may ask all the same; where the desk keeps for less, ask again before the end",
        },
    }),
}
