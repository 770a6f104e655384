import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { breakLines } from "../../../src/typeset/layout/lines/break-lines.ts"
import { type Cluster, prepareInline } from "../../../src/typeset/layout/lines/inline.ts"
import { isCut } from "../../../src/typeset/layout/lines/line.ts"
import { setLine } from "../../../src/typeset/layout/lines/set-line.ts"
import { SHEETS } from "../../../src/typeset/layout/styles.data.ts"
import type { TextStyle } from "../../../src/typeset/layout/styles.ts"
import { fakeFonts } from "./fake-fonts.ts"
import { LINE_RULES } from "./line-rules.data.ts"

const body = SHEETS.report?.body as TextStyle
const style: TextStyle = { ...body, sizePt: 10, indentEm: 0 }
const none = { areShown: false, add: () => undefined }

function clustersOf(text: string, over: { code?: boolean; lang?: "en" } = {}): readonly Cluster[] {
    const lang = over.lang ?? "zh-CN"
    return (
        prepareInline([{ kind: "text", text, code: over.code ?? false }], style, lang, fakeFonts, none).segments[0] ??
        []
    )
}
/** As {@link linesOf} for text that is not filled out; `centred`: as the head of a column is. */
function raggedOf(text: string, ems: number, centred = false, lang?: "en"): string[] {
    const clusters = clustersOf(text, lang === undefined ? {} : { lang })
    return breakLines(clusters, () => ems * 10, false, "none", centred).map(({ start, end }) =>
        clusters
            .slice(start, end)
            .map((c) => c.text)
            .join("")
            .trimEnd(),
    )
}
/** Lines of a text in a measure of so many Chinese characters. */
function linesOf(text: string, ems: number, over: { code?: boolean; lang?: "en" } = {}): string[] {
    const clusters = clustersOf(text, over)
    return breakLines(clusters, () => ems * 10, true).map(({ start, end }) =>
        clusters
            .slice(start, end)
            .map((c) => c.text)
            .join(""),
    )
}

describe("where a line may not end or begin", () => {
    // In a measure of four characters `甲乙丙丁` fills the first line exactly.
    test.each([
        ["a stop hangs by its blank half, if that lets it stay", "甲乙丙丁。戊", 4.5, ["甲乙丙丁。", "戊"]],
        ["otherwise it takes a character along", "甲乙丙丁。戊", 4, ["甲乙丙", "丁。戊"]],
        ["a comma", "甲乙丙丁，戊", 4, ["甲乙丙", "丁，戊"]],
        ["a closing bracket", "甲乙丙丁）戊", 4, ["甲乙丙", "丁）戊"]],
        ["a closing quote with its stop", "甲乙丙丁。”戊", 4, ["甲乙丙", "丁。”戊"]],
        ["an opening bracket moves on", "甲乙丙（丁）", 4, ["甲乙丙", "（丁）"]],
        ["an opening quote too", "甲乙丙“丁”", 4, ["甲乙丙", "“丁”"]],
        ["a dash is never split", "甲乙丙——丁", 4, ["甲乙丙", "——丁"]],
        ["an ellipsis neither, nor may it begin a line", "甲乙丙……丁", 4, ["甲乙", "丙……丁"]],
        ["between quotes a break is free", "“甲”与“乙”", 3.5, ["“甲”", "与“乙”"]],
        ["a number keeps its unit", "甲乙丙21日", 4, ["甲乙丙", "21日"]],
        ["第 keeps its number", "甲乙丙第3条", 4, ["甲乙丙", "第3条"]],
        ["a number keeps its sign", "甲乙丙35%丁", 4.4, ["甲乙丙", "35%丁"]],
        ["and its currency", "甲乙丙￥80", 4, ["甲乙丙", "￥80"]],
        ["a box keeps its word", "甲乙丙□丁", 4, ["甲乙丙", "□丁"]],
        ["a Latin word stays whole", "甲乙丙word", 4, ["甲乙丙", "word"]],
        ["a decimal and its group too", "甲乙1,250.5", 4, ["甲乙", "1,250.5"]],
        ["a number with its unit after a space", "甲乙丙 12 BTC", 5, ["甲乙丙 ", "12 BTC"]],
        ["a possessive", "甲乙丙it's", 4, ["甲乙丙", "it's"]],
        ["straight quotes open and close", '甲乙丙"ab" 丁', 4.4, ["甲乙丙", '"ab" 丁']],
    ])("%s", (_, text, ems, expected) => {
        expect(linesOf(text, ems)).toEqual(expected)
    })

    test("no line of running text begins with a closer or ends with an opener", () => {
        const token = fc.constantFrom(
            "甲",
            "乙丙",
            "，",
            "。",
            "”",
            "“",
            "（",
            "）",
            "《",
            "》",
            "、",
            "word ",
            "12",
            "：",
        )
        fc.assert(
            fc.property(fc.array(token, { maxLength: 80 }), fc.integer({ min: 12, max: 40 }), (tokens, ems) => {
                // Runs of punctuation longer than two do not occur in text.
                const text = tokens.join("").replace(/([，。”“（）《》、：]{2})[，。”“（）《》、：]+/g, "$1")
                const lines = linesOf(text, ems)
                expect(lines.join("")).toBe(text)
                for (const [i, line] of lines.entries()) {
                    if (i > 0) expect(line).not.toMatch(/^[，。”）》、：]/)
                    if (i < lines.length - 1) expect(line).not.toMatch(/[“（《]$/)
                }
            }),
        )
    })
})

