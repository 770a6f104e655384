import { compareBytes } from "../../base/bytes.ts"
import { type NewHasher, rememberDigests, sha256Source } from "../../base/digest.ts"
import { hasErrors, type Issue, issue } from "../../base/issue.ts"
import type { ByteSource } from "../../base/source.ts"
import { isSystemFile } from "../../base/system-files.ts"
import { findInvisible, hasLoneSurrogate, visible } from "../../base/text/hygiene.ts"
import { gbkReading } from "../../base/text/undecodable.ts"
import { dangerOf } from "./danger.ts"
import { entryFindings } from "./entry-findings.ts"
import { HEAD_BYTES, isZip, sniffType } from "./file-type.ts"
import { readImageFacts } from "./image-facts.ts"
import {
    type EvidenceFolder,
    type EvidenceLock,
    isLockTime,
    LOCK_FILE,
    type LockEntry,
    labeller,
    nameKey,
} from "./lock.ts"
import { readZipDirectory } from "./zip-directory.ts"

/**
 * Intake: compares the folders `evidence/` and `exports/` with the lock. Evidence is only ever read. Whatever was
 * locked has to be there unchanged; only `import` adds entries, and it never touches one that stands.
 */
export interface ListedFile {
    readonly folder: EvidenceFolder
    /** Path below the folder with `/`. */
    readonly originalName: string
    /** Bytes of the name, where they are no UTF-8; then the name is only what is shown. */
    readonly nameBytes?: Uint8Array
    /** RFC 3339 with offset, from the file system. */
    readonly modifiedAt: string
    readonly source: ByteSource
}

export interface ImportClock {
    /** RFC 3339 with offset: the time at which the hashes are computed. */
    readonly importedAt: string
    readonly newHasher: NewHasher
}

export interface ImportPlan {
    /** The lock to write; with an error among the issues it is the one that came in, and nothing is to be written. */
    readonly lock: EvidenceLock
    readonly added: readonly LockEntry[]
    /** Labels of entries whose files are as they were. */
    readonly unchanged: readonly string[]
    readonly issues: readonly Issue[]
}

/**
 * Compares, and gives each new file the next label, in the order of the names' bytes.
 *
 * @param withheld - Labels of files that enter no packet: that one of them is gone is a warning.
 */
export async function planImport(
    lock: EvidenceLock,
    listing: readonly ListedFile[],
    clock: ImportClock,
    withheld: ReadonlySet<string> = new Set(),
): Promise<ImportPlan> {
    if (!isLockTime(clock.importedAt)) throw new TypeError("importedAt is not RFC 3339 with an offset")
    const { files, issues: nameIssues } = await selectFiles(listing)
    const compared = await compareLocked(lock, files, clock.newHasher, withheld)
    const issues = [...nameIssues, ...compared.issues]
    const added: LockEntry[] = []
    const nextLabel = labeller(lock)
    for (const { file, sha256 } of compared.fresh) {
        if (compared.renamed.has(file)) continue
        added.push(await describeFile(file, sha256, nextLabel(file.folder), clock.importedAt))
    }
    const entries = [...lock.entries, ...added]
    const isNew = new Set(added)
    issues.push(...entryFindings(entries, (entry) => isNew.has(entry)))
    if (hasErrors(issues)) return { lock, added: [], unchanged: compared.unchanged, issues }
    return { lock: { ...lock, entries }, added, unchanged: compared.unchanged, issues }
}

/**
 * Compares without adding, for `check` and `build`: a file without an entry is an error, to be mended by an import. What
 * import said of the files is said again, but not of those that enter no packet.
 */
export async function checkIntake(
    lock: EvidenceLock,
    listing: readonly ListedFile[],
    newHasher: NewHasher,
    withheld: ReadonlySet<string> = new Set(),
): Promise<readonly Issue[]> {
    const { files, issues } = await selectFiles(listing)
    const compared = await compareLocked(lock, files, newHasher, withheld)
    const strangers = compared.fresh
        .filter(({ file }) => !compared.renamed.has(file))
        .map(({ file }) =>
            issue("evidence.file.not-imported", pathOf(file), { file: file.originalName, folder: file.folder }),
        )
    const given = lock.entries.filter(({ label }) => !withheld.has(label))
    return [...issues, ...compared.issues, ...strangers, ...otherTimes(given, files), ...entryFindings(given)]
}

/** File systems of memory cards keep every second second only. */
const TIME_STEP_MS = 2000
const MOST_NAMED = 10

/** Labels of the first files, for a finding that may be about thousands. */
export function firstLabels(files: readonly { readonly label: string }[]): string {
    const named = files.slice(0, MOST_NAMED).map(({ label }) => label)
    return named.join("、") + (named.length < files.length ? "…" : "")
}

/** Files whose time is another than the record has it: one finding, since copying a folder changes all of them at once. */
function otherTimes(entries: readonly LockEntry[], files: readonly ListedFile[]): Issue[] {
    const byName = new Map(files.map((file) => [nameKey(file), file]))
    const other = entries.flatMap(({ label, modifiedAt, ...entry }) => {
        const found = byName.get(nameKey(entry))?.modifiedAt
        if (found === undefined) return []
        const isSame = Math.abs(Date.parse(found) - Date.parse(modifiedAt)) <= TIME_STEP_MS
        return isSame ? [] : [{ label, recorded: modifiedAt, found }]
    })
    const [first] = other
    if (first === undefined) return []
    const labels = firstLabels(other)
    const params = { ...first, labels, count: other.length }
    return [issue("evidence.file.time", [LOCK_FILE], params, "warning")]
}

