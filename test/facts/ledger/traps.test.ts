import { zipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { concat, utf8 } from "../../../src/base/bytes.ts"
import { memorySource } from "../../../src/base/source.ts"
import { ledgerIssues } from "../../../src/facts/ledger/findings.ts"
import { normaliseHeader } from "../../../src/facts/ledger/format.ts"
import { ExactSum } from "../../../src/facts/ledger/number.ts"
import { splitSymbol } from "../../../src/facts/ledger/units.ts"
import { openAll, openExports } from "../../../src/facts/ledger/zip-members.ts"
import { litter } from "../../packet/litter.ts"
import { makeCompound } from "../evidence/make-compound.ts"
import { ALL, exportFile, reckoned } from "./exports.ts"
import { open, read } from "./read-text.ts"
import { workbook, workbookOf } from "./workbook.ts"

const STATEMENT = "User_ID,UTC_Time,Account,Operation,Coin,Change,Remark"
const line = (coin: string, change: string, time = "2023-03-20 09:49:08") =>
    `10000001,${time},Spot,Transaction Sold,${coin},${change},`
const FUTURES_ORDERS =
    "委托时间(UTC),订单号,客户端号,合约,买卖,委托价格,委托数量,成交均价,成交量,成交额,状态,策略单Id,策略单类型"

describe("numbers", () => {
    test("every spelling is read as it is meant", async () => {
        const cells = [
            "1.2345E7",
            "-1.0E7",
            "0E-18",
            '"1,234.5"',
            "7e-04",
            "+0.1",
            "\u22120.5",
            "１２．５",
            "2.00000000000E-7",
            "-.5",
            "'12",
            "(1.25)",
            " - 2.5 ",
            '"=""3.5"""',
        ]
        const { used, problems } = await read([STATEMENT, ...cells.map((cell) => line("USDT", cell)), ""].join("\n"))
        expect(problems).toEqual([])
        expect(used.map(({ amount }) => amount)).toEqual([
            "12345000",
            "-10000000",
            "0",
            "1234.5",
            "0.0007",
            "0.1",
            "-0.5",
            "12.5",
            "0.000000200000000000",
            "-0.5",
            "12",
            "-1.25",
            "-2.5",
            "3.5",
        ])
    })

    test("what lost figures or is read in two ways makes its row a problem, the others count", async () => {
        const cells = ["2.03E+19", '"1,23"', '"1.234,56"', "abc", "", "5", "2.03E19"]
        const { used, problems } = await read([STATEMENT, ...cells.map((cell) => line("USDT", cell)), ""].join("\n"))
        expect(problems).toEqual([
            "2 number-damaged change 2.03E+19",
            "3 number-ambiguous change 1,23",
            "4 number-ambiguous change 1.234,56",
            "5 number-malformed change abc",
            "6 missing change",
            "8 number-damaged change 2.03E19",
        ])
        expect(used.map(({ amount }) => amount)).toEqual(["5"])
    })

    const KUCOIN = "tradeCreatedAt;orderId;symbol;side;price;size;funds;fee;liquidity;feeCurrency;orderType"
    const fill = (price: string, size: string) =>
        `17.11.2021 10:21:26;;AVAX-USDT;buy;${price};${size};1;0,1;taker;USDT;limit`

    test("a decimal comma is one only in a file with semicolons", async () => {
        const { used, problems } = await read(
            [KUCOIN, fill("95,317", "57,7348"), fill("1.095,3", "1.234"), ""].join("\n"),
        )
        expect(used).toMatchObject([{ price: "95.317", filled: "57.7348", fees: [{ asset: "USDT", amount: "0.1" }] }])
        // 1.234 may be one and a bit or twelve hundred.
        expect(problems).toEqual(["3 number-ambiguous size 1.234"])
        const points = await read(
            [KUCOIN, fill("95.317", "57.7348").replace("0,1", "0.1"), fill("1", "1,234"), ""].join("\n"),
        )
        expect(points.used).toMatchObject([{ filled: "57.7348" }])
        expect(points.problems).toEqual(["3 number-ambiguous size 1,234"])
    })

    test("glued units are split by the assets of the pair", async () => {
        const rows = [
            ["1INCHUSDT", "0.51INCH", "0.2USDT", "0.0001BNB"],
            ["币安人生USDT", "697币安人生", '"1,234.56USDT"', "0.5币安人生"],
            ["1000SATSFDUSD", "51000SATS", "7FDUSD", "0.0000118000BNB"],
            ["4USDT", "12.54", "3USDT", "0.24"],
            ["2ZUSDT", "32Z", "1USDT", "0.001 BNB"],
        ].map(([pair, executed, amount, fee]) => `2025-10-01 10:00:00,${pair},BUY,1,${executed},${amount},${fee}`)
        const { used, problems } = await read(["Date(UTC),Pair,Side,Price,Executed,Amount,Fee", ...rows, ""].join("\n"))
        expect(problems).toEqual([])
        expect(used.map(({ base, filled, value, fees }) => [base, filled, value, fees?.[0]])).toEqual([
            ["1INCH", "0.5", "0.2", { asset: "BNB", amount: "0.0001" }],
            ["币安人生", "697", "1234.56", { asset: "币安人生", amount: "0.5" }],
            ["1000SATS", "5", "7", { asset: "BNB", amount: "0.0000118000" }],
            ["4", "12.5", "3", { asset: "4", amount: "0.2" }],
            ["2Z", "3", "1", { asset: "BNB", amount: "0.001" }],
        ])
    })

    test("a market is split by the units of its row, else so that its base is an asset there is", async () => {
        const rows = ["ADAEUR,BUY,1,10ADA,5EUR", "XYAEUR,BUY,1,10XYA,5EUR", "QQAEUR,BUY,1,10QQ,5AEUR"].map(
            (cells) => `2025-10-01 10:00:00,${cells},0BNB`,
        )
        const { used } = await read(["Date(UTC),Pair,Side,Price,Executed,Amount,Fee", ...rows, ""].join("\n"))
        expect(used.map(({ base, quote, filled }) => [base, quote, filled])).toEqual([
            ["ADA", "EUR", "10"],
            ["XYA", "EUR", "10"],
            ["QQ", "AEUR", "10"],
        ])
        const names = ["ADAEUR", "BTCAEUR", "BNBUSD", "BNBBUSD", "DOTUSD_PERP", "USDTUSD", "BNBIDR", "XYZBIDR"]
        expect(names.map((name) => Object.values(splitSymbol(name) ?? {}).join("/"))).toEqual([
            "ADA/EUR",
            "BTC/AEUR",
            "BNB/USD",
            "BNB/BUSD",
            "DOT/USD",
            "USDT/USD",
            "BNB/IDR",
            "XYZ/BIDR",
        ])
    })

    test("an amount in another unit than the row's asset is none", async () => {
        const { problems } = await read(
            [STATEMENT, line("BTC", "12万"), line("BTC", "5K"), line("BTC", "2 BTC"), ""].join("\n"),
        )
        expect(problems).toEqual(["2 number-malformed change 12万", "3 number-malformed change 5K"])
    })

    test("sums are exact", () => {
        const sum = new ExactSum()
        for (let i = 0; i < 10; i++) sum.add("0.1")
        for (const text of ["123456789012345678901234.12", "-0.000000000000000001", "-1"]) sum.add(text)
        expect(`${String(sum)}`).toBe("123456789012345678901234.119999999999999999")
    })
})

describe("identifiers", () => {
    const order = (id: string, client: string) =>
        `2023-03-20 09:49:08,${id},${client},TRBUSDT,买入,10,1,10,1,10,已成交,-,-`

    test("damaged and masked ones are none; their row counts and says so", async () => {
        const ids = [
            "8.38977E+18",
            '"8,38977E+18"',
            "2.03E+19",
            "****4228",
            "20178588789849100000",
            "20178588789849104384",
        ]
        const { used } = await read(
            [FUTURES_ORDERS, ...ids.map((id) => order(id, "aB3dEfGhIjKlMnOpQrStUv")), ""].join("\n"),
        )
        expect(used.map(({ orderId }) => orderId)).toEqual([...ids.slice(0, 5).map(() => undefined), ids[5]])
        expect(used.map(({ spoiled }) => spoiled?.[0])).toEqual([...ids.slice(0, 5).map(() => "订单号"), undefined])
        expect(
            used.every(({ filled, clientOrderId }) => filled === "1" && clientOrderId === "aB3dEfGhIjKlMnOpQrStUv"),
        ).toBe(true)
    })

    test("one that ends in zeros is none where all do, and one among others that do not is what it is", async () => {
        const told = async (...ids: readonly string[]) => {
            const { used } = await read([FUTURES_ORDERS, ...ids.map((id) => order(id, "a")), ""].join("\n"))
            return used.map(({ orderId }) => orderId)
        }
        // OKX has 18 figures: of a thousand orders one ends in three zeros.
        expect(await told("560112233445566000", "560112233445567000")).toEqual([undefined, undefined])
        expect(await told("560112233445566000", "560112233445567012")).toEqual([
            "560112233445566000",
            "560112233445567012",
        ])
    })

    test("a tab, a blank or an apostrophe before one is no part of it; letter case is", async () => {
        const { used } = await read(
            [FUTURES_ORDERS, order("\t123456789", "'ios_aBc"), order(" 123456790", "ios_Abc"), ""].join("\n"),
        )
        expect(used.map(({ orderId, clientOrderId }) => [orderId, clientOrderId])).toEqual([
            ["123456789", "ios_aBc"],
            ["123456790", "ios_Abc"],
        ])
    })
})

describe("times", () => {
    test("what a spreadsheet made of them is refused", async () => {
        const times = [
            "09/04/2020 05:49",
            "5/8/23 10:00",
            "03.04.20",
            "2023-02-30 10:00:00",
            "45005.5",
            "",
            "2023-03-20 24:00:00",
        ]
        const { problems } = await read([STATEMENT, ...times.map((time) => line("BTC", "1", time)), ""].join("\n"))
        expect(problems.map((one) => one.split(" ").slice(0, 2).join(" "))).toEqual([
            "2 time",
            "3 time",
            "4 time",
            "5 time",
            "6 time",
            "7 missing",
            "8 time",
        ])
    })

    test("the zone is that of header, name or cell, and none where nothing says it", async () => {
        const v3 = `\uFEFFUser ID,Time,Account,Operation,Coin,Change,Remark\n1,25-01-03 10:00:00,Spot,Buy,BTC,1,\n`
        const zone = async (text: string, name: string) => (await read(text, name)).zone
        expect(await zone(v3, "Binance-Transaction-History-202603230400(UTC--6)_abcd.csv")).toEqual({
            offset: -360,
            from: "file-name",
        })
        expect(await zone(v3, "x(UTC+5:30).csv")).toEqual({ offset: 330, from: "file-name" })
        expect(await zone(v3, "renamed.csv")).toEqual({})
        expect(await zone(`${STATEMENT}\n${line("BTC", "1")}\n`, "x(UTC+8).csv")).toEqual({
            offset: 0,
            from: "header",
            named: 480,
        })
        const kucoin =
            "UID,Account Type,Currency,Side,Amount,Fee,Time(UTC+08:00),Remark\n1,Main,BTC,Deposit,1,0,2024-01-01 00:00:00,Deposit\n"
        expect(await zone(kucoin, "x.csv")).toEqual({ offset: 480, from: "header" })
        const okx = await read("time,type,size,balance,fee,currency\n2020-01-01 00:00:00 CST,buy,1,1,0,BTC\n")
        expect(okx.used[0]?.offset).toBe(480)
    })

    test("what a spreadsheet wrote in words, year first, is read", async () => {
        const cells = [
            "2024年5月3日 17:49:08",
            "2024年05月03日 17时49分8秒",
            "2024/5/3 下午 5:49:08",
            "2024/5/3 下午5:49:08",
            "2024-05-03 05:49:08 PM",
            '"=""2024-05-03 17:49:08"""',
        ]
        const { used, problems } = await read(
            [STATEMENT, ...cells.map((cell) => line("BTC", "1", cell)), ""].join("\n"),
        )
        expect(problems).toEqual([])
        expect(used.map(({ wall, span }) => [wall, span])).toEqual(
            cells.map(() => [Date.UTC(2024, 4, 3, 17, 49, 8), undefined]),
        )
        const noon = ["2024/5/3 上午12:05", "2024/5/3 12:05 PM", "2024年5月3日", "2024/5/3 13:05 AM"]
        const others = await read([STATEMENT, ...noon.map((cell) => line("BTC", "1", cell)), ""].join("\n"))
        expect(others.used.map(({ wall, span }) => [wall, span])).toEqual([
            [Date.UTC(2024, 4, 3, 0, 5), 60_000],
            [Date.UTC(2024, 4, 3, 12, 5), 60_000],
            [Date.UTC(2024, 4, 3), 86_400_000],
        ])
        expect(others.problems).toEqual(["5 time utc_time 2024/5/3 13:05 AM"])
    })

    test("milliseconds are kept and never rounded", async () => {
        const header = "txid,refid,time,type,subtype,aclass,asset,amount,fee,balance"
        const { used } = await read(`${header}\nL1,R1,2023-01-31 23:59:59.5799,trade,,currency,XXBT,-1.5,0.001,2\n`)
        expect(used[0]).toMatchObject({ wall: Date.UTC(2023, 0, 31, 23, 59, 59, 579), asset: "BTC", amount: "-1.501" })
    })
})

describe("lines", () => {
    test("a stray quotation mark spoils its own line alone", async () => {
        const rows = [
            line("A", "1"),
            `10000001,2023-03-20 09:49:08,Spot,"Sold,B,2,`,
            line("C", "3"),
            `"10000001","2023-03-20 09:49:09","Spot","Buy","D","4",""`,
        ]
        const { used, problems } = await read([STATEMENT, ...rows, ""].join("\n"))
        expect(used.map(({ asset }) => asset)).toEqual(["A", "C", "D"])
        expect(problems).toHaveLength(1)
        expect(problems[0]).toMatch(/^3 torn/)
    })

    test("a file that ends within the first cell of a row lacks that row, a remark at its end does not", async () => {
        const { idle, problems } = await read(`${STATEMENT}\n${line("A", "1")}\n10000`)
        expect([idle, problems.map((one) => one.slice(0, 7))]).toEqual([[], ["3 cells"]])
        expect((await read(`${STATEMENT}\n${line("A", "1")}\n由本人导出`)).problems).toEqual([])
    })

    test("a mark that is never closed swallows no row, however long the file", async () => {
        const rows = Array.from({ length: 500 }, (_, i) => line("USDT", String(i + 1)))
        const { used, problems } = await read(
            [STATEMENT, `10000001,2023-03-20 09:49:08,Spot,"Sold,B,2,`, ...rows, ""].join("\n"),
        )
        expect([used.length, problems.length]).toEqual([500, 1])
    })

    test("a cell over two lines is one row, numbered by its first", async () => {
        const { uses } = await read(`${STATEMENT}\n${line("A", "1")}"two\nlines"\n${line("B", "2")}\n`)
        expect([...uses.keys()]).toEqual([2, 4])
        expect(uses.get(2)).toMatchObject({ row: { note: "two\nlines" } })
    })

    test("nor is one whose word stands in the column of times", async () => {
        const { idle, problems } = await read(
            "Date(UTC),type,Amount,Asset,Symbol,Transaction ID\n2024-01-02 03:04:05,COMMISSION,-1,USDT,BTCUSDT,7\n合计,,-1,,,\n",
        )
        expect([idle, problems]).toEqual([["3 note"], []])
    })

    test("a quantity with its unit keeps its point in a file of decimal commas", async () => {
        const fill = (executed: string) => `2024-01-02 03:04:05;ETHUSDT;SELL;3010,2;${executed};3,5USDT;0.00047900ETH\n`
        const { used, problems } = await read(
            `Date(UTC);Pair;Side;Price;Executed;Amount;Fee\n${fill("1.24500ETH")}${fill("1.245ETH")}`,
        )
        expect(used.map(({ filled, value, fees }) => [filled, value, fees?.[0]?.amount])).toEqual([
            ["1.24500", "3.5", "0.00047900"],
        ])
        expect(problems.map((one) => one.split(" ").slice(0, 2).join(" "))).toEqual(["3 number-ambiguous"])
    })

    test("a sum below the rows is no row that lacks its time", async () => {
        const sums = ["Total,,,,BTC,3,", "合计：,,,,,3,", "Grand total,,,,BTC,3"]
        const { used, problems, idle } = await read([STATEMENT, line("BTC", "3"), ...sums, ""].join("\n"))
        expect([used.length, problems, idle]).toEqual([1, [], ["3 note", "4 note", "5 note"]])
        expect((await read([STATEMENT, "1,,Spot,Sell,BTC,3,", ""].join("\n"))).problems.length).toBe(1)
    })

    test("blank lines are counted", async () => {
        const { uses } = await read(`${STATEMENT}\r\n\r\n${line("A", "1")}\r\n\r\n${line("B", "2")}\r\n`)
        expect([...uses.keys()]).toEqual([3, 5])
    })

    test("files with the line ends of old Macintoshes", async () => {
        const { used, uses } = await read([STATEMENT, line("A", "1"), line("B", "2"), ""].join("\r"))
        expect([used.length, [...uses.keys()]]).toEqual([2, [2, 3]])
    })

    test("the last line of half a file is a problem, not a smaller number", async () => {
        const whole = [STATEMENT, line("A", "1"), line("B", "-0.12345678"), ""].join("\n")
        const cut = whole.slice(0, whole.indexOf("345678"))
        const { used, problems } = await read(cut)
        expect(used.map(({ asset }) => asset)).toEqual(["A"])
        expect(problems[0]).toMatch(/^3 cells/)
        // Cut within a character as well: the file is still UTF-8.
        const name = utf8(`${STATEMENT}\n${line("A", "1")}\n10000001,2023-03-20 09:49:08,现货`)
        const half = await read(name.slice(0, -1))
        expect([half.table.encoding, half.used.length, half.problems.length]).toEqual(["utf-8", 1, 1])
    })

    test("more cells than columns is a shifted row; a remark at the end may hold commas", async () => {
        const { used } = await read(`${STATEMENT}\n${line("A", "1")}paid, thanks\n`)
        expect(used).toHaveLength(1)
        const header = "Date(UTC),Market,Type,Price,Amount,Total,Fee,Fee Coin"
        const shifted = await read(`${header}\n2023-01-01 10:00:00,BTCUSDT,BUY,1,234.5,1,234.5,0,BNB\n`)
        expect(shifted.problems[0]).toMatch(/^2 cells/)
    })

    test("identical lines, many in one second, all count", async () => {
        const second = (time: string) => [
            ...["-0.03135060", "-0.03135060", "-0.03135060"].map((sold) => line("ETH", sold, time)),
            ...["50.1", "50.1"].map((got) => line("USDT", got, time)),
            line("BNB", "-0.0001", time),
        ]
        const rows = [...second("2023-03-20 18:36:00"), ...second("2023-03-20 18:36:01")]
        const { used } = await read([STATEMENT, ...rows, ""].join("\n"))
        expect(used).toHaveLength(12)
    })

    test("an endless line is one problem and the rest is read", async () => {
        const file = `${STATEMENT}\n${line("A", "1")}\n${"x".repeat(5 << 20)}\n${line("B", "2")}\n`
        const { used, problems, uses } = await read(file)
        expect(used.map(({ asset }) => asset)).toEqual(["A", "B"])
        expect(problems).toHaveLength(1)
        expect([...uses.keys()]).toEqual([2, 3, 4])
    })
})

describe("files", () => {
    test("gb18030 is read and shown, rare characters included", async () => {
        const head = utf8("time,type,size,balance,fee,currency\n2020-01-01 00:00:00,")
        // 䶮 is FE 9F.
        const { table, used } = await read(
            concat([head, Uint8Array.of(0xd7, 0xaa, 0xc8, 0xeb, 0xfe, 0x9f), utf8(",1,1,0,BTC\n")]),
        )
        expect([table.encoding, used[0]?.operation]).toEqual(["gb18030", "转入䶮"])
    })

    test("a byte that is no UTF-8 far behind the head", async () => {
        const rows = Array.from({ length: 4000 }, () => line("USDT", "1")).join("\n")
        const file = concat([
            utf8(`${STATEMENT}\n${rows}\n10000001,2023-03-20 09:49:08,`),
            Uint8Array.of(0xcf, 0xd6, 0xbb, 0xf5),
            utf8(",Buy,BTC,1,\n"),
        ])
        const { table, used } = await read(file)
        expect([table.encoding, used.length, used.at(-1)?.wallet]).toEqual(["gb18030", 4001, "现货"])
    })

    test("what Excel saves as Unicode text", async () => {
        const text = `\uFEFF${STATEMENT}\n${line("币安人生", "1.5")}\n`.replaceAll(",", "\t")
        const bytes = new Uint8Array(text.length * 2)
        for (let i = 0; i < text.length; i++) new DataView(bytes.buffer).setUint16(i * 2, text.charCodeAt(i), true)
        const { table, used } = await read(bytes)
        expect([table.encoding, table.separator, used[0]?.asset]).toEqual(["utf-16le", "\t", "币安人生"])
        const big = bytes.slice()
        for (let i = 0; i < big.length; i += 2) [big[i], big[i + 1]] = [bytes[i + 1] ?? 0, bytes[i] ?? 0]
        expect((await read(big)).used[0]?.amount).toBe("1.5")
    })

    test("an empty export has no rows and no fault", async () => {
        const { used, idle } = await read(`${STATEMENT}\nNo data matches the criteria.\n`)
        expect([used.length, idle]).toEqual([0, ["2 empty-export"]])
        expect((await read(`${STATEMENT}\n`)).uses.size).toBe(0)
    })

    test("unknown operations count and are named", async () => {
        const { used } = await read(`${STATEMENT}\n10000001,2023-03-20 09:49:08,Spot,Something Quite New,BTC,1,\n`)
        expect(used[0]).toMatchObject({ class: "unknown", operation: "Something Quite New", amount: "1" })
    })

    test("cancelled orders with fills count, those without are not relevant", async () => {
        const row = (filled: string, status: string) =>
            `2023-03-20 09:49:08,1,c,TRBUSDT,买入,10,5,10,${filled},${filled},${status},-,-`
        const { used, idle } = await read(
            [FUTURES_ORDERS, row("2", "已撤销"), row("0", "已撤销"), row("-", "已过期"), row("1", "已过期"), ""].join(
                "\n",
            ),
        )
        expect(used.map(({ status, statusText, filled }) => [status, statusText, filled])).toEqual([
            ["partly", "已撤销", "2"],
            ["partly", "已过期", "1"],
        ])
        expect(idle).toEqual(["3 nothing-filled", "4 nothing-filled"])
    })

    test("fills below an order that could not be read are nobody's", async () => {
        const header =
            "Date(UTC),OrderNo,Pair,Type,Side,Order Price,Order Amount,AvgTrading Price,Filled,Total,Trigger Condition,status"
        const sub = ",Date(UTC),Trading Price,Filled,Total,Fee,,,,,,"
        const { used, problems, idle } = await read(
            [
                header,
                "2023-01-01 10:00:00,11,BTCUSDT,LIMIT,BUY,10,2,10,2,20,,Filled",
                sub,
                ",2023-01-01 10:00:01,10,1.5,15,0.001BNB,,,,,,",
                ",2023-01-01 10:00:02,10,0.5,5,0.0005BTC,,,,,,",
                "2023-01-01 11:00:00,12,BTCUSDT,LIMIT,BUY,10,2,10,2E+19,20,,Filled",
                sub,
                ",2023-01-01 11:00:01,10,2,20,0.001BNB,,,,,,",
                "",
            ].join("\n"),
        )
        expect(used.map(({ kind, orderId, filled, fees }) => [kind, orderId, filled, fees?.[0]?.asset])).toEqual([
            ["order", "11", "2", undefined],
            ["trade", "11", "1.5", "BNB"],
            ["trade", "11", "0.5", "BTC"],
        ])
        expect(idle).toEqual(["3 note", "7 note"])
        expect(problems.map((one) => one.split(" ").slice(0, 2).join(" "))).toEqual(["6 number-damaged", "8 missing"])
    })

    test("deposit or withdrawal is asked where only the name of the file knew it", async () => {
        const file =
            "Date(UTC),Coin,Amount,TransactionFee,Address,TXID,SourceAddress,PaymentID,Status\n2020-01-01 10:00:00,BTC,1,0,1A,ab,,,Completed\n"
        expect((await read(file, "renamed.csv")).problems[0]).toMatch(/^2 report-unknown/)
        expect((await read(file, "充值记录.csv")).used[0]?.kind).toBe("deposit")
    })

    test.each([
        ["html", "  <!DOCTYPE html><html><body>Please log in</body></html>"],
        ["empty", "\n\n"],
        ["unknown-header", "a,b,c\n1,2,3\n"],
        ["pdf", "%PDF-1.4 x"],
        ["not-text", Uint8Array.of(0x41, 0, 0xff, 0xff, 0, 1)],
        ["old-xls", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0)],
        ["password", makeCompound(["Root Entry", "EncryptionInfo", "EncryptedPackage"])],
        ["damaged", Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3)],
        ["too-large", zipSync({ "[Content_Types].xml": new Uint8Array(8 << 20) })],
    ] as const)("%s is said", async (fault, file) => {
        expect(await open(file)).toMatchObject({ fault })
    })

    test("what stands above an unknown header is not shown, and neither are rows", async () => {
        const found = await open(
            "UID:200000000000001,Name:Ming Cheshi,Level:2,,\nWhen,What,How much,Coin\n2020-01-01,x,12345678,BTC\n",
        )
        expect(found).toEqual({ fault: "unknown-header", header: "When,What,How much,Coin" })
        expect(await open("Ming Cheshi,m@example.com,13800000000\n1,2,13800000001\n")).toEqual({
            fault: "unknown-header",
            header: "",
        })
    })

    test("a ledger without signs is read by the direction that the reporter named", async () => {
        const columns = {
            time: "Created(UTC)",
            asset: "Crypto",
            amount: "Quantity",
            operation: "Kind",
            side: "Direction",
        }
        const rows = ["Deposit,Inflow,5", "Withdraw,Outflow,2", "提现,支出,1", "Fee,Outflow,-0.5", "奖励,收入,3"]
        const text = `Kind,Direction,Quantity,Created(UTC),Crypto,X\n${rows.map((row) => `${row},2026-01-01 10:00:00,BTC,\n`).join("")}`
        const { used } = await read(text, "a.csv", { report: "statement", columns })
        expect(used.map(({ amount }) => amount)).toEqual(["5", "-2", "-1", "-0.5", "3"])
    })

    test("a header nobody knows is read by the columns that the reporter named", async () => {
        const file = "When(UTC+9),What,Total, taxed,Coin,Other,More,Yet more\n2020-01-01 10:00:00,x,1,-2.5,BTC,,,\n"
        const { used, zone } = await read(file.replace("Total, taxed", '"Total, taxed",Moved'), "x.csv", {
            report: "statement",
            columns: { time: "When(UTC+9)", asset: "Coin", amount: "Moved" },
        })
        expect(used[0]).toMatchObject({ amount: "-2.5", asset: "BTC" })
        expect(zone).toEqual({ offset: 540, from: "header" })
    })
})

