import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { LANGS } from "../../../src/base/lang.ts"
import { type Address, findAddresses, profileAddresses, splitHost } from "../../../src/facts/addresses/addresses.ts"
import { inventedIn } from "../../../src/facts/addresses/invented.ts"
import { resembles } from "../../../src/facts/addresses/look-alike.ts"
import { caseSchema } from "../../../src/facts/case/schema.ts"
import { makeChecklist } from "../../../src/facts/checklist/checklist.ts"
import { validateOfficer } from "../../../src/facts/checklist/officer-check.ts"
import { readOfficer } from "../../../src/facts/officer/officer.ts"
import { knownAddresses } from "../../../src/facts/recipients/known-addresses.ts"
import { otherDeskIn } from "../../../src/facts/recipients/platform.ts"
import { factsOf } from "../../../src/facts/recipients/profile-facts.ts"
import { findRecipient, parseRecipient, photosAsked } from "../../../src/facts/recipients/recipient.ts"
import type { RouteId } from "../../../src/facts/recipients/recipient-schema.ts"
import { profileSections } from "../../../src/flows/officer/desk-profile.ts"
import { messageOf } from "../../../src/messages/index.ts"
import { nodeHost } from "../../../src/node/host.ts"
import { codes, file, ROOT, sampleText } from "../../check.ts"
import { ABSENT, absent, ENTRIES, namesOf, SHIPPED, sampleDesk, shipped } from "../../desks.ts"

/** Rules for every desk that ships. What one desk asks for is data, and stands in no test. */

/** The sample's officer, who also gives the details that only some desks ask for. */
const FULL_OFFICER = sampleText("sample-officer", "officer.yaml").replace(
    /^ {2}phoneType: .*/m,
    '  phoneType: landline\n  badgeNumber: "012345"',
)

const HOST = nodeHost()

test("the folder holds profiles and what is said of them", () => {
    expect(SHIPPED.length).toBeGreaterThan(0)
    const there = readdirSync(join(ROOT, "assets", "recipients")).sort()
    expect(there).toEqual(["README.md", ...ENTRIES.map((id) => `${id}.yaml`)])
})

