import type { Case } from "../case/schema.ts"
import type { Officer } from "../request/officer.ts"
import type { Recipient } from "../request/recipient.ts"
import { printEnglishDate, printUtc, rfc3339 } from "../text/time.ts"
import { NOT_PROVIDED_EN } from "./print.ts"
import { officerNameEn } from "./recipient.ts"
import { period } from "./scope.ts"

/** Text of the mail to a desk: ASCII subject without name or UID, English first, Chinese summary, no links. */

export interface MailText {
    readonly subject: string
    readonly body: string
}

/** Mail with the request; `identity` says where the identity images are. */
export function requestMail(
    facts: Case,
    ref: string,
    recipient: Recipient,
    officer: Officer,
    enclosures: readonly string[],
    identity: "separate-mail" | "on-confirmation" | "not-needed",
): MailText {
    const { agency = {}, instrument = {}, request = {} } = officer
    const person = officer.officer ?? {}
    const { from, to } = period(facts, officer)
    const when = (time: typeof from): string => rfc3339(time) ?? printUtc(time)
    const lines = [
        `To: ${recipient.addressee.en}`,
        "",
        "Type: disclosure of account records. Not a freeze. Not an emergency.",
        `Target and period: see ${enclosures.find((name) => name.startsWith("02-")) ?? "02-Identifiers"} (account and order identifiers); ${when(from)} to ${when(to)}.`,
        `Legal instrument: ${instrument.nameEn ?? NOT_PROVIDED_EN} No. ${instrument.number ?? NOT_PROVIDED_EN} of ${instrument.date === undefined ? NOT_PROVIDED_EN : printEnglishDate(instrument.date)}, enclosed, sealed.`,
        `Requesting agency: ${[agency.nameEn, agency.departmentEn, agency.countryEn, agency.addressEn].map((part) => part ?? NOT_PROVIDED_EN).join(", ")}. Officer: ${officerNameEn(officer)} (${person.surnameZh ?? ""}${person.givenNameZh ?? ""}), ${person.positionEn ?? NOT_PROVIDED_EN}. Official e-mail: ${person.email ?? NOT_PROVIDED_EN}. Office phone: ${person.phone ?? NOT_PROVIDED_EN}${person.phoneType === undefined ? "" : ` (${person.phoneType})`}.`,
        "To authenticate this request, please call the switchboard published on the agency's own page. Please do not rely on numbers in this mail.",
        IDENTITY_EN[identity],
        ...(request.withholdNotice === undefined
            ? []
            : [
                  `Please do not notify the account holder before ${printEnglishDate(request.withholdNotice.until)}, because ${request.withholdNotice.reasonEn}.`,
              ]),
        `Enclosures: ${enclosures.join(", ")}. SHA-256 values are in Schedule C of the first file.`,
    ]
    const numbered = lines.map((line, i) => (i < 2 ? line : `${String(i - 1)}. ${line}`))
    return {
        subject: `Law enforcement request - disclosure - ${agency.nameEn ?? NOT_PROVIDED_EN}, China - Ref ${ref}`,
        body: [
            ...numbered,
            `Please reply to this address and quote Ref ${ref}.`,
            "",
            `（中文摘要）本函请求协助提供账户电子数据，不含冻结，不属紧急情形。法律文书、盖章公函及标识信息见附件。身份材料：${IDENTITY_ZH[identity]}。`,
            "",
        ].join("\n"),
    }
}

const IDENTITY_EN = {
    "separate-mail": "Identity documents: sent in a separate mail of the same reference, 3 images.",
    "on-confirmation":
        "Identity documents: will be provided through the portal or as you direct; please confirm the channel.",
    "not-needed": "Identity documents: the account through which this request is made has been verified.",
} as const
const IDENTITY_ZH = {
    "separate-mail": "另以同一编号的邮件发送",
    "on-confirmation": "待贵方确认接收渠道后提供",
    "not-needed": "提交账号已经核验",
} as const

/** The separate mail that carries the identity images. */
export function identityMail(ref: string, officer: Officer): MailText {
    return {
        subject: `Law enforcement request - identity documents - Ref ${ref}`,
        body: [
            `Identity documents of the requesting officer, ${officerNameEn(officer)}, for Ref ${ref}: police ID front, police ID back, officer holding the ID.`,
            "They are provided for verification of the officer's identity only. Please delete them once verified and tell us how long they are kept.",
            "",
            `（中文摘要）编号 ${ref} 请求的民警身份材料，仅供核验执法人员身份，核验后请删除。`,
            "",
        ].join("\n"),
    }
}

/** A question without case data, for a channel that nobody has verified yet (readers' practice: ask first). */
export function channelQuestion(recipient: Recipient, ref: string): MailText {
    return {
        subject: `Question about the channel for law enforcement requests - Ref ${ref}`,
        body: [
            `Is this mailbox an accepted channel for requests of mainland China police to ${recipient.name.en}?`,
            "If not, which channel is?",
            "Which proof of identity do you accept in place of ID photographs, for example an official letter?",
            "Which e-mail domains do you accept from the requesting agency?",
            "Please reply to this address.",
            "",
        ].join("\n"),
    }
}
