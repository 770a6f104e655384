import { type Issue, issue } from "../../base/issue.ts"
import { own } from "../../base/own.ts"
import { hourUtc, isDay, isUnknown, parseTime, printBeijing, printUtc, type Time } from "../../base/text/time.ts"
import { pathOf } from "../../facts/case/form/form.ts"
import type { Case } from "../../facts/case/schema.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { typeIdOf, typeOf } from "../../facts/officer/request-type.ts"
import { groupsFor, isOfReceivers, proposedGroups } from "../../facts/recipients/data-groups.ts"
import { proposedPeriods } from "../../facts/recipients/periods.ts"
import { type AccountPlace, isOwnWallet } from "../../facts/recipients/platform.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { isNationalMoney, type Keep } from "../shared/identifiers.ts"
import { isByContact, isOutgoing, isToUser, partyEn } from "../shared/wallets.ts"
import { LINE } from "./letter-english.words.ts"
import { isVictims, lacksIdentifier, ownerOf, whyOf } from "./owner.ts"
import * as words from "./recipient.words.ts"
import { furtherTargets } from "./targets.ts"

/** What a request covers: period, data groups, facts in use. The officer selects; defaults are narrow. */

export interface Period {
    readonly from: Time
    readonly to: Time
}

/** A fact that a request asks about, and when it was. */
export interface UsedFact {
    /** Its place in the case, `orders[0]`, `incident.firstOperation`. */
    readonly place: string
    /** What stands in the papers for it: an order number, a hash; empty for an operation without one. */
    readonly name: string
    readonly at: Time
}

/** All facts in use that have a time, as they stand in the case. */
export function usedFacts(facts: Case, officer: Officer): readonly UsedFact[] {
    const keep = keepUsed(officer)
    const { firstOperation, lastOperation } = facts.incident
    const orders = (facts.orders ?? []).flatMap(({ orderId = "", at }, i) =>
        keep("orders", i) ? [{ place: `orders[${String(i)}]`, name: orderId, at }] : [],
    )
    const transfers = (facts.transfers ?? []).flatMap(({ txHash, value, at }, i) =>
        keep("transfers", i) && !isNationalMoney(value.asset)
            ? [{ place: `transfers[${String(i)}]`, name: txHash ?? "", at }]
            : [],
    )
    return [
        { place: "incident.firstOperation", name: "", at: firstOperation.at },
        ...(lastOperation === undefined ? [] : [{ place: "incident.lastOperation", name: "", at: lastOperation.at }]),
        ...orders,
        ...transfers,
    ].filter(({ at }) => !isUnknown(at))
}

/** The earliest moment that the request speaks of, as a time; `undefined` where none is known. A day is one of China. */
export const earliestFact = (facts: Case, officer: Officer): Time | undefined =>
    outermost(usedFacts(facts, officer), ({ from }) => -from)

/** The latest one; a day counts by its end. */
export const latestFact = (facts: Case, officer: Officer): Time | undefined =>
    outermost([...usedFacts(facts, officer)].reverse(), ({ to }) => to)

/** A day whose zone nobody stated says less than a fact within it. */
function outermost(used: readonly UsedFact[], place: (span: Span) => number): Time | undefined {
    const known = used.flatMap(({ at }) => {
        const span = at.epochMs === undefined && !isDay(at) ? undefined : reach(at)
        return span === undefined ? [] : [{ at, span, place: place(span) }]
    })
    const vague = ({ at, span }: (typeof known)[number]): boolean =>
        at.epochMs === undefined &&
        known.some((one) => one.at.epochMs !== undefined && one.span.from >= span.from && one.span.to <= span.to)
    const telling = known.filter((one) => !vague(one))
    if (telling.length === 0) return used[0]?.at
    return telling.reduce((best, one) => (one.place > best.place ? one : best)).at
}

interface Span {
    readonly from: number
    readonly to: number
}

const HOUR = 3_600_000

/** A time without a zone as China's clock and as UTC: exports have either. */
function readingsOf(time: Time): readonly Time[] {
    return ["+08:00", "Z"].flatMap((zone) => {
        const read = parseTime(time.local, zone)
        return typeof read === "string" ? [] : [read]
    })
}

/** The instants that a time may stand for, `to` excluded; one without a zone for both its readings. */
function reach(time: Time): Span | undefined {
    const length = isDay(time) ? 24 * HOUR : 1
    if (time.epochMs !== undefined) return { from: time.epochMs, to: time.epochMs + length }
    const read = readingsOf(time).flatMap(({ epochMs }) => epochMs ?? [])
    return read.length === 0 ? undefined : { from: Math.min(...read), to: Math.max(...read) + length }
}

