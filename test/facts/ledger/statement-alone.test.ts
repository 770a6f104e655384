import { describe, expect, test } from "vitest"
import { ledgerIssues } from "../../../src/facts/ledger/findings.ts"
import { tellLedger } from "../../../src/facts/ledger/tell.ts"
import { ALL, exportFile, leg, reckoned, STATEMENT_HEAD } from "./exports.ts"

/** An account of which the statement alone was exported: what other reports would list is told by its legs. */

const EXPORTS = { answers: new Map() }
const at = (time: string): string => `2024-05-06 ${time}`
const statement = (label: string, ...rows: readonly string[]) =>
    exportFile(label, `${label}.csv`, STATEMENT_HEAD + rows.join(""))
const told = (lines: readonly { asset: string; value: { toFixed(): string } }[]) =>
    lines.map(({ asset, value }) => `${value.toFixed()} ${asset}`)
const codes = (issues: readonly { code: string }[]) => issues.map(({ code }) => code)

describe("conversions", () => {
    const spot = async (...rows: readonly string[]) => {
        const { reckoning } = await reckoned([statement("X01", ...rows)], ALL)
        return reckoning.spot.map(({ asset, quote, sold, received }) =>
            [sold.toFixed(), asset, received?.toFixed(), quote].filter((part) => part !== undefined).join(" "),
        )
    }
    const convert = (time: string, asset: string, change: string): string =>
        leg(at(time), "Binance Convert", asset, change)

    test("one asset given for another is a sale of it, with what came for it", async () => {
        expect(await spot(convert("17:49:08", "BTC", "-0.5"), convert("17:49:08", "USDT", "31000.25"))).toEqual([
            "0.5 BTC 31000.25 USDT",
        ])
    })

    test("legs stand a second or two apart, in either order", async () => {
        const first = [convert("17:49:08", "USDT", "31000"), convert("17:49:10", "BTC", "-0.5")]
        const second = [convert("17:49:20", "ETH", "-2"), convert("17:49:21", "USDT", "6000")]
        expect(await spot(...first, ...second)).toEqual(["0.5 BTC 31000 USDT", "2 ETH 6000 USDT"])
    })

    test("small amounts swept into one asset are told without what came for each", async () => {
        const sweep = (asset: string, change: string): string =>
            leg(at("18:00:00"), "Small Assets Exchange BNB", asset, change)
        const rows = [sweep("VET", "-3.5"), sweep("BNB", "0.001"), sweep("IOTX", "-0.2"), sweep("BNB", "0.0001")]
        expect(await spot(...rows)).toEqual(["3.5 VET", "0.2 IOTX"])
    })

    test("what a list of conversions has counts by it, and is held against the statement", async () => {
        const list = exportFile(
            "X02",
            "Binance-Convert-Order-History-202406010000(UTC+0).csv",
            "Time,Wallet,Pair,Type,Sell,Buy,Price,Inverse Price,Date Updated,Status\n" +
                "24-05-06 17:49:08,Spot,BTCUSDT,Market,0.5 BTC,31000 USDT,,,24-05-06 17:49:09,Successful\n",
        )
        const rows = [convert("17:49:08", "BTC", "-0.75"), convert("17:49:08", "USDT", "46000")]
        const { reckoning } = await reckoned([statement("X01", ...rows), list], ALL)
        expect(reckoning.spot.map(({ asset, sold, report }) => [asset, sold.toFixed(), report])).toEqual([
            ["BTC", "0.5", "convert"],
        ])
        expect(reckoning.reconciliation.map(({ what, gap }) => [what, gap.toFixed()])).toEqual([["converted", "-0.25"]])
    })

    test("amounts that are swept stand in no list of conversions, and count beside it", async () => {
        const list = exportFile(
            "X02",
            "Binance-Convert-Order-History-202406010000(UTC+0).csv",
            "Time,Wallet,Pair,Type,Sell,Buy,Price,Inverse Price,Date Updated,Status\n" +
                "24-05-06 17:49:08,Spot,SOLUSDT,Market,2 SOL,300 USDT,,,24-05-06 17:49:09,Successful\n",
        )
        const rows = [
            convert("17:49:08", "SOL", "-2"),
            convert("17:49:08", "USDT", "300"),
            leg(at("18:00:00"), "Small Assets Exchange BNB", "SOL", "-0.003"),
            leg(at("18:00:00"), "Small Assets Exchange BNB", "BNB", "0.001"),
        ]
        const { reckoning } = await reckoned([statement("X01", ...rows), list], ALL)
        expect(reckoning.spot.map(({ asset, sold, report }) => [asset, sold.toFixed(), report])).toEqual([
            ["SOL", "2", "convert"],
            ["SOL", "0.003", "statement"],
        ])
        expect(reckoning.reconciliation.map(({ what, gap }) => [what, gap.toFixed()])).toEqual([["converted", "0"]])
    })

    test("what a futures account exchanges by itself is no sale", async () => {
        const rows = [
            leg(at("17:49:08"), "Futures Convert", "BTC", "-0.5", "USD-M Futures"),
            leg(at("17:49:08"), "Futures Convert", "USDT", "31000", "USD-M Futures"),
        ]
        expect(await spot(...rows)).toEqual([])
    })
})

