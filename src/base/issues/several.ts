/** Findings about a request among several of its case, and about what an earlier one asked. */
export interface SeveralIssues {
    /** `next`: the lowest number that is free. */
    "request.number.taken": { readonly no: number; readonly layer: number; readonly next: number }
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
    "request.earlier.row": { readonly value: string; readonly no: number; readonly layer: number }
    "request.earlier.no-new": { readonly no: number }
}

declare module "../issue.ts" {
    interface IssueParams extends SeveralIssues {}
}
