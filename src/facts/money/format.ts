import type { Decimal } from "./amount.ts"
import { assetOf } from "./asset.ts"

export interface AmountFormat {
    /** `1,234,567.89`, for documents; data files and identifiers take plain digits. Default: false. */
    readonly grouped?: boolean
    /** Places to round to (half up) instead of the asset's; for a printed average or price. */
    readonly places?: number
}

/**
 * Prints an amount: digits, a point and at most a minus sign; never an exponent, never `-0`.
 *
 * National money always shows two places. Other assets show the places the value has, at most as many as the asset
 * has; so nothing that {@link parseAmount} took for this asset is ever rounded here. With `places` exactly that many
 * are shown.
 */
export function formatAmount(value: Decimal, asset: string, format: AmountFormat = {}): string {
    const { decimals, kind } = assetOf(asset)
    const rounded = value.toFixed(format.places ?? decimals, 1)
    const fixed = format.places !== undefined || kind === "fiat"
    const trimmed = fixed ? rounded : withoutZeros(rounded)
    const text = /^-[0.]+$/.test(trimmed) ? trimmed.slice(1) : trimmed
    return format.grouped === true ? groupDigits(text) : text
}

/** A decimal text without zeros behind its last place. */
export function withoutZeros(text: string): string {
    return text.includes(".") ? text.replace(/\.?0+$/, "") : text
}

/** A decimal text with commas between thousands. */
export function groupDigits(text: string): string {
    const [whole = "", fraction] = text.split(".")
    const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",")
    return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
