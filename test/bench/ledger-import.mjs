// lerpack's side of ledger-bench.mjs: prints time, memory and sums.
import { FORMATS } from "../../src/facts/ledger/formats/index.ts"
import { ExactSum } from "../../src/facts/ledger/number.ts"
import { openTable } from "../../src/facts/ledger/open-table.ts"
import { eachRow } from "../../src/facts/ledger/read-file.ts"
import { fileSource } from "../../src/node/files.ts"
import { report } from "./peers/ledger-report.mjs"

const start = performance.now()
const table = await openTable(fileSource(process.argv[2]), FORMATS)
const sums = new Map()
await eachRow(table, undefined, (_row, use) => {
    if (use.use !== "used") throw new Error(JSON.stringify(use))
    const { wallet, asset, operation, amount } = use.row
    const byAsset = entry(sums, wallet, () => new Map())
    const byOperation = entry(byAsset, asset, () => new Map())
    const sum = entry(byOperation, operation, () => new ExactSum())
    sum.add(amount)
})
const flat = [...sums].flatMap(([wallet, assets]) =>
    [...assets].flatMap(([asset, operations]) =>
        [...operations].map(([operation, sum]) => [`${wallet} ${asset} ${operation}`, `${sum}`]),
    ),
)
report(start, flat)

function entry(map, key, make) {
    let found = map.get(key)
    if (found === undefined) {
        found = make()
        map.set(key, found)
    }
    return found
}
