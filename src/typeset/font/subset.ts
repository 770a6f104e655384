import { concat } from "../../base/bytes.ts"
import type { Face } from "./sfnt.ts"

// Flags of a component of a composite glyph (OpenType 1.9 §glyf).
const WORDS = 0x0001
const SCALE = 0x0008
const MORE = 0x0020
const TWO_SCALES = 0x0040
const MATRIX = 0x0080

/** A glyph of no ink and no width that every subset can have: it carries text that the glyph before it cannot. */
export const BLANK = -1

/**
 * A TrueType font program with only the given glyphs, for embedding in a PDF (ISO 32000-1 §9.9).
 *
 * Glyph `i + 1` of the result is `gids[i]`, so that a CID can be the glyph id; 0 is `.notdef`. A gid may occur more
 * than once: two code points can share a glyph, and each needs its own CID. Parts of composites follow at the end. Long `loca` always:
 * short offsets with glyphs of odd length are what breaks other subsetters.
 */
export function subsetFont(face: Face, gids: readonly number[]): Uint8Array {
    const source = [0, ...gids]
    const place = new Map<number, number>()
    for (const [i, gid] of source.entries()) if (!place.has(gid)) place.set(gid, i)
    const placed = (gid: number): number => {
        let i = place.get(gid)
        if (i === undefined) {
            i = source.push(gid) - 1
            place.set(gid, i)
        }
        return i
    }
    const glyphs: Uint8Array[] = []
    // `source` grows while composites name parts that nobody has asked for yet.
    for (let i = 0; i < source.length; i++) {
        const gid = source[i] ?? 0
        glyphs.push(gid === BLANK ? new Uint8Array(0) : renumber(face.outline(gid), placed))
    }

    const { glyf, loca } = pack(glyphs)
    const head = copyOf(face.table("head"))
    new DataView(head.buffer).setUint32(8, 0) // checkSumAdjustment, set by `sfnt`
    new DataView(head.buffer).setInt16(50, 1)
    const hhea = copyOf(face.table("hhea"))
    new DataView(hhea.buffer).setUint16(34, source.length)
    const maxp = copyOf(face.table("maxp"))
    new DataView(maxp.buffer).setUint16(4, source.length)
    const hmtx = concat(source.map((gid) => (gid === BLANK ? new Uint8Array(4) : face.metrics(gid))))
    return sfnt([
        ["cvt ", face.table("cvt ")],
        ["fpgm", face.table("fpgm")],
        ["glyf", glyf],
        ["head", head],
        ["hhea", hhea],
        ["hmtx", hmtx],
        ["loca", loca],
        ["maxp", maxp],
        ["prep", face.table("prep")],
    ])
}

/** The glyph with the ids of its components exchanged. Simple glyphs are returned as they are. */
function renumber(glyph: Uint8Array, placed: (gid: number) => number): Uint8Array {
    if (glyph.length < 10 || (glyph[0] ?? 0) < 0x80) return glyph // contours >= 0
    const out = copyOf(glyph)
    const view = new DataView(out.buffer)
    for (let at = 10; ; ) {
        const flags = view.getUint16(at)
        view.setUint16(at + 2, placed(view.getUint16(at + 2)))
        at += flags & WORDS ? 8 : 6
        at += flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0
        if ((flags & MORE) === 0) return out
    }
}

/** Not `slice`: that of Node's Buffer is a view, and what is written to it would change the font in memory. */
function copyOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    return new Uint8Array(bytes)
}

function pack(glyphs: readonly Uint8Array[]): { glyf: Uint8Array; loca: Uint8Array } {
    const loca = new DataView(new ArrayBuffer(4 * (glyphs.length + 1)))
    let size = 0
    for (const [i, glyph] of glyphs.entries()) {
        loca.setUint32(4 * i, size)
        size += aligned(glyph.length)
    }
    loca.setUint32(4 * glyphs.length, size)
    const glyf = new Uint8Array(size)
    for (const [i, glyph] of glyphs.entries()) glyf.set(glyph, loca.getUint32(4 * i))
    return { glyf, loca: new Uint8Array(loca.buffer) }
}

/** Table directory and tables; `parts` in the order of their tags. Empty tables are left out. */
function sfnt(parts: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
    const present = parts.filter(([, bytes]) => bytes.length > 0)
    const directory = 12 + 16 * present.length
    const out = new Uint8Array(present.reduce((size, [, bytes]) => size + aligned(bytes.length), directory))
    const view = new DataView(out.buffer)
    const power = 2 ** Math.floor(Math.log2(present.length))
    view.setUint32(0, 0x00010000)
    view.setUint16(4, present.length)
    view.setUint16(6, 16 * power)
    view.setUint16(8, Math.log2(power))
    view.setUint16(10, 16 * (present.length - power))
    let at = directory
    let headAt = 0
    for (const [i, [tag, bytes]] of present.entries()) {
        out.set(bytes, at)
        if (tag === "head") headAt = at
        const entry = 12 + 16 * i
        for (let k = 0; k < 4; k++) out[entry + k] = tag.charCodeAt(k)
        view.setUint32(entry + 4, checksum(view, at, at + aligned(bytes.length)))
        view.setUint32(entry + 8, at)
        view.setUint32(entry + 12, bytes.length)
        at += aligned(bytes.length)
    }
    view.setUint32(headAt + 8, 0xb1b0afba - checksum(view, 0, out.length))
    return out
}

function checksum(view: DataView, from: number, to: number): number {
    let sum = 0
    for (let at = from; at < to; at += 4) sum = (sum + view.getUint32(at)) >>> 0
    return sum
}

function aligned(size: number): number {
    return (size + 3) & ~3
}
