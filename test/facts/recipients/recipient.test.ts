import { describe, expect, test } from "vitest"
import { LANGS } from "../../../src/base/lang.ts"
import { furtherDetails } from "../../../src/facts/checklist/recipient-details.ts"
import { recipientNotes } from "../../../src/facts/checklist/recipient-notes.ts"
import { type Officer, readOfficer } from "../../../src/facts/officer/officer.ts"
import { parseRecipient, photosAsked, readRecipient } from "../../../src/facts/recipients/recipient.ts"
import type { Recipient } from "../../../src/facts/recipients/recipient-schema.ts"
import { messageOf } from "../../../src/messages/index.ts"
import { codes, file, sampleText } from "../../check.ts"
import { desk, deskText, INVENTED } from "../../desks.ts"

test("a profile says which routes there are, and the stages and steps of a portal", () => {
    const { routes } = desk()
    expect(Object.keys(routes)).toEqual(["existing-account", "portal", "email"])
    expect(routes.portal?.stages?.map(({ en: name }) => name)).toEqual([
        "identity verification",
        "request",
        "ticket and follow-up",
    ])
    expect(routes.portal?.steps?.filter(({ stage }) => stage === routes.portal?.stages?.[0]?.zh)).toHaveLength(5)
})

test("desks differ in data: items, photographs, languages, forms, freeze, routes, letter, sizes", () => {
    const shape = (id: string) => {
        const { items, languages, identifierFormats, freeze, routes, letterDocx, limits } = desk(id)
        return [
            items.length,
            items.flatMap(({ leaves }) => leaves).length,
            photosAsked(desk(id)).join(),
            languages.accepted.join(),
            identifierFormats.refused?.join(),
            freeze !== undefined,
            Object.keys(routes).join(),
            letterDocx,
            limits?.mailAttachmentsBytes,
        ]
    }
    expect(Object.fromEntries(INVENTED.map((id) => [id, shape(id)]))).toEqual({
        "all-routes": [
            8,
            14,
            "front,back,holding",
            "en,zh-CN",
            undefined,
            true,
            "existing-account,portal,email",
            "no",
            14_000_000,
        ],
        "english-mail": [5, 8, "", "en", "pdf", false, "email", "no", 14_000_000],
        "no-photos": [4, 7, "", "zh-CN,en", undefined, true, "existing-account,portal", "no", undefined],
        "one-photo": [4, 5, "front", "en,zh-CN", undefined, false, "portal,email", "yes", 6_000_000],
    })
})

const GOOD = deskText("english-mail")

