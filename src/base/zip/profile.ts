/**
 * The one form of ZIP (PKWARE APPNOTE 6.3.10) that packets have: STORE, ZIP32, regular files, no extra fields, no comment,
 * every field fixed or computed. It is what archiver 8 writes in STORE mode from buffers with {@link ZIP_DATE} and mode
 * 0644, so no byte of a packet is free to change.
 */

/** The date of every entry: the first that DOS can hold. A real one would make two builds differ. */
export const ZIP_DATE = new Date(Date.UTC(1980, 0, 1))
/** Most entries; far below the 65,535 where ZIP64 begins. */
export const MOST_ENTRIES = 20_000
/** Total size of a ZIP32, in bytes; the value itself is the mark of ZIP64. */
export const ZIP32_LIMIT = 0xffff_ffff

/** Signature, then the fields behind it (APPNOTE §4.3.7, §4.3.12, §4.3.16); sizes without the name. */
export const LOCAL = { signature: 0x0403_4b50, size: 30 } as const
export const CENTRAL = { signature: 0x0201_4b50, size: 46 } as const
export const END = { signature: 0x0605_4b50, size: 22 } as const

/** What both headers of an entry hold. */
export interface EntryHead {
    /** Encoded name. */
    readonly name: Uint8Array
    /** CRC-32 of the content. */
    readonly crc: number
    /** Content in bytes; compressed and uncompressed alike. */
    readonly size: number
    /** DOS date in the high half, DOS time in the low one. */
    readonly dosDateTime: number
}

/** DOS date and time of APPNOTE §4.4.6 in UTC, two-second steps; throws `RangeError` outside 1980 to 2107. */
export function dosDateTime(date: Date): number {
    const year = date.getUTCFullYear() - 1980
    if (!(year >= 0 && year < 128)) throw new RangeError("DOS dates run from 1980 to 2107")
    const day = (year << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate()
    const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1)
    return ((day << 16) | time) >>> 0
}

/** Local header with the name. */
export function localHeader(head: EntryHead): Uint8Array {
    const { bytes, view } = allocate(LOCAL.size, head.name)
    view.setUint32(0, LOCAL.signature, true)
    sharedFields(view, 4, head)
    return bytes
}

/** Central directory header with the name. */
export function centralHeader(head: EntryHead, offset: number): Uint8Array {
    const { bytes, view } = allocate(CENTRAL.size, head.name)
    view.setUint32(0, CENTRAL.signature, true)
    view.setUint16(4, 0x032d, true) // made by: Unix, 4.5, archiver's constant
    sharedFields(view, 6, head)
    // Comment length 32, disk 34, internal attributes 36: zero.
    view.setUint32(38, 0x81a4_0020, true) // regular file, 0644, DOS archive bit
    view.setUint32(42, offset, true)
    return bytes
}

/** End of central directory, without a comment. */
export function endRecord(entries: number, size: number, offset: number): Uint8Array {
    const { bytes, view } = allocate(END.size, new Uint8Array(0))
    view.setUint32(0, END.signature, true)
    // Disk numbers 4, 6: zero.
    view.setUint16(8, entries, true)
    view.setUint16(10, entries, true)
    view.setUint32(12, size, true)
    view.setUint32(16, offset, true)
    return bytes
}

/** Version needed to extra length: in the same order in both headers. */
function sharedFields(view: DataView, at: number, head: EntryHead): void {
    view.setUint16(at, 10, true) // version needed: 1.0
    view.setUint16(at + 2, head.name.every((byte) => byte < 128) ? 0 : 0x0800, true) // bit 11: the name is UTF-8
    // Method at + 4: zero, STORE.
    view.setUint32(at + 6, head.dosDateTime, true)
    view.setUint32(at + 10, head.crc, true)
    view.setUint32(at + 14, head.size, true)
    view.setUint32(at + 18, head.size, true)
    view.setUint16(at + 22, head.name.length, true)
    // Extra length at + 24: zero.
}

function allocate(size: number, name: Uint8Array): { bytes: Uint8Array; view: DataView } {
    const bytes = new Uint8Array(size + name.length)
    bytes.set(name, size)
    return { bytes, view: new DataView(bytes.buffer) }
}
