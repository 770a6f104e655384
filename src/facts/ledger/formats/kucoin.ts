import { type Format, layout, operationsBy, type Role } from "../format.ts"
import { withSign } from "./with-sign.ts"

const EXCHANGE = "KuCoin"

const OPERATIONS = operationsBy({
    trade: "spot|trade|exchange|margin trade|cross margin|isolated margin",
    fee: "fee*|trading fee*|kcs pay fees|refunded fees",
    transfer: "transfer*|from*|to *|main account*|trade account*|sub-account*|cross-margin*",
    deposit: "deposit*",
    withdrawal: "withdraw*",
    convert: "convert*|small balances*|flash swap*",
    purchase: "p2p*|otc*|fiat*|fast buy*|bank card*",
    loan: "loans*|borrow*|repay*",
    interest:
        "reward*|staking*|earn*|airdrop*|distribution*|rebate*|bonus*|soft staking*|lending*|interest*|pool-x*|kcs bonus*",
    realised: "realised pnl*|realized pnl*",
    funding: "funding*",
})

/** `XBTUSDTM` is settled in USDT, `XBTUSDM` in the coin itself. */
function settledIn(cell: (role: Role) => string): string | undefined {
    const symbol = cell("symbol").toUpperCase()
    const found = /(USDT|USDC)(?:M|-?\d+)?$/.exec(symbol)?.[1]
    return found ?? /^([A-Z0-9]+)USDM$/.exec(symbol)?.[1]
}

export const KUCOIN: readonly Format[] = [
    {
        id: "kucoin.spot-trades",
        exchange: EXCHANGE,
        report: "spot-trades",
        kind: "trade",
        market: "spot",
        layouts: [
            layout(
                "2023",
                "en",
                "uid=UID, _=Account Type, order=Order ID, symbol=Symbol, side=Side, type=Order Type, price=Avg. Filled Price, filled=Filled Amount, value=Filled Volume, _=Filled Volume (USDT), time=Filled Time{z}, fee=Fee, _?=Tax, _?=Maker/Taker, feeAsset=Fee Currency, _?=Account Mode",
            ),
            layout(
                "2021",
                "en",
                "time=tradeCreatedAt{z}, order=orderId, symbol=symbol, side=side, price=price, filled=size, value=funds, fee=fee, _=liquidity, feeAsset=feeCurrency, type=orderType",
            ),
            layout(
                "2019",
                "en",
                "time=Time{z}, symbol=Pair, side=Side, price=FilledPrice, _=FilledPriceCoin, filled=Amount, base=AmountCoin, value=Volume, quote=VolumeCoin, fee=Fee, feeAsset=FeeCoin",
            ),
            // Names no asset for the fee.
            layout(
                "2018",
                "en",
                "order=oid, symbol=symbol, price=dealPrice, value=dealValue, filled=amount, fee=fee, side=direction, time=createdDate{z}",
            ),
        ],
    },
    {
        id: "kucoin.spot-orders",
        exchange: EXCHANGE,
        report: "spot-orders",
        kind: "order",
        market: "spot",
        layouts: [
            layout(
                "2023",
                "en",
                "uid=UID, _=Account Type, order=Order ID, time=Order Time{z}, symbol=Symbol, side=Side, type=Order Type, price=Order Price, quantity=Order Amount, average=Avg. Filled Price, filled=Filled Amount, value=Filled Volume, _=Filled Volume (USDT), _=Filled Time{z}, fee=Fee, feeAsset=Fee Currency, _?=Tax, status=Status, _?=Account Mode",
            ),
            layout(
                "2020",
                "en",
                "time=orderCreatedAt{z}, order=id, client=clientOid, symbol=symbol, side=side, type=type, _=stopPrice, price=price, quantity=size, filled=dealSize, value=dealFunds, average=averagePrice, fee=fee, feeAsset=feeCurrency, _=remark, _=tags, status=orderStatus",
            ),
        ],
    },
    {
        id: "kucoin.deposits",
        exchange: EXCHANGE,
        report: "deposits",
        kind: "deposit",
        layouts: [
            layout(
                "2023",
                "en",
                "uid=UID, _=Account Type, time=Time{z}, asset=Coin, amount=Amount, fee=Fee, tx=Hash, address=Deposit Address, network=Transfer Network, status=Status, note=Remarks",
            ),
        ],
    },
    {
        id: "kucoin.withdrawals",
        exchange: EXCHANGE,
        report: "withdrawals",
        kind: "withdrawal",
        layouts: [
            layout(
                "2023",
                "en",
                "uid=UID, _=Account Type, time=Time{z}, asset=Coin, amount=Amount, fee=Fee, tx=Hash, address=Withdrawal Address/Account, network=Transfer Network, status=Status, note=Remarks",
            ),
        ],
    },
    {
        id: "kucoin.account",
        exchange: EXCHANGE,
        report: "statement",
        kind: "change",
        operations: OPERATIONS,
        refine: withSign,
        layouts: [
            layout(
                "2023",
                "en",
                "uid=UID, wallet=Account Type, asset=Currency, side=Side, amount=Amount, fee=Fee, time=Time{z}, operation=Remark, type?=Type",
            ),
        ],
    },
    {
        id: "kucoin.convert",
        exchange: EXCHANGE,
        report: "convert",
        kind: "convert",
        layouts: [
            layout(
                "2023",
                "en",
                "uid=UID, _=Account Type, wallet=Payment Account, sold=Sell, bought=Buy, _=Price, _?=Tax, time=Time of Update{z}, status=Status",
            ),
        ],
    },
    {
        // One row for each closed position; what it cost is within the result.
        id: "kucoin.futures",
        exchange: EXCHANGE,
        report: "futures-statement",
        kind: "change",
        market: "futures",
        assetOf: settledIn,
        refine: (row) => ({ ...row, class: "realised" }),
        layouts: [
            layout(
                "2023",
                "en",
                "uid=UID, wallet=Account Type, symbol=Symbol, operation=Close Type, amount=Realized PNL, _=Total Realized PNL, _=Total Funding Fees, _=Total Trading Fees, _=Position Opening Time{z}, time=Position Closing Time{z}",
            ),
        ],
    },
]
