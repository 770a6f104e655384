import { readFileSync, writeFileSync } from "node:fs"

/**
 * Makes a PDF once, as every cold run does, and BENCH_WARM times more in the same process, each time of another text;
 * writes the first result and beside it peak memory and the times of the others.
 *
 * @param source - Path of the document's source.
 */
export async function measured(source, output, make) {
    const text = readFileSync(source, "utf8")
    writeFileSync(output, await make(text))
    const peakKb = peakMemory()
    const warm = []
    for (let i = 0; i < Number(process.env.BENCH_WARM ?? 0); i++) {
        const other = variant(text, i)
        const start = performance.now()
        await make(other)
        warm.push(performance.now() - start)
    }
    writeFileSync(`${output}.json`, JSON.stringify({ peakKb, warm }))
}

/** Another text with as many characters: one that stands in nearly every paragraph becomes another, each time a new one. */
export function variant(text, i) {
    return text.replaceAll("的", String.fromCodePoint(0x4e8c + 16 * i))
}

/** Most memory this process ever held, in KB. Linux counts what a parent held into `maxRSS`, but not into VmHWM. */
function peakMemory() {
    try {
        return Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1])
    } catch {
        return process.resourceUsage().maxRSS
    }
}
