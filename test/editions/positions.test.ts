import { describe, expect, test } from "vitest"
import { positionsView, withoutPolicePositions } from "../../src/editions/police/positions.ts"
import { isPolice } from "../../src/editions/shared/police-names.ts"
import { readCase } from "../../src/facts/case/load.ts"
import { file, SMALL_CASE } from "../check.ts"

describe("who is the police", () => {
    test.each(["接案警官", "警官", "接案民警", "经侦", "某区公安分局", "派出所", "网安大队", "110"])("%s", (name) => {
        expect(isPolice(name)).toBe(true)
    })
    test.each(["某某网安科技公司", "反诈软件", "币安", "报案人"])("%s is not", (name) => {
        expect(isPolice(name)).toBe(false)
    })
})

const { loaded } = readCase(
    "case.yaml",
    file(`${SMALL_CASE}positions:
  - {party: 接案警官, statements: [{text: 警方的话}]}
  - {party: 报案人甲, statements: [{text: 本人的话}]}
  - {party: 平台, statements: [{text: 平台的话, at: 2023-03-22 10:18 北京时间, by: 客服小王, on: 登录}]}
`),
)

test("what the police said is in no paper and no record; of one's own words there is no opinion", () => {
    if (loaded === undefined) throw new Error("no case")
    const view = positionsView(loaded.case) as { parties: { party: string; isOther: boolean; rows: object[] }[] }
    expect(view.parties.map(({ party, isOther }) => [party, isOther])).toEqual([
        ["报案人甲", false],
        ["平台", true],
    ])
    expect(view.parties[1]?.rows).toMatchObject([{ said: "2023-03-22 10:18（北京时间）；客服小王；关于登录" }])
    expect(JSON.stringify(withoutPolicePositions(loaded.facts))).not.toContain("警方的话")
})
