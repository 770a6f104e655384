// The whole ledger, for ledger-bench.mjs: hash of the file, coverage, totals, reconciliation, signals, and the rows of
// eight days as chosen ones, with the hash of their table. Prints what it took, and the sum of each wallet and coin.
import { sha256Source } from "../../src/base/digest.ts"
import { ExactSum } from "../../src/facts/ledger/number.ts"
import { reckonExports } from "../../src/flows/victim/ledger.ts"
import { recordOf } from "../../src/flows/victim/ledger-rows.ts"
import { fileSource } from "../../src/node/files.ts"
import { nodeHost } from "../../src/node/host.ts"
import { report } from "./peers/ledger-report.mjs"

const start = performance.now()
const { sha256: newHasher } = nodeHost()
const source = fileSource(process.argv[2])
const file = { label: "X01", name: "statement.csv", source, sha256: await sha256Source(source, newHasher) }
const from = Date.UTC(2022, 2, 1)
const window = { from, to: from + 8 * 86_400_000 }
const exports = await reckonExports([file], { answers: new Map(), window })
const { events, signals } = await recordOf(exports, newHasher)
if (events.count === 0 || events.sha256 === undefined || signals.length === 0) throw new Error("no rows were chosen")
const sums = new Map()
for (const { kind, wallet, asset, sum } of exports.ledger.readings[0].totals)
    if (kind === "change") {
        const key = `${wallet} ${asset}`
        if (!sums.has(key)) sums.set(key, new ExactSum())
        sums.get(key).add(sum.toString())
    }
report(
    start,
    [...sums].map(([key, sum]) => [key, `${sum}`]),
)
