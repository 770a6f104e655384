import { describe, expect, test } from "vitest"
import { ageBar, ageLines, deskRow } from "../../../src/flows/officer/desks.ts"
import { nodeHost } from "../../../src/node/host.ts"
import { DESKS, desk } from "../../desks.ts"

/** Ages by the day that a shell names. */

const host = nodeHost({ recipients: DESKS })

test.each([
    [undefined, undefined, "············"],
    [0, 0, "█···········"],
    [2, 2, "█···········"],
    [3, 3, "██··········"],
    [2, 51, "█-----------"],
    [35, 35, "████████████"],
    [400, 400, "████████████"],
])("newest %s, oldest %s months: %s", (newest, oldest, bar) => {
    expect(ageBar(newest, oldest)).toBe(bar)
})

describe("a profile grows older by the day that is named", () => {
    test.each([
        ["2026-11-27", 2, 58],
        ["2027-11-27", 14, 70],
        ["2020-01-01", 0, 0],
    ])("%s", (today, newestMonths, oldestMonths) => {
        expect(deskRow(desk("plain-form"), host, today)).toMatchObject({
            newestMonths,
            oldestMonths,
            undated: 9,
            facts: 13,
        })
    })
    test("in the chart too, oldest first", () => {
        const [first] = ageLines(desk("plain-form"), "en", "2026-11-27")
        expect(first).toBe("███████████·  2024-02  Emergency (danger to life alone) (32 months)")
    })
})
