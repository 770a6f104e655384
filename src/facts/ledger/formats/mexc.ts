import { type Format, layout } from "../format.ts"

const EXCHANGE = "MEXC"

export const MEXC: readonly Format[] = [
    {
        id: "mexc.deposits",
        exchange: EXCHANGE,
        report: "deposits",
        kind: "deposit",
        layouts: [
            layout(
                "2023",
                "en",
                "uid?=UID, status=Status, time=Time{z}, asset=Crypto, network=Network, amount=Deposit Amount, tx=TxID, _=Progress",
            ),
        ],
    },
    {
        // What left is the settlement amount with its fee: the request.
        id: "mexc.withdrawals",
        exchange: EXCHANGE,
        report: "withdrawals",
        kind: "withdrawal",
        layouts: [
            layout(
                "2023",
                "en",
                "uid?=UID, status=Status, time=Time{z}, asset=Crypto, network=Network, _=Request Amount, address=Withdrawal Address, memo=memo, tx=TxID, fee=Trading Fee, amount=Settlement Amount, note=Withdrawal Descriptions",
            ),
        ],
    },
    {
        id: "mexc.spot-orders",
        exchange: EXCHANGE,
        report: "spot-orders",
        kind: "order",
        market: "spot",
        layouts: [
            layout(
                "2023",
                "en",
                "uid?=UID, symbol=Pairs, time=Time{z}, type=Type, side=Direction, average=Average Filled Price, price=Order Price, filled=Filled Quantity, quantity=Order Quantity, _=Order Amount, status=Status",
            ),
        ],
    },
    {
        id: "mexc.spot-trades",
        exchange: EXCHANGE,
        report: "spot-trades",
        kind: "trade",
        market: "spot",
        layouts: [
            layout(
                "2023",
                "en",
                "uid?=UID, symbol=Pairs, time=Time{z}, side=Side, price=Filled Price, filled=Executed Amount, value=Total, fee=Fee, _=Role",
            ),
        ],
    },
    {
        id: "mexc.futures-orders",
        exchange: EXCHANGE,
        report: "futures-orders",
        kind: "order",
        market: "futures",
        layouts: [
            layout(
                "2024",
                "en",
                "uid?=UID, time=Time{z}, symbol=Futures Trading Pair, side=Direction, _=Leverage, type=Order Type, _=Order Qty (Cont.), _=Filled Qty (Cont.), quantity=Order Qty (Crypto), filled=Filled Qty (Crypto), _=Order Qty (Amount), value=Filled Qty (Amount), price=Order Price, average=Average Filled Price, realised=Closing PNL, fee=Trading Fee, feeAsset=Fee-payment Crypto, status=Status",
            ),
        ],
    },
]
