// papaparse's side of ledger-bench.mjs: rows one by one from a stream, sums as whole numbers of 1e-8.
import { createReadStream } from "node:fs"
import papaparse from "papaparse"
import { plain, report, units } from "./ledger-report.mjs"

const start = performance.now()
const sums = new Map()
let isHeader = true
papaparse.parse(createReadStream(process.argv[2]), {
    step({ data }) {
        if (isHeader || data.length < 7) {
            isHeader = false
            return
        }
        const key = `${data[2]} ${data[4]} ${data[3]}`
        sums.set(key, (sums.get(key) ?? 0n) + units(data[5]))
    },
    complete() {
        report(
            start,
            [...sums].map(([key, value]) => [key, plain(value)]),
        )
    },
})
