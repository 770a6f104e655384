import { type NewHasher, sha256Source } from "../../base/digest.ts"
import { type IssuePath, issue, PacketError } from "../../base/issue.ts"
import { type ByteSource, memorySource, readAll } from "../../base/source.ts"
import { decodeRaster } from "../../typeset/raster/decode.ts"
import { encodeJpeg } from "../../typeset/raster/encode-jpeg.ts"
import { encodePng } from "../../typeset/raster/encode-png.ts"
import { fillBox } from "../../typeset/raster/paint.ts"
import type { Rgb } from "../../typeset/raster/raster.ts"
import type { LockEntry } from "./lock.ts"
import { isInside, type MaskBox, maskedLabel, uprightSize } from "./mask.ts"

/** The masked copy of a picture: boxes burnt in, nothing of the original file but its other pixels. */

const BLACK: Rgb = [0, 0, 0]
/** Text on screenshots stays legible, and the file no larger than the usual original. */
const JPEG_QUALITY = 92

export interface MaskedCopy {
    /** As intake would have recorded it: label `E012-m`, own hash and size, upright, without EXIF. */
    readonly entry: LockEntry
    readonly source: ByteSource
}

/**
 * Makes the copy: decoded, blacked out, encoded again in the format of the original. The same picture and boxes give
 * the same bytes.
 *
 * @param at - RFC 3339 with offset: when the copy is made, its file and hash time.
 * @throws PacketError with `raster.picture.*` where the picture cannot be read, `evidence.mask.other-size` where it is
 * not of the size that intake recorded, so that the boxes would cover something else.
 */
export async function maskPicture(
    original: LockEntry,
    boxes: readonly MaskBox[],
    source: ByteSource,
    at: string,
    newHasher: NewHasher,
): Promise<MaskedCopy> {
    const path: IssuePath = [`${original.folder}/${original.originalName}`]
    const picture = decodeRaster(await readAll(source), path, original.exif?.orientation ?? 1)
    const recorded = uprightSize(original)
    const isMeasured = recorded?.widthPx === picture.widthPx && recorded.heightPx === picture.heightPx
    if (!isMeasured || boxes.length === 0 || boxes.some((box) => !isInside(box, picture)))
        throw new PacketError([issue("evidence.mask.other-size", path, { label: original.label })])
    const masked = boxes.reduce((raster, box) => fillBox(raster, box, BLACK), picture)
    const isPng = original.mediaType === "image/png"
    const copy = memorySource(isPng ? encodePng(masked) : encodeJpeg(masked, JPEG_QUALITY))
    const label = maskedLabel(original.label)
    const entry: LockEntry = {
        label,
        folder: original.folder,
        originalName: `${label}.${isPng ? "png" : "jpg"}`,
        sizeBytes: copy.size,
        mediaType: original.mediaType,
        category: original.category,
        sha256: await sha256Source(copy, newHasher),
        modifiedAt: at,
        importedAt: at,
        widthPx: masked.widthPx,
        heightPx: masked.heightPx,
    }
    return { entry, source: copy }
}
