import { describe, expect, test } from "vitest"
import { ledgerIssues } from "../../../src/facts/ledger/findings.ts"
import { readNumber } from "../../../src/facts/ledger/number.ts"
import { ALL, exportFile, reckoned } from "./exports.ts"
import { open, read } from "./read-text.ts"

/** What files of users have that descriptions of formats do not say, as public importers and their tests show it. */

describe("the zone that a line above the header names", () => {
    const HEADER = "id,Time,Type,Amount,Before Balance,After Balance,Symbol\n"
    const ROW = "1,2026-07-07 17:44:49,Deposit,5,0,5,BNB\n"
    const zoneOf = async (above: string, name = "OKX Funding History.csv", header = HEADER) =>
        (await read(`${above}\n${header}${ROW}`, name)).zone

    test.each([
        ["UID:000,Account Type:Main,Time Zone:UTC+2", 120],
        ["\uFEFFUID:1,\uFEFFAccount Type:Main,\uFEFFTime Zone:UTC-5", -300],
        ["UID:000,Account Type:Main,Time Zone:UTC+5:30,,,", 330],
        ["账户类型:Main,时区:UTC+8", 480],
        ["UID:000,Account Type:Main,Time Zone:UTC", 0],
    ])("%s", async (above, offset) => {
        expect(await zoneOf(above)).toEqual({ offset, from: "header" })
    })

    test("a name does not override it, and a header that names one does", async () => {
        expect(await zoneOf("UID:1,Time Zone:UTC+2", "a(UTC+8).csv")).toEqual({
            offset: 120,
            from: "header",
            named: 480,
        })
        expect(await zoneOf("UID:1,Time Zone:UTC+2", "a.csv", HEADER.replace("Time", "Time(UTC+3)"))).toEqual({
            offset: 180,
            from: "header",
        })
    })

    test("an hour that stands there is none", async () => {
        expect(await zoneOf("UID: 1,Account type: Main,Time: 01/31/2027 10:00")).toEqual({})
    })

    test("nothing of such a line is kept", async () => {
        const { table } = await read(`UID:281000001,Name:Cheshi,Time Zone:UTC+2\n${HEADER}${ROW}`)
        expect(JSON.stringify(table.matched)).not.toMatch(/281000001|Cheshi/)
    })
})

describe("Binance's lists of 2026", () => {
    const ORDERS =
        "\uFEFFTime,OrderNo,Pair,Type¹,Side,Order Price,Order Amount,Time,Executed²,Average Price,Trading total³,Status\n"

    test("orders: signs of footnotes in the header, the clock twice, a comma at the end, units glued to all but prices", async () => {
        const { table, used, problems } = await read(
            `${ORDERS}2026-07-15 18:37:22,3503782180,XRPUSDC,MARKET,BUY,0,17.9XRP,2026-07-15 19:00:00,17.9XRP,1.1149,19.95671USDC,Filled,
2026-07-14 13:18:34,43982363,4USDC,LIMIT,SELL,1.54,1004,2026-07-14 13:22:10,1004,1.54,154USDC,Filled,
`,
            "Binance-Spot-Order-History-202607160058(UTC+8).csv",
        )
        expect([table.matched.format.id, table.matched.strange, problems]).toEqual(["binance.spot-orders", [], []])
        expect(used.map(({ wall, filled, value, price, average }) => [wall, filled, value, price, average])).toEqual([
            [Date.UTC(2026, 6, 15, 18, 37, 22), "17.9", "19.95671", "0", "1.1149"],
            [Date.UTC(2026, 6, 14, 13, 18, 34), "100", "154", "1.54", "1.54"],
        ])
    })

    test("the futures transaction history, whose clock is called Time where it was Date(UTC)", async () => {
        const { format, table, used, zone } = await read(
            "\uFEFFTime,Type,Amount,Asset,Symbol,Transaction ID\r\n2024-01-02 03:04:05,REALIZED_PNL,1.5,USDT,BTCUSDT,7\r\n",
            "Binance-Futures-Transaction-History-202603230525(UTC--6).csv",
        )
        expect([format.id, table.matched.strange, zone]).toEqual([
            "binance.futures-statement",
            [],
            { offset: -360, from: "file-name" },
        ])
        expect(used.map((row) => [row.class, row.amount])).toEqual([["realised", "1.5"]])
    })

    test("a header that has the clock by its own name is that layout's", async () => {
        for (const [header, version] of [
            ["Time,Pair,Side,Price,Executed,Amount,Fee", "2025"],
            ["Date(UTC),Pair,Side,Price,Executed,Amount,Fee", "custom"],
        ] as const)
            expect((await read(`${header}\n`)).table.matched.layout.version).toBe(version)
    })
})

