import { readFileSync } from "node:fs"
import { zlibSync } from "fflate"
import { PDFDict, PDFDocument, PDFName, PDFRawStream } from "pdf-lib"
import { describe, expect, test } from "vitest"
import { memorySource, readAll } from "../../../src/base/source.ts"
import type { ImageInput } from "../../../src/typeset/layout/pages/placed.ts"
import { readJpeg } from "../../../src/typeset/pdf/jpeg.ts"
import { readPng } from "../../../src/typeset/pdf/png.ts"
import { writePdf as writeSource } from "../../../src/typeset/pdf/write.ts"
import { tool } from "../../tool.ts"
import { fileOf, type Pixels, render, run } from "./run.ts"
import { documentOf, documentOfPicture, fonts, png, pngInput } from "./sample.ts"
import { writePdf } from "./written-bytes.ts"

const OPTIONS = { creationDate: "2026-03-21T09:30:00+08:00", neutral: false }
const hasPoppler = tool("pdftoppm")

type Rgb = readonly [number, number, number]

async function shown(input: ImageInput): Promise<Pixels> {
    return render(fileOf(await writePdf(documentOfPicture(input), fonts, OPTIONS)), 72)
}
async function imageOf(input: ImageInput): Promise<{ dict: PDFDict; stream: PDFRawStream; xmp: string }> {
    const pdf = await PDFDocument.load(await writePdf(documentOfPicture(input), fonts, OPTIONS), {
        updateMetadata: false,
    })
    const stream = pdf.getPages()[0]?.node.Resources()?.lookup(PDFName.of("XObject"), PDFDict).lookup(PDFName.of("Im1"))
    const xmp = pdf.catalog.lookup(PDFName.of("Metadata"))
    if (!(stream instanceof PDFRawStream) || !(xmp instanceof PDFRawStream)) throw new TypeError("no stream")
    return { dict: stream.dict, stream, xmp: Buffer.from(xmp.contents).toString() }
}

// A made-up picture of 9 by 7 pixels: every sample differs from its neighbours.
const WIDTH = 9
const HEIGHT = 7
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const PALETTE = Array.from({ length: 16 }, (_, i) => [(i * 53) % 256, (i * 101) % 256, (i * 197) % 256])

function sample(colorType: number, bits: number, x: number, y: number, channel: number): number {
    const most = 2 ** bits - 1
    const isAlpha = (colorType === 4 && channel === 1) || (colorType === 6 && channel === 3)
    if (isAlpha) return (x + y) % 3 === 0 ? 0 : most
    return (x * 7 + y * 13 + channel * 5 + x * y) % (colorType === 3 ? Math.min(16, most + 1) : most + 1)
}

/** Colour that a viewer shows on white. */
function expected(colorType: number, bits: number, x: number, y: number): Rgb {
    const at = (channel: number) => sample(colorType, bits, x, y, channel)
    const scale = (value: number) => Math.round((value * 255) / (2 ** bits - 1))
    const last = CHANNELS[colorType] === 2 ? 1 : 3
    if ((colorType === 4 || colorType === 6) && at(last) === 0) return [255, 255, 255]
    if (colorType === 3) return (PALETTE[at(0)] ?? [0, 0, 0]) as unknown as Rgb
    return colorType === 2 || colorType === 6
        ? [scale(at(0)), scale(at(1)), scale(at(2))]
        : [scale(at(0)), scale(at(0)), scale(at(0))]
}

