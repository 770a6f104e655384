import { describe, expect, test } from "vitest"
import { parseTime, printBeijing, printUtc, type Time } from "../../src/base/text/time.ts"
import { dossierView } from "../../src/editions/police/dossier.ts"
import { itemsToVerifyView } from "../../src/editions/police/items-to-verify.ts"
import { evidenceListView } from "../../src/editions/police/lists.ts"
import { statementView } from "../../src/editions/police/statement.ts"
import { timelineView } from "../../src/editions/police/timeline.ts"
import { type EvidenceItem, evidenceRow } from "../../src/editions/shared/evidence-item.ts"
import { policeIdentifiers } from "../../src/editions/shared/identifiers.ts"
import { labelList } from "../../src/editions/shared/labels.words.ts"
import { lossPhrase, lossView } from "../../src/editions/shared/loss.ts"
import { bothClocks, clockLines } from "../../src/editions/shared/print.ts"
import { readCase } from "../../src/facts/case/load.ts"
import type { Case } from "../../src/facts/case/schema.ts"
import { emptyDescription } from "../../src/facts/evidence/descriptions.ts"
import { codes, file, sampleText } from "../check.ts"

/** What a prosecutor and a defence lawyer look for: nothing that is not shown, one number everywhere, rows behind sums. */

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

function time(text: string, zone?: string): Time {
    const parsed = parseTime(text, zone)
    if (typeof parsed === "string") throw new Error(`${text}: ${parsed}`)
    return parsed
}

describe("a date without a clock", () => {
    test.each([
        ["2024-05-04 +08:00", "2024-05-04（北京时间）", "2024-05-04 (date in UTC+8)", "2024-05-04", "—"],
        ["2024-05-04 UTC", "2024-05-04（UTC 日期）", "2024-05-04 UTC", "—", "2024-05-04"],
        [
            "2024-05-04 UTC-5:30",
            "2024-05-04（UTC-5:30 日期）",
            "2024-05-04 (date in UTC-5:30)",
            "2024-05-04 UTC-5:30",
            "—",
        ],
    ])("%s never gets a clock time that nobody stated", (text, zh, en, beijing, utc) => {
        expect(printBeijing(time(text))).toBe(zh)
        expect(printUtc(time(text))).toBe(en)
        expect(bothClocks(time(text))).toEqual({ beijing, utc })
        expect(clockLines(time(text))).toEqual({ beijing, utc })
    })
})

describe("the standing of a sentence", () => {
    const BARE = "- text: 事发时本人在家睡觉，没有登录账户，也没有操作机器人。\n      status: claim"
    test.each([
        ["fact", "报案人称有记录，未注明是哪一份"],
        ["fact\n      source: 账户流水", "有记录可查；来源：账户流水"],
        ["fact\n      evidence: [X04]", "有记录可查；见 X04"],
        ["claim", "报案人陈述"],
        ["disputed", "各方说法不一"],
    ])("%s is printed as %s", (status, note) => {
        const view = statementView(caseWith([BARE, BARE.replace("claim", status)]))
        expect(JSON.stringify(view)).toContain(`"note":"${note}"`)
    })

    test("a fact without a record is none in the timeline either", () => {
        const facts = caseWith(["what: 本人发现资产减少}", "what: 本人发现资产减少, status: fact}"])
        const { rows } = timelineView(facts) as { rows: readonly { what: string; standing?: string }[] }
        expect(rows.find(({ what }) => what === "本人发现资产减少")?.standing).toBe("报案人称有记录，未注明是哪一份")
    })
})

test("whoever accuses is called so on the cover and in the statement", () => {
    const facts = caseWith(["capacity: reporter", "capacity: accuser"])
    expect(dossierView(facts)).toMatchObject({ role: "控告人" })
    const view = statementView(facts) as { role: string; summary: { event: string } }
    expect(view.role).toBe("控告人")
    expect(view.summary.event).toContain("控告人")
    expect(view.summary.event).not.toContain("报案人")
})

test("a matter that nobody worded says no more than that assets became fewer", () => {
    const facts = caseWith(["matter: 币安账户资产未经授权交易和划转一事\n", ""])
    expect(statementView(facts)).toMatchObject({ matter: "Binance账户资产减少一事" })
})

