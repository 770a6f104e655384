import { describe, expect, test } from "vitest"
import { memorySource } from "../../../src/base/source.ts"
import { readRowList } from "../../../src/facts/case/row-list.ts"
import { rowTime } from "../../../src/facts/ledger/clock.ts"
import { ledgerIssues } from "../../../src/facts/ledger/findings.ts"
import { readLedger } from "../../../src/facts/ledger/ledger.ts"
import type { Reckoning } from "../../../src/facts/ledger/reckon.ts"
import { tellFiles } from "../../../src/facts/ledger/tell.ts"
import { exchangeOfCase } from "../../../src/facts/recipients/platform.ts"
import { nodeHost } from "../../../src/node/host.ts"
import { ALL, exportFile, futuresOrder, later, leg, ORDERS_HEAD, reckoned, STATEMENT_HEAD } from "./exports.ts"
import { workbook } from "./workbook.ts"

const NONE = { answers: new Map() }
const day = (n: number, time = "10:00:00"): string => `2023-03-${String(n).padStart(2, "0")} ${time}`
const row = (n: number, change = "1.5"): string => leg(day(n), "Deposit", "BTC", change)
const statement = (label: string, ...rows: readonly string[]) =>
    exportFile(label, `${label}.csv`, STATEMENT_HEAD + rows.join(""))

describe("files of one report that reach over the same time", () => {
    test("with the same rows: those of the second count for nothing", async () => {
        const files = [
            statement("X01", row(1), row(2), row(2), row(3)),
            statement("X02", row(2), row(2), row(3), row(4)),
        ]
        const { readings, overlaps } = await readLedger(files, NONE)
        expect(overlaps).toEqual([expect.objectContaining({ first: "X01", second: "X02", aside: "X02", rows: [3, 3] })])
        expect(readings.map(({ rows: { used, notRelevant } }) => [used, notRelevant.get("repeated") ?? 0])).toEqual([
            [4, 0],
            [1, 3],
        ])
    })

    test("with other rows: totals of neither are used", async () => {
        const files = [statement("X01", row(1), row(2), row(3)), statement("X02", row(2, "1.6"), row(3), row(4))]
        const { ledger, reckoning } = await reckoned(files, { window: { from: 0, to: Date.UTC(2024) } })
        expect(ledger.overlaps.map(({ aside, rows }) => [aside, rows])).toEqual([[undefined, [2, 2]]])
        expect(reckoning.changes).toEqual([])
    })

    test("one row twice in one and once in the other is a difference", async () => {
        const files = [statement("X01", row(1), row(2), row(2)), statement("X02", row(2), row(3))]
        const { overlaps, touching, readings } = await readLedger(files, NONE)
        // Both touch in one instant, where neither repeats the other: all count, and that is told.
        expect([overlaps, readings.map(({ rows }) => rows.used)]).toEqual([[], [3, 2]])
        expect(touching).toEqual([expect.objectContaining({ first: "X01", second: "X02", rows: [2, 1] })])
        const cut = [statement("X01", row(1), row(2), row(2, "7")), statement("X02", row(2, "7"), row(2, "8"), row(3))]
        expect((await readLedger(cut, NONE)).touching).toHaveLength(1)
        const wider = [
            statement("X01", row(1), row(2), row(2), row(3), row(5)),
            statement("X02", row(1), row(2), row(3), row(4)),
        ]
        expect((await readLedger(wider, NONE)).overlaps.map(({ aside }) => aside)).toEqual([undefined])
    })

    test("of two accounts they are two reports", async () => {
        const other = exportFile("X02", "b.csv", STATEMENT_HEAD + row(1).replace("100000001", "100000002"))
        expect((await readLedger([statement("X01", row(1)), other], NONE)).overlaps).toEqual([])
    })

    test("touching in an instant that both have, they repeat it; in one that neither repeats, they only touch", async () => {
        const same = await readLedger([statement("X01", row(1), row(2)), statement("X02", row(2), row(3))], NONE)
        expect(same.overlaps).toEqual([expect.objectContaining({ aside: "X02", rows: [1, 1] })])
        const apart = await readLedger([statement("X01", row(1), row(2)), statement("X02", row(2, "7"), row(3))], NONE)
        expect([apart.overlaps, apart.touching]).toEqual([[], []])
    })

    test("two exports that a limit of rows cut within a second, each, share what both have", async () => {
        const [a, b] = [
            [row(2), row(2, "7"), row(2, "8")],
            [row(5), row(5, "7"), row(5, "8")],
        ]
        const files = [
            statement("X01", row(1), ...a, row(3), row(4), ...b.slice(0, 2)),
            statement("X02", ...a.slice(1), row(3), row(4), ...b, row(6)),
        ]
        for (const order of [files, [...files].reverse()]) {
            const { readings, overlaps } = await readLedger(order, NONE)
            expect(overlaps.map(({ aside }) => aside)).toEqual(["X02", "X01"])
            expect(readings.reduce((sum, { rows }) => sum + rows.used, 0)).toBe(10)
        }
        const other = [files[0] ?? statement("X01"), statement("X02", ...a.slice(1), row(3, "9"), ...b, row(6))]
        expect((await readLedger(other, NONE)).overlaps.map(({ aside }) => aside)).toEqual([undefined])
    })

    test("rows that were listed in the part that counts for nothing count in the other", async () => {
        const files = [
            statement("X01", row(1), row(2), row(2, "7"), row(3), row(4)),
            statement("X02", row(2, "7"), row(3), row(4), row(4, "7"), row(5)),
        ]
        const listed = {
            answers: new Map([
                ["X01", { unauthorised: [[6, 6]] as const }],
                ["X02", { unauthorised: [[2, 2]] as const }],
            ]),
        }
        const { readings } = await readLedger(files, listed)
        expect(readings.flatMap(({ chosen }) => chosen.map((one) => [one.file, one.row]))).toEqual([
            ["X01", 4],
            ["X02", 4],
        ])
    })

    test("an export that ends within a second and one that begins with all of that second share its rows", async () => {
        const second = [row(2), row(2, "7"), row(2, "8")]
        const files = [statement("X01", row(1), ...second.slice(0, 2)), statement("X02", ...second, row(3))]
        const { readings, overlaps } = await readLedger(files, NONE)
        expect(overlaps).toEqual([expect.objectContaining({ aside: "X01", rows: [2, 3] })])
        expect(readings.map(({ rows }) => rows.used)).toEqual([1, 4])
    })
})

