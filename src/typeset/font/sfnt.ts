import { viewOf } from "../../base/bytes.ts"
import type { FontFile } from "../../base/host.ts"
import { type GlyphIndex, readCmap } from "./cmap.ts"
import type { FaceId } from "./face.ts"

/**
 * One opened TrueType font. Tables are read when first asked for, outlines glyph by glyph; the file is never read
 * whole. Bytes handed out belong to the face: do not write to them.
 */
export interface Face {
    /** Also its PostScript name. */
    readonly id: FaceId
    readonly serif: boolean
    readonly bold: boolean
    readonly unitsPerEm: number
    /** Box around all glyphs: left, bottom, right, top, in 1/1000 em. */
    readonly bbox: readonly [number, number, number, number]
    /** Typographic ascender and descender of OS/2, and height of capitals, in 1/1000 em; the descender is negative. */
    readonly ascent: number
    readonly descent: number
    readonly capHeight: number
    /** Glyph of a code point; 0 where the font has none. */
    gid(codePoint: number): number
    /** Advance width in 1/1000 em, rounded, as the PDF will state it. */
    advance(gid: number): number
    /** The four bytes of `hmtx`: advance width and left side bearing in font units. */
    metrics(gid: number): Uint8Array
    /** Whether there is anything to draw, without reading it. */
    hasInk(gid: number): boolean
    /** The entry of `glyf`; empty for glyphs without ink. */
    outline(gid: number): Uint8Array
    /** A whole table, empty where the font lacks it. */
    table(tag: string): Uint8Array
}

/** Opens a TrueType font (OpenType 1.9, `glyf` outlines). Throws RangeError where the file is not one. */
export function openFace(file: FontFile, name: { id: FaceId; serif: boolean; bold: boolean }): Face {
    const table = tables(file)
    const head = viewOf(table("head"))
    const os2 = viewOf(table("OS/2"))
    const glyphCount = viewOf(table("maxp")).getUint16(4)
    const unitsPerEm = head.getUint16(18)
    const longLoca = head.getInt16(50) === 1
    const scale = (units: number): number => Math.round((units * 1000) / unitsPerEm)
    const hmtx = lazy(() => ({ bytes: table("hmtx"), full: viewOf(table("hhea")).getUint16(34) }))
    const loca = lazy(() => viewOf(table("loca")))
    const cmap = lazy<GlyphIndex>(() => readCmap(table("cmap")))
    const glyf = table.place("glyf")
    // Each is asked for twice in a document, when its character is looked up and when it is embedded.
    const outlines = new Map<number, Uint8Array>()

    function offset(i: number): number {
        return longLoca ? loca().getUint32(4 * i) : 2 * loca().getUint16(2 * i)
    }
    function metrics(gid: number): Uint8Array {
        const { bytes, full } = hmtx()
        if (gid < full) return bytes.subarray(4 * gid, 4 * gid + 4)
        // Trailing glyphs share the last advance and have only their bearing in the table.
        const bearing = 4 * full + 2 * (gid - full)
        return Uint8Array.of(
            bytes[4 * full - 4] ?? 0,
            bytes[4 * full - 3] ?? 0,
            bytes[bearing] ?? 0,
            bytes[bearing + 1] ?? 0,
        )
    }
    return {
        ...name,
        unitsPerEm,
        bbox: [scale(head.getInt16(36)), scale(head.getInt16(38)), scale(head.getInt16(40)), scale(head.getInt16(42))],
        ascent: scale(os2.getInt16(68)),
        descent: scale(os2.getInt16(70)),
        // Version 1 of the table has no cap height.
        capHeight: os2.getUint16(0) < 2 ? scale(os2.getInt16(68)) : scale(os2.getInt16(88)),
        gid: (codePoint) => cmap()(codePoint),
        metrics,
        advance(gid) {
            const bytes = metrics(gid)
            return scale(256 * (bytes[0] ?? 0) + (bytes[1] ?? 0))
        },
        hasInk: (gid) => gid < glyphCount && offset(gid + 1) > offset(gid),
        outline(gid) {
            if (gid >= glyphCount) throw new RangeError(`no glyph ${String(gid)}`)
            let bytes = outlines.get(gid)
            if (bytes === undefined) {
                const from = offset(gid)
                const to = offset(gid + 1)
                bytes = to > from ? file.read(glyf.offset + from, to - from) : new Uint8Array(0)
                outlines.set(gid, bytes)
            }
            return bytes
        },
        table,
    }
}

interface Tables {
    (tag: string): Uint8Array
    /** Where a table lies; throws RangeError for a font without it. */
    place(tag: string): { offset: number; length: number }
}

function tables(file: FontFile): Tables {
    const count = viewOf(file.read(0, 12)).getUint16(4)
    const directory = viewOf(file.read(12, 16 * count))
    const places = new Map<string, { offset: number; length: number }>()
    for (let at = 0; at < 16 * count; at += 16) {
        const tag = String.fromCharCode(...[0, 1, 2, 3].map((i) => directory.getUint8(at + i)))
        places.set(tag, { offset: directory.getUint32(at + 8), length: directory.getUint32(at + 12) })
    }
    const read = new Map<string, Uint8Array>()
    function table(tag: string): Uint8Array {
        let bytes = read.get(tag)
        if (bytes === undefined) {
            const place = places.get(tag)
            bytes = place === undefined ? new Uint8Array(0) : file.read(place.offset, place.length)
            read.set(tag, bytes)
        }
        return bytes
    }
    return Object.assign(table, {
        place(tag: string) {
            const place = places.get(tag)
            if (place === undefined) throw new RangeError(`no table ${tag}`)
            return place
        },
    })
}

function lazy<T>(make: () => T): () => T {
    let made: { value: T } | undefined
    return () => {
        made ??= { value: make() }
        return made.value
    }
}
