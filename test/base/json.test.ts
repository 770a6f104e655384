import { expect, test } from "vitest"
import { utf8 } from "../../src/base/bytes.ts"
import { readJson } from "../../src/base/json.ts"

/** JSON of others is read up to a depth and a width that no record of ours comes near. */

const wide = (count: number, name = (i: number) => `"m${String(i)}": 1`) =>
    `{${Array.from({ length: count }, (_, i) => name(i)).join(",")}}`

test("a mapping of ten thousand members is read, one more is not, wherever it stands", () => {
    expect(readJson(utf8(wide(10_000)))).toHaveProperty("value")
    for (const text of [wide(10_001), `[{}, {"a": [${wide(10_001)}]}]`])
        expect(readJson(utf8(text))).toEqual({ fault: "large" })
})

test("members are counted for each mapping, and colons in texts are none", () => {
    const many = `[${Array.from({ length: 20_000 }, () => `{"a": 1, "b": {"c": 2}}`).join(",")}]`
    expect(readJson(utf8(many))).toHaveProperty("value")
    expect(readJson(utf8(`{"a": "${":".repeat(20_000)}"}`))).toHaveProperty("value")
})

test("what is nested too deeply is told as that", () => {
    expect(readJson(utf8("[".repeat(65) + "]".repeat(65)))).toEqual({ fault: "depth" })
    expect(readJson(utf8("[".repeat(64) + "]".repeat(64)))).toHaveProperty("value")
    expect(readJson(utf8("]]]"))).toEqual({ fault: "syntax" })
})
