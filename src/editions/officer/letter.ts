import {
    beijingWall,
    isDay,
    isUnknown,
    printBeijing,
    printChineseDate,
    type Time,
    utcWall,
} from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { typeOf } from "../../facts/officer/request-type.ts"
import { isOwnWallet } from "../../facts/recipients/platform.ts"
import { wantsTranslation } from "../../facts/recipients/recipient.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { recipientIdentifiers } from "../recipient/identifiers.ts"
import { ORDERS, TRANSFERS } from "../recipient/identifiers.words.ts"
import { letterEnglish, translationBlanks } from "../recipient/letter-english.ts"
import { isHeldByOther, lacksIdentifier, ownerOf, whyOf } from "../recipient/owner.ts"
import { chosenGroups, earliestFact, keepUsed, ownPeriod, period } from "../recipient/scope.ts"
import { asksBadge, mailboxKind } from "../recipient/sender.ts"
import { furtherTargets, isInCase } from "../recipient/targets.ts"
import { isNationalMoney, platformEn } from "../shared/identifiers.ts"
import { shown } from "../shared/print.ts"
import { walletEn } from "../shared/wallets.ts"
import * as words from "./letter.words.ts"
import { typedZh } from "./letter-typed.ts"

/** The Chinese letters to print and seal, one for each kind of request. Blank officer fields become lines to fill in by hand. */

/** Fields that the letter and its translation print and nobody has filled in; they show a line for each. */
export function letterBlanks(officerData: Officer, isTranslated = false): string[] {
    const { agency = {}, officer = {}, instrument = {}, caseNumbers = {}, investigation = {} } = officerData
    const type = typeOf(officerData)
    const printed: Readonly<Record<string, unknown>> = {
        "agency.nameZh": agency.nameZh,
        "agency.departmentZh": agency.departmentZh,
        "agency.addressZh": agency.addressZh,
        "officer.surnameZh": officer.surnameZh,
        "officer.givenNameZh": officer.givenNameZh,
        "officer.email": officer.email,
        "officer.phone": officer.phone,
        "secondOfficer.nameZh": officerData.secondOfficer?.nameZh,
        "caseNumbers.caseNumber": caseNumbers.caseNumber ?? caseNumbers.receiptNumber,
        "investigation.stage": investigation.stage,
        "investigation.offenceZh": investigation.offenceZh,
        ...(type.instrument === undefined
            ? {}
            : {
                  "investigation.legalBasisZh": investigation.legalBasisZh,
                  "instrument.nameZh": instrument.nameZh,
                  "instrument.number": instrument.number,
                  "instrument.date": instrument.date,
              }),
        ...(type.provides ? { "request.replyBy": officerData.request?.replyBy } : {}),
    }
    const blanks = Object.keys(printed).filter((field) => printed[field] === undefined)
    return isTranslated ? [...blanks, ...translationBlanks(officerData)] : blanks
}

export interface Annex {
    readonly name: string
    readonly sha256: string
    readonly pages?: number
}

/**
 * Data of the letter, 关于协助提供有关账户电子数据的函 or that of another kind of request. 发文字号 and 成文日期 are given when it is sealed, so they are lines to fill in,
 * whatever the officer data say.
 *
 * @param isTranslated - Whether its English translation stands behind it.
 */
