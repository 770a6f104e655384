import type { PhotoRole } from "../../facts/officer/photo-role.ts"

/** Words of the mails to a recipient and of the covering text: English first, a Chinese summary where it is read. */

/** Begin and end of the subject, which is ASCII; the agency stands between them. */
export const subjectOf = (ref: string): { readonly before: string; readonly after: string } => ({
    before: "Law enforcement request - disclosure - ",
    after: ` - Ref ${ref}`,
})
export const COUNTRY = "China"

export const addressedTo = (addressee: string): string => `To: ${addressee}`
export const REQUEST_TYPE = "Type: disclosure of account records. Not a freeze. Not an emergency."

/** Where the account is named: a sheet by its file name, else the schedule in the request. */
export const SCHEDULE_A = "Schedule A of the first file"
export const target = (sheet: string, from: string, to: string): string =>
    `Target and period: the account in ${sheet}, which has all identifiers as text; ${from} to ${to}.`

export const instrument = (name: string, number: string, date: string): string =>
    `Legal instrument: ${name} No. ${number} of ${date}, enclosed, sealed.`

export interface Sender {
    readonly agency: string
    readonly name: string
    readonly nameZh: string
    readonly position: string
    readonly email: string
    readonly phone: string
    readonly isLandline: boolean
    /** What this recipient asks for besides. */
    readonly further: readonly { readonly label: string; readonly value: string }[]
}

export const sender = (of: Sender): string =>
    [
        `Requesting agency: ${of.agency}.`,
        `   Officer: ${of.name} (${of.nameZh}), ${of.position}.`,
        `   Official e-mail: ${of.email}. Office phone${of.isLandline ? " (landline)" : ""}: ${of.phone}.${of.further.map(({ label, value }) => ` ${label}: ${value}.`).join("")}`,
    ].join("\n")

export const AUTHENTICATE =
    "To authenticate this request, please call the switchboard published on the agency's official website and ask for the department named above. Please do not verify it by a number or mailbox it gives."

/** Where identity images are. */
export const IDENTITY_EN = {
    "separate-mail": "sent in a separate mail of the same reference.",
    "on-confirmation": "not enclosed; they will be provided as you direct. Please confirm the channel.",
    "at-registration": "provided once, when the officer's account was registered; not repeated here.",
    "verified-account": "not enclosed; this request is submitted through an account that you have already verified.",
    replaced: "an official letter of the officer's agency takes the place of photographs, as you agreed.",
    withheld: "not enclosed; they will be provided once their release has been approved on our side.",
    none: "not enclosed. Please tell us if you need any, and by which channel.",
} as const
export const IDENTITY_ZH = {
    "separate-mail": "另以同一编号的邮件发送",
    "on-confirmation": "未附，待贵方确认接收渠道后提供",
    "at-registration": "注册账号时已提供，此处不再重复",
    "verified-account": "未附，本请求由贵方已核验的账号提交",
    replaced: "经贵方同意，以单位公函代替证件照片",
    withheld: "未附，待我方批准后提供",
    none: "未附，如有需要请告知渠道",
} as const
export const identityDocuments = (where: string): string => `Identity documents: ${where}`

export const doNotNotify = (until: string, reason: string): string =>
    `Please do not notify any user concerned, other than the account holder who reported the matter, before ${until}, because ${reason}.`

export const withPages = (name: string, pages: number): string =>
    `${name} (${String(pages)} ${pages === 1 ? "page" : "pages"})`
export const enclosures = (files: readonly string[]): string =>
    `Enclosures: ${files.join("; ")}. SHA-256 values are in Schedule C of the first file.`

export const replyByMail = (ref: string): string => `Please reply to the official e-mail above and quote Ref ${ref}.`
export const replyByAccount = (ref: string): string =>
    `Please reply through this account or to the official e-mail above, and quote Ref ${ref}.`

export const requestSummaryZh = (ref: string, identity: string): string =>
    `（中文摘要）本函请求协助提供账户电子数据，不含冻结，不属紧急情形。法律文书、盖章公函及标识信息见附件。身份材料：${identity}。回复请引用编号 ${ref}。`

/** The separate mail with the identity images. */
export const PHOTO_EN: Readonly<Record<PhotoRole, string>> = {
    front: "police ID front",
    back: "police ID back",
    holding: "officer holding the ID",
}
export const identitySubject = (ref: string): string => `Law enforcement request - identity documents - Ref ${ref}`
export const identityBody = (officer: string, ref: string, images: readonly string[]): string =>
    `Identity documents of the requesting officer, ${officer}, for Ref ${ref}: ${images.join(", ")}.`
export const FOR_VERIFICATION =
    "They are provided for verification of the officer's identity only. Please delete them once verified and tell us how long they are kept."
export const identitySummaryZh = (ref: string): string =>
    `（中文摘要）编号 ${ref} 请求的民警身份材料，仅供核验执法人员身份，核验后请删除，并请告知保存期限。`

/** The question about a channel. */
export const questionSubject = (ref: string): string =>
    `Question about the channel for law enforcement requests - Ref ${ref}`
export const CHANNEL = {
    mailbox: "Is this mailbox",
    portal: "Is your web portal for law enforcement requests",
} as const
export const questions = (channel: string, recipient: string): readonly string[] => [
    `${channel} an accepted channel for requests of mainland China police to ${recipient}?`,
    "If not, which channel is?",
    "Which proof of identity do you accept in place of ID photographs, for example an official letter?",
    "Which e-mail domains do you accept from the requesting agency?",
    "Please reply to this address.",
]
