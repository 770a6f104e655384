/** Findings about what an officer says of himself, his agency and the channel: the validators of the checklist. */
export interface OfficerIssues {
    "request.mail.public": { found: string; domain: string; answered: "no" | "accepted" }
    "request.mail.public-refused": { found: string; domain: string; route: string; routeEn: string }
    "request.agency.station": { found: string }
    "request.agency.same": { found: string }
    "request.english.pinyin": { found: string; chinese: string }
    "request.english.no-words": { found: string }
    "request.chinese.none": { found: string }
    "request.phone.form": { found: string }
    "request.phone.country": { found: string; proposed: string }
    "request.phone.foreign": { found: string; country: string }
    "request.phone.unassigned": { found: string }
    "request.phone.special": { found: string }
    /** Kinds by their names in the schema, or the words of the sheet they were chosen from. */
    "request.phone.type": { found: string; said: string; is: string }
    "request.phone.mobile": { found: string }
    "request.phone.same-as-switchboard": { found: string }
    "request.name.swapped": { surname: string; given: string }
    "request.name.undotted": { whole: string }
    "request.name.whole": { surname: string; given: string }
    "request.pinyin.swapped": { surname: string; given: string }
    "request.pinyin.different": { hanzi: string; found: string; expected: string }
    "request.photo.small": { role: string; file: string; width: number; height: number; least: number }
    "request.photo.blank": { role: string; file: string }
    "request.photo.tiny": { role: string; file: string; width: number; height: number; least: number }
    "request.photo.alike": { role: string; first: string; second: string }
    "request.address.look-alike": { found: string; known: string; likeness: string }
    "request.address.imitation": { found: string; known: string; likeness: string }
    /** `kind`: `invented`, `unsupported` or `phishing`. */
    "request.address.invented": {
        found: string
        kind: string
        desk: string
        deskEn: string
        seen: string
        seenEn: string
        on: string
        grade: string
    }
    "request.address.verified": { found: string; known: string; by: string; on: string; how: string }
}

declare module "../issue.ts" {
    interface IssueParams extends OfficerIssues {}
}