export function letterView(
    facts: Case,
    _ref: string,
    recipient: Recipient,
    officer: Officer,
    annexes: readonly Annex[],
    letterCode: string,
    isTranslated = wantsTranslation(recipient),
): object {
    const { agency = {}, instrument = {}, request = {}, investigation = {}, caseNumbers = {} } = officer
    const { withholdNotice, replyBy } = request
    const all = period(facts, officer)
    const owner = ownerOf(facts, recipient, officer)
    const number = caseNumbers.caseNumber ?? caseNumbers.receiptNumber
    // The instrument is the first annex, where there is one.
    const before = typeOf(officer).instrument === undefined ? 1 : 2
    return {
        ...typedZh(officer),
        addressee: recipient.addressee.zh,
        signed: signedLines(shown(agency.nameZh, words.BLANK)).map((line) => ({ line })),
        department: shown(agency.departmentZh, words.BLANK),
        opening: words.opening(
            investigation.stage,
            shown(investigation.offenceZh, words.BLANK),
            shown(number, words.BLANK),
        ),
        event: words.eventZh(
            facts.incident.kind,
            sinceZh(earliestFact(facts, officer)),
            words.voiceZh(owner, isHeldByOther(facts), isOwnWallet(facts)),
        ),
        legalBasis: shown(investigation.legalBasisZh, words.BLANK),
        instrument: shown(instrument.nameZh, words.BLANK),
        instrumentNumber: shown(instrument.number, words.BLANK),
        instrumentDate: instrument.date === undefined ? words.BLANK : printChineseDate(instrument.date),
        role: words.ownerZh(owner, isOwnWallet(facts)),
        isElsewhere: owner === "elsewhere",
        ...accountZh(facts, recipient, officer),
        targets: furtherTargets(facts, officer).map((target) => ({
            kind: words.targetZh(target),
            value: target.value,
            role: words.TARGET_ROLE_ZH[target.role],
            source: !isInCase(facts, target)
                ? words.BY_POLICE
                : target.role === "complainant"
                  ? words.OWN
                  : words.IN_CASE,
        })),
        period: bothSpansZh(all.from, all.to),
        listed: listedZh(facts, recipient, officer),
        groups: chosenGroups(facts, recipient, officer).map(({ id, zh }) => {
            const own = ownPeriod(facts, officer, recipient, id)
            return {
                text: zh,
                why: words.whyZh(id, whyOf(facts, owner)),
                period: own === undefined ? undefined : spanZh(own.from, own.to),
            }
        }),
        replyBy: replyBy === undefined ? words.BLANK : printChineseDate(replyBy),
        withhold:
            withholdNotice === undefined
                ? undefined
                : {
                      until: printChineseDate(withholdNotice.until),
                      reason: shown(withholdNotice.reasonZh),
                      except: words.exceptZh(owner),
                  },
        contacts: contactsZh(officer, recipient),
        phone: shown(officer.officer?.phone, words.BLANK),
        mailbox: words.MAILBOX_ZH[mailboxKind(officer)],
        officerEmail: shown(officer.officer?.email, words.BLANK),
        unitEmail: agency.email,
        address: shown(agency.addressZh, words.BLANK),
        website: agency.website,
        listedAnnex: String(before),
        annexes: annexes.map((annex, i) => ({
            number: String(i + before),
            isFirst: i + before === 1,
            what: annexZh(annex.name, officer),
            name: annex.name,
            sha256: annex.sha256,
        })),
        letterCode,
        translation: isTranslated ? letterEnglish(facts, recipient, officer, annexes, letterCode) : undefined,
    }
}

function annexZh(name: string, officer: Officer): string {
    const what = words.ANNEX_ZH.find(([pattern]) => pattern.test(name))?.[1] ?? words.OTHER_ANNEX
    return typeOf(officer).schedule === "assets" && what === words.IDENTIFIERS_ZH ? words.FROZEN_ZH : what
}

/** Platform and UID in one sentence, the mailbox on a line of its own, where it is not parted over two. */
function accountZh(facts: Case, recipient: Recipient, officer: Officer): object {
    const { registeredEmail } = facts.account
    // What the victim wrote is not passed on; another platform than the addressee's is left out.
    const exchange = platformEn(facts, recipient) === undefined ? undefined : recipient.name.zh
    // A line on a blank form; an officer is asked for it before.
    const uid = facts.account.uid ?? (lacksIdentifier(facts, officer) ? words.BLANK : undefined)
    const isAlone = exchange === undefined && uid === undefined
    return {
        exchange,
        uid,
        email: isAlone ? undefined : registeredEmail,
        emailAlone: isAlone ? registeredEmail : undefined,
        subAccounts: facts.account.subAccounts?.join("、"),
    }
}

function contactsZh(officer: Officer, recipient: Recipient): string {
    const { officer: person = {}, secondOfficer } = officer
    const badge = (number: string | undefined) => (asksBadge(recipient) ? number : undefined)
    const first = person.surnameZh === undefined ? words.BLANK : `${person.surnameZh}${person.givenNameZh ?? ""}`
    return [
        words.contact(shown(first), badge(person.badgeNumber)),
        words.contact(shown(secondOfficer?.nameZh, words.BLANK), badge(secondOfficer?.badgeNumber)),
    ].join("、")
}

/** Since when it happened, on the clock of China; nothing where it is not known. */
function sinceZh(first: Time | undefined): string {
    return first === undefined ? "" : words.since(momentZh(first, "beijing"))
}

