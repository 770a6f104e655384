import { blankRaster, type Raster } from "../raster.ts"
import { allow, reader, Undecodable } from "./foreign.ts"
import { unpackLzw } from "./lzw.ts"

/** Decodes the first picture of a GIF file (GIF89a), transparent pixels and what it leaves free of its screen white. */
export function decodeGif(bytes: Uint8Array): Raster {
    const read = reader(bytes, true)
    const [widthPx, heightPx] = [read.u16(6), read.u16(8)]
    allow(widthPx, heightPx)
    const flags = read.u8(10)
    let palette = flags & 0x80 ? read.part(13, 3 << ((flags & 7) + 1)) : new Uint8Array(0)
    let at = 13 + palette.length
    let transparent = -1
    for (;;) {
        const kind = read.u8(at)
        if (kind === 0x21) {
            // Graphic control extension: which colour is transparent.
            if (read.u8(at + 1) === 0xf9 && read.u8(at + 2) === 4)
                transparent = read.u8(at + 3) & 1 ? read.u8(at + 6) : -1
            at = skipBlocks(bytes, at + 2)
        } else if (kind === 0x2c) break
        else throw new Undecodable("damaged")
    }
    const [left, top, width, height] = [read.u16(at + 1), read.u16(at + 3), read.u16(at + 5), read.u16(at + 7)]
    const own = read.u8(at + 9)
    at += 10
    allow(width, height)
    if (own & 0x80) {
        palette = read.part(at, 3 << ((own & 7) + 1))
        at += palette.length
    }
    const indices = unpack(joinBlocks(bytes, at + 1), read.u8(at), width * height)
    const raster = blankRaster(widthPx, heightPx, [255, 255, 255])
    const rows = own & 0x40 ? interlacedRows(height) : undefined
    for (let stored = 0; stored < height; stored++) {
        const y = top + (rows?.[stored] ?? stored)
        for (let column = 0; column < width; column++) {
            const index = indices[stored * width + column] ?? 0
            const x = left + column
            if (index === transparent || x >= widthPx || y >= heightPx) continue
            const to = 3 * (y * widthPx + x)
            for (let k = 0; k < 3; k++) raster.rgb[to + k] = palette[3 * index + k] ?? 0
        }
    }
    return raster
}

function skipBlocks(bytes: Uint8Array, from: number): number {
    let at = from
    for (let size = bytes[at]; size !== 0; size = bytes[at]) {
        if (size === undefined) throw new Undecodable("damaged")
        at += 1 + size
    }
    return at + 1
}

/** The data of a chain of blocks of at most 255 bytes. */
function joinBlocks(bytes: Uint8Array, from: number): Uint8Array {
    const end = skipBlocks(bytes, from)
    const out = new Uint8Array(end - from)
    let to = 0
    for (let at = from; at < end - 1; at += 1 + (bytes[at] ?? 0)) {
        const part = bytes.subarray(at + 1, at + 1 + (bytes[at] ?? 0))
        out.set(part, to)
        to += part.length
    }
    return out.subarray(0, to)
}

/** Exactly `size` colour numbers. */
function unpack(data: Uint8Array, leastBits: number, size: number): Uint8Array {
    if (leastBits < 1 || leastBits > 8) throw new Undecodable("damaged")
    return unpackLzw(data, size, { leastBits, first: "lowest", early: 0 })
}

/** Which row each stored row is: every eighth, then those between. */
function interlacedRows(height: number): number[] {
    const rows: number[] = []
    for (const [first, step] of [
        [0, 8],
        [4, 8],
        [2, 4],
        [1, 2],
    ] as const)
        for (let row = first; row < height; row += step) rows.push(row)
    return rows
}
