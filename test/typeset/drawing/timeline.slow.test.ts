import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Drawing } from "../../../src/typeset/drawing/drawing.ts"
import type { TimelineEvent } from "../../../src/typeset/drawing/event.ts"
import { printInterval } from "../../../src/typeset/drawing/interval.ts"
import { spread } from "../../../src/typeset/drawing/spread.ts"
import { timelineDrawing } from "../../../src/typeset/drawing/timeline.ts"
import { createLettering } from "../../../src/typeset/layout/lines/lettering.ts"
import { fonts } from "../pdf/sample.ts"
import { collisions, lettering, outside, textsOf, zh } from "./boxes.ts"

const CLOCKS = ["北京时间", "UTC"]
const START = Date.UTC(2023, 2, 20)
const DAY = 86_400_000

function event(atMs: number, text: string): TimelineEvent {
    const wall = (hours: number) => new Date(atMs + hours * 3_600_000).toISOString().slice(0, 19).replace("T", " ")
    return { atMs, time: [wall(8), `${wall(0)}Z`], text }
}
const draw = (events: readonly TimelineEvent[], scale?: "linear" | "broken") =>
    timelineDrawing(events, { ...zh, clocks: CLOCKS, ...(scale === undefined ? {} : { scale }) })

const span = fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: 5000 }),
    fc.integer({ min: 1000, max: DAY }),
    fc.integer({ min: DAY, max: 900 * DAY }),
)
const what = fc
    .array(
        fc.constantFrom(
            "账户",
            "，",
            "转出",
            "TRBUSDT ",
            "买入 520",
            "“",
            "”",
            "。",
            "0xA1b2C3d4E5f6A7b8C9d0",
            "被卖出",
        ),
        {
            minLength: 1,
            maxLength: 40,
        },
    )
    .map((parts) => parts.join(""))
const events = fc.array(fc.tuple(span, what), { minLength: 1, maxLength: 40 }).map((steps) => {
    let at = START
    return steps.map(([ms, text]) => {
        at += ms
        return event(at, text)
    })
})

describe("a timeline of any events", () => {
    test.each(["linear", "broken", undefined] as const)("with scale %s is readable and complete", (scale) => {
        fc.assert(
            fc.property(events, (list) => {
                const drawing = draw(list, scale)
                expect(outside(drawing)).toEqual([])
                expect(collisions(drawing)).toEqual([])
                const drawn = textsOf(drawing).map(({ text }) => text)
                for (const { time, text } of list) {
                    for (const clock of time) expect(drawn).toContain(clock)
                    expect(drawing.alt).toContain(`${time.join("／")} ${text}`)
                }
                expect(draw(list, scale)).toEqual(drawing)
            }),
            { numRuns: 60 },
        )
    })

    test("which the check would notice: a text moved on another is found, and one moved out", () => {
        const drawing = draw([event(START, "甲"), event(START + DAY, "乙"), event(START + 3 * DAY, "丙")])
        const moved = (dx: number): Drawing => ({
            ...drawing,
            items: drawing.items.map((item) =>
                item.kind === "text" && item.text === "丙" ? { ...item, xPt: item.xPt + dx } : item,
            ),
        })
        const [first, last] = ["甲", "丙"].map((name) => textsOf(drawing).find(({ text }) => text === name)?.xPt ?? 0)
        expect(collisions(moved((first ?? 0) - (last ?? 0)))).toEqual(["丙 × 甲"])
        expect(outside(moved(459))).toHaveLength(1)
    })
})

/** Places of the markers, from left to right, row by row. */
function markers(drawing: Drawing): number[] {
    return drawing.items.flatMap((item) =>
        item.kind === "rect" && item.fill === 0 ? [item.xPt + item.widthPt / 2] : [],
    )
}

describe("places on the axis", () => {
    test("are true to scale where all fit on one axis", () => {
        const [a = 0, b = 0, c = 0, d = 0] = markers(
            draw([0, 2, 3, 8].map((days) => event(START + days * DAY, String(days)))),
        )
        expect((b - a) / (d - a)).toBeCloseTo(2 / 8)
        expect((c - a) / (d - a)).toBeCloseTo(3 / 8)
    })

    test("keep apart on a broken scale, which says so, tells the times between and cuts the long ones", () => {
        const drawing = draw([
            event(START, "甲"),
            event(START + 134 * DAY, "乙"),
            event(START + 134 * DAY + 1000, "丙"),
        ])
        const drawn = textsOf(drawing).map(({ text }) => text)
        expect(drawn).toContain("134天")
        expect(drawn).toContain("1秒")
        expect(drawn.at(-1)).toContain("横轴不按比例")
        expect(drawn.at(-1)).toContain("双斜线处相隔1天以上")
        const slanted = drawing.items.filter((item) => item.kind === "line" && item.x1Pt !== item.x2Pt)
        expect(slanted.filter((item) => item.kind === "line" && item.y1Pt !== item.y2Pt)).toHaveLength(2)
    })

    test("are in order of time whatever the order given", () => {
        const list = [3, 1, 2].map((days) => event(START + days * DAY, `第${String(days)}件`))
        expect(draw(list)).toEqual(draw([...list].reverse()))
        const drawn = textsOf(draw(list)).map(({ text }) => text)
        expect(drawn.filter((text) => text.startsWith("第"))).toEqual(["第1件", "第2件", "第3件"])
    })
})

