type None = Readonly<Record<string, never>>

/** What reporters say of themselves and in their own words, where a form or a paper would not have it so. */
export interface ReporterIssues {
    "case.id-number.form": None
    "case.id-number.check-character": None
    "case.phone.length": { found: string; length: number }
    /** A name that has quotes or figures in it. */
    "case.name.odd": { found: string }
    /** The reference, which names every file that leaves, has something in it that tells who the reporter is. */
    "case.ref.personal": { found: string }
    /** Sentences in another language than the papers. None is told: it may be a seed phrase. */
    "case.text.foreign": { count: number }
}

declare module "../issue.ts" {
    interface IssueParams extends ReporterIssues {}
}
