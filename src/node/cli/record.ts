import { statSync } from "node:fs"
import { basename, join, resolve } from "node:path"
import { sha256Source } from "../../base/digest.ts"
import { hashingOf } from "../../base/host.ts"
import { type Issue, issue, PacketError } from "../../base/issue.ts"
import type { Entry, FileHash, Head } from "../../facts/journal/chain.ts"
import { readJournal } from "../../facts/journal/chain.ts"
import type { NewEntry } from "../../facts/journal/entry.ts"
import { addEntry, isIdentityFile } from "../../flows/officer/journal.ts"
import { journalName } from "../../flows/officer/names.ts"
import { layerCounts } from "../../messages/verdict-facts.ts"
import { verifyPacket } from "../../packet/verify/verify.ts"
import { fileSource, localTime } from "../files.ts"
import { nodeHost } from "../host.ts"
import { appendToJournal, readJournalFile } from "../journal-file.ts"
import { existing, verifyInput } from "../read.ts"
import { refuseUndecodable, walk } from "../walk.ts"
import { channelsPath, findJournal } from "./journal-place.ts"

/** Recording an act: which file is meant, whose it is, and the line behind it. */

/** Where to record: a folder of outputs or a journal, with the draft that a new one begins with; or the channels. */
export type RecordPlace =
    | { readonly channels: true }
    | { readonly place: string; readonly draft?: string; readonly head?: Head }

export interface Recorded {
    readonly path: string
    readonly entry: Entry
    readonly endCode: string
    readonly issues: readonly Issue[]
}

/** Records an act. Throws `PacketError` where it is refused; then nothing is written. */
export async function record(where: RecordPlace, typed: NewEntry): Promise<Recorded> {
    const book = "channels" in where ? "channels" : "case"
    const { path, head } = "channels" in where ? { path: channelsPath(), head: undefined } : await begin(where)
    const made = await appendToJournal(path, (bytes) =>
        addEntry({ bytes, file: basename(path), book, head }, typed, localTime(new Date())),
    )
    return { path, entry: made.entry, endCode: made.code, issues: made.issues }
}

/** The journal that is meant, and whose it is where that is named or it has no entry yet. */
async function begin(where: Exclude<RecordPlace, { readonly channels: true }>): Promise<{
    readonly path: string
    readonly head: Head | undefined
}> {
    const found = findJournal(where.place, where.head?.ref)
    const isBegun = !found.isFolder && readJournal(readJournalFile(found.path), "").entries.length > 0
    const draft = where.draft ?? (isBegun ? undefined : found.draft)
    const head = where.head ?? (draft === undefined ? undefined : await headOf(draft))
    if (!isBegun && head === undefined)
        throw new PacketError([issue("journal.file.none", [where.place], { folder: where.place })])
    return { path: found.isFolder && head !== undefined ? join(found.path, journalName(head.ref)) : found.path, head }
}

/** Reference and check code of a draft that holds. */
async function headOf(path: string): Promise<Head> {
    existing(path, statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? "folder" : "file")
    const options = { now: localTime(new Date()), hashZip: false as const, ...hashingOf(nodeHost()) }
    const report = await verifyPacket(verifyInput(path), options)
    const { kind, verdict } = report
    // An archive keeps the draft that the journal is about as its first layer.
    const checkCode = kind === "archive" ? (layerCounts(report)[0]?.code ?? null) : report.checkCode
    const ref = /^(?:DRAFT-)?([A-Z0-9-]{4,24}?)(?:-archive(?:-\d+)?)?(?:\.zip)?$/.exec(basename(resolve(path)))?.[1]
    if (
        (kind !== "draft" && kind !== "archive") ||
        checkCode === null ||
        ref === undefined ||
        !verdict.startsWith("intact")
    )
        throw new PacketError([issue("journal.draft.broken", [path], { file: path })])
    return { ref, checkCode }
}

/** Name, size and hash of files, and of all files in folders; never of images of the police ID. */
export async function hashFiles(paths: readonly string[]): Promise<readonly FileHash[]> {
    const all = paths.flatMap((path) => {
        if (isIdentityFile(resolve(path)))
            throw new PacketError([issue("journal.file.identity", [path], { file: path })])
        if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [existing(path, "file")]
        const { files } = walk(path)
        refuseUndecodable(path, files)
        return files.map(({ path: file }) => join(path, ...file.split("/")))
    })
    const hashes: FileHash[] = []
    for (const path of all) {
        if (isIdentityFile(resolve(path)))
            throw new PacketError([issue("journal.file.identity", [path], { file: path })])
        const source = fileSource(path)
        const sha256 = await sha256Source(source, nodeHost().sha256)
        hashes.push({ name: basename(path), sizeBytes: source.size, sha256 })
    }
    return hashes
}
