import { createHash } from "node:crypto"
import { createWriteStream } from "node:fs"
import { Transform } from "node:stream"
import { pipeline } from "node:stream/promises"
import { ZipArchive } from "archiver"
import { readAll } from "../base/source.ts"
import { type Packet, zipFiles } from "../packet/packet.ts"

/** A ZIP that was written. */
export interface WrittenZip {
    readonly sizeBytes: number
    readonly sha256: string
    readonly fileCount: number
}

/** Earliest date ZIP can hold; the real times stand in the index. */
const DATE = new Date(Date.UTC(1980, 0, 1))

/**
 * Writes a packet with archiver: STORE, one date, one mode, entries as whole buffers, so that local headers are clean
 * and the bytes depend on the content alone. One entry at a time is in memory.
 */
export async function writeZip(packet: Packet, path: string): Promise<WrittenZip> {
    const archive = new ZipArchive({ store: true })
    const hash = createHash("sha256")
    let sizeBytes = 0
    const counter = new Transform({
        transform(chunk: Buffer, _, done) {
            hash.update(chunk)
            sizeBytes += chunk.length
            done(null, chunk)
        },
    })
    const written = pipeline(archive, counter, createWriteStream(path, { flags: "wx" }))
    const files = zipFiles(packet)
    const stored: string[] = []
    let next = (): void => undefined
    archive.on("entry", (entry: { name: string }) => {
        stored.push(entry.name)
        next()
    })
    const append = async (): Promise<void> => {
        for (const { name, source } of files) {
            const bytes = await readAll(source)
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
    return { sizeBytes, sha256: hash.digest("hex"), fileCount: files.length }
}
