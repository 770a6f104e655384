import { type Issue, issue } from "../../base/issue.ts"
import { beijingWall } from "../../base/text/time.ts"
import type { Officer } from "../officer/officer.ts"
import { agesOf, daysBetween, profileDay } from "../recipients/age.ts"
import type { Recipient } from "../recipients/recipient-schema.ts"

/** What was known of a desk, or verified, long ago, by the time of the act and never by a clock. */
export function ageIssues(file: string, recipient: Recipient, officer: Officer): Issue[] {
    const completed = (beijingWall(officer.completedAt) ?? officer.completedAt.local).slice(0, 10)
    return [...profileIssues(file, recipient, completed), ...channelIssues(file, recipient, officer, completed)]
}

function profileIssues(file: string, recipient: Recipient, completed: string): Issue[] {
    const { day, by } = profileDay(recipient)
    const [days, limit] = [daysBetween(day, completed), agesOf(recipient).profileDays]
    if (days <= limit) return []
    const params = { recipient: recipient.name.zh, recipientEn: recipient.name.en, day, by, days, limit }
    return [issue("request.profile.old", [file, "recipient"], params, "warning")]
}

function channelIssues(file: string, recipient: Recipient, officer: Officer, completed: string): Issue[] {
    const { channelConfirmed } = officer
    if (channelConfirmed === undefined) return []
    const path = [file, "channelConfirmed", "on"]
    const on = channelConfirmed.on.local.slice(0, 10)
    const [days, limit] = [daysBetween(on, completed), agesOf(recipient).channelDays]
    return days <= limit ? [] : [issue("request.channel.old", path, { on, completed, days, limit }, "warning")]
}
