import type { Raster } from "./raster.ts"

const FIELDS = 32 // a side; fine enough that the two sides of a card differ in some field

/**
 * A coarse look: the mean brightness, 0 to 255, of each field of a grid of 32 by 32 over the picture, row by row. The same
 * after saving again, in any format or size.
 */
export function lookOf({ widthPx, heightPx, rgb }: Raster): Uint8Array {
    const sums = new Float64Array(FIELDS * FIELDS)
    const counts = new Uint32Array(FIELDS * FIELDS)
    for (let y = 0, at = 0; y < heightPx; y++) {
        const row = Math.floor((y * FIELDS) / heightPx) * FIELDS
        for (let x = 0; x < widthPx; x++, at += 3) {
            const field = row + Math.floor((x * FIELDS) / widthPx)
            sums[field] = (sums[field] ?? 0) + (rgb[at] ?? 0) + (rgb[at + 1] ?? 0) + (rgb[at + 2] ?? 0)
            counts[field] = (counts[field] ?? 0) + 1
        }
    }
    return Uint8Array.from(sums, (sum, i) => Math.round(sum / (3 * Math.max(1, counts[i] ?? 0))))
}
