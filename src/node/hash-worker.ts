import { createHash } from "node:crypto"
import { closeSync, fstatSync, openSync, readSync } from "node:fs"
import { parentPort, workerData } from "node:worker_threads"
import type { Reckoned } from "../base/digest.ts"
import { crc32 } from "../base/zip/crc32.ts"
import { FAST_CRC32 } from "./crc32.ts"
import type { FileToHash, Hashed, HashJob } from "./hash-file.ts"

// A thread of its own: SHA-256 of files, from the last to the first, of which the main thread takes the first.

const CHUNK = 1 << 20

const continued = FAST_CRC32 ?? crc32

const { files, taken } = workerData as HashJob
const bytes = Buffer.allocUnsafe(CHUNK)
for (let index = files.length - 1; index >= 0; index--) {
    if (Atomics.compareExchange(taken, index, 0, 2) !== 0) continue
    const found = reckon(files[index])
    const hashed: Hashed = { index, ...(found === undefined ? {} : { found }) }
    parentPort?.postMessage(hashed)
}

function reckon(named: FileToHash | undefined): Reckoned | undefined {
    if (named === undefined) return undefined
    const stretches = (named.stretches ?? []).map((stretch) => ({ ...stretch, crc: 0 }))
    try {
        const file = openSync(named.path, "r")
        try {
            const hash = createHash("sha256")
            let size = 0
            for (let got = readSync(file, bytes); got > 0; got = readSync(file, bytes)) {
                hash.update(bytes.subarray(0, got))
                for (const stretch of stretches) {
                    const [from, to] = [stretch.at - size, stretch.at + stretch.size - size]
                    if (from < got && to > 0)
                        stretch.crc = continued(bytes.subarray(Math.max(0, from), Math.min(got, to)), stretch.crc)
                }
                size += got
            }
            if (size !== named.size || fstatSync(file).size !== size) return undefined
            return { sha256: hash.digest("hex"), crc32: stretches.map(({ crc }) => crc) }
        } finally {
            closeSync(file)
        }
    } catch {
        // Hashed by the main thread, which says what is the matter.
        return undefined
    }
}
