import type { PixelSize } from "../../facts/evidence/mask.ts"
import type { ImageInput, RasterImage } from "../../typeset/layout/pages/placed.ts"
import { type Rows, stripsOf } from "../../typeset/layout/strips.ts"

/** On how many pages a picture is shown, and under which names layout finds what stands on each. */

export interface PictureSheet {
    /** `E012`; `E012/3` for the third strip of a long picture. */
    readonly image: string
    /** Of a strip: which one, counted from 1, of how many. */
    readonly part?: { readonly n: number; readonly of: number }
    readonly rows: Rows
}

/** The sheets of a picture; `size` is the size at which one looks at it, its orientation applied. */
export function pictureSheets(label: string, size: PixelSize): PictureSheet[] {
    const strips = stripsOf(size)
    return strips.map((rows, i) =>
        strips.length === 1
            ? { image: label, rows }
            : { image: `${label}/${String(i + 1)}`, part: { n: i + 1, of: strips.length }, rows },
    )
}

/** What layout places for the sheets of a picture, by their names. */
export function sheetImages(label: string, picture: RasterImage): [string, ImageInput][] {
    return pictureSheets(label, lookedAt(picture)).map(({ image, part, rows }) => [
        image,
        part === undefined ? picture : { kind: "strip", of: picture, ...rows },
    ])
}

/** Size of a picture as one looks at it. */
export function lookedAt({
    widthPx,
    heightPx,
    orientation,
}: Pick<RasterImage, "widthPx" | "heightPx" | "orientation">): PixelSize {
    // Orientations 5 to 8 are turned by a quarter (EXIF 2.32 §4.6.4).
    return orientation >= 5 ? { widthPx: heightPx, heightPx: widthPx } : { widthPx, heightPx }
}
