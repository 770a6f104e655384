import { readFileSync } from "node:fs"
import { join } from "node:path"
import { zipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { utf8 } from "../../../src/base/bytes.ts"
import { sha256Hex } from "../../../src/base/digest.ts"
import { memorySource } from "../../../src/base/source.ts"
import { ledgerIssues } from "../../../src/facts/ledger/findings.ts"
import type { LedgerOptions } from "../../../src/facts/ledger/options.ts"
import type { ExportFile } from "../../../src/facts/ledger/read-file.ts"
import { openAll } from "../../../src/facts/ledger/zip-members.ts"
import { messageOf } from "../../../src/messages/index.ts"
import { ROOT } from "../../check.ts"
import { ALL, reckoned } from "./exports.ts"
import { type Cell, workbookOf } from "./workbook.ts"

/** Workbooks and pages with several exports in them. */

const STATEMENT = ["User_ID", "UTC_Time", "Account", "Operation", "Coin", "Change", "Remark"]
const MOVED = ["Date(UTC)", "Coin", "Network", "Amount", "TransactionFee", "Address", "TXID", "Status"]
const moved = (hour: string, amount: string): Cell[] => [
    `2023-03-20 ${hour}:00:00`,
    ...["BTC", "BTC", amount, "0", `bc1q${hour}`, hour.repeat(32), "Completed"],
]
const leg = (coin: string, change: string): Cell[] => ["1", "2023-03-20 10:00:00", "Spot", "Deposit", coin, change]

const book = (bytes: Uint8Array, name = "全部记录.xlsx"): ExportFile => ({
    ...{ label: "X05", name, source: memorySource(bytes), sha256: sha256Hex(bytes) },
})

async function ledgerOf(file: ExportFile, options: Partial<LedgerOptions> = ALL) {
    const { files, unread } = await openAll([file])
    const made = await reckoned(files, options)
    return { files, unread, ...made }
}

const THREE = workbookOf([
    ["全部流水", [STATEMENT, leg("BTC", "1"), leg("USDT", "5")]],
    ["充值", [MOVED, moved("11", "1")]],
    ["提现 记录", [["备注：2023 年"], MOVED, moved("12", "0.25"), moved("13", "x"), moved("14", "0.5")]],
    ["说明", [["自己写的几句话"]]],
])

describe("a workbook with several exports", () => {
    test("each sheet is a table of its own, with its name and its rows", async () => {
        const { ledger, unread } = await ledgerOf(book(THREE))
        expect(unread).toEqual([])
        expect(
            ledger.readings.map(({ label, name, report, rows, table }) => [
                label,
                name,
                report,
                rows.used,
                table.headerRow,
            ]),
        ).toEqual([
            ["X05/全部流水", "全部记录.xlsx/全部流水", "statement", 2, 1],
            ["X05/充值", "全部记录.xlsx/充值", "deposits", 1, 1],
            ["X05/提现 记录", "全部记录.xlsx/提现 记录", "withdrawals", 2, 2],
        ])
        expect(ledger.readings[2]?.problems).toEqual([
            { row: 4, why: "number-malformed", column: "amount", found: "x" },
        ])
        expect(ledger.readings.every(({ table }) => table.otherSheets === undefined)).toBe(true)
        expect(ledger.unread.map(({ label, fault }) => [label, fault])).toEqual([["X05/说明", "unknown-header"]])
    })

    test("issues and chosen rows name the sheet", async () => {
        const { ledger, reckoning } = await ledgerOf(book(THREE), {
            answers: new Map([["X05/提现 记录", { unauthorised: [[3, 3]] }]]),
        })
        const codes = ledgerIssues(ledger, reckoning, { answers: new Map() })
        expect(codes.find(({ code }) => code === "ledger.rows.problem")?.params).toMatchObject({
            label: "X05/提现 记录",
            row: 4,
        })
        expect(
            ledger.readings.flatMap(({ chosen }) => chosen.map(({ file, row, amount }) => [file, row, amount])),
        ).toEqual([["X05/提现 记录", 3, "0.25"]])
    })

    test("what was said of the workbook holds for its sheets, and what was said of one for that", async () => {
        const { ledger } = await ledgerOf(book(THREE), {
            answers: new Map([
                ["X05", { account: "7" }],
                ["X05/充值", { account: "8" }],
            ]),
        })
        expect(ledger.readings.map(({ uids }) => uids)).toEqual([["7"], ["8"], ["7"]])
    })

    test("within a ZIP it is named behind it, and told apart from its copy", async () => {
        const file = book(zipSync({ "2023/a.xlsx": THREE, "2023/b.xlsx": THREE }), "all.zip")
        const { ledger } = await ledgerOf(file, { ...ALL, answers: new Map([["X05/2023/a.xlsx", { account: "7" }]]) })
        expect(ledger.readings.map(({ label }) => label).slice(0, 4)).toEqual([
            ...["X05/2023/a.xlsx/全部流水", "X05/2023/a.xlsx/充值", "X05/2023/a.xlsx/提现 记录"],
            "X05/2023/b.xlsx/全部流水",
        ])
        expect(ledger.readings[0]?.uids).toEqual(["7"])
    })

    test("one export among sheets of notes stays the file that it was", async () => {
        const bytes = workbookOf([
            ["a", [["note"]]],
            ["b", [STATEMENT, leg("BTC", "1")]],
        ])
        const { ledger } = await ledgerOf(book(bytes))
        expect(ledger.readings.map(({ label, table }) => [label, table.otherSheets])).toEqual([["X05", ["a"]]])
    })

    test("a day and a clock that both hold the whole instant", async () => {
        // 2024-05-03 14:05:06, shown as a day in one column and as a clock in the other.
        const both = { date: "45415.586875" }
        const bytes = workbookOf([
            [
                "a",
                [
                    ["日期", "时间", "币种", "数量"],
                    [both, both, "USDT", "10"],
                ],
            ],
        ])
        const columns = { date: "日期", time: "时间", asset: "币种", amount: "数量" }
        const answers = new Map([["X05", { report: "withdrawals", zone: 480, columns } as const]])
        const { ledger } = await ledgerOf(book(bytes), { ...ALL, answers })
        expect(ledger.readings[0]?.chosen.map(({ epochMs }) => epochMs)).toEqual([Date.UTC(2024, 4, 3, 6, 5, 6)])
    })

    test("a sheet that was copied within the workbook counts once", async () => {
        const bytes = workbookOf([
            ["Sheet1", [STATEMENT, leg("BTC", "1"), leg("USDT", "5")]],
            ["Sheet1 (2)", [STATEMENT, leg("BTC", "1"), leg("USDT", "5")]],
        ])
        const { ledger } = await ledgerOf(book(bytes))
        expect(ledger.readings.map(({ rows }) => rows.used)).toEqual([2, 0])
    })

    test("names that are no names, or stand twice, are numbers", async () => {
        const rows = [STATEMENT, leg("BTC", "1")]
        const { files } = await ledgerOf(
            book(
                workbookOf([
                    ["..", rows],
                    ["a", rows],
                    ["a ", rows],
                ]),
            ),
        )
        expect(files.map(({ label }) => label)).toEqual(["X05/#1", "X05/a", "X05/#3"])
    })

    test("more than a hundred are told", async () => {
        const bytes = workbookOf(Array.from({ length: 101 }, (_, i) => [`s${String(i)}`, [STATEMENT, leg("BTC", "1")]]))
        const { files, unread } = await openAll([book(bytes)])
        expect([files.length, unread]).toEqual([
            100,
            [{ label: "X05/s100", name: "全部记录.xlsx", fault: "too-large" }],
        ])
    })

    test("of an old workbook, too", async () => {
        const bytes = new Uint8Array(readFileSync(join(ROOT, "test/typeset/office/old/libreoffice.xls")))
        const { ledger } = await ledgerOf(book(bytes, "导出.xls"))
        expect(ledger.readings.map(({ label, report, rows }) => [label, report, rows.used, rows.problem])).toEqual([
            ["X05/全部流水", "statement", 48, 0],
            ["X05/提现", "withdrawals", 1, 0],
        ])
        expect(ledger.readings[0]?.totals.find(({ asset }) => asset === "币安人生")?.sum.toString()).toBe(
            "24893.70000002",
        )
    })

    test("of a page with several tables, too", async () => {
        const table = (rows: readonly (readonly Cell[])[]) =>
            `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${String(cell)}</td>`).join("")}</tr>`).join("")}</table>`
        const page = `<html>${table([STATEMENT, leg("BTC", "1")])}${table([MOVED, moved("11", "1")])}</html>`
        const { ledger } = await ledgerOf(book(utf8(page), "Deposit.xls"))
        expect(ledger.readings.map(({ label, report }) => [label, report])).toEqual([
            ["X05/#1", "statement"],
            ["X05/#2", "deposits"],
        ])
    })
})

