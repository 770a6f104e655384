import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { readXls } from "../../../src/typeset/office/xls-read.ts"
import { ROOT } from "../../check.ts"

/** Workbooks of Excel 97 to 2003, written by LibreOffice and by xlwt, a library of Python. */

const file = (name: string) => new Uint8Array(readFileSync(join(ROOT, "test/typeset/office/old", name)))

async function sheets(name: string, wanted = {}) {
    const read = await readXls(file(name), wanted)
    if (typeof read === "string") throw new Error(read)
    return read.sheets
}

const AMOUNTS = ["1.5", "-1.2e-7", "12345", "100.25", "-3", "0.1", "1e-8", "-1234567.89"]
const remark = (i: number) => `${String(i)} ${i % 2 === 1 ? "备注长".repeat(40 + i) : "remark ".repeat(20 + i)}`

describe.each(["libreoffice.xls", "xlwt.xls"])("%s", async (name) => {
    const [sheet] = await sheets(name)

    test("numbers in all three forms, dates, and texts that go over the ends of records", () => {
        expect([sheet?.name, sheet?.rows.length]).toEqual(["全部流水", 49])
        for (const [i, row] of sheet?.rows.slice(1).entries() ?? []) {
            const [, time, , , coin, amount, note] = row.cells
            expect([row.row, time?.kind, coin?.text, amount?.kind, amount?.text]).toEqual([
                ...[i + 2, "date", ["BTC", "USDT", "币安人生"][i % 3]],
                ...["number", AMOUNTS[i % 8]],
            ])
            const isRich = i === 0 && name === "libreoffice.xls"
            expect(note?.text).toBe(isRich ? "0 plain 粗体" : remark(i))
        }
        expect(Number(sheet?.rows[1]?.cells[1]?.text)).toBeCloseTo(45005.7424537, 7)
    })

    test("damage anywhere is a fault or another table, and no error", async () => {
        const bytes = file(name)
        for (let at = 0; at < bytes.length; at += 131) {
            const damaged = bytes.slice()
            damaged[at] = (damaged[at] ?? 0) ^ 0xff
            expect(await readXls(damaged)).toBeDefined()
            if (at < bytes.length / 2) expect(await readXls(bytes.slice(0, at))).toBeTypeOf("string")
        }
    })
})

describe("libreoffice.xls", () => {
    test("formulas give their last result, texts and errors among them", async () => {
        const cells = (await sheets("libreoffice.xls"))[1]?.rows[0]?.cells.map(({ column, kind, text }) => [
            column,
            kind,
            text,
        ])
        expect(cells).toEqual([
            [1, "formula", "3"],
            [2, "formula", "a表"],
            [3, "boolean", "1"],
            [4, "error", "#DIV/0!"],
            [6, "number", "-0.25"],
            [7, "boolean", "1"],
        ])
    })

    test("sheets, rows and columns that nobody sees", async () => {
        const bytes = file("libreoffice.xls")
        const at = (sign: string) => Buffer.from(bytes).toString("latin1").search(new RegExp(sign, "s"))
        const shown = async () => {
            const read = await readXls(bytes)
            const [sheet] = typeof read === "string" ? [] : read.sheets
            const rows = sheet?.rows.filter(({ isHidden }) => isHidden === true).map(({ row }) => row)
            return [sheet?.isHidden, rows, sheet?.hiddenColumns]
        }
        expect(await shown()).toEqual([undefined, [], undefined])
        bytes[at("\x85\0..[^\0]") + 8] = 1
        const row = at("\x08\x02\x10\0\x03\0") + 16
        bytes[row] = (bytes[row] ?? 0) | 0x20
        const column = at("\x7d\0\x0c\0")
        bytes[column + 12] = (bytes[column + 12] ?? 0) | 1
        expect(await shown()).toMatchObject([true, [4], [[1, expect.any(Number)]]])
    })

    test("all sheets are named, those that are not wanted without rows", async () => {
        const counts = async (wanted: object) =>
            (await sheets("libreoffice.xls", wanted)).map(({ name, rows }) => [name, rows.length])
        expect(await counts({})).toEqual([
            ["全部流水", 49],
            ["公式", 1],
            ["提现", 2],
        ])
        expect(await counts({ only: 2 })).toEqual([
            ["全部流水", 0],
            ["公式", 0],
            ["提现", 2],
        ])
        expect((await counts({ most: 4 }))[0]?.[1]).toBeLessThan(49)
    })

    test("a stream that names one sheet many times, or sheets within each other, takes no longer than it is large", async () => {
        const bytes = file("libreoffice.xls")
        const text = Buffer.from(bytes)
        const places = [...text.toString("latin1").matchAll(/\x85\0[\s\S]{2}([\s\S]{4})\0\0/g)].map(
            ({ index }) => index,
        )
        expect(places).toHaveLength(3)
        const [first = 0, second = 0] = places
        text.copy(text, second + 4, first + 4, first + 8)
        expect(await readXls(new Uint8Array(text))).toBe("damaged")
    })
})

test("another document in the same container is old, and so is a version before 97", async () => {
    const bytes = file("xlwt.xls")
    const at = Buffer.from(bytes).indexOf(Buffer.from("W\0o\0r\0k\0b\0o\0o\0k\0"))
    const renamed = bytes.slice()
    renamed[at] = 0x42
    expect(await readXls(renamed)).toBe("old")
    const earlier = bytes.slice()
    const begin = Buffer.from(bytes).indexOf(Buffer.from([9, 8, 0x10, 0, 0, 6]))
    earlier[begin + 5] = 5
    expect(await readXls(earlier)).toBe("old")
})

test("a workbook behind a password is told", async () => {
    const bytes = file("xlwt.xls")
    // Its first record behind the beginning becomes the one that says how it is encrypted.
    const begin = Buffer.from(bytes).indexOf(Buffer.from([9, 8, 0x10, 0, 0, 6]))
    const locked = bytes.slice()
    locked.set([0x2f, 0], begin + 20)
    expect(await readXls(locked)).toBe("password")
})
