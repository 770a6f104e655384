/** Looks up glyph ids in the `cmap` table of a TrueType font (OpenType 1.9 §cmap), formats 12 and 4. */

export type GlyphIndex = (codePoint: number) => number

/**
 * Takes the best Unicode subtable: the full repertoire (format 12) before the BMP alone (format 4).
 *
 * @returns Code point to glyph id, 0 where the font has none. Throws RangeError for a table without either format.
 */
export function readCmap(table: Uint8Array): GlyphIndex {
    const view = new DataView(table.buffer, table.byteOffset, table.byteLength)
    let bmp = 0
    for (let i = 0; i < view.getUint16(2); i++) {
        const platform = view.getUint16(4 + 8 * i)
        const offset = view.getUint32(8 + 8 * i)
        if (platform !== 0 && platform !== 3) continue
        const format = view.getUint16(offset)
        if (format === 12) return format12(view, offset)
        if (format === 4) bmp = offset
    }
    if (bmp === 0) throw new RangeError("no Unicode cmap")
    return format4(view, bmp)
}

/** Groups of (first, last, gid of the first), searched in place. */
function format12(view: DataView, at: number): GlyphIndex {
    const count = view.getUint32(at + 12)
    return (codePoint) => {
        let low = 0
        let high = count - 1
        while (low <= high) {
            const middle = (low + high) >> 1
            const group = at + 16 + 12 * middle
            const first = view.getUint32(group)
            if (codePoint < first) high = middle - 1
            else if (codePoint > view.getUint32(group + 4)) low = middle + 1
            else return view.getUint32(group + 8) + codePoint - first
        }
        return 0
    }
}

/** Segments as four parallel arrays: ends, starts, deltas, offsets into the glyph array behind them. */
function format4(view: DataView, at: number): GlyphIndex {
    const doubled = view.getUint16(at + 6)
    const ends = at + 14
    const starts = ends + doubled + 2
    return (codePoint) => {
        if (codePoint > 0xffff) return 0
        for (let i = 0; i < doubled; i += 2) {
            if (codePoint > view.getUint16(ends + i)) continue
            const start = view.getUint16(starts + i)
            if (codePoint < start) return 0
            const delta = view.getUint16(starts + doubled + i)
            const offsetAt = starts + 2 * doubled + i
            const offset = view.getUint16(offsetAt)
            if (offset === 0) return (codePoint + delta) & 0xffff
            const gid = view.getUint16(offsetAt + offset + 2 * (codePoint - start))
            return gid === 0 ? 0 : (gid + delta) & 0xffff
        }
        return 0
    }
}
