import { beforeAll, describe, expect, test } from "vitest"
import type { Block, DocumentModel } from "../../src/typeset/document/blocks.ts"
import { FACES } from "../../src/typeset/font/faces.data.ts"
import { createFontSet } from "../../src/typeset/font/fonts.ts"
import { layoutDocument } from "../../src/typeset/layout/layout-document.ts"
import type { PlacedDocument } from "../../src/typeset/layout/pages/placed.ts"
import { tool } from "../tool.ts"
import { openFont } from "../typeset/font/files.ts"
import { oracle, oracleOf } from "../typeset/font/fontkit.ts"
import { OPTIONS } from "../typeset/pdf/reread.ts"
import { fileOf, mutoolText, run } from "../typeset/pdf/run.ts"
import { writePdf } from "../typeset/pdf/written-bytes.ts"
import { faultsOf } from "./conformance.ts"
import { contentsOf } from "./content.ts"
import { fontsOf, toUnicodeMap } from "./fonts.ts"
import { decoded, nameOf, readPdf } from "./pdf-file.ts"
import { placedTexts } from "./placed-text.ts"
import { judgePdfs, validator } from "./validators.ts"

/** A report of all characters that a case can be expected to hold, and what happens to those that cannot be set. */

const fonts = createFontSet(openFont)

/** First and last byte pairs of the assigned cells of GB 2312-1980: rows 1 to 9, then hanzi of both levels. */
const ASSIGNED = [
    [0xa1a1, 0xa1fe],
    [0xa2b1, 0xa2e2],
    [0xa2e5, 0xa2ee],
    [0xa2f1, 0xa2fc],
    [0xa3a1, 0xa3fe],
    [0xa4a1, 0xa4f3],
    [0xa5a1, 0xa5f6],
    [0xa6a1, 0xa6b8],
    [0xa6c1, 0xa6d8],
    [0xa7a1, 0xa7c1],
    [0xa7d1, 0xa7f1],
    [0xa8a1, 0xa8ba],
    [0xa8c5, 0xa8e9],
    [0xa9a4, 0xa9ef],
    ...Array.from({ length: 0xf7 - 0xb0 + 1 }, (_, i) => {
        const row = (0xb0 + i) << 8
        return [row + 0xa1, row + (0xb0 + i === 0xd7 ? 0xf9 : 0xfe)] as const
    }),
] as const

function gb2312(): string {
    const bytes = ASSIGNED.flatMap(([first, last]) =>
        Array.from({ length: last - first + 1 }, (_, i) => [(first + i) >> 8, (first + i) & 0xff]).flat(),
    )
    return new TextDecoder("gb18030", { fatal: true }).decode(Uint8Array.from(bytes))
}

/** Rare hanzi for names: steps of fixed width through three blocks, those that the fonts have. */
function rareHanzi(): string {
    const blocks = [
        [0x4e00, 0x9fa5, 200],
        [0x3400, 0x4db5, 150],
        [0x20000, 0x2a6d6, 150],
    ] as const
    return blocks
        .map(([first, last, count]) => {
            const all = Array.from({ length: last - first + 1 }, (_, i) =>
                String.fromCodePoint(first + ((i * 7919) % (last - first + 1))),
            )
            return all
                .filter((c) => fonts.missing(c, { family: "serif", weight: 400 }).length === 0)
                .slice(0, count)
                .join("")
        })
        .join("")
}

function range(first: number, last: number): string {
    return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join("")
}

const SECTIONS: readonly (readonly [title: string, text: string])[] = [
    ["国标一级、二级汉字和符号", gb2312()],
    ["罕用字", rareHanzi()],
    ["异体选择", "葛\u{E0100}城葛\u{E0101}飾辻\u{E0100}"],
    ["部首与汉字", "⼀一⼈人⽇日⽉月⽊木⽔水⽕火⾦金⻜飞⺠民⻚页⻓长⻄西⻋车⻔门⻢马⻥鱼⻦鸟"],
    ["全角和半角", `${range(0xff01, 0xff5e)}${range(0xff61, 0xff9f)}￠￡￥￦`],
    ["横线", "‐ ‑ ‒ – — ― ⸺ － ﹣ 甲——乙 a—b 一—二"],
    ["引号", "“甲”‘乙’ “a” ‘b’ don’t 「丙」『丁』 《戊》〈己〉 \"x\" 'y' «z»"],
    ["记号", "☐☑☒✔✓✗★☆♥♦●○■□▲△→←↑↓⇒℃№‰±×÷≈≠≤≥∞√∑∫①⑩⑳㈠㈩Ⅰⅹ"],
    ["货币和单位", "¥￥$€£₿₮₽㎡㎏㏄ ½ ¼ ² ³ µ Ω ° ′ ″"],
    ["表情", "😀😂🙏👍🏽👨‍👩‍👧🇨🇳❤️☎️✉️1️⃣#️⃣🧾💰🔑🕐🀄"],
    ["外文", "ÄÖÜäöüß ÇçÑñÉéÈèÊêŁłŐőŠšŽž Ωμαβγδ ЖжИиЫы Ảấệ ə ʻ e\u0301 x\u0302"],
    ["省略和间隔", "……⋯ · • ‧ 买买提·吐尔逊 John·Smith"],
]

function model(sections: readonly (readonly [string, string])[]): DocumentModel {
    const blocks = [["全部字符", ""] as const, ...sections].flatMap(([title, text], i): Block[] => {
        const heading: Block = { kind: "heading", level: i === 0 ? 1 : 2, inlines: [{ kind: "text", text: title }] }
        const clusters = [...new Intl.Segmenter("zh").segment(text)].map(({ segment }) => segment)
        const lines = Array.from({ length: Math.ceil(clusters.length / 400) }, (_, k): Block => {
            const part = clusters.slice(400 * k, 400 * (k + 1)).join("")
            return { kind: "paragraph", inlines: [{ kind: "text", text: part }], style: "plain" }
        })
        return [heading, ...lines]
    })
    return { title: "全部字符", lang: "zh-CN", style: "report", blocks } as DocumentModel
}

describe("a report of every character", () => {
    let doc: PlacedDocument
    let bytes: Uint8Array
    const source = SECTIONS.map(([title, text]) => title + text).join("")

    beforeAll(async () => {
        doc = layoutDocument(model(SECTIONS), fonts, { head: "页眉 · Head", foot: { ref: "LX-0000" } })
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

    test.skipIf(!validator("verapdf"))("is valid by veraPDF", () => {
        expect(judgePdfs([bytes])).toEqual([{ claims: ["PDF/A-2A", "PDF/UA-1"], faults: [] }])
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