describe.each(SHIPPED)("profile %s", (id) => {
    const { recipient, issues } = parseRecipient(id, sampleText("recipients", `${id}.yaml`))
    if (recipient === undefined) throw new Error(codes(issues).join("\n"))
    const profile = recipient
    const facts = factsOf(profile)

    test("is read without a finding", () => {
        expect(codes(issues)).toEqual([])
    })
    test("says what is noted of its items in English too, in the page's checklist and in a profile that is shown", () => {
        const told = profileSections(profile, "en").flatMap(({ lines }) => lines)
        for (const { id: item, noteEn } of profile.items) {
            expect(noteEn, item).toBeDefined()
            expect(told.join("\n")).toContain(`(${noteEn ?? ""})`)
        }
    })
    test("has a source in both languages for every fact, none newer than the profile, verified after it was said", () => {
        expect(facts.length).toBeGreaterThan(10)
        for (const { keys, fact } of facts) {
            const { sourceEn, reportedOn = "", verifiedOn } = fact
            expect(sourceEn, keys.join(".")).toBeDefined()
            expect(reportedOn <= profile.compiledOn, keys.join(".")).toBe(true)
            expect(verifiedOn === undefined || verifiedOn >= reportedOn, keys.join(".")).toBe(true)
        }
    })
    test("names the page of what it calls official, and links to no mirror", () => {
        for (const { keys, fact } of facts) {
            if (fact.grade === "A") expect(fact.url, keys.join(".")).toMatch(/^https:/)
            if (fact.grade === "C") expect(fact.url, keys.join(".")).toBeUndefined()
        }
    })
    test("has dates that are whole days, months or years", () => {
        const dates = facts.flatMap(({ fact }) => [fact.reportedOn, fact.verifiedOn])
        for (const day of [profile.compiledOn, ...dates.filter((one) => one !== undefined)])
            expect(day).toMatch(/^20\d\d(?:-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?)?$/)
        expect(profile.compiledOn).toHaveLength(10)
    })
    test("has English for all that English readers see", () => {
        const steps = Object.values(profile.routes).flatMap((route) => route.steps ?? [])
        for (const { zh, en } of [...steps, ...profile.items.flatMap(({ leaves }) => leaves)])
            expect(en, zh).toBeDefined()
    })
    test("names in its steps stages and details that there are, each detail once", () => {
        const known = profile.items.flatMap(({ leaves }) => leaves.map((leaf) => leaf.id))
        for (const { steps = [], stages = [] } of Object.values(profile.routes)) {
            for (const { stage } of steps) expect(stages.map(({ zh }) => zh)).toContain(stage)
            const named = steps.flatMap(({ leaves = [] }) => leaves)
            for (const leaf of named) expect(known).toContain(leaf)
            expect(new Set(named).size).toBe(named.length)
        }
    })
    test("names photos where a route asks for images, and none where no route does", () => {
        const wanted = Object.values(profile.routes).some(({ identityImages }) => identityImages === "yes")
        expect(wanted).toBe(photosAsked(profile).length > 0)
    })
    test("has addresses that are addresses, each one alone in its place", () => {
        const { routes, officialPage, otherPages = [], followUp, questions } = profile
        const given = [...Object.values(routes), officialPage, ...otherPages, followUp, questions].map(
            (one) => one?.address,
        )
        for (const address of given.filter((one) => one !== undefined)) {
            expect(address).toMatch(/^[\x21-\x7E]+$/)
            expect(findAddresses(address), address).toHaveLength(1)
        }
        expect(profileAddresses(profile)).toHaveLength(given.filter((one) => one !== undefined).length)
    })
    test("gives the same addresses and names whether it was read with the program or is read now", () => {
        const made = { ...HOST, made: () => profile }
        const { made: _, ...read } = HOST
        const [one, other] = [made, read].map((host) => {
            const own = { ...host, recipients: [id] }
            const nowhere = { ...profile, name: { zh: "无此所", en: "Nowhere" } }
            return [knownAddresses(own), otherDeskIn(own, profile.name.en, nowhere)]
        })
        expect(one).toEqual(other)
        expect(one?.[1]).toBe(profile.name.zh)
    })
    test("names the page on which the desk tells police how to write to it, or a portal or form of its own", () => {
        const { officialPage, routes } = profile
        expect(officialPage?.address ?? routes.portal?.address).toMatch(/^https:/)
    })
    test("lists no address that public lists invented", () => {
        const invented = facts.flatMap(({ fact }) => inventedIn(JSON.stringify(fact)))
        expect([invented, inventedIn(sampleText("recipients", `${id}.yaml`))]).toEqual([[], []])
    })
    test("says for every further reading what it says, from where and how far to trust it", () => {
        for (const { keys, fact } of facts)
            for (const reading of fact.readings ?? []) {
                expect([reading.zh, reading.en, reading.source, reading.sourceEn], keys.join(".")).not.toContain(
                    undefined,
                )
                expect(reading.source, keys.join(".")).not.toBe(fact.source)
            }
    })
    test.each(Object.keys(profile.routes) as RouteId[])("takes the sample by %s", async (route) => {
        const { officer, data } = readOfficer(
            "officer.yaml",
            file(FULL_OFFICER.replace(/^route: .*/m, `route: ${route}`)),
        )
        if (officer === undefined) throw new Error("the sample officer is not right")
        const found = await validateOfficer("officer.yaml", officer, data, profile, profileAddresses(profile), [])
        expect(codes(found)).toEqual([])
        const material = { sealedLetter: true, legalScans: 1, caseMaterials: true }
        const list = makeChecklist(profile, officer, { ...material, photos: new Set(photosAsked(profile)) }, found)
        const open = list.items.flatMap(({ leaves }) => leaves).filter(({ state }) => state === "missing")
        expect([open.map((leaf) => leaf.id), list.conclusion]).toEqual([[], "send"])
    })
})

