import type { PDFContext, PDFDict, PDFRef } from "pdf-lib"
import { issue, PacketError } from "../../base/issue.ts"
import type { ImageInput } from "../layout/pages/placed.ts"
import { flateStream, sourceStream } from "./flate.ts"
import type { Box, Matrix } from "./geometry.ts"
import type { ColorSpace, FlateSamples, Raster } from "./raster.ts"
import { readRaster } from "./read-raster.ts"

/** A picture or foreign page in the file, and how it is put into a box of a page. */
export interface Picture {
    readonly ref: PDFRef
    /** Decides what the whole file may claim: CMYK has no output intent here, foreign pages are not checked at all. */
    readonly kind: "rgb" | "cmyk" | "foreign"
    /** Matrix that fits it into a box, upright, undistorted, in the middle. */
    place(box: Box): Matrix
    /** Only a part of it is to be seen: it reaches beyond the box. */
    readonly isClipped?: boolean
}

type PdfPageInput = Extract<ImageInput, { kind: "pdf-page" }>

/** Places foreign pages in one document; each foreign file is read once and its fonts are copied once. */
export interface ForeignReader {
    place(ctx: PDFContext, image: string, input: PdfPageInput): Promise<Picture>
}

/**
 * Writes a picture into the file. Throws an issue `pdf.image.*` or `pdf.foreign.*` for bytes that cannot be used.
 *
 * @param image - Id of the picture, for issues.
 */
export async function writePicture(
    ctx: PDFContext,
    image: string,
    input: ImageInput,
    foreign: ForeignReader,
): Promise<Picture> {
    if (input.kind === "pdf-page") return foreign.place(ctx, image, input)
    if (input.kind === "drawing") throw new RangeError(`drawing ${image} is placed item by item, not as a picture`)
    if (input.kind === "strip") throw new RangeError(`strip ${image} is placed with the picture that it is a part of`)
    const raster = await readRaster(input)
    if (raster === "damaged") throw new PacketError([issue("pdf.image.damaged", [image], { image })])
    if (typeof raster === "string")
        throw new PacketError([issue("pdf.image.unsupported", [image], { image, feature: raster })])
    return {
        ref: writeRaster(ctx, raster),
        kind: raster.space === "cmyk" ? "cmyk" : "rgb",
        place: (box) => placeRaster(raster, input.orientation, box),
    }
}

/** A strip of a picture that is in the file already. */
export function stripOf(whole: Picture, { of, fromPx, toPx }: Extract<ImageInput, { kind: "strip" }>): Picture {
    const height = of.orientation >= 5 ? of.widthPx : of.heightPx
    return {
        ...whole,
        isClipped: true,
        place([left, bottom, right, top]) {
            const row = (top - bottom) / (toPx - fromPx)
            const above = top + fromPx * row
            return whole.place([left, above - height * row, right, above])
        },
    }
}

function writeRaster(ctx: PDFContext, raster: Raster): PDFRef {
    const { samples, alpha, transparent } = raster
    const dict = ctx.obj({
        Type: "XObject",
        Subtype: "Image",
        Width: raster.widthPx,
        Height: raster.heightPx,
        ColorSpace: colorSpace(ctx, raster.space),
        ...(samples.kind === "jpeg"
            ? {
                  BitsPerComponent: 8,
                  Filter: "DCTDecode",
                  ...(samples.inverted ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}),
                  ...(samples.plainRgb ? { DecodeParms: { ColorTransform: 0 } } : {}),
              }
            : flateEntries(samples, raster.widthPx)),
        ...(transparent === undefined ? {} : { Mask: transparent.flatMap((sample) => [sample, sample]) }),
        ...(alpha === undefined ? {} : { SMask: writeAlpha(ctx, raster, alpha) }),
    }) as PDFDict
    return ctx.register(sourceStream(samples.source, dict))
}

function writeAlpha(ctx: PDFContext, raster: Raster, alpha: FlateSamples): PDFRef {
    const dict = ctx.obj({
        Type: "XObject",
        Subtype: "Image",
        Width: raster.widthPx,
        Height: raster.heightPx,
        ColorSpace: "DeviceGray",
        ...flateEntries(alpha, raster.widthPx),
    }) as PDFDict
    return ctx.register(sourceStream(alpha.source, dict))
}

function flateEntries(
    samples: FlateSamples,
    widthPx: number,
): Record<string, number | string | Record<string, number>> {
    const { bits, colors } = samples
    // Predictor 15: each row says in its first byte how it was filtered, as in PNG (ISO 32000-1 §7.4.4.4).
    const DecodeParms = { Predictor: 15, Colors: colors, BitsPerComponent: bits, Columns: widthPx }
    return { BitsPerComponent: bits, Filter: "FlateDecode", DecodeParms }
}

function colorSpace(ctx: PDFContext, space: ColorSpace): string | (string | number | PDFRef)[] {
    if (space === "gray") return "DeviceGray"
    if (space === "rgb") return "DeviceRGB"
    if (space === "cmyk") return "DeviceCMYK"
    const { palette } = space
    return ["Indexed", "DeviceRGB", palette.length / 3 - 1, ctx.register(flateStream(ctx, palette))]
}

/** Fits a unit square into a box and turns it as EXIF says (Exif 2.32 §4.6.4, tag 274). */
function placeRaster({ widthPx, heightPx }: Raster, orientation: number, box: Box): Matrix {
    const turned = orientation >= 5
    const [x, y, w, h] = fitInto(turned ? heightPx : widthPx, turned ? widthPx : heightPx, box)
    const matrices: Readonly<Record<number, Matrix>> = {
        2: [-w, 0, 0, h, x + w, y],
        3: [-w, 0, 0, -h, x + w, y + h],
        4: [w, 0, 0, -h, x, y + h],
        5: [0, -h, -w, 0, x + w, y + h],
        6: [0, -h, w, 0, x, y + h],
        7: [0, h, w, 0, x, y],
        8: [0, h, -w, 0, x + w, y],
    }
    return matrices[orientation] ?? [w, 0, 0, h, x, y]
}

/** The largest rectangle of the given proportions in a box, in its middle: left, bottom, width, height. */
export function fitInto(width: number, height: number, box: Box): readonly [number, number, number, number] {
    const [left, bottom, right, top] = box
    const scale = Math.min((right - left) / width, (top - bottom) / height)
    const w = width * scale
    const h = height * scale
    return [left + (right - left - w) / 2, bottom + (top - bottom - h) / 2, w, h]
}
