import { printEnglishDate, printUtc, rfc3339, type Time } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import { furtherDetails } from "../../facts/checklist/recipient-details.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import type { PhotoRole } from "../../facts/officer/photo-role.ts"
import { photosAsked } from "../../facts/recipients/recipient.ts"
import type { Recipient, RouteId } from "../../facts/recipients/recipient-schema.ts"
import { NOT_PROVIDED_EN } from "../shared/print.words.ts"
import { officerNameEn } from "./recipient.ts"
import { period } from "./scope.ts"

/**
 * Texts that go with the files: ASCII subject without a person's name or account, English first, a Chinese summary, no
 * links. By mail they are the mail; by the portal and by another unit's account they are the covering text.
 */

export interface MailText {
    readonly subject: string
    readonly body: string
}

/** A file that goes with the mail; pages where it has pages that were counted. */
export interface MailEnclosure {
    readonly name: string
    readonly pages?: number
}

/** Where the identity images are, from the recipient's point of view. */
export type IdentityState = "separate-mail" | "on-confirmation" | "at-registration" | "verified-account" | "none"

/** What a request by this route says of identity images; they may go only when the channel is confirmed. */
export function identityState(recipient: Recipient, route: RouteId, mayGo: boolean): IdentityState {
    if (route === "existing-account") return "verified-account"
    if (recipient.routes[route]?.identityImages !== "yes") return "none"
    if (route === "portal") return "at-registration"
    return mayGo ? "separate-mail" : "on-confirmation"
}

const IDENTITY_EN: Readonly<Record<IdentityState, string>> = {
    "separate-mail": "sent in a separate mail of the same reference.",
    "on-confirmation": "not enclosed; they will be provided as you direct. Please confirm the channel.",
    "at-registration": "provided once, when the officer's account was registered; not repeated here.",
    "verified-account": "not enclosed; this request is submitted through an account that you have already verified.",
    none: "not enclosed. Please tell us if you need any, and by which channel.",
}
const IDENTITY_ZH: Readonly<Record<IdentityState, string>> = {
    "separate-mail": "另以同一编号的邮件发送",
    "on-confirmation": "未附，待贵方确认接收渠道后提供",
    "at-registration": "注册账号时已提供，此处不再重复",
    "verified-account": "未附，本请求由贵方已核验的账号提交",
    none: "未附，如有需要请告知渠道",
}

/** The text that goes with the request. */
export function requestMail(
    facts: Case,
    ref: string,
    recipient: Recipient,
    officer: Officer,
    enclosures: readonly MailEnclosure[],
    identity: IdentityState,
): MailText {
    const items = [
        "Type: disclosure of account records. Not a freeze. Not an emergency.",
        target(facts, officer, enclosures),
        `Legal instrument: ${instrument(officer)}, enclosed, sealed.`,
        sender(recipient, officer),
        "To authenticate this request, please call the switchboard published on the agency's official website and ask for the department named above. Please do not verify it by a number or mailbox it gives.",
        `Identity documents: ${IDENTITY_EN[identity]}`,
        ...nonNotification(officer),
        `Enclosures: ${enclosures.map(enclosure).join("; ")}. SHA-256 values are in Schedule C of the first file.`,
    ]
    return {
        subject: subject(officer, ref),
        body: [
            `To: ${recipient.addressee.en}`,
            "",
            ...items.map((item, i) => `${String(i + 1)}. ${item}`),
            "",
            officer.route === "email"
                ? `Please reply to the official e-mail above and quote Ref ${ref}.`
                : `Please reply through this account or to the official e-mail above, and quote Ref ${ref}.`,
            "",
            ...(recipient.languages.accepted.includes("zh-CN")
                ? [
                      `（中文摘要）本函请求协助提供账户电子数据，不含冻结，不属紧急情形。法律文书、盖章公函及标识信息见附件。身份材料：${IDENTITY_ZH[identity]}。回复请引用编号 ${ref}。`,
                      "",
                  ]
                : []),
        ].join("\n"),
    }
}

function target(facts: Case, officer: Officer, enclosures: readonly MailEnclosure[]): string {
    const { from, to } = period(facts, officer)
    const when = (time: Time): string => rfc3339(time) ?? printUtc(time)
    const sheet = enclosures.find(({ name }) => name.startsWith("02-"))?.name ?? "Schedule A of the first file"
    return `Target and period: the account in ${sheet}, which has all identifiers as text; ${when(from)} to ${when(to)}.`
}

function instrument({ instrument = {} }: Officer): string {
    const { nameEn, number, date } = instrument
    const on = date === undefined ? NOT_PROVIDED_EN : printEnglishDate(date)
    return `${nameEn ?? NOT_PROVIDED_EN} No. ${number ?? NOT_PROVIDED_EN} of ${on}`
}

