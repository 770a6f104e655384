import { describe, expect, test } from "vitest"
import { ALL, exportFile, leg, reckoned, STATEMENT_HEAD } from "./exports.ts"

/** One account in several exports: by wallet, by coin, and cut at a limit of rows. */

const figures = (of: readonly { readonly asset: string; readonly value: { toFixed(): string } }[]) =>
    of.map(({ asset, value }) => `${value.toFixed()} ${asset}`)
const statement = (label: string, ...legs: readonly string[]) =>
    exportFile(label, `${label}.csv`, STATEMENT_HEAD + legs.join(""))

describe("statements of one account", () => {
    test("that were exported wallet by wallet all count, conversions among them too", async () => {
        const spot = statement(
            "X01",
            leg("2024-05-03 17:30:00", "Transfer Between Main and Funding Wallet", "USDT", "-500"),
            leg("2024-05-03 17:31:00", "Binance Convert", "BTC", "-1"),
            leg("2024-05-03 17:31:00", "Binance Convert", "USDT", "60000"),
            leg("2024-05-03 17:40:00", "Withdraw", "USDT", "-60000"),
        )
        const funding = statement(
            "X02",
            leg("2024-05-03 17:30:00", "Transfer Between Main and Funding Wallet", "USDT", "500", "Funding"),
            leg("2024-05-03 17:32:00", "Binance Convert", "ETH", "-2", "Funding"),
            leg("2024-05-03 17:32:00", "Binance Convert", "USDT", "6000", "Funding"),
            leg("2024-05-03 17:41:00", "Withdraw", "USDT", "-6500", "Funding"),
        )
        const { ledger, reckoning } = await reckoned([spot, funding], ALL)
        expect([ledger.overlaps, ledger.filtered.length]).toEqual([[], 1])
        expect(figures(reckoning.withdrawn)).toEqual(["66500 USDT"])
        expect(figures(reckoning.changes).sort()).toEqual(["-1 BTC", "-2 ETH", "-500 USDT"])
    })

    test("of which one has a single row within the time of the other count it once", async () => {
        const all = statement(
            "X01",
            leg("2024-05-03 17:30:00", "Deposit", "USDT", "7"),
            leg("2024-05-03 17:31:00", "Binance Convert", "USDT", "-239.2686"),
            leg("2024-05-03 17:31:00", "Binance Convert", "SOL", "230.912104"),
            leg("2024-05-03 17:40:00", "Withdraw", "USDT", "-3"),
        )
        const coin = statement("X02", leg("2024-05-03 17:31:00", "Binance Convert", "SOL", "230.912104"))
        for (const files of [
            [all, coin],
            [coin, all],
        ]) {
            const { ledger, reckoning } = await reckoned(files, ALL)
            expect([ledger.touching, ledger.overlaps.map(({ aside }) => aside)]).toEqual([[], ["X02"]])
            expect(figures(reckoning.changes)).toContain("230.912104 SOL")
        }
    })
})

test("lists of withdrawals that a limit cut within a second count a transaction of both once", async () => {
    const head = "Date(UTC+0),Coin,Network,Amount,Fee,Address,TXID,Status\n"
    const row = (time: string, coin: string, amount: number, hash: string) =>
        `2024-05-03 ${time},${coin},TRX,${String(amount)},1,TVictim1,${hash.repeat(64)},Completed\n`
    const first = head + row("17:30:00", "USDT", 10, "a") + row("17:31:00", "USDT", 20, "b")
    const second = head + row("17:31:00", "USDT", 20, "b") + row("17:31:00", "TRX", 5, "c")
    const files = [
        exportFile("X01", "Withdraw History.csv", first),
        exportFile("X02", "Withdraw History (1).csv", second + row("17:32:00", "USDT", 40, "d")),
    ]
    const { ledger, reckoning } = await reckoned(files, ALL)
    expect(ledger.touching).toEqual([])
    expect(figures(reckoning.withdrawn)).toEqual(["70 USDT", "5 TRX"])
})

test("rows alike by minute and amount, of two transactions, are none of a copy", async () => {
    const head = "Date(UTC+0),Coin,Network,Amount,Fee,Address,TXID,Status\n"
    const row = (time: string, to: string, hash: string) =>
        `2024-05-03 ${time},USDT,TRX,500,1,${to},${hash.repeat(64)},Completed\n`
    const own = exportFile("X01", "Withdraw History.csv", head + row("17:30:05", "TVictim1", "a"))
    const columns = { time: "t(UTC)", asset: "c", amount: "a", address: "to", tx: "h" }
    const list = (hash: string) =>
        exportFile("X02", "w.csv", `t(UTC),c,a,to,h\n2024-05-03 17:30,USDT,500,TThief1,0x${hash.repeat(64)}\n`)
    const options = { ...ALL, answers: new Map([["X02", { report: "withdrawals", columns } as const]]) }
    const other = await reckoned([own, list("b")], options)
    expect([figures(other.reckoning.withdrawn), other.ledger.overlaps]).toEqual([["1000 USDT"], []])
    const copy = await reckoned([own, list("A")], options)
    expect(figures(copy.reckoning.withdrawn)).toEqual(["500 USDT"])
})
