import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { fromUtf8 } from "../../../src/base/bytes.ts"
import { ROW_COLUMNS } from "../../../src/facts/ledger/rows.ts"
import { reckonExports } from "../../../src/flows/victim/ledger.ts"
import { keptLedger } from "../../../src/flows/victim/ledger-rows.ts"
import { outside, scratch } from "../../cli/run.ts"
import { cellsOf } from "../../facts/ledger/csv-cells.ts"
import { EVENT, exportFile, sampleExports } from "../../facts/ledger/exports.ts"
import { hasOffice } from "../../tool.ts"

/** Fills with what a spreadsheet would alter: long numbers, zeros in front and behind, an exponent, a formula. */
const FILLS = [
    "Uid,Time(UTC),Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit,Trade ID,Order ID",
    "100000001,2023-03-20 17:49:08,BTCUSDT,SELL,27000.10000000,0.10000000,2700.01,0.00000001,-0.50,007,20300000000000000019",
    "100000001,2023-03-20 17:49:09,BTCUSDT,SELL,27000.123456789012345678,1.000000000000000001,27000.1,0.10,0,=1+1,00120345",
    "100000001,2023-03-20 17:49:10,ETHUSDT,BUY,1700,2,3400,1,0,3-4,12E45",
].join("\n")

describe.skipIf(!hasOffice())("LibreOffice", () => {
    test("keeps every identifier and amount of the table of rows", async () => {
        const files = [...sampleExports(), exportFile("X09", "fills.csv", FILLS)]
        const { rows, workbook } = await keptLedger(await reckonExports(files, { answers: new Map(), window: EVENT }))
        const place = scratch()
        writeFileSync(join(place, "rows.xlsx"), workbook ?? new Uint8Array())
        const profile = `-env:UserInstallation=file://${place}/profile`
        // Commas, quotation marks, UTF-8.
        const to = "csv:Text - txt - csv (StarCalc):44,34,76"
        outside("soffice", ["--headless", profile, "--convert-to", to, "--outdir", place, join(place, "rows.xlsx")])
        const saved = readFileSync(join(place, "rows.csv"), "utf8")
            .replace(/^\uFEFF/, "")
            .replace(/\r?\n/g, "\r\n")
        const expected = cellsOf((fromUtf8(rows ?? new Uint8Array()) ?? "").replace(/^\uFEFF/, ""))
        const ids = expected.map((cells) => cells[ROW_COLUMNS.indexOf("order_id")])
        for (const id of ["20300000000000000019", "00120345", "12E45"]) expect(ids).toContain(id)
        expect(cellsOf(saved)).toEqual(expected)
    }, 120_000)
})
