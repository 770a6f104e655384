import { describe, expect, test } from "vitest"
import { printJson } from "../../../src/base/canonical-json.ts"
import { type CaseReading, readCase, readCaseRecord } from "../../../src/facts/case/load.ts"
import { caseJsonSchema } from "../../../src/facts/case/schema.ts"
import { codes, file, SMALL_CASE, sampleText } from "../../check.ts"

const SAMPLE = sampleText("sample-case", "case.yaml")

function small(from: string, to: string): CaseReading {
    expect(SMALL_CASE).toContain(from)
    return readCase("case.yaml", file(SMALL_CASE.replace(from, to)))
}

test("a case of twelve answers is read without findings, the sample with what it states in two ways", () => {
    // The sample states two times for the event, and its loss in two units: both are for the police to see.
    expect(codes(readCase("case.yaml", file(SAMPLE)).issues)).toEqual([
        "case.event-time.differs case.yaml/incident/otherTimes/0/at",
        "case.loss.two-measures case.yaml/loss/netLoss",
    ])
    expect(codes(readCase("case.yaml", file(SMALL_CASE)).issues)).toEqual([])
})

test("an id of twenty digits stays what it is", () => {
    expect(
        readCase("case.yaml", file(SMALL_CASE.replace('"20178588789849104384"', "20178588789849104384"))).loaded?.case
            .account.uid,
    ).toBe("20178588789849104384")
})

test("private notes are in no facts", () => {
    const { loaded } = readCase("case.yaml", file(SAMPLE))
    expect(JSON.stringify(loaded?.facts)).not.toContain("怀疑是熟悉机器人后台")
    expect(loaded?.facts).toHaveProperty("reporter.name", "林晓舟")
})

test.each([
    ["noticedAt: 2023-03-21 09:00 +08:00", "noticedAt:", "time"],
    ["originals: 手机在家", "originals:", "text"],
    ["wanted: [登录记录]", "wanted:", "list"],
])("what is not given is asked for by its kind: %s", (from, to, expected) => {
    expect(small(from, to).issues).toMatchObject([{ code: "input.field.missing", params: { expected } }])
})

test("a text that looks like a secret can be answered for, also where it stands alone", () => {
    const phrase = `${"abandon ".repeat(11)}about`
    expect(codes(small("wanted: [登录记录]", `wanted: ["${phrase}"]`).issues)).toEqual([
        "input.secret.seed-phrase case.yaml/wanted/0",
        "case.text.foreign case.yaml/wanted/0",
    ])
    const answered = small("wanted: [登录记录]", `wanted: [{text: "${phrase}", notASecret: true}]`)
    expect(codes(answered.issues)).toEqual(["case.text.foreign case.yaml/wanted/0"])
    // No finding repeats what may be a secret.
    expect(JSON.stringify(answered.issues)).not.toContain("abandon")
    expect(answered.loaded?.case.wanted).toEqual([phrase])
})

test("an anchor is found in its line", () => {
    const { issues } = small("originals: 手机在家", "originals: &x 手机\nmatter: *x")
    expect(issues[0]?.path).toEqual([`case.yaml:${String(SMALL_CASE.split("\n").length - 1)}`])
})

