import { PDFDict, PDFDocument, PDFName } from "pdf-lib"
import { expect, test } from "vitest"
import { memorySource } from "../../../src/base/source.ts"
import type { ImageInput, PlacedItem, RasterImage } from "../../../src/typeset/layout/pages/placed.ts"
import { encodePng } from "../../../src/typeset/raster/encode-png.ts"
import { tool } from "../../tool.ts"
import { fileOf, render } from "./run.ts"
import { documentOf, fonts } from "./sample.ts"
import { writePdf } from "./written-bytes.ts"

const OPTIONS = { creationDate: "2026-03-21T09:30:00+08:00", neutral: false }

/** 10 by 40 pixels, every ten rows another colour: red, green, blue, black. */
const COLOURS = [
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
    [0, 0, 0],
]
const rgb = Uint8Array.from(Array.from({ length: 400 }, (_, i) => COLOURS[Math.floor(i / 100)] ?? []).flat())

/** The picture in two strips, each on a page of its own, 100 points wide. */
function twoStrips(picture: RasterImage, cut: number, end: number) {
    const strip = (fromPx: number, toPx: number): ImageInput => ({ kind: "strip", of: picture, fromPx, toPx })
    const page = (image: string, rows: number, tag: number): PlacedItem[] => [
        { kind: "image", image, xPt: 100, yPt: 100, widthPt: 100, heightPt: 10 * rows, tag },
    ]
    return documentOf(
        [page("E001/1", cut, 1), page("E001/2", end - cut, 2)],
        [1, 2].map((n) => ({ role: "Figure" as const, parent: 0, alt: `第 ${String(n)}/2 段` })),
        new Map([
            ["E001/1", strip(0, cut)],
            ["E001/2", strip(cut, end)],
        ]),
    )
}

const upright: RasterImage = {
    kind: "png",
    source: memorySource(encodePng({ widthPx: 10, heightPx: 40, rgb })),
    widthPx: 10,
    heightPx: 40,
    orientation: 1,
}

test("strips of a picture are one object of the file, its data as they came", async () => {
    const bytes = await writePdf(twoStrips(upright, 20, 40), fonts, OPTIONS)
    const pdf = await PDFDocument.load(bytes)
    const images = pdf.context
        .enumerateIndirectObjects()
        .filter(([, object]) => /\/Subtype\s*\/Image/.test(String("dict" in object ? object.dict : "")))
    expect(images).toHaveLength(1)
    for (const page of pdf.getPages())
        expect(page.node.Resources()?.lookup(PDFName.of("XObject"), PDFDict).keys()).toEqual([PDFName.of("Im1")])
})

test.skipIf(!tool("pdftoppm"))("each shows its own rows, and nothing beyond its box", async () => {
    const path = fileOf(await writePdf(twoStrips(upright, 20, 40), fonts, OPTIONS))
    const [first, second] = [render(path, 72, 1), render(path, 72, 2)]
    const at = (pixels: typeof first, x: number, y: number) => pixels.at(x, y)
    expect([at(first, 150, 150), at(first, 150, 250)]).toEqual([COLOURS[0], COLOURS[1]])
    expect([at(second, 150, 150), at(second, 150, 250)]).toEqual([COLOURS[2], COLOURS[3]])
    for (const pixels of [first, second])
        for (const y of [95, 305, 400]) expect(at(pixels, 150, y), String(y)).toEqual([255, 255, 255])
})

test.skipIf(!tool("pdftoppm"))("rows are those of the picture as one looks at it", async () => {
    // Stored lying: EXIF orientation 6 turns it upright, what was left is above.
    const lying = new Uint8Array(rgb.length)
    for (let x = 0; x < 40; x++)
        for (let y = 0; y < 10; y++) lying.set(COLOURS[Math.floor(x / 10)] ?? [], 3 * (y * 40 + x))
    const png = encodePng({ widthPx: 40, heightPx: 10, rgb: lying })
    const turned: RasterImage = { kind: "png", source: memorySource(png), widthPx: 40, heightPx: 10, orientation: 6 }
    const path = fileOf(await writePdf(twoStrips(turned, 20, 40), fonts, OPTIONS))
    expect(render(path, 72, 1).at(150, 150)).toEqual(COLOURS[0])
    expect(render(path, 72, 2).at(150, 250)).toEqual(COLOURS[3])
})
