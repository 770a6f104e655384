import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { createFontSet } from "../../../src/typeset/font/fonts.ts"
import { openUserFont } from "../../../src/typeset/font/user-font.ts"
import type { PlacedDocument } from "../../../src/typeset/layout/pages/placed.ts"
import { tool } from "../../tool.ts"
import { openFont } from "../font/files.ts"
import { oracle } from "../font/fontkit.ts"
import { boxesOf, DPI, difference, drawnAsPaths } from "./pixels.ts"
import { OPTIONS } from "./reread.ts"
import { fileOf, mutoolText, render, run } from "./run.ts"
import { BLACK, documentOf, SERIF } from "./sample.ts"
import { writePdf } from "./written-bytes.ts"

const FIXTURES = join(import.meta.dirname, "../font/fixtures")

async function documentIn(file: string, text: string) {
    const bytes = new Uint8Array(readFileSync(join(FIXTURES, file)))
    const source = { size: bytes.length, read: (at: number, length: number) => bytes.slice(at, at + length) }
    const face = await openUserFont({ file: source, name: file, serif: true, bold: false })
    const fonts = createFontSet(openFont, { serif: { 400: face } })
    const glyphs = fonts.shape(text, SERIF)
    const item = { kind: "text" as const, xPt: 60, yPt: 80, sizePt: 20, glyphs, adjust: [], color: BLACK, tag: 1 }
    const doc: PlacedDocument = documentOf([[item]], [{ role: "P", parent: 0 }])
    return { doc, faces: new Set(glyphs.map((glyph) => glyph.face)), bytes, pdf: await writePdf(doc, fonts, OPTIONS) }
}

describe.each([
    ["NotoSansCJKsc-part.otf", "永和九年的函样例鑫龘A9gÅé-("],
    ["EBGaramond-part.otf", "AQRagk019ÅéÖabcxyz"],
    ["NotoSans-part.woff", "ABCÅéabcgxyz019"],
    ["NotoSerifSC-part.woff2", "永和九年的函样例，。Abcg019"],
])("text in %s", (file, text) => {
    test.skipIf(!tool("pdftoppm"))("is drawn as the font draws it", async () => {
        const { doc, bytes, pdf, faces } = await documentIn(file, text)
        expect(faces.size).toBe(1)
        const font = oracle(bytes)
        const found = render(fileOf(pdf), DPI)
        const expected = render(fileOf(await drawnAsPaths(doc, () => font)), DPI)
        const shares = boxesOf(doc).map(({ cluster, box }) => ({ cluster, share: difference(found, expected, box) }))
        expect(shares.length).toBe([...text].length)
        expect(shares.filter(({ share }) => share > 0.2)).toEqual([])
    })

    test.skipIf(!tool("pdftotext"))("is embedded in part, sound and copied as written", async () => {
        const path = fileOf((await documentIn(file, text)).pdf)
        expect(run("pdftotext", "-raw", path, "-").trim()).toBe(text)
        expect(run("pdffonts", path)).toMatch(/[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes /)
        expect(run("qpdf", "--check", path)).toContain("No syntax or stream encoding errors found")
        expect(mutoolText(path).trim()).toBe(text)
    })
})
