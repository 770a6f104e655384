import { describe, expect, test } from "vitest"
import { officerSoFar } from "../../../src/facts/officer/officer.ts"
import { printOfficerForm } from "../../../src/facts/officer/officer-form.ts"
import { answersOf } from "../../../src/facts/officer/officer-form-questions.ts"
import { readOfficerFile } from "../../../src/facts/officer/officer-form-read.ts"
import { printOfficerYaml } from "../../../src/facts/officer/officer-yaml.ts"
import { file, sampleText } from "../../check.ts"

const FORM = sampleText("forms", "officer.yaml")
const SAMPLE = readOfficerFile("officer.yaml", file(sampleText("sample-officer", "officer.yaml")))

describe("officer.yaml printed from officer data", () => {
    test("is read back as the same data, without a finding", () => {
        const read = readOfficerFile("officer.yaml", printOfficerYaml(FORM, SAMPLE.data))
        expect(read.issues).toEqual([])
        expect(read.data).toEqual(SAMPLE.data)
    })

    test("keeps texts that YAML would take for something else", () => {
        const how = "# 不是注释: 'a' \"b\" \\ [c], {d} ，第二行\n第三行"
        const data = { completedAt: "2023-05-08 15:30 北京时间", route: "email", factsNotUsed: ["a, b", "x: y"] }
        const given = { ...data, mailboxAccepted: { by: "no", on: "2023-05-06", how } }
        expect(readOfficerFile("officer.yaml", printOfficerYaml(FORM, given)).given).toEqual(given)
    })

    test("of nothing is the form, less what it proposes", () => {
        const printed = new TextDecoder().decode(printOfficerYaml(FORM, {}))
        const blank = FORM.replace(/^( *[A-Za-z]\w*:) .+$/gm, "$1")
        expect(printed).toBe(blank)
    })
})

describe("answers of a form", () => {
    test("are the same from both files", () => {
        const workbook = readOfficerFile("officer.xlsx", printOfficerForm(SAMPLE.data, []))
        expect(workbook.answers).toEqual(SAMPLE.answers)
        expect(SAMPLE.answers).toEqual(answersOf(SAMPLE.data, []))
    })

    test("are known of a form that is no officer data yet", () => {
        const read = readOfficerFile("officer.xlsx", printOfficerForm({ agency: { nameZh: "甲" } }, []))
        expect(read.data).toBeUndefined()
        expect(read.answers).toEqual({ "agency.nameZh": "甲" })
    })
})

describe("unfinished officer data", () => {
    test("keep what is right and lose what is not", () => {
        const given = {
            route: "fax",
            agency: { nameZh: "甲", nameEn: "乙", unknown: "x" },
            officer: { email: "nowhere" },
            channelConfirmed: { by: "甲" },
            exhibits: [{ label: "E001" }, { label: "E002", captionEn: "x" }],
            nothing: "x",
        }
        expect(officerSoFar(given)).toEqual({
            route: "email",
            agency: { nameZh: "甲" },
            officer: {},
            exhibits: [{ label: "E002", captionEn: "x" }],
        })
    })

    test.each([[undefined], ["text"], [null], [[]]])("of %j are none", (given) => {
        expect(officerSoFar(given)).toEqual({ route: "email" })
    })
})
