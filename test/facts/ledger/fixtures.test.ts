import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { FORMATS } from "../../../src/facts/ledger/formats/index.ts"
import { ExactSum } from "../../../src/facts/ledger/number.ts"
import type { LedgerRow } from "../../../src/facts/ledger/row.ts"
import { read } from "./read-text.ts"

/**
 * Invented exports in the shapes that exchanges give, and what they say: counts, first and last row, and sums, reckoned
 * from the invented events by another program (Python, decimal), not by this reader.
 */
interface Golden {
    readonly file: string
    readonly name: string
    readonly format: string
    readonly version: string
    readonly zone: unknown
    readonly used: number
    readonly notRelevant: number
    readonly problem: number
    readonly first: { readonly row: number }
    readonly last: { readonly row: number }
    readonly totals: Readonly<Record<string, string>>
}

const FOLDER = join(import.meta.dirname, "../../fixtures/exports")
const goldens = JSON.parse(readFileSync(join(FOLDER, "goldens.json"), "utf8")) as readonly Golden[]

function totalsOf(rows: readonly LedgerRow[]): Record<string, string> {
    const sums = new Map<string, ExactSum>()
    const add = (key: string, amount: string): void => {
        const sum = sums.get(key) ?? new ExactSum()
        sums.set(key, sum)
        sum.add(amount)
    }
    for (const { amount, asset = "", filled, base, value, quote, side = "", fees = [], realised } of rows) {
        if (amount !== undefined) add(`amount ${asset}`, amount)
        if (amount === undefined && filled !== undefined && base !== undefined) add(`${side} filled ${base}`, filled)
        if (value !== undefined && quote !== undefined) add(`${side} value ${quote}`, value)
        for (const fee of fees) add(`fees ${fee.asset}`, fee.amount)
        if (realised !== undefined) add(`realised ${realised.asset}`, realised.amount)
    }
    return Object.fromEntries([...sums].map(([key, sum]) => [key, String(sum)]))
}

describe("exports as exchanges give them", () => {
    test.each(goldens.map((golden) => [golden.file, golden] as const))("%s", async (_file, golden) => {
        const { format, table, zone, uses, used, problems, idle } = await read(
            readFileSync(join(FOLDER, golden.file)),
            golden.name,
        )
        expect([format.id, table.matched.layout.version, zone]).toEqual([golden.format, golden.version, golden.zone])
        expect({ used: used.length, notRelevant: idle.length, problem: problems.length }).toEqual({
            used: golden.used,
            notRelevant: golden.notRelevant,
            problem: golden.problem,
        })
        for (const { row, ...expected } of [golden.first, golden.last])
            expect(uses.get(row)).toEqual({ use: "used", row: expected })
        expect(totalsOf(used)).toEqual(golden.totals)
        expect(JSON.stringify({ matched: table.matched, uses: [...uses] })).not.toMatch(/Cheshi|200000000000001/)
    })

    test("there is one for every format", () => {
        const shown = new Set(goldens.map(({ format }) => format))
        expect(FORMATS.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([])
    })
})
