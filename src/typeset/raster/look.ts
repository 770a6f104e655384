import type { Raster } from "./raster.ts"

const FIELDS = 32 // a side; fine enough that the two sides of a card differ in some field

/**
 * A coarse look: the mean brightness, 0 to 255, of each field of a grid of 32 by 32 over the picture, row by row. The same
 * after saving again, in any format or size.
 */
export function lookOf({ widthPx, heightPx, rgb }: Raster): Uint8Array {
    const brightness = (at: number): number =>
        ((rgb[3 * at] ?? 0) + (rgb[3 * at + 1] ?? 0) + (rgb[3 * at + 2] ?? 0)) / 3
    return fieldMeans(widthPx, heightPx, FIELDS, brightness)
}

const FINE_FIELDS = 64
/** Difference of brightness within which fields look alike: the noise of a scanner. */
const ALIKE = 3
const UNIFORM_SHARE = 0.995

/**
 * Whether a picture shows next to nothing: of a grid of 64 by 64, 99.5 % of the fields lie within three levels of the
 * middle one. A line of print darkens more fields than that, dust does not.
 *
 * @param brightness - 0 to 255, of the pixel at a place counted row by row.
 */
export function isNearlyUniform(widthPx: number, heightPx: number, brightness: (at: number) => number): boolean {
    const means = fieldMeans(widthPx, heightPx, FINE_FIELDS, brightness)
    const middle = means.slice().sort()[means.length >> 1] ?? 0
    const alike = means.filter((mean) => Math.abs(mean - middle) <= ALIKE).length
    return alike >= UNIFORM_SHARE * means.length
}

/** {@link isNearlyUniform} of decoded pixels. */
export function showsNothing({ widthPx, heightPx, rgb }: Raster): boolean {
    const brightness = (at: number): number =>
        ((rgb[3 * at] ?? 0) + (rgb[3 * at + 1] ?? 0) + (rgb[3 * at + 2] ?? 0)) / 3
    return isNearlyUniform(widthPx, heightPx, brightness)
}

function fieldMeans(widthPx: number, heightPx: number, fields: number, brightness: (at: number) => number): Uint8Array {
    const sums = new Float64Array(fields * fields)
    const counts = new Uint32Array(fields * fields)
    for (let y = 0, at = 0; y < heightPx; y++) {
        const row = Math.floor((y * fields) / heightPx) * fields
        for (let x = 0; x < widthPx; x++, at++) {
            const field = row + Math.floor((x * fields) / widthPx)
            sums[field] = (sums[field] ?? 0) + brightness(at)
            counts[field] = (counts[field] ?? 0) + 1
        }
    }
    return Uint8Array.from(sums, (sum, i) => Math.round(sum / Math.max(1, counts[i] ?? 0)))
}
