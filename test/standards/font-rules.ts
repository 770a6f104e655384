import { fontsOf, programOf, toUnicodeMap, type UsedFont, widthsOf } from "./fonts.ts"
import { arrayOf, decodedText, dictOf, nameOf, numberOf, numbersOf, type PdfFile, textOf } from "./pdf-file.ts"
import { each, type Rule } from "./rule.ts"

/** Fonts: embedded, whole in what is used of them, and mapped to Unicode. */

const DESCRIPTOR = [
    "FontName",
    "Flags",
    "FontBBox",
    "ItalicAngle",
    "Ascent",
    "Descent",
    "CapHeight",
    "StemV",
    "FontFile2",
]
// Spaces, and what only tells how the character before it is meant: joiners and selectors.
const WITHOUT_INK = /^[\p{Zs}\p{Default_Ignorable_Code_Point}]+$/u
// Zero, byte order marks, private use, surrogates without a partner, and characters of no meaning.
const UNFIT = /[\u0000\uFEFF\uFFFE\uFFFD]|\p{Co}|\p{Cs}/u

function codeFaults(font: UsedFont, fault: (code: number) => string | undefined | false): string[] {
    return each(
        [...font.codes].sort((a, b) => a - b),
        (code) => {
            const found = fault(code)
            return found && `${font.name} ${String(code)}: ${found}`
        },
    )
}
function perFont(file: PdfFile, faults: (font: UsedFont) => readonly string[]): string[] {
    return fontsOf(file).flatMap(faults)
}

export const FONT_RULES: readonly Rule[] = [
    {
        clause: "A-2 6.2.11.2",
        says: "each font is a composite one of the kind we write, with all entries the standard asks for",
        faults: (file) =>
            perFont(file, ({ name, dict, descendant, descriptor }) => {
                const missing = DESCRIPTOR.filter((key) => !(`/${key}` in descriptor))
                const names = [dict["/BaseFont"], descendant["/BaseFont"], descriptor["/FontName"]]
                const flags = numberOf(file, descriptor["/Flags"]) ?? 0
                const isSound =
                    nameOf(file, dict["/Type"]) === "Font" &&
                    nameOf(file, dict["/Subtype"]) === "Type0" &&
                    arrayOf(file, dict["/DescendantFonts"]).length === 1 &&
                    nameOf(file, descendant["/Type"]) === "Font" &&
                    nameOf(file, descendant["/Subtype"]) === "CIDFontType2" &&
                    nameOf(file, descriptor["/Type"]) === "FontDescriptor" &&
                    numbersOf(file, descriptor["/FontBBox"]).length === 4
                return [
                    ...(isSound ? [] : [`${name}: another kind`]),
                    ...(missing.length > 0 ? [`${name}: without ${missing.join(" ")}`] : []),
                    ...(new Set(names).size === 1 && /^\/[A-Z]{6}\+[A-Za-z0-9-]+$/.test(String(names[0]))
                        ? []
                        : [`${name}: names ${names.join(" ")}`]),
                    // Symbolic or not, never both (ISO 32000-1 table 123).
                    ...(((flags >> 2) & 1) + ((flags >> 5) & 1) === 1 ? [] : [`${name}: flags ${String(flags)}`]),
                ]
            }),
    },
    {
        clause: "A-2 6.2.11.3",
        says: "codes are glyphs: Identity-H, Identity, and a named character collection",
        faults: (file) =>
            perFont(file, ({ name, dict, descendant }) => {
                const info = dictOf(file, descendant["/CIDSystemInfo"])
                const isSound =
                    nameOf(file, dict["/Encoding"]) === "Identity-H" &&
                    nameOf(file, descendant["/CIDToGIDMap"]) === "Identity" &&
                    textOf(file, info["/Registry"]) === "Adobe" &&
                    textOf(file, info["/Ordering"]) === "Identity" &&
                    numberOf(file, info["/Supplement"]) === 0
                return isSound ? [] : [`${name}: mapped another way`]
            }),
    },
    {
        clause: "A-2 6.2.11.4",
        says: "the embedded program has every glyph that is shown, with ink unless it is a space, a joiner or a selector",
        faults: (file) =>
            perFont(file, (font) => {
                const program = programOf(file, font.descriptor)
                const unicode = toUnicodeMap(file, font.dict["/ToUnicode"])
                return codeFaults(font, (code) => {
                    if (code >= program.glyphs) return "no such glyph"
                    return !program.inked(code) && !WITHOUT_INK.test(unicode.get(code) ?? "") && "blank"
                })
            }),
    },
    {
        clause: "A-2 6.2.11.5",
        says: "widths are those of the embedded program",
        faults: (file) =>
            perFont(file, (font) => {
                const program = programOf(file, font.descriptor)
                const width = widthsOf(file, font.descendant)
                return codeFaults(font, (code) => {
                    const [stated, real] = [width(code), program.advance(code)]
                    return !(Math.abs(stated - real) <= 0.5) && `${String(stated)} instead of ${String(real)}`
                })
            }),
    },
    {
        clause: "A-2 6.2.11.7",
        says: "every code that is shown has a text, of characters with a meaning",
        faults: (file) =>
            perFont(file, (font) => {
                const unicode = toUnicodeMap(file, font.dict["/ToUnicode"])
                return codeFaults(font, (code) => {
                    const text = unicode.get(code)
                    if (text === undefined || text === "") return "no text"
                    return UNFIT.test(text) && `U+${(text.codePointAt(0) ?? 0).toString(16)}`
                })
            }),
    },
    {
        clause: "A-2 6.2.11.8",
        says: ".notdef is never shown",
        faults: (file) => perFont(file, (font) => codeFaults(font, (code) => code === 0 && ".notdef")),
    },
    {
        clause: "32000 9.10.3",
        says: "maps to Unicode are CMaps of two-byte codes, in blocks of at most 100, each counted rightly",
        faults: (file) =>
            perFont(file, ({ name, dict }) => {
                if (!("/ToUnicode" in dict)) return [`${name}: no map`]
                const cmap = decodedText(file, dict["/ToUnicode"])
                const blocks = [...cmap.matchAll(/(\d+) beginbfchar\n([\s\S]*?)endbfchar/g)]
                const isCounted = blocks.every(
                    ([, count, block = ""]) =>
                        Number(count) <= 100 && block.trimEnd().split("\n").length === Number(count),
                )
                const isWhole =
                    /begincodespacerange\n<0000> <FFFF>\nendcodespacerange/.test(cmap) && /\nendcmap\n/.test(cmap)
                return isCounted && isWhole && blocks.length > 0 ? [] : [`${name}: malformed`]
            }),
    },
]