describe("loans", () => {
    const rows = [
        leg(at("17:49:08"), "Margin Loan", "USDT", "60000"),
        leg(at("17:50:00"), "Transaction Spend", "USDT", "-59000"),
        leg(at("17:50:00"), "Transaction Buy", "BIFI", "100"),
        leg(at("17:55:00"), "Isolated Margin Repayment", "USDT", "-1000"),
        leg(at("17:55:00"), "Margin Interest", "USDT", "-3.5"),
    ]

    test("what was borrowed and repaid is told, and what is still owed is a finding", async () => {
        const { ledger, reckoning } = await reckoned([statement("X01", ...rows)], ALL)
        expect(reckoning.loans.map(({ asset, value, went }) => [asset, value.toFixed(), went.toFixed()])).toEqual([
            ["USDT", "60000", "1003.5"],
        ])
        expect(told(reckoning.changes)).toEqual(["-3.5 USDT", "100 BIFI"])
        const [found] = ledgerIssues(ledger, reckoning, EXPORTS).filter(({ code }) => code === "ledger.chosen.loan")
        expect(found?.params).toEqual({ asset: "USDT", borrowed: "60000", repaid: "1003.5", open: "58996.5" })
        const record = tellLedger(ledger, reckoning, [], undefined, new Map())
        expect(
            record.totals.filter(({ what }) => ["borrowed", "repaid"].includes(what)).map(({ exact }) => exact),
        ).toEqual(["60000", "1003.5"])
    })

    test("a loan that was repaid is no finding", async () => {
        const { ledger, reckoning } = await reckoned(
            [statement("X01", ...rows, leg(at("18:00:00"), "Margin Repayment", "USDT", "-59000"))],
            ALL,
        )
        expect(codes(ledgerIssues(ledger, reckoning, EXPORTS))).not.toContain("ledger.chosen.loan")
    })
})

describe("a statement that somebody sorted by coin", () => {
    const rows = [
        leg(at("17:49:08"), "Transaction Sold", "ETH", "-1.5"),
        leg(at("17:49:08"), "Transaction Revenue", "BTC", "0.07"),
        leg(at("17:49:08"), "Transaction Fee", "BNB", "-0.001"),
        leg(at("17:50:08"), "Transaction Buy", "SOL", "2"),
        leg(at("17:50:08"), "Transaction Spend", "BTC", "-0.006"),
        leg(at("17:55:08"), "Binance Convert", "SOL", "-2"),
        leg(at("17:55:09"), "Binance Convert", "USDT", "300"),
        leg(at("18:55:08"), "Sell", "ETH", "-1"),
        leg(at("18:55:08"), "Transaction Related", "BTC", "0.05"),
    ]
    const coin = (row: string): string => row.split(",")[4] ?? ""

    test("has the trades and conversions that it had by time", async () => {
        const sorted = [...rows].sort((a, b) => (coin(a) < coin(b) ? -1 : coin(a) > coin(b) ? 1 : 0))
        const lines = async (all: readonly string[]) =>
            (await reckoned([statement("X01", ...all)], ALL)).reckoning.spot
                .map((line) => [line.asset, line.quote, line.bought, line.sold, line.paid, line.received].join(" "))
                .sort()
        expect(await lines(sorted)).toEqual(await lines(rows))
        expect(await lines(rows)).toContain("ETH BTC 0 2.5 0 0.12")
    })
})