describe("workbooks", () => {
    const header = ["User_ID", "UTC_Time", "Account", "Operation", "Coin", "Change", "Remark"]

    test("dates count from 1900 or 1904, numbers keep the text that is stored", async () => {
        const rows = [
            header,
            [{ n: "10000001" }, { date: "45005.4090046296" }, "Spot", "Buy", "BTC", { n: "103.24793040000001" }],
        ]
        const from1900 = await read(workbook(rows), "x.xlsx")
        expect(from1900.used[0]).toMatchObject({ wall: Date.UTC(2023, 2, 20, 9, 48, 58), amount: "103.24793040000001" })
        const from1904 = await read(workbook(rows, true), "x.xlsx")
        expect(from1904.used[0]?.wall).toBe(Date.UTC(2027, 2, 21, 9, 48, 58))
    })

    test("of numbers that a spreadsheet wrote with 17 figures the sum is exact, and none is told as cut", async () => {
        const stored = ["0.10000000000000001", "0.20000000000000001", "-0.29999999999999999"]
        const rows = stored.map((n) => ["1", "2023-03-20 09:49:08", "Spot", "Buy", "BTC", { n }])
        const { used } = await read(workbook([header, ...rows]), "x.xlsx")
        expect(used.map(({ amount, rounded }) => [amount, rounded])).toEqual([
            ["0.1", undefined],
            ["0.2", undefined],
            ["-0.3", undefined],
        ])
    })

    test("a cell far to the right makes no row of thousands", async () => {
        const row = ["1", "2023-03-20 09:49:08", "Spot", "Buy", "BTC", "1", "", ...Array<string>(9000).fill("x")]
        const { table, used } = await read(workbook([header, row]))
        const widths: number[] = []
        for await (const rows of table.rows()) widths.push(...rows.map(({ cells }) => cells.length))
        expect([used.length, widths]).toEqual([1, [6]])
    })

    test("a second sheet with rows is named", async () => {
        const rows = [header, ["1", "2023-03-20 09:49:08", "Spot", "Buy", "BTC", "1"]]
        const both = workbookOf([
            ["sheet1", rows],
            ["page 2", [["a"]]],
        ])
        expect((await read(both)).table).toMatchObject({
            sheet: "sheet1",
            otherSheets: ["page 2"],
        })
        expect((await read(workbook(rows))).table.otherSheets).toBeUndefined()
    })

    test("a number of seventeen figures is no identifier, a number is no time", async () => {
        const orders = FUTURES_ORDERS.split(",")
        const row = (id: string) => [
            "2023-03-20 09:49:08",
            { n: id },
            "c",
            "TRBUSDT",
            "买入",
            "10",
            "1",
            "10",
            "1",
            "10",
            "已成交",
            "-",
            "-",
        ]
        const { used } = await read(
            workbook([orders, row("12345678901234568"), row("8389766050"), row("8.3897660500123E+18")]),
            "x.xlsx",
        )
        expect(used.map(({ orderId, spoiled }) => [orderId, spoiled])).toEqual([
            [undefined, ["订单号"]],
            ["8389766050", undefined],
            [undefined, ["订单号"]],
        ])
        const bare = await read(
            workbook([header, [{ n: "1" }, { n: "45005.4" }, "Spot", "Buy", "BTC", { n: "1" }]]),
            "x.xlsx",
        )
        expect(bare.problems[0]).toMatch(/^2 time/)
    })
})

