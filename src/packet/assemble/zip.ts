import { concat } from "../../base/bytes.ts"
import { type NewHasher, portableSha256 } from "../../base/digest.ts"
import type { Output } from "../../base/output.ts"
import { memorySource } from "../../base/source.ts"
import { storeZipChunks } from "../../base/zip/write.ts"
import { type Packet, zipFiles } from "./packet.ts"

/** A packet as the one file that is handed over. */
export interface ZippedPacket extends Output {
    readonly role: "packet"
    readonly sizeBytes: number
    /** Of the ZIP, 64 lower-case hex digits; paper quotes it. */
    readonly sha256: string
    readonly fileCount: number
}

/**
 * Makes the ZIP of a packet, for a path below the output folder. Flows get it from their shell: a large packet goes
 * straight to a disk, and the documents that quote the ZIP's hash are made after it.
 */
export type ZipPacket = (packet: Packet, path: string) => Promise<ZippedPacket>

/** Makes ZIPs in memory, for small packets. */
export function zipInMemory(newHasher: NewHasher = portableSha256): ZipPacket {
    return async (packet, path) => {
        const files = zipFiles(packet)
        const hasher = newHasher()
        const parts: Uint8Array[] = []
        for await (const chunk of storeZipChunks(files)) {
            hasher.update(chunk)
            parts.push(chunk)
        }
        const bytes = concat(parts)
        return {
            path,
            source: memorySource(bytes),
            role: "packet",
            sizeBytes: bytes.length,
            sha256: hasher.hex(),
            fileCount: files.length,
        }
    }
}
