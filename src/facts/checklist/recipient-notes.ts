import { type Issue, issue } from "../../base/issue.ts"
import type { Officer } from "../officer/officer.ts"
import type { Recipient } from "../recipients/recipient-schema.ts"
import { ageIssues } from "./ages.ts"

/** Forms in which every request carries its identifiers: cells of a sheet, and text of a PDF. */
const CARRIED: Recipient["identifierFormats"]["accepted"] = ["xlsx", "text", "pdf"]

/** What the rules of a desk mean for this request, where they are easily overlooked. */
export function recipientNotes(file: string, recipient: Recipient, officer: Officer): Issue[] {
    const issues: Issue[] = []
    const { byDefault } = recipient.userNotice
    if (byDefault !== "unknown" && officer.request?.withholdNotice === undefined)
        issues.push(
            issue(
                "request.profile.user-told",
                [file, "request", "withholdNotice"],
                { recipient: recipient.name.zh, recipientEn: recipient.name.en, byDefault },
                "note",
            ),
        )
    const { toState } = recipient.routes[officer.route] ?? {}
    if (toState !== undefined)
        issues.push(
            issue(
                "request.profile.to-state",
                [file, "route"],
                { recipient: recipient.name.zh, recipientEn: recipient.name.en, ...toState },
                "warning",
            ),
        )
    const { accepted } = recipient.identifierFormats
    if (!accepted.some((form) => CARRIED.includes(form)))
        issues.push(
            issue("request.profile.identifier-form", [file, "recipient"], { accepted: accepted.join(", ") }, "warning"),
        )
    return [...issues, ...ageIssues(file, recipient, officer)]
}
