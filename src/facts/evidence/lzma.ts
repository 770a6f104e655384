/**
 * LZMA (the specification of the LZMA SDK, "LZMA specification (DRAFT)"): 7-Zip packs the directory of its archives with
 * it. For small data whose size is known; nothing else is read with it.
 */

const STATES = 12
const LEN_TO_POS_STATES = 4
const ALIGN_BITS = 4
const END_POS_MODEL = 14
const FULL_DISTANCES = 1 << (END_POS_MODEL >> 1)
const MIN_MATCH = 2
const HALF = 1 << 10

/**
 * Unpacks a stream; undefined where it is damaged.
 *
 * @param properties - Five bytes, as they stand in a coder's properties.
 * @param size - Bytes that it unpacks to; the caller bounds it.
 */
export function unpackLzma(properties: Uint8Array, packed: Uint8Array, size: number): Uint8Array | undefined {
    const first = properties[0] ?? 0xff
    if (properties.length !== 5 || first >= 9 * 5 * 5) return undefined
    const form = { lc: first % 9, lp: Math.floor(first / 9) % 5, pb: Math.floor(first / 45) }
    try {
        return decode(new RangeDecoder(packed), form, size)
    } catch (fault) {
        if (fault instanceof RangeError) return undefined
        throw fault
    }
}

const probabilities = (count: number): Uint16Array => new Uint16Array(count).fill(HALF)

class RangeDecoder {
    private range = 0xffff_ffff
    private code = 0
    private at = 5
    private readonly bytes: Uint8Array
    constructor(bytes: Uint8Array) {
        if (bytes.length < 5 || bytes[0] !== 0) throw new RangeError("no stream of LZMA")
        this.bytes = bytes
        for (let i = 1; i < 5; i++) this.code = ((this.code << 8) | (bytes[i] ?? 0)) >>> 0
    }

    private fill(): void {
        if (this.range >= 0x0100_0000) return
        if (this.at >= this.bytes.length) throw new RangeError("stream cut short")
        this.range = (this.range << 8) >>> 0
        this.code = ((this.code << 8) | (this.bytes[this.at++] ?? 0)) >>> 0
    }

    bit(model: Uint16Array, i: number): number {
        const probability = model[i] ?? HALF
        const bound = (this.range >>> 11) * probability
        const one = this.code >= bound
        if (one) {
            model[i] = probability - (probability >> 5)
            this.code = (this.code - bound) >>> 0
            this.range = (this.range - bound) >>> 0
        } else {
            model[i] = probability + (((1 << 11) - probability) >> 5)
            this.range = bound
        }
        this.fill()
        return one ? 1 : 0
    }

    direct(bits: number): number {
        let value = 0
        for (let i = 0; i < bits; i++) {
            this.range >>>= 1
            const one = this.code >= this.range
            if (one) this.code = (this.code - this.range) >>> 0
            this.fill()
            value = value * 2 + (one ? 1 : 0)
        }
        return value
    }

    tree(model: Uint16Array, bits: number, from = 0): number {
        let m = 1
        for (let i = 0; i < bits; i++) m = (m << 1) | this.bit(model, from + m)
        return m - (1 << bits)
    }

    reverseTree(model: Uint16Array, bits: number, from = 0): number {
        let [m, value] = [1, 0]
        for (let i = 0; i < bits; i++) {
            const bit = this.bit(model, from + m)
            m = (m << 1) | bit
            value |= bit << i
        }
        return value
    }
}

class Lengths {
    private readonly choice = probabilities(2)
    private readonly low = probabilities(16 << 3)
    private readonly middle = probabilities(16 << 3)
    private readonly high = probabilities(1 << 8)

    read(range: RangeDecoder, position: number): number {
        if (range.bit(this.choice, 0) === 0) return range.tree(this.low, 3, position << 3)
        if (range.bit(this.choice, 1) === 0) return 8 + range.tree(this.middle, 3, position << 3)
        return 16 + range.tree(this.high, 8)
    }
}

interface Form {
    readonly lc: number
    readonly lp: number
    readonly pb: number
}

