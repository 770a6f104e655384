import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { concat, utf8 } from "../../../src/base/bytes.ts"
import { PacketError } from "../../../src/base/issue.ts"
import { LANGS } from "../../../src/base/lang.ts"
import { messageOf } from "../../../src/messages/index.ts"
import { decodeRaster } from "../../../src/typeset/raster/decode.ts"
import { encodePng } from "../../../src/typeset/raster/encode-png.ts"
import { readSegments } from "../../../src/typeset/raster/jpeg-segments.ts"
import { chunk, heic, png, segment, webp, withSegments } from "../../facts/evidence/make-image.ts"
import { tool } from "../../tool.ts"
import { convert, likeness, ppm, testCard } from "./pictures.ts"

const photo = (name: string) =>
    new Uint8Array(readFileSync(join(import.meta.dirname, "../../facts/evidence/photos", name)))
const decode = (bytes: Uint8Array, orientation?: number) => decodeRaster(bytes, ["photo"], orientation)
const rgbOf = (bytes: Uint8Array, from: string) => convert(bytes, from, ["-depth", "8"], "rgb")

const hasConvert = tool("convert")

describe.skipIf(!hasConvert)("pixels agree with those of ImageMagick", () => {
    const card = testCard(37, 29)
    test.each([
        ["RGB", "png24", []],
        ["RGB with 16 bits", "png48", ["-depth", "16"]],
        ["palette", "png8", ["-colors", "32"]],
        ["palette of 16", "png8", ["-colors", "16"]],
        ["gray", "png", ["-colorspace", "Gray"]],
        ["black and white", "png", ["-monochrome"]],
        ["interlaced RGB", "png24", ["-interlace", "PNG"]],
        ["interlaced palette", "png8", ["-colors", "16", "-interlace", "PNG"]],
        ["interlaced black and white", "png", ["-monochrome", "-interlace", "PNG"]],
    ] as const)("of a PNG: %s", (_, format, args) => {
        const file = convert(ppm(card), "ppm", args, format)
        const { widthPx, heightPx, rgb } = decode(file)
        expect([widthPx, heightPx]).toEqual([37, 29])
        expect(likeness(rgb, rgbOf(file, "png"))).toBeGreaterThan(50)
    })

    test.each([
        ["half transparent", "png32", ["-alpha", "set", "-channel", "A", "-evaluate", "set", "40%"]],
        ["with one colour transparent", "png24", ["-fill", "red", "-draw", "point 3,3", "-transparent", "red"]],
        ["with 16 bits of alpha", "png64", ["-alpha", "set", "-channel", "A", "-evaluate", "set", "70%"]],
        ["palette with alpha", "png8", ["-colors", "16", "-transparent", "black"]],
    ] as const)("of a PNG %s, laid on white", (_, format, args) => {
        const file = convert(ppm(card), "ppm", args, format)
        const flat = convert(
            file,
            "png",
            ["-background", "white", "-alpha", "remove", "-alpha", "off", "-depth", "8"],
            "rgb",
        )
        expect(likeness(decode(file).rgb, flat)).toBeGreaterThan(48)
    })

    test.each([
        ["baseline", ["-sampling-factor", "4:4:4"]],
        ["with colour at half the resolution", ["-sampling-factor", "4:2:0"]],
        ["with colour at half the width", ["-sampling-factor", "4:2:2"]],
        ["progressive", ["-interlace", "JPEG"]],
        ["gray", ["-colorspace", "Gray"]],
        ["RGB without a transform", ["-colorspace", "RGB", "-set", "colorspace", "RGB"]],
        ["CMYK", ["-colorspace", "CMYK"]],
    ] as const)("of a JPEG, %s", (_, args) => {
        const file = convert(ppm(testCard(150, 91)), "ppm", [...args, "-quality", "95"], "jpeg")
        const { widthPx, heightPx, rgb } = decode(file)
        expect([widthPx, heightPx]).toEqual([150, 91])
        const theirs = convert(file, "jpeg", ["-colorspace", "sRGB", "-depth", "8"], "rgb")
        // Colour at half the resolution is widened by repeating here, smoothly there.
        expect(likeness(rgb, theirs)).toBeGreaterThan(33)
    })

    test.each([1, 2, 3, 4, 5, 6, 7, 8])("of a picture with orientation %i", (orientation) => {
        const names = [
            "",
            "TopLeft",
            "TopRight",
            "BottomRight",
            "BottomLeft",
            "LeftTop",
            "RightTop",
            "RightBottom",
            "LeftBottom",
        ]
        const file = encodePng(card)
        const upright = convert(file, "png", ["-orient", names[orientation] ?? "", "-auto-orient"], "ppm")
        const { widthPx, heightPx, rgb } = decode(file, orientation)
        expect([widthPx, heightPx]).toEqual(orientation < 5 ? [37, 29] : [29, 37])
        expect(likeness(rgb, rgbOf(upright, "ppm"))).toBe(Number.POSITIVE_INFINITY)
    })
})

