/** JPEG as a list of marker segments (ITU-T T.81 Annex B). Not verified: attacker-controlled, so every length is checked. */
export interface Segment {
    /** Second byte of the marker: `0xe1` for APP1, `0xda` for a scan. */
    readonly marker: number
    /** Offset of the marker's first byte. */
    readonly start: number
    /** Offset behind the segment; for a scan behind its entropy-coded data. */
    readonly end: number
    /** The parameters, without marker and length. */
    readonly data: Uint8Array
}

/** Second byte of the markers that are looked at (ITU-T T.81 table B.1). */
export const MARKER = {
    app0: 0xe0,
    app1: 0xe1,
    app14: 0xee,
    app15: 0xef,
    comment: 0xfe,
    scan: 0xda,
    end: 0xd9,
} as const

/**
 * Walks the segments until the end marker; bytes behind it (a motion photo's film, a second picture) are not visited.
 * Stops early and sets `complete: false` where the structure does not hold.
 */
export function readSegments(bytes: Uint8Array): { segments: readonly Segment[]; complete: boolean } {
    const segments: Segment[] = []
    let at = 2
    if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return { segments, complete: false }
    while (at + 1 < bytes.length) {
        if (bytes[at] !== 0xff) return { segments, complete: false }
        const marker = bytes[at + 1] ?? 0
        if (marker === 0xff) {
            at++ // fill byte, B.1.1.2
            continue
        }
        if (marker === MARKER.end) return { segments, complete: true }
        const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
        const body = at + 2 + length
        if (length < 2 || body > bytes.length || marker < 0xc0) return { segments, complete: false }
        const end = marker === MARKER.scan ? endOfScan(bytes, body) : body
        segments.push({ marker, start: at, end, data: bytes.subarray(at + 4, body) })
        at = end
    }
    return { segments, complete: false }
}

/** In coded data FF is followed by 00 (stuffing) or D0 to D7 (restart); anything else begins the next segment. */
function endOfScan(bytes: Uint8Array, from: number): number {
    let at = from
    while (at + 1 < bytes.length) {
        const next = bytes[at + 1] ?? 0
        if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
        at++
    }
    return bytes.length
}

/** Size from the frame header (B.2.2): SOF0 to SOF15 but DHT, JPG and DAC, which share the range. */
export function jpegSize(segments: readonly Segment[]): { widthPx: number; heightPx: number } | undefined {
    const frame = segments.find((s) => s.marker >= 0xc0 && s.marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(s.marker))
    if (!frame || frame.data.length < 5) return undefined
    const [, high1 = 0, low1 = 0, high2 = 0, low2 = 0] = frame.data
    return { widthPx: (high2 << 8) | low2, heightPx: (high1 << 8) | low1 }
}

/** The TIFF block of the first EXIF segment. */
export function jpegExif(segments: readonly Segment[]): Uint8Array | undefined {
    return segments.find((s) => s.marker === MARKER.app1 && startsWith(s.data, "Exif\0"))?.data.subarray(6)
}

/** True when the bytes begin with these ASCII characters. */
export function startsWith(bytes: Uint8Array, ascii: string): boolean {
    return [...ascii].every((character, i) => bytes[i] === character.charCodeAt(0))
}
