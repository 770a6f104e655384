import { inflateTo } from "../../../base/zip/inflate.ts"
import type { Raster } from "../raster.ts"
import { allow, MOST_DECODED, reader, Undecodable } from "./foreign.ts"
import { unpackLzw } from "./lzw.ts"

/**
 * Decodes the first picture of a TIFF file (TIFF 6.0): grey, palette and RGB of 1 to 16 bits, in strips or tiles, plain,
 * packed bits, LZW or deflate. Fax and JPEG inside TIFF are not decoded. Alpha is laid on white.
 */
export function decodeTiff(bytes: Uint8Array): Raster {
    const little = bytes[0] === 0x49
    const tags = readTags(bytes, little)
    const one = (tag: number, usual: number): number => tags.get(tag)?.[0] ?? usual
    const [widthPx, heightPx] = [one(256, 0), one(257, 0)]
    allow(widthPx, heightPx)
    // A smaller copy before the picture itself, which a camera keeps as it came from its sensor.
    if ((one(254, 0) & 1) === 1) throw new Undecodable("coding")
    const channels = one(277, 1)
    const bits = one(258, 1)
    const photometric = one(262, 1)
    const planar = one(284, 1)
    const isUsual = [1, 2, 4, 8, 16].includes(bits) && (tags.get(258) ?? []).every((value) => value === bits)
    if (!isUsual || photometric > 3 || planar !== 1 || channels > 5 || one(339, 1) !== 1)
        throw new Undecodable("coding")
    const isTiled = tags.has(322)
    const tile = isTiled
        ? { width: one(322, 0), height: one(323, 0) }
        : { width: widthPx, height: Math.min(heightPx, one(278, heightPx)) }
    allow(tile.width, tile.height)
    const offsets = tags.get(isTiled ? 324 : 273) ?? []
    const sizes = tags.get(isTiled ? 325 : 279) ?? []
    const stride = Math.ceil((tile.width * channels * bits) / 8)
    const across = Math.ceil(widthPx / tile.width)
    const tiles = across * Math.ceil(heightPx / tile.height)
    // Tiles reach beyond the picture; a tall one for each column of a wide picture would be all that is unpacked.
    if (tiles * tile.width * tile.height > 4 * MOST_DECODED) throw new Undecodable("too-large")
    const read = reader(bytes, little)
    const rgb = new Uint8Array(3 * widthPx * heightPx)
    const colour = colourOf(tags, photometric, channels, bits)
    for (let i = 0; i < tiles; i++) {
        const left = (i % across) * tile.width
        const top = Math.floor(i / across) * tile.height
        const height = isTiled ? tile.height : Math.min(tile.height, heightPx - top)
        const packed = read.part(offsets[i] ?? -1, sizes[i] ?? 0)
        const data = unpack(packed, one(259, 1), stride * height)
        if (one(317, 1) === 2) addDifferences(data, stride, height, channels, bits, little)
        else if (one(317, 1) !== 1) throw new Undecodable("coding")
        const sample = sampler(data, bits, little)
        for (let y = 0; y < Math.min(height, heightPx - top); y++)
            for (let x = 0; x < Math.min(tile.width, widthPx - left); x++)
                colour((k) => sample(y * stride, x * channels + k), rgb, 3 * ((top + y) * widthPx + left + x))
    }
    return { widthPx, heightPx, rgb }
}

const MOST_TAGS = 200
const MOST_VALUES = 1_000_000
/** Those that are asked for; a hostile file has hundreds of others, each with a million values. */
const USED = new Set([254, 256, 257, 258, 259, 262, 273, 277, 278, 279, 284, 317, 320, 322, 323, 324, 325, 338, 339])
const TYPE_SIZE: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4 }

/** Whole numbers of the first directory, by tag. */
function readTags(bytes: Uint8Array, little: boolean): ReadonlyMap<number, readonly number[]> {
    const read = reader(bytes, little)
    const directory = read.u32(4)
    const count = read.u16(directory)
    if (count > MOST_TAGS) throw new Undecodable("damaged")
    const tags = new Map<number, readonly number[]>()
    for (let i = 0; i < count; i++) {
        const at = directory + 2 + 12 * i
        const tag = read.u16(at)
        if (!USED.has(tag) || tags.has(tag)) continue
        const size = TYPE_SIZE[read.u16(at + 2)]
        const values = read.u32(at + 4)
        if (size === undefined || values > MOST_VALUES) continue
        const from = size * values <= 4 ? at + 8 : read.u32(at + 8)
        const value = size === 1 ? read.u8 : size === 2 ? read.u16 : read.u32
        tags.set(
            tag,
            Array.from({ length: values }, (_, k) => value(from + k * size)),
        )
    }
    return tags
}