describe("refuses, with what to do in both languages,", () => {
    const whole = encodePng(testCard(20, 20))
    const changed = whole.slice()
    changed[60] = (changed[60] ?? 0) ^ 1
    const baseline = photo("baseline.jpg")
    const scan = readSegments(baseline).segments.find((s) => s.marker === 0xda)
    const middle = Math.floor(((scan?.start ?? 0) + (scan?.end ?? 0)) / 2)
    const end = Uint8Array.of(0xff, 0xd9)
    const frame = (marker: number, bits: number, count: number) =>
        concat([
            Uint8Array.of(0xff, 0xd8),
            segment(
                marker,
                Uint8Array.of(bits, 0, 8, 0, 8, count),
                Uint8Array.from({ length: 3 * count }, (_, i) => [i / 3 + 1, 0x11, 0][i % 3] ?? 0),
            ),
            segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)),
            end,
        ])
    test.each([
        ["a HEIC photo", heic(4000, 3000, {}), "raster.picture.heic"],
        ["a WebP", webp(100, 100, {}), "raster.picture.type"],
        ["a GIF", utf8("GIF89a..."), "raster.picture.type"],
        ["a text", utf8("not a picture"), "raster.picture.type"],
        ["an empty file", new Uint8Array(0), "raster.picture.type"],
        ["an animated PNG", png(1, 1, chunk("acTL", new Uint8Array(8))), "raster.picture.animated"],
        ["a PNG that is cut off", whole.subarray(0, whole.length - 20), "raster.picture.cut-off"],
        ["a PNG with a changed bit", changed, "raster.picture.damaged"],
        [
            "a PNG with too few pixels",
            png(50, 50, chunk("IDAT", Uint8Array.of(0x78, 1, 3, 0, 0, 0, 0, 1))),
            "raster.picture.damaged",
        ],
        ["a PNG of enormous size", png(60_000, 60_000, chunk("IDAT", new Uint8Array(9))), "raster.picture.too-large"],
        ["a JPEG that is cut off", baseline.subarray(0, middle), "raster.picture.cut-off"],
        [
            "a JPEG that is cut off and closed again",
            concat([baseline.subarray(0, middle), end]),
            "raster.picture.damaged",
        ],
        ["a JPEG without its end", baseline.subarray(0, baseline.length - 2), "raster.picture.cut-off"],
        ["a JPEG whose tables are gone", withoutTables(baseline), "raster.picture.damaged"],
        ["a JPEG with a component never sent", frame(0xc0, 8, 3), "raster.picture.cut-off"],
        ["a JPEG with arithmetic coding", frame(0xc9, 8, 1), "raster.picture.coding"],
        ["a lossless JPEG", frame(0xc3, 8, 1), "raster.picture.coding"],
        ["a JPEG of 12 bits", frame(0xc1, 12, 1), "raster.picture.coding"],
        ["a JPEG of two components", frame(0xc0, 8, 2), "raster.picture.coding"],
        [
            "a JPEG with a second frame",
            withSegments(baseline, segment(0xc0, Uint8Array.of(8, 0, 8, 0, 8, 0))),
            "raster.picture.damaged",
        ],
    ] as const)("%s", (_, bytes, code) => {
        let thrown: unknown
        try {
            decode(bytes)
        } catch (error) {
            thrown = error
        }
        expect(thrown).toBeInstanceOf(PacketError)
        const issues = (thrown as PacketError).issues
        expect(issues.map((found) => found.code)).toEqual([code])
        for (const found of issues)
            for (const lang of LANGS) {
                const { message, hint } = messageOf(found, lang)
                expect(message).not.toContain("undefined")
                expect(hint).not.toBe("")
            }
    })
})

/** The file without its quantisation and Huffman tables. */
function withoutTables(bytes: Uint8Array): Uint8Array {
    const kept = readSegments(bytes).segments.filter((s) => s.marker !== 0xdb && s.marker !== 0xc4)
    return concat([bytes.subarray(0, 2), ...kept.map((s) => bytes.subarray(s.start, s.end)), Uint8Array.of(0xff, 0xd9)])
}
