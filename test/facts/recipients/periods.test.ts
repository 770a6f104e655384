import { describe, expect, test } from "vitest"
import { printUtc } from "../../../src/base/text/time.ts"
import { PERIODS } from "../../../src/facts/recipients/defaults.data.ts"
import { proposedPeriods } from "../../../src/facts/recipients/periods.ts"
import { desk, SHIPPED, shipped } from "../../desks.ts"

const covered = {
    firstMs: Date.parse("2023-03-20T17:49:08Z"),
    lastMs: Date.parse("2023-03-20T22:28:22Z"),
    keyCreatedMs: Date.parse("2022-11-06T03:04:05Z"),
}
const shown = (id: string, of: Parameters<typeof proposedPeriods>[1] = covered) =>
    Object.fromEntries(
        proposedPeriods(desk(id), of).map(({ group, from, to }) => [group, `${printUtc(from)} / ${printUtc(to)}`]),
    )

describe("proposed periods", () => {
    test("log-ins 30 days before, the key from its creation, withdrawals 7 days after, the rest in whole hours", () => {
        expect(shown("all-routes")).toMatchObject({
            "key-log": "2022-11-06 03:00 UTC / 2023-03-20 23:00 UTC",
            "transfer-initiation": "2023-03-20 17:00 UTC / 2023-03-27 23:00 UTC",
            "account-access": "2023-02-18 17:00 UTC / 2023-03-20 23:00 UTC",
            "account-records": "2023-03-20 17:00 UTC / 2023-03-20 23:00 UTC",
        })
    })

    test("a profile's own rule takes the place of ours", () => {
        expect(shown("english-mail")).toMatchObject({
            "account-access": "2023-03-06 17:00 UTC / 2023-03-20 23:00 UTC",
            "account-records": "2023-03-19 17:00 UTC / 2023-03-22 23:00 UTC",
        })
    })

    test("a key of which nobody knows when it was made, or made after the first fact, changes nothing", () => {
        const plain = "2023-03-20 17:00 UTC / 2023-03-20 23:00 UTC"
        const { firstMs, lastMs } = covered
        expect(shown("all-routes", { firstMs, lastMs })["key-log"]).toBe(plain)
        expect(shown("all-routes", { firstMs, lastMs, keyCreatedMs: lastMs })["key-log"]).toBe(plain)
    })

    test("one moment on the full hour gives an hour", () => {
        const ms = Date.parse("2023-03-20T17:00:00Z")
        expect(shown("all-routes", { firstMs: ms, lastMs: ms })["account-records"]).toBe(
            "2023-03-20 17:00 UTC / 2023-03-20 18:00 UTC",
        )
    })

    test("every group that has a rule for all desks is a group that a desk which ships has", () => {
        const groups = new Set(SHIPPED.flatMap((id) => shipped(id).dataGroups.map((group) => group.id)))
        for (const id of Object.keys(PERIODS)) expect(groups).toContain(id)
    })
})
