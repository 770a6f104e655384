import { describe, expect, test } from "vitest"
import { itemsToVerifyView } from "../../src/editions/police/items-to-verify.ts"
import type { EvidenceItem } from "../../src/editions/shared/evidence-item.ts"
import { readCase } from "../../src/facts/case/load.ts"
import type { Case } from "../../src/facts/case/schema.ts"
import { codes, file, sampleText } from "../check.ts"

/** The sample with parts of its text replaced. */
function caseWith(...replacements: readonly (readonly [string, string])[]): Case {
    let text = sampleText("sample-case", "case.yaml")
    for (const [from, to] of replacements) {
        expect(text, from).toContain(from)
        text = text.replace(from, to)
    }
    const { loaded, issues } = readCase("case.yaml", file(text))
    if (loaded === undefined) throw new Error(codes(issues).join("\n"))
    return loaded.case
}

interface Item {
    readonly what: string
    readonly first: string
    readonly firstSource: string
    readonly second: string
    readonly secondSource: string
}

function items(facts: Case, evidence: readonly EvidenceItem[] = []): readonly Item[] {
    const view = itemsToVerifyView(facts, evidence) as { items: readonly Item[] } | undefined
    return view?.items ?? []
}

/** Nothing in it differs: no other times, no values in two units. */
const QUIET = [
    ["  otherTimes:\n    - {at: 2023-03-21 01:00 +08:00, source: 网上举报时填写, note: 当时按记忆填写的整点}\n", ""],
    ["  occurredAt: 2023-03-21 01:00 +08:00", "  occurredAt: 2023-03-21 01:49:08 +08:00"],
    ['    value: {asset: USDT, amount: "40856.89"}', '    value: {asset: CNY, amount: "286417.56"}'],
] as const

test("a case in which nothing differs has no such document", () => {
    expect(itemsToVerifyView(caseWith(...QUIET), [])).toBeUndefined()
})

