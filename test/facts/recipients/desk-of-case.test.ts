import { describe, expect, test } from "vitest"
import { deskOfCase, desksToChoose, loadDeskOfCase } from "../../../src/facts/recipients/desk-of-case.ts"
import { findRecipient, parseRecipient } from "../../../src/facts/recipients/recipient.ts"
import { nodeHost } from "../../../src/node/host.ts"
import { codes, sampleText } from "../../check.ts"
import { ABSENT, DESKS, desk, ENTRIES, INVENTED_ENTRIES, SHIPPED } from "../../desks.ts"

/** The desk of a case as the papers for the police have it, also where nobody knows how to reach it. */

const host = nodeHost({ recipients: DESKS })
const named = ["case.yaml", "recipient"]
const asked = (recipient: string, exchange: string) => ({ recipient, account: { exchange } })
const found = (recipient: string, exchange: string) => deskOfCase(host, asked(recipient, exchange), named)
/** The one that stands for any platform. */
const [ANY = ""] = ABSENT.filter((id) => /^nameFrom:/m.test(sampleText("recipients", `${id}.yaml`)))

describe("a desk with a channel", () => {
    test("is the one of its profile", () => {
        const { recipient, issues } = found("all-routes", desk().name.en)
        expect([recipient, issues]).toEqual([desk(), []])
    })
    test("is named where the account is elsewhere", () => {
        expect(codes(found("all-routes", "某某所").issues)).toEqual([
            "case.recipient.other-platform case.yaml/recipient",
        ])
    })
})

describe("a desk without a channel", () => {
    const { recipient, issues } = found("no-channel", "雾岬国际站")
    test("has no route, no address and no rule of its own, and says why", () => {
        expect(recipient).toMatchObject({ name: { zh: "雾岬（Fogness）" }, routes: {}, officialMail: { suffixes: [] } })
        expect(recipient?.absent?.reason.zh).toContain("没有执法页面")
        for (const key of ["officialPage", "followUp", "questions", "limits.address"])
            expect(recipient).not.toHaveProperty(key)
        expect(JSON.stringify(recipient)).not.toMatch(/@|https?:/)
        expect(recipient?.notes?.map(({ zh }) => zh)).toEqual(["样例：另有一条"])
    })
    test("is a warning, where an officer's request is refused", () => {
        expect(codes(issues)).toEqual(["case.recipient.no-channel case.yaml/recipient"])
        expect(issues.map(({ severity }) => severity)).toEqual(["warning"])
        expect(findRecipient(host, "no-channel", named).issues.map(({ severity }) => severity)).toEqual(["error"])
    })
    test("is not the account's by the way", () => {
        expect(codes(found("no-channel", desk().name.en).issues)).toEqual([
            "case.recipient.no-channel case.yaml/recipient",
            "case.recipient.other-platform case.yaml/recipient",
        ])
    })
})

describe("what stands for any platform", () => {
    test("is called as the case calls it, in English by what is written in Latin letters", () => {
        for (const [exchange, en] of [
            ["LBank 国际站", "LBank"],
            ["（Crypto.Ex & Co）", "Crypto.Ex & Co"],
            ["某某所", "another platform (not listed)"],
        ] as const) {
            const { recipient, issues } = found(ANY, exchange)
            expect(recipient?.name).toEqual({ zh: exchange, en })
            expect(codes(issues)).toEqual(["case.recipient.no-channel case.yaml/recipient"])
            expect(issues[0]?.params).toMatchObject({ recipient: exchange, recipientEn: en })
        }
    })
    test("is the wrong choice where the exchange has a file", () => {
        expect(codes(found(ANY, desk().name.en).issues)).toContain("case.recipient.other-platform case.yaml/recipient")
    })
    test("is refused to an officer, as every desk without a channel", () => {
        expect(codes(findRecipient(host, ANY, named).issues)).toEqual([
            "request.recipient.no-channel case.yaml/recipient",
        ])
    })
})

test("a desk that there is not, or whose file is damaged, has no papers", () => {
    expect(codes(found("nobody", "某某所").issues)).toEqual(["request.recipient.unknown case.yaml/recipient"])
    expect(() => loadDeskOfCase(host, asked("nobody", "某某所"))).toThrow()
    expect(parseRecipient("no-channel", "found: maybe").recipient).toBeUndefined()
})

test("a case may name every desk, those without a channel last and what stands for any at the end", () => {
    const own = nodeHost()
    const ids = desksToChoose(own).map(({ id }) => id)
    expect([...ids].sort()).toEqual(ENTRIES)
    expect(ids.slice(0, SHIPPED.length)).toEqual(SHIPPED)
    expect(ids.at(-1)).toBe(ANY)
    const withOwn = desksToChoose(host).map(({ id }) => id)
    for (const id of INVENTED_ENTRIES) expect(withOwn).toContain(id)
})
