import { printChineseDate, printDate, printUtc } from "../../base/text/time.ts"
import { accountNumbers } from "../../facts/case/account-number.ts"
import type { Case } from "../../facts/case/schema.ts"
import type { Checklist } from "../../facts/checklist/checklist.ts"
import { wantsIdentityImages } from "../../facts/checklist/identity-release.ts"
import type { LedgerRecord } from "../../facts/ledger/record.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { typeIdOf, typeOf } from "../../facts/officer/request-type.ts"
import { wantsTranslation } from "../../facts/recipients/recipient.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { keyDetails } from "../recipient/identifiers.ts"
import { type LossEn, lossEn } from "../recipient/loss.ts"
import { isHeldByOther, ownerOf } from "../recipient/owner.ts"
import { type RecipientExhibit, recipientExhibits } from "../recipient/recipient.ts"
import { chosenGroups, keepUsed, ownPeriod, type Period, period } from "../recipient/scope.ts"
import { asksBadge } from "../recipient/sender.ts"
import { furtherTargets } from "../recipient/targets.ts"
import { type EvidenceItem, releasedForm } from "../shared/evidence-item.ts"
import { isNationalMoney } from "../shared/identifiers.ts"
import { matterZh } from "../shared/matter.ts"
import { grouped, shown } from "../shared/print.ts"
import { NOT_PROVIDED } from "../shared/print.words.ts"
import { ADDRESS_UNKNOWN, BY_ACCOUNT_HOLDER, NOT_VERIFIED } from "../shared/routes.words.ts"
import { isToUser } from "../shared/wallets.ts"
import { movesZh } from "./letter.ts"
import { both, TARGET_KIND_ZH } from "./letter.words.ts"
import * as words from "./what-leaves.words.ts"

/**
 * 对外提供内容一览: one page on which the approving chief sees everything that would leave: for whom, by which way, which
 * files, whose data, which pictures, and what is not sent. What is signed there is bound by the letter's code.
 */

/** A file that leaves. */
export interface LeavingFile {
    readonly role: "request" | "identifiers" | "identifiers-csv" | "exhibits" | "letter-copy"
    readonly name: string
    /** Absent for the one that is made after the seal. */
    readonly sha256?: string
    readonly pages?: number
}

/** Most pictures that stand side by side; as many columns there are, so that a few are not larger than many. */
const COLUMNS = 10

/** What a paper for approval says of what leaves: 对外提供内容一览, and 报请要点 in the same words. */
export interface Leaving {
    /** A line for each file, with what it holds, counted as it leaves. */
    readonly contents: readonly string[]
    /** What is asked beside the data. */
    readonly asked: readonly string[]
    readonly groups: readonly { readonly text: string; readonly period?: string }[]
    /** Of all groups that have none of their own. */
    readonly period: string
    readonly persons: readonly { readonly who: string; readonly what: string }[]
    readonly photos: string
    readonly notSent: readonly string[]
}

/** @param hasConsent - Whether scans of the account holder's consent go along. */
export function leavingOf(
    facts: Case,
    recipient: Recipient,
    officer: Officer,
    items: readonly EvidenceItem[],
    checklist: Checklist,
    files: readonly LeavingFile[],
    hasConsent: boolean,
    ledger?: LedgerRecord,
): Leaving {
    const exhibits = recipientExhibits(items, officer)
    const loss = lossEn(facts, ledger)
    return {
        contents: files.map((file) => contentZh(file, facts, recipient, officer, exhibits)),
        groups: chosenGroups(facts, recipient, officer).map(({ id, zh }) => {
            const its = ownPeriod(facts, officer, recipient, id)
            return { text: zh, ...(its === undefined ? {} : { period: periodZh(its) }) }
        }),
        period: periodZh(period(facts, officer)),
        asked: askedLines(officer),
        persons: persons(facts, recipient, officer, hasConsent, loss),
        photos: photosZh(recipient, officer, checklist),
        notSent: [
            ...notSent(facts, officer, items, exhibits),
            ...(typeOf(officer).narrative === "whole" ? loss.withheld : []).map(words.WITHHELD),
        ],
    }
}

