import { describe, expect, test } from "vitest"
import { chronology } from "../../src/editions/recipient/chronology.ts"
import { readCase } from "../../src/facts/case/load.ts"
import { readOfficer } from "../../src/facts/officer/officer.ts"
import { file, sampleText } from "../check.ts"

/** Schedule B: typed facts in time order, on one page however many there are. */

const officerOf = (change: (text: string) => string = (text) => text) => {
    const { officer, issues } = readOfficer("officer.yaml", file(change(sampleText("sample-officer", "officer.yaml"))))
    if (officer === undefined) throw new Error(JSON.stringify(issues))
    return officer
}
const caseOf = (change: (text: string) => string) => {
    const { loaded, issues } = readCase("case.yaml", file(change(sampleText("sample-case", "case.yaml"))))
    if (loaded === undefined) throw new Error(JSON.stringify(issues))
    return loaded.case
}
const clock = (i: number): string =>
    `2023-03-20 2${String(Math.floor(i / 60) % 3)}:${String(i % 60).padStart(2, "0")}:00 Z`
const orders = (count: number): string =>
    Array.from(
        { length: count },
        (_, i) => `  - {orderId: "77${String(i)}", symbol: TRBUSDT, side: buy, quantity: "1", at: ${clock(2 * i)}}\n`,
    ).join("")
const transfers = (count: number, asset = "BTC"): string =>
    Array.from(
        { length: count },
        (_, i) =>
            `  - {at: ${clock(2 * i + 1)}, value: {asset: ${asset}, amount: "1"}, from: 现货账户, to: 合约账户}\n`,
    ).join("")
const withFacts = (ordersText: string, transfersText: string) =>
    caseOf((text) =>
        text
            .replace(/^orders:\n(?: {2}.*\n)+/m, ordersText && `orders:\n${ordersText}`)
            .replace(/^transfers:\n(?: {2}.*\n)+/m, transfersText && `transfers:\n${transfersText}`),
    )

test("the sample's lines are in order, the last operation after its order, dates without a clock as dates in China", () => {
    const rows = chronology(
        caseOf((text) => text),
        officerOf(),
    )
    expect(rows[0]?.text).toMatch(/^First operation/)
    const texts = rows.map(({ text }) => text)
    expect(texts.indexOf("Last such operation known to the account holder.")).toBe(
        texts.indexOf("Order 13227001592: SELL 980 TRBUSDT.") + 1,
    )
    expect(rows.at(-1)).toEqual({ at: "23 March 2023 (China)", text: "Reported to the requesting agency." })
    expect(rows).toContainEqual({ at: "2023-03-21 02:12 UTC", text: "API key deleted, as the account holder states." })
})

describe("many facts", () => {
    test("forty orders in a row become one line that says how many, from when to when", () => {
        const rows = chronology(withFacts(orders(40), ""), officerOf())
        expect(rows.length).toBeLessThanOrEqual(26)
        expect(rows).toContainEqual({
            at: "2023-03-20 20:00:00 UTC to 2023-03-20 21:18:00 UTC",
            text: "40 orders (Schedule A).",
        })
    })
    test("orders and transfers in turn become one line of each kind", () => {
        const rows = chronology(withFacts(orders(20), transfers(20)), officerOf())
        const texts = rows.map(({ text }) => text)
        expect(texts).toContain("20 orders (Schedule A).")
        expect(texts).toContain("20 transfers (Schedule A).")
        expect(rows.length).toBeLessThanOrEqual(26)
    })
})

test("what the officer set aside and transfers of national money are left out", () => {
    const rows = chronology(
        withFacts(orders(2), transfers(2, "CNY")),
        officerOf((text) => text.replace('factsNotUsed: ["ips[2]"]', 'factsNotUsed: ["orders[0]"]')),
    )
    const texts = rows.map(({ text }) => text)
    expect(texts.filter((text) => text.startsWith("Order"))).toEqual(["Order 771: BUY 1 TRBUSDT."])
    expect(texts.join()).not.toContain("CNY")
})
