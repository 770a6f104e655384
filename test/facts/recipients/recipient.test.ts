import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { LANGS } from "../../../src/base/lang.ts"
import { furtherDetails } from "../../../src/facts/checklist/recipient-details.ts"
import { recipientNotes } from "../../../src/facts/checklist/recipient-notes.ts"
import { type Officer, readOfficer } from "../../../src/facts/officer/officer.ts"
import { parseRecipient, photosAsked, readRecipient } from "../../../src/facts/recipients/recipient.ts"
import { factsOf } from "../../../src/facts/recipients/recipient-check.ts"
import type { Recipient } from "../../../src/facts/recipients/recipient-schema.ts"
import { messageOf } from "../../../src/messages/index.ts"
import { codes, file, ROOT, sampleText } from "../../check.ts"

const IDS = readdirSync(join(ROOT, "assets", "recipients")).map((name) => name.replace(".yaml", ""))
const profileOf = (id: string): Recipient => readRecipient(id, sampleText("recipients", `${id}.yaml`))

test("there are four desks, one of them with all three routes, three stages and eight steps to verify the account", () => {
    expect(IDS).toEqual(["binance-cn", "kucoin", "mexc", "okx"])
    const { routes } = profileOf("binance-cn")
    expect(Object.keys(routes)).toEqual(["existing-account", "portal", "email"])
    expect(routes.portal?.stages?.map(({ en: name }) => name)).toEqual([
        "identity verification",
        "request",
        "ticket and follow-up",
    ])
    expect(routes.portal?.steps?.filter(({ stage }) => stage === routes.portal?.stages?.[0]?.zh)).toHaveLength(8)
})

describe.each(IDS)("profile %s", (id) => {
    const profile = profileOf(id)
    const facts = factsOf(profile)

    test("has a source in both languages for every fact, and nobody's verification is invented", () => {
        expect(facts.length).toBeGreaterThan(10)
        for (const { keys, fact } of facts) {
            expect(fact.sourceEn, keys.join(".")).toBeDefined()
            expect(fact.verifiedOn, keys.join(".")).toBeUndefined()
        }
    })
    test("names the page of what it calls official, and links to no mirror", () => {
        for (const { keys, fact } of facts) {
            if (fact.grade === "A") expect(fact.url, keys.join(".")).toMatch(/^https:/)
            if (fact.grade === "C") expect(fact.url, keys.join(".")).toBeUndefined()
        }
    })
    test("says no source is newer than the profile", () => {
        for (const { fact } of facts) expect((fact.reportedOn ?? "") <= profile.compiledOn).toBe(true)
    })
    test("has English for all that English readers see", () => {
        const steps = Object.values(profile.routes).flatMap((route) => route.steps ?? [])
        for (const { zh, en: english } of [...steps, ...profile.items.flatMap(({ leaves }) => leaves)])
            expect(english, zh).toBeDefined()
    })
})

test("the desks differ in data: items, photographs, languages, forms, freeze", () => {
    const shape = (id: string) => {
        const { items, languages, identifierFormats, freeze, routes } = profileOf(id)
        return [
            items.length,
            items.flatMap(({ leaves }) => leaves).length,
            photosAsked(profileOf(id)).join(),
            languages.accepted.join(),
            identifierFormats.refused?.join(),
            freeze !== undefined,
            Object.keys(routes).length,
        ]
    }
    expect(Object.fromEntries(IDS.map((id) => [id, shape(id)]))).toEqual({
        "binance-cn": [8, 14, "front,back,holding", "en,zh-CN", undefined, true, 3],
        kucoin: [5, 8, "", "en", "pdf", true, 1],
        mexc: [4, 7, "", "zh-CN,en", undefined, true, 2],
        okx: [6, 8, "front", "en,zh-CN", undefined, false, 3],
    })
})

test("no code and no template names a recipient", () => {
    const names = new RegExp(
        IDS.flatMap((id) => {
            const { name, identityReceivers } = profileOf(id)
            return [id, name.en, ...name.zh.split(/[（）]/), ...identityReceivers.en.split(" and ")]
        })
            .filter((name) => name !== "")
            .map((name) => `(?<![A-Za-z])${name}(?![A-Za-z])`)
            .join("|"),
        "i",
    )
    expect("Binance").toMatch(names)
    expect("binance-cn").toMatch(names)
    for (const folder of ["src", "templates"])
        for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })) {
            if (!/\.(?:ts|hbs)$/.test(name) || name.endsWith(".data.ts")) continue
            const lines = readFileSync(join(ROOT, folder, name), "utf8").split("\n")
            // Comments may give an example; the case's default recipient is the one name there is.
            const named = lines.filter((line) => !/^\s*(?:\/\*\*|\*|\/\/)/.test(line) && names.test(line))
            const allowed = name.endsWith("schema.ts") ? ['    recipient: z.string().default("binance-cn"),'] : []
            expect(named, name).toEqual(allowed.filter((line) => named.includes(line)))
        }
})

const GOOD = sampleText("recipients", "kucoin.yaml")

