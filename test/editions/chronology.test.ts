import { expect, test } from "vitest"
import { chronology } from "../../src/editions/recipient/chronology.ts"
import { readCase } from "../../src/facts/case/load.ts"
import { readOfficer } from "../../src/facts/officer/officer.ts"
import { file, sampleText } from "../check.ts"

/** Schedule B: what was noticed, done and reported, in time order. */

const officerOf = (change: (text: string) => string = (text) => text) => {
    const { officer, issues } = readOfficer("officer.yaml", file(change(sampleText("sample-officer", "officer.yaml"))))
    if (officer === undefined) throw new Error(JSON.stringify(issues))
    return officer
}
const caseOf = (change: (text: string) => string) => {
    const { loaded, issues } = readCase("case.yaml", file(change(sampleText("sample-case", "case.yaml"))))
    if (loaded === undefined) throw new Error(JSON.stringify(issues))
    return loaded.case
}

test("the lines are in time order, dates without a clock as dates in China, and none repeats Schedule A", () => {
    const rows = chronology(
        caseOf((text) => text),
        officerOf(),
    )
    expect(rows).toEqual([
        {
            at: "2023-03-20 17:49:08 UTC",
            text: "First operation that the account holder states he or she did not authorise.",
        },
        { at: "2023-03-20 22:39:31 UTC", text: "Last such operation known to the account holder." },
        { at: "2023-03-21 01:30 UTC", text: "Noticed by the account holder." },
        { at: "2026-11-05 (China)", text: "Report accepted by the police." },
    ])
})

test("a day alone is one of China, told behind what happened on it; what is only about then says so", () => {
    const day = "2023-03-21"
    const rows = chronology(
        caseOf((text) =>
            text
                .replace("noticedAt: 2023-03-21 09:30 +08:00", `noticedAt: ${day}`)
                .replace(/(firstOperation:\n\s+at:) .*/, "$1 约 2023-03-19"),
        ),
        officerOf(),
    )
    expect(rows.map(({ at }) => at)).toEqual([
        "about 2023-03-19 (China)",
        "2023-03-20 22:39:31 UTC",
        `${day} (China)`,
        "2026-11-05 (China)",
    ])
})

test("a day of another zone is not told as one of China", () => {
    const at = (day: string) =>
        chronology(
            caseOf((text) => text.replace("noticedAt: 2023-03-21 09:30 +08:00", `noticedAt: ${day}`)),
            officerOf(),
        ).map((row) => row.at)
    expect(at("2023-03-21 UTC")).toContain("2023-03-21 UTC")
    expect(at("2023-03-21 +09:00")).toContain("2023-03-21 (date in UTC+9)")
    expect(at("2023-03-21 北京时间")).toContain("2023-03-21 (China)")
})

test("a day on which the case was filed is a line, a time that is not known is none", () => {
    const rows = chronology(
        caseOf((text) => text.replace("noticedAt: 2023-03-21 09:30 +08:00", "noticedAt: 不清楚")),
        officerOf((text) => text.replace("caseNumbers:\n", "caseNumbers:\n  filingOn: 2026-11-20\n")),
    )
    expect(rows.at(-1)).toEqual({ at: "2026-11-20 (China)", text: "Case filed by the police." })
    expect(rows.map(({ text }) => text)).not.toContain("Noticed by the account holder.")
})
