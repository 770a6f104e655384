import { readFileSync } from "node:fs"
import { join } from "node:path"
import fontkit from "@pdf-lib/fontkit"
import { expect, test } from "vitest"
import { createFontSet } from "../../../src/typeset/font/fonts.ts"
import { readKerning } from "../../../src/typeset/font/kerning.ts"
import { openFont } from "./files.ts"

const FONTS = join(import.meta.dirname, "../../../fonts")
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,:;?!'-ÄÖÅéü"

test.each(["NotoSerifSC-Regular", "NotoSansSC-Regular", "NotoSansSC-Bold", "NotoSans-Regular"])(
    "%s kerns every pair of letters and points as fontkit does",
    (id) => {
        const fonts = createFontSet(openFont)
        const face = fonts.face(id)
        const kern = readKerning(face.table("GPOS"))
        const oracle = fontkit.create(new Uint8Array(readFileSync(join(FONTS, `${id}.ttf`))))
        const differences: string[] = []
        let kerned = 0
        for (const a of LETTERS)
            for (const b of LETTERS) {
                const run = oracle.layout(a + b, { kern: true, liga: false, clig: false, calt: false, ccmp: false })
                const [left, right] = run.glyphs
                if (run.glyphs.length !== 2 || !left || !right) continue
                const expected = (run.positions[0]?.xAdvance ?? 0) - left.advanceWidth
                const found = kern(face.gid(a.codePointAt(0) ?? 0), face.gid(b.codePointAt(0) ?? 0))
                if (found !== 0) kerned++
                if (found !== expected) differences.push(`${a}${b}: ${String(found)}, fontkit ${String(expected)}`)
            }
        expect(differences).toEqual([])
        expect(kerned).toBeGreaterThan(300)
    },
)

test("a font without the table has no kerning", () => {
    expect(readKerning(new Uint8Array(0))(1, 2)).toBe(0)
})