/** Data of the page; the name of a picture is the label of its exhibit. */
export function whatLeavesView(
    facts: Case,
    ref: string,
    recipient: Recipient,
    officer: Officer,
    items: readonly EvidenceItem[],
    files: readonly LeavingFile[],
    letterCode: string,
    leaving: Leaving,
): object {
    const exhibits = recipientExhibits(items, officer)
    const route = recipient.routes[officer.route]
    return {
        ref,
        matter: matterZh(facts),
        recipient: recipient.name.zh,
        entity: words.ENTITY_UNVERIFIED(recipient.addressee.zh),
        route: route?.name.zh ?? NOT_PROVIDED,
        address: route?.address ?? (officer.route === "existing-account" ? BY_ACCOUNT_HOLDER : ADDRESS_UNKNOWN),
        verified: channelZh(officer),
        letterCode,
        ...typedView(recipient, officer),
        lines: leaving.asked.map((text) => ({ text })),
        files: files.map((file, i) => ({
            number: String(i + 1),
            name: file.name,
            content: leaving.contents[i] ?? "",
            sha256: file.sha256 === undefined ? undefined : inHalves(file.sha256),
            later: words.AFTER_SEAL,
        })),
        groups: leaving.groups,
        period: leaving.period,
        persons: leaving.persons,
        pictures: thumbnails(exhibits),
        count: exhibits.length === 0 ? undefined : String(exhibits.length),
        photos: leaving.photos,
        notSent: leaving.notSent.map((text) => ({ text })),
    }
}

/** A hash as it is compared: two lines of four groups. */
function inHalves(hexDigits: string): readonly string[] {
    const middle = hexDigits.length / 2
    return [grouped(hexDigits.slice(0, middle)), grouped(hexDigits.slice(middle))]
}

function periodZh({ from, to }: Period): string {
    return words.PERIOD(printUtc(from), printUtc(to))
}

/** What the page says by the kind of request. */
function typedView(recipient: Recipient, officer: Officer): object {
    const { words: called, data, approver } = typeOf(officer)
    const id = typeIdOf(officer)
    return {
        type: id === "disclosure" ? undefined : called["zh-CN"],
        asked: words.ASKED[id],
        asksData: data,
        asksPhotos: wantsIdentityImages(recipient, officer),
        approver: words.APPROVER[approver],
    }
}

/** What is asked beside data and periods. */
function askedLines(officer: Officer): readonly string[] {
    const { preservation, dataFreeze, freeze, emergency, earlier } = officer.request ?? {}
    const day = (on: Parameters<typeof printChineseDate>[0] | undefined): string =>
        on === undefined ? NOT_PROVIDED : printChineseDate(on)
    switch (typeIdOf(officer)) {
        case "preservation":
            return [
                words.keepFor(preservation?.days ?? NOT_PROVIDED),
                ...(preservation?.treaty === undefined ? [] : [words.pending(shown(preservation.treaty.number))]),
            ]
        case "data-freeze":
            return [words.frozenUntil(day(dataFreeze?.until))]
        case "freeze":
            return [
                words.frozen(shown(freeze?.value), shown(freeze?.amount), shown(freeze?.asset), day(freeze?.until)),
                words.confirmed(
                    shown(freeze?.confirmedBy?.who),
                    day(freeze?.confirmedBy?.on),
                    freeze?.confirmedBy?.document === undefined
                        ? words.inLayer(shown(freeze?.confirmedBy?.layer))
                        : shown(freeze.confirmedBy.document),
                ),
            ]
        case "emergency":
            return [words.danger(shown(emergency?.factsZh))]
        case "follow-up":
            return [words.supplements(shown(earlier?.no), shown(earlier?.ticket))]
        case "disclosure":
            return []
    }
}

