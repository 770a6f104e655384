import { crc32 } from "../../base/zip/crc32.ts"
import { inflateTo } from "../../base/zip/inflate.ts"

/**
 * Reads the ZIP inside an office file. It is lenient where office programs differ (deflate, data descriptors, directory
 * entries) and strict where a hostile file would hurt: what a part claims to hold is counted before it is inflated.
 */
export type ArchiveFault = "not-zip" | "old-format" | "damaged" | "encrypted" | "too-large"

const MOST_PARTS = 2000
const LARGEST_PART = 128 << 20
const LARGEST_TOTAL = 256 << 20
const HIGHEST_RATIO = 500 // a sheet of equal rows reaches about 100; deflate ends at 1032
const RATIO_FROM = 1 << 20 // bytes; a small part may be as repetitive as it likes

export interface Part {
    readonly name: string
    readonly size: number
    /** Inflates and checks the CRC-32; a fault when it does not hold. */
    read(): Uint8Array | ArchiveFault
}

/** Lists the parts by their central directory. Two parts of one name, or bad bounds, are damage. */
export function readArchive(bytes: Uint8Array): ReadonlyMap<string, Part> | ArchiveFault {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    // Compound file: the binary formats before 2007, and every password-protected file since.
    if (bytes.length >= 8 && view.getUint32(0) === 0xd0cf11e0) return "old-format"
    const end = findEnd(view)
    if (end === undefined) return "not-zip"
    const count = view.getUint16(end + 10, true)
    if (count > MOST_PARTS) return "too-large"
    const parts = new Map<string, Part>()
    let at = view.getUint32(end + 16, true)
    let total = 0
    for (let i = 0; i < count; i++) {
        if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return "damaged"
        const header = readHeader(view, at)
        at = header.next
        if (at > end) return "damaged"
        if (header.flags & 1) return "encrypted"
        total += header.size
        const isBomb = header.size > RATIO_FROM && header.size / Math.max(1, header.packedSize) > HIGHEST_RATIO
        if (isBomb || header.size > LARGEST_PART || total > LARGEST_TOTAL) return "too-large"
        const name = new TextDecoder().decode(bytes.subarray(header.nameAt, header.nameEnd))
        if (parts.has(name)) return "damaged"
        parts.set(name, { name, size: header.size, read: () => readPart(bytes, view, header) })
    }
    return parts
}

/** The end record, at most one comment (65,535 bytes) before the end of the file. */
function findEnd(view: DataView): number | undefined {
    for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
        if (view.getUint32(at, true) === 0x06054b50) return at
    }
    return undefined
}

interface Header {
    readonly flags: number
    readonly method: number
    readonly crc: number
    readonly packedSize: number
    readonly size: number
    readonly offset: number
    readonly nameAt: number
    readonly nameEnd: number
    readonly next: number
}

/** Central directory header, APPNOTE 4.3.12; versions, time and attributes are of no interest. */
function readHeader(view: DataView, at: number): Header {
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    return {
        flags: view.getUint16(at + 8, true),
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        packedSize: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
        nameAt: at + 46,
        nameEnd,
        next: nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true),
    }
}

function readPart(bytes: Uint8Array, view: DataView, part: Header): Uint8Array | ArchiveFault {
    if (part.offset + 30 > bytes.length || view.getUint32(part.offset, true) !== 0x04034b50) return "damaged"
    const start = part.offset + 30 + view.getUint16(part.offset + 26, true) + view.getUint16(part.offset + 28, true)
    if (start + part.packedSize > bytes.length) return "damaged"
    const packed = bytes.subarray(start, start + part.packedSize)
    // The CRC refuses a part that holds more or less than it claims.
    const plain = part.method === 0 ? packed : part.method === 8 ? inflateTo(packed, part.size, "raw") : undefined
    return plain?.length === part.size && crc32(plain) === part.crc ? plain : "damaged"
}