test("forty events with three lines each stay on a page, with type of at least 6 points, every interval told", () => {
    const own = createLettering(fonts, "zh-CN")
    const list = Array.from({ length: 40 }, (_, i) =>
        event(
            START + i * i * i * 997_000,
            "账户内未经本人授权的合约委托，以远低于市价的价格卖出，资金随即被划走，对手方待查",
        ),
    )
    const drawing = timelineDrawing(list, { lang: "zh-CN", lettering: own, clocks: CLOCKS })
    // What a figure may take of the report's page: see layout/figure.ts.
    const scale = Math.min(1, (0.88 * 708.6) / drawing.heightPt)
    expect(Math.min(...textsOf(drawing).map(({ sizePt }) => sizePt * scale))).toBeGreaterThanOrEqual(5.95)
    expect(outside(drawing, own)).toEqual([])
    expect(collisions(drawing, own)).toEqual([])
    const intervals = textsOf(drawing).filter(({ text }) => /^(?:约)?\d+(?:天|小时|分|秒)/.test(text))
    expect(intervals).toHaveLength(39)
    expect(textsOf(drawing).at(-1)?.text).toContain("省略")
})

test.each([
    ["none", 0],
    ["too many", 41],
])("%s is refused", (_, count) => {
    expect(() => draw(Array.from({ length: count }, (__, i) => event(START + i, "甲")))).toThrow(RangeError)
})
test("an instant that is no number is refused", () => {
    expect(() => draw([{ ...event(START, "甲"), atMs: Number.NaN }])).toThrow(RangeError)
})

describe("the time between two events", () => {
    const MINUTE = 60_000
    test.each([
        [0, 1000, 2, "同一时刻"],
        [0, MINUTE, 2, "时间相近"],
        [400, 1000, 2, "不足1秒"],
        [1000, 1000, 2, "1秒"],
        [90_000, 1000, 2, "1分30秒"],
        [90_000, MINUTE, 2, "约2分"],
        [20_000, MINUTE, 2, "时间相近"],
        [35 * MINUTE, MINUTE, 2, "35分"],
        [13_153_000, 1000, 2, "约3小时39分"],
        [13_153_000, 1000, 1, "约4小时"],
        [DAY, 1000, 2, "1天"],
        [DAY + 5 * 3_600_000, 1000, 2, "1天5小时"],
        [DAY + 5 * 3_600_000, DAY, 2, "约1天"],
        [2 * DAY + 40 * MINUTE, MINUTE, 2, "约2天"],
        [134 * DAY, 1000, 2, "134天"],
    ] as const)("%d ms known to %d ms in %d units is %s", (ms, precision, units, text) => {
        expect(printInterval(ms, precision, units, "zh-CN")).toBe(text)
    })
    test("reads in English too", () => {
        expect(printInterval(13_153_000, 1000, 2, "en")).toBe("about 3 h 39 min")
    })
})

test("boxes are spread without overlap, within bounds, and not moved where they are free", () => {
    const boxes = fc.array(fc.tuple(fc.double({ min: 0, max: 400, noNaN: true }), fc.integer({ min: 1, max: 30 })), {
        minLength: 1,
        maxLength: 10,
    })
    fc.assert(
        fc.property(boxes, (list) => {
            const wanted = list.map(([at]) => at).sort((a, b) => a - b)
            const widths = list.map(([, width]) => width)
            const placed = spread(wanted, widths, 5, 0, 400)
            for (const [i, at] of placed.entries()) {
                expect(at).toBeGreaterThanOrEqual(-1e-9)
                expect(at + (widths[i] ?? 0)).toBeLessThanOrEqual((placed[i + 1] ?? 405) - 5 + 1e-9)
            }
            const isFree = wanted.every((at, i) => at + (widths[i] ?? 0) + 5 <= (wanted[i + 1] ?? 405))
            if (isFree) for (const [i, at] of placed.entries()) expect(at).toBeCloseTo(wanted[i] ?? 0)
        }),
    )
})

test("the width that a drawing is told is the width that layout sets", () => {
    expect(lettering.widthOf("甲A", 10, 400)).toBeCloseTo(10 + 1.6 + 5)
    for (const line of lettering.wrap("账户内的资产，全部被划走。", 10, 400, 45))
        expect(lettering.widthOf(line, 10, 400)).toBeLessThanOrEqual(45)
    expect(lettering.wrap("账户内的资产，全部被划走。", 10, 400, 60).join("")).toBe("账户内的资产，全部被划走。")
})
