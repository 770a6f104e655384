import { expect, test } from "vitest"
import { utf8 } from "../../../src/base/bytes.ts"
import { checkCode, compareCode, parseCheckCode } from "../../../src/packet/signature/check-code.ts"
import { tool } from "../../tool.ts"
import { inFolder, run } from "../assemble/sample.ts"

const manifest = utf8("abc")
const code = "ba78 16bf 8f01 cfea 4141 40de 5dae 2223"

test("the code is the start of the SHA-256 in groups of four", () => {
    expect(checkCode(manifest)).toBe(code)
})

test.skipIf(!tool("sha256sum"))("a stock tool prints the same digits", () =>
    inFolder(new Map([["m", manifest]]), (folder) => {
        expect(run(folder, "sha256sum", ["m"]).output.startsWith(code.replaceAll(" ", ""))).toBe(true)
    }),
)

test.each([
    code,
    code.toUpperCase(),
    code.replaceAll(" ", "-"),
    code.replaceAll(" ", ""),
    code.replaceAll(" ", " — "),
    ` ${code.replaceAll(" ", "\u3000")}\n`,
    [...code].map((c) => (c === " " ? "－" : String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0))).join(""),
])("%j compares as the same", (text) => {
    expect(compareCode(text, manifest)).toBe("same")
})

test.each([
    ["one digit changed", code.replace("ba", "bb"), "different"],
    ["a digit missing", code.slice(1), "malformed"],
    ["the whole hash", `${code}${code}`, "malformed"],
    ["a letter o for a zero", code.replace("0", "o"), "malformed"],
    ["nothing", "", "malformed"],
])("%s is not the same", (_, text, expected) => {
    expect(compareCode(text, manifest)).toBe(expected)
})

test("parsing gives the printed form", () => {
    expect(parseCheckCode(code.toUpperCase())).toBe(code)
})
