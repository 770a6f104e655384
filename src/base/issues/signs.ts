/** Texts with characters that no font has, each character once. */
export type SignIssues = {
    "input.text.unprintable": { characters: readonly string[] }
    "evidence.name.unprintable": { file: string; characters: readonly string[] }
    "evidence.description.unprintable": { label: string; column: string; characters: readonly string[] }
    "request.text.unprintable": { characters: readonly string[] }
}

declare module "../issue.ts" {
    interface IssueParams extends SignIssues {}
}