describe("bad input", () => {
    test.each([
        [
            "an unknown field",
            "originals: 手机在家",
            "orginals: 手机在家",
            ["input.field.missing case.yaml/originals", "input.field.unknown case.yaml/orginals"],
        ],
        ["nine decimals of BTC", '"1.5"', '"1.234567891"', ["money.amount.too-precise case.yaml/loss/assets/0/amount"]],
        [
            "a time of making without zone",
            "preparedAt: 2023-04-23 10:00 +08:00",
            "preparedAt: 2023-04-23 10:00",
            ["input.time.zone-missing case.yaml/preparedAt"],
        ],
        [
            "an API secret in a text",
            "originals: 手机在家",
            "originals: vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
            ["input.secret.api-secret case.yaml/originals"],
        ],
        [
            "a field for a password",
            "originals: 手机在家",
            "originals: 手机在家\npassword: x",
            ["input.secret.field case.yaml/password"],
        ],
        ["an empty answer", "originals: 手机在家", "originals:", ["input.field.missing case.yaml/originals"]],
        [
            "words for a memo",
            "originals: 手机在家",
            'originals: 手机在家\ntransfers:\n  - {at: 2023-03-20 18:09 Z, value: {asset: TON, amount: "2"}, from: 现货, to: 对方, memo: 见截图}',
            ["input.memo.format case.yaml/transfers/0/memo"],
        ],
        [
            "a value that is not allowed",
            "state: none",
            "state: gone",
            ["input.value.not-allowed case.yaml/apiKey/state"],
        ],
        ["text where a list belongs", "reports: []", "reports: 无", ["input.value.kind case.yaml/reports"]],
        [
            "no identifier of the account",
            ', uid: "20178588789849104384"',
            "",
            ["case.account.identifier-missing case.yaml/account"],
        ],
        [
            "an id with a blank",
            '"20178588789849104384"',
            '"2017 8588"',
            ["input.identifier.characters case.yaml/account/uid"],
        ],
        [
            "an id that is not known",
            '"20178588789849104384"',
            "不清楚",
            ["input.identifier.unknown case.yaml/account/uid"],
        ],
        ["broken YAML", "loss:", "loss: [", ["input.yaml.syntax case.yaml"]],
        ["a reference that cannot be a file name", "ref: AB-1", "ref: ab/1", ["case.ref.format case.yaml/ref"]],
        [
            "a field twice",
            "originals: 手机在家",
            "originals: 手机在家\noriginals: 手机",
            ["input.yaml.syntax case.yaml/originals"],
        ],
        ["two faults of one line", "originals: 手机在家", "originals: 手机: 在: 家", ["input.yaml.syntax case.yaml"]],
        ["an alias", "originals: 手机在家", "originals: &x 手机\nmatter: *x", ["input.yaml.alias case.yaml"]],
    ])("%s", (_, from, to, expected) => {
        const reading = small(from, to)
        expect(
            codes(reading.issues.filter((found) => found.severity === "error"))
                .slice(0, expected.length)
                .sort(),
        ).toEqual([...expected].sort())
        expect(reading.loaded).toBeUndefined()
    })

    test("a misspelt field is answered with the right one, and its line", () => {
        const found = small("originals: 手机在家", "orginals: 手机在家").issues.find(
            ({ code }) => code === "input.field.unknown",
        )
        expect(found?.params).toEqual({ field: "orginals", proposed: "originals", belongs: "" })
        expect(found?.path[0]).toMatch(/^case\.yaml:\d+$/)
    })

    test("a misspelt field deep inside is answered too", () => {
        const found = readCase("case.yaml", file(SAMPLE.replace("clientOrderId:", "clientOrderid:"))).issues.find(
            ({ code }) => code === "input.field.unknown",
        )
        expect(found?.params).toEqual({ field: "clientOrderid", proposed: "clientOrderId", belongs: "" })
    })

    test("all problems of a file come at once", () => {
        const reading = readCase("case.yaml", file("ref: x\nreporter: {name: 甲}\nloss: {assets: []}\n"))
        expect(new Set(reading.issues.map(({ path }) => path.slice(1).join(".")))).toEqual(
            new Set([
                "ref",
                "preparedAt",
                "reporter.phone",
                "reporter.capacity",
                "account.exchange",
                "incident.kind",
                "incident.noticedAt",
                "incident.firstOperation.at",
                "incident.firstOperation.what",
                "incident.firstOperation.source",
                "loss.assets",
                "wanted",
                "originals",
            ]),
        )
    })
})

describe("what is shown and not refused", () => {
    test.each([
        [
            "an unknown zone",
            "at: 2023-03-20 22:00 Z",
            "at: {at: 2023-03-20 22:00, zone: unknown}",
            "case.time.zone-unknown",
        ],
        ["times out of order", "at: 2023-03-20 22:00 Z", "at: 2023-03-19 22:00 Z", "case.time.order"],
        ["a radical in a name", "name: 甲", "name: 任某⻜", "input.text.look-alike"],
        ["an invisible control", "name: 甲", "name: 甲\u202E乙", "input.text.invisible"],
        [
            "a credit code that fails",
            "reports: []",
            "reports: []\norganisations: [{name: 某公司, creditCode: 91999999MA9TG0015A}]",
            "case.credit-code.check-character",
        ],
    ])("%s is a warning", (_, from, to, code) => {
        const reading = small(from, to)
        expect(reading.issues.map((found) => `${found.severity} ${found.code}`)).toEqual([`warning ${code}`])
        expect(reading.loaded).toBeDefined()
    })

    test("what looks like a secret can be answered for", () => {
        const text = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A"
        const reading = small("reports: []", `reports: []\ndemands: [{text: ${text}, notASecret: true}]`)
        expect(codes(reading.issues)).toEqual([])
        expect(JSON.stringify(reading.loaded?.facts)).not.toContain("notASecret")
        // The draft must still be read by the one who gets it, who has nobody to ask.
        const record = readCaseRecord("data/case.json", file(printJson(reading.loaded?.facts)))
        expect(codes(record.issues)).toEqual([])
        expect(record.loaded?.case).toEqual(reading.loaded?.case)
    })
})

test("the JSON Schema for editors names every field of the sample's first level", () => {
    const schema = caseJsonSchema() as { properties: Record<string, unknown>; required: string[] }
    expect(Object.keys(schema.properties)).toEqual(
        expect.arrayContaining(["ref", "reporter", "orders", "positions", "privateNotes"]),
    )
    expect(schema.required).not.toContain("recipient")
    expect(schema.required).toContain("originals")
})
