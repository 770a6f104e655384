import type { IssuePath } from "../../base/issue.ts"
import { decodeJpeg } from "./decode-jpeg.ts"
import { decodePng } from "./decode-png.ts"
import { heifFormat } from "./heif-format.ts"
import { startsWith } from "./jpeg-segments.ts"
import { pictureFault, type Raster, upright } from "./raster.ts"

/**
 * Decodes a PNG or JPEG file. Nothing but pixels comes through: no metadata, no profile, nothing behind the end.
 * Whatever is missing of the file is a fault; no gap is filled with grey.
 *
 * @param path - Where the picture stands, for issues.
 * @param orientation - EXIF orientation of the stored pixels, 1 to 8; the result is upright.
 * @throws PacketError with one issue `raster.picture.*`.
 */
export function decodeRaster(bytes: Uint8Array, path: IssuePath, orientation = 1): Raster {
    const format = formatOf(bytes)
    if (format === "HEIC") throw pictureFault("raster.picture.heic", path, {})
    if (format !== "JPEG" && format !== "PNG") throw pictureFault("raster.picture.type", path, { found: format })
    return upright(format === "PNG" ? decodePng(bytes, path) : decodeJpeg(bytes, path), orientation)
}

/** Name of a picture's format by its first bytes, `unknown` where they tell none. */
export function formatOf(bytes: Uint8Array): string {
    if (startsWith(bytes, "\u0089PNG\r\n\u001a\n")) return "PNG"
    if (startsWith(bytes, "\u00ff\u00d8\u00ff")) return "JPEG"
    if (startsWith(bytes, "GIF8")) return "GIF"
    if (startsWith(bytes, "RIFF") && startsWith(bytes.subarray(8), "WEBP")) return "WebP"
    if (startsWith(bytes, "BM")) return "BMP"
    if (startsWith(bytes, "II*\0") || startsWith(bytes, "MM\0*")) return "TIFF"
    return heifFormat(bytes) ?? "unknown"
}
