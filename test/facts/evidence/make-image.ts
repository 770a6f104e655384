import { concat, utf8 } from "../../../src/base/bytes.ts"

/** Builders of picture bytes for tests; written from the formats' texts, apart from the code under test. */

export interface ExifFields {
    readonly make?: string
    readonly model?: string
    readonly orientation?: number
    readonly takenAt?: string
    readonly offset?: string
    readonly gps?: boolean
}

type Entry = readonly [tag: number, type: 2 | 3 | 4 | 5, value: string | number | Uint8Array]

/** A TIFF block with IFD0, EXIF and GPS directories in either byte order. */
export function tiffBlock(fields: ExifFields, little = true): Uint8Array {
    const main: Entry[] = []
    if (fields.make !== undefined) main.push([0x10f, 2, fields.make])
    if (fields.model !== undefined) main.push([0x110, 2, fields.model])
    if (fields.orientation !== undefined) main.push([0x112, 3, fields.orientation])
    const camera: Entry[] = []
    if (fields.takenAt !== undefined) camera.push([0x9003, 2, fields.takenAt])
    if (fields.offset !== undefined) camera.push([0x9011, 2, fields.offset])
    const place: Entry[] = fields.gps
        ? [
              [1, 2, "N"],
              [2, 5, new Uint8Array(24).fill(7)],
          ]
        : []
    const head = 8
    const mainCount = main.length + 2
    const cameraAt = head + 2 + mainCount * 12 + 4
    const placeAt = cameraAt + 2 + camera.length * 12 + 4
    const dataAt = placeAt + 2 + place.length * 12 + 4
    main.push([0x8769, 4, cameraAt], [0x8825, 4, placeAt])
    const out: number[] = little ? [0x49, 0x49, 42, 0] : [0x4d, 0x4d, 0, 42]
    const data: number[] = []
    const put = (value: number, size: number) => {
        for (let i = 0; i < size; i++) out.push((value >>> (8 * (little ? i : size - 1 - i))) & 255)
    }
    put(head, 4)
    for (const entries of [main, camera, place]) {
        put(entries.length, 2)
        for (const [tag, type, value] of entries) {
            put(tag, 2)
            put(type, 2)
            if (typeof value === "number") {
                put(1, 4)
                put(value, type === 3 ? 2 : 4)
                if (type === 3) put(0, 2)
                continue
            }
            const bytes = typeof value === "string" ? [...utf8(`${value}\0`)] : [...value]
            put(type === 5 ? bytes.length / 8 : bytes.length, 4)
            if (bytes.length <= 4) out.push(...bytes, ...Array<number>(4 - bytes.length).fill(0))
            else {
                put(dataAt + data.length, 4)
                data.push(...bytes)
            }
        }
        put(0, 4)
    }
    return new Uint8Array([...out, ...data])
}

/** A marker segment; its length field counts itself. */
export function segment(marker: number, ...parts: readonly Uint8Array[]): Uint8Array {
    const body = concat(parts)
    return concat([new Uint8Array([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body])
}

/** Puts segments right behind a JPEG's start marker. */
export function withSegments(jpeg: Uint8Array, ...segments: readonly Uint8Array[]): Uint8Array {
    return concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)])
}

export function exifSegment(fields: ExifFields, little = true): Uint8Array {
    return segment(0xe1, utf8("Exif\0\0"), tiffBlock(fields, little))
}

/** CRC-32 bit by bit, slow and plain. */
function crc(bytes: Uint8Array): number {
    let c = 0xffffffff
    for (const byte of bytes) {
        c ^= byte
        for (let k = 0; k < 8; k++) c = (c >>> 1) ^ (c & 1 ? 0xedb88320 : 0)
    }
    return ~c >>> 0
}
const big32 = (value: number) => new Uint8Array([value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255])

export function chunk(type: string, data: Uint8Array): Uint8Array {
    const named = concat([utf8(type), data])
    return concat([big32(data.length), named, big32(crc(named))])
}

export const PNG_SIGNATURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])

/** A PNG frame: `IHDR`, the given chunks, `IEND`. Its pixels are not decoded by any test. */
export function png(widthPx: number, heightPx: number, ...chunks: readonly Uint8Array[]): Uint8Array {
    const header = concat([big32(widthPx), big32(heightPx), new Uint8Array([8, 2, 0, 0, 0])])
    return concat([PNG_SIGNATURE, chunk("IHDR", header), ...chunks, chunk("IEND", new Uint8Array(0))])
}

const box = (type: string, ...parts: readonly Uint8Array[]) => {
    const body = concat(parts)
    return concat([big32(body.length + 8), utf8(type), body])
}
const bytes = (...values: readonly number[]) => new Uint8Array(values)

/** A HEIC skeleton: tiles of 512, a whole of the given size, one EXIF item behind the boxes. */
export function heic(widthPx: number, heightPx: number, fields: ExifFields): Uint8Array {
    const item = concat([big32(6), utf8("Exif\0\0"), tiffBlock(fields, false)])
    const ftyp = box("ftyp", utf8("heic"), big32(0), utf8("mif1heic"))
    const ispe = (w: number, h: number) => box("ispe", big32(0), big32(w), big32(h))
    const infe = (id: number, type: string) => box("infe", bytes(2, 0, 0, 0, 0, id, 0, 0), utf8(`${type}\0`))
    const metaWith = (offset: number) =>
        box(
            "meta",
            big32(0),
            box("hdlr", big32(0), big32(0), utf8("pict"), new Uint8Array(13)),
            box("iinf", bytes(0, 0, 0, 0, 0, 2), infe(1, "hvc1"), infe(2, "Exif")),
            box("iprp", box("ipco", ispe(512, 512), ispe(widthPx, heightPx))),
            // Version 1: offset and length of four bytes, no base, no index; two items of one extent.
            box(
                "iloc",
                bytes(1, 0, 0, 0, 0x44, 0, 0, 2),
                bytes(0, 1, 0, 0, 0, 0, 0, 1),
                big32(0),
                big32(1),
                bytes(0, 2, 0, 0, 0, 0, 0, 1),
                big32(offset),
                big32(item.length),
            ),
        )
    const offset = ftyp.length + metaWith(0).length + 8
    return concat([ftyp, metaWith(offset), box("mdat", item)])
}

/** A lossless WebP head with an EXIF chunk behind. */
export function webp(widthPx: number, heightPx: number, fields: ExifFields): Uint8Array {
    const little32 = (value: number) => big32(value).reverse()
    const even = (data: Uint8Array) => (data.length % 2 ? concat([data, bytes(0)]) : data)
    const riffChunk = (type: string, data: Uint8Array) => concat([utf8(type), little32(data.length), even(data)])
    const pixels = concat([bytes(0x2f), little32((widthPx - 1) | ((heightPx - 1) << 14)), new Uint8Array(8)])
    const body = concat([utf8("WEBP"), riffChunk("VP8L", pixels), riffChunk("EXIF", tiffBlock(fields))])
    return concat([utf8("RIFF"), little32(body.length), body])
}
