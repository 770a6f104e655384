import { existsSync, statSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Worker } from "node:worker_threads"
import type { HashApart, Reckoned, Stretch } from "../base/digest.ts"
import type { ByteSource } from "../base/source.ts"
import type { VerifyOptions } from "../packet/verify/verify.ts"
import { countRead, pathOfSource } from "./files.ts"

/** Below this size, in bytes, a thread takes longer to start than to hash. */
const SMALLEST = 32 << 20

/** Files for a second thread. Whoever first writes into the cell of a file hashes it: nobody waits to be told. */
export interface HashJob {
    readonly files: readonly FileToHash[]
    /** A cell for each file, 0 as long as nobody has taken it. */
    readonly taken: Int32Array
}

/** A file, and stretches of it of which the CRC-32 is asked for. */
export interface FileToHash {
    readonly path: string
    readonly size: number
    readonly stretches?: readonly Stretch[]
}

/** What the thread says of a file; nothing found where it could not be read, or was not of the size that it had. */
export interface Hashed {
    readonly index: number
    readonly found?: Reckoned
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
    const { size } = found
    return {
        hashZip: async (stretches) => inThread(worker, { files: [{ path, size, stretches }], taken: cells(1) })[0],
    }
}

function hashApart(worker: string): HashApart {
    const places = new Map<ByteSource, { readonly index: number; readonly path: string; readonly size: number }>()
    let taken = cells(0)
    let hashes: readonly Promise<Reckoned | undefined>[] = []
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
            const found = await hashes[place.index]
            if (found !== undefined) countRead(place.size)
            return found?.sha256
        },
    }
}

const cells = (count: number): Int32Array => new Int32Array(new SharedArrayBuffer(4 * count))

/** What is found of the files that the thread takes; `undefined` where it fails, and for those that it never took. */
function inThread(worker: string, job: HashJob): readonly Promise<Reckoned | undefined>[] {
    const thread = new Worker(worker, { workerData: job })
    const settle: ((found: Reckoned | undefined) => void)[] = []
    const hashes = job.files.map(() => new Promise<Reckoned | undefined>((resolve) => void settle.push(resolve)))
    thread.on("message", ({ index, found }: Hashed) => settle[index]?.(found))
    const end = (): void => {
        for (const resolve of settle) resolve(undefined)
    }
    thread.once("error", end)
    thread.once("exit", end)
    return hashes
}
