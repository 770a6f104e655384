import type { JsonFault } from "../json.ts"
import type { RequestIssues } from "./request.ts"

type None = Readonly<Record<string, never>>

/** Findings about what stands in `case.yaml` and `officer.yaml` (`input.*`), and about the case itself. */
export interface CaseIssues {
    "input.json.unreadable": { reason: JsonFault | "form" }
    "input.format.newer": { found: string; known: string }
    "input.field.missing": { expected: string }
    "input.field.empty": None
    "input.list.empty": None
    "input.value.kind": { found: string; expected: string }
    "input.value.not-allowed": { found: string; expected: string }
    "input.date.format": { found: string }
    "input.time.format": { found: string }
    "input.time.impossible": { found: string }
    /** `readings`: the days that it can be, with 、 between. */
    "input.time.date-ambiguous": { found: string; readings: string }
    "input.time.zone-missing": { found: string }
    "input.time.zone-unreadable": { found: string }
    "input.time.zone-ambiguous": { found: string }
    "input.asset.format": { found: string }
    "input.symbol.format": { found: string }
    "input.key-ending.format": { found: string }
    "input.text.length": { length: number; longest: number }
    "input.decimal.format": { found: string }
    "input.identifier.characters": { found: string }
    "input.identifier.unknown": { found: string }
    "input.memo.format": { found: string }
    "input.url.format": { found: string }
    "input.email.format": { found: string }
    "input.ip.format": { found: string }
    "input.phone.format": { found: string }
    "input.label.format": { found: string }
    "input.secret.field": { field: string }
    "input.secret.seed-phrase": None
    "input.secret.api-secret": None
    "input.secret.private-key-block": None
    /** It may be one; the value is never in the finding. */
    "input.secret.suspected": { rule: "words" | "wallet-key" | "key-pair" | "password" }
    "input.text.surrogate": None
    "input.text.invisible": { codePoint: string }
    "input.text.look-alike": { found: string; codePoint: string; proposed: string }
    "case.ref.format": { found: string }
    "case.ref.device": { found: string }
    /** The reporter's name is that of an organisation. */
    "case.name.organisation": { found: string }
    "case.account.identifier-missing": None
    "case.position.police": { party: string }
    /** The exchange of the account is none of the recipient's names. */
    "case.recipient.other-platform": { platform: string; recipient: string }
    /** Papers for the police are made nevertheless. */
    "case.recipient.no-channel": RequestIssues["request.recipient.no-channel"]
    "case.evidence.unknown-label": { label: string }
}

declare module "../issue.ts" {
    interface IssueParams extends CaseIssues {}
}
