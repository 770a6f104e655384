import { describe, expect, test } from "vitest"
import { ledgerIssues } from "../../../src/facts/ledger/findings.ts"
import { ALL, exportFile, reckoned } from "./exports.ts"

/**
 * The app's lists of coins, of national money and of the card: one header, and a purchase for money stands in two of them.
 * Shapes of rows as in test files of dali-rp2, rotki and two other public importers; figures reckoned by hand.
 */

const HEAD =
    "Timestamp (UTC),Transaction Description,Currency,Amount,To Currency,To Amount,Native Currency,Native Amount,Native Amount (in USD),Transaction Kind,Transaction Hash\n"
const row = (at: string, what: string, moved: string, kind: string, hash = "") =>
    `2023-11-${at},${what},${moved},EUR,1,1.1,${kind},${hash}\n`

const COINS = [
    row("16 10:00:00", "EUR -> SOL", "EUR,-5.0,SOL,0.1", "trading.limit_order.cash_account.purchase_lock"),
    row("17 12:00:00", "EUR -> BTC", "EUR,-100.00,BTC,0.002", "viban_purchase"),
    row("17 13:00:00", "EUR -> SOL", "EUR,5.0,SOL,0.1", "trading.limit_order.cash_account.purchase_unlock"),
    row("18 12:00:00", "BTC -> EUR", "BTC,-0.001,EUR,55.00", "crypto_viban_exchange"),
    row("19 08:00:00", "Card Cashback", "CRO,0.37,,", "referral_card_cashback"),
    row("19 23:00:00", "Withdraw BTC", "BTC,-0.0005,,", "crypto_withdrawal", `0x${"5a".repeat(32)}`),
]
const MONEY = [
    row("16 11:18:14", "EUR Deposit (via SEPA)", "EUR,2000.0,EUR,2000.0", "viban_deposit"),
    row("17 12:00:20", "EUR -> BTC", "EUR,100.0,BTC,0.0020", "viban_purchase"),
    row("18 12:00:31", "BTC -> EUR", "BTC,0.001,EUR,55.0", "crypto_viban"),
    row("19 20:03:12", "Top Up Card", "EUR,400.0,EUR,400.0", "viban_card_top_up"),
    row("19 22:11:00", "EUR Withdrawal (via SEPA)", "EUR,-500.0,EUR,-500.0", "viban_withdrawal"),
]
const CARD = [
    row("19 20:04:29", "EUR Deposit", "EUR,400.0,,", ""),
    row("19 21:15:00", "Spotify P3 C6", "EUR,-12.99,,", ""),
    row("19 21:20:00", "Of", "USD,-3.97,EUR,-3.03", ""),
]

async function told(...lists: readonly (readonly string[])[]) {
    const files = lists.map((rows, i) => exportFile(`X0${String(i + 1)}`, `${String(i)}.csv`, HEAD + rows.join("")))
    const { ledger, reckoning } = await reckoned(files, ALL)
    const { changes, withdrawn, spot } = reckoning
    const sums = (of: typeof changes) => Object.fromEntries(of.map(({ asset, value }) => [asset, value.toFixed()]))
    const codes = ledgerIssues(ledger, reckoning, { ...ALL, answers: new Map() }).filter(({ code }) =>
        code.startsWith("ledger.overlap"),
    )
    return {
        changes: sums(changes),
        withdrawn: sums(withdrawn),
        sold: spot.map(({ asset, sold, quote, received }) => [asset, sold.toFixed(), quote, received?.toFixed()]),
        codes: codes.map(({ code }) => code),
    }
}

const SOLD = [
    ["EUR", "100", "BTC", "0.002"],
    ["BTC", "0.001", "EUR", "55"],
]

describe("Crypto.com's lists of coins, of money and of the card", () => {
    test("all three at once: what stands in two counts once, whichever comes first", async () => {
        const all = [COINS, MONEY, CARD] as const
        for (const lists of [all, [...all].reverse()]) {
            const { changes, withdrawn, sold, codes } = await told(...lists)
            expect(changes).toEqual({ BTC: "0.0005", CRO: "0.37", EUR: "1438.98" })
            expect(withdrawn).toEqual({ BTC: "0.0005", EUR: "516.02" })
            expect(sold).toEqual(expect.arrayContaining(SOLD))
            expect(sold).toHaveLength(2)
            expect(codes.sort()).toEqual(["ledger.overlap.apart", "ledger.overlap.apart", "ledger.overlap.paired"])
        }
    })
    test("the list of money alone: signs are those of its kinds", async () => {
        const { changes, withdrawn } = await told(MONEY)
        expect(changes).toEqual({ BTC: "0.001", EUR: "1055" })
        expect(withdrawn).toEqual({ EUR: "500" })
    })
    test("an order that waits moves nothing, and what it fills counts once", async () => {
        const filled = row(
            "17 14:00:00",
            "EUR -> SOL",
            "EUR,-5.0,SOL,0.1",
            "trading.limit_order.cash_account.purchase_commit",
        )
        const { changes } = await told([...COINS.slice(0, 1), filled])
        expect(changes).toEqual({ EUR: "-5", SOL: "0.1" })
    })
    test("both amounts are read by the marks of the file, and one that is no number is told", async () => {
        const rows = [
            "17 12:00:00;EUR -> BTC;EUR;-1100,5;BTC;0,0212;EUR;1;1,1;viban_purchase;",
            "18 12:00:00;BTC -> EUR;BTC;-0,1;EUR;x;EUR;1;1,1;crypto_viban_exchange;",
        ]
        const head = HEAD.replaceAll(",", ";")
        const text = head + rows.map((one) => `2023-11-${one}\n`).join("")
        const { ledger, reckoning } = await reckoned([exportFile("X01", "0.csv", text)], ALL)
        expect(reckoning.changes.map(({ asset, value }) => [asset, value.toFixed()])).toEqual([
            ["BTC", "0.0212"],
            ["EUR", "-1100.5"],
        ])
        expect(ledger.readings[0]?.problems).toMatchObject([{ row: 3, why: "number-malformed", column: "to amount" }])
    })
    test("what is lent until a transfer arrives is no deposit", async () => {
        const { changes } = await told([
            row("11 15:41:00", "Instant Buy Precredit", "USD,5000,USD,5000", "viban_deposit_precredit"),
            row("12 15:41:00", "USD Deposit", "USD,5000,USD,5000", "viban_deposit"),
            row("12 15:42:00", "Instant Buy Repayment", "USD,5000,USD,5000", "viban_deposit_precredit_repayment"),
        ])
        expect(changes).toEqual({ USD: "5000" })
    })
    test("a purchase with other amounts in both is a doubt, and neither counts", async () => {
        const { changes, codes } = await told(COINS, [
            ...MONEY.slice(0, 1),
            row("17 12:00:20", "EUR -> BTC", "EUR,100.0,BTC,0.0021", "viban_purchase"),
            ...MONEY.slice(2),
        ])
        expect(changes).toEqual({})
        expect(codes).toEqual(["ledger.overlap.doubt"])
    })
})
