import { describe, expect, test } from "vitest"
import { numbersZh } from "../../../src/editions/officer/checklist.ts"
import { readCase } from "../../../src/facts/case/load.ts"
import { makeChecklist } from "../../../src/facts/checklist/checklist.ts"
import type { Material } from "../../../src/facts/checklist/material.ts"
import { openItems } from "../../../src/facts/checklist/open-items.ts"
import { checkType } from "../../../src/facts/checklist/type-gates.ts"
import { readOfficer } from "../../../src/facts/officer/officer.ts"
import { REQUEST_TYPE_IDS, REQUEST_TYPES, type RequestTypeId } from "../../../src/facts/officer/request-types.data.ts"
import { messageOf } from "../../../src/messages/index.ts"
import { codes, file } from "../../check.ts"
import { desk, deskCase } from "../../desks.ts"
import { officerOfType } from "../../request-types.ts"

/** The gates of every kind of request, and the table that they stand in. */

const RECIPIENT = desk()
const CASE = readCase("case.yaml", file(deskCase())).loaded?.case
const OTHER = (text: string): string | undefined => (text.includes("Otherex") ? "Otherex" : undefined)

/** What is found with the sample's officer data as a request of a kind, changed. */
function gates(type: RequestTypeId, change: (text: string) => string = (text) => text, facts = CASE) {
    const { officer, issues } = readOfficer("officer.yaml", file(change(officerOfType(type, RECIPIENT.name.en))))
    if (officer === undefined || facts === undefined) throw new Error(codes(issues).join())
    return { officer, found: checkType("officer.yaml", officer, RECIPIENT, facts, OTHER) }
}
const replaced = (from: string | RegExp, to: string) => (text: string) => {
    const after = text.replace(from, to)
    expect(after).not.toBe(text)
    return after
}
const MATERIAL: Material = {
    photos: new Set(["front", "back", "holding"]),
    sealedLetter: true,
    legalScans: 1,
    caseMaterials: true,
}

test.each(REQUEST_TYPE_IDS)("%s passes with all that its row asks, and may be sent", (type) => {
    const { officer, found } = gates(type)
    expect(codes(found.filter(({ severity }) => severity === "error"))).toEqual([])
    expect(makeChecklist(RECIPIENT, officer, MATERIAL).conclusion).toBe("send")
})

const ASKED = REQUEST_TYPE_IDS.flatMap((type) =>
    REQUEST_TYPES[type].asks
        .filter((one) => !one.includes("request.emergency.danger"))
        .map((one) => [type, one.join(" or "), one] as const),
)
test.each(ASKED)("%s is refused without %s", (type, _, fields) => {
    const { officer, found } = gates(type)
    const less = structuredClone(officer) as unknown as Record<string, unknown>
    for (const field of fields) {
        const keys = field.split(".")
        const last = keys.pop() ?? ""
        const holder = keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], less)
        if (typeof holder === "object" && holder !== null) delete (holder as Record<string, unknown>)[last]
    }
    if (CASE === undefined) throw new Error("no case")
    const now = checkType("officer.yaml", less as unknown as typeof officer, RECIPIENT, CASE, OTHER)
    expect(now.length).toBe(found.length + 1)
    const place = `officer.yaml/${(fields[0] ?? "").replaceAll(".", "/")}`
    expect(codes(now)).toContain(`request.type.incomplete ${place}`)
    expect(now.find(({ code }) => code === "request.type.incomplete")?.severity).toBe("error")
})

describe("before a case is filed", () => {
    test.each(["accepted", "verification"])("%s: as the table says", (stage) => {
        const before = (text: string): string => text.replace(/^ {2}stage: .*/m, `  stage: ${stage}`)
        const said = REQUEST_TYPE_IDS.map((type) => {
            const of = gates(type, before).found.filter(({ path }) => path.includes("stage"))
            return [type, ...of.map(({ code, severity }) => `${severity} ${code}`)]
        })
        expect(said).toEqual([
            ["disclosure"],
            ["preservation", "warning request.type.unregulated"],
            ["data-freeze", "warning request.type.unregulated"],
            ["freeze", "error request.type.not-filed"],
            ["follow-up"],
            ["emergency"],
        ])
    })
    test("a freeze is refused too where the stage is blank", () => {
        expect(codes(gates("freeze", replaced(/^ {2}stage: .*\n/m, "")).found)).toEqual([
            "request.type.not-filed officer.yaml/investigation/stage",
        ])
    })
})