function decode(range: RangeDecoder, { lc, lp, pb }: Form, size: number): Uint8Array {
    const out = new Uint8Array(size)
    const literals = probabilities(0x300 << (lc + lp))
    const isMatch = probabilities(STATES << 4)
    const [isRep, isRep0, isRep1, isRep2] = [0, 1, 2, 3].map(() => probabilities(STATES)) as Four
    const isRep0Long = probabilities(STATES << 4)
    const slots = Array.from({ length: LEN_TO_POS_STATES }, () => probabilities(1 << 6))
    const positions = probabilities(1 + FULL_DISTANCES - END_POS_MODEL)
    const align = probabilities(1 << ALIGN_BITS)
    const [matchLengths, repLengths] = [new Lengths(), new Lengths()]
    let [state, at] = [0, 0]
    let [rep0, rep1, rep2, rep3] = [0, 0, 0, 0]
    while (at < size) {
        const position = at & ((1 << pb) - 1)
        if (range.bit(isMatch, (state << 4) + position) === 0) {
            const before = at > 0 ? (out[at - 1] ?? 0) : 0
            const context = ((at & ((1 << lp) - 1)) << lc) + (before >> (8 - lc))
            const matched = state >= 7 ? byteAt(out, at, rep0) : undefined
            out[at++] = readLiteral(range, literals, 0x300 * context, matched)
            state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6
            continue
        }
        let length: number
        if (range.bit(isRep, state) === 1) {
            if (range.bit(isRep0, state) === 0) {
                if (range.bit(isRep0Long, (state << 4) + position) === 0) {
                    state = state < 7 ? 9 : 11
                    out[at] = byteAt(out, at, rep0)
                    at++
                    continue
                }
            } else if (range.bit(isRep1, state) === 0) [rep0, rep1] = [rep1, rep0]
            else if (range.bit(isRep2, state) === 0) [rep0, rep1, rep2] = [rep2, rep0, rep1]
            else [rep0, rep1, rep2, rep3] = [rep3, rep0, rep1, rep2]
            length = repLengths.read(range, position)
            state = state < 7 ? 8 : 11
        } else {
            length = matchLengths.read(range, position)
            state = state < 7 ? 7 : 10
            const slot = range.tree(slots[Math.min(length, LEN_TO_POS_STATES - 1)] ?? align, 6)
            ;[rep0, rep1, rep2, rep3] = [readDistance(range, slot, positions, align), rep0, rep1, rep2]
            if (rep0 === 0xffff_ffff) break
        }
        for (let left = length + MIN_MATCH; left > 0 && at < size; left--, at++) out[at] = byteAt(out, at, rep0)
    }
    if (at !== size) throw new RangeError("stream ends too early")
    return out
}

type Four = [Uint16Array, Uint16Array, Uint16Array, Uint16Array]

function byteAt(out: Uint8Array, at: number, distance: number): number {
    if (distance >= at) throw new RangeError("distance before the beginning")
    return out[at - distance - 1] ?? 0
}

function readLiteral(range: RangeDecoder, model: Uint16Array, from: number, matched: number | undefined): number {
    let symbol = 1
    let match = matched
    while (symbol < 0x100) {
        if (match === undefined) {
            symbol = (symbol << 1) | range.bit(model, from + symbol)
            continue
        }
        const high = (match >> 7) & 1
        match <<= 1
        const bit = range.bit(model, from + ((1 + high) << 8) + symbol)
        symbol = (symbol << 1) | bit
        if (high !== bit) match = undefined
    }
    return symbol - 0x100
}

function readDistance(range: RangeDecoder, slot: number, positions: Uint16Array, align: Uint16Array): number {
    if (slot < 4) return slot
    const bits = (slot >> 1) - 1
    const base = (2 | (slot & 1)) * 2 ** bits
    if (slot < END_POS_MODEL) return base + range.reverseTree(positions, bits, base - slot)
    return base + range.direct(bits - ALIGN_BITS) * 2 ** ALIGN_BITS + range.reverseTree(align, ALIGN_BITS)
}
