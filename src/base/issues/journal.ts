import type { Words } from "../lang.ts"

type Line = { readonly line: number }
/** An act, field or choice as it is typed, with what it is called. */
export interface Named {
    readonly id: string
    readonly words: Words
}

/** Findings about a journal: its chain, what is to be recorded, and where it lies. */
export interface JournalIssues {
    /** No journal in the folder, or nothing that tells whose a new one would be. */
    "journal.file.none": { folder: string }
    /** `names` of the journals in it. */
    "journal.file.several": { folder: string; names: string }
    /** Nothing in it is an entry. */
    "journal.file.not-journal": { file: string }
    "journal.file.name": { file: string }
    /** Another run is writing into it. */
    "journal.file.busy": { file: string }
    /** The chain does not hold, so nothing is added. */
    "journal.file.broken": { file: string }
    /** An editor saved it with another encoding, other line ends or blank lines; by the text its chain holds. */
    "journal.file.resaved": { entries: number }
    /** The journal is of another case, or of another draft of it. */
    "journal.file.other-case": { file: string; own: string; other: string }
    /** Images of the police ID, of which not even a hash is kept. */
    "journal.file.identity": { file: string }
    /** The draft does not hold, so its code is nobody's. */
    "journal.draft.broken": { file: string }
    "journal.line.unreadable": Line
    /** Between two entries, and covered by the chain: an append that was cut off. */
    "journal.line.torn": Line
    "journal.line.order": { line: number; found: number; expected: number }
    "journal.line.chain": Line
    /** Entry `taken` once more, byte for byte. */
    "journal.line.twice": { line: number; taken: number }
    /** Tied to entry `after`, behind which entry `taken` stands already: two copies went on by themselves. */
    "journal.line.fork": { line: number; after: number; taken: number }
    /** Ref and check code stand in the first line alone. */
    "journal.line.head": Line
    /** Written down before the line above it. */
    "journal.line.clock": { line: number; at: string }
    /** The last line has no LF. */
    "journal.tail.torn": Line
    /** The last line is whole but for its LF. */
    "journal.tail.unended": Readonly<Record<string, never>>
    "journal.code.malformed": { found: string }
    "journal.code.different": { found: string; entries: number }
    /** `later` entries were added since. */
    "journal.code.earlier": { n: number; later: number }
    "journal.act.unknown": { found: string; expected: readonly Named[] }
    "journal.act.needs": { act: Named; needs: readonly Named[]; no: string }
    "journal.act.closed": { act: Named; n: number }
    "journal.entry.unknown": { n: string }
    "journal.field.missing": { act: Named; field: Named }
    /** `expected` are the fields that the act takes. */
    "journal.field.not-taken": { act: Named; field: string; expected: readonly Named[] }
    /** What was expected: a kind of value, or one of some choices. */
    "journal.field.value": {
        field: Named
        found: string
        expected: readonly Named[] | "text" | "visible" | "secret" | "day" | "count" | "code" | "recipient"
    }
    "journal.time.unread": { found: string }
    "journal.time.future": { at: string; recordedAt: string }
    "journal.day.unread": { found: string }
}

declare module "../issue.ts" {
    interface IssueParams extends JournalIssues {}
}
