import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { workerData } from "node:worker_threads"
import { PacketError } from "../../src/base/issue.ts"
import { fileTargets } from "./files.ts"
import { packetTargets } from "./packets.ts"
import { random } from "./random.ts"
import { bytesOf, type Target, WronglyTaken } from "./target.ts"

/**
 * Tries inputs until the time is up, each target as long as every other. What fails is written as a file, told and counted;
 * the other thread ends this one where an input never ends.
 */

interface Asked {
    readonly seed: string
    readonly until: number
    readonly only: string | undefined
    readonly first: number | undefined
    readonly out: string
    /** Number of the target, number of the case. */
    readonly now: SharedArrayBuffer
}

const { seed, until, only, first, out, now } = workerData as Asked
const MOST_MS = 1000
const place = new Int32Array(now)

interface Count {
    readonly target: Target
    cases: number
    spentMs: number
    slowestMs: number
    failed: number
}

/** Processor time of the process: a busy machine makes no input slow. */
async function spent(work: () => unknown): Promise<number> {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
}

const reason = (error: unknown): string =>
    error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : String(error)

/** Why the input fails, and how long it took. */
async function attempt(target: Target, input: Uint8Array | string): Promise<{ fault?: string; ms: number }> {
    let fault: string | undefined
    const ms = await spent(async () => {
        try {
            const found: unknown = await target.read(input)
            if (found instanceof WronglyTaken) fault = `wrongly taken: ${found.why}`
        } catch (error) {
            if (!(error instanceof PacketError)) fault = `crash: ${reason(error)}`
        }
    })
    return fault === undefined ? { ms } : { fault, ms }
}

async function run(count: Count, n: number): Promise<void> {
    const { target } = count
    const input = target.make(random(`${seed}/${target.name}/${String(n)}`))
    let { fault, ms } = await attempt(target, input)
    // The first time a program compiles and collects; what is slow is slow again.
    if (ms > MOST_MS) {
        const again = await attempt(target, input)
        fault ??= again.fault
        ms = Math.min(ms, again.ms)
    }
    count.cases++
    count.spentMs += ms
    count.slowestMs = Math.max(count.slowestMs, ms)
    if (fault === undefined && ms <= MOST_MS) return
    count.failed++
    mkdirSync(out, { recursive: true })
    const path = join(out, `${target.name.replace(/[^\p{L}\p{N}.]+/gu, "-")}-${String(n)}`)
    writeFileSync(path, bytesOf(input))
    process.stdout.write(
        `FAILED ${target.name} ${String(n)}: ${fault ?? `slow: ${ms.toFixed(0)} ms of processor time`}\n  ${path}\n`,
    )
}

const targets = [...(await packetTargets()), ...(await fileTargets())]
const all = targets.filter(({ name }) => only === undefined || name === only)
if (all.length === 0) {
    process.stdout.write(`--only ${String(only)} is none of: ${targets.map(({ name }) => name).join(" | ")}\n`)
    process.exit(2)
}
const counts = all.map((target): Count => ({ target, cases: 0, spentMs: 0, slowestMs: 0, failed: 0 }))
if (first !== undefined) for (const count of counts) await run(count, first)
else
    while (Date.now() < until) {
        const next = counts.reduce((least, one) => (one.spentMs < least.spentMs ? one : least))
        Atomics.store(place, 0, counts.indexOf(next))
        Atomics.store(place, 1, next.cases)
        await run(next, next.cases)
        // A target that answers at once must not have all turns, nor one that fails.
        next.spentMs += 0.05
    }
for (const { target, cases, slowestMs, failed } of counts)
    process.stdout.write(
        `${target.name.padEnd(34)} ${String(cases).padStart(8)} cases, slowest ${slowestMs.toFixed(0).padStart(4)} ms, ${String(failed)} failed\n`,
    )
const [cases, failed] = [
    counts.reduce((sum, one) => sum + one.cases, 0),
    counts.reduce((sum, one) => sum + one.failed, 0),
]
process.stdout.write(`seed ${seed}: ${String(cases)} cases, ${String(failed)} failed\n`)
process.exitCode = failed > 0 || cases === 0 ? 1 : 0