describe("trades of which one side is there alone", () => {
    const halves = async (...rows: string[]) => {
        const { ledger, reckoning } = await reckoned([statement("X01", ...rows)], ALL)
        const found = ledgerIssues(ledger, reckoning, EXPORTS).filter(({ code }) => code === "ledger.chosen.half")
        return found.map(({ params }) => params)
    }
    const sold = leg(at("17:49:08"), "Transaction Sold", "ETH", "-1.5")
    const revenue = leg(at("17:49:08"), "Transaction Revenue", "USDT", "4500")

    test("are told: a row is missing, or one coin was exported", async () => {
        const later = leg(at("17:52:08"), "Transaction Spend", "USDT", "-4500")
        expect(await halves(sold, later)).toEqual([{ label: "X01", count: 2 }])
        expect(await halves(revenue)).toEqual([{ label: "X01", count: 1 }])
    })

    test("are whole where the other side stands in the next second, or more rows on one", async () => {
        expect(await halves(sold, revenue, revenue)).toEqual([])
        expect(await halves(sold, leg(at("17:49:09"), "Transaction Revenue", "USDT", "4500"))).toEqual([])
    })
})

test("a column with a name of its own in each row makes no total of each, and sums stay exact", async () => {
    const rows = Array.from({ length: 3000 }, (_, i) =>
        leg(at("17:49:08"), i % 2 === 0 ? "Transaction Sold" : "Deposit", "BTC", "-0.1", `W${String(i)}`),
    )
    const { ledger, reckoning } = await reckoned([statement("X01", ...rows)], ALL)
    expect(ledger.readings[0]?.totals.length).toBeLessThan(2100)
    expect([told(reckoning.changes), reckoning.spot.map(({ sold }) => sold.toFixed())]).toEqual([["-300 BTC"], ["150"]])
})

describe("savings", () => {
    const aside = async (...rows: string[]) => {
        const { ledger, reckoning } = await reckoned([statement("X01", ...rows)], ALL)
        const found = ledgerIssues(ledger, reckoning, EXPORTS).filter(({ code }) => code === "ledger.chosen.aside")
        return { reckoning, found: found.map(({ params }) => params) }
    }
    const redeemed = leg(at("17:49:08"), "Simple Earn Flexible Redemption", "USDT", "562.5")
    const gone = leg(at("17:50:00"), "Withdraw", "USDT", "-562.5")

    test("what was redeemed and lost leaves no change, and is a finding", async () => {
        const { reckoning, found } = await aside(redeemed, gone)
        expect(told(reckoning.changes)).toEqual([])
        expect(found).toEqual([{ what: "earn", asset: "USDT", came: "562.5", went: "0", open: "562.5", way: "in" }])
    })

    test("of what is put in again only the rest is", async () => {
        const put = (amount: string) => leg(at("18:00:00"), "Simple Earn Flexible Subscription", "USDT", amount)
        expect((await aside(redeemed, put("-600"))).found).toEqual([
            { what: "earn", asset: "USDT", came: "562.5", went: "600", open: "37.5", way: "out" },
        ])
        expect((await aside(redeemed, put("-562.5"))).found).toEqual([])
    })

    test("where the statement has the other end as an asset of its own nothing is hidden", async () => {
        const other = leg(at("17:49:08"), "Simple Earn Flexible Redemption", "LDUSDT", "-562.5", "Earn")
        const { reckoning, found } = await aside(redeemed, other, gone)
        expect([told(reckoning.changes), found]).toEqual([["-562.5 LDUSDT"], []])
    })

    test("so is a move of which the file has one end", async () => {
        const move = (amount: string, wallet: string) =>
            leg(at("17:49:08"), "Transfer Between Main and Funding Wallet", "USDT", amount, wallet)
        expect((await aside(move("562.5", "Spot"), gone)).found).toEqual([
            { what: "transfer", asset: "USDT", came: "562.5", went: "0", open: "562.5", way: "in" },
        ])
        expect((await aside(move("562.5", "Spot"), move("-562.5", "Funding"), gone)).found).toEqual([])
    })
})

