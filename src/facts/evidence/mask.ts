import type { PixelBox } from "../../typeset/raster/raster.ts"
import type { LockEntry } from "./lock.ts"

/** Masks: what may not be seen of a picture, as data; see `masked-copy.ts` for the pixels. */

/** A rectangle that is blacked out, in whole pixels of the upright picture, from its upper left corner. */
export interface MaskBox extends PixelBox {
    /** What it hides, in the owner's words; empty where nothing was said. For the police only. */
    readonly reason: string
}

export interface PixelSize {
    readonly widthPx: number
    readonly heightPx: number
}

/** `E012-m`: the label of the masked copy of a picture. */
export function maskedLabel(label: string): string {
    return `${label}-m`
}

/** True for the types whose pixels can be read and written again. */
export function isMaskable(mediaType: string): boolean {
    return mediaType === "image/png" || mediaType === "image/jpeg"
}

/** Size of a picture as people see it, its orientation applied; `undefined` where intake could not read it. */
export function uprightSize({ widthPx, heightPx, exif }: LockEntry): PixelSize | undefined {
    if (widthPx === undefined || heightPx === undefined) return undefined
    // Orientations 5 to 8 are turned by a quarter (EXIF 2.32 §4.6.4).
    return (exif?.orientation ?? 1) >= 5 ? { widthPx: heightPx, heightPx: widthPx } : { widthPx, heightPx }
}

/** Whether the whole rectangle lies in the picture. One that does not was measured in another picture. */
export function isInside(box: MaskBox, picture: PixelSize): boolean {
    return (
        box.x >= 0 &&
        box.y >= 0 &&
        box.width > 0 &&
        box.height > 0 &&
        box.x + box.width <= picture.widthPx &&
        box.y + box.height <= picture.heightPx
    )
}
