import { describe, expect, test } from "vitest"
import { printUtc } from "../../src/base/text/time.ts"
import {
    checkScope,
    chosenGroups,
    earliestFact,
    groupPeriod,
    latestFact,
    period,
} from "../../src/editions/recipient/scope.ts"
import { readCase } from "../../src/facts/case/load.ts"
import type { Case } from "../../src/facts/case/schema.ts"
import { type Officer, readOfficer } from "../../src/facts/officer/officer.ts"
import { isOfReceivers } from "../../src/facts/recipients/data-groups.ts"
import { DATA_GROUPS } from "../../src/facts/recipients/defaults.data.ts"
import { factsForDesk, factsOfOtherDesk, placeOfAccount } from "../../src/facts/recipients/platform.ts"
import { nodeHost } from "../../src/node/host.ts"
import { codes, file, sampleText } from "../check.ts"
import { DESKS, desk, deskCase } from "../desks.ts"

/** Which time a request speaks of, and whose account. */

const recipient = desk()
const HERE = { at: "this-desk" } as const

function facts(change: (text: string) => string = (text) => text): Case {
    const { loaded, issues } = readCase("case.yaml", file(change(deskCase())))
    if (loaded === undefined) throw new Error(codes(issues).join("\n"))
    return loaded.case
}
function officer(request: string): Officer {
    const { officer: read, issues } = readOfficer(
        "officer.yaml",
        file(`completedAt: 2023-05-08 15:30 +08:00\nroute: email\n${request}`),
    )
    if (read === undefined) throw new Error(codes(issues).join("\n"))
    return read
}
const asked = (of: { from: Case["preparedAt"]; to: Case["preparedAt"] }) => [printUtc(of.from), printUtc(of.to)]
const NO_WISH = officer("")
const order = (at: string) => (text: string) =>
    text.replace(/^orders:\n/m, `orders:\n  - {orderId: "777", symbol: BTCUSDT, side: sell, at: ${at}}\n`)

describe("the period", () => {
    test("holds the operations and every listed order and transfer, in whole hours", () => {
        expect(asked(period(facts(), NO_WISH))).toEqual(["2023-03-20 17:00 UTC", "2023-03-20 23:00 UTC"])
        expect(asked(period(facts(order("2023-03-19 05:10 Z")), NO_WISH))[0]).toBe("2023-03-19 05:00 UTC")
    })
    test("has an hour more around a time that is only about", () => {
        const about = facts((text) => text.replace(/at: 2023-03-20 17:49:08 Z/, "at: 约 2023-03-20 17:49 Z"))
        expect(asked(period(about, NO_WISH))).toEqual(["2023-03-20 16:00 UTC", "2023-03-20 23:00 UTC"])
        const exact = officer("request: {period: {from: 2023-03-20 17:00 Z, to: 2023-03-20 23:00 Z}}")
        expect(checkScope("officer.yaml", about, recipient, exact, HERE)).toEqual([])
    })
    test("leaves out what the officer does not use", () => {
        const dropped = officer("factsNotUsed: ['orders[0]']")
        expect(asked(period(facts(order("2023-03-19 05:10 Z")), dropped))[0]).toBe("2023-03-20 17:00 UTC")
    })
    test("holds both readings of a fact whose zone nobody stated, which is said with both", () => {
        const unread = facts(order("{at: 2023-03-20 21:28:21, zone: unknown}"))
        expect(asked(period(unread, NO_WISH))).toEqual(["2023-03-20 13:00 UTC", "2023-03-20 23:00 UTC"])
        expect(checkScope("officer.yaml", unread, recipient, NO_WISH, HERE)).toMatchObject(
            [
                {
                    code: "sending.fact.zone-unknown",
                    severity: "warning",
                    params: { count: 1, first: "777", readings: "2023-03-20 13:28:21 UTC / 2023-03-20 21:28:21 UTC" },
                },
                { code: "sending.fact.before-first" },
            ].slice(0, 1),
        )
    })
    test("of the officer's that leaves out one of the readings is refused with the fact", () => {
        const unread = facts(order("{at: 2023-03-20 21:28:21, zone: unknown}"))
        const narrow = officer("request: {period: {from: 2023-03-20 17:00 Z, to: 2023-03-20 23:00 Z}}")
        const [found] = checkScope("officer.yaml", unread, recipient, narrow, HERE)
        expect(found).toMatchObject({ code: "sending.period.leaves-out", severity: "error", params: { count: 1 } })
        expect(found?.params).toMatchObject({
            facts: [{ fact: "777", at: "2023-03-20 21:28:21 (time zone not stated)" }],
        })
    })
    test("of one data group is the officer's for it, else the request's", () => {
        const own = officer("request: {periods: {account-access: {from: 2023-02-20 00:00 Z, to: 2023-03-21 00:00 Z}}}")
        expect(asked(groupPeriod(facts(), own, recipient, "account-access"))[0]).toBe("2023-02-20 00:00 UTC")
        expect(asked(groupPeriod(facts(), own, recipient, "counterparties"))[0]).toBe("2023-03-20 17:00 UTC")
        expect(checkScope("officer.yaml", facts(), recipient, own, HERE)).toEqual([])
    })
    test("of many months is asked about where it is about log-ins and calls, and none of its own is given", () => {
        const desk = { ...recipient, dataGroups: DATA_GROUPS }
        const long = facts(order("2022-01-10 05:10 Z"))
        const found = (data: Officer) => checkScope("officer.yaml", long, desk, data, HERE).map(({ code }) => code)
        expect(found(NO_WISH)).toContain("sending.period.long")
        expect(found(officer("request: {dataGroups: [account-records, counterparties]}"))).not.toContain(
            "sending.period.long",
        )
        const near = "{from: 2023-03-20 00:00 Z, to: 2023-03-21 00:00 Z}"
        expect(
            found(officer(`request: {dataGroups: [account-access], periods: {account-access: ${near}}}`)),
        ).not.toContain("sending.period.long")
        expect(codes(checkScope("officer.yaml", facts(), desk, NO_WISH, HERE)).join()).not.toContain("period.long")
    })
    test("begins with the earliest fact, and what is before the stated first operation is said", () => {
        const early = facts(order("2023-03-19 05:10 Z"))
        expect(printUtc(earliestFact(early, NO_WISH) ?? early.preparedAt)).toBe("2023-03-19 05:10 UTC")
        expect(checkScope("officer.yaml", early, recipient, NO_WISH, HERE)).toMatchObject([
            { code: "sending.fact.before-first", severity: "warning", params: { count: 1, fact: "777" } },
        ])
    })
    test("ends with the latest fact, which may be after the last operation that is stated, or in a day that begins before", () => {
        const last = (case_: Case): string => printUtc(latestFact(case_, NO_WISH) ?? case_.preparedAt)
        expect(last(facts())).toBe("2023-03-20 22:39:31 UTC")
        expect(last(facts(order("2023-03-22 05:10 Z")))).toBe("2023-03-22 05:10 UTC")
        expect(last(facts(order("{at: 2023-03-22, zone: unknown}")))).toBe("2023-03-22")
        // That of the 20th, 22:39:31 UTC, lies in the 21st of China.
        expect(last(facts(order("{at: 2023-03-21, zone: unknown}")))).toBe("2023-03-20 22:39:31 UTC")
    })
    test("begins with a day that is known alone, as one of China", () => {
        const day = facts((text) => text.replace(/(firstOperation:\n\s+at:) .*/, "$1 约 2023-03-19"))
        expect(printUtc(earliestFact(day, NO_WISH) ?? day.preparedAt)).toBe("about 2023-03-19")
    })
})

