import type { DecoderName } from "../../../base/host.ts"
import { LONGEST_SIDE, type Raster } from "../raster.ts"

/** What the decoders of formats that no PDF carries have in common. */

/** A decoded picture. */
export interface Decoded {
    readonly raster: Raster
    /** The format keeps every pixel as it was: encode it again without loss. */
    readonly lossless: boolean
    /** The file's own turns are applied; EXIF has no say (ISO/IEC 23008-12 §6.5.10). */
    readonly upright: boolean
}

/** Why there are no pixels: the file is broken, too large, or uses what we do not decode. */
export type ForeignFault = "damaged" | "too-large" | "coding"

/** Gives the WebAssembly code of a decoder; see `Host.decoder`. */
export type DecoderCode = (name: DecoderName) => Uint8Array

/**
 * Most pixels of a picture that is decoded: a phone at its finest usual setting of these formats has 24 million. Bounds
 * memory (about 16 bytes a pixel) and, since no decoder can be stopped in the midst of it, time.
 */
export const MOST_DECODED = 26_000_000

/** Thrown by decoders and caught where they are called. */
export class Undecodable extends Error {
    readonly fault: ForeignFault

    constructor(fault: ForeignFault) {
        super(fault)
        this.fault = fault
    }
}

/** Throws before memory is taken for a picture without pixels or with too many. */
export function allow(widthPx: number, heightPx: number): void {
    if (!(widthPx > 0 && heightPx > 0)) throw new Undecodable("damaged")
    if (widthPx * heightPx > MOST_DECODED || Math.max(widthPx, heightPx) > LONGEST_SIDE)
        throw new Undecodable("too-large")
}

/** A picture from four bytes a pixel, transparent ones laid on white. */
export function onWhite(widthPx: number, heightPx: number, rgba: ArrayLike<number>): Raster {
    const pixels = widthPx * heightPx
    const rgb = new Uint8Array(3 * pixels)
    for (let i = 0, from = 0, to = 0; i < pixels; i++, from += 4) {
        const alpha = rgba[from + 3] ?? 0
        const white = 255 * (255 - alpha) + 127
        for (let k = 0; k < 3; k++) {
            const value = rgba[from + k] ?? 0
            rgb[to++] = alpha === 255 ? value : Math.floor((value * alpha + white) / 255)
        }
    }
    return { widthPx, heightPx, rgb }
}

/** Reads numbers from a file; beyond its end is a fault of the file. */
export function reader(bytes: Uint8Array, little: boolean) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const within = (at: number, size: number): void => {
        if (at < 0 || at + size > bytes.length) throw new Undecodable("damaged")
    }
    return {
        u8(at: number): number {
            within(at, 1)
            return view.getUint8(at)
        },
        u16(at: number): number {
            within(at, 2)
            return view.getUint16(at, little)
        },
        u32(at: number): number {
            within(at, 4)
            return view.getUint32(at, little)
        },
        i32(at: number): number {
            within(at, 4)
            return view.getInt32(at, little)
        },
        /** A copy-free view; whole or not at all. */
        part(at: number, size: number): Uint8Array {
            within(at, size)
            return bytes.subarray(at, at + size)
        },
    }
}
