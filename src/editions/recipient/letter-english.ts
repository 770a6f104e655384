import { beijingWall, isDay, printDate, printUtc, type Time } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { typeIdOf, typeOf } from "../../facts/officer/request-type.ts"
import { isOwnWallet } from "../../facts/recipients/platform.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { platformEn } from "../shared/identifiers.ts"
import { NOT_PROVIDED_EN } from "../shared/print.words.ts"
import { recipientIdentifiers } from "./identifiers.ts"
import * as identifiers from "./identifiers.words.ts"
import * as words from "./letter-english.words.ts"
import { isHeldByOther, lacksIdentifier, ownerOf } from "./owner.ts"
import { span } from "./recipient.words.ts"
import { earliestFact, edgeEn, groupsEn, period } from "./scope.ts"
import {
    agencyEn,
    asksBadge,
    caseNumberEn,
    hostOf,
    instrumentEn,
    investigationEn,
    mailboxKind,
    officerEn,
    secondOfficerEn,
} from "./sender.ts"
import { furtherTargets, isInCase, kindEn } from "./targets.ts"
import { exceptEn, ownerEn, ROLE_EN } from "./targets.words.ts"
import { typedEn } from "./typed.ts"

/**
 * The English translation of the Chinese letter, from the facts of which the letter is made: under the seal behind the
 * letter, and as text in 01-Request where the scan is not known to have it.
 */

/** Fields in English that the translation prints and nobody has filled in. */
export function translationBlanks(officerData: Officer): string[] {
    const { agency = {}, officer = {}, instrument = {}, investigation = {} } = officerData
    const printed: Readonly<Record<string, unknown>> = {
        "agency.nameEn": agency.nameEn,
        "agency.departmentEn": agency.departmentEn,
        "agency.addressEn": agency.addressEn,
        "officer.surnamePinyin": officer.surnamePinyin,
        "officer.givenNamePinyin": officer.givenNamePinyin,
        "investigation.offenceEn": investigation.offenceEn,
        ...(typeOf(officerData).instrument === undefined
            ? {}
            : { "investigation.legalBasisEn": investigation.legalBasisEn, "instrument.nameEn": instrument.nameEn }),
    }
    return Object.keys(printed).filter((field) => printed[field] === undefined)
}

/**
 * Data of the translation.
 *
 * @param annexes - As the letter lists them; the instrument, where there is one, is the first and stands in none.
 */
export function letterEnglish(
    facts: Case,
    recipient: Recipient,
    officer: Officer,
    annexes: readonly { readonly name: string; readonly sha256: string }[],
    letterCode: string,
): object {
    const { agency = {}, request = {}, investigation = {} } = officer
    const { withholdNotice, replyBy } = request
    const type = typeIdOf(officer)
    const givesReasons = type === "disclosure" || type === "follow-up"
    const before = typeOf(officer).instrument === undefined ? 1 : 2
    const { registeredEmail } = facts.account
    const uid = facts.account.uid ?? (lacksIdentifier(facts, officer) ? words.LINE : undefined)
    const owner = ownerOf(facts, recipient, officer)
    return withLines({
        ...typedEn(officer),
        title: words.TITLE[type],
        limits: words.LIMITS[type],
        addressee: recipient.addressee.en,
        opening: words.opening(investigation.stage),
        investigation: investigationEn(officer),
        hasBasis: investigation.legalBasisZh !== undefined,
        isDataAsked: givesReasons,
        caseNumber: caseNumberEn(officer) ?? { number: words.LINE },
        event: words.event(
            facts.incident.kind,
            sinceEn(earliestFact(facts, officer)),
            words.voice(owner, isHeldByOther(facts), isOwnWallet(facts)),
        ),
        instrument: instrumentEn(officer),
        role: ownerEn(owner, isOwnWallet(facts)),
        isElsewhere: owner === "elsewhere",
        platform: platformEn(facts, recipient),
        uid,
        email: registeredEmail,
        subAccounts: facts.account.subAccounts?.join(", "),
        isOneSub: facts.account.subAccounts?.length === 1,
        listed: listedEn(facts, recipient, officer),
        listedAnnex: String(before),
        targets: furtherTargets(facts, officer).map((target) => ({
            kind: kindEn(target),
            value: target.value,
            role: ROLE_EN[target.role],
            source: !isInCase(facts, target)
                ? words.BY_POLICE
                : target.role === "complainant"
                  ? words.OWN
                  : words.IN_CASE,
        })),
        period: bothSpansEn(period(facts, officer)),
        groups: groupsEn(facts, recipient, officer).map(({ text, why, period }) => ({
            text,
            period,
            why: givesReasons ? why : undefined,
        })),
        replyBy: replyBy === undefined ? words.LINE : printDate(replyBy),
        withhold:
            withholdNotice === undefined
                ? undefined
                : {
                      until: printDate(withholdNotice.until),
                      reason: withholdNotice.reasonEn.replace(/\.$/, ""),
                      except: exceptEn(owner),
                  },
        website: hostOf(agency.website),
        agency: agencyEn(officer),
        contacts: contactsEn(officer, recipient),
        phone: officer.officer?.phone ?? words.LINE,
        mailbox: words.MAILBOX[mailboxKind(officer)],
        officerEmail: officer.officer?.email ?? words.LINE,
        annexes: annexes.map(({ name, sha256 }, i) => ({
            number: String(i + before),
            what: annexEn(name, officer),
            name,
            sha256,
        })),
        code: letterCode,
    })
}

