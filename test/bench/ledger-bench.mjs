// Imports a Binance statement of a million rows with exact sums for each wallet, coin and operation, beside others, and
// reckons with it whole: hash, coverage, reconciliation, signals, chosen rows.
// node test/bench/ledger-bench.mjs [rows] [runs]; see README.md.
import { spawnSync } from "node:child_process"
import { closeSync, existsSync, mkdirSync, openSync, statSync, writeSync } from "node:fs"
import { isDeepStrictEqual } from "node:util"
import { build } from "esbuild"
import { NODE_BUNDLE } from "../../src/node/bundle-options.mjs"
import { plain, units } from "./peers/ledger-report.mjs"
import { installPeers } from "./prepare.mjs"

const TARGETS = {
    import: "; targets 1.00 and 150 MB",
    "whole ledger": "; targets 8 s and 200 MB",
}

const WHOLE = "whole ledger"
const PEER = "papaparse"
const SIDES = [
    ["import", "out/ledger-import.js"],
    [PEER, "peers/papaparse.mjs"],
    ["csv-parse", "peers/csv-parse.mjs"],
    ["DuckDB", "peers/duckdb.mjs"],
    [WHOLE, "out/ledger-whole.js"],
]

/** Measures, prints, and returns a row for the table of figures. */
export async function ledgerContest(rows, runs) {
    process.chdir(import.meta.dirname)
    mkdirSync("out", { recursive: true })
    const file = `out/statement-${rows}.csv`
    if (!existsSync(file)) writeStatement(file, rows)
    await build({
        ...NODE_BUNDLE,
        absWorkingDir: import.meta.dirname,
        entryPoints: ["./ledger-import.mjs", "./ledger-whole.mjs"],
        outdir: "out",
        logLevel: "warning",
    })
    installPeers()
    const results = new Map(SIDES.map(([name]) => [name, []]))
    // In turn, so that all meet the same load of the machine.
    for (let run = 0; run < runs; run++)
        for (const [name, script] of SIDES) {
            if (!results.has(name)) continue
            const { status, stdout, stderr } = spawnSync(process.execPath, [script, file], { encoding: "utf8" })
            if (status === 0) results.get(name).push(JSON.parse(stdout))
            else if (script.startsWith("peers/") && /ERR_MODULE_NOT_FOUND/.test(stderr)) results.delete(name)
            else throw new Error(stderr)
        }

    const [own] = results.get("import")
    for (const [name, [{ sums }]] of results)
        if (!isDeepStrictEqual(sums, name === WHOLE ? byCoin(own.sums) : own.sums))
            throw new Error(`${name} has other sums than the import`)
    const median = (name, key) => {
        const list = results.get(name).map((one) => one[key])
        return list.sort((a, b) => a - b)[Math.floor(list.length / 2)]
    }
    process.stdout.write(`${rows} rows, ${statSync(file).size} bytes, median of ${runs} runs, equal sums\n`)
    for (const name of results.keys()) {
        const [seconds, cpu] = ["ms", "cpuMs"].map((key) => (median(name, key) / 1000).toFixed(2))
        const against = results.has(PEER)
            ? ` (${(median(name, "cpuMs") / median(PEER, "cpuMs")).toFixed(2)} of ${PEER})`
            : ""
        const memory = Math.round(median(name, "peakKb") / 1024)
        process.stdout.write(
            `${name.padEnd(13)} ${seconds} s, ${cpu} s of processor${against}, ${memory} MB${TARGETS[name] ?? ""}\n`,
        )
    }
    if (!results.has(PEER)) return []
    const [lerpack, peer] = ["import", PEER].map((name) => median(name, "cpuMs") / 1000)
    const words = { lerpack: `${lerpack.toFixed(2)} s of processor`, peer: `${PEER} ${peer.toFixed(2)} s` }
    return [{ row: "ledger", ...words, ratio: `${(lerpack / peer).toFixed(2)}x` }]
}

/** Sums of operations by wallet and coin alone. */
function byCoin(sums) {
    const coins = new Map()
    for (const [key, sum] of sums) {
        const coin = key.split(" ").slice(0, 2).join(" ")
        coins.set(coin, (coins.get(coin) ?? 0n) + units(padded(sum)))
    }
    return [...coins].map(([key, value]) => [key, plain(value)]).sort()
}

/** With eight places. */
function padded(sum) {
    const [whole, places = ""] = sum.split(".")
    return `${whole}.${places.padEnd(8, "0")}`
}

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

if (process.argv[1] === import.meta.filename)
    await ledgerContest(Number(process.argv[2] ?? 1_000_000), Number(process.argv[3] ?? 3))