function sender(recipient: Recipient, officer: Officer): string {
    const { agency = {}, officer: person = {} } = officer
    const unit = [agency.nameEn, agency.departmentEn, agency.addressEn, agency.countryEn]
    const type = person.phoneType === "landline" ? " (landline)" : ""
    const further = furtherDetails(recipient, officer).map(({ label, value }) => ` ${label}: ${value}.`)
    return [
        `Requesting agency: ${unit.map((part) => part ?? NOT_PROVIDED_EN).join(", ")}.`,
        `   Officer: ${officerNameEn(officer)} (${person.surnameZh ?? ""}${person.givenNameZh ?? ""}), ${person.positionEn ?? NOT_PROVIDED_EN}.`,
        `   Official e-mail: ${person.email ?? NOT_PROVIDED_EN}. Office phone${type}: ${person.phone ?? NOT_PROVIDED_EN}.${further.join("")}`,
    ].join("\n")
}

/** Only where the officer gave reason and end: a wish without them is worth nothing to a desk. */
function nonNotification({ request = {} }: Officer): string[] {
    const { withholdNotice } = request
    if (withholdNotice === undefined) return []
    return [
        `Please do not notify any user concerned, other than the account holder who reported the matter, before ${printEnglishDate(withholdNotice.until)}, because ${withholdNotice.reasonEn.replace(/\.$/, "")}.`,
    ]
}

function enclosure({ name, pages }: MailEnclosure): string {
    return pages === undefined ? name : `${name} (${String(pages)} ${pages === 1 ? "page" : "pages"})`
}

const LONGEST_SUBJECT = 200

/** Mail programs show a plain ASCII subject everywhere; the agency's name gives way where it is too long. */
function subject({ agency = {} }: Officer, ref: string): string {
    const name = ascii(agency.nameEn ?? NOT_PROVIDED_EN)
    const country = ascii(agency.countryEn ?? "China")
    const place = name.toLowerCase().endsWith(country.toLowerCase()) ? name : `${name}, ${country}`
    const [before, after] = ["Law enforcement request - disclosure - ", ` - Ref ${ref}`]
    const room = LONGEST_SUBJECT - before.length - after.length
    const fitting = place.length <= room ? place : place.slice(0, room).replace(/[\s,]+\S*$/, "")
    return before + fitting + after
}

/** Letters without their marks; what has no plain form is left out. */
function ascii(text: string): string {
    return text
        .normalize("NFKD")
        .replace(/[^ -~]/g, "")
        .replace(/ {2,}/g, " ")
        .trim()
}

const PHOTO_EN: Readonly<Record<PhotoRole, string>> = {
    front: "police ID front",
    back: "police ID back",
    holding: "officer holding the ID",
}

/** The separate mail that carries the identity images. */
export function identityMail(ref: string, recipient: Recipient, officer: Officer): MailText {
    const images = photosAsked(recipient).map((role) => PHOTO_EN[role])
    const keepsChinese = recipient.languages.accepted.includes("zh-CN")
    return {
        subject: `Law enforcement request - identity documents - Ref ${ref}`,
        body: [
            `Identity documents of the requesting officer, ${officerNameEn(officer)}, for Ref ${ref}: ${images.join(", ")}.`,
            "They are provided for verification of the officer's identity only. Please delete them once verified and tell us how long they are kept.",
            "",
            ...(keepsChinese
                ? [
                      `（中文摘要）编号 ${ref} 请求的民警身份材料，仅供核验执法人员身份，核验后请删除，并请告知保存期限。`,
                      "",
                  ]
                : []),
        ].join("\n"),
    }
}

/** A question without case data, for a channel that nobody has verified yet (readers' practice: ask first). */
export function channelQuestion(recipient: Recipient, ref: string, route: RouteId): MailText {
    const channel = route === "email" ? "Is this mailbox" : "Is your web portal for law enforcement requests"
    return {
        subject: `Question about the channel for law enforcement requests - Ref ${ref}`,
        body: [
            `${channel} an accepted channel for requests of mainland China police to ${recipient.name.en}?`,
            "If not, which channel is?",
            "Which proof of identity do you accept in place of ID photographs, for example an official letter?",
            "Which e-mail domains do you accept from the requesting agency?",
            "Please reply to this address.",
            "",
        ].join("\n"),
    }
}

/** Where the question goes: to the mailbox itself, or for the portal to the address for questions about it. */
export function questionAddress(recipient: Recipient, route: RouteId): string | undefined {
    const mailbox = recipient.routes.email?.address
    return route === "email" ? mailbox : (recipient.questions?.address ?? mailbox)
}