test("the name of a ZIP says the zone of what lies in it, where that does not say it itself", async () => {
    const text = utf8("User ID,Time,Account,Operation,Coin,Change,Remark\n1,23-03-20 10:00:00,Spot,Deposit,BTC,1,\n")
    const zip = book(
        zipSync({ "part-00000.csv": text, "b(UTC+9).csv": text }),
        "Binance-Transaction-History-202603230400(UTC+8).zip",
    )
    const { ledger } = await ledgerOf(zip)
    expect(ledger.readings.map(({ zone }) => zone)).toEqual([
        { offset: 480, from: "file-name" },
        { offset: 540, from: "file-name" },
    ])
})

test("a file of a ZIP that is damaged is told, and the others are read", async () => {
    const text = "User_ID,UTC_Time,Account,Operation,Coin,Change,Remark\n1,2023-03-20 10:00:00,Spot,Deposit,BTC,1,\n"
    const bytes = zipSync({ "a.csv": utf8(text.repeat(9)), "b.csv": utf8(text) })
    bytes[50] = (bytes[50] ?? 0) ^ 0xff
    const { ledger, unread } = await ledgerOf(book(bytes, "a.zip"))
    expect(unread).toEqual([{ label: "X05/a.csv", name: "a.zip", fault: "damaged" }])
    expect(ledger.readings.map(({ label, rows }) => [label, rows.used])).toEqual([["X05/b.csv", 1]])
})

