import { unzipSync, zipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { type Issue, printPath } from "../../../../src/base/issue.ts"
import { readCaseFiles } from "../../../../src/facts/case/form/case-files.ts"
import { settle } from "../../../../src/facts/case/form/settle.ts"
import { readWorkbook } from "../../../../src/facts/case/form/workbook-read.ts"
import { printWorkbook } from "../../../../src/facts/case/form/workbook-write.ts"
import { readYaml } from "../../../../src/facts/case/yaml.ts"
import type { ReadSheet } from "../../../../src/typeset/office/sheet.ts"
import { readXlsx } from "../../../../src/typeset/office/xlsx-read.ts"
import { writeXlsx } from "../../../../src/typeset/office/xlsx-write.ts"
import { sampleText } from "../../../check.ts"

const answers = settle(readYaml("c", new TextEncoder().encode(sampleText("sample-case", "case.yaml")), "keep").value)
const bytes = printWorkbook(answers, { lang: "zh-CN", desks: [] })
const sheets: readonly ReadSheet[] = readXlsx(bytes, []).sheets ?? []

type Rows = string[][]
const rowsOf = ({ rows }: ReadSheet): Rows => {
    const all: Rows = []
    for (const { row, cells } of rows)
        for (const { column, text } of cells) {
            all[row - 1] ??= []
            const into = all[row - 1]
            if (into) into[column - 1] = text
        }
    return Array.from(all, (row = []) => Array.from(row, (text = "") => text))
}
/** The workbook as a program saves it after somebody changed its rows; a name for each sheet. */
const changed = (change: (rows: Rows, name: string) => Rows, rename = (name: string) => name) =>
    writeXlsx(
        sheets.map((sheet) => ({
            name: rename(sheet.name),
            widths: [],
            headerRows: 0,
            rows: change(rowsOf(sheet), sheet.name),
        })),
    )
const on = (name: string, change: (rows: Rows) => Rows) =>
    changed((rows, sheet) => (sheet === name ? change(rows) : rows))
const read = (file: Uint8Array) => readWorkbook("案件信息.xlsx", file)
const shown = (issues: readonly Issue[]) => issues.map((one) => `${one.severity} ${one.code} ${printPath(one.path)}`)

describe("takes the workbook as people leave it", () => {
    test.each([
        ["as it is", changed((rows) => rows)],
        ["rows put in between and above", changed((rows) => rows.flatMap((row) => [[], row]))],
        [
            "columns moved",
            changed((rows) => rows.map((row) => [...Array.from({ length: 20 }, (_, i) => row[i] ?? "")].reverse())),
        ],
        [
            "sheets renamed",
            changed(
                (rows) => rows,
                (name) => `表${name.slice(0, 1)}${String(sheets.findIndex((one) => one.name === name))}`,
            ),
        ],
        [
            "without the hidden names",
            changed((rows, name) =>
                name === "案件信息" ? rows.map((row) => row.slice(0, 6)) : rows.filter((_, i) => i !== 3),
            ),
        ],
        [
            "heads in other words",
            changed((rows, name) =>
                name === "案件信息" ? rows : rows.map((row, i) => (i === 2 ? row.map((text) => `${text}*`) : row)),
            ),
        ],
    ])("%s", (_, file) => {
        const { value, issues } = read(file)
        expect(shown(issues)).toEqual([])
        expect(settle(value)).toEqual(answers)
    })

    test("`无` in the first cell answers the question about keys", () => {
        const key = (apiKey: object) => (settle({ apiKey }) as { apiKey: object }).apiKey
        for (const said of ["无", "没有"])
            expect(key({ thirdParty: said })).toEqual({ thirdParty: said, permissions: [], state: "none" })
        expect(key({ thirdParty: "无", state: "已删除" })).toMatchObject({ state: "deleted" })
        expect(key({ thirdParty: "无名机器人" })).not.toHaveProperty("state")
    })

    test("rows sorted: entries come in their new order and stay whole", () => {
        const { value, issues } = read(on("少了什么", (rows) => [...rows.slice(0, 6), ...rows.slice(6).reverse()]))
        expect(issues).toEqual([])
        const assets = (settle(value) as { loss: { assets: unknown[] } }).loss.assets
        expect(assets).toEqual([...(answers as { loss: { assets: unknown[] } }).loss.assets].reverse())
    })

    test("one statement of a party after the other, without numbers", () => {
        const head = rowsOf(sheets.find(({ name }) => name === "各方说法") ?? { name: "", rows: [] }).slice(0, 6)
        const row = (party: string, text: string, answer: string) => [
            "",
            "",
            "",
            party,
            "",
            "",
            "",
            text,
            "",
            "",
            answer,
        ]
        const file = on("各方说法", () => [
            ...head,
            row("客服", "一", "甲"),
            row("", "", "乙"),
            [],
            row("平台", "二", ""),
            row("客服", "三", "丙"),
            row("", "四", ""),
        ])
        expect((settle(read(file).value) as { positions: unknown }).positions).toEqual([
            {
                party: "客服",
                statements: [{ text: "一", answers: ["甲", "乙"] }, { text: "三", answers: ["丙"] }, { text: "四" }],
            },
            { party: "平台", statements: [{ text: "二" }] },
        ])
    })
})

describe("each finding names sheet, cell and label", () => {
    const put = (rows: Rows, row: number, column: number, text: string): Rows => {
        const copy = rows.map((one) => [...one])
        while (copy.length < row) copy.push([])
        const into = copy[row - 1] ?? []
        while (into.length < column) into.push("")
        into[column - 1] = text
        return copy
    }
    const CASES: readonly [what: string, file: Uint8Array, found: readonly string[]][] = [
        [
            "an answer beside the form",
            on("案件信息", (rows) => put(rows, 5, 9, "旁注")),
            ["warning case.form.stray 案件信息.xlsx 案件信息!I5 -"],
        ],
        [
            "an answer in a row of one's own",
            on("案件信息", (rows) => [...rows, ["", "微信号", "abc"]]),
            [
                `error case.form.row-unknown 案件信息.xlsx 案件信息!C${String(rowsOf(sheets[0] ?? { name: "", rows: [] }).length + 1)} -`,
            ],
        ],
        [
            "an answer in the row of the example",
            on("少了什么", (rows) => put(rows, 6, 3, "81,200.55")),
            ["error case.form.example 案件信息.xlsx 少了什么!C6 数量"],
        ],
        [
            "an answer in the row of notes",
            on("少了什么", (rows) => put(rows, 5, 2, "USDT")),
            ["error case.form.example 案件信息.xlsx 少了什么!B5 币种"],
        ],
        [
            "a clue without its class",
            on("线索", (rows) => put(rows, 40, 4, "203.0.113.9")),
            ["error case.form.class-missing 案件信息.xlsx 线索!B40 类别"],
        ],
        [
            "a class of one's own",
            on("线索", (rows) => put(put(rows, 40, 2, "车牌"), 40, 4, "1")),
            ["error case.form.class-unknown 案件信息.xlsx 线索!B40 类别"],
        ],
        [
            "what the class does not have",
            on("线索", (rows) => put(put(put(rows, 40, 2, "IP 地址"), 40, 4, "203.0.113.9"), 40, 5, "110")),
            ["error case.form.not-of-class 案件信息.xlsx 线索!E40 电话"],
        ],
        [
            "a remark on nobody's statement",
            on("各方说法", (rows) => put(rows.slice(0, 6), 9, 11, "不同意")),
            ["error case.form.orphan 案件信息.xlsx 各方说法!K9 哪一方"],
        ],
        [
            "a sheet of one's own",
            writeXlsx([
                ...sheets.map((one) => ({ name: one.name, widths: [], headerRows: 0, rows: rowsOf(one) })),
                { name: "补充", widths: [], headerRows: 0, rows: [["还有一件事"]] },
            ]),
            ["warning case.form.stray 案件信息.xlsx 补充!A1 -"],
        ],
    ]
    test.each(CASES)("%s", (_, file, found) => {
        expect(shown(read(file).issues)).toEqual(found)
    })

    test("of the schema too", () => {
        const file = on("少了什么", (rows) => put(rows, 7, 3, "81.200,55"))
        const found = shown(readCaseFiles({ workbook: file }).issues.filter(({ severity }) => severity === "error"))
        expect(found).toEqual(["error money.amount.ambiguous 案件信息.xlsx 少了什么!C7 数量"])
    })

    test("another workbook, another kind of file", () => {
        expect(shown(read(writeXlsx([{ name: "a", widths: [], headerRows: 0, rows: [["x"]] }])).issues)).toEqual([
            "error case.form.columns 案件信息.xlsx",
        ])
        expect(shown(read(new TextEncoder().encode("a,b")).issues)).toEqual([
            "error office.file.not-xlsx 案件信息.xlsx",
        ])
    })
})

test("cells that a program made numbers or days are read back where their meaning is kept, with a warning", () => {
    const parts = unzipSync(printWorkbook(settle({ reporter: { name: "甲" } }), { lang: "zh-CN", desks: [] }))
    const sheet = "xl/worksheets/sheet2.xml"
    const xml = new TextDecoder()
        .decode(parts[sheet])
        .replace(/<c r="B7"[^>]*\/>/, '<c r="B7" t="inlineStr"><is><t>USDT</t></is></c>')
        .replace(/<c r="C7"[^>]*\/>/, '<c r="C7"><v>81200.55</v></c>')
        .replace(/<c r="C8"[^>]*\/>/, '<c r="C8"><v>1.5E+20</v></c>')
    const { value, issues } = read(zipSync({ ...parts, [sheet]: new TextEncoder().encode(xml) }))
    expect(shown(issues)).toEqual([
        "warning request.form.number-cell 案件信息.xlsx 少了什么!C7 数量",
        "error office.cell.number 案件信息.xlsx 少了什么!C8 数量",
    ])
    expect(settle(value)).toMatchObject({ loss: { assets: [{ asset: "USDT", amount: "81200.55" }] } })
    const days = new TextDecoder()
        .decode(parts["xl/worksheets/sheet1.xml"])
        .replace(
            /(<t[^>]*>C2C 的起始日期<\/t><\/is><\/c>)<c r="(C\d+)"[^>]*\/>/,
            '$1<c r="$2" t="d"><v>2020-03-01</v></c>',
        )
    const read2 = read(zipSync({ ...parts, "xl/worksheets/sheet1.xml": new TextEncoder().encode(days) }))
    expect(read2.issues.map(({ code }) => code)).toEqual(["request.form.date-cell"])
    expect(settle(read2.value)).toMatchObject({ loss: { c2c: { from: "2020-03-01" } } })
})
