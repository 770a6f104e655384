import { readFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { blockGzipFile } from "../../../src/typeset/font/block-gzip.ts"
import { readCmap } from "../../../src/typeset/font/cmap.ts"
import { FACES } from "../../../src/typeset/font/faces.data.ts"
import { createFontSet } from "../../../src/typeset/font/fonts.ts"
import { FONTS, openFont } from "./files.ts"
import { oracleOf } from "./fontkit.ts"

const library = createFontSet(openFont)

describe.each(FACES)("$id", (record) => {
    test("has the glyph, width and name for every character that fontkit finds", () => {
        const face = library.face(record.id)
        const font = oracleOf(record.file)
        const wrong = font.characterSet.filter((codePoint, i) => {
            if (i % 7 !== 0) return false
            const glyph = font.glyphForCodePoint(codePoint)
            const advance = Math.round((glyph.advanceWidth * 1000) / font.unitsPerEm)
            return face.gid(codePoint) !== glyph.id || face.advance(glyph.id) !== advance
        })
        expect(wrong).toEqual([])
        expect(font.postscriptName).toBe(record.id)
        expect(face.gid(0xe000)).toBe(0)
        expect(face.gid(0x10ffff)).toBe(0)
    })

    test("has the special glyphs of the data table", () => {
        const font = oracleOf(record.file)
        const glyphOf = (text: string, features: string[]) => font.layout(text, features).glyphs.map(({ id }) => id)
        for (const [quote, gid] of Object.entries(record.narrowQuotes ?? {}))
            expect(glyphOf(String.fromCodePoint(Number(quote)), ["pwid"])).toEqual([gid])
        if (record.doubleDash !== undefined) expect(glyphOf("——", ["fwid"])).toEqual([record.doubleDash])
        for (const [digit, gid] of Object.entries(record.keycaps ?? {}))
            expect(glyphOf(`${String.fromCodePoint(Number(digit))}\uFE0F\u20E3`, [])).toEqual([gid])
    })
})

test("the ranges of HanaMinB are exactly its hanzi beyond the BMP", () => {
    const ranges = FACES.find(({ id }) => id === "HanaMinB")?.ranges ?? []
    const count = ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0)
    const beyond = oracleOf("HanaMinB.ttf.gz").characterSet.filter((codePoint) => codePoint >= 0x20000)
    expect(beyond.length).toBe(count)
    expect(beyond.every((c) => ranges.some(([first, last]) => c >= first && c <= last))).toBe(true)
})

test("cmap formats 4 and 12 agree on the BMP", () => {
    const table = library.face("NotoSans-Regular").table("cmap")
    const full = readCmap(table)
    // The same table with its format 12 entries called another platform's.
    const basic = table.slice()
    const view = new DataView(basic.buffer)
    for (let i = 0; i < view.getUint16(2); i++) {
        const format = view.getUint16(view.getUint32(8 + 8 * i))
        if (format !== 4) view.setUint16(4 + 8 * i, 1)
    }
    const bmp = readCmap(basic)
    for (let codePoint = 0; codePoint < 0x10000; codePoint++) {
        if (bmp(codePoint) !== full(codePoint)) expect.fail(`U+${codePoint.toString(16)}`)
    }
    expect(bmp(0x41)).toBeGreaterThan(0)
    expect(bmp(0x1f600)).toBe(0)
})

describe("a packed font", () => {
    const packed = openFont("HanaMinB.ttf.gz")
    const plain = gunzipSync(readFileSync(join(FONTS, "HanaMinB.ttf.gz")))

    test("reads the same bytes as the unpacked one, across blocks and at both ends", () => {
        const file = blockGzipFile(packed)
        expect(file.size).toBe(plain.length)
        for (const [offset, length] of [
            [0, 12],
            [0xff00 - 5, 10],
            [0xff00, 1],
            [1_000_000, 200_000],
            [plain.length - 3, 3],
            [plain.length, 0],
        ] as const)
            expect(Buffer.compare(file.read(offset, length), plain.subarray(offset, offset + length))).toBe(0)
        expect(() => file.read(plain.length - 1, 2)).toThrow(RangeError)
    })

    test("is read in part only", () => {
        const counted = openFont("HanaMinB.ttf.gz")
        const fonts = createFontSet((name) => (name === "HanaMinB.ttf.gz" ? counted : openFont(name)))
        expect(fonts.shape("𠮷", { family: "serif", weight: 400 })[0]?.face).toBe("HanaMinB")
        expect(counted.bytesRead).toBeLessThan(1_000_000)
    })
})

test("no font is read whole", () => {
    const counted = openFont("NotoSerifSC-Regular.ttf")
    const fonts = createFontSet((name) => (name === "NotoSerifSC-Regular.ttf" ? counted : openFont(name)))
    fonts.shape("材料核对单", { family: "serif", weight: 400 })
    expect(counted.bytesRead).toBeLessThan(400_000)
})

test.each([
    [
        "is missing",
        () => {
            throw new Error("ENOENT")
        },
    ],
    ["is cut off", () => ({ size: 4, read: () => new Uint8Array(4) })],
    ["is something else", () => ({ size: 1e6, read: (_: number, length: number) => new Uint8Array(length).fill(7) })],
])("a font file that %s gives an issue that names it", (_, open) => {
    expect(() => createFontSet(open).shape("字", { family: "sans", weight: 700 })).toThrow(
        expect.objectContaining({
            issues: [
                expect.objectContaining({ code: "font.file.unreadable", params: { file: "NotoSansSC-Bold.ttf" } }),
            ],
        }),
    )
})
