import { type Format, layout } from "../format.ts"

const EXCHANGE = "Binance"

/** Binance's lists of conversions, and of purchases that repeat. */
export const BINANCE_CONVERT: readonly Format[] = [
    {
        id: "binance.convert",
        exchange: EXCHANGE,
        report: "convert",
        kind: "convert",
        again: "Orders / Convert History（闪兑记录）→ Export",
        layouts: [
            // As the statement with those words.
            layout(
                "2026",
                "es-419",
                "time=Hora(UTC), wallet=Billetera, _=Par, _=Tipo, sold=Vender, bought=Comprar, _=Precio, _=Precio inverso, _=Fecha actualizada, status=Estado",
            ),
            layout(
                "old",
                "en",
                "time=Date(UTC), wallet?=Wallet, _=Pair, _=Type, sold=Sell, bought=Buy, _=Price, _=Inverse Price, _=Date Updated, status=Status",
            ),
            layout(
                "2026",
                "en",
                "time=Time(UTC), wallet=Wallet, _=Pair, _=Type, sold=Sell, bought=Buy, _=Price, _=Inverse Price, _=Date Updated, status=Status",
            ),
        ],
    },
    {
        id: "binance.auto-invest",
        exchange: EXCHANGE,
        report: "auto-invest",
        kind: "convert",
        strokes: "mdy",
        withoutSeconds: true,
        again: "Earn / Auto-Invest / History → Export",
        layouts: [
            layout(
                "2022",
                "en",
                "time=Auto-Invest Date(UTC), _=Holding Coin, sold=Amount per period, fee=Trading Fee, bought=Units, _=From, status=Status",
            ),
        ],
    },
]
