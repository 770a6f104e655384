// csv-parse's side of ledger-bench.mjs: as papaparse's.
import { createReadStream } from "node:fs"
import { parse } from "csv-parse"
import { plain, report, units } from "./ledger-report.mjs"

const start = performance.now()
const sums = new Map()
for await (const data of createReadStream(process.argv[2]).pipe(parse({ from_line: 2 }))) {
    const key = `${data[2]} ${data[4]} ${data[3]}`
    sums.set(key, (sums.get(key) ?? 0n) + units(data[5]))
}
report(
    start,
    [...sums].map(([key, value]) => [key, plain(value)]),
)
