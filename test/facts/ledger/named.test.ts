import { describe, expect, test } from "vitest"
import { NAMED_COLUMNS, readNamedColumns } from "../../../src/facts/case/exports.ts"
import { readCase } from "../../../src/facts/case/load.ts"
import { ledgerIssues } from "../../../src/facts/ledger/findings.ts"
import type { LedgerOptions } from "../../../src/facts/ledger/options.ts"
import type { ExportFile } from "../../../src/facts/ledger/read-file.ts"
import type { ExportAnswer } from "../../../src/facts/ledger/reading.ts"
import { messageOf } from "../../../src/messages/index.ts"
import { file, SMALL_CASE } from "../../check.ts"
import { ALL, exportFile, reckoned } from "./exports.ts"

/** Files with a header that nobody knows, whose columns the reporter named: wallets, and exchanges in other languages. */

type Named = Omit<ExportAnswer, "columns"> & { readonly columns?: string }

const told = async (text: string, { columns, ...answer }: Named) => {
    const read = columns === undefined ? undefined : readNamedColumns(columns)
    if (read !== undefined && "strange" in read) throw new Error(String(read.strange))
    const options = { ...ALL, answers: new Map([["X01", { ...answer, ...(read && { columns: read }) }]]) }
    const { ledger, reckoning } = await reckoned([exportFile("X01", "a.csv", text)], options)
    const figures = (of: readonly { readonly asset: string; readonly value: { toFixed(): string } }[]) =>
        of.map(({ asset, value }) => `${value.toFixed()} ${asset}`).join("、")
    return {
        ledger,
        reckoning,
        withdrawn: figures(reckoning.withdrawn),
        changes: figures(reckoning.changes),
        issues: ledgerIssues(ledger, reckoning, options),
        found: ledgerIssues(ledger, reckoning, options).flatMap(({ code, params }) =>
            /columns\.(?:way|decimals|absent)|problem|earn/.test(code) ? [{ code, params }] : [],
        ),
    }
}

