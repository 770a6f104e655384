import { describe, expect, test } from "vitest"
import { makeChecklist } from "../../../src/facts/checklist/checklist.ts"
import type { Material } from "../../../src/facts/checklist/material.ts"
import { openItems } from "../../../src/facts/checklist/open-items.ts"
import { type Officer, readOfficer } from "../../../src/facts/officer/officer.ts"
import { codes, file, sampleText } from "../../check.ts"
import { desk } from "../../desks.ts"

const RECIPIENT = desk()
const SAMPLE = sampleText("sample-officer", "officer.yaml")
const ALL: Material = {
    photos: new Set(["front", "back", "holding"]),
    sealedLetter: true,
    legalScans: 1,
    caseMaterials: true,
}

function officer(change: (text: string) => string = (text) => text): Officer {
    const reading = readOfficer("officer.yaml", file(change(SAMPLE)))
    if (reading.officer === undefined) throw new Error(codes(reading.issues).join())
    return reading.officer
}
const without = (line: RegExp) => (text: string) => {
    expect(text).toMatch(line)
    return text.replace(line, "")
}

test("the sample has eight items, fourteen leaves, five conditions, and may be sent", () => {
    const list = makeChecklist(RECIPIENT, officer(), ALL)
    expect([list.itemsDone, list.items.length, list.leavesDone, list.leavesTotal, list.conditionsMet]).toEqual([
        8, 8, 14, 14, 5,
    ])
    expect(list.conclusion).toBe("send")
    expect(list.items[0]?.leaves[0]?.state).toBe("identity-mail")
})

describe("images of the police ID", () => {
    test.each([
        ["without approval", without(/^identityApproval:.*\n/m), ["identity-approval"]],
        ["without assessment", without(/^exportAssessment:.*\n/m), ["export-assessment"]],
        ["without either result or reason", without(/, result: [^}]*/), ["export-result"]],
    ] as const)("%s stay where they are; the five conditions stay five", (_, change, lacks) => {
        const list = makeChecklist(RECIPIENT, officer(change), ALL)
        expect(list.identityLacks).toEqual(lacks)
        expect([list.conclusion, list.conditionsMet, list.conditions.length]).toEqual(["no-identity-images", 5, 5])
        const photos = list.items.flatMap(({ leaves }) => leaves).filter(({ kind }) => kind === "photo")
        expect(photos.map(({ state, releaseLacks }) => [state, releaseLacks])).toEqual(
            photos.map(() => ["prepared", lacks]),
        )
        expect(openItems(list, "officer.yaml").map(({ code, severity }) => [code, severity])).toEqual([
            ["request.identity.withheld", "warning"],
        ])
    })

    test("are not waited for while their release lacks something", () => {
        const list = makeChecklist(RECIPIENT, officer(without(/^identityApproval:.*\n/m)), {
            ...ALL,
            photos: new Set(),
        })
        expect(list.conclusion).toBe("no-identity-images")
    })

    test("a reason why no assessment is needed is as good as its result", () => {
        const change = (text: string) => text.replace("result: 样例：已评估，同意提供", "notApplicable: 样例")
        expect(makeChecklist(RECIPIENT, officer(change), ALL).identityLacks).toEqual([])
    })

    test("are not needed where the desk takes a letter, nor is anybody's approval", () => {
        const change = (text: string) =>
            `${without(/^identityApproval:.*\n/m)(text)}\nidentityReplaced: {by: 甲, on: 2026-11-20, how: 复信同意}\n`
        const list = makeChecklist(RECIPIENT, officer(change), { ...ALL, photos: new Set() })
        const photos = list.items.flatMap(({ leaves }) => leaves).filter(({ kind }) => kind === "photo")
        expect(photos.map(({ state }) => state)).toEqual(photos.map(() => "not-needed"))
        expect([list.conclusion, list.itemsDone, list.conditionsMet, list.identityLacks]).toEqual(["send", 8, 5, []])
    })
})

test("a channel whose way of verification was not chosen is not verified", () => {
    const list = makeChecklist(RECIPIENT, officer(without(/^ {2}way:.*\n/m)), ALL)
    expect(list.conditions.find(({ id }) => id === "channel")).toMatchObject({ met: false, lacking: ["way"] })
    expect(list.conclusion).toBe("ask-channel")
})