/** Rows of some pixels, packed and filtered, each row by another filter. */
function rowsOf(colorType: number, bits: number, xs: readonly number[], ys: readonly number[]): number[] {
    const channels = CHANNELS[colorType] ?? 1
    const step = Math.max(1, (bits * channels) >> 3)
    let above: number[] = []
    return ys.flatMap((y, i) => {
        const samples = xs.flatMap((x) => Array.from({ length: channels }, (_, c) => sample(colorType, bits, x, y, c)))
        const binary = samples.map((value) => value.toString(2).padStart(bits, "0")).join("")
        const row = (binary.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, "0"), 2))
        const filter = i % 5
        const filtered = row.map((byte, k) => {
            const [a, b, c] = [row[k - step] ?? 0, above[k] ?? 0, above[k - step] ?? 0]
            const p = a + b - c
            const nearest = [a, b, c].reduce((best, value) => (Math.abs(p - value) < Math.abs(p - best) ? value : best))
            return (byte - ([0, a, b, (a + b) >> 1, nearest][filter] ?? 0)) & 0xff
        })
        above = row
        return [filter, ...filtered]
    })
}
const ADAM7 = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
] as const
function range(from: number, to: number, step: number): number[] {
    return Array.from({ length: Math.max(0, Math.ceil((to - from) / step)) }, (_, i) => from + i * step)
}

function samplePng(
    colorType: number,
    bits: number,
    interlaced: boolean,
    chunks: [string, Uint8Array][] = [],
): Uint8Array {
    const passes = interlaced ? ADAM7 : ([[0, 0, 1, 1]] as const)
    const bytes = passes.flatMap(([x, y, dx, dy]) => {
        const xs = range(x, WIDTH, dx)
        return xs.length === 0 ? [] : rowsOf(colorType, bits, xs, range(y, HEIGHT, dy))
    })
    const palette: [string, Uint8Array][] =
        colorType === 3 ? [["PLTE", Uint8Array.from(PALETTE.slice(0, 2 ** bits).flat())]] : []
    const data = zlibSync(Uint8Array.from(bytes))
    return png(WIDTH, HEIGHT, bits, colorType, data, { interlace: interlaced ? 1 : 0, chunks: [...palette, ...chunks] })
}

/** Shows a picture of 9 by 7 in a box of 450 by 350 and compares every pixel. */
async function compare(bytes: Uint8Array, wanted: (x: number, y: number) => Rgb): Promise<void> {
    const input = pngInput(bytes)
    const doc = documentOf(
        [[{ kind: "image", image: "E001", xPt: 50, yPt: 50, widthPt: 450, heightPt: 350, tag: 1 }]],
        [{ role: "Figure", parent: 0, alt: "测试图" }],
        new Map([["E001", input]]),
    )
    const pixels = render(fileOf(await writePdf(doc, fonts, OPTIONS)), 72)
    for (let y = 0; y < HEIGHT; y++)
        for (let x = 0; x < WIDTH; x++) {
            const found = pixels.at(50 + 50 * x + 25, 50 + 50 * y + 25)
            const off = Math.max(...wanted(x, y).map((value, i) => Math.abs(value - (found[i] ?? 0))))
            if (off > 2) expect.fail(`(${String(x)}, ${String(y)}): ${found.join()} instead of ${wanted(x, y).join()}`)
        }
}

describe.skipIf(!hasPoppler)("a PNG shows its pixels", () => {
    const kinds = [
        ...[1, 2, 4, 8, 16].map((bits) => [0, bits] as const),
        ...[8, 16].map((bits) => [2, bits] as const),
        ...[1, 2, 4, 8].map((bits) => [3, bits] as const),
        ...[8, 16].flatMap((bits) => [[4, bits] as const, [6, bits] as const]),
    ]
    test.each(kinds.flatMap(([type, bits]) => [[type, bits, false] as const, [type, bits, true] as const]))(
        "of colour type %i with %i bits, interlaced: %s",
        async (colorType, bits, interlaced) => {
            await compare(samplePng(colorType, bits, interlaced), (x, y) => expected(colorType, bits, x, y))
        },
    )

    test.each([false, true])("with transparent palette entries, interlaced: %s", async (interlaced) => {
        const bytes = samplePng(3, 4, interlaced, [["tRNS", Uint8Array.of(255, 0, 255, 0)]])
        await compare(bytes, (x, y) =>
            [1, 3].includes(sample(3, 4, x, y, 0)) ? [255, 255, 255] : expected(3, 4, x, y),
        )
    })

    test("with one transparent colour", async () => {
        const key = sample(0, 4, 2, 1, 0)
        const bytes = samplePng(0, 4, false, [["tRNS", Uint8Array.of(0, key)]])
        await compare(bytes, (x, y) => (sample(0, 4, x, y, 0) === key ? [255, 255, 255] : expected(0, 4, x, y)))
    })
})

