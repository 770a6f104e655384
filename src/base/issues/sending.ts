type None = Readonly<Record<string, never>>

/** Findings about what a request covers, as far as a desk would send it back for that. */
export interface SendingIssues {
    "sending.period.zone-unknown": { from: string; to: string }
    /** The case does not know when it happened, and the officer named no period. */
    "sending.period.unknown": None
    "sending.account.other-platform": { platform: string; recipient: string }
    /** The account is with another desk; its number is not asked of this one. */
    "sending.account.other-desk": { platform: string; recipient: string; isWallet: boolean }
    /** `facts` names the first of them with their times. */
    "sending.period.leaves-out": {
        count: number
        facts: readonly { readonly fact: string; readonly at: string }[]
        from: string
        to: string
    }
    "sending.fact.zone-unknown": { count: number; first: string; local: string; readings: string }
    /** `fact` is the first of them, at a time before `first`. */
    "sending.fact.before-first": { count: number; fact: string; at: string; first: string }
    /** A chosen data group asks about listed orders, and none is in use. */
    "sending.group.no-orders": { id: string; zh: string; en: string }
    /** The same of one that asks whose receiving addresses and further targets are. */
    "sending.group.no-others": { id: string; zh: string; en: string }
    /** The case has neither UID nor mailbox, and the officer names no target. */
    "sending.account.no-identifier": None
    /** The agency is none of public security, for which articles, papers and approvals are written. */
    "sending.agency.not-police": { found: string }
    /** `fields` are paths in the officer data. */
    "sending.investigation.missing": { fields: string }
    /** A decision by which the case was filed stands beside another stage; page one and chronology would say both. */
    "sending.investigation.filed": None
    /** The case is said to be filed, and no decision is named. */
    "sending.investigation.no-filing": None
    "sending.reply-by.missing": None
    /** Chinese document numbers without an English rendering; `fields` are the paths of the renderings. */
    "sending.number.rendering": { fields: string }
    "sending.authenticate.nothing": None
    "sending.label.unknown": { found: string }
    "sending.period.group-unused": { found: string }
    /** Log-ins and calls of an account are asked for over so many days. */
    "sending.period.long": { days: number }
    /** `found` is the first of them. */
    "sending.transfer.party-unread": { count: number; found: string }
    /** Receivers of whom the case has a mail address or a telephone alone; `found` is the first. */
    "sending.transfer.contact": { count: number; found: string }
}

declare module "../issue.ts" {
    interface IssueParams extends SendingIssues {}
}
