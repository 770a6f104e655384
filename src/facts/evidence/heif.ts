import { viewOf } from "../../base/bytes.ts"
import { type ByteSource, sliceSource } from "../../base/source.ts"

/**
 * The two facts needed of a HEIF or AVIF picture (ISO/IEC 14496-12 boxes, ISO/IEC 23008-12 items): its size and its
 * EXIF block. Not verified: attacker-controlled; whatever does not fit gives `undefined`.
 */
export interface HeifFacts {
    readonly widthPx?: number
    readonly heightPx?: number
    readonly exif?: Uint8Array
}

const LARGEST_META = 1 << 20
const LARGEST_EXIF = 1 << 20
const MOST_TOP_BOXES = 64

interface Box {
    readonly type: string
    readonly body: DataView
}

/** Reads the `meta` box and the bytes of the item of type `Exif`. */
export async function readHeif(source: ByteSource): Promise<HeifFacts> {
    const meta = await findMeta(source)
    if (!meta) return {}
    const boxes = readBoxes(meta, 4) // a full box: version and flags first
    const size = largestSize(boxes)
    const item = boxes.filter((b) => b.type === "iinf").flatMap((b) => exifItem(b.body) ?? [])[0]
    const place =
        item === undefined
            ? undefined
            : boxes.filter((b) => b.type === "iloc").flatMap((b) => itemPlace(b.body, item) ?? [])[0]
    const exif =
        place && place.size <= LARGEST_EXIF && place.offset + place.size <= source.size
            ? await readExifItem(source, place)
            : undefined
    return { ...size, ...(exif && { exif }) }
}

async function findMeta(source: ByteSource): Promise<DataView | undefined> {
    let at = 0
    for (let i = 0; i < MOST_TOP_BOXES && at + 8 <= source.size; i++) {
        const head = viewOf(await source.read(at, 8))
        const size = head.getUint32(0)
        if (size < 8 || at + size > source.size) return undefined // 64-bit and open-ended boxes hold the pixels, behind
        if (fourCc(head, 4) === "meta")
            return size <= LARGEST_META ? viewOf(await sliceSource(source, at, size).read(8, size - 8)) : undefined
        at += size
    }
    return undefined
}

function fourCc(of: DataView, at: number): string {
    return String.fromCharCode(of.getUint8(at), of.getUint8(at + 1), of.getUint8(at + 2), of.getUint8(at + 3))
}

function readBoxes(parent: DataView, from: number): readonly Box[] {
    const boxes: Box[] = []
    let at = from
    while (at + 8 <= parent.byteLength) {
        const size = parent.getUint32(at)
        if (size < 8 || at + size > parent.byteLength) break
        boxes.push({
            type: fourCc(parent, at + 4),
            body: new DataView(parent.buffer, parent.byteOffset + at + 8, size - 8),
        })
        at += size
    }
    return boxes
}

/** A photo is stored as many tiles and one derived picture; the largest `ispe` is the whole. */
function largestSize(meta: readonly Box[]): { widthPx: number; heightPx: number } | undefined {
    const sizes = meta
        .filter((b) => b.type === "iprp")
        .flatMap((b) => readBoxes(b.body, 0))
        .filter((b) => b.type === "ipco")
        .flatMap((b) => readBoxes(b.body, 0))
        .filter((b) => b.type === "ispe" && b.body.byteLength >= 12)
        .map((b) => ({ widthPx: b.body.getUint32(4), heightPx: b.body.getUint32(8) }))
    return sizes.sort((a, b) => b.widthPx * b.heightPx - a.widthPx * a.heightPx)[0]
}

/** Id of the first item of type `Exif`; `infe` boxes of version 2 or 3. */
function exifItem(iinf: DataView): number | undefined {
    if (iinf.byteLength < 6) return undefined
    const entries = readBoxes(iinf, iinf.getUint8(0) === 0 ? 6 : 8)
    for (const { type, body } of entries) {
        const version = type === "infe" && body.byteLength >= 12 ? body.getUint8(0) : 0
        if (version === 2 && fourCc(body, 8) === "Exif") return body.getUint16(4)
        if (version === 3 && body.byteLength >= 14 && fourCc(body, 10) === "Exif") return body.getUint32(4)
    }
    return undefined
}

interface Place {
    readonly offset: number
    readonly size: number
}

/** Where an item's first extent lies in the file (`iloc`, construction method 0); throws nothing, reads within bounds. */
function itemPlace(iloc: DataView, wanted: number): Place | undefined {
    let at = 0
    const take = (size: number): number => {
        if (at + size > iloc.byteLength) throw new RangeError("iloc")
        const value =
            size === 0
                ? 0
                : size === 1
                  ? iloc.getUint8(at)
                  : size === 2
                    ? iloc.getUint16(at)
                    : size === 4
                      ? iloc.getUint32(at)
                      : Number(iloc.getBigUint64(at))
        at += size
        return value
    }
    try {
        const version = take(1)
        at += 3
        const sizes = take(2)
        const [offsetSize, lengthSize, baseSize, indexSize] = [
            sizes >> 12,
            (sizes >> 8) & 15,
            (sizes >> 4) & 15,
            version === 0 ? 0 : sizes & 15,
        ]
        if ([offsetSize, lengthSize, baseSize, indexSize].some((s) => ![0, 4, 8].includes(s))) return undefined
        const count = take(version < 2 ? 2 : 4)
        for (let i = 0; i < count; i++) {
            const id = take(version < 2 ? 2 : 4)
            const method = version === 0 ? 0 : take(2) & 15
            take(2) // data reference index
            const base = take(baseSize)
            const extents = take(2)
            for (let extent = 0; extent < extents; extent++) {
                take(indexSize)
                const offset = base + take(offsetSize)
                const size = take(lengthSize)
                if (id === wanted) return method === 0 ? { offset, size } : undefined
            }
        }
    } catch {
        // A table that ends too early says nothing of this item.
    }
    return undefined
}

/** The item begins with the distance from behind this number to the TIFF header (ISO/IEC 23008-12 A.2.1). */
async function readExifItem(source: ByteSource, place: Place): Promise<Uint8Array | undefined> {
    if (place.size < 4) return undefined
    const bytes = await source.read(place.offset, place.size)
    const distance = viewOf(bytes).getUint32(0)
    return distance <= bytes.length - 4 ? bytes.subarray(4 + distance) : undefined
}