describe("files that were joined", () => {
    test("the same header once more is no row", async () => {
        const again = [STATEMENT, line("A", "1"), `\uFEFF${STATEMENT}`, line("A", "2"), ""].join("\r\n")
        const { used, idle, problems } = await read(again)
        expect([used.map(({ amount }) => amount), idle, problems]).toEqual([["1", "2"], ["3 note"], []])
    })

    test("behind a header with another zone no row is read", async () => {
        const account = (zone: string): string => `UID,Account Type,Currency,Side,Amount,Fee,Time(${zone}),Remark`
        const row = "1,Main,BTC,Deposit,1,0,2024-01-01 00:00:00,Deposit"
        const { used, problems } = await read([account("UTC"), row, account("UTC+08:00"), row, row, ""].join("\n"))
        expect([used.length, problems.map((one) => one.slice(0, 8))]).toEqual([1, ["3 header", "4 header", "5 header"]])
    })

    test("of deposits and withdrawals nobody knows which begin there", async () => {
        const head = "Date(UTC),Coin,Network,Amount,Fee,Address,TXID,Status"
        const row = "2024-05-07 02:40:00,USDT,TRX,499,1,TXYZ,aa11,Completed"
        const { used, problems } = await read([head, row, head, row, ""].join("\n"), "Deposit History.csv")
        expect([used.length, problems.length]).toEqual([1, 2])
    })
})

