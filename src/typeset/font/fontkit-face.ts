import { glyfEntry, type PathCommand } from "./outline.ts"
import type { Face } from "./sfnt.ts"

/** A font as fontkit reads it, whatever its format: the part of its interface that is used here. */
export interface FontkitFont {
    readonly postscriptName: string | null
    readonly fsType: number
    readonly unitsPerEm: number
    readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }
    readonly ascent: number
    readonly descent: number
    readonly capHeight: number
    gid(codePoint: number): number
    glyph(gid: number): { readonly advance: number; readonly path: readonly PathCommand[] }
}

interface RawFont {
    readonly postscriptName: string | null
    readonly unitsPerEm: number
    readonly numGlyphs: number
    readonly bbox: FontkitFont["bbox"]
    readonly ascent: number
    readonly descent: number
    readonly "OS/2"?: { readonly typoAscender: number; readonly typoDescender: number; readonly capHeight?: number }
    readonly directory: { readonly tables: Readonly<Record<string, unknown>> }
    readonly "CFF "?: CffTable
    glyphForCodePoint(codePoint: number): { readonly id: number }
    getGlyph(gid: number): { readonly advanceWidth: number; readonly path: { readonly commands: PathCommand[] } }
    /** Of a collection. */
    readonly fonts?: readonly RawFont[]
}

interface CffTable {
    readonly topDict: {
        readonly FDSelect?: {
            readonly version: number
            readonly ranges?: readonly { readonly first: number; readonly fd: number }[]
        } | null
    }
    fdForGlyph(gid: number): number | null
}

/** Reads a font of any format; `undefined` where it has no outlines or no such member. Throws for a damaged file. */
export async function readFontkit(bytes: Uint8Array, member: string | undefined): Promise<FontkitFont | undefined> {
    const { default: fontkit } = await import("@pdf-lib/fontkit")
    const read = fontkit.create(bytes) as unknown as RawFont
    const font = read.fonts === undefined ? read : chosen(read.fonts, member)
    // Of fonts with colours or bitmaps only nothing can be drawn.
    if (font === undefined || !["glyf", "CFF ", "CFF2"].some((tag) => tag in font.directory.tables)) return undefined
    if (font["CFF "] !== undefined) mendFontSelection(font["CFF "])
    const os2 = font["OS/2"]
    return {
        postscriptName: font.postscriptName,
        fsType: fsTypeOf(os2),
        unitsPerEm: font.unitsPerEm,
        bbox: font.bbox,
        ascent: os2?.typoAscender ?? font.ascent,
        descent: os2?.typoDescender ?? font.descent,
        capHeight: os2?.capHeight ?? os2?.typoAscender ?? font.ascent,
        gid(codePoint) {
            const { id } = font.glyphForCodePoint(codePoint)
            return id < font.numGlyphs ? id : 0
        },
        glyph(gid) {
            if (gid >= font.numGlyphs) throw new RangeError(`no glyph ${String(gid)}`)
            const { advanceWidth, path } = font.getGlyph(gid)
            const isDrawn = path.commands.every(({ args }) => args.every(Number.isFinite))
            if (!isDrawn || !Number.isFinite(advanceWidth)) throw new RangeError(`glyph ${String(gid)} is damaged`)
            return { advance: advanceWidth, path: path.commands }
        },
    }
}

/**
 * Fonts with CIDs have several dictionaries, chosen by ranges of glyphs (FDSelect, Adobe Technical Note 5176 §19).
 * fontkit takes the one before for the first glyph of a range, and draws that glyph with the wrong subroutines.
 */
function mendFontSelection(cff: CffTable): void {
    const ranges = cff.topDict.FDSelect?.ranges
    if (ranges === undefined) return
    cff.fdForGlyph = (gid) => ranges.findLast(({ first }) => first <= gid)?.fd ?? 0
}

function chosen(fonts: readonly RawFont[], member: string | undefined): RawFont | undefined {
    return member === undefined ? fonts[0] : fonts.find(({ postscriptName }) => postscriptName === member)
}

