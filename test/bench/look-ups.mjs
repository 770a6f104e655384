// What is looked up in passing must not make anybody wait: each command against `lerpack --version`, one run in turn.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { coldTimes, timeProcess } from "./processes.mjs"

const CLI = resolve(import.meta.dirname, "../../dist/cli.js")
/** Longest that a look-up may take beyond the start of the program, in ms. */
const TARGET = 120
const NODE = process.execPath

/** Medians of look-ups, and what they take beyond `--version`. */
export function lookUps(runs) {
    const folder = mkdtempSync(join(tmpdir(), "lerpack-bench-"))
    try {
        const env = { XDG_CONFIG_HOME: folder }
        process.env.XDG_CONFIG_HOME = folder
        timeProcess([NODE, CLI, ...RECORD], env)
        const commands = Object.fromEntries(COMMANDS.map((name) => [name, () => [NODE, CLI, ...name.split(" ")]]))
        const times = coldTimes(commands, runs)
        const base = times.get(BASE)
        process.stdout.write(`\nLook-ups, median of ${runs} runs; at most ${TARGET} ms above ${BASE}\n`)
        for (const [name, time] of times) {
            if (typeof time !== "number") process.stdout.write(`  ${name}: ${time}\n`)
            else {
                const above = time - base
                const mark = name === BASE ? "" : above <= TARGET ? "met" : "MISSED"
                const figures = [
                    `${time.toFixed(0)} ms`,
                    `+${above.toFixed(0)} ms`,
                    `x${(time / base).toFixed(2)}`,
                    mark,
                ]
                process.stdout.write(`  ${name.padEnd(36)} ${figures.join("  ")}\n`)
            }
        }
    } finally {
        rmSync(folder, { recursive: true, force: true })
    }
}

const BASE = "--version"
const COMMANDS = [
    BASE,
    "directory 网安",
    "recipients show kucoin --lang en",
    "mail question",
    "recipients",
    "journal due --channels",
]
/** So that there is a journal to ask. */
const RECORD = ["journal", "add", "--channels", "channel", "--recipient", "binance-cn", "--state", "applied"]

if (process.argv[1] === import.meta.filename) lookUps(Number(process.argv[2] ?? 9))
