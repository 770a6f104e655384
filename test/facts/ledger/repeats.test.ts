import { describe, expect, test } from "vitest"
import { ledgerIssues } from "../../../src/facts/ledger/findings.ts"
import { readLedger } from "../../../src/facts/ledger/ledger.ts"
import { exportFile, futuresOrder, later, leg, ORDERS_HEAD, reckoned, STATEMENT_HEAD } from "./exports.ts"
import { read } from "./read-text.ts"
import { workbook } from "./workbook.ts"

/** Exports that somebody pasted into one file, which share some of their rows. */

const NONE = { answers: new Map() }
/** Three legs of a fill, so many minutes after the first. */
const fill = (minute: number, amount = String(minute + 1)): string[] => [
    leg(later(minute * 60), "Transaction Sold", "BTC", `-0.${amount}`),
    leg(later(minute * 60), "Transaction Revenue", "USDT", amount),
    leg(later(minute * 60), "Transaction Fee", "BNB", "-0.0001"),
]
const fills = Array.from({ length: 30 }, (_, i) => fill(i))
const repeats = async (rows: readonly string[], head = STATEMENT_HEAD) =>
    (await readLedger([exportFile("X01", "a.csv", head + rows.join(""))], NONE)).repeats

describe("rows that were pasted twice", () => {
    test("behind the others, with or without their header", async () => {
        const again = fills.slice(10, 20).flat()
        // Of the first moment that comes again nobody knows yet that it does.
        const found = [{ label: "X01", count: 27, row: 95 }]
        expect(await repeats([...fills.flat(), ...again])).toEqual(found)
        expect((await repeats([...fills.flat(), STATEMENT_HEAD, ...again]))[0]?.count).toBe(27)
    })

    test("and sorted by time", async () => {
        const rows = fills.flatMap((legs, i) => (i < 10 || i >= 20 ? legs : [...legs, ...legs]))
        expect(await repeats(rows)).toEqual([{ label: "X01", count: 30, row: 32 }])
        expect(await repeats([...rows].reverse())).toHaveLength(1)
    })

    test("of a row each second", async () => {
        const each = (i: number) => leg(later(i), "Transaction Sold", "BTC", `-0.${String((i % 7) + 1)}`)
        const rows = Array.from({ length: 300 }, (_, i) => each(i))
        expect(await repeats([...rows, ...rows.slice(200)])).toEqual([{ label: "X01", count: 99, row: 303 }])
        expect(await repeats([...rows, ...rows.slice(200)].reverse())).toHaveLength(1)
        expect(await repeats([...rows].reverse())).toEqual([])
    })

    test("records of one number, however few", async () => {
        const order = (id: number) => futuresOrder(later(id), 8389766050 + id, "TRBUSDT", "卖出", "1", "15")
        expect(await repeats([order(1), order(2), order(2)], ORDERS_HEAD)).toEqual([{ label: "X01", count: 1, row: 4 }])
        expect(await repeats([order(1), order(2), order(3)], ORDERS_HEAD)).toEqual([])
    })

    test("is told, and all count", async () => {
        const { ledger, reckoning } = await reckoned([
            exportFile("X01", "a.csv", STATEMENT_HEAD + [...fills, ...fills].flat().join("")),
        ])
        expect(ledger.readings[0]?.rows.used).toBe(180)
        const codes = ledgerIssues(ledger, reckoning, NONE).map(({ code }) => code)
        expect(codes).toContain("ledger.rows.repeated")
    })
})

describe("rows that are alike and no repetition", () => {
    test("equal fills of one second, in several seconds", async () => {
        const rows = Array.from({ length: 30 }, (_, i) => (i % 7 === 3 ? fill(i) : [...fill(i), ...fill(i)]))
        expect(await repeats(rows.flat())).toEqual([])
    })

    test("joined files that share nothing, sorted by coin, or newest first", async () => {
        const rows = fills.flat()
        expect(await repeats([...rows.slice(45), ...rows.slice(0, 45)])).toEqual([])
        expect(await repeats([...rows].sort((a, b) => (a.slice(30) < b.slice(30) ? -1 : 1)))).toEqual([])
        expect(await repeats([...rows].reverse())).toEqual([])
    })

    test("pairs of legs of moves", async () => {
        const moves = Array.from({ length: 40 }, (_, i) => [
            leg(later(i * 60), "Transfer Between Main and Funding Wallet", "USDT", "-5", "Funding"),
            leg(later(i * 60), "Transfer Between Main and Funding Wallet", "USDT", "5"),
        ])
        expect(await repeats(moves.flat())).toEqual([])
    })
})

test("amounts that a spreadsheet wrote with three figures are told, those written as long as they are not", async () => {
    const count = async (...amounts: string[]) => {
        const rows = amounts.map((amount, i) => leg(later(i), "Deposit", "BTC", amount))
        const { readings } = await readLedger([exportFile("X01", "a.csv", STATEMENT_HEAD + rows.join(""))], NONE)
        return readings[0]?.rows.shortened
    }
    expect(await count("1.24E-05", "-1.20E-06", "0.5")).toBe(2)
    const [header, row] = [STATEMENT_HEAD, leg(later(0), "Deposit", "BTC", "")].map((line) => line.trim().split(","))
    const cells = [header ?? [], (row ?? []).map((cell, i) => (i === 5 ? { n: "1.24E-05" } : cell))]
    expect((await read(workbook(cells), "a.xlsx")).used.map(({ shortened }) => shortened)).toEqual([undefined])
    expect(await count("1.2E-05", "1.24E-06", "1.236E-05", "1E-8", "0E-18")).toBe(0)
})

test("amounts that a spreadsheet cut to the width of a cell are told where it took the seconds too", async () => {
    const count = async (time: string, ...amounts: string[]) => {
        const rows = amounts.map((amount) => leg(time, "Deposit", "USDT", amount))
        const { readings } = await readLedger([exportFile("X01", "a.csv", STATEMENT_HEAD + rows.join(""))], NONE)
        return readings[0]?.rows.shortened
    }
    const amounts = ["12500.12346", "-12500.12346", "0.123456789", "12500.1234", "12500.12345678", "12345678901"]
    expect(await count("2023/3/20 17:49", ...amounts)).toBe(3)
    expect(await count("2023-03-20 17:49:08", ...amounts)).toBe(0)
})
