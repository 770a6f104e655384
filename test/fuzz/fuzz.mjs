import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { Worker } from "node:worker_threads"
import { bundleFor } from "../bundle.mjs"

/**
 * `npm run fuzz -- --minutes 1 --seed 7`: damaged and odd files for everything that reads what others wrote. Fails on a crash,
 * on an input that takes more than a second of processor time, and on one that is taken though it must not be. `--only
 * "zip bytes" --case 42` does one again.
 */

const { values } = parseArgs({
    options: {
        minutes: { type: "string", default: "5" },
        seed: { type: "string", default: String(Date.now() % 1_000_000) },
        only: { type: "string" },
        case: { type: "string" },
        out: { type: "string", default: join(tmpdir(), "lerpack-fuzz") },
    },
})
/** Longest without a next case, in ms: a machine may be busy, a loop without end is busier. */
const PATIENCE = 60_000

const bundle = await bundleFor(import.meta.dirname, { entryPoints: [join(import.meta.dirname, "worker.ts")] })
process.chdir(join(import.meta.dirname, "../.."))
const now = new SharedArrayBuffer(8)
const place = new Int32Array(now)
process.stdout.write(`seed ${values.seed}, ${values.minutes} minutes\n`)
const worker = new Worker(bundle, {
    workerData: {
        ...{ seed: values.seed, only: values.only, out: values.out, now },
        until: Date.now() + Number(values.minutes) * 60_000,
        first: values.case === undefined ? undefined : Number(values.case),
    },
})
let seen = ""
let since = Date.now()
const watch = setInterval(() => {
    const at = place.join(" ")
    if (at !== seen) [seen, since] = [at, Date.now()]
    if (Date.now() - since < PATIENCE) return
    process.stdout.write(
        `FAILED: target ${String(place[0])}, case ${String(place[1])} does not end (seed ${values.seed})\n`,
    )
    process.exit(1)
}, 1000)
worker.on("error", (error) => {
    process.stdout.write(`FAILED: ${error.stack ?? String(error)}\n`)
    process.exit(1)
})
worker.on("exit", (code) => {
    clearInterval(watch)
    process.exitCode = code
})
