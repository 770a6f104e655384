import { expect, test } from "vitest"
import { fromUtf8, utf8 } from "../../../src/base/bytes.ts"
import {
    type BagInfo,
    parseBagInfo,
    printBagInfo,
    printBagit,
    rootFile,
} from "../../../src/packet/manifest/tag-files.ts"
import { SSHSIG } from "../../../src/packet/signature/format.ts"

const neutral: BagInfo = { baggingDate: "2026-11-01", externalIdentifier: "CASE-1", octets: 12, files: 3 }

test("bagit.txt has the two lines of RFC 8493 §2.1.1", () => {
    expect(fromUtf8(printBagit())).toBe("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
})

test("bag-info.txt names the program only where it may", () => {
    const text = "Bagging-Date: 2026-11-01\nExternal-Identifier: CASE-1\nPayload-Oxum: 12.3\n"
    expect(fromUtf8(printBagInfo(neutral))).toBe(text)
    expect(fromUtf8(printBagInfo({ ...neutral, softwareAgent: "lerpack 0.1.0" }))).toBe(
        `Bag-Software-Agent: lerpack 0.1.0\n${text}`,
    )
})

test.each([neutral, { ...neutral, softwareAgent: "lerpack 0.1.0" }])("%j reads back", (info) => {
    expect(parseBagInfo(printBagInfo(info))).toEqual({ info, issues: [] })
})

const good = fromUtf8(printBagInfo(neutral)) ?? ""
test.each<[string, string, string]>([
    ["CRLF", good.replaceAll("\n", "\r\n"), "manifest.bag-info.line"],
    ["a folded line", good.replace("CASE-1\n", "CASE-1\n  more\n"), "manifest.bag-info.line"],
    ["an unknown label", `Contact-Name: x\n${good}`, "manifest.bag-info.line"],
    ["a label twice", good + good, "manifest.bag-info.line"],
    ["another order", good.split("\n").reverse().join("\n").slice(1).concat("\n"), "manifest.bag-info.form"],
    ["a label missing", good.replace(/Payload.*\n/, ""), "manifest.bag-info.form"],
    ["no line end at the end", good.slice(0, -1), "manifest.bag-info.form"],
    ["a date that is none", good.replace("2026-11-01", "yesterday"), "manifest.bag-info.value"],
    ["an Oxum with a leading zero", good.replace("12.3", "012.3"), "manifest.bag-info.value"],
    ["nothing", "", "manifest.bag-info.form"],
])("bag-info.txt with %s is not accepted", (_, text, code) => {
    expect(parseBagInfo(utf8(text)).issues.map((i) => i.code)).toContain(code)
})

test.each([
    ["manifest-sha256.txt", { kind: "tag" }],
    ["tagmanifest-sha256.txt", { kind: "tag" }],
    ["signature-1.sig", { kind: "signature", n: 1, format: SSHSIG }],
    ["signature-12.sig.tsr", { kind: "timestamp", n: 12, of: "signature-12.sig" }],
    ["signature-0.sig", undefined],
    ["signature-01.sig", undefined],
    ["manifest-sha256.txt.sig", undefined],
    ["manifest-md5.txt", undefined],
    ["fetch.txt", undefined],
    ["README.txt", undefined],
    ["data/index.json", undefined],
])("in the root, %s is told by its name", (name, expected) => {
    expect(rootFile(name)).toEqual(expected)
})
