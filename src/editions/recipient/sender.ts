import { printDate } from "../../base/text/time.ts"
import { isOfficialMail } from "../../facts/checklist/conditions.ts"
import { publicProvider } from "../../facts/checklist/officer-mail.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { NOT_PROVIDED_EN } from "../shared/print.words.ts"
import * as words from "./sender.words.ts"

/** Who asks, in what investigation, on what paper, and how that can be checked: for the English page and the mail. */

/** A Chinese document number with the officer's English rendering of it; a number in plain figures needs none. */
export interface NumberEn {
    readonly number: string
    readonly rendering?: string
}

export function numberEn(number: string | undefined, rendering: string | undefined): NumberEn | undefined {
    if (number === undefined) return undefined
    return rendering === undefined || rendering === number ? { number } : { number, rendering }
}

/** The number of the case as the agency has it, else that of the report. */
export function caseNumberEn({ caseNumbers = {} }: Officer): NumberEn | undefined {
    const { caseNumber, caseNumberEn: rendering, receiptNumber } = caseNumbers
    return numberEn(caseNumber, rendering) ?? numberEn(receiptNumber, undefined)
}

/** In one line, for a mail: `沿公调证字〔2023〕77号 (Evidence Notice No. 77 of 2023)`. */
export function numberLine({ number, rendering }: NumberEn): string {
    return rendering === undefined ? number : `${number} (${rendering})`
}

export interface InstrumentEn {
    readonly name: string
    readonly nameZh?: string
    readonly number: NumberEn
    readonly date: string
    /** Whether it is one by which evidence is obtained; what others ask for, the program does not know. */
    readonly isForEvidence: boolean
}

export function instrumentEn({ instrument = {} }: Officer): InstrumentEn {
    const { nameEn, nameZh, number, numberEn: rendering, date } = instrument
    return {
        name: nameEn ?? NOT_PROVIDED_EN,
        ...(nameZh === undefined ? {} : { nameZh }),
        number: numberEn(number, rendering) ?? { number: NOT_PROVIDED_EN },
        date: date === undefined ? NOT_PROVIDED_EN : printDate(date),
        isForEvidence: nameZh?.includes(words.FOR_EVIDENCE) ?? false,
    }
}

/** Stage, offence and legal basis as the officer entered them; what is blank is said to be. */
export function investigationEn({ investigation = {} }: Officer) {
    const { stage, offenceEn, legalBasisEn } = investigation
    return {
        stage: stage === undefined ? NOT_PROVIDED_EN : words.STAGE_EN[stage],
        offence: offenceEn ?? NOT_PROVIDED_EN,
        legalBasis: legalBasisEn ?? NOT_PROVIDED_EN,
    }
}

export function agencyEn({ agency = {} }: Officer) {
    return {
        name: agency.nameEn ?? NOT_PROVIDED_EN,
        nameZh: agency.nameZh ?? NOT_PROVIDED_EN,
        department: agency.departmentEn ?? NOT_PROVIDED_EN,
        country: agency.countryEn ?? NOT_PROVIDED_EN,
        address: agency.addressEn ?? NOT_PROVIDED_EN,
        ...(agency.email === undefined ? {} : { email: agency.email }),
        // The switchboard is not passed on: a number that a letter gives proves nothing about the letter.
    }
}

export function officerEn(officer: Officer) {
    const person = officer.officer ?? {}
    const phone = person.phone ?? NOT_PROVIDED_EN
    return {
        name: officerNameEn(officer),
        nameZh: `${person.surnameZh ?? ""}${person.givenNameZh ?? ""}`,
        position: person.positionEn ?? NOT_PROVIDED_EN,
        mailbox: words.MAILBOX[mailboxKind(officer)],
        email: person.email ?? NOT_PROVIDED_EN,
        phone: person.phoneType === "landline" ? words.landline(phone) : phone,
    }
}

/** `official` unless anybody can open a mailbox there. */
export function mailboxKind({ officer: person = {} }: Officer): "official" | "public" {
    return person.email !== undefined && publicProvider(person.email) !== undefined ? "public" : "official"
}

/** The second officer, without whom no evidence is taken; a badge number only where the desk asks for one. */
export function secondOfficerEn({ secondOfficer }: Officer, recipient: Recipient) {
    if (secondOfficer === undefined) return undefined
    const { nameZh, namePinyin, badgeNumber } = secondOfficer
    return {
        nameZh,
        ...(namePinyin === undefined ? {} : { name: namePinyin }),
        ...(badgeNumber !== undefined && asksBadge(recipient) ? { badge: badgeNumber } : {}),
    }
}

/** Whether a desk asks for the number of the officer's badge. */
export function asksBadge({ items }: Recipient): boolean {
    return items.some(({ leaves }) => leaves.some(({ fields = [] }) => fields.includes("officer.badgeNumber")))
}

/** `Jianguo ZHANG`: given name first, surname in capitals. */
export function officerNameEn(officer: Officer): string {
    const { givenNamePinyin, surnamePinyin } = officer.officer ?? {}
    return givenNamePinyin === undefined || surnamePinyin === undefined
        ? NOT_PROVIDED_EN
        : `${givenNamePinyin} ${surnamePinyin.toUpperCase()}`
}

/** A bare host: what leaves holds no link that could be followed. */
export function hostOf(website: string | undefined): string | undefined {
    return website?.replace(/^https?:\/\//i, "").replace(/\/.*$/, "")
}

/** Ways to make sure of the request, each only where its particulars are known; nothing points at an empty field. */
export function authenticateEn(officer: Officer, recipient: Recipient): string {
    const { agency = {}, route } = officer
    const host = hostOf(agency.website)
    const mailbox = ownMailbox(officer, recipient)
    const ways = [
        ...(host === undefined ? [] : [words.byPage(host, agency.departmentEn)]),
        ...(mailbox === undefined ? [] : [words.byMailbox(mailbox)]),
        ...(agency.superiorEn === undefined ? [] : [words.bySuperior(agency.superiorEn)]),
        ...(route === "email" ? [] : [words.BY_ACCOUNT]),
    ]
    return ways.length === 0 ? NOT_PROVIDED_EN : words.authenticate(ways)
}

/** A mailbox in a domain that is known to be official, or is that of the agency's page. */
function ownMailbox(officer: Officer, recipient: Recipient): string | undefined {
    const host = hostOf(officer.agency?.website)
        ?.replace(/^www\./i, "")
        .toLowerCase()
    return [officer.agency?.email, officer.officer?.email].find((email) => {
        if (email === undefined) return false
        const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase()
        const isOfPage = host !== undefined && (domain === host || domain.endsWith(`.${host}`))
        return isOfPage || isOfficialMail(recipient, { ...officer, officer: { email } })
    })
}