describe("a damaged profile says what is wrong and on which line", () => {
    test.each([
        ["a field that is not known", /^letterDocx:/m, "letterDox:", ["input.field.unknown", "input.field.missing"]],
        ["a fact without a source", /^ {2}source: KuCoin 执法请求指南（转载）：文件.*\n/m, "", ["input.field.missing"]],
        ["a grade that is none", /grade: B/, "grade: E", ["input.value.not-allowed"]],
        ["a date that is none", /compiledOn: "2026-11-21"/, 'compiledOn: "2026-13-21"', ["request.profile.date"]],
        ["a day that is not in the month", /compiledOn: .*/, "compiledOn: 2023-02-30", ["request.profile.date"]],
        ["null for a blank date", /verifiedOn: ""/, "verifiedOn: null", ["request.profile.date"]],
        ["bytes with a unit", /fileBytes: "10000000"/, "fileBytes: 10 MB", ["request.profile.number"]],
        ["Chinese where the letter is English", /en: KuCoin$/m, "en: 库币", ["request.english.characters"]],
        ["a mailbox that is none", /address: rbenquiries@/, "address: rbenquiries at ", ["request.profile.address"]],
        [
            "a field that officer data do not have",
            /officer\.badgeNumber/,
            "officer.badgeNo",
            ["request.profile.field-unknown"],
        ],
        ["a leaf of no kind", /, fields: \[officer\.email\]/, "", ["request.profile.leaf-kind"]],
        ["an id used twice", /id: surname,/, "id: given-name,", ["request.profile.id-twice"]],
        ["no case materials", /materials: "yes"/, "fields: [agency.nameZh]", ["request.profile.no-materials"]],
        ["no route", /^routes:[\s\S]*?(?=^officialMail:)/m, "routes: {}\n", ["request.profile.no-route"]],
        ["an id unlike its file's name", /^id: kucoin/m, "id: other-desk", ["request.recipient.id"]],
        ["broken YAML", /^items:/m, "items: [", ["input.yaml.syntax"]],
    ])("%s", (_, from, to, expected) => {
        expect(GOOD).toMatch(from)
        const { recipient, issues } = parseRecipient("kucoin", GOOD.replace(from, to), "desks/kucoin.yaml")
        expect(recipient).toBeUndefined()
        expect([...new Set(issues.map(({ code }) => code))]).toEqual(expect.arrayContaining(expected))
        for (const found of issues) {
            expect(String(found.path[0])).toMatch(/^desks\/kucoin\.yaml(?::\d+)?$/)
            for (const lang of LANGS) expect(JSON.stringify(messageOf(found, lang))).not.toMatch(/undefined|\{\{/)
        }
    })

    test("names the line of the fault", () => {
        const line = GOOD.split("\n").findIndex((text) => text.includes("badgeNumber")) + 1
        const { issues } = parseRecipient("kucoin", GOOD.replace("officer.badgeNumber", "officer.badgeNo"))
        expect(issues.map(({ path }) => path)).toEqual([
            [`recipients/kucoin.yaml:${String(line)}`, "items", 2, "leaves", 0, "fields", 0],
        ])
        expect(issues[0]?.params).toEqual({ found: "officer.badgeNo", proposed: "officer.badgeNumber" })
    })

    test("finds steps that name a detail or a stage which is not there", () => {
        const text = sampleText("recipients", "mexc.yaml")
            .replace("leaves: [case-materials] }", "leaves: [case-material] }")
            .replace("stage: 编号与跟进, zh: 记录", "stage: 跟进, zh: 记录")
        expect(codes(parseRecipient("mexc", text).issues)).toEqual([
            "request.profile.leaf-unknown recipients/mexc.yaml/routes/portal/steps/2/leaves/0",
            "request.profile.stage-unknown recipients/mexc.yaml/routes/portal/steps/3/stage",
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
        ["binance-cn", told],
        ["kucoin", []],
        ["mexc", told],
        ["okx", []],
    ])("%s: users that are told of a request", (id, expected) => {
        expect(notes(profileOf(id))).toEqual(expected)
    })
    test("nothing where the officer asks that they are not told", () => {
        const until = { local: "2023-08-01", zone: "+08:00" } as unknown as Officer["completedAt"]
        const withholdNotice = { until, reasonZh: "侦查需要", reasonEn: "the inquiry is open" }
        expect(notes(profileOf("binance-cn"), { withholdNotice })).toEqual([])
    })
    test("a desk that takes identifiers in a form which no request has", () => {
        const profile = readRecipient("okx", sampleText("recipients", "okx.yaml").replace("[text, xlsx, pdf]", "[csv]"))
        expect(notes(profile)).toEqual(["warning request.profile.identifier-form"])
    })
})

test("a badge number goes out where the profile asks for it, and nowhere else", () => {
    const text = sampleText("sample-officer", "officer.yaml").replace(
        /^ {2}phoneType: .*/m,
        '  phoneType: landline\n  badgeNumber: "012345"',
    )
    const { officer, issues } = readOfficer("officer.yaml", file(text))
    if (officer === undefined) throw new Error(codes(issues).join())
    const details = IDS.map((id) => [id, furtherDetails(profileOf(id), officer)])
    expect(Object.fromEntries(details)).toEqual({
        "binance-cn": [],
        kucoin: [{ label: "Badge number", value: "012345" }],
        mexc: [],
        okx: [],
    })
})

test("internal information of the agency can not be asked for by a profile", () => {
    const { issues } = parseRecipient("kucoin", GOOD.replace("officer.badgeNumber", "approval.approver"))
    expect(codes(issues)).toEqual(["request.profile.field-internal recipients/kucoin.yaml/items/2/leaves/0/fields/0"])
})
