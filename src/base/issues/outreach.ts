/** Findings about whom to turn to: the directory, and mails beside a request. */
export interface OutreachIssues {
    /** No entry has all of the words. */
    "outreach.directory.none": { words: string }
    /** The profile names no mailbox to ask; a question goes where the official page leads, so no draft mail is made. */
    "outreach.question.no-mailbox": { recipient: string; page: string }
    /** The profile names no mailbox to follow up at. */
    "outreach.follow-up.no-mailbox": { recipient: string; page: string }
    /** Nothing recorded was sent to that desk. */
    "outreach.follow-up.not-sent": { recipient: string; journal: string }
    /** No answer is recorded, for which this mail could thank or after which something could be outstanding. */
    "outreach.follow-up.no-answer": { kind: string; no: string }
    /** The request was withdrawn: a desk that is reminded of it would go on with it. */
    "outreach.follow-up.withdrawn": { no: string; on: string }
    /** Officer data without a reference, and no journal that has it. */
    "outreach.mail.no-ref": { file: string }
    /** The officer data are another case's than the journal. */
    "outreach.mail.other-ref": { found: string; expected: string }
}

declare module "../issue.ts" {
    interface IssueParams extends OutreachIssues {}
}
