import { isDay, isUnknown, printBeijing, printChineseDate, printUtc, type Time } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { chosenGroups, keepUsed, period } from "../recipient/scope.ts"
import { platformEn, recipientIdentifiers } from "../shared/identifiers.ts"
import { RECIPIENT, TRANSFERS_EN } from "../shared/identifiers.words.ts"
import { eventZh } from "../shared/incident.words.ts"
import { shown } from "../shared/print.ts"
import { ACCOUNT_HOLDER, BLANK, both, ORDERS_ZH, since, THE_ACCOUNT, TRANSFERS_ZH } from "./letter.words.ts"

/** The Chinese letter to print and seal. Blank officer fields become lines to fill in by hand. */

/** Fields that the letter prints and nobody has filled in; it shows a line for each. */
export function letterBlanks({ agency = {}, officer = {}, instrument = {}, caseNumbers = {} }: Officer): string[] {
    const printed: Readonly<Record<string, unknown>> = {
        "agency.nameZh": agency.nameZh,
        "agency.departmentZh": agency.departmentZh,
        "agency.addressZh": agency.addressZh,
        "officer.surnameZh": officer.surnameZh,
        "officer.givenNameZh": officer.givenNameZh,
        "officer.email": officer.email,
        "officer.phone": officer.phone,
        "caseNumbers.caseNumber": caseNumbers.caseNumber ?? caseNumbers.receiptNumber,
        "instrument.nameZh": instrument.nameZh,
        "instrument.number": instrument.number,
        "instrument.date": instrument.date,
    }
    return Object.keys(printed).filter((field) => printed[field] === undefined)
}

export interface Annex {
    readonly name: string
    readonly sha256: string
    readonly pages?: number
}

/** Data of 关于协助提供有关账户电子数据的函. */
export function letterView(
    facts: Case,
    ref: string,
    recipient: Recipient,
    officer: Officer,
    annexes: readonly Annex[],
    letterCode: string,
): object {
    const { agency = {}, instrument = {}, request = {} } = officer
    const { from, to } = period(facts, officer)
    return {
        ref,
        addressee: recipient.addressee.zh,
        agency: shown(agency.nameZh, BLANK),
        department: shown(agency.departmentZh, BLANK),
        caseNumber: officer.caseNumbers?.caseNumber ?? officer.caseNumbers?.receiptNumber ?? BLANK,
        instrument: shown(instrument.nameZh, BLANK),
        instrumentNumber: shown(instrument.number, BLANK),
        instrumentDate: instrument.date === undefined ? BLANK : printChineseDate(instrument.date),
        // What the victim wrote is not passed on; another platform than the addressee's is left out.
        exchange: platformEn(facts, recipient) === undefined ? undefined : recipient.name.zh,
        uid: facts.account.uid,
        email: facts.account.registeredEmail,
        since: sinceZh(facts.incident.firstOperation.at),
        event: eventZh(facts.incident.kind, ACCOUNT_HOLDER, "", THE_ACCOUNT),
        fromUtc: printUtc(from),
        toUtc: printUtc(to),
        fromBeijing: printBeijing(from),
        toBeijing: printBeijing(to),
        listed: listedZh(facts, recipient, officer),
        groups: chosenGroups(facts, recipient, officer).map((group) => ({ text: group.zh })),
        replyBy: request.replyBy === undefined ? undefined : printChineseDate(request.replyBy),
        withhold:
            request.withholdNotice === undefined
                ? undefined
                : {
                      until: printChineseDate(request.withholdNotice.until),
                      reason: shown(request.withholdNotice.reasonZh),
                  },
        officerName:
            officer.officer?.surnameZh === undefined
                ? BLANK
                : `${officer.officer.surnameZh}${officer.officer.givenNameZh ?? ""}`,
        phone: shown(officer.officer?.phone, BLANK),
        officerEmail: shown(officer.officer?.email, BLANK),
        address: shown(agency.addressZh, BLANK),
        website: agency.website,
        annexes: annexes.map((annex, i) => ({ number: String(i + 2), name: annex.name, sha256: annex.sha256 })),
        letterCode,
    }
}

/** Since when it happened, on both clocks where a clock was stated; nothing where it is not known. */
function sinceZh(first: Time): string {
    if (isUnknown(first)) return ""
    return isDay(first) ? since(printChineseDate(first), undefined) : since(printBeijing(first), printUtc(first))
}

/** What the annex of identifiers lists: `订单和划转`; nothing where it lists neither. */
function listedZh(facts: Case, recipient: Recipient, officer: Officer): string | undefined {
    const tables = recipientIdentifiers(facts, recipient, keepUsed(officer))
    const has = (title: string): boolean => tables.some((table) => table.title === title)
    const listed = [
        ...(has(RECIPIENT.orders.title) ? [ORDERS_ZH] : []),
        ...(has(TRANSFERS_EN.title) ? [TRANSFERS_ZH] : []),
    ]
    return listed.length === 0 ? undefined : both(listed)
}