test.each([
    ["Binance-Transaction-History-202603230400_UTC_2__abcd.csv", 120],
    ["Binance-Transaction-History-202603230400_UTC--6__abcd.csv", -360],
    ["Binance-Transaction-History-202603230400_UTC_5_30__abcd.csv", 330],
    ["export_UTC_12_2023.csv", undefined],
])("a zone in a name whose brackets a program replaced: %s", async (name, offset) => {
    const { zone } = await read(
        "User ID,Time,Account,Operation,Coin,Change,Remark\n1,24-05-06 10:00:00,Spot,Deposit,BTC,1,\n",
        name,
    )
    expect(zone).toEqual(offset === undefined ? {} : { offset, from: "file-name" })
})

test("a fee of Kraken in another asset is not taken from the amount", async () => {
    const head =
        "txid,refid,time,type,subtype,aclass,subclass,asset,wallet,amount,fee,balance,amountusd,feeusd,balanceusd,feecurrency\n"
    const { used, table } = await read(
        `${head}L1,R1,2025-01-15 10:00:00,trade,,currency,crypto,XXBT,spot,-0.5,2,1,0,0,0,USDT\nL2,R2,2025-01-15 10:00:01,trade,,currency,crypto,XXBT,spot,-0.5,0.001,1,0,0,0,\n`,
    )
    expect(table.matched.strange).toEqual([])
    expect(used.map(({ amount, fees }) => [amount, fees])).toEqual([
        ["-0.5", [{ asset: "USDT", amount: "2" }]],
        ["-0.501", [{ asset: "BTC", amount: "0.001" }]],
    ])
})

describe("orders of Bitget with their fills below them", () => {
    const FILE = `\uFEFFDate,Type,Order Id,Trading pair,Base Asset,Quote Asset,Direction,Price,Order amount,Executed,Average Price,Trading volume,Status
2025-01-05 10:00:00,Limit,\t700020,AAA/USDT,AAA,USDT,Buy,7.5,10,10,7.5,75,fully executed
Date,Trading Price,Executed,Trading volume,Fee
2025-01-05 10:00:01,7.5,10,75,0.075 USDT
2025-01-05 11:00:00,Limit,\t700021,BBB/USDT,BBB,USDT,Sell,0.1,100,100,0.1,10,fully executed
Date,Trading Price,Executed,Trading volume,Fee
2025-01-05 11:00:01,0.1,60,6,0.006 USDT
2025-01-05 11:00:02,0.1,40,4,0.004 USDT
`
    test("every row is read, the fills with market and side of their order", async () => {
        const { problems, idle, used } = await read(FILE)
        expect(problems).toEqual([])
        expect(idle).toEqual(["3 note", "6 note"])
        expect(used.map(({ kind, symbol, side, orderId, filled }) => [kind, symbol, side, orderId, filled])).toEqual([
            ["order", "AAA/USDT", "buy", "700020", "10"],
            ["trade", "AAA/USDT", "buy", "700020", "10"],
            ["order", "BBB/USDT", "sell", "700021", "100"],
            ["trade", "BBB/USDT", "sell", "700021", "60"],
            ["trade", "BBB/USDT", "sell", "700021", "40"],
        ])
    })

    test("what was traded counts once, and the fees of the fills count", async () => {
        const options = { ...ALL, answers: new Map([["X01", { zone: 0 }]]) }
        const { reckoning } = await reckoned([exportFile("X01", "orders.csv", FILE)], options)
        expect(reckoning.spot.map(({ name, bought, sold }) => [name, bought.toFixed(), sold.toFixed()])).toEqual([
            ["AAA", "10", "0"],
            ["BBB", "0", "100"],
        ])
        expect(reckoning.spotFees.map(({ asset, value }) => [asset, value.toFixed()])).toEqual([["USDT", "0.085"]])
    })
})

