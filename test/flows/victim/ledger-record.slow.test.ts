import { parquetMetadata, parquetReadObjects } from "hyparquet"
import { beforeAll, describe, expect, test } from "vitest"
import { concat, fromUtf8, utf8 } from "../../../src/base/bytes.ts"
import { printJson } from "../../../src/base/canonical-json.ts"
import { sha256Hex } from "../../../src/base/digest.ts"
import type { CaseLedger } from "../../../src/facts/ledger/case-ledger.ts"
import { type LedgerRecord, matchLedger, readLedgerRecord } from "../../../src/facts/ledger/record.ts"
import { AMOUNT_COLUMNS, ROW_COLUMNS } from "../../../src/facts/ledger/rows.ts"
import { reckonExports } from "../../../src/flows/victim/ledger.ts"
import {
    keptLedger,
    MOST_SHEET_ROWS,
    type Sink,
    writeRowsCsv,
    writeRowsParquet,
} from "../../../src/flows/victim/ledger-rows.ts"
import { readXlsx } from "../../../src/typeset/office/xlsx-read.ts"
import { codes } from "../../check.ts"
import { cellsOf } from "../../facts/ledger/csv-cells.ts"
import { EVENT, exportFile, leg, STATEMENT_HEAD, sampleExports } from "../../facts/ledger/exports.ts"

let sample: CaseLedger
let record: LedgerRecord
let rows: Uint8Array
beforeAll(async () => {
    sample = await reckonExports(sampleExports(), { answers: new Map(), window: EVENT })
    const kept = await keptLedger(sample)
    record = kept.record
    rows = kept.rows ?? new Uint8Array()
})

async function bytesOf(exports: CaseLedger, write: (exports: CaseLedger, sink: Sink) => Promise<void>) {
    const pieces: Uint8Array[] = []
    await write(exports, (piece) => pieces.push(piece))
    return concat(pieces)
}
const tableOf = (bytes: Uint8Array): string[][] => cellsOf((fromUtf8(bytes) ?? "").replace(/^\uFEFF/, ""))

describe("data/ledger.json", () => {
    const read = (value: unknown) => readLedgerRecord("data/ledger.json", utf8(printJson(value)))
    const entries = () => record.files.map(({ id, sha256 }) => ({ label: id, sha256 }))

    test("what is written is read back", () => {
        const { value, issues } = read(record)
        expect(issues).toEqual([])
        expect(value).toEqual(record)
        expect(matchLedger("data/ledger.json", record, entries())).toEqual([])
    })

    test("it cites the chosen rows and the annex that lists them", () => {
        expect(record.events).toMatchObject({ chosenBy: "times", count: 117, sha256: sha256Hex(rows) })
        expect(record.events.files).toEqual([
            { file: "X03", rows: "2-7, 9-19", count: 17 },
            { file: "X04", rows: "5-65", count: 61 },
            { file: "X05", rows: "2-31", count: 30 },
            { file: "X06", rows: "2-10", count: 9 },
        ])
        const [head, ...lines] = tableOf(rows)
        expect(head).toEqual([...ROW_COLUMNS])
        expect(lines.map(([file, row]) => `${file ?? ""} ${row ?? ""}`)).toEqual([
            ...[2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19].map((row) => `X03 ${String(row)}`),
            ...Array.from({ length: 61 }, (_, i) => `X04 ${String(i + 5)}`),
            ...Array.from({ length: 30 }, (_, i) => `X05 ${String(i + 2)}`),
            ...Array.from({ length: 9 }, (_, i) => `X06 ${String(i + 2)}`),
        ])
    })

    test("a workbook has the same rows, each cell as text", async () => {
        const { workbook } = await keptLedger(sample)
        const [sheet] = readXlsx(workbook ?? new Uint8Array(), []).sheets ?? []
        const cells = (sheet?.rows ?? []).map((row) => {
            const line = ROW_COLUMNS.map(() => "")
            for (const { column, text, kind } of row.cells) {
                expect(kind).toBe("text")
                line[column - 1] = text
            }
            return line
        })
        expect(cells).toEqual(tableOf(rows))
    })

    test("of more rows than a workbook is made of there is the text alone", async () => {
        const many = Array.from({ length: MOST_SHEET_ROWS + 1 }, () => leg("2023-03-20 17:49:08", "Buy", "BTC", "0.1"))
        const file = exportFile("X01", "many.csv", [STATEMENT_HEAD, ...many].join("\n"))
        const kept = await keptLedger(await reckonExports([file], { answers: new Map(), window: EVENT }))
        expect(kept.record.events.count).toBe(MOST_SHEET_ROWS + 1)
        expect(tableOf(kept.rows ?? new Uint8Array())).toHaveLength(MOST_SHEET_ROWS + 2)
        expect(kept.workbook).toBeUndefined()
    })

    test.each<[string, (value: Record<string, unknown>) => unknown, string]>([
        [
            "a member that nobody knows",
            (value) => ({ ...value, invented: 1 }),
            "input.field.unknown data/ledger.json/invented",
        ],
        ["no totals", ({ totals: _, ...value }) => value, "input.field.missing data/ledger.json/totals"],
        [
            "an amount that is a number",
            (value) => ({ ...value, prices: [{ ...record.prices[0], price: 1 }] }),
            "input.value.kind data/ledger.json/prices/0/price",
        ],
        ["a later format", (value) => ({ ...value, format: "1.1" }), "input.format.newer data/ledger.json/format"],
    ])("%s is named", (_, change, expected) => {
        expect(codes(read(change({ ...record })).issues)).toEqual([expected])
    })

    test("another file than the one that was read, or none, is named", () => {
        const [first, ...others] = entries()
        const changed = [{ label: first?.label ?? "", sha256: "0".repeat(64) }, ...others]
        const expected = ["ledger.record.differs data/ledger.json/files/0/sha256"]
        expect(codes(matchLedger("data/ledger.json", record, changed))).toEqual(expected)
        expect(codes(matchLedger("data/ledger.json", record, others))).toEqual(expected)
    })
})

