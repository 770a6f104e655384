import type { Host } from "../../base/host.ts"
import { decodeForeign } from "../../typeset/raster/decode-foreign.ts"
import { encodeJpeg } from "../../typeset/raster/encode-jpeg.ts"
import { upright } from "../../typeset/raster/raster.ts"
import { shrink } from "../../typeset/raster/shrink.ts"

/** Long edge of a preview, for a screen. */
const LONG_EDGE_PX = 1600
const QUALITY = 80

/**
 * A picture that a shell cannot show by itself (HEIC, TIFF), as a JPEG for the screen. Undefined where it cannot be
 * decoded: the look into the file says why.
 *
 * @param orientation - EXIF orientation, 1 to 8, for a format whose own turns are not applied.
 */
export async function previewOf(bytes: Uint8Array, orientation: number, host: Host): Promise<Uint8Array | undefined> {
    const decoded = await decodeForeign(bytes, host.decoder)
    if (typeof decoded === "string") return undefined
    return encodeJpeg(upright(shrink(decoded.raster, LONG_EDGE_PX), decoded.upright ? 1 : orientation), QUALITY)
}
