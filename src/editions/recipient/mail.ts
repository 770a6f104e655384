import { printDate, printUtc } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import { furtherDetails } from "../../facts/checklist/recipient-details.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { typeIdOf, typeOf } from "../../facts/officer/request-type.ts"
import { photosAsked, wantsTranslation } from "../../facts/recipients/recipient.ts"
import type { Recipient, RouteId } from "../../facts/recipients/recipient-schema.ts"
import { NOT_PROVIDED_EN } from "../shared/print.words.ts"
import * as words from "./mail.words.ts"
import { type Owner, ownerOf } from "./owner.ts"
import { chosenGroups, ownPeriod, period } from "./scope.ts"
import {
    authenticateEn,
    instrumentEn,
    investigationEn,
    mailboxKind,
    numberEn,
    numberLine,
    officerNameEn,
    secondOfficerEn,
} from "./sender.ts"
import { MAILBOX_HEAD } from "./sender.words.ts"
import { exceptEn, ownerEn } from "./targets.words.ts"
import { enclosuresSchedule } from "./typed.ts"
import { SUBJECT, TYPE_LINE } from "./typed.words.ts"
import { typedItems } from "./typed-mail.ts"

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
export type IdentityState =
    | "separate-mail"
    | "on-confirmation"
    | "at-registration"
    | "verified-account"
    | "replaced"
    | "withheld"
    | "none"

/** What a request by this route says of identity images; they may go only when the channel is confirmed. */
export function identityState(recipient: Recipient, route: RouteId, mayGo: boolean): IdentityState {
    if (route === "existing-account") return "verified-account"
    if (recipient.routes[route]?.identityImages !== "yes") return "none"
    if (route === "portal") return "at-registration"
    return mayGo ? "separate-mail" : "on-confirmation"
}

/** The text that goes with the request. */
export function requestMail(
    facts: Case,
    ref: string,
    recipient: Recipient,
    officer: Officer,
    enclosures: readonly MailEnclosure[],
    identity: IdentityState,
    hasConsent = false,
): MailText {
    const type = typeIdOf(officer)
    const row = typeOf(officer)
    const items = [
        words.typeOf(TYPE_LINE[type]),
        investigation(officer),
        ...(row.instrument === undefined ? [] : [instrument(officer)]),
        ...(row.data ? [target(facts, recipient, officer, enclosures)] : []),
        ...typedItems(officer),
        ...(hasConsent ? [words.CONSENT] : []),
        sender(recipient, officer),
        words.authenticate(authenticateEn(officer, recipient)),
        ...(row.photos ? [words.identityDocuments(words.IDENTITY_EN[identity])] : []),
        ...nonNotification(officer, ownerOf(facts, recipient, officer)),
        words.enclosures(enclosures.map(enclosure), enclosuresSchedule(officer)),
    ]
    return {
        subject: subject(officer, ref),
        body: [
            words.addressedTo(recipient.addressee.en),
            "",
            ...items.map((item, i) => `${String(i + 1)}. ${item}`),
            "",
            officer.route === "email" ? words.replyByMail(ref) : words.replyByAccount(ref),
            "",
            ...(wantsTranslation(recipient)
                ? []
                : [
                      words.requestSummaryZh(
                          words.ABOUT_ZH[type],
                          row.instrument !== undefined,
                          row.photos ? words.IDENTITY_ZH[identity] : undefined,
                          ref,
                      ),
                      "",
                  ]),
        ].join("\n"),
    }
}

function target(facts: Case, recipient: Recipient, officer: Officer, enclosures: readonly MailEnclosure[]): string {
    const { from, to } = period(facts, officer)
    const owner = ownerOf(facts, recipient, officer)
    const sheet = enclosures.find(({ name }) => name.startsWith("02-"))?.name ?? words.SCHEDULE_A
    const said = words.target(
        owner === "elsewhere" ? words.IDENTIFIERS : ownerEn(owner, false),
        sheet,
        printUtc(from),
        printUtc(to),
    )
    const groups = chosenGroups(facts, recipient, officer)
    const hasOwn = groups.some(({ id }) => ownPeriod(facts, officer, recipient, id) !== undefined)
    return `${said}${hasOwn ? words.OWN_PERIODS : ""}.`
}

