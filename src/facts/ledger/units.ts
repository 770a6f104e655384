import { type DecimalText, type Marks, type NumberFault, readNumber } from "./number.ts"
import { BASES, DIGIT_LED, QUOTES, WITHIN } from "./words.data.ts"

/** Names of markets, and numbers with their unit behind them. */

/** Assets of a market. */
export interface Pair {
    readonly base: string
    readonly quote: string
}

/** Base and quote asset of a market: `BTCUSDT`, `BTC/USDT`, `BTC-USDT-SWAP`, `BTC_USDT`, `币安人生USDT`. */
export function splitSymbol(symbol: string): Pair | undefined {
    const parts = symbol
        .replace(/(?:[\s_-]?(?:PERP|SWAP|永续))$|_\d{6}$|-\d{6}$/iu, "")
        .split(/[/_-]/)
        .filter((part) => part !== "")
    const [whole = "", second] = parts
    if (second !== undefined) return { base: whole.toUpperCase(), quote: second.toUpperCase() }
    const upper = whole.toUpperCase()
    const longest = QUOTES.find((asset) => upper.endsWith(asset) && upper.length > asset.length)
    if (longest === undefined) return undefined
    const pair = { base: upper.slice(0, -longest.length), quote: longest }
    const shorter = WITHIN.get(longest)
    if (shorter === undefined || BASES.has(pair.base)) return pair
    // `BNBUSD` is BNB in dollars, and no BN in BUSD.
    const base = upper.slice(0, -shorter.length)
    return BASES.has(base) ? { base, quote: shorter } : pair
}

/** A number and its unit, where one stands behind or before it. */
export interface Quantity {
    readonly amount: DecimalText
    readonly unit?: string
}

/**
 * Reads a number that may have a unit glued or spaced behind it: `0.0281LTC`, `0.0035 BNB`, `1,234.56USDT`,
 * `697币安人生`. A unit that begins with a figure is only told by the assets that the row is about.
 *
 * @param assets - Assets of the row's market, tried first.
 * @param isGlued - The file glues a unit to every number, so that `12.54` may be 12.5 of the asset `4`.
 */
export function readQuantity(
    text: string,
    assets: readonly string[],
    marks: Marks,
    isGlued = false,
): Quantity | { readonly fault: NumberFault } {
    const figures = isGlued ? assets.find((asset) => /^\d+$/.test(asset) && text.endsWith(asset)) : undefined
    if (figures !== undefined) {
        const amount = readNumber(text.slice(0, -figures.length), marks)
        if (typeof amount === "string") return { amount, unit: figures }
    }
    const plain = readNumber(text, marks)
    if (typeof plain === "string") return { amount: plain }
    // The E of an exponent is no unit.
    if (plain.fault === "damaged") return plain
    const upper = text.toUpperCase().trimEnd()
    for (const unit of [...assets, ...DIGIT_LED]) {
        if (unit === "" || !upper.endsWith(unit.toUpperCase())) continue
        const number = upper.slice(0, -unit.length)
        const amount = /^\d+$/.test(unit) ? readNumber(number, marks) : besideUnit(number, marks)
        if (typeof amount === "string") return { amount, unit: unit.toUpperCase() }
    }
    const [, number = "", unit = ""] =
        /^([-+−]?[\d.,]+(?:[eE][-+]?\d+(?=\s))?)\s*(\p{L}[\p{L}\p{N}]*)$/u.exec(text.trim()) ?? []
    if (unit === "" || MULTIPLE.test(unit)) return plain
    const amount = besideUnit(number, marks)
    return typeof amount === "string" ? { amount, unit: unit.toUpperCase() } : amount
}

/** What makes a number larger and is no asset, but where the row is about one of that name. */
const MULTIPLE = /^(?:[KMB]|[百千万萬亿億])$/i

/** What a spreadsheet takes for text, as `1.13777600 USDT`, keeps its point among decimal commas; `1.137` may be a group. */
function besideUnit(text: string, marks: Marks): ReturnType<typeof readNumber> {
    const isPointed = marks === "comma" && /^-?(?:0\.\d+|[1-9]\d*\.(?:\d{1,2}|\d{4,}))\s*$/.test(text)
    return readNumber(text, isPointed ? "grouped" : marks)
}