/** The period asked for: the officer's, else from the first to the last fact in use, widened to whole hours UTC. */
export function period(facts: Case, officer: Officer): Period {
    if (officer.request?.period !== undefined) return officer.request.period
    const { firstOperation, lastOperation } = facts.incident
    const spans = usedFacts(facts, officer).flatMap(({ at }) => {
        const span = reach(at)
        // What is only about then may well lie in the hour before or after.
        const margin = at.about === true ? HOUR : 0
        return span === undefined ? [] : [{ from: span.from - margin, to: span.to + margin }]
    })
    if (spans.length === 0) return { from: firstOperation.at, to: (lastOperation ?? firstOperation).at }
    const from = Math.min(...spans.map((span) => span.from))
    const to = Math.max(...spans.map((span) => span.to))
    return { from: hourUtc(Math.floor(from / HOUR)), to: hourUtc(Math.floor((to - 1) / HOUR) + 1) }
}

/** An end of the period as it is printed; a line to fill in where it is not known, which only a blank form has. */
export const edgeEn = (time: Time): string => (isUnknown(time) ? LINE : printUtc(time))

/**
 * The period of one data group: the officer's for it, else the officer's for all, else what is proposed for the group:
 * log-ins begin earlier, the log of a key with its creation, withdrawals end later, and so do records of others' accounts.
 */
export function groupPeriod(facts: Case, officer: Officer, recipient: Recipient, group: string): Period {
    const all = period(facts, officer)
    const chosen = own(officer.request?.periods ?? {}, group) ?? officer.request?.period
    if (chosen !== undefined) return chosen
    const [firstMs, lastMs] = [all.from.epochMs, all.to.epochMs]
    if (firstMs === undefined || lastMs === undefined) return all
    const created = facts.apiKey?.createdAt?.epochMs
    // The hour after the last fact is in `all` already.
    const covered = { firstMs, lastMs: lastMs - HOUR, ...(created === undefined ? {} : { keyCreatedMs: created }) }
    const ofVictim = isVictims(ownerOf(facts, recipient, officer))
    return proposedPeriods(recipient, covered, ofVictim).find((one) => one.group === group) ?? all
}

/** The period of a data group where it is another than that of the whole request. */
export function ownPeriod(facts: Case, officer: Officer, recipient: Recipient, group: string): Period | undefined {
    const [all, its] = [period(facts, officer), groupPeriod(facts, officer, recipient, group)]
    return its.from.epochMs !== all.from.epochMs || its.to.epochMs !== all.to.epochMs ? its : undefined
}

/** What a desk would send a request back for: a period that lacks a zone or leaves out what is asked about, an account that is not with it. */
export function checkScope(
    file: string,
    facts: Case,
    recipient: Recipient,
    officer: Officer,
    place: AccountPlace,
): Issue[] {
    // Assets are frozen now; what happened when is for the instrument.
    if (!typeOf(officer).data) return checkPlace(file, facts, recipient, officer, place)
    return [
        ...checkPeriods(file, facts, recipient, officer),
        ...checkZones(facts, officer),
        ...checkFirst(facts, officer),
        ...checkPlace(file, facts, recipient, officer, place),
        ...checkGroups(file, facts, recipient, officer),
        ...checkParties(facts, officer),
    ]
}

/** Where the facts of a draft stand. */
const CASE_RECORD = "data/case.json"

/** What a finding calls a fact. */
const calledOf = ({ name, place }: UsedFact): string => (name === "" ? place : name)

/** Names of so many facts stand in a finding. */
const NAMED = 3

function checkPeriods(file: string, facts: Case, recipient: Recipient, officer: Officer): Issue[] {
    const { from, to } = period(facts, officer)
    const at = [file, "request", "period"]
    if (isUnknown(from) || isUnknown(to)) return [issue("sending.period.unknown", at, {})]
    if (from.epochMs === undefined || to.epochMs === undefined)
        return [issue("sending.period.zone-unknown", at, { from: from.local, to: to.local })]
    const chosen = Object.keys(officer.request?.periods ?? {}).filter((group) => aboutFacts(recipient, group))
    return [
        ...tooLong(at, facts, recipient, officer, to.epochMs - from.epochMs),
        ...outside(at, facts, officer, { from, to }),
        ...chosen.flatMap((group) =>
            outside([file, "request", "periods", group], facts, officer, groupPeriod(facts, officer, recipient, group)),
        ),
    ]
}

