/** The entropy-coded data of one scan (ITU-T T.81 F.2 and G.2), walked without making a picture of them. */

/** A Huffman table for looking codes up. Entries are `length << 8 | symbol`; 0 where there is none. */
export interface HuffmanTable {
    /** By the next {@link FAST} bits; 0 for codes that are longer. */
    readonly fast: Int32Array
    /** Codes longer than {@link FAST} bits, shortest first: by length the first code, how many, and their symbols. */
    readonly slow: readonly { readonly length: number; readonly first: number; readonly symbols: Uint8Array }[]
}

const FAST = 10

/** Codes in order of their length (T.81 C.2): `counts[i]` of `i + 1` bits. `undefined` where there are too many. */
export function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable | undefined {
    const fast = new Int32Array(1 << FAST)
    const slow: { length: number; first: number; symbols: Uint8Array }[] = []
    let code = 0
    let at = 0
    for (let length = 1; length <= 16; length++) {
        const count = counts[length - 1] ?? 0
        if (code + count > 1 << length || at + count > symbols.length) return undefined
        if (length > FAST) slow.push({ length, first: code, symbols: symbols.subarray(at, at + count) })
        else
            for (let i = 0; i < count; i++) {
                const from = (code + i) << (FAST - length)
                fast.fill((length << 8) | (symbols[at + i] ?? 0), from, from + (1 << (FAST - length)))
            }
        code = (code + count) << 1
        at += count
    }
    return { fast, slow }
}

/** A component as far as walking needs it. */
export interface ScannedComponent {
    readonly dc: HuffmanTable | undefined
    readonly ac: HuffmanTable | undefined
    /** Blocks of it in a unit of an interleaved scan, across and down. */
    readonly h: number
    readonly v: number
    /** Blocks of it by itself, and in a row where units are padded. */
    readonly blocksWide: number
    readonly blocksHigh: number
    readonly rowBlocks: number
    /** Progressive: which of 64 coefficients of each block are not zero, two words a block. */
    readonly nonZero: Uint32Array
    /** Sequential, of the first component: takes the first coefficient of each block, as it was coded, row by row. */
    readonly light?: Int16Array | undefined
}

/** One scan: its components and, for progressive ones, band and approximation (T.81 B.2.3). */
export interface Scan {
    readonly progressive: boolean
    readonly components: readonly ScannedComponent[]
    /** Units of an interleaved scan across the picture, and all of them. */
    readonly unitsWide: number
    readonly units: number
    /** Units between restarts; 0 without. */
    readonly interval: number
    readonly first: number
    readonly last: number
    readonly high: number
}

/** `cut-off` where the data end too early, `damaged` where they are no codes. */
export type ScanFault = "cut-off" | "damaged"

/** Walks a scan; `bytes` are its entropy-coded data with stuffing and restart markers. */
export function walkScan(bytes: Uint8Array, scan: Scan): ScanFault | undefined {
    const { data, ends } = unstuff(bytes)
    const [only] = scan.components
    const isAlone = only !== undefined && scan.components.length === 1
    const units = isAlone ? only.blocksWide * only.blocksHigh : scan.units
    const interval = scan.interval === 0 ? units : scan.interval
    const stretches = Math.max(1, Math.ceil(units / interval))
    if (ends.length < stretches) return "cut-off"
    if (ends.length > stretches) return "damaged"
    let from = 0
    for (let i = 0; i < stretches; i++) {
        const end = ends[i] ?? 0
        const walked = { data, from, end, firstUnit: i * interval, lastUnit: Math.min(units, (i + 1) * interval) }
        const fault = scan.progressive
            ? walkProgressive(walked, scan, isAlone ? only : undefined)
            : walkSequential(walked, scan, isAlone)
        if (fault !== undefined) return i < stretches - 1 ? "damaged" : fault
        from = end
    }
    return undefined
}

/** Behind the data zeros, so that a unit that reaches beyond the end is noticed only when it is through. */
const BEHIND = 8192

/** Data without stuffed zeros and restart markers, and where each stretch between restarts ends (T.81 B.1.1.5). */
function unstuff(bytes: Uint8Array): { data: Uint8Array; ends: number[] } {
    const data = new Uint8Array(bytes.length + BEHIND)
    const ends: number[] = []
    let to = 0
    let from = 0
    for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, from)) {
        const next = bytes[at + 1]
        const keep = next === 0 ? at + 1 : at
        data.set(bytes.subarray(from, keep), to)
        to += keep - from
        if (next !== undefined && next >= 0xd0 && next <= 0xd7) ends.push(to)
        from = next === 0xff || next === undefined ? at + 1 : at + 2
    }
    data.set(bytes.subarray(from), to)
    ends.push(to + bytes.length - from)
    return { data, ends }
}

