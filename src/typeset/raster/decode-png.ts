import type { IssuePath } from "../../base/issue.ts"
import { chunkTypes, type PngFile, readPngFile } from "./png-file.ts"
import { inflateRows, sampleAt, unfilter } from "./png-rows.ts"
import { checkSize, pictureFault, type Raster } from "./raster.ts"

/**
 * Decodes a PNG file (W3C PNG, second edition) of any colour type and depth, interlaced or not. Transparent pixels are
 * laid on white, 16-bit samples rounded to 8.
 *
 * @throws PacketError `raster.picture.damaged`, `cut-off`, `animated` or `too-large`.
 */
export function decodePng(bytes: Uint8Array, path: IssuePath): Raster {
    const types = chunkTypes(bytes)
    if (types.includes("acTL")) throw pictureFault("raster.picture.animated", path, {})
    if (!types.includes("IEND")) throw pictureFault("raster.picture.cut-off", path, {})
    const png = readPngFile(bytes)
    if (png === undefined) throw pictureFault("raster.picture.damaged", path, {})
    checkSize(png.widthPx, png.heightPx, path)
    const rows = inflateRows(png)
    if (rows === undefined) throw pictureFault("raster.picture.damaged", path, {})
    const samples = unfilter(rows)
    const { widthPx, heightPx } = png
    // Most pictures are stored as they are wanted.
    if (png.colorType === 2 && png.bits === 8 && png.transparency.length === 0)
        return { widthPx, heightPx, rgb: samples }
    const rgb = new Uint8Array(3 * widthPx * heightPx)
    const colour = colourOf(png)
    const pixel: [number, number, number, number] = [0, 0, 0, 255]
    let to = 0
    for (let y = 0; y < heightPx; y++) {
        for (let x = 0; x < widthPx; x++) {
            colour(samples, y * rows.stride, x, pixel)
            const [red, green, blue, alpha] = pixel
            rgb[to++] = onWhite(red, alpha)
            rgb[to++] = onWhite(green, alpha)
            rgb[to++] = onWhite(blue, alpha)
        }
    }
    return { widthPx, heightPx, rgb }
}

function onWhite(value: number, alpha: number): number {
    return alpha === 255 ? value : Math.floor((value * alpha + 255 * (255 - alpha) + 127) / 255)
}

/** Reads pixel `x` of the row that begins at byte `row` into `out`: red, green, blue, alpha, 8 bits each. */
type ReadPixel = (samples: Uint8Array, row: number, x: number, out: [number, number, number, number]) => void

function colourOf(png: PngFile): ReadPixel {
    const { colorType, bits, palette, transparency } = png
    if (colorType === 3)
        return (samples, row, x, out) => {
            const index = sampleAt(samples, row, x, bits)
            // An index without an entry is an error of the encoder; black, as other decoders do.
            for (let k = 0; k < 3; k++) out[k] = palette[3 * index + k] ?? 0
            out[3] = transparency[index] ?? 255
        }
    const colours = colorType === 2 || colorType === 6 ? 3 : 1
    const hasAlpha = colorType === 4 || colorType === 6
    const see = transparentColour(png, colours)
    const most = 2 ** bits - 1
    const raw: number[] = new Array<number>(png.channels).fill(0)
    return (samples, row, x, out) => {
        for (let k = 0; k < raw.length; k++) raw[k] = sample(samples, row, x * raw.length + k, bits)
        for (let k = 0; k < 3; k++) out[k] = to8((colours === 3 ? raw[k] : raw[0]) ?? 0, most)
        if (hasAlpha) out[3] = to8(raw[colours] ?? 0, most)
        else out[3] = see?.every((value, k) => value === raw[k]) === true ? 0 : 255
    }
}

function sample(samples: Uint8Array, row: number, index: number, bits: number): number {
    if (bits === 8) return samples[row + index] ?? 0
    if (bits === 16) return 256 * (samples[row + 2 * index] ?? 0) + (samples[row + 2 * index + 1] ?? 0)
    return sampleAt(samples, row, index, bits)
}

function to8(value: number, most: number): number {
    return most === 255 ? value : Math.floor((value * 255 + (most >> 1)) / most)
}

/** The one colour of `tRNS`, in the file's own depth (W3C PNG §11.3.2.1). */
function transparentColour({ transparency, bits }: PngFile, colours: number): readonly number[] | undefined {
    if (transparency.length !== 2 * colours) return undefined
    const mask = 2 ** bits - 1
    return Array.from(
        { length: colours },
        (_, k) => (256 * (transparency[2 * k] ?? 0) + (transparency[2 * k + 1] ?? 0)) & mask,
    )
}
