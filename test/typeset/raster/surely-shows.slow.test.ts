import { describe, expect, test } from "vitest"
import { decodeJpeg } from "../../../src/typeset/raster/decode-jpeg.ts"
import { encodeJpeg } from "../../../src/typeset/raster/encode-jpeg.ts"
import { showsNothing, surelyShows } from "../../../src/typeset/raster/look.ts"
import type { Raster } from "../../../src/typeset/raster/raster.ts"
import { walkJpeg } from "../../../src/typeset/raster/whole-jpeg.ts"
import { tool } from "../../tool.ts"
import { convert, ppm } from "./pictures.ts"

const [WIDE, HIGH] = [1030, 1040]

/** A sheet of paper of which each pixel is as bright as it says. */
function sheet(brightness: (x: number, y: number) => number): Raster {
    const rgb = new Uint8Array(3 * WIDE * HIGH)
    for (let y = 0, at = 0; y < HIGH; y++)
        for (let x = 0; x < WIDE; x++, at += 3) rgb.fill(Math.round(brightness(x, y)), at, at + 3)
    return { widthPx: WIDE, heightPx: HIGH, rgb }
}
const noise = (x: number, y: number): number => ((x * 7919 + y * 104729) % 31) - 15

/** Lines of print: short strokes, a line every 40 pixels, down to the given row. */
const print =
    (to: number) =>
    (x: number, y: number): number =>
        y < to && y > 100 && x > 150 && x < WIDE - 150 && y % 40 < 18 && x % 6 < 3 ? 20 : 250
const EMPTY: readonly (readonly [string, (x: number, y: number) => number])[] = [
    ["white", () => 255],
    ["grey with the noise of a scanner", (x, y) => 235 + noise(x, y)],
    ["a little darker to one side", (x) => 250 - (5 * x) / WIDE],
    ["a speck of dust", (x, y) => (Math.hypot(x - 600, y - 700) < 9 ? 30 : 245)],
]
const light = (jpeg: Uint8Array) => walkJpeg(jpeg).light

describe("the light of blocks", () => {
    test("is the brightness of the pixels, wherever they stand", () => {
        const jpeg = encodeJpeg(
            sheet((x, y) => 20 + (x + y) / 10),
            95,
        )
        const found = light(jpeg)
        expect([found?.widthPx, found?.heightPx]).toEqual([WIDE, HIGH])
        for (const [x, y] of [
            [0, 0],
            [3, 100],
            [120, 7],
            [120, 125],
        ] as const) {
            const mean = 20 + (8 * x + 3.5 + (8 * y + 3.5)) / 10
            const level = found?.levels[y * (found?.rowBlocks ?? 0) + x] ?? 0
            expect(Math.abs(level - mean), `${String(x)}, ${String(y)}`).toBeLessThan(2)
        }
    })
    test.each(EMPTY)("never says of an empty sheet that it shows something: %s", (_, brightness) => {
        const jpeg = encodeJpeg(sheet(brightness), 85)
        expect(showsNothing(decodeJpeg(jpeg, []))).toBe(true)
        const found = light(jpeg)
        expect(found).toBeDefined()
        expect(found && surelyShows(found)).toBe(false)
    })
    test("says it of a page of print, and of one line leaves it to the pixels", () => {
        const [page, line] = [1000, 130].map((to) => light(encodeJpeg(sheet(print(to)), 85)))
        expect(page && surelyShows(page)).toBe(true)
        expect(line && surelyShows(line)).toBe(false)
    })
    test.skipIf(!tool("identify"))("is the same in grey, in colour, and with restarts", () => {
        const source = ppm(sheet(print(1000)))
        for (const args of [
            ["-colorspace", "Gray"],
            ["-sampling-factor", "4:2:0"],
            ["-sampling-factor", "4:4:4"],
            ["-define", "jpeg:restart-interval=16"],
        ]) {
            const found = light(convert(source, "ppm", [...args, "-quality", "85"], "jpg"))
            expect(found && surelyShows(found), args.join(" ")).toBe(true)
        }
        const progressive = convert(source, "ppm", ["-interlace", "Plane"], "jpg")
        expect(walkJpeg(progressive)).toEqual({})
    })
    test("is not told of a file that is not whole", () => {
        const jpeg = encodeJpeg(sheet(print(1000)), 85)
        expect(walkJpeg(jpeg.slice(0, jpeg.length >> 1))).toEqual({ fault: "cut-off" })
        expect(walkJpeg(jpeg.slice(0, -2))).toEqual({})
    })
})