describe("copies and parts of a report", () => {
    const TRADES = "Date(UTC),Market,Type,Price,Amount,Total,Fee,Fee Coin\n"
    const fill = (time: string, market: string, amount: string, total: string): string =>
        `${time},${market},SELL,1,${amount},${total},0,BNB\n`

    test("one number in two spellings is one: a workbook leaves the zeros out", async () => {
        const files = [statement("X01", row(1, "1.50000000"), row(2)), statement("X02", row(1, "1.5"), row(2, "1.500"))]
        const { readings, overlaps } = await readLedger(files, NONE)
        expect(overlaps).toEqual([expect.objectContaining({ aside: "X02", rows: [2, 2] })])
        expect(readings.map(({ rows }) => rows.used)).toEqual([2, 0])
    })

    test("a copy that a spreadsheet saved, without seconds and with ruined numbers of orders, counts once", async () => {
        const orders = (at: (time: string) => string, id: (n: number) => string): string =>
            ORDERS_HEAD +
            [10, 11, 12]
                .map(
                    (n) =>
                        `${at(`2023-03-20 17:${String(n)}:31`)},${id(n)},c${String(n)},TRBUSDT,卖出,15,1,15,1,15,已成交,-,-\n`,
                )
                .join("")
        const files = [
            exportFile(
                "X01",
                "a.csv",
                orders(
                    (time) => time,
                    (n) => `83897655512345678${String(n)}`,
                ),
            ),
            exportFile(
                "X02",
                "b.csv",
                orders(
                    (time) => time.replaceAll("-", "/").slice(0, 16),
                    () => "8.38977E+18",
                ),
            ),
        ]
        for (const order of [files, [...files].reverse()]) {
            const { readings, overlaps } = await readLedger(order, NONE)
            expect(overlaps).toEqual([expect.objectContaining({ aside: "X02", rows: [3, 3] })])
            // Whichever comes first, the copy is set aside: the original knows more.
            expect(new Map(readings.map(({ label, rows }) => [label, rows.used]))).toEqual(
                new Map([
                    ["X01", 3],
                    ["X02", 0],
                ]),
            )
        }
    })

    test("files that a limit of rows cut within a second repeat each other", async () => {
        const same = [row(2), row(2, "2.5"), row(2, "3.5")]
        const pairs = [
            [
                [row(1), ...same.slice(0, 1)],
                [row(1), ...same, row(3)],
            ],
            [
                [row(1), ...same, row(3)],
                [...same.slice(2), row(3), row(4)],
            ],
        ] as const
        const expected = [
            ["X01", ["10.5"]],
            ["X02", ["12"]],
        ] as const
        for (const [i, [first, second]] of pairs.entries()) {
            const { ledger, reckoning } = await reckoned([statement("X01", ...first), statement("X02", ...second)], ALL)
            const got = [ledger.overlaps.map(({ aside }) => aside), reckoning.changes.map(({ value }) => String(value))]
            expect(got).toEqual([[expected[i]?.[0]], expected[i]?.[1]])
        }
    })

    test("a copy with rows that cannot be read is one all the same; with more gone it is none", async () => {
        const rows = [1, 2, 3, 4].map((n) => row(n))
        const spoilt = rows.map((one, i) => (i === 1 ? one.replace("1.5", "1.5E+00009") : one))
        const { ledger, reckoning } = await reckoned([statement("X01", ...spoilt), statement("X02", ...rows)], ALL)
        expect(ledger.overlaps.map(({ aside }) => aside)).toEqual(["X01"])
        expect(reckoning.changes.map(({ value, without }) => [String(value), without])).toEqual([["6", 0]])
        const less = await readLedger([statement("X01", ...spoilt.toSpliced(2, 1)), statement("X02", ...rows)], NONE)
        expect(less.overlaps.map(({ aside }) => aside)).toEqual([undefined])
    })

    test("a workbook that lost figures is set aside for the text that has them", async () => {
        const amount = "-123456789012.12345678"
        const kept = [
            ["100000001", "2023-03-01 10:00:00", "Spot", "Withdraw", "SHIB", { n: "-123456789012.123" }, ""],
            ["100000001", "2023-03-02 10:00:00", "Spot", "Withdraw", "SHIB", { n: "-0.5" }, ""],
        ]
        const bytes = workbook([STATEMENT_HEAD.trim().split(","), ...kept])
        const copy = { label: "X01", name: "a.xlsx", source: memorySource(bytes), sha256: "00" }
        const whole = statement("X02", leg(day(1), "Withdraw", "SHIB", amount), leg(day(2), "Withdraw", "SHIB", "-0.5"))
        const { ledger, reckoning } = await reckoned([copy, whole], ALL)
        expect(ledger.overlaps.map(({ aside }) => aside)).toEqual(["X01"])
        expect(reckoning.withdrawn.map(({ value }) => value.toFixed())).toEqual(["123456789012.62345678"])
        const alone = await reckoned([copy], ALL)
        const found = ledgerIssues(alone.ledger, alone.reckoning, NONE)
        expect(found.map(({ code, params }) => [code, params])).toContainEqual([
            "ledger.rows.rounded",
            { label: "X01", count: 1 },
        ])
    })

    test("two layouts of one exchange are compared by what was traded", async () => {
        const desk =
            "uid,symbol,deal_type,order_type,account_type,price,volume,amount,fee_amount,fee_currency,fee_point_currency,fee_point_volume,deal_time\n900,btcusdt,sell,api,spot,63000,0.75,47250,47.25,usdt,,,2024-05-07 01:50:00\n"
        const own =
            "时间,交易类型,交易对,方向,价格,数量,成交额,手续费\n2024-05-07 01:50:00,币币交易,BTC/USDT,卖出,63000,0.75,47250.00,47.25USDT,\n2024-05-07 01:51:00,币币交易,TRB/USDT,买入,90,10,900,0.02TRB,\n"
        const answers = new Map(["X01", "X02"].map((label) => [label, { zone: 480 }]))
        const files = [exportFile("X01", "desk.csv", desk), exportFile("X02", "现货.csv", own)]
        const { reckoning } = await reckoned(files, { ...ALL, answers })
        expect(reckoning.spot.map(({ name, sold, bought }) => [name, sold.toFixed(), bought.toFixed()])).toEqual([
            ["BTC", "0.75", "0"],
            ["TRB", "0", "10"],
        ])
    })

    test("files of single markets all count, and it is said", async () => {
        const files = [
            exportFile(
                "X01",
                "a.csv",
                TRADES + fill(day(1), "ETHUSDT", "2", "6000") + fill(day(5), "ETHUSDT", "1", "3000"),
            ),
            exportFile(
                "X02",
                "b.csv",
                TRADES + fill(day(2), "BTCUSDT", "0.5", "30000") + fill(day(4), "BTCUSDT", "0.25", "15000"),
            ),
        ]
        const { ledger, reckoning } = await reckoned(files, ALL)
        expect([ledger.overlaps, ledger.filtered]).toEqual([[], [{ first: "X01", second: "X02" }]])
        expect(reckoning.spot.map(({ name, sold }) => [name, sold.toFixed()])).toEqual([
            ["ETH", "3"],
            ["BTC", "0.75"],
        ])
        const codes = ledgerIssues(ledger, reckoning, NONE).map(({ code }) => code)
        expect(codes).toEqual(["ledger.overlap.apart"])
    })
})