describe("what is asked", () => {
    const of = { ...recipient, dataGroups: DATA_GROUPS }
    const ids = (data: Officer) => chosenGroups(facts(), of, data).map(({ id }) => id)
    const known = [
        ...(facts().orders ?? []).map((_, i) => `orders[${String(i)}]`),
        ...(facts().transfers ?? []).map((_, i) => `transfers[${String(i)}]`),
    ]
    const supplement = (role: string, more = "") =>
        officer(
            `request: {type: follow-up, targets: [{kind: uid, value: "880012345", role: ${role}, source: answer}]${more}}\nfactsNotUsed: ${JSON.stringify(known)}`,
        )
    test("is every group that means something in the case, where none was chosen", () => {
        expect(ids(NO_WISH)).toEqual(DATA_GROUPS.filter(({ about }) => !isOfReceivers(about)).map(({ id }) => id))
    })
    test("of a follow-up is what is about the new identifiers, unless they are the complainant's own or groups were chosen", () => {
        const others = DATA_GROUPS.filter(({ about }) => about === "others").map(({ id }) => id)
        expect(ids(supplement("suspect"))).toEqual(others)
        expect(ids(supplement("complainant"))).toContain("account-access")
        expect(ids(supplement("suspect", ", dataGroups: [account-access]"))).toEqual(["account-access"])
    })
})

describe("the account", () => {
    const host = nodeHost({ recipients: DESKS })
    const elsewhere = (text: string) => text.replace("exchange: Binnacle", "exchange: 燕灯交易所")
    const place = placeOfAccount(host, facts(elsewhere), recipient)

    test("is with the desk, with another that has a profile, or with nobody known", () => {
        expect(placeOfAccount(host, facts(), recipient)).toEqual(HERE)
        expect(place).toMatchObject({ at: "other-desk", name: { en: "Ternlight" } })
        const nobody = facts((text) => text.replace("exchange: Binnacle", "exchange: 某某"))
        expect(placeOfAccount(host, nobody, recipient)).toEqual({ at: "unknown" })
    })
    test("of another desk is refused, and its numbers are asked of nobody else", () => {
        const other = facts(elsewhere)
        expect(codes(checkScope("officer.yaml", other, recipient, NO_WISH, place))).toContain(
            "sending.account.other-desk officer.yaml/recipient",
        )
        const cut = factsForDesk(host, other, recipient)
        expect([cut.account.uid, cut.account.registeredEmail]).toEqual([undefined, undefined])
        const dropped = factsOfOtherDesk(other, place)
        expect(dropped).toEqual(expect.arrayContaining(["orders[0]", "ips[0]", "transfers[0]"]))
        expect(factsOfOtherDesk(facts(), HERE)).toEqual([])
    })
    test("of this desk that the officer names lets the request go, with a note", () => {
        const named = officer(
            'request: {targets: [{kind: uid, value: "5550001", role: suspect, source: Tracing report}]}',
        )
        const found = checkScope("officer.yaml", facts(elsewhere), recipient, named, place)
        expect(
            found.filter(({ code }) => code === "sending.account.other-desk").map(({ severity }) => severity),
        ).toEqual(["note"])
    })
})

test("the sample asks its own desk for what happened, and nothing is found", () => {
    const { loaded } = readCase("case.yaml", file(sampleText("sample-case", "case.yaml")))
    const { officer: asking } = readOfficer("officer.yaml", file(sampleText("sample-officer", "officer.yaml")))
    if (loaded === undefined || asking === undefined) throw new Error("the sample cannot be read")
    const place = placeOfAccount(nodeHost(), loaded.case, desk())
    expect(place).toMatchObject({ at: "other-desk" })
    expect(checkScope("officer.yaml", loaded.case, recipient, asking, HERE)).toEqual([])
})
