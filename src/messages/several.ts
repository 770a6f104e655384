import type { SeveralIssues } from "../base/issues/several.ts"
import { commas, type Messages } from "./message.ts"

export const severalIssues: Messages<keyof SeveralIssues> = {
    "request.number.taken": ({ no, layer, next }) => ({
        "zh-CN": {
            message: `留存包第 ${String(layer)} 层已经有第 ${String(no)} 次请求`,
            hint: `请把“第几次请求”改为 ${String(next)}；不写的，按第 1 次算`,
        },
        en: {
            message: `layer ${String(layer)} of the archive already holds request ${String(no)}`,
            hint: `make the number of the request (request.no) ${String(next)}; none counts as 1`,
        },
    }),
    "request.earlier.later": ({ layer, was, is }) => ({
        "zh-CN": {
            message: `办理时间（${is}）早于留存包第 ${String(layer)} 层的时间（${was}）`,
            hint: "沿用上一次的信息表的，请更新“办理时间”；是前面一层写错的，照实填写即可，核对时会指出",
        },
        en: {
            message: `the time of the act (${is}) lies before that of layer ${String(layer)} of the archive (${was})`,
            hint: "if the form is that of an earlier request, give the time of this one; if the earlier layer is wrong, say what is so: verify will name it",
        },
    }),
    "request.earlier.document": ({ of, number, no }) => ({
        "zh-CN":
            of === "letter"
                ? {
                      message: `发文字号 ${number} 与第 ${String(no)} 次请求的相同`,
                      hint: "一份公函一个文号；请核对是不是沿用了上一次的信息表",
                  }
                : {
                      message: `法律文书文号 ${number} 与第 ${String(no)} 次请求的相同，而那一次的收件方是另一个`,
                      hint: "法律文书写明送交的单位；请核对是不是沿用了上一次的信息表",
                  },
        en:
            of === "letter"
                ? {
                      message: `the letter number ${number} is that of request ${String(no)}`,
                      hint: "each letter has a number of its own: see whether the form is that of the earlier request",
                  }
                : {
                      message: `the instrument number ${number} is that of request ${String(no)}, which went to another desk`,
                      hint: "an instrument names its addressee: see whether the form is that of the earlier request",
                  },
    }),
    "request.archive.newer": ({ newer, layers }) => ({
        "zh-CN": {
            message: `这是 ${String(layers)} 层的留存包，而本案另有层数更高的 ${newer}`,
            hint: "接着低的做，高的那几层就不在里面，会有两个各缺一部分的留存包。拿错了的，删去这次写出的，用层数最高的重做；高的已经作废的，可以不改",
        },
        en: {
            message: `this archive has ${String(layers)} layers; of the same case there is ${newer}, which has more`,
            hint: "what is made from the lower one leaves those layers out, and each of the two archives lacks something. If it is the wrong one, delete what was just written and start from the highest; if the higher one is void, leave it",
        },
    }),
    "request.earlier.no-archive": () => ({
        "zh-CN": {
            message: "补充标识的请求须从留存包做起，给的却是材料包：没有可以核对的原请求",
            hint: "请给出原请求完成时得到的留存包（<编号>-archive.zip，或者层数最高的一个）",
        },
        en: {
            message:
                "a request with further identifiers is made from an archive; this is a draft, with no earlier request to compare with",
            hint: "give the archive that the earlier request left (<ref>-archive.zip, or the one with the highest layer)",
        },
    }),
    "request.earlier.unknown": ({ no, known }) => ({
        "zh-CN": {
            message: `留存包里没有第 ${String(no)} 次请求`,
            hint: known === "" ? "留存包里没有请求" : `留存包里有：第 ${known} 次`,
        },
        en: {
            message: `the archive holds no request ${String(no)}`,
            hint: known === "" ? "the archive holds no request" : `the archive holds: ${commas(known)}`,
        },
    }),
    "request.earlier.other-desk": ({ no, asked, found }) => ({
        "zh-CN": {
            message: `第 ${String(no)} 次请求是向 ${asked} 提出的，这一次的收件方是 ${found}`,
            hint: "补充标识只能补给同一个收件方；向别的收件方提出的，请求类型选“调取”",
        },
        en: {
            message: `request ${String(no)} went to ${asked}, this one goes to ${found}`,
            hint: "further identifiers go to the same recipient; ask another one by a disclosure request",
        },
    }),
    "request.earlier.code": ({ no, layer, found, expected }) => ({
        "zh-CN": {
            message: `第 ${String(no)} 次请求（第 ${String(layer)} 层）的核对码是 ${expected}，填写的是 ${found}`,
            hint: "请先弄清哪一个不对：留存包不是当时的那一个，还是抄错了",
        },
        en: {
            message: `the check code of request ${String(no)} (layer ${String(layer)}) is ${expected}, what was filled in is ${found}`,
            hint: "find out which is wrong: another archive than the one of that day, or a slip of the pen",
        },
    }),
    "request.earlier.ticket": ({ no, layer, found, recorded }) => ({
        "zh-CN": {
            message: `第 ${String(layer)} 层登记的第 ${String(no)} 次请求的受理编号是 ${recorded}，填写的是 ${found}`,
            hint: "请照对方的回执核对",
        },
        en: {
            message: `layer ${String(layer)} records the ticket ${recorded} for request ${String(no)}, what was filled in is ${found}`,
            hint: "compare with what the desk wrote",
        },
    }),
    "request.earlier.agency": ({ no, was, is }) => ({
        "zh-CN": {
            message: `第 ${String(no)} 次请求是以“${was}”的名义提出的，这一次是“${is}”`,
            hint: "更名或者移交的，请填写“补充标识：那次请求的单位”中文、英文，公函照写；不填的，公函写“我单位已向贵方提出”",
        },
        en: {
            message: `request ${String(no)} was made in the name of ${was}, this one is in that of ${is}`,
            hint: "if the unit was renamed or the case handed on, name the agency of that request (request.earlier.agencyZh, agencyEn), which the letter then prints; without it the letter calls the request its own",
        },
    }),
    "request.earlier.mailbox": ({ no, was, is }) => ({
        "zh-CN": {
            message: `“邮箱认可”与第 ${String(no)} 次请求填的相同，而那一次的工作邮箱是 ${was}，这一次是 ${is}`,
            hint: "收件方认可的是那一个邮箱：请就现在的邮箱再问一次，照答复填写；没有得到认可的，删去“邮箱认可”各项",
        },
        en: {
            message: `the acceptance of the mailbox is that of request ${String(no)}, whose mailbox was ${was}; this one's is ${is}`,
            hint: "the desk accepted that mailbox: ask about the present one and fill in what it answers, or remove the acceptance (mailboxAccepted)",
        },
    }),
    "request.earlier.row": ({ value, no, layer }) => ({
        "zh-CN": {
            message: `${value} 在第 ${String(no)} 次请求（第 ${String(layer)} 层）里已经提出过`,
            hint: "补充标识只写新的标识，请删去这一项",
        },
        en: {
            message: `${value} was asked about in request ${String(no)} already (layer ${String(layer)})`,
            hint: "a follow-up names new identifiers only: remove this one",
        },
    }),
    "request.earlier.no-new": ({ no }) => ({
        "zh-CN": {
            message: `与第 ${String(no)} 次请求相比，没有新的标识`,
            hint: "请在“其他标识”里填写新的标识；只是催办的，去信催问即可，不必再发一次请求",
        },
        en: {
            message: `there is no identifier that request ${String(no)} did not have`,
            hint: "name the new ones under further identifiers (request.targets); to ask how things stand needs no new request",
        },
    }),
}
