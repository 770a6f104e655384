import { Inflate, inflateSync, Unzlib, unzlibSync } from "fflate"
import { concat } from "../bytes.ts"

/** No byte of DEFLATE gives more than 1032 (RFC 1951: 258 bytes for two bits). */
const MOST_PER_BYTE = 1032
/** What may be unpacked in vain at most. */
const SLACK = 32 << 20
const STEP = 64 << 10

/**
 * Exactly `size` bytes of a stream that somebody else packed; `undefined` where it holds fewer or is none. What it holds
 * more is not unpacked: a few kilobytes may stand for gigabytes, and an unpacker that is only given a small buffer goes
 * through all of them.
 */
export function inflateTo(packed: Uint8Array, size: number, form: "zlib" | "raw"): Uint8Array | undefined {
    const out = new Uint8Array(size)
    try {
        if (packed.length * MOST_PER_BYTE <= size + SLACK) {
            const whole = form === "zlib" ? unzlibSync(packed, { out }) : inflateSync(packed, { out })
            return whole.length === size ? whole : undefined
        }
        let at = 0
        const take = (chunk: Uint8Array): void => {
            out.set(chunk.subarray(0, size - at), at)
            at = Math.min(size, at + chunk.length)
        }
        const stream = form === "zlib" ? new Unzlib(take) : new Inflate(take)
        for (let from = 0; from < packed.length && at < size; from += STEP)
            stream.push(packed.subarray(from, from + STEP), from + STEP >= packed.length)
        return at === size ? out : undefined
    } catch {
        return undefined
    }
}

/** What a zlib stream holds, at most so much of it; of a damaged one what comes before the fault. */
export function inflateUpTo(packed: Uint8Array, most: number): Uint8Array {
    const parts: Uint8Array[] = []
    let size = 0
    const stream = new Inflate((chunk) => {
        parts.push(chunk)
        size += chunk.length
    })
    try {
        // Two bytes of head; the check at the end, which may be cut off, is left out of account.
        for (let from = 2; from < packed.length && size < most; from += STEP)
            stream.push(packed.subarray(from, from + STEP))
    } catch {
        // What was given before stays.
    }
    return concat(parts).subarray(0, most)
}
