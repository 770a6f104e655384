import { isDay, isUnknown, printEnglishDate, printUtc } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import { furtherDetails } from "../../facts/checklist/recipient-details.ts"
import { uprightSize } from "../../facts/evidence/mask.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { type EvidenceItem, releasedForm } from "../shared/evidence-item.ts"
import { type IdentifierTable, isNationalMoney, platformEn, recipientIdentifiers } from "../shared/identifiers.ts"
import { CHINA_CLOCK, RECIPIENT, TRANSFERS_EN } from "../shared/identifiers.words.ts"
import { lossTotals } from "../shared/loss.ts"
import { pictureSheets } from "../shared/picture-sheets.ts"
import { totalEn } from "../shared/print.ts"
import { NOT_PROVIDED_EN } from "../shared/print.words.ts"
import { chronology } from "./chronology.ts"
import * as words from "./recipient.words.ts"
import { chosenGroups, keepUsed, period } from "./scope.ts"

/**
 * What leaves for the recipient, composed anew from an allow-list. No sentence of the victim goes out: sentences are
 * built here from typed facts, or the officer writes them in English.
 */

export interface Enclosure {
    readonly name: string
    readonly what: string
    /** Absent for the document that lists the enclosures itself. */
    readonly sha256?: string
}

/** Data of the first page and the schedules of 01-Request. */
export function requestView(
    facts: Case,
    ref: string,
    recipient: Recipient,
    officer: Officer,
    enclosures: readonly Enclosure[],
): object {
    const { request = {}, caseNumbers = {} } = officer
    const { from, to } = period(facts, officer)
    const tables = recipientIdentifiers(facts, recipient, keepUsed(officer))
    return {
        ref,
        addressee: recipient.addressee.en,
        uid: facts.account.uid,
        email: facts.account.registeredEmail,
        platform: platformEn(facts, recipient),
        from: printUtc(from),
        to: printUtc(to),
        groups: chosenGroups(facts, recipient, officer).map((group) => ({ text: group.en })),
        replyBy: request.replyBy === undefined ? undefined : printEnglishDate(request.replyBy),
        withhold:
            request.withholdNotice === undefined
                ? undefined
                : { until: printEnglishDate(request.withholdNotice.until), reason: request.withholdNotice.reasonEn },
        instrument: instrumentEn(officer),
        agency: agencyEn(officer),
        officer: officerEn(officer),
        furtherDetails: furtherDetails(recipient, officer),
        caseNumber: caseNumbers.caseNumber ?? caseNumbers.receiptNumber,
        filing:
            caseNumbers.filingNumber === undefined
                ? undefined
                : {
                      number: caseNumbers.filingNumber,
                      date: caseNumbers.filingOn === undefined ? undefined : printEnglishDate(caseNumbers.filingOn),
                  },
        date: printEnglishDate(officer.completedAt),
        event: words.eventEn(facts.incident.kind),
        when: whenEn(facts),
        listed: listed(tables),
        tables: tables.map(inUtc),
        chronology: chronology(facts, officer),
        losses: lossTotals(facts).flatMap(({ asset, total }) =>
            isNationalMoney(asset) ? [] : [{ asset, amount: totalEn(total, asset) ?? words.QUANTITY_UNKNOWN }],
        ),
        enclosures: enclosures.map((enclosure, i) => ({
            number: String(i + 1),
            name: enclosure.name,
            what: enclosure.what,
            sha256: enclosure.sha256 ?? words.THIS_DOCUMENT,
        })),
        copyFrom: enclosures.find(({ name }) => name.startsWith("02-"))?.name,
    }
}

function instrumentEn({ instrument = {} }: Officer): object {
    return {
        name: instrument.nameEn ?? NOT_PROVIDED_EN,
        number: instrument.number ?? NOT_PROVIDED_EN,
        date: instrument.date === undefined ? NOT_PROVIDED_EN : printEnglishDate(instrument.date),
    }
}

/** What stands below the scan of the instrument, for a reader without Chinese. */
export function instrumentGloss(officer: Officer): object {
    const { instrument, agency } = officer
    return { ...instrumentEn(officer), nameZh: instrument?.nameZh, issuer: agency?.nameEn ?? NOT_PROVIDED_EN }
}

