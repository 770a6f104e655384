import { describe, expect, test } from "vitest"
import { ledgerIssues } from "../../../src/facts/ledger/findings.ts"
import { ALL, exportFile, reckoned } from "./exports.ts"
import { open, read } from "./read-text.ts"

/** Lists of users in the language of their account, and those of single exchanges, as public importers read them. */

/** With a clock for files that name none. */
const clocked = (...labels: readonly string[]) => ({
    ...ALL,
    answers: new Map(labels.map((label) => [label, { zone: 0 }])),
})

describe("Binance's lists of 2026 in Chinese", () => {
    // H7Night/beango and three other public importers, by files of users; figures reckoned by hand.
    test("futures: result, fees and funding are those of the same lists in English", async () => {
        const trades = `\uFEFF用户ID,时间,代币名称/币种名称/币对,方向,价格,数量,金额,手续费,已实现利润,买方,挂单方,交易 ID,订单编号
100000001,26-04-19 11:20:49,SOLUSDT,BUY,85.5,0.5,42.75,0.0213750USDT,0,true,false,5001,6001
100000001,26-04-19 12:20:49,SOLUSDT,SELL,84.5,0.5,42.25,0.0211250USDT,-0.5,false,false,5002,6002
`
        const flow = `\uFEFF时间,类型,金额,资产,代币名称/币种名称/币对,交易 ID
26-04-19 12:00:02,FUNDING_FEE,0.00078926,USDT,SOLUSDT,2
`
        const { reckoning } = await reckoned(
            [
                exportFile("X01", "Binance-合约交易历史记录-202604200400(UTC+8).csv", trades),
                exportFile("X02", "Binance-合约交易流水-202604200400(UTC+8).csv", flow),
            ],
            ALL,
        )
        expect(reckoning.futuresFees.map(({ asset, value }) => [asset, value.toFixed()])).toEqual([["USDT", "0.0425"]])
        expect(reckoning.futuresNet.map(({ asset, value }) => [asset, value.toFixed()])).toEqual([
            ["USDT", "-0.54171074"],
        ])
    })

    test("orders: the amount that was ordered is not the one that was traded", async () => {
        const { format, used, idle } = await read(
            `\uFEFF用户ID,时间,订单编号,代币名称/币种名称/币对,类型,方向,价格,平均价格,金额,执行金额,已执行报价金额,止损价格,状态,更新时间
100000001,2026-07-15 11:03:53,8033,ZECUSDT,LIMIT,BUY,553.11,553.11,5.514,2.757,1524.92427,0,FILLED,2026-07-15 15:50:15
100000001,2026-07-15 17:06:44,8034,ZECUSDT,LIMIT,SELL,557.86,0,1.378,0,0,0,CANCELED,2026-07-15 17:21:06
`,
            "Binance-合约订单历史记录-202607160400(UTC+8).csv",
        )
        expect([format.id, idle.length]).toEqual(["binance.futures-orders", 1])
        expect(used.map(({ quantity, filled, value }) => [quantity, filled, value])).toEqual([
            ["5.514", "2.757", "1524.92427"],
        ])
    })

    test("a list of Binance Japan without rows is an empty one", async () => {
        const { format, problems, idle } = await read(
            "時間,コイン,ネットワーク,金額,住所,トランザクションID,ステータス\n条件に一致するデータがありません。\n",
            "binance_deposit_history.csv",
        )
        expect([format.id, problems, idle]).toEqual(["binance.transfers", [], ["2 empty-export"]])
    })
})

