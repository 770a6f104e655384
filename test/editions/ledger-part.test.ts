import { expect, test } from "vitest"
import { ledgerView } from "../../src/editions/police/ledger.ts"
import { lossView } from "../../src/editions/shared/loss.ts"
import { readCase } from "../../src/facts/case/load.ts"
import type { Case } from "../../src/facts/case/schema.ts"
import { renderModel } from "../../src/flows/print/compose.ts"
import { reckonExports } from "../../src/flows/victim/ledger.ts"
import { nodeHost } from "../../src/node/host.ts"
import { collectText } from "../../src/typeset/document/collect-text.ts"
import { file } from "../check.ts"
import { deskCase } from "../desks.ts"
import { ALL, exportFile, futuresOrder, leg, ORDERS_HEAD, STATEMENT_HEAD } from "../facts/ledger/exports.ts"

const TRADED: Case["incident"]["kind"] = ["unauthorised-trading"]

test("a net of futures that only a ledger tells is printed with what it is made of", async () => {
    const rows = [
        leg("2023-03-20 17:50:00", "Realized Profit and Loss", "USDT", "-120.5", "USDT-Futures"),
        leg("2023-03-20 17:50:00", "Fee", "USDT", "-1.25", "USDT-Futures"),
    ]
    const exports = [exportFile("X01", "statement.csv", STATEMENT_HEAD + rows.join(""))]
    const kept = await reckonExports(exports, { answers: new Map(), ...ALL })
    const { loaded } = readCase("case.yaml", file(deskCase()))
    if (loaded === undefined) throw new Error("the sample is not right")
    const workbook = "data/annex/ledger-rows.xlsx"
    const table = { path: "data/annex/ledger-rows.csv", sha256: "ab".repeat(32) }
    const print = (given: typeof table & { readonly workbook?: string }): string =>
        collectText(
            renderModel(
                nodeHost(),
                "zh-CN/loss-statement",
                lossView(loaded.case, ledgerView(kept, loaded.case.incident.kind, given)),
            ),
        )
    const text = print({ ...table, workbook })
    expect(text).toContain("以 USDT 结算的合约没有可以相减的成交额，按文件所记的已实现盈亏计算：−120.5 USDT")
    expect(text).toContain("合约净额：−120.5 − 1.25 = −121.75 USDT")
    expect(text).not.toContain("买入成交额")
    expect(text).toContain(`请按文本导入，或者直接打开同样内容的 ${workbook}，编号才不会被改写。`)
    expect(print(table)).toContain("请按文本导入，编号才不会被改写。")
    expect(print(table)).toContain(Array(8).fill("abababab").join(" "))
})

test("of files that contradict each other no row is said to be counted", async () => {
    const moved = (amount: string) =>
        ["17:53:00", "17:54:00", "17:55:00"].map((at) => leg(`2023-03-20 ${at}`, "Withdraw", "USDT", amount)).join("")
    const exports = [
        exportFile("X01", "one.csv", STATEMENT_HEAD + moved("-41")),
        exportFile("X02", "two.csv", STATEMENT_HEAD + moved("-42")),
    ]
    const told = JSON.stringify(
        ledgerView(await reckonExports(exports, { answers: new Map(), ...ALL }), ["unauthorised-withdrawal"]),
    )
    expect(told).toContain("读出 3 行，与 X02 同一段时间的内容不同，各项合计都没有采用")
    expect(told).toContain("第 2 至 4 行，共 3 行（没有计入合计）")
    expect(told).not.toContain("计入 3 行")
})

test("whose rows they are is told as the case tells it: who was deceived paid in person", async () => {
    const exports = [
        exportFile("X01", "statement.csv", STATEMENT_HEAD + leg("2023-03-20 17:53:00", "Withdraw", "USDT", "-41")),
    ]
    const kept = await reckonExports(exports, { answers: new Map(), ...ALL })
    const choice = (...kind: Case["incident"]["kind"]) => JSON.stringify(ledgerView(kept, kind))
    expect(choice("unauthorised-withdrawal")).toContain("哪些行不是本人操作，由报案人说明")
    expect(choice("payment-by-deception")).toContain("哪些行是因受骗付出，由报案人说明")
    expect(choice("unauthorised-trading", "payment-by-deception")).toContain(
        "哪些行不是本人操作，或者是因受骗付出，由报案人说明",
    )
})

test("the note below a table of futures counts the rows of all its markets", async () => {
    const rows = [
        futuresOrder("2023-03-20 17:50:00", 1, "TRBUSDT", "买入", "2", "40"),
        futuresOrder("2023-03-20 17:51:00", 2, "TRBUSDT", "卖出", "2", "30"),
        futuresOrder("2023-03-20 17:52:00", 3, "DARUSDT", "买入", "5", "10"),
    ]
    const exports = [exportFile("X01", "orders.csv", ORDERS_HEAD + rows.join(""))]
    const view = ledgerView(await reckonExports(exports, { answers: new Map(), ...ALL }), TRADED)
    expect(view).toMatchObject({ futures: { basis: "X01 合约委托，3 个数相加" } })
})

test("a row stands under the name of its file where the word of its class says less", async () => {
    const rows = [
        leg("2023-03-20 17:50:00", "Insurance Fund Compensation", "USDT", "3", "USDT-Futures"),
        leg("2023-03-20 17:51:00", "Fee", "USDT", "-1.25", "USDT-Futures"),
        leg("2023-03-20 17:52:00", "Binance Pay", "USDT", "-40"),
        leg("2023-03-20 17:53:00", "Withdraw", "USDT", "-41"),
    ]
    const exports = [exportFile("X01", "statement.csv", STATEMENT_HEAD + rows.join(""))]
    const view = ledgerView(await reckonExports(exports, { answers: new Map(), ...ALL }), TRADED)
    expect(view).toMatchObject({
        rows: [
            { what: "USDT-Futures 手续费", more: "文件写作 Insurance Fund Compensation" },
            { what: "USDT-Futures 手续费", more: "—" },
            { what: "Spot 提币", more: "文件写作 Binance Pay" },
            { what: "Spot 提币", more: "—" },
        ],
    })
})

test("a purchase by card is none of the conversions that its list looks like", async () => {
    const head = "Time,Method,Spend Amount,Receive Amount,Fee,Price,Status,Transaction ID\n"
    const rows = ["100.00 EUR,0.002 BTC,2.00 EUR", "0.001 BTC,49.00 EUR,1.00 EUR", "0.001 BTC,0.02 ETH,0 BTC"].map(
        (amounts) => `2023-03-20 17:50:00,Visa(*1234),${amounts},1,Successful,a1\n`,
    )
    const view = ledgerView(
        await reckonExports([exportFile("X01", "b(UTC+0).csv", head + rows.join(""))], { answers: new Map(), ...ALL }),
        TRADED,
    )
    expect(view).toMatchObject({ rows: [{ what: "用法币买币" }, { what: "卖币换法币" }, { what: "闪兑" }] })
})
