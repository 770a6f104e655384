import { type Format, layout } from "../format.ts"

const EXCHANGE = "HTX"

export const HTX: readonly Format[] = [
    {
        id: "htx.spot-trades",
        exchange: EXCHANGE,
        report: "spot-trades",
        kind: "trade",
        market: "spot",
        valueByPrice: true,
        layouts: [
            // Rows have a cell more than the header.
            layout(
                "zh",
                "zh",
                "time=时间{z}, type=交易类型, symbol=交易对, side=方向, price=价格, filled=数量, value=成交额, fee=手续费",
                { extraCells: 1 },
            ),
            layout(
                "en",
                "en",
                "time=Time{z}, symbol=Pair, side=Side, price=Price, filled=Amount, value=Total, fee=Fee, feeAsset=Fee Currency, _=Role",
            ),
            layout(
                "api",
                "en",
                "_?=id, order=order-id, _?=match-id, trade?=trade-id, symbol=symbol, side=type, _?=source, price=price, filled=filled-amount, fee=filled-fees, feeAsset?=fee-currency, fee2?=filled-points, fee2Asset?=fee-deduct-currency, _?=role, _?=updated-at, time=created-at",
            ),
            // BitTrade, the exchange's Japanese sister.
            layout(
                "ja",
                "ja",
                "time=時間{z}, symbol=通貨ペア, side=売／買, price=価格, filled=数量, value=約定額, fee=手数料",
            ),
            // What the desk sends on request; `order_type` tells orders of a key from those of the website.
            layout(
                "desk",
                "en",
                "uid=uid, symbol=symbol, side=deal_type, type=order_type, wallet=account_type, price=price, filled=volume, value=amount, fee=fee_amount, feeAsset=fee_currency, fee2Asset=fee_point_currency, fee2=fee_point_volume, time=deal_time{z}",
            ),
        ],
    },
    {
        id: "htx.deposits",
        exchange: EXCHANGE,
        report: "deposits",
        kind: "deposit",
        layouts: [
            layout(
                "desk",
                "en",
                "uid=uid, asset=currency, tx=tx_hash, from=from_address, address=to_address, amount=amount, time=deposit_time{z}",
            ),
        ],
    },
    {
        id: "htx.withdrawals",
        exchange: EXCHANGE,
        report: "withdrawals",
        kind: "withdrawal",
        layouts: [
            layout(
                "desk",
                "en",
                "uid=uid, asset=currency, tx=tx_hash, address=to_address, amount=amount, fee=fee, time=withdraw_time{z}",
            ),
        ],
    },
]
