import { type Format, layout, operationsBy, type Role } from "../format.ts"
import type { LedgerRow } from "../row.ts"
import { type Pair, splitSymbol } from "../units.ts"

const EXCHANGE = "Kraken"

/** Kraken's own names: `X` before coins, `Z` before national money. */
const NAMES: ReadonlyMap<string, string> = new Map([
    ["XBT", "BTC"],
    ["XXBT", "BTC"],
    ["XDG", "DOGE"],
    ["XXDG", "DOGE"],
    ...["ETH", "ETC", "LTC", "XRP", "XLM", "XMR", "ZEC", "REP", "MLN"].map((name) => [`X${name}`, name] as const),
    ...["USD", "EUR", "GBP", "CAD", "JPY", "AUD", "CHF"].map((name) => [`Z${name}`, name] as const),
])

const OPERATIONS = operationsBy({
    trade: "trade|sale",
    realised: "margin|settled",
    transfer: "transfer|spottostaking|stakingfromspot|stakingtospot|spotfromstaking|spotfromfutures|spottofutures",
    deposit: "deposit",
    withdrawal: "withdrawal",
    fee: "rollover|custodytransfer",
    interest: "staking|earn|reward|dividend|credit|airdrop|invite bonus",
    // Bought with one press of a button, which is in no list of trades.
    convert: "conversion|adjustment|spend|receive",
})

function pairOf(symbol: string): Pair | undefined {
    const [, base = "", quote = ""] = /^(X[A-Z]{3})([XZ][A-Z]{3})$/.exec(symbol.toUpperCase()) ?? []
    return NAMES.has(base) && NAMES.has(quote) ? { base, quote } : splitSymbol(symbol)
}

/** Deposits and withdrawals stand twice: first without an entry of their own, while they are not booked. */
function withoutUnbooked(row: LedgerRow, cell: (role: Role) => string): LedgerRow {
    return cell("client") === "" && cell("balance") === "" ? { ...row, status: "pending" } : bookedRow(row)
}

function bookedRow({ clientOrderId: _entry, ...row }: LedgerRow): LedgerRow {
    return row
}

const TRADES =
    "trade=txid, order=ordertxid, symbol=pair, time=time{z}, side=type, type=ordertype, price=price, value=cost, fee=fee, filled=vol, _=margin, _=misc, _=ledgers"

export const KRAKEN: readonly Format[] = [
    {
        // Legs of one event have the same refid; the balance changes by the amount less the fee.
        id: "kraken.ledgers",
        exchange: EXCHANGE,
        report: "statement",
        kind: "change",
        zone: 0,
        feeBesides: true,
        assetNames: NAMES,
        operations: OPERATIONS,
        refine: withoutUnbooked,
        layouts: [
            layout(
                "any",
                "en",
                "client=txid, trade=refid, time=time, operation=type, type=subtype, _=aclass, _?=subclass, asset=asset, wallet?=wallet, amount=amount, fee=fee, balance=balance, _?=amountusd, _?=feeusd, _?=balanceusd, feeAsset?=feecurrency",
            ),
        ],
    },
    {
        id: "kraken.trades",
        exchange: EXCHANGE,
        report: "spot-trades",
        kind: "trade",
        market: "spot",
        zone: 0,
        feeIn: "quote",
        assetNames: NAMES,
        pairOf,
        layouts: [
            layout(
                "any",
                "en",
                `${TRADES}, _?=aclass, _?=subclass, _?=costusd, _?=postxid, _?=posstatuscode, _?=cprice, _?=ccost, _?=cfee, _?=cvol, _?=cmargin, _?=net, _?=trades, _?=posstatus`,
            ),
        ],
    },
]
