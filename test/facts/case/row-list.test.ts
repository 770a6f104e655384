import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { inRowList, printRows, readRowList } from "../../../src/facts/case/row-list.ts"

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
})