describe("an export of a part of a report beside one of all of it", () => {
    const full = [
        leg(day(1), "Deposit", "BTC", "1"),
        leg(day(2), "Deposit", "ETH", "2"),
        leg(day(3), "Withdraw", "BTC", "-0.25"),
        leg(day(3), "Withdraw", "BTC", "-0.25"),
        leg(day(4), "Withdraw", "ETH", "-0.5"),
        leg(day(4, "12:00:00"), "Deposit", "ETH", "4"),
        leg(day(5), "Withdraw", "BTC", "-0.125", "Funding"),
        leg(day(6), "Withdraw", "ETH", "-1"),
    ]
    const of = (coin: string): readonly string[] => full.filter((one) => one.includes(coin))
    const withdrawn = (reckoning: Reckoning): readonly string[] =>
        reckoning.withdrawn.map(({ asset, value }) => `${value.toFixed()} ${asset}`)

    test.each([
        ["of one coin", of("BTC"), "BTC", 4],
        ["of one wallet", of("Spot"), "Spot", 7],
        ["of one operation", of("Withdraw"), "Withdraw", 5],
        ["of one coin in one wallet", of("BTC").filter((one) => one.includes("Spot")), "BTC", 3],
    ])("%s is set aside by name, whichever comes first", async (_, part, filter, count) => {
        for (const isFirst of [true, false]) {
            const files = [statement("X01", ...(isFirst ? part : full)), statement("X02", ...(isFirst ? full : part))]
            const { ledger, reckoning } = await reckoned(files, ALL)
            const [aside, whole] = isFirst ? ["X01", "X02"] : ["X02", "X01"]
            expect(ledger.overlaps).toMatchObject([{ aside, filter }])
            expect(ledger.readings.find(({ label }) => label === aside)?.rows.used).toBe(0)
            expect(withdrawn(reckoning)).toEqual(["0.625 BTC", "1.5 ETH"])
            const [told] = ledgerIssues(ledger, reckoning, NONE)
            expect([told?.code, told?.params]).toEqual(["ledger.overlap.within", { part: aside, whole, count, filter }])
        }
    })

    test("of one wallet, under a later header or in another language, is a part of it too", async () => {
        const later = of("Spot").map((one) => one.replace("100000001,20", "100000001,"))
        for (const head of [
            "User ID,Time,Account,Operation,Coin,Change,Remark\n",
            "ID de usuario,Tiempo,Cuenta,Operación,Moneda,Cambio,Observación\n",
        ]) {
            const part = exportFile("X01", "part (UTC+0).csv", head + later.join(""))
            const { ledger, reckoning } = await reckoned([part, statement("X02", ...full)], ALL)
            expect(ledger.overlaps).toMatchObject([{ aside: "X01", filter: "Spot" }])
            expect(withdrawn(reckoning)).toEqual(["0.625 BTC", "1.5 ETH"])
        }
    })

    test("of a shorter time counts once", async () => {
        for (const files of [
            [statement("X01", ...full.slice(1, 5)), statement("X02", ...full)],
            [statement("X01", ...full), statement("X02", ...full.slice(1, 5))],
        ]) {
            const { ledger, reckoning } = await reckoned(files, ALL)
            expect(ledger.overlaps).toMatchObject([{ aside: "X02" }])
            expect(withdrawn(reckoning)).toEqual(["0.625 BTC", "1.5 ETH"])
        }
    })

    test("of one wallet, operation or side beside one of another: both count", async () => {
        const trades = "Date(UTC),Market,Type,Price,Amount,Total,Fee,Fee Coin\n"
        const of = (side: string) =>
            `${trades}${day(1)},ETHUSDT,${side},3000,2,6000,0,BNB\n${day(3)},ETHUSDT,${side},3000,1,3000,0,BNB\n`
        const pairs = [
            [exportFile("X01", "a.csv", of("BUY")), exportFile("X02", "b.csv", of("SELL"))],
            ["Spot", "Funding"].map((wallet, i) =>
                statement(`X0${String(i + 1)}`, ...full.map((one) => one.replace(/Spot|Funding/, wallet))),
            ),
            ["Deposit", "Withdraw"].map((what, i) =>
                statement(`X0${String(i + 1)}`, ...full.filter((one) => one.includes(what))),
            ),
        ]
        for (const files of pairs) {
            const { ledger } = await reckoned(files, ALL)
            expect([ledger.overlaps, ledger.filtered.length]).toEqual([[], 1])
        }
    })

    test("the same rows in another language are a copy, whatever they call wallets and operations", async () => {
        const chinese = full.map((one) =>
            one
                .replace("100000001,20", "100000001,")
                .replace("Spot", "现货")
                .replace("Funding", "资金")
                .replace("Deposit", "充币")
                .replace("Withdraw", "提币"),
        )
        const copy = exportFile("X01", "流水(UTC+0).csv", `用户ID,时间,账户,操作,币种,变动,备注\n${chinese.join("")}`)
        const { ledger, reckoning } = await reckoned([copy, statement("X02", ...full)], ALL)
        // The one whose operations are known counts.
        expect([ledger.overlaps.map(({ aside }) => aside), ledger.filtered]).toEqual([["X01"], []])
        expect(withdrawn(reckoning)).toEqual(["0.625 BTC", "1.5 ETH"])
        expect(reckoning.changes.map(({ asset, value }) => `${value.toFixed()} ${asset}`)).toEqual([
            "0.375 BTC",
            "4.5 ETH",
        ])
    })

    test("two of one coin each, and a third that goes on with all", async () => {
        const more = [leg(day(7), "Withdraw", "BTC", "-8"), leg(day(8), "Withdraw", "SOL", "-16")]
        const files = [
            statement("X01", ...of("BTC")),
            statement("X02", ...of("ETH")),
            statement("X03", ...full, ...more),
        ]
        for (const order of [files, [...files].reverse()]) {
            const { ledger, reckoning } = await reckoned(order, ALL)
            expect(ledger.overlaps.map(({ aside }) => aside).sort()).toEqual(["X01", "X02"])
            expect([...withdrawn(reckoning)].sort()).toEqual(["1.5 ETH", "16 SOL", "8.625 BTC"])
        }
    })

    test("of one market beside all trades", async () => {
        const trades = "Date(UTC),Market,Type,Price,Amount,Total,Fee,Fee Coin\n"
        const rows = [
            `${day(1)},ETHUSDT,SELL,3000,2,6000,0.01,BNB\n`,
            `${day(2)},BTCUSDT,SELL,60000,0.5,30000,0.02,BNB\n`,
            `${day(3)},ETHUSDT,BUY,3000,1,3000,0.04,BNB\n`,
        ]
        const eth = [rows[0], rows[2]].join("")
        const files = [exportFile("X01", "a.csv", trades + eth), exportFile("X02", "b.csv", trades + rows.join(""))]
        const { ledger, reckoning } = await reckoned(files, ALL)
        expect(ledger.overlaps).toMatchObject([{ aside: "X01", filter: "ETH/USDT" }])
        expect(reckoning.spotFees.map(({ value }) => value.toFixed())).toEqual(["0.07"])
    })

    test("that lacks a row of its own coin, or has one more, contradicts it", async () => {
        const [first = "", , ...others] = of("BTC")
        for (const part of [
            [first, ...others],
            [...of("BTC"), leg(day(4), "Deposit", "BTC", "9")],
        ]) {
            const files = [statement("X01", ...full), statement("X02", ...part)]
            const { ledger, reckoning } = await reckoned(files, ALL)
            expect(ledger.overlaps.map(({ aside }) => aside)).toEqual([undefined])
            expect(reckoning.withdrawn).toEqual([])
        }
    })

    test("rows that were listed in the one that is set aside are reckoned in the other, once", async () => {
        const list = (rows: string) => ({ unauthorised: readRowList(rows) ?? "all" })
        const files = [statement("X01", ...of("BTC")), statement("X02", ...full)]
        const reckonedBy = async (answers: ReadonlyMap<string, ReturnType<typeof list>>) => {
            const { ledger, reckoning } = await reckoned(files, { answers })
            return [withdrawn(reckoning), ledger.readings.map(({ chosen }) => chosen.map(({ row: at }) => at))]
        }
        // Rows 3 and 4 of the first are alike: one of them is listed there.
        expect(await reckonedBy(new Map([["X01", list("3, 5")]]))).toEqual([["0.375 BTC"], [[], [4, 8]]])
        const both = new Map([
            ["X01", list("3-5")],
            ["X02", list("5, 9")],
        ])
        expect(await reckonedBy(both)).toEqual([
            ["0.625 BTC", "1 ETH"],
            [[], [4, 5, 8, 9]],
        ])
        const copies = [statement("X01", ...full), statement("X02", ...full)]
        const { reckoning } = await reckoned(copies, { answers: new Map([["X02", list("9")]]) })
        expect(withdrawn(reckoning)).toEqual(["1 ETH"])
    })
})

