import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { expect, test } from "vitest"
import { memorySource } from "../../../src/base/source.ts"
import { FORMATS } from "../../../src/facts/ledger/formats/index.ts"
import { openTable } from "../../../src/facts/ledger/open-table.ts"
import { eachRow } from "../../../src/facts/ledger/read-file.ts"
import { workbook } from "./workbook.ts"

/** Random damage: nothing throws, and every line behind the header is told of once. */

const FOLDER = join(import.meta.dirname, "../../fixtures/exports")
const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".csv"))
const book = workbook([
    ["User_ID", "UTC_Time", "Account", "Operation", "Coin", "Change", "Remark"],
    ["1", { date: "45005.4" }, "Spot", "Buy", "BTC", { n: "1.5" }],
])

const edit = fc.record({
    kind: fc.constantFrom("flip", "insert", "cut", "quote", "line"),
    at: fc.nat(),
    byte: fc.integer({ min: 0, max: 255 }),
})
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

function damage(bytes: Uint8Array, { kind, at, byte }: Edit): Uint8Array {
    const place = at % bytes.length
    if (kind === "cut") return bytes.slice(0, Math.max(1, place))
    const out = new Uint8Array(bytes.length + 1)
    out.set(bytes.subarray(0, place))
    out.set(bytes.subarray(place), place + 1)
    out[place] = kind === "quote" ? 34 : kind === "line" ? 10 : byte
    if (kind !== "flip") return out
    const same = bytes.slice()
    same[place] = byte
    return same
}

test("of export files", async () => {
    await fc.assert(
        fc.asyncProperty(
            fc.constantFrom(...files, ""),
            fc.array(edit, { minLength: 1, maxLength: 4 }),
            async (name, edits) => {
                const whole = name === "" ? book : new Uint8Array(readFileSync(join(FOLDER, name)))
                const bytes = edits.reduce(damage, whole)
                const table = await openTable(memorySource(bytes), FORMATS)
                if ("fault" in table) return
                let before = 0
                await eachRow(table, "deposits", (row, use) => {
                    expect(row).toBeGreaterThan(before)
                    const isAbove = use.use === "problem" && use.why === "above"
                    expect(row < table.headerRow).toBe(isAbove)
                    before = row
                })
            },
        ),
        { numRuns: 400 },
    )
})
