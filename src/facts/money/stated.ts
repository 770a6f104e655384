import { isUnknownWord, splitAbout } from "../../base/text/uncertain.ts"
import { type AmountFinding, checkAmount, type Decimal, decimal, isAmount } from "./amount.ts"
import { assetOf } from "./asset.ts"
import { formatAmount } from "./format.ts"

/** Amounts as a person states them: exact, about (`约 30 万`), or not known at all. */

/** An amount of an asset as it was typed; without a figure where only the asset is named. */
export interface StatedAmount {
    readonly asset: string
    readonly amount?: string | undefined
}

export interface Stated {
    /** Absent where the quantity is not known. */
    readonly value?: Decimal
    /** Said to be about so much. */
    readonly about: boolean
    /** In the person's own words, where they are no plain figure: `约30万元`. */
    readonly words?: string
    /** Decimal places as typed. */
    readonly places: number
}

/** Chinese numeral units, exact. */
const UNITS = { 千: "1000", 万: "10000", 亿: "100000000" } as const
const UNIT = /^(.*?[\d０-９])\s*(?:余|多)?\s*([千万亿])(余|多)?$/

/**
 * Reads an amount as stated: what {@link parseAmount} reads, with `约`, `左右`, `千`, `万`, `亿`, `多`, a trailing `元` of
 * national money or the asset's own symbol; `不清楚` and nothing at all are no quantity. Units are exact powers of ten.
 *
 * @returns the finding that forbids it, where there is one.
 */
export function readStated({ asset, amount }: StatedAmount): Stated | AmountFinding {
    if (amount === undefined || isUnknownWord(amount)) return { about: false, places: 0 }
    const { rest, about = false } = splitAbout(amount)
    const bare = withoutUnitOfAsset(rest, asset)
    const [, figures = bare, unit, over] = UNIT.exec(bare) ?? []
    const isMore = over !== undefined || /[余多]\s*[千万亿]$/.test(bare)
    const value = checkAmount(figures, asset)
    if (!isAmount(value)) return checkFailed(amount, asset, value)
    const isPlain = !about && unit === undefined && bare === rest
    return {
        value: unit === undefined ? value : value.times(decimal(UNITS[unit as keyof typeof UNITS])),
        about: about || isMore,
        places: unit === undefined ? (figures.split(/[.．]/)[1] ?? "").length : 0,
        ...(isPlain ? {} : { words: amount.trim() }),
    }
}

/** The finding about the text as it was typed, not about what was left of it. */
function checkFailed(amount: string, asset: string, found: AmountFinding): AmountFinding {
    const whole = checkAmount(amount, asset)
    return isAmount(whole) ? found : whole
}

function withoutUnitOfAsset(text: string, asset: string): string {
    const { kind, symbol } = assetOf(asset)
    const tail = kind === "fiat" ? /\s*(?:元人民币|人民币|元|块钱|块|圆)$/ : /\s*[个枚]$/
    const bare = text.replace(tail, "")
    return symbol !== "" && bare.toUpperCase().endsWith(symbol.toUpperCase())
        ? bare.slice(0, -symbol.length).trim()
        : bare
}

/** The exact value of an amount that the schema accepted; `undefined` where it is not known. */
export function quantityOf(stated: StatedAmount): Decimal | undefined {
    const read = readStated(stated)
    return "code" in read ? undefined : read.value
}

/**
 * The figure as stated, without its asset: `349,776.83` grouped, national money with the places that were typed, own words
 * where there are such; `undefined` where it is not known.
 */
export function statedFigure(stated: StatedAmount, format: { readonly grouped: boolean }): string | undefined {
    const read = readStated(stated)
    if ("code" in read || read.value === undefined) return undefined
    return read.words ?? figureAs(read.value, stated.asset, read.places, format)
}

/** A computed figure with the places of what it was computed from. */
export function figureAs(value: Decimal, asset: string, places: number, format: { readonly grouped: boolean }): string {
    return formatAmount(value, asset, assetOf(asset).kind === "fiat" ? { ...format, places } : format)
}

/** A total of amounts as stated. */
export interface StatedTotal {
    /** Sum of what is known; absent where nothing is. */
    readonly value?: Decimal
    readonly places: number
    /** Positions, from 0, of amounts that are about so much, and of those not known. */
    readonly about: readonly number[]
    readonly unknown: readonly number[]
}

/** Adds amounts of one asset; what is about or not known is named, not guessed. */
export function totalOf(amounts: readonly StatedAmount[]): StatedTotal {
    const read = amounts.map(readStated).map((one) => ("code" in one ? { about: false, places: 0 } : one))
    const known = read.flatMap(({ value }) => value ?? [])
    const where = (test: (one: Stated) => boolean) => read.flatMap((one, i) => (test(one) ? [i] : []))
    const [first, ...others] = known
    return {
        ...(first === undefined ? {} : { value: others.reduce((sum, value) => sum.plus(value), first) }),
        places: Math.max(0, ...read.map(({ places }) => places)),
        about: where(({ about }) => about),
        unknown: where(({ value }) => value === undefined),
    }
}
