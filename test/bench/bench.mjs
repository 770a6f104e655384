// Compares lerpack with others on this machine and prints the ratios; see README.md.
import { parseArgs } from "node:util"
import { sampleContest, tableContest, textContest } from "./contests.mjs"
import { machine, writeFigures } from "./figures.mjs"
import { largeEvidence } from "./large.mjs"
import { ledgerContest } from "./ledger-bench.mjs"
import { lookUps } from "./look-ups.mjs"
import { pageContest } from "./page-contest.mjs"
import { pageLoad } from "./page-load.mjs"
import { bundleLerpack, installPeers, writeTable, writeText } from "./prepare.mjs"
import { printGrowth, printSample, printText } from "./report.mjs"
import { smallFiles } from "./small-files.mjs"

/** Rows of the largest table fill about 300 pages. */
const TABLE_ROWS = [2400, 4800, 9600]

/** Each measures, prints, and returns what of it stands in the table of figures. */
const PARTS = {
    text: async (runs) => {
        const expected = writeText()
        return printText(await textContest(expected, runs), expected.text.length)
    },
    table: (runs) =>
        printGrowth(
            TABLE_ROWS.map((rows) => {
                writeTable(rows)
                return { rows, results: tableContest(`table-${rows}`, Math.min(3, runs)) }
            }),
        ),
    draft: (runs) => {
        writeText()
        return printSample(sampleContest(runs))
    },
    lookups: () => lookUps(9),
    large: (runs) => largeEvidence(2050, Math.min(3, runs)),
    small: () => smallFiles(),
    ledger: (runs) => ledgerContest(1_000_000, Math.min(3, runs)),
    page: (runs) => pageContest(Math.min(3, runs)),
    load: () => pageLoad(),
}

const { values, positionals } = parseArgs({
    options: { md: { type: "boolean", default: false }, only: { type: "string" } },
    allowPositionals: true,
})
const runs = Number(positionals[0] ?? 7)
const parts = values.only?.split(",") ?? Object.keys(PARTS)
const unknown = parts.filter((part) => !Object.hasOwn(PARTS, part))
if (unknown.length > 0 || !(runs >= 1)) {
    process.stderr.write(`npm run bench -- [runs] [--md] [--only ${Object.keys(PARTS).join(",")}]\n`)
    process.exit(2)
}

process.chdir(import.meta.dirname)
installPeers()
await bundleLerpack()
process.stdout.write(`${machine()}, median of ${runs} runs\n`)
for (const part of parts) {
    const figures = (await PARTS[part](runs)) ?? []
    // At once: what was measured stays, whatever comes of the next part.
    if (values.md) writeFigures(figures, new Date().toISOString().slice(0, 10))
}