describe("a list of a wallet", () => {
    const row = (minute: number, from: string, to: string, amount: string) =>
        `${String(minute).repeat(64)},2024-05-03 14:0${String(minute)}:06,${from},${to},${amount},USDT,SUCCESS\n`
    const HEAD = "Transaction Hash,Time(UTC),From,To,Amount,Token Symbol,Status\n"
    const rows = [
        row(1, "TVictim", "TThief", "1234.5"),
        row(2, "TOther", "TVictim", "10"),
        row(3, "TVictim", "TVictim", "5"),
    ]
    const text = HEAD + rows.join("")
    const columns = "时间=Time(UTC)；币种=Token Symbol；数量=Amount；地址=To；交易哈希=Transaction Hash；状态=Status"
    const both = `${columns}；来源地址=From`

    test("says by the address that all rows have which came in", async () => {
        const list = await told(text, { report: "withdrawals", columns: both })
        expect([list.withdrawn, list.found]).toEqual(["1234.5 USDT", []])
        expect([...(list.ledger.readings[0]?.rows.notRelevant ?? [])]).toEqual([["other-way", 2]])
        const ledger = await told(text, { report: "statement", columns: both })
        expect([ledger.withdrawn, ledger.changes, ledger.found]).toEqual(["1234.5 USDT", "-1224.5 USDT", []])
        const deposits = await told(text, { report: "deposits", columns: both })
        expect(deposits.ledger.readings[0]?.chosen.map(({ amount }) => amount)).toEqual(["10"])
    })

    test("that does not say it is asked about, and what to name", async () => {
        const { issues, found, withdrawn } = await told(text, { report: "withdrawals", columns })
        expect(withdrawn).toBe("1249.5 USDT")
        expect(found).toEqual([{ code: "ledger.columns.way", params: { label: "X01", by: "from", column: "from" } }])
        const [issue] = issues.filter(({ code }) => code === "ledger.columns.way")
        if (issue === undefined) throw new Error("no finding")
        expect(messageOf(issue, "zh-CN").hint).toContain("来源地址=from")
    })

    test("of one row is told by the address that the reporter gives", async () => {
        const one = HEAD + row(2, "TOther", "TVictim", "10")
        const open = await told(one, { report: "withdrawals", columns: both })
        expect(open.found).toEqual([{ code: "ledger.columns.way", params: { label: "X01", by: "owner", column: "" } }])
        const said = await told(one, { report: "withdrawals", columns: both, account: "TVictim" })
        expect([said.withdrawn, said.found]).toEqual(["", []])
    })

    test("whose common address may be that of whoever got it all is asked about, and all of it counts", async () => {
        const other = { code: "ledger.columns.way", params: { label: "X01", by: "other", column: "" } }
        // As an exchange pays from addresses of its own.
        const out = HEAD + row(1, "THot1", "TThief", "100") + row(2, "THot2", "TThief", "200")
        const list = await told(out, { report: "withdrawals", columns: both })
        expect([list.withdrawn, list.found]).toEqual(["300 USDT", [other]])
        const unsaid = await told(out.replace(/THot\d/g, "--"), { report: "withdrawals", columns: both })
        expect([unsaid.withdrawn, unsaid.found]).toEqual(["300 USDT", [other]])
        const paid = HEAD + row(1, "TMine", "TDeposit1", "100") + row(2, "TMine", "TDeposit2", "200")
        const deposits = await told(paid, { report: "deposits", columns: both })
        expect([deposits.ledger.readings[0]?.rows.used, deposits.found]).toEqual([2, [other]])
        // Signs tell by themselves.
        const signed = out.replace(/THot\d/g, "").replace(/,(\d00),/g, ",-$1,")
        const ledger = await told(signed, { report: "statement", columns: both })
        expect([ledger.changes, ledger.found]).toEqual(["-300 USDT", []])
        const own = await told(out, { report: "withdrawals", columns: both, account: "TThief" })
        expect([own.withdrawn, own.found]).toEqual(["", []])
    })

    test.each(["'0xAbC", '"=""TVictim"""', "0x5290…9EE7", "0x52***E7"])("knows its address as %s", async (own) => {
        const text = HEAD + row(1, own, "TThief", "100") + row(2, "TOther", own, "50")
        expect((await told(text, { report: "withdrawals", columns: both })).withdrawn).toBe("100 USDT")
    })

    test("has rows without any address, which count by their signs", async () => {
        const signed = [row(1, "TVictim", "TThief", "-100"), row(2, "TOther", "TVictim", "50"), row(3, "", "", "-7")]
        const { changes } = await told(HEAD + signed.join(""), { report: "statement", columns: both })
        expect(changes).toBe("-57 USDT")
        const bare = HEAD + signed.join("").replace(/,-(\d+),/g, ",$1,")
        const list = await told(bare, { report: "withdrawals", columns: both })
        expect(list.withdrawn).toBe("107 USDT")
    })

    test("with a column of the way, and amounts that may be whole numbers of the smallest unit", async () => {
        const solana = `Signature,Human Time,From,To,Amount,Flow,Value,Decimals,Token
5x,2024-05-03T14:05:06.000Z,A,B,1500000,out,1.5,6,USDC
5y,2024-05-03T14:05:07.000Z,B,A,2500000,in,2.5,6,USDC
`
        const named = "时间=Human Time；方向=Flow；币种=Token；交易哈希=Signature；地址=To"
        const right = await told(solana, { report: "withdrawals", columns: `${named}；数量=Value` })
        expect([right.withdrawn, right.found]).toEqual([
            "1.5 USDC",
            [{ code: "ledger.columns.decimals", params: { label: "X01", column: "decimals", by: "smallest" } }],
        ])
        const way = await told(solana, { report: "withdrawals", columns: named.replace("；方向=Flow", "；数量=Value") })
        expect(way.found).toContainEqual({
            code: "ledger.columns.way",
            params: { label: "X01", by: "side", column: "flow" },
        })
    })

    test("in thousands, by the name of a column, is told", async () => {
        const text = "t(UTC),金额（万）,币种\n2024-05-03 14:05:06,10,USDT\n"
        const list = await told(text, { report: "withdrawals", columns: "时间=t(UTC)；数量=金额（万）；币种=币种" })
        expect(list.found.map(({ params }) => params)).toMatchObject([{ by: "multiple" }])
    })

    test("has the day and the clock in two columns", async () => {
        const list = "date,time,token,type,amount,tx\n2024-05-03,14:05:06 GMT +8:00,BTC,sent,-0.5,aa\n"
        const columns = "日期=date；时间=time；币种=token；操作=type；变动=amount；交易哈希=tx"
        const { ledger, changes } = await told(list, { report: "statement", columns })
        expect([changes, ledger.readings[0]?.chosen[0]?.epochMs]).toEqual(["-0.5 BTC", Date.UTC(2024, 4, 3, 6, 5, 6)])
        const day = await told(list, { report: "statement", zone: 480, columns: "日期=date；币种=token；变动=amount" })
        expect(day.ledger.readings[0]?.rows).toMatchObject({ used: 1, days: 1 })
    })
})

