import { type Issue, issue } from "../../base/issue.ts"
import { isDay, isUnknown, parseTime, type Time } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { isNationalMoney, type Keep, platformEn } from "../shared/identifiers.ts"
import { partyEn } from "../shared/wallets.ts"

/** What a request covers: period, data groups, facts in use. The officer selects; defaults are narrow. */

/**
 * The period asked for: the officer's, else the first to the last operation, widened to whole hours UTC.
 */
export function period(facts: Case, officer: Officer): { from: Time; to: Time } {
    if (officer.request?.period !== undefined) return officer.request.period
    const { firstOperation, lastOperation } = facts.incident
    const last = (lastOperation ?? firstOperation).at
    return {
        from: atHour(inZone(firstOperation.at, "+08:00"), 0),
        to: atHour(inZone(last, "Z"), isDay(last) ? 24 : 1),
    }
}

/** The period of one data group: the officer's own for it, else that of the request. */
export function groupPeriod(
    facts: Case,
    officer: Officer,
    _recipient: Recipient,
    groupId: string,
): { from: Time; to: Time } {
    return officer.request?.periods?.[groupId] ?? period(facts, officer)
}

/** A day of which nobody said in which zone it is: taken so that the period holds both readings. */
function inZone(time: Time, zone: string): Time {
    if (!isDay(time) || time.epochMs !== undefined) return time
    const read = parseTime(time.local, zone)
    return typeof read === "string" ? time : read
}

const HOUR = 3_600_000

/** The start of the hour that a time falls in, some hours later; one moment alone thus still gives a period. */
function atHour(time: Time, later: number): Time {
    if (time.epochMs === undefined) return time
    const iso = new Date((Math.floor(time.epochMs / HOUR) + later) * HOUR).toISOString()
    const hour = parseTime(`${iso.slice(0, 16)}Z`)
    return typeof hour === "string" ? time : hour
}

/** What a desk would send a request back for: a period without a zone, an account that is not with the recipient. */
export function checkScope(file: string, facts: Case, recipient: Recipient, officer: Officer): Issue[] {
    const { from, to } = period(facts, officer)
    const issues: Issue[] = []
    if (isUnknown(from) || isUnknown(to)) issues.push(issue("sending.period.unknown", [file, "request", "period"], {}))
    else if (from.epochMs === undefined || to.epochMs === undefined)
        issues.push(
            issue("sending.period.zone-unknown", [file, "request", "period"], { from: from.local, to: to.local }),
        )
    if (platformEn(facts, recipient) === undefined) {
        const params = { platform: facts.account.exchange, recipient: recipient.name.zh }
        issues.push(issue("sending.account.other-platform", [file, "recipient"], params, "warning"))
    }
    return [...issues, ...checkGroups(file, facts, recipient, officer), ...checkParties(file, facts, officer)]
}

/** Groups that ask about listed orders where none is listed: left out, which the officer must know of. */
function checkGroups(file: string, facts: Case, recipient: Recipient, officer: Officer): Issue[] {
    const { dataGroups: chosen } = officer.request ?? {}
    const asked = chosenGroups(facts, recipient, officer)
    const left = recipient.dataGroups.filter(({ id }) => chosen?.includes(id) && !asked.some((one) => one.id === id))
    const severity = asked.length === 0 ? "error" : "warning"
    return left.map(({ id, zh, en }) =>
        issue("sending.group.no-orders", [file, "request", "dataGroups"], { id, zh, en }, severity),
    )
}

/** Words for where assets went that are neither a known kind of wallet nor an address, so that they are not passed on. */
function checkParties(file: string, facts: Case, officer: Officer): Issue[] {
    const keep = keepUsed(officer)
    const unread = (facts.transfers ?? []).flatMap(({ from, to, value }, i) =>
        keep("transfers", i) && !isNationalMoney(value.asset)
            ? [from, to].filter((party) => partyEn(party) === undefined)
            : [],
    )
    const [first] = unread
    if (first === undefined) return []
    const params = { count: unread.length, found: first }
    return [issue("sending.transfer.party-unread", [file, "case.yaml", "transfers"], params, "warning")]
}

/**
 * Data groups in the profile's order of importance: those the officer chose, else all; without orders in use none that
 * asks about the listed orders. English begins with a capital.
 */
export function chosenGroups(facts: Case, recipient: Recipient, officer: Officer): Recipient["dataGroups"] {
    const chosen = officer.request?.dataGroups
    const keep = keepUsed(officer)
    const hasOrders = (facts.orders ?? []).some((_, i) => keep("orders", i))
    return recipient.dataGroups
        .filter(({ id, about }) => (chosen?.includes(id) ?? true) && (hasOrders || about !== "orders"))
        .map((group) => ({ ...group, en: group.en.slice(0, 1).toUpperCase() + group.en.slice(1) }))
}

/** The filter for facts that the officer marked 本次请求未采用. */
export function keepUsed(officer: Officer): Keep {
    const dropped = new Set(officer.factsNotUsed ?? [])
    return (kind, index) => !dropped.has(`${kind}[${String(index)}]`)
}
