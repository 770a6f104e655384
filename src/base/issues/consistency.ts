type None = Readonly<Record<string, never>>

/** A question that the kind or cause of an incident asks, and that has no answer. */
export type OpenQuestion = "destination" | "payment" | "api-key" | "site" | "device"

/** An answer of a case in which somebody else was in the account, beside a kind of incident in which nobody was. */
export type OtherKind = "cause" | "api-key" | "orders" | "device"

/** Places of a case that do not fit together, and values that look like slips: shown and never mended. */
export interface ConsistencyIssues {
    "case.time.zone-unknown": { found: string }
    "case.time.order": { first: string; second: string; other: string }
    "case.time.future": { found: string }
    "case.time.unknown": None
    /** The first or last day of a range without its zone; the days of an export are often those of UTC. */
    "case.range.zone-unstated": { days: string }
    /** One entry of a list that reads like several. */
    "case.list.joined": { found: string; parts: readonly string[] }
    "case.loss.quantity-unknown": { asset: string }
    "case.loss.zero": { asset: string }
    "case.credit-code.form": { found: string }
    "case.credit-code.check-character": { found: string; expected: string }
    /** A place of a transfer that is neither an address nor a wallet of the account: a recipient reads Not provided. */
    "case.transfer.unnamed": { found: string }
    /** A desk looks accounts up by number or mailbox; whether a telephone goes out is the officer's to say. */
    "case.account.phone-alone": Record<string, never>
    "case.asset.unknown": { found: string }
    "case.url.odd": { found: string }
    "case.question.open": { question: OpenQuestion }
    "case.answer.other-kind": { answer: OtherKind }
    "case.statement.disputed": None
    "case.event-time.differs": { stated: string; other: string }
    "case.records.before-first": { count: number; limit: string; found: string }
    "case.records.after-last": { count: number; limit: string; found: string }
    "case.loss.difference": { difference: string; netLoss: string }
    "case.loss.two-measures": { difference: string; netLoss: string }
    "case.loss.outgoing": { asset: string; stated: string; moved: string; count: number }
    "case.loss.equivalents": { first: string; second: string }
    "case.loss.same-digits": { first: string; second: string }
    "case.sum.differs": { stated: string; computed: string }
    "case.count.differs": { of: string; stated: string; listed: number }
    "case.identifier.repeated": { kind: string; market: string; first: string; second: string }
    /** Nothing was registered: neither a screenshot nor an export file. */
    "case.evidence.none": None
    /** `near` is what stands there instead, empty for nothing. */
    "case.identifier.not-in-file": { found: string; labels: string; near: string }
    /** A sentence that is left out of the papers for the police unless the reporter wants it there. */
    "case.sentence.left-out": { sentence: string; reason: "guess" | "plan" | "conclusion" }
    /** Files were taken in after the time at which the materials are said to have been made. */
    "case.prepared.before-import": { prepared: string; imported: string; labels: string }
}

declare module "../issue.ts" {
    interface IssueParams extends ConsistencyIssues {}
}