describe("times without seconds", () => {
    const saved = statement(
        "X01",
        ...["2023/3/20 17:48", "2023/3/20 17:49", "2023/3/20 17:55", "2023/3/20 18:00", "2023/3/20 18:01"].map((time) =>
            leg(time, "Deposit", "BTC", "1"),
        ),
    )
    const window = { from: Date.UTC(2023, 2, 20, 17, 49, 8), to: Date.UTC(2023, 2, 20, 18, 0, 5, 999) }

    test("count where any of their minute is within the events", async () => {
        const { ledger, reckoning } = await reckoned([saved], { window })
        expect(ledger.readings[0]?.chosen.map(({ row: at }) => at)).toEqual([3, 4, 5])
        const found = ledgerIssues(ledger, reckoning, { answers: new Map(), window })
        expect(found.map(({ code, severity, params }) => [`${severity} ${code}`, params])).toContainEqual([
            "warning ledger.rows.coarse",
            { label: "X01", count: 5, lost: "second", by: "other" },
        ])
    })

    test("have no seconds where a file's ends are told", async () => {
        const early = statement("X02", leg("2023/3/17 8:00", "Deposit", "BTC", "1"))
        const { ledger, reckoning } = await reckoned([early, saved], { window })
        const [, { first, last } = {}] = tellFiles(ledger).files
        expect([first, last]).toEqual([
            { row: 2, wall: "2023-03-20 17:48" },
            { row: 6, wall: "2023-03-20 18:01" },
        ])
        const gap = ledgerIssues(ledger, reckoning, NONE).find(({ code }) => code === "ledger.gap")
        expect(gap?.params).toMatchObject({ from: "2023-03-17 08:00 UTC", to: "2023-03-20 17:48 UTC" })
    })

    test("a day alone is all of its day, and is printed as one", async () => {
        const days = statement("X01", leg("2023-03-19", "Deposit", "BTC", "1"), leg("2023/3/20", "Deposit", "BTC", "1"))
        const { ledger } = await reckoned([days], { window })
        const [chosen] = ledger.readings[0]?.chosen ?? []
        expect([chosen?.row, chosen && rowTime(chosen)]).toEqual([3, "2023-03-20 UTC"])
        expect(ledger.readings[0]?.rows).toMatchObject({ days: 2, minutes: 0 })
    })

    test("are no proof of what happened within seconds", async () => {
        const sales = (time: string): string =>
            STATEMENT_HEAD +
            ["BTC", "ETH", "BNB", "ADA", "DOT", "SHIB"].map((coin) => leg(time, "Sell", coin, "-1")).join("")
        const move = leg("2023-03-20 17:55:00", "Transfer Between Spot Account and UM Futures Account", "BTC", "-1")
        const codes = async (time: string): Promise<readonly string[]> =>
            (await reckoned([exportFile("X01", "a.csv", sales(time) + move)], ALL)).signals.map(({ code }) => code)
        expect(await codes("2023-03-20 17:49:08")).toEqual(["S3", "S4"])
        expect(await codes("2023/3/20 17:49")).toEqual([])
    })
})

