import { ASSETS, type AssetKind, UNKNOWN_DECIMALS } from "./assets.data.ts"

export interface Asset {
    /** As exchanges write it, `USDT`; the text that was asked for when the table does not know it. */
    readonly symbol: string
    readonly kind: AssetKind
    /** Most decimal places an amount can have. */
    readonly decimals: number
    readonly zhName: string
    readonly isKnown: boolean
}

const TABLE = new Map(
    ASSETS.map(([symbol, kind, decimals, zhName]): [string, Asset] => [
        symbol,
        { symbol, kind, decimals, zhName, isKnown: true },
    ]),
)

/** National money by its names; some have more than one. */
const MONEY = new Map([
    ...ASSETS.flatMap(([symbol, kind, , zhName]) => (kind === "fiat" ? [[zhName, symbol] as const] : [])),
    ["元", "CNY"],
    ["RMB", "CNY"],
])

/** The code of national money that is called by its name, `CNY` for 人民币; `undefined` for all else. */
export function moneyCalled(name: string): string | undefined {
    return MONEY.get(name.toUpperCase())
}

/** Looks an asset up by its symbol in any letter case; an unknown one is a coin with {@link UNKNOWN_DECIMALS}. */
export function assetOf(symbol: string): Asset {
    const known = TABLE.get(symbol.toUpperCase())
    return known ?? { symbol, kind: "coin", decimals: UNKNOWN_DECIMALS, zhName: symbol, isKnown: false }
}
