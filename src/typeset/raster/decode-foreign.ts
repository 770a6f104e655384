import { formatOf } from "./decode.ts"
import { type Decoded, type DecoderCode, type ForeignFault, Undecodable } from "./foreign/foreign.ts"

/**
 * Decodes a picture that no PDF carries: GIF (its first picture), BMP, TIFF, WebP, HEIC, AVIF. Pixels are the same in
 * Node and in a browser. Never throws for what is in the file.
 *
 * @param code - Where the code of a decoder comes from.
 */
export async function decodeForeign(bytes: Uint8Array, code: DecoderCode): Promise<Decoded | ForeignFault> {
    try {
        return await decode(bytes, code)
    } catch (fault) {
        if (fault instanceof Undecodable) return fault.fault
        // Memory that could not be had is the one thing left: the picture is too large for this machine.
        if (fault instanceof RangeError) return "too-large"
        throw fault
    }
}

async function decode(bytes: Uint8Array, code: DecoderCode): Promise<Decoded> {
    switch (formatOf(bytes)) {
        case "GIF": {
            const { decodeGif } = await import("./foreign/gif.ts")
            return { raster: decodeGif(bytes), lossless: true, upright: false }
        }
        case "BMP": {
            const { decodeBmp } = await import("./foreign/bmp.ts")
            return { raster: decodeBmp(bytes), lossless: true, upright: false }
        }
        case "TIFF": {
            const { decodeTiff } = await import("./foreign/tiff.ts")
            return { raster: decodeTiff(bytes), lossless: true, upright: false }
        }
        case "WebP": {
            const { decodeWebp } = await import("./foreign/webp.ts")
            return { ...(await decodeWebp(bytes, code)), upright: false }
        }
        case "HEIC":
            return heic(bytes, code)
        case "AVIF":
            return avif(bytes, code)
        default:
            throw new Undecodable("coding")
    }
}

async function heic(bytes: Uint8Array, code: DecoderCode): Promise<Decoded> {
    const { decodeHeic } = await import("./foreign/heic.ts")
    return { raster: await decodeHeic(bytes, code), lossless: false, upright: true }
}

async function avif(bytes: Uint8Array, code: DecoderCode): Promise<Decoded> {
    const { decodeAvif } = await import("./foreign/avif.ts")
    return { raster: await decodeAvif(bytes, code), lossless: false, upright: true }
}
