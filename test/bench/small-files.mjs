// Many small files: what each costs, and whether the next costs as much.
// node test/bench/small-files.mjs [files ...]; see README.md.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sampleCase, writeTexts } from "./evidence.mjs"
import { measure } from "./measure.mjs"
import { ROOT } from "./prepare.mjs"
import { out, table, target } from "./report.mjs"

const CLI = join(ROOT, "dist/cli.js")
/** The last fills a packet: lists, documents and the sample's own files come to 19,900 (`packet/assemble/plan.ts`). */
const COUNTS = [5000, 10_000, 19_800]
const STEPS = ["import", "build", "verify"]

/** Measures each size once, prints, and returns a row for the table of figures. */
export function smallFiles(counts = COUNTS) {
    out("\nSmall files of 1 kB, one run; s of processor")
    const sizes = counts.flatMap((count) => {
        try {
            return [{ count, taken: stepsOf(count) }]
        } catch (error) {
            out(`${count} files: ${error.message.trim().split("\n").at(-1)}`)
            return []
        }
    })
    if (sizes.length === 0) return []
    table(
        ["", ...sizes.map(({ count }) => `${count} files`), ...sizes.map(() => "ms a file"), "MB"],
        STEPS.map((step) => [
            step,
            ...sizes.map(({ taken }) => taken[step].cpu.toFixed(1)),
            ...sizes.map(({ count, taken }) => ((1000 * taken[step].cpu) / count).toFixed(2)),
            sizes.at(-1).taken[step].peakMb.toFixed(0),
        ]),
    )
    const growth = STEPS.map((step) => growthOf(sizes, step))
    if (sizes.length >= 3)
        for (const [i, step] of STEPS.entries())
            target(`growth of ${step}, a file of the last step against one of the step before`, growth[i], 1.25)
    const { count, taken } = sizes.at(-1)
    const each = STEPS.map((step) => `${step} ${((1000 * taken[step].cpu) / count).toFixed(1)} ms`).join(", ")
    const worst = sizes.length >= 3 ? `growth ${Math.max(...growth).toFixed(2)}x` : "–"
    return [{ row: "small", lerpack: `of ${count}: ${each}`, peer: "the step before", ratio: worst }]
}

/** What a further file costs between the two largest sizes, against between the two before. */
function growthOf(sizes, step) {
    const slopes = sizes
        .slice(1)
        .map(({ count, taken }, i) => (taken[step].cpu - sizes[i].taken[step].cpu) / (count - sizes[i].count))
    return slopes.at(-1) / slopes.at(-2)
}

function stepsOf(count) {
    const work = mkdtempSync(join(tmpdir(), "lerpack-bench-"))
    const lerpack = (...args) => measure([process.execPath, CLI, ...args], { accepts: [0, 1] })
    try {
        const folder = sampleCase(join(work, "case"))
        const texts = join(folder, "evidence")
        writeTexts(texts, count)
        return {
            import: lerpack("import", folder),
            build: lerpack("build", folder, "-o", join(work, "out"), "--unsigned"),
            verify: lerpack("verify", join(work, "out/DRAFT-LX-2023-0321.zip")),
        }
    } finally {
        rmSync(work, { recursive: true, force: true })
    }
}

if (process.argv[1] === import.meta.filename) {
    const counts = process.argv.slice(2).map(Number)
    smallFiles(counts.length > 0 ? counts : COUNTS)
}
