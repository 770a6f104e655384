import { expect, test } from "vitest"
import { shapeOf } from "../../../src/flows/officer/identifier-shape.ts"

const found = (own: string, text: string) => [...text.matchAll(shapeOf(own) ?? /$^/g)].map(([one]) => one)

test.each([
    ["LX-20261128-A585", "see LX-20261128-ZZZZ.", "LX-20261128-ZZZZ"],
    ["LX-2023-0321", "04-LX-20261128-S84P-archive.zip", "LX-20261128-S84P"],
    ["CASE-1", "Re: [case-20417] your request", "case-20417"],
    ["示公河调证字〔2026〕3号", "依据示公河调证字[2025]117号", "示公河调证字[2025]117号"],
    ["沪公（网）调证字〔2026〕7号", "沪公(网)调证字(2026)18号。", "沪公(网)调证字(2026)18号"],
    ["Notice No. 3 of 2026", "your Notice  No. 12 of 2026", "Notice  No. 12 of 2026"],
])("a number of the form of %s is found in “%s”", (own, text, expected) => {
    expect(found(own, text)).toEqual([expected])
    expect(found(own, `${own}, ${own}`)).toEqual([own, own])
})

test.each([
    // Digits alone, or behind one letter, would be met in every table.
    ["123456", "200417"],
    ["A-1", "B-2, A-2"],
    ["LX-20261128-A585", "LX-STUDY-ABC, XLX-1-2, LX-20261128"],
    ["CASE-1", "SHOWCASE-12"],
    ["示公河调证字〔2026〕3号", "示公东调证字〔2026〕3号"],
    ["a+b-1", "aab-1"],
])("nothing of the form of %s stands in “%s”", (own, text) => {
    expect(found(own, text)).toEqual([])
})

test("a text of nothing but the letters of a number is looked through at once", () => {
    expect(found("LX-2023-0321", "LX-".repeat(60_000))).toEqual([])
})
