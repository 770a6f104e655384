import type { RasterImage } from "../layout/pages/placed.ts"
import { readJpeg } from "./jpeg.ts"
import { readPng } from "./png.ts"
import type { Raster, RasterFault } from "./raster.ts"

/** Rasters by the bytes they came from: a picture that stands in two documents of a run is taken apart once. */
const READ = new WeakMap<Uint8Array, Raster | RasterFault>()

/** A picture's file as a PDF can carry it, or why it can not. */
export function readRaster({ kind, bytes }: RasterImage): Raster | RasterFault {
    const raster = READ.get(bytes) ?? (kind === "png" ? readPng(bytes) : readJpeg(bytes))
    READ.set(bytes, raster)
    return raster
}
