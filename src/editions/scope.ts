import { type Issue, issue } from "../base/issue.ts"
import type { Case } from "../case/schema.ts"
import type { Officer } from "../request/officer.ts"
import type { Recipient } from "../request/recipient.ts"
import { parseTime, type Time } from "../text/time.ts"
import { type Keep, platformEn } from "./identifiers.ts"

/** What a request covers: period, data groups, facts in use. The officer selects; defaults are narrow. */

/**
 * The period asked for: the officer's, else the first to the last operation, widened to whole hours UTC.
 */
export function period(facts: Case, officer: Officer): { from: Time; to: Time } {
    if (officer.request?.period !== undefined) return officer.request.period
    const { firstOperation, lastOperation } = facts.incident
    return { from: toHour(firstOperation.at, Math.floor), to: toHour(lastOperation.at, Math.ceil) }
}

const HOUR = 3_600_000

function toHour(time: Time, round: (value: number) => number): Time {
    if (time.epochMs === undefined) return time
    const hour = parseTime(new Date(round(time.epochMs / HOUR) * HOUR).toISOString())
    return typeof hour === "string" ? time : hour
}

/** What a desk would send a request back for: a period without a zone, an account that is not with the recipient. */
export function checkScope(file: string, facts: Case, recipient: Recipient, officer: Officer): Issue[] {
    const { from, to } = period(facts, officer)
    const issues: Issue[] = []
    if (from.epochMs === undefined || to.epochMs === undefined)
        issues.push(
            issue("sending.period.zone-unknown", [file, "request", "period"], { from: from.local, to: to.local }),
        )
    if (platformEn(facts, recipient) === undefined) {
        const params = { platform: facts.account.exchange, recipient: recipient.name.zh }
        issues.push(issue("sending.account.other-platform", [file, "recipient"], params, "warning"))
    }
    return issues
}

/** Data groups in the profile's order of importance: those the officer chose, else all. English begins with a capital. */
export function chosenGroups(recipient: Recipient, officer: Officer): Recipient["dataGroups"] {
    const chosen = officer.request?.dataGroups
    return recipient.dataGroups
        .filter(({ id }) => chosen?.includes(id) ?? true)
        .map((group) => ({ ...group, en: group.en.slice(0, 1).toUpperCase() + group.en.slice(1) }))
}

/** The filter for facts that the officer marked 本次请求未采用. */
export function keepUsed(officer: Officer): Keep {
    const dropped = new Set(officer.factsNotUsed ?? [])
    return (kind, index) => !dropped.has(`${kind}[${String(index)}]`)
}
