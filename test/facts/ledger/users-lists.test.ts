import { describe, expect, test } from "vitest"
import { ALL, exportFile, reckoned } from "./exports.ts"

/** Lists of single exchanges, as public importers read them. */

/** With a clock for files that name none. */
const clocked = (...labels: readonly string[]) => ({
    ...ALL,
    answers: new Map(labels.map((label) => [label, { zone: 0 }])),
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
})
