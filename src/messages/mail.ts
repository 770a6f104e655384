import type { MailIssues } from "../base/issues/mail.ts"
import type { Messages } from "./message.ts"

export const mailIssues: Messages<keyof MailIssues> = {
    "mail.to.missing": () => ({
        "zh-CN": { message: "邮件没有收件地址", hint: "请填写收件方的邮箱" },
        en: { message: "the mail has no address", hint: "give the recipient's mail address" },
    }),
    "mail.to.malformed": () => ({
        "zh-CN": {
            message: "收件地址不是完整的邮箱地址",
            hint: "只写地址本身，例如 case@recipient.example，不写姓名和尖括号",
        },
        en: {
            message: "not a complete mail address",
            hint: "write the address alone, for example case@recipient.example, without name or angle brackets",
        },
    }),
    "mail.subject.line-break": () => ({
        "zh-CN": { message: "邮件主题中有换行", hint: "请删去换行" },
        en: { message: "the subject has a line break", hint: "remove it" },
    }),
    "mail.subject.not-ascii": () => ({
        "zh-CN": { message: "邮件主题只能用英文字母、数字和英文标点", hint: "请改用英文或拼音" },
        en: {
            message: "the subject takes ASCII letters, digits and punctuation only",
            hint: "write it in English or pinyin",
        },
    }),
    "mail.subject.length": ({ limit }) => ({
        "zh-CN": { message: `邮件主题为空，或超过${String(limit)}个字符`, hint: "请写一行简短的英文主题" },
        en: {
            message: `the subject is empty or longer than ${String(limit)} characters`,
            hint: "write one short line",
        },
    }),
    "mail.date.malformed": () => ({
        "zh-CN": { message: "邮件日期不是带时区的时间", hint: "例如 2026-11-21T09:00:00+08:00" },
        en: { message: "the date is no time with a zone", hint: "for example 2026-11-21T09:00:00+08:00" },
    }),
    "mail.body.unprintable": () => ({
        "zh-CN": { message: "邮件正文中有控制字符", hint: "请删去该字符" },
        en: { message: "the text has control characters", hint: "remove them" },
    }),
    "mail.attachment.name": () => ({
        "zh-CN": { message: "附件名称只能用英文字母、数字和 . _ -，最多64个字符", hint: "请改用简短的英文名称" },
        en: {
            message: "an attachment's name takes letters, digits and . _ - only, at most 64 characters",
            hint: "use a short English name",
        },
    }),
    "mail.attachment.twice": ({ name }) => ({
        "zh-CN": { message: `有两个附件都叫 ${name}`, hint: "请给其中一个改名" },
        en: { message: `two attachments are called ${name}`, hint: "rename one of them" },
    }),
    "mail.attachment.type": () => ({
        "zh-CN": { message: "附件类型不符合格式", hint: "例如 application/pdf" },
        en: { message: "an attachment's type is malformed", hint: "for example application/pdf" },
    }),
}
