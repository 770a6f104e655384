import { viewOf } from "../../base/bytes.ts"
import { formatOf } from "./decode.ts"
import { chunkTypes } from "./png-file.ts"

/** First brands of moving pictures (ISO/IEC 23008-12 annex B, AV1 Image File Format §6.2). */
const SEQUENCES = ["hevc", "hevx", "hevm", "hevs", "msf1", "avis"]

/**
 * Whether a file holds further pictures behind the one that is decoded: pages of a TIFF, pictures of an animation. What a
 * phone keeps beside a photo (depth, brightness, a thumbnail) is none.
 */
export function holdsSeveral(bytes: Uint8Array): boolean {
    try {
        switch (formatOf(bytes)) {
            case "TIFF":
                return tiffPages(bytes) > 1
            case "GIF":
                return gifPictures(bytes) > 1
            case "WebP":
                return webpFrames(bytes) > 1
            case "PNG":
                return chunkTypes(bytes).includes("acTL")
            case "HEIC":
            case "AVIF":
                return SEQUENCES.includes(String.fromCharCode(...bytes.subarray(8, 12)))
            default:
                return false
        }
    } catch (fault) {
        // What a damaged end says of further pictures is nothing.
        if (fault instanceof RangeError) return false
        throw fault
    }
}

/** Directories of a TIFF that are pages and no smaller copies (TIFF 6.0, `NewSubfileType`), as far as the second. */
function tiffPages(bytes: Uint8Array): number {
    const view = viewOf(bytes)
    const little = bytes[0] === 0x49
    let pages = 0
    const seen = new Set<number>()
    for (let at = view.getUint32(4, little); at !== 0 && pages < 2 && !seen.has(at); ) {
        seen.add(at)
        const entries = view.getUint16(at, little)
        let isCopy = false
        for (let entry = at + 2; entry < at + 2 + 12 * entries; entry += 12)
            if (view.getUint16(entry, little) === 254) isCopy = (view.getUint32(entry + 8, little) & 1) === 1
        if (!isCopy) pages++
        at = view.getUint32(at + 2 + 12 * entries, little)
    }
    return pages
}

/** Image descriptors of a GIF (GIF89a §§18 to 26), as far as the second. */
function gifPictures(bytes: Uint8Array): number {
    const view = viewOf(bytes)
    const tableOf = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1))
    let at = 13 + tableOf(view.getUint8(10))
    let pictures = 0
    while (pictures < 2) {
        const kind = view.getUint8(at)
        if (kind === 0x2c) {
            pictures++
            at += 11 + tableOf(view.getUint8(at + 9))
        } else if (kind === 0x21) at += 2
        else break
        for (let size = view.getUint8(at++); size > 0; size = view.getUint8(at++)) at += size
    }
    return pictures
}

/** Frames of an animated WebP (RFC 9649 §2.7.1.1). */
function webpFrames(bytes: Uint8Array): number {
    const view = viewOf(bytes)
    let frames = 0
    for (let at = 12; at + 8 <= bytes.length; ) {
        if (view.getUint32(at) === 0x414e_4d46) frames++
        const size = view.getUint32(at + 4, true)
        at += 8 + size + (size % 2)
    }
    return frames
}