test("Bybit's list of deposits and withdrawals: each row says which it is, and a failed one counts for nothing", async () => {
    const { used, idle } = await read(
        `UID: 1234567,Company Name: ,Country:
Uid,Date,Type,Asset,Chain,Amount,Tx ID,Status,Received Address
1234567,2026-03-02 01:40:00,Withdraw,USDT,TRX,25.000000000000000000,--,Failed,TXyz
1234567,2026-03-02 01:35:00,Withdraw,USDT,PLASMA,1300.000000000000000000,0xbb,Transferred successfully,0x11
1234567,2026-03-01 10:00:00,Deposit,USDC,SOL,500.000000000000000000,5Hq,Completed,9Fx
`,
    )
    expect(idle).toEqual(["3 not-completed"])
    expect(used.map(({ kind, asset, amount }) => [kind, asset, Number(amount)])).toEqual([
        ["withdrawal", "USDT", 1300],
        ["deposit", "USDC", 500],
    ])
})

test("moves between two ledgers of one account name its parts, as neither has a column for them", async () => {
    const uta = `Uid,Currency,Contract,Type,Direction,Quantity,Position,Filled Price,Funding,Fee Paid,Cash Flow,Change,Wallet Balance,Action,Time(UTC)
1234567,USDT,,TRANSFER_OUT,--,0,0,0,0,0,-1319.3211,-1319.3211,0,--,2026-03-02 01:11:00
`
    const fund = `Uid,Date & Time(UTC),Coin,QTY,Type,Account Balance,Description
1234567,2026-03-02 01:11:01,USDT,1319.3211,Transfer in,1319.3211,Transfer from Unified Trading Account
`
    const { reckoning } = await reckoned([exportFile("X01", "uta.csv", uta), exportFile("X02", "fund.csv", fund)], ALL)
    expect(reckoning.moved.map(({ asset, from, to, value }) => [asset, from, to, value.toFixed()])).toEqual([
        ["USDT", "Unified Trading", "Funding", "1319.3211"],
    ])
})

describe("lists that are known and not reckoned with", () => {
    test.each([
        [
            "positions",
            "\uFEFFSymbol,Margin Mode,Position Side,Entry Price,Avg. Close Price,Max Open Interest,Closed Vol.,Closing PNL,Opened,Closed,Status\r\nBTCUSDT,Cross,Long,73645.8,73698.2,0.001,0.001,0.05,2026-05-29 18:25:01,2026-05-30 03:35:09,Closed\r\n",
        ],
        [
            "positions",
            "Contracts,Closing Direction,Qty,Entry Price,Exit Price,Closed P&L,Exit Type,Trade Time(UTC+0),Order No.,Create Time\nOPUSDT,Close Long,793.7,0.62,0.63,2.01,Trade,2025-06-05 10:05:40,9871b976,2025-06-05 10:05:40\n",
        ],
        [
            "positions",
            '"Contract","Realized PNL","Close Time","PNL Details"\n"XBTUSDTM","1","2021-05-06 10:00:00","x"\n',
        ],
        ["earn", "Time,Coin,Amount,Type\n2026-04-19,BTC,0.00000006,Bonus Tiered APR Rewards\n"],
        [
            "earn",
            'Subscription Date,Coin,Total Amount,Lock Period,Type,From\n26-03-10 14:48:21,FET,"3,024.12",120 Days,Normal,SPOT Wallet\n',
        ],
        [
            "earn",
            "Redemption Date,Coin,Redemption Amount,Redeem to,Est. Arrival Time,Status\n26-04-10 08:00:00,SOL,1.5,SPOT Wallet,2026-04-11 08:00:00,Success\n",
        ],
        ["earn", "Time,Coin,Interest,Lock Period,APR,Type\n26-04-10 00:00:00,FET,0.37,120 Days,,Locked Rewards\n"],
        ["access-log", "Time,Device,Location,IP Address\n2024-05-06 17:00:00,Chrome,Tokyo Japan,203.0.113.7\n"],
        ["access-log", "登录时间,登录IP,地点,设备\n2024-05-06 17:00:00,203.0.113.7,东京,Chrome\n"],
        ["office", '<?xml version="1.0"?><office:document xmlns:office="o"><table:table/></office:document>'],
        ["html", "<html><body><p>Not found</p></body></html>"],
        ["html", "<!doctype html><form><table><tr><td>Log in</td></tr></table></form>"],
        ["empty", "No data\n"],
        ["empty", "\uFEFF暂无记录\r\n"],
    ])("%s: %s", async (fault, text) => {
        expect(await open(text)).toEqual({ fault })
    })

    test("a ledger with a column more is not taken for one of them", async () => {
        const header = "Time,Coin,Amount,Type,Balance"
        expect(await open(`${header}\n2026-04-19,BTC,0.5,Buy,1\n`)).toEqual({ fault: "unknown-header", header })
    })

    test("they are told, and nothing needs to be done where the rest is there", async () => {
        const { ledger, reckoning } = await reckoned([
            exportFile("X01", "a.csv", "Time,Coin,Amount,Type\n2026-04-19,BTC,0.00000006,Bonus\n"),
        ])
        const [found] = ledgerIssues(ledger, reckoning, { answers: new Map() })
        expect(found).toMatchObject({ code: "ledger.file.unreadable", severity: "note", params: { reason: "earn" } })
    })
})