describe("the workbook with which Binance answers", () => {
    // pawlict/AISTATEweb (backend/crypto/parsers/binance_xlsx.py) and two other public readers.
    const WITHDRAWN = `User ID,Currency,Amount,Account Type,USDT,Destination Address ,Label/Tag/Memo,txId,Apply Time,Status,Network,CounterParty ID
100000001,USDT,250.5,Spot,250.5,TX1,,a1,2026-03-20 18:00:00(UTC),success,TRX,
100000001,BTC,0.1,Spot,7000,bc1,,a2,2026-03-20 18:05:00(UTC),Success,BTC,200000002
100000001,BTC,0.2,Spot,7000,bc1,,a3,2026-03-20 18:06:00(UTC),failed,BTC,
`
    const ORDERS = `User ID,Order ID,Market ID,Side,Type,Status,Price,Average Price,Qty,Trade Qty,Price Unit,Amount Unit,Time
100000001,777,BTCUSDT,SELL,MARKET,FILLED,0,70000,0.01,0.01,USDT,BTC,2026-03-20 18:00:00
100000001,778,ETHUSDT,SELL,MARKET,FILLED,0,3000,1,1,USDT,ETH,2026-03-20 18:01:00
`
    const OWN = `\uFEFFTime,OrderNo,Pair,Type¹,Side,Order Price,Order Amount,Time,Executed²,Average Price,Trading total³,Status
2026-03-20 18:00:00,777,BTCUSDT,MARKET,SELL,0,0.01BTC,2026-03-20 18:00:00,0.01BTC,70000,700USDT,Filled
2026-03-20 18:01:00,778,ETHUSDT,MARKET,SELL,0,1ETH,2026-03-20 18:01:00,1ETH,3000,3000USDT,Filled
`
    const OWN_NAME = "Binance-Spot-Order-History-202603210000(UTC+0).csv"

    test("a clock names its zone in brackets, and what failed is not withdrawn", async () => {
        const { reckoning } = await reckoned([exportFile("X01", "answer.csv", WITHDRAWN)], ALL)
        expect(reckoning.withdrawn.map(({ asset, value }) => [asset, value.toFixed()])).toEqual([
            ["USDT", "250.5"],
            ["BTC", "0.1"],
        ])
    })

    test("its orders count once beside those of the account, which say what was received", async () => {
        const own = (label: string) => exportFile(label, OWN_NAME, OWN)
        const answer = (label: string) => exportFile(label, "answer.csv", ORDERS)
        for (const files of [
            [own("X01"), answer("X02")],
            [answer("X01"), own("X02")],
        ]) {
            const { reckoning } = await reckoned(files, ALL)
            expect(
                reckoning.spot.map(({ name, sold, received }) => [name, sold.toFixed(), received?.toFixed()]),
            ).toEqual([
                ["BTC", "0.01", "700"],
                ["ETH", "1", "3000"],
            ])
        }
    })
})

describe("trades of which no column says what was paid", () => {
    test("a list of orders says nothing of it, rather than that it was nothing", async () => {
        const { reckoning } = await reckoned(
            [
                exportFile(
                    "X01",
                    "Spot Order History.csv",
                    `Pairs,Time,Type,Direction,Average Filled Price,Order Price,Filled Quantity,Order Quantity,Order Amount,Status
BTC_USDT,2026-03-20 18:00:00,Limit,Sell,70000,70000,0.01,0.01,700,Filled
BTC_USDT,2026-03-20 18:00:01,Limit,Buy,70000,70000,0.02,0.02,1400,Filled
`,
                ),
            ],
            clocked("X01"),
        )
        expect(reckoning.spot).toHaveLength(1)
        expect(reckoning.spot[0]).not.toHaveProperty("paid")
        expect(reckoning.spot[0]).not.toHaveProperty("received")
        expect([reckoning.spot[0]?.bought.toFixed(), reckoning.spot[0]?.sold.toFixed()]).toEqual(["0.02", "0.01"])
        expect(reckoning.prices).toEqual([])
    })

    test("of a fill it is price by quantity, and rows of funding among them are none", async () => {
        const { reckoning } = await reckoned(
            [
                exportFile(
                    "X01",
                    "Bybit-Derivatives-TradeHistory.csv",
                    `Market,Filled Type,Filled Quantity,Filled Price,Order Price,Fee Rate,Trading Fee,feeCoin,ExecFeeV2,Direction,Order Type,Trasaction ID,Order No.,Transaction Time(UTC+0)
AAAUSDT,Trade,2,100.25,100,0.00055,0.11,USDT,0.11,BUY,Market, a1, o1,10:00 2026-01-10
AAAUSDT,Funding,2,108,0,0.0001,0.0216,USDT,0.0216,BUY,--, f1, g1,08:00 2026-01-11
AAAUSDT,Funding,2,108,0,-0.0002,-0.05,,0,BUY,--, f2, g2,16:00 2026-01-11
AAAUSDT,Trade,2,110,110,0.0002,0.044,USDT,0.044,SELL,Limit, a2, o2,12:00 2026-01-12
`,
                ),
            ],
            ALL,
        )
        const [line] = reckoning.futures
        expect([line?.bought, line?.sold, line?.paid, line?.received].map((value) => value?.toFixed())).toEqual([
            "2",
            "2",
            "200.5",
            "220",
        ])
        const told = (figures: typeof reckoning.funding) => figures.map(({ asset, value }) => [asset, value.toFixed()])
        expect(told(reckoning.futuresFees)).toEqual([["USDT", "0.154"]])
        expect(told(reckoning.funding)).toEqual([["USDT", "-0.0284"]])
        expect(told(reckoning.futuresNet)).toEqual([["USDT", "19.3744"]])
        expect(reckoning.changes).toEqual([])
    })
})

