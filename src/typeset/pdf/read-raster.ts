import { type Issue, issue } from "../../base/issue.ts"
import type { ImageInput } from "../layout/pages/placed.ts"
import { readPngFile } from "../raster/png-file.ts"
import { inflateRows } from "../raster/png-rows.ts"
import { readJpeg } from "./jpeg.ts"
import { readPng } from "./png.ts"
import type { Raster, RasterFault } from "./raster.ts"

/** A PNG or JPEG as it was received, with its size and EXIF orientation. */
export type RasterInput = Extract<ImageInput, { kind: "png" | "jpeg" }>

/** Rasters by the bytes they came from: a picture that stands in two documents of a run is taken apart once. */
const READ = new WeakMap<Uint8Array, Raster | RasterFault>()

/** A picture's file as a PDF can carry it, or why it can not. */
export function readRaster({ kind, bytes }: RasterInput): Raster | RasterFault {
    const raster = READ.get(bytes) ?? (kind === "png" ? readPng(bytes) : readJpeg(bytes))
    READ.set(bytes, raster)
    return raster
}

/** Most bytes of pixels that are unpacked only to see whether they are whole. */
const LARGEST_CHECK = 400_000_000

/**
 * Finds out before layout whether a picture can stand in a PDF. Stricter than {@link readRaster}: PNG data that are
 * taken over as they are get unpacked once, so that a page of evidence never turns out blank. The coded data of a
 * JPEG are not decoded.
 *
 * @param image - Id of the picture, for the issue: `pdf.image.damaged` or `pdf.image.unsupported`, an error.
 */
export function checkPicture(image: string, input: RasterInput): Issue | undefined {
    const raster = readRaster(input)
    if (raster === "damaged" || (input.kind === "png" && typeof raster !== "string" && !isWhole(input.bytes)))
        return issue("pdf.image.damaged", [image], { image })
    return typeof raster === "string" ? issue("pdf.image.unsupported", [image], { image, feature: raster }) : undefined
}

function isWhole(bytes: Uint8Array): boolean {
    const png = readPngFile(bytes)
    if (png === undefined) return false
    const { widthPx, heightPx, channels, bits } = png
    // Pictures with an alpha channel or in passes were unpacked when they were read.
    if (png.colorType === 4 || png.colorType === 6 || png.interlaced) return true
    return (widthPx * heightPx * channels * bits) / 8 > LARGEST_CHECK || inflateRows(png) !== undefined
}
