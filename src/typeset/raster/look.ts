import type { Raster } from "./raster.ts"
import type { BlockLight } from "./whole-jpeg.ts"

const FIELDS = 32 // a side; fine enough that the two sides of a card differ in some field

/**
 * A coarse look: the mean brightness, 0 to 255, of each field of a grid of 32 by 32 over the picture, row by row. The same
 * after saving again, in any format or size.
 */
export function lookOf(raster: Raster): Uint8Array {
    return fieldMeans(raster.widthPx, raster.heightPx, FIELDS, lineOf(raster))
}

/** Fills a line with the brightness, 0 to 255, of each pixel in row `y`. */
export type ReadLine = (y: number, line: Float64Array) => void

const FINE_FIELDS = 64
/** Difference of brightness within which fields look alike: the noise of a scanner. */
const ALIKE = 3
const UNIFORM_SHARE = 0.995

/**
 * Whether a picture shows next to nothing: of a grid of 64 by 64, 99.5 % of the fields lie within three levels of the
 * middle one. A line of print darkens more fields than that, dust does not.
 */
export function isNearlyUniform(widthPx: number, heightPx: number, readLine: ReadLine): boolean {
    const means = fieldMeans(widthPx, heightPx, FINE_FIELDS, readLine)
    const middle = means.slice().sort()[means.length >> 1] ?? 0
    const alike = means.filter((mean) => Math.abs(mean - middle) <= ALIKE).length
    return alike >= UNIFORM_SHARE * means.length
}

/** By so much a field must differ, and so many must, where brightness is only known roughly. */
const FAR = 4

/**
 * Whether a picture surely shows something, by the light of its blocks alone, which costs no decoding: many fields of the
 * grid differ from the middle one by far. `false` says nothing.
 */
export function surelyShows({ blocksWide, blocksHigh, levels, rowBlocks }: BlockLight): boolean {
    if (Math.min(blocksWide, blocksHigh) < 2 * FINE_FIELDS) return false
    const means = fieldMeans(blocksWide, blocksHigh, FINE_FIELDS, (y, line) => {
        for (let x = 0; x < blocksWide; x++) line[x] = levels[y * rowBlocks + x] ?? 0
    })
    const middle = means.slice().sort()[means.length >> 1] ?? 0
    const strangers = means.filter((mean) => Math.abs(mean - middle) > FAR * ALIKE).length
    return strangers > FAR * (1 - UNIFORM_SHARE) * means.length
}

/** {@link isNearlyUniform} of decoded pixels. */
export function showsNothing(raster: Raster): boolean {
    return isNearlyUniform(raster.widthPx, raster.heightPx, lineOf(raster))
}

function lineOf({ widthPx, rgb }: Raster): ReadLine {
    return (y, line) => {
        for (let x = 0, at = 3 * y * widthPx; x < widthPx; x++, at += 3)
            line[x] = ((rgb[at] ?? 0) + (rgb[at + 1] ?? 0) + (rgb[at + 2] ?? 0)) / 3
    }
}

function fieldMeans(widthPx: number, heightPx: number, fields: number, readLine: ReadLine): Uint8Array {
    const sums = new Float64Array(fields * fields)
    const counts = new Uint32Array(fields * fields)
    const line = new Float64Array(widthPx)
    // Where each field begins: the first pixel that stands in it.
    const starts = Array.from({ length: fields + 1 }, (_, field) => Math.ceil((field * widthPx) / fields))
    for (let y = 0; y < heightPx; y++) {
        readLine(y, line)
        const row = Math.floor((y * fields) / heightPx) * fields
        for (let field = 0, x = 0; field < fields; field++) {
            const end = starts[field + 1] ?? 0
            let sum = sums[row + field] ?? 0
            counts[row + field] = (counts[row + field] ?? 0) + end - x
            for (; x < end; x++) sum += line[x] ?? 0
            sums[row + field] = sum
        }
    }
    return Uint8Array.from(sums, (sum, i) => Math.round(sum / Math.max(1, counts[i] ?? 0)))
}