test("the report's evidence stands in the statement", () => {
    const { reports } = statementView(caseWith()) as { reports: readonly { note: string }[] }
    expect(reports.map(({ note }) => note)).toEqual(["见 E004、E005", "—", "—"])
})

interface LossView {
    readonly assets: readonly { asset: string; amount: string; source: string }[]
    readonly c2c: { pairs: readonly { rows: readonly Record<string, string>[] }[] }
}

describe("the loss", () => {
    const TWO = caseWith([
        '    - {asset: BTC, amount: "0.64572", source: 账户流水中卖出的数量, evidence: [X04]}\n',
        '    - {asset: BTC, amount: "0.25000001", source: 提币记录, evidence: [X04]}\n    - {asset: BTC, amount: "0.10000000"}\n',
    ])

    test("rows of one asset stand with their sources, their sum below", () => {
        const { assets } = lossView(TWO) as LossView
        expect(assets.slice(0, 4)).toEqual([
            { asset: "BTC", amount: "0.25000001", source: "提币记录（见 X04）" },
            { asset: "BTC", amount: "0.1", source: "见“计算方法和数据来源”" },
            { asset: "BTC 合计", amount: "0.35000001", source: "以上 2 行相加" },
            { asset: "ETH", amount: "6.0812", source: "账户流水中卖出的数量（见 X04）" },
        ])
    })

    test("every document says the total", () => {
        expect(lossPhrase(TWO)).toMatch(/^0\.35000001 BTC、6\.0812 ETH、/)
        expect(statementView(TWO)).toMatchObject({ lost: lossPhrase(TWO) })
    })

    test("entries behind a sum of fiat trades are shown, and a net has no price", () => {
        const facts = caseWith([
            '{asset: USDT, quantity: "157917.71", fiat: CNY, total: "1036485.20"}',
            '{asset: USDT, quantity: "1000", fiat: CNY, total: "7000"}\n      - {asset: USDT, quantity: "500.5", fiat: CNY, total: "3600.1"}',
        ])
        const rows = (lossView(facts) as LossView).c2c.pairs[0]?.rows ?? []
        expect(rows.map(({ what, quantity, total, average }) => [what, quantity, total, average])).toEqual([
            ["购买第 1 项", "1,000", "7,000.00", "7.00"],
            ["购买第 2 项", "500.5", "3,600.10", "7.19"],
            ["购买合计", "1,500.5", "10,600.10", "7.06"],
            ["出售", "58,373.88", "386,229.44", "6.62"],
            ["净额（购买减出售）", "−56,873.38", "−375,629.34", "—"],
        ])
    })
})

describe("withdrawals", () => {
    const FROM = 'value: {asset: BTC, amount: "0.11902746"}, from: 现货账户, to: U 本位合约账户'
    const out = (amount: string) =>
        caseWith([FROM, `value: {asset: BTC, amount: "${amount}"}, from: 现货账户, to: bc1qexample, network: BTC`])

    test("stand with network and evidence among the identifiers", () => {
        const table = policeIdentifiers(out("0.5")).find(({ title }) => title === "有关划转、转出")
        expect(table?.columns).toContain("网络")
        expect(table?.rows[0]).toEqual(expect.arrayContaining(["bc1qexample", "BTC", "账户流水（见 X04、E009）"]))
    })

    test.each([
        ["0.64572", []],
        ["0.5", ["减少：0.64572 BTC", "转出记录合计：0.5 BTC"]],
    ])("of %s BTC are held against the loss that is stated", (amount, expected) => {
        const view = itemsToVerifyView(out(amount), []) as { items: { what: string; first: string; second: string }[] }
        const found = view.items.filter(({ what }) => what.startsWith("BTC 减少"))
        expect(found.flatMap(({ first, second }) => [first, second])).toEqual(expected)
    })

    test("transfers between own wallets are not taken for withdrawals", () => {
        const { items } = itemsToVerifyView(caseWith(), []) as { items: { what: string }[] }
        expect(items.filter(({ what }) => what.includes("转出记录"))).toEqual([])
    })
})

