import { expect, test } from "vitest"
import { issue } from "../../src/base/issue.ts"
import { messageOf } from "../../src/messages/index.ts"

const hintOf = (found: string) =>
    messageOf(issue("case.asset.unknown", ["case.yaml"], { found }, "warning"), "zh-CN").hint

test("what people say for dollars and for their stablecoin alike is asked about in words", () => {
    for (const found of ["U", "u", "刀"]) expect(hintOf(found)).toBe("指稳定币的写 USDT，指美元的写 USD")
    expect(hintOf("UX")).toContain("核对拼写")
})
