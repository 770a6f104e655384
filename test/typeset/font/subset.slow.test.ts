import { describe, expect, test } from "vitest"
import { FACES } from "../../../src/typeset/font/faces.data.ts"
import { createFontSet } from "../../../src/typeset/font/fonts.ts"
import { openFace } from "../../../src/typeset/font/sfnt.ts"
import { subsetFont } from "../../../src/typeset/font/subset.ts"
import { openFont } from "./files.ts"
import { oracle, oracleOf } from "./fontkit.ts"

const library = createFontSet(openFont)

describe.each(FACES)("a subset of $id", (record) => {
    const face = library.face(record.id)
    const font = oracleOf(record.file)
    const gids = Array.from({ length: 400 }, (_, i) => Math.floor((i * (font.numGlyphs - 1)) / 400) + 1)
    const wanted = [...gids.slice(0, 50).reverse(), ...gids, gids[0] ?? 1]

    test("draws each glyph as the font does, with the same width", () => {
        const subset = oracle(subsetFont(face, wanted))
        const wrong = wanted.filter((gid, i) => {
            const [expected, found] = [font.getGlyph(gid), subset.getGlyph(i + 1)]
            return found.path.toSVG() !== expected.path.toSVG() || found.advanceWidth !== expected.advanceWidth
        })
        expect(wrong).toEqual([])
        expect(wanted.filter((gid) => font.getGlyph(gid).path.commands.length > 0).length).toBeGreaterThan(200)
        expect(subset.getGlyph(0).path.toSVG()).toBe(font.getGlyph(0).path.toSVG())
    })

    test("is a sound font file: check sums, long offsets, no gaps", () => {
        const bytes = subsetFont(face, wanted)
        const view = new DataView(bytes.buffer)
        const sum = (from: number, length: number) => {
            let total = 0
            for (let at = from; at < from + length; at += 4) total = (total + view.getUint32(at)) >>> 0
            return total
        }
        expect(sum(0, bytes.length)).toBe(0xb1b0afba)
        const tags: string[] = []
        for (let i = 0; i < view.getUint16(4); i++) {
            const at = 12 + 16 * i
            const tag = Buffer.from(bytes.subarray(at, at + 4)).toString("latin1")
            tags.push(tag)
            const [offset, length] = [view.getUint32(at + 8), view.getUint32(at + 12)]
            expect(offset % 4).toBe(0)
            if (tag !== "head") expect(sum(offset, (length + 3) & ~3), tag).toBe(view.getUint32(at + 4))
            if (tag === "head") expect(view.getInt16(offset + 50)).toBe(1)
        }
        expect(tags).toEqual([...tags].sort())
        expect(tags).toEqual(expect.arrayContaining(["glyf", "head", "hhea", "hmtx", "loca", "maxp"]))
    })
})

test("parts of composite glyphs come along and are renumbered", () => {
    const face = library.face("NotoSans-Regular")
    // Å, and a glyph of a composite of composites.
    const composites = [0xc5, 0x1fa, 0x1ed7, 0x390].map((c) => face.gid(c))
    expect(composites.filter((gid) => (face.outline(gid)[0] ?? 0) >= 0x80).length).toBeGreaterThan(1)
    const subset = oracle(subsetFont(face, composites))
    expect(subset.numGlyphs).toBeGreaterThan(composites.length + 1)
    for (const [i, gid] of composites.entries())
        expect(subset.getGlyph(i + 1).path.toSVG()).toBe(oracleOf("NotoSans-Regular.ttf").getGlyph(gid).path.toSVG())
})

test("the source is never written to, even where it hands out views of one buffer", () => {
    const file = openFont("NotoSans-Regular.ttf")
    const whole = Buffer.from(file.read(0, file.size))
    const before = Buffer.from(whole)
    const view = { size: whole.length, read: (at: number, length: number) => whole.subarray(at, at + length) }
    const face = openFace(view, { id: "NotoSans-Regular", serif: false, bold: false })
    subsetFont(
        face,
        [0xc5, 0x1fa, 0x1ed7].map((c) => face.gid(c)),
    )
    expect(whole.equals(before)).toBe(true)
})
