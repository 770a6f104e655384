import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { concat } from "../../../src/base/bytes.ts"
import { nodeHost } from "../../../src/node/host.ts"
import { decodeForeign } from "../../../src/typeset/raster/decode-foreign.ts"
import type { Decoded } from "../../../src/typeset/raster/foreign/foreign.ts"
import { type Raster, upright } from "../../../src/typeset/raster/raster.ts"
import { tool } from "../../tool.ts"
import { convert, likeness, ppm, testCard } from "./pictures.ts"

const { decoder } = nodeHost()
const card = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, "foreign", `card.${name}`)))
const hasConvert = tool("convert")

async function decoded(bytes: Uint8Array): Promise<Decoded> {
    const found = await decodeForeign(bytes, decoder)
    if (typeof found === "string") throw new Error(found)
    return found
}
const hashOf = ({ rgb }: Raster) => createHash("sha256").update(rgb).digest("hex").slice(0, 16)

describe("files of other encoders, 96 by 64 pixels", () => {
    // Pinned: the same pixels on every machine, so that the same case gives the same bytes.
    test.each([
        ["heic", "99fd726fb504ba30", true],
        ["avif", "481eafa6e7d50ab7", true],
        ["webp", "b8570b518c0c4fa3", false],
    ])("%s", async (name, hash, isUpright) => {
        const { raster, upright: turned } = await decoded(card(name))
        expect([raster.widthPx, raster.heightPx]).toEqual([96, 64])
        expect(turned).toBe(isUpright)
        expect(hashOf(raster)).toBe(hash)
    })
    test("look alike", async () => {
        const [heic, avif, webp] = await Promise.all(["heic", "avif", "webp"].map((name) => decoded(card(name))))
        if (!heic || !avif || !webp) throw new Error("none")
        expect(likeness(heic.raster.rgb, avif.raster.rgb)).toBeGreaterThan(28)
        expect(likeness(heic.raster.rgb, webp.raster.rgb)).toBeGreaterThan(28)
    })
})

/** The same file with the box of its colours, 19 bytes, made into one that turns or mirrors it. */
function withProperty(type: "irot" | "imir", value: number): Uint8Array {
    const bytes = card("avif")
    const at = Buffer.from(bytes).indexOf("colr")
    bytes.set(Buffer.from(type), at)
    bytes[at + 4] = value
    return bytes
}

test.each([
    ["irot", 1, 8],
    ["irot", 2, 3],
    ["irot", 3, 6],
    ["imir", 0, 4],
    ["imir", 1, 2],
] as const)("AVIF is turned as its own property says: %s %i", async (type, value, orientation) => {
    const plain = await decoded(withProperty("irot", 0))
    const { raster } = await decoded(withProperty(type, value))
    expect(hashOf(raster)).toBe(hashOf(upright(plain.raster, orientation)))
    expect(raster.widthPx).toBe(orientation >= 5 ? 64 : 96)
})

const picture = testCard(61, 47)
const flat = (args: readonly string[]) => ["-background", "white", "-flatten", ...args]

