import { describe, expect, test } from "vitest"
import { ledgerIssues } from "../../../src/facts/ledger/findings.ts"
import { messageOf } from "../../../src/messages/index.ts"
import { ALL, exportFile, reckoned } from "./exports.ts"

/** One withdrawal in two lists of other kinds, whose clocks are some seconds apart. */

const HASH = `0x${"7c".repeat(32)}`
const OWN = "Date(UTC),Coin,Network,Amount,TransactionFee,Address,TXID,SourceAddress,PaymentID,Status\n"
const ANSWER =
    "User ID,Currency,Amount,Destination Address,Label/Tag/Memo,txId,Apply Time(UTC),Status,Network,CounterParty ID\n"
const own = (hash: string, address = "TVictim1") =>
    `2023-03-20 18:00:09,USDT,TRX,250,1,${address},${hash},,,Completed\n`
const answered = (hash: string, address = "TVictim1") =>
    `100000001,USDT,250,${address},,${hash},2023-03-20 18:00:01,Completed,TRX,\n`

async function told(first: string, second: string) {
    const files = [
        exportFile("X01", "withdraw_history.csv", first),
        exportFile("X02", "Withdrawal History.csv", second),
    ]
    const options = { ...ALL, answers: new Map() }
    const { ledger, reckoning } = await reckoned(files, options)
    expect(ledger.readings.map(({ rows }) => rows.used)).toEqual([1, 1])
    return ledgerIssues(ledger, reckoning, options).filter(({ code }) => code === "ledger.rows.same-transaction")
}

describe("a transaction of a chain in two lists", () => {
    test("is told with both places, as it counts twice", async () => {
        const [one, ...more] = await told(OWN + own(HASH), ANSWER + answered(HASH.toUpperCase().replace("0X", "0x")))
        expect(more).toEqual([])
        if (one === undefined) throw new Error("no finding")
        expect(one.params).toMatchObject({ count: 1, place: "X02 第 2 行、X01 第 2 行" })
        expect(messageOf(one, "zh-CN").message).toContain("X02 第 2 行、X01 第 2 行是同一笔链上交易")
        expect(messageOf(one, "en").message).toMatch(/^X02 row 2, X01 row 2 are one transaction of a chain/)
    })
    test("is not one where hash or receiver differ", async () => {
        expect(await told(OWN + own(HASH), ANSWER + answered(`0x${"8d".repeat(32)}`))).toEqual([])
        expect(await told(OWN + own(HASH), ANSWER + answered(HASH, "TOther2"))).toEqual([])
    })
})