/** Exactly `size` bytes, whatever the data claim. */
function unpack(data: Uint8Array, compression: number, size: number): Uint8Array {
    if (compression === 1) {
        if (data.length < size) throw new Undecodable("damaged")
        return data.slice(0, size)
    }
    if (compression === 32773) return unpackBits(data, size)
    if (compression === 5) return unpackLzw(data, size, { leastBits: 8, first: "highest", early: 1 })
    if (compression !== 8 && compression !== 32946) throw new Undecodable("coding")
    const out = inflateTo(data, size, "zlib")
    if (out === undefined) throw new Undecodable("damaged")
    return out
}

/** PackBits (TIFF 6.0 §9). */
function unpackBits(data: Uint8Array, size: number): Uint8Array {
    const out = new Uint8Array(size)
    let to = 0
    for (let at = 0; to < size; ) {
        const head = data[at++]
        if (head === undefined) throw new Undecodable("damaged")
        if (head === 128) continue
        const count = Math.min(head < 128 ? head + 1 : 257 - head, size - to)
        if (head < 128) {
            if (at + count > data.length) throw new Undecodable("damaged")
            out.set(data.subarray(at, at + count), to)
            at += head + 1
        } else out.fill(data[at++] ?? 0, to, to + count)
        to += count
    }
    return out
}

/** Undoes horizontal differencing (TIFF 6.0 §14), in place. */
function addDifferences(
    data: Uint8Array,
    stride: number,
    height: number,
    channels: number,
    bits: number,
    little: boolean,
): void {
    if (bits !== 8 && bits !== 16) throw new Undecodable("coding")
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
    const size = bits / 8
    for (let row = 0; row < height; row++)
        for (let at = row * stride + channels * size; at + size <= (row + 1) * stride; at += size) {
            const before = at - channels * size
            if (bits === 8) view.setUint8(at, view.getUint8(at) + view.getUint8(before))
            else view.setUint16(at, view.getUint16(at, little) + view.getUint16(before, little), little)
        }
}

/** Reads a sample of a row as it is stored. */
function sampler(data: Uint8Array, bits: number, little: boolean): (row: number, index: number) => number {
    if (bits === 8) return (row, index) => data[row + index] ?? 0
    if (bits === 16) {
        const [high, low] = little ? [1, 0] : [0, 1]
        return (row, index) => 256 * (data[row + 2 * index + high] ?? 0) + (data[row + 2 * index + low] ?? 0)
    }
    const mask = (1 << bits) - 1
    return (row, index) => ((data[row + ((index * bits) >> 3)] ?? 0) >> (8 - bits - ((index * bits) & 7))) & mask
}

/** Writes a pixel; `sample` reads its channels. */
type PutColour = (sample: (k: number) => number, rgb: Uint8Array, to: number) => void

function colourOf(
    tags: ReadonlyMap<number, readonly number[]>,
    photometric: number,
    channels: number,
    bits: number,
): PutColour {
    const most = 2 ** bits - 1
    const to8 = (value: number): number => (most === 255 ? value : Math.floor((value * 255 + (most >> 1)) / most))
    if (photometric === 3) {
        const map = tags.get(320) ?? []
        const colours = 1 << bits
        if (map.length < 3 * colours) throw new Undecodable("damaged")
        return (sample, rgb, to) => {
            for (let k = 0; k < 3; k++) rgb[to + k] = (map[k * colours + sample(0)] ?? 0) >> 8
        }
    }
    const colours = photometric === 2 ? 3 : 1
    if (channels < colours) throw new Undecodable("damaged")
    // Kinds of the further samples: 1 and 2 are opacity (TIFF 6.0 §18).
    const kind = tags.get(338)?.[0] ?? 0
    const hasAlpha = channels > colours && (kind === 1 || kind === 2)
    return (sample, rgb, to) => {
        const alpha = hasAlpha ? to8(sample(colours)) : 255
        for (let k = 0; k < 3; k++) {
            const stored = to8(sample(colours === 3 ? k : 0))
            const value = photometric === 0 ? 255 - stored : stored
            // Kind 1 was multiplied by its opacity when it was stored.
            const lit = kind === 1 ? value : Math.floor((value * alpha + 127) / 255)
            rgb[to + k] = hasAlpha ? Math.min(255, lit + 255 - alpha) : value
        }
    }
}
