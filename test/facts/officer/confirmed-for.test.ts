import { expect, test } from "vitest"
import { confirmedForIssues, confirmedHere } from "../../../src/facts/officer/confirmed-for.ts"
import { officerSoFar } from "../../../src/facts/officer/officer.ts"

const CONFIRMED = { by: "样例二", on: "2026-11-20", how: "样例" }
const officer = officerSoFar({ route: "email", channelConfirmed: CONFIRMED, mailboxAccepted: CONFIRMED })
const found = (confirmedFor: string | undefined, desk: string): string[] =>
    confirmedForIssues(
        "officer.yaml",
        confirmedFor === undefined ? officer : { ...officer, confirmedFor },
        desk,
        "of-case",
    ).map(({ code }) => code)

test("what was confirmed for another desk is left out, and nothing else", () => {
    expect(confirmedHere({ ...officer, confirmedFor: "other" }, "asked")).toEqual({
        route: "email",
        confirmedFor: "other",
    })
    expect(confirmedHere({ ...officer, confirmedFor: "asked" }, "asked").channelConfirmed).toBeDefined()
    expect(confirmedHere(officer, "asked")).toBe(officer)
})

test("it is said where it is left out, and where nobody can know for whom it was confirmed", () => {
    expect(found("other", "asked")).toEqual(["request.confirmed.other-desk"])
    expect(found("asked", "asked")).toEqual([])
    expect(found(undefined, "asked")).toEqual(["request.confirmed.unnamed"])
    expect(found(undefined, "of-case")).toEqual([])
    expect(confirmedForIssues("officer.yaml", { route: "email", confirmedFor: "other" }, "asked", "of-case")).toEqual(
        [],
    )
})
