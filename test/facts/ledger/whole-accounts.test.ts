import { describe, expect, test } from "vitest"
import { ledgerEvents } from "../../../src/editions/police/ledger-events.ts"
import { groupsOf } from "../../../src/editions/police/ledger-row.ts"
import { readCase } from "../../../src/facts/case/load.ts"
import { ledgerIssues } from "../../../src/facts/ledger/findings.ts"
import { chosenRows } from "../../../src/facts/ledger/reckon.ts"
import { eachLedgerRow } from "../../../src/facts/ledger/rows.ts"
import { untoldRows } from "../../../src/facts/ledger/untold-withdrawals.ts"
import { file, SMALL_CASE } from "../../check.ts"
import { ALL, exportFile, leg, reckoned, STATEMENT_HEAD } from "./exports.ts"

/** Several exports of one account, as its exchange writes them, against sums of one's own. */

const figures = (of: readonly { readonly asset: string; readonly value: { toFixed(): string } }[]) =>
    of.map(({ asset, value }) => `${value.toFixed()} ${asset}`)

describe("Binance: what left by Pay and by card", () => {
    const statement = exportFile(
        "X01",
        "a.csv",
        STATEMENT_HEAD +
            leg("2024-05-03 17:33:00", "Binance Pay", "USDT", "-700", "Funding") +
            leg("2024-05-03 17:34:00", "Binance Pay", "USDT", "5", "Funding") +
            leg("2024-05-03 17:35:00", "Binance Card Spending", "BNB", "-0.3", "Card") +
            leg("2024-05-03 17:36:00", "Withdraw", "USDT", "-1234.5"),
    )
    const list = exportFile(
        "X02",
        "Withdraw History.csv",
        `Date(UTC+0),Coin,Network,Amount,Fee,Address,TXID,Status\n2024-05-03 17:36:10,USDT,TRX,1233.5,1,TVictim1,${"a".repeat(64)},Completed\n`,
    )

    test("stands beside the list of withdrawals, which has none of it, and makes no gap", async () => {
        const { reckoning } = await reckoned([statement, list], ALL)
        expect(figures(reckoning.withdrawn)).toEqual(["1233.5 USDT", "700 USDT", "0.3 BNB"])
        expect(reckoning.reconciliation.map(({ what, gap }) => [what, gap.toFixed()])).toEqual([["withdrawn", "0"]])
        const alone = await reckoned([statement], ALL)
        expect(figures(alone.reckoning.withdrawn)).toEqual(["1934.5 USDT", "0.3 BNB"])
    })

    test("is asked about where the case tells nothing of it", async () => {
        const { loaded } = readCase("case.yaml", file(SMALL_CASE))
        const { ledger } = await reckoned([statement, list], ALL)
        if (loaded === undefined) throw new Error("no case")
        expect(untoldRows(loaded.case, ledger).map(({ file: of, row }) => `${of} ${String(row)}`)).toEqual([
            "X02 2",
            "X01 2",
            "X01 4",
        ])
    })
})

test("Binance: contracts settled in a coin count by the ledger, where a list has those in dollars alone", async () => {
    const statement =
        leg("2024-05-03 17:21:00", "Realized Profit and Loss", "USDT", "-400.1", "USD-M Futures") +
        leg("2024-05-03 17:30:00", "Realized Profit and Loss", "BTC", "-0.01", "Coin-M Futures") +
        leg("2024-05-03 17:30:00", "Fee", "BTC", "-0.0001", "Coin-M Futures")
    const list =
        "Date(UTC),type,Amount,Asset,Symbol,Transaction ID\n2024-05-03 17:21:00,REALIZED_PNL,-400.1,USDT,XVSUSDT,1\n2024-05-03 17:21:00,COMMISSION,-1.5,USDT,XVSUSDT,2\n"
    const { reckoning } = await reckoned(
        [exportFile("X01", "a.csv", STATEMENT_HEAD + statement), exportFile("X02", "b.csv", list)],
        ALL,
    )
    expect(figures(reckoning.futuresRealised)).toEqual(["-400.1 USDT", "-0.01 BTC"])
    expect(figures(reckoning.futuresFees)).toEqual(["1.5 USDT", "0.0001 BTC"])
    expect(figures(reckoning.futuresNet)).toEqual(["-401.6 USDT", "-0.0101 BTC"])
})

