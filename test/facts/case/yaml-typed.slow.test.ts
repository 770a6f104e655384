import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readCase } from "../../../src/facts/case/load.ts"
import { readOfficer } from "../../../src/facts/officer/officer.ts"
import { file, SMALL_CASE, sampleText } from "../../check.ts"
import { typedLine, WAYS } from "./typed-text.ts"

/** How many texts are tried each way; `RUNS=400` takes half a minute. */
const RUNS = Number(process.env.RUNS ?? 60)
const ORIGINALS = "originals: 手机在家"

/** The small case with something else instead of its last answer. */
function small(from: string, to: string): ReturnType<typeof readCase> {
    return readCase("case.yaml", file(SMALL_CASE.replace(from, () => to)))
}

// What is read must be the text that was typed, or a finding must name what became of it.

describe.each(WAYS)("any text $name is read exactly or named", ({ write, meant, fits }) => {
    const typed = typedLine.filter(fits)

    test("in case.yaml: a field, an entry of a list, a statement", () => {
        fc.assert(
            fc.property(typed, (text) => {
                const field = small(ORIGINALS, `originals: ${write(text, "  ")}`)
                if (field.issues.length === 0) expect(field.loaded?.case.originals).toBe(meant(text))
                const entry = small(ORIGINALS, `${ORIGINALS}\nprivateNotes:\n  - ${write(text, "    ")}\n  - 末`)
                if (entry.issues.length === 0) expect(entry.loaded?.case.privateNotes).toEqual([meant(text), "末"])
                const said = small(ORIGINALS, `${ORIGINALS}\nnarrative:\n  cause:\n    - ${write(text, "      ")}\n`)
                if (said.issues.length === 0)
                    expect(said.loaded?.case.narrative?.cause).toEqual([{ text: meant(text) }])
            }),
            { numRuns: RUNS },
        )
    })

    test("in officer.yaml", () => {
        const form = sampleText("sample-officer", "officer.yaml")
        fc.assert(
            fc.property(typed, (text) => {
                const filled = form.replace(
                    /^( {2}departmentZh:).*$/m,
                    (_, key: string) => `${key} ${write(text, "    ")}`,
                )
                const { officer, issues } = readOfficer("officer.yaml", file(filled))
                if (issues.length === 0) expect(officer?.agency?.departmentZh).toBe(meant(text))
            }),
            { numRuns: RUNS / 2 },
        )
    })
})
