import { describe, expect, test } from "vitest"
import { printPath } from "../../src/base/issue.ts"
import { identityState, requestMail } from "../../src/editions/recipient/mail.ts"
import { channelQuestion, mailboxToAsk, questionWay } from "../../src/editions/recipient/question.ts"
import { checkScope } from "../../src/editions/recipient/scope.ts"
import { inWordsOfForm } from "../../src/facts/case/form/place.ts"
import { readCase } from "../../src/facts/case/load.ts"
import { readOfficer } from "../../src/facts/officer/officer.ts"
import type { Recipient, RouteId } from "../../src/facts/recipients/recipient-schema.ts"
import { questionFiles } from "../../src/flows/officer/question.ts"
import { blankQuestionText } from "../../src/flows/officer/question-blank.ts"
import { codes, file, sampleText } from "../check.ts"
import { desk, deskCase } from "../desks.ts"

/** The text that goes with a request, for every route and awkward names. */

const recipient = desk()
const read = (change: (text: string) => string) => {
    const { officer, issues } = readOfficer("officer.yaml", file(change(sampleText("sample-officer", "officer.yaml"))))
    if (officer === undefined) throw new Error(JSON.stringify(issues))
    return officer
}
const caseOf = (change: (text: string) => string = (text) => text) => {
    const { loaded, issues } = readCase("case.yaml", file(change(deskCase())))
    if (loaded === undefined) throw new Error(JSON.stringify(issues))
    return loaded.case
}
const mailOf = (change: (text: string) => string = (text) => text) =>
    requestMail(caseOf(), "LX-1", recipient, read(change), [{ name: "01-Request-LX-1.pdf", pages: 1 }], "separate-mail")

test("the subject is ASCII and holds neither a person nor an account", () => {
    const { subject } = mailOf()
    expect(subject).toMatch(/^[ -~]{20,200}$/)
    expect(subject).not.toMatch(/100000001|trader-lin|Minjing|Yang\b/i)
})

test.each([
    ["letters with marks lose the marks", "Lǚshùn Branch, Dàlián", "Lushun Branch, Dalian, China"],
    ["a name that ends with the country does not get it twice", "Bureau of Shili, China", "Bureau of Shili, China"],
])("%s", (_, name, shown) => {
    const { subject } = mailOf((text) => text.replace(/nameEn: Yangli.*/, `nameEn: "${name}"`))
    expect(subject).toBe(`Law enforcement request - disclosure - ${shown} - Ref LX-1`)
})

test("a name beyond all bounds is cut at a word, and the reference stays", () => {
    const { subject } = mailOf((text) =>
        text.replace(/nameEn: Yangli.*/, `nameEn: "${"Municipal Bureau ".repeat(20)}of Shili"`),
    )
    expect(subject.length).toBeLessThanOrEqual(200)
    expect(subject).toMatch(/(?:Municipal|Bureau) - Ref LX-1$/)
})

const HERE = { at: "this-desk" } as const

describe("non-notification", () => {
    test("is a line with end and reason where the officer gave both", () => {
        const notice = "withholdNotice: {until: 2023-09-01, reasonZh: 可能转移资产, reasonEn: the assets may be moved.}"
        const { body } = mailOf((text) => text.replace("request:\n", `request:\n  ${notice}\n`))
        expect(body).toContain("before 2023-09-01. Reason: the assets may be moved.\n")
    })
    test("is not mentioned otherwise", () => {
        expect(mailOf().body).not.toMatch(/notify/i)
    })
})

test("the body has English first, then one Chinese summary, and no link", () => {
    const { body } = mailOf()
    expect(body).not.toMatch(/https?:|www\.|gaj\.shili\.example\/?\s/)
    const han = body.split("\n").filter((line) => /\p{Script=Han}{5,}/u.test(line))
    expect(han).toHaveLength(1)
    expect(body.trim().endsWith(han[0] ?? "-")).toBe(true)
    expect(body).toContain("01-Request-LX-1.pdf (1 page)")
})

test("it says that items have periods of their own where they have", () => {
    const periods = /^ {2}periods:\n(?: {4}.*\n)+/m
    expect(mailOf().body).toContain("2023-03-21 16:00 UTC, unless a data item in the request states its own.\n")
    expect(mailOf((text) => text.replace(periods, "")).body).toContain("2023-03-21 16:00 UTC.\n")
})

test.each<[RouteId, boolean, string]>([
    ["email", true, "separate-mail"],
    ["email", false, "on-confirmation"],
    ["portal", true, "at-registration"],
    ["portal", false, "at-registration"],
    ["existing-account", true, "verified-account"],
])("by %s, channel confirmed %s, identity images are %s", (route, confirmed, state) => {
    expect(identityState(recipient, route, confirmed)).toBe(state)
})

test("a route that asks for no images promises none", () => {
    const email = recipient.routes.email
    if (email === undefined) throw new Error("the profile has a mail route")
    const modest = { ...recipient, routes: { ...recipient.routes, email: { ...email, identityImages: "no" as const } } }
    expect(identityState(modest, "email", true)).toBe("none")
})

