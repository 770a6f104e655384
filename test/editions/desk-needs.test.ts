import { expect, test } from "vitest"
import { checkDeskNeeds } from "../../src/editions/officer/desk-needs.ts"
import { readCase } from "../../src/facts/case/load.ts"
import { checkSelection } from "../../src/facts/checklist/selection.ts"
import { readOfficer } from "../../src/facts/officer/officer.ts"
import { messageOf } from "../../src/messages/index.ts"
import { codes, file, sampleText } from "../check.ts"
import { desk, deskCase } from "../desks.ts"

/** What a desk would write back for is a finding of the first step, at its cell; it stops nothing. */

const { loaded } = readCase("case.yaml", file(deskCase()))
const found = (change: (text: string) => string) => {
    const { officer } = readOfficer("officer.yaml", file(change(sampleText("sample-officer", "officer.yaml"))))
    if (officer === undefined || loaded === undefined) throw new Error("the changed sample is not right")
    return checkDeskNeeds("officer.yaml", loaded.case, desk(), officer)
}
const without = (lines: RegExp) => (text: string) => text.replace(lines, "")

test.each<[string, (text: string) => string, string]>([
    ["no stage", without(/^ {2}stage:.*\n/m), "sending.investigation.missing officer.yaml/investigation"],
    [
        "no offence in English",
        without(/^ {2}offenceEn:.*\n/m),
        "sending.investigation.missing officer.yaml/investigation",
    ],
    [
        "no law in Chinese",
        without(/^ {2}legalBasisZh:.*\n/m),
        "sending.investigation.missing officer.yaml/investigation",
    ],
    ["no day to answer by", without(/^ {2}replyBy:.*\n/m), "sending.reply-by.missing officer.yaml/request/replyBy"],
    [
        "a Chinese number without a rendering",
        without(/^ {2}caseNumberEn:.*\n/m),
        "sending.number.rendering officer.yaml/caseNumbers/caseNumberEn",
    ],
    [
        "a case that is filed, by no decision",
        (text) => text.replace("stage: accepted", "stage: filed"),
        "sending.investigation.no-filing officer.yaml/caseNumbers/filingNumber",
    ],
    ["no web site", without(/^ {2}website:.*\n/m), "sending.authenticate.nothing officer.yaml/agency/website"],
    [
        "a name for what the case has not",
        (text) => text.replace("fact: application", "fact: 198.51.100.99"),
        "sending.label.unknown officer.yaml/request/labels/0",
    ],
    [
        "a period for what is not asked",
        (text) => text.replace("    account-access: {", "    counterparty-identity: {"),
        "sending.period.group-unused officer.yaml/request/periods/counterparty-identity",
    ],
])("%s", (_, change, code) => {
    const issues = found(change)
    expect(codes(issues)).toEqual([code])
    expect(issues[0]?.severity).toBe("warning")
    for (const lang of ["zh-CN", "en"] as const) {
        const said = issues[0] === undefined ? undefined : messageOf(issues[0], lang)
        expect(said?.message).toMatch(/.{10}/)
        expect(said?.hint).toMatch(/.{8}/)
    }
})

test("a decision to file beside another stage would be told on the same page as that stage", () => {
    const decided = (more: string) => (text: string) => text.replace("caseNumbers:\n", `caseNumbers:\n  ${more}\n`)
    for (const more of ["filingOn: 2026-11-06", "filingNumber: A-1"]) {
        expect(codes(found(decided(more)))).toEqual(["sending.investigation.filed officer.yaml/investigation/stage"])
        expect(
            found((text) => decided(more)(text).replace("stage: accepted", "stage: filed")).map(({ code }) => code),
        ).not.toContain("sending.investigation.filed")
    }
})

test("of a group that the desk has not only the selection speaks", () => {
    const change = (text: string) => text.replace("    account-access: {", "    nothing: {")
    expect(found(change)).toEqual([])
    const { officer } = readOfficer("officer.yaml", file(change(sampleText("sample-officer", "officer.yaml"))))
    if (officer === undefined || loaded === undefined) throw new Error("the changed sample is not right")
    const labels = new Set(officer.exhibits?.map(({ label }) => label))
    const { exhibits: _, ...plain } = officer
    expect(codes(checkSelection("officer.yaml", plain, desk(), loaded.case, new Set(), labels))).toEqual([
        "request.data-group.unknown officer.yaml/request/periods/nothing",
    ])
})

test("the sample lacks nothing, and a number in plain figures needs no rendering", () => {
    expect(found((text) => text)).toEqual([])
    expect(found((text) => text.replace("number: SAMPLE-2026-0007", "number: SAMPLE-2026-0008"))).toEqual([])
})