describe.each(LINE_RULES)("$rule", ({ lines }) => {
    test.each(lines)("%d: %s", (ems, expected) => {
        expect(linesOf(expected.replaceAll("│", ""), ems).join("│")).toBe(expected)
    })
})

test("no expected line begins or ends as GB/T 15834—2011 §5.1 forbids", () => {
    const rows = LINE_RULES.flatMap(({ lines }) => lines.map(([, text]) => text.split("│")))
    expect(rows.length).toBeGreaterThanOrEqual(120)
    for (const lines of rows) {
        for (const line of lines.slice(1))
            expect(line).not.toMatch(/^(?:[。，、；：？！”’）》〉】〕」』…～·／/%％℃]|—(?!—))/)
        for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[“‘（《〈【〔「『￥$¥€£№／/]$/)
    }
})

describe("long ids, addresses and words", () => {
    const hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    test("a long id fills lines, nothing is added", () => {
        const lines = linesOf(`值为${hash}。`.replace(hash, hash), 20, { code: true })
        expect(lines.join("")).toBe(`值为${hash}。`)
        expect(lines.length).toBe(2)
    })
    test("an address breaks after its separators", () => {
        expect(linesOf("https://www.example.com/zh-CN/support/law-enforcement", 14, { code: true })).toEqual([
            "https://www.example.com/zh-",
            "CN/support/law-enforcement",
        ])
    })
    test("a short code stays whole", () => {
        expect(linesOf("甲乙丙 E001-2023", 5, { code: true })[1]).toBe("E001-2023")
    })
    test("a word wider than the line is cut as a last resort", () => {
        expect(linesOf("Donaudampfschiff", 5)).toEqual(["Donaudampf", "schiff"])
    })
    test("English is never hyphenated, but breaks after a hyphen of its own", () => {
        expect(linesOf("law-enforcement request of the agency", 7, { lang: "en" })).toEqual([
            "law-",
            "enforcement ",
            "request of the ",
            "agency",
        ])
    })
})

describe("the beginning and the end of a paragraph", () => {
    const lay = (text: string, ems: number, leads: "all" | "later" | "none") => {
        const clusters = clustersOf(text)
        const lines = breakLines(clusters, () => ems * 10, false, leads)
        return lines.map((line, n) => {
            const { offsetPt } = setLine(clusters, line, ems * 10, "start", n === lines.length - 1, leads)
            const parts = clusters.slice(line.start, line.end).map((c) => c.text)
            return [parts.join(""), offsetPt]
        })
    }
    test.each([
        ["all", -4.5, -4.5],
        ["later", 0, -4.5],
        ["none", 0, 0],
    ] as const)("openers that begin a line give up the blank before them: %s", (leads, first, second) => {
        expect(lay("（甲）乙丙（丁）", 5, leads)).toEqual([
            ["（甲）乙丙", first],
            ["（丁）", second],
        ])
    })
    test("a single Han character is not left alone in ragged text either", () => {
        expect(lay("甲乙丙丁戊己庚辛壬癸子", 10, "all").map(([line]) => line)).toEqual(["甲乙丙丁戊己庚辛壬", "癸子"])
        expect(lay("甲乙丙丁戊己庚辛壬癸。", 9, "all").map(([line]) => line)).toEqual(["甲乙丙丁戊己庚辛", "壬癸。"])
    })
})

