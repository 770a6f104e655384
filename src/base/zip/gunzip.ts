import { crc32 } from "./crc32.ts"
import { inflateTo } from "./inflate.ts"

const FLAGS = { headCrc: 2, extra: 4, name: 8, comment: 16 } as const
/** Checksum and size at the end. */
const TRAILER = 8

/**
 * The bytes of a gzip file of one member (RFC 1952); `undefined` for one that is damaged, has several members, or holds
 * more than `most` bytes.
 */
export function gunzip(packed: Uint8Array, most: number): Uint8Array | undefined {
    const from = behindHeader(packed)
    if (from === undefined || from + TRAILER > packed.length) return undefined
    const size = saidSize(packed)
    if (size > most) return undefined
    const out = inflateTo(packed.subarray(from, -TRAILER), size, "raw")
    return out !== undefined && crc32(out) === trailerOf(packed).getUint32(0, true) ? out : undefined
}

/** How many bytes a gzip file says that it holds, which is what is unpacked of it; 0 of one that is too short. */
export function saidSize(packed: Uint8Array): number {
    return packed.length < TRAILER ? 0 : trailerOf(packed).getUint32(4, true)
}

const trailerOf = (packed: Uint8Array): DataView =>
    new DataView(packed.buffer, packed.byteOffset + packed.length - TRAILER)

function behindHeader(packed: Uint8Array): number | undefined {
    const [first, second, method, flags = 0] = packed
    if (first !== 0x1f || second !== 0x8b || method !== 8) return undefined
    let at = 10
    if ((flags & FLAGS.extra) !== 0) at += 2 + (packed[at] ?? 0) + 256 * (packed[at + 1] ?? 0)
    for (const flag of [FLAGS.name, FLAGS.comment]) {
        if ((flags & flag) === 0) continue
        const end = packed.indexOf(0, at)
        if (end === -1) return undefined
        at = end + 1
    }
    return (flags & FLAGS.headCrc) === 0 ? at : at + 2
}