function annexEn(name: string, officer: Officer): string {
    if (typeOf(officer).schedule === "assets" && /^02-.*\.xlsx$/.test(name)) return words.FROZEN
    return words.ANNEX.find(([pattern]) => pattern.test(name))?.[1] ?? words.OTHER_ANNEX
}

interface Contact {
    readonly name?: string | undefined
    readonly nameZh: string
    readonly badge?: string | undefined
}

/** Both officers; a badge number where the desk asks for it. */
function contactsEn(officer: Officer, recipient: Recipient): readonly Contact[] {
    const { name, nameZh } = officerEn(officer)
    const badge = asksBadge(recipient) ? officer.officer?.badgeNumber : undefined
    const first = { name, nameZh: nameZh === "" ? words.LINE : nameZh, badge }
    return [first, secondOfficerEn(officer, recipient) ?? { nameZh: words.LINE }]
}

function sinceEn(first: Time | undefined): string {
    if (first === undefined) return ""
    const { about, ...exact } = first
    const wall = isDay(first) ? undefined : beijingWall(exact)
    const moment = isDay(first) ? printDate(first) : wall === undefined ? printUtc(exact) : words.chinaTime(wall)
    return words.since(about === true ? words.about(moment) : moment)
}

function bothSpansEn({ from, to }: { readonly from: Time; readonly to: Time }): string {
    const utc = span(edgeEn(from), edgeEn(to))
    const isExact = [from, to].every((time) => !isDay(time) && time.about !== true)
    const [first, last] = [beijingWall(from), beijingWall(to)]
    return isExact && first !== undefined && last !== undefined ? utc + words.alsoInChina(first, last) : utc
}

/** What the annex of identifiers lists; nothing where it lists neither. */
function listedEn(facts: Case, recipient: Recipient, officer: Officer): string | undefined {
    const titles = recipientIdentifiers(facts, recipient, officer).map(({ title }) => title)
    const listed = [
        ...(titles.includes(identifiers.ORDERS.title) ? [words.ORDERS] : []),
        ...(titles.includes(identifiers.TRANSFERS.title) ? [words.TRANSFERS] : []),
    ]
    return listed.length === 0 ? undefined : words.both(listed)
}

/** Lines in place of what nobody provided, as in the Chinese letter. */
function withLines<T>(value: T): T {
    if (value === NOT_PROVIDED_EN) return words.LINE as T
    if (Array.isArray(value)) return value.map(withLines) as T
    if (typeof value !== "object" || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withLines(member)])) as T
}