describe("what a better report does not tell", () => {
    const sale =
        leg("2023-03-20 17:49:08", "Sell", "BTC", "-0.75") + leg("2023-03-20 17:49:08", "Sell", "USDT", "47250")
    const buy = leg("2023-03-20 17:50:00", "Buy", "TRB", "10") + leg("2023-03-20 17:50:00", "Buy", "USDT", "-900")
    const trades =
        "Date(UTC),Pair,Side,Price,Executed,Amount,Fee\n2023-03-20 17:49:09,ETHUSDT,SELL,3000,2ETH,6000USDT,0BNB\n"
    const held = (reckoning: Reckoning): readonly (readonly string[])[] =>
        reckoning.reconciliation.map(({ what, name, gap }) => [what, name, gap.toFixed()])

    test("is a gap as large as the ledger's own figure", async () => {
        const files = [exportFile("X01", "a.csv", trades), statement("X02", sale, buy)]
        const { reckoning } = await reckoned(files, ALL)
        expect(held(reckoning)).toEqual([
            ["spot-sold", "BTC", "-0.75"],
            ["spot-bought", "TRB", "-10"],
        ])
    })

    test("money prices a coin that prices others: BTC for EUR is a sale of BTC", async () => {
        const legs = leg(day(1), "Sell", "BTC", "-0.5") + leg(day(1), "Sell", "EUR", "30000")
        const { reckoning } = await reckoned([statement("X01", legs)], ALL)
        expect(
            reckoning.spot.map(({ name, quote, sold, received }) => [name, quote, String(sold), String(received)]),
        ).toEqual([["BTC", "EUR", "0.5", "30000"]])
    })

    test("conversions are sales of what was given, beside the trades", async () => {
        const convert =
            'Date(UTC),Pair,Type,Sell,Buy,Price,Inverse Price,Date Updated,Status\n2023-03-20 17:51:00,BTCUSDT,Market,0.25 BTC,"7,000.5 USDT",x,y,2023-03-20 17:51:01,Successful\n'
        const files = [exportFile("X01", "a.csv", trades), exportFile("X02", "Convert.csv", convert)]
        const { reckoning } = await reckoned(files, ALL)
        expect(
            reckoning.spot.map(({ name, sold, received, report }) => [name, String(sold), String(received), report]),
        ).toEqual([
            ["ETH", "2", "6000", "spot-trades"],
            ["BTC", "0.25", "7000.5", "convert"],
        ])
    })

    test("a conversion in one row of a ledger changes both assets", async () => {
        const coinbase =
            'Timestamp,Transaction Type,Asset,Quantity Transacted,Price Currency,Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes\n2023-03-20 17:51:00 UTC,Convert,ETH,-0.5,EUR,3000,1500,1500,0,"Converted 0.5 ETH to 1,500.5 USDC"\n'
        const { reckoning } = await reckoned([exportFile("X01", "a.csv", coinbase)], ALL)
        expect(reckoning.changes.map(({ asset, value }) => [asset, String(value)])).toEqual([
            ["USDC", "1500.5"],
            ["ETH", "-0.5"],
        ])
    })

    test("fees of withdrawals that a file lists besides its amounts are told", async () => {
        const withdrawals =
            "Date(UTC),Coin,Network,Amount,TransactionFee,Address,TXID,SourceAddress,PaymentID,Status\n" +
            ["0.5,0.0005", "0.25,0.0004"]
                .map((of) => `2023-03-20 18:00:00,BTC,BTC,${of},bc1q,ab,,,Completed\n`)
                .join("") +
            "2023-03-20 18:01:00,BTC,BTC,9,0.0005,bc1q,cd,,,Failed\n"
        const { reckoning } = await reckoned([exportFile("X01", "Withdraw History.csv", withdrawals)], ALL)
        expect(reckoning.withdrawn.map(({ value }) => value.toFixed())).toEqual(["0.75"])
        expect(reckoning.withdrawalFees.map(({ asset, value, rows }) => [asset, value.toFixed(), rows])).toEqual([
            ["BTC", "0.0009", 2],
        ])
    })

    test("withdrawals of other assets than the list of them has are those of the ledger", async () => {
        const fiat =
            "Date(UTC),Coin,Amount,Status,Payment Method,Indicated Amount,Fee,Order ID\n2023-03-20 18:00:00,EUR,500,Successful,Bank,501,1,ab\n"
        const coins =
            "Date(UTC),Coin,Network,Amount,Fee,Address,TXID,Status\n2023-03-20 18:00:10,BTC,BTC,0.9999,0.0001,bc1q,ab,Completed\n2023-03-20 18:00:20,ETH,ETH,2,0.1,0x,ab,Completed\n"
        const legs = ["BTC -1", "ETH -3", "TRX -7"].map((one) => {
            const [coin = "", change = ""] = one.split(" ")
            return leg("2023-03-20 18:00:00", "Withdraw", coin, change)
        })
        const files = [
            exportFile("X01", "Fiat Withdraw.csv", fiat),
            statement("X02", ...legs),
            exportFile("X03", "Withdraw History.csv", coins),
        ]
        const { reckoning } = await reckoned(files, ALL)
        expect(reckoning.withdrawn.map(({ asset, value }) => `${value.toFixed()} ${asset}`)).toEqual([
            "500 EUR",
            "0.9999 BTC",
            "2 ETH",
            "7 TRX",
        ])
        expect(held(reckoning)).toEqual([
            ["withdrawn", "BTC", "0"],
            ["withdrawn", "ETH", "-1"],
        ])
    })

    test("ledgers of the trading and of the funding account are added: they tell of two accounts", async () => {
        const head =
            "id,Order id,Time,Trade Type,Symbol,Action,Amount,Trading Unit,Filled Price,PnL,Fee,Fee Unit,Position Change,Position Balance,Balance Change,Balance,Balance Unit\n"
        const trading = `${head}1,900,2024-05-04 02:06:00,Transfer,,Transfer out,1000,USDT,,0,0,USDT,,,-1000,0,USDT\n`
        const funding =
            "id,Time,Type,Amount,Before Balance,After Balance,Symbol\n1,2024-05-04 02:06:00,From trading account,1000,0,1000,USDT\n2,2024-05-04 02:07:00,Withdrawal,-1000,1000,0,USDT\n3,2024-05-04 02:08:00,Withdrawal,-0.5,0.5,0,BTC\n"
        const { reckoning } = await reckoned(
            [exportFile("X01", "a.csv", trading), exportFile("X02", "b.csv", funding)],
            ALL,
        )
        const figures = (of: Reckoning["changes"]) => of.map(({ asset, value }) => `${value.toFixed()} ${asset}`)
        expect(figures(reckoning.changes)).toEqual(["-1000 USDT", "-0.5 BTC"])
        expect(figures(reckoning.withdrawn)).toEqual(["1000 USDT", "0.5 BTC"])
        expect(reckoning.moved.map(({ value, files }) => [value.toFixed(), files])).toEqual([["1000", ["X01", "X02"]]])
        expect(held(reckoning)).toEqual([["moved-out-in", "USDT", "0"]])
    })

    test("files of several accounts are named", async () => {
        const own = statement("X01", row(1))
        const other = exportFile("X02", "b.csv", STATEMENT_HEAD + row(2).replace("100000001", "100000002"))
        const { ledger, reckoning } = await reckoned([own, other], ALL)
        expect(ledgerIssues(ledger, reckoning, NONE).map(({ code, params }) => [code, params])).toEqual([
            ["ledger.accounts.several", { names: "100000001（X01）；100000002（X02）" }],
        ])
    })

    test("fees of fills below orders are fees", async () => {
        const orders =
            "Date(UTC),OrderNo,Pair,Type,Order Price,Order Amount,AvgTrading Price,Filled,Total,status\n2023-03-20 17:49:08,2874,BTCUSDT,SELL,0,0.75,63000,0.75,47250,Filled\n,Date(UTC),Trading Price,Filled,Total,Fee\n,2023-03-20 17:49:08,63000,0.75,47250,0.03BNB\n"
        const { reckoning } = await reckoned([exportFile("X01", "a.csv", orders)], ALL)
        expect(reckoning.spotFees.map(({ asset, value }) => [asset, String(value)])).toEqual([["BNB", "0.03"]])
    })

    describe("exports of two exchanges", () => {
        const kraken =
            "txid,refid,time,type,subtype,aclass,asset,amount,fee,balance\nL1,R1,2023-03-20 17:49:09,withdrawal,,currency,XETH,-1.5,0,2\n"
        const files = [exportFile("X01", "a.csv", trades), exportFile("X02", "b.csv", kraken)]
        const facts = (exchange: string, recipient = "binance-cn") =>
            exchangeOfCase(nodeHost(), { exchange, recipient })
        const counted = async (standing: ReturnType<typeof facts>, given = files) => {
            const { ledger, reckoning } = await reckoned(given, { ...ALL, standing })
            return {
                used: ledger.readings.filter(({ rows }) => rows.used > 0).map(({ label }) => label),
                told: ledgerIssues(ledger, reckoning, NONE)
                    .filter(({ code }) => code.startsWith("ledger.exchanges."))
                    .map(({ code, params }) => [code, params]),
                withdrawn: reckoning.withdrawn.map(({ value }) => value.toFixed()),
                idle: ledger.readings.map(({ rows }) => rows.notRelevant.get("other-exchange") ?? 0),
            }
        }
        const other = (exchange: string, labels: string, own: string) => [
            ["ledger.exchanges.other", { exchange, labels, own }],
        ]

        test.each([
            ["by the account", "币安（Binance）", "okx", ["X01"], other("Kraken", "X02", "Binance")],
            ["by the account, another", "Kraken", "binance-cn", ["X02"], other("Binance", "X01", "Kraken")],
            [
                "by the desk, where the account is with several",
                "Kraken、币安",
                "kraken",
                ["X02"],
                other("Binance", "X01", "Kraken"),
            ],
            [
                "by the desk, where nobody knows the account's",
                "某平台",
                "kraken",
                ["X02"],
                other("Binance", "X01", "Kraken"),
            ],
        ])("those of the case count: %s", async (_, exchange, recipient, used, told) => {
            expect(await counted(facts(exchange, recipient))).toMatchObject({ used, told })
        })

        test("the rows of the other are listed, and in no sum", async () => {
            const found = await counted(facts("币安"))
            expect([found.withdrawn, found.idle]).toEqual([[], [0, 1]])
        })

        test("where the case does not tell which, none counts and it is asked", async () => {
            expect(await counted(facts("某平台", "gate"))).toMatchObject({
                used: [],
                told: [["ledger.exchanges.several", { names: "Binance X01；Kraken X02" }]],
            })
        })

        test("files of one alone count unless the case names another", async () => {
            const [, one = files[0]] = files
            if (one === undefined) throw new Error("no file")
            expect(await counted(facts("某平台"), [one])).toMatchObject({ used: ["X02"], told: [] })
            expect(await counted(facts("Binance"), [one])).toMatchObject({ used: [], told: other("Kraken", "X02", "") })
        })
    })
})

