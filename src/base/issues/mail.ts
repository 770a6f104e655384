type None = Record<string, never>

/** Findings about mails that are drafted (RFC 5322). */
export interface MailIssues {
    "mail.to.missing": None
    "mail.to.malformed": None
    "mail.subject.line-break": { limit: number }
    "mail.subject.not-ascii": { limit: number }
    "mail.subject.length": { limit: number }
    "mail.date.malformed": None
    "mail.body.unprintable": None
    "mail.attachment.name": None
    "mail.attachment.twice": { name: string }
    "mail.attachment.type": None
}

declare module "../issue.ts" {
    interface IssueParams extends MailIssues {}
}
