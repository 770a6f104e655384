import { expect, test } from "vitest"
import { utf8 } from "../../../src/base/bytes.ts"
import { readCase } from "../../../src/facts/case/load.ts"
import { sampleText } from "../../check.ts"

const form = sampleText("forms", "case.yaml").replace(/\{\{\w+\}\}/g, "2026-01-02 10:00 北京时间")
/** `  # idNumber:` becomes `  idNumber:`, as the head of the form tells its reader. */
const optional = /^( *)# ( *(?:(?:- )?[A-Za-z]+:|- \{))/gm

test("every optional line of the form, taken in as its head says, is a field where it stands", () => {
    const lines = form.match(optional) ?? []
    expect(lines.length).toBeGreaterThan(30)
    const { issues } = readCase("case.yaml", utf8(form.replace(optional, "$1$2").replace("reports: []", "reports:")))
    const wrong = issues.filter(({ code }) => /^input\.(?:field\.unknown|yaml)/.test(code))
    expect(wrong.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([])
    // What is left are answers that nobody gave.
    expect(issues.some(({ code }) => code === "input.field.missing")).toBe(true)
})
