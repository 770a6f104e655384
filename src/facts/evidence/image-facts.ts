import { viewOf } from "../../base/bytes.ts"
import { type ByteSource, partOf, readAll } from "../../base/source.ts"
import { jpegExif, jpegSize, readSegments, startsWith } from "../../typeset/raster/jpeg-segments.ts"
import { readHeif } from "./heif.ts"
import { type Exif, readExif, readTiffSize } from "./tiff.ts"

/** What a picture says of itself. Size is that of the stored pixels, before the orientation is applied. */
export interface ImageFacts {
    readonly widthPx?: number
    readonly heightPx?: number
    readonly exif?: Exif
}

const USUAL_HEAD = 4 << 20 // metadata of a photo stands before its pixels and is mostly far smaller
const LARGEST_HEAD = 64 << 20 // depth maps and edits that phones keep there are not
const IHDR = 0x49484452
const LARGEST_TIFF = 64 << 20
const LARGEST_BLOCK = 1 << 20
const MOST_CHUNKS = 50_000

/**
 * Size and EXIF facts of a picture. Never fails on a damaged one: what cannot be read is absent.
 *
 * @param mediaType - As `sniffType` gave it; other types than pictures give `{}`.
 */
export async function readImageFacts(source: ByteSource, mediaType: string): Promise<ImageFacts> {
    const { size, block } = await readParts(source, mediaType)
    const exif = block === undefined ? {} : readExif(block)
    const isSane = size !== undefined && size.widthPx > 0 && size.heightPx > 0
    return { ...(isSane && size), ...(Object.keys(exif).length > 0 && { exif }) }
}

interface Parts {
    readonly size?: { readonly widthPx: number; readonly heightPx: number } | undefined
    readonly block?: Uint8Array | undefined
}

async function readParts(source: ByteSource, mediaType: string): Promise<Parts> {
    switch (mediaType) {
        case "image/jpeg": {
            let { segments } = readSegments(await partOf(source, 0, USUAL_HEAD))
            if (jpegSize(segments) === undefined && source.size > USUAL_HEAD)
                segments = readSegments(await partOf(source, 0, LARGEST_HEAD)).segments
            return { size: jpegSize(segments), block: jpegExif(segments) }
        }
        case "image/png":
            return readPng(source)
        case "image/webp":
            return readWebp(source)
        case "image/heic":
        case "image/avif": {
            const { widthPx, heightPx, exif } = await readHeif(source)
            return {
                size: widthPx === undefined || heightPx === undefined ? undefined : { widthPx, heightPx },
                block: exif,
            }
        }
        case "image/tiff": {
            if (source.size > LARGEST_TIFF) return {}
            const bytes = await readAll(source)
            return { size: readTiffSize(bytes), block: bytes }
        }
        case "image/gif": {
            const head = viewOf(await partOf(source, 0, 10))
            return head.byteLength < 10
                ? {}
                : { size: { widthPx: head.getUint16(6, true), heightPx: head.getUint16(8, true) } }
        }
        case "image/bmp": {
            const head = viewOf(await partOf(source, 0, 26))
            // A negative height means rows from the top.
            return head.byteLength < 26
                ? {}
                : { size: { widthPx: head.getInt32(18, true), heightPx: Math.abs(head.getInt32(22, true)) } }
        }
        default:
            return {}
    }
}

/** `IHDR` and `eXIf`, which may stand behind the pixels (PNG 3rd edition §11.3.4.5). */
async function readPng(source: ByteSource): Promise<Parts> {
    const head = viewOf(await partOf(source, 0, 24))
    if (head.byteLength < 24 || head.getUint32(12) !== IHDR) return {}
    const size = { widthPx: head.getUint32(16), heightPx: head.getUint32(20) }
    let at = 8
    for (let i = 0; i < MOST_CHUNKS && at + 8 <= source.size; i++) {
        const chunk = await source.read(at, 8)
        const length = viewOf(chunk).getUint32(0)
        if (startsWith(chunk.subarray(4), "eXIf") && length <= LARGEST_BLOCK)
            return { size, block: await partOf(source, at + 8, length) }
        at += 12 + length
    }
    return { size }
}

/** `VP8X`, `VP8L` or `VP8 ` for the size, `EXIF` for the rest (RFC 9649). */
async function readWebp(source: ByteSource): Promise<Parts> {
    let size: Parts["size"]
    let at = 12
    for (let i = 0; i < MOST_CHUNKS && at + 8 <= source.size; i++) {
        const head = await partOf(source, at, 18)
        const length = viewOf(head).getUint32(4, true)
        size ??= webpSize(head)
        if (startsWith(head, "EXIF") && length <= LARGEST_BLOCK) {
            const bytes = await partOf(source, at + 8, length)
            return { size, block: startsWith(bytes, "Exif\0\0") ? bytes.subarray(6) : bytes }
        }
        at += 8 + length + (length % 2)
    }
    return { size }
}

function webpSize(chunk: Uint8Array): Parts["size"] {
    if (chunk.length < 18) return undefined
    const head = viewOf(chunk)
    if (startsWith(chunk, "VP8X")) {
        const width = head.getUint16(12, true) | (head.getUint8(14) << 16)
        const height = head.getUint16(15, true) | (head.getUint8(17) << 16)
        return { widthPx: width + 1, heightPx: height + 1 }
    }
    if (startsWith(chunk, "VP8L")) {
        const bits = head.getUint32(9, true)
        return { widthPx: (bits & 0x3fff) + 1, heightPx: ((bits >>> 14) & 0x3fff) + 1 }
    }
    if (startsWith(chunk, "VP8 "))
        return { widthPx: head.getUint16(14, true) & 0x3fff, heightPx: head.getUint16(16, true) & 0x3fff }
    return undefined
}