describe("dates with strokes: one number above twelve tells which is the day, for all of a file", () => {
    // OKX's funding ledger has day/month in a user's file (BittyTax issue 293) and the language of the site may change it.
    const okx = (...days: readonly string[]) =>
        `id,Time,Type,Amount,Before Balance,After Balance,Fee,Symbol\n${days.map((day, i) => `${String(i)},${day},Deposit,1,0,1,0,USDT\n`).join("")}`
    const walls = async (text: string) =>
        (await read(text)).used.map(({ wall = 0 }) => new Date(wall).toISOString().slice(5, 16))

    test("the day first, the month first, and either where the format has a usual one", async () => {
        expect(await walls(okx("06/03/2023 13:28", "13/03/2023 09:00"))).toEqual(["03-06T13:28", "03-13T09:00"])
        expect(await walls(okx("06/03/2023 13:28", "06/13/2023 09:00"))).toEqual(["06-03T13:28", "06-13T09:00"])
        expect(await walls(okx("06/03/2023 13:28"))).toEqual(["03-06T13:28"])
    })

    test("what nothing tells is a finding, and what contradicts itself is not read", async () => {
        const codes = async (text: string) => {
            const { ledger, reckoning } = await reckoned([exportFile("X01", "a.csv", text)])
            return ledgerIssues(ledger, reckoning, { answers: new Map() }).map(({ code }) => code)
        }
        expect(await codes(okx("06/03/2023 13:28"))).toContain("ledger.dates.order")
        expect(await codes(okx("06/03/2023 13:28", "13/03/2023 09:00"))).not.toContain("ledger.dates.order")
        expect((await read(okx("13/03/2023 13:28", "06/13/2023 09:00"))).problems).toEqual([
            "2 time time 13/03/2023 13:28",
            "3 time time 06/13/2023 09:00",
        ])
    })

    test("a spreadsheet that wrote them anew is understood by the same", async () => {
        const row = (day: string) => `100000001,${day},Spot,Deposit,BTC,0.5,\n`
        const head = "User_ID,UTC_Time,Account,Operation,Coin,Change,Remark\n"
        expect(await walls(head + row("3/4/2024 17:49") + row("3/20/2024 17:49"))).toEqual([
            "03-04T17:49",
            "03-20T17:49",
        ])
        expect((await read(head + row("3/4/2024 17:49"))).problems).toEqual(["2 time utc_time 3/4/2024 17:49"])
    })
})