describe("states", () => {
    test("what failed or waits did not leave; a word that nobody knows counts, and is named", async () => {
        const head = "Date(UTC),Coin,Network,Amount,Fee,Address,TXID,Status"
        const states = [
            ...["Completed", "Failure", "Awaiting Approval", "Email Sent", "Quite New"],
            // As others write them.
            ...[
                "Confirmed",
                "Processed",
                "Withdrawal Successful",
                "Withdrawal Failed",
                "Wallet Processing",
                "提现失败，已退回",
                "Rejected by user",
                "User cancelled",
            ],
        ]
        const rows = states.map((state) => `2024-05-07 02:40:00,USDT,TRX,1,0,TXYZ,aa,${state}`)
        const { ledger, reckoning } = await reckoned(
            [exportFile("X01", "Withdraw History.csv", [head, ...rows, ""].join("\n"))],
            ALL,
        )
        expect(reckoning.withdrawn.map(({ value }) => String(value))).toEqual(["5"])
        const found = ledgerIssues(ledger, reckoning, { answers: new Map() })
        expect(found.map(({ code, params }) => [code, params] as const)).toContainEqual([
            "ledger.rows.unknown-state",
            { label: "X01", count: 3, names: "Quite New、Confirmed、Processed" },
        ])
    })
})

