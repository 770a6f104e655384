import { type HuffmanTable, huffmanTable, type ScanFault, type ScannedComponent, walkScan } from "./jpeg-scan.ts"
import { MARKER, readSegments, type Segment } from "./jpeg-segments.ts"

/**
 * Whether a JPEG file holds all of its picture: viewers fill what is missing with grey and say nothing. The data of
 * every scan are walked to their last block (ITU-T T.81, baseline, extended and progressive Huffman coding).
 *
 * @returns `cut-off`, `damaged`, or `undefined` for a whole picture; an end marker alone may be missing.
 */
export function jpegFault(bytes: Uint8Array): ScanFault | undefined {
    const { segments, complete } = readSegments(bytes)
    const walk = startWalk()
    for (const segment of segments) {
        const fault = walk.take(segment, bytes)
        // Whatever does not fit in the last scan of a file without an end is the cut.
        if (fault !== undefined) return complete || segment !== segments.at(-1) ? fault : "cut-off"
    }
    return walk.isWhole(complete) ? undefined : "cut-off"
}

/** Most scans of a file: encoders write ten; each of more would cost a pass over the picture. */
const MOST_SCANS = 200

/** A component of the frame, and which of its 64 coefficients came to their last bit. */
interface Component {
    readonly id: number
    readonly walked: Omit<ScannedComponent, "dc" | "ac">
    readonly done: Uint8Array
}

function startWalk() {
    const tables = new Map<number, HuffmanTable>()
    let interval = 0
    let frame: { progressive: boolean; components: readonly Component[]; unitsWide: number; units: number } | undefined
    let scans = 0

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
        const components = listed.map(({ id, h, v }): Component => {
            const words = progressive ? 2 * unitsWide * h * unitsHigh * v : 0
            const blocksWide = Math.ceil(Math.ceil((widthPx * h) / hMost) / 8)
            const blocksHigh = Math.ceil(Math.ceil((heightPx * v) / vMost) / 8)
            const place = { h, v, blocksWide, blocksHigh, rowBlocks: unitsWide * h }
            return { id, walked: { ...place, nonZero: new Uint32Array(words) }, done: new Uint8Array(64) }
        })
        frame = { progressive, components, unitsWide, units: unitsWide * unitsHigh }
        return count > 0
    }
    function walk({ data, start, end }: Segment, bytes: Uint8Array): ScanFault | undefined {
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
            if (marker === 0xdd) interval = 256 * (data[0] ?? 0) + (data[1] ?? 0)
            if (marker === 0xc0 || marker === 0xc1 || marker === 0xc2)
                return readFrame(marker, data) ? undefined : "damaged"
            return marker === MARKER.scan ? walk(segment, bytes) : undefined
        },
        /** Without an end marker every coefficient must have come; with one the encoder may have left some out. */
        isWhole(hasEnd: boolean): boolean {
            if (frame === undefined) return false
            const { components } = frame
            return components.every(({ done }) => (hasEnd ? done[0] === 1 : done.every((bit) => bit === 1)))
        },
    }
}
