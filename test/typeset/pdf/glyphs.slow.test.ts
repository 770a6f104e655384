import { describe, expect, test } from "vitest"
import { FACES } from "../../../src/typeset/font/faces.data.ts"
import { tool } from "../../tool.ts"
import { oracle, oracleOf } from "../font/fontkit.ts"
import { boxesOf, DPI, difference, drawnAsPaths } from "./pixels.ts"
import { fontsOf, OPTIONS, reread } from "./reread.ts"
import { fileOf, render } from "./run.ts"
import { documentOfLines, fonts, HARD_LINES, SERIF } from "./sample.ts"
import { writePdf } from "./written-bytes.ts"

describe("glyphs are drawn as the fonts draw them", () => {
    const many = Array.from({ length: 40 }, (_, row) =>
        Array.from({ length: 30 }, (_, i) => String.fromCodePoint(0x4e00 + 17 * (30 * row + i))).join(""),
    )

    test("outlines and widths in the file are those of the fonts", async () => {
        const embedded = fontsOf(await reread(documentOfLines([...HARD_LINES, ...many])))
        let checked = 0
        for (const { face, unicode, program, widths } of embedded) {
            const subset = oracle(program)
            const source = oracleOf(FACES.find(({ id }) => id === face)?.file ?? "")
            for (const [code, cluster] of unicode) {
                const cid = Number.parseInt(code, 16)
                const glyph = subset.getGlyph(cid)
                const advance = Math.round((glyph.advanceWidth * 1000) / source.unitsPerEm)
                expect(widths.get(cid) ?? 1000, cluster).toBe(advance)
                // Quotes and dots have two forms, by what stands beside them.
                const forms = [`a${cluster}a`, `甲${cluster}甲`].flatMap((around) =>
                    fonts.shape(around, SERIF).filter((form) => form.text === cluster),
                )
                const outlines = forms.map((form) => source.getGlyph(form.gid).path.toSVG())
                if (forms[0]?.face !== face) continue
                expect(outlines, cluster).toContain(glyph.path.toSVG())
                checked++
            }
        }
        expect(checked).toBeGreaterThan(1200)
    })

    test.skipIf(!tool("pdftoppm"))("and what is rendered is what the outlines give, drawn as paths", async () => {
        const doc = documentOfLines([...HARD_LINES, ...many.slice(0, 20)])
        const glyphs = render(fileOf(await writePdf(doc, fonts, OPTIONS)), DPI)
        const paths = render(fileOf(await drawnAsPaths(doc)), DPI)
        const differences = boxesOf(doc)
            .filter(({ cluster }) => cluster !== " ")
            .map(({ cluster, box }) => ({ cluster, share: difference(glyphs, paths, box) }))
        expect(differences.length).toBeGreaterThan(700)
        // Edges of glyphs and of paths are smoothed a little differently; a wrong or missing glyph differs by half.
        expect(differences.filter(({ share }) => share > 0.3)).toEqual([])
    })

    test.skipIf(!tool("pdftoppm"))("which the comparison would notice: one character exchanged is found", async () => {
        const doc = documentOfLines(["甲乙丙丁"])
        const glyphs = render(fileOf(await writePdf(documentOfLines(["甲己丙丁"]), fonts, OPTIONS)), DPI)
        const paths = render(fileOf(await drawnAsPaths(doc)), DPI)
        const found = boxesOf(doc).filter(({ box }) => difference(glyphs, paths, box) > 0.3)
        expect(found.map(({ cluster }) => cluster)).toEqual(["乙"])
    })
})
