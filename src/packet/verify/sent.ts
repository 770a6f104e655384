import { type NewHasher, sha256Source } from "../../base/digest.ts"
import { hasErrors, type Issue, issue } from "../../base/issue.ts"
import { ZIP32_LIMIT } from "../../base/zip/profile.ts"
import { startsAsZip } from "../../base/zip/read.ts"
import type { ManifestLine } from "../manifest/manifest.ts"
import { README_NAMES, rootFile } from "../manifest/tag-files.ts"
import { type Contents, openPacket, type VerifyInput } from "./contents.ts"
import type { LayerIndex } from "./index-file.ts"

/**
 * `--sent`: is what lies here what the archive says was sent? Compared by content, not by name: files are renamed on their
 * way. The record is, of every officer's layer, the index's `sent` list and the files under `sent/`. Each file given gets a
 * finding of its own, also where all is well.
 */
export async function checkSent(
    input: VerifyInput,
    indexes: readonly (LayerIndex | undefined)[],
    lines: readonly ManifestLine[],
    newHasher: NewHasher,
): Promise<Issue[]> {
    const record = sentRecord(indexes, lines)
    if (record.size === 0) return [issue("verify.sent.no-record", [], {})]
    const given = await digests(input, record, newHasher)
    // Whoever names an empty folder meant another one; nothing was compared, which must not read as all is well.
    const isNothing = given.files.length + given.own === 0 && !hasErrors(given.issues)
    const issues: Issue[] = [...given.issues, ...(isNothing ? [issue("verify.sent.nothing", [], {})] : [])]
    const seen = new Set<string>()
    // A content that several requests sent belongs to the one that most of what was given belongs to.
    const shares = new Map<number, number>()
    for (const { sha256 } of given.files)
        for (const { layer } of record.get(sha256) ?? []) shares.set(layer, (shares.get(layer) ?? 0) + 1)
    const touched = new Set<number>()
    for (const { path, sha256 } of given.files) {
        const [known] = [...(record.get(sha256) ?? [])].sort(
            (a, b) => (shares.get(b.layer) ?? 0) - (shares.get(a.layer) ?? 0) || a.layer - b.layer,
        )
        seen.add(sha256)
        if (known === undefined) issues.push(issue("verify.sent.not-recorded", [path], {}))
        else issues.push(issue("verify.sent.same", [path], { name: known.name, layer: known.layer }, "note"))
        if (known !== undefined) touched.add(known.layer)
    }
    if (given.own > 0) issues.push(issue("verify.sent.own-files", [], { count: given.own }, "warning"))
    if (given.whole || isNothing || hasErrors(given.issues)) return issues
    // Of several officers' records only those are completed that something given belongs to, else the last.
    const all = [...record].flatMap(([sha256, places]) => places.map((place) => ({ sha256, ...place })))
    if (touched.size === 0) touched.add(Math.max(...all.map(({ layer }) => layer)))
    for (const { sha256, name, layer } of all.sort((a, b) => a.layer - b.layer))
        if (!seen.has(sha256) && touched.has(layer)) issues.push(issue("verify.sent.not-given", [name], {}, "note"))
    return issues
}

interface Recorded {
    readonly name: string
    readonly layer: number
}

/** What was sent by SHA-256: of each layer that sent the content its first name there. */
function sentRecord(indexes: readonly (LayerIndex | undefined)[], lines: readonly ManifestLine[]): SentRecord {
    const record = new Map<string, Recorded[]>()
    const add = (sha256: string, name: string, layer: number): void => {
        const places = record.get(sha256) ?? []
        if (!places.some((place) => place.layer === layer)) places.push({ name, layer })
        record.set(sha256, places)
    }
    for (const [i, index] of indexes.entries()) {
        const folder = `data/layer-${String(i + 1)}/sent/`
        for (const { path, sha256 } of index?.sent ?? []) add(sha256, path, i + 1)
        for (const { path, sha256 } of lines) if (path.startsWith(folder)) add(sha256, path.slice(folder.length), i + 1)
    }
    return record
}

type SentRecord = ReadonlyMap<string, readonly Recorded[]>

interface Given {
    /** The ZIP as a whole is in the record, so its parts need no comparison. */
    readonly whole: boolean
    /** `sha256` is blank for one too large to have been sent. */
    readonly files: readonly { readonly path: string; readonly sha256: string }[]
    /** How many lists, signatures and notes of a packet no record names, so that they were compared with none. */
    readonly own: number
    /** What stood in the way of reading it: no packet's ZIP, links in a folder. */
    readonly issues: readonly Issue[]
}

/** Hashes of what was given: a recorded ZIP as one file, else the payload of a packet, else the files of a folder. */
async function digests(input: VerifyInput, record: SentRecord, newHasher: NewHasher): Promise<Given> {
    if (input.kind === "zip" && mayBeSent(input.source.size)) {
        const sha256 = await sha256Source(input.source, newHasher)
        const path = record.get(sha256)?.[0]?.name
        if (path !== undefined) return { whole: true, files: [{ path, sha256 }], own: 0, issues: [] }
    }
    const { contents, issues } = await openPacket(input, { newHasher })
    if (contents === undefined) {
        // A single file that is no ZIP was meant by itself: that it is no packet is no finding.
        const plain = input.kind === "zip" && !(await startsAsZip(input.source))
        const found = plain ? [issue("verify.sent.not-recorded", [], {})] : issues
        return { whole: false, files: [], own: 0, issues: found }
    }
    const files: { path: string; sha256: string }[] = []
    const paths = sentPaths(contents)
    for (const path of paths) {
        const sha256 = mayBeSent(contents.size(path) ?? 0) ? await contents.digest(path) : ""
        if (sha256 !== undefined) files.push({ path, sha256 })
    }
    return { whole: false, files, own: contents.paths.length - paths.length, issues: [...issues, ...contents.issues] }
}

/** A file that no archive can hold has been sent by none, and is not read. */
const mayBeSent = (size: number): boolean => size <= ZIP32_LIMIT

const OWN: readonly string[] = ["index.json", ...README_NAMES].map((name) => `data/${name}`)

/** Of a packet all but its own lists, signatures, index and notes; of another folder everything. */
function sentPaths(contents: Contents): string[] {
    const isPacket = contents.size("data/index.json") !== undefined
    return isPacket
        ? contents.paths.filter((path) => !OWN.includes(path) && rootFile(path) === undefined)
        : contents.paths
}