describe.skipIf(!hasConvert)("formats that keep every pixel", () => {
    const KINDS: readonly (readonly [to: string, args: readonly string[]])[] = [
        ["bmp", []],
        ["bmp2", []],
        ["bmp3", ["-monochrome"]],
        ["bmp3", ["-colors", "16", "-type", "Palette"]],
        ["bmp", ["-colors", "200", "-compress", "RLE"]],
        ["gif", ["-colors", "64"]],
        ["gif", ["-colors", "256", "-interlace", "GIF"]],
        ["gif", ["-monochrome"]],
        ["tiff", ["-compress", "None"]],
        ["tiff", ["-compress", "LZW"]],
        ["tiff", ["-compress", "Zip"]],
        ["tiff", ["-compress", "RLE"]],
        ["tiff", ["-colorspace", "Gray", "-depth", "8"]],
        ["tiff", ["-monochrome", "-compress", "None"]],
        ["tiff", ["-define", "tiff:tile-geometry=32x32"]],
        ["tiff", ["-endian", "MSB", "-compress", "LZW"]],
        ["webp", ["-define", "webp:lossless=true"]],
    ]
    test.each(KINDS)("%s %j", async (to, args) => {
        const bytes = convert(ppm(picture), "ppm", [...args], to)
        const seen = convert(bytes, to.replace(/\d$/, ""), flat(["-depth", "8"]), "rgb")
        const { raster, lossless } = await decoded(bytes)
        expect([raster.widthPx, raster.heightPx, lossless]).toEqual([61, 47, true])
        expect(likeness(raster.rgb, seen)).toBe(Number.POSITIVE_INFINITY)
    })
    test("16 bits, palettes and 5-6-5 bits come within rounding", async () => {
        for (const [to, args] of [
            ["tiff", ["-depth", "16"]],
            ["tiff", ["-colors", "16", "-type", "Palette"]],
            ["bmp", ["-define", "bmp:subtype=RGB565"]],
        ] as const) {
            const bytes = convert(ppm(picture), "ppm", args, to)
            const { raster } = await decoded(bytes)
            expect(likeness(raster.rgb, convert(bytes, to, flat(["-depth", "8"]), "rgb"))).toBeGreaterThan(45)
        }
    })
    test("transparent pixels are white", async () => {
        for (const to of ["gif", "webp", "tiff"]) {
            const { raster } = await decoded(convert(ppm(picture), "ppm", ["-alpha", "transparent"], to))
            expect(new Set(raster.rgb), to).toEqual(new Set([255]))
        }
    })
    test("of an animation the first picture", async () => {
        for (const to of ["gif", "webp"]) {
            const bytes = convert(ppm(picture), "ppm", ["-delay", "10", "(", "+clone", "-negate", ")"], to)
            const [first] = [await decoded(bytes)]
            const still = await decoded(convert(ppm(picture), "ppm", [], to))
            expect(likeness(first.raster.rgb, still.raster.rgb), to).toBeGreaterThan(30)
        }
    })
    test("fax and JPEG in TIFF are said not to be decoded", async () => {
        for (const args of [
            ["-monochrome", "-compress", "Group4"],
            ["-compress", "JPEG"],
        ])
            expect(await decodeForeign(convert(ppm(picture), "ppm", args, "tiff"), decoder)).toBe("coding")
    })
    test("a file cut off is found", async () => {
        for (const to of ["bmp", "gif", "tiff", "webp"]) {
            const bytes = convert(ppm(picture), "ppm", [], to)
            expect(await decodeForeign(bytes.slice(0, Math.floor(bytes.length * 0.6)), decoder), to).toBe("damaged")
        }
    })
})

describe("what does not fit", () => {
    test.each(["heic", "avif", "webp"])("%s cut off is found", async (name) => {
        const bytes = card(name)
        for (const share of [0.3, 0.6, 0.95])
            expect(await decodeForeign(bytes.slice(0, Math.floor(bytes.length * share)), decoder)).toBe("damaged")
    })
    test("a size that would take gigabytes is refused by the head alone", async () => {
        const gif = Uint8Array.from([...Buffer.from("GIF89a"), 0xff, 0xff, 0xff, 0xff, 0, 0, 0])
        const bmp = new Uint8Array(60)
        bmp.set([0x42, 0x4d])
        const view = new DataView(bmp.buffer)
        view.setUint32(14, 40, true)
        view.setInt32(18, 0x7fffffff, true)
        view.setInt32(22, -0x7fffffff, true)
        const webp = card("webp")
        const at = Buffer.from(webp).indexOf("VP8 ")
        webp.set([0xff, 0x3f, 0xff, 0x3f], at + 14)
        const avif = card("avif")
        avif.set([0, 1, 0, 0, 0, 1, 0, 0], Buffer.from(avif).indexOf("ispe") + 8)
        for (const bytes of [gif, bmp, webp, avif]) expect(await decodeForeign(bytes, decoder)).toBe("too-large")
    })
    test("other bytes", async () => {
        expect(await decodeForeign(new Uint8Array(0), decoder)).toBe("coding")
        expect(await decodeForeign(new Uint8Array(100).fill(65), decoder)).toBe("coding")
    })
    test("no bytes whatever make a decoder throw", async () => {
        let seed = 11
        const random = () => {
            seed = (seed * 1103515245 + 12345) & 0x7fffffff
            return seed / 0x7fffffff
        }
        const made = hasConvert ? ["bmp", "gif", "tiff"].map((to) => convert(ppm(picture), "ppm", [], to)) : []
        for (const [source, rounds] of [
            ...["heic", "avif", "webp"].map((name) => [card(name), 25] as const),
            ...made.map((bytes) => [bytes, 300] as const),
        ])
            for (let i = 0; i < rounds; i++) {
                const bytes = source.slice()
                for (let k = 0; k < 4; k++) bytes[4 + Math.floor(random() * 200)] = Math.floor(random() * 256)
                const found = await decodeForeign(bytes, decoder)
                if (typeof found !== "string")
                    expect(found.raster.rgb.length).toBe(3 * found.raster.widthPx * found.raster.heightPx)
            }
    })
})

