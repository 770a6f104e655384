import { readFileSync } from "node:fs"

/** Prints what a side of ledger-bench.mjs took and found. */
export function report(start, sums) {
    const ms = performance.now() - start
    const { user, system } = process.cpuUsage()
    const status = readFileSync("/proc/self/status", "utf8")
    const peakKb = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS)
    process.stdout.write(JSON.stringify({ ms, cpuMs: (user + system) / 1000, peakKb, sums: sums.sort() }))
}

/** An amount of eight places as a whole number. */
export function units(change) {
    const point = change.length - 9
    return BigInt(change.slice(0, point) + change.slice(point + 1))
}

/** Units as an amount, without zeros behind its last place. */
export function plain(value) {
    const digits = (value < 0n ? -value : value).toString().padStart(9, "0")
    const places = digits.slice(-8).replace(/0+$/, "")
    return `${value < 0n ? "-" : ""}${digits.slice(0, -8)}${places === "" ? "" : `.${places}`}`
}