export function channelZh({ channelConfirmed }: Officer): string {
    if (channelConfirmed === undefined) return NOT_VERIFIED
    return words.channelVerified(shown(channelConfirmed.by), printDate(channelConfirmed.on))
}

function contentZh(
    { role, pages }: LeavingFile,
    facts: Case,
    recipient: Recipient,
    officer: Officer,
    exhibits: readonly RecipientExhibit[],
): string {
    const content = (): string => {
        if (role === "identifiers") return words.CONTENT_ZH.identifiers(counts(facts, officer))
        if (role === "request") {
            const paper = typeOf(officer).instrument === undefined ? words.REQUEST_ALONE : words.CONTENT_ZH.request
            return wantsTranslation(recipient) ? words.withTranslation(paper) : paper
        }
        if (role === "exhibits") return words.CONTENT_ZH.exhibits(exhibits.length)
        return words.CONTENT_ZH[role]
    }
    return pages === undefined ? content() : words.withPages(content(), pages)
}

/** What the sheet of identifiers lists, counted as it leaves. */
function counts(facts: Case, officer: Officer): readonly string[] {
    const { schedule } = typeOf(officer)
    if (schedule === "assets") return [words.FROZEN]
    const keep = keepUsed(officer)
    const used = (kind: "orders" | "transfers" | "ips", isSent: (index: number) => boolean = () => true): number =>
        (facts[kind] ?? []).filter((_, i) => keep(kind, i) && isSent(i)).length
    const leaves = (i: number): boolean => !isNationalMoney(facts.transfers?.[i]?.value.asset ?? "")
    const listed: readonly (readonly [(count: number) => string, number])[] = [
        [words.ORDERS, used("orders")],
        [(count) => words.TRANSFERS(both(movesZh(facts, officer)), count), used("transfers", leaves)],
        [words.IPS, schedule === "all" ? used("ips") : 0],
        [words.TARGETS, furtherTargets(facts, officer).length],
    ]
    return [words.ACCOUNT, ...listed.flatMap(([said, count]) => (count === 0 ? [] : [said(count)]))]
}

/** Personal data by person, in what leaves. */
function persons(
    facts: Case,
    recipient: Recipient,
    officer: Officer,
    hasConsent: boolean,
    loss: LossEn,
): readonly { readonly who: string; readonly what: string }[] {
    const { agency = {}, officer: person = {}, secondOfficer: second } = officer
    const said = words.DATA_ZH
    const { narrative, schedule } = typeOf(officer)
    const when = (given: unknown, what: string): string[] => (given === undefined || given === false ? [] : [what])
    const others = othersOf(facts, officer)
    const rows = [
        {
            who: words.OFFICER,
            what: [
                said.name,
                said.position,
                ...when(asksBadge(recipient) && person.badgeNumber, said.badge),
                said.email,
                said.phone,
                ...(second === undefined
                    ? []
                    : [words.second([said.name, ...when(asksBadge(recipient) && second.badgeNumber, said.badge)])]),
            ],
        },
        {
            who: words.UNIT,
            what: [
                said.unitName,
                ...when(agency.website, said.website),
                ...when(agency.email, said.unitEmail),
                ...when(agency.superiorEn, said.superior),
            ],
        },
        ...(schedule === "assets"
            ? []
            : [
                  {
                      who: words.HOLDER[ownerOf(facts, recipient, officer)],
                      what: [
                          ...when(facts.account.uid, said.uid),
                          ...when(facts.account.registeredEmail, said.registeredEmail),
                          ...when(facts.account.subAccounts?.length, said.subAccounts),
                          ...ownTargets(facts, officer).map(({ kind }) => TARGET_KIND_ZH[kind]),
                          ...(schedule === "all" ? keyZh(facts, officer) : []),
                          ...when(narrative === "whole" && loss.losses.length > 0, said.loss),
                          ...when(narrative === "whole" && loss.netLoss, said.netLoss),
                          ...when(hasConsent, said.consent),
                      ],
                  },
              ]),
    ].map(({ who, what }) => ({ who, what: what.join("、") }))
    return [...rows, { who: words.OTHERS, what: others.length === 0 ? words.NOBODY : others.join("；") }]
}

