type None = Readonly<Record<string, never>>

/** Findings about 案件信息.xlsx, and about the two files that a case may be written in. */
export interface CaseFormIssues {
    "case.form.columns": { missing: string }
    "case.form.stray": { found: string }
    "case.form.renamed": { found: string; expected: string }
    "case.form.row-unknown": { found: string }
    "case.form.row-mixed": { expected: string }
    "case.form.row-twice": { first: string; found: string }
    "case.form.class-missing": { known: string }
    "case.form.class-unknown": { found: string; known: string }
    "case.form.not-of-class": { found: string; class: string }
    "case.form.example": { found: string }
    "case.form.orphan": { found: string }
    "case.form.two-files": { first: string; second: string; differences: readonly CaseDifference[] }
    "case.form.lost": { found: string }
    "case.form.nothing": None
}

/** One answer as two files give it; empty where a file says nothing. */
export interface CaseDifference {
    readonly first: string
    readonly firstText: string
    readonly second: string
    readonly secondText: string
}

declare module "../issue.ts" {
    interface IssueParams extends CaseFormIssues {}
}
