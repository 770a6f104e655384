import { beijingWall, isDay, printBeijing, printChineseDate, type Time, utcWall } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { recipientIdentifiers } from "../recipient/identifiers.ts"
import { ORDERS, TRANSFERS } from "../recipient/identifiers.words.ts"
import { chosenGroups, earliestFact, groupPeriod, period } from "../recipient/scope.ts"
import { asksBadge, mailboxKind } from "../recipient/sender.ts"
import { accountRole, furtherTargets, isInCase } from "../recipient/targets.ts"
import { platformEn } from "../shared/identifiers.ts"
import { shown } from "../shared/print.ts"
import * as words from "./letter.words.ts"

/** The Chinese letter to print and seal. Blank officer fields become lines to fill in by hand. */

/** Fields that the letter prints and nobody has filled in; it shows a line for each. */
export function letterBlanks(officerData: Officer): string[] {
    const { agency = {}, officer = {}, instrument = {}, caseNumbers = {}, investigation = {} } = officerData
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
        "investigation.legalBasisZh": investigation.legalBasisZh,
        "instrument.nameZh": instrument.nameZh,
        "instrument.number": instrument.number,
        "instrument.date": instrument.date,
        "request.replyBy": officerData.request?.replyBy,
    }
    return Object.keys(printed).filter((field) => printed[field] === undefined)
}

export interface Annex {
    readonly name: string
    readonly sha256: string
    readonly pages?: number
}

/**
 * Data of 关于协助提供有关账户电子数据的函. 发文字号 and 成文日期 are given when it is sealed, so they are lines to fill in,
 * whatever the officer data say.
 */
export function letterView(
    facts: Case,
    _ref: string,
    recipient: Recipient,
    officer: Officer,
    annexes: readonly Annex[],
    letterCode: string,
): object {
    const { agency = {}, instrument = {}, request = {}, investigation = {}, caseNumbers = {} } = officer
    const { withholdNotice, replyBy } = request
    const all = period(facts, officer)
    const number = caseNumbers.caseNumber ?? caseNumbers.receiptNumber
    return {
        addressee: recipient.addressee.zh,
        agency: shown(agency.nameZh, words.BLANK),
        department: shown(agency.departmentZh, words.BLANK),
        opening: words.opening(
            investigation.stage,
            shown(investigation.offenceZh, words.BLANK),
            shown(number, words.BLANK),
        ),
        event: words.eventZh(facts.incident.kind, sinceZh(earliestFact(facts, officer))),
        legalBasis: shown(investigation.legalBasisZh, words.BLANK),
        instrument: shown(instrument.nameZh, words.BLANK),
        instrumentNumber: shown(instrument.number, words.BLANK),
        instrumentDate: instrument.date === undefined ? words.BLANK : printChineseDate(instrument.date),
        role: words.ACCOUNT_ROLE_ZH[accountRole(facts, officer)],
        // What the victim wrote is not passed on; another platform than the addressee's is left out.
        exchange: platformEn(facts, recipient) === undefined ? undefined : recipient.name.zh,
        uid: facts.account.uid,
        email: facts.account.registeredEmail,
        targets: furtherTargets(facts, officer).map((target) => ({
            kind: words.TARGET_KIND_ZH[target.kind],
            value: target.value,
            role: words.TARGET_ROLE_ZH[target.role],
            source: isInCase(facts, target) ? words.IN_CASE : words.BY_POLICE,
        })),
        period: spanZh(all.from, all.to, "utc"),
        periodBeijing: spanZh(all.from, all.to, "beijing"),
        listed: listedZh(facts, recipient, officer),
        groups: chosenGroups(facts, recipient, officer).map(({ id, zh }) => {
            const { from, to } = groupPeriod(facts, officer, recipient, id)
            const isOwn = from.epochMs !== all.from.epochMs || to.epochMs !== all.to.epochMs
            return { text: zh, why: words.whyZh(id), period: isOwn ? spanZh(from, to, "utc") : undefined }
        }),
        replyBy: replyBy === undefined ? words.BLANK : printChineseDate(replyBy),
        withhold:
            withholdNotice === undefined
                ? undefined
                : { until: printChineseDate(withholdNotice.until), reason: shown(withholdNotice.reasonZh) },
        contacts: contactsZh(officer, recipient),
        phone: shown(officer.officer?.phone, words.BLANK),
        mailbox: words.MAILBOX_ZH[mailboxKind(officer)],
        officerEmail: shown(officer.officer?.email, words.BLANK),
        unitEmail: agency.email,
        address: shown(agency.addressZh, words.BLANK),
        website: agency.website,
        annexes: annexes.map((annex, i) => ({
            number: String(i + 2),
            what: words.ANNEX_ZH.find(([pattern]) => pattern.test(annex.name))?.[1] ?? words.OTHER_ANNEX,
            name: annex.name,
            sha256: annex.sha256,
        })),
        letterCode,
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

function spanZh(from: Time, to: Time, clock: "utc" | "beijing"): string {
    return words.span(momentZh(from, clock), momentZh(to, clock))
}

/** One form for all times of the letter: `2023年3月20日16:00（UTC）`; one without a zone stands as it is. */
function momentZh(time: Time, clock: "utc" | "beijing"): string {
    const wall = clock === "utc" ? utcWall(time) : beijingWall(time)
    const about = time.about === true ? words.ABOUT : ""
    if (isDay(time)) return about + printChineseDate(time)
    if (wall === undefined) return printBeijing(time)
    const [date = "", hours = ""] = wall.split(" ")
    const [year = "", month = "", day = ""] = date.split("-")
    const name = words.dayOf(year, String(Number(month)), String(Number(day)))
    return about + words.moment(name, hours, clock === "utc" ? words.UTC : words.BEIJING)
}

/** What the annex of identifiers lists: `订单和划转`; nothing where it lists neither. */
function listedZh(facts: Case, recipient: Recipient, officer: Officer): string | undefined {
    const tables = recipientIdentifiers(facts, recipient, officer)
    const has = (title: string): boolean => tables.some((table) => table.title === title)
    const listed = [
        ...(has(ORDERS.title) ? [words.ORDERS_ZH] : []),
        ...(has(TRANSFERS.title) ? [words.TRANSFERS_ZH] : []),
    ]
    return listed.length === 0 ? undefined : words.both(listed)
}
