import { describe, expect, test } from "vitest"
import { readCase } from "../../../src/facts/case/load.ts"
import { askedAbout, policeEdition } from "../../../src/facts/case/police-edition.ts"
import { codes, file, SMALL_CASE } from "../../check.ts"

describe("sentences that are asked about", () => {
    test.each([
        ["黑客是中国人，作息与国内一致", "guess"],
        ["盗走的数量 520 和 229，是谐音", "guess"],
        ["本人计划拨打 12389 反映", "plan"],
        ["下一步打算向媒体曝光并信访", "plan"],
        ["据此排除了中间人攻击的可能", "conclusion"],
        ["由此可断定是内部人员所为", "conclusion"],
    ])("%s: %s", (text, reason) => {
        expect(askedAbout(text)).toBe(reason)
    })
    test.each([
        "不能排除密钥泄露的可能",
        "请公安机关排除本人误操作的可能",
        "对方是否中国人不清楚",
        "对方用虚拟号打来电话",
        "对方是平台客服",
        "转出 520 USDT",
        "下一步由民警告知",
        "损失金额由公安机关依法认定",
    ])("%s: not", (text) => {
        expect(askedAbout(text)).toBeUndefined()
    })
})

const NARRATIVE = `
narrative:
  course:
    - 当晚发现异常
    - 黑客是中国人
    - {text: 可断定是内部人员所为, policeToo: "yes"}
positions:
  - party: 平台客服
    statements:
      - {text: 可以断定是本人操作, answers: [不是本人]}
`

test("they stay out of papers and record with a finding for each, unless the reporter wants them in", () => {
    const { loaded } = readCase("case.yaml", file(SMALL_CASE + NARRATIVE))
    if (loaded === undefined) throw new Error("no case")
    const edition = policeEdition(loaded)
    expect(codes(edition.issues)).toEqual([
        "case.sentence.left-out case.yaml/narrative/course/1",
        "case.sentence.left-out case.yaml/positions/0/statements/0/text",
    ])
    expect(edition.loaded.case.narrative?.course?.map(({ text }) => text)).toEqual([
        "当晚发现异常",
        "可断定是内部人员所为",
    ])
    expect(edition.loaded.case.positions).toBeUndefined()
    expect(JSON.stringify(edition.loaded.facts)).not.toMatch(/黑客|本人操作/)
})
