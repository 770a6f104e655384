import { isDay, printDate, printUtc } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import { furtherDetails } from "../../facts/checklist/recipient-details.ts"
import { uprightSize } from "../../facts/evidence/mask.ts"
import type { LedgerRecord } from "../../facts/ledger/record.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { typeOf } from "../../facts/officer/request-type.ts"
import { isOwnWallet } from "../../facts/recipients/platform.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { type EvidenceItem, releasedForm } from "../shared/evidence-item.ts"
import { type IdentifierTable, platformEn } from "../shared/identifiers.ts"
import { pictureSheets } from "../shared/picture-sheets.ts"
import { counted } from "../shared/print.ts"
import { walletEn } from "../shared/wallets.ts"
import { chronology } from "./chronology.ts"
import { assetsTitle, type RecipientTable, recipientIdentifiers } from "./identifiers.ts"
import * as identifiers from "./identifiers.words.ts"
import { LINE } from "./letter-english.words.ts"
import { lossEn } from "./loss.ts"
import { isHeldByOther, lacksIdentifier, ownerOf, saidByComplainant } from "./owner.ts"
import * as words from "./recipient.words.ts"
import { chosenGroups, earliestFact, edgeEn, groupsEn, keepUsed, latestFact, ownPeriod, period } from "./scope.ts"
import {
    agencyEn,
    authenticateEn,
    caseNumberEn,
    instrumentEn,
    investigationEn,
    numberEn,
    officerEn,
    secondOfficerEn,
} from "./sender.ts"
import { targetRows } from "./targets.ts"
import { exceptEn, furtherTargetsEn, ownerEn } from "./targets.words.ts"
import { typedEn } from "./typed.ts"

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

/**
 * Data of the first page and the schedules of 01-Request.
 *
 * @param hasConsent - Whether scans of the account holder's consent go along.
 * @param ledger - What the exports of the case gave, where one was read.
 */
export function requestView(
    facts: Case,
    ref: string,
    recipient: Recipient,
    officer: Officer,
    enclosures: readonly Enclosure[],
    hasConsent = false,
    ledger?: LedgerRecord,
): object {
    const isWhole = typeOf(officer).narrative === "whole"
    const { request = {}, caseNumbers = {}, letter = {} } = officer
    const { from, to } = period(facts, officer)
    const owner = ownerOf(facts, recipient, officer)
    const isComplainant = saidByComplainant(facts, owner)
    const loss = isWhole ? lossEn(facts, ledger, isComplainant) : NO_LOSS
    const tables = recipientIdentifiers(facts, recipient, officer)
    const filing = numberEn(caseNumbers.filingNumber, caseNumbers.filingNumberEn)
    const caseNumber = caseNumberEn(officer)
    const groups = groupsEn(facts, recipient, officer)
    return {
        ...typedEn(officer),
        ref,
        addressee: recipient.addressee.en,
        uid: facts.account.uid ?? (lacksIdentifier(facts, officer) ? LINE : undefined),
        email: facts.account.registeredEmail,
        unnamed: lacksIdentifier(facts, officer) ? undefined : unnamedEn(facts, officer),
        subAccounts: facts.account.subAccounts?.join(", "),
        isOneSub: facts.account.subAccounts?.length === 1,
        platform: platformEn(facts, recipient),
        role: ownerEn(owner, isOwnWallet(facts)),
        isElsewhere: owner === "elsewhere",
        knows: owner === "complainant",
        stater: words.stater(isComplainant),
        ...firstTargets(facts, officer),
        from: edgeEn(from),
        to: edgeEn(to),
        groups,
        groupRange: words.items(groups.length),
        hasOwnPeriods: groups.some((group) => group.period !== undefined),
        replyBy: request.replyBy === undefined ? undefined : printDate(request.replyBy),
        withhold:
            request.withholdNotice === undefined
                ? undefined
                : {
                      until: printDate(request.withholdNotice.until),
                      reason: request.withholdNotice.reasonEn.replace(/\.$/, ""),
                      except: exceptEn(owner),
                  },
        investigation: investigationEn(officer),
        instrument: instrumentEn(officer),
        agency: agencyEn(officer),
        officer: officerEn(officer),
        second: secondOfficerEn(officer, recipient),
        // They stand within a sentence.
        furtherDetails: furtherDetails(recipient, officer).map(({ label, value }) => ({
            label: uncapital(label),
            value,
        })),
        authenticate: authenticateEn(officer, recipient),
        letter: {
            number: numberEn(letter.number, letter.numberEn),
            date: letter.date === undefined ? undefined : printDate(letter.date),
        },
        caseNumber,
        // Where the number of the filing decision is that of the case it stands once.
        ownCaseNumber: caseNumber?.number === filing?.number ? undefined : caseNumber,
        filing:
            filing === undefined
                ? undefined
                : {
                      ...filing,
                      date: caseNumbers.filingOn === undefined ? undefined : printDate(caseNumbers.filingOn),
                  },
        date: printDate(officer.completedAt),
        hasConsent,
        event: words.eventEn(
            facts.incident.kind,
            words.voiceEn(owner, isHeldByOther(facts), isOwnWallet(facts)),
            isOneEvent(facts),
        ),
        when: whenEn(facts, officer),
        listed: listed(tables),
        tables: tables.map(onPaper),
        chronology: isWhole
            ? chronology(
                  facts,
                  officer,
                  owner === "elsewhere" ? (isOwnWallet(facts) ? "wallet" : owner) : isComplainant ? "others" : "own",
              )
            : [],
        losses: loss.losses,
        lossTitle: assetsTitle(facts, isComplainant),
        furtherAssets: loss.more,
        netLoss: loss.netLoss,
        enclosures: enclosures.map((enclosure, i) => ({
            number: String(i + 1),
            name: enclosure.name,
            what: enclosure.what,
            sha256: enclosure.sha256 ?? words.THIS_DOCUMENT,
        })),
        copyFrom: enclosures.find(({ name }) => name.startsWith("02-"))?.name,
    }
}