test("what the program cannot tell is never done, whatever is there, and stops nothing", () => {
    const byHand = { id: "notary", zh: "公证书", byHand: "yes" } as const
    const [first, ...others] = RECIPIENT.items
    if (first === undefined) throw new Error("the desk asks for nothing")
    const items = [{ ...first, leaves: [...first.leaves, byHand] }, ...others]
    const list = makeChecklist({ ...RECIPIENT, items }, officer(), ALL)
    expect(list.items[0]?.leaves[1]).toMatchObject({ id: "notary", kind: "by-hand", state: "by-hand", files: [] })
    expect([list.itemsDone, list.leavesDone, list.leavesTotal, list.conclusion]).toEqual([7, 14, 15, "send"])
})

test("an account that exists needs no images and no mailbox", () => {
    const change = (text: string) =>
        without(/mailboxAccepted:\n(?: {2}.*\n){3}/)(text).replace("route: email", "route: existing-account")
    const list = makeChecklist(RECIPIENT, officer(change), { ...ALL, photos: new Set() })
    expect(list.items[0]?.leaves[0]?.state).toBe("not-needed")
    expect(list.conclusion).toBe("send")
})

test("a mailbox of an accepted domain needs no word of the recipient", () => {
    const change = (text: string) =>
        without(/mailboxAccepted:\n(?: {2}.*\n){3}/)(text).replace("@gaj.shili.example", "@shili.gov.cn")
    expect(makeChecklist(RECIPIENT, officer(change), ALL).conditionsMet).toBe(5)
})

describe("officer data", () => {
    test("a form that is blank but for route and time is read, and everything is missing", () => {
        const form = sampleText("forms", "officer.yaml")
            .replace("{{completedAt}}", "2026-11-25 10:00 北京时间")
            .replace(/^route:/m, "route: portal")
        const reading = readOfficer("officer.yaml", file(form))
        expect(codes(reading.issues)).toEqual([])
        expect(reading.officer?.channelConfirmed).toBeUndefined()
    })
    test("the longest names are read: several parts, with points between them", () => {
        const form = SAMPLE.replace("surnameZh: 样", "surnameZh: 阿卜杜热西提")
            .replace("givenNameZh: 民警", "givenNameZh: ·阿卜杜克里木·买买提吐尔逊")
            .replace("surnamePinyin: Yang", "surnamePinyin: Abudurexiti")
            .replace("givenNamePinyin: Minjing", "givenNamePinyin: Abudukelimu Maimaitituerxun")
        const reading = readOfficer("officer.yaml", file(form))
        expect(codes(reading.issues)).toEqual([])
        expect(reading.officer?.officer?.givenNameZh).toBe("·阿卜杜克里木·买买提吐尔逊")
    })
    test.each([
        ["a fact of the case", "\nloss: {assets: []}", "request.fact.frozen officer.yaml/loss"],
        ["an unknown field", "\nagencyy: x", "input.field.unknown officer.yaml/agencyy"],
    ])("%s is refused", (_, addition, code) => {
        expect(codes(readOfficer("officer.yaml", file(SAMPLE + addition)).issues)).toEqual([code])
    })
    test.each([
        [
            "Chinese in an English field",
            "positionEn: Police Officer",
            "positionEn: 民警",
            "request.english.characters officer.yaml/officer/positionEn",
        ],
        [
            "Latin in a Chinese name",
            "surnameZh: 样",
            "surnameZh: Yang",
            "request.name.characters officer.yaml/officer/surnameZh",
        ],
        [
            "a period that ends before it begins",
            "from: 2023-03-20 16:00 Z",
            "from: 2023-03-22 16:00 Z",
            "request.period.order officer.yaml/request/period",
        ],
        [
            "a time without zone",
            "2026-11-25 15:30:00 +08:00",
            "2026-11-25 15:30:00",
            "input.time.zone-missing officer.yaml/completedAt",
        ],
    ])("%s is refused", (_, from, to, code) => {
        expect(SAMPLE).toContain(from)
        expect(codes(readOfficer("officer.yaml", file(SAMPLE.replace(from, to))).issues)).toEqual([code])
    })
})
