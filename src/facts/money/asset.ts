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

/** Looks an asset up by its symbol in any letter case; an unknown one is a coin with {@link UNKNOWN_DECIMALS}. */
export function assetOf(symbol: string): Asset {
    const known = TABLE.get(symbol.toUpperCase())
    return known ?? { symbol, kind: "coin", decimals: UNKNOWN_DECIMALS, zhName: symbol, isKnown: false }
}
