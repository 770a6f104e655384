// What a program takes: time on the clock, time of processors, most memory; several programs in turn.
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { isInstalled, median } from "./processes.mjs"

/** GNU time alone says what a whole tree of processes took. */
const TIME = "/usr/bin/time"
const hasTime = spawnSync(TIME, ["-f", "%e", "true"]).status === 0

/**
 * Runs a program to its end.
 *
 * @param accepts - Exit statuses that are no failure.
 * @returns seconds on the clock, of processors (user and system, children too), and MB of the largest process; without
 * GNU time the last two are NaN. Throws with what the program printed where it fails.
 */
export function measure([program, ...args], { cwd, env = {}, accepts = [0] } = {}) {
    const folder = mkdtempSync(join(tmpdir(), "lerpack-bench-"))
    const notes = join(folder, "time")
    try {
        const command = hasTime ? [TIME, "-o", notes, "-f", "%U %S %M", program, ...args] : [program, ...args]
        const options = { cwd, env: { ...process.env, ...env }, encoding: "utf8", maxBuffer: 1 << 30 }
        const start = performance.now()
        const { status, stdout, stderr, error } = spawnSync(command[0], command.slice(1), options)
        const wall = (performance.now() - start) / 1000
        if (!accepts.includes(status))
            throw new Error(
                `${[program, ...args].join(" ")}: ${error ?? ""}${stdout.slice(-500)}${stderr.slice(-1500)}`,
            )
        const taken = hasTime ? readFileSync(notes, "utf8").trim().split("\n").at(-1).split(" ").map(Number) : []
        const [user = Number.NaN, system = Number.NaN, peakKb = Number.NaN] = taken
        return { wall, cpu: user + system, peakMb: peakKb / 1024 }
    } finally {
        rmSync(folder, { recursive: true, force: true })
    }
}

/**
 * Medians of several works, one run of each in turn, so that what disturbs the machine disturbs all of them.
 *
 * @param works - Name to `{ needs, run }`: `needs` is a program that must be installed, `run(i)` measures once.
 * @returns Name to `{ wall, cpu, peakMb }`, or to `{ failed }` with what went wrong.
 */
export function inTurn(works, runs) {
    const results = new Map()
    for (let i = 0; i < runs; i++)
        for (const [name, { needs, run }] of Object.entries(works)) {
            const before = results.get(name) ?? []
            if ("failed" in before) continue
            if (needs !== undefined && !isInstalled(needs)) results.set(name, { failed: "not installed" })
            else
                results.set(
                    name,
                    tried(before, () => run(i)),
                )
        }
    return new Map([...results].map(([name, list]) => [name, "failed" in list ? list : middle(list)]))
}

function tried(before, run) {
    try {
        return [...before, run()]
    } catch (error) {
        return { failed: error.message.split("\n").slice(0, 3).join(" ") }
    }
}

const middle = (list) =>
    Object.fromEntries(["wall", "cpu", "peakMb"].map((key) => [key, median(list.map((one) => one[key]))]))

/** Both works one after the other. */
export function together(first, second) {
    if (first?.failed !== undefined || second?.failed !== undefined) return { failed: first.failed ?? second.failed }
    return {
        wall: first.wall + second.wall,
        cpu: first.cpu + second.cpu,
        peakMb: Math.max(first.peakMb, second.peakMb),
    }
}