function investigation(officer: Officer): string {
    const { caseNumber, caseNumberEn, receiptNumber } = officer.caseNumbers ?? {}
    const number = numberEn(caseNumber, caseNumberEn) ?? numberEn(receiptNumber, undefined)
    const { legalBasis, ...said } = investigationEn(officer)
    const isNamed = typeOf(officer).instrument !== undefined || officer.investigation?.legalBasisEn !== undefined
    return words.investigation({
        ...said,
        ...(isNamed ? { legalBasis } : {}),
        ...(number === undefined ? {} : { number: numberLine(number) }),
    })
}

function instrument(officer: Officer): string {
    const { name, number, date } = instrumentEn(officer)
    return words.instrument(name, numberLine(number), date)
}

/** Who writes, for the recipient to answer and to call back. */
export function sender(recipient: Recipient, officer: Officer): string {
    const { agency = {}, officer: person = {} } = officer
    const second = secondOfficerEn(officer, recipient)
    const unit = [agency.nameEn, agency.departmentEn, agency.addressEn, agency.countryEn]
    return words.sender({
        agency: unit.map((part) => part ?? NOT_PROVIDED_EN).join(", "),
        name: officerNameEn(officer),
        nameZh: `${person.surnameZh ?? ""}${person.givenNameZh ?? ""}`,
        position: person.positionEn ?? NOT_PROVIDED_EN,
        mailbox: MAILBOX_HEAD[mailboxKind(officer)],
        email: person.email ?? NOT_PROVIDED_EN,
        ...(agency.email === undefined ? {} : { unitEmail: agency.email }),
        phone: person.phone ?? NOT_PROVIDED_EN,
        isLandline: person.phoneType === "landline",
        further: furtherDetails(recipient, officer),
        ...(second === undefined ? {} : { second: second.name ?? second.nameZh }),
    })
}

/** Only where the officer gave reason and end: a wish without them is worth nothing to a desk. */
function nonNotification({ request = {} }: Officer, owner: Owner): string[] {
    const { withholdNotice } = request
    if (withholdNotice === undefined) return []
    const reason = withholdNotice.reasonEn.replace(/\.$/, "")
    return [words.doNotNotify(exceptEn(owner), printDate(withholdNotice.until), reason)]
}

function enclosure({ name, pages }: MailEnclosure): string {
    return pages === undefined ? name : words.withPages(name, pages)
}

const LONGEST_SUBJECT = 200

/** Mail programs show a plain ASCII subject everywhere; the agency's name gives way where it is too long. */
function subject(officer: Officer, ref: string): string {
    return fittingSubject(officer, words.subjectOf(SUBJECT[typeIdOf(officer)], ref))
}

/** A subject whose middle is the agency, shortened where all of it would be too long. */
export function fittingSubject(
    { agency = {} }: Officer,
    { before, after }: { readonly before: string; readonly after: string },
): string {
    const name = ascii(agency.nameEn ?? NOT_PROVIDED_EN)
    const country = ascii(agency.countryEn ?? words.COUNTRY)
    const place = name.toLowerCase().endsWith(country.toLowerCase()) ? name : `${name}, ${country}`
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

/** The separate mail that carries the identity images. */
export function identityMail(ref: string, recipient: Recipient, officer: Officer): MailText {
    const images = photosAsked(recipient).map((role) => words.PHOTO_EN[role])
    return {
        subject: words.identitySubject(ref),
        body: [
            words.identityBody(officerNameEn(officer), ref, images),
            words.FOR_VERIFICATION,
            "",
            ...(wantsTranslation(recipient) ? [] : [words.identitySummaryZh(ref), ""]),
        ].join("\n"),
    }
}
