import { describe, expect, test } from "vitest"
import type { ExportFile } from "../../../src/facts/ledger/read-file.ts"
import { SIGNALS, type SignalCode } from "../../../src/facts/ledger/signals.data.ts"
import { signalWords } from "../../../src/messages/signals.ts"
import {
    ALL,
    exportFile,
    futuresOrder,
    later,
    leg,
    ORDERS_HEAD,
    reckoned,
    EVENT as SAMPLE_EVENT,
    STATEMENT_HEAD,
    sampleExports,
} from "./exports.ts"

/** Each pattern on the least that shows it, and on one thing less. Rows are those of the file, the header counted. */

const statement = (...rows: readonly string[]): ExportFile => exportFile("X01", "a.csv", STATEMENT_HEAD + rows.join(""))
const orders = (...rows: readonly string[]): ExportFile => exportFile("X02", "b.csv", ORDERS_HEAD + rows.join(""))

const found = async (
    code: SignalCode,
    files: readonly ExportFile[],
    window: { from: number; to: number } = ALL.window,
) => (await reckoned(files, { window })).signals.filter((one) => one.code === code)

const AT = "2023-03-20 17:49:08"
const instant = (time: string): number => Date.parse(`${time.replace(" ", "T")}Z`)
const ASSETS = ["BTC", "ETH", "BNB", "ADA", "DOGE", "DOT"]
const sweep = (assets: number, seconds: number) =>
    statement(
        ...ASSETS.slice(0, assets).map((asset, i) =>
            leg(
                later((seconds * i) / (assets - 1)),
                "Transfer Between Spot Account and UM Futures Account",
                asset,
                "-1",
            ),
        ),
    )
const dump = (assets: number, seconds: number) =>
    statement(
        ...ASSETS.slice(0, assets).flatMap((asset, i) => {
            const time = later(Math.floor((seconds * i) / (assets - 1)))
            return [leg(time, "Transaction Sold", asset, "-1"), leg(time, "Transaction Revenue", "USDT", "10")]
        }),
    )
/** So many orders within a span, one behind the other. */
const burst = (count: number, seconds: number) =>
    orders(
        ...Array.from({ length: count }, (_, i) =>
            futuresOrder(later(Math.floor((seconds * i) / count)), 1000 + i, "TRBUSDT", "买入", "1", "10"),
        ),
    )
const pairs = (count: number, seconds: number, lower: boolean) =>
    orders(
        ...Array.from({ length: count }, (_, i) => [
            futuresOrder(later(5000 * i), 10 + 2 * i, "TRBUSDT", "买入", "1", "20"),
            futuresOrder(later(5000 * i + seconds), 11 + 2 * i, "TRBUSDT", "卖出", "1", lower ? "19" : "21"),
        ]).flat(),
    )
/** So many own trades by day, and one order in the night of Beijing. */
const habit = (own: number, atNight: number) => {
    const days = Array.from({ length: own }, (_, i) => {
        const night = i < atNight
        const time = later(86_400 * i, night ? "2021-01-01 19:30:00" : "2021-01-01 04:00:00")
        return leg(time, "Transaction Buy", "BTC", "0.1")
    })
    return [statement(...days), orders(futuresOrder("2023-03-20 19:00:00", 1, "TRBUSDT", "买入", "1", "10"))]
}
const EVENT = { from: instant("2023-03-20 00:00:00"), to: instant("2023-03-21 00:00:00") }