test("the export of Crypto.com's app: what was exchanged is told with what came for it, and the sums are of both", async () => {
    const file = `Timestamp (UTC),Transaction Description,Currency,Amount,To Currency,To Amount,Native Currency,Native Amount,Native Amount (in USD),Transaction Kind,Transaction Hash
2022-03-04 12:00:00,Withdraw ETH,ETH,-1.5,,,EUR,-3600,-4000,crypto_withdrawal,0xabc
2022-03-04 11:59:00,BTC -> ETH,BTC,-0.1,ETH,1.51234567,EUR,-3630,-4030,crypto_exchange,
2022-03-04 11:58:00,Crypto Earn Withdrawal,BTC,0.1,,,EUR,3630,4030,crypto_earn_program_withdrawn,
2022-03-04 11:56:00,To friend,CRO,-20.5,,,EUR,-8,-9,crypto_transfer,
2022-03-04 11:55:00,From friend,CRO,10,,,EUR,4,4.5,crypto_transfer,
2022-03-04 11:53:00,BTC -> EUR,BTC,-0.01,,,EUR,-363,-403,card_top_up,
`
    const { reckoning } = await reckoned([exportFile("X01", "crypto_transactions_record.csv", file)], ALL)
    const told = (figures: typeof reckoning.withdrawn) => figures.map(({ asset, value }) => [asset, value.toFixed()])
    expect(reckoning.spot.map(({ name, sold, received }) => [name, sold.toFixed(), received?.toFixed()])).toEqual([
        ["BTC", "0.1", "1.51234567"],
    ])
    expect(told(reckoning.withdrawn)).toEqual([
        ["ETH", "1.5"],
        ["CRO", "20.5"],
        ["BTC", "0.01"],
    ])
    expect(told(reckoning.changes)).toEqual([
        ["ETH", "0.01234567"],
        ["BTC", "-0.01"],
        ["CRO", "-10.5"],
    ])
})

