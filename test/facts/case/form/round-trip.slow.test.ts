import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { LANGS } from "../../../../src/base/lang.ts"
import { formOf, lostIn } from "../../../../src/facts/case/form/case-files.ts"
import { settle } from "../../../../src/facts/case/form/settle.ts"
import { readWorkbook } from "../../../../src/facts/case/form/workbook-read.ts"
import { printWorkbook } from "../../../../src/facts/case/form/workbook-write.ts"
import { printCaseYaml } from "../../../../src/facts/case/form/yaml-write.ts"
import { caseSchema } from "../../../../src/facts/case/schema.ts"
import { readYaml } from "../../../../src/facts/case/yaml.ts"
import { sampleText } from "../../../check.ts"
import { anyAnswers } from "./any-case.ts"

const desks = [{ id: "binance-cn", name: { "zh-CN": "币安（Binance）", en: "Binance" } }]
const fromYaml = (bytes: Uint8Array) => readYaml("case.yaml", bytes, "keep", caseSchema)
const fromSheet = (bytes: Uint8Array) => readWorkbook("案件信息.xlsx", bytes)
// A case has hundreds of answers: shrinking one takes longer than finding the fault by its place.
const runs = { numRuns: 30, endOnFailure: true }

describe("nothing is lost between the two forms", () => {
    test.each(LANGS)("any answers through the workbook (%s)", (lang) => {
        fc.assert(
            fc.property(anyAnswers, (answers) => {
                const { value, issues } = fromSheet(printWorkbook(answers, { lang, desks }))
                expect(issues).toEqual([])
                expect(settle(value)).toEqual(answers)
            }),
            runs,
        )
    })

    test.each(LANGS)("any answers through case.yaml (%s)", (lang) => {
        fc.assert(
            fc.property(anyAnswers, (answers) => {
                const { value, issues } = fromYaml(printCaseYaml(answers, { lang, desks }))
                // What cannot be written otherwise is said to be an escape.
                expect(issues.filter(({ code }) => code !== "input.yaml.escape")).toEqual([])
                expect(settle(value)).toEqual(answers)
            }),
            runs,
        )
    })

    test("the sample, there and back", () => {
        const { value } = fromYaml(new TextEncoder().encode(sampleText("sample-case", "case.yaml")))
        const answers = settle(value)
        const sheet = settle(fromSheet(printWorkbook(answers, { lang: "zh-CN", desks })).value)
        expect(sheet).toEqual(answers)
        expect(settle(fromYaml(printCaseYaml(sheet, { lang: "en", desks })).value)).toEqual(answers)
    })

    test("the mark of a text that is no secret goes with it", () => {
        const answers = settle({
            reporter: { name: "甲", notASecret: "true" },
            wanted: [{ text: "一", notASecret: "true" }, "二"],
            transfers: [{ txHash: "x", notASecret: "true" }, { txHash: "y" }],
            privateNotes: [{ text: "三", notASecret: "true" }],
            narrative: { cause: [{ text: "四", notASecret: "true" }] },
        })
        expect(settle(fromSheet(printWorkbook(answers, { lang: "zh-CN", desks })).value)).toEqual(answers)
        expect(settle(fromYaml(printCaseYaml(answers, { lang: "zh-CN", desks })).value)).toEqual(answers)
    })

    test("what cannot be kept is named: hidden characters in a sheet, fields that no form has", () => {
        const answers = { reporter: { name: "甲\u202E乙", nickname: "丙" } }
        const form = formOf("case.yaml", { value: answers, issues: [], locate: () => ":2" })
        const back = formOf("案件信息.xlsx", fromSheet(printWorkbook(form.answers, { lang: "zh-CN", desks })))
        expect(lostIn(form, back).map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
            "case.form.lost case.yaml:2.reporter.name",
            "case.form.lost case.yaml:2.reporter.nickname",
        ])
        const same = formOf(
            "case.yaml",
            fromYaml(printCaseYaml({ matter: "甲\u202E乙\u2028丙" }, { lang: "en", desks })),
        )
        expect(same.answers).toMatchObject({ matter: "甲\u202E乙\u2028丙" })
    })
})
