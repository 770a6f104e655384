import { describe, expect, test } from "vitest"
import { ledgerIssues } from "../../../src/facts/ledger/findings.ts"
import type { LedgerOptions } from "../../../src/facts/ledger/options.ts"
import { eachLedgerRow } from "../../../src/facts/ledger/rows.ts"
import { messageOf } from "../../../src/messages/index.ts"
import { ALL, exportFile, reckoned } from "./exports.ts"

/** One withdrawal in two lists: the account's own export, and the exchange's answer, some seconds apart. */

const HASH = `0x${"7c".repeat(32)}`
const HASH2 = `0x${"8d".repeat(32)}`
const OWN = "Date(UTC),Coin,Network,Amount,TransactionFee,Address,TXID,SourceAddress,PaymentID,Status\n"
const ANSWER =
    "User ID,Currency,Amount,Destination Address,Label/Tag/Memo,txId,Apply Time(UTC),Status,Network,CounterParty ID\n"

interface Moved {
    readonly hash?: string
    readonly address?: string
    readonly amount?: string
    readonly at?: string
    readonly fee?: string
    readonly uid?: string
}
const own = ({ hash = HASH, address = "TVictim1", amount = "250", at = "18:00:09", fee = "1" }: Moved = {}) =>
    `2023-03-20 ${at},USDT,TRX,${amount},${fee},${address},${hash},,,Completed\n`
const answered = ({
    hash = HASH,
    address = "TVictim1",
    amount = "250",
    at = "18:00:01",
    uid = "100000001",
}: Moved = {}) => `${uid},USDT,${amount},${address},,${hash},2023-03-20 ${at},Completed,TRX,\n`

async function told(first: string, second: string, given: Partial<LedgerOptions> = {}) {
    const files = [
        exportFile("X01", "withdraw_history.csv", OWN + first),
        exportFile("X02", "Withdrawal History.csv", ANSWER + second),
    ]
    const options = { ...ALL, answers: new Map(), ...given }
    const { ledger, reckoning } = await reckoned(files, options)
    const sum = (of: typeof reckoning.withdrawn) => of.map(({ value, asset }) => `${value.toFixed()} ${asset}`).join()
    const about = ["ledger.overlap.", "ledger.rows.same-transaction"]
    const issues = ledgerIssues(ledger, reckoning, options).filter(({ code }) =>
        about.some((one) => code.startsWith(one)),
    )
    const uses: string[] = []
    await eachLedgerRow(ledger, files, options, ({ reading, number, use, why, isChosen }) =>
        uses.push(`${reading.label} ${String(number)} ${why ?? use}${isChosen ? " chosen" : ""}`),
    )
    return { withdrawn: sum(reckoning.withdrawn), fees: sum(reckoning.withdrawalFees), issues, uses }
}

describe("a withdrawal in two lists of one account", () => {
    test("counts once by its hash, and both rows are named", async () => {
        const bare = answered({ hash: HASH.toUpperCase().slice(2) })
        const { withdrawn, fees, issues, uses } = await told(own(), bare)
        expect([withdrawn, fees]).toEqual(["250 USDT", "1 USDT"])
        expect(uses).toEqual(["X01 2 used chosen", "X02 2 repeated"])
        const [one, ...more] = issues
        expect(more).toEqual([])
        if (one === undefined) throw new Error("no finding")
        expect(one).toMatchObject({ code: "ledger.overlap.paired", severity: "note" })
        expect(messageOf(one, "zh-CN").message).toBe(
            "X02 有 1 行和 X01 中的是同一笔，只按 X01 计一次，依据是交易哈希（或者平台的转账编号）、币种、数量都相同：X02 第 2 行 = X01 第 2 行",
        )
        expect(messageOf(one, "en").message).toContain("(X02 row 2 = X01 row 2)")
    })
    test("also where one has the fee in the amount", async () => {
        const { withdrawn, fees, issues } = await told(own(), answered({ amount: "251.00" }))
        expect([withdrawn, fees]).toEqual(["250 USDT", "1 USDT"])
        expect(issues).toMatchObject([{ code: "ledger.overlap.paired", params: { fee: "within", alone: "" } }])
    })
    test("also where the times overlap, and what one list has alone counts and is told", async () => {
        const first = own() + own({ hash: HASH2, amount: "40", at: "19:00:09" })
        const rest = answered({ hash: HASH2, amount: "40", at: "19:00:01" })
        const { withdrawn } = await told(first, answered() + rest)
        expect(withdrawn).toBe("290 USDT")
        const more = answered({ hash: `0x${"9e".repeat(32)}`, amount: "7", at: "18:30:00" })
        const { withdrawn: all, issues } = await told(first, answered() + more + rest)
        expect(all).toBe("297 USDT")
        expect(issues).toMatchObject([
            { code: "ledger.overlap.paired", severity: "warning", params: { count: 2, alone: "X02 1" } },
        ])
    })
    test("with another amount is a doubt, and nothing is reckoned", async () => {
        const { withdrawn, issues } = await told(own(), answered({ amount: "240" }))
        expect(withdrawn).toBe("")
        expect(issues).toMatchObject([{ code: "ledger.overlap.doubt", params: { by: "amount" } }])
    })
    test("without a hash beside others that have one is a doubt", async () => {
        const first = own() + own({ hash: "", amount: "40", at: "19:00:09" })
        const like = answered() + answered({ hash: HASH2, amount: "41", at: "20:00:01" })
        const { withdrawn, issues } = await told(first, like)
        expect(withdrawn).toBe("")
        expect(issues).toMatchObject([
            { code: "ledger.overlap.doubt", params: { by: "likely", place: "X01 第 3 行、X02 第 3 行" } },
        ])
    })
    test("that another receiver had, or another account made, counts by itself and is asked about", async () => {
        const cases = [answered({ address: "TOther2" }), answered({ uid: "100000002" }).repeat(1)]
        const accounts = new Map([["X01", { account: "100000001" }]])
        for (const [i, row] of cases.entries()) {
            const { withdrawn, issues } = await told(own(), row, i === 0 ? {} : { answers: accounts })
            expect(withdrawn).toBe("500 USDT")
            expect(issues).toMatchObject([{ code: "ledger.rows.same-transaction", severity: "warning" }])
        }
    })
    test("pays several receivers by one transaction", async () => {
        const first = own() + own({ address: "TOther2" })
        const { withdrawn, issues } = await told(first, answered({ address: "TOther2" }) + answered())
        expect(withdrawn).toBe("500 USDT")
        expect(issues).toMatchObject([{ params: { count: 2, alone: "" } }])
    })
    test("is reckoned with where either clock, or either list of rows, says so", async () => {
        const at = Date.UTC(2023, 2, 20, 18, 0, 1)
        expect((await told(own(), answered(), { window: { from: at, to: at } })).withdrawn).toBe("250 USDT")
        const answers = new Map([["X02", { unauthorised: [[2, 2]] as const }]])
        expect((await told(own(), answered(), { answers })).withdrawn).toBe("250 USDT")
    })
    test("within the platform is known by the platform's number", async () => {
        const { withdrawn } = await told(
            own({ hash: "Internal transfer 51376627901" }),
            answered({ hash: "51376627901" }),
        )
        expect(withdrawn).toBe("250 USDT")
    })
    test("of other hashes are two", async () => {
        const { withdrawn, issues } = await told(own(), answered({ hash: HASH2, at: "18:00:20" }))
        expect([withdrawn, issues]).toEqual(["500 USDT", []])
    })
})