describe("the question about a channel", () => {
    const question = (of: Recipient, route: RouteId) => channelQuestion(of, "LX-1", route, ["Minjing YANG"]).body
    const pageless = desk("no-photos")

    test("goes where the official page leads, asks about the channel by its address, and says who asks", () => {
        expect(questionWay(recipient)).toContain(`官方页面 ${recipient.officialPage?.address ?? "-"}`)
        expect(question(recipient, "portal")).toMatch(
            /^1\. Is the web portal app\.kovex\.example\/all-routes\/signup an acc/,
        )
        expect(question(recipient, "email")).toMatch(/^1\. Is the mailbox help@kovex\.example an accepted channel/)
    })

    test("is not settled by an answer of the address in doubt", () => {
        for (const of of [recipient, pageless])
            expect(questionWay(of)).toContain("被询问的地址自己发来的答复，不能证明该地址属实")
    })

    test("names no address where no official page is known", () => {
        const mails = { ...pageless, routes: recipient.routes, questions: recipient.questions }
        for (const route of Object.keys(mails.routes) as RouteId[]) {
            const text = questionWay(mails) + question(mails, route)
            expect(text).toContain("先请网安查明官方页面")
            expect(text).toContain("Which channel do you accept for requests of mainland China police to Moorage?")
            expect(text).not.toMatch(/kovex/)
        }
    })

    test("asks who runs the portal, how the domains belong together, where images are kept, first in English", () => {
        const body = question(recipient, "portal")
        const [english = "", chinese = ""] = body.split("（中文译文）")
        expect(english).toContain("Which company operates app.kovex.example")
        expect(english).toMatch(/How are the domains .*kovex\.example.* related/)
        expect(english).toContain("for how long are they kept")
        expect(english).not.toMatch(/\p{Script=Han}/u)
        const count = (text: string): number => text.match(/^\d\. /gm)?.length ?? 0
        expect(count(chinese)).toBe(count(english))
        expect(body).not.toMatch(/https?:/)
    })

    test("has blanks where nobody asks yet", () => {
        const text = blankQuestionText(recipient)
        expect(text).toContain("Ref ____________")
        expect(text).toContain("Official e-mail: ____________")
    })

    test("is a draft to the mailbox that the profile names, with grade and date beside it; none without a page", async () => {
        const officer = { ...read((text) => text), route: "portal" as const }
        const { outputs, issues } = questionFiles(recipient, "LX-1", officer)
        expect(issues).toEqual([])
        expect(outputs.map(({ path }) => path)).toEqual(["LX-1-inquiry/询问渠道.txt", "LX-1-inquiry/LX-1-inquiry.eml"])
        const [text = "", mail = ""] = await Promise.all(
            outputs.map(async ({ source }) => new TextDecoder().decode(await source.read(0, source.size))),
        )
        expect(mail).toContain(`To: ${mailboxToAsk(recipient) ?? "-"}\r\n`)
        expect(mail).toMatch(/^X-Unsent: 1\r\n/)
        expect(text).toMatch(/资料中用于询问的邮箱：\S+（.*可信程度 [A-D]；.*）/)
        expect(text).toContain("Minjing YANG\r\nYangli Branch, Shili Municipal")
        expect(text).toContain("xugou-station@gaj.shili.example")
        const without = questionFiles(pageless, "LX-1", officer)
        expect(without.outputs.map(({ path }) => path)).toEqual(["LX-1-inquiry/询问渠道.txt"])
        expect(codes(without.issues)).toEqual(["outreach.question.no-mailbox"])
    })
})

describe("what a desk would send back is found before the letter is printed", () => {
    const officer = read((text) => text.replace(/^ {2}period:.*\n/m, ""))
    test("a period without a zone", () => {
        const facts = caseOf((text) =>
            text.replace(
                "at: 2023-03-20 17:49:08 Z\n    what",
                "at: {at: 2023-03-20 17:49:08, zone: unknown}\n    what",
            ),
        )
        expect(codes(checkScope("officer.yaml", facts, recipient, officer, HERE))).toEqual([
            "sending.fact.zone-unknown data/case.json/incident/firstOperation",
        ])
    })
    test("an account with somebody else", () => {
        const facts = caseOf((text) => text.replace("exchange: Binnacle", "exchange: 另一家平台"))
        expect(codes(checkScope("officer.yaml", facts, recipient, officer, { at: "unknown" }))).toEqual([
            "sending.account.other-platform officer.yaml/recipient",
        ])
    })
    test.each([
        ["beside others is left out with a warning", "api-attribution, counterparties", "warning"],
        ["alone leaves nothing to ask for", "counterparties", "error"],
    ])("a data group about orders where none is listed: %s", (_, chosen, severity) => {
        const facts = caseOf((text) => text.replace(/^orders:\n(?: {2}.*\n)+/m, ""))
        const asking = read((text) => text.replace(/dataGroups: \[.*\]/, `dataGroups: [${chosen}]`))
        const [found, ...others] = checkScope("officer.yaml", facts, recipient, asking, HERE)
        expect(found).toMatchObject({ code: "sending.group.no-orders", severity, params: { id: "counterparties" } })
        expect(others).toEqual([])
        expect(checkScope("officer.yaml", caseOf(), recipient, asking, HERE)).toEqual([])
    })
    test("words for where assets went that cannot be passed on", () => {
        const facts = caseOf((text) => text.replaceAll("to: U 本位合约账户", "to: 骗子那里"))
        const found = checkScope("officer.yaml", facts, recipient, officer, HERE)
        expect(found).toMatchObject([
            { code: "sending.transfer.party-unread", severity: "warning", params: { count: 4, found: "骗子那里" } },
        ])
        // The place is said in words of the form, as the reporter sees it.
        expect(found.map((one) => printPath(inWordsOfForm(one, "zh-CN").path))).toEqual(["data/case.json 转出记录"])
    })
    test("nothing in the sample", () => {
        expect(checkScope("officer.yaml", caseOf(), recipient, officer, HERE)).toEqual([])
    })
})