test("rows of unknown operations that are reckoned with are named with what they add up to", async () => {
    const rows = [
        leg(at("17:49:08"), "Freeze", "USDT", "-900.5"),
        leg(at("17:49:09"), "Freeze", "USDT", "-100"),
        leg(at("17:49:09"), "NFT Auction", "ETH", "-2"),
    ]
    const { ledger, reckoning } = await reckoned([statement("X01", ...rows)], ALL)
    const [found] = ledgerIssues(ledger, reckoning, EXPORTS).filter(
        ({ code }) => code === "ledger.chosen.unknown-operation",
    )
    expect(found).toMatchObject({
        severity: "warning",
        params: { label: "X01", count: 3, names: "Freeze、NFT Auction", sums: "-1000.5 USDT、-2 ETH" },
    })
    // Told once: where all of them are reckoned with, not as rows of the file as well.
    expect(codes(ledgerIssues(ledger, reckoning, EXPORTS))).not.toContain("ledger.rows.unknown-operation")
    const none = await reckoned([statement("X01", ...rows)])
    expect(codes(ledgerIssues(none.ledger, none.reckoning, EXPORTS))).toContain("ledger.rows.unknown-operation")
    expect(codes(ledgerIssues(none.ledger, none.reckoning, EXPORTS))).not.toContain("ledger.chosen.unknown-operation")
})

describe("legs that are named as what was traded and what it was traded for", () => {
    const spot = async (...rows: readonly string[]) => {
        const { reckoning } = await reckoned([statement("X01", ...rows)], ALL)
        return reckoning.spot.map(({ name, quote, bought, sold, paid, received }) =>
            [name, quote, bought, sold, paid, received].map((part) => part?.toString()),
        )
    }
    const now = (operation: string, asset: string, change: string): string =>
        leg(at("17:50:00"), operation, asset, change)

    test("money that paid in the same second for other coins is not itself traded", async () => {
        const rows = [
            now("Transaction Sold", "SOL", "-2"),
            now("Transaction Revenue", "USDT", "300"),
            now("Transaction Sold", "BTC", "-0.5"),
            now("Transaction Revenue", "FDUSD", "31000"),
        ]
        expect(await spot(...rows)).toEqual([
            ["SOL", undefined, "0", "2", "0", undefined],
            ["BTC", undefined, "0", "0.5", "0", undefined],
        ])
    })

    test("money that was traded for money is what was traded", async () => {
        const rows = [now("Transaction Buy", "FDUSD", "100"), now("Transaction Spend", "USDT", "-99.9")]
        expect(await spot(...rows)).toEqual([["FDUSD", "USDT", "100", "0", "99.9", "0"]])
    })
})

test("as much sold as bought for less is seen by the legs of a statement", async () => {
    const rows = [0, 1].flatMap((minute) => [
        leg(at(`17:50:0${String(minute)}`), "Transaction Buy", "BIFI", "100"),
        leg(at(`17:50:0${String(minute)}`), "Transaction Spend", "USDT", "-12000"),
        leg(at(`17:51:0${String(minute)}`), "Transaction Sold", "BIFI", "-100"),
        leg(at(`17:51:0${String(minute)}`), "Transaction Revenue", "USDT", "7000"),
    ])
    const { signals } = await reckoned([statement("X01", ...rows)], ALL)
    expect(signals.filter(({ code }) => code === "S6")).toEqual([
        expect.objectContaining({
            values: { name: "BIFI", quantity: "200", lost: "10000", quote: "USDT" },
            rows: [{ file: "X01", rows: [2, 4, 6, 8] }],
        }),
    ])
})

test("a market that was bought dear and sold cheap is seen also where a rest was not sold", async () => {
    const rows = (revenue: string): string[] => [
        leg(at("17:50:00"), "Transaction Buy", "BIFI", "8000"),
        leg(at("17:50:00"), "Transaction Spend", "USDT", "-40000"),
        leg(at("17:52:00"), "Transaction Sold", "BIFI", "-7200"),
        leg(at("17:52:00"), "Transaction Revenue", "USDT", revenue),
    ]
    const found = async (revenue: string) => {
        const { signals } = await reckoned([statement("X01", ...rows(revenue))], ALL)
        return signals.filter(({ code }) => code === "S11" || code === "S6")
    }
    expect(await found("3600")).toEqual([
        {
            code: "S11",
            values: { name: "BIFI", bought: "8000", dear: "5", sold: "7200", cheap: "0.5", quote: "USDT", percent: 10 },
            rows: [{ file: "X01", rows: [2, 4] }],
        },
    ])
    // 4.5 is a tenth below 5, and 4.5001 is not.
    expect(await found("32400")).toHaveLength(1)
    expect(await found("32400.01")).toEqual([])
})

