import type { ConditionId } from "../../facts/checklist/conditions.ts"
import type { IdentityLack } from "../../facts/checklist/identity-release.ts"

/** English words of the checklist, for a screen: the paper is Chinese. What they say stands in checklist.words.ts. */

export const NO_PHOTO = "no photo given"
export const NO_MATERIALS = "none given"
export const NOT_FILLED = "blank"
export const notFilled = (labels: string): string => `blank: ${labels}`
export const KEPT_BACK = "not sent while conditions for sending are open"
export const BY_IDENTITY_MAIL = "in the identity folder, sent in a mail of its own"
export const notReleased = (lacking: readonly string[]): string =>
    `identity images must not be sent; missing: ${lacking.join(", ")}`
export const RELEASE: Readonly<Record<IdentityLack, string>> = {
    "identity-approval": "approver and date for sending identity images abroad",
    "export-assessment": "assessment before export",
    "export-result": "result of the assessment before export, or why none applies",
}
export const replacedBy = (by: string, on: string, how: string): string =>
    `the recipient takes a letter of the unit instead (${on}, ${by}: ${how}); once sealed and scanned, 身份证明函 goes into the folder 法律文书`
export const PHOTO_NOT_ASKED = "the route that was chosen does not ask for photos of the police ID"
export const NOT_TOLD = "the program cannot tell whether all is there; prepare and check it as the recipient asks"
export const OFFICERS_OWN = "the officer's own"
export const FROM_REPORTER = "made from the reporter's packet"
export const MAY_UPLOAD = "may be uploaded"
export const finding = (text: string): string => `check: ${text}`
export const unmarkedBy = (approver: string, reason: string): string =>
    `without the mark: approved by ${approver}, reason: ${reason}`
export const PHONE_TYPE: Readonly<Record<string, string>> = { landline: "landline", mobile: "mobile" }

/** Where something is, or is to be put. */
export const FORM = "officer's form"
export const PACKET = "this packet"
export const PHOTOS = "photos of the police ID"
export const SCAN_WHEN_SEALED = "to be scanned once sealed"
export const FORM_AND_SCAN = "officer's form; the scan apart"
export const ROWS: Readonly<Partial<Record<ConditionId, string>>> = {
    approval: "approval",
    channel: "channel verified",
    mailbox: "mailbox accepted",
}
export const MAILBOX_ROW = "official e-mail"

const LACKING: Readonly<Record<string, string>> = {
    "county-head": "approval by the head of an agency at county level or above",
    scan: "scan",
    comparison: "agreement with the files of the first step",
    name: "name in Chinese and English",
    number: "number",
    date: "date",
    approver: "approver",
    confirmation: "record of how it was verified",
    way: "by which way it was verified",
}
const HOW_TO: Readonly<Record<ConditionId, string>> = {
    "sealed-letter": "print the letter, have it approved and sealed, then scan it as PDF",
    "legal-instrument": "once it is issued fill it in and scan it as PDF",
    approval:
        "for disclosure the head of the unit that handles the case; for property the head of an agency at county level or above",
    channel:
        "have it reached from the official page and noted; an answer from the address in doubt proves nothing about it",
    mailbox: "use a gov.cn mailbox, or ask the recipient and note the answer",
}
const BY_COMPARING =
    "in the second step give the folder of the first and copy the code at the end of the sealed letter; where something differs, mend what is said"
const BY_COUNTY = "give name, position and date of the approval in the form"
export function lacks(id: ConditionId, parts: readonly string[]): string {
    const own = parts.includes("county-head") ? BY_COUNTY : parts.includes("comparison") ? BY_COMPARING : HOW_TO[id]
    return `missing: ${parts.map((part) => LACKING[part] ?? part).join(", ")}. To do: ${own}`
}
export const WITH_TRANSLATION = "; the English translation behind it is sealed and scanned too"
export const SEALED =
    "the scan is the officer's; the program does not see whether it is sealed, is this letter, or has pages upside down: compare each page with the original"
export const BY_ACCOUNT = "sent through an account that exists, without a mailbox of one's own"
export const BY_DOMAIN = "the mailbox is of an official domain that the recipient accepts"
/** Ways in which a channel was verified, as the form means them. */
export const WAYS: Readonly<Record<string, string>> = {
    "official-page": "reached from the official page",
    "superior-account": "account of a superior unit",
    "official-ticket": "ticket of the official support, answered",
    other: "other",
}
