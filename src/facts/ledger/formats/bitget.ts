import { type Format, layout, operationsBy } from "../format.ts"

const EXCHANGE = "Bitget"

/** Some names are misspelt by the exchange itself. */
const OPERATIONS = operationsBy({
    trade: "buy|sell|deal*|trade*|spot trade*",
    fee: "fee|trading fee*",
    realised:
        "open_*|close_*|burst_*|open long|open short|close long|close short|force_*|reduce_*|liquidation*|offset_*|delivery_*",
    // What is settled between longs and shorts is a "settle fee" here.
    funding: "funding*|contract_funding*|contract_main_settle*|contract_margin_settle*|margin_settle*|settle_fee*",
    transfer: "transfer*|trans_*|*_transfer|risk_captital_user_transfer|risk_capital_user_transfer|from*|to *|move_*",
    deposit: "deposit*|recharge*",
    withdrawal: "withdraw*",
    convert: "convert*|small assets*|bgb convert*|swap*",
    purchase: "p2p*|fiat*|quick buy*|c2c*",
    earn: "subscri*|redeem*|redemption*",
    interest: "interest*|airdrop*|reward*|earn*|staking*|rebate*|bonus*|launchpool*|savings*",
})

/**
 * The clock is that of the user, and no file says which. Buy and sell lines of the ledger are the same events as the order
 * details. The balance of a ledger changes by the amount and the fee.
 */
export const BITGET: readonly Format[] = [
    {
        id: "bitget.spot-ledger",
        exchange: EXCHANGE,
        report: "statement",
        kind: "change",
        signedFee: true,
        feeBesides: true,
        operations: OPERATIONS,
        layouts: [
            layout(
                "2024",
                "en",
                "order=order, time=Date{z}, asset=Coin, operation=Type, amount=Amount, fee=Fee, balance=Available",
                { wallet: "Spot" },
            ),
        ],
    },
    {
        id: "bitget.futures-ledger",
        exchange: EXCHANGE,
        report: "futures-statement",
        kind: "change",
        market: "futures",
        signedFee: true,
        feeBesides: true,
        operations: OPERATIONS,
        layouts: [
            layout(
                "2024",
                "en",
                "order=Order, time=Date{z}, asset=Coin, symbol=Futures, type=Margin Mode, operation=Type, amount=Amount, fee=Fee, balance=Wallet balance",
                { wallet: "Futures" },
            ),
        ],
    },
    {
        id: "bitget.spot-orders",
        exchange: EXCHANGE,
        report: "spot-orders",
        kind: "order",
        market: "spot",
        nestedFills: 0,
        layouts: [
            layout(
                "2024",
                "en",
                "time=Date{z}, type=Type, order=Order Id, symbol=Trading pair, base=Base Asset, quote=Quote Asset, side=Direction, price=Price, quantity=Order amount, filled=Executed, average=Average Price, value=Trading volume, status=Status",
            ),
        ],
    },
    {
        id: "bitget.futures-orders",
        exchange: EXCHANGE,
        report: "futures-orders",
        kind: "order",
        market: "futures",
        layouts: [
            layout(
                "2024",
                "en",
                "time=Date{z}, order=Order ID, side=Direction, realisedAsset=Coin, symbol=Futures, _=order source, type=Transaction type, price=Price, average=Average Price, quantity=Order amount, filled=Executed, value=Trading volume, realised=Realized P/L, _=NetProfits, status=Status",
            ),
        ],
    },
    {
        id: "bitget.spot-trades",
        exchange: EXCHANGE,
        report: "spot-trades",
        kind: "trade",
        market: "spot",
        signedFee: true,
        layouts: [
            layout(
                "2024",
                "en",
                "time=Date{z}, symbol=Trading pair, base=Base Asset, quote=Quote Asset, side=Direction, price=Price, filled=Amount, value=Total, fee=Fee, feeAsset=Fee Coin",
            ),
        ],
    },
    {
        id: "bitget.earn",
        exchange: EXCHANGE,
        report: "earn",
        kind: "change",
        operations: OPERATIONS,
        layouts: [
            layout(
                "2024",
                "en",
                "_=Reference, time=Start time{z}, _=Coin, operation=Type, asset=Interest coin, amount=Amount, fee=Handling fee, status=Status",
            ),
        ],
    },
]