describe("what nobody sees in a workbook", () => {
    const told = async (bytes: Uint8Array, name?: string) => {
        const { ledger, reckoning } = await ledgerOf(book(bytes, name))
        const found = ledgerIssues(ledger, reckoning, { answers: new Map(), ...ALL })
        return {
            sums: reckoning.changes.map(({ asset, value }) => `${value.toFixed()} ${asset}`),
            hidden: found.flatMap((one) => (one.code === "ledger.rows.hidden" ? [one] : [])),
            problems: ledger.readings.flatMap(({ problems }) => problems),
        }
    }
    const rows = [STATEMENT, ...["1", "2", "4", "8", "16"].map((amount) => leg("BTC", amount))]

    test("rows, columns and sheets of that sort count, and are told", async () => {
        const { sums, hidden } = await told(workbookOf([["流水", rows, { rows: [3, 4, 6], columns: [3, 6, 9] }]]))
        expect(sums).toEqual(["31 BTC"])
        expect(hidden).toMatchObject([
            {
                severity: "note",
                params: { sheet: "流水", isHidden: "no", count: 3, rows: "3-4, 6", columns: "account、change" },
            },
        ])
        expect(hidden.map((one) => messageOf(one, "zh-CN").message)).toEqual([
            "X05 的工作表“流水”里有隐藏（或者被筛选掉）的内容，仍然计入：3 行（第 3-4, 6 行）；account、change 列",
        ])
        const sheet = await told(workbookOf([["流水", rows, { sheet: true }]]))
        expect([sheet.sums, sheet.hidden]).toMatchObject([["31 BTC"], [{ params: { isHidden: "sheet", count: 5 } }]])
    })

    test("nothing is told where none of it counts", async () => {
        expect((await told(workbookOf([["流水", rows, { columns: [9] }]]))).hidden).toEqual([])
        expect((await told(workbookOf([["流水", [...rows, ["备注"]], { rows: [7] }]]))).hidden).toEqual([])
    })

    test("a formula without a result is no blank cell; an empty text that it made is one", async () => {
        const list = (fee: Cell, address: Cell = "bc1q1") =>
            workbookOf([
                [
                    "提现",
                    [MOVED, ["2023-03-20 10:00:00", "BTC", "BTC", "1", fee, address, "a".repeat(64), "Completed"]],
                ],
            ])
        const no = { formula: "D2*0.001" }
        expect((await told(list(no), "提现.xlsx")).problems).toMatchObject([
            { row: 2, column: "transactionfee", why: "no-value" },
        ])
        for (const [type, result] of [
            ["e", "#N/A"],
            ["b", "1"],
        ] as const)
            expect((await told(list({ ...no, type, result }), "提现.xlsx")).problems).toHaveLength(1)
        expect((await told(list({ ...no, type: "str", result: "" }), "提现.xlsx")).problems).toEqual([])
        expect((await told(list({ ...no, result: "0.001" }), "提现.xlsx")).problems).toEqual([])
        const { ledger } = await ledgerOf(book(list("0", no), "提现.xlsx"))
        expect(ledger.readings[0]?.rows).toMatchObject({ used: 1, spoiled: 1 })
    })
})
