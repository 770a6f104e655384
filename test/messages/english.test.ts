import { describe, expect, test } from "vitest"
import { issue } from "../../src/base/issue.ts"
import { printBeijing, readTime } from "../../src/base/text/time.ts"
import { messageOf } from "../../src/messages/index.ts"

/** What a finding holds is data with Chinese marks; English says it with its own. */

const printed = (text: string): string => {
    const time = readTime(text)
    if (typeof time === "string") throw new Error(time)
    return printBeijing(time)
}

describe("in English", () => {
    test.each([
        ["2023-03-21 01:49:08 +08:00", "2023-03-21 01:49:08 Beijing time"],
        ["约 2023-03-21 01:49 +08:00", "about 2023-03-21 01:49 Beijing time"],
        ["2023-03-20 UTC", "2023-03-20 (UTC date)"],
        ["2023-03-21", "2023-03-21"],
    ])("a time that was given as %s is %s", (given, english) => {
        const found = issue("case.time.future", ["case.yaml"], { found: printed(given) }, "warning")
        expect(messageOf(found, "en").message).toContain(english)
        expect(messageOf(found, "en").message).not.toMatch(/[（）、一-鿿]/)
        expect(messageOf(found, "zh-CN").message).toContain(printed(given))
    })

    test("a list has commas, and somebody's own words stay as they were typed", () => {
        const unknown = issue("request.route.unknown", ["officer.xlsx"], { found: "甲、乙", known: "portal、email" })
        expect(messageOf(unknown, "en").message + (messageOf(unknown, "en").hint ?? "")).toContain("portal, email")
        expect(messageOf(unknown, "en").message).toContain("甲、乙")
    })
})
