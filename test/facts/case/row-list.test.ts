import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
    changeRows,
    inRowList,
    printRowList,
    printRows,
    type RowList,
    readCitedRows,
    readRowList,
} from "../../../src/facts/case/row-list.ts"

describe("rows as a person names them", () => {
    test.each<[string, ReturnType<typeof readRowList>]>([
        ["2-19", [[2, 19]]],
        [
            "4, 7-9",
            [
                [4, 4],
                [7, 9],
            ],
        ],
        ["第 4 至 39 行", [[4, 39]]],
        [
            "12～15；3",
            [
                [3, 3],
                [12, 15],
            ],
        ],
        ["rows 5", [[5, 5]]],
        ["全部", "all"],
        ["ALL", "all"],
        ["9-4", undefined],
        ["0", undefined],
        ["", undefined],
        ["4-", undefined],
        ["四", undefined],
    ])("%s", (text, expected) => expect(readRowList(text)).toEqual(expected))

    test("what is printed is read back as the same rows", () => {
        const rows = fc.uniqueArray(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 80 })
        fc.assert(
            fc.property(rows, (numbers) => {
                const list = readRowList(printRows(numbers))
                if (list === undefined) throw new Error("not read")
                const read = Array.from({ length: 2001 }, (_, row) => row).filter((row) => inRowList(list, row))
                expect(read).toEqual([...numbers].sort((a, b) => a - b))
            }),
        )
    })

    test("rows that are added or taken away are as in a set, and the list is read back", () => {
        const most = 300
        const span = fc.tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 0, max: 40 }), fc.boolean())
        fc.assert(
            fc.property(fc.array(span, { maxLength: 30 }), fc.boolean(), (changes, isAll) => {
                const rows = new Set(isAll ? Array.from({ length: 2 * most }, (_, i) => i + 1) : [])
                let list: RowList | undefined = isAll ? "all" : undefined
                for (const [from, length, isIn] of changes) {
                    for (let row = from; row <= from + length; row++) isIn ? rows.add(row) : rows.delete(row)
                    list = changeRows(list, from, from + length, isIn)
                }
                const text = list === undefined ? undefined : printRowList(list)
                const again = text === undefined ? undefined : readRowList(text)
                expect(again).toEqual(list)
                const read = [...rows].filter((row) => again !== undefined && inRowList(again, row))
                expect(read.length).toBe(rows.size)
                for (let row = 1; row <= most; row++)
                    if (!rows.has(row)) expect(again !== undefined && inRowList(again, row)).toBe(false)
            }),
        )
    })
})

describe("rows that stand for orders and transfers", () => {
    test.each([
        [
            "X03 2-4,9",
            {
                file: "X03",
                rows: [
                    [2, 4],
                    [9, 9],
                ],
            },
        ],
        ["X03 13227000002", { file: "X03", id: "13227000002" }],
        ["X05/a b.csv 7", { file: "X05/a b.csv", rows: [[7, 7]] }],
        ["X03", undefined],
        ["03 4", undefined],
    ])("%s", (text, expected) => expect(readCitedRows(text)).toEqual(expected))
})
