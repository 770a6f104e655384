import { createHash } from "node:crypto"
import { closeSync, openSync, readSync } from "node:fs"
import { parentPort, workerData } from "node:worker_threads"

// A thread of its own: SHA-256 of the file whose path it is given, as 64 hex digits.

const CHUNK = 1 << 20

const file = openSync(String(workerData), "r")
const hash = createHash("sha256")
const bytes = Buffer.allocUnsafe(CHUNK)
try {
    for (let got = readSync(file, bytes); got > 0; got = readSync(file, bytes)) hash.update(bytes.subarray(0, got))
} finally {
    closeSync(file)
}
parentPort?.postMessage(hash.digest("hex"))
