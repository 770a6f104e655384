import { describe, expect, test } from "vitest"
import { withoutFiles } from "../../../../src/facts/case/form/without-files.ts"

describe("the answers of a case without a file", () => {
    const CASE = {
        ref: "E001",
        loss: {
            netLoss: { value: "1", evidence: ["E001", "X03"] },
            assets: [{ asset: "BTC", evidence: "E001、E002" }],
        },
        timeline: [{ what: "见 E001", evidence: ["E001"] }, { what: "卖出" }, { what: "买入", evidence: ["E0010"] }],
        exports: [{ file: "X03", zone: "UTC" }, { file: "X03/a.csv" }, { file: "X030" }, { zone: "UTC" }],
        exportRows: ["X03 12-15", "X03/a b.csv 2", "X030 2", "X04 全部", ""],
    }

    test("cites it nowhere; what is said of others and in words stays", () => {
        expect(withoutFiles(CASE, new Set(["E001"]))).toEqual({
            count: 3,
            answers: {
                ...CASE,
                loss: { netLoss: { value: "1", evidence: ["X03"] }, assets: [{ asset: "BTC", evidence: ["E002"] }] },
                timeline: [{ what: "见 E001", evidence: [] }, { what: "卖出" }, { what: "买入", evidence: ["E0010"] }],
            },
        })
    })

    test("says nothing of an export and chooses no row of it, nor of the files in it", () => {
        expect(withoutFiles(CASE, new Set(["X03"]))).toEqual({
            count: 5,
            answers: {
                ...CASE,
                loss: { netLoss: { value: "1", evidence: ["E001"] }, assets: CASE.loss.assets },
                exports: [{ file: "X030" }, { zone: "UTC" }],
                exportRows: ["X030 2", "X04 全部", ""],
            },
        })
    })

    test("is as it was where it says nothing of it, also where nothing was answered", () => {
        for (const answers of [CASE, {}, undefined, null, "E001", { evidence: 5, exports: "X03" }])
            expect(withoutFiles(answers, new Set(["E009"]))).toEqual({ answers, count: 0 })
    })
})