/** `2023年3月20日16:00至3月21日16:00（UTC）`, and the same on the clock of China. */
function bothSpansZh(from: Time, to: Time): string {
    if (isUnknown(from) || isUnknown(to)) return words.span(words.BLANK, words.BLANK)
    const beijing = wallSpan(from, to, beijingWall)
    return beijing === undefined ? spanZh(from, to) : words.onBothClocks(spanZh(from, to), words.span(...beijing))
}

function spanZh(from: Time, to: Time): string {
    const utc = wallSpan(from, to, utcWall)
    return utc === undefined ? words.span(momentZh(from, "utc"), momentZh(to, "utc")) : words.utcSpan(...utc)
}

/** Both ends on one clock, year and day named once where they are one; nothing where an end has no clock. */
function wallSpan(
    from: Time,
    to: Time,
    wallOf: (time: Time) => string | undefined,
): readonly [string, string] | undefined {
    const [first, last] = [partsOf(from, wallOf), partsOf(to, wallOf)]
    if (first === undefined || last === undefined) return undefined
    if (last.date === first.date) return [`${first.date}${first.hours}`, last.hours]
    const lastDay = last.year === first.year ? words.dayInYear(last.month, last.day) : last.date
    return [`${first.date}${first.hours}`, `${lastDay}${last.hours}`]
}

interface WallParts {
    readonly year: string
    readonly month: string
    readonly day: string
    readonly date: string
    readonly hours: string
}

function partsOf(time: Time, wallOf: (time: Time) => string | undefined): WallParts | undefined {
    const wall = wallOf(time)
    if (wall === undefined || time.about === true) return undefined
    const [whole = "", hours = ""] = wall.split(" ")
    const [year = "", month = "", day = ""] = whole.split("-").map((part) => String(Number(part)))
    return { year, month, day, date: words.dayOf(year, month, day), hours }
}

/** One form for all times of the letter: `2023年3月20日16:00（UTC）`; one without a zone stands as it is. */
function momentZh(time: Time, clock: "utc" | "beijing"): string {
    const { about, ...exact } = time
    const said = about === true ? words.ABOUT : ""
    if (isDay(time)) return said + printChineseDate(time)
    const parts = partsOf(exact, clock === "utc" ? utcWall : beijingWall)
    if (parts === undefined) return printBeijing(time)
    return said + words.moment(parts.date, parts.hours, clock === "utc" ? words.UTC : words.BEIJING)
}

/** The name of a unit on as few lines as it needs: a long one is parted behind a unit, so that no rest stands alone. */
export function signedLines(name: string): readonly string[] {
    const characters = [...name]
    const { length } = characters
    if (length <= words.SIGNED_CHARS) return [name]
    const lines = Math.ceil(length / words.SIGNED_CHARS)
    const even = Math.ceil(length / lines)
    // The rest is to fit on the lines that are left.
    const least = length - (lines - 1) * words.SIGNED_CHARS
    const ends = [...name.matchAll(words.UNIT_ENDS)].map(
        ({ index, 0: end }) => [...name.slice(0, index + end.length)].length,
    )
    const fitting = ends.filter((at) => at >= least && at <= words.SIGNED_CHARS && at < length)
    const at = [...fitting].sort((a, b) => Math.abs(a - even) - Math.abs(b - even))[0] ?? even
    return [characters.slice(0, at).join(""), ...signedLines(characters.slice(at).join(""))]
}

/** What the listed transfers are: within the account, out of it. */
export function movesZh({ transfers = [] }: Case, officer: Officer): readonly string[] {
    const keep = keepUsed(officer)
    const isWithin = transfers
        .filter(({ value }, i) => keep("transfers", i) && !isNationalMoney(value.asset))
        .map(({ to }) => walletEn(to) !== undefined)
    const { within, out } = words.TRANSFERS_ZH
    return [...(isWithin.includes(true) ? [within] : []), ...(isWithin.includes(false) ? [out] : [])]
}

/** What the annex of identifiers lists: `订单和划转`; nothing where it lists neither. */
function listedZh(facts: Case, recipient: Recipient, officer: Officer): string | undefined {
    const tables = recipientIdentifiers(facts, recipient, officer)
    const has = (title: string): boolean => tables.some((table) => table.title === title)
    const listed = [
        ...(has(ORDERS.title) ? [words.ORDERS_ZH] : []),
        ...(has(TRANSFERS.title) ? movesZh(facts, officer) : []),
    ]
    return listed.length === 0 ? undefined : words.both(listed)
}