describe("Bitfinex's reports, whose dates have the order that was chosen", () => {
    const trades = (first: string, second: string) => `#,PAIR,AMOUNT,PRICE,FEE,FEE PERC,FEE CURRENCY,DATE,ORDER ID
183031541,BTC/USD,0.1,70000,-0.0002,0.20%,BTC,${first},5525114532
183031542,ETH/UST,-1.3,2500.5,-6.5013,0.20%,UST,${second},5525114533
`
    test("what was sold is negative, what was paid is price by quantity, a fee was charged", async () => {
        const file = exportFile("X01", "trades.csv", trades("24-03-26 09:00:00", "24-03-26 09:30:00.123"))
        const { reckoning } = await reckoned([file], clocked("X01"))
        expect(
            reckoning.spot.map(({ name, bought, sold, quote, paid, received }) => [
                name,
                quote,
                ...[bought, sold, paid, received].map((value) => value?.toFixed()),
            ]),
        ).toEqual([
            ["BTC", "USD", "0.1", "0", "7000", "0"],
            ["ETH", "USDT", "0", "1.3", "0", "3250.65"],
        ])
        expect(reckoning.spotFees.map(({ asset, value }) => [asset, value.toFixed()])).toEqual([
            ["BTC", "0.0002"],
            ["USDT", "6.5013"],
        ])
    })

    test.each([
        ["24-03-26 09:00:00", "04-03-26 09:30:00", ["2026-03-24", "2026-03-04"], undefined],
        ["03-24-26 09:00:00", "03-04-26 09:30:00", ["2026-03-24", "2026-03-04"], undefined],
        ["24-03-2026 09:00:00", "04-03-2026 09:30:00", ["2026-03-24", "2026-03-04"], undefined],
        ["2026-03-24 09:00:00", "2026-03-04 09:30:00", ["2026-03-24", "2026-03-04"], undefined],
        ["05-03-26 09:00:00", "04-03-26 09:30:00", ["2026-03-05", "2026-03-04"], "dmy"],
    ])("%s, %s", async (first, second, days, told) => {
        const text = trades(first, second)
        const { used } = await read(text)
        expect(used.map(({ wall = 0 }) => new Date(wall).toISOString().slice(0, 10))).toEqual(days)
        const { ledger, reckoning } = await reckoned([exportFile("X01", "trades.csv", text)], clocked("X01"))
        const found = ledgerIssues(ledger, reckoning, clocked("X01")).find(({ code }) => code === "ledger.dates.order")
        expect(found?.params).toEqual(told === undefined ? undefined : { label: "X01", order: told })
    })

    test("of columns that the reporter named such a year is read first, and that it was is told", async () => {
        const file = exportFile("X01", "a.csv", "When,What,Coin,How much\n24-03-26 10:00:00,Deposit,BTC,0.5\n")
        const columns = { time: "When", operation: "What", asset: "Coin", amount: "How much" }
        const answers = new Map([["X01", { zone: 0, report: "statement" as const, columns }]])
        const { ledger, reckoning } = await reckoned([file], { ...ALL, answers })
        expect(
            ledgerIssues(ledger, reckoning, { answers }).map(({ code, params }) => [code, params] as const),
        ).toContainEqual(["ledger.dates.order", { label: "X01", order: "ymd" }])
    })

    test("a withdrawal begins with its asset, and one that was cancelled comes back", async () => {
        const { used } = await read(
            `#,DESCRIPTION,CURRENCY,AMOUNT,BALANCE,DATE,WALLET
3,BTC Withdrawal #123 on wallet exchange,BTC,-0.5,0,24-03-26 10:00:00,exchange
2,Canceled withdrawal request #122 on wallet exchange,BTC,0.5,0.5,24-03-26 09:00:00,exchange
1,Something of tomorrow on wallet exchange,BTC,0.5,0.5,24-03-26 08:00:00,exchange
`,
        )
        expect(used.map(({ class: of, amount }) => [of, amount])).toEqual([
            ["withdrawal", "-0.5"],
            ["withdrawal", "0.5"],
            ["unknown", "0.5"],
        ])
    })
})

test("MEXC's ledgers: the direction tells the sign, whether the amount has it or not", async () => {
    const { used } = await read(
        `UID,Creation Time(UTC+00:00),Crypto,Transaction Type,Direction,Quantity
100000001,2025-10-01 00:00:01,USDT,Deposit,Inflow,1000.00
100000001,2025-11-01 08:20:10,USDT,Withdrawal,Outflow,-200.00
100000001,2025-11-02 08:20:10,USDT,Spot Fees,Outflow,1.5
`,
    )
    expect(used.map(({ class: of, amount }) => [of, amount])).toEqual([
        ["deposit", "1000.00"],
        ["withdrawal", "-200.00"],
        ["fee", "-1.5"],
    ])
})

test("Bybit's funding ledger: what a card paid left the account, and what it gave back came", async () => {
    const { used } = await read(
        `Uid,Date & Time(UTC),Coin,QTY,Type,Account Balance,Description
1000001,2026-08-11 15:02:50,BTC,-0.00042233,Bybit Card,0.0002469,Purchase
1000001,2026-08-12 15:02:50,BTC,0.0001,Bybit Card,0.0003469,Refund
`,
    )
    expect(used.map(({ class: of }) => of)).toEqual(["withdrawal", "deposit"])
})

test("zones in brackets behind a clock are read, and others are not", async () => {
    const { used, problems } = await read(
        `User ID,Currency,Amount,BUSD,Deposit Address,Label/Tag/Memo,Source Address,TXID,Create Time,Status,Network,CounterParty ID
1,USDT,1,1,T1,,T2,a,2026-03-20 18:00:00(UTC),Success,TRX,
1,USDT,1,1,T1,,T2,b,2026-03-20 18:00:00 (UTC+8),Success,TRX,
1,USDT,1,1,T1,,T2,c,2026-03-20 18:00:00(Kyiv),Success,TRX,
`,
    )
    expect(used.map(({ offset }) => offset)).toEqual([0, 480])
    expect(problems).toHaveLength(1)
})

