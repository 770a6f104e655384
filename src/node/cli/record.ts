import { existsSync, readdirSync, statSync } from "node:fs"
import { basename, dirname, join, resolve } from "node:path"
import { sha256Source } from "../../base/digest.ts"
import { type Issue, issue, PacketError } from "../../base/issue.ts"
import type { Entry, FileHash, Head } from "../../facts/journal/chain.ts"
import { readJournal } from "../../facts/journal/chain.ts"
import type { NewEntry } from "../../facts/journal/entry.ts"
import { addEntry, isIdentityFile } from "../../flows/officer/journal.ts"
import { journalName } from "../../flows/officer/names.ts"
import { layerCounts } from "../../messages/verdict-facts.ts"
import { verifyPacket } from "../../packet/verify/verify.ts"
import { fileSource, localTime, walk } from "../files.ts"
import { nodeHost } from "../host.ts"
import { appendToJournal, readJournalFile } from "../journal-file.ts"
import { configFolder } from "../keys.ts"
import { existing, verifyInput } from "../read.ts"

/** Recording an act: which file is meant, whose it is, and the line behind it. */

/** The journal of channels, in the user's configuration. */
export const channelsPath = (): string => join(configFolder(process.env), "channels.jsonl")

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

interface Found {
    /** The journal; the folder where it is still to be begun in one. */
    readonly path: string
    readonly isFolder: boolean
    /** A draft beside it, if there is exactly one. */
    readonly draft?: string
}

/** The journal that a path means: itself, or the one in a folder. */
export function findJournal(given: string, ref?: string): Found {
    const isFolder = statSync(given, { throwIfNoEntry: false })?.isDirectory() === true
    if (!isFolder) {
        const path = resolve(given)
        if (!existsSync(path) && !given.endsWith(".jsonl"))
            throw new PacketError([issue("journal.file.name", [given], { file: given })])
        return { path: given, isFolder: false, ...draftIn(dirname(path)) }
    }
    const wanted = ref === undefined ? /-journal\.jsonl$/ : new RegExp(`^${ref}-journal\\.jsonl$`)
    const names = readdirSync(given)
        .filter((name) => wanted.test(name))
        .sort()
    if (names.length > 1)
        throw new PacketError([issue("journal.file.several", [given], { folder: given, names: names.join("、") })])
    const [only] = names
    return only === undefined
        ? { path: given, isFolder: true, ...draftIn(given) }
        : { path: join(given, only), isFolder: false, ...draftIn(given) }
}

function draftIn(folder: string): { readonly draft?: string } {
    if (!existsSync(folder)) return {}
    const drafts = readdirSync(folder).filter((name) => /^DRAFT-.*\.zip$/.test(name))
    return drafts.length === 1 ? { draft: join(folder, drafts[0] ?? "") } : {}
}

/** Reference and check code of a draft that holds. */
async function headOf(path: string): Promise<Head> {
    existing(path, statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? "folder" : "file")
    const options = { now: localTime(new Date()), newHasher: nodeHost().sha256 }
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
        return walk(path).files.map((name) => join(path, ...name.split("/")))
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
