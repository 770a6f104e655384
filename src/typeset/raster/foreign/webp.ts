import startWebp from "@jsquash/webp/codec/dec/webp_dec.js"
import { concat, utf8 } from "../../../base/bytes.ts"
import type { Raster } from "../raster.ts"
import { allow, type DecoderCode, onWhite, reader, Undecodable } from "./foreign.ts"
import { glueOptions, guarded } from "./wasm.ts"

interface Chunk {
    readonly type: string
    /** With its head, and the byte that makes it even. */
    readonly whole: Uint8Array
    readonly data: Uint8Array
}

/** Decodes a WebP file (RFC 9649) with libwebp; of an animation the first picture. */
export async function decodeWebp(bytes: Uint8Array, code: DecoderCode): Promise<{ raster: Raster; lossless: boolean }> {
    // What stands behind the end that the head names is no part of it.
    const end = 8 + reader(bytes, true).u32(4)
    const all = chunksOf(bytes.subarray(12, end))
    const frame = all.find(({ type }) => type === "ANMF")
    // A frame has sixteen bytes of its own before its chunks.
    const parts = frame === undefined ? all : chunksOf(frame.data.subarray(16))
    const picture = parts.find(({ type }) => type === "VP8 " || type === "VP8L")
    if (picture === undefined) throw new Undecodable("damaged")
    const [widthPx, heightPx] = sizeOf(picture)
    allow(widthPx, heightPx)
    const alpha = parts.find(({ type }) => type === "ALPH")
    const file = still(picture, picture.type === "VP8 " ? alpha : undefined, widthPx, heightPx)
    const decoded = await guarded(async () => {
        const decoder = await startWebp(await glueOptions(code, "webp"))
        return decoder.decode(file)
    })
    if (decoded === null || decoded.width !== widthPx || decoded.height !== heightPx) throw new Undecodable("damaged")
    return { raster: onWhite(widthPx, heightPx, decoded.data), lossless: picture.type === "VP8L" }
}

function chunksOf(bytes: Uint8Array): Chunk[] {
    const chunks: Chunk[] = []
    const read = reader(bytes, true)
    for (let at = 0; at + 8 <= bytes.length; ) {
        const size = read.u32(at + 4)
        if (at + 8 + size > bytes.length) throw new Undecodable("damaged")
        const type = String.fromCharCode(...bytes.subarray(at, at + 4))
        const end = at + 8 + size + (size % 2)
        chunks.push({ type, whole: bytes.subarray(at, end), data: bytes.subarray(at + 8, at + 8 + size) })
        at = end
    }
    return chunks
}

/** Size as the coded picture itself says it, which is what the decoder takes memory for. */
function sizeOf({ type, data }: Chunk): [number, number] {
    const read = reader(data, true)
    if (type === "VP8 ") return [read.u16(6) & 0x3fff, read.u16(8) & 0x3fff]
    const bits = read.u32(1)
    return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1]
}

/** A file of this one picture. */
function still(picture: Chunk, alpha: Chunk | undefined, widthPx: number, heightPx: number): Uint8Array {
    const parts = [picture.whole]
    if (alpha !== undefined) {
        const head = new Uint8Array(18)
        head.set(utf8("VP8X"))
        const view = new DataView(head.buffer)
        view.setUint32(4, 10, true)
        head[8] = 0x10
        view.setUint32(12, widthPx - 1, true)
        // Three bytes each: the height overwrites the fourth of the width, which is zero.
        view.setUint16(15, heightPx - 1, true)
        parts.unshift(head, alpha.whole)
    }
    const body = concat([utf8("WEBP"), ...parts])
    const head = new Uint8Array(8)
    head.set(utf8("RIFF"))
    new DataView(head.buffer).setUint32(4, body.length, true)
    return concat([head, body])
}
