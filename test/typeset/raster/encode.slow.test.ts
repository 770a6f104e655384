import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import ExifReader from "exifreader"
import { describe, expect, test } from "vitest"
import { decodeRaster } from "../../../src/typeset/raster/decode.ts"
import { encodeJpeg } from "../../../src/typeset/raster/encode-jpeg.ts"
import { encodePng } from "../../../src/typeset/raster/encode-png.ts"
import { fillBox } from "../../../src/typeset/raster/paint.ts"
import { blankRaster, type Raster } from "../../../src/typeset/raster/raster.ts"
import { shrink } from "../../../src/typeset/raster/shrink.ts"
import { tool } from "../../tool.ts"
import { convert, likeness, ppm, testCard } from "./pictures.ts"

const sizes = [
    [1, 1],
    [7, 3],
    [16, 16],
    [17, 33],
    [300, 200],
] as const
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")

describe.each(sizes)("a picture of %i by %i", (width, height) => {
    const card = testCard(width, height)
    test("comes back from PNG unchanged", () => {
        expect(decodeRaster(encodePng(card), [])).toEqual(card)
    })
    test("comes back from JPEG nearly so", () => {
        const { widthPx, heightPx, rgb } = decodeRaster(encodeJpeg(card, 92), [])
        expect([widthPx, heightPx]).toEqual([width, height])
        expect(likeness(rgb, card.rgb)).toBeGreaterThan(width * height > 1000 ? 30 : 15)
    })
})

describe.skipIf(!tool("convert"))("outside readers", () => {
    const card = testCard(301, 203)
    test("read our PNG as the same pixels", () => {
        expect(likeness(convert(encodePng(card), "png", ["-depth", "8"], "rgb"), card.rgb)).toBe(
            Number.POSITIVE_INFINITY,
        )
    })
    test.each([30, 60, 85, 95])("find our JPEG of quality %i as good as libjpeg's, and not much larger", (quality) => {
        const ours = encodeJpeg(card, quality)
        const theirs = convert(
            ppm(card),
            "ppm",
            ["-sampling-factor", "4:2:0", "-quality", String(quality), "-define", "jpeg:optimize-coding=off"],
            "jpeg",
        )
        const [a, b] = [ours, theirs].map((file) => likeness(convert(file, "jpeg", ["-depth", "8"], "rgb"), card.rgb))
        expect(a).toBeGreaterThan((b ?? 0) - 0.5)
        expect(ours.length).toBeLessThan(theirs.length * 1.05)
    })
    test("complain of nothing", () => {
        for (const [file, format] of [
            [encodePng(card), "png"],
            [encodeJpeg(card, 85), "jpeg"],
        ] as const) {
            const run = spawnSync("identify", ["-verbose", "-regard-warnings", `${format}:-`], { input: file })
            expect([run.status, run.stderr.toString()]).toEqual([0, ""])
        }
    })
})

test("a file that is all noise and full contrast is coded without overflow", () => {
    let seed = 1
    const rgb = Uint8Array.from({ length: 3 * 64 * 64 }, () => {
        seed = (seed * 1103515245 + 12345) & 0x7fffffff
        return seed & 0x10000 ? 255 : 0
    })
    const noise: Raster = { widthPx: 64, heightPx: 64, rgb }
    expect(decodeRaster(encodeJpeg(noise, 100), []).widthPx).toBe(64)
    expect(decodeRaster(encodePng(noise), [])).toEqual(noise)
})

test("the same pixels give the same bytes, on every machine", () => {
    const card = testCard(123, 77)
    // Made once; a change here means that pictures of old packets can no longer be made again.
    expect(sha256(encodeJpeg(card, 85))).toMatchInlineSnapshot(
        `"d71a14d24454de2a2d2be2837fca6ce9315915f34263768898204199b5cf8e74"`,
    )
    expect(sha256(encodePng(card))).toMatchInlineSnapshot(
        `"dc92a3bf676285470d4aafb847ea22efa97521ce712c94cee2ed6ecb348b0259"`,
    )
    expect(sha256(encodePng(shrink(card, 50)))).toMatchInlineSnapshot(
        `"cef1350402e2f8985798b204a8277beabdf206aa8320dc19bb1c0be3eb3ac0b0"`,
    )
})

test("our files hold pixels and nothing else", () => {
    const card = testCard(40, 30)
    for (const file of [encodeJpeg(card, 85), encodePng(card)]) {
        const tags = ExifReader.load(file.slice().buffer, { expanded: true })
        expect(Object.keys(tags).sort()).toEqual(
            file[0] === 0x89 ? ["file", "png", "pngFile"].filter((group) => group in tags) : ["file", "jfif"],
        )
    }
})

describe("a box", () => {
    const white = blankRaster(10, 6, [255, 255, 255])
    const isBlack = ({ rgb }: Raster, x: number, y: number) => rgb[3 * (10 * y + x)] === 0
    const covered = (raster: Raster) => {
        const out: string[] = []
        for (let y = 0; y < 6; y++)
            for (let x = 0; x < 10; x++) if (isBlack(raster, x, y)) out.push(`${String(x)},${String(y)}`)
        return out
    }
    test("covers its pixels and no other, and leaves the picture it was given", () => {
        const filled = fillBox(white, { x: 2, y: 1, width: 2, height: 2 }, [0, 0, 0])
        expect(covered(filled)).toEqual(["2,1", "3,1", "2,2", "3,2"])
        expect(covered(white)).toEqual([])
    })
    test("covers a pixel that it only touches", () => {
        expect(covered(fillBox(white, { x: 2.9, y: 1, width: 0.2, height: 0.5 }, [0, 0, 0]))).toEqual(["2,1", "3,1"])
    })
    test("is cut off at the edges", () => {
        expect(covered(fillBox(white, { x: 9, y: 5, width: 100, height: 100 }, [0, 0, 0]))).toEqual(["9,5"])
        expect(covered(fillBox(white, { x: -5, y: -5, width: 6, height: 6 }, [0, 0, 0]))).toEqual(["0,0"])
    })
})

describe("shrinking", () => {
    test("leaves a picture that is small enough", () => {
        const card = testCard(40, 30)
        expect(shrink(card, 40)).toBe(card)
    })
    test("keeps proportions and means", () => {
        const { widthPx, heightPx, rgb } = shrink(testCard(1000, 500), 100)
        expect([widthPx, heightPx]).toEqual([100, 50])
        const mean = (bytes: Uint8Array) => bytes.reduce((sum, value) => sum + value, 0) / bytes.length
        expect(mean(rgb)).toBeCloseTo(mean(testCard(1000, 500).rgb), 0)
    })
    test("keeps one colour exactly", () => {
        const { rgb } = shrink(blankRaster(97, 31, [10, 200, 77]), 50)
        expect(
            new Set(Array.from({ length: rgb.length / 3 }, (_, i) => rgb.subarray(3 * i, 3 * i + 3).join())),
        ).toEqual(new Set(["10,200,77"]))
    })
    test("does not vanish in a very long picture", () => {
        expect(shrink(blankRaster(10_000, 2, [0, 0, 0]), 100)).toMatchObject({ widthPx: 100, heightPx: 1 })
    })
})
