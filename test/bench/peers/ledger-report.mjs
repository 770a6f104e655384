import { readFileSync } from "node:fs"

/** Prints what a side of ledger-bench.mjs took and found. */
export function report(start, sums) {
    const ms = performance.now() - start
    const { user, system } = process.cpuUsage()
    const status = readFileSync("/proc/self/status", "utf8")
    const peakKb = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS)
    process.stdout.write(JSON.stringify({ ms, cpuMs: (user + system) / 1000, peakKb, sums: sums.sort() }))
}