describe.each(ABSENT)("profile %s, without a channel", (id) => {
    const desk = absent(id)

    test("gives a reason with source and date in both languages, and no address at all", () => {
        const facts = factsOf(desk)
        for (const { keys, fact } of facts) {
            expect([fact.sourceEn, ...keys], keys.join(".")).not.toContain(undefined)
            if (fact.grade === "A") expect(fact.url, keys.join(".")).toMatch(/^https:/)
        }
        expect(desk.reason.reportedOn).toMatch(/^20\d\d/)
        for (const { en } of [
            desk.reason,
            ...(desk.notes ?? []),
            ...(desk.instead === undefined ? [] : [desk.instead]),
        ])
            expect(en).toBeDefined()
        expect(profileAddresses(desk)).toEqual([])
        expect(sampleText("recipients", `${id}.yaml`)).not.toMatch(/@/)
    })
    test("is refused with the reason and what to do instead, in each language", () => {
        const host = nodeHost()
        const { recipient, issues } = findRecipient(host, id, ["officer.yaml", "recipient"])
        expect([recipient, codes(issues)]).toEqual([undefined, ["request.recipient.no-channel officer.yaml/recipient"]])
        for (const found of issues)
            for (const lang of LANGS) {
                const { message, hint } = messageOf(found, lang)
                expect(message).toContain(lang === "en" ? desk.reason.en : desk.reason.zh)
                expect(hint).toContain("--recipients")
            }
    })
})

test("no address of one desk looks like one of another", () => {
    const known = SHIPPED.map((id): readonly [string, readonly Address[]] => [id, profileAddresses(shipped(id))])
    const imitations = known.flatMap(([id, own]) =>
        known
            .filter(([other]) => other !== id)
            .flatMap(([other, theirs]) => {
                // One platform receives for several desks, and a desk has more than one host.
                const domains = new Set(theirs.map(({ host }) => splitHost(host).domain))
                return own
                    .filter(({ host }) => !domains.has(splitHost(host).domain))
                    .map((address) => ({ id, other, found: address.found, like: resembles(address, theirs) }))
                    .filter(({ like }) => like !== undefined)
            }),
    )
    expect(imitations).toEqual([])
})

test("no two desks have one name", () => {
    const desks = [...SHIPPED.map(shipped), ...ABSENT.map(absent)]
    const names = desks.flatMap(({ name: { zh, en, others = [] } }) => [...new Set([zh, en, ...others])])
    expect(new Set(names).size).toBe(names.length)
})

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

test("no code and no template names a recipient", () => {
    const own = [
        ...SHIPPED.map(shipped),
        ...ABSENT.map(absent).filter(({ nameFrom }) => nameFrom === undefined),
    ].flatMap(namesOf)
    // Names that are ordinary words are looked for as they are written: code has gates and circles of its own.
    const isWord = (name: string): boolean => ["gate", "circle"].includes(name.toLowerCase())
    const anyOf = (some: readonly string[], flags: string): RegExp =>
        new RegExp(some.map((name) => `(?<![A-Za-z])${literal(name)}(?![A-Za-z])`).join("|"), flags)
    const names = anyOf(
        own.filter((name) => !isWord(name)),
        "i",
    )
    const words = anyOf(
        own.filter((name) => isWord(name) && /^[A-Z]/.test(name)),
        "",
    )
    for (const name of own.filter((one) => !isWord(one))) expect(`for ${name}: `).toMatch(names)
    expect(["a Gate", "the gate"].map((line) => words.test(line))).toEqual([true, false])
    const fallback = caseSchema.shape.recipient.parse(undefined)
    expect(SHIPPED).toContain(fallback)
    for (const folder of ["src", "templates"])
        for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })) {
            // Formats of export files are those of exchanges, whoever a request goes to.
            if (name.includes("ledger/formats/") || !/\.(?:ts|hbs)$/.test(name) || name.endsWith(".data.ts")) continue
            const lines = readFileSync(join(ROOT, folder, name), "utf8").split("\n")
            // Comments may give an example; whom most cases are about stands in `default-recipient.data.ts` alone.
            const named = lines.filter(
                (line) => !/^\s*(?:\/\*\*|\*|\/\/)/.test(line) && (names.test(line) || words.test(line)),
            )
            expect(named, name).toEqual([])
        }
})

test("the sample goes to a desk that ships, about an account there", () => {
    const { name } = sampleDesk()
    const exchange = /^ {2}exchange: (.+)$/m.exec(sampleText("sample-case", "case.yaml"))?.[1] ?? "none"
    expect([name.en, name.zh].join()).toContain(exchange)
})
