import { compareBytes } from "../../base/bytes.ts"
import { algorithmOf, hasherOf, isWeak, type StatedAlgorithm } from "../../base/digests.ts"
import type { Host } from "../../base/host.ts"
import { type Issue, issue } from "../../base/issue.ts"
import { type ByteSource, type NamedSource, passingChunks } from "../../base/source.ts"
import { findInvisible, visible } from "../../base/text/hygiene.ts"
import { printMoment } from "../../base/text/local-time.ts"
import { dangerOf } from "../../facts/evidence/danger.ts"
import { HEAD_BYTES, isZip, programKind, sniffType } from "../../facts/evidence/file-type.ts"
import { lockOf } from "../../facts/evidence/locked.ts"
import { readZipDirectory } from "../../facts/evidence/zip-directory.ts"
import { clockText } from "../../facts/ledger/clock.ts"
import { readLedger } from "../../facts/ledger/ledger.ts"
import type { Edge, Reading } from "../../facts/ledger/reading.ts"
import { openAll } from "../../facts/ledger/zip-members.ts"
import type { ReceivedData } from "../../facts/officer/received.ts"
import type { ReceivedFile, ReceivedTable } from "../../facts/officer/received-record.ts"

/** The files of an answer as the record has them: hashed, told by their content, held against what the provider stated. */

/** A file of an answer, and its bytes where the layer holds them. */
export interface Registered {
    readonly file: ReceivedFile
    /** Absent where the content lies elsewhere already or is kept apart. */
    readonly source?: ByteSource
    /** Without a dot. */
    readonly extension: string
}

/** What is left for an answer in the archive. */
export interface Room {
    readonly bytes: number
    readonly files: number
}

/** Most files that one record lists. */
export const MOST_RECEIVED = 60_000
/** Files whose tables are read; a desk sends a handful. */
const MOST_READ = 200
const NAMED = 5

/**
 * Registers files in the order of their names' bytes.
 *
 * @param inArchive - Paths of the archive's files by SHA-256.
 */
export async function registerFiles(
    given: readonly NamedSource[],
    hashes: ReceivedData["hashes"],
    inArchive: ReadonlyMap<string, string>,
    room: Room,
    host: Host,
): Promise<{ readonly registered: readonly Registered[]; readonly issues: readonly Issue[] }> {
    const files = [...given].sort((a, b) => compareBytes(a.name, b.name))
    const stated = readStated(files, hashes)
    const issues: Issue[] = [...stated.issues]
    const registered: Registered[] = []
    const known = new Map<string, string>()
    const apart: string[] = []
    let [bytes, count] = [room.bytes, room.files]
    for (const [i, { name, source }] of files.entries()) {
        const label = `R${String(i + 1).padStart(2, "0")}`
        const said = stated.values.get(name) ?? []
        const { sha256, by } = await digests(source, said, host)
        const told = await tellType(name, source)
        issues.push(...told.issues)
        const place = known.get(sha256) ?? inArchive.get(sha256)
        const isHere = place === undefined && source.size <= bytes && count > 0
        if (place !== undefined) issues.push(sameIssue(name, place))
        else if (!isHere) apart.push(name)
        if (isHere) {
            bytes -= source.size
            count--
        }
        if (place === undefined) known.set(sha256, label)
        const [compared, ...further] = said.map((one) => ({ ...one, agrees: one.value === by(one.algorithm) }))
        for (const { algorithm, value } of said) {
            const found = by(algorithm)
            const params = { file: name, algorithm, found, stated: value }
            if (value !== found) issues.push(issue("received.hash.differs", [name], params, "warning"))
        }
        const isRead = i < MOST_READ && told.locked === undefined && source.size > 0
        const tables = isRead ? await readTables(label, name, source, sha256) : []
        const file: ReceivedFile = {
            label,
            name,
            ...(isHere ? { path: `received/${label}.${told.extension}` } : {}),
            ...(place === undefined ? {} : { sameAs: place }),
            ...(place === undefined && !isHere ? { apart: true as const } : {}),
            sizeBytes: source.size,
            sha256,
            mediaType: told.mediaType,
            ...(told.locked === true ? { locked: true as const } : {}),
            ...(compared === undefined ? {} : { stated: compared }),
            ...(further.length === 0 ? {} : { furtherStated: further }),
            ...(tables.length === 0 ? {} : { tables: [...tables] }),
        }
        registered.push({ file, extension: told.extension, ...(isHere ? { source } : {}) })
    }
    if (apart.length > 0) issues.push(issue("received.files.apart", [], named(apart), "warning"))
    const weak = [...stated.values].filter(([, all]) => all.every(({ algorithm }) => isWeak(algorithm)))
    if (weak.length > 0) issues.push(issue("received.hash.weak", [], named(weak.map(([name]) => name)), "warning"))
    if (stated.values.size === 0 && files.length > 0) issues.push(issue("received.hash.none", [], {}, "warning"))
    return { registered, issues }
}

const named = (names: readonly string[]) => ({
    count: names.length,
    names: names.slice(0, NAMED).join("、") + (names.length > NAMED ? "…" : ""),
})

