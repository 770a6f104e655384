import type { Case } from "../case/schema.ts"
import { formatAmount } from "../money/format.ts"
import type { Officer } from "../request/officer.ts"
import type { Recipient } from "../request/recipient.ts"
import { compareTimes, printEnglishDate, printUtc, rfc3339, type Time } from "../text/time.ts"
import type { EvidenceItem } from "./evidence-item.ts"
import { type IdentifierTable, recipientIdentifiers } from "./identifiers.ts"
import { exact, figure, NOT_PROVIDED_EN } from "./print.ts"
import { chosenGroups, keepUsed, period } from "./scope.ts"

/**
 * What leaves for the recipient, composed anew from an allow-list. No sentence of the victim goes out: sentences are
 * built here from typed facts, or the officer writes them in English.
 */

const EVENT_EN: Readonly<Record<Case["incident"]["kind"], string>> = {
    "unauthorised-trading":
        "transactions and internal transfers were executed on the account that the account holder states he or she did not authorise",
    "unauthorised-transfer":
        "transfers were executed on the account that the account holder states he or she did not authorise",
    "unauthorised-withdrawal":
        "withdrawals were executed on the account that the account holder states he or she did not authorise",
    "account-takeover":
        "the account was accessed and operated in a way that the account holder states he or she did not authorise",
}

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
    const { agency = {}, instrument = {}, request = {} } = officer
    const { from, to } = period(facts, officer)
    const person = officer.officer ?? {}
    return {
        ref,
        addressee: recipient.addressee.en,
        uid: facts.account.uid ?? NOT_PROVIDED_EN,
        email: facts.account.registeredEmail ?? NOT_PROVIDED_EN,
        platform: facts.account.exchange,
        from: printUtc(from),
        to: printUtc(to),
        groups: chosenGroups(recipient, officer).map((group) => ({ text: group.en })),
        replyBy: request.replyBy === undefined ? undefined : printEnglishDate(request.replyBy),
        withhold:
            request.withholdNotice === undefined
                ? undefined
                : { until: printEnglishDate(request.withholdNotice.until), reason: request.withholdNotice.reasonEn },
        instrument: {
            name: instrument.nameEn ?? NOT_PROVIDED_EN,
            number: instrument.number ?? NOT_PROVIDED_EN,
            date: instrument.date === undefined ? NOT_PROVIDED_EN : printEnglishDate(instrument.date),
        },
        agency: {
            name: agency.nameEn ?? NOT_PROVIDED_EN,
            nameZh: agency.nameZh ?? NOT_PROVIDED_EN,
            department: agency.departmentEn ?? NOT_PROVIDED_EN,
            country: agency.countryEn ?? NOT_PROVIDED_EN,
            address: agency.addressEn ?? NOT_PROVIDED_EN,
            website: agency.website ?? NOT_PROVIDED_EN,
            switchboard: agency.switchboard ?? NOT_PROVIDED_EN,
        },
        officer: {
            name: officerNameEn(officer),
            nameZh: `${person.surnameZh ?? ""}${person.givenNameZh ?? ""}`,
            position: person.positionEn ?? NOT_PROVIDED_EN,
            email: person.email ?? NOT_PROVIDED_EN,
            phone: person.phone ?? NOT_PROVIDED_EN,
        },
        caseNumber: officer.caseNumbers?.caseNumber,
        date: printEnglishDate(officer.completedAt),
        event: EVENT_EN[facts.incident.kind],
        firstUtc: rfc3339(facts.incident.firstOperation.at) ?? printUtc(facts.incident.firstOperation.at),
        tables: recipientIdentifiers(facts, keepUsed(officer)),
        chronology: chronology(facts, officer),
        losses: facts.loss.assets.map((value) => ({ asset: value.asset, amount: figure(exact(value), value.asset) })),
        enclosures: enclosures.map((enclosure, i) => ({
            number: String(i + 1),
            name: enclosure.name,
            what: enclosure.what,
            sha256: enclosure.sha256 ?? "this document",
        })),
    }
}

/** `Jianguo ZHANG`: given name first, surname in capitals. */
export function officerNameEn(officer: Officer): string {
    const { givenNamePinyin, surnamePinyin } = officer.officer ?? {}
    return givenNamePinyin === undefined || surnamePinyin === undefined
        ? NOT_PROVIDED_EN
        : `${givenNamePinyin} ${surnamePinyin.toUpperCase()}`
}

/** Schedule B: one line per typed fact, in time order, in UTC. */
function chronology(facts: Case, officer: Officer): object[] {
    const keep = keepUsed(officer)
    const events: { at: Time; text: string }[] = [
        {
            at: facts.incident.firstOperation.at,
            text: "First operation that the account holder states he or she did not authorise.",
        },
        { at: facts.incident.lastOperation.at, text: "Last such operation known to the account holder." },
        { at: facts.incident.noticedAt, text: "Noticed by the account holder." },
    ]
    facts.transfers?.forEach((transfer, i) => {
        const { asset } = transfer.value
        if (keep("transfers", i))
            events.push({
                at: transfer.at,
                text: `Transfer of ${formatAmount(exact(transfer.value), asset)} ${asset} (Schedule A).`,
            })
    })
    facts.orders?.forEach((order, i) => {
        if (keep("orders", i))
            events.push({
                at: order.at,
                text: `Order ${order.orderId}: ${order.side.toUpperCase()} ${order.quantity} ${order.symbol}.`,
            })
    })
    return events
        .sort((a, b) => compareTimes(a.at, b.at))
        .map((event) => ({ at: printUtc(event.at), text: event.text }))
}

export interface RecipientExhibit {
    readonly item: EvidenceItem
    readonly captionEn: string
}

/** Exhibits that may go: released by the victim, chosen by the officer where the officer chose. */
export function recipientExhibits(items: readonly EvidenceItem[], officer: Officer): readonly RecipientExhibit[] {
    const dropped = new Set(officer.factsNotUsed ?? [])
    const released = items.filter((item) => item.share === "recipient" && !dropped.has(item.entry.label))
    if (officer.exhibits === undefined)
        return released.map((item) => ({ item, captionEn: "Screenshot provided by the account holder" }))
    return officer.exhibits.flatMap(({ label, captionEn }) =>
        released.filter((item) => item.entry.label === label).map((item) => ({ item, captionEn })),
    )
}

/** Data of 03-Exhibits; `image` is the key of the picture in the images handed to layout. */
export function exhibitsView(ref: string, exhibits: readonly RecipientExhibit[]): object {
    const rows = exhibits.map(({ item, captionEn }) => ({
        label: item.entry.label,
        caption: captionEn,
        size: `${String(item.entry.widthPx ?? 0)} x ${String(item.entry.heightPx ?? 0)} px, ${String(item.entry.sizeBytes)} bytes`,
        sha256: item.entry.sha256,
        image: item.entry.label,
        alt: `${item.entry.label}: ${captionEn}`,
    }))
    return { ref, count: String(rows.length), rows }
}

/** 02-Identifiers as sheets of text cells. */
export function identifierSheets(facts: Case, officer: Officer): readonly IdentifierTable[] {
    const { from, to } = period(facts, officer)
    const tables = recipientIdentifiers(facts, keepUsed(officer))
    const scope: IdentifierTable = {
        title: "Period",
        columns: ["Item", "UTC"],
        rows: [
            ["From", printUtc(from)],
            ["To", printUtc(to)],
        ],
    }
    return [...tables.slice(0, 1), scope, ...tables.slice(1)]
}
