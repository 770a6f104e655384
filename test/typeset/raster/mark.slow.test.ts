import { describe, expect, test } from "vitest"
import { PacketError } from "../../../src/base/issue.ts"
import { createFontSet } from "../../../src/typeset/font/fonts.ts"
import { createCoverage } from "../../../src/typeset/raster/coverage.ts"
import { glyphPath } from "../../../src/typeset/raster/glyph-path.ts"
import { burnIn } from "../../../src/typeset/raster/mark.ts"
import { blankRaster, type Raster, type Rgb } from "../../../src/typeset/raster/raster.ts"
import { fontFile } from "./pictures.ts"

const fonts = createFontSet(fontFile)
const LINES = [
    "仅供 某某、示例 核验执法人员身份",
    "For identity verification by Some and Other only",
    "2023-05-08 · Ref LX-1",
]
const marked = (width: number, height: number, colour: Rgb) => burnIn(blankRaster(width, height, colour), LINES, fonts)

describe("coverage", () => {
    const cover = (...points: (readonly [number, number])[]) => {
        const field = createCoverage(4, 3)
        field.add(points)
        return Array.from({ length: 3 }, (_, y) => [...field.read().subarray(4 * y, 4 * y + 4)])
    }
    test("of whole pixels is full", () => {
        expect(cover([1, 1], [3, 1], [3, 2], [1, 2])).toEqual([
            [0, 0, 0, 0],
            [0, 255, 255, 0],
            [0, 0, 0, 0],
        ])
    })
    test("of parts is their area, in either direction of the outline", () => {
        const square = [
            [0.5, 0.5],
            [1.5, 0.5],
            [1.5, 1.5],
            [0.5, 1.5],
        ] as const
        const quarters = [
            [64, 64, 0, 0],
            [64, 64, 0, 0],
            [0, 0, 0, 0],
        ]
        expect(cover(...square)).toEqual(quarters)
        expect(cover(...square.toReversed())).toEqual(quarters)
    })
    test("of a slanting edge over several pixels adds up to the area of the triangle", () => {
        const rows = cover([0, 0], [4, 3], [0, 3])
        expect(rows.flat().reduce((sum, value) => sum + value, 0) / 255).toBeCloseTo(6, 1)
        expect(rows[2]?.[0]).toBe(255)
        expect(rows[0]?.[3]).toBe(0)
    })
    test("is cut off outside, and counts what reaches in", () => {
        expect(cover([-5, -5], [9, -5], [9, 9], [-5, 9]).flat()).toEqual(Array<number>(12).fill(255))
        expect(cover([-5, 0], [-1, 0], [-1, 3], [-5, 3]).flat()).toEqual(Array<number>(12).fill(0))
        expect(cover([5, 0], [9, 0], [9, 3], [5, 3]).flat()).toEqual(Array<number>(12).fill(0))
    })
})

test("a glyph has its holes", () => {
    const face = fonts.face("NotoSansSC-Bold")
    const path = glyphPath(face, face.gid("回".codePointAt(0) ?? 0), 1)
    expect(path.length).toBe(4)
    const field = createCoverage(100, 100)
    for (const contour of path) field.add(contour.map(([x, y]) => [x / 10, 88 - y / 10]))
    const mask = field.read()
    const middle = mask[45 * 100 + 50]
    const inked = mask.filter((value) => value > 128).length
    expect(middle).toBe(0)
    expect(inked).toBeGreaterThan(1000)
    expect(inked).toBeLessThan(6000)
})

/** Share of squares of `side` pixels in which brightness differs by at least `least`: where something can be seen. */
function seen({ widthPx, heightPx, rgb }: Raster, side: number, least: number): number {
    let count = 0
    let total = 0
    for (let top = 0; top + side <= heightPx; top += side)
        for (let left = 0; left + side <= widthPx; left += side) {
            let [low, high] = [255, 0]
            for (let y = top; y < top + side; y++)
                for (let x = left; x < left + side; x++) {
                    const value = rgb[3 * (y * widthPx + x)] ?? 0
                    low = Math.min(low, value)
                    high = Math.max(high, value)
                }
            total++
            if (high - low >= least) count++
        }
    return count / total
}

describe.each([
    ["white", [255, 255, 255]],
    ["black", [0, 0, 0]],
    ["gray", [128, 128, 128]],
] as const)("a mark on %s", (_, colour) => {
    const side = 1000
    const raster = marked(1600, side, colour)
    test("leaves no square of a quarter of the short edge without letters", () => {
        expect(seen(raster, side / 4, 40)).toBe(1)
    })
    test("hides nothing: each pixel keeps most of what was there", () => {
        const other = marked(1600, side, colour[0] > 100 ? [0, 0, 0] : [255, 255, 255])
        const contrast = Math.abs(colour[0] - (colour[0] > 100 ? 0 : 255))
        for (let i = 0; i < raster.rgb.length; i += 301)
            expect(Math.abs((raster.rgb[i] ?? 0) - (other.rgb[i] ?? 0))).toBeGreaterThan(contrast * 0.6)
    })
})

test("the same picture gives the same mark", () => {
    expect(Buffer.compare(marked(300, 200, [9, 9, 9]).rgb, marked(300, 200, [9, 9, 9]).rgb)).toBe(0)
})

test("a small picture has a mark in letters of at least 15 pixels", () => {
    expect(seen(marked(200, 160, [255, 255, 255]), 80, 40)).toBe(1)
})

test("a character that no font has is named, never left out", () => {
    const burn = () => burnIn(blankRaster(100, 100, [0, 0, 0]), ["\u{10FFFD}"], fonts)
    expect(burn).toThrow(PacketError)
    expect(burn).toThrow("font.glyph.missing")
})
