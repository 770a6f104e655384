import { PDFHexString, PDFString } from "pdf-lib"
import { utf8 } from "../../base/bytes.ts"

/** How numbers and strings stand in PDF syntax (ISO 32000-1 §7.3); the same on every machine. */

/** A number with at most three decimals, which is a thousandth of a point. Throws RangeError for NaN and infinity. */
export function printNumber(value: number): string {
    if (!Number.isFinite(value)) throw new RangeError("a coordinate is not a number")
    const rounded = Math.round(value * 1000) / 1000
    return rounded === 0 ? "0" : String(rounded)
}

/** Several numbers with spaces between them. */
export function printNumbers(values: readonly number[]): string {
    return values.map(printNumber).join(" ")
}

/** A text string in UTF-16BE with byte order mark (§7.9.2.2). */
export function textString(text: string): PDFHexString {
    return PDFHexString.fromText(text)
}

/** A byte string of ASCII characters. */
export function asciiString(text: string): PDFString {
    return PDFString.of(text.replace(/[\\()]/g, "\\$&"))
}

/** Bytes of an ASCII text. */
export const ascii = utf8