interface Stretch {
    readonly data: Uint8Array
    readonly from: number
    readonly end: number
    readonly firstUnit: number
    readonly lastUnit: number
}

/** A code longer than {@link FAST} bits that begins the 16 bits `next`; 0 where there is none. */
function slowCode(table: HuffmanTable, next: number): number {
    for (const { length, first, symbols } of table.slow) {
        const index = (next >>> (16 - length)) - first
        if (index >= 0 && index < symbols.length) return (length << 8) | (symbols[index] ?? 0)
    }
    return 0
}

/** Baseline and extended scans. One loop with plain variables: this is most of the time of a check. */
function walkSequential(stretch: Stretch, scan: Scan, isAlone: boolean): ScanFault | undefined {
    const { data, end } = stretch
    const blocks = scan.components.flatMap((one) => new Array<ScannedComponent>(isAlone ? 1 : one.h * one.v).fill(one))
    const [first] = scan.components
    const lit = first?.light === undefined ? 0 : isAlone ? 1 : first.h * first.v
    let at = stretch.from
    let held = 0
    let bits = 0
    let level = 0
    for (let unit = stretch.firstUnit; unit < stretch.lastUnit; unit++) {
        for (let block = 0; block < blocks.length; block++) {
            const { dc, ac } = blocks[block] as ScannedComponent
            if (dc === undefined || ac === undefined) return "damaged"
            const { fast } = ac
            let table = dc
            for (let k = 0; k < 64; ) {
                if (bits < 16) {
                    held = (held << 16) | ((data[at] as number) << 8) | (data[at + 1] as number)
                    at += 2
                    bits += 16
                }
                let entry = (k === 0 ? table.fast : fast)[(held >>> (bits - FAST)) & ((1 << FAST) - 1)] ?? 0
                if (entry === 0) entry = slowCode(table, (held >>> (bits - 16)) & 0xffff)
                if (entry === 0) return at - (bits >> 3) > end - 2 ? "cut-off" : "damaged"
                const symbol = entry & 0xff
                const size = symbol & 15
                bits -= entry >> 8
                if (bits < size) {
                    held = (held << 16) | ((data[at] as number) << 8) | (data[at + 1] as number)
                    at += 2
                    bits += 16
                }
                bits -= size
                if (k === 0) {
                    if (symbol > 15) return "damaged"
                    if (block < lit && first?.light !== undefined) {
                        level += signed((held >>> bits) & ((1 << size) - 1), size)
                        first.light[placeOf(first, isAlone ? 0 : scan.unitsWide, unit, block)] = level
                    }
                    table = ac
                    k = 1
                } else if (size === 0) {
                    if (symbol === 0) break
                    if (symbol !== 0xf0) return "damaged"
                    k += 16
                } else {
                    k += (symbol >> 4) + 1
                    if (k > 64) return "damaged"
                }
            }
        }
        if (at - (bits >> 3) > end) return "cut-off"
    }
    return undefined
}

/** A difference as its bits say it (T.81 F.2.2.1, EXTEND). */
function signed(value: number, size: number): number {
    return size === 0 || value >= 1 << (size - 1) ? value : value - (1 << size) + 1
}

/** Place of a block among all of its component; `unitsWide` is 0 where it is scanned by itself. */
function placeOf(of: ScannedComponent, unitsWide: number, unit: number, block: number): number {
    const { h, v, blocksWide, rowBlocks } = of
    if (unitsWide === 0) return Math.floor(unit / blocksWide) * rowBlocks + (unit % blocksWide)
    return (Math.floor(unit / unitsWide) * v + Math.floor(block / h)) * rowBlocks + (unit % unitsWide) * h + (block % h)
}

/** Bits of a stretch, for progressive scans. */
class Bits {
    #held = 0
    #bits = 0
    #at: number
    readonly #data: Uint8Array

