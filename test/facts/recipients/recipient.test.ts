import { describe, expect, test } from "vitest"
import { LANGS } from "../../../src/base/lang.ts"
import { INVENTED as INVENTED_ADDRESSES } from "../../../src/facts/addresses/invented.data.ts"
import { furtherDetails } from "../../../src/facts/checklist/recipient-details.ts"
import { recipientNotes } from "../../../src/facts/checklist/recipient-notes.ts"
import { type Officer, readOfficer } from "../../../src/facts/officer/officer.ts"
import {
    DATA_GROUPS,
    DATA_NOTE,
    IDENTIFIER_FORMATS,
    ITEMS,
    ITEMS_NOTE,
    LIMITS,
    USER_NOTICE,
} from "../../../src/facts/recipients/defaults.data.ts"
import { isCalled } from "../../../src/facts/recipients/platform.ts"
import { factsOf } from "../../../src/facts/recipients/profile-facts.ts"
import {
    findDesk,
    findRecipient,
    parseRecipient,
    photosAsked,
    readRecipient,
} from "../../../src/facts/recipients/recipient.ts"
import { type Recipient, SHARED } from "../../../src/facts/recipients/recipient-schema.ts"
import { messageOf } from "../../../src/messages/index.ts"
import { nodeHost } from "../../../src/node/host.ts"
import { codes, file, sampleText } from "../../check.ts"
import { DESKS, desk, deskText, INVENTED } from "../../desks.ts"

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
    const shapes = Object.fromEntries(INVENTED.map((id) => [id, shape(id)]))
    expect(shapes).toMatchObject({
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

describe("format 1.1", () => {
    const text = deskText("plain-form")
    const asOne = (change: (profile: string) => string) => codes(parseRecipient("plain-form", change(text)).issues)

    test("a profile that leaves out what is the same for most desks has it all the same", () => {
        const profile = desk("plain-form")
        expect(profile).toMatchObject({
            dataGroups: DATA_GROUPS,
            dataNote: DATA_NOTE,
            items: ITEMS,
            itemsNote: ITEMS_NOTE,
            userNotice: USER_NOTICE,
            identifierFormats: IDENTIFIER_FORMATS,
            limits: LIMITS,
        })
        const own = parseRecipient("plain-form", `${text}\nlimits: { fileBytes: "5", source: 样例, grade: D }\n`)
        expect(own.recipient?.limits).toEqual({ fileBytes: 5, source: "样例", grade: "D" })
    })
    test("further readings are facts, beside the one that leads", () => {
        const places = factsOf(desk("plain-form")).map(({ keys }) => keys.join("."))
        expect(places).toEqual(expect.arrayContaining(["routes.portal", "routes.portal.readings.0", "emergency"]))
    })
    test("is found by its other names", () => {
        const { name } = desk("plain-form")
        expect(["旧名谷穗", "Sheafrow Exchange", "麦垄", "Other"].map((said) => isCalled(said, name))).toEqual([
            true,
            true,
            true,
            false,
        ])
    })
    test("1.0 is still read, and says so where it has what 1.1 added or lacks what 1.0 wanted", () => {
        expect(parseRecipient("english-mail", GOOD).recipient?.format).toBe("1.0")
        const unlimited = GOOD.replace(/^limits:\n(?: .*\n)+/m, "")
        expect(unlimited).not.toBe(GOOD)
        expect(parseRecipient("english-mail", unlimited).recipient).not.toHaveProperty("limits")
        const found = parseRecipient("plain-form", text.replace('"1.1"', '"1.0"')).issues
        expect(found.map(({ code, params }) => [code, Object.values(params)[0]].join(" "))).toEqual([
            ...["name.others", "otherPages", "emergency", "readings"].map((one) => `request.profile.format ${one}`),
            ...SHARED.map(() => "input.field.missing "),
        ])
        expect(asOne((profile) => profile.replace('"1.1"', '"1.2"'))).toEqual([
            "input.format.newer recipients/plain-form.yaml/format",
        ])
    })
    test("a reading without a source, or blank, is a fault", () => {
        expect(asOne((profile) => profile.replace(/^ {8}source: .*\n/m, ""))).toEqual([
            "input.field.missing recipients/plain-form.yaml/routes/portal/readings/0/source",
        ])
    })
})

describe("a desk without a channel", () => {
    const text = deskText("no-channel")
    const faults = (change: (profile: string) => string) => codes(parseRecipient("no-channel", change(text)).issues)

    test("is an entry without routes", () => {
        const { absent, recipient, issues } = parseRecipient("no-channel", text)
        expect([recipient, codes(issues), absent?.reason.reportedOn]).toEqual([undefined, [], "2026-10-04"])
    })
    test("names no route, needs a reason with a source, and is of format 1.1", () => {
        expect(faults((profile) => `${profile}routes: {}\n`)).toEqual([
            "input.field.unknown recipients/no-channel.yaml/routes",
        ])
        expect(faults((profile) => profile.replace(/^ {2}source: .*有人.*\n/m, ""))).toEqual([
            "input.field.missing recipients/no-channel.yaml/reason/source",
        ])
        expect(faults((profile) => profile.replace('"1.1"', '"1.0"'))).toEqual([
            "input.value.not-allowed recipients/no-channel.yaml/format",
        ])
        expect(faults((profile) => profile.replace('found: "false"', "found: maybe"))).toEqual([
            "input.value.not-allowed recipients/no-channel.yaml/found",
        ])
    })
    test("is refused where it is asked, and shown where desks are shown", () => {
        const host = nodeHost({ recipients: DESKS })
        const named = ["officer.yaml", "recipient"]
        expect(codes(findRecipient(host, "no-channel", named).issues)).toEqual([
            "request.recipient.no-channel officer.yaml/recipient",
        ])
        expect(codes(findDesk(host, "no-channel", named).issues)).toEqual([])
    })
})

describe("an address that public lists invented, in a profile", () => {
    const [mailbox] = INVENTED_ADDRESSES.filter(({ address }) => address.includes("@"))
    const found = (change: (profile: string) => string) =>
        parseRecipient("english-mail", change(GOOD)).issues.map(
            ({ code, severity, path }) => `${severity} ${code} ${path.slice(1).join(".")}`,
        )

    test("is an error wherever it stands, a warning where somebody has verified the fact", () => {
        const address = mailbox?.address ?? ""
        const put = (profile: string) => profile.replace("desk@ternlight.example", address)
        expect(found(put)).toEqual(["error request.address.invented routes.email.address"])
        expect(found((profile) => put(profile).replace(/^ {4}grade: B/m, '$&\n    verifiedOn: "2026-11-20"'))).toEqual([
            "warning request.address.invented routes.email.address",
        ])
        expect(
            found((profile) => profile.replace("source: 样例指南要求", `source: 写给 ${address}，样例指南要求`)),
        ).toEqual(["error request.address.invented officialMail.source"])
    })
})

describe("a damaged profile says what is wrong and on which line", () => {
    test.each([
        ["a field that is not known", /^letterDocx:/m, "letterDox:", ["input.field.unknown", "input.field.missing"]],
        ["a comma that ends a text in brackets", /en: Ternlight \}/, "en: Ternlight, Ltd }", ["input.field.unknown"]],
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
    expect(Object.fromEntries(details)).toMatchObject({
        "all-routes": [],
        "english-mail": [{ label: "Officer identification number", value: "012345" }],
        "no-photos": [],
        "one-photo": [],
    })
})

test("internal information of the agency cannot be asked for by a profile", () => {
    const { issues } = parseRecipient("english-mail", GOOD.replace("officer.badgeNumber", "approval.approver"))
    expect(codes(issues)).toEqual([
        "request.profile.field-internal recipients/english-mail.yaml/items/2/leaves/0/fields/0",
    ])
})
