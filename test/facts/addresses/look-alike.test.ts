import { describe, expect, test } from "vitest"
import { findAddresses, profileAddresses, splitHost } from "../../../src/facts/addresses/addresses.ts"
import { checkAddresses, fold, resembles } from "../../../src/facts/addresses/look-alike.ts"
import { decodeLabel } from "../../../src/facts/addresses/punycode.ts"
import { readRecipient } from "../../../src/facts/recipients/recipient.ts"
import { codes, sampleText } from "../../check.ts"

const KNOWN = profileAddresses(readRecipient("binance-cn", sampleText("recipients", "binance-cn.yaml")))
const judge = (text: string) => findAddresses(text).map((address) => resembles(address, KNOWN))

describe("what a profile holds to write to or open is known and alarms nobody", () => {
    test.each([
        "help@kodex.us",
        "HELP@KODEX.US",
        "help@kodexglobal.com",
        "case@binance.com",
        "https://app.kodex.us/binance-cn/signup",
        "https://app.kodexglobal.com/binance-cn/signup",
        "https://www.binance.com/en/support/law-enforcement",
        "请写信至help@kodex.us。",
        "ｈｅｌｐ＠ｋｏｄｅｘ．ｕｓ",
    ])("%s", (text) => {
        expect(findAddresses(text)).toHaveLength(1)
        expect(judge(text)).toEqual([undefined])
    })
})

describe("an address that is unlike alarms nobody", () => {
    test.each([
        "xugou-station@gaj.shili.example",
        "someone@ga.sz.gov.cn",
        "a@qq.com",
        "https://tidegrid-app.example",
        "support@financial.example",
        "https://codes.example/x",
        "https://index.us",
    ])("%s", (text) => {
        expect(findAddresses(text)).toHaveLength(1)
        expect(judge(text)).toEqual([undefined])
    })
})

test("a file that is named after a platform is no address", () => {
    expect(findAddresses("kodex_export.csv 第 3 行；kodex-us.xlsx、kodex.pdf")).toEqual([])
    expect(findAddresses("https://kodex.html")).toHaveLength(1)
})

describe("an address that is like a known one is found, with its likeness", () => {
    test.each([
        ["a letter left out", "help@kodx.us", "kodex.us", "near"],
        ["a letter too many", "help@kodeex.us", "kodex.us", "near"],
        ["letters swapped", "help@koedx.us", "kodex.us", "near"],
        ["two slips in a longer name", "help@kodexglobl.co", "kodexglobal.com", "near"],
        ["two slips in a long name", "case@bimamce.com", "binance.com", "near"],
        ["zero for o", "help@k0dex.us", "kodex.us", "letters"],
        ["capital I for l", "help@kodexgIobal.com", "kodexglobal.com", "letters"],
        ["one for l", "help@kodexg1obal.com", "kodexglobal.com", "letters"],
        ["one for i", "case@b1nance.com", "binance.com", "letters"],
        ["Cyrillic o", "help@kоdex.us", "kodex.us", "letters"],
        ["Greek omicron", "https://kοdex.us/x", "kodex.us", "letters"],
        ["an accent", "help@kodéx.us", "kodex.us", "letters"],
        ["a dot below", "case@bịnance.com", "binance.com", "letters"],
        ["an added hyphen", "help@ko-dex.us", "kodex.us", "letters"],
        ["Punycode of Cyrillic o", "https://xn--kdex-55d.us/signup", "kodex.us", "letters"],
        ["another ending", "help@kodex.com", "kodex.us", "ending"],
        ["another ending with a host", "https://app.kodex.cc/binance-cn/signup", "kodex.us", "ending"],
        ["an ending of two parts", "https://binance.com.cn", "binance.com", "ending"],
        ["the known name below a stranger's domain", "https://kodex.us.verify.example/x", "kodex.us", "inside"],
        ["a label of it", "https://binance.login.example", "binance.com", "inside"],
        ["hyphenated", "help@kodex-us.example", "kodex.us", "inside"],
        ["with a word", "https://binance-support.example", "binance.com", "inside"],
        ["grown together", "https://binancehelp.example", "binance.com", "inside"],
        ["a known name as user of a link", "https://app.kodex.us@evil.example/x", "kodex.us", "inside"],
        ["the mailbox misspelt", "hepl@kodex.us", "help@kodex.us", "mailbox"],
        ["the mailbox with capital I", "heIp@kodex.us", "help@kodex.us", "mailbox"],
        ["in the middle of Chinese", "请发到help@kodexx.us收", "kodex.us", "near"],
    ])("%s: %s", (_, text, known, likeness) => {
        expect(judge(text)).toEqual([{ known, likeness }])
    })
})

test("rn for m and vv for w read the same", () => {
    expect(fold("rnexc")).toBe(fold("mexc"))
    expect(fold("vvallet")).toBe(fold("wallet"))
})

describe("Punycode (RFC 3492 §7.1 and our own)", () => {
    test.each([
        ["xn--kdex-55d", "kоdex"],
        ["xn--80ak6aa92e", "аррӏе"],
        ["xn--fiqs8s", "中国"],
        ["xn--bcher-kva", "bücher"],
        ["xn--ihqwcrb4cv8a8dqg056pqjye", "他们为什么不说中文"],
        ["plain", "plain"],
        ["xn--!!", "xn--!!"],
        ["xn--99999999", "xn--99999999"],
    ])("%s is %s", (label, text) => {
        expect(decodeLabel(label)).toBe(text)
    })
    test("agrees with the URL standard's own encoder", () => {
        for (const text of ["münchen", "пример", "例え", "kοdex", "bịnance"])
            expect(decodeLabel(new URL(`https://${text}.example`).hostname.split(".")[0] ?? "")).toBe(text)
    })
})

test("endings of two parts are one ending", () => {
    expect(splitHost("www.police.gov.cn")).toMatchObject({ name: "police", ending: "gov.cn", domain: "police.gov.cn" })
    expect(splitHost("app.kodex.us")).toMatchObject({ name: "kodex", ending: "us", domain: "kodex.us" })
})

describe("over whole data", () => {
    const at = (path: readonly (string | number)[]) => ["f", ...path]
    const data = { a: "见 help@kodex.us", b: [{ c: "help@kodx.us 和 case@binance.com" }] }
    test("it is an error of officer data, with both shown, and a warning of a case", () => {
        expect(checkAddresses(data, KNOWN, at, "officer")).toEqual([
            {
                code: "request.address.look-alike",
                severity: "error",
                path: ["f", "b", 0, "c"],
                params: { found: "help@kodx.us", known: "kodex.us", likeness: "near" },
            },
        ])
        const [inCase] = checkAddresses(data, KNOWN, at, "case")
        expect([inCase?.code, inCase?.severity]).toEqual(["request.address.imitation", "warning"])
    })
    test("an answer makes it a note that names who, when and how; it holds for that address alone", () => {
        const answer = { address: "help@kodx.us", by: "样例二", on: "2023-05-06", how: "电话核对" }
        const [note] = checkAddresses(data, KNOWN, at, "officer", [answer])
        expect(note).toMatchObject({ code: "request.address.verified", severity: "note", params: { how: "电话核对" } })
        for (const other of ["kodx.us", "case@kodx.us", "help@kodx.us.example"])
            expect(codes(checkAddresses(data, KNOWN, at, "officer", [{ ...answer, address: other }]))).toEqual([
                "request.address.look-alike f/b/0/c",
            ])
    })
})