test("Coinbase: a trade in one row changes both assets, by its notes, fees within", async () => {
    const head =
        "ID,Timestamp,Transaction Type,Asset,Quantity Transacted,Price Currency,Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes"
    const rows = [
        'a1,2024-05-03 10:00:00 UTC,Advanced Trade Sell,BTC,-0.5,USD,$59000.10,"$29,500.05","$29,400.05",$100.00,"Sold 0.5 BTC for 29,400.123456 USDC on BTC-USDC at 59000.1 USDC/BTC"',
        "a2,2024-05-03 10:01:00 UTC,Advanced Trade Buy,ALCX,12.5,USD,$80,$1000.00,$1006.00,$6.00,Bought 12.5 ALCX for 1006.1 USDC on ALCX-USDC at 80 USDC/ALCX",
        'a3,2024-05-03 10:02:00 UTC,Sell,ETH,-1,USD,$3000,$3000.00,$2970.00,$30.00,"Sold 1 ETH for $2,970.00 USD"',
        "a4,2024-05-03 10:03:00 UTC,Withdrawal,USD,-2970,USD,$1,-$2970.00,-$2970.00,$0,Withdrawal to bank",
        "a5,2024-05-03 10:04:00 UTC,Buy,SOL,1,USD,$140,$140,$142,$2,",
    ]
    const { ledger, reckoning } = await reckoned([exportFile("X01", "a.csv", `${[head, ...rows].join("\n")}\n`)], ALL)
    expect(ledger.readings[0]?.rows.used).toBe(5)
    expect(figures(reckoning.changes).sort()).toEqual(
        ["-0.5 BTC", "-1 ETH", "1 SOL", "12.5 ALCX", "28394.023456 USDC"].sort(),
    )
    expect(
        reckoning.spot.map(({ name, sold, received, bought, paid, quote }) =>
            [name, sold.toFixed(), received?.toFixed(), bought.toFixed(), paid?.toFixed(), quote].join(" "),
        ),
    ).toEqual([
        "BTC 0.5 29400.123456 0 0 USDC",
        "ALCX 0 0 12.5 1006.1 USDC",
        "ETH 1 2970 0 0 USD",
        // Its note is gone: nothing says what was paid.
        "SOL 0 0 1  ",
    ])
})

test("Kraken: what is bought with one press of a button stands in no list of trades", async () => {
    const ledgers =
        '"txid","refid","time","type","subtype","aclass","asset","amount","fee","balance"\n' +
        '"L1","T1","2024-05-03 10:00:00","trade","tradespot","currency","XXBT",-0.5,0,0\n"L2","T1","2024-05-03 10:00:00","trade","tradespot","currency","ZUSD",29500.05,76.7001,0\n' +
        '"L4","T4","2024-05-03 10:02:00","spend","","currency","ZUSD",-100.00,1.50,0\n"L5","T4","2024-05-03 10:02:00","receive","","currency","PEPE",8000000.12,0,0\n'
    const trades =
        '"txid","ordertxid","pair","time","type","ordertype","price","cost","fee","vol","margin","misc","ledgers"\n"T1","O1","XBT/USD","2024-05-03 10:00:00","sell","limit",59000.1,29500.05,76.7001,0.5,0,"","L1,L2"\n'
    const files = [exportFile("X01", "ledgers.csv", ledgers), exportFile("X02", "trades.csv", trades)]
    const { reckoning } = await reckoned(files, ALL)
    expect(reckoning.spot.map(({ name, sold, received }) => [name, sold.toFixed(), received?.toFixed()])).toEqual([
        ["BTC", "0.5", "29500.05"],
        ["USD", "101.5", "8000000.12"],
    ])
    expect(reckoning.reconciliation.filter(({ gap }) => !gap.eq("0"))).toEqual([])
})

test("Bitfinex: a year that comes first is told by days that would be years before there were coins", async () => {
    const file = (days: readonly string[]) =>
        `#,DESCRIPTION,CURRENCY,AMOUNT,BALANCE,DATE,WALLET\n${days.map((day, i) => `${String(i)},Tether Withdrawal #123 on wallet exchange,USD,-5,0,${day} 10:00:00,exchange\n`).join("")}`
    const walls = async (days: readonly string[]) => {
        const { ledger } = await reckoned([exportFile("X01", "a.csv", file(days))], ALL)
        return ledger.readings.flatMap(({ chosen }) =>
            chosen.map(({ wall = 0 }) => new Date(wall).toISOString().slice(0, 10)),
        )
    }
    expect(await walls(["24-05-03", "24-05-13"])).toEqual(["2024-05-03", "2024-05-13"])
    expect(await walls(["24-05-21", "03-05-21"])).toEqual(["2021-05-24", "2021-05-03"])
})

