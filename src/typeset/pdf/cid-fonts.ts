import type { PDFContext, PDFDict, PDFRef } from "pdf-lib"
import type { NewHasher } from "../../base/digest.ts"
import type { FaceId, Glyph } from "../font/face.ts"
import type { FontLibrary } from "../font/fonts.ts"
import type { Face } from "../font/sfnt.ts"
import { BLANK, subsetFont } from "../font/subset.ts"
import { deflate, flateStream, packedStream } from "./flate.ts"
import { ascii, asciiString } from "./print.ts"
import { toUnicodeCMap } from "./to-unicode.ts"

/** A glyph in a content stream: resource name of its font, and its code, or codes, as four hex digits each. */
export interface Code {
    readonly font: string
    readonly hex: string
}

interface UsedFont {
    readonly name: string
    readonly ref: PDFRef
    readonly face: Face
    /** By text and glyph. */
    readonly cids: Map<string, Map<number, Code>>
    /** By CID - 1. */
    readonly gids: number[]
    readonly texts: string[]
}

/**
 * The fonts of one PDF: Type 0 with a TrueType CIDFont (ISO 32000-1 §9.7), one for each face in use.
 *
 * A CID stands for a pair of glyph and text, not for a glyph: nearly 500 glyphs of the Chinese faces serve two or
 * three characters (⼀ and 一), so a map from glyph to text would copy the wrong one.
 */
export interface CidFonts {
    code(glyph: Glyph): Code
    /** Writes the font objects; the result is the Font resource dictionary. */
    finish(): PDFDict
}

/** See {@link CidFonts}. `fonts` may be shared between documents; nothing of this one is kept in it. */
export function createCidFonts(ctx: PDFContext, fonts: FontLibrary, newHasher: NewHasher): CidFonts {
    const used = new Map<FaceId, UsedFont>()
    // A glyph of a text is mostly the same object as before.
    const known = new Map<Glyph, Code>()
    function fontOf(id: FaceId): UsedFont {
        let font = used.get(id)
        if (font === undefined) {
            const name = `F${String(used.size + 1)}`
            font = { name, ref: ctx.nextRef(), face: fonts.face(id), cids: new Map(), gids: [], texts: [] }
            used.set(id, font)
        }
        return font
    }
    return {
        code(glyph) {
            let code = known.get(glyph)
            if (code === undefined) {
                code = codeOf(fontOf(glyph.face), glyph.gid, glyph.text)
                known.set(glyph, code)
            }
            return code
        },
        finish() {
            const resources: Record<string, PDFRef> = {}
            for (const font of used.values()) {
                writeFont(ctx, font, newHasher)
                resources[font.name] = font.ref
            }
            return ctx.obj(resources) as PDFDict
        },
    }
}

function codeOf(font: UsedFont, gid: number, text: string): Code {
    let byGid = font.cids.get(text)
    if (byGid === undefined) {
        byGid = new Map()
        font.cids.set(text, byGid)
    }
    let code = byGid.get(gid)
    if (code === undefined) {
        const [own = text, ...rest] = mappable(text)
        const hex = hex4(font.gids.push(gid))
        font.texts.push(own)
        code = { font: font.name, hex: hex + rest.map((part) => codeOf(font, BLANK, part).hex).join("") }
        byGid.set(gid, code)
    }
    return code
}

/**
 * Cuts the text of a glyph where one entry of a map would mix characters beyond the BMP with others: MuPDF reads a pair
 * of surrogates as one character only where it stands alone, and an emoji with its joiner as nothing.
 */
function mappable(text: string): readonly string[] {
    return text.length > 2 ? (text.match(/[\u{10000}-\u{10FFFF}]|[^\u{10000}-\u{10FFFF}]+/gu) ?? [text]) : [text]
}

function writeFont(ctx: PDFContext, font: UsedFont, newHasher: NewHasher): void {
    const { face, gids } = font
    const { packed, length } = packedSubset(face, gids)
    const baseFont = `${subsetTag(face.id, gids, newHasher)}+${face.id}`
    const descriptor = ctx.register(
        ctx.obj({
            Type: "FontDescriptor",
            FontName: baseFont,
            // Symbolic, as a font without a standard encoding must be; serif where it is (table 123).
            Flags: 4 + (face.serif ? 2 : 0),
            FontBBox: [...face.bbox],
            ItalicAngle: 0,
            Ascent: face.ascent,
            Descent: face.descent,
            CapHeight: face.capHeight,
            // The fonts do not state it; readers need it only to imitate a font that is not embedded.
            StemV: face.bold ? 140 : 80,
            FontFile2: ctx.register(packedStream(ctx, packed, { Length1: length })),
        }),
    )
    const descendant = ctx.register(
        ctx.obj({
            Type: "Font",
            Subtype: "CIDFontType2",
            BaseFont: baseFont,
            CIDSystemInfo: { Registry: asciiString("Adobe"), Ordering: asciiString("Identity"), Supplement: 0 },
            FontDescriptor: descriptor,
            CIDToGIDMap: "Identity",
            DW: 1000,
            W: widths(gids.map((gid) => (gid === BLANK ? 0 : face.advance(gid)))),
        }),
    )
    ctx.assign(
        font.ref,
        ctx.obj({
            Type: "Font",
            Subtype: "Type0",
            BaseFont: baseFont,
            Encoding: "Identity-H",
            DescendantFonts: [descendant],
            ToUnicode: ctx.register(flateStream(ctx, ascii(toUnicodeCMap(font.texts)))),
        }),
    )
}

interface PackedSubset {
    readonly packed: Uint8Array
    /** Bytes before compression. */
    readonly length: number
}

const SUBSETS = new WeakMap<Face, Map<string, PackedSubset>>()
/** For each face; more would only help one who writes many documents in turn. */
const MOST_SUBSETS = 4

/** Subset of a face, compressed. The last ones are kept: an annex is often written more than once in a run. */
function packedSubset(face: Face, gids: readonly number[]): PackedSubset {
    const known = SUBSETS.get(face) ?? new Map<string, PackedSubset>()
    SUBSETS.set(face, known)
    const key = gids.join(" ")
    let subset = known.get(key)
    if (subset === undefined) {
        const program = subsetFont(face, gids)
        subset = { packed: deflate(program), length: program.length }
        const [oldest] = known.keys()
        if (known.size >= MOST_SUBSETS && oldest !== undefined) known.delete(oldest)
        known.set(key, subset)
    }
    return subset
}

/** The W array: runs of widths that differ from the default of 1000; the first is that of CID 1. */
function widths(all: readonly number[]): (number | number[])[] {
    const out: (number | number[])[] = []
    let run: number[] | undefined
    for (const [i, width] of all.entries()) {
        if (width === 1000) run = undefined
        else if (run !== undefined) run.push(width)
        else {
            run = [width]
            out.push(i + 1, run)
        }
    }
    return out
}

/** Six letters that depend on the chosen glyphs alone (ISO 32000-1 §9.6.4 leaves them to the writer). */
function subsetTag(id: FaceId, gids: readonly number[], newHasher: NewHasher): string {
    const hasher = newHasher()
    hasher.update(ascii(`${id} ${gids.join(" ")}`))
    let value = Number.parseInt(hasher.hex().slice(0, 12), 16)
    let tag = ""
    for (let i = 0; i < 6; i++) {
        tag += String.fromCharCode(65 + (value % 26))
        value = Math.floor(value / 26)
    }
    return tag
}

function hex4(value: number): string {
    return value.toString(16).padStart(4, "0")
}