describe("who approves, and what the numbers say", () => {
    const of = (type: RequestTypeId, change?: (text: string) => string) =>
        makeChecklist(RECIPIENT, gates(type, change).officer, MATERIAL)
    test.each(["data-freeze", "freeze"] as const)("%s needs the head of the county agency", (type) => {
        const list = of(type, replaced(/^ {2}countyHead: .*\n/m, ""))
        expect(list.conclusion).toBe("stop")
        expect(openItems(list, "officer.yaml")).toMatchObject([
            { severity: "error", params: { condition: "approval", lacking: "county-head" } },
        ])
    })
    test.each(["preservation", "follow-up", "emergency"] as const)("%s that of the department", (type) => {
        const list = of(type, replaced(/^ {2}approver: .*\n/m, ""))
        expect(openItems(list, "officer.yaml")).toMatchObject([
            { params: { condition: "approval", lacking: "approver" } },
        ])
    })
    test("numbers of every kind; where items are not asked none is counted", () => {
        expect(REQUEST_TYPE_IDS.map((type) => [type, ...Object.values(numbersZh(of(type)))])).toEqual([
            ["disclosure", "八项信息 8/8", "发送条件 5/5"],
            ["preservation", "八项信息 不适用", "发送条件 3/3"],
            ["data-freeze", "八项信息 8/8", "发送条件 5/5"],
            ["freeze", "八项信息 8/8", "发送条件 5/5"],
            ["follow-up", "八项信息 不适用", "发送条件 4/4"],
            ["emergency", "八项信息 8/8", "发送条件 5/5"],
        ])
        const { officer } = gates("preservation")
        const fewer = { ...RECIPIENT, items: RECIPIENT.items.slice(1) }
        expect(numbersZh(makeChecklist(fewer, officer, MATERIAL)).items).toBe("所需信息 不适用")
    })
    test("a kind without photos waits for none; what the letter needs is waited for all the same", () => {
        const none = { ...MATERIAL, photos: new Set<never>() }
        const { officer } = gates("preservation")
        expect(makeChecklist(RECIPIENT, officer, none).conclusion).toBe("send")
        const blank = { ...officer, agency: { ...officer.agency, nameEn: undefined } } as typeof officer
        expect(makeChecklist(RECIPIENT, blank, none).conclusion).toBe("stop")
    })
})

describe("an emergency", () => {
    test.each([
        ["denied", replaced('danger: "yes"', 'danger: "no"')],
        ["left blank", replaced('danger: "yes", ', "")],
        ["not spoken of at all", replaced(/^ {2}emergency: .*\n/m, "")],
    ])("with the danger %s is explained away, and nothing else is asked of it", (_, change) => {
        const { found } = gates("emergency", change)
        expect(codes(found)).toEqual(["request.emergency.none officer.yaml/request/emergency/danger"])
        const [only] = found
        const said = only === undefined ? undefined : messageOf(only, "zh-CN")
        expect(said?.message).toContain("已经结束的盗窃")
        expect(said?.hint).toContain("先提保全")
        expect(only === undefined ? "" : messageOf(only, "en").message).toContain(
            "a theft or fraud that is over is none",
        )
    })
})

describe("what is to be frozen", () => {
    test("is refused where somebody else than the desk named it", () => {
        const { found } = gates("freeze", replaced(/who: [^,]*/, "who: 某链上分析公司"))
        expect(codes(found)).toEqual(["request.freeze.confirmed-by officer.yaml/request/freeze/confirmedBy/who"])
    })
    test("rests on its own instrument", () => {
        for (const type of ["freeze", "data-freeze"] as const) {
            const { found } = gates(type, replaced(/nameZh: 协助冻结.*/, "nameZh: 调取证据通知书"))
            expect(codes(found.filter(({ severity }) => severity === "error"))).toEqual([
                "request.type.instrument officer.yaml/instrument/nameZh",
            ])
        }
        const short = gates("data-freeze", replaced("协助冻结电子数据通知书", "协助冻结通知书")).found
        expect(short.filter(({ severity }) => severity === "error")).toEqual([])
    })
})

