import { beforeAll, describe, expect, test } from "vitest"
import { FACES } from "../../src/typeset/font/faces.data.ts"
import { layoutDocument } from "../../src/typeset/layout/layout-document.ts"
import type { PlacedDocument } from "../../src/typeset/layout/pages/placed.ts"
import { tool } from "../tool.ts"
import { oracle, oracleOf } from "../typeset/font/fontkit.ts"
import { OPTIONS } from "../typeset/pdf/reread.ts"
import { fileOf, mutoolText, run } from "../typeset/pdf/run.ts"
import { writePdf } from "../typeset/pdf/written-bytes.ts"
import { faultsOf } from "./conformance.ts"
import { contentsOf } from "./content.ts"
import { fontsOf, toUnicodeMap } from "./fonts.ts"
import { decoded, nameOf, readPdf } from "./pdf-file.ts"
import { placedTexts } from "./placed-text.ts"
import { everyCharacter, fonts, gb2312, model, rareHanzi, SECTIONS } from "./repertoire.ts"

/** A report of all characters that a case can be expected to hold, and what happens to those that cannot be set. */

describe("a report of every character", () => {
    let doc: PlacedDocument
    let bytes: Uint8Array
    const source = SECTIONS.map(([title, text]) => title + text).join("")

    beforeAll(async () => {
        doc = everyCharacter()
        bytes = await writePdf(doc, fonts, OPTIONS)
    })

    test("holds all of GB 2312 and the rare hanzi", () => {
        expect([...gb2312()].length).toBe(7445)
        expect(new Set(gb2312()).size).toBe(7445)
        expect([...rareHanzi()].length).toBe(500)
        const placed = new Set(placedTexts(doc).join(""))
        expect([...source].filter((character) => !placed.has(character) && character.trim() !== "")).toEqual([])
    })

    test.skipIf(!tool("pdftotext"))("is copied exactly by poppler", () => {
        const pages = run("pdftotext", "-raw", fileOf(bytes), "-").split("\f").slice(0, -1)
        expect(pages.map(visible)).toEqual(placedTexts(doc).map(visible))
    })

    test.skipIf(!tool("mutool"))("and by MuPDF", () => {
        const pages = mutoolText(fileOf(bytes)).split("\f").slice(0, -1)
        expect(pages.map(visible)).toEqual(placedTexts(doc).map(visible))
    })

    test.skipIf(!tool("qpdf"))("keeps the rules of PDF/A-2a and PDF/UA-1", () => {
        expect(faultsOf(readPdf(bytes))).toEqual([])
    })

    test.skipIf(!tool("qpdf"))("draws each glyph with the outline that its font has for it", () => {
        const file = readPdf(bytes)
        const programs = new Map(
            fontsOf(file).map(({ name, dict, descriptor }) => {
                const face = nameOf(file, dict["/BaseFont"])?.slice(7) ?? ""
                const path = FACES.find(({ id }) => id === face)?.file ?? ""
                return [
                    name,
                    { face, program: oracle(decoded(file, descriptor["/FontFile2"])), font: oracleOf(path) },
                ] as const
            }),
        )
        const texts = new Map(fontsOf(file).map(({ name, dict }) => [name, toUnicodeMap(file, dict["/ToUnicode"])]))
        // Codes are shown in the order in which glyphs were placed.
        const shown = contentsOf(file)
            .flatMap(({ drawn }) => drawn.flatMap(({ font = "", codes = [] }) => codes.map((code) => ({ font, code }))))
            // A joiner or selector that has a code of its own belongs to the glyph before.
            .filter(({ font, code }) => !JOINER.test(texts.get(font)?.get(code) ?? ""))
        const placed = doc.pages.flatMap(({ items }) =>
            items.flatMap((item) => (item.kind === "text" ? item.glyphs : [])),
        )
        expect(shown.length).toBe(placed.length)
        const checked = new Set<string>()
        const wrong = placed.filter((glyph, i) => {
            const { font, code } = shown[i] ?? { font: "", code: 0 }
            const used = programs.get(font)
            if (used?.face !== glyph.face) return true
            const key = `${font} ${String(code)} ${String(glyph.gid)}`
            if (checked.has(key)) return false
            checked.add(key)
            return used.program.getGlyph(code).path.toSVG() !== used.font.getGlyph(glyph.gid).path.toSVG()
        })
        expect(wrong.map(({ text }) => text)).toEqual([])
        expect(checked.size).toBeGreaterThan(8000)
    })
})

const JOINER = /^[\u200D\uFE0F\u{E0100}-\u{E01EF}]+$/u

/** Without white space, which extractors guess from positions, and with ligatures taken apart. */
function visible(text: string): string {
    return text.replace(/\s+/gu, "").replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize("NFKC"))
}

describe("what cannot be set stops the document and is named", () => {
    const refused = (text: string): string[] => {
        try {
            layoutDocument(model([["甲", text]]), fonts)
            return []
        } catch (error) {
            const { issues } = error as { issues: { code: string; params: { character: string; codePoint: string } }[] }
            return issues.map(({ code, params }) => `${code} ${params.character} ${params.codePoint}`)
        }
    }

    test.each([
        ["hanzi of an extension that no font has", "人\u{31350}口", ["\u{31350}"]],
        ["private use", "甲\uE5E5乙", ["\uE5E5"]],
        ["a character of no meaning", "甲\u0378", ["\u0378"]],
        ["Arabic", "م", ["م"]],
        ["a name in Uyghur", "甲 ئەركىن 乙", ["ئ", "ە", "ر", "ك", "ى", "ن"]],
        ["Arabic comma, question mark and digits", "١،؟", ["١", "،", "؟"]],
        ["an Arabic ligature", "ﷲ", ["ﷲ"]],
        ["Arabic of the mathematical kind", "\u{1EE00}", ["\u{1EE00}"]],
        ["Hebrew", "א", ["א"]],
        ["Devanagari", "कि।", ["क", "ि", "।"]],
        ["Bengali", "অ", ["অ"]],
        ["Thai", "ไทย", ["ไ", "ท", "ย"]],
        ["Tibetan", "བོད", ["བ", "ད"]],
        ["Mongolian", "ᠮᠣ", ["ᠮ", "ᠣ"]],
        ["a piece of Hangul that is no syllable", "\u1161\u11AB", ["\u1161", "\u11AB"]],
    ])("%s", (_, text, characters) => {
        expect(refused(text)).toEqual(
            characters.map((character) => {
                const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")
                return `layout.character.missing ${character} U+${point}`
            }),
        )
    })

    test("by its writing system, not because the fonts have no glyph for it", () => {
        expect(fonts.face("NotoSans-Regular").gid("क".codePointAt(0) ?? 0)).toBeGreaterThan(0)
        expect(fonts.face("NotoSansMath-Regular").gid(0x1ee00)).toBeGreaterThan(0)
        const arabic = oracleOf("NotoSansSymbols2-Regular.ttf").characterSet.filter((c) =>
            /\p{Script=Arabic}/u.test(String.fromCodePoint(c)),
        )
        expect(arabic.length).toBeGreaterThan(0)
        for (const style of [
            { family: "serif", weight: 400 },
            { family: "sans", weight: 700 },
        ] as const)
            for (const character of ["क", "\u{1EE00}", ...arabic.map((c) => String.fromCodePoint(c))])
                expect(fonts.missing(character, style)).toEqual([character])
    })
})
