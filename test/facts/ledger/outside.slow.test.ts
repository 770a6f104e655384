import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { tellLedger } from "../../../src/facts/ledger/tell.ts"
import { ROOT } from "../../check.ts"
import { outside, scratch } from "../../cli/run.ts"
import { tool } from "../../tool.ts"
import {
    ALL,
    EVENT,
    exportFile,
    futuresOrder,
    later,
    leg,
    ORDERS_HEAD,
    reckoned,
    SAMPLE_NAMES,
    STATEMENT_HEAD,
    sampleExport,
} from "./exports.ts"

/** An outside program, with decimals of its own, reckons with the same files and gets the same figures. */

type Files = Readonly<Record<string, string>>

const SCRIPT = join(ROOT, "test/facts/ledger/recompute.py")
const SAMPLE = Object.fromEntries(SAMPLE_NAMES.map((name) => [name, sampleExport(name)]))

/** What we make of the files, in the names of the script. */
async function ours(files: Files, window: { readonly from: number; readonly to: number }) {
    const exports = Object.entries(files).map(([name, text], i) =>
        exportFile(`X${String(i + 1).padStart(2, "0")}`, name, text),
    )
    const { ledger, reckoning, signals } = await reckoned(exports, { window })
    const { totals, averages } = tellLedger(ledger, reckoning, signals, window, new Map())
    const figures: Record<string, string> = {}
    for (const { what, name, asset, exact, rounded } of totals) {
        const [market = "", part = ""] = what.split("-")
        if (what === "futures-net")
            Object.assign(figures, { [`net ${asset}`]: exact, [`net ${asset} rounded`]: rounded })
        else if (what === "futures-fee" || what === "spot-fee" || what === "change") figures[`${what} ${asset}`] = exact
        else if (what === "futures-bought" || what === "futures-sold") figures[`futures ${name ?? ""} ${part}`] = exact
        else if (what === "futures-paid") figures[`futures ${name ?? ""} bought-value`] = exact
        else if (what === "futures-received") figures[`futures ${name ?? ""} sold-value`] = exact
        else if (market === "spot") figures[`spot ${name ?? asset} ${part}`] = exact
    }
    for (const { what, asset, fiat, average, quantity, total } of averages) {
        const name = `${what} ${asset} ${fiat}`
        Object.assign(figures, {
            [`${name} average`]: average,
            [`${name} quantity`]: quantity,
            [`${name} total`]: total,
        })
    }
    return figures
}

function theirs(files: Files, ...span: readonly string[]): Record<string, string> {
    const folder = scratch()
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    const figures = JSON.parse(outside("python3", [SCRIPT, folder, ...span])) as Record<string, string>
    // A change that comes out even is no figure.
    return Object.fromEntries(
        Object.entries(figures).filter(([name, value]) => !name.startsWith("change ") || value !== "0"),
    )
}

/** Numbers of a fixed sequence (Park and Miller 1988). */
function sequence(seed: number): (below: number) => number {
    let state = seed
    return (below) => {
        state = (state * 48_271) % 2_147_483_647
        return state % below
    }
}

/** Files of about so many rows: orders of which some were cancelled with fills, spot sales, fees, C2C. */
function made(rows: number): Files {
    const next = sequence(rows)
    const digits = (places: number): string => Array.from({ length: places }, () => String(next(10))).join("")
    const amount = (): string => `${String(1 + next(5000))}.${digits(1 + next(8))}`
    const orders: string[] = []
    const legs: string[] = []
    const c2c: string[] = []
    for (let i = 0; orders.length + legs.length + c2c.length < rows; i++) {
        const [quantity, at] = [amount(), later(i * 20)]
        const symbol = ["TRBUSDT", "PERPUSDT", "1INCHUSDT"][next(3)] ?? ""
        const cancelled = next(4) === 0 ? { status: "已撤销", filled: quantity } : {}
        const ordered = next(4) === 0 ? "99999" : quantity
        orders.push(futuresOrder(at, 2 * i + 1, symbol, "买入", ordered, amount(), { filled: quantity, ...cancelled }))
        orders.push(futuresOrder(later(i * 20 + 9), 2 * i + 2, symbol, "卖出", quantity, amount(), cancelled))
        legs.push(leg(at, "Fee", next(5) === 0 ? "BNB" : "USDT", `-0.${digits(8 + next(11))}1`, "USDT-Futures"))
        const coin = ["BTC", "ETH", "SHIB"][next(3)] ?? ""
        legs.push(leg(later(i * 20 + 3), "Transaction Sold", coin, `-${amount()}`))
        legs.push(leg(later(i * 20 + 3), "Transaction Revenue", "USDT", amount()))
        legs.push(leg(later(i * 20 + 3), "Transaction Fee", "USDT", `-0.${digits(8)}`))
        const [side, state] = [["购买", "出售"][next(2)] ?? "", ["已完成", "已完成", "已取消"][next(3)] ?? ""]
        c2c.push(`20${String(10 ** 17 + i)},${side},USDT,CNY,${amount()},7.04,${amount()},"",甲,${state},${at}\n`)
    }
    return {
        "c2c.csv": `订单号,订单类型,币种,法币,总价,价格,数量,汇率,交易方,状态,创建时间\n${c2c.join("")}`,
        "orders.csv": ORDERS_HEAD + orders.join(""),
        "statement.csv": STATEMENT_HEAD + legs.join(""),
    }
}

describe.skipIf(!tool("python3"))("a program of another make gets the same figures", () => {
    test("of the sample", async () => {
        const expected = theirs(SAMPLE, "2023-03-20 17:49:08", "2023-03-20 22:39:31")
        expect(expected["net USDT rounded"]).toBe("-40856.89")
        expect(expected["purchased USDT CNY total"]).toBe("1036485.2")
        expect(await ours(SAMPLE, EVENT)).toEqual(expected)
    })

    test.each([60, 5000])("of files of %d rows", async (rows) => {
        const files = made(rows)
        const expected = theirs(files)
        expect(Object.keys(expected).length).toBeGreaterThan(20)
        expect(await ours(files, ALL.window)).toEqual(expected)
    })
})
