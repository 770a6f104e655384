import { simplified } from "../../base/text/simplified.ts"
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

/** Names beside those of the table that mean one asset and no other, as people and exchanges write them. */
const NAMES: readonly (readonly [name: string, symbol: string])[] = [
    ["元", "CNY"],
    ["RMB", "CNY"],
    ["USD Coin", "USDC"],
    ["Bitcoin", "BTC"],
    ["以太坊", "ETH"],
    ["Ethereum", "ETH"],
    ["Ether", "ETH"],
    ["以太坊经典", "ETC"],
    ["Ethereum Classic", "ETC"],
    ["Litecoin", "LTC"],
    ["比特现金", "BCH"],
    ["Bitcoin Cash", "BCH"],
    ["狗币", "DOGE"],
    ["Dogecoin", "DOGE"],
    ["瑞波", "XRP"],
    ["Ripple", "XRP"],
    ["波场", "TRX"],
    ["Tron", "TRX"],
    ["Cardano", "ADA"],
    ["波卡", "DOT"],
    ["Polkadot", "DOT"],
    ["索拉纳", "SOL"],
    ["Solana", "SOL"],
    ["Filecoin", "FIL"],
    ["Stellar", "XLM"],
    ["Monero", "XMR"],
    ["Zcash", "ZEC"],
    ["Chainlink", "LINK"],
    ["柴犬", "SHIB"],
    ["Shiba Inu", "SHIB"],
]

const BY_NAME = new Map(
    [...ASSETS.map(([symbol, , , zhName]) => [zhName, symbol] as const), ...NAMES].flatMap(([name, symbol]) =>
        // Where there is no settled name the symbol stands in its place.
        name === symbol ? [] : [[name.toUpperCase(), symbol] as const],
    ),
)

/**
 * The symbol of an asset that is called by its name, `CNY` for 人民币, `BTC` for 比特币 or `比特币（BTC）`; `undefined` for all
 * else, a symbol among it.
 */
export function assetCalled(name: string): string | undefined {
    const plain = simplified(name.trim()).toUpperCase()
    const whole = BY_NAME.get(plain)
    if (whole !== undefined) return whole
    const parts = plain
        .split(/[\s（）()]+|(?<=\p{Script=Han})(?=[A-Z])|(?<=[A-Z])(?=\p{Script=Han})/u)
        .filter((part) => part !== "")
    const [first, ...others] = parts.map((part) => BY_NAME.get(part) ?? TABLE.get(part)?.symbol)
    return first !== undefined && others.length > 0 && others.every((other) => other === first) ? first : undefined
}

/** Looks an asset up by its symbol in any letter case; an unknown one is a coin with {@link UNKNOWN_DECIMALS}. */
export function assetOf(symbol: string): Asset {
    const known = TABLE.get(symbol.toUpperCase())
    return known ?? { symbol, kind: "coin", decimals: UNKNOWN_DECIMALS, zhName: symbol, isKnown: false }
}
