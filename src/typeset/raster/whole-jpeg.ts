import { type HuffmanTable, huffmanTable, type ScanFault, type ScannedComponent, walkScan } from "./jpeg-scan.ts"
import { MARKER, readSegments, type Segment } from "./jpeg-segments.ts"
import { MOST_PIXELS } from "./raster.ts"

/**
 * Whether a JPEG file holds all of its picture: viewers fill what is missing with grey and say nothing. The data of
 * every scan are walked to their last block (ITU-T T.81, baseline, extended and progressive Huffman coding).
 *
 * @returns `cut-off`, `damaged`, or `undefined` for a whole picture; an end marker alone may be missing.
 */
export function jpegFault(bytes: Uint8Array): ScanFault | undefined {
    return walk(bytes, startWalk()).fault
}

/** The mean brightness of each block of eight by eight pixels, row by row, before colours are made of it. */
export interface BlockLight {
    readonly widthPx: number
    readonly heightPx: number
    readonly blocksWide: number
    readonly blocksHigh: number
    /** 0 to 255, `rowBlocks` to a row. */
    readonly levels: Uint8ClampedArray
    readonly rowBlocks: number
}

/** {@link jpegFault}, and what was seen on the way: of a whole baseline file in grey or colour the light of its blocks. */
export function walkJpeg(bytes: Uint8Array): { readonly fault?: ScanFault; readonly light?: BlockLight } {
    const started = startWalk(true)
    const { fault, complete } = walk(bytes, started)
    if (fault !== undefined) return { fault }
    const light = complete ? started.light() : undefined
    return light === undefined ? {} : { light }
}

function walk(
    bytes: Uint8Array,
    started: ReturnType<typeof startWalk>,
): { readonly fault?: ScanFault; readonly complete: boolean } {
    const { segments, complete } = readSegments(bytes)
    for (const segment of segments) {
        const fault = started.take(segment, bytes)
        // Whatever does not fit in the last scan of a file without an end is the cut.
        if (fault !== undefined) return { fault: complete || segment !== segments.at(-1) ? fault : "cut-off", complete }
    }
    return started.isWhole(complete) ? { complete } : { fault: "cut-off", complete }
}

/** In place of a first coefficient that has not come. */
const UNSEEN = 0x7fff

/** Most scans of a file: encoders write ten; each of more would cost a pass over the picture. */
const MOST_SCANS = 200
/** Most blocks that all scans together pass, or passes over the picture; ten scans of an encoder are six. */
const MOST_BLOCKS = 5_000_000
const MOST_PASSES = 12

/** A component of the frame, and which of its 64 coefficients came to their last bit. */
interface Component {
    readonly id: number
    readonly walked: Omit<ScannedComponent, "dc" | "ac">
    readonly done: Uint8Array
}

interface Frame {
    readonly progressive: boolean
    readonly components: readonly Component[]
    readonly unitsWide: number
    readonly units: number
    readonly widthPx: number
    readonly heightPx: number
    /** Quantisation table of the first component, where its blocks are of eight by eight pixels of eight bits. */
    readonly lightTable: number | undefined
}

