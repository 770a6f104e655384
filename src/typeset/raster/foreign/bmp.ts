import type { Raster } from "../raster.ts"
import { allow, reader, Undecodable } from "./foreign.ts"

/**
 * Decodes a Windows bitmap ([MS-WMF] §2.2.2): 1, 4, 8, 16, 24 and 32 bits, bit fields, run lengths of 4 and 8 bits, rows
 * from below or above. An alpha channel is left out, as viewers do: screenshots have zeros in it.
 */
export function decodeBmp(bytes: Uint8Array): Raster {
    const read = reader(bytes, true)
    const headSize = read.u32(14)
    if (headSize < 12 || headSize === 16) throw new Undecodable("coding")
    const isCore = headSize === 12
    const widthPx = isCore ? read.u16(18) : read.i32(18)
    const storedHeight = isCore ? read.u16(20) : read.i32(22)
    const bits = isCore ? read.u16(24) : read.u16(28)
    const compression = isCore ? 0 : read.u32(30)
    const heightPx = Math.abs(storedHeight)
    allow(widthPx, heightPx)
    const palette = paletteOf(bytes, isCore, headSize, bits)
    const rgb = new Uint8Array(3 * widthPx * heightPx)
    const put = (x: number, row: number, red: number, green: number, blue: number): void => {
        const at = 3 * ((storedHeight < 0 ? row : heightPx - 1 - row) * widthPx + x)
        rgb[at] = red
        rgb[at + 1] = green
        rgb[at + 2] = blue
    }
    const putIndex = (x: number, row: number, index: number): void => {
        put(x, row, palette[3 * index] ?? 0, palette[3 * index + 1] ?? 0, palette[3 * index + 2] ?? 0)
    }
    const data = bytes.subarray(read.u32(10))
    if ((compression === 1 && bits === 8) || (compression === 2 && bits === 4)) {
        // What no run reaches is the first colour.
        for (let row = 0; row < heightPx; row++) for (let x = 0; x < widthPx; x++) putIndex(x, row, 0)
        unpackRuns(data, bits, widthPx, heightPx, putIndex)
        return { widthPx, heightPx, rgb }
    }
    if (compression !== 0 && compression !== 3 && compression !== 6) throw new Undecodable("coding")
    const stride = 4 * Math.ceil((widthPx * bits) / 32)
    const rows = reader(data, true)
    if (data.length < stride * (heightPx - 1) + Math.ceil((widthPx * bits) / 8)) throw new Undecodable("damaged")
    if (bits === 1 || bits === 4 || bits === 8) {
        for (let row = 0; row < heightPx; row++)
            for (let x = 0; x < widthPx; x++) {
                const byte = data[row * stride + ((x * bits) >> 3)] ?? 0
                putIndex(x, row, (byte >> (8 - bits - ((x * bits) & 7))) & ((1 << bits) - 1))
            }
    } else if (bits === 24) {
        for (let row = 0; row < heightPx; row++)
            for (let x = 0, at = row * stride; x < widthPx; x++, at += 3)
                put(x, row, data[at + 2] ?? 0, data[at + 1] ?? 0, data[at] ?? 0)
    } else if (bits === 16 || bits === 32) {
        const usual = bits === 16 ? [0x7c00, 0x3e0, 0x1f] : [0xff0000, 0xff00, 0xff]
        // Bit fields stand behind a head of 40 bytes and within a longer one: at the same place.
        const masks = compression === 0 ? usual : [read.u32(54), read.u32(58), read.u32(62)]
        const [red, green, blue] = masks.map(channel)
        if (red === undefined || green === undefined || blue === undefined) throw new Undecodable("damaged")
        for (let row = 0; row < heightPx; row++)
            for (let x = 0; x < widthPx; x++) {
                const at = row * stride + (x * bits) / 8
                const value = bits === 16 ? rows.u16(at) : rows.u32(at)
                put(x, row, red(value), green(value), blue(value))
            }
    } else throw new Undecodable("coding")
    return { widthPx, heightPx, rgb }
}

/** The colours as RGB triples; stored as BGR, or as BGR and a spare byte. */
function paletteOf(bytes: Uint8Array, isCore: boolean, headSize: number, bits: number): Uint8Array {
    if (bits > 8) return new Uint8Array(0)
    const read = reader(bytes, true)
    const used = isCore || headSize < 36 ? 0 : read.u32(46)
    const count = Math.min(1 << bits, used === 0 ? 1 << bits : used)
    const size = isCore ? 3 : 4
    const out = new Uint8Array(3 * count)
    for (let i = 0; i < count; i++)
        for (let k = 0; k < 3; k++) out[3 * i + k] = bytes[14 + headSize + i * size + 2 - k] ?? 0
    return out
}

/** Reads the bits of a mask as 0 to 255. */
function channel(mask: number): (value: number) => number {
    if (mask === 0) return () => 0
    let shift = 0
    while (((mask >>> shift) & 1) === 0) shift++
    const most = mask >>> shift
    return (value) => Math.floor((((value & mask) >>> shift) * 255) / most)
}

/** Run lengths ([MS-WMF] §3.1.6): pairs of count and colour, and a zero before orders and plain stretches. */
function unpackRuns(
    data: Uint8Array,
    bits: number,
    widthPx: number,
    heightPx: number,
    put: (x: number, row: number, index: number) => void,
): void {
    let [x, row, at] = [0, 0, 0]
    const place = (byte: number, i: number): void => {
        const index = bits === 8 ? byte : i % 2 === 0 ? byte >> 4 : byte & 15
        if (x < widthPx && row < heightPx) put(x, row, index)
        x++
    }
    while (row < heightPx) {
        const [count, value] = [data[at], data[at + 1]]
        if (count === undefined || value === undefined) throw new Undecodable("damaged")
        at += 2
        if (count > 0) for (let i = 0; i < count; i++) place(value, i)
        else if (value === 1) return
        else if (value === 0) [x, row] = [0, row + 1]
        else if (value === 2) {
            x += data[at] ?? 0
            row += data[at + 1] ?? 0
            at += 2
        } else {
            const size = bits === 8 ? value : Math.ceil(value / 2)
            if (at + size > data.length) throw new Undecodable("damaged")
            for (let i = 0; i < value; i++) place(data[at + (bits === 8 ? i : i >> 1)] ?? 0, i)
            at += size + (size % 2)
        }
    }
}
