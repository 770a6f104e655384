import { describe, expect, test } from "vitest"
import { LANGS } from "../../../src/base/lang.ts"
import { INVENTED } from "../../../src/facts/addresses/invented.data.ts"
import { inventedIn, inventedOf } from "../../../src/facts/addresses/invented.ts"
import { checkAddresses } from "../../../src/facts/addresses/look-alike.ts"
import { messageOf } from "../../../src/messages/index.ts"

/** The list of addresses that are in circulation and on no official page. */

const found = (text: string) => inventedIn(text).map((one) => one.found)
const [mailbox = "", page = ""] = ["@", "/"].map(
    (sign) => INVENTED.find(({ address }) => address.includes(sign))?.address,
)

test("the list: each once, in lower case, dated, with where it was seen in both languages", () => {
    expect(INVENTED.length).toBeGreaterThan(5)
    expect(new Set(INVENTED.map(({ address }) => address)).size).toBe(INVENTED.length)
    for (const { address, on, seen, desk } of INVENTED) {
        expect(address).toMatch(/^(?:[a-z0-9.-]+@)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[a-z0-9/-]+)?$/)
        expect(on).toMatch(/^2026-\d\d-\d\d$/)
        expect([seen.en, desk.en].join()).not.toMatch(/\p{Script=Han}/u)
        expect(seen.zh).toMatch(/\p{Script=Han}/u)
        expect(found(`写给 ${address}。`), address).toEqual([address])
        expect(inventedOf(desk).map((one) => one.address)).toContain(address)
    }
})

describe("is found however it is written", () => {
    test.each([
        mailbox.toUpperCase(),
        `mailto:${mailbox}`,
        `请写给${mailbox}，谢谢`,
        mailbox.replace("@", "＠"),
        mailbox.replace("@", "@mail."),
    ])("%s", (text) => {
        expect(found(text)).toEqual([mailbox])
    })
    test.each([`https://${page}`, `https://app.${page}/signup?x=1`, `${page}。`, `HTTPS://WWW.${page.toUpperCase()}/`])(
        "%s",
        (text) => {
            expect(found(text)).toEqual([page])
        },
    )
    test.each([`x${mailbox}`, `${mailbox}.example`, `${page}rn`, `${page}-new`, `x${page}`, "", "没有地址的一句话。"])(
        "but nothing else: %s",
        (text) => {
            expect(found(text)).toEqual([])
        },
    )
})

describe("in data", () => {
    const data = { officer: { note: `发到 ${mailbox}` }, list: [`https://${page}/x`] }
    const at = (path: readonly (string | number)[]) => ["f", ...path]
    const of = (where: "officer" | "case", ...address: string[]) =>
        checkAddresses(
            data,
            [],
            at,
            where,
            address.map((one) => ({ address: one, by: "甲", on: "2026-11-20", how: "官方页面" })),
        ).map(({ severity, code, path }) => `${severity} ${code} ${path.join(".")}`)

    test("an error in officer data, a warning in a case, a warning where the officer has answered for it", () => {
        const both = ["f.officer.note", "f.list.0"]
        expect(of("officer")).toEqual(both.map((path) => `error request.address.invented ${path}`))
        expect(of("case")).toEqual(both.map((path) => `warning request.address.invented ${path}`))
        expect(of("officer", mailbox)).toEqual([
            "warning request.address.invented f.officer.note",
            "error request.address.invented f.list.0",
        ])
    })
    test("one that also looks like a known one is told once", () => {
        const host = mailbox.slice(mailbox.indexOf("@") + 1)
        const known = [{ found: mailbox, local: mailbox.slice(1, mailbox.indexOf("@")), host }]
        expect(checkAddresses([mailbox], known, at, "officer").map(({ code }) => code)).toEqual([
            "request.address.invented",
        ])
    })
    test("says what was seen, where and when, in each language", () => {
        for (const finding of checkAddresses(data, [], at, "officer"))
            for (const lang of LANGS) {
                const { message, hint } = messageOf(finding, lang)
                expect(`${message}${hint ?? ""}`).toMatch(/2026-\d\d-\d\d/)
                expect(message).not.toMatch(/undefined/)
                if (lang === "en") expect(`${message}${hint ?? ""}`).not.toMatch(/\p{Script=Han}/u)
            }
    })
})
