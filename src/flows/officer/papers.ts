import type { NamedBytes } from "../../base/bytes.ts"
import { type Issue, issue } from "../../base/issue.ts"
import { memorySource } from "../../base/source.ts"
import type { ImageInput } from "../../typeset/layout/pages/placed.ts"
import { foreignPages } from "../../typeset/pdf/foreign/foreign.ts"
import { formatOf } from "../../typeset/raster/decode.ts"
import { encodeJpeg } from "../../typeset/raster/encode-jpeg.ts"
import { shrink } from "../../typeset/raster/shrink.ts"
import { decodePhoto } from "./identity.ts"

/** Sealed papers as pages: PDFs as a scanner makes them, or pictures of the paper, one a page. */

/** Ends of names by what the first bytes say (a PDF's: ISO 32000-1 §7.5.2); `undefined` for what is no scan. */
export function scanEnding(bytes: Uint8Array): "pdf" | "jpg" | "png" | undefined {
    if (new TextDecoder("latin1").decode(bytes.slice(0, 1024)).includes("%PDF-")) return "pdf"
    const format = formatOf(bytes)
    return format === "JPEG" ? "jpg" : format === "PNG" ? "png" : undefined
}

/** Scans of papers must be PDF, JPEG or PNG: `request.scan.type`, `request.scan.heic` for each that is not. */
export function scanIssues(scans: readonly NamedBytes[]): Issue[] {
    return scans
        .filter(({ bytes }) => scanEnding(bytes) === undefined)
        .map(({ name, bytes }) =>
            issue(formatOf(bytes) === "HEIC" ? "request.scan.heic" : "request.scan.type", [name], { file: name }),
        )
}

const LONG_EDGE_PX = 3508 // A4 at 300 dpi
const QUALITY = 85

/**
 * The pages of a scan in order. A picture is made anew from its pixels: what a phone writes beside them, place and
 * device, must not leave, and several photographs at full size would not fit into a mail.
 *
 * Throws `pdf.foreign.*` or `raster.picture.*`.
 */
export async function scanPages({ name, bytes }: NamedBytes): Promise<readonly ImageInput[]> {
    if (scanEnding(bytes) === "pdf") return foreignPages(bytes, name)
    const raster = shrink(await decodePhoto(bytes, [name]), LONG_EDGE_PX)
    const { widthPx, heightPx } = raster
    return [{ kind: "jpeg", source: memorySource(encodeJpeg(raster, QUALITY)), widthPx, heightPx, orientation: 1 }]
}