describe("a pattern is found where it is, and not where one thing is lacking", () => {
    test("S1: the first use of futures, where the file reaches further back", async () => {
        const before = leg("2023-01-01 00:00:00", "Deposit", "BTC", "1")
        const futures = leg(AT, "Fee", "USDT", "-1", "USDT-Futures")
        const [one, ...more] = await found("S1", [statement(before, futures)])
        expect([one?.rows, more]).toEqual([[{ file: "X01", rows: [3] }], []])
        expect(one?.values).toEqual({ since: instant("2023-01-01 00:00:00"), first: instant(AT) })
        expect(await found("S1", [statement(futures)])).toEqual([])
        const earlier = leg("2023-01-02 00:00:00", "Fee", "USDT", "-1", "USDT-Futures")
        expect(await found("S1", [statement(before, earlier, futures)], EVENT)).toEqual([])
    })

    test("S2: four assets moved out within ten seconds", async () => {
        expect((await found("S2", [sweep(4, 9)])).map(({ rows }) => rows)).toEqual([
            [{ file: "X01", rows: [2, 3, 4, 5] }],
        ])
        expect(await found("S2", [sweep(3, 9)])).toEqual([])
        expect(await found("S2", [sweep(4, 12)])).toEqual([])
    })

    test("S3: five markets sold on within five seconds", async () => {
        expect((await found("S3", [dump(5, 5)])).map(({ rows }) => rows)).toEqual([
            [{ file: "X01", rows: [2, 4, 6, 8, 10] }],
        ])
        expect(await found("S3", [dump(4, 5)])).toEqual([])
        expect(await found("S3", [dump(5, 8)])).toEqual([])
    })

    test("S4: sale, transfer and order with their times; one of them is no sequence", async () => {
        const rows = [
            leg(AT, "Transaction Sold", "BTC", "-1"),
            leg(later(1), "Transfer Between Spot Account and UM Futures Account", "USDT", "-1"),
        ]
        const order = orders(futuresOrder(later(60), 1, "TRBUSDT", "买入", "1", "10"))
        const [one] = await found("S4", [statement(...rows), order])
        expect(one?.values).toEqual({ sale: instant(AT), transfer: instant(later(1)), order: instant(later(60)) })
        expect(one?.rows).toEqual([
            { file: "X01", rows: [2, 3] },
            { file: "X02", rows: [2] },
        ])
        expect(await found("S4", [statement(rows[0] ?? "")])).toEqual([])
    })

    test("S4: what left is no transfer, and what pays for a purchase no sale", async () => {
        const rows = [
            leg(AT, "Transaction Spend", "USDT", "-10"),
            leg(AT, "Transaction Buy", "BTC", "1"),
            leg(later(60), "Transaction Sold", "BTC", "-1"),
            leg(later(60), "Transaction Revenue", "USDT", "9"),
            leg(later(90), "Withdraw", "USDT", "-9"),
        ]
        const [one] = await found("S4", [statement(...rows)])
        expect(one?.values).toEqual({ sale: instant(later(60)), withdrawal: instant(later(90)) })
        expect(signalWords("S4", one?.values ?? {}).found["zh-CN"]).toMatch(/首笔现货卖出.*30 秒后首笔提出/)
    })

    test("S5: markets that no earlier row names", async () => {
        const own = futuresOrder("2023-01-01 00:00:00", 1, "PERPUSDT", "买入", "1", "10")
        const both = ["PERPUSDT", "TRBUSDT"].map((symbol, i) =>
            futuresOrder(later(i), 2 + i, symbol, "买入", "1", "10"),
        )
        const [one] = await found("S5", [orders(own, ...both)], EVENT)
        expect([one?.values.names, one?.rows]).toEqual(["TRBUSDT", [{ file: "X02", rows: [4] }]])
        expect(await found("S5", [orders(own, both[0] ?? "")], EVENT)).toEqual([])
        // Without an earlier row nothing is new.
        expect(await found("S5", [orders(...both)], EVENT)).toEqual([])
    })

    test("S6: as much sold as bought, for less; fills of a cancelled order are among it", async () => {
        const trip = (sold: string, value: string, status = "已成交") =>
            orders(
                futuresOrder(AT, 1, "TRBUSDT", "买入", "10", "200"),
                futuresOrder(later(60), 2, "TRBUSDT", "卖出", "20", value, { filled: sold, status }),
            )
        const [one] = await found("S6", [trip("10", "150", "已撤销")])
        expect(one?.values).toEqual({ name: "TRBUSDT", quantity: "10", lost: "50", quote: "USDT" })
        expect(one?.rows).toEqual([{ file: "X02", rows: [2, 3] }])
        expect(await found("S6", [trip("10", "200")])).toEqual([])
        expect(await found("S6", [trip("9", "150")])).toEqual([])
    })

    test("S7: two purchases followed within ten minutes by a lower sale", async () => {
        const [one] = await found("S7", [pairs(2, 600, true)])
        expect([one?.values.count, one?.rows]).toEqual([2, [{ file: "X02", rows: [2, 3, 4, 5] }]])
        expect(await found("S7", [pairs(1, 600, true)])).toEqual([])
        expect(await found("S7", [pairs(2, 601, true)])).toEqual([])
        expect(await found("S7", [pairs(2, 600, false)])).toEqual([])
    })

    test("S8: more than five orders in a second, more than sixty in a minute", async () => {
        expect((await found("S8", [burst(6, 1)])).map(({ values }) => [values.count, values.seconds])).toEqual([[6, 1]])
        expect(await found("S8", [burst(5, 1)])).toEqual([])
        expect((await found("S8", [burst(61, 60)])).map(({ values }) => [values.count, values.seconds])).toEqual([
            [61, 60],
        ])
        expect(await found("S8", [burst(60, 60)])).toEqual([])
    })

    test("S9: an hour with under one in a hundred of at least two hundred own trades", async () => {
        expect((await found("S9", habit(200, 0), EVENT)).map(({ values, rows }) => [values.hours, rows])).toEqual([
            ["3", [{ file: "X02", rows: [2] }]],
        ])
        expect(await found("S9", habit(199, 0), EVENT)).toEqual([])
        expect(await found("S9", habit(200, 2), EVENT)).toEqual([])
        expect(await found("S9", habit(201, 2), EVENT)).toHaveLength(1)
    })

    test("S11: sold at an average price a tenth below the one at which it was bought, and not all of it", async () => {
        const pair = (value: string) =>
            orders(
                futuresOrder(AT, 1, "TRBUSDT", "买入", "10", "1000"),
                futuresOrder(later(1), 2, "TRBUSDT", "卖出", "9", value),
            )
        expect((await found("S11", [pair("810")])).map(({ values, rows }) => [values.cheap, rows])).toEqual([
            ["90", [{ file: "X02", rows: [2, 3] }]],
        ])
        expect(await found("S11", [pair("810.01")])).toEqual([])
    })

    test("S10: a limit five per cent beyond the last fill, a cancelled order with fills", async () => {
        const limit = (price: string, status = "已成交") =>
            orders(
                futuresOrder(AT, 1, "TRBUSDT", "买入", "1", "100"),
                futuresOrder(later(1), 2, "TRBUSDT", "买入", "1", "100", { price, status }),
            )
        expect(
            (await found("S10", [limit("105")])).map(({ values, rows }) => [values.far, values.cancelled, rows]),
        ).toEqual([[1, 0, [{ file: "X02", rows: [3] }]]])
        expect(await found("S10", [limit("104.99")])).toEqual([])
        expect(
            (await found("S10", [limit("100", "已撤销")])).map(({ values }) => [values.far, values.cancelled]),
        ).toEqual([[0, 1]])
        // An order that is still open was not cancelled.
        for (const status of ["部分成交", "PARTIALLY_FILLED"])
            expect(await found("S10", [limit("100", status)])).toEqual([])
    })
})

