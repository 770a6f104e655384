// Imports a Binance statement of a million rows with exact sums for each wallet, coin and class, beside papaparse.
// node test/bench/ledger-bench.mjs [rows] [runs]; see README.md.
import { spawnSync } from "node:child_process"
import { closeSync, existsSync, mkdirSync, openSync, statSync, writeSync } from "node:fs"
import { build } from "esbuild"

const rows = Number(process.argv[2] ?? 1_000_000)
const runs = Number(process.argv[3] ?? 3)
process.chdir(import.meta.dirname)
mkdirSync("out", { recursive: true })
const file = `out/statement-${rows}.csv`
if (!existsSync(file)) writeStatement(file, rows)
await build({
    absWorkingDir: import.meta.dirname,
    entryPoints: ["./ledger-import.mjs"],
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    minify: true,
    outfile: "out/ledger-import.js",
    logLevel: "warning",
})

const SIDES = [
    ["lerpack", "out/ledger-import.js"],
    ["papaparse", "peers/papaparse.mjs"],
]
const results = new Map(SIDES.map(([name]) => [name, []]))
// In turn, so that both meet the same load of the machine.
for (let run = 0; run < runs; run++)
    for (const [name, script] of SIDES) {
        const { status, stdout, stderr } = spawnSync(process.execPath, [script, file], { encoding: "utf8" })
        if (status !== 0) throw new Error(stderr)
        results.get(name).push(JSON.parse(stdout))
    }

const [own, peer] = SIDES.map(([name]) => results.get(name))
if (JSON.stringify(own[0].sums) !== JSON.stringify(peer[0].sums)) throw new Error("the sums differ")
const median = (list, key) => list.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(list.length / 2)]
process.stdout.write(`${rows} rows, ${statSync(file).size} bytes, median of ${runs} runs, equal sums\n`)
for (const [name] of SIDES) {
    const list = results.get(name)
    process.stdout.write(
        `${name.padEnd(10)} ${(median(list, "ms") / 1000).toFixed(2)} s, ${(median(list, "cpuMs") / 1000).toFixed(2)} s of processor, ${Math.round(median(list, "peakKb") / 1024)} MB\n`,
    )
}
process.stdout.write(
    `ratio      ${(median(own, "ms") / median(peer, "ms")).toFixed(2)} (target 1.00), memory target 150 MB\n`,
)

/** The same bytes on every machine: a generator of whole numbers (Numerical Recipes). */
function writeStatement(path, count) {
    let state = 20_261_127
    const next = (below) => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
        return Math.floor((state / 2 ** 32) * below)
    }
    const coins = ["BTC", "USDT", "ETH", "BNB", "DOGE", "TRB", "PERP", "SOL"]
    const operations = [
        ["Spot", "Transaction Buy"],
        ["Spot", "Transaction Spend"],
        ["Spot", "Transaction Fee"],
        ["Spot", "Transaction Sold"],
        ["Spot", "Transaction Revenue"],
        ["USDT-Futures", "Realized Profit and Loss"],
        ["USDT-Futures", "Fee"],
        ["USDT-Futures", "Funding Fee"],
        ["Funding", "Transfer Between Main and Funding Wallet"],
    ]
    const out = openSync(path, "w")
    let text = "User_ID,UTC_Time,Account,Operation,Coin,Change,Remark\n"
    let seconds = Date.UTC(2022, 0, 1) / 1000
    for (let i = 0; i < count; i++) {
        if (next(3) === 0) seconds += next(90)
        const time = new Date(seconds * 1000).toISOString()
        const [wallet, operation] = operations[next(operations.length)]
        const change = `${next(2) === 0 ? "-" : ""}${next(5000)}.${String(next(100_000_000)).padStart(8, "0")}`
        text += `10000001,${time.slice(0, 10)} ${time.slice(11, 19)},${wallet},${operation},${coins[next(coins.length)]},${change},\n`
        if (text.length > 1 << 20) {
            writeSync(out, text)
            text = ""
        }
    }
    writeSync(out, text)
    closeSync(out)
}
