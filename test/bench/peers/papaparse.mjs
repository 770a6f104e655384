// papaparse's side of ledger-bench.mjs: rows one by one from a stream, sums as whole numbers of 1e-8.
import { createReadStream } from "node:fs"
import papaparse from "papaparse"
import { report } from "./ledger-report.mjs"

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
        const change = data[5]
        const point = change.length - 9
        const value = BigInt(change.slice(0, point) + change.slice(point + 1))
        sums.set(key, (sums.get(key) ?? 0n) + value)
    },
    complete() {
        report(
            start,
            [...sums].map(([key, value]) => [key, plain(value)]),
        )
    },
})

function plain(value) {
    const digits = (value < 0n ? -value : value).toString().padStart(9, "0")
    const places = digits.slice(-8).replace(/0+$/, "")
    return `${value < 0n ? "-" : ""}${digits.slice(0, -8)}${places === "" ? "" : `.${places}`}`
}
