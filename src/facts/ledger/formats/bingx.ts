import { type Format, layout, operationsBy } from "../format.ts"

const EXCHANGE = "BingX"

const OPERATIONS = operationsBy({
    trade: "buy|sell|trade|spot trade*|swap trade*",
    realised: "realized*|realised*|close*|liquidation*",
    funding: "funding*",
    fee: "fee*|trading fee*|commission*",
    transfer: "transfer*|asset transfer*|internal transfer*",
    deposit: "deposit*",
    withdrawal: "withdraw*",
    convert: "convert*",
    purchase: "p2p*|fiat*|quick buy*",
    earn: "subscri*|redeem*",
    interest: "reward*|airdrop*|bonus*|rebate*|interest*|earn*",
})

export const BINGX: readonly Format[] = [
    {
        id: "bingx.spot-trades",
        exchange: EXCHANGE,
        report: "spot-trades",
        kind: "trade",
        market: "spot",
        // A fee is negative where it was charged, as in a user's file of 2026-10 (a public importer's test).
        signedFee: true,
        layouts: [
            layout(
                "2026",
                "en",
                "uid?=UID, order=Order No., time=Time{z}, symbol=Pair, side=Type, price=Price, filled=Amount, value=Order Value, fee=Fee, feeAsset=Fee Coin, type=Order Type",
            ),
        ],
    },
    {
        id: "bingx.fund",
        exchange: EXCHANGE,
        report: "statement",
        kind: "change",
        operations: OPERATIONS,
        layouts: [
            layout(
                "2026",
                "en",
                "uid?=UID, operation=type, amount=amount, balance=new_available_amount, asset=asset_name, time=Time{z}, note=remark",
            ),
        ],
    },
]
