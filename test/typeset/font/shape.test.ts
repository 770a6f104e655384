import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { FaceStyle } from "../../../src/typeset/font/face.ts"
import { createFontSet } from "../../../src/typeset/font/fonts.ts"
import { openFont } from "./files.ts"

const fonts = createFontSet(openFont)
const SERIF: FaceStyle = { family: "serif", weight: 400 }
const SANS: FaceStyle = { family: "sans", weight: 400 }

/** Texts of the glyphs, each with its face where that is not the first of the chain, and its width where asked. */
function shaped(text: string, style: FaceStyle = SERIF): string[] {
    return fonts
        .shape(text, style)
        .map(({ face, text: own }) => (/Noto(Serif|Sans)SC/.test(face) ? own : `${own}:${face}`))
}
function widths(text: string, style: FaceStyle = SERIF): number[] {
    return fonts.shape(text, style).map(({ advance }) => advance)
}

test("any text comes back whole, whatever is in it", () => {
    const unit = fc.oneof(
        fc.string({ unit: "binary" }),
        fc.constantFrom(
            "“",
            "”",
            "’",
            "—",
            "·",
            "\u200D",
            "\uFE0F",
            "\u{E0100}",
            "\u20E3",
            "\u0301",
            "👩",
            "🏽",
            "1",
            "中",
            "e",
        ),
    )
    fc.assert(
        fc.property(fc.array(unit), (parts) => {
            const text = parts.join("")
            const glyphs = fonts.shape(text, SERIF)
            expect(glyphs.map((glyph) => glyph.text).join("")).toBe(text)
            for (const glyph of glyphs) expect(glyph.text).not.toBe("")
        }),
    )
})

describe("each character finds a face", () => {
    test.each([
        ["飞⻜龘䶮㐂𬭊", ["飞", "⻜", "龘", "䶮", "㐂", "𬭊"]],
        ["𠮷𪚥", ["𠮷:HanaMinB", "𪚥:HanaMinB"]],
        ["☑☐☒", ["☑:NotoSansSymbols2-Regular", "☐:NotoSansSymbols2-Regular", "☒:NotoSansSymbols2-Regular"]],
        ["⟦⟧", ["⟦:NotoSansMath-Regular", "⟧:NotoSansMath-Regular"]],
        ["₿", ["₿:NotoSans-Regular"]],
        ["😀", ["😀:NotoEmoji-Regular"]],
        ["한힣", ["한:HangulOrnaments", "힣:HangulOrnaments"]],
        ["꧁༺ღ๑ᥫꦿ༄", [..."꧁༺ღ๑ᥫꦿ༄"].map((sign) => `${sign}:HangulOrnaments`)],
    ])("%s", (text, expected) => {
        expect(shaped(text)).toEqual(expected)
        expect(fonts.missing(text, SERIF)).toEqual([])
    })

    test("in bold too", () => {
        expect(fonts.shape("字Ж₿", { family: "sans", weight: 700 }).map(({ face }) => face)).toEqual([
            "NotoSansSC-Bold",
            "NotoSansSC-Bold",
            "NotoSans-Bold",
        ])
    })

    test("bullets never look like a name's dot", () => {
        expect(shaped("•‧", SANS)).toEqual(["•:NotoSans-Regular", "‧:NotoSans-Regular"])
        const [bullet, dot] = fonts.shape("•·", SANS)
        expect(bullet?.gid === dot?.gid && bullet?.face === dot?.face).toBe(false)
    })
})

describe("clusters degrade to something legible and keep their text", () => {
    test.each([
        ["a composed letter for a decomposed one", "e\u0301", ["e\u0301"]],
        ["two marks", "e\u0302\u0301", ["e\u0302\u0301"]],
        ["letter and mark where none is composed", "x\u0302", ["x", "\u0302:NotoSans-Regular"]],
        [
            "a syllable of Hangul for its parts",
            "\u1112\u1161\u11AB\u1100\u1173",
            ["\u1112\u1161\u11AB:HangulOrnaments", "\u1100\u1173:HangulOrnaments"],
        ],
        ["the unified ideograph for a compatibility one", "\uFA19\u{2F80C}", ["\uFA19", "\u{2F80C}"]],
        ["an ideographic variation selector", "葛\u{E0100}", ["葛\u{E0100}"]],
        ["an emoji selector", "☑\uFE0F", ["☑\uFE0F:NotoSansSymbols2-Regular"]],
        ["a keycap", "1\uFE0F\u20E3", ["1\uFE0F\u20E3:NotoEmoji-Regular"]],
        [
            "a family, person by person",
            "👨\u200D👩\u200D👧",
            ["👨\u200D:NotoEmoji-Regular", "👩\u200D:NotoEmoji-Regular", "👧:NotoEmoji-Regular"],
        ],
        ["a skin colour beside its hand", "🖐🏽", ["🖐:NotoSansSymbols2-Regular", "🏽:NotoEmoji-Regular"]],
        ["a flag letter by letter", "🇨🇳", ["🇨:NotoEmoji-Regular", "🇳:NotoEmoji-Regular"]],
    ])("%s", (_, text, expected) => {
        expect(shaped(text)).toEqual(expected)
        expect(fonts.missing(text, SERIF)).toEqual([])
    })
})

