import { concat, utf8 } from "../../../src/base/bytes.ts"
import { crc32 } from "../../../src/base/zip/crc32.ts"

/** A ZIP writer that writes what it is told, also what no ZIP should hold; without options it writes the profile's bytes. */

export interface RawEntry {
    /** Bytes where it is no UTF-8. */
    readonly name: string | Uint8Array
    readonly bytes: Uint8Array
    /** Name in the local header, if another. */
    readonly localName?: string
    readonly method?: number
    readonly flags?: number
    readonly extra?: Uint8Array
    /** Size as stated, if another. */
    readonly size?: number
    readonly crc?: number
    /** Unix mode and type, for example 0o120777 for a link. */
    readonly mode?: number
    /** Bytes behind the content, for example a data descriptor. */
    readonly behind?: Uint8Array
    /** Offset in the directory, if another. */
    readonly offset?: number
}

export interface RawEnd {
    readonly comment?: string
    readonly count?: number
    /** Bytes between the last entry and the directory. */
    readonly gap?: Uint8Array
}

export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Uint8Array {
    const parts: Uint8Array[] = []
    const directory: Uint8Array[] = []
    let offset = 0
    for (const entry of entries) {
        const local = concat([header(entry, "local"), bytesOf(entry.localName ?? entry.name), entry.extra ?? none])
        directory.push(header(entry, "central", entry.offset ?? offset), bytesOf(entry.name), entry.extra ?? none)
        const all = concat([local, entry.bytes, entry.behind ?? none])
        parts.push(all)
        offset += all.length
    }
    parts.push(end.gap ?? none)
    const central = concat(directory)
    const comment = utf8(end.comment ?? "")
    const count = end.count ?? entries.length
    const last = fields([
        [4, 0x06054b50],
        [2, 0],
        [2, 0],
        [2, count],
        [2, count],
        [4, central.length],
        [4, offset + (end.gap?.length ?? 0)],
        [2, comment.length],
    ])
    return concat([...parts, central, last, comment])
}

const none = new Uint8Array(0)
const bytesOf = (name: string | Uint8Array): Uint8Array => (typeof name === "string" ? utf8(name) : name)

function header(entry: RawEntry, where: "local" | "central", offset = 0): Uint8Array {
    const { bytes, method = 0, extra = none, mode = 0o100644 } = entry
    const isAscii = bytesOf(entry.name).every((byte) => byte < 128)
    const flags = entry.flags ?? (isAscii ? 0 : 0x800)
    const size = entry.size ?? bytes.length
    const name = bytesOf(where === "local" ? (entry.localName ?? entry.name) : entry.name).length
    const shared: Field[] = [
        [2, 10],
        [2, flags],
        [2, method],
        [4, 0x0021_0000], // 1980-01-01 00:00
        [4, entry.crc ?? crc32(bytes)],
        [4, size],
        [4, size],
        [2, name],
        [2, extra.length],
    ]
    if (where === "local") return fields([[4, 0x04034b50], ...shared])
    const tail: Field[] = [
        [2, 0],
        [2, 0],
        [2, 0],
        [4, ((mode << 16) | 0x20) >>> 0],
        [4, offset],
    ]
    return fields([[4, 0x02014b50], [2, 0x032d], ...shared, ...tail])
}

type Field = readonly [size: 2 | 4, value: number]

function fields(list: readonly Field[]): Uint8Array {
    const bytes = new Uint8Array(list.reduce((sum, [size]) => sum + size, 0))
    const view = new DataView(bytes.buffer)
    let at = 0
    for (const [size, value] of list) {
        if (size === 2) view.setUint16(at, value, true)
        else view.setUint32(at, value, true)
        at += size
    }
    return bytes
}