/** What leaves of anybody who is neither officer nor holder of the account. */
function othersOf(facts: Case, officer: Officer): readonly string[] {
    const { request = {} } = officer
    const { schedule } = typeOf(officer)
    if (schedule === "assets") return [words.frozenAccount(shown(request.freeze?.value))]
    return [
        ...(schedule === "all" ? (request.labels ?? []) : [])
            .filter(({ fact }) => fact === "application")
            .map(({ labelEn }) => words.APPLICATION(labelEn)),
        ...furtherTargets(facts, officer).flatMap(({ role, value }) =>
            role === "complainant" ? [] : [`${words.TARGET_OF[role]}：${value}`],
        ),
        ...usersOf(facts, officer),
    ]
}

/** Accounts of others to which the listed transfers went, by their numbers. */
function usersOf({ transfers = [] }: Case, officer: Officer): readonly string[] {
    const keep = keepUsed(officer)
    const numbers = transfers.flatMap((one, i) => (keep("transfers", i) && isToUser(one) ? accountNumbers(one.to) : []))
    return numbers.length === 0 ? [] : [words.usersOf([...new Set(numbers)])]
}

/** Identifiers of the complainant that the officer added. */
const ownTargets = (facts: Case, officer: Officer) =>
    typeOf(officer).schedule === "assets"
        ? []
        : furtherTargets(facts, officer).filter(({ role }) => role === "complainant")

const phoneLeaves = (facts: Case, officer: Officer): boolean =>
    ownTargets(facts, officer).some(({ kind }) => kind === "phone")

/** What is known of the key and leaves; the name of its application is another person's. */
function keyZh(facts: Case, officer: Officer): string[] {
    const parts = keyDetails(facts, officer.request?.labels ?? []).flatMap(([item]) =>
        item === "application" ? [] : [words.KEY_ZH[item]],
    )
    return parts.length === 0 ? [] : [words.keyOf(parts)]
}

/** Cells of one row: label and picture, or nothing. */
function thumbnails(exhibits: readonly RecipientExhibit[]): readonly object[] {
    return Array.from({ length: exhibits.length === 0 ? 0 : COLUMNS }, (_, i) => {
        const item = exhibits[i]?.item
        if (item === undefined) return {}
        return { label: item.entry.label }
    })
}

function photosZh(recipient: Recipient, officer: Officer, { conclusion }: Checklist): string {
    if (!typeOf(officer).photos) return words.PHOTOS.notAsked
    if (officer.identityReplaced !== undefined) return words.PHOTOS.replaced
    if (!wantsIdentityImages(recipient, officer)) return words.PHOTOS.none
    const { identityApproval: approved } = officer
    return approved === undefined || conclusion !== "send"
        ? words.PHOTOS.asked(recipient.identityReceivers.zh)
        : words.PHOTOS.approved(shown(approved.approver), printChineseDate(approved.date))
}

function notSent(
    facts: Case,
    officer: Officer,
    items: readonly EvidenceItem[],
    exhibits: readonly RecipientExhibit[],
): readonly string[] {
    const { factsNotUsed = [] } = officer
    const released = items.filter((item) => releasedForm(item) !== undefined).length
    const left = released - exhibits.length
    return [
        ...words.notSent(isHeldByOther(facts), phoneLeaves(facts, officer), othersOf(facts, officer).length > 0),
        ...(factsNotUsed.length === 0 ? [] : [words.NOT_USED(factsNotUsed.length, typeIdOf(officer) === "follow-up")]),
        ...(left > 0 ? [words.NOT_CHOSEN(left)] : []),
    ]
}
