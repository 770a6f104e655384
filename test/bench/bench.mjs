// Compares lerpack with Typst, pdfmake and Chromium on this machine and prints the ratios; see README.md.
import { cpus } from "node:os"
import { sampleContest, tableContest, textContest } from "./contests.mjs"
import { lookUps } from "./look-ups.mjs"
import { pageContest } from "./page-contest.mjs"
import { pageLoad } from "./page-load.mjs"
import { bundleLerpack, installPeers, writeTable, writeText } from "./prepare.mjs"
import { printGrowth, printSample, printText } from "./report.mjs"

const runs = Number(process.argv[2] ?? 7)
/** Rows of the largest table fill about 300 pages. */
const ROWS = [2400, 4800, 9600]

process.chdir(import.meta.dirname)
installPeers()
await bundleLerpack()
process.stdout.write(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? "?"}, median of ${runs} runs\n`)

const expected = writeText()
printText(await textContest(expected, runs), expected.text.length)
printGrowth(
    ROWS.map((rows) => {
        writeTable(rows)
        return { rows, results: tableContest(`table-${rows}`, Math.min(3, runs)) }
    }),
)
printSample(sampleContest(runs))
lookUps(9)
await pageContest(Math.min(3, runs))
await pageLoad()
