import { Undecodable } from "./foreign.ts"

/** How a format packs the codes of LZW. */
export interface LzwKind {
    /** Bits of a colour number; codes begin one bit longer. */
    readonly leastBits: number
    /** Which bit of a byte comes first. */
    readonly first: "lowest" | "highest"
    /** Codes grow so many entries before the table asks for it. */
    readonly early: 0 | 1
}

/**
 * Unpacks LZW (GIF89a appendix F; TIFF 6.0 §13): exactly `size` numbers. Throws {@link Undecodable} where the data end
 * before that, or name an entry that is not there.
 */
export function unpackLzw(data: Uint8Array, size: number, { leastBits, first, early }: LzwKind): Uint8Array {
    const out = new Uint8Array(size)
    const clear = 1 << leastBits
    // Each entry is where its string begins in what was written, and how long it is.
    const starts = new Uint32Array(4096)
    const lengths = new Uint16Array(4096)
    let [next, bits, held, heldBits, at, to] = [clear + 2, leastBits + 1, 0, 0, 0, 0]
    let before: { start: number; length: number } | undefined
    while (to < size) {
        while (heldBits < bits) {
            const byte = data[at++]
            if (byte === undefined) throw new Undecodable("damaged")
            held = first === "lowest" ? held | (byte << heldBits) : ((held & 0xffff) << 8) | byte
            heldBits += 8
        }
        heldBits -= bits
        const code = (first === "lowest" ? held : held >>> heldBits) & ((1 << bits) - 1)
        if (first === "lowest") held >>>= bits
        if (code === clear) {
            ;[next, bits, before] = [clear + 2, leastBits + 1, undefined]
            continue
        }
        if (code === clear + 1) throw new Undecodable("damaged")
        const start = to
        if (code < clear) out[to++] = code
        else {
            const isNew = code === next && before !== undefined
            if (code > next || (code === next && !isNew)) throw new Undecodable("damaged")
            const from = isNew ? (before?.start ?? 0) : (starts[code] ?? 0)
            const length = isNew ? (before?.length ?? 0) + 1 : (lengths[code] ?? 0)
            for (let i = 0; i < length && to < size; i++) out[to++] = out[from + i] ?? 0
        }
        // The new entry is the string before and the first number of this one, which follows it in what was written.
        if (before !== undefined && next < 4096) {
            starts[next] = before.start
            lengths[next] = before.length + 1
            next++
            if (next === (1 << bits) - early && bits < 12) bits++
        }
        before = { start, length: to - start }
    }
    return out
}
