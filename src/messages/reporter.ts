import type { ReporterIssues } from "../base/issues/reporter.ts"
import type { Messages } from "./message.ts"

/** Messages on what reporters say of themselves and in their own words. */
export const reporterIssues: Messages<keyof ReporterIssues> = {
    "case.id-number.form": () => ({
        "zh-CN": {
            message: "不像 18 位的居民身份证号码",
            hint: "请对照证件核对；填的是护照等其他证件的号码，请在“证件种类”（reporter.idKind）中写明",
        },
        en: {
            message: "no citizen identity number of 18 characters",
            hint: "compare it with the card; if it is of a passport or other document, say so under kind of ID (reporter.idKind)",
        },
    }),
    "case.id-number.check-character": () => ({
        "zh-CN": { message: "身份证号码的最后一位与前面各位不合，可能写错了一位", hint: "请对照证件核对" },
        en: {
            message: "the last character of the identity number does not fit the others",
            hint: "compare it with the card",
        },
    }),
    "case.phone.length": (p) => ({
        "zh-CN": {
            message: `手机号码 ${p.found} 有 ${String(p.length)} 位，应为 11 位`,
            hint: "请核对有没有漏写、多写",
        },
        en: {
            message: `the mobile number ${p.found} has ${String(p.length)} digits instead of 11`,
            hint: "look for a missing or doubled digit",
        },
    }),
    "case.name.odd": (p) => ({
        "zh-CN": { message: `姓名 ${p.found} 中有引号、括号或者数字`, hint: "请只写证件上的姓名" },
        en: {
            message: `the name ${p.found} has quotes, brackets or figures in it`,
            hint: "write it as the card has it",
        },
    }),
    "case.ref.personal": (p) => ({
        "zh-CN": {
            message: `材料编号里有您的个人信息（${p.found}）；编号会出现在发往境外的每个文件名里`,
            hint: "请换一个看不出是谁的编号，例如 LX-2023-0321",
        },
        en: {
            message: `the reference has personal data in it (${p.found}); it stands in the name of every file that leaves`,
            hint: "choose one that tells nothing, such as LX-2023-0321",
        },
    }),
    "case.text.foreign": (p) => ({
        "zh-CN": {
            message: `${p.count === 1 ? "有一处叙述" : `有 ${String(p.count)} 处叙述`}不是中文`,
            hint: "民警办案用中文：请写中文，可以请懂两种语言的人帮忙（写明是谁译的）；原文另存为文件，作为证据放进去。暂时没有译文的也能生成，材料中注明“原文不是中文，未附译文”",
        },
        en: {
            message: `${p.count === 1 ? "a statement is" : `${String(p.count)} statements are`} not in Chinese`,
            hint: "police in China work in Chinese: write it in Chinese, with the help of somebody who knows both languages (say who translated), and add the original as a file of evidence. Without a translation the papers are made too, and say that the text is not in Chinese and not translated",
        },
    }),
}
