import { type Format, layout } from "../format.ts"

const FIAT = "Orders / Fiat Deposit & Withdrawal History → Export"

/** Binance's lists of national money: what came and left, and coins bought and sold by card. */
export const BINANCE_FIAT: readonly Format[] = [
    {
        id: "binance.fiat",
        exchange: "Binance",
        list: "fiat",
        kind: "deposit",
        reportByName: [
            [/withdraw|提现/i, "withdrawals"],
            [/deposit|充值/i, "deposits"],
        ],
        again: FIAT,
        layouts: [
            layout(
                "any",
                "en",
                "time=Date(UTC), asset=Coin, amount=Amount, status=Status, network=Payment Method, _=Indicated Amount, fee=Fee, order=Order ID",
            ),
        ],
    },
    // Card and bank lists of 2026 (two public importers): every amount has its asset behind it.
    {
        id: "binance.fiat-trades",
        exchange: "Binance",
        list: "card",
        report: "fiat",
        kind: "convert",
        again: "Orders / Buy Crypto History, Sell Crypto History → Export",
        layouts: [
            layout(
                "2026",
                "en",
                "time=Time, _=Method, sold=Spend Amount, bought=Receive Amount, fee=Fee, _=Price, status=Status, order=Transaction ID",
            ),
        ],
    },
    // What arrived is the amount, as in the older list; the fee stands apart.
    {
        id: "binance.fiat-deposits",
        exchange: "Binance",
        list: "fiat",
        report: "deposits",
        kind: "deposit",
        again: FIAT,
        layouts: [
            layout(
                "2026",
                "en",
                "time=Time, network=Method, _=Deposit Amount, amount=Receive Amount, fee=Fee, status=Status, order=Transaction ID",
            ),
            layout(
                "2026",
                "es-419",
                "time=Hora, network=Método, _=Monto de depósito, amount=Monto a recibir, fee=Tarifa, status=Estado, order=ID de transacción (TXID)",
            ),
            layout(
                "2026",
                "ja",
                "time=時間, network=方法, _=入金額, amount=受取金額, fee=手数料, status=ステータス, order=取引ID",
            ),
        ],
    },
    {
        id: "binance.fiat-withdrawals",
        exchange: "Binance",
        list: "fiat",
        report: "withdrawals",
        kind: "withdrawal",
        again: FIAT,
        layouts: [
            layout(
                "2026",
                "en",
                "time=Time, network=Method, _=Withdraw Amount, amount=Receive Amount, fee=Fee, status=Status, order=Transaction ID",
            ),
            layout(
                "2026",
                "ja",
                "time=時間, network=方法, _=出金額, amount=受取金額, fee=手数料, status=ステータス, order=取引ID",
            ),
        ],
    },
]
