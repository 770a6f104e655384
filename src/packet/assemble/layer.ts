import { type NewHasher, sha256Source } from "../../base/digest.ts"
import { type Issue, issue, PacketError } from "../../base/issue.ts"
import { type ByteSource, readAll } from "../../base/source.ts"
import { LARGEST_MANIFEST, MANIFEST, type ManifestLine, parseManifest } from "../manifest/manifest.ts"
import { rootFile } from "../manifest/tag-files.ts"
import type { SignatureFormat } from "../signature/format.ts"
import type { PacketFile } from "./packet.ts"

/** Layers: what an earlier packet gives to the next one, unchanged, and whose keys signed it. */

/** Folder of a layer's own files, with its slash: `data/` for the first, `data/layer-2/` and so on for the others. */
export function layerFolder(layer: number): string {
    return layer === 1 ? "data/" : `data/layer-${String(layer)}/`
}

/** Folder that keeps the manifest and signatures of layer n, with its slash. */
export function priorFolder(layer: number): string {
    return `data/prior/${String(layer)}/`
}

/** The layer number of a packet by its payload paths: one more than the priors it keeps. */
export function layerNumber(files: readonly PacketFile[]): number {
    const kept = files.map(({ path }) => Number(/^data\/prior\/([1-9]\d{0,3})\//.exec(path)?.[1] ?? 0))
    return kept.reduce((most, n) => Math.max(most, n), 0) + 1
}

/** What an earlier packet becomes in the next one. */
export interface Carried {
    /** Number of the new layer. */
    readonly layer: number
    /** Payload of the earlier packet as it was, and its manifest and signatures under `data/prior/<n>/`. */
    readonly files: readonly PacketFile[]
    /** Digests of the carried payload, taken from the bytes and equal to the earlier manifest. */
    readonly lines: readonly ManifestLine[]
}

/**
 * Carries a packet over. The caller has verified it; the digests are compared once more, because files may have changed
 * since. Throws {@link PacketError} `packet.prior.manifest` or, for each file, `packet.prior.changed`.
 */
export async function carryOver(files: readonly PacketFile[], newHasher: NewHasher): Promise<Carried> {
    const manifest = files.find(({ path }) => path === MANIFEST)
    if (manifest === undefined || manifest.source.size > LARGEST_MANIFEST)
        throw new PacketError([issue("packet.prior.manifest", [MANIFEST], {})])
    const parsed = parseManifest(await readAll(manifest.source), MANIFEST, "data/")
    if (parsed.issues.length > 0) throw new PacketError(parsed.issues)
    const expected = new Map(parsed.lines.map(({ path, sha256 }) => [path, sha256]))
    const payload = files.filter(({ path }) => path.startsWith("data/"))
    const issues: Issue[] = []
    const lines: ManifestLine[] = []
    for (const { path, source } of payload) {
        const sha256 = await sha256Source(source, newHasher)
        if (expected.get(path) !== sha256) issues.push(issue("packet.prior.changed", [path], {}))
        expected.delete(path)
        lines.push({ path, sha256 })
    }
    for (const path of expected.keys()) issues.push(issue("packet.prior.changed", [path], {}))
    if (issues.length > 0) throw new PacketError(issues)
    const from = layerNumber(payload)
    const kept = files
        .filter(({ path }) => path === MANIFEST || ["signature", "timestamp"].includes(rootFile(path)?.kind ?? ""))
        .map(({ path, source }) => ({ path: `${priorFolder(from)}${path}`, source }))
    return { layer: from + 1, files: [...payload, ...kept], lines }
}

/**
 * Refuses a key that has signed the first layer: who reports and who handles the case are two parties. From the second
 * layer on one party may add several. `packet.signer.earlier-layer`.
 *
 * @param files - files whose paths may hold `data/prior/1/signature-<m>.sig`.
 */
export async function assertNewSigner(files: readonly PacketFile[], fingerprint: string): Promise<void> {
    for (const { path, source } of files) {
        const [, name = ""] = /^data\/prior\/1\/([^/]+)$/.exec(path) ?? []
        const root = rootFile(name)
        if (root?.kind === "signature" && (await signerOf(source, root.format)) === fingerprint)
            throw new PacketError([issue("packet.signer.earlier-layer", [path], { fingerprint })])
    }
}

/** Fingerprint that a signature file names, not verified; `undefined` where it cannot be read. */
export async function signerOf(source: ByteSource, format: SignatureFormat): Promise<string | undefined> {
    if (source.size > format.largest) return undefined
    const parsed = format.parse(await readAll(source))
    return typeof parsed === "string" ? undefined : parsed.fingerprint
}