test("a compatibility ideograph is drawn as the unified one", () => {
    const drawn = (text: string) => fonts.shape(text, SANS).map(({ face, gid }) => `${face} ${String(gid)}`)
    expect(drawn("\uFA19\uFA1B\u{2F80C}")).toEqual(drawn("神福㒞"))
})

test("an ornament has a width of its own, wherever its script puts it", () => {
    for (const { text, gid, advance } of fonts.shape("ꦿྀིᰔᩚ᭄", SERIF)) {
        expect(gid, text).toBeGreaterThan(0)
        expect(advance, text).toBeGreaterThan(100)
    }
})

describe("what nobody would see is missing, not blank", () => {
    test.each([
        ["a bidirectional control", "a\u202Eb", ["\u202E"]],
        ["a zero-width space", "a\u200Bb", ["\u200B"]],
        ["a soft hyphen", "a\u00ADb", ["\u00AD"]],
        ["a joiner between letters", "a\u200Db", ["\u200D"]],
        ["a joiner that joins nothing", "👩\u200D", ["\u200D"]],
        ["a second selector", "a\uFE0F\uFE0E", ["\uFE0E"]],
        ["a selector after a space", " \uFE0F", ["\uFE0F"]],
        ["tag characters", "🏴\u{E0067}\u{E007F}", ["\u{E0067}", "\u{E007F}"]],
        ["line ends and tabs", "a\n\tb", ["\n", "\t"]],
        ["the blank of braille", "\u2800", ["\u2800"]],
        ["a byte order mark", "\uFEFFa", ["\uFEFF"]],
        ["private use", "\uE000", ["\uE000"]],
        ["half of a pair", "\uD842", ["\uD842"]],
        ["other scripts", "한글 العربية", ["ا", "ل", "ع", "ر", "ب", "ي", "ة"]],
    ])("%s", (_, text, expected) => {
        expect(fonts.missing(text, SERIF)).toEqual(expected)
        for (const glyph of fonts.shape(text, SERIF)) expect(glyph.gid === 0).toBe(expected.includes(glyph.text))
    })

    test("while spaces are spaces", () => {
        expect(fonts.missing("a b\u00A0c\u3000d\u2009e\u202Ff", SERIF)).toEqual([])
    })
})

describe("quotes, dashes and dots are Chinese or Latin by their neighbours", () => {
    const wide = 1000
    test.each([
        ["quotes in Chinese", "他说“好”。", [1000, 1000, wide, 1000, wide, 1000]],
        ["quotes around Latin in Chinese", "叫“A”的", [1000, wide, 718, wide, 1000]],
        ["one side is enough for the pair", "“A”的", [wide, 718, wide, 1000]],
        ["nested quotes", "“‘甲’”", [wide, wide, 1000, wide, wide]],
        ["quotes in English", "a “b” c", [557, 256, 465, 638, 465, 256, 538]],
        ["an apostrophe between Chinese quotes", "说‘don’t’。", [1000, wide, 629, 596, 661, 268, 367, wide, 1000]],
        ["the long dash as one stroke", "甲——乙", [1000, 2000, 1000]],
        ["one dash in Chinese", "甲—乙", [1000, 1000, 1000]],
        ["one dash in English", "a—b", [557, 890, 638]],
        ["the dot in a name", "买买提·吐尔逊", [1000, 1000, 1000, 1000, 1000, 1000, 1000]],
        ["the dot in English", "a·b", [557, 327, 638]],
    ])("%s", (_, text, expected) => {
        expect(widths(text)).toEqual(expected)
    })

    test("and where a quote stands alone, by the language of the run", () => {
        expect(widths("“")).toEqual([1000])
        expect(widths("“", { ...SERIF, lang: "en" })).toEqual([465])
        expect(widths("”甲", { ...SERIF, lang: "en" })).toEqual([1000, 1000])
    })
})