describe("each kind of difference stands with both sources", () => {
    test("two times of the event, each instant once with everywhere it was given", () => {
        const [item] = items(caseWith())
        expect(item).toEqual(
            expect.objectContaining({
                what: "事情发生的时间",
                first: "2023-03-21 01:49:08（北京时间），即 2023-03-20 17:49:08 UTC",
                firstSource: "账户流水第 5 行起（见 X04）",
                second: "2023-03-21 01:00（北京时间）",
                secondSource: "网上举报时填写（当时按记忆填写的整点）；网络违法犯罪举报内容“事件发生时间”",
            }),
        )
    })

    test("values in two units are set side by side and not converted", () => {
        const item = items(caseWith()).find(({ what }) => what.startsWith("减少的数额"))
        expect(item?.first).toBe("页面显示值：349,776.83 − 63,359.27 = 286,417.56 CNY")
        expect(item?.second).toBe("报案人计算的净损失：40,856.89 USDT")
        expect(item?.what).toContain("未作换算")
    })

    test.each([
        ["286417.56", []],
        ["286417.55", ["减少的数额（页面显示值和按记录计算的数，是两个量）"]],
    ])("a ledger value of %s in the same unit", (amount, expected) => {
        const facts = caseWith(QUIET[0], QUIET[1], [
            'value: {asset: USDT, amount: "40856.89"}',
            `value: {asset: CNY, amount: "${amount}"}`,
        ])
        expect(items(facts).map(({ what }) => what)).toEqual(expected)
    })

    test("a difference against a figure of the same asset, with the sources of both values it is taken of", () => {
        const facts = caseWith([
            "  equivalents:\n",
            '  equivalents:\n    - {value: {asset: CNY, amount: "300000"}, method: 约数, source: 第一份说明}\n',
        ])
        expect(items(facts).find(({ what }) => what === "同一计量单位的两个数")).toEqual(
            expect.objectContaining({
                first: "286,417.56 CNY",
                firstSource: "账户资产总览页面（历史时点）（见 E007）；账户资产总览页面（见 E008）",
                second: "300,000 CNY",
                secondSource: "第一份说明",
            }),
        )
    })

    test("a time without a zone is read both ways", () => {
        const facts = caseWith(...QUIET, [
            "at: 2023-03-20 21:28:22 Z, source",
            'at: {at: "2023-03-20 21:28:22", zone: unknown}, source',
        ])
        expect(items(facts)).toEqual([
            expect.objectContaining({
                what: "未注明时区的时间",
                first: "2023-03-20 21:28:22，如为北京时间：2023-03-20 21:28:22（北京时间）",
                second: "2023-03-20 21:28:22，如为 UTC：2023-03-21 05:28:22（北京时间）",
                firstSource: expect.stringContaining("订单 39630001，来源：合约历史委托记录"),
            }),
        ])
    })

    test("records outside the period that the case states", () => {
        const facts = caseWith(
            ...QUIET,
            ["at: 2023-03-20 21:28:22 Z, source", "at: 2023-03-20 21:28:22 +08:00, source"],
            ["  lastOperation:\n    at: 2023-03-20 22:39:31 Z", "  lastOperation:\n    at: 2023-03-20 22:39:30 Z"],
        )
        expect(items(facts).map(({ what, second }) => `${what} ${second}`)).toEqual([
            "早于所称首次操作的记录 最早的一笔：2023-03-20 21:28:22（北京时间），即 2023-03-20 13:28:22 UTC",
            "晚于所称末次操作的记录 最晚的一笔：2023-03-21 06:39:31（北京时间），即 2023-03-20 22:39:31 UTC",
        ])
    })

    test.each([
        ["91999999MA9TG0015T", "91999999MA9TG0015X", "末位校验字符计算为 T"],
        ["91999999MA9TG0015T", "91999999MA9TG0015", "统一社会信用代码为 18 位，不含 I、O、S、V、Z"],
    ])("credit code %s written as %s", (from, to, second) => {
        const found = items(caseWith(...QUIET, [from, to]))
        expect(found).toEqual([expect.objectContaining({ what: "统一社会信用代码", first: to, second })])
        expect(found[0]?.firstSource).toContain("公示系统")
    })

    test.each([
        ['orderId: "39630118"', 'orderId: "39630001"', "同一PERPUSDT 订单号出现两次"],
        ["f34qY6Nb3wWD25RQ4F5ZR3", "9AKTWMQ2VXR4LCZY7NBEPD", "同一客户端订单号出现两次（大小写不同）"],
    ])("%s written as %s", (from, to, what) => {
        expect(items(caseWith(...QUIET, [from, to])).map((item) => item.what)).toEqual([what])
    })

    test("a statement marked as disputed points to the other accounts", () => {
        const facts = caseWith(...QUIET, [
            "- text: 事发时本人在家睡觉，没有登录账户，也没有操作机器人。\n      status: claim",
            "- text: 事发时本人在家睡觉，没有登录账户，也没有操作机器人。\n      status: disputed",
        ])
        expect(items(facts)).toEqual([
            expect.objectContaining({ what: "各方说法不一的事项", second: "其他说法见《各方说法及报案人意见》" }),
        ])
    })

    test("two files with the same bytes", () => {
        const item = (label: string, sha256: string): EvidenceItem =>
            ({
                source: "手机",
                entry: {
                    label,
                    originalName: `${label}.png`,
                    sizeBytes: sha256.length,
                    sha256,
                    importedAt: "2023-04-20T20:00:00+08:00",
                },
            }) as unknown as EvidenceItem
        const found = items(caseWith(...QUIET), [
            item("E001", "aa"),
            item("E002", "bb"),
            item("E003", "aa"),
            item("E004", ""),
            item("E005", ""),
        ])
        expect(found.map(({ what, first, second }) => [what, first, second])).toEqual([
            ["两个文件内容完全相同", "E001 E001.png", "E003 E003.png"],
        ])
    })
})

test("no item judges anybody's account", () => {
    const facts = caseWith(["91999999MA9TG0015T", "91999999MA9TG0015X"], ['"39630118"', '"39630001"'])
    expect(JSON.stringify(itemsToVerifyView(facts, []))).not.toMatch(/矛盾|错误|虚假|不实/)
})
