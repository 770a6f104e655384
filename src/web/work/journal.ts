import { concat } from "../../base/bytes.ts"
import { sha256Source } from "../../base/digest.ts"
import { hasErrors, type Issue, issue, PacketError } from "../../base/issue.ts"
import type { Words } from "../../base/lang.ts"
import { beijingDay } from "../../base/text/local-time.ts"
import { type FileHash, type Head, type Journal, readJournal } from "../../facts/journal/chain.ts"
import { standing } from "../../facts/journal/due.ts"
import type { NewEntry } from "../../facts/journal/entry.ts"
import { actSaid, basisSaid, daySaid, entrySaid, momentSaid, stateSaid } from "../../facts/journal/said.ts"
import { addEntry, isIdentityFile } from "../../flows/officer/journal.ts"
import { dueIn } from "../../flows/officer/journal-due.ts"
import { progressPaper } from "../../flows/officer/progress.ts"
import { blobSource, type OutFile, outFiles, plain } from "../blob.ts"
import { type FolderFile, type Moment, nameOf } from "../given.ts"
import type { Handlers } from "./context.ts"
import { bytesOf } from "./folder.ts"

/** The journal as the page keeps it: a file that is opened, and saved again as a whole. */

/** What a journal says, in words. */
export interface JournalShown {
    readonly head: Head | undefined
    readonly endCode: string
    readonly entries: readonly {
        readonly n: number
        readonly at: string
        readonly act: Words
        readonly detail: Words
        readonly isVoided: boolean
    }[]
    readonly due: readonly {
        readonly title: Words
        readonly day: Words
        readonly state: Words
        readonly basis: Words
    }[]
    readonly issues: readonly Issue[]
}

export interface JournalWork {
    /** Reads a journal and follows its chain; due dates as of the day of the moment. */
    openJournal(journal: Blob, name: string, moment: Moment): Promise<JournalShown>
    /** The journal with one entry more. One that is begun takes the head. */
    addToJournal(
        journal: Blob,
        name: string,
        head: Head | undefined,
        typed: Omit<NewEntry, "files">,
        files: readonly FolderFile[],
        moment: Moment,
    ): Promise<{ readonly journal: Blob; readonly shown: JournalShown }>
    /** 办理进度 as of the day of the moment. */
    printJournal(journal: Blob, name: string, moment: Moment): Promise<readonly OutFile[]>
}

export const journalWork: Handlers<JournalWork> = {
    async openJournal({ host }, journal, name, moment) {
        return shownOf(read(await bytesOf(journal), name), host, moment)
    },
    async addToJournal({ host }, journal, name, head, typed, files, moment) {
        const bytes = await bytesOf(journal)
        const hashes: FileHash[] = []
        for (const file of files) {
            if (isIdentityFile(file.path))
                throw new PacketError([issue("journal.file.identity", [file.path], { file: file.path })])
            const source = blobSource(file.blob)
            hashes.push({ name: nameOf(file), sizeBytes: source.size, sha256: await sha256Source(source, host.sha256) })
        }
        const entry = { ...typed, files: hashes }
        const { line } = addEntry({ bytes, file: name, book: "case", head }, entry, moment.now)
        const after = concat([bytes, line])
        // Any other type would be given an ending of the browser's.
        const saved = new Blob([plain(after)], { type: "application/octet-stream" })
        return { journal: saved, shown: shownOf(read(after, name), host, moment) }
    },
    async printJournal({ host, phase }, journal, name, moment) {
        phase("documents")
        const found = read(await bytesOf(journal), name)
        // A page in print says that its lines hold together.
        if (hasErrors(found.issues)) throw new PacketError(found.issues)
        return outFiles([await progressPaper(found, host, dayOf(moment))])
    },
}

const dayOf = ({ now }: Moment): string => beijingDay(now)

function read(bytes: Uint8Array, name: string): Journal {
    const found = readJournal(bytes, name)
    if (found.entries.length > 0) return found
    throw new PacketError([...found.issues, issue("journal.file.not-journal", [name], { file: name })])
}

function shownOf(journal: Journal, host: Parameters<typeof dueIn>[1], moment: Moment): JournalShown {
    const { entries, codes, head, issues } = journal
    const valid = new Set(standing(entries).map(({ n }) => n))
    return {
        head,
        endCode: codes.at(-1) ?? "",
        entries: entries.map((entry) => ({
            n: entry.n,
            at: momentSaid(entry.at),
            act: actSaid(entry.act),
            detail: entrySaid(entry),
            isVoided: !valid.has(entry.n) && entry.act !== "voided",
        })),
        due: dueIn(journal, host, dayOf(moment))
            .filter(({ state }) => state !== "ended")
            .map((one) => ({
                title: one.rule.words,
                day: daySaid(one),
                state: stateSaid(one),
                basis: basisSaid(one.basis),
            })),
        issues,
    }
}
