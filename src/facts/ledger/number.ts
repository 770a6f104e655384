import { withoutZeros } from "../money/format.ts"

/**
 * Numbers as export files write them, kept as decimal text from the cell to the sum: no JavaScript number is ever
 * between. What a spreadsheet damaged is not guessed at.
 */

/** Plain decimal text: `-0.5`, `1234.50`; no exponent, no `+`, no grouping, a digit before and after any point. */
export type DecimalText = string

/** Why a cell is no number: digits were lost to a spreadsheet, point and comma can be read in two ways, or no number. */
export type NumberFault = "damaged" | "ambiguous" | "malformed"

const PLAIN = /^-?\d+(?:\.\d+)?$/
/** No number that groups its figures begins with a zero: `0,125` has a comma for its point. */
const GROUPED = /^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/
/** `1 234.50` and `1'234.50`, with the blanks that programs put there. */
const SPACED = /^-?\d{1,3}(?:[ \u00A0\u202F'\u2019]\d{3})+(?:[.,]\d+)?$/
const COMMA = /^-?\d+(?:,\d+)?(?:[eE][+-]?\d{1,3})?$/
const GROUPED_BY_POINTS = /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/
/** Of three figures where an office program writes `1E-008`. */
const EXPONENT = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?)0?(\d{1,2})$/
/** A cell that holds nothing. */
const BLANK = /^(?:-{1,2}|—|–|n\/?a|null|nan|undefined)?$/i
const LONGEST = 80
/** Figures up to which programs write a whole number exactly. */
const WHOLE_FIGURES = 15

/**
 * How the numbers of a file are punctuated: `grouped` as in `1,234.5`; `comma` as in `1.234,5`; `bare` with a point and
 * no grouping, of a file with semicolons in which `1,234` could be either.
 */
export type Marks = "grouped" | "comma" | "bare"

/** Whether a text is decimal text as it stands. */
export function isPlainNumber(text: string): boolean {
    let at = text.charCodeAt(0) === 45 ? 1 : 0
    const start = at
    while (isFigure(text.charCodeAt(at))) at++
    if (at === start) return false
    if (text.charCodeAt(at) !== 46) return at === text.length
    const point = at++
    while (isFigure(text.charCodeAt(at))) at++
    return at === text.length && at > point + 1
}

/** Of ASCII; NaN behind the end is none. */
function isFigure(code: number): boolean {
    return code >= 48 && code <= 57
}

/** Whether a cell says that there is no value. */
export function isBlankCell(text: string): boolean {
    if (text === "") return true
    const first = text.charCodeAt(0)
    if ((first >= 48 && first <= 57) || text.length > 24) return false
    return BLANK.test(text.trim())
}

/**
 * Reads the number of a cell.
 *
 * @param text - `1,234.5`, `7e-04`, `0E-18`, `+0.1`, U+2212, full-width digits, a sign of currency in front.
 * @returns Decimal text; a fault, for example for `2.03E+19`, whose last digits are gone.
 */
export function readNumber(text: string, marks: Marks = "grouped"): DecimalText | { readonly fault: NumberFault } {
    if (marks !== "comma" && isPlainNumber(text)) return text
    const spelled = respell(text)
    if (spelled.length > LONGEST) return { fault: "malformed" }
    const pointed = marks === "comma" ? withPoint(spelled) : spelled
    if (pointed === undefined) return { fault: "ambiguous" }
    if (PLAIN.test(pointed)) return pointed
    if (/^-?\.\d+$/.test(pointed)) return pointed.replace(".", "0.")
    if (/^-?\d+\.$/.test(pointed)) return pointed.slice(0, -1)
    if (marks === "grouped" && GROUPED.test(pointed)) return pointed.replaceAll(",", "")
    const exponent = EXPONENT.exec(pointed)
    if (exponent !== null) return expand(exponent)
    if (/^-?[\d.,]+[eE][+-]?\d+$/.test(pointed)) return { fault: "damaged" }
    return { fault: /^-?[\d.,' ]*\d[\d.,' ]*$/.test(pointed) ? "ambiguous" : "malformed" }
}

/**
 * Half-width, without outer blanks, the apostrophe of spreadsheets, a plus sign and a sign of currency; in brackets, as
 * accounts write it, it is negative.
 */
function respell(text: string): string {
    const plain = text
        .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
        .replace(/[\u2212\u2010-\u2013\uFE63]/g, "-")
        .trim()
        .replace(/^[\s']+/, "")
        .replace(/^\(([^()]*)\)$/, "-$1")
        .replace(/^([-+])\s+(?=\d)/, "$1")
        .replace(/^([+-]?)\s*[€$£¥￥₿]\s*/, "$1")
        .replace(/^\+/, "")
    return SPACED.test(plain) ? plain.replace(/[ \u00A0\u202F'\u2019]/g, "") : plain
}

/** `1.234,56` and `57,7348` with a point; `undefined` for `1.234`, which can be read in two ways. */
function withPoint(text: string): string | undefined {
    if (COMMA.test(text)) return text.replace(",", ".")
    if (!GROUPED_BY_POINTS.test(text)) return text.includes(".") && /\d/.test(text) ? undefined : text
    return text.split(".").length === 2 && !text.includes(",") ? undefined : text.replaceAll(".", "").replace(",", ".")
}

/** An exponent written out, where no digit was lost with it. */
function expand([text = "", sign = "", whole = "", places = "", plus = "", power = ""]: RegExpExecArray):
    | DecimalText
    | { readonly fault: NumberFault } {
    const digits = whole + places
    if (/^0+$/.test(digits)) return "0"
    const shift = Number(power) * (plus === "-" ? -1 : 1)
    const point = whole.length + shift
    // 2.03E+19: nineteen digits were shown with three. 1.0E7 without a sign is a number as programs write it whole.
    // `4.6E+4` is how programs write a whole number that ends in zeros; spreadsheets write two figures, `4.60E+04`.
    const isWhole = plus === "" || (/E\+[1-9]$/.test(text) && !/0$/.test(digits))
    if (point > digits.length && (!isWhole || point > WHOLE_FIGURES)) return { fault: "damaged" }
    const padded = point <= 0 ? "0".repeat(1 - point) + digits : digits.padEnd(point, "0")
    const cut = Math.max(point, 1)
    const tail = padded.slice(cut)
    return `${sign}${padded.slice(0, cut).replace(/^0+(?=\d)/, "")}${tail === "" ? "" : `.${tail}`}`
}

/** The negative of a decimal text. */
export function negate(text: DecimalText): DecimalText {
    return isZero(text) ? text : text.startsWith("-") ? text.slice(1) : `-${text}`
}

/** Whether a decimal text is zero. */
export function isZero(text: DecimalText): boolean {
    return /^-?0*(?:\.0*)?$/.test(text)
}

/** Without its sign. */
export function magnitude(text: DecimalText): DecimalText {
    return text.startsWith("-") ? text.slice(1) : text
}

/** Without zeros behind the last place, and none with a sign. */
export function plainText(text: DecimalText = ""): string {
    const short = withoutZeros(text)
    return short === "-0" ? "0" : short
}

/** Figures that a spreadsheet keeps of a number. */
export const KEPT_FIGURES = 15

/** How many figures a number has from the first to the last that is not zero. */
export function figuresOf(text: DecimalText): number {
    return plainText(text)
        .replace(/[-.]/g, "")
        .replace(/^0+|0+$/g, "").length
}

/**
 * Whether a number is as long as a cell shows one that no format of cells is told for: 11 characters, the point counted.
 * A text that a spreadsheet saved has what was shown.
 */
export const fillsCell = (text: DecimalText = ""): boolean => magnitude(text).length === CELL && text.includes(".")
const CELL = 11

/**
 * A number of a workbook as it was before it was stored. Spreadsheets write 16 or 17 figures of its binary form, `0.1` as
 * `0.10000000000000001`; where 15 mean the same binary number, it was typed with those.
 */
export function storedNumber(text: string): string {
    if (text.length <= KEPT_FIGURES || !/^-?\d+\.\d+(?:E[-+]?\d+)?$/i.test(text)) return text
    const number = Number(text)
    const [short, ...stored] = [KEPT_FIGURES, 16, 17].map((figures) => decimalText(number.toPrecision(figures)))
    const isStored = stored.includes(decimalText(text))
    return isStored && short !== undefined && Number(short) === number ? short : text
}

function decimalText(text: string): DecimalText | undefined {
    const read = readNumber(text, "bare")
    return typeof read === "string" ? plainText(read) : undefined
}

/** As {@link plainText}, with no more figures than a spreadsheet keeps; half up. */
export const keptText = (text: DecimalText = ""): string => withoutFigures(text, figuresOf(text) - KEPT_FIGURES)

/** As {@link plainText}, as far as a cell shows it ({@link fillsCell}); half up. */
export const shownText = (text: DecimalText = ""): string =>
    withoutFigures(text, magnitude(plainText(text)).length - CELL)

/** Without so many places, rounded half up. */
function withoutFigures(text: DecimalText, over: number): string {
    const plain = plainText(text)
    if (over <= 0 || !plain.includes(".")) return plain
    const [whole = "", places = ""] = plain.split(".")
    const kept = Math.max(0, places.length - over)
    const scale = 10n ** BigInt(places.length - kept)
    const units = (BigInt(magnitude(whole) + places) + scale / 2n) / scale
    const digits = units.toString().padStart(kept + 1, "0")
    const point = digits.length - kept
    const sign = plain.startsWith("-") ? "-" : ""
    return plainText(`${sign}${digits.slice(0, point)}${kept === 0 ? "" : `.${digits.slice(point)}`}`)
}

/** Longest text whose figures are added up without `BigInt`: at most 15 of them. */
const SHORT = 15
/** Two of it can be added within 2^53. */
const MOST_UNITS = 2 ** 52

/** Two numbers multiplied, exactly. */
export function product(one: DecimalText, other: DecimalText): DecimalText {
    const sum = new ExactSum()
    sum.addProduct(one, other)
    return sum.toString()
}

/** A whole number of the smallest unit that is written. */
function wholeOf(text: DecimalText): { readonly places: number; readonly units: bigint } {
    const point = text.indexOf(".")
    if (point === -1) return { places: 0, units: BigInt(text) }
    return { places: text.length - point - 1, units: BigInt(text.slice(0, point) + text.slice(point + 1)) }
}

/** Exact sum of decimal texts: whole numbers of the smallest unit that was met, one for each count of places. */
export class ExactSum {
    private readonly parts: bigint[] = []
    /** Of short amounts, whole numbers below 2^53, which are exact as they are. */
    private readonly small: number[] = []
    /** How many were added. */
    count = 0

    add(text: DecimalText): void {
        this.count++
        if (text.length <= SHORT) {
            this.addShort(text)
            return
        }
        const { places, units } = wholeOf(text)
        this.put(places, units)
    }

    /** Adds one by the other, exactly. */
    addProduct(one: DecimalText, other: DecimalText): void {
        this.count++
        const [a, b] = [wholeOf(one), wholeOf(other)]
        this.put(a.places + b.places, a.units * b.units)
    }

    /** A whole number of few figures, counted up by its figures: exact, and most amounts are that short. */
    private addShort(text: DecimalText): void {
        const isNegative = text.charCodeAt(0) === 45
        let units = 0
        let places = 0
        for (let i = isNegative ? 1 : 0; i < text.length; i++) {
            const code = text.charCodeAt(i)
            if (code === 46) places = text.length - i - 1
            else units = units * 10 + code - 48
        }
        const sum = (this.small[places] ?? 0) + (isNegative ? -units : units)
        if (sum < MOST_UNITS && sum > -MOST_UNITS) this.small[places] = sum
        else {
            this.small[places] = 0
            this.put(places, BigInt(sum))
        }
    }

    private put(places: number, units: bigint): void {
        this.parts[places] = (this.parts[places] ?? 0n) + units
    }

    /** Moves what was counted up to the whole numbers without bounds. */
    private settle(): void {
        this.small.forEach((units, places) => {
            this.put(places, BigInt(units))
        })
        this.small.length = 0
    }

    /** Adds what another sum holds. */
    join(other: ExactSum): void {
        other.settle()
        other.parts.forEach((value, places) => {
            this.put(places, value)
        })
        this.count += other.count
    }

    /** The sum, without zeros behind its last place. */
    toString(): DecimalText {
        this.settle()
        const most = Math.max(0, this.parts.length - 1)
        let total = 0n
        this.parts.forEach((value, places) => {
            total += value * 10n ** BigInt(most - places)
        })
        const negative = total < 0n
        const digits = (negative ? -total : total).toString().padStart(most + 1, "0")
        const whole = digits.slice(0, digits.length - most)
        const tail = digits.slice(digits.length - most).replace(/0+$/, "")
        return `${negative ? "-" : ""}${whole}${tail === "" ? "" : `.${tail}`}`
    }
}

/** Exact sums of decimal texts by the asset that they are of. */
export class AssetSums {
    private readonly sums = new Map<string, ExactSum>()

    add(asset: string, amount: DecimalText): void {
        const sum = this.sums.get(asset) ?? new ExactSum()
        this.sums.set(asset, sum)
        sum.add(amount)
    }

    /** `110 USDT、1 BTC`, in the order in which they were met. */
    toString(): string {
        return [...this.sums].map(([asset, sum]) => `${sum.toString()} ${asset}`).join("、")
    }
}
