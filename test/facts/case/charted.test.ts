import { describe, expect, test } from "vitest"
import { screenComparison, timelineEvents } from "../../../src/editions/police/charts.ts"
import { chartedSoFar } from "../../../src/facts/case/charted.ts"

// Charts of answers that are still being typed.

const EVENTS = [
    { at: "2023-03-20 17:49:08 UTC", what: "卖出" },
    { at: "2023-03-21 01:50 北京时间", what: "划转" },
    { at: "2023-03-21 09:30 北京时间", what: "发现" },
]
const SHOWN = { value: { asset: "CNY", amount: "349776.83" }, source: "总览页面" }

describe("answers that are not complete", () => {
    test("are drawn as far as they are right, whatever else is missing", () => {
        const { timeline } = chartedSoFar({
            timeline: [...EVENTS, { at: "昨天", what: "卖出" }, { what: "没有时间" }, {}],
        })
        expect(timeline?.map(({ what }) => what)).toEqual(["卖出", "划转", "发现"])
        expect(timelineEvents(chartedSoFar({ timeline: EVENTS }))?.map(({ text }) => text)).toEqual([
            "卖出",
            "划转",
            "发现",
        ])
    })

    test("show no sentence that is in no paper, unless its reporter wants it there", () => {
        const kept = "黑客是中国人，作息与国内一致"
        const drawn = (more: object) =>
            chartedSoFar({ timeline: [{ at: "2023-03-21 北京时间", what: kept, ...more }] }).timeline
        expect(drawn({})).toEqual([])
        expect(drawn({ policeToo: "yes" })).toHaveLength(1)
    })

    test("are compared when both values are there, in one asset", () => {
        const after = { ...SHOWN, value: { asset: "CNY", amount: "63359.27" } }
        expect(screenComparison(chartedSoFar({ loss: { before: SHOWN } }))).toBeUndefined()
        expect(screenComparison(chartedSoFar({ loss: { before: SHOWN, after } }))).toMatchObject({
            before: "349,776.83",
            after: "63,359.27",
            unit: "CNY",
        })
        const other = { ...SHOWN, value: { asset: "USDT", amount: "1" } }
        expect(screenComparison(chartedSoFar({ loss: { before: SHOWN, after: other } }))).toBeUndefined()
    })

    test("of any shape are no fault", () => {
        for (const answers of [undefined, "x", [], { timeline: "x" }, { loss: [] }, { timeline: [[], null, 1] }])
            expect(chartedSoFar(answers)).toEqual({ timeline: [], loss: {} })
    })
})