describe("an export of an exchange", () => {
    test("has its withdrawals by words that mean one thing, also without signs", async () => {
        const head = "时间(UTC+8),类型,数量,币种\n"
        const signed = `${head}2024-05-03 14:05:06,提币,-10,USDT\n2024-05-03 14:05:07,资金划转,-3,USDT\n`
        const columns = "时间=时间(UTC+8)；操作=类型；数量=数量；币种=币种"
        const one = await told(signed, { report: "funding", columns })
        expect([one.withdrawn, one.found]).toEqual(["10 USDT", []])
        const bare = `${head}2024-05-03 14:05:06,提币,10,USDT\n2024-05-03 14:05:07,充币,99,USDT\n2024-05-03 14:05:08,提币手续费,1,USDT\n`
        const two = await told(bare, { report: "statement", columns })
        expect([two.withdrawn, two.changes, two.found]).toEqual(["10 USDT", "88 USDT", []])
        const list = await told(bare, { report: "withdrawals", columns })
        expect(list.ledger.readings[0]?.chosen.map(({ amount }) => amount)).toEqual(["10", "1"])
        const unknown = await told(`${head}2024-05-03 14:05:06,其他,10,USDT\n`, { report: "statement", columns })
        expect(unknown.found).toEqual([
            { code: "ledger.columns.way", params: { label: "X01", by: "sign", column: "" } },
        ])
    })

    test("that is Binance's in a language nobody knows has its figures, as its operations are English", async () => {
        const text = `Benutzer-ID,Zeit(UTC+0),Konto,Vorgang,Coin,Änderung
1,2024-05-03 17:33:00,Spot,Withdraw,USDT,-700
1,2024-05-03 17:34:00,Spot,Transaction Sold,BTC,-1
1,2024-05-03 17:34:00,Spot,Transaction Revenue,USDT,60000
1,2024-05-03 17:34:00,Spot,Transaction Fee,BNB,-0.01
1,2024-05-03 17:35:00,Spot,Transfer Between Main and Funding Wallet,USDT,-100
1,2024-05-03 17:35:00,Funding,Transfer Between Main and Funding Wallet,USDT,100
1,2024-05-03 17:36:00,Funding,Binance Pay,USDT,-5
1,2024-05-03 17:36:30,Funding,Binance Pay,USDT,2
1,2024-05-03 17:37:00,USD-M Futures,Realized Profit and Loss,USDT,-3
`
        const columns = "时间=Zeit(UTC+0)；账户=Konto；操作=Vorgang；币种=Coin；变动=Änderung"
        const { reckoning, withdrawn, changes, issues } = await told(text, { report: "statement", columns })
        expect([withdrawn, changes]).toEqual(["705 USDT", "59294 USDT、-1 BTC、-0.01 BNB"])
        expect(reckoning.spot.map(({ name, sold, received }) => [name, sold.toFixed(), received?.toFixed()])).toEqual([
            ["BTC", "1", "60000"],
        ])
        expect(reckoning.futuresNet.map(({ value }) => value.toFixed())).toEqual(["-3"])
        expect(reckoning.moved.map(({ from, to }) => [from, to])).toEqual([["Spot", "Funding"]])
        expect(issues.filter(({ code }) => code.includes("unknown"))).toEqual([])
        const wallet = text.replace("Konto,", "Typ,")
        const bare = await told(wallet, { report: "statement", columns: columns.replace("账户=Konto；", "") })
        expect(bare.reckoning.futuresNet.map(({ value }) => value.toFixed())).toEqual(["-3"])
    })

    test("that a wallet wrote without signs tells sent from received", async () => {
        const text = "t(UTC+8),类型,数量,币种\n2024-05-03 14:05:06,Send,10,ETH\n2024-05-03 14:05:07,Receive,99,ETH\n"
        const columns = "时间=t(UTC+8)；操作=类型；数量=数量；币种=币种"
        const { withdrawn, changes } = await told(text, { report: "statement", columns })
        expect([withdrawn, changes]).toEqual(["10 ETH", "89 ETH"])
    })

    test("without signs does not say which way went what came back", async () => {
        const head = "t(UTC+8),类型,数量,币种\n"
        const rows = ["提币", "提币退回", "手续费返还", "利息支出"].map(
            (name, i) => `2024-05-03 14:05:0${String(i)},${name},${String(10 ** i)},USDT\n`,
        )
        const columns = "时间=t(UTC+8)；操作=类型；数量=数量；币种=币种"
        const { withdrawn, issues, found } = await told(head + rows.join(""), { report: "statement", columns })
        expect([withdrawn, found.map(({ params }) => params)]).toEqual([
            "1 USDT",
            [{ label: "X01", by: "sign", column: "" }],
        ])
        expect(issues.find(({ code }) => code === "ledger.chosen.unknown-operation")?.params).toMatchObject({
            names: "提币退回、手续费返还、利息支出",
        })
        const sides = "t(UTC+8),方向,数量,币种\n2024-05-03 14:05:06,Payment received,5,USDT\n"
        const ways = `${sides}2024-05-03 14:05:07,internal,7,USDT\n2024-05-03 14:05:08,提现退回,9,USDT\n`
        const side = await told(ways, { report: "statement", columns: columns.replace("操作=类型", "方向=方向") })
        expect([side.changes, side.ledger.readings[0]?.rows.problem]).toEqual(["", 3])
    })

    test("of contracts is reckoned with as such", async () => {
        const text = `成交时间(UTC+8),合约,方向,成交量,成交额,手续费,手续费币种
2024-05-03 14:05:06,XVSUSDT,买入,5,50,0.05,USDT
2024-05-03 14:06:06,XVSUSDT,卖出,5,40,0.04,USDT
`
        const columns =
            "时间=成交时间(UTC+8)；交易对=合约；方向=方向；成交量=成交量；成交额=成交额；手续费=手续费；手续费币种=手续费币种"
        for (const report of ["futures-trades", "futures-orders"] as const) {
            const { reckoning } = await told(text, { report, columns })
            expect(reckoning.futuresNet.map(({ value }) => value.toFixed())).toEqual(["-10.09"])
        }
        const flow = `时间(UTC+8),类型,金额,币种\n2024-05-03 14:05:06,已实现盈亏,-10,USDT\n2024-05-03 14:05:06,手续费,-0.05,USDT\n2024-05-03 14:05:06,资金费,-0.01,USDT\n`
        const { reckoning } = await told(flow, {
            report: "futures-statement",
            columns: "时间=时间(UTC+8)；操作=类型；变动=金额；币种=币种",
        })
        expect(reckoning.futuresNet.map(({ value }) => value.toFixed())).toEqual(["-10.06"])
    })

    test("of trades with both coins by themselves, of purchases, and of conversions", async () => {
        const upbit =
            '체결시간,코인,마켓,종류,거래수량,거래금액,수수료\n2024.05.03. 14:05,BTC,KRW,매수,0.01BTC,"900,000KRW",450.00KRW\n'
        const traded = await told(upbit, {
            report: "spot-trades",
            zone: 540,
            columns:
                "时间=체결시간；基础币种=코인；计价币种=마켓；方向=종류；数量=거래수량；成交额=거래금액；手续费=수수료",
        })
        expect(traded.reckoning.spot).toMatchObject([{ name: "BTC", quote: "KRW" }])
        expect(traded.reckoning.spot[0]?.paid?.toFixed()).toBe("900000")
        const c2c = await told("t(UTC+8),方向,数量,金额\n2024-05-03 14:05:06,卖出,10 USDT,72 CNY\n", {
            report: "c2c",
            columns: "时间=t(UTC+8)；数量=数量；金额=金额；方向=方向",
        })
        expect(c2c.reckoning.purchases.map(({ quantity }) => quantity.toFixed())).toEqual(["10"])
        const converted = await told("t(UTC+8),换出,换入\n2024-05-03 14:05:06,10 USDT,1 SOL\n", {
            report: "convert",
            columns: "时间=t(UTC+8)；换出=换出；换入=换入",
        })
        expect(converted.reckoning.spot.map(({ name, sold }) => `${sold.toFixed()} ${name}`)).toEqual(["10 USDT"])
    })

    test("of national money is asked about, and of earn products told to be in no sum", async () => {
        const text = "t(UTC+8),金额,币种\n2024-05-03 14:05:06,10,CNY\n"
        const columns = "时间=t(UTC+8)；数量=金额；币种=币种"
        expect((await told(text, { report: "fiat", columns })).found).toMatchObject([
            { code: "ledger.rows.problem", params: { reason: "report-unknown" } },
        ])
        expect((await told(text, { report: "earn", columns })).found).toContainEqual({
            code: "ledger.chosen.earn",
            params: { label: "X01", count: 1 },
        })
    })
})