describe("archives but ZIP", () => {
    test.each([
        ["gzip", [0x1f, 0x8b, 8, 0]],
        ["RAR", [0x52, 0x61, 0x72, 0x21, 0x1a, 7, 1, 0]],
        ["7-Zip", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
        ["tar", [...utf8("part-00000.csv"), ...new Uint8Array(243), ...utf8("ustar")]],
    ])("%s is to be unpacked", async (_, bytes) => {
        expect(await open(new Uint8Array([...bytes, ...new Uint8Array(300)]))).toEqual({ fault: "archive" })
    })

    test.each([
        ["OpenDocument", { mimetype: "x", "content.xml": "<x/>", "META-INF/manifest.xml": "<x/>" }],
        ["Numbers", { "Index/Document.iwa": "x", "preview.jpg": "x" }],
    ])("a table of %s is told as one, and no member of it", async (_, parts) => {
        const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, utf8(text)])))
        const file = { label: "X05", name: "a.ods", source: memorySource(bytes), sha256: "00" }
        expect(await openAll([file])).toEqual({
            files: [],
            unread: [{ label: "X05", name: "a.ods", fault: "office" }],
        })
    })

    test("a ZIP behind a password is told as one", async () => {
        const bytes = zipSync({ "x.csv": utf8(`${STATEMENT}\n${line("A", "1")}\n`) })
        const central = bytes.findIndex((_, i) => bytes[i] === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 1)
        bytes.set([1], central + 8)
        const { unread } = await openAll([{ label: "X05", name: "a.zip", source: memorySource(bytes), sha256: "00" }])
        expect(unread).toEqual([{ label: "X05", name: "a.zip", fault: "password" }])
    })
})

