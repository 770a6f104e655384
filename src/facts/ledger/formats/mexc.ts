import { type Format, layout, operationsBy } from "../format.ts"
import { withSign } from "./with-sign.ts"

const EXCHANGE = "MEXC"

const PAID =
    "interest*|staking*|airdrop*|*airdrop|reward*|*reward|*rewards|bonus*|*bonus|rebate*|referral*|kickstarter*"
const TRADING = "trade|spot|buy|sell|spot trade*|spot trading|futures trading"

const OPERATIONS = operationsBy({
    trade: TRADING,
    fee: "*fee|*fees",
    transfer: "transfer*|*transfer",
    deposit: "deposit*",
    withdrawal: "withdraw*",
    convert: "convert*",
    purchase: "p2p*|otc*|fiat*",
    interest: PAID,
})

/** Into the futures account and out of it goes only what is moved within the exchange. */
const FUTURES = operationsBy({
    funding: "funding*",
    fee: "*fee|*fees",
    transfer: "transfer*|*transfer|deposit*|withdraw*",
    realised: "close*|*pnl|liquidation*",
    interest: PAID,
})

export const MEXC: readonly Format[] = [
    {
        // Two public importers of files of 2025; the direction tells the sign, whether the amount has it or not.
        id: "mexc.statement",
        exchange: EXCHANGE,
        report: "statement",
        kind: "change",
        operations: OPERATIONS,
        refine: withSign,
        layouts: [
            layout(
                "2025",
                "en",
                "uid?=UID, time=Creation Time{z}, asset=Crypto, operation=Transaction Type, side=Direction, amount=Quantity",
            ),
        ],
    },
    {
        id: "mexc.futures-statement",
        exchange: EXCHANGE,
        report: "futures-statement",
        kind: "change",
        market: "futures",
        operations: FUTURES,
        refine: withSign,
        layouts: [
            layout(
                "2025",
                "en",
                "uid?=UID, time=Time{z}, symbol=Futures Trading Pair, asset=Crypto, operation=Fund Type, side=Fund Flow Type, amount=Amount",
            ),
        ],
    },
    {
        id: "mexc.futures-trades",
        exchange: EXCHANGE,
        report: "futures-trades",
        kind: "trade",
        market: "futures",
        layouts: [
            layout(
                "2025",
                "en",
                "uid?=UID, time=Time{z}, symbol=Futures Trading Pair, side=Direction, type=Order Type, _=Filled Qty (Cont.), filled=Filled Qty (Crypto), value=Filled Qty (Amount), price=Filled Price, fee=Trading Fee, feeAsset=Fee-payment Crypto, _=Role, realised=Closing PNL",
            ),
        ],
    },
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
            layout(
                "2025",
                "de",
                "uid?=UID, symbol=Paare, time=Zeit{z}, side=Seite, price=Realisierter Preis, filled=Ausgeführter Betrag, value=Gesamt, fee=Gebühr, _=Rolle",
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
