import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { timelineEvents } from "../../../src/editions/police/charts.ts"
import { statementView } from "../../../src/editions/police/statement.ts"
import { lossView } from "../../../src/editions/shared/loss.ts"
import type { Case } from "../../../src/facts/case/schema.ts"
import { screenChart, timelineChart } from "../../../src/flows/print/charts.ts"
import { composePdf, DRAFT_HEAD, letteringOf } from "../../../src/flows/print/compose.ts"
import { checkCase } from "../../../src/flows/victim/check.ts"
import { nodeHost } from "../../../src/node/host.ts"
import { readCaseFolder } from "../../../src/node/read-case.ts"
import { ROOT } from "../../check.ts"
import { tool } from "../../tool.ts"
import { fileOf, run } from "../pdf/run.ts"

/** Charts of the sample's statement, on the way that `build` takes. */

const host = nodeHost()
const lettering = letteringOf(host)
let facts: Case
beforeAll(async () => {
    const { loaded } = await checkCase(readCaseFolder(join(ROOT, "assets/sample-case")), host)
    if (loaded === undefined) throw new Error("the sample case is not right")
    facts = loaded.case
})

describe("the statement shows its timeline", () => {
    test("with every entry, by both clocks, in words for who cannot see it", () => {
        const { alt = "" } = timelineChart(facts, lettering).data.timelineChart ?? {}
        expect(alt).toContain("2. 2023-03-21 01:49:08／2023-03-20 17:49:08Z 八种币在现货账户被卖出")
        for (const { what } of facts.timeline ?? []) expect(alt).toContain(what)
    })

    test.each([
        ["without one", () => []],
        ["with two entries", (list: Entries) => list.slice(0, 2)],
        ["with 41 entries", (list: Entries) => Array.from({ length: 41 }, (_, i) => list[i % list.length])],
    ])("not %s", (_, change: (list: Entries) => readonly (Entries[number] | undefined)[]) => {
        const timeline = change(facts.timeline ?? []).flatMap((entry) => entry ?? [])
        expect(timelineChart({ ...facts, timeline }, lettering).data).toEqual({})
    })

    test("without an entry of unknown zone, which the caption counts", () => {
        const timeline = (facts.timeline ?? []).map((entry, i) => (i === 4 ? unzoned(entry) : entry))
        expect(timelineEvents({ ...facts, timeline })).toHaveLength(timeline.length - 1)
        expect(statementView({ ...facts, timeline })).toMatchObject({ timelineUndrawn: "1" })
        expect(statementView(facts)).toMatchObject({ timelineUndrawn: undefined })
    })

    test("each time known as exactly as it was given", () => {
        expect(timelineEvents(facts)?.map(({ precisionMs }) => precisionMs)).toEqual([
            ...Array.from({ length: 5 }, () => 1000),
            ...Array.from({ length: 5 }, () => 60_000),
        ])
    })
})

type Entries = NonNullable<Case["timeline"]>
function unzoned(entry: Entries[number]): Entries[number] {
    return { ...entry, at: { ...entry.at, epochMs: undefined, offsetMinutes: undefined } }
}

describe("the loss statement shows the screens", () => {
    test("with the figures of both", () => {
        const { alt } = screenChart(facts, lettering).data.screenChart ?? {}
        expect(alt).toBe("前后对比条形图：页面显示值，事发前 349,776.83 CNY，事发后 63,359.27 CNY。")
    })

    test("only where both are there, in one asset", () => {
        const { after, ...rest } = facts.loss
        if (after === undefined) throw new Error("the sample has no value after")
        expect(screenChart({ ...facts, loss: rest }, lettering).data).toEqual({})
        const usdt = { ...after, value: { ...after.value, asset: "USDT" } }
        expect(screenChart({ ...facts, loss: { ...facts.loss, after: usdt } }, lettering).data).toEqual({})
    })
})

test.skipIf(!tool("pdftotext"))("both documents print with their charts", async () => {
    const pages = async (template: string, data: object, chart: ReturnType<typeof timelineChart>) => {
        const setting = { at: "2023-04-23T02:00:00Z", ref: facts.ref, head: DRAFT_HEAD, neutral: false }
        const merged = { ...data, ...chart.data }
        const { bytes } = await composePdf(host, { template, data: merged, images: chart.images, ...setting })
        return run("pdftotext", fileOf(bytes), "-")
    }
    const statement = await pages("zh-CN/case-statement", statementView(facts), timelineChart(facts, lettering))
    expect(statement).toContain("时间轴图")
    expect(statement).toContain("约 3 小时 39 分")
    const loss = await pages("zh-CN/loss-statement", lossView(facts), screenChart(facts, lettering))
    expect(loss).toContain("前后对比图")
    expect(loss).toContain("条形从零起按比例")
})