describe("trades of a ledger in one second", () => {
    const at = (operation: string, coin: string, change: string, wallet?: string): string =>
        leg("2023-03-20 17:49:08", `Transaction ${operation}`, coin, change, wallet)
    const lines = async (...legs: readonly string[]) =>
        (await reckoned([statement("X01", ...legs)], ALL)).reckoning.spot
            .map(({ name, quote, sold, received, bought, paid }) =>
                [
                    name,
                    quote,
                    `-${sold.toFixed()} ${received?.toFixed()}`,
                    `+${bought.toFixed()} ${paid?.toFixed()}`,
                ].join(" "),
            )
            .sort()

    test("several fills of one market are one sum, in whatever order", async () => {
        expect(
            await lines(
                at("Sold", "BTC", "-0.1"),
                at("Sold", "BTC", "-0.2"),
                at("Revenue", "USDT", "3000"),
                at("Fee", "BNB", "-0.01"),
                at("Revenue", "USDT", "6000"),
            ),
        ).toEqual(["BTC USDT -0.3 9000 +0 0"])
    })

    test("several markets: what was sold is told, and not for what where nobody can know", async () => {
        expect(
            await lines(
                at("Sold", "BTC", "-0.1"),
                at("Sold", "ETH", "-2"),
                at("Revenue", "USDT", "3000"),
                at("Revenue", "USDT", "6000"),
                leg("2023-03-20 17:49:09", "Transaction Sold", "ETH", "-1"),
                leg("2023-03-20 17:49:09", "Transaction Revenue", "USDT", "2000"),
            ),
        ).toEqual(["BTC  -0.1 undefined +0 0", "ETH  -2 undefined +0 0", "ETH USDT -1 2000 +0 0"])
    })

    test("legs that follow each other by chance are no trades", async () => {
        expect(
            await lines(
                at("Sold", "BTC", "-0.1"),
                at("Revenue", "USDT", "5000"),
                at("Sold", "ETH", "-2"),
                at("Revenue", "USDT", "6000"),
            ),
        ).toEqual(["BTC  -0.1 undefined +0 0", "ETH  -2 undefined +0 0"])
        const plain = (coin: string, change: string): string => leg("2023-03-20 17:49:08", "Sell", coin, change)
        expect(
            await lines(plain("BTC", "-1"), plain("SOL", "300"), plain("USDT", "60000"), plain("USDT", "-59000")),
        ).toEqual(["BTC  -1 undefined +0 0", "SOL  -0 0 +300 undefined"])
    })

    test("a market that was sold and bought in one second", async () => {
        const legs = [at("Related", "BTC", "-1"), at("Related", "USDT", "60000")]
        const back = [at("Related", "USDT", "-59000"), at("Related", "BTC", "0.9")]
        expect(await lines(...legs, ...back)).toEqual(["BTC USDT -1 60000 +0.9 59000"])
    })

    test("a sale and a purchase are told apart by their names", async () => {
        expect(
            await lines(
                at("Sold", "BTC", "-0.1"),
                at("Buy", "TRB", "50"),
                at("Revenue", "USDT", "6000"),
                at("Spend", "USDT", "-5900"),
            ),
        ).toEqual(["BTC USDT -0.1 6000 +0 0", "TRB USDT -0 0 +50 5900"])
    })
})

describe("a ledger of Bybit, whose contracts are one row each", () => {
    const HEAD =
        "UID: 281000001,Company Name: ,Country: \nUid,Currency,Contract,Type,Direction,Quantity,Position,Filled Price,Funding,Fee Paid,Cash Flow,Change,Wallet Balance,Action,Time(UTC)\n"
    const rows = [
        "USDT,TRBUSDT,TRADE,BUY,100,100,120,0,-6.6,0,-6.6,9993.4,OPEN,2026-03-20 17:50:00",
        "USDT,TRBUSDT,SETTLEMENT,BUY,--,100,--,-1.5,0,0,-1.5,9991.9,SETTLEMENT,2026-03-20 18:00:00",
        "USDT,TRBUSDT,TRADE,SELL,-100,0,100,0,-5.5,-2000,-2005.5,7986.4,CLOSE,2026-03-20 18:05:00",
        "BTC,BTCUSDT,TRADE,SELL,-0.5,0,60000,0,0,-0.5,-0.5,0,--,2026-03-20 17:49:10",
        "USDT,BTCUSDT,TRADE,SELL,30000,0,60000,0,-30,30000,29970,37956.4,--,2026-03-20 17:49:10",
    ].map((one) => `281000001,${one}\n`)

    test("tells its spot trades from its contracts, and a fee that was charged from one that was given back", async () => {
        const { ledger, reckoning } = await reckoned([exportFile("X01", "uta.csv", HEAD + rows.join(""))], ALL)
        expect(reckoning.spot.map(({ name, sold, received }) => [name, String(sold), String(received)])).toEqual([
            ["BTC", "0.5", "29970"],
        ])
        const figures = (of: Reckoning["funding"]) => of.map(({ asset, value }) => [asset, value.toFixed()])
        expect(figures(reckoning.funding)).toEqual([["USDT", "1.5"]])
        expect(figures(reckoning.futuresRealised)).toEqual([["USDT", "-2012.1"]])
        expect(figures(reckoning.futuresNet)).toEqual([["USDT", "-2013.6"]])
        expect(ledger.readings[0]?.chosen[0]?.fees).toEqual([{ asset: "USDT", amount: "6.6" }])
    })
})

test("funding of Bybit's contracts is told by its type, whether the file has an action for it or not", async () => {
    const head =
        "Uid,Currency,Contract,Type,Direction,Quantity,Position,Filled Price,Funding,Fee Paid,Cash Flow,Change,Wallet Balance,Action,Time(UTC)\n"
    const row = (action: string) =>
        `281000001,USDT,TRBUSDT,SETTLEMENT,BUY,100,--,120,-1.5,--,--,-1.5,9991.9,${action},2026-03-20 18:00:00\n`
    const text = head + row("--") + row("SETTLEMENT")
    const { reckoning } = await reckoned([exportFile("X01", "uta.csv", text)], ALL)
    expect(reckoning.funding.map(({ asset, value }) => [asset, value.toFixed()])).toEqual([["USDT", "3"]])
    expect(reckoning.spot).toEqual([])
})

