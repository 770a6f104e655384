import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { barDrawing } from "../../../src/typeset/drawing/bars.ts"
import { type BeforeAfterRow, beforeAfterDrawing } from "../../../src/typeset/drawing/before-after.ts"
import type { Drawing, DrawnRect } from "../../../src/typeset/drawing/drawing.ts"
import { axisMarks, lengthOf } from "../../../src/typeset/drawing/figure-value.ts"
import { collisions, outside, textsOf, zh } from "./boxes.ts"

const names = { before: "事发前", after: "事发后" }
const row = (label: string, before: string, after: string, unit = label): BeforeAfterRow => {
    return { label, before, after, unit }
}
const draw = (rows: readonly BeforeAfterRow[], scale: "own" | "common" = "own") =>
    beforeAfterDrawing(rows, { ...zh, names, scale })

/** Bars in order; white backing of figures left out. */
function bars(drawing: Drawing): DrawnRect[] {
    return drawing.items.filter((item) => item.kind === "rect").filter(({ fill }) => fill !== 1)
}

const figure = fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.integer({ min: 0, max: 18 }))
    .map(([digits, places]) => {
        const text = String(digits).padStart(places + 1, "0")
        return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
    })

describe("bars before and after", () => {
    test("of any figures stay in their place, and the figures stand there as they came", () => {
        const label = fc.constantFrom("BTC", "账户资产总览页面显示的数值", "SHIB", "U 本位合约账户")
        const rows = fc.array(fc.tuple(label, figure, figure), { minLength: 1, maxLength: 8 })
        fc.assert(
            fc.property(rows, (list) => {
                const drawing = draw(list.map(([name, before, after]) => row(name, before, after, "USDT")))
                expect(outside(drawing)).toEqual([])
                expect(collisions(drawing)).toEqual([])
                const drawn = textsOf(drawing).map(({ text }) => text)
                for (const text of list.flatMap(([, before, after]) => [before, after])) {
                    expect(drawn).toContain(`${text} USDT`)
                    expect(drawing.alt).toContain(`${text} USDT`)
                }
                for (const name of Object.values(names))
                    expect(drawn.filter((text) => text === name)).toHaveLength(list.length)
            }),
            { numRuns: 60 },
        )
    })

    test("begin at zero and are true to scale", () => {
        const [before, after, none] = bars(draw([row("页面显示值", "349,776.83", "63,359.27", "CNY")]))
        expect(none).toBeUndefined()
        expect(before?.xPt).toBe(after?.xPt)
        expect((after?.widthPt ?? 0) / (before?.widthPt ?? 1)).toBeCloseTo(63359.27 / 349776.83, 10)
    })

    test("nothing has no bar, very little has one that is seen", () => {
        expect(bars(draw([row("BTC", "0.64572", "0")]))).toHaveLength(1)
        expect(bars(draw([row("BTC", "0.64572", "0.00000001")]))[1]?.widthPt).toBeGreaterThan(1)
        expect(bars(draw([row("BTC", "0", "0.00")]))).toHaveLength(0)
    })

    test("each row has its own scale, which is said; a common one is for one unit", () => {
        const two = [row("甲户", "100", "50", "USDT"), row("乙户", "10", "5", "USDT")]
        const [a, , b] = bars(draw(two))
        expect(a?.widthPt).toBe(b?.widthPt)
        expect(textsOf(draw(two)).at(-1)?.text).toContain("各自独立")
        const [c, , d] = bars(draw(two, "common"))
        expect((d?.widthPt ?? 0) / (c?.widthPt ?? 1)).toBeCloseTo(0.1)
        expect(() => draw([row("BTC", "1", "0"), row("ETH", "1", "0")], "common")).toThrow(RangeError)
    })

    test.each(["-1", "1e5", "", "1.", ".5", "01", "1,23", "12,3456", "NaN", "１"])("%s is refused", (text) => {
        expect(() => draw([row("BTC", "1", text)])).toThrow(RangeError)
        expect(() => barDrawing([{ label: "0", value: text }], { ...zh, valueTitle: "笔", labelTitle: "时" })).toThrow(
            RangeError,
        )
    })

    test("no row is refused", () => {
        expect(() => draw([])).toThrow(RangeError)
    })
})

describe("upright bars", () => {
    const hours = (values: readonly string[]) =>
        barDrawing(
            values.map((value, i) => ({ label: String(i).padStart(2, "0"), value })),
            { ...zh, valueTitle: "委托笔数", labelTitle: "北京时间（时）" },
        )

    test("of any count and value stay in their place", () => {
        fc.assert(
            fc.property(fc.array(figure, { minLength: 1, maxLength: 40 }), (values) => {
                const drawing = hours(values)
                expect(outside(drawing)).toEqual([])
                expect(collisions(drawing)).toEqual([])
                for (const value of values) expect(drawing.alt).toContain(`为 ${value}`)
            }),
            { numRuns: 60 },
        )
    })

    test("for 24 hours all labels and figures are printed, heights are true to scale", () => {
        const values = Array.from({ length: 24 }, (_, i) => String(i === 13 ? 214 : i))
        const drawing = hours(values)
        const drawn = textsOf(drawing).map(({ text }) => text)
        for (const label of ["00", "07", "23", "214"]) expect(drawn).toContain(label)
        const all = bars(drawing)
        expect(all).toHaveLength(23)
        const heights = all.map(({ heightPt }) => heightPt)
        expect((heights[11] ?? 0) / (heights[12] ?? 1)).toBeCloseTo(12 / 214)
    })
})

test.each([
    [0, ["0"]],
    [1, ["0", "0.5", "1.0"]],
    [4, ["0", "1", "2", "3", "4"]],
    [214, ["0", "100", "200", "300"]],
    [0.03, ["0.00", "0.01", "0.02", "0.03"]],
    [9.9, ["0", "5", "10"]],
])("marks for %d", (most, texts) => {
    const marks = axisMarks(most, 4).map(({ text }) => text)
    expect(marks.map(Number)).toEqual(texts.map(Number))
    expect(marks.length).toBeLessThanOrEqual(6)
})

test("lengths are read from grouped and plain figures", () => {
    expect(lengthOf("349,776.83")).toBe(349776.83)
    expect(lengthOf("118450233")).toBe(118450233)
})
