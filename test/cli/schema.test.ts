import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js"
import { beforeAll, describe, expect, test } from "vitest"
import { parse } from "yaml"
import { ROOT } from "../check.ts"
import { DESKS } from "../desks.ts"
import { lerpack, scratch } from "./run.ts"

/** The schemas that `schema` prints, as an editor holds them against a form: YAML of the core schema, not ours. */

const OPTIONS = { case: [], officer: ["--officer"], recipient: ["--recipient"] } as const
const validators = new Map<string, ValidateFunction>()
const form = new Map<string, string>()

beforeAll(() => {
    for (const [name, options] of Object.entries(OPTIONS)) {
        const schema = JSON.parse(lerpack(["schema", ...options]).stdout) as object
        // `private` is ours; a keyword that nobody knows says nothing.
        const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, keywords: ["private"] })
        expect(ajv.validateSchema(schema)).toBe(true)
        validators.set(name, ajv.compile(schema))
    }
    for (const lang of ["zh-CN", "en"] as const) {
        const [victim, officer] = [join(scratch(), "case"), join(scratch(), "office")]
        lerpack(["init", victim, "--lang", lang])
        lerpack(["init", officer, "--officer", "--lang", lang])
        form.set(`case ${lang}`, readFileSync(join(victim, "case.yaml"), "utf8"))
        form.set(`officer ${lang}`, readFileSync(join(officer, "officer.yaml"), "utf8"))
    }
})

/** What an editor marks: the places, with the keyword that is not met. */
function marks(name: string, yaml: string): string[] {
    const validate = validators.get(name)
    if (validate === undefined) throw new Error(`no schema of ${name}`)
    validate(parse(yaml))
    return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`)
}

describe("an editor marks nothing in what the program reads", () => {
    test.each([
        ["case", "zh-CN"],
        ["case", "en"],
        ["officer", "zh-CN"],
        ["officer", "en"],
    ])("the blank form of %s in %s", (name, lang) => {
        expect(marks(name, form.get(`${name} ${lang}`) ?? "")).toEqual([])
    })
    test("the sample's forms, with numbers that stand without quotes", () => {
        const text = readFileSync(join(ROOT, "assets/sample-case/case.yaml"), "utf8")
        expect(text).toMatch(/^ {2}idNumber: \d+$/m)
        expect(marks("case", text)).toEqual([])
        expect(marks("officer", readFileSync(join(ROOT, "assets/sample-officer/officer.yaml"), "utf8"))).toEqual([])
    })
    test("a choice in the words of the form, in its codes", () => {
        const blank = form.get("case zh-CN") ?? ""
        for (const chosen of ["控告人", "accuser"])
            expect(marks("case", blank.replace(/^( {2}capacity:)$/m, `$1 ${chosen}`))).toEqual([])
    })
    test.each([join(ROOT, "assets/recipients"), DESKS])("every profile in %s", (folder) => {
        const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"))
        expect(names.length).toBeGreaterThan(1)
        const marked = names.flatMap((name) => marks("recipient", readFileSync(join(folder, name), "utf8")))
        expect(marked).toEqual([])
    })
})

describe("an editor marks", () => {
    test("a field that there is not, and what stands where a list or a text belongs", () => {
        const blank = form.get("case zh-CN") ?? ""
        expect(marks("case", blank.replace(/^ {2}idNumber:/m, "  idNo:"))).toEqual(["/reporter additionalProperties"])
        expect(marks("case", blank.replace(/^ {2}name:$/m, "  name: [a, b]"))).toEqual(["/reporter/name type"])
    })
    test("what a comma in brackets takes from a text", () => {
        const desk = readFileSync(join(DESKS, "english-mail.yaml"), "utf8")
        const cut = desk.replace(/en: Ternlight \}/, "en: Ternlight, Ltd }")
        expect(cut).not.toBe(desk)
        expect(marks("recipient", cut)).toContain("/name additionalProperties")
    })
    test("and proposes the codes of a choice", () => {
        const { stdout } = lerpack(["schema"])
        expect(stdout).toMatch(/"enum": \[\s*"reporter",\s*"accuser"\s*\]/)
    })
})
