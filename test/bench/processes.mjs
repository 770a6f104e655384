import { spawn, spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { treeMemory } from "./peers/chromium.mjs"

/** The middle one of some numbers. */
export function median(values) {
    const sorted = [...values].sort((a, b) => a - b)
    return sorted[sorted.length >> 1] ?? Number.NaN
}

/** Time of a whole process from start to end, in ms. Throws with what it printed where it fails. */
export function timeProcess([program, ...args], env = {}) {
    const start = performance.now()
    const { status, stdout, stderr, error } = spawnSync(program, args, { env: { ...process.env, ...env } })
    const time = performance.now() - start
    if (status !== 0) throw new Error(`${[program, ...args].join(" ")}: ${error ?? ""}${stdout}${stderr}`)
    return time
}

/**
 * Cold times of several programs, one run of each in turn, so that what disturbs the machine disturbs all of them.
 *
 * @param commands - Name to a function that gives the command of one run.
 * @param pick - What is taken of the times of one program.
 * @returns Name to its time in ms, or to the text of what went wrong.
 */
export function coldTimes(commands, runs, pick = median) {
    const times = new Map(Object.keys(commands).map((name) => [name, []]))
    const failed = new Map()
    // The first round fills the caches of the file system and is not counted.
    for (let round = 0; round <= runs; round++)
        for (const [name, command] of Object.entries(commands)) {
            if (failed.has(name)) continue
            try {
                const time = timeProcess(command())
                if (round > 0) times.get(name).push(time)
            } catch (error) {
                failed.set(name, error.message.split("\n").slice(0, 3).join(" "))
            }
        }
    return new Map([...times].map(([name, list]) => [name, failed.get(name) ?? pick(list)]))
}

/** What a program wrote beside its PDF: peak memory in KB and warm times. */
export function statsOf(output) {
    return JSON.parse(readFileSync(`${output}.json`, "utf8"))
}

/** Most proportional memory of a process and its children in KB, looked at every few milliseconds. */
export async function peakOfTree([program, ...args]) {
    const child = spawn(program, args, { stdio: "ignore" })
    let most = 0
    const timer = setInterval(() => {
        most = Math.max(most, treeMemory(child.pid))
    }, 10)
    await new Promise((resolve, reject) => child.on("exit", resolve).on("error", reject))
    clearInterval(timer)
    return most
}

/** True when a program is on the PATH. */
export function isInstalled(program) {
    return spawnSync("sh", ["-c", `command -v ${program}`]).status === 0
}
