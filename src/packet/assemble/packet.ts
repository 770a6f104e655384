import { compareBytes } from "../../base/bytes.ts"
import type { ByteSource } from "../../base/source.ts"
import { MANIFEST, TAG_MANIFEST } from "../manifest/manifest.ts"
import { BAG_INFO, BAGIT, rootFile } from "../manifest/tag-files.ts"

/** Packets as they leave the core: named byte sources in a fixed order. A shell writes them into a ZIP or a folder. */

/** One file; the path is relative to the top directory. */
export interface PacketFile {
    readonly path: string
    readonly source: ByteSource
}

/** A finished packet. */
export interface Packet {
    /** Name of the one top directory. */
    readonly top: string
    /** In the order of the ZIP: tag files, signatures, then the payload by bytes. Paths are relative to `top`. */
    readonly files: readonly PacketFile[]
    /** SHA-256 of `manifest-sha256.txt`, 64 lower-case hex digits. */
    readonly manifestSha256: string
    /** 核对码: eight groups of four. */
    readonly checkCode: string
}

/** The packet's files with their full names, for a ZIP writer. */
export function zipFiles(packet: Packet): { readonly name: string; readonly source: ByteSource }[] {
    return packet.files.map(({ path, source }) => ({ name: `${packet.top}/${path}`, source }))
}

/** How many files of each kind a packet has. */
export function countFiles({ files }: Packet): {
    readonly materials: number
    readonly lists: number
    readonly signatures: number
    readonly stamps: number
} {
    const kinds = files.map(({ path }) => rootFile(path)?.kind ?? "material")
    const count = (kind: (typeof kinds)[number]): number => kinds.filter((one) => one === kind).length
    return {
        materials: count("material"),
        lists: count("tag"),
        signatures: count("signature"),
        stamps: count("timestamp"),
    }
}

// What a person who opens the ZIP's start sees first; the manifest stands before what it lists.
const TAG_ORDER: readonly string[] = [BAGIT, BAG_INFO, MANIFEST, TAG_MANIFEST]

/** Sorts files into the order of the ZIP. */
export function inZipOrder(files: readonly PacketFile[]): PacketFile[] {
    return [...files].sort((a, b) => rank(a.path) - rank(b.path) || compareBytes(a.path, b.path))
}

function rank(path: string): number {
    const tag = TAG_ORDER.indexOf(path)
    if (tag >= 0) return tag
    const root = rootFile(path)
    if (root === undefined || root.kind === "tag") return Number.MAX_SAFE_INTEGER
    return TAG_ORDER.length + 2 * root.n + (root.kind === "timestamp" ? 1 : 0)
}