    constructor(data: Uint8Array, from: number) {
        this.#data = data
        this.#at = from
    }
    /** Offset of the first byte no bit of which was taken. */
    get at(): number {
        return this.#at - (this.#bits >> 3)
    }
    /** 0 to 16 bits. */
    take(count: number): number {
        if (count === 0) return 0
        this.#fill()
        this.#bits -= count
        return (this.#held >>> this.#bits) & ((1 << count) - 1)
    }
    /** A symbol; -1 where there is no such code. */
    symbol(table: HuffmanTable): number {
        this.#fill()
        let entry = table.fast[(this.#held >>> (this.#bits - FAST)) & ((1 << FAST) - 1)] ?? 0
        if (entry === 0) entry = slowCode(table, (this.#held >>> (this.#bits - 16)) & 0xffff)
        if (entry === 0) return -1
        this.#bits -= entry >> 8
        return entry & 0xff
    }
    #fill(): void {
        if (this.#bits >= 16) return
        this.#held = (this.#held << 16) | ((this.#data[this.#at] ?? 0) << 8) | (this.#data[this.#at + 1] ?? 0)
        this.#at += 2
        this.#bits += 16
    }
}

/** Progressive scans (T.81 G.2); `alone` where one component is scanned by itself. */
function walkProgressive(stretch: Stretch, scan: Scan, alone: ScannedComponent | undefined): ScanFault | undefined {
    const bits = new Bits(stretch.data, stretch.from)
    const isDc = scan.first === 0
    // Blocks of a band that hold nothing more, told for many blocks at once.
    const run = { blocks: 0 }
    if (!isDc && alone === undefined) return "damaged"
    for (let unit = stretch.firstUnit; unit < stretch.lastUnit; unit++) {
        let isSound = true
        if (alone === undefined)
            for (const one of scan.components)
                for (let i = 0; i < one.h * one.v && isSound; i++) isSound = walkDc(bits, one, scan.high)
        else if (isDc) isSound = walkDc(bits, alone, scan.high)
        else {
            const block = Math.floor(unit / alone.blocksWide) * alone.rowBlocks + (unit % alone.blocksWide)
            isSound =
                scan.high === 0
                    ? walkBand(bits, alone, scan, 2 * block, run)
                    : refineBand(bits, alone, scan, 2 * block, run)
        }
        if (bits.at > stretch.end) return "cut-off"
        if (!isSound) return bits.at > stretch.end - 2 ? "cut-off" : "damaged"
    }
    return undefined
}

function walkDc(bits: Bits, { dc }: ScannedComponent, high: number): boolean {
    if (high > 0) return bits.take(1) >= 0
    const size = dc === undefined ? -1 : bits.symbol(dc)
    if (size < 0 || size > 15) return false
    bits.take(size)
    return true
}

function isNonZero({ nonZero }: ScannedComponent, word: number, k: number): boolean {
    return (((nonZero[word + (k >> 5)] ?? 0) >>> (k & 31)) & 1) === 1
}
function markNonZero({ nonZero }: ScannedComponent, word: number, k: number): void {
    nonZero[word + (k >> 5)] = (nonZero[word + (k >> 5)] ?? 0) | (1 << (k & 31))
}

/** First scan of a band (T.81 G.1.2.2); `word`: place of the block in `nonZero`. */
function walkBand(bits: Bits, of: ScannedComponent, scan: Scan, word: number, run: { blocks: number }): boolean {
    if (run.blocks > 0) {
        run.blocks--
        return true
    }
    for (let k = scan.first; k <= scan.last; k++) {
        const symbol = of.ac === undefined ? -1 : bits.symbol(of.ac)
        if (symbol < 0) return false
        const zeros = symbol >> 4
        if ((symbol & 15) === 0) {
            if (zeros < 15) {
                run.blocks = (1 << zeros) - 1 + bits.take(zeros)
                return true
            }
            k += 15
            continue
        }
        k += zeros
        if (k > scan.last) return false
        bits.take(symbol & 15)
        markNonZero(of, word, k)
    }
    return true
}

/** A further bit of a band (T.81 G.1.2.3): one bit for each coefficient that is not zero, and new ones between. */
function refineBand(bits: Bits, of: ScannedComponent, scan: Scan, word: number, run: { blocks: number }): boolean {
    let k = scan.first
    for (; run.blocks === 0 && k <= scan.last; k++) {
        const symbol = of.ac === undefined ? -1 : bits.symbol(of.ac)
        const size = symbol & 15
        if (symbol < 0 || size > 1) return false
        let zeros = symbol >> 4
        if (size === 0 && zeros < 15) {
            run.blocks = (1 << zeros) + bits.take(zeros)
            break
        }
        bits.take(size)
        for (; k <= scan.last; k++) {
            if (isNonZero(of, word, k)) bits.take(1)
            else if (--zeros < 0) break
        }
        if (size === 1) {
            if (k > scan.last) return false
            markNonZero(of, word, k)
        }
    }
    if (run.blocks === 0) return true
    for (; k <= scan.last; k++) if (isNonZero(of, word, k)) bits.take(1)
    run.blocks--
    return true
}
