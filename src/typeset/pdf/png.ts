import { zlibSync } from "fflate"
import { type ByteSource, memorySource, pickSource } from "../../base/source.ts"
import { type PngFile, readPngFile } from "../raster/png-file.ts"
import { inflateRows, type Rows, sampleAt, splitRows, unfilter } from "../raster/png-rows.ts"
import type { ColorSpace, FlateSamples, Raster, RasterFault } from "./raster.ts"

/** Most bytes of pixels that are taken apart in memory; pictures that need not be are of any size. */
const LARGEST = 400_000_000

/**
 * A PNG file as a PDF can carry it. Where PDF knows the very same compression (no alpha channel, no interlacing) the
 * data are taken over as they are; else rows are put in order, and alpha goes into a mask of its own.
 *
 * @param source - The same file, of which data taken over are windows.
 */
export function readPng(bytes: Uint8Array, source: ByteSource): Raster | RasterFault {
    const png = readPngFile(bytes)
    if (png === undefined) return "damaged"
    const { widthPx, heightPx } = png
    const hasAlpha = png.colorType === 4 || png.colorType === 6
    const hasPaletteAlpha = png.colorType === 3 && png.transparency.length > 0
    const space: ColorSpace =
        png.colorType === 3 ? { palette: png.palette } : png.colorType === 0 || png.colorType === 4 ? "gray" : "rgb"
    const base = { widthPx, heightPx, space, ...transparentColor(png) }
    if (!hasAlpha && !png.interlaced && !hasPaletteAlpha)
        return { ...base, samples: samplesOf(png, pickSource(source, png.dataRanges), png.channels) }
    if (widthPx * heightPx * png.channels * Math.max(1, png.bits / 8) > LARGEST) return "too-large"
    const rows = inflateRows(png)
    if (rows === undefined) return "damaged"
    if (hasAlpha) return { ...base, ...splitAlpha(png, rows) }
    const data = png.interlaced ? pack(rows) : pickSource(source, png.dataRanges)
    const samples = samplesOf(png, data, png.channels)
    return hasPaletteAlpha ? { ...base, samples, alpha: paletteAlpha(png, rows) } : { ...base, samples }
}

function samplesOf(png: PngFile, source: ByteSource, colors: number): FlateSamples {
    return { kind: "flate", source, bits: png.bits, colors }
}

function pack(rows: Rows): ByteSource {
    return memorySource(zlibSync(rows.bytes, { level: 6 }))
}

/** Colour and alpha apart; an alpha that hides nothing, as in most screenshots, is left out. */
function splitAlpha(png: PngFile, rows: Rows): { samples: FlateSamples; alpha?: FlateSamples } {
    const sampleBytes = png.bits >> 3
    const colors = png.channels - 1
    const samples = samplesOf(png, pack(splitRows(rows, 0, colors * sampleBytes)), colors)
    const alphaRows = splitRows(rows, colors * sampleBytes, sampleBytes)
    if (unfilter(alphaRows).every((byte) => byte === 0xff)) return { samples }
    return { samples, alpha: samplesOf(png, pack(alphaRows), 1) }
}

/** The alpha of each pixel, from that of its palette entry; entries beyond `tRNS` are opaque. */
function paletteAlpha(png: PngFile, rows: Rows): FlateSamples {
    const indices = unfilter(rows)
    const stride = png.widthPx + 1
    const out = new Uint8Array(stride * png.heightPx)
    for (let y = 0; y < png.heightPx; y++)
        for (let x = 0; x < png.widthPx; x++) {
            const index = sampleAt(indices, y * rows.stride, x, png.bits)
            out[y * stride + 1 + x] = png.transparency[index] ?? 0xff
        }
    return { kind: "flate", source: memorySource(zlibSync(out, { level: 6 })), bits: 8, colors: 1 }
}

/** `tRNS` of gray and RGB names one colour, two bytes a sample (W3C PNG §11.3.2.1). */
function transparentColor(png: PngFile): { transparent?: readonly number[] } {
    const { colorType, transparency, bits } = png
    const samples = colorType === 0 ? 1 : colorType === 2 ? 3 : 0
    if (samples === 0 || transparency.length !== 2 * samples) return {}
    const mask = 2 ** bits - 1
    return {
        transparent: Array.from(
            { length: samples },
            (_, i) => (256 * (transparency[2 * i] ?? 0) + (transparency[2 * i + 1] ?? 0)) & mask,
        ),
    }
}
