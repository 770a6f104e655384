/** Findings about a request among several of its case, and about what an earlier one asked. */
export interface SeveralIssues {
    /** `next`: the lowest number that is free. */
    "request.number.taken": { readonly no: number; readonly layer: number; readonly next: number }
    /** The time of the act lies before that of the archive's highest layer. */
    "request.earlier.later": { readonly layer: number; readonly was: string; readonly is: string }
    /** A document number that an earlier request has: of the letter, or of an instrument addressed to another desk. */
    "request.earlier.document": { readonly of: "letter" | "instrument"; readonly number: string; readonly no: number }
    /** The archive that was given has fewer `layers` than another one of its case. */
    "request.archive.newer": { readonly newer: string; readonly layers: number }
    "request.earlier.no-archive": { readonly type: string }
    /** `known`: numbers that the archive has, in order, with 、 between; empty where it has none. */
    "request.earlier.unknown": { readonly no: number; readonly known: string }
    "request.earlier.other-desk": { readonly no: number; readonly asked: string; readonly found: string }
    "request.earlier.code": {
        readonly no: number
        readonly layer: number
        readonly found: string
        readonly expected: string
    }
    "request.earlier.ticket": {
        readonly no: number
        readonly layer: number
        readonly found: string
        readonly recorded: string
    }
    /** The form names another agency than the earlier request, and the letter would call that one this agency's. */
    "request.earlier.agency": { readonly no: number; readonly was: string; readonly is: string }
    /** What is said of the mailbox's acceptance is what an earlier request said of another mailbox. */
    "request.earlier.mailbox": { readonly no: number; readonly was: string; readonly is: string }
    "request.earlier.row": { readonly value: string; readonly no: number; readonly layer: number }
    "request.earlier.no-new": { readonly no: number }
}

declare module "../issue.ts" {
    interface IssueParams extends SeveralIssues {}
}
