import { type IssueParams, type IssuePath, issue, PacketError } from "../../base/issue.ts"

/**
 * A picture as pixels: upright, opaque, row by row from the top, three bytes (R, G, B) a pixel. Colour profiles and
 * gamma are not applied: pixels are shown as most viewers show pictures without a profile.
 */
export interface Raster {
    readonly widthPx: number
    readonly heightPx: number
    /** `3 * widthPx * heightPx` bytes. */
    readonly rgb: Uint8Array
}

/** Pixels from the top left corner of the upright picture. */
export interface PixelBox {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
}

/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** Most pixels that are decoded: a phone at its finest usual setting has 50 million; more takes minutes and gigabytes. */
export const MOST_PIXELS = 52_000_000

/** Most pixels of a picture that is placed without being decoded; readers of the PDF must be able to. */
export const LARGEST_SHOWN = 120_000_000

/** Longest side, in pixels, of a picture that is decoded or placed: readers of PDFs (MuPDF 1.21) draw no page with a longer. */
export const LONGEST_SIDE = 65_535

type PictureCode = keyof IssueParams & `raster.picture.${string}`

/** A fault of a picture file, ready to throw. */
export function pictureFault<C extends PictureCode>(code: C, path: IssuePath, params: IssueParams[C]): PacketError {
    return new PacketError([issue(code, path, params)])
}

/** Throws `raster.picture.too-large` before memory is taken for a picture of that size. */
export function checkSize(widthPx: number, heightPx: number, path: IssuePath): void {
    if (widthPx * heightPx > MOST_PIXELS || Math.max(widthPx, heightPx) > LONGEST_SIDE)
        throw tooLarge(widthPx, heightPx, path)
}

/** The issue `raster.picture.too-large`. */
export function tooLarge(widthPx: number, heightPx: number, path: IssuePath): PacketError {
    const megapixels = Math.ceil((widthPx * heightPx) / 1_000_000)
    const params = { megapixels, most: MOST_PIXELS / 1_000_000, widthPx, heightPx, side: LONGEST_SIDE }
    return pictureFault("raster.picture.too-large", path, params)
}

/** A picture of one colour. */
export function blankRaster(widthPx: number, heightPx: number, [red, green, blue]: Rgb): Raster {
    const rgb = new Uint8Array(3 * widthPx * heightPx)
    for (let at = 0; at < rgb.length; at += 3) {
        rgb[at] = red
        rgb[at + 1] = green
        rgb[at + 2] = blue
    }
    return { widthPx, heightPx, rgb }
}

/**
 * The picture turned upright.
 *
 * @param orientation - EXIF orientation (Exif 2.32 §4.6.4, tag 274): where the stored first row and column belong.
 */
export function upright(raster: Raster, orientation: number): Raster {
    if (orientation <= 1 || orientation > 8) return raster
    const { widthPx, heightPx, rgb } = raster
    const isTurned = orientation >= 5
    const width = isTurned ? heightPx : widthPx
    const out = new Uint8Array(rgb.length)
    // Where the stored pixel (0, 0) lands, and how far one step along a stored row or column leads, in pixels.
    const right = width - 1
    const bottom = (isTurned ? widthPx : heightPx) - 1
    const isFromRight = [2, 3, 6, 7].includes(orientation)
    const isFromBottom = [3, 4, 7, 8].includes(orientation)
    const start = (isFromRight ? right : 0) + (isFromBottom ? bottom * width : 0)
    const across = isFromRight ? -1 : 1
    const down = isFromBottom ? -width : width
    const [alongRow, alongColumn] = isTurned ? [down, across] : [across, down]
    let from = 0
    for (let y = 0; y < heightPx; y++) {
        let to = 3 * (start + y * alongColumn)
        for (let x = 0; x < widthPx; x++, from += 3, to += 3 * alongRow) {
            out[to] = rgb[from] ?? 0
            out[to + 1] = rgb[from + 1] ?? 0
            out[to + 2] = rgb[from + 2] ?? 0
        }
    }
    return { widthPx: width, heightPx: isTurned ? widthPx : heightPx, rgb: out }
}