describe("rows in one shape", () => {
    test("every row of every file stands there, as it counts", async () => {
        const [, ...lines] = tableOf(await bytesOf(sample, writeRowsCsv))
        expect(lines).toHaveLength(63 + 52 + 18 + 64 + 30 + 61)
        const uses = new Map<string, number>()
        for (const [, , use = "", why = ""] of lines) uses.set(`${use} ${why}`, (uses.get(`${use} ${why}`) ?? 0) + 1)
        expect([...uses]).toEqual([
            ["used ", 280],
            ["not-relevant not-completed", 7],
            ["not-relevant nothing-filled", 1],
        ])
    })

    test("cells are those of the file, whatever stands in them", async () => {
        const odd = `${STATEMENT_HEAD}"1","2023-03-20 17:49:08","Spot","Say ""a, b""","BTC","0.000000000000000001","=1+1"\n`
        const text = `${odd}${leg("2023-03-20 25:00:00", "Deposit", "BTC", "1")}`
        const made = await reckonExports([exportFile("X01", "a.csv", text)], { answers: new Map() })
        const [head = [], first = [], second = []] = tableOf(await bytesOf(made, writeRowsCsv))
        const cell = (line: readonly string[], name: string) => line[head.indexOf(name)]
        expect(cell(first, "operation")).toBe('Say "a, b"')
        expect(cell(first, "amount")).toBe("0.000000000000000001")
        expect(cell(first, "note")).toBe("=1+1")
        expect(cell(first, "time_utc")).toBe("2023-03-20T17:49:08Z")
        expect([cell(second, "row"), cell(second, "use"), cell(second, "why"), cell(second, "amount")]).toEqual([
            "3",
            "problem",
            "time",
            "",
        ])
    })

    test("Parquet holds the same texts, amounts as exact decimals, and is the same each time", async () => {
        const big = `${"9".repeat(21)}.5`
        const text =
            STATEMENT_HEAD +
            leg("2023-03-20 17:49:08", "Deposit", "BTC", big) +
            leg("2023-03-20 17:49:09", "Deposit", "BTC", "-0.0000000000000000001")
        const files = [...sampleExports(), exportFile("X05", "b.csv", text)]
        const made = await reckonExports(files, { answers: new Map(), window: EVENT })
        const bytes = await bytesOf(made, writeRowsParquet)
        expect(await bytesOf(made, writeRowsParquet)).toEqual(bytes)
        const file = bytes.slice().buffer
        const metadata = parquetMetadata(file)
        expect(metadata.created_by).toBe("lerpack")
        // Its reader makes floats of decimals: without their type they are bytes, as they lie there.
        for (const element of metadata.schema)
            if (element.name.endsWith("_decimal")) {
                expect([element.converted_type, element.precision, element.scale]).toEqual(["DECIMAL", 38, 18])
                delete element.converted_type
                delete element.logical_type
            }
        const read = await parquetReadObjects({ file, metadata })
        const [, ...lines] = tableOf(await bytesOf(made, writeRowsCsv))
        expect(read).toHaveLength(lines.length)
        for (const [i, line] of lines.entries())
            for (const [j, name] of ROW_COLUMNS.entries()) expect(String(read[i]?.[name] ?? "")).toBe(line[j])
        let exact = 0
        for (const one of read)
            for (const name of AMOUNT_COLUMNS) {
                const [amount, decimal] = [one[name] as string | null, one[`${name}_decimal`] as Uint8Array | null]
                const fits = amount !== null && amount !== big && !amount.endsWith("0001")
                if (!fits) expect(decimal ?? null).toBeNull()
                else expect(numberOf(decimal ?? new Uint8Array())).toBe(unitsOf(amount))
                if (fits) exact++
            }
        expect(exact).toBeGreaterThan(500)
    })
})

/** Two's complement, the highest byte first. */
function numberOf(bytes: Uint8Array): bigint {
    expect(bytes).toHaveLength(16)
    const value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
    return BigInt.asIntN(128, value)
}

/** Units of 10^-18. */
function unitsOf(text: string): bigint {
    const [whole = "", places = ""] = text.split(".")
    return BigInt(whole + places) * 10n ** BigInt(18 - places.length)
}
