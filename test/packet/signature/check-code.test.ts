import { describe, expect, test } from "vitest"
import { utf8 } from "../../../src/base/bytes.ts"
import { checkCode, compareCode, parseCheckCode, parseSha256 } from "../../../src/packet/signature/check-code.ts"
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
    `核对码：${code}。`,
    `Check code “${code.replaceAll(" ", " · ")}”`,
    code.replaceAll(" ", "\u200b"),
    code.replaceAll(" ", "").replace(/..(?=.)/g, "$&:"),
])("%j compares as the same", (text) => {
    expect(compareCode(text, manifest)).toBe("same")
})

describe("a SHA-256 is taken from what a tool prints", () => {
    const hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    test.each([
        ["sha256sum", `${hash}  DRAFT-LX-2023-0321.zip\n`],
        ["sha256sum on Windows", `${hash} *DRAFT-LX-2023-0321.zip`],
        ["shasum --tag", `SHA256 (DRAFT-LX-2023-0321.zip) = ${hash}`],
        ["openssl dgst", `SHA2-256(DRAFT-LX-2023-0321.zip)= ${hash}`],
        ["certutil", `SHA256 的 D.zip 哈希:\r\n${hash}\r\nCertUtil: -hashfile 命令成功完成。`],
        [
            "certutil, in a field that drops line ends",
            `SHA256 hash of D.zip:${hash}CertUtil: -hashfile command completed`,
        ],
        ["certutil of Windows 7", `SHA256 哈希(文件 D.zip):\r\n${hash.replace(/..(?=.)/g, "$& ")}\r\nCertUtil: ok`],
        ["Get-FileHash", `SHA256          ${hash.toUpperCase()}       C:\\a\\D.zip`],
        ["a label in front", `SHA-256：${hash}`],
    ])("%s", (_, text) => {
        expect(parseSha256(text)).toBe(hash)
        expect(parseCheckCode(text)).toBeUndefined()
    })
    test("two of them are none, as nobody knows which is meant", () => {
        expect(parseSha256(`${hash}  a\n${hash.replace("b", "c")}  b\n`)).toBeUndefined()
        expect(parseSha256(`${hash}  a\n${hash}  b\n`)).toBe(hash)
    })
    test("a longer hash holds none", () => {
        expect(parseSha256(`${hash}${hash}`)).toBeUndefined()
        expect(parseCheckCode(`${code} 0000`)).toBeUndefined()
    })
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