describe("PNG data", () => {
    test("are taken over as they are where PDF knows their compression", async () => {
        const { stream } = await imageOf(pngInput(samplePng(2, 8, false)))
        expect(stream.contents).toEqual(
            zlibSync(Uint8Array.from(rowsOf(2, 8, range(0, WIDTH, 1), range(0, HEIGHT, 1)))),
        )
    })

    test("lose an alpha channel that hides nothing", async () => {
        const opaque = Uint8Array.from({ length: 3 * 9 }, (_, i) => (i % 9 === 0 ? 0 : i % 4 === 0 ? 255 : 255))
        const { dict } = await imageOf(pngInput(png(2, 3, 8, 6, zlibSync(opaque))))
        expect(dict.has(PDFName.of("SMask"))).toBe(false)
        expect((await imageOf(pngInput(samplePng(6, 8, false)))).dict.has(PDFName.of("SMask"))).toBe(true)
    })

    const good = samplePng(6, 8, false)
    const broken = good.slice()
    broken[60] = (broken[60] ?? 0) ^ 1
    test.each([
        ["cut off", good.slice(0, -20)],
        ["with a wrong check sum", broken],
        ["with too little data", png(WIDTH, HEIGHT + 1, 8, 6, zlibSync(new Uint8Array(10)))],
        ["with data that are not zlib", png(WIDTH, HEIGHT, 8, 6, Uint8Array.of(1, 2, 3))],
        ["with a depth that its colours cannot have", png(WIDTH, HEIGHT, 4, 6, zlibSync(new Uint8Array(500)))],
        ["without a palette", png(WIDTH, HEIGHT, 8, 3, zlibSync(new Uint8Array(500)))],
        ["without an area", png(0, HEIGHT, 8, 0, zlibSync(new Uint8Array(500)))],
        ["of another kind", Uint8Array.of(0x47, 0x49, 0x46)],
        ["empty", new Uint8Array(0)],
    ])("%s are refused", (_, bytes) => {
        expect(readPng(bytes, memorySource(bytes))).toBe("damaged")
    })
})

/** A JPEG made by poppler from a page with four coloured quarters: red, green / blue, black. */
async function jpeg(...options: string[]): Promise<Uint8Array> {
    const quarter = (x: number, y: number, fill: Rgb) =>
        ({ kind: "rect", xPt: x, yPt: y, widthPt: 40, heightPt: 20, fill }) as const
    const doc = documentOf(
        [[quarter(0, 0, [1, 0, 0]), quarter(40, 0, [0, 1, 0]), quarter(0, 20, [0, 0, 1]), quarter(40, 20, [0, 0, 0])]],
        [],
    )
    const pages = doc.pages.map((page) => ({ ...page, widthPt: 80, heightPt: 40 }))
    const path = fileOf(await writePdf({ ...doc, pages }, fonts, OPTIONS))
    run("pdftoppm", "-r", "72", "-singlefile", ...options, path, path)
    return new Uint8Array(readFileSync(`${path}.jpg`))
}
/** Eight by eight pixels of middle gray, put together by hand: one Huffman code each for "no change" and "end". */
const GRAY_JPEG = Uint8Array.from([
    ...[0xff, 0xd8],
    ...[0xff, 0xdb, 0, 67, 0, ...Array<number>(64).fill(1)],
    ...[0xff, 0xc0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0],
    ...[0xff, 0xc4, 0, 20, 0x00, 1, ...Array<number>(15).fill(0), 0],
    ...[0xff, 0xc4, 0, 20, 0x10, 1, ...Array<number>(15).fill(0), 0],
    ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x3f],
    ...[0xff, 0xd9],
])
function jpegInput(bytes: Uint8Array, orientation = 1): ImageInput {
    return { kind: "jpeg", source: memorySource(bytes), widthPx: 80, heightPx: 40, orientation }
}
/** A segment put behind SOI. */
function withSegment(bytes: Uint8Array, marker: number, content: Uint8Array): Uint8Array {
    const length = content.length + 2
    const head = Uint8Array.of(0xff, 0xd8, 0xff, marker, length >> 8, length & 255)
    return new Uint8Array(Buffer.concat([head, content, bytes.subarray(2)]))
}
const NAMES: readonly (readonly [string, Rgb])[] = [
    ["red", [255, 0, 0]],
    ["green", [0, 255, 0]],
    ["blue", [0, 0, 255]],
    ["black", [0, 0, 0]],
    ["white", [255, 255, 255]],
]
function colorName(color: Rgb): string {
    const off = (other: Rgb) => Math.max(...other.map((value, i) => Math.abs(value - (color[i] ?? 0))))
    return NAMES.find(([, other]) => off(other) < 60)?.[0] ?? color.join()
}

