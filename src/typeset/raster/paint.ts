import type { PixelBox, Raster, Rgb } from "./raster.ts"

/**
 * A copy of the picture with a box in one colour; the pixels below are gone. What lies outside the picture is left
 * out; edges are rounded outwards, so that no part of a covered pixel stays.
 */
export function fillBox(raster: Raster, box: PixelBox, [red, green, blue]: Rgb): Raster {
    const { widthPx, heightPx } = raster
    const rgb = raster.rgb.slice()
    const left = Math.max(0, Math.floor(box.x))
    const top = Math.max(0, Math.floor(box.y))
    const right = Math.min(widthPx, Math.ceil(box.x + box.width))
    const bottom = Math.min(heightPx, Math.ceil(box.y + box.height))
    for (let y = top; y < bottom; y++) {
        for (let x = left; x < right; x++) {
            const at = 3 * (y * widthPx + x)
            rgb[at] = red
            rgb[at + 1] = green
            rgb[at + 2] = blue
        }
    }
    return { widthPx, heightPx, rgb }
}