function agencyEn({ agency = {} }: Officer): object {
    return {
        name: agency.nameEn ?? NOT_PROVIDED_EN,
        nameZh: agency.nameZh ?? NOT_PROVIDED_EN,
        department: agency.departmentEn ?? NOT_PROVIDED_EN,
        country: agency.countryEn ?? NOT_PROVIDED_EN,
        address: agency.addressEn ?? NOT_PROVIDED_EN,
        // A bare host: what leaves holds no link that could be followed.
        website: agency.website?.replace(/^https?:\/\//i, "").replace(/\/$/, ""),
        // The switchboard is not passed on: a number that a letter gives proves nothing about the letter.
    }
}

function officerEn(officer: Officer): object {
    const person = officer.officer ?? {}
    const phone = person.phone ?? NOT_PROVIDED_EN
    return {
        name: officerNameEn(officer),
        nameZh: `${person.surnameZh ?? ""}${person.givenNameZh ?? ""}`,
        position: person.positionEn ?? NOT_PROVIDED_EN,
        email: person.email ?? NOT_PROVIDED_EN,
        phone: person.phoneType === "landline" ? words.landline(phone) : phone,
    }
}

function whenEn({ incident }: Case): string {
    const { firstOperation, lastOperation } = incident
    if (isUnknown(firstOperation.at)) return words.TIME_NOT_KNOWN
    const first = printUtc(firstOperation.at)
    const last = lastOperation === undefined || isUnknown(lastOperation.at) ? first : printUtc(lastOperation.at)
    if (first !== last) return words.fromTo(first, last)
    return isDay(firstOperation.at) ? words.onDay(first) : words.atMoment(first)
}

/** Without the second clock, which the sheet has: on paper the room goes to identifiers. */
function inUtc({ title, columns, rows }: IdentifierTable): IdentifierTable {
    const second = columns.indexOf(CHINA_CLOCK)
    const without = (cells: readonly string[]) => cells.filter((_, i) => i !== second)
    return second === -1 ? { title, columns, rows } : { title, columns: without(columns), rows: rows.map(without) }
}

/** `6 orders and 4 transfers`; nothing where none is listed. */
function listed(tables: readonly IdentifierTable[]): string | undefined {
    const kinds = [
        [RECIPIENT.orders.title, words.orders],
        [TRANSFERS_EN.title, words.transfers],
    ] as const
    const counts = kinds.flatMap(([title, counted]) => {
        const count = tables.find((table) => table.title === title)?.rows.length ?? 0
        return count === 0 ? [] : [counted(count)]
    })
    return counts.length === 0 ? undefined : words.both(counts)
}

/** `Jianguo ZHANG`: given name first, surname in capitals. */
export function officerNameEn(officer: Officer): string {
    const { givenNamePinyin, surnamePinyin } = officer.officer ?? {}
    return givenNamePinyin === undefined || surnamePinyin === undefined
        ? NOT_PROVIDED_EN
        : `${givenNamePinyin} ${surnamePinyin.toUpperCase()}`
}

export interface RecipientExhibit {
    readonly item: EvidenceItem
    readonly captionEn: string
}

/**
 * Exhibits that may go: released by the victim, chosen by the officer where the officer chose. Of a picture with masked
 * areas it is always the masked copy, whether the officer wrote `E012` or `E012-m`.
 */
export function recipientExhibits(items: readonly EvidenceItem[], officer: Officer): readonly RecipientExhibit[] {
    const dropped = new Set(officer.factsNotUsed ?? [])
    const namesOf = (item: EvidenceItem) => [item.entry.label, item.copyOf ?? item.entry.label]
    const released = items
        .flatMap((item) => releasedForm(item) ?? [])
        .filter((item) => !namesOf(item).some((name) => dropped.has(name)))
    if (officer.exhibits === undefined) return released.map((item) => ({ item, captionEn: words.CAPTION }))
    return officer.exhibits.flatMap(({ label, captionEn }) =>
        released.filter((item) => namesOf(item).includes(label)).map((item) => ({ item, captionEn })),
    )
}

const NO_SIZE = { widthPx: 0, heightPx: 0 }

/** Data of 03-Exhibits; `image` is the key of the picture in the images handed to layout. */
export function exhibitsView(ref: string, exhibits: readonly RecipientExhibit[]): object {
    const rows = exhibits.map(({ item, captionEn }) => ({
        label: item.entry.label,
        caption: captionEn,
        size: words.pictureSize(item.entry.widthPx ?? 0, item.entry.heightPx ?? 0, item.entry.sizeBytes),
        sha256: item.entry.sha256,
        sheets: pictureSheets(item.entry.label, uprightSize(item.entry) ?? NO_SIZE).map(({ image, part }) => {
            const strip = part === undefined ? "" : words.stripEn(part.n, part.of)
            return { image, strip, alt: `${item.entry.label}: ${captionEn}${strip === "" ? "" : ` (${strip})`}` }
        }),
        masked: item.copyOf === undefined ? "" : words.maskedEn(item.boxes?.length ?? 0),
    }))
    return {
        ref,
        count: words.pictures(rows.length),
        hasMasked: rows.some(({ masked }) => masked !== ""),
        rows,
    }
}

/** 02-Identifiers as sheets of text cells. */
export function identifierSheets(facts: Case, recipient: Recipient, officer: Officer): readonly IdentifierTable[] {
    const { from, to } = period(facts, officer)
    const tables = recipientIdentifiers(facts, recipient, keepUsed(officer))
    const scope: IdentifierTable = {
        title: words.PERIOD.title,
        columns: words.PERIOD.columns,
        rows: [
            [words.PERIOD.from, printUtc(from)],
            [words.PERIOD.to, printUtc(to)],
        ],
    }
    return [...tables.slice(0, 1), scope, ...tables.slice(1)]
}