function startWalk(wantsLight = false) {
    const tables = new Map<number, HuffmanTable>()
    /** First step of each quantisation table (T.81 B.2.4.1). */
    const steps = new Map<number, number>()
    let interval = 0
    let frame: Frame | undefined
    let scans = 0
    let passed = 0

    function readTables(data: Uint8Array): boolean {
        for (let at = 0; at + 17 <= data.length; ) {
            const counts = data.subarray(at + 1, at + 17)
            const size = counts.reduce((sum, count) => sum + count, 0)
            const table = huffmanTable(counts, data.subarray(at + 17, at + 17 + size))
            if (table === undefined) return false
            tables.set(data[at] ?? 0, table)
            at += 17 + size
        }
        return true
    }
    function readSteps(data: Uint8Array): void {
        for (let at = 0; at < data.length; ) {
            const wide = (data[at] ?? 0) > 15
            const [high = 0, low = 0] = data.subarray(at + 1)
            steps.set((data[at] ?? 0) & 15, wide ? 256 * high + low : high)
            at += wide ? 129 : 65
        }
    }
    function readFrame(marker: number, data: Uint8Array): boolean {
        const [, heightHigh = 0, heightLow = 0, widthHigh = 0, widthLow = 0, count = 0] = data
        const [widthPx, heightPx] = [256 * widthHigh + widthLow, 256 * heightHigh + heightLow]
        const listed = Array.from({ length: count }, (_, i) => {
            const [id = 0, factors = 0] = data.subarray(6 + 3 * i)
            return { id, h: factors >> 4, v: factors & 15 }
        })
        if (frame !== undefined || listed.some(({ h, v }) => h < 1 || h > 4 || v < 1 || v > 4)) return false
        const [hMost, vMost] = [Math.max(...listed.map(({ h }) => h)), Math.max(...listed.map(({ v }) => v))]
        const [unitsWide, unitsHigh] = [Math.ceil(widthPx / (8 * hMost)), Math.ceil(heightPx / (8 * vMost))]
        const progressive = marker === 0xc2
        const [first] = listed
        const isAsked = wantsLight && widthPx * heightPx <= MOST_PIXELS
        const isPlain =
            isAsked && data[0] === 8 && (count === 1 || count === 3) && first?.h === hMost && first.v === vMost
        const components = listed.map(({ id, h, v }, i): Component => {
            const words = progressive ? 2 * unitsWide * h * unitsHigh * v : 0
            const blocksWide = Math.ceil(Math.ceil((widthPx * h) / hMost) / 8)
            const blocksHigh = Math.ceil(Math.ceil((heightPx * v) / vMost) / 8)
            const place = { h, v, blocksWide, blocksHigh, rowBlocks: unitsWide * h }
            const all = unitsWide * h * unitsHigh * v
            const light = i === 0 && isPlain && !progressive ? new Int16Array(all).fill(UNSEEN) : undefined
            return { id, walked: { ...place, nonZero: new Uint32Array(words), light }, done: new Uint8Array(64) }
        })
        const lightTable = isPlain && !progressive ? data[8] : undefined
        frame = { progressive, components, unitsWide, units: unitsWide * unitsHigh, widthPx, heightPx, lightTable }
        return count > 0
    }
    function walkOne({ data, start, end }: Segment, bytes: Uint8Array): ScanFault | undefined {
        if (frame === undefined || ++scans > MOST_SCANS) return "damaged"
        const count = data[0] ?? 0
        const [first = 0, last = 63, approximation = 0] = data.subarray(1 + 2 * count)
        const found = Array.from({ length: count }, (_, i) => {
            const selectors = data[2 + 2 * i] ?? 0
            const component = frame?.components.find(({ id }) => id === data[1 + 2 * i])
            return { component, dc: tables.get(selectors >> 4), ac: tables.get(0x10 | (selectors & 15)) }
        })
        const components = found.flatMap(({ component, dc, ac }): ScannedComponent[] =>
            component === undefined ? [] : [{ ...component.walked, dc, ac }],
        )
        if (count === 0 || components.length < count || first > last || last > 63) return "damaged"
        const { progressive, unitsWide, units } = frame
        const blocksOf = ({ walked }: Component): number => walked.blocksWide * walked.blocksHigh
        const whole = frame.components.reduce((sum, one) => sum + blocksOf(one), 0)
        for (const { component } of found) passed += component === undefined ? 0 : blocksOf(component)
        if (passed > Math.max(MOST_BLOCKS, MOST_PASSES * whole)) return "damaged"
        const [high, low] = [approximation >> 4, approximation & 15]
        const scan = { progressive, components, unitsWide, units, interval, first, last, high }
        const fault = walkScan(bytes.subarray(start + 4 + data.length, end), scan)
        if (fault === undefined && low === 0)
            for (const { component } of found) component?.done.fill(1, first, (progressive ? last : 63) + 1)
        return fault
    }
    return {
        take(segment: Segment, bytes: Uint8Array): ScanFault | undefined {
            const { marker, data } = segment
            if (marker === 0xc4) return readTables(data) ? undefined : "damaged"
            if (marker === 0xdb) readSteps(data)
            if (marker === 0xdd) interval = 256 * (data[0] ?? 0) + (data[1] ?? 0)
            if (marker === 0xc0 || marker === 0xc1 || marker === 0xc2)
                return readFrame(marker, data) ? undefined : "damaged"
            return marker === MARKER.scan ? walkOne(segment, bytes) : undefined
        },
        light(): BlockLight | undefined {
            const { walked } = frame?.components[0] ?? {}
            const step = steps.get(frame?.lightTable ?? -1)
            if (frame === undefined || walked?.light === undefined || step === undefined) return undefined
            const { light, blocksWide, blocksHigh, rowBlocks } = walked
            for (let y = 0; y < blocksHigh; y++)
                if (light.subarray(y * rowBlocks, y * rowBlocks + blocksWide).includes(UNSEEN)) return undefined
            const { widthPx, heightPx } = frame
            const levels = Uint8ClampedArray.from(light, (level) => (level * step) / 8 + 128)
            return { widthPx, heightPx, blocksWide, blocksHigh, levels, rowBlocks }
        },
        /** Without an end marker every coefficient must have come; with one the encoder may have left some out. */
        isWhole(hasEnd: boolean): boolean {
            if (frame === undefined) return false
            const { components } = frame
            return components.every(({ done }) => (hasEnd ? done[0] === 1 : done.every((bit) => bit === 1)))
        },
    }
}
