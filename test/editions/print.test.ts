import { expect, test } from "vitest"
import { basisText } from "../../src/editions/shared/basis.ts"
import { clause } from "../../src/editions/shared/print.ts"

test.each([
    ["手机在家里。", "手机在家里"],
    ["客服对话；\n", "客服对话"],
    ["截图，。 ；", "截图"],
    ["他说“没有。”", "他说“没有。”"],
    ["3.5", "3.5"],
    ["Some Ltd.", "Some Ltd."],
])("a typed text inside a sentence ends without a stop of its own: %j", (typed, printed) => {
    expect(clause(typed)).toBe(printed)
})

test("a source that ends with a stop is one sentence with what shows it", () => {
    expect(basisText({ source: "客服对话。", evidence: ["E004"] })).toBe("客服对话（见 E004）")
    expect(basisText({ source: "客服对话。" })).toBe("客服对话。")
})
