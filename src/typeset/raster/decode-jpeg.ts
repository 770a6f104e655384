import jpeg from "jpeg-js"
import type { IssuePath } from "../../base/issue.ts"
import { readSegments, type Segment, startsWith } from "./jpeg-segments.ts"
import { checkSize, MOST_PIXELS, pictureFault, type Raster, tooLarge } from "./raster.ts"

interface Frame {
    readonly widthPx: number
    readonly heightPx: number
    /** Ids of the components in order. */
    readonly components: readonly number[]
    /** Colour transform of Adobe's segment; `undefined` where there is none. */
    readonly adobe: number | undefined
}

/** Most memory that the decoder may take, in MB: what a picture of {@link MOST_PIXELS} needs. */
const MOST_MEMORY = 2048

/**
 * Decodes a JPEG file (ITU-T T.81): baseline, extended or progressive with Huffman coding and 8-bit samples, grey, RGB,
 * YCbCr or Adobe's CMYK. The decoder fills what is missing with grey, so the structure is checked before.
 *
 * @throws PacketError `raster.picture.damaged`, `cut-off`, `coding` or `too-large`.
 */
export function decodeJpeg(bytes: Uint8Array, path: IssuePath): Raster {
    const { segments, complete } = readSegments(bytes)
    if (!complete) {
        const next = bytes[segments.at(-1)?.end ?? 2]
        const isDamaged = next !== undefined && next !== 0xff
        throw pictureFault(isDamaged ? "raster.picture.damaged" : "raster.picture.cut-off", path, {})
    }
    const frame = readFrame(segments, path)
    checkSize(frame.widthPx, frame.heightPx, path)
    if (!everyComponentIsScanned(frame, segments)) throw pictureFault("raster.picture.cut-off", path, {})
    try {
        const { width, height, data } = jpeg.decode(bytes, {
            useTArray: true,
            formatAsRGBA: false,
            maxResolutionInMP: MOST_PIXELS / 1_000_000,
            maxMemoryUsageInMB: MOST_MEMORY,
            // The decoder takes three components for YCbCr unless told otherwise, even against Adobe's segment.
            ...(isPlainRgb(frame) ? { colorTransform: false } : {}),
        })
        return { widthPx: width, heightPx: height, rgb: data }
    } catch (cause) {
        if (cause instanceof Error && /limit exceeded|allocat/.test(cause.message))
            throw tooLarge(frame.widthPx, frame.heightPx, path)
        throw pictureFault("raster.picture.damaged", path, {})
    }
}

/** The frame header (T.81 B.2.2); refuses what no plain decoder knows. */
function readFrame(segments: readonly Segment[], path: IssuePath): Frame {
    const frames = segments.filter(({ marker }) => marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.includes(marker))
    const frame = frames[0]
    if (frame === undefined || frames.length > 1) throw pictureFault("raster.picture.damaged", path, {})
    const { marker, data } = frame
    if (marker >= 0xc9) throw pictureFault("raster.picture.coding", path, { coding: "arithmetic" })
    if (marker > 0xc2) throw pictureFault("raster.picture.coding", path, { coding: "lossless" })
    if (data[0] !== 8) throw pictureFault("raster.picture.coding", path, { coding: "precision" })
    const heightPx = 256 * (data[1] ?? 0) + (data[2] ?? 0)
    const widthPx = 256 * (data[3] ?? 0) + (data[4] ?? 0)
    const count = data[5] ?? 0
    if (heightPx === 0 || widthPx === 0 || data.length < 6 + 3 * count)
        throw pictureFault("raster.picture.damaged", path, {})
    const adobe = segments.find((s) => s.marker === 0xee && startsWith(s.data, "Adobe"))?.data[11]
    if (![1, 3].includes(count) && !(count === 4 && adobe !== undefined))
        throw pictureFault("raster.picture.coding", path, { coding: "colour" })
    return { widthPx, heightPx, components: Array.from({ length: count }, (_, i) => data[6 + 3 * i] ?? 0), adobe }
}

/** Huffman tables, JPG and arithmetic conditioning share the range of the frame markers. */
const NO_FRAME = [0xc4, 0xc8, 0xcc]

/** A file that lost whole scans can still have an end: then some component was never sent. */
function everyComponentIsScanned({ components }: Frame, segments: readonly Segment[]): boolean {
    const seen = new Set<number>()
    for (const { marker, data } of segments)
        if (marker === 0xda) for (let i = 0; i < (data[0] ?? 0); i++) seen.add(data[1 + 2 * i] ?? -1)
    return components.every((id) => seen.has(id))
}

function isPlainRgb({ components, adobe }: Frame): boolean {
    if (components.length !== 3) return false
    return adobe === undefined ? String.fromCharCode(...components) === "RGB" : adobe === 0
}
