import { concat, utf8 } from "../../base/bytes.ts"
import { hasErrors, type Issue, issue, PacketError } from "../../base/issue.ts"
import type { Book } from "../../facts/journal/acts.data.ts"
import { type Entry, type Head, type Journal, lineFor, readJournal } from "../../facts/journal/chain.ts"
import { checkEntry, type NewEntry } from "../../facts/journal/entry.ts"

/** What a shell does to add to a journal. Files and clock are the shell's. */

/** Where an entry is added. */
export interface JournalPlace {
    /** The journal as it is; empty where it is begun. */
    readonly bytes: Uint8Array
    /** Its name, for findings. */
    readonly file: string
    readonly book: Book
    /** Whose journal is begun, or is expected. */
    readonly head?: Head | undefined
}

export interface Added {
    /** What is to be written behind the journal, in one piece. */
    readonly line: Uint8Array
    readonly entry: Entry
    /** End code behind the entry. */
    readonly code: string
    /** Warnings about the journal. */
    readonly issues: readonly Issue[]
}

/**
 * The bytes that an entry adds to a journal. Throws `PacketError` where the entry is refused, the chain does not hold, or
 * the journal is another case's.
 *
 * @param recordedAt - RFC 3339 by the shell's clock.
 */
export function addEntry({ bytes, file, book, head }: JournalPlace, typed: NewEntry, recordedAt: string): Added {
    const before = readJournal(bytes, file)
    if (hasErrors(before.issues)) {
        const isResaved = before.issues.some(({ code }) => code === "journal.file.resaved")
        throw new PacketError([
            ...before.issues,
            ...(isResaved ? [] : [issue("journal.file.broken", [file], { file })]),
        ])
    }
    refuseOther(before, file, head)
    // With its LF a torn last line may turn out to be whole.
    const whole = before.isTorn ? readJournal(lineBreak(bytes), file) : before
    const { entry, issues } = checkEntry(whole, book, typed, recordedAt)
    if (entry === undefined) throw new PacketError(issues)
    if (book === "case" && before.entries.length === 0 && head === undefined)
        throw new PacketError([issue("journal.file.none", [file], { folder: file })])
    const line = lineFor(before, bytes, entry, head)
    const after = readJournal(concat([bytes, line]), file)
    return { line, entry, code: after.codes.at(-1) ?? "", issues: before.issues }
}

/** Throws `journal.file.other-case` for the journal of another case, or of another draft of it. */
export function refuseOther({ head: own }: Journal, file: string, head: Head | undefined): void {
    if (own === undefined || head === undefined) return
    // An archive may bear the reference of the officer's own papers.
    if (own.checkCode === head.checkCode) return
    const told = ({ ref, checkCode }: Head): string => `${ref} (${checkCode})`
    throw new PacketError([issue("journal.file.other-case", [file], { file, own: told(own), other: told(head) })])
}

const lineBreak = (bytes: Uint8Array): Uint8Array => concat([bytes, utf8("\n")])

/** Whether a file is an image of the police ID or lies in their folder: of these a journal keeps not even a hash. */
export function isIdentityFile(path: string): boolean {
    return /-id-(?:front|back|holding)\.(?:jpg|png)$|-identity(?:[\\/]|\.eml$|$)/.test(path)
}