describe("further lists that are known and not reckoned with", () => {
    test.each([
        [
            "positions",
            "\uFEFF代币名称/币种名称/币对,保证金模式,持仓方向,入场价格,平均收盘价,最大未平仓合约,已平仓量,结算盈亏,已打开,已关闭,状态\nSOLUSDT,Cross,Long,85.5,84.5,0.5,0.5,-0.5,2026-04-19 11:20:49,2026-04-19 12:20:49,Closed\n",
        ],
        [
            "positions",
            'Market,Order Quantity,Entry Price,Exit Price,Opening Fee,Closing Fee,Funding Fee,cumClosedPzOpenFeeInfo,cumClosedPzTradeFeeInfo,Trade Type,Realized P&L,Trade time\nAAAUSDT,2,100,110,0.11,0.121,0.02,"{""USDT"":""0.11""}","{""USDT"":""0.121""}",Trade,19.749,12:00 2026-01-10\n',
        ],
        [
            "positions",
            "Position Create Time,Position Update Time,Business Line,Index,Instrument Name,Margin Mode,Direction,Leverage,Max Position Quantity,Total Close Quantity,Average Open Price,Average Close Price,Margin Currency,Pnl,Pnl Ratio,Fee,Funding Fee,Liquidation Clearance Fee,Type,Contract Face Value,Contract Multiplier\n2026-01-10 09:00:00,2026-01-10 18:00:00,Perpetual,AAA-USDT,AAA-USDT-SWAP,Cross,Long,10,5,5,100,110,USDT,5,0.1,-0.5,-0.02,0,Close position,0.1,1\n",
        ],
        [
            "positions",
            "UID,Futures,Open Time(UTC+00:00),Close Time,Margin Mode,Avg Entry Price,Avg Close Price,Direction,Closing Qty (Cont.),Fee,Realized PNL,Status\n1,SOLUSDT,2025-12-21 19:52:22,2025-12-21 20:52:22,cross,1,2,long,10,0.1,1,closed\n",
        ],
        ["earn", "Tempo,Moeda,Quantidade,Tipo\n26-04-15 00:29:21,USDT,0.016438,Bonus Tiered APR Rewards\n"],
        [
            "plan",
            "Create Time,Wallet,Frequency,Hourly,From Amount,From Coin,To Amount,To Coin,Price,Inverse Price,Settlement Date,Plan ID,Status\n2026-06-21 21:18:20,SPOT,WEEKLY,- -,20,EUR,0.01318169,ETH,1517.25,0.00065,2026-06-21 21:18:20,1,SUCCESS\n",
        ],
        [
            "plan",
            "Fecha de creación,Billetera,Frecuencia,Por hora,Monto original,Moneda original,Monto final,Moneda final,Precio,Precio inverso,Fecha de liquidación,ID del plan,Estado\n2026-06-21 21:18:20,SPOT,WEEKLY,- -,20,EUR,0.01318169,ETH,1517.25,0.00065,2026-06-21 21:18:20,1,SUCCESS\n",
        ],
        [
            "access-log",
            "User ID,Operation,Client,Browser,Real IP,Geolocation,Timestamp (UTC)\n1,login,web,Chrome,203.0.113.7,China,2026-03-20 18:00:00\n",
        ],
    ])("%s: %s", async (fault, text) => {
        expect(await open(text)).toEqual({ fault })
    })

    test("they need nothing to be done", async () => {
        const plan =
            "Create Time,Wallet,Frequency,Hourly,From Amount,From Coin,To Amount,To Coin,Price,Inverse Price,Settlement Date,Plan ID,Status\n2026-06-21 21:18:20,SPOT,WEEKLY,- -,20,EUR,0.01318169,ETH,1517.25,0.00065,2026-06-21 21:18:20,1,SUCCESS\n"
        const { ledger, reckoning } = await reckoned([exportFile("X01", "a.csv", plan)])
        expect(ledgerIssues(ledger, reckoning, { answers: new Map() })).toMatchObject([
            { code: "ledger.file.unreadable", severity: "note", params: { reason: "plan" } },
        ])
    })
})