describe("an identifier of another platform", () => {
    const target = (more: string) => (text: string) =>
        text
            .replace(/^ {2}targets:\n( {4}.*\n)+/m, "")
            .replace(
                /^ {2}type: .*\n/m,
                `$&  targets: [{kind: address, value: TAddressElsewhere1234567890, role: suspect, source: trace${more}}]\n`,
            )
    test.each(REQUEST_TYPE_IDS)("%s: is refused where the officer says so", (type) => {
        const errors = (change: (text: string) => string) =>
            codes(gates(type, change).found.filter(({ severity }) => severity === "error"))
        expect(errors(target(", platform: Otherex"))).toEqual([
            "request.target.other-platform officer.yaml/request/targets/0/value",
        ])
        expect(errors(target(""))).toEqual([])
        expect(errors(target(`, platform: ${RECIPIENT.name.en}`))).toEqual([])
    })
    test("or where the case names it with another desk", () => {
        if (CASE === undefined) throw new Error("no case")
        const [transfer] = CASE.transfers ?? []
        if (transfer === undefined) throw new Error("no transfer")
        const moved = { ...CASE, transfers: [{ ...transfer, to: "Otherex 充值地址 TAddressElsewhere1234567890" }] }
        const { found } = gates("preservation", target(""), moved)
        expect(codes(found)).toContain("request.target.other-platform officer.yaml/request/targets/0/value")
        const away = { ...CASE, account: { ...CASE.account, exchange: "Otherex", uid: "880012345" } }
        expect(codes(gates("freeze", undefined, away).found)).toEqual([
            "request.target.other-platform officer.yaml/request/freeze/value",
        ])
    })
})

test("what is filled in for another kind is said not to be used", () => {
    const { found } = gates("disclosure", replaced(/^ {2}type: .*\n/m, "$&  preservation: {days: 90}\n"))
    expect(found).toMatchObject([{ code: "request.type.other-fields", severity: "warning" }])
})

test("more days than the desk names are asked about", () => {
    const term = { ...RECIPIENT.preservation, term: { count: 60, unit: "days" } } as typeof RECIPIENT.preservation
    const { officer } = gates("preservation")
    if (CASE === undefined) throw new Error("no case")
    const found = checkType("officer.yaml", officer, { ...RECIPIENT, preservation: term }, CASE, OTHER)
    expect(found.find(({ code }) => code === "request.preservation.long")?.params).toEqual({ days: 90, term: 60 })
})

describe("the table", () => {
    const rows = Object.entries(REQUEST_TYPES)
    test.each(rows)("%s: every statement has source, grade and day, in both languages", (_, { channel, explains }) => {
        expect(explains.length).toBeGreaterThan(0)
        for (const { says, source, grade, readOn } of [channel, ...explains]) {
            for (const text of [says["zh-CN"], says.en, source["zh-CN"], source.en]) expect(text).toMatch(/.{4}/)
            expect(grade).toMatch(/^[ABCD]$/)
            expect(readOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
            // Nobody has opened an official page: an article is quoted from a copy.
            if (/第.+条|articles? \d/.test(source["zh-CN"] + source.en)) expect(grade).not.toBe("A")
        }
    })
    test("consent is not proposed where the account that is asked about is not the victim's", () => {
        const { officer } = gates("disclosure")
        const proposed = (consentHelps: boolean) =>
            makeChecklist(RECIPIENT, officer, { ...MATERIAL, consentHelps }).suggestions.map(({ id }) => id)
        expect(proposed(true)).toContain("consent")
        expect(proposed(false)).not.toContain("consent")
    })
    test("consent goes with disclosure alone, pictures and losses too", () => {
        expect(rows.filter(([, { consent }]) => consent).map(([id]) => id)).toEqual(["disclosure"])
        expect(rows.filter(([, { narrative }]) => narrative === "whole").map(([id]) => id)).toEqual(["disclosure"])
    })
    test("titles and words are distinct", () => {
        for (const lang of ["zh-CN", "en"] as const) {
            expect(new Set(rows.map(([, { title }]) => title[lang])).size).toBe(rows.length)
            expect(new Set(rows.map(([, { words }]) => words[lang])).size).toBe(rows.length)
        }
    })
})