/** Beyond so many days who used an account and how is more than the facts of most cases give reason for. */
const LONG_DAYS = 92

function tooLong(
    at: readonly string[],
    facts: Case,
    recipient: Recipient,
    officer: Officer,
    lengthMs: number,
): Issue[] {
    const days = Math.ceil(lengthMs / (24 * HOUR))
    const isOpen = chosenGroups(facts, recipient, officer).some(
        ({ id, about }) =>
            (about === "access" || about === "keys") && own(officer.request?.periods ?? {}, id) === undefined,
    )
    return isOpen && days > LONG_DAYS ? [issue("sending.period.long", at, { days }, "warning")] : []
}

/** Groups that ask about the listed facts themselves: their period must hold them. */
function aboutFacts({ dataGroups }: Recipient, group: string): boolean {
    return dataGroups.some(({ id, about }) => id === group && about === "orders")
}

/** `sending.period.leaves-out`: facts in use, or one of their readings, that lie outside a period. */
function outside(path: readonly string[], facts: Case, officer: Officer, { from, to }: Period): Issue[] {
    const [begin, end] = [from.epochMs, to.epochMs]
    if (begin === undefined || end === undefined) return []
    const out = usedFacts(facts, officer).filter(({ at }) => {
        const span = reach(at)
        // A day that is said to have been is held by any part of it.
        if (span === undefined) return false
        return isDay(at) ? span.to <= begin || span.from >= end : span.from < begin || span.to - 1 > end
    })
    if (out.length === 0) return []
    const params = {
        count: out.length,
        facts: out.slice(0, NAMED).map((fact) => ({ fact: calledOf(fact), at: printUtc(fact.at) })),
        from: printUtc(from),
        to: printUtc(to),
    }
    return [issue("sending.period.leaves-out", path, params)]
}

/** Facts of which nobody said in which zone they are: a desk cannot search them, and gets both readings. */
function checkZones(facts: Case, officer: Officer): Issue[] {
    const unread = usedFacts(facts, officer).filter(({ at }) => at.epochMs === undefined)
    const [first] = unread
    if (first === undefined) return []
    const params = {
        count: unread.length,
        first: calledOf(first),
        local: first.at.local,
        readings: readingsOf(first.at).map(printUtc).join(" / "),
    }
    return [issue("sending.fact.zone-unknown", [CASE_RECORD, ...pathOf(first.place)], params, "warning")]
}

/** Facts before the operation that the reporter calls the first: the desk reads both. */
function checkFirst(facts: Case, officer: Officer): Issue[] {
    const { at } = facts.incident.firstOperation
    const early = usedFacts(facts, officer).filter((one) => {
        const span = reach(one.at)
        return span !== undefined && at.epochMs !== undefined && !isDay(at) && span.to <= at.epochMs
    })
    const [first] = early
    if (first === undefined) return []
    const times = { at: printBeijing(first.at), first: printBeijing(at) }
    const params = { count: early.length, fact: calledOf(first), ...times }
    return [issue("sending.fact.before-first", [CASE_RECORD, ...pathOf(first.place)], params, "warning")]
}

function checkPlace(file: string, facts: Case, recipient: Recipient, officer: Officer, place: AccountPlace): Issue[] {
    const params = { platform: facts.account.exchange, recipient: recipient.name.zh }
    if (place.at === "unknown") return [issue("sending.account.other-platform", [file, "recipient"], params, "warning")]
    if (place.at === "this-desk" && lacksIdentifier(facts, officer) && typeOf(officer).schedule !== "assets")
        return [issue("sending.account.no-identifier", [file, "request", "targets"], {})]
    if (place.at === "this-desk") return []
    const hasTargets = (officer.request?.targets ?? []).length > 0 || !typeOf(officer).data
    const at = hasTargets ? [file, "request", "targets"] : [file, "recipient"]
    return [
        issue(
            "sending.account.other-desk",
            at,
            { ...params, isWallet: isOwnWallet(facts) },
            hasTargets ? "note" : "error",
        ),
    ]
}

/** Groups that ask about listed orders, or receivers, where none is listed: left out, which the officer must know of. */
function checkGroups(file: string, facts: Case, recipient: Recipient, officer: Officer): Issue[] {
    const { dataGroups: chosen } = officer.request ?? {}
    const asked = chosenGroups(facts, recipient, officer)
    const left = recipient.dataGroups.filter(({ id }) => chosen?.includes(id) && !asked.some((one) => one.id === id))
    const severity = asked.length === 0 ? "error" : "warning"
    return left.map(({ id, zh, en, about }) =>
        issue(
            isOfReceivers(about) ? "sending.group.no-others" : "sending.group.no-orders",
            [file, "request", "dataGroups"],
            { id, zh, en },
            severity,
        ),
    )
}