/** Links and the like among the evidence: named, because a person may think that their file was taken in. */
export function irregularIssues(paths: readonly string[]): Issue[] {
    return paths.map((path) => issue("evidence.file.irregular", [path], {}, "warning"))
}

function pathOf(file: { folder: EvidenceFolder; originalName: string }): readonly string[] {
    return [`${file.folder}/${file.originalName}`]
}

/** What systems leave in folders by themselves is never evidence, and named in a note so that nothing vanishes silently. */
async function selectFiles(
    listing: readonly ListedFile[],
): Promise<{ readonly files: readonly ListedFile[]; readonly issues: Issue[] }> {
    const issues: Issue[] = []
    const seen = new Map<string, ListedFile>()
    const sorted = [...listing].sort(
        (a, b) => compareBytes(a.folder, b.folder) || compareBytes(a.originalName, b.originalName),
    )
    for (const file of sorted) {
        if (!isLockTime(file.modifiedAt)) throw new TypeError("modifiedAt is not RFC 3339 with an offset")
        const name = file.originalName
        const key = nameKey(file)
        if (await isSystemFile(name, file.source))
            issues.push(issue("evidence.file.skipped", pathOf(file), { file: name }, "note"))
        else if (file.nameBytes !== undefined || hasLoneSurrogate(name))
            issues.push(
                issue("evidence.name.undecodable", [file.folder], {
                    file: name.replace(/[\uD800-\uDFFF]/gu, "\uFFFD"),
                    gbk: gbkReading(file.nameBytes ?? new Uint8Array()),
                }),
            )
        else if (seen.has(key)) issues.push(issue("evidence.name.twice", pathOf(file), { file: name }))
        else seen.set(key, file)
        if (findInvisible(name) !== undefined || /[\n\t]/.test(name))
            issues.push(issue("evidence.name.invisible", pathOf(file), { file: visible(name) }, "warning"))
    }
    return { files: [...seen.values()], issues }
}

interface Compared {
    readonly unchanged: readonly string[]
    readonly fresh: readonly { readonly file: ListedFile; readonly sha256: string }[]
    /** New files that are a missing entry's file under another name. */
    readonly renamed: ReadonlySet<ListedFile>
    readonly issues: readonly Issue[]
}

async function compareLocked(
    lock: EvidenceLock,
    files: readonly ListedFile[],
    newHasher: NewHasher,
    withheld: ReadonlySet<string>,
): Promise<Compared> {
    const byName = new Map(files.map((file) => [nameKey(file), file]))
    const unchanged: string[] = []
    const missing: LockEntry[] = []
    const issues: Issue[] = []
    for (const entry of lock.entries) {
        const file = byName.get(nameKey(entry))
        byName.delete(nameKey(entry))
        if (!file) missing.push(entry)
        else if (await isUnchanged(file.source, entry, newHasher)) unchanged.push(entry.label)
        else
            issues.push(
                issue("evidence.file.changed", pathOf(entry), {
                    label: entry.label,
                    file: entry.originalName,
                    importedAt: entry.importedAt,
                }),
            )
    }
    const fresh: { file: ListedFile; sha256: string }[] = []
    for (const file of byName.values()) fresh.push({ file, sha256: await sha256Source(file.source, newHasher) })
    const renamed = new Set<ListedFile>()
    const alike = bySum(fresh)
    for (const entry of missing) {
        const found = alike.get(entry.sha256)?.pop()
        if (found) renamed.add(found)
        const params = { label: entry.label, file: entry.originalName }
        if (found) {
            const to = `${found.folder}/${found.originalName}`
            issues.push(issue("evidence.file.renamed", pathOf(entry), { ...params, to }))
        } else if (withheld.has(entry.label))
            issues.push(issue("evidence.file.withdrawn", pathOf(entry), params, "warning"))
        else issues.push(issue("evidence.file.missing", pathOf(entry), params))
    }
    return { unchanged, fresh, renamed, issues }
}

/** New files by their hash, of equal ones the first last. */
function bySum(fresh: Compared["fresh"]): ReadonlyMap<string, ListedFile[]> {
    const alike = new Map<string, ListedFile[]>()
    for (const { file, sha256 } of fresh.toReversed()) {
        const known = alike.get(sha256)
        if (known === undefined) alike.set(sha256, [file])
        else known.push(file)
    }
    return alike
}

async function isUnchanged(source: ByteSource, entry: LockEntry, newHasher: NewHasher): Promise<boolean> {
    return source.size === entry.sizeBytes && (await rememberDigests(source, newHasher)).sha256 === entry.sha256
}

async function describeFile(file: ListedFile, sha256: string, label: string, importedAt: string): Promise<LockEntry> {
    const { source, folder, originalName, modifiedAt } = file
    const head = source.size === 0 ? new Uint8Array(0) : await source.read(0, Math.min(HEAD_BYTES, source.size))
    const members = isZip(head) ? await readZipDirectory(source) : undefined
    const names = members?.map(({ name }) => name)
    const { mediaType, category } = sniffType(head, originalName, names)
    const facts = await readImageFacts(source, mediaType)
    const danger = await dangerOf(source, originalName, mediaType)
    return {
        label,
        folder,
        originalName,
        sizeBytes: source.size,
        mediaType,
        category,
        sha256,
        modifiedAt,
        importedAt,
        ...facts,
        ...(danger === undefined ? {} : { danger }),
    }
}
