import { compareBytes, utf8 } from "../../base/bytes.ts"
import { printJson } from "../../base/canonical-json.ts"
import { knownDigests, type NewHasher, portableSha256, sha256Hex, sha256Source } from "../../base/digest.ts"
import type { Signer } from "../../base/host.ts"
import { type Issue, issue, PacketError } from "../../base/issue.ts"
import { type ByteSource, bytesOf, memorySource } from "../../base/source.ts"
import { MANIFEST, type ManifestLine, printManifest, TAG_MANIFEST } from "../manifest/manifest.ts"
import { checkPaths, pathFault } from "../manifest/path.ts"
import { BAG_INFO, BAGIT, MOST_LAYERS, printBagInfo, printBagit, signatureName } from "../manifest/tag-files.ts"
import { checkCode } from "../signature/check-code.ts"
import { assertNewSigner, type Carried, carryOver, layerFolder } from "./layer.ts"
import { inZipOrder, type Packet, type PacketFile } from "./packet.ts"

/**
 * From a list of files to a finished packet: index, BagIt tag files, manifest, signature. Files are only read; nothing
 * here depends on a clock, so the same input gives the same bytes.
 */

/** What a packet is for. */
export type PacketKind = "draft" | "archive" | "submission"

/** A file of the layer that is being made. */
export interface LayerFile {
    /** Relative to the layer, for example `evidence/E001.jpg`. */
    readonly path: string
    readonly source: ByteSource
    /** What it is to a program, for example `evidence`, `case`, `document`; `[a-z0-9-]{1,32}`. */
    readonly role: string
    /** Name as received, any characters. */
    readonly originalName?: string
    readonly category?: string
    readonly mediaType?: string
}

/** A file that left, as the archive records it: `path` is the name it had. */
export interface SentFile {
    readonly path: string
    readonly size: number
    /** 64 lower-case hex digits. */
    readonly sha256: string
}

/** Everything that a packet is made of. */
export interface PacketInput {
    readonly kind: PacketKind
    /** `[A-Z0-9-]{4,24}`. */
    readonly ref: string
    /** Name of the top directory. */
    readonly top: string
    /** Time of the act, RFC 3339 with its offset. */
    readonly createdAt: string
    /** Name and version of the program, for example `lerpack 0.1.0`; never in a submission. */
    readonly tool?: string
    readonly files: readonly LayerFile[]
    /** The packet that this one adds a layer to, as files relative to its top directory; only for `archive`. */
    readonly prior?: readonly PacketFile[]
    /** What was sent; only for `archive`. */
    readonly sent?: readonly SentFile[]
    /** Ids of facts that the officer marked 本次请求未采用; only for `archive`. */
    readonly setAside?: readonly string[]
    readonly signer?: Signer
    readonly newHasher?: NewHasher
}

/** Most bytes of a payload: below the 4 GiB of ZIP32, with room for headers. */
export const MOST_BYTES = 0xffff_ffff - (64 << 20)
/** Most files of a payload: with lists and signatures a packet has at most 20,000. */
export const MOST_FILES = 19_900

/**
 * Plans a packet. Throws {@link PacketError} with every finding at once: unsafe or colliding paths (`manifest.path.*`), too
 * much for one ZIP (`packet.size.*`), too many layers (`packet.layers.many`), an earlier packet that changed (`packet.prior.*`), a key that signed an earlier layer
 * (`packet.signer.earlier-layer`). `RangeError` for input that no caller should give.
 */
