type None = Readonly<Record<string, never>>

/** Findings about officer data, recipients, and the two steps of completing a packet. */
export interface RequestIssues {
    "request.recipient.unknown": { found: string; known: string }
    "request.recipient.no-channel": {
        recipient: string
        recipientEn: string
        reason: string
        reasonEn: string
        source: string
        sourceEn: string
        grade: string
        day: string
        /** What to do, with its source and grade; all blank where the desk has nothing of its own. */
        instead: string
        insteadEn: string
        insteadSource: string
        insteadSourceEn: string
        insteadGrade: string
    }
    "request.recipient.id": { found: string; expected: string }
    "request.route.unknown": { found: string; known: string }
    "request.english.characters": { found: string }
    "request.name.characters": { found: string }
    "request.pinyin.characters": { found: string }
    "request.letter.blank": { fields: string }
    "request.pages.format": { found: string }
    "request.period.order": None
    "request.fact.frozen": { field: string }
    "request.fact.unknown": { found: string }
    "request.data-group.unknown": { found: string; known: string }
    "request.exhibit.not-released": { label: string }
    "request.exhibit.unknown": { label: string }
    "request.exhibit.too-many": { found: number; most: number }
    "request.exhibit.no-picture": { label: string; mediaType: string }
    "request.photo.missing": { role: string; folder: string }
    "request.photo.role": { file: string }
    "request.photo.same": { first: string; second: string }
    "request.leaf.missing": { item: string; leaf: string; fields: string }
    "request.condition.open": { condition: string; lacking: string }
    "request.channel.unconfirmed": None
    /** What was confirmed for another desk than the one that is asked is not taken. */
    "request.confirmed.other-desk": { found: string; desk: string }
    "request.confirmed.unnamed": { desk: string }
    "request.channel.old": { on: string; completed: string; days: number; limit: number }
    "request.identity.withheld": { lacking: string }
    "request.draft.unsigned": None
    "request.draft.damaged": { codes: string }
    /** Not a packet, or not as it was written: nothing was judged. */
    "request.draft.unread": None
    "request.draft.kind": { found: string }
    "request.draft.record": None
    "request.time.before-draft": { completed: string; prepared: string }
}

declare module "../issue.ts" {
    interface IssueParams extends RequestIssues {}
}
