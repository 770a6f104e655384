import type { Words } from "../lang.ts"

/** Findings about the kind of a request: what it may not be without, and what does not go along with it. */
export interface RequestTypeIssues {
    "request.days.format": { found: string }
    "request.number.format": { found: string }
    "request.check-code.format": { found: string }
    /** Property may not be frozen before a case is filed. */
    "request.type.not-filed": { type: Words }
    /** No provision says whether this may be done before a case is filed. */
    "request.type.unregulated": { type: Words }
    /** A field that this kind cannot be without. */
    "request.type.incomplete": { type: Words; asked: Words }
    "request.type.instrument": { type: Words; found: string; expected: string }
    /** Filled in for another kind: not used. */
    "request.type.other-fields": { type: Words; other: Words }
    /** `what`: `consent`, `legal`, `exhibits`. */
    "request.type.left-out": { type: Words; what: string }
    /** No life in danger: a theft that is over is no emergency. */
    "request.emergency.none": Readonly<Record<string, never>>
    /** An account or address to be frozen that somebody else than the desk has named. */
    "request.freeze.confirmed-by": { found: string; recipient: string }
    /** An account or address that is with another platform. */
    "request.target.other-platform": { found: string; platform: string; recipient: string }
    /** Days asked for, and those that the desk names. */
    "request.preservation.long": { days: number; term: number }
}

declare module "../issue.ts" {
    interface IssueParams extends RequestTypeIssues {}
}
