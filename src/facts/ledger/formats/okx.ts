import { type Format, layout, operationsBy } from "../format.ts"
import type { LedgerRow, Market } from "../row.ts"
import { sideOf } from "../row-kinds.ts"

const EXCHANGE = "OKX"
/**
 * No file of OKX names its zone in the header: since 2025 a line above it does. Times that name one end in `CST`, by which
 * the exchange means Shanghai, so it is proposed for files without such a line.
 */
const SHANGHAI = 480

/** What some files of the trading account have beside it: the same in dollars. */
const WORTH = "_?=Filled_price-USD, _?=Pnl-USD, _?=Fee-USD, _?=Balance-USD, _?=Balance_change-USD"

const TRADING = operationsBy({
    trade: "buy|sell|买入|卖出",
    realised: "open*|close*|liquidation*|partial liquidation*|adl*|delivery*|开多|开空|平多|平空|强平*",
    transfer: "transfer*|from*|to *|转入|转出|划转*",
    funding: "funding*|资金费*",
    fee: "fee*|手续费*",
    loan: "borrow*|repay*|auto borrow*|auto repay*|借币*|还币*",
    interest: "interest*|auto-lend*|利息*",
    convert: "convert*|auto conversion|small assets*|闪兑",
})

const FUNDING = operationsBy({
    transfer: "transfer*|to *|from *|转入|转出|划转*|资金划转*",
    deposit: "deposit*|received|充值*|充币*",
    // A withdrawal that was cancelled comes back.
    withdrawal: "withdraw*|cancel withdrawal*|提现*|提币*",
    earn: "stake|redeem*|staking redemption|savings subscription|savings purchase|savings redemption|subscribe*|申购*|赎回*",
    interest:
        "staking*|savings*|earn*|lending*|interest*|reward*|airdrop*|rebate*|fee rebate*|simple earn*|利息*|赚币*",
    convert: "convert*|small assets*|闪兑*",
    purchase: "p2p*|buy crypto*|sell crypto*|c2c*|法币*",
    trade: "buy|sell|买入|卖出",
})

const MARKETS: readonly (readonly [RegExp, Market])[] = [
    [/swap|perpetual|futures|option|永续|交割|合约|期权/i, "futures"],
    [/margin|杠杆/i, "margin"],
    [/spot|convert|现货|币币/i, "spot"],
]

/**
 * The action is that of the unit of the balance: a line with `Buy` says that of this asset came more. The kind of trade
 * tells the market, else its name.
 */
function withSide(row: LedgerRow): LedgerRow {
    const told = MARKETS.find(([pattern]) => pattern.test(row.type ?? ""))?.[1]
    const market = told ?? (/-(?:SWAP|\d{6})$/.test(row.symbol ?? "") ? "futures" : undefined)
    const placed = market === undefined ? row : { ...row, market }
    const side = sideOf(row.operation ?? "")
    return side === undefined || row.class !== "trade" ? placed : { ...placed, side }
}

/** Two lines for each fill; what changed is the balance in its own unit, the fee within it. */
export const OKX: readonly Format[] = [
    {
        id: "okx.trading",
        exchange: EXCHANGE,
        report: "statement",
        kind: "change",
        likelyZone: SHANGHAI,
        signedFee: true,
        operations: TRADING,
        refine: withSide,
        layouts: [
            layout(
                "2023",
                "en",
                `_=id, order=Order id, time=Time{z}, type=Trade Type, symbol=Symbol, operation=Action, quantity=Amount, _=Trading Unit, price=Filled Price, _?=Filled Price Unit, realised=PnL, fee=Fee, feeAsset=Fee Unit, _=Position Change, _=Position Balance, _?=Position Unit, amount=Balance Change, balance=Balance, asset=Balance Unit, ${WORTH}`,
                { wallet: "Trading" },
            ),
            layout(
                "old",
                "en",
                "_=id, order=Order id, time=Time{z}, type=Trade Type, symbol=Instrument, operation=Type, quantity=Amount, _=Unit, realised=PL, fee=Fee, _=Position Change, _=Position Balance, amount=Balance Change, balance=Balance, asset=Unit",
                { wallet: "Trading" },
            ),
        ],
    },
    {
        id: "okx.funding",
        exchange: EXCHANGE,
        report: "funding",
        kind: "change",
        likelyZone: SHANGHAI,
        strokes: "dmy",
        withoutSeconds: true,
        signedFee: true,
        operations: FUNDING,
        layouts: [
            layout(
                "2025",
                "en",
                "_=id, time=Time{z}, operation=Type, amount=Amount, _=Before Balance, balance=After Balance, fee?=Fee, asset=Symbol, _?=Amount-USD, _?=Amount-EUR",
                { wallet: "Funding" },
            ),
        ],
    },
    {
        // A public importer of files of 2027; its days with strokes are read where one of them tells their order.
        id: "okx.deposits",
        exchange: EXCHANGE,
        report: "deposits",
        kind: "deposit",
        layouts: [
            layout(
                "2026",
                "en",
                "time=Time{z}, asset=Crypto, address=Deposit address, network=Network, tx=Transaction ID, amount=Amount, status=Status",
            ),
        ],
    },
    {
        id: "okx.withdrawals",
        exchange: EXCHANGE,
        report: "withdrawals",
        kind: "withdrawal",
        layouts: [
            layout(
                "2026",
                "en",
                "time=Time{z}, asset=Crypto, address=Withdrawal address, network=Network, tx=Transaction ID, amount=Amount, fee=Fee, status=Status, _?=Reference no.",
            ),
        ],
    },
    {
        id: "okx.old-ledger",
        exchange: EXCHANGE,
        report: "statement",
        kind: "change",
        likelyZone: SHANGHAI,
        signedFee: true,
        operations: TRADING,
        refine: withSide,
        layouts: [
            layout("old", "en", "time=time, operation=type, amount=size, balance=balance, fee=fee, asset=currency"),
        ],
    },
    {
        id: "okx.trades",
        exchange: EXCHANGE,
        report: "spot-trades",
        kind: "trade",
        market: "spot",
        likelyZone: SHANGHAI,
        signedFee: true,
        layouts: [
            layout(
                "en",
                "en",
                "order=Order ID, trade=Trade ID, time=Trade Time{z}, symbol=Pair, side=Side, price=Price, filled=Amount, value=Total, fee=Fee, feeAsset=Fee Currency",
            ),
            // Of the oldest header only its begin is sure; amounts carry their unit.
            layout(
                "okex",
                "en",
                "order=Order ID, trade=Trade ID, time=Trade Time{z}, symbol=Pairs, side=Side, price=Price, filled=Amount, value=Total, _?=Taker/Maker, fee=Fee, feeAsset?=Fee Currency, _?=Unit",
            ),
            layout(
                "zh",
                "zh",
                "order=订单ID, trade=交易ID, time=交易时间{z}, symbol=交易对, side=方向, price=价格, filled=数量, value=总额, fee=手续费, feeAsset=手续费币种",
            ),
        ],
    },
]