describe("a ZIP of exports", () => {
    const file = (bytes: Uint8Array) => ({ label: "X05", name: "a.zip", source: memorySource(bytes), sha256: "00" })

    test("is opened one level", async () => {
        const text = utf8(`${STATEMENT}\n${line("A", "1")}\n`)
        const inner = zipSync({ "x.csv": text })
        const opened = await openExports(
            file(zipSync({ "a/part-00000.csv": text, "__MACOSX/a/._part-00000.csv": litter("._x"), "b.zip": inner })),
        )
        if (opened === undefined || "fault" in opened) throw new Error("not opened")
        expect(opened.members.map(({ label, name, sha256 }) => [label, name, sha256])).toEqual([
            ["X05/a/part-00000.csv", "a/part-00000.csv", "00"],
        ])
        expect(opened.refused).toEqual([{ label: "X05/b.zip", why: "nested" }])
        const [member] = opened.members
        if (member === undefined) throw new Error("no member")
        expect((await read(await member.source.read(0, member.source.size))).used).toHaveLength(1)
    })

    test("a workbook is none, and neither is a text", async () => {
        expect(await openExports(file(workbook([["a"]])))).toBeUndefined()
        expect(await openExports(file(utf8("a,b,c\n1,2,3\n1,2,3\n1,2,3\n")))).toBeUndefined()
    })

    test("a damaged one is said", async () => {
        expect(await openExports(file(zipSync({ "x.csv": utf8("abc") }).slice(0, -10)))).toMatchObject({
            fault: "not-zip",
        })
    })
})