export async function planPacket(input: PacketInput): Promise<Packet> {
    assertInput(input)
    const newHasher = input.newHasher ?? portableSha256
    const carried: Carried =
        input.prior === undefined ? { layer: 1, files: [], lines: [] } : await carryOver(input.prior, newHasher)
    if (carried.layer > MOST_LAYERS) throw new PacketError([issue("packet.layers.many", [], { most: MOST_LAYERS })])
    if (input.signer !== undefined) await assertNewSigner(carried.files, input.signer.fingerprint)
    const folder = layerFolder(carried.layer)
    const own = input.files.map((file) => ({ ...file, path: folder + file.path }))
    const index = { path: `${folder}index.json`, source: memorySource(printIndex(input, own)) }
    const payload: readonly PacketFile[] = [...carried.files, ...own, index]
    const issues = [...checkPaths(payload.map(({ path }) => path)), ...checkSize(payload)]
    if (issues.length > 0) throw new PacketError(issues)
    const hashed = new Map(carried.lines.map(({ path, sha256 }) => [path, sha256]))
    const lines: ManifestLine[] = []
    for (const { path, source } of payload) {
        const known = hashed.get(path) ?? knownDigests(source)?.sha256
        lines.push({ path, sha256: known ?? (await sha256Source(source, newHasher)) })
    }
    return seal(input, payload, printManifest(lines))
}

/** Adds tag files and signature around a payload with its manifest. */
async function seal(input: PacketInput, payload: readonly PacketFile[], manifest: Uint8Array): Promise<Packet> {
    const bagInfo = printBagInfo({
        baggingDate: input.createdAt.slice(0, 10),
        externalIdentifier: input.ref,
        octets: bytesOf(payload),
        files: payload.length,
        ...(input.tool === undefined ? {} : { softwareAgent: input.tool }),
    })
    const tags = [
        { path: BAGIT, bytes: printBagit() },
        { path: BAG_INFO, bytes: bagInfo },
        { path: MANIFEST, bytes: manifest },
    ]
    const tagLines = tags.map(({ path, bytes }) => ({ path, sha256: sha256Hex(bytes) }))
    const root = [...tags, { path: TAG_MANIFEST, bytes: printManifest(tagLines) }]
    if (input.signer !== undefined) {
        root.push({ path: signatureName(1), bytes: utf8(await input.signer.sign(manifest)) })
    }
    return {
        top: input.top,
        files: inZipOrder([...root.map(({ path, bytes }) => ({ path, source: memorySource(bytes) })), ...payload]),
        manifestSha256: sha256Hex(manifest),
        checkCode: checkCode(manifest),
    }
}

/** `index.json`: says of each file of the layer what it is. Digests stand in the manifest alone, so they cannot differ. */
function printIndex(input: PacketInput, own: readonly LayerFile[]): Uint8Array {
    const files = [...own]
        .sort((a, b) => compareBytes(a.path, b.path))
        .map(({ path, source, role, originalName, category, mediaType }) => ({
            path,
            size: source.size,
            role,
            originalName,
            category,
            mediaType,
        }))
    return utf8(
        printJson({
            kind: input.kind,
            format: "1.0",
            ref: input.ref,
            createdAt: input.createdAt,
            signingKey: input.signer?.fingerprint ?? null,
            tool: input.tool,
            sent: input.sent?.map(({ path, size, sha256 }) => ({ path, size, sha256 })),
            setAside: input.setAside,
            files,
        }),
    )
}

function checkSize(payload: readonly PacketFile[]): Issue[] {
    const bytes = bytesOf(payload)
    const issues: Issue[] = []
    if (bytes > MOST_BYTES) issues.push(issue("packet.size.bytes", [], { bytes, most: MOST_BYTES }))
    if (payload.length > MOST_FILES)
        issues.push(issue("packet.size.files", [], { files: payload.length, most: MOST_FILES }))
    return issues
}

function assertInput(input: PacketInput): void {
    const faults = [
        !/^[A-Z0-9-]{4,24}$/.test(input.ref) && "ref",
        (pathFault(input.top) !== undefined || input.top.includes("/")) && "top",
        !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(input.createdAt) && "createdAt",
        (input.kind === "archive") !== (input.prior !== undefined) && "prior",
        input.kind !== "archive" && (input.sent ?? input.setAside) !== undefined && "sent",
        input.kind === "submission" && input.tool !== undefined && "tool",
        input.files.some(({ path }) => /^(?:index\.json$|prior\/|layer-)/.test(path)) && "files",
        input.files.some(({ role }) => !/^[a-z0-9-]{1,32}$/.test(role)) && "role",
    ].filter((fault) => fault !== false)
    if (faults.length > 0) throw new RangeError(`no packet can have this: ${faults.join(", ")}`)
}
