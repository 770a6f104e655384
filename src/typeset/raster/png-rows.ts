import { inflateTo } from "../../base/zip/inflate.ts"
import type { PngFile } from "./png-file.ts"

/** Rows of a picture as PNG stores them: each with a filter byte in front (W3C PNG §9), from top to bottom. */
export interface Rows {
    readonly bytes: Uint8Array
    /** Bytes of a row without its filter byte. */
    readonly stride: number
    readonly heightPx: number
    /** Bytes of a pixel, at least one: the distance that filters look back. */
    readonly step: number
}

/** The picture's rows, an interlaced one put in order first. `undefined` where the data are too few or no zlib. */
export function inflateRows(png: PngFile): Rows | undefined {
    const { widthPx, heightPx } = png
    const passes = png.interlaced ? adam7(png) : [{ x: 0, y: 0, dx: 1, dy: 1, widthPx, heightPx }]
    const size = passes.reduce((sum, pass) => sum + (strideOf(png, pass.widthPx) + 1) * pass.heightPx, 0)
    const bytes = inflateTo(png.data, size, "zlib")
    if (bytes === undefined || !hasKnownFilters(png, passes, bytes)) return undefined
    const step = Math.max(1, (png.bits * png.channels) >> 3)
    if (!png.interlaced) return { bytes, stride: strideOf(png, widthPx), heightPx, step }
    return weave(png, passes, bytes, step)
}

/** Filter types above 4 are not defined (W3C PNG §9.2): the data are no picture. */
function hasKnownFilters(png: PngFile, passes: readonly Pass[], bytes: Uint8Array): boolean {
    let at = 0
    for (const pass of passes) {
        const step = strideOf(png, pass.widthPx) + 1
        for (let row = 0; row < pass.heightPx; row++, at += step) if ((bytes[at] ?? 0) > 4) return false
    }
    return true
}

/** Stored rows of each pass: bytes of one with its filter byte, and how many. */
export function rowSteps(png: PngFile): readonly { readonly step: number; readonly rows: number }[] {
    const passes = png.interlaced ? adam7(png) : [png]
    return passes.map(({ widthPx, heightPx }) => ({ step: strideOf(png, widthPx) + 1, rows: heightPx }))
}

function strideOf(png: PngFile, widthPx: number): number {
    return Math.ceil((widthPx * png.bits * png.channels) / 8)
}

/** Undoes the filters; the result has no filter bytes. */
export function unfilter(rows: Rows): Uint8Array {
    const { bytes, stride, heightPx, step } = rows
    const out = new Uint8Array(stride * heightPx)
    let above = new Uint8Array(stride)
    for (let y = 0; y < heightPx; y++) {
        const from = y * (stride + 1)
        const row = out.subarray(y * stride, (y + 1) * stride)
        row.set(bytes.subarray(from + 1, from + 1 + stride))
        UNDO[bytes[from] ?? 0]?.(row, above, step)
        above = row
    }
    return out
}

/** For each filter type what undoes it in place, given the row above; a loop of its own for each is much faster. */
const UNDO: readonly ((row: Uint8Array, above: Uint8Array, step: number) => void)[] = [
    () => {},
    (row, _, step) => {
        for (let x = step; x < row.length; x++) row[x] = at(row, x) + at(row, x - step)
    },
    (row, above) => {
        for (let x = 0; x < row.length; x++) row[x] = at(row, x) + at(above, x)
    },
    (row, above, step) => {
        for (let x = 0; x < row.length; x++)
            row[x] = at(row, x) + (((x < step ? 0 : at(row, x - step)) + at(above, x)) >> 1)
    },
    (row, above, step) => {
        for (let x = 0; x < row.length; x++) {
            const left = x < step ? 0 : at(row, x - step)
            const corner = x < step ? 0 : at(above, x - step)
            row[x] = at(row, x) + paeth(left, at(above, x), corner)
        }
    },
]

function at(row: Uint8Array, x: number): number {
    return row[x] ?? 0
}

