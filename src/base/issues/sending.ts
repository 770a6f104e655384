type None = Readonly<Record<string, never>>

/** Findings about what a request covers, as far as a desk would send it back for that. */
export interface SendingIssues {
    "sending.period.zone-unknown": { from: string; to: string }
    /** The case does not know when it happened, and the officer named no period. */
    "sending.period.unknown": None
    "sending.account.other-platform": { platform: string; recipient: string }
    /** A chosen data group asks about listed orders, and none is in use. */
    "sending.group.no-orders": { id: string; zh: string; en: string }
    /** `found` is the first of them. */
    "sending.transfer.party-unread": { count: number; found: string }
}

declare module "../issue.ts" {
    interface IssueParams extends SendingIssues {}
}