test("every pattern has sentences in both languages, with a limit, and none says who did it", async () => {
    const { signals } = await reckoned(sampleExports(), { window: SAMPLE_EVENT })
    const others = [...(await found("S8", [burst(6, 1)])), ...(await found("S9", habit(200, 0), EVENT))]
    const cheaper = await found("S11", [
        orders(
            futuresOrder(AT, 1, "TRBUSDT", "买入", "10", "1000"),
            futuresOrder(later(1), 2, "TRBUSDT", "卖出", "9", "810"),
        ),
    ])
    const all = [...signals, ...others, ...cheaper]
    expect([...new Set(all.map(({ code }) => code))].sort()).toEqual([...SIGNALS].sort())
    for (const { code, values } of all) {
        const { title, rule, found: said, not } = signalWords(code, values)
        for (const lang of ["zh-CN", "en"] as const) {
            for (const words of [title, rule, said, not]) {
                expect(words[lang].length).toBeGreaterThan(3)
                expect(words[lang]).not.toMatch(/undefined|NaN|—/)
            }
            expect(`${title[lang]}${said[lang]}`).not.toMatch(/盗|窃|黑客|嫌疑|steal|stole|thief|hacker/i)
            if (code !== "S4" && code !== "S5") expect(said[lang]).toMatch(/相符|consistent with/)
        }
    }
    expect(signalWords("S1", {}).found.en).toContain("—")
})
