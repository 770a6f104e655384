/**
 * Pair kerning from the `GPOS` table (OpenType 1.9 §GPOS): the pair adjustments of the feature `kern`, of which fonts
 * for Latin use the advance of the first glyph alone. Read in place; nothing is unpacked but what a pair needs.
 */

/** What is added to the advance of `left` before `right`, in font units; mostly 0. */
export type Kerning = (left: number, right: number) => number

const PAIR = 2
const EXTENSION = 9
/** Bit of a value format: the record has an X advance. Those below it (placements) come before it in the record. */
const X_ADVANCE = 0x0004

/** Kerning of a font; none where the table is empty. Throws RangeError for a damaged table. */
export function readKerning(table: Uint8Array): Kerning {
    if (table.length === 0) return () => 0
    const view = new DataView(table.buffer, table.byteOffset, table.byteLength)
    const pairs = kernLookups(view).flatMap((lookup) => pairTables(view, lookup))
    return (left, right) => {
        for (const at of pairs) {
            const index = coverage(view, at + view.getUint16(at + 2), left)
            if (index === undefined) continue
            const value =
                view.getUint16(at) === 1 ? inSet(view, at, index, right) : betweenClasses(view, at, left, right)
            // The first subtable that knows the pair decides.
            if (value !== undefined) return value
        }
        return 0
    }
}

/** Offsets of the lookups that any script's `kern` names, in the order of the table. */
function kernLookups(view: DataView): number[] {
    const features = view.getUint16(6)
    const lookups = view.getUint16(8)
    const indices = new Set<number>()
    for (let i = 0; i < view.getUint16(features); i++) {
        const record = features + 2 + 6 * i
        if (view.getUint32(record) !== 0x6b65726e) continue // kern
        const feature = features + view.getUint16(record + 4)
        for (let k = 0; k < view.getUint16(feature + 2); k++) indices.add(view.getUint16(feature + 4 + 2 * k))
    }
    return [...indices].sort((a, b) => a - b).map((index) => lookups + view.getUint16(lookups + 2 + 2 * index))
}

/** Subtables of pair adjustment of a lookup, reached through extensions where offsets were too long. */
function pairTables(view: DataView, lookup: number): number[] {
    const tables: number[] = []
    for (let i = 0; i < view.getUint16(lookup + 4); i++) {
        let at = lookup + view.getUint16(lookup + 6 + 2 * i)
        let type = view.getUint16(lookup)
        if (type === EXTENSION) {
            type = view.getUint16(at + 2)
            at += view.getUint32(at + 4)
        }
        if (type === PAIR) tables.push(at)
    }
    return tables
}

/** Format 1: a set of right glyphs, sorted, for each left one. */
function inSet(view: DataView, at: number, index: number, right: number): number | undefined {
    const [first, second] = [view.getUint16(at + 4), view.getUint16(at + 6)]
    const set = at + view.getUint16(at + 10 + 2 * index)
    const step = 2 + sizeOf(first) + sizeOf(second)
    const found = search(view.getUint16(set), (i) => view.getUint16(set + 2 + step * i), right)
    return found === undefined ? undefined : advanceIn(view, set + 4 + step * found, first)
}

/** Format 2: a matrix of classes. Class 0 on both sides is a value too, and ends the search. */
function betweenClasses(view: DataView, at: number, left: number, right: number): number {
    const [first, second] = [view.getUint16(at + 4), view.getUint16(at + 6)]
    const row = classOf(view, at + view.getUint16(at + 8), left)
    const column = classOf(view, at + view.getUint16(at + 10), right)
    const cell = row * view.getUint16(at + 14) + column
    return advanceIn(view, at + 16 + cell * (sizeOf(first) + sizeOf(second)), first)
}

function advanceIn(view: DataView, record: number, format: number): number {
    return format & X_ADVANCE ? view.getInt16(record + sizeOf(format & (X_ADVANCE - 1))) : 0
}

/** Bytes of a value record: two for each bit of its format. */
function sizeOf(format: number): number {
    let size = 0
    for (let bits = format; bits > 0; bits >>= 1) size += 2 * (bits & 1)
    return size
}

/** Index of a glyph in a coverage table (§coverage), formats 1 and 2. */
function coverage(view: DataView, at: number, gid: number): number | undefined {
    const count = view.getUint16(at + 2)
    if (view.getUint16(at) === 1) return search(count, (i) => view.getUint16(at + 4 + 2 * i), gid)
    const range = rangeOf(view, at + 4, count, gid)
    return range === undefined ? undefined : view.getUint16(range + 4) + gid - view.getUint16(range)
}

/** Class of a glyph (§class definition), 0 where it has none. */
function classOf(view: DataView, at: number, gid: number): number {
    if (view.getUint16(at) === 1) {
        const index = gid - view.getUint16(at + 2)
        return index >= 0 && index < view.getUint16(at + 4) ? view.getUint16(at + 6 + 2 * index) : 0
    }
    const range = rangeOf(view, at + 4, view.getUint16(at + 2), gid)
    return range === undefined ? 0 : view.getUint16(range + 4)
}

/** Offset of the range record (first, last, value) that holds a glyph. */
function rangeOf(view: DataView, at: number, count: number, gid: number): number | undefined {
    let [low, high] = [0, count - 1]
    while (low <= high) {
        const middle = (low + high) >> 1
        const record = at + 6 * middle
        if (gid < view.getUint16(record)) high = middle - 1
        else if (gid > view.getUint16(record + 2)) low = middle + 1
        else return record
    }
    return undefined
}

/** Place of a value among sorted ones. */
function search(count: number, valueAt: (i: number) => number, wanted: number): number | undefined {
    let [low, high] = [0, count - 1]
    while (low <= high) {
        const middle = (low + high) >> 1
        const value = valueAt(middle)
        if (value === wanted) return middle
        if (value < wanted) low = middle + 1
        else high = middle - 1
    }
    return undefined
}