describe("copies of which nothing says the clock", () => {
    const HEAD = "User ID,Time,Account,Operation,Coin,Change,Remark\n"
    const rows = (n: number, change = "-1"): string =>
        Array.from(
            { length: n },
            (_, i) => `100000001,24-05-0${String(i + 1)} 10:00:00,Spot,Withdraw,BTC,${change},\n`,
        ).join("")
    const used = async (...files: readonly (readonly [name: string, text: string])[]) => {
        const { ledger, reckoning } = await reckoned(
            files.map(([name, text], i) => exportFile(`X0${String(i + 1)}`, name, HEAD + text)),
        )
        const zones = ledgerIssues(ledger, reckoning, EXPORTS).flatMap(({ code, params }) =>
            code === "ledger.zone.missing" && "label" in params ? [params.label] : [],
        )
        return [
            ...ledger.readings.map((one) => [one.rows.used, one.rows.notRelevant.get("repeated") ?? 0].join(" ")),
            zones.join(),
        ]
    }

    test("count once, and the zone is asked for once", async () => {
        expect(await used(["a.csv", rows(4)], ["b.csv", rows(4)])).toEqual(["4 0", "0 4", "X01"])
    })

    test("a renamed copy counts by the one whose name says the zone, whichever comes first", async () => {
        const named = "Binance-Transaction-History-202406010000(UTC+8).csv"
        expect(await used([named, rows(4)], ["b.csv", rows(4)])).toEqual(["4 0", "0 4", ""])
        expect(await used(["b.csv", rows(4)], [named, rows(4)])).toEqual(["0 4", "4 0", ""])
    })

    test("with other rows both count, and nothing is said of a contradiction", async () => {
        expect(await used(["a.csv", rows(4)], ["b.csv", rows(4, "-2")])).toEqual(["4 0", "4 0", "X01,X02"])
    })
})

describe("C2C orders whose numbers do not fit the clock that is proposed", () => {
    const HEAD = "订单号,订单类型,币种,法币,总价,价格,数量,汇率,交易方,状态,创建时间\n"
    const rows = (from: number): string =>
        [0, 1, 2, 3]
            .map(
                (i) =>
                    `100000000000000000${String(from + i)},购买,USDT,CNY,650,6.5,100,"",某商家,已完成,2022-01-0${String(i + 1)} 10:00:00\n`,
            )
            .join("")
    const bought = async (...texts: readonly string[]) => {
        const files = texts.map((text, i) => exportFile(`X0${String(i + 1)}`, `c2c${String(i)}.csv`, HEAD + text))
        const { ledger, reckoning } = await reckoned(files)
        expect(ledger.readings.map(({ zone, first }) => [zone, first?.epochMs])).toEqual(
            files.map(() => [{}, undefined]),
        )
        return reckoning.purchases.map(({ quantity }) => quantity.toFixed())
    }

    test("copies count once", async () => {
        expect(await bought(rows(1), rows(1))).toEqual(["400"])
    })

    test("other orders of the same days all count", async () => {
        expect(await bought(rows(1), rows(5))).toEqual(["800"])
    })
})

test("of a file without rows no zone is asked", async () => {
    const file = exportFile(
        "X01",
        "m.csv",
        "时间,合约,方向,价格,数量,成交额,手续费,手续费结算币种,已实现盈亏,计价资产\n暂无数据\n",
    )
    const { ledger, reckoning } = await reckoned([file])
    expect(codes(ledgerIssues(ledger, reckoning, EXPORTS))).toEqual([])
})

test("coins that look like others are told by the codes of what is odd in them, and are not added to those", async () => {
    const names = ["USDT", "USD\u0422", "US\u202EDT", "币安人生"]
    const rows = names.map((name) => leg(at("17:49:08"), "Deposit", name, "1"))
    const { ledger, reckoning } = await reckoned([statement("X01", ...rows)], ALL)
    expect(told(reckoning.changes)).toEqual(names.map((name) => `1 ${name}`))
    const [found] = ledgerIssues(ledger, reckoning, EXPORTS).filter(({ code }) => code === "ledger.assets.strange")
    expect(found?.params).toEqual({ label: "X01", names: "USD⟦U+0422⟧、US⟦U+202E⟧DT" })
})

test("an account of twenty thousand coins is reckoned in a time that grows with their number", async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => leg(at("17:49:08"), "Deposit", `C${String(i)}`, "1"))
    const { reckoning } = await reckoned([statement("X01", ...rows)], ALL)
    expect(reckoning.changes).toHaveLength(20_000)
}, 20_000)
