type None = Readonly<Record<string, never>>

/** Fields of officer data about an answer that a finding names. */
export type ReceivedField =
    | "at"
    | "from"
    | "place"
    | "extractedAt"
    | "firstOfficer"
    | "secondOfficer"
    | "limits"
    | "limitsText"
    | "mailbox"
    | "provider"
    | "way"
    | "device"

/** Acts of taking in an answer, in their order. */
export type ReceivedAct = "sent" | "received" | "extracted" | "completed"

/** What the officer's form says of the case. */
export type OtherCaseField = "ref" | "recipient" | "caseNumber" | "instrument" | "letterCode" | "ticket"

/** Findings about an answer of a desk and its layer. */
export interface ReceivedIssues {
    "received.archive.draft": None
    "received.archive.no-request": None
    "received.data.missing": None
    "received.field.missing": { readonly field: ReceivedField }
    "received.persons.same": { readonly name: string }
    "received.time.order": {
        readonly earlier: ReceivedAct
        readonly earlierAt: string
        readonly later: ReceivedAct
        readonly laterAt: string
    }
    /** `known`: numbers that the archive has, with 、 between. */
    "received.request.unknown": { readonly no: number; readonly known: string }
    "received.request.which": { readonly known: string }
    "received.files.none": None
    "received.files.many": { readonly files: number; readonly most: number }
    "received.files.apart": { readonly count: number; readonly names: string }
    "received.file.empty": None
    "received.file.same": { readonly as: string }
    "received.file.in-archive": { readonly path: string }
    "received.file.locked": None
    "received.file.encrypted": None
    "received.file.program": None
    "received.file.active": None
    "received.file.remote": None
    "received.file.irregular": None
    "received.name.invisible": { readonly shown: string }
    /** `accounts` that stand in a table and that the request did not name, with 、 between. */
    "received.account.other": { readonly label: string; readonly accounts: string }
    /** The form says another thing of the case than archive and journal; `known`: what stands there, with 、 between. */
    "received.case.differs": { readonly field: OtherCaseField; readonly found: string; readonly known: string }
    /** A text or the name of a file has a number of the form that this case's number `own` has. */
    "received.case.named": { readonly found: string; readonly own: string }
    "received.hash.no-file": { readonly file: string }
    "received.hash.format": { readonly found: string; readonly algorithm: string }
    "received.hash.differs": {
        readonly file: string
        readonly algorithm: string
        readonly found: string
        readonly stated: string
    }
    "received.hash.none": None
    /** Files of which MD5 or SHA-1 alone was stated; `names` with 、 between. */
    "received.hash.weak": { readonly count: number; readonly names: string }
    "received.limits.stated": { readonly text: string }
    "received.limits.none": None
}

declare module "../issue.ts" {
    interface IssueParams extends ReceivedIssues {}
}