describe.skipIf(!hasPoppler)("a JPEG", () => {
    // Where red, green, blue, black of the stored quarters are seen: top left, top right, bottom left, bottom right.
    test.each([
        [1, "red green blue black"],
        [2, "green red black blue"],
        [3, "black blue green red"],
        [4, "blue black red green"],
        [5, "red blue green black"],
        [6, "blue red black green"],
        [7, "black green blue red"],
        [8, "green black red blue"],
    ])("of orientation %i stands upright and undistorted", async (orientation, quarters) => {
        const pixels = await shown(jpegInput(await jpeg("-jpeg"), orientation))
        const [w, h] = orientation < 5 ? [400, 200] : [200, 400]
        const at = (fx: number, fy: number) => pixels.at(300 + (fx - 0.5) * w, 300 + (fy - 0.5) * h)
        const found = [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)].map(colorName)
        expect(found.join(" ")).toBe(quarters)
        expect([at(-0.1, 0.5), at(0.5, -0.1), at(1.1, 0.5), at(0.5, 1.1)].map(colorName)).toEqual(
            Array(4).fill("white"),
        )
    })

    test("in gray stays gray, and the file PDF/A", async () => {
        const [r, g, b] = (await shown(jpegInput(GRAY_JPEG))).at(300, 300)
        expect([r, g, b].every((value) => Math.abs(value - 128) < 3)).toBe(true)
        const { dict, xmp } = await imageOf(jpegInput(GRAY_JPEG))
        expect(dict.get(PDFName.of("ColorSpace"))).toBe(PDFName.of("DeviceGray"))
        expect(xmp).toContain("pdfaid:part")
    })

    test("in CMYK keeps its colours, and the file claims PDF/UA but not PDF/A", async () => {
        const input = jpegInput(await jpeg("-jpegcmyk"))
        const pixels = await shown(input)
        const found = [0, 1].flatMap((y) => [0, 1].map((x) => colorName(pixels.at(200 + 200 * x, 250 + 100 * y))))
        expect(found[3]).toBe("black")
        const [red, green, blue] = [pixels.at(200, 250), pixels.at(400, 250), pixels.at(200, 350)]
        expect([red[0] > red[1] && red[0] > red[2], green[1] > green[0], blue[2] > blue[0]]).toEqual([true, true, true])
        const { xmp } = await imageOf(input)
        expect(xmp).not.toContain("pdfaid")
        expect(xmp).toContain("<pdfuaid:part>1</pdfuaid:part>")
    })

    test("is not recompressed, and sheds camera data, comments and what follows its end", async () => {
        const plain = await jpeg("-jpeg")
        const secret = Buffer.from("Exif\0\0GPS 41.8057 123.4315 SECRET")
        const laden = withSegment(withSegment(plain, 0xe1, secret), 0xfe, Buffer.from("SECRET comment"))
        const trailing = new Uint8Array(Buffer.concat([laden, Buffer.from("SECRET video")]))
        const { stream } = await imageOf(jpegInput(trailing))
        expect(Buffer.from(stream.contents).includes("SECRET")).toBe(false)
        expect(Buffer.compare(stream.contents, (await imageOf(jpegInput(plain))).stream.contents)).toBe(0)
        expect(stream.contents.length).toBeGreaterThan(plain.length * 0.8)
    })

    test("that ends early is shown as far as it goes", async () => {
        const cut = (await jpeg("-jpeg")).slice(0, -100)
        const raster = readJpeg(cut, memorySource(cut))
        expect(raster).toMatchObject({ widthPx: 80, heightPx: 40, space: "rgb" })
        if (typeof raster === "string") throw new Error(raster)
        expect([...(await readAll(raster.samples.source)).slice(-2)]).toEqual([0xff, 0xd9])
    })

    test.each([
        ["arithmetic-coding", 0xc9, 8],
        ["lossless", 0xc3, 8],
        ["precision", 0xc1, 12],
    ])("with %s is refused by name", async (feature, marker, precision) => {
        const bytes = await jpeg("-jpeg")
        const at = bytes.findIndex((byte, i) => byte === 0xff && bytes[i + 1] === 0xc0)
        bytes[at + 1] = marker
        bytes[at + 4] = precision
        expect(readJpeg(bytes, memorySource(bytes))).toBe(feature)
        await expect(writePdf(documentOfPicture(jpegInput(bytes)), fonts, OPTIONS)).rejects.toMatchObject({
            issues: [{ code: "pdf.image.unsupported", path: ["E001"], params: { image: "E001", feature } }],
        })
    })

    test.each([
        ["a PNG", samplePng(2, 8, false)],
        ["only a head", Uint8Array.of(0xff, 0xd8, 0xff, 0xd9)],
        ["nothing", new Uint8Array(0)],
    ])("that is %s is damaged", (_, bytes) => {
        expect(readJpeg(bytes, memorySource(bytes))).toBe("damaged")
    })
})

