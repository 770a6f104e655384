import { describe, expect, test } from "vitest"
import { readRowList } from "../../../src/facts/case/row-list.ts"
import { readLedger } from "../../../src/facts/ledger/ledger.ts"
import type { Reckoning } from "../../../src/facts/ledger/reckon.ts"
import { ALL, exportFile, futuresOrder, later, leg, ORDERS_HEAD, reckoned, STATEMENT_HEAD } from "./exports.ts"

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
        expect(overlaps).toEqual([expect.objectContaining({ first: "X01", second: "X02", isSame: true, rows: [3, 3] })])
        expect(readings.map(({ rows: { used, notRelevant } }) => [used, notRelevant.get("repeated") ?? 0])).toEqual([
            [4, 0],
            [1, 3],
        ])
    })

    test("with other rows: totals of neither are used", async () => {
        const files = [statement("X01", row(1), row(2), row(3)), statement("X02", row(2, "1.6"), row(3), row(4))]
        const { ledger, reckoning } = await reckoned(files, { window: { from: 0, to: Date.UTC(2024) } })
        expect(ledger.overlaps).toEqual([expect.objectContaining({ isSame: false, rows: [2, 2] })])
        expect(reckoning.changes).toEqual([])
    })

    test("one row twice in one and once in the other is a difference", async () => {
        const files = [statement("X01", row(1), row(2), row(2)), statement("X02", row(2), row(3))]
        const { overlaps } = await readLedger(files, NONE)
        // Both touch in one instant, where neither repeats the other.
        expect(overlaps).toEqual([])
        const wider = [statement("X01", row(1), row(2), row(2), row(3)), statement("X02", row(2), row(3), row(4))]
        expect((await readLedger(wider, NONE)).overlaps).toEqual([expect.objectContaining({ isSame: false })])
    })

    test("of two accounts they are two reports", async () => {
        const other = exportFile("X02", "b.csv", STATEMENT_HEAD + row(1).replace("100000001", "100000002"))
        expect((await readLedger([statement("X01", row(1)), other], NONE)).overlaps).toEqual([])
    })

    test("touching in an instant that both have, they repeat it; in one that neither repeats, they only touch", async () => {
        const same = await readLedger([statement("X01", row(1), row(2)), statement("X02", row(2), row(3))], NONE)
        expect(same.overlaps).toEqual([expect.objectContaining({ isSame: true, rows: [1, 1] })])
        const apart = await readLedger([statement("X01", row(1), row(2)), statement("X02", row(2, "7"), row(3))], NONE)
        expect(apart.overlaps).toEqual([])
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