describe("spaces between characters", () => {
    const kern = (text: string, over = {}) => clustersOf(text, over).map((c) => Math.round(c.kernPt * 100) / 100)
    test("Han and Latin stand apart by an eighth to a quarter em, without a character", () => {
        const [gap, , , back] = kern("甲abc乙")
        for (const value of [gap, back]) {
            expect(value).toBeGreaterThanOrEqual(1.25)
            expect(value).toBeLessThanOrEqual(2.5)
        }
        expect(kern("甲，abc")).toEqual([0, 0, 0, 0, 0])
    })
    test("adjacent full-width punctuation gives up its blank half", () => {
        expect(kern("（《甲》）。")).toEqual([-4.5, 0, 0, -4.5, -4.5, 0])
        expect(kern("甲，“乙”，")).toEqual([0, -4.5, 0, 0, -4.5, 0])
    })
})

describe("justification", () => {
    const lineOf = (text: string) =>
        clustersOf(text).reduce((ems, { advancePt, kernPt }) => ems + (advancePt + kernPt) / 10, 0)
    const widthOf = (text: string, ems: number) => {
        const clusters = clustersOf(text)
        const [line] = breakLines(clusters, () => ems * 10, true)
        if (!line) return 0
        const { adjustPt } = setLine(clusters, line, ems * 10, "justify", false)
        const parts = clusters.slice(line.start, line.end)
        const last = parts.at(-1)
        const sum = parts.reduce((x, c, i) => x + c.advancePt + (adjustPt[i] ?? 0), 0)
        return sum - (last?.cls === "space" ? last.advancePt : 0)
    }
    test.each([
        "文字与Latin混排，并有“引号”和数字2023年3月，应当齐行排列。",
        "一二三四五六七八九十一二三四五六七八九十",
    ])("fills the line exactly: %s", (text) => {
        expect(widthOf(text, 10.4)).toBeCloseTo(104, 5)
    })
    test("a line that would have to be torn apart stays short", () => {
        expect(widthOf("甲乙https://www.example", 10)).toBeLessThan(90)
    })
    test.each([
        "我单位已受理盗窃案（编号：虚公受案字〔2026〕33号）。据报案人陈述，其代为报案的账户自2026年11月7日18:52:11（北京时间）起被他人操作，发生未经账户持有人授权的提币。",
        "我单位正在侦办破坏计算机信息系统案（编号：虚公受案字〔2026〕33号）。据报案人陈述，其账户自2026年11月2日04:10:05（北京时间）起被他人操作，发生未经其授权的交易和提币。",
    ])("no line is left nearly empty for the others to be full: %s", (text) => {
        const widths = Array.from({ length: 41 }, (_, i) => 26 + i / 10)
        const emptiest = (ems: number) => {
            const lines = linesOf(text, ems).slice(0, -1)
            return Math.min(...lines.map((line) => lineOf(line) / ems))
        }
        expect(widths.filter((ems) => emptiest(ems) < 0.4)).toEqual([])
    })
    test.each([
        "据报案人陈述，其在其他平台的账户自2026年5月1日23:59:58（北京时间）起被他人操作，发生未经其授权的提币。",
        "期间：2025年12月31日14:00至12月31日16:00（UTC），即北京时间2025年12月31日22:00至2026年1月1日00:00。各项数据另有期间的，以各项所列为准。",
    ])("a date is parted from its clock before a line is left a third empty: %s", (text) => {
        const widths = Array.from({ length: 41 }, (_, i) => 26 + i / 10)
        const emptiest = (ems: number) => {
            const lines = linesOf(text, ems).slice(0, -1)
            return Math.min(...lines.map((line) => lineOf(line) / ems))
        }
        expect(widths.filter((ems) => emptiest(ems) < 0.7)).toEqual([])
    })
    test("the last line is not filled out", () => {
        const clusters = clustersOf("甲乙丙")
        expect(setLine(clusters, { start: 0, end: 3 }, 100, "justify", true).adjustPt).toEqual([0, 0, 0])
    })
})

