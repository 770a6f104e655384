import { expect, test } from "vitest"
import { utf8 } from "../../../src/base/bytes.ts"
import { decodeText, mendYaml } from "../../../src/base/text/decode.ts"
import { findInvisible, findLookAlikes, visible } from "../../../src/base/text/hygiene.ts"
import { findSecret } from "../../../src/base/text/secrets.ts"

test("radicals that NFKC leaves alone are found with the ideograph they look like", () => {
    expect(findLookAlikes("任某⻜ 人⺠币 ⼀")).toEqual([
        { found: "⻜", proposed: "飞" },
        { found: "⺠", proposed: "民" },
        { found: "⼀", proposed: "一" },
    ])
    expect(findLookAlikes("任某飞 人民币 一")).toEqual([])
})

test("invisible and bidirectional controls are shown, line breaks are not touched", () => {
    expect(visible("a\u202Eb\u200Bc\nd")).toBe("a⟦U+202E⟧b⟦U+200B⟧c\nd")
    expect(findInvisible("plain 文字\t\n")).toBeUndefined()
    expect(findInvisible("a\u2066b")).toBe("\u2066")
})

test.each([
    ["an API secret", "key vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A.", "api-secret"],
    [
        "a seed phrase",
        "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about",
        "seed-phrase",
    ],
    [
        "a seed phrase in a sentence",
        "我的助记词是 legal winner thank year wave sausage worth useful legal winner thank yellow 请保密",
        "seed-phrase",
    ],
    ["a private key", "-----BEGIN OPENSSH PRIVATE KEY-----", "private-key-block"],
])("%s is a secret", (_, text, rule) => {
    expect(findSecret(text)).toBe(rule)
})

test.each([
    ["a transaction hash", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["a client order id", "9aKtWmQ2vXr4LcZy7NbEpd"],
    [
        "twelve words without checksum",
        "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon",
    ],
    ["plain English of list words", "about all any ask because become before begin between both call can case change"],
])("%s is none", (_, text) => {
    expect(findSecret(text)).toBeUndefined()
})

test("GBK files, BOM, CRLF and full-width signs are read and said", () => {
    // "name：张三" in GBK with a full-width colon.
    const gbk = Uint8Array.from([0x6e, 0x61, 0x6d, 0x65, 0xa3, 0xba, 0xd5, 0xc5, 0xc8, 0xfd])
    const decoded = decodeText(gbk)
    expect(decoded).toEqual({ text: "name：张三", notes: ["gb18030"] })
    if (decoded) expect(mendYaml(decoded)).toEqual({ text: "name: 张三", notes: ["gb18030", "full-width-colon"] })
    expect(decodeText(utf8("\uFEFFa: 1\r\nb: 2\r\n"))).toEqual({ text: "a: 1\nb: 2\n", notes: ["bom", "crlf"] })
})

test("a colon inside a value is not taken for a key's", () => {
    const text = "what: 来源：账户流水\nurl: https://a.example\nnote: |\n  键：值\n  \tx"
    expect(mendYaml({ text, notes: [] }).text).toBe(text)
})

test("UTF-16 and binary files are refused", () => {
    expect(decodeText(Uint8Array.from([0xff, 0xfe, 0x61, 0x00, 0x62, 0x00]))).toBeUndefined()
})
