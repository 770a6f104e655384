import { expect, test } from "vitest"
import { issue } from "../../../../src/base/issue.ts"
import { said } from "../../../../src/facts/case/form/said.ts"

test("a file that a message begins with is not named before it once more", () => {
    const whole = said(issue("evidence.file.empty", ["空.jpg"], { file: "空.jpg" }, "warning"), "zh-CN")
    expect([whole.place, whole.message]).toEqual(["", "空.jpg 是空文件"])
    const other = said(issue("evidence.file.empty", ["别处/空.jpg"], { file: "空.jpg" }, "warning"), "zh-CN")
    expect(other.place).toBe("别处/空.jpg")
})