describe("a file whose columns were named beside others", () => {
    const hash = (n: number) => String(n).repeat(64)
    const OWN = "Date(UTC+0),Coin,Network,Amount,Fee,Address,TXID,Status\n"
    const own = (n: number, amount: string) =>
        `2024-05-03 14:0${String(n)}:06,USDT,TRX,${amount},1,TThief,${hash(n)},Completed\n`
    const THEIRS = "Zeit(UTC+0),Münze,Menge,Adresse,TxID\n"
    const theirs = (n: number, amount: string, tx = hash(n)) =>
        `2024-05-03 14:0${String(n)}:06,USDT,${amount},TThief,${tx}\n`
    const columns = { time: "Zeit(UTC+0)", asset: "Münze", amount: "Menge", address: "Adresse", tx: "TxID" }
    const answer = { report: "withdrawals", columns } as const
    const together = async (files: readonly ExportFile[], answers: LedgerOptions["answers"]) => {
        const { ledger, reckoning } = await reckoned(files, { ...ALL, answers })
        const beside = ledger.beside.map(({ first, second }) => `${first} ${second}`)
        return [reckoning.withdrawn.map(({ value }) => value.toFixed()).join(), ...beside]
    }

    test("counts once as a copy of the exchange's own, whichever comes first", async () => {
        const known = (label: string) => exportFile(label, "Withdraw History.csv", OWN + own(1, "100") + own(2, "30"))
        const named = (label: string, tx?: string) =>
            exportFile(label, "b.csv", THEIRS + theirs(1, "100", tx) + theirs(2, "30", tx))
        expect(await together([known("X01"), named("X02")], new Map([["X02", answer]]))).toEqual(["130"])
        expect(await together([named("X01"), known("X02")], new Map([["X01", answer]]))).toEqual(["130"])
        expect(await together([known("X01"), named("X02", "")], new Map([["X02", answer]]))).toEqual(["130"])
    })

    test("with other rows counts beside it, and is asked about", async () => {
        const known = exportFile("X01", "Withdraw History.csv", OWN + own(1, "100") + own(3, "30"))
        const named = exportFile("X02", "b.csv", THEIRS + theirs(2, "7", "") + theirs(4, "8", ""))
        expect(await together([known, named], new Map([["X02", answer]]))).toEqual(["145", "X01 X02"])
        const other = new Map([
            ["X01", { account: "100000001" }],
            ["X02", { ...answer, account: "100000002" }],
        ])
        expect(await together([known, named], other)).toEqual(["145"])
    })

    test("is added as a ledger of the funding account, unless it is a copy of the other", async () => {
        const ledger = (...rows: readonly string[]) =>
            `t(UTC+0),op,n,c\n${rows.map((one) => `2024-05-03 ${one}\n`).join("")}`
        const columns = { time: "t(UTC+0)", operation: "op", amount: "n", asset: "c" }
        const answers = new Map([
            ["X01", { report: "statement", columns } as const],
            ["X02", { report: "funding", columns } as const],
        ])
        const changes = async (one: string, other: string) => {
            const files = [exportFile("X01", "a.csv", one), exportFile("X02", "b.csv", other)]
            const { ledger, reckoning } = await reckoned(files, { ...ALL, answers })
            return [
                reckoning.changes.map(({ value, asset }) => `${value.toFixed()} ${asset}`).join(),
                ledger.beside.length,
            ]
        }
        const trading = ledger("14:05:06,卖出,-0.1,BTC", "14:05:06,买入,5994,USDT", "14:06:06,转出,-5994,USDT")
        const funding = ledger("14:06:06,转入,5994,USDT", "14:07:06,提币,-15994,USDT")
        expect(await changes(trading, funding)).toEqual(["-0.1 BTC,-10000 USDT", 0])
        expect(await changes(trading, trading)).toEqual(["-0.1 BTC", 0])
        const mixed = ledger("14:05:06,买入,5994,USDT", "14:05:30,提币,-1,USDT", "14:06:06,提币,-2,USDT")
        expect(await changes(trading, mixed)).toEqual(["-0.1 BTC,5991 USDT", 1])
    })

    test("of two wallets both count", async () => {
        const list = (wallet: string, n: number) =>
            [1, 2]
                .map((i) => `2024-05-03 14:0${String(n + i)}:06,USDT,${String(n)},${wallet},TThief${String(i)},\n`)
                .join("")
        const from = { ...answer, columns: { ...columns, from: "Von" } }
        const head = "Zeit(UTC+0),Münze,Menge,Von,Adresse,TxID\n"
        const files = [1, 2].map((n) => exportFile(`X0${String(n)}`, "w.csv", head + list(`TVictim${String(n)}`, n)))
        expect(await together(files, new Map([["X01", from] as const, ["X02", from] as const]))).toEqual(["6"])
    })
})