function paeth(left: number, above: number, corner: number): number {
    const toLeft = Math.abs(above - corner)
    const toAbove = Math.abs(left - corner)
    const toCorner = Math.abs(left + above - 2 * corner)
    if (toLeft <= toAbove && toLeft <= toCorner) return left
    return toAbove <= toCorner ? above : corner
}

/**
 * Takes some samples of each pixel apart, without undoing the filters: PNG's filters work on each byte of a pixel by
 * itself, so the rows of one channel are valid filtered rows of their own.
 *
 * @param first - First byte of the wanted samples in a pixel.
 * @param count - How many bytes of the pixel.
 */
export function splitRows(rows: Rows, first: number, count: number): Rows {
    const pixels = rows.stride / rows.step
    const stride = pixels * count
    const out = new Uint8Array((stride + 1) * rows.heightPx)
    for (let y = 0; y < rows.heightPx; y++) {
        let from = y * (rows.stride + 1)
        let to = y * (stride + 1)
        out[to++] = rows.bytes[from++] ?? 0
        for (let x = 0; x < pixels; x++, from += rows.step)
            for (let k = 0; k < count; k++) out[to++] = rows.bytes[from + first + k] ?? 0
    }
    return { bytes: out, stride, heightPx: rows.heightPx, step: count }
}

interface Pass {
    readonly x: number
    readonly y: number
    readonly dx: number
    readonly dy: number
    readonly widthPx: number
    readonly heightPx: number
}

/** The seven reduced pictures of W3C PNG §8.2, empty ones left out. */
function adam7({ widthPx, heightPx }: PngFile): Pass[] {
    const grid = [
        [0, 0, 8, 8],
        [4, 0, 8, 8],
        [0, 4, 4, 8],
        [2, 0, 4, 4],
        [0, 2, 2, 4],
        [1, 0, 2, 2],
        [0, 1, 1, 2],
    ] as const
    return grid
        .map(([x, y, dx, dy]) => ({
            x,
            y,
            dx,
            dy,
            widthPx: Math.ceil((widthPx - x) / dx),
            heightPx: Math.ceil((heightPx - y) / dy),
        }))
        .filter((pass) => pass.widthPx > 0 && pass.heightPx > 0)
}

/** Puts the pixels of the passes where they belong, in unfiltered rows. */
function weave(png: PngFile, passes: readonly Pass[], bytes: Uint8Array, step: number): Rows {
    const stride = strideOf(png, png.widthPx)
    const out = new Uint8Array((stride + 1) * png.heightPx)
    const pixelBits = png.bits * png.channels
    let at = 0
    for (const pass of passes) {
        const passStride = strideOf(png, pass.widthPx)
        const size = (passStride + 1) * pass.heightPx
        const plain = unfilter({
            bytes: bytes.subarray(at, at + size),
            stride: passStride,
            heightPx: pass.heightPx,
            step,
        })
        at += size
        for (let row = 0; row < pass.heightPx; row++) {
            const to = (pass.y + row * pass.dy) * (stride + 1) + 1
            for (let column = 0; column < pass.widthPx; column++)
                copyPixel(plain, row * passStride, column, out, to, pass.x + column * pass.dx, pixelBits)
        }
    }
    return { bytes: out, stride, heightPx: png.heightPx, step }
}

function copyPixel(
    from: Uint8Array,
    fromRow: number,
    fromX: number,
    to: Uint8Array,
    toRow: number,
    toX: number,
    pixelBits: number,
): void {
    if (pixelBits >= 8) {
        const size = pixelBits >> 3
        for (let k = 0; k < size; k++) to[toRow + toX * size + k] = from[fromRow + fromX * size + k] ?? 0
        return
    }
    const value = sampleAt(from, fromRow, fromX, pixelBits)
    const bit = toX * pixelBits
    const at = toRow + (bit >> 3)
    to[at] = (to[at] ?? 0) | (value << (8 - pixelBits - (bit & 7)))
}

/** A sample of 1 to 8 bits in a packed row. */
export function sampleAt(bytes: Uint8Array, row: number, x: number, bits: number): number {
    const bit = x * bits
    return ((bytes[row + (bit >> 3)] ?? 0) >> (8 - bits - (bit & 7))) & ((1 << bits) - 1)
}