/** Whether one operation or payment is all that the case tells of. */
function isOneEvent({ incident, orders = [], transfers = [] }: Case): boolean {
    return incident.kind.length === 1 && incident.lastOperation === undefined && orders.length + transfers.length < 2
}

/** So many targets stand on the first page with their sources; Schedule A lists all. */
const TARGETS_ON_FIRST_PAGE = 3

/** What stands where the account has neither number nor mailbox. */
function unnamedEn({ account: { uid, registeredEmail } }: Case, { request }: Officer): string | undefined {
    if (uid !== undefined || registeredEmail !== undefined) return undefined
    const isFurther = (request?.targets ?? []).some(({ role }) => role === "complainant")
    return isFurther ? words.UNNAMED.further : words.UNNAMED.none
}

function firstTargets(facts: Case, officer: Officer): object {
    const rows = targetRows(facts, officer)
    const isMany = rows.length > TARGETS_ON_FIRST_PAGE
    return {
        targets: rows.slice(0, TARGETS_ON_FIRST_PAGE).map(([kind, value, role, source]) => ({
            kind,
            value,
            role,
            source: isMany ? undefined : source,
        })),
        moreTargets: isMany ? furtherTargetsEn(rows.length - TARGETS_ON_FIRST_PAGE) : undefined,
    }
}

/** Of a request that tells no losses. */
const NO_LOSS: Partial<ReturnType<typeof lossEn>> = { losses: [] }

/** `Badge number` as `badge number`; an abbreviation keeps its capitals. */
function uncapital(label: string): string {
    return /^[A-Z][a-z]/.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label
}

/** From the earliest to the latest fact in use, which may be before and after the operations stated as first and last. */
function whenEn(facts: Case, officer: Officer): string {
    const earliest = earliestFact(facts, officer)
    if (earliest === undefined) return words.TIME_NOT_KNOWN
    const [first, last] = [printUtc(earliest), printUtc(latestFact(facts, officer) ?? earliest)]
    if (first !== last) return words.fromTo(first, last)
    return isDay(earliest) ? words.onDay(first) : words.atMoment(first)
}

/** Columns that stand below another one on paper. */
const BELOW: Readonly<Record<string, string>> = {
    [identifiers.ORDERS.symbol]: identifiers.ORDERS.market,
    [identifiers.ORDERS.id]: identifiers.ORDERS.clientId,
}

/**
 * Without the clock of China, which the sheet has, and with market and client order ID below symbol and order ID: on
 * paper the room goes to identifiers, which stay whole.
 */
function onPaper({ title, columns, rows, figures }: RecipientTable): object {
    const left = [identifiers.CHINA_CLOCK, ...Object.values(BELOW)]
    const kept = columns.flatMap((name, i) => (left.includes(name) ? [] : [{ name, i }]))
    const lines = (cells: readonly string[], { name, i }: { readonly name: string; readonly i: number }) => ({
        lines: [cells[i], cells[columns.indexOf(BELOW[name] ?? "")]].flatMap((text, line) =>
            text === undefined || (line > 0 && text === identifiers.NONE) ? [] : [{ text }],
        ),
        isFigure: figures.includes(name),
    })
    return {
        title,
        columns: kept.map((column) => lines(columns, column)),
        rows: rows.map((row) => kept.map((column) => lines(row, column))),
    }
}

/** `6 orders and 4 transfers`; nothing where none is listed. */
function listed(tables: readonly IdentifierTable[]): string | undefined {
    const kinds = [
        [identifiers.ORDERS.title, words.orders],
        [identifiers.TRANSFERS.title, words.transfers],
    ] as const
    const counts = kinds.flatMap(([title, counted]) => {
        const count = tables.find((table) => table.title === title)?.rows.length ?? 0
        return count === 0 ? [] : [counted(count)]
    })
    return counts.length === 0 ? undefined : words.both(counts)
}

export interface RecipientExhibit {
    readonly item: EvidenceItem
    readonly captionEn: string
}

