import { describe, expect, test } from "vitest"
import { findAddresses, profileAddresses, splitHost } from "../../../src/facts/addresses/addresses.ts"
import { checkAddresses, fold, resembles } from "../../../src/facts/addresses/look-alike.ts"
import { decodeLabel } from "../../../src/facts/addresses/punycode.ts"
import { codes } from "../../check.ts"
import { desk } from "../../desks.ts"

const KNOWN = profileAddresses(desk())
const judge = (text: string) => findAddresses(text).map((address) => resembles(address, KNOWN))

describe("what a profile holds to write to or open is known and alarms nobody", () => {
    test.each([
        "help@kovex.example",
        "HELP@KOVEX.EXAMPLE",
        "help@kovexglobal.example",
        "case@binnacle.example",
        "https://app.kovex.example/all-routes/signup",
        "https://app.kovexglobal.example/all-routes/signup",
        "https://www.binnacle.example/en/support/law-enforcement",
        "请写信至help@kovex.example。",
        "ｈｅｌｐ＠ｋｏｖｅｘ．ｅｘａｍｐｌｅ",
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
        "support@tentacle.example",
        "https://codes.example/x",
        "https://vivex.example",
    ])("%s", (text) => {
        expect(findAddresses(text)).toHaveLength(1)
        expect(judge(text)).toEqual([undefined])
    })
})

describe("a domain that is an ordinary word is meant only where its ending stands with it", () => {
    const known = profileAddresses({ a: { address: "https://help.crypto.com/x" }, b: { address: "x@gate.com" } })
    const likeness = (text: string) => findAddresses(text).map((address) => resembles(address, known)?.likeness)

    test.each([
        "https://cryptoquant.example",
        "https://my-crypto.example",
        "https://date.com",
        "https://gates.example",
    ])("%s is unlike", (text) => {
        expect(likeness(text)).toEqual([undefined])
    })
    test.each([
        ["https://crypto.com.example.net", "inside"],
        ["https://crypto-com.example", "inside"],
        ["https://cгypto.com", "letters"],
        ["https://gate.example", "ending"],
    ])("%s is %s", (text, expected) => {
        expect(likeness(text)).toEqual([expected])
    })
})

test("a file that is named after a platform is no address", () => {
    expect(findAddresses("kovex_export.csv 第 3 行；kovex-desk.xlsx、kovex.pdf")).toEqual([])
    expect(findAddresses("https://kovex.html")).toHaveLength(1)
})

describe("an address that is like a known one is found, with its likeness", () => {
    test.each([
        ["a letter left out", "help@kovx.example", "kovex.example", "near"],
        ["a letter too many", "help@koveex.example", "kovex.example", "near"],
        ["letters swapped", "help@koevx.example", "kovex.example", "near"],
        ["two slips in a longer name", "help@kovexglobl.test", "kovexglobal.example", "near"],
        ["two slips in a long name", "case@bimmacle.example", "binnacle.example", "near"],
        ["zero for o", "help@k0vex.example", "kovex.example", "letters"],
        ["capital I for l", "help@kovexgIobal.example", "kovexglobal.example", "letters"],
        ["one for l", "help@kovexg1obal.example", "kovexglobal.example", "letters"],
        ["one for i", "case@b1nnacle.example", "binnacle.example", "letters"],
        ["Cyrillic o", "help@kоvex.example", "kovex.example", "letters"],
        ["Greek omicron", "https://kοvex.example/x", "kovex.example", "letters"],
        ["an accent", "help@kovéx.example", "kovex.example", "letters"],
        ["a dot below", "case@bịnnacle.example", "binnacle.example", "letters"],
        ["an added hyphen", "help@ko-vex.example", "kovex.example", "letters"],
        ["Punycode of Cyrillic o", "https://xn--kvex-55d.example/signup", "kovex.example", "letters"],
        ["another ending", "help@kovex.test", "kovex.example", "ending"],
        ["another ending with a host", "https://app.kovex.invalid/all-routes/signup", "kovex.example", "ending"],
        ["an ending of two parts", "https://binnacle.com.xx", "binnacle.example", "ending"],
        ["the known name below a stranger's domain", "https://kovex.example.verify.test/x", "kovex.example", "inside"],
        ["a label of it", "https://binnacle.login.example", "binnacle.example", "inside"],
        ["hyphenated", "help@kovex-us.example", "kovex.example", "inside"],
        ["with a word", "https://binnacle-support.example", "binnacle.example", "inside"],
        ["grown together", "https://binnaclehelp.example", "binnacle.example", "inside"],
        ["a known name as user of a link", "https://app.kovex.example@evil.test/x", "kovex.example", "inside"],
        ["the mailbox misspelt", "hepl@kovex.example", "help@kovex.example", "mailbox"],
        ["the mailbox with capital I", "heIp@kovex.example", "help@kovex.example", "mailbox"],
        ["in the middle of Chinese", "请发到help@kovexx.example收", "kovex.example", "near"],
    ])("%s: %s", (_, text, known, likeness) => {
        expect(judge(text)).toEqual([{ known, likeness }])
    })
})

test("rn for m and vv for w read the same", () => {
    expect(fold("rnoorage")).toBe(fold("moorage"))
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
    expect(splitHost("app.kovex.example")).toMatchObject({ name: "kovex", ending: "example", domain: "kovex.example" })
})

describe("over whole data", () => {
    const at = (path: readonly (string | number)[]) => ["f", ...path]
    const data = { a: "见 help@kovex.example", b: [{ c: "help@kovx.example 和 case@binnacle.example" }] }
    test("it is an error of officer data, with both shown, and a warning of a case", () => {
        expect(checkAddresses(data, KNOWN, at, "officer")).toEqual([
            {
                code: "request.address.look-alike",
                severity: "error",
                path: ["f", "b", 0, "c"],
                params: { found: "help@kovx.example", known: "kovex.example", likeness: "near" },
            },
        ])
        const [inCase] = checkAddresses(data, KNOWN, at, "case")
        expect([inCase?.code, inCase?.severity]).toEqual(["request.address.imitation", "warning"])
    })
    test("an answer makes it a note that names who, when and how; it holds for that address alone", () => {
        const answer = { address: "help@kovx.example", by: "样例二", on: "2023-05-06", how: "电话核对" }
        const [note] = checkAddresses(data, KNOWN, at, "officer", [answer])
        expect(note).toMatchObject({ code: "request.address.verified", severity: "note", params: { how: "电话核对" } })
        for (const other of ["kovx.example", "case@kovx.example", "help@kovx.example.test"])
            expect(codes(checkAddresses(data, KNOWN, at, "officer", [{ ...answer, address: other }]))).toEqual([
                "request.address.look-alike f/b/0/c",
            ])
    })
})