test("a header of nothing but brackets or quotation marks is read at once", () => {
    for (const mark of ["(utc", "（UTC", "'"]) {
        const cell = `${mark.repeat(60_000)}a`
        expect(normaliseHeader(cell)).toEqual({ name: cell.normalize("NFKC").toLowerCase().replace(/^'+/, "") })
    }
    expect(normaliseHeader(` 'Time(UTC+8) " `)).toEqual({ name: "time{z}", zone: "UTC+8", offset: 480 })
})

test("records above the header are told: it was sorted in among them", async () => {
    const head = ["我的资金流水", "UID: 10000001,Name: 王某,"]
    const told = async (text: string) => {
        const { ledger } = await reckoned([exportFile("X01", "a.csv", text)], ALL)
        return ledger.readings.map(({ rows, problems }) => [
            rows.used,
            problems.map(({ row, why }) => `${String(row)} ${why}`),
        ])
    }
    const rows = [line("A", "1"), line("B", "2"), STATEMENT, line("C", "3")]
    expect(await told(`${rows.join("\n")}\n`)).toEqual([[1, ["1 above", "2 above"]]])
    expect(await told(`${[...head, STATEMENT, line("C", "3")].join("\n")}\n`)).toEqual([[1, []]])
    const cells = rows.map((one) => one.split(","))
    expect((await read(workbook(cells), "a.xlsx")).problems).toHaveLength(2)
})

test("the number of an account in full-width figures is the same account", async () => {
    const text = `${STATEMENT}\n${line("A", "1")}\n`
    const files = [
        exportFile("X01", "a.csv", text),
        exportFile("X02", "b.csv", text.replace("10000001", "１０００００01")),
    ]
    const { ledger } = await reckoned(files, ALL)
    expect(ledger.readings.map(({ rows }) => rows.used)).toEqual([1, 0])
})

describe("what spreadsheets and people do to a list of withdrawals", () => {
    const HEAD = ["Time", "Coin", "Network", "Amount", "Fee", "Address", "TXID", "Status"]
    const moved = (amount: string, fee = "1", coin = "USDT", time = "2026-03-20 09:49:08", id = "a") => [
        time,
        coin,
        "TRX",
        amount,
        fee,
        "TVictim1",
        id.repeat(64),
        "Completed",
    ]
    const text = (rows: readonly (readonly string[])[], mark = ",") =>
        [HEAD, ...rows]
            .map((row) => `${row.map((cell) => (cell.includes(mark) ? `"${cell}"` : cell)).join(mark)}\n`)
            .join("")
    const told = async (...files: readonly string[]) => {
        const given = files.map((one, i) => exportFile(`X0${String(i + 1)}`, `withdraw ${String(i)}(UTC+8).csv`, one))
        const { ledger, reckoning } = await reckoned(given, ALL)
        const sums = [...reckoning.withdrawn, ...reckoning.withdrawalFees].map(({ value }) => value.toFixed())
        return [
            sums,
            ledger.readings.flatMap(({ problems }) => problems.map(({ row, why }) => `${String(row)} ${why}`)),
        ]
    }

    test("a comma for a point, in quotation marks or between tabs, and one that may group beside it", async () => {
        const rows = [moved("12500,12345678"), moved("0,125", "0,5", "USDT", "2026-03-20 09:50:08", "b")]
        for (const mark of [",", "\t"]) expect(await told(text(rows, mark))).toEqual([["12500.24845678", "1.5"], []])
        const either = [moved("3,500"), moved("0,125", "1", "USDT", "2026-03-20 09:50:08", "b")]
        expect(await told(text(either))).toEqual([[], ["2 number-ambiguous", "3 number-ambiguous"]])
        expect(await told(text([moved("3,500")]))).toEqual([["3500", "1"], []])
        expect(await told(text([moved("0,125"), moved("1.5")]))).toEqual([["1.5", "1"], ["2 number-ambiguous"]])
    })
    test("fees with the sign of what left", async () => {
        expect(await told(text([moved("-12.5", "-1")]))).toEqual([["12.5", "1"], []])
    })
    test("sums with a date are no coin", async () => {
        const sums = ["合计", "Total", "USDT 汇总"].map((coin) =>
            moved("12.5", "1", coin, "2026-03-31").map((cell, i) => ([0, 1, 3, 4].includes(i) ? cell : "")),
        )
        expect(await told(text([moved("12.5"), ...sums]))).toEqual([
            ["12.5", "1"],
            ["3 total", "4 total", "5 total"],
        ])
    })
    test("a coin with the name of a sum is one", async () => {
        expect(await told(text([moved("12.5", "1", "SUM"), moved("2", "0.5", "TOTAL")]))).toEqual([
            ["12.5", "2", "1", "0.5"],
            [],
        ])
        const fills =
            "Date(UTC),Pair,Side,Price,Executed,Amount,Fee\n2024-01-02 03:04:05,SUMUSDT,SELL,2,5SUM,10USDT,0.01USDT\n"
        const { ledger } = await reckoned([exportFile("X01", "trades.csv", fills)], ALL)
        expect(ledger.readings[0]?.chosen).toMatchObject([{ base: "SUM", quote: "USDT", filled: "5", value: "10" }])
    })
    test("a copy cut to the width of a cell counts by its original, whichever comes first", async () => {
        const whole = text([moved("12500.12345678")])
        const copy = text([moved("12500.12346", "1", "USDT", "2026/3/20 9:49")])
        for (const both of [
            [whole, copy],
            [copy, whole],
        ])
            expect(await told(...both)).toEqual([["12500.12345678", "1"], []])
    })
})
