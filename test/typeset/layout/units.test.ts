import { describe, expect, test } from "vitest"
import { unitJoints } from "../../../src/typeset/layout/lines/units.ts"
import { lay, p } from "./models.ts"
import { readText, textOf } from "./reading.ts"

/** The units of a text, each as it is held together. */
function unitsOf(text: string): string[] {
    const joints = unitJoints(text)
    if (!joints) return []
    const units: string[] = []
    let unit = ""
    for (let i = 0; i < text.length; i++) {
        unit += text[i] ?? ""
        if (joints.has(i)) continue
        if (unit.length > 1) units.push(unit)
        unit = ""
    }
    return units
}

describe("units that stay on one line", () => {
    test.each([
        ["自2023-03-20 16:00 UTC起", ["2023-03-20 16:00 UTC"]],
        ["即 2023-03-21 01:49:08（北京时间）之后", ["2023-03-21 01:49:08（北京时间）"]],
        ["北京时间 2023-03-21 01:49:08 起", ["北京时间 2023-03-21 01:49:08"]],
        ["于2023年3月21日1时49分向", ["2023年3月21日1时49分"]],
        ["于 2023 年 3 月 21 日提交", ["2023 年 3 月 21 日"]],
        ["on 20 March 2023 at", ["20 March 2023"]],
        ["沿公（望）调证字〔2023〕77 号", ["（望）", "调证字〔2023〕77 号"]],
        ["通知书，沪公（浦东网安）受案字〔2026〕1号，", ["（浦东网安）", "受案字〔2026〕1号"]],
        ["沿公（望）的通知", []],
        ["（X03 第 2 至 7、9 至 12 行）", ["2 至 7", "9 至 12"]],
        ["C2C 订单（见 X01 至 X13）", ["X01 至 X13"]],
        ["2023-03 至 2023-04，1.5 至 2.5，16:00 至 17", ["16:00"]],
        ["沿公望调证字〔2023〕77 号", ["字〔2023〕77 号"]],
        ["所见）；银发〔2026〕42号发布", ["银发〔2026〕42号"]],
        ["同时废止银发〔2021〕237号", ["银发〔2021〕237号"]],
        ["根据汇联发〔2021〕7号", ["根据汇联发〔2021〕7号"]],
        ["可信程度 B；路径可能已变，A 官方页面", ["程度 B"]],
        ["有关转出的编号见附件 2。", ["附件 2"]],
        ["接入 API 管理，共 2 种", []],
        ["核对码 642d 2c49 b503 e212 9fa1 4a35 43f0 242c。留存", ["642d 2c49 b503 e212 9fa1 4a35 43f0 242c"]],
        ["电话 +86 24 0000 0001，2026 2027 年", []],
        ["《刑诉法解释》第一百一十条第二款第（三）项规定", ["第一百一十条第二款第（三）项"]],
        ["(Criminal Law art. 285), Notice No. 12 of", ["art. 285", "No. 12"]],
        ["the start. 5 of them", []],
        ["第13条之一", ["第13条之一"]],
        ["见 API管理页.png，", ["API管理页.png"]],
        ["账户资产总览（事发前）.png", ["账户资产总览（事发前）.png"]],
        ["02-Identifiers-LX-2023-0321.xlsx", ["02-Identifiers-LX-2023-0321.xlsx"]],
        ["价格为27800.2076，见app.kodex.us", []],
        ["第一条意见，有条理的说明", ["第一条"]],
        ["本人于当日上午发现", []],
    ])("%s", (text, units) => {
        expect(unitsOf(text)).toEqual(units)
    })
    test("a long text without any is read in no time", () => {
        const started = performance.now()
        unitJoints(`${"甲乙丙丁".repeat(20_000)}.${"a1".repeat(20_000)}`)
        expect(performance.now() - started).toBeLessThan(2_000)
    })
})

test("nothing stands between the signs of a name: no gap where Han and Latin meet", () => {
    const gapsOf = (text: string) =>
        readText(lay([p(text)])).flatMap(({ item }) =>
            item.adjust.filter((added, i) => added > 0 && i < item.glyphs.length - 1),
        )
    expect(gapsOf("API管理页.png")).toEqual([])
    expect(gapsOf("字〔2023〕77号")).toEqual([])
    expect(gapsOf("用API管理页面").length).toBe(2)
})

describe("a name set as code that reads like a text", () => {
    const name = "记录（第一部分，2023年3月21日10时12分至2023年3月22日18时30分）_原图.png"
    const asCode = (text: string) => lay([{ kind: "paragraph", inlines: [{ kind: "text", text, code: true }] }])
    test("has no gaps at its dates either", () => {
        const gaps = readText(asCode("于2023年3月21日.png")).flatMap(({ item }) => item.adjust.filter((n) => n > 0))
        expect(gaps).toEqual([])
    })
    test("may end a line after a full-width comma, not before it", () => {
        const lines = readText(asCode(`${"甲".repeat(25)}${name}`)).map(({ item }) => textOf(item))
        expect(lines.length).toBeGreaterThan(1)
        expect(lines[0]).toMatch(/分，$/)
    })
})

describe("a name that is longer than its line", () => {
    const long = `${"a".repeat(55)}_${"b".repeat(55)}.png`
    const page = (text: string) => lay([p(text)]).pages[0]?.items ?? []
    const hooks = (text: string) =>
        page(text).filter((item) => item.kind === "line" && item.x1Pt === item.x2Pt && item.y2Pt - item.y1Pt < 4)

    test("breaks at a marked place, with a hook that is no text", () => {
        const lines = readText(lay([p(long)])).map(({ item }) => textOf(item))
        expect(lines[0]).toBe(`${"a".repeat(55)}_`)
        expect(lines.join("")).toBe(long)
        expect(hooks(long)).toHaveLength(1)
    })
    test("before a word rather than in a date, and never before its ending", () => {
        const parts = [
            ["02-Identifiers-", "LX-2023-0321.xlsx"],
            ["现货历史成交_2023-02-20_", "2023-03-20.csv"],
        ] as const
        for (const [first, second] of parts) {
            const joints = unitJoints(first + second) ?? new Map()
            const best = [...joints].filter(([, { level }]) => level === 2).map(([at]) => at)
            expect(best).toContain(first.length - 1)
            expect(best.some((at) => at >= first.length)).toBe(false)
            const dot = (first + second).lastIndexOf(".")
            expect(joints.get(dot)?.level).toBe(4)
        }
    })
    test("one that is not has none, nor has running text", () => {
        expect(hooks("a_b.png")).toHaveLength(0)
        expect(hooks("文字".repeat(60))).toHaveLength(0)
    })
})
