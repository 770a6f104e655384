type None = Readonly<Record<string, never>>

/** Findings about recipient profiles. */
export interface ProfileIssues {
    "request.profile.date": { found: string }
    "request.profile.number": { found: string }
    "request.profile.id-form": { found: string }
    "request.profile.format": { member: string }
    "request.profile.id-twice": { id: string }
    "request.profile.address": { found: string }
    "request.profile.no-route": None
    "request.profile.no-materials": None
    "request.profile.leaf-kind": { leaf: string }
    "request.profile.leaf-unknown": { found: string; proposed: string }
    "request.profile.stage-unknown": { found: string; known: string }
    "request.profile.field-unknown": { found: string; proposed: string }
    "request.profile.field-internal": { field: string }
    "request.profile.days": { found: string }
    "request.profile.group-unknown": { found: string; known: string }
    "request.profile.old": {
        recipient: string
        recipientEn: string
        day: string
        by: "verified" | "reported" | "compiled"
        days: number
        limit: number
    }
    "request.profile.to-state": { recipient: string; recipientEn: string; zh: string; en: string }
    "request.profile.user-told": { recipient: string; recipientEn: string; byDefault: "told" | "may-be-told" }
    "request.profile.identifier-form": { accepted: string }
    "request.profile.folder-empty": { folder: string }
    "request.profile.file-name": { file: string }
}

declare module "../issue.ts" {
    interface IssueParams extends ProfileIssues {}
}
