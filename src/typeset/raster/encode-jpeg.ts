import { concat } from "../../base/bytes.ts"
import { forwardDct } from "./forward-dct.ts"
import {
    CHROMINANCE,
    CHROMINANCE_AC,
    CHROMINANCE_DC,
    type HuffmanSpec,
    LUMINANCE,
    LUMINANCE_AC,
    LUMINANCE_DC,
    ZIGZAG,
} from "./jpeg-tables.data.ts"
import type { Raster } from "./raster.ts"

/**
 * The picture as a baseline JPEG file (ITU-T T.81, JFIF header): YCbCr, colour at half the resolution (4:2:0), no
 * metadata. Only whole numbers are reckoned with, so the same pixels give the same bytes on every machine.
 *
 * @param quality - 1 to 100 as libjpeg scales its tables; 85 keeps small print legible.
 */
export function encodeJpeg(raster: Raster, quality: number): Uint8Array {
    const tables = [scaleTable(LUMINANCE, quality), scaleTable(CHROMINANCE, quality)] as const
    return concat([
        Uint8Array.of(0xff, 0xd8),
        // JFIF 1.01, no unit of resolution, no thumbnail (ITU-T T.871 §10.1).
        segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
        ...tables.map((table, i) => segment(0xdb, [i, ...ZIGZAG.map((place) => table[place] ?? 1)])),
        segment(0xc0, [8, ...word(raster.heightPx), ...word(raster.widthPx), 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]),
        huffmanSegment(0x00, LUMINANCE_DC),
        huffmanSegment(0x10, LUMINANCE_AC),
        huffmanSegment(0x01, CHROMINANCE_DC),
        huffmanSegment(0x11, CHROMINANCE_AC),
        segment(0xda, [3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0]),
        encodeScan(raster, tables),
        Uint8Array.of(0xff, 0xd9),
    ])
}

function word(value: number): [number, number] {
    return [value >> 8, value & 0xff]
}
function segment(marker: number, body: readonly number[]): Uint8Array {
    return Uint8Array.from([0xff, marker, ...word(body.length + 2), ...body])
}
function huffmanSegment(id: number, { counts, values }: HuffmanSpec): Uint8Array {
    return segment(0xc4, [id, ...counts, ...values])
}

function scaleTable(table: readonly number[], quality: number): Int32Array {
    const scale = quality < 50 ? Math.floor(5000 / quality) : 200 - 2 * quality
    return Int32Array.from(table, (value) => Math.min(255, Math.max(1, Math.floor((value * scale + 50) / 100))))
}

/** Code and its length in bits by value (T.81 annex C). */
interface Codes {
    readonly code: Uint16Array
    readonly bits: Uint8Array
}

function makeCodes({ counts, values }: HuffmanSpec): Codes {
    const code = new Uint16Array(256)
    const bits = new Uint8Array(256)
    let next = 0
    let at = 0
    for (const [i, count] of counts.entries()) {
        for (let k = 0; k < count; k++) {
            const value = values[at++] ?? 0
            code[value] = next++
            bits[value] = i + 1
        }
        next <<= 1
    }
    return { code, bits }
}

/** Bits to bytes; a zero follows each FF, so that no marker appears among the data (T.81 F.1.2.3). */
class BitWriter {
    private bytes = new Uint8Array(1 << 16)
    private size = 0
    private pending = 0
    private count = 0

    write(value: number, bits: number): void {
        this.pending = (this.pending << bits) | value
        this.count += bits
        while (this.count >= 8) {
            this.count -= 8
            this.put((this.pending >> this.count) & 0xff)
        }
        this.pending &= (1 << this.count) - 1
    }
    /** All bytes, the last one filled with ones. */
    end(): Uint8Array {
        if (this.count > 0) this.write((1 << (8 - this.count)) - 1, 8 - this.count)
        return this.bytes.slice(0, this.size)
    }
    private put(byte: number): void {
        if (this.size + 2 > this.bytes.length) {
            const larger = new Uint8Array(2 * this.bytes.length)
            larger.set(this.bytes)
            this.bytes = larger
        }
        this.bytes[this.size++] = byte
        if (byte === 0xff) this.bytes[this.size++] = 0
    }
}