function sameIssue(name: string, place: string): Issue {
    return /^R\d+$/.test(place)
        ? issue("received.file.same", [name], { as: place }, "warning")
        : issue("received.file.in-archive", [name], { path: place }, "warning")
}

interface Stated {
    readonly algorithm: StatedAlgorithm
    readonly value: string
}

/** Digests that the provider wrote, by the name of their file. */
function readStated(
    files: readonly NamedSource[],
    hashes: ReceivedData["hashes"] = [],
): { readonly values: ReadonlyMap<string, readonly Stated[]>; readonly issues: readonly Issue[] } {
    const values = new Map<string, Stated[]>()
    const issues: Issue[] = []
    for (const [i, { file, algorithm, value }] of hashes.entries()) {
        const path = ["received", "hashes", i]
        const found = algorithmOf(value)
        const named = algorithm.toUpperCase().replace(/^SHA-?(?=\d)/, "SHA-")
        if (found === undefined || found !== named)
            issues.push(issue("received.hash.format", path, { found: value, algorithm }))
        else if (!files.some(({ name }) => name === file))
            issues.push(issue("received.hash.no-file", path, { file }, "warning"))
        else values.set(file, [...(values.get(file) ?? []), { algorithm: found, value: value.toLowerCase() }])
    }
    return { values, issues }
}

/** SHA-256 in one pass with what the provider used. */
async function digests(source: ByteSource, stated: readonly Stated[], host: Host) {
    const own = host.sha256()
    const theirs = new Map(stated.map(({ algorithm }) => [algorithm, hasherOf(algorithm)]))
    theirs.delete("SHA-256")
    for await (const chunk of passingChunks(source)) {
        own.update(chunk)
        for (const hasher of theirs.values()) hasher.update(chunk)
    }
    const sha256 = own.hex()
    const values = new Map([...theirs].map(([algorithm, hasher]) => [algorithm, hasher.hex()]))
    return { sha256, by: (algorithm: StatedAlgorithm) => values.get(algorithm) ?? sha256 }
}

/** What a file is by its content, and what a person must know before opening it. */
async function tellType(name: string, source: ByteSource) {
    const issues: Issue[] = []
    const head = source.size === 0 ? new Uint8Array(0) : await source.read(0, Math.min(HEAD_BYTES, source.size))
    const members = isZip(head) ? await readZipDirectory(source) : undefined
    const { mediaType, extension } = sniffType(
        head,
        name,
        members?.map((member) => member.name),
    )
    const lock = members?.some(({ isEncrypted }) => isEncrypted) === true ? "password" : await lockOf(mediaType, source)
    const locked = lock === "password" ? true : undefined
    if (source.size === 0) issues.push(issue("received.file.empty", [name], {}, "warning"))
    if (locked === true) issues.push(issue("received.file.locked", [name], {}, "warning"))
    if (lock === "encrypted") issues.push(issue("received.file.encrypted", [name], {}, "warning"))
    const danger = await dangerOf(source, name, mediaType)
    if (danger === "active" || danger === "remote") issues.push(issue(`received.file.${danger}`, [name], {}, "warning"))
    if (programKind(mediaType, name) !== undefined) issues.push(issue("received.file.program", [name], {}, "warning"))
    if (findInvisible(name) !== undefined || /[\n\t]/.test(name))
        issues.push(issue("received.name.invisible", [visible(name)], { shown: visible(name) }, "warning"))
    return { mediaType, extension, locked, issues }
}

/** What the reader of export files finds in a table, or in the tables of a ZIP; nothing where it knows none. */
async function readTables(
    label: string,
    name: string,
    source: ByteSource,
    sha256: string,
): Promise<readonly ReceivedTable[]> {
    const file = { label, name, source, sha256 }
    try {
        const { files } = await openAll([file])
        const { readings } = await readLedger(files, { answers: new Map() })
        return readings.map((reading) => tableOf(reading, label))
    } catch (fault) {
        // A member that is damaged says so when it is read; the file is registered all the same.
        if (fault instanceof RangeError) return []
        throw fault
    }
}

function tableOf({ label, format, report, rows, first, last, uids }: Reading, file: string): ReceivedTable {
    const notRelevant = [...rows.notRelevant.values()].reduce((sum, count) => sum + count, 0)
    return {
        ...(label === file ? {} : { member: label.slice(file.length + 1) }),
        exchange: format.exchange,
        ...(report === undefined ? {} : { report }),
        rows: { used: rows.used, notRelevant, problem: rows.problem },
        ...(first === undefined ? {} : { first: edgeText(first) }),
        ...(last === undefined ? {} : { last: edgeText(last) }),
        accounts: [...uids],
    }
}

/** The instant in UTC, else the clock as the file has it. */
function edgeText({ epochMs, wall, span }: Edge): string {
    if (span !== undefined) return clockText(wall, span)
    return epochMs === undefined
        ? printMoment(wall, 0).slice(0, 19).replace("T", " ")
        : printMoment(epochMs, 0).replace("+00:00", "Z")
}
