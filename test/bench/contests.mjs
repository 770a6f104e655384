import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pdfFacts, roundTrip } from "./extract.mjs"
import { printArguments, warmTimes } from "./peers/chromium.mjs"
import { FONTS, HERE, inputs, LERPACK, OUT, ROOT } from "./prepare.mjs"
import { coldTimes, isInstalled, median, peakOfTree, statsOf, timeProcess } from "./processes.mjs"

const WARM_UP = 5
const NODE = process.execPath
const CHROMIUM = ["chromium", "chromium-browser", "google-chrome"].find(isInstalled)

/** Command of one cold run of each tool on one document. */
function commandsFor(name) {
    const input = inputs(name)
    const peer = (tool) => join(HERE, "peers", `${tool}.mjs`)
    const pdf = (tool) => join(OUT, `${name}-${tool}.pdf`)
    return {
        pdf,
        lerpack: [NODE, LERPACK, input.template, pdf("lerpack"), input.data],
        typst: [NODE, peer("typst"), input.typst, pdf("typst"), FONTS],
        pdfmake: [NODE, peer("pdfmake"), input.pdfmake, pdf("pdfmake")],
        chromium: (profile) => [CHROMIUM, ...printArguments(input.html, pdf("chromium"), profile)],
    }
}

/** The text by all tools: rows with cold, warm, memory, size, round trip. A tool that is absent has `failed`. */
export async function textContest(expected, runs) {
    const { pdf, chromium, ...node } = commandsFor("text")
    const profiles = mkdtempSync(join(tmpdir(), "lerpack-bench-"))
    const freshProfile = () => mkdtempSync(join(profiles, "p"))
    try {
        const cold = coldTimes(
            {
                ...Object.fromEntries(Object.entries(node).map(([tool, command]) => [tool, () => command])),
                ...(CHROMIUM && { chromium: () => chromium(freshProfile()) }),
                "node -e 0": () => [NODE, "-e", "0"],
            },
            runs,
        )
        const rows = []
        for (const tool of ["typst", "lerpack", "pdfmake", "chromium"]) {
            const coldMs = cold.get(tool) ?? "not installed"
            if (typeof coldMs !== "number") {
                rows.push({ tool, failed: coldMs })
                continue
            }
            const peakKb = tool === "chromium" ? await peakOfTree(chromium(freshProfile())) : statsOf(pdf(tool)).peakKb
            const facts = { ...pdfFacts(pdf(tool)), sizeKb: statSync(pdf(tool)).size / 1024 }
            const text = roundTrip(pdf(tool), expected)
            const warmMs = await warmOf(tool, node[tool], runs)
            rows.push({ tool, coldMs, warmMs, peakKb, ...facts, text })
        }
        return { rows, bootMs: cold.get("node -e 0") }
    } finally {
        rmSync(profiles, { recursive: true, force: true, maxRetries: 5 })
    }
}

async function warmOf(tool, command, runs) {
    const count = WARM_UP + 3 * runs
    if (tool === "chromium") return median((await warmTimes(CHROMIUM, inputs("text").html, 1 + runs)).slice(1))
    const output = `${command[3]}.warm.pdf`
    timeProcess(command.with(3, output), { BENCH_WARM: String(count) })
    return median(statsOf(output).warm.slice(WARM_UP))
}

/** One table document: time, memory and pages of lerpack and Typst. */
export function tableContest(name, runs) {
    const { pdf, lerpack, typst } = commandsFor(name)
    // The least disturbed run: a difference of medians is mostly noise.
    const least = (times) => Math.min(...times)
    const cold = coldTimes({ lerpack: () => lerpack, typst: () => typst }, runs, least)
    return ["lerpack", "typst"].map((tool) => {
        const coldMs = cold.get(tool)
        if (typeof coldMs !== "number") return { tool, failed: coldMs }
        const { peakKb } = statsOf(pdf(tool))
        return { tool, coldMs, peakKb, ...pdfFacts(pdf(tool)), sizeKb: statSync(pdf(tool)).size / 1024 }
    })
}

/** The draft of the sample case, as the command line builds it, next to one Typst document. */
export function sampleContest(runs) {
    const folder = mkdtempSync(join(tmpdir(), "lerpack-bench-"))
    try {
        const cli = join(ROOT, "dist", "cli.js")
        const key = join(folder, "key")
        timeProcess([NODE, cli, "keygen", "--out", key])
        let run = 0
        const build = () => [
            ...[NODE, cli, "build", join(ROOT, "assets", "sample-case")],
            ...["-o", join(folder, `out-${++run}`), "--key", key],
        ]
        const { typst } = commandsFor("text")
        const cold = coldTimes({ draft: build, typst: () => typst }, runs)
        return { draft: cold.get("draft"), typst: cold.get("typst") }
    } finally {
        rmSync(folder, { recursive: true, force: true })
    }
}
