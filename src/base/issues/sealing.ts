type None = Readonly<Record<string, never>>

/** Acts of a request that have a date. */
export type DatedAct =
    | "receipt"
    | "filing"
    | "approval"
    | "countyHead"
    | "instrument"
    | "letter"
    | "completed"
    | "mailbox"
    | "channel"
    | "replaced"
    | "identity"
    | "assessment"
    | "consent"
    | "replyBy"
    | "treaty"
    | "confirmed"
    | "term"

/** Findings where a sealed letter and what would leave with it do not agree. */
export interface SealingIssues {
    "request.letter-code.format": { found: string }
    "request.letter-code.missing": { expected: string }
    "request.letter-code.different": { found: string; expected: string }
    "request.prepared.missing": { file: string }
    "request.prepared.changed": { file: string }
    "request.prepared.other-case": { found: string; expected: string }
    /** 核对码 of the packet that the sealed letter rests on, and of the one at hand. */
    "request.prepared.other-draft": { sealed: string; found: string }
    "request.prepared.field": { field: string; sealed: string; found: string }
    "request.prepared.filled-in": { field: string; found: string }
    /** `causes`: `program`, `templates`, `profile`, with blanks between. */
    "request.prepared.remade": { causes: string; sealedWith: string }
    /** Address of the route in the profile. */
    "request.prepared.address": { sealed: string; found: string }
    "request.prepared.earlier": None
    /** A file as the first step made it, most likely the letter, handed in as the scan of the sealed one. */
    "request.sealed.unsealed": { file: string }
    /** A PDF without any picture: no scanner, camera or electronic seal had a part in it. */
    "request.sealed.no-picture": { file: string }
    "request.sealed.pages": { found: number; expected: number }
    /** A page that is wider than high, as no page of a letter is; `page` from 1, 0 for a picture. */
    "request.sealed.wide": { file: string; page: number }
    "request.dates.order": { earlier: DatedAct; earlierOn: string; later: DatedAct; laterOn: string }
    "request.prepared.unreadable": { file: string }
    "request.sealed.needs-prepared": None
    "request.sealed.none": { folder: string }
}

declare module "../issue.ts" {
    interface IssueParams extends SealingIssues {}
}