describe("a page of HTML that a platform calls .xls", () => {
    const header = "<tr><th>User_ID<th>UTC_Time<th>Account<th>Operation<th>Coin<th>Change<th>Remark"
    const page = (rows: string) => `<html><meta charset="utf-8"><table>${header}${rows}</table></html>`

    test("is read like a sheet", async () => {
        const rows = "<tr><td>100000001<td>2023-03-20 09:49:08<td>Spot<td>Deposit<td>BTC<td>0.5<td>"
        const { used, problems, table } = await read(page(rows), "x.xls")
        expect([used.length, problems, table.encoding, table.headerRow]).toEqual([1, [], "utf-8", 1])
        expect(used[0]).toMatchObject({ asset: "BTC", amount: "0.5", wall: Date.UTC(2023, 2, 20, 9, 49, 8) })
    })

    test("has a header that the reporter can name the columns of, where nobody knows it", async () => {
        expect(await open("<table><tr><th>When<th>What<th>How much<tr><td>1<td>2<td>3</table>")).toEqual({
            fault: "unknown-header",
            header: "When,What,How much",
        })
    })

    test("a page to sign in on is none", async () => {
        expect(await open("<html><script></script><table><tr><td>When<td>What<td>Where</table></html>")).toEqual({
            fault: "html",
        })
    })
})

test("a byte order mark that a program saved as letters is no part of the header", async () => {
    const { used } = await read(
        "ï»¿User_ID,UTC_Time,Account,Operation,Coin,Change,Remark\n1,2024-05-06 10:00:00,Spot,Deposit,BTC,1,\n",
    )
    expect(used.map(({ uid }) => uid)).toEqual(["1"])
})

test("a whole number that a program wrote with an exponent is one, and what a spreadsheet cut is not", () => {
    expect(["4.6E+4", "-1E+2", "1.2E+7", "5.5E-7", "1.0E-8"].map((text) => readNumber(text))).toEqual([
        "46000",
        "-100",
        "12000000",
        "0.00000055",
        "0.000000010",
    ])
    for (const text of ["4.60E+04", "4.60E+4", "1.23457E+11", "2.03E+19", "1E+12"])
        expect(readNumber(text)).toEqual({ fault: "damaged" })
})

describe("two lists that tell of no event twice", () => {
    const CONVERT = "Time,Wallet,Pair,Type,Sell,Buy,Price,Inverse Price,Date Updated,Status\n"
    const CARD = "Time,Method,Spend Amount,Receive Amount,Fee,Price,Status,Transaction ID\n"
    const PRO = "portfolio,type,time,amount,balance,amount/balance unit,transfer id,trade id,order id\n"
    const CONSUMER =
        "ID,Timestamp,Transaction Type,Asset,Quantity Transacted,Price Currency,Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes\n"
    const converted = (at: string, sell: string): string =>
        `${at},Spot Wallet,BTCEUR,Market,${sell},0.001 BTC,1,1,${at},Successful\n`
    const bought = (at: string): string => `${at},Visa(*1234),100.00 EUR,0.002 BTC,2.00 EUR,50000 EUR,Successful,a1\n`
    const sent = (at: string, change: string): string => `default,withdrawal,${at}.000Z,${change},0,BTC,t,,\n`
    const send = (at: string): string => `a,${at} UTC,Send,BTC,-0.5,EUR,€1,€1,€1,€0,x\n`
    const [FROM, TO] = ["2024-05-06 17:50:00", "2024-05-06 18:10:00"]

    test.each([
        [
            "Binance's conversions and purchases by card",
            exportFile("X01", "a(UTC+0).csv", CONVERT + converted(FROM, "60 EUR") + converted(TO, "61 EUR")),
            exportFile("X02", "b(UTC+0).csv", CARD + bought(FROM) + bought(TO)),
        ],
        [
            "Coinbase's account and that of Pro",
            exportFile("X01", "a.csv", CONSUMER + send(FROM) + send(TO)),
            exportFile("X02", "b.csv", PRO + sent("2024-05-06T17:50:00", "-0.1") + sent("2024-05-06T18:10:00", "-0.2")),
        ],
    ])("%s all count", async (_, first, second) => {
        const { ledger } = await reckoned([first, second], ALL)
        expect(ledger.readings.map(({ rows, chosenCount }) => [rows.used, chosenCount])).toEqual([
            [2, 2],
            [2, 2],
        ])
        expect(ledger.overlaps).toEqual([])
    })
})
