import { createHash } from "node:crypto"
import { closeSync, fstatSync, openSync, readSync } from "node:fs"
import { parentPort, workerData } from "node:worker_threads"
import type { Hashed, HashJob } from "./hash-file.ts"

// A thread of its own: SHA-256 of files, from the last to the first, of which the main thread takes the first.

const CHUNK = 1 << 20

const { files, taken } = workerData as HashJob
const bytes = Buffer.allocUnsafe(CHUNK)
for (let index = files.length - 1; index >= 0; index--) {
    if (Atomics.compareExchange(taken, index, 0, 2) !== 0) continue
    const sha256 = sha256Of(files[index])
    const hashed: Hashed = { index, ...(sha256 === undefined ? {} : { sha256 }) }
    parentPort?.postMessage(hashed)
}

function sha256Of(named: HashJob["files"][number] | undefined): string | undefined {
    if (named === undefined) return undefined
    try {
        const file = openSync(named.path, "r")
        try {
            const hash = createHash("sha256")
            let size = 0
            for (let got = readSync(file, bytes); got > 0; got = readSync(file, bytes)) {
                hash.update(bytes.subarray(0, got))
                size += got
            }
            return size === named.size && fstatSync(file).size === size ? hash.digest("hex") : undefined
        } finally {
            closeSync(file)
        }
    } catch {
        // Hashed by the main thread, which says what is the matter.
        return undefined
    }
}