/** Words for where assets went that are neither a known kind of wallet nor an address, so that they are not passed on. */
function checkParties(facts: Case, officer: Officer): Issue[] {
    const keep = keepUsed(officer)
    const unread = (facts.transfers ?? []).flatMap(({ from, to, value }, i) =>
        keep("transfers", i) && !isNationalMoney(value.asset)
            ? [from, to].filter((party) => partyEn(party, facts.account.exchange) === undefined)
            : [],
    )
    const reached = (facts.transfers ?? []).flatMap((one, i) =>
        keep("transfers", i) && !isNationalMoney(one.value.asset) && isByContact(one) && !isTarget(one.to, officer)
            ? [one.to]
            : [],
    )
    const at = [CASE_RECORD, "transfers"]
    const told = (found: readonly string[]) => ({ count: found.length, found: found[0] ?? "" })
    return [
        ...(unread.length > 0 ? [issue("sending.transfer.party-unread", at, told(unread), "warning")] : []),
        ...(reached.length > 0 ? [issue("sending.transfer.contact", at, told(reached), "note")] : []),
    ]
}

const isTarget = (text: string, { request }: Officer): boolean =>
    (request?.targets ?? []).some(({ value }) => text.includes(value))

/**
 * Data groups as they are asked for in this case: those the officer chose, else those that the case gives reason for, of a
 * follow-up those about what is new; none where no data are. English begins with a capital.
 */
export function chosenGroups(facts: Case, recipient: Recipient, officer: Officer): Recipient["dataGroups"] {
    if (!typeOf(officer).data) return []
    const chosen = officer.request?.dataGroups
    const keep = keepUsed(officer)
    const hasOrders = (facts.orders ?? []).some((_, i) => keep("orders", i))
    const targets = furtherTargets(facts, officer)
    const used = (facts.transfers ?? []).filter(({ value }, i) => keep("transfers", i) && !isNationalMoney(value.asset))
    const others = targets.some(({ role }) => role !== "complainant") || used.some(isOutgoing)
    const owner = ownerOf(facts, recipient, officer)
    const lists = { orders: hasOrders, others, users: used.some(isToUser) }
    const ofVictim = isVictims(owner) || targets.some(({ role }) => role === "complainant")
    const possible =
        chosen === undefined ? proposedGroups(facts, recipient, lists, ofVictim) : groupsFor(facts, recipient, lists)
    // Where only they say which accounts are meant, whose they are is asked first.
    const isFirst = ({ about }: (typeof possible)[number]): boolean => isOfReceivers(about) && owner === "elsewhere"
    // The desk has been asked for the account of the case before; another one of the complainant's it has not.
    const isSupplement = typeIdOf(officer) === "follow-up" && targets.every(({ role }) => role !== "complainant")
    const fresh = possible.filter(({ about }) => about === "orders" || isOfReceivers(about)).map(({ id }) => id)
    const wanted = chosen ?? (isSupplement && fresh.length > 0 ? fresh : undefined)
    return [...possible.filter(isFirst), ...possible.filter((group) => !isFirst(group))]
        .filter(({ id }) => wanted?.includes(id) ?? true)
        .map((group) => ({ ...group, en: group.en.slice(0, 1).toUpperCase() + group.en.slice(1) }))
}

/** The filter for facts that the officer marked 本次请求未采用. */
export function keepUsed(officer: Officer): Keep {
    const dropped = new Set(officer.factsNotUsed ?? [])
    return (kind, index) => !dropped.has(`${kind}[${String(index)}]`)
}

/** What is asked, why, and for which period where it is not that of the whole request. */
export function groupsEn(
    facts: Case,
    recipient: Recipient,
    officer: Officer,
): readonly { readonly text: string; readonly why: string; readonly period: string | undefined }[] {
    return chosenGroups(facts, recipient, officer).map(({ id, en }) => {
        const own = ownPeriod(facts, officer, recipient, id)
        return {
            text: en,
            why: words.whyEn(id, whyOf(facts, ownerOf(facts, recipient, officer))),
            period: own === undefined ? undefined : words.span(printUtc(own.from), printUtc(own.to)),
        }
    })
}
