import { type ByteSource, joinSources, memorySource, pickSource, type Range } from "../../base/source.ts"
import type { Raster, RasterFault } from "./raster.ts"

const EOI = Uint8Array.of(0xff, 0xd9)

interface Frame {
    readonly widthPx: number
    readonly heightPx: number
    /** Ids of the components. */
    readonly components: readonly number[]
}

/**
 * A JPEG file (ITU-T T.81) as a PDF can carry it: the picture's own data, never decoded, without what else the file
 * holds. Camera data, places, thumbnails, comments and whatever follows the end of the picture stay behind.
 *
 * @param source - The same file, of which the data are windows.
 */
export function readJpeg(bytes: Uint8Array, source: ByteSource): Raster | RasterFault {
    if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return "damaged"
    const kept: Range[] = [{ from: 0, to: 2 }]
    let frame: Frame | undefined
    let isAdobe = false
    let hasScan = false
    for (let at = 2; ; ) {
        while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++
        const marker = bytes[at + 1]
        // A file that ends early is shown as far as it goes, as every viewer does.
        if (bytes[at] !== 0xff || marker === undefined || marker === 0xd9) break
        const end = at + 2 + uint16(bytes, at + 2)
        if (end > bytes.length || end < at + 4) return hasScan ? finish() : "damaged"
        const segment = bytes.subarray(at, end)
        if (isFrame(marker)) {
            const read = readFrame(marker, segment)
            if (typeof read === "string") return read
            frame = read
        }
        if (marker === 0xee && ascii(segment, 4, 5) === "Adobe") isAdobe = true
        if (isPictureData(marker, segment)) kept.push({ from: at, to: end })
        at = end
        if (marker === 0xda) {
            hasScan = true
            const next = endOfScan(bytes, at)
            kept.push({ from: at, to: next })
            at = next
        }
    }
    return finish()

    function finish(): Raster | RasterFault {
        if (frame === undefined || !hasScan) return "damaged"
        const { widthPx, heightPx, components } = frame
        const space = ({ 1: "gray", 3: "rgb", 4: "cmyk" } as const)[components.length]
        if (space === undefined) return "damaged"
        const plainRgb = !isAdobe && String.fromCharCode(...components) === "RGB"
        const file = joinSources([pickSource(source, kept), memorySource(EOI)])
        return {
            widthPx,
            heightPx,
            space,
            samples: { kind: "jpeg", source: file, inverted: isAdobe && space === "cmyk", plainRgb },
        }
    }
}

/** SOF markers: all of C0 to CF but DHT (C4), JPG (C8) and DAC (CC). */
function isFrame(marker: number): boolean {
    return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

function readFrame(marker: number, segment: Uint8Array): Frame | RasterFault {
    // A PDF reader must know baseline, extended and progressive Huffman coding (ISO 32000-1 §7.4.8), no more.
    if (marker >= 0xc9) return "arithmetic-coding"
    if (marker > 0xc2) return "lossless"
    if (segment[4] !== 8) return "precision"
    const count = segment[9] ?? 0
    const heightPx = uint16(segment, 5)
    const widthPx = uint16(segment, 7)
    if (heightPx === 0 || widthPx === 0 || segment.length < 10 + 3 * count) return "damaged"
    return { widthPx, heightPx, components: Array.from({ length: count }, (_, i) => segment[10 + 3 * i] ?? 0) }
}

/** Of the application segments only JFIF and Adobe say how to draw the picture; comments never do. */
function isPictureData(marker: number, segment: Uint8Array): boolean {
    if (marker === 0xe0) return ascii(segment, 4, 5) === "JFIF\0"
    if (marker === 0xee) return ascii(segment, 4, 5) === "Adobe"
    return marker !== 0xfe && (marker < 0xe0 || marker > 0xef)
}

/** Entropy-coded data run to the next marker that is neither a stuffed FF nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
    for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
        const next = bytes[at + 1]
        if (next === undefined) return at
        if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
    }
    return bytes.length
}

function uint16(bytes: Uint8Array, at: number): number {
    return 256 * (bytes[at] ?? 0) + (bytes[at + 1] ?? 0)
}
function ascii(bytes: Uint8Array, at: number, length: number): string {
    return String.fromCharCode(...bytes.subarray(at, at + length))
}
