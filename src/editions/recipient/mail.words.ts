import type { PhotoRole } from "../../facts/officer/photo-role.ts"
import type { RequestTypeId } from "../../facts/officer/request-types.data.ts"

/** Words of the mails to a recipient and of the covering text: English first, a Chinese summary where it is read. */

/** Begin and end of the subject, which is ASCII; the agency stands between them. */
export const subjectOf = (type: string, ref: string): { readonly before: string; readonly after: string } => ({
    before: `Law enforcement request - ${type} - `,
    after: ` - Ref ${ref}`,
})
export const COUNTRY = "China"

export const addressedTo = (addressee: string): string => `To: ${addressee}`
/** `Type: disclosure of account records. …`; what begins in capitals keeps them. */
export const typeOf = (line: string): string =>
    `Type: ${/^[A-Z][a-z]/.test(line) ? line.slice(0, 1).toLowerCase() + line.slice(1) : line}`

/** Where the account is named: a sheet by its file name, else the schedule in the request. */
export const SCHEDULE_A = "Schedule A of the first file"
export const target = (role: string, sheet: string, from: string, to: string): string =>
    `Target and period: ${role.slice(0, 1).toLowerCase()}${role.slice(1)}, in ${sheet}, which has all identifiers as text; ${from} to ${to}`
/** In place of an account where only identifiers say which it is. */
export const IDENTIFIERS = "Accounts to which the listed identifiers belong"
export const OWN_PERIODS = ", unless a data item in the request states its own"

export interface Investigation {
    readonly stage: string
    readonly offence: string
    /** Absent where the letter names none. */
    readonly legalBasis?: string
    readonly number?: string
}
export const investigation = ({ stage, offence, legalBasis, number }: Investigation): string =>
    `Investigation: ${stage}.${number === undefined ? "" : ` Case number ${number}.`} Offence under investigation: ${offence}.${legalBasis === undefined ? "" : ` Legal basis: ${legalBasis}.`}`

export const instrument = (name: string, number: string, date: string): string =>
    `Legal instrument: ${name} No. ${number} of ${date}; a scan provided by the officer is enclosed.`

export const CONSENT = "Consent: written consent of the account holder is enclosed, as a scan provided by the officer."

export interface Sender {
    readonly agency: string
    readonly name: string
    readonly nameZh: string
    readonly position: string
    /** What the mailbox is called. */
    readonly mailbox: string
    readonly email: string
    /** Mailbox of the unit. */
    readonly unitEmail?: string
    /** The second officer. */
    readonly second?: string
    readonly phone: string
    readonly isLandline: boolean
    /** What this recipient asks for besides. */
    readonly further: readonly { readonly label: string; readonly value: string }[]
}

export const sender = (of: Sender): string =>
    [
        `Requesting agency: ${of.agency}.`,
        `   Officer: ${of.name} (${of.nameZh}), ${of.position}.${of.second === undefined ? "" : ` Second officer: ${of.second}.`}`,
        `   ${of.mailbox}: ${of.email}.${of.unitEmail === undefined ? "" : ` Reply address of the unit: ${of.unitEmail}.`} Office phone${of.isLandline ? " (landline)" : ""}: ${of.phone}.${of.further.map(({ label, value }) => ` ${label}: ${value}.`).join("")}`,
    ].join("\n")

export const authenticate = (ways: string): string => `To authenticate: ${ways}`

/** Where identity images are. */
export const IDENTITY_EN = {
    "separate-mail": "sent in a separate mail of the same reference.",
    "on-confirmation": "not enclosed; they will be provided as you direct. Please confirm the channel.",
    "at-registration": "not enclosed; the portal verifies the officer's account.",
    "verified-account": "not enclosed; this request is submitted through an account that you have already verified.",
    replaced: "an official letter of the officer's agency takes the place of photographs, as you agreed.",
    withheld: "not enclosed; they will be provided once their release has been approved on our side.",
    none: "not enclosed. Please tell us if you need any, and by which channel.",
} as const
export const IDENTITY_ZH = {
    "separate-mail": "另以同一编号的邮件发送",
    "on-confirmation": "未附，待贵方确认接收渠道后提供",
    "at-registration": "未附，由门户核验民警账号",
    "verified-account": "未附，本请求由贵方已核验的账号提交",
    replaced: "经贵方同意，以单位公函代替证件照片",
    withheld: "未附，待我方批准后提供",
    none: "未附，如有需要请告知渠道",
} as const
export const identityDocuments = (where: string): string => `Identity documents: ${where}`

export const doNotNotify = (except: string, until: string, reason: string): string =>
    `Please do not notify any user concerned${except} before ${until}. Reason: ${reason}.`

export const withPages = (name: string, pages: number): string =>
    `${name} (${String(pages)} ${pages === 1 ? "page" : "pages"})`
export const enclosures = (files: readonly string[], schedule: string): string =>
    `Enclosures: ${files.join("; ")}. SHA-256 values are in Schedule ${schedule} of the first file.`

export const replyByMail = (ref: string): string => `Please reply to the e-mail address above and quote Ref ${ref}.`
export const replyByAccount = (ref: string): string =>
    `Please reply through this account or to the e-mail address above, and quote Ref ${ref}.`

/** What the letter asks, by the kind of request. */
export const ABOUT_ZH: Readonly<Record<RequestTypeId, string>> = {
    disclosure: "请求协助提供账户电子数据，不含冻结，不属紧急情形",
    preservation: "请求协助保全账户电子数据，不请求提供数据，不含冻结，不属紧急情形",
    "data-freeze": "请求协助冻结电子数据，不请求提供数据，不含冻结资产，不属紧急情形",
    freeze: "请求协助冻结账户资产，不请求提供数据，不请求转移资产，不属紧急情形",
    "follow-up": "补充首次请求的标识，请求协助提供账户电子数据，不含冻结，不属紧急情形",
    emergency: "请求紧急协助提供账户电子数据，有人的生命正受到威胁，不含冻结",
}
export const requestSummaryZh = (
    about: string,
    hasInstrument: boolean,
    identity: string | undefined,
    ref: string,
): string =>
    `（中文摘要）本函${about}。公函${hasInstrument ? "和法律文书" : ""}的扫描件及标识信息见附件。${identity === undefined ? "" : `身份材料：${identity}。`}回复请引用编号 ${ref}。`

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