/** Coefficients of a block to bits (T.81 F.1.2): difference of the first, runs of zeros and values of the others. */
function writeBlock(out: BitWriter, block: Int32Array, before: number, dc: Codes, ac: Codes): number {
    const first = block[0] ?? 0
    writeValue(out, dc, 0, first - before)
    let zeros = 0
    for (let k = 1; k < 64; k++) {
        const value = block[ZIGZAG[k] ?? 0] ?? 0
        if (value === 0) {
            zeros++
            continue
        }
        for (; zeros > 15; zeros -= 16) out.write(ac.code[0xf0] ?? 0, ac.bits[0xf0] ?? 0)
        writeValue(out, ac, zeros << 4, value)
        zeros = 0
    }
    if (zeros > 0) out.write(ac.code[0] ?? 0, ac.bits[0] ?? 0)
    return first
}

function writeValue(out: BitWriter, codes: Codes, run: number, value: number): void {
    const size = 32 - Math.clz32(Math.abs(value))
    const symbol = run | size
    out.write(codes.code[symbol] ?? 0, codes.bits[symbol] ?? 0)
    if (size > 0) out.write(value < 0 ? value + (1 << size) - 1 : value, size)
}

/** Squares of 16 by 16 pixels: four blocks of brightness, one of each colour difference. */
function encodeScan(raster: Raster, [luminance, chrominance]: readonly [Int32Array, Int32Array]): Uint8Array {
    const out = new BitWriter()
    const codes = [LUMINANCE_DC, LUMINANCE_AC, CHROMINANCE_DC, CHROMINANCE_AC].map(makeCodes)
    const [yDc, yAc, cDc, cAc] = codes
    if (yDc === undefined || yAc === undefined || cDc === undefined || cAc === undefined) return out.end()
    const square = { y: new Int32Array(256), cb: new Int32Array(64), cr: new Int32Array(64) }
    const block = new Int32Array(64)
    let [y, cb, cr] = [0, 0, 0]
    for (let top = 0; top < raster.heightPx; top += 16) {
        for (let left = 0; left < raster.widthPx; left += 16) {
            readSquare(raster, left, top, square)
            for (const corner of [0, 8, 128, 136]) {
                for (let i = 0; i < 64; i++) block[i] = square.y[corner + 16 * (i >> 3) + (i & 7)] ?? 0
                forwardDct(block, luminance)
                y = writeBlock(out, block, y, yDc, yAc)
            }
            forwardDct(square.cb, chrominance)
            cb = writeBlock(out, square.cb, cb, cDc, cAc)
            forwardDct(square.cr, chrominance)
            cr = writeBlock(out, square.cr, cr, cDc, cAc)
        }
    }
    return out.end()
}

/**
 * Reads 16 by 16 pixels as YCbCr (ITU-T T.871 §7, in 1/65536), shifted to lie around zero; the colour differences of
 * four pixels are averaged. Beyond the edge the last pixel is repeated.
 */
function readSquare(
    { widthPx, heightPx, rgb }: Raster,
    left: number,
    top: number,
    out: { readonly y: Int32Array; readonly cb: Int32Array; readonly cr: Int32Array },
): void {
    out.cb.fill(0)
    out.cr.fill(0)
    for (let row = 0; row < 16; row++) {
        const line = Math.min(top + row, heightPx - 1) * widthPx
        for (let column = 0; column < 16; column++) {
            const at = 3 * (line + Math.min(left + column, widthPx - 1))
            const r = rgb[at] ?? 0
            const g = rgb[at + 1] ?? 0
            const b = rgb[at + 2] ?? 0
            const small = 8 * (row >> 1) + (column >> 1)
            out.y[16 * row + column] = ((19595 * r + 38470 * g + 7471 * b + 32768) >> 16) - 128
            out.cb[small] = (out.cb[small] ?? 0) + (-11059 * r - 21709 * g + 32768 * b)
            out.cr[small] = (out.cr[small] ?? 0) + (32768 * r - 27439 * g - 5329 * b)
        }
    }
    for (let i = 0; i < 64; i++) {
        out.cb[i] = ((out.cb[i] ?? 0) + 131072) >> 18
        out.cr[i] = ((out.cr[i] ?? 0) + 131072) >> 18
    }
}
