import { existsSync, statSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Worker } from "node:worker_threads"
import type { HashApart } from "../base/digest.ts"
import type { ByteSource } from "../base/source.ts"
import type { VerifyOptions } from "../packet/verify/verify.ts"
import { countRead, pathOfSource } from "./files.ts"

/** Below this size, in bytes, a thread takes longer to start than to hash. */
const SMALLEST = 32 << 20

/** Files for a second thread. Whoever first writes into the cell of a file hashes it: nobody waits to be told. */
export interface HashJob {
    readonly files: readonly { readonly path: string; readonly size: number }[]
    /** A cell for each file, 0 as long as nobody has taken it. */
    readonly taken: Int32Array
}

/** What the thread says of a file; no hash where it could not be read, or was not of the size that it had. */
export interface Hashed {
    readonly index: number
    readonly sha256?: string
}

/**
 * What makes the judging of a large packet faster here: a second thread, which hashes the ZIP while the files in it are
 * hashed, or the last of the large files of a folder while the first are. It changes no verdict.
 */
export function fasterHashing(path: string): Pick<VerifyOptions, "hashZip" | "hashApart"> {
    // Beside the bundle; not there where the program runs from its sources.
    const worker = join(fileURLToPath(import.meta.url), "..", "hash-worker.js")
    if (!existsSync(worker)) return {}
    const found = statSync(path)
    if (found.isDirectory()) return { hashApart: hashApart(worker) }
    if (!found.isFile() || found.size < SMALLEST) return {}
    const job = { files: [{ path, size: found.size }], taken: cells(1) }
    return { hashZip: async () => inThread(worker, job)[0] }
}

function hashApart(worker: string): HashApart {
    const places = new Map<ByteSource, { readonly index: number; readonly path: string; readonly size: number }>()
    let taken = cells(0)
    let hashes: readonly Promise<string | undefined>[] = []
    return {
        begin(sources) {
            for (const source of sources) {
                const path = pathOfSource(source)
                if (path !== undefined && source.size >= SMALLEST)
                    places.set(source, { index: places.size, path, size: source.size })
            }
            // A single one is hashed at once here.
            if (places.size < 2) return places.clear()
            taken = cells(places.size)
            hashes = inThread(worker, { files: [...places.values()], taken })
        },
        async sha256(source) {
            const place = places.get(source)
            if (place === undefined || Atomics.compareExchange(taken, place.index, 0, 1) === 0) return undefined
            const sha256 = await hashes[place.index]
            if (sha256 !== undefined) countRead(place.size)
            return sha256
        },
    }
}

const cells = (count: number): Int32Array => new Int32Array(new SharedArrayBuffer(4 * count))

/** Hashes of the files that the thread takes; `undefined` where it fails, and for those that it never took. */
function inThread(worker: string, job: HashJob): readonly Promise<string | undefined>[] {
    const thread = new Worker(worker, { workerData: job })
    const settle: ((sha256: string | undefined) => void)[] = []
    const hashes = job.files.map(() => new Promise<string | undefined>((resolve) => void settle.push(resolve)))
    thread.on("message", ({ index, sha256 }: Hashed) => settle[index]?.(sha256))
    const end = (): void => {
        for (const resolve of settle) resolve(undefined)
    }
    thread.once("error", end)
    thread.once("exit", end)
    return hashes
}