describe("what was named and cannot be read", () => {
    const text = "date,token,type,amount\n2024-05-03 10:00:00,BTC,sent,-0.5\n"
    test.each([
        [
            "a header that the file does not have",
            { report: "statement", columns: "时间=Date；币种=Coin；变动=金额" },
            { code: "ledger.columns.absent", params: { columns: "Coin、金额", by: "header" } },
        ],
        [
            "no report",
            { columns: "时间=date；币种=token；变动=amount" },
            { code: "ledger.columns.absent", params: { by: "report" } },
        ],
        [
            "no amount",
            { report: "statement", columns: "时间=date；币种=token" },
            { code: "ledger.rows.problem", params: { reason: "no-column", column: "变动（amount）" } },
        ],
        [
            "a word that is no way",
            { report: "statement", columns: "时间=date；币种=type；变动=amount；方向=token" },
            undefined,
        ],
    ] as const)("%s", async (_, answer, expected) => {
        const { found } = await told(text, answer)
        if (expected === undefined) expect(found).toEqual([])
        else expect(found).toMatchObject([expected])
        const unsigned = await told(text.replace("-0.5", "0.5"), answer)
        if (expected === undefined)
            expect(unsigned.found).toMatchObject([{ code: "ledger.rows.problem", params: { reason: "side" } }])
    })

    test("of a file whose header is known is not needed", async () => {
        const list = `Date(UTC+0),Coin,Network,Amount,Fee,Address,TXID,Status\n2024-05-03 14:05:06,USDT,TRX,5,1,TThief,${"a".repeat(64)},Completed\n`
        const { withdrawn, found } = await told(list, { report: "withdrawals", columns: "时间=Time；数量=Value" })
        expect([withdrawn, found]).toEqual(["5 USDT", []])
    })

    test("no column is taken for an asset of the case", () => {
        const named = "exports: [{file: X01, report: statement, columns: 时间=date；币种=Token Symbol；变动=amount}]\n"
        const { issues } = readCase("case.yaml", file(SMALL_CASE + named))
        expect(issues.filter(({ code }) => code === "case.asset.unknown")).toEqual([])
    })

    test("two columns for one meaning", () => {
        expect(readNamedColumns("时间=date；数量=amount；变动=value")).toEqual({ strange: ["变动=value"] })
    })

    test("every word for a column is told to whoever types another", () => {
        const [zh, en] = (["zh-CN", "en"] as const).map(
            (lang) =>
                messageOf({ code: "case.exports.columns", path: [], severity: "error", params: { found: "x" } }, lang)
                    .hint ?? "",
        )
        for (const [code, [word]] of Object.entries(NAMED_COLUMNS)) {
            expect(zh).toContain(word)
            expect(en).toContain(code)
        }
    })
})