/** A TIFF of these fields, each of the kind LONG, with bytes behind its directory. */
function tiffOf(
    fields: readonly (readonly [tag: number, count: number, value: number])[],
    behind: Uint8Array,
): Uint8Array {
    const head = new DataView(new ArrayBuffer(14 + 12 * fields.length))
    head.setUint32(0, 0x4949_2a00)
    head.setUint32(4, 8, true)
    head.setUint16(8, fields.length, true)
    for (const [i, [tag, count, value]] of fields.entries()) {
        head.setUint16(10 + 12 * i, tag, true)
        head.setUint16(12 + 12 * i, 4, true)
        head.setUint32(14 + 12 * i, count, true)
        head.setUint32(18 + 12 * i, value, true)
    }
    return concat([new Uint8Array(head.buffer), behind])
}
const grey = (...more: readonly (readonly [number, number, number])[]) =>
    [
        [256, 1, 100],
        [257, 1, 100],
        [258, 1, 8],
        [259, 1, 1],
        [262, 1, 1],
        [278, 1, 100],
        [279, 1, 10_000],
        ...more,
    ] as const

test("a TIFF that claims millions of values or of tiles takes neither time nor memory", async () => {
    const started = performance.now()
    const useless = Array.from({ length: 150 }, (_, i) => [40_000 + i, 1_000_000, 100] as const)
    const strip = [273, 1, 5000] as const
    const many = tiffOf(grey(strip, ...useless, ...useless.map(() => strip)), new Uint8Array(4_100_000))
    expect(await decodeForeign(many, decoder)).toBe("damaged")
    const few = tiffOf(grey(strip, ...useless), new Uint8Array(4_100_000))
    expect(await decodeForeign(few, decoder)).toMatchObject({ raster: { widthPx: 100 } })
    const tiles = 4096
    const places = new Uint8Array(8 * tiles)
    const tall = tiffOf(
        [
            [256, 1, 65_535],
            [257, 1, 390],
            [258, 1, 8],
            [262, 1, 1],
            [322, 1, 16],
            [323, 1, 65_535],
            [324, tiles, 122],
            [325, tiles, 122],
        ],
        concat([places, new Uint8Array(1_100_000)]),
    )
    expect(await decodeForeign(tall, decoder)).toBe("too-large")
    expect(performance.now() - started).toBeLessThan(5000)
})

test("of a camera's own format the small copy before the picture is not shown as the picture", async () => {
    const strip = [273, 1, 14 + 12 * 9] as const
    expect(await decodeForeign(tiffOf(grey(strip, [254, 1, 1]), new Uint8Array(10_000)), decoder)).toBe("coding")
    expect(await decodeForeign(tiffOf(grey(strip, [254, 1, 0]), new Uint8Array(10_000)), decoder)).toMatchObject({
        raster: { widthPx: 100, heightPx: 100 },
    })
})
