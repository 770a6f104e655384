import { describe, expect, test } from "vitest"
import type { RowList } from "../../../src/facts/case/row-list.ts"
import { ledgerIssues } from "../../../src/facts/ledger/findings.ts"
import type { LedgerOptions } from "../../../src/facts/ledger/options.ts"
import type { ExportFile } from "../../../src/facts/ledger/read-file.ts"
import { ALL, exportFile, reckoned } from "./exports.ts"

describe("rows that somebody means and that no sum has", () => {
    const head = "Date(UTC+0),Coin,Network,Amount,Fee,Address,TXID,Status\n"
    const row = (second: number, amount: number, state: string, hash = String(amount)) =>
        `2024-05-07 02:40:0${String(second)},USDT,TRX,${String(amount)},0,TVictim1,${hash.padStart(64, "a")},${state}\n`
    const told = async (files: readonly ExportFile[], answers: LedgerOptions["answers"] = new Map()) => {
        const options = { ...(answers.size === 0 ? ALL : {}), answers }
        const { ledger, reckoning } = await reckoned(files, options)
        const found = ledgerIssues(ledger, reckoning, options)
        return {
            withdrawn: reckoning.withdrawn.map(({ value }) => value.toFixed()).join(),
            found: found.flatMap(({ code, params }) =>
                /no-row|packed|waiting|differs/.test(code) ? [{ code, params }] : [],
            ),
        }
    }

    test("what was not completed is told with its sum", async () => {
        const states = [
            "区块确认中",
            "待处理",
            "失败",
            "审核未通过",
            "unsuccess",
            "部分退款",
            "成功（未到账）",
            "已发送",
            "已完成，待评价",
            "Airdropped",
        ]
        const rows = states.map((state, i) => row(i, 2 ** i, state))
        const { withdrawn, found } = await told([exportFile("X01", "Withdraw History.csv", head + rows.join(""))])
        expect(withdrawn).toBe("960")
        expect(found).toEqual([
            {
                code: "ledger.chosen.waiting",
                params: {
                    label: "X01",
                    count: 3,
                    rows: "2-3, 7",
                    states: "区块确认中、待处理、部分退款",
                    sums: "35 USDT",
                },
            },
        ])
    })

    test("of a later export in which it was completed it counts, and the earlier one contradicts nothing", async () => {
        const early = exportFile(
            "X01",
            "Withdraw History.csv",
            head + row(3, 300, "Processing", "") + row(1, 100, "Completed"),
        )
        const rows = [
            row(5, 5, "Completed"),
            row(4, 4, "Completed"),
            row(3, 300, "Completed"),
            row(1, 100, "Completed"),
        ]
        const later = exportFile("X02", "Withdraw History (1).csv", head + rows.join(""))
        expect(await told([early, later])).toEqual({ withdrawn: "409", found: [] })
        expect(await told([later, early].map((file, i) => ({ ...file, label: `X0${String(i + 1)}` })))).toEqual({
            withdrawn: "409",
            found: [],
        })
        const only = exportFile("X03", "Withdraw History (2).csv", head + row(3, 300, "Processing", ""))
        expect((await told([later, only])).withdrawn).toBe("409")
    })

    test("listed ones that the file does not have, or that an archive has within", async () => {
        const file = exportFile("X01", "Withdraw History.csv", head + row(1, 1, "Completed"))
        const list = (label: string, unauthorised: RowList) => new Map([[label, { unauthorised }]])
        expect(
            (
                await told(
                    [file],
                    list("X01", [
                        [2, 5],
                        [9, 9],
                    ]),
                )
            ).found,
        ).toEqual([{ code: "ledger.chosen.no-row", params: { label: "X01", rows: "3-5, 9", end: 2 } }])
        expect(await told([file], list("X01", [[2, 1_999_999]]))).toEqual({ withdrawn: "1", found: [] })
        const within = { ...file, label: "X01/a.csv" }
        expect(await told([within], list("X01", [[2, 2]]))).toEqual({
            withdrawn: "",
            found: [{ code: "ledger.chosen.packed", params: { label: "X01", rows: "2", names: "X01/a.csv" } }],
        })
        expect(await told([within], list("X01", "all"))).toEqual({ withdrawn: "1", found: [] })
    })

    test("of a name that says deposits and withdrawals it is asked which they are", async () => {
        const text = head + row(1, 1, "Completed")
        const names = ["Fiat Deposit & Withdrawal History.csv", "充值提现记录.csv"]
        for (const name of names)
            expect(await reckoned([exportFile("X01", name, text)], ALL)).toMatchObject({ reckoning: { withdrawn: [] } })
        const within = await reckoned([exportFile("X01", "充值提现记录.xlsx/提现", text)], ALL)
        expect(within.reckoning.withdrawn).toHaveLength(1)
    })
})

test("of a market whose coins have columns of their own the blank one is named", async () => {
    const text = "t(UTC),基,计,方向,数,额\n2024-05-03 14:05:06,BTC,,买入,1,6\n2024-05-03 14:05:06,BTC,EUR,买入,1,6\n"
    const columns = { time: "t(UTC)", base: "基", quote: "计", side: "方向", filled: "数", value: "额" }
    const answers = new Map([["X01", { report: "spot-orders", columns } as const]])
    const { ledger } = await reckoned([exportFile("X01", "a.csv", text)], { ...ALL, answers })
    expect(ledger.readings[0]?.problems).toMatchObject([{ why: "missing", column: "计" }])
})

test("of a list with a column of the way those that came in or went nowhere are left out, in any words", async () => {
    const ways = ["Transfer in,O,V", "收,O,V", "自转,V,V", "Transfer out,V,T", "支,V,T", "转账,V,T"]
    const rows = ways.map((way, i) => `2024-05-03 14:05:0${String(i)},${way},${String(2 ** i)},USDT\n`)
    const columns = { time: "t(UTC)", side: "方向", from: "来", address: "去", amount: "数", asset: "币" }
    const answers = new Map([["X01", { report: "withdrawals", columns } as const]])
    const file = exportFile("X01", "a.csv", `t(UTC),方向,来,去,数,币\n${rows.join("")}`)
    const { reckoning } = await reckoned([file], { ...ALL, answers })
    expect(reckoning.withdrawn.map(({ value }) => value.toFixed())).toEqual(["56"])
})
