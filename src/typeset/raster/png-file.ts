import { concat } from "../../base/bytes.ts"
import type { Range } from "../../base/source.ts"
import { crc32 } from "../../base/zip/crc32.ts"

/** Header and chunks of a PNG file (W3C PNG, second edition, §5 and §11). Ancillary chunks but `tRNS` are left behind. */
export interface PngFile {
    readonly widthPx: number
    readonly heightPx: number
    /** Bits of a sample: 1, 2, 4, 8 or 16. */
    readonly bits: number
    /** 0 gray, 2 RGB, 3 palette, 4 gray and alpha, 6 RGB and alpha. */
    readonly colorType: 0 | 2 | 3 | 4 | 6
    /** Samples of a pixel. */
    readonly channels: number
    readonly interlaced: boolean
    readonly palette: Uint8Array
    /** Content of `tRNS`; empty where there is none. */
    readonly transparency: Uint8Array
    /** All `IDAT` chunks together: one zlib stream. */
    readonly data: Uint8Array
    /** Where they are in the file. */
    readonly dataRanges: readonly Range[]
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const CHANNELS = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const
const DEPTHS = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] } as const

/** Takes a PNG file apart; `undefined` where it is not whole: the check sums of all chunks in use must hold. */
export function readPngFile(bytes: Uint8Array): PngFile | undefined {
    if (SIGNATURE.some((byte, i) => bytes[i] !== byte)) return undefined
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const data: Uint8Array[] = []
    const dataRanges: Range[] = []
    const single = new Map<string, Uint8Array>()
    for (let at = 8; at + 12 <= bytes.length; ) {
        const length = view.getUint32(at)
        const end = at + 12 + length
        if (end > bytes.length) return undefined
        const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
        if (type === "IEND") return assemble(single, data, dataRanges)
        if (["IHDR", "PLTE", "tRNS", "IDAT"].includes(type)) {
            if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return undefined
            const content = bytes.subarray(at + 8, end - 4)
            if (type === "IDAT") {
                data.push(content)
                dataRanges.push({ from: at + 8, to: end - 4 })
            } else single.set(type, content)
        }
        at = end
    }
    return undefined
}

/** Types of the chunks in order, as far as whole chunks go. */
export function chunkTypes(bytes: Uint8Array): readonly string[] {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const types: string[] = []
    for (let at = 8; at + 12 <= bytes.length; ) {
        const end = at + 12 + view.getUint32(at)
        if (end > bytes.length) break
        types.push(String.fromCharCode(...bytes.subarray(at + 4, at + 8)))
        if (types.at(-1) === "IEND") break
        at = end
    }
    return types
}

function assemble(
    chunks: ReadonlyMap<string, Uint8Array>,
    data: readonly Uint8Array[],
    dataRanges: readonly Range[],
): PngFile | undefined {
    const header = chunks.get("IHDR")
    if (header === undefined || header.length !== 13) return undefined
    const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
    const [bits, colorType, compression, filter, interlace] = header.subarray(8)
    if (bits === undefined || !isColorType(colorType) || compression !== 0 || filter !== 0) return undefined
    const depths: readonly number[] = DEPTHS[colorType]
    const palette = chunks.get("PLTE") ?? new Uint8Array(0)
    const widthPx = view.getUint32(0)
    const heightPx = view.getUint32(4)
    if (widthPx === 0 || heightPx === 0 || !depths.includes(bits) || (interlace ?? 2) > 1) return undefined
    if (colorType === 3 && (palette.length === 0 || palette.length % 3 !== 0 || palette.length > 768)) return undefined
    return {
        widthPx,
        heightPx,
        bits,
        colorType,
        channels: CHANNELS[colorType],
        interlaced: interlace === 1,
        palette,
        transparency: chunks.get("tRNS") ?? new Uint8Array(0),
        data: data.length === 1 && data[0] !== undefined ? data[0] : concat(data),
        dataRanges,
    }
}

function isColorType(value: number | undefined): value is PngFile["colorType"] {
    return value !== undefined && value in CHANNELS
}
