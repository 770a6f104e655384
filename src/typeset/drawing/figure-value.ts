/** Figures of charts come as text and are printed as they came; numbers are made of them for lengths only. */

const FIGURE = /^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/

/**
 * Length of a figure, for drawing.
 *
 * @param text - Digits, perhaps grouped by commas, with an optional point: `349,776.83`. No sign: lengths begin at zero.
 * @returns The nearest double. Throws RangeError for anything else, a negative figure too.
 */
export function lengthOf(text: string): number {
    if (!FIGURE.test(text)) throw new RangeError(`not a figure from zero upwards: ${text}`)
    return Number(text.replaceAll(",", ""))
}

/** Marks of an axis from zero to at least `most`, in steps of 1, 2 or 5 times a power of ten. */
export function axisMarks(most: number, count: number): readonly { readonly value: number; readonly text: string }[] {
    if (most <= 0) return [{ value: 0, text: "0" }]
    // The exponent is taken from digits: logarithms are rounded differently by different engines.
    const exponent = Number((most / count).toExponential().split("e")[1])
    const power = Number(`1e${String(exponent)}`)
    const step = [1, 2, 5, 10].find((factor) => factor * power * count >= most) ?? 10
    const places = Math.max(0, -exponent - (step === 10 ? 1 : 0))
    const marks = Math.ceil(most / (step * power))
    return Array.from({ length: marks + 1 }, (_, i) => {
        const value = i * step * power
        return { value, text: value.toFixed(places) }
    })
}