test("addresses and hashes that a page cut short are none", async () => {
    const list =
        "Date(UTC+0),Coin,Network,Amount,Fee,Address,TXID,Status\n" +
        ["0x529084…169EE7,0x0000…0001", "0x529084...169EE7,0x0000....0001", "…169EE7,0x1 … 2"]
            .map((ids) => `2024-05-03 17:36:10,ETH,ETH,1,0,${ids},Completed\n`)
            .join("")
    const { ledger } = await reckoned([exportFile("X01", "Withdraw History.csv", list)], ALL)
    const [reading] = ledger.readings
    expect(reading?.rows).toMatchObject({ used: 3, spoiled: 3 })
    expect(reading?.chosen.map(({ address, txHash }) => [address, txHash])).toEqual(
        Array(3).fill([undefined, undefined]),
    )
})

describe("an explorer's list of a wallet, whose columns are named", () => {
    const HEAD =
        '"Transaction Hash","Blockno","UnixTimestamp","DateTime (UTC)","From","To","ContractAddress","Value_IN(ETH)","Value_OUT(ETH)","CurrentValue @ $3000.12/Eth","TxnFee(ETH)","Status","ErrCode"'
    const row = (n: number, to: string, out: string, status = "", value = "0") =>
        `"0x${String(n).repeat(64)}","19780000","1714730400","2024-05-03 10:00:0${String(n)}","0xVictim","${to}","","${value}","${out}","1","0.0021","${status}",""`
    const rows = [
        row(1, "0xThief", "1.5"),
        row(2, "0xThief", "2.25", "Error(0)"),
        row(3, "0xContract", "0"),
        row(4, "0xVictim", "0", "", "7"),
    ]
    const text = `${[HEAD, ...rows].join("\n")}\n`

    test("is told with its header, although a price stands in it", async () => {
        const { ledger } = await reckoned([exportFile("X01", "export-0x52.csv", text)], ALL)
        expect(ledger.unread).toMatchObject([{ fault: "unknown-header", header: HEAD.replaceAll('"', "") }])
    })

    test("is of the coin that a header names; what failed or moved nothing of it does not count, nor its fee", async () => {
        const columns = {
            time: "DateTime (UTC)",
            amount: "Value_OUT(ETH)",
            address: "To",
            tx: "Transaction Hash",
            fee: "TxnFee(ETH)",
            status: "Status",
        }
        const answers = new Map([["X01", { report: "withdrawals", columns } as const]])
        const { ledger, reckoning } = await reckoned([exportFile("X01", "export-0x52.csv", text)], { ...ALL, answers })
        expect([...figures(reckoning.withdrawn), ...figures(reckoning.withdrawalFees)]).toEqual([
            "1.5 ETH",
            "0.0021 ETH",
        ])
        expect(Object.fromEntries(ledger.readings[0]?.rows.notRelevant ?? [])).toEqual({
            "not-completed": 1,
            "nothing-moved": 2,
        })
    })
})

test("subtotals on paper add nothing of two assets", async () => {
    const moved = (n: number, coin: string, amount: string) =>
        `2024-05-03 17:36:${String(n).padStart(2, "0")},${coin},X,${amount},0,TVictim1,${String(n).padStart(64, "0")},Completed\n`
    const list = `Date(UTC+0),Coin,Network,Amount,Fee,Address,TXID,Status\n${moved(1, "USDT", "199.5")}${moved(2, "ETH", "0.999")}${moved(3, "USDT", "0.5")}`
    const convert =
        "Date(UTC),Wallet,Pair,Type,Sell,Buy,Price,Inverse Price,Date Updated,Status\n" +
        ["10 SOL,0.4 ETH", "2 BTC,120000 USDT", "1 BTC,60000 USDT"]
            .map((of) => `2024-05-03 17:40:00,Spot,x,Market,${of},1,1,2024-05-03 17:40:00,Successful\n`)
            .join("")
    const files = [exportFile("X01", "Withdraw History.csv", list), exportFile("X02", "Convert.csv", convert)]
    const { ledger } = await reckoned(files, ALL)
    expect(groupsOf(chosenRows(ledger))).toMatchObject([
        { label: "X01", amount: "200 USDT" },
        { label: "X01", amount: "0.999 ETH" },
        { label: "X02", amount: "0.4 ETH，10 SOL" },
        { label: "X02", amount: "180,000 USDT，3 BTC" },
    ])
})

