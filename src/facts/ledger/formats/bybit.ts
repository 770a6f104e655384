import { type Format, layout, operationsBy } from "../format.ts"
import { negate } from "../number.ts"
import type { LedgerRow } from "../row.ts"

const EXCHANGE = "Bybit"

const OPERATIONS = operationsBy({
    trade: "trade|spot trade|buy|sell|liquidation|adl|delivery",
    realised: "realised p&l|realized p&l|close position",
    funding: "funding*|settlement*",
    fee: "fee|trading fee*|commission*|fee refund|fee_refund",
    transfer: "transfer*|flexible staking transfer*|spot to*|funding to*|internal transfer*|convert to uta*",
    deposit: "deposit*|userdeposit",
    withdrawal: "withdraw*|userwithdrawal|bybit card*",
    // Small balances that are converted have no type in the log (a public importer of files of 2026).
    convert: "|convert*|auto-conversion*|coin swap*|currency buy*|currency sell*|currency_buy*|currency_sell*|dust*",
    purchase: "fiat*|p2p*|one-click buy*",
    // Interest is what is paid on loans (https://bybit-exchange.github.io/docs/v5/enum#typeuta-translog).
    loan: "borrow*|repay*|interest|loans_*|floating_to_fixed*|spot_repayment*",
    earn: "*_subscription|*_redemption|flexible savings subscription|flexible savings redemption",
    interest:
        "interest_*|bonus*|airdrop*|earn*|launchpool*|reward*|staking*|referral*|cashback*|flexible*|bybit savings*",
})

const UTA =
    "operation=Type, side=Direction, quantity=Quantity, _=Position, price=Filled Price, _=Funding, fee=Fee Paid, _=Cash Flow, amount=Change, balance=Wallet Balance"

/** Older logs are of the spot or the derivatives account. */
const UNIFIED = { wallet: "Unified Trading" } as const

/** The action is that of a position, and `--` in all other rows: a trade of a contract is one row, in what it is settled in. */
function withContract(row: LedgerRow): LedgerRow {
    const action = row.type?.toUpperCase()
    // The type says it (https://bybit-exchange.github.io/docs/v5/enum#typeuta-translog), in some files the action too.
    if (action === "SETTLEMENT" || /^settlement/i.test(row.operation ?? ""))
        return { ...row, class: "funding", market: "futures" }
    return action === "OPEN" || action === "CLOSE" ? { ...row, class: "realised", market: "futures" } : row
}
const SPOT =
    "side=Direction, value=Filled Value, price=Filled Price, filled=Filled Quantity, fee=Fees, trade=Transaction ID, order=Order No."

/** A row in which a position paid or received funding is no trade: its quantity is what was held, its fee what was paid. */
function withoutFunding(row: LedgerRow): LedgerRow {
    if (!/^funding/i.test(row.type ?? "")) return row
    const { base: _base, side: _side, filled: _filled, value: _value, fees, ...rest } = row
    const [fee] = fees ?? []
    const asset = fee === undefined || fee.asset === "" ? (row.quote ?? "") : fee.asset
    return { ...rest, kind: "change", class: "funding", asset, amount: negate(fee?.amount ?? "0") }
}

/** The list of both tells which it is in each row. */
function byType(row: LedgerRow): LedgerRow {
    return /^deposit/i.test(row.type ?? "") ? { ...row, kind: "deposit" } : row
}

export const BYBIT: readonly Format[] = [
    {
        // Change = Cash Flow + Funding + Fee Paid: a fee is negative where it was charged, as in users' files of 2026
        // (everytrade, BybitEuUtaBeanV1Test, and two other public importers).
        id: "bybit.statement",
        exchange: EXCHANGE,
        report: "statement",
        kind: "change",
        signedFee: true,
        operations: OPERATIONS,
        refine: withContract,
        layouts: [
            layout(
                "uta",
                "en",
                `uid=Uid, asset=Currency, symbol=Contract, ${UTA}, type=Action, time=Time(UTC)`,
                UNIFIED,
            ),
            layout(
                "log",
                "en",
                `asset=Currency, symbol=Contract, ${UTA}, type=Action, order=OrderId, trade=TradeId, time=Time{z}`,
                UNIFIED,
            ),
            layout(
                "derivatives",
                "en",
                `uid?=Uid, time=Time(UTC), asset=Currency, symbol=Contract, ${UTA}, _=Fee Rate, trade=Trade ID, order=Order ID`,
            ),
            layout(
                "short",
                "en",
                "uid?=Uid, operation=Type, asset=Coin, amount=Amount, balance=Wallet Balance, time=Time(UTC)",
            ),
        ],
    },
    {
        id: "bybit.funding",
        exchange: EXCHANGE,
        report: "funding",
        kind: "change",
        operations: OPERATIONS,
        eitherWay: /^bybit card/i,
        unlisted: /^bybit card/i,
        layouts: [
            layout(
                "2025",
                "en",
                "uid=Uid, time=Date & Time(UTC), asset=Coin, amount=QTY, operation=Type, balance=Account Balance, note=Description",
                { wallet: "Funding" },
            ),
        ],
    },
    {
        // The same deposits and withdrawals stand in the funding ledger; what was withdrawn is told without its fee.
        id: "bybit.transfers",
        exchange: EXCHANGE,
        report: "withdrawals",
        kind: "withdrawal",
        zone: 0,
        refine: byType,
        layouts: [
            layout(
                "2024",
                "en",
                "uid=Uid, time=Date{z}, type=Type, asset=Asset, network=Chain, amount=Amount, tx=Tx ID, status=Status, address=Received Address",
            ),
        ],
    },
    {
        id: "bybit.spot-trades",
        exchange: EXCHANGE,
        report: "spot-trades",
        kind: "trade",
        market: "spot",
        withoutSeconds: true,
        feeIn: "received",
        layouts: [
            layout("2024", "en", `uid?=Uid, symbol=Spot Pairs, type=Order Type, ${SPOT}, time=Timestamp (UTC)`),
            layout(
                "eu",
                "en",
                `uid?=Uid, symbol=Spot Pairs, type=Order Type, feeAsset=feeCoin, _=ExecFeeV2, ${SPOT}, time=Timestamp (UTC)`,
            ),
            // The clock of whoever exported it.
            layout("old", "en", `symbol=Spot Pairs, type=Order Type, ${SPOT}, time=Filled Time (Local Time)`),
        ],
    },
    {
        // Two public importers of files of 2026; the header is misspelt so.
        id: "bybit.futures-trades",
        exchange: EXCHANGE,
        report: "futures-trades",
        kind: "trade",
        market: "futures",
        withoutSeconds: true,
        valueByPrice: true,
        feeIn: "quote",
        refine: withoutFunding,
        layouts: [
            layout(
                "2026",
                "en",
                "symbol=Market, type=Filled Type, filled=Filled Quantity, price=Filled Price, _=Order Price, _=Fee Rate, fee=Trading Fee, feeAsset?=feeCoin, _?=ExecFeeV2, side=Direction, _=Order Type, trade=Trasaction ID, order=Order No., time=Transaction Time(UTC+0)",
            ),
        ],
    },
]