describe("trades on margin", () => {
    const HEAD = "Date(UTC),Pair,Side,Price,Executed,Amount,Fee\n"
    const spot = `${HEAD}2023-03-20 17:49:08,BTCUSDT,SELL,60000,0.5BTC,30000USDT,30USDT\n2023-03-20 17:59:08,BTCUSDT,SELL,60000,0.25BTC,15000USDT,15USDT\n`
    const margin = `${HEAD}2023-03-20 17:50:00,BTCUSDT,SELL,60000,2BTC,120000USDT,120USDT\n2023-03-20 17:55:00,BTCUSDT,SELL,60000,1BTC,60000USDT,60USDT\n`
    const legs =
        leg("2023-03-20 17:50:00", "Sell", "BTC", "-2", "CrossMargin") +
        leg("2023-03-20 17:50:00", "Sell", "USDT", "120000", "CrossMargin") +
        leg("2023-03-20 17:50:00", "Fee", "USDT", "-120", "CrossMargin")
    const codes = ({ ledger, reckoning }: Awaited<ReturnType<typeof reckoned>>) =>
        ledgerIssues(ledger, reckoning, NONE).map(({ code, params }) => [code, "by" in params ? params.by : ""])

    test("of a ledger are sales like others, and their fees none of contracts", async () => {
        const { reckoning } = await reckoned([statement("X01", legs)], ALL)
        expect(reckoning.spot.map(({ name, sold, received }) => [name, String(sold), String(received)])).toEqual([
            ["BTC", "2", "120000"],
        ])
        expect([reckoning.futuresFees, reckoning.spotFees.map(({ value }) => String(value))]).toEqual([[], ["120"]])
        expect(reckoning.hasMargin).toBe(true)
    })

    test("are another report than spot trades where the name of the file says so", async () => {
        const files = (name: string) => [exportFile("X01", "spot.csv", spot), exportFile("X02", name, margin)]
        for (const name of ["Export Margin Trade History.csv", "杠杆成交.csv"]) {
            const found = await reckoned(files(name), ALL)
            expect(found.reckoning.spot.map(({ sold }) => String(sold))).toEqual(["3.75"])
            expect(codes(found)).toEqual([["ledger.overlap.apart", ""]])
        }
        const twice = [exportFile("X01", "a.csv", margin), exportFile("X02", "Margin.csv", margin)]
        expect((await reckoned(twice, ALL)).reckoning.spot.map(({ sold }) => String(sold))).toEqual(["3"])
        const untold = await reckoned(files("b.csv"), ALL)
        expect(untold.reckoning.spot).toEqual([])
        expect(codes(untold)).toEqual([["ledger.overlap.differs", "margin"]])
    })

    test("a file that may be of either is named where the account has such trades", async () => {
        const found = await reckoned([exportFile("X01", "a.csv", spot), statement("X02", legs)], ALL)
        expect(codes(found)).toContainEqual(["ledger.market.untold", ""])
        const alone = await reckoned([exportFile("X01", "a.csv", spot)], ALL)
        expect(codes(alone)).toEqual([])
    })
})

describe("moves between parts of the account", () => {
    const between = "Transfer Between Spot Account and UM Futures Account"
    const at = (hour: number, wallet: string, change: string, coin = "USDT"): string =>
        leg(day(1, `${String(hour)}:00:00`), between, coin, change, wallet)
    const moved = async (...legs: readonly string[]) =>
        (await reckoned([statement("X01", ...legs)], ALL)).reckoning.moved.map(
            ({ value, asset, from, to }) => `${value.toFixed()} ${asset} ${from} -> ${to}`,
        )

    test("there and back are two, and neither lessens the other", async () => {
        const legs = [
            at(10, "Spot", "-12000"),
            at(10, "USD-M Futures", "12000"),
            at(11, "USD-M Futures", "-5000"),
            at(11, "Spot", "5000"),
        ]
        expect(await moved(...legs)).toEqual(["12000 USDT Spot -> USD-M Futures", "5000 USDT USD-M Futures -> Spot"])
    })

    test("between accounts whose wallets have one name are moves all the same", async () => {
        expect(await moved(at(10, "Spot", "-1", "BTC"), at(10, "Spot", "1", "BTC"))).toEqual(["1 BTC Spot -> Spot"])
    })

    test("that nobody can tell apart are one sum", async () => {
        const legs = [at(10, "Spot", "-1"), at(10, "Funding", "-1"), at(11, "USD-M Futures", "2")]
        expect(await moved(...legs)).toEqual(["2 USDT Spot、Funding -> USD-M Futures"])
    })
})

describe("contracts that are settled in a coin", () => {
    const HEAD = "Date(UTC),Symbol,Side,Price,Quantity,Amount,Fee,Fee Coin,Realized Profit,Quote Asset\n"
    const coin =
        "2023-03-20 18:10:00,BTCUSD_PERP,SELL,60000,100,0.16666667,0.00008333,BTC,-0.00793651,BTC\n2023-03-20 18:00:00,BTCUSD_PERP,BUY,63000,100,0.15873016,0.00007937,BTC,0,BTC\n"
    const dollar =
        "2023-03-20 18:10:00,TRBUSDT,SELL,90,10,900,0.5,USDT,-100.5,USDT\n2023-03-20 18:00:00,TRBUSDT,BUY,100.05,10,1000.5,0.5,USDT,0,USDT\n"
    const figures = (of: Reckoning["futuresNet"]): unknown => of.map(({ asset, value }) => [asset, value.toFixed()])

    test("have the result that the exchange realised, in the coin, and none of value less value", async () => {
        const { reckoning } = await reckoned([exportFile("X01", "a.csv", HEAD + coin + dollar)], ALL)
        expect(figures(reckoning.futuresRealised)).toEqual([["BTC", "-0.00793651"]])
        expect(figures(reckoning.futuresNet)).toEqual([
            ["USDT", "-101.5"],
            ["BTC", "-0.00809921"],
        ])
        expect(reckoning.futures.map(({ name, quote, paid }) => [name, quote, paid?.toFixed()])).toEqual([
            ["BTCUSD_PERP", undefined, undefined],
            ["TRBUSDT", "USDT", "1000.5"],
        ])
    })

    test("what trades of one asset do not tell of another, a ledger tells with its fees", async () => {
        const legs = [
            leg("2023-03-20 18:10:00", "Realized Profit and Loss", "BTC", "-0.5", "Coin-M Futures"),
            leg("2023-03-20 18:10:00", "Fee", "BTC", "-0.01", "Coin-M Futures"),
            leg("2023-03-20 18:10:00", "Realized Profit and Loss", "USDT", "-100.5", "USD-M Futures"),
            leg("2023-03-20 18:10:00", "Fee", "USDT", "-1", "USD-M Futures"),
        ].join("")
        const files = [exportFile("X01", "a.csv", HEAD + dollar), statement("X02", legs)]
        const { reckoning } = await reckoned(files, ALL)
        expect(figures(reckoning.futuresNet)).toEqual([
            ["USDT", "-101.5"],
            ["BTC", "-0.51"],
        ])
    })
})

describe("spans of which no file tells", () => {
    test("longer than a day between two files of a report", async () => {
        const files = [statement("X01", row(1), row(2)), statement("X02", row(9), row(10))]
        const { gaps } = await readLedger(files, NONE)
        expect(gaps).toEqual([
            {
                report: "statement",
                before: "X01",
                after: "X02",
                from: Date.UTC(2023, 2, 2, 10),
                to: Date.UTC(2023, 2, 9, 10),
                unit: 0,
            },
        ])
    })

    test("a day is none, and a file over it neither", async () => {
        const close = [statement("X01", row(1)), statement("X02", row(2))]
        expect((await readLedger(close, NONE)).gaps).toEqual([])
        const covered = [statement("X01", row(1), row(20)), statement("X02", row(3)), statement("X03", row(15))]
        expect((await readLedger(covered, NONE)).gaps).toEqual([])
    })
})

