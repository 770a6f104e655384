import type { NewHasher } from "../base/digest.ts"
import { sha256Source } from "../base/digest.ts"
import { type Issue, issue } from "../base/issue.ts"
import type { ManifestLine } from "../manifest/manifest.ts"
import { type Contents, openPacket, type VerifyInput } from "./contents.ts"
import type { LayerIndex } from "./index-file.ts"

/**
 * `--sent`: is what lies here what the archive says was sent? Compared by content, not by name: files are renamed on their
 * way. The record is the index's `sent` list and the files under `sent/` of the highest layer.
 */
export async function checkSent(
    input: VerifyInput,
    top: LayerIndex | undefined,
    lines: readonly ManifestLine[],
    layer: number,
    newHasher: NewHasher,
): Promise<Issue[]> {
    const record = new Map<string, string>()
    const folder = `data/layer-${String(layer)}/sent/`
    for (const { path, sha256 } of top?.sent ?? []) record.set(sha256, path)
    for (const { path, sha256 } of lines) if (path.startsWith(folder)) record.set(sha256, path.slice(folder.length))
    if (record.size === 0) return [issue("verify.sent.no-record", [], {})]
    const given = await digests(input, record, newHasher)
    if ("issues" in given) return [...given.issues]
    const issues: Issue[] = []
    for (const { path, sha256 } of given.files) {
        if (!record.has(sha256)) issues.push(issue("verify.sent.not-recorded", [path], {}))
        record.delete(sha256)
    }
    if (given.whole) return issues
    for (const path of record.values()) issues.push(issue("verify.sent.not-given", [path], {}, "note"))
    return issues
}

interface Given {
    /** The ZIP as a whole is in the record, so its parts need no comparison. */
    readonly whole: boolean
    readonly files: readonly { readonly path: string; readonly sha256: string }[]
}

/** Hashes of what was given: a recorded ZIP as one file, else the payload of a packet, else the files of a folder. */
async function digests(
    input: VerifyInput,
    record: ReadonlyMap<string, string>,
    newHasher: NewHasher,
): Promise<Given | { readonly issues: readonly Issue[] }> {
    if (input.kind === "zip") {
        const sha256 = await sha256Source(input.source, newHasher)
        const path = record.get(sha256)
        if (path !== undefined) return { whole: true, files: [{ path, sha256 }] }
    }
    const { contents, issues } = await openPacket(input, newHasher)
    if (contents === undefined) return { issues }
    const files: { path: string; sha256: string }[] = []
    for (const path of sentPaths(contents)) {
        const sha256 = await contents.digest(path)
        if (sha256 !== undefined) files.push({ path, sha256 })
    }
    return { whole: false, files }
}

/** Of a packet only the payload without its index; of another folder everything. */
function sentPaths(contents: Contents): string[] {
    const isPacket = contents.size("data/index.json") !== undefined
    return isPacket
        ? contents.paths.filter((path) => path.startsWith("data/") && path !== "data/index.json")
        : contents.paths
}