describe("a damaged profile says what is wrong and on which line", () => {
    test.each([
        ["a field that is not known", /^letterDocx:/m, "letterDox:", ["input.field.unknown", "input.field.missing"]],
        ["a fact without a source", /^ {2}source: 样例指南：文件.*\n/m, "", ["input.field.missing"]],
        ["a grade that is none", /grade: B/, "grade: E", ["input.value.not-allowed"]],
        ["a date that is none", /compiledOn: "2026-11-21"/, 'compiledOn: "2026-13-21"', ["request.profile.date"]],
        ["a day that is not in the month", /compiledOn: .*/, "compiledOn: 2023-02-30", ["request.profile.date"]],
        ["null for a blank date", /verifiedOn: ""/, "verifiedOn: null", ["request.profile.date"]],
        ["days with a unit", /channelDays: "10"/, "channelDays: 10 days", ["request.profile.days"]],
        ["more days than ten years", /channelDays: "10"/, 'channelDays: "3654"', ["request.profile.days"]],
        [
            "a period of no data group",
            /^ {2}account-access: \{/m,
            "  account-acess: {",
            ["request.profile.group-unknown"],
        ],
        [
            "an official page that is a mailbox",
            /^routes:/m,
            "officialPage: { address: a@b.example, source: x, grade: B }\nroutes:",
            ["request.profile.address"],
        ],
        ["bytes with a unit", /fileBytes: "10000000"/, "fileBytes: 10 MB", ["request.profile.number"]],
        [
            "Chinese where the letter is English",
            /en: Ternlight - Law Enforcement Response$/m,
            "en: 燕灯",
            ["request.english.characters"],
        ],
        ["a mailbox that is none", /address: desk@/, "address: desk at ", ["request.profile.address"]],
        [
            "a field that officer data do not have",
            /officer\.badgeNumber/,
            "officer.badgeNo",
            ["request.profile.field-unknown"],
        ],
        ["a leaf of no kind", /, fields: \[officer\.email\]/, "", ["request.profile.leaf-kind"]],
        ["a leaf of two kinds", /fields: \[officer\.email\]/, '$&, byHand: "yes"', ["request.profile.leaf-kind"]],
        ["an id used twice", /id: surname,/, "id: given-name,", ["request.profile.id-twice"]],
        ["no case materials", /materials: "yes"/, "fields: [agency.nameZh]", ["request.profile.no-materials"]],
        ["no route", /^routes:[\s\S]*?(?=^officialMail:)/m, "routes: {}\n", ["request.profile.no-route"]],
        ["an id unlike its file's name", /^id: english-mail/m, "id: other-desk", ["request.recipient.id"]],
        ["broken YAML", /^items:/m, "items: [", ["input.yaml.syntax"]],
    ])("%s", (_, from, to, expected) => {
        expect(GOOD).toMatch(from)
        const { recipient, issues } = parseRecipient("english-mail", GOOD.replace(from, to), "desks/english-mail.yaml")
        expect(recipient).toBeUndefined()
        expect([...new Set(issues.map(({ code }) => code))]).toEqual(expect.arrayContaining(expected))
        for (const found of issues) {
            expect(String(found.path[0])).toMatch(/^desks\/english-mail\.yaml(?::\d+)?$/)
            for (const lang of LANGS) expect(JSON.stringify(messageOf(found, lang))).not.toMatch(/undefined|\{\{/)
        }
    })

    test("names the line of the fault", () => {
        const line = GOOD.split("\n").findIndex((text) => text.includes("badgeNumber")) + 1
        const { issues } = parseRecipient("english-mail", GOOD.replace("officer.badgeNumber", "officer.badgeNo"))
        expect(issues.map(({ path }) => path)).toEqual([
            [`recipients/english-mail.yaml:${String(line)}`, "items", 2, "leaves", 0, "fields", 0],
        ])
        expect(issues[0]?.params).toEqual({ found: "officer.badgeNo", proposed: "officer.badgeNumber" })
    })

    test("finds steps that name a detail or a stage which is not there", () => {
        const text = deskText("no-photos")
            .replace("leaves: [case-materials] }", "leaves: [case-material] }")
            .replace("stage: 编号与跟进, zh: 记录", "stage: 跟进, zh: 记录")
        expect(codes(parseRecipient("no-photos", text).issues)).toEqual([
            "request.profile.leaf-unknown recipients/no-photos.yaml/routes/portal/steps/2/leaves/0",
            "request.profile.stage-unknown recipients/no-photos.yaml/routes/portal/steps/3/stage",
        ])
    })
})

describe("rules of a desk that are easily overlooked", () => {
    const { officer } = readOfficer("officer.yaml", file(sampleText("sample-officer", "officer.yaml")))
    if (officer === undefined) throw new Error("the sample officer is broken")
    const notes = (profile: Recipient, change: Partial<Officer["request"]> = {}) =>
        recipientNotes("officer.yaml", profile, { ...officer, request: { ...officer.request, ...change } }).map(
            ({ code, severity }) => `${severity} ${code}`,
        )
    const told = ["note request.profile.user-told"]

    test.each([
        ["all-routes", told],
        ["english-mail", []],
        ["no-photos", told],
        ["one-photo", ["warning request.profile.to-state"]],
    ])("%s: users that are told of a request", (id, expected) => {
        expect(notes(desk(id))).toEqual(expected)
    })
    test("nothing where the officer asks that they are not told", () => {
        const until = { local: "2023-08-01", zone: "+08:00" } as unknown as Officer["completedAt"]
        const withholdNotice = { until, reasonZh: "侦查需要", reasonEn: "the inquiry is open" }
        expect(notes(desk(), { withholdNotice })).toEqual([])
    })
    test("a desk that takes identifiers in a form which no request has", () => {
        const profile = readRecipient("one-photo", deskText("one-photo").replace("[docx, text]", "[csv]"))
        expect(notes(profile)).toContain("warning request.profile.identifier-form")
    })
})

test("a badge number goes out where the profile asks for it, and nowhere else", () => {
    const text = sampleText("sample-officer", "officer.yaml").replace(
        /^ {2}phoneType: .*/m,
        '  phoneType: landline\n  badgeNumber: "012345"',
    )
    const { officer, issues } = readOfficer("officer.yaml", file(text))
    if (officer === undefined) throw new Error(codes(issues).join())
    const details = INVENTED.map((id) => [id, furtherDetails(desk(id), officer)])
    expect(Object.fromEntries(details)).toEqual({
        "all-routes": [],
        "english-mail": [{ label: "Officer identification number", value: "012345" }],
        "no-photos": [],
        "one-photo": [],
    })
})

test("internal information of the agency can not be asked for by a profile", () => {
    const { issues } = parseRecipient("english-mail", GOOD.replace("officer.badgeNumber", "approval.approver"))
    expect(codes(issues)).toEqual([
        "request.profile.field-internal recipients/english-mail.yaml/items/2/leaves/0/fields/0",
    ])
})
