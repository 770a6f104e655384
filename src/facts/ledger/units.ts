import { type DecimalText, type NumberFault, readNumber } from "./number.ts"
import { DIGIT_LED, QUOTES } from "./words.data.ts"

/** Names of markets, and numbers with their unit behind them. */

/** Base and quote asset of a market: `BTCUSDT`, `BTC/USDT`, `BTC-USDT-SWAP`, `BTC_USDT`, `币安人生USDT`. */
export function splitSymbol(symbol: string): { readonly base: string; readonly quote: string } | undefined {
    const parts = symbol
        .replace(/(?:[\s_-]?(?:PERP|SWAP|永续))$|_\d{6}$|-\d{6}$/iu, "")
        .split(/[/_-]/)
        .filter((part) => part !== "")
    const [whole = "", second] = parts
    if (second !== undefined) return { base: whole.toUpperCase(), quote: second.toUpperCase() }
    const upper = whole.toUpperCase()
    const quote = QUOTES.find((asset) => upper.endsWith(asset) && upper.length > asset.length)
    return quote === undefined ? undefined : { base: upper.slice(0, -quote.length), quote }
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
 */
export function readQuantity(
    text: string,
    assets: readonly string[],
    comma: boolean,
): Quantity | { readonly fault: NumberFault } {
    const plain = readNumber(text, comma)
    if (typeof plain === "string") return { amount: plain }
    const upper = text.toUpperCase().trimEnd()
    for (const unit of [...assets, ...DIGIT_LED]) {
        if (unit === "" || !upper.endsWith(unit.toUpperCase())) continue
        const amount = readNumber(upper.slice(0, -unit.length), comma)
        if (typeof amount === "string") return { amount, unit }
    }
    const [, number = "", unit = ""] =
        /^([-+−]?[\d.,]+(?:[eE][-+]\d+)?)\s*([\p{L}][\p{L}\p{N}]*)$/u.exec(text.trim()) ?? []
    if (unit === "") return plain
    const amount = readNumber(number, comma)
    return typeof amount === "string" ? { amount, unit } : amount
}