describe("where the zone of a file is known from", () => {
    const V3 = "User ID,Time,Account,Operation,Coin,Change,Remark\n1,25-01-03 10:00:00,Spot,Deposit,BTC,1,\n"
    const zoneOf = async (name: string, text: string, zone?: number) => {
        const answers = new Map(zone === undefined ? [] : [["X01", { zone }]])
        const { readings } = await readLedger([exportFile("X01", name, text)], { answers })
        return [readings[0]?.zone, readings[0]?.first?.epochMs]
    }
    const at = (hour: number) => Date.UTC(2025, 0, 3, hour)

    test.each<[string, string, string, number | undefined, unknown]>([
        [
            "its header",
            "a.csv",
            STATEMENT_HEAD + row(1),
            undefined,
            [{ offset: 0, from: "header" }, Date.UTC(2023, 2, 1, 10)],
        ],
        [
            "its name",
            "Binance-Transaction-History-2026(UTC--6)_a.csv",
            V3,
            undefined,
            [{ offset: -360, from: "file-name" }, at(16)],
        ],
        ["the case", "renamed.csv", V3, 480, [{ offset: 480, from: "case" }, at(2)]],
        ["the case, before its name", "x(UTC+9).csv", V3, 0, [{ offset: 0, from: "case" }, at(10)]],
        ["nowhere", "renamed.csv", V3, undefined, [{}, undefined]],
    ])("%s", async (_, name, text, zone, expected) => expect(await zoneOf(name, text, zone)).toEqual(expected))

    const C2C = "订单号,订单类型,币种,法币,总价,价格,数量,汇率,交易方,状态,创建时间\n"
    const order = (time: string) => `2067393541556347159,购买,USDT,CNY,12000.0,7.04,1704.54,"",甲,已完成,${time}\n`

    test("of C2C orders UTC is proposed where the clock in their numbers bears it out", async () => {
        expect(await zoneOf("c2c.csv", C2C + order("2020-03-01 11:24:36"))).toEqual([
            { offset: 0, from: "proposed" },
            Date.UTC(2020, 2, 1, 11, 24, 36),
        ])
        const [zone] = await zoneOf("c2c.csv", C2C + order("2020-03-01 19:24:36"))
        expect(zone).toEqual({})
    })

    test("each row may name its own", async () => {
        const text =
            STATEMENT_HEAD.replace("User_ID,UTC_Time", "User ID,Time") +
            leg("2023-03-01T10:00:00+02:00", "Deposit", "BTC", "1")
        expect(await zoneOf("a.csv", text)).toEqual([{ from: "cell" }, Date.UTC(2023, 2, 1, 8)])
    })
})

describe("which rows are reckoned with", () => {
    const files = [statement("X01", row(1), row(2), row(3)), statement("X02", row(20), row(21))]
    const chosen = async (options: Parameters<typeof readLedger>[1]) => {
        const { readings, chosenBy } = await readLedger(files, options)
        return [chosenBy, readings.map((one) => one.chosen.map(({ row: number }) => number))]
    }
    const rows = (text: string) => {
        const unauthorised = readRowList(text)
        if (unauthorised === undefined) throw new Error(text)
        return { unauthorised }
    }

    test("none, where nothing says which", async () => expect(await chosen(NONE)).toEqual(["none", [[], []]]))
    test("those within the stated times, both ends included", async () => {
        const window = { from: Date.UTC(2023, 2, 2, 10), to: Date.UTC(2023, 2, 20, 10) }
        expect(await chosen({ ...NONE, window })).toEqual(["times", [[3, 4], [2]]])
    })
    test("those that are listed, and then no others", async () => {
        const window = { from: 0, to: Date.UTC(2100, 0, 1) }
        expect(await chosen({ answers: new Map([["X02", rows("3")]]), window })).toEqual(["rows", [[], [3]]])
        expect(await chosen({ answers: new Map([["X01", rows("全部")]]) })).toEqual(["rows", [[2, 3, 4], []]])
    })
    test("never what was bought from another user by times", async () => {
        const text = `订单号,订单类型,币种,法币,总价,价格,数量,汇率,交易方,状态,创建时间\n2067393541556347159,购买,USDT,CNY,12000.0,7.04,1704.54,"",甲,已完成,${later(0, "2020-03-01 11:24:36")}\n`
        const { readings } = await readLedger([exportFile("X01", "c.csv", text)], {
            ...NONE,
            window: { from: 0, to: Date.UTC(2100, 0, 1) },
        })
        expect(readings[0]?.chosenCount).toBe(0)
    })
})

describe("futures of which no file lists the trades", () => {
    const statement = [
        leg("2023-03-20 17:50:00", "Realized Profit and Loss", "USDT", "-120.5", "USDT-Futures"),
        leg("2023-03-20 17:50:00", "Fee", "USDT", "-1.25", "USDT-Futures"),
        leg("2023-03-20 18:00:00", "Funding Fee", "USDT", "0.75", "USDT-Futures"),
        leg("2023-03-20 18:01:00", "Realized Profit and Loss", "USDT", "20", "USDT-Futures"),
        leg("2023-03-20 18:02:00", "Fee", "USDT", "-7", "Spot"),
    ].join("")
    const file = exportFile("X01", "statement.csv", STATEMENT_HEAD + statement)
    const figure = ({ value, ...one }: Reckoning["futuresNet"][number]) => ({ ...one, value: value.toFixed() })

    test("have the result that a ledger realised, less its fees and funding", async () => {
        const { reckoning } = await reckoned([file], ALL)
        const basis = { asset: "USDT", report: "statement", files: ["X01"], without: 0 }
        expect(reckoning.futuresRealised.map(figure)).toEqual([{ ...basis, rows: 2, value: "-100.5" }])
        expect(reckoning.futuresNet.map(figure)).toEqual([{ ...basis, rows: 4, value: "-101" }])
    })

    test("fees that stand in another ledger than what was realised are costs too", async () => {
        const realised = "时间(UTC),类型,总量,计价资产,交易对\n2023-03-20 17:50:00,已实现盈亏,-120.5,USDT,TRBUSDT\n"
        const fees = leg("2023-03-20 17:50:00", "Fee", "USDT", "-1.25", "USDT-Futures")
        const files = [exportFile("X01", "a.csv", realised), exportFile("X02", "b.csv", STATEMENT_HEAD + fees)]
        const { reckoning } = await reckoned(files, ALL)
        expect(reckoning.futuresNet.map(({ value, files: from }) => [value.toFixed(), from])).toEqual([
            ["-121.75", ["X01", "X02"]],
        ])
    })

    test("where a file lists them, what the ledger realised is held against them and not the result", async () => {
        const orders =
            ORDERS_HEAD +
            futuresOrder("2023-03-20 17:49:30", 1, "TRBUSDT", "买入", "10", "1000") +
            futuresOrder("2023-03-20 17:50:00", 2, "TRBUSDT", "卖出", "10", "880")
        const { reckoning } = await reckoned([file, exportFile("X02", "orders.csv", orders)], ALL)
        expect(reckoning.futuresRealised).toEqual([])
        expect(reckoning.futuresNet.map(figure)).toMatchObject([{ report: "futures-orders", value: "-120.5" }])
        const held = reckoning.reconciliation.find(({ what }) => what === "futures-result")
        expect([held?.left, held?.right, held?.gap].map(String)).toEqual(["-120", "-100.5", "-19.5"])
    })
})