/**
 * Exhibits that may go: released by the victim, chosen by the officer where the officer chose; none where the kind of
 * request tells less than everything. Of a picture with masked areas it is always the masked copy, whether the officer
 * wrote `E012` or `E012-m`.
 */
export function recipientExhibits(items: readonly EvidenceItem[], officer: Officer): readonly RecipientExhibit[] {
    if (typeOf(officer).narrative !== "whole") return []
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

/** Tables whose rows an exhibit can show. */
const SHOWN: readonly string[] = [identifiers.ORDERS.title, identifiers.TRANSFERS.title, identifiers.IPS.title]

/** In English what an exhibit shows, as far as facts of the case name it: the same cells as in the schedule. */
function transcript(
    facts: Case,
    recipient: Recipient,
    officer: Officer,
    label: string,
): readonly { readonly title: string }[] {
    const keep = keepUsed(officer)
    const citing = <T extends { readonly evidence?: readonly string[] | undefined }>(
        list: "orders" | "transfers" | "ips",
        entries: readonly T[] | undefined,
    ): T[] => (entries ?? []).filter((entry, i) => keep(list, i) && entry.evidence?.includes(label) === true)
    const shown = {
        ...facts,
        orders: citing("orders", facts.orders),
        transfers: citing("transfers", facts.transfers),
        ips: citing("ips", facts.ips),
    }
    // What is left out and what is named goes by places in the whole lists.
    const { factsNotUsed: _, ...rest } = officer
    const all = { ...rest, request: { ...officer.request, labels: undefined } }
    return recipientIdentifiers(shown, recipient, all)
        .filter(({ title }) => SHOWN.includes(title))
        .map((table) => ({ ...onPaper(table), title: words.shownIn(label, table.title) }))
}

/**
 * Data of 03-Exhibits; `image` is the key of the picture in the images handed to layout.
 *
 * @param of - Where what the pictures show is to be told in English.
 */
export function exhibitsView(
    ref: string,
    exhibits: readonly RecipientExhibit[],
    of?: { readonly facts: Case; readonly recipient: Recipient; readonly officer: Officer },
): object {
    const tables =
        of === undefined
            ? []
            : exhibits.flatMap(({ item }) =>
                  transcript(of.facts, of.recipient, of.officer, item.copyOf ?? item.entry.label),
              )
    const rows = exhibits.map(({ item, captionEn }) => ({
        label: item.entry.label,
        caption: captionEn,
        size: words.pictureSize(item.entry.widthPx ?? 0, item.entry.heightPx ?? 0, counted(item.entry.sizeBytes)),
        sha256: item.entry.sha256,
        sheets: pictureSheets(item.entry.label, uprightSize(item.entry) ?? NO_SIZE).map(({ image, part }) => {
            const strip = part === undefined ? "" : words.stripEn(part.n, part.of)
            const named = [item.entry.label, captionEn].filter((part) => part !== "").join(": ")
            return { image, strip, alt: `${named}${strip === "" ? "" : ` (${strip})`}` }
        }),
        masked: item.copyOf === undefined ? "" : words.maskedEn(item.boxes?.length ?? 0),
    }))
    return {
        ref,
        count: words.pictures(rows.length),
        hasMasked: rows.some(({ masked }) => masked !== ""),
        rows,
        tables,
        terms: of === undefined ? [] : termsOn(of.facts, tables),
    }
}

/** Terms on screens that show such rows. */
function termsOn({ transfers = [] }: Case, tables: readonly { readonly title: string }[]): readonly object[] {
    const has = (title: string): boolean => tables.some((table) => table.title.endsWith(title))
    const isWithin = ({ to }: (typeof transfers)[number]): boolean => walletEn(to) !== undefined
    const moved = has(identifiers.TRANSFERS.title) ? transfers : []
    const terms = [
        ...(has(identifiers.ORDERS.title) ? words.ORDER_TERMS : []),
        ...(moved.some(isWithin) ? words.TRANSFER_TERMS : []),
        ...(moved.every(isWithin) ? [] : words.WITHDRAWAL_TERMS),
    ]
    return (terms.length === 0 ? [] : [...terms, ...words.STATUS_TERMS]).map(([zh, en]) => ({ zh, en }))
}

/** 02-Identifiers as sheets of text cells: what is looked up first, then account and periods. */
export function identifierSheets(facts: Case, recipient: Recipient, officer: Officer): readonly IdentifierTable[] {
    const tables = recipientIdentifiers(facts, recipient, officer)
    if (!typeOf(officer).data) return tables
    const all = period(facts, officer)
    const own = chosenGroups(facts, recipient, officer).flatMap(({ id }, i) => {
        const its = ownPeriod(facts, officer, recipient, id)
        return its === undefined ? [] : [[words.groupNumber(i + 1), printUtc(its.from), printUtc(its.to)]]
    })
    const scope: IdentifierTable = {
        title: words.PERIOD.title,
        columns: words.PERIOD.columns,
        rows: [[words.PERIOD.all, edgeEn(all.from), edgeEn(all.to)], ...own],
    }
    return [...tables, scope]
}
