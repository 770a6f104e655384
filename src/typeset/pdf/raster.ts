import type { PictureFeature } from "../../base/issues/document.ts"

/** Colours of a picture's samples; a palette holds RGB triples. */
export type ColorSpace = "gray" | "rgb" | "cmyk" | { readonly palette: Uint8Array }

/** Samples compressed by zlib; with `colors`, each row was filtered as in PNG (RFC 2083 §6) before. */
export interface FlateSamples {
    readonly kind: "flate"
    readonly bytes: Uint8Array
    readonly bits: number
    readonly colors: number
}

/** A picture in a form that a PDF can carry. */
export interface Raster {
    readonly widthPx: number
    readonly heightPx: number
    readonly space: ColorSpace
    readonly samples:
        | FlateSamples
        /** A JPEG file. `inverted`: CMYK as Adobe writes it. `plainRgb`: three components that are not YCbCr. */
        | { readonly kind: "jpeg"; readonly bytes: Uint8Array; readonly inverted: boolean; readonly plainRgb: boolean }
    /** Opacity of each pixel. */
    readonly alpha?: FlateSamples
    /** Samples of the one colour that is transparent. */
    readonly transparent?: readonly number[]
}

/** Why there is no raster: the file is broken, or uses what a PDF cannot carry. */
export type RasterFault = "damaged" | PictureFeature