test.each([
    ["PNG", async () => pngInput(samplePng(2, 8, false))],
    ["JPEG", async () => jpegInput(await jpeg("-jpeg"))],
])("a %s that is taken over as it is stays in its file until the document is read", async (_, make) => {
    const input = await make()
    if (input.kind !== "png" && input.kind !== "jpeg") throw new Error(input.kind)
    let read = 0
    const { size } = input.source
    const watched = {
        size,
        read(offset: number, length: number) {
            read += length
            return input.source.read(offset, length)
        },
    }
    const pdf = await writeSource(documentOfPicture({ ...input, source: watched }), fonts, OPTIONS)
    // Once to be taken apart, once for the identifier of the document.
    expect(read).toBeLessThanOrEqual(2 * size)
    const before = read
    expect(await readAll(pdf)).toEqual(await writePdf(documentOfPicture(input), fonts, OPTIONS))
    expect(read).toBeGreaterThan(before)
})

test("all damaged pictures of a document are named at once", async () => {
    const bytes = Uint8Array.of(1, 2, 3)
    const item = { kind: "image", xPt: 0, yPt: 0, widthPt: 9, heightPt: 9, tag: 1 } as const
    const images = new Map<string, ImageInput>([
        ["E001", { kind: "png", source: memorySource(bytes), widthPx: 1, heightPx: 1, orientation: 1 }],
        ["E002", { kind: "jpeg", source: memorySource(bytes), widthPx: 1, heightPx: 1, orientation: 1 }],
    ])
    const items = [...images.keys()].map((image) => ({ ...item, image }))
    const doc = documentOf([items], [{ role: "Figure", parent: 0, alt: "图" }], images)
    await expect(writePdf(doc, fonts, OPTIONS)).rejects.toMatchObject({
        issues: [
            { code: "pdf.image.damaged", path: ["E001"] },
            { code: "pdf.image.damaged", path: ["E002"] },
        ],
    })
})
