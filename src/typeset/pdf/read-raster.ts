import { type ByteSource, readAll } from "../../base/source.ts"
import type { RasterImage } from "../layout/pages/placed.ts"
import { readJpeg } from "./jpeg.ts"
import { readPng } from "./png.ts"
import type { Raster, RasterFault } from "./raster.ts"

/** Rasters by the files they came from: a picture that stands in two documents of a run is taken apart once. */
const READ = new WeakMap<ByteSource, Raster | RasterFault>()

/** A picture's file as a PDF can carry it, or why it cannot. */
export async function readRaster({ kind, source }: RasterImage): Promise<Raster | RasterFault> {
    const known = READ.get(source)
    if (known !== undefined) return known
    const bytes = await readAll(source)
    const raster = kind === "png" ? readPng(bytes, source) : readJpeg(bytes, source)
    READ.set(source, raster)
    return raster
}
