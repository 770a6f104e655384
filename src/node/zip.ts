import { createHash } from "node:crypto"
import { createWriteStream } from "node:fs"
import { Transform } from "node:stream"
import { pipeline } from "node:stream/promises"
import { ZipArchive } from "archiver"
import { knownDigests } from "../base/digest.ts"
import { issue, PacketError } from "../base/issue.ts"
import { bytesOf, readAll } from "../base/source.ts"
import { storeZipChunks, type ZipOptions, type ZipSourceFile } from "../base/zip/write.ts"
import { type Packet, zipFiles } from "../packet/assemble/packet.ts"
import type { ZipPacket, ZippedPacket } from "../packet/assemble/zip.ts"
import { FAST_CRC32 } from "./crc32.ts"
import { fileSource, type PathOf } from "./files.ts"

/** What is known of a ZIP once it is written. */
export type ZipFacts = Pick<ZippedPacket, "sizeBytes" | "sha256" | "fileCount">

/** Earliest date ZIP can hold; the real times stand in the index. */
const DATE = new Date(Date.UTC(1980, 0, 1))

/** Largest file, in bytes, that archiver gets: it takes an entry as one buffer, and a video must not need as much memory. */
export const LARGEST_BUFFERED = 64 * 1024 * 1024

const FAST: Pick<ZipOptions, "crc32"> = FAST_CRC32 === undefined ? {} : { crc32: FAST_CRC32 }

/**
 * Writes a packet as a ZIP: STORE, one date, one mode, clean local headers, so that the bytes depend on the content
 * alone. archiver writes it; with a file above `largest` our own writer does, in chunks, and gives the same bytes.
 */
export async function writeZip(packet: Packet, path: string, largest = LARGEST_BUFFERED): Promise<ZipFacts> {
    const files = zipFiles(packet)
    const hash = createHash("sha256")
    let sizeBytes = 0
    const counter = new Transform({
        transform(chunk: Buffer, _, done) {
            hash.update(chunk)
            sizeBytes += chunk.length
            done(null, chunk)
        },
    })
    const output = createWriteStream(path, { flags: "wx" })
    if (files.some(({ source }) => source.size > largest)) await pipeline(storeZipChunks(files, FAST), counter, output)
    else await archiveInto(files, (archive) => pipeline(archive, counter, output))
    return { sizeBytes, sha256: hash.digest("hex"), fileCount: files.length }
}

/**
 * Writes the packets of a flow straight to the disk, for `writeOutputs`; `onPacket` is called before each with the bytes
 * of its files.
 */
export function zipTo(pathOf: PathOf, onPacket: (bytes: number) => void = () => undefined): ZipPacket {
    return async (packet, path) => {
        onPacket(bytesOf(zipFiles(packet)))
        const facts = await writeZip(packet, pathOf(path))
        return { path, source: fileSource(pathOf(path)), role: "packet", ...facts }
    }
}

/** Feeds archiver one whole file after the other. */
async function archiveInto(
    files: readonly ZipSourceFile[],
    connect: (archive: ZipArchive) => Promise<void>,
): Promise<void> {
    const archive = new ZipArchive({ store: true })
    const written = connect(archive)
    const stored: string[] = []
    let next = (): void => undefined
    archive.on("entry", (entry: { name: string }) => {
        stored.push(entry.name)
        next()
    })
    const append = async (): Promise<void> => {
        for (const { name, source } of files) {
            const bytes = await readAll(source)
            const crc = knownDigests(source)?.crc32
            if (crc !== undefined && FAST.crc32?.(bytes, 0) !== crc)
                throw new PacketError([issue("shell.file.changing", [name], { file: name })])
            const done = new Promise<void>((resolve) => {
                next = resolve
            })
            archive.append(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
                name,
                date: DATE,
                mode: 0o644,
            })
            // An error of archiver rejects the pipeline; waiting on for an entry that never comes would hide it.
            await Promise.race([done, written])
            // archiver changes unsafe names silently; ours are safe, and this holds it to that.
            if (stored.at(-1) !== name) throw new Error(`archiver stored ${name} as ${String(stored.at(-1))}`)
        }
        await archive.finalize()
    }
    await Promise.all([append(), written])
}
