/** Codes of text documents in `office/`. */
export type DocxIssues = {
    /** `element`: the template's element, `figure` or `nav`. */
    "office.docx.element": { element: string }
    /** `context`: what stands before the character. */
    "office.docx.character": { codePoint: string; context: string }
}

declare module "../issue.ts" {
    interface IssueParams extends DocxIssues {}
}