describe("ragged text", () => {
    test("a bracket at the end begins the second line where both fit", () => {
        expect(raggedOf("甲乙丙丁（下行为庚）", 8)).toEqual(["甲乙丙丁", "（下行为庚）"])
        expect(raggedOf("甲乙丙丁戊己庚辛壬（子）", 8)).toEqual(["甲乙丙丁戊己庚辛", "壬（子）"])
    })
    test("the head of a column is parted in the middle", () => {
        expect(raggedOf("合约或交易对", 5, true)).toEqual(["合约或", "交易对"])
        expect(raggedOf("合约或交易对", 5)).toEqual(["合约或交", "易对"])
    })
    test("a date and its time that are too long with their zone are parted before the zone", () => {
        expect(raggedOf("账户资产总览，2023-03-22 10:12:06（UTC+8），合计", 12)).toEqual([
            "账户资产总览，",
            "2023-03-22 10:12:06",
            "（UTC+8），合计",
        ])
    })
    test("no word of three letters stands alone on the last line", () => {
        expect(raggedOf("is asked to sign and return it.", 15, false, "en").at(-1)).not.toBe("it.")
    })
    test("the hook behind a line that cuts a name has room", () => {
        const long = "ab_".repeat(30)
        for (let ems = 5; ems < 20; ems++) {
            const clusters = clustersOf(`${long}.png`)
            const lines = breakLines(clusters, () => ems * 10, false)
            for (const { start, end } of lines.slice(0, -1)) {
                const width = clusters.slice(start, end).reduce((sum, c) => sum + c.advancePt, 0)
                expect(width + 2.9).toBeLessThanOrEqual(ems * 10 + 0.01)
            }
        }
    })
})

describe("what is copied sign by sign", () => {
    test("the groups of a hash part at any blank, those of a telephone number do not", () => {
        const hash = "67865944 e3f66eb7 364970f6 9485adb0 94f8958c"
        expect(linesOf(hash, 20)).toEqual(["67865944 e3f66eb7 364970f6 9485adb0 ", "94f8958c"])
        expect(linesOf("甲乙丙，+86 139 0000 0000", 9)).toEqual(["甲乙丙，", "+86 139 0000 0000"])
    })
    test("a byte of an address is not parted", () => {
        const address = "https://www.example/faq/%E5%A6%82%E4%BD%95%E4%BD%BF%E7%94%A8%E7%BB%8F%E7%BA%AA"
        for (let ems = 8; ems < 30; ems++)
            for (const code of [true, false]) expect(linesOf(address, ems, { code }).join("│")).not.toMatch(/%.?│/)
    })
    test("of a time that is too long for a line, the zone in brackets moves on first", () => {
        expect(linesOf("甲乙丙丁，2023-03-22 10:12:06（UTC+8），戊", 10)).toEqual([
            "甲乙丙丁，",
            "2023-03-22 10:12:06",
            "（UTC+8），戊",
        ])
    })
    test("a grade stays with its word", () => {
        expect(linesOf("甲乙可信程度 C；丙", 6.6)).toEqual(["甲乙可信", "程度 C；丙"])
    })
})

test("a time in a cell of code is never torn, however wide the cell", () => {
    const clusters = clustersOf("2026-09-10 12:00（北京时间）", { code: true })
    expect(isCut(clusters, "2026-09-10 12:00".length), "so no hook stands behind it").toBe(false)
    for (let width = 50; width < 200; width += 0.25) {
        const lines = breakLines(clusters, () => width, false).map(({ start, end }) =>
            clusters
                .slice(start, end)
                .map((c) => c.text)
                .join("")
                .trimEnd(),
        )
        expect([width, lines.filter((line) => /:\d?$|^\d（|^:/.test(line))]).toEqual([width, []])
    }
})
