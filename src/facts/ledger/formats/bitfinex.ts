import { type Format, layout, operationsBy } from "../format.ts"
import type { LedgerRow, Market } from "../row.ts"

const EXCHANGE = "Bitfinex"
/** Its reports have the zone that the account chose, and UTC where none was. */
const UTC = 0

/** Its own names of three letters. */
const NAMES: ReadonlyMap<string, string> = new Map([
    ["UST", "USDT"],
    ["UDC", "USDC"],
    ["IOT", "IOTA"],
    ["DSH", "DASH"],
    ["QTM", "QTUM"],
    ["ALG", "ALGO"],
    ["ATO", "ATOM"],
])

const OPERATIONS = operationsBy({
    trade: "exchange *",
    fee: "trading fees*|trading fee*|crypto withdrawal fee*|unused margin funding*|used margin funding*",
    transfer: "transfer of*",
    deposit: "deposit*",
    withdrawal: "withdrawal*|canceled withdrawal*|cancelled withdrawal*",
    realised: "settlement*|position closed*|position #*",
    funding: "position funding cost*|funding event*",
    interest: "margin funding payment*|interest payment*|staking*|earned fees*|affiliate rebate*|rebate*",
})

/** `BTC Withdrawal #123 on wallet exchange`: the asset comes first. */
function withWithdrawal(row: LedgerRow): LedgerRow {
    const isOut = row.class === "unknown" && /\bwithdrawal #\d/i.test(row.operation ?? "")
    return isOut ? { ...row, class: "withdrawal" } : row
}

const marketOf = (wallet: string): Market | undefined => (/margin/i.test(wallet) ? "margin" : undefined)

/** Headers as a dozen public importers have them; dates in the order that was chosen, the day first unless another was. */
const DATES = { strokes: "dmy", yearLast: true, likelyZone: UTC } as const

export const BITFINEX: readonly Format[] = [
    {
        id: "bitfinex.ledger",
        exchange: EXCHANGE,
        report: "statement",
        kind: "change",
        operations: OPERATIONS,
        assetNames: NAMES,
        marketOf,
        refine: withWithdrawal,
        again: "Reports / Ledgers → Export (UTC, DD-MM-YY)",
        ...DATES,
        layouts: [
            layout(
                "2021",
                "en",
                "_?=#, operation=DESCRIPTION, asset=CURRENCY, amount=AMOUNT, balance=BALANCE, time=DATE{z}, wallet=WALLET",
            ),
        ],
    },
    {
        id: "bitfinex.trades",
        exchange: EXCHANGE,
        report: "spot-trades",
        kind: "trade",
        market: "spot",
        assetNames: NAMES,
        sideBySign: true,
        valueByPrice: true,
        signedFee: true,
        again: "Reports / Trades → Export (UTC, DD-MM-YY)",
        ...DATES,
        layouts: [
            layout(
                "2021",
                "en",
                "trade=#, symbol=PAIR, filled=AMOUNT, price=PRICE, fee=FEE, _?=FEE PERC, feeAsset=FEE CURRENCY, time=DATE{z}, order=ORDER ID",
            ),
        ],
    },
]