/** The flags that fontkit has taken apart, put together again. */
function fsTypeOf(os2: object | undefined): number {
    const flags = (os2 as { fsType?: Readonly<Record<string, boolean>> } | undefined)?.fsType ?? {}
    const bits = { noEmbedding: 1, viewOnly: 2, editable: 3, noSubsetting: 8, bitmapOnly: 9 }
    return Object.entries(bits).reduce((sum, [name, bit]) => sum + (flags[name] === true ? 2 ** bit : 0), 0)
}

/** Largest em of the OpenType specification (§head), less than half of it, so that glyphs of two ems fit in any case. */
const LARGEST_EM = 16384

/**
 * A font of any format as a {@link Face}: outlines become simple TrueType glyphs, cubic curves quadratic ones. The em
 * is counted in four times as many units, so that rounding does not show. Hinting is left behind.
 */
export function outlineFace(font: FontkitFont, name: { id: string; serif: boolean; bold: boolean }): Face {
    const scale = 4 * font.unitsPerEm <= LARGEST_EM ? 4 : 1
    const permille = (units: number): number => Math.round((units * 1000) / font.unitsPerEm)
    const { minX, minY, maxX, maxY } = font.bbox
    const outlines = new Map<number, Uint8Array>()
    function outline(gid: number): Uint8Array {
        let bytes = outlines.get(gid)
        if (bytes === undefined) {
            bytes = glyfEntry(font.glyph(gid).path, scale)
            outlines.set(gid, bytes)
        }
        return bytes
    }
    const box = [minX, minY, maxX, maxY].map((units) => Math.round(units * scale))
    const tables: Readonly<Record<string, Uint8Array>> = {
        head: printHead(font.unitsPerEm * scale, box),
        hhea: printHhea(font.ascent * scale, font.descent * scale, font.unitsPerEm * scale),
        maxp: printMaxp(),
    }
    return {
        ...name,
        unitsPerEm: font.unitsPerEm * scale,
        bbox: [permille(minX), permille(minY), permille(maxX), permille(maxY)],
        ascent: permille(font.ascent),
        descent: permille(font.descent),
        capHeight: permille(font.capHeight),
        gid: (codePoint) => font.gid(codePoint),
        advance: (gid) => permille(font.glyph(gid).advance),
        metrics(gid) {
            const advance = Math.round(font.glyph(gid).advance * scale)
            const bytes = outline(gid)
            // The left side bearing is where the ink begins: the least x of the glyph.
            return Uint8Array.of(advance >> 8, advance & 0xff, bytes[2] ?? 0, bytes[3] ?? 0)
        },
        hasInk: (gid) => outline(gid).length > 0,
        outline,
        table: (tag) => tables[tag] ?? new Uint8Array(0),
    }
}

/** Version 1.0, magic number, em, box; dates and flags stay 0, check sum and `loca` format are the subsetter's. */
function printHead(unitsPerEm: number, box: readonly number[]): Uint8Array {
    const view = new DataView(new ArrayBuffer(54))
    view.setUint32(0, 0x00010000)
    view.setUint32(12, 0x5f0f3cf5)
    view.setUint16(18, unitsPerEm)
    for (const [i, value] of box.entries()) view.setInt16(36 + 2 * i, value)
    view.setUint16(46, 6) // smallest legible size
    view.setInt16(48, 2) // direction hint, deprecated: 2
    return new Uint8Array(view.buffer)
}

/** Version 1.0, ascender and descender, greatest advance, upright caret; the number of metrics is the subsetter's. */
function printHhea(ascent: number, descent: number, unitsPerEm: number): Uint8Array {
    const view = new DataView(new ArrayBuffer(36))
    view.setUint32(0, 0x00010000)
    view.setInt16(4, Math.round(ascent))
    view.setInt16(6, Math.round(descent))
    view.setUint16(10, 2 * unitsPerEm) // no advance is read from here; two ems are that of a long dash
    view.setInt16(18, 1) // caret slope rise
    return new Uint8Array(view.buffer)
}

/** Version 1.0 with generous limits: what is in the subset is not known yet. No instructions, no composites. */
function printMaxp(): Uint8Array {
    const view = new DataView(new ArrayBuffer(32))
    view.setUint32(0, 0x00010000)
    view.setUint16(6, 16384) // points
    view.setUint16(8, 2048) // contours
    view.setUint16(14, 1) // zones
    return new Uint8Array(view.buffer)
}