/** A described file; what is not given is as intake leaves it. */
function item(over: Partial<EvidenceItem>, entry: Partial<EvidenceItem["entry"]> = {}): EvidenceItem {
    return {
        ...emptyDescription("E001"),
        entry: {
            label: "E001",
            folder: "evidence",
            originalName: "a.png",
            sizeBytes: 1,
            mediaType: "image/png",
            category: "picture",
            sha256: "ab".repeat(32),
            modifiedAt: "2023-03-21T10:00:00+08:00",
            importedAt: "2023-04-20T20:00:00+08:00",
            ...entry,
        },
        ...over,
    }
}
const TOLD = { source: "本人", maker: "本人", method: "截图", originalAt: "手机", othersData: false, foreign: false }

describe("the evidence list", () => {
    const gaps = (...items: readonly EvidenceItem[]) =>
        (evidenceListView(caseWith(), items) as { gaps: readonly object[] }).gaps

    test("names what is missing, and nothing where all is told", () => {
        expect(gaps(item(TOLD))).toEqual([])
        expect(gaps(item({}))).toHaveLength(5)
        expect(gaps(item({ ...TOLD, originalAt: " " }), item({ ...TOLD, foreign: true }, { label: "E002" }))).toEqual([
            { what: "没有写原始载体及存放处", labels: "E001" },
            { what: "含外文，应当附中文译本", labels: "E002" },
        ])
        expect(gaps(item(TOLD, { category: "recording" }))).toEqual([
            { what: "视听资料，需附文字抄清材料", labels: "E001" },
        ])
    })

    test("tells every file in a row, its hash in groups of eight that can be read aloud", () => {
        const table = (label: string, over: Partial<EvidenceItem> = {}) =>
            item({ ...TOLD, ...over }, { label, folder: "exports", category: "table", mediaType: "text/csv" })
        const view = evidenceListView(caseWith(), [table("X01"), table("X02", { handedOver: "separately" })]) as {
            readonly evidence?: object
            readonly exports: {
                readonly rows: readonly { readonly label: string; readonly sha256: string; readonly separate: string }[]
            }
        }
        expect(view.evidence).toBeUndefined()
        expect(view.exports.rows.map(({ label, separate }) => [label, separate !== ""])).toEqual([
            ["X01", false],
            ["X02", true],
        ])
        expect(view.exports.rows[0]?.sha256).toBe(Array(8).fill("abababab").join(" "))
    })

    test.each([
        [["E001", "E002"], "E001、E002"],
        [["E001", "E002", "E003", "X04", "X05", "X06", "X08"], "E001 至 E003、X04 至 X06、X08"],
        [["E001", "E002（未提供）", "E003"], "E001、E002（未提供）、E003"],
        [["E003", "E002", "E001"], "E003、E002、E001"],
        [[], ""],
    ])("labels %j read %s", (labels, text) => {
        expect(labelList(labels)).toBe(text)
    })

    test.each([
        [undefined, ""],
        [{ orientation: 1 }, ""],
        [{ takenAt: "2023-03-21T09:41:53+08:00", make: "A", model: "A B" }, "2023-03-21 09:41:53 +08:00；A B"],
        [
            { takenAt: "2023-03-21T09:41:53", make: "A", model: "B", gps: true as const },
            "2023-03-21 09:41:53（时区未注明）；A B；文件内有位置信息",
        ],
    ])("says what the camera wrote: %j", (exif, taken) => {
        expect(evidenceRow(item(TOLD, exif === undefined ? {} : { exif })).taken).toBe(taken)
    })

    test("files taken in after the materials are said to have been made are to be verified", () => {
        const later = item(TOLD, { label: "E002", importedAt: "2026-11-13T08:00:00+08:00" })
        const view = itemsToVerifyView(caseWith(), [item(TOLD, { sha256: "cd" }), later]) as { items: object[] }
        expect(view.items).toContainEqual(
            expect.objectContaining({
                what: "材料制作时间和文件登记时间",
                second: "校验值计算时间，最早 2026-11-13 08:00:00（北京时间）",
                secondSource: "E002，报案人电脑的时间",
            }),
        )
    })
})
