import { zlibSync } from "fflate"
import { concat, utf8 } from "../../base/bytes.ts"
import { crc32 } from "../../base/zip/crc32.ts"
import type { Raster } from "./raster.ts"

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** How hard zlib tries, 1 to 9. */
type Level = NonNullable<Parameters<typeof zlibSync>[1]>["level"]

/** The picture as a PNG file of 8-bit RGB: header, pixels, end, no other chunk. The same pixels give the same bytes. */
export function encodePng(raster: Raster, level: Level = 6): Uint8Array {
    const header = new Uint8Array(13)
    const view = new DataView(header.buffer)
    view.setUint32(0, raster.widthPx)
    view.setUint32(4, raster.heightPx)
    header.set([8, 2, 0, 0, 0], 8)
    const data = zlibSync(filterRows(raster), { level })
    return concat([SIGNATURE, chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", new Uint8Array(0))])
}

/** Filters that are tried: none, left, above. The others seldom help screenshots and cost most of the time. */
const FILTERS = [0, 1, 2] as const

/** Each row with the filter whose differences are smallest in sum, the rule of thumb of W3C PNG §12.8. */
function filterRows({ widthPx, heightPx, rgb }: Raster): Uint8Array {
    const stride = 3 * widthPx
    const out = new Uint8Array((stride + 1) * heightPx)
    const rows = FILTERS.map(() => new Uint8Array(stride))
    for (let y = 0; y < heightPx; y++) {
        let least = Number.POSITIVE_INFINITY
        let best = 0
        for (const filter of FILTERS) {
            const sum = filterRow(filter, rgb, y * stride, stride, y > 0, rows[filter] ?? new Uint8Array(stride))
            if (sum < least) {
                least = sum
                best = filter
            }
        }
        out[y * (stride + 1)] = best
        out.set(rows[best] ?? [], y * (stride + 1) + 1)
    }
    return out
}

/** Fills `row` and returns the sum of its bytes' distances from zero. */
function filterRow(
    filter: number,
    rgb: Uint8Array,
    from: number,
    stride: number,
    hasAbove: boolean,
    row: Uint8Array,
): number {
    // Filter 1 looks a pixel back, 2 a row up; where there is nothing before, the value stands for itself.
    const back = filter === 1 ? 3 : stride
    const plain = filter === 0 || (filter === 2 && !hasAbove) ? stride : filter === 1 ? Math.min(3, stride) : 0
    let sum = 0
    for (let x = 0; x < plain; x++) {
        const value = rgb[from + x] ?? 0
        row[x] = value
        sum += value < 128 ? value : 256 - value
    }
    for (let x = plain; x < stride; x++) {
        const value = ((rgb[from + x] ?? 0) - (rgb[from + x - back] ?? 0)) & 0xff
        row[x] = value
        sum += value < 128 ? value : 256 - value
    }
    return sum
}

function chunk(type: string, data: Uint8Array): Uint8Array {
    const body = concat([utf8(type), data])
    const out = new Uint8Array(body.length + 8)
    const view = new DataView(out.buffer)
    view.setUint32(0, data.length)
    out.set(body, 4)
    view.setUint32(body.length + 4, crc32(body))
    return out
}
