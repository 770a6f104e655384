type None = Readonly<Record<string, never>>

/** Findings about the officer's form, as a workbook (民警信息表) or as text. */
export interface OfficerFormIssues {
    "request.form.half-width": { found: string; read: string }
    "request.form.date-cell": { read: string }
    "request.form.number-cell": { read: string }
    "request.form.word": { found: string; known: string }
    "request.form.columns": { missing: string }
    "request.form.row-unknown": { found: string }
    "request.form.row-twice": { first: string }
    "request.form.row-mixed": { expected: string }
    "request.form.record": { expected: string }
    "request.form.stray": { found: string }
    "request.form.no-group": None
    "request.form.notice-answered-no": None
    "request.form.csv": None
    "request.form.renamed": None
}

declare module "../issue.ts" {
    interface IssueParams extends OfficerFormIssues {}
}