test("on the timeline what was bought dear is bought, and no sale of the dollars that paid for it", async () => {
    const trade = (second: number, legs: readonly (readonly [string, string, string])[]) =>
        legs
            .map(([operation, coin, change]) =>
                leg(`2024-05-03 17:50:${String(second).padStart(2, "0")}`, operation, coin, change),
            )
            .join("")
    const text =
        STATEMENT_HEAD +
        trade(1, [
            ["Transaction Sold", "BTC", "-0.5"],
            ["Transaction Revenue", "USDT", "29500"],
        ]) +
        trade(10, [
            ["Transaction Buy", "VIDT", "1000"],
            ["Transaction Spend", "USDT", "-900"],
        ]) +
        trade(20, [
            ["Transaction Buy", "VIDT", "1000"],
            ["Transaction Spend", "USDT", "-950"],
        ]) +
        trade(30, [
            ["Transaction Sold", "VIDT", "-2000"],
            ["Transaction Revenue", "BTC", "0.001"],
        ])
    const { ledger } = await reckoned([exportFile("X01", "a.csv", text)], ALL)
    expect(ledgerEvents({ ledger })?.map(({ time, text: said }) => `${time[1] ?? ""} ${said}`)).toEqual([
        "2024-05-03 17:50:01Z 现货首笔卖出：BTC",
        "2024-05-03 17:50:10Z 现货首笔买入：VIDT",
        "2024-05-03 17:50:30Z 现货末笔卖出：VIDT",
    ])
})

describe("a withdrawal on two clocks, of which one alone is within the stated times", () => {
    const window = { from: Date.UTC(2024, 4, 3, 17, 49, 8), to: Date.UTC(2024, 4, 3, 17, 59, 30, 999) }
    const statement = (...times: readonly string[]) =>
        exportFile(
            "X01",
            "a.csv",
            STATEMENT_HEAD +
                leg("2024-05-03 17:49:08", "Deposit", "BTC", "1") +
                times.map((time) => leg(`2024-05-03 ${time}`, "Withdraw", "USDT", "-300")).join(""),
        )
    const list = (...rows: readonly (readonly [time: string, amount: string])[]) =>
        exportFile(
            "X02",
            "Withdraw History.csv",
            `Date(UTC+0),Coin,Network,Amount,Fee,Address,TXID,Status\n${rows.map(([time, amount], i) => `2024-05-03 ${time},USDT,TRX,${amount},1,T${String(i)},${String(i).repeat(64)},Completed\n`).join("")}`,
        )
    const told = async (
        files: Parameters<typeof reckoned>[0],
        options: Parameters<typeof reckoned>[1] = { window },
    ) => {
        const { ledger, reckoning } = await reckoned(files, options)
        const [found] = ledgerIssues(ledger, reckoning, { answers: new Map(), window }).filter(
            ({ code }) => code === "ledger.chosen.proposed",
        )
        const rows: string[] = []
        await eachLedgerRow(ledger, files, { answers: new Map(), ...options }, ({ reading, number, isChosen }) => {
            if (isChosen && number > 2) rows.push(`${reading.label} ${String(number)}`)
            else if (isChosen && reading.label === "X02") rows.push(`X02 ${String(number)}`)
        })
        const chosen = chosenRows(ledger).map(({ file: of, row }) => `${of} ${String(row)}`)
        expect(chosen.filter((one) => one !== "X01 2").sort()).toEqual(rows.sort())
        return [rows.join(), (found?.params as { beside?: number } | undefined)?.beside]
    }

    test("counts in both files, whichever clock is the later one", async () => {
        expect(await told([statement("17:59:00", "17:59:30"), list(["17:59:05", "299"], ["17:59:35", "299"])])).toEqual(
            ["X01 3,X01 4,X02 2,X02 3", 1],
        )
        expect(await told([statement("18:03:00"), list(["17:59:20", "299"])])).toEqual(["X01 3,X02 2", 1])
        expect(await told([statement("17:59:20"), list(["18:20:00", "300"])])).toEqual(["X01 3,X02 2", 1])
    })

    test("and none that is another one", async () => {
        expect(await told([statement("17:59:30"), list(["17:59:35", "250"])])).toEqual(["X01 3", 0])
        expect(await told([statement("17:59:20"), list(["18:40:00", "299"])])).toEqual(["X01 3", 0])
        // The one within is the list's other row.
        expect(await told([statement("17:59:20"), list(["17:59:25", "299"], ["18:00:20", "299"])])).toEqual([
            "X01 3,X02 2",
            0,
        ])
        const answers = new Map([["X01", { unauthorised: [[3, 3]] as const }]])
        expect(await told([statement("17:59:30"), list(["17:59:35", "299"])], { window, answers })).toEqual([
            "X01 3",
            undefined,
        ])
    })
})
