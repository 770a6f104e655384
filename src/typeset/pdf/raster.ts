import type { PictureFeature } from "../../base/issues/document.ts"
import type { ByteSource } from "../../base/source.ts"

/** Colours of a picture's samples; a palette holds RGB triples. */
export type ColorSpace = "gray" | "rgb" | "cmyk" | { readonly palette: Uint8Array }

/** Samples compressed by zlib; with `colors`, each row was filtered as in PNG (RFC 2083 §6) before. */
export interface FlateSamples {
    readonly kind: "flate"
    readonly source: ByteSource
    readonly bits: number
    readonly colors: number
}

/** A picture in a form that a PDF can carry. Data that stay as they are in the file are windows into it. */
export interface Raster {
    readonly widthPx: number
    readonly heightPx: number
    readonly space: ColorSpace
    readonly samples:
        | FlateSamples
        /** A JPEG file. `inverted`: CMYK as Adobe writes it. `plainRgb`: three components that are not YCbCr. */
        | { readonly kind: "jpeg"; readonly source: ByteSource; readonly inverted: boolean; readonly plainRgb: boolean }
    /** Opacity of each pixel. */
    readonly alpha?: FlateSamples
    /** Samples of the one colour that is transparent. */
    readonly transparent?: readonly number[]
}

/** Why there is no raster: the file is broken, or uses what a PDF cannot carry. */
export type RasterFault = "damaged" | PictureFeature
