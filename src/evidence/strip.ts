import { concat } from "../base/bytes.ts"
import { type IssuePath, issue, PacketError } from "../base/issue.ts"
import { jpegExif, MARKER, readSegments, type Segment, startsWith } from "./jpeg.ts"
import { readExif } from "./tiff.ts"

/** A photo without what its camera wrote into it. */
export interface StrippedPhoto {
    readonly bytes: Uint8Array
    /** EXIF orientation, 1 to 8. Where it is not 1, a reader that ignores it shows the photo turned: warn. */
    readonly orientation: number
}

/**
 * Takes everything but the picture out of a JPEG or PNG: EXIF, place, thumbnail, comments, colour profile, and whatever
 * is appended behind the end. The coded pixels stay byte for byte.
 *
 * A JPEG keeps JFIF (without its thumbnail), Adobe's colour transform (APP14), tables, frames and scans; its
 * orientation is written again as the only EXIF field. A PNG keeps the critical chunks and gAMA, sRGB, pHYs, tRNS.
 *
 * @param path - Where the photo stands, for issues.
 * @throws PacketError with `evidence.photo.damaged` or `evidence.photo.unsupported`.
 */
export function stripMetadata(bytes: Uint8Array, path: IssuePath): StrippedPhoto {
    if (startsWith(bytes, "\u0089PNG\r\n\u001a\n")) return stripPng(bytes, path)
    if (bytes[0] === 0xff && bytes[1] === 0xd8) return stripJpeg(bytes, path)
    throw new PacketError([issue("evidence.photo.unsupported", path, {})])
}

function stripJpeg(bytes: Uint8Array, path: IssuePath): StrippedPhoto {
    const { segments, complete } = readSegments(bytes)
    if (!complete || !segments.some((s) => s.marker === MARKER.scan)) {
        throw new PacketError([issue("evidence.photo.damaged", path, {})])
    }
    const exif = jpegExif(segments)
    const orientation = exif === undefined ? 1 : (readExif(exif).orientation ?? 1)
    const jfif = segments.find(isJfif)
    const kept = segments.filter(isPicture).map((s) => bytes.subarray(s.start, s.end))
    const start = new Uint8Array([0xff, 0xd8])
    const end = new Uint8Array([0xff, MARKER.end])
    const head = [
        start,
        ...(jfif ? [bareJfif(jfif)] : []),
        ...(orientation === 1 ? [] : [orientationOnly(orientation)]),
    ]
    return { bytes: concat([...head, ...kept, end]), orientation }
}

function isJfif(segment: Segment): boolean {
    return segment.marker === MARKER.app0 && segment.data.length >= 14 && startsWith(segment.data, "JFIF\0")
}

/** Everything that a decoder needs for the pixels: no APPn but APP14, no comment. */
function isPicture({ marker, data }: Segment): boolean {
    if (marker === MARKER.app14) return startsWith(data, "Adobe")
    return marker !== MARKER.comment && (marker < MARKER.app0 || marker > MARKER.app15)
}

/** JFIF header of 16 bytes with thumbnail size 0 by 0 (ITU-T T.871 §10.1). */
function bareJfif(segment: Segment): Uint8Array {
    return concat([new Uint8Array([0xff, MARKER.app0, 0, 16]), segment.data.subarray(0, 12), new Uint8Array([0, 0])])
}

/** An APP1 segment whose one field is the orientation (EXIF 2.32 §4.6.4 tag 0x0112, type SHORT). */
function orientationOnly(orientation: number): Uint8Array {
    const exif = [0x45, 0x78, 0x69, 0x66, 0, 0]
    const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8]
    const directory = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
    const body = [...exif, ...tiff, ...directory]
    return new Uint8Array([0xff, MARKER.app1, 0, body.length + 2, ...body])
}

const PNG_KEPT = ["IHDR", "PLTE", "IDAT", "IEND", "gAMA", "sRGB", "pHYs", "tRNS"]

function stripPng(bytes: Uint8Array, path: IssuePath): StrippedPhoto {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const kept = [bytes.subarray(0, 8)]
    let orientation = 1
    let at = 8
    while (at + 12 <= bytes.length) {
        const end = at + 12 + view.getUint32(at)
        if (end > bytes.length) break
        const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
        const isCritical = (view.getUint8(at + 4) & 0x20) === 0
        if (
            view.getUint32(end - 4) !== crc32(bytes.subarray(at + 4, end - 4)) ||
            (isCritical && !PNG_KEPT.includes(type))
        )
            break
        if (type === "eXIf") orientation = readExif(bytes.subarray(at + 8, end - 4)).orientation ?? 1
        if (PNG_KEPT.includes(type)) kept.push(bytes.subarray(at, end))
        if (type === "IEND") return { bytes: concat(kept), orientation }
        at = end
    }
    throw new PacketError([issue("evidence.photo.damaged", path, {})])
}

const CRC_TABLE = Array.from({ length: 256 }, (_, n) => {
    let c = n
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
    return c >>> 0
})

/** CRC-32 as PNG computes it over type and data (PNG §5.5). */
function crc32(bytes: Uint8Array): number {
    let c = 0xffffffff
    for (const byte of bytes) c = (CRC_TABLE[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8)
    return (c ^ 0xffffffff) >>> 0
}

export type PhotoRole = "front" | "back" | "holding"

const ROLE_WORDS: readonly (readonly [PhotoRole, RegExp])[] = [
    ["holding", /手持|手拿|自拍|holding|selfie|in-?hand/i],
    ["front", /正面|正反面|front/i],
    ["back", /反面|背面|back/i],
]

/**
 * Which of the three identity photos a file name tells; `undefined` when it tells none, or both sides at once.
 * 手持 comes first: a photo of a person holding the card usually shows its front, and is named so.
 */
export function photoRole(name: string): PhotoRole | undefined {
    const [first, ...others] = ROLE_WORDS.filter(([, words]) => words.test(name)).map(([role]) => role)
    if (first === "holding") return first
    return others.length === 0 ? first : undefined
}
