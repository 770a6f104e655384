import { describe, expect, test } from "vitest"
import {
    answerTo,
    isCited,
    printColumns,
    readColumns,
    saidOfFile,
    withAnswerTo,
    withCited,
    withFile,
    withRows,
} from "../../src/web/page/victim/exports/answers.ts"

// What the page writes into the answers of a case when something is said of an export file.

describe("what is said of a file", () => {
    test("comes into its entry, which comes to be when it is needed", () => {
        const zoned = withFile({ ref: "R" }, "X03", "zone", "UTC")
        expect(zoned).toEqual({ ref: "R", exports: [{ file: "X03", zone: "UTC" }] })
        expect(withFile({ ref: "R" }, "X03", "zone", "")).toEqual({ ref: "R" })
        expect(saidOfFile(withFile(zoned, "X03", "zone", ""), "X03", "zone")).toBe("")
    })

    test("of several entries for one file the last one that says something counts and is changed", () => {
        const tree = { exports: [{ file: "X03", zone: "UTC" }, { file: "X04" }, { file: "X03", report: "deposits" }] }
        expect(saidOfFile(tree, "X03", "zone")).toBe("UTC")
        const changed = withFile(tree, "X03", "zone", "UTC+8")
        expect(saidOfFile(changed, "X03", "zone")).toBe("UTC+8")
        expect(saidOfFile(changed, "X03", "report")).toBe("deposits")
        expect(saidOfFile(withFile(changed, "X03", "zone", ""), "X03", "zone")).toBe("")
    })

    test("a member of a ZIP keeps what was said of the whole", () => {
        const tree = { exports: [{ file: "X05", zone: "UTC+8", account: "7", unauthorised: "2" }] }
        const changed = withRows(tree, "X05/a b.csv", [[3, 4]], true)
        expect(saidOfFile(changed, "X05/a b.csv", "zone")).toBe("UTC+8")
        expect(saidOfFile(changed, "X05/a b.csv", "account")).toBe("7")
        expect(saidOfFile(changed, "X05/a b.csv", "unauthorised")).toBe("3-4")
        expect(saidOfFile(changed, "X05", "unauthorised")).toBe("2")
    })

    test("columns are read back as they were written", () => {
        const columns = new Map([
            ["成交时刻", "时间"],
            ["Coin", "币种"],
        ])
        expect(printColumns(columns)).toBe("时间=成交时刻；币种=Coin")
        expect(readColumns(printColumns(columns))).toEqual(columns)
    })
})

describe("rows", () => {
    test("are listed and taken off the list", () => {
        const listed = withRows({}, "X03", [[2, 19]], true)
        expect(saidOfFile(listed, "X03", "unauthorised")).toBe("2-19")
        expect(saidOfFile(withRows(listed, "X03", [[8, 8]], false), "X03", "unauthorised")).toBe("2-7, 9-19")
        expect(saidOfFile(withRows(listed, "X03", "all", true), "X03", "unauthorised")).toBe("全部")
        expect(saidOfFile(withRows(listed, "X03", "all", false), "X03", "unauthorised")).toBe("")
    })

    test("that stand for orders are one entry a file; others stay as they are", () => {
        const tree = { exportRows: ["X04 7", "X03 2-4", "X03 13227000002", "what is this"] }
        const more = withCited(tree, "X03", [[9, 9]], ["1"], true)
        expect(more).toEqual({ exportRows: ["X04 7", "X03 2-4,9", "X03 13227000002", "what is this"] })
        expect(isCited(more, "X03", 9, "")).toBe(true)
        expect(isCited(more, "X03", 50, "13227000002")).toBe(true)
        const less = withCited(more, "X03", [[50, 50]], ["13227000002"], false)
        expect(less).toEqual({ exportRows: ["X04 7", "X03 2-4,9", "what is this"] })
        expect(withCited(less, "X03", [[1, 9]], [""], false)).toEqual({ exportRows: ["X04 7", "what is this"] })
    })
})

describe("answers to findings", () => {
    test("are found by the finding's name in any case, changed, and taken away", () => {
        const tree = { findingAnswers: [{ finding: "l3f2a ", answer: "a" }] }
        expect(answerTo(tree, "L3F2A")).toBe("a")
        const both = withAnswerTo(withAnswerTo(tree, "L0001", "b"), "L3F2A", "c")
        expect([answerTo(both, "L3F2A"), answerTo(both, "L0001")]).toEqual(["c", "b"])
        expect(withAnswerTo(withAnswerTo(both, "L3F2A", ""), "L0001", "")).toEqual({ findingAnswers: [] })
    })
})
