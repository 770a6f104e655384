import type { NamedBytes } from "../../base/bytes.ts"
import { type Issue, issue, PacketError } from "../../base/issue.ts"
import { memorySource } from "../../base/source.ts"
import type { ImageInput } from "../../typeset/layout/pages/placed.ts"
import { foreignPages, foreignPaint, foreignTitle } from "../../typeset/pdf/foreign/foreign.ts"
import type { PaintedImage } from "../../typeset/pdf/foreign/foreign-image.ts"
import type { PagePaint } from "../../typeset/pdf/foreign/foreign-paint.ts"
import { formatOf } from "../../typeset/raster/decode.ts"
import { encodeJpeg } from "../../typeset/raster/encode-jpeg.ts"
import { showsNothing } from "../../typeset/raster/look.ts"
import { shrink } from "../../typeset/raster/shrink.ts"
import { jpegFault } from "../../typeset/raster/whole-jpeg.ts"
import { pngFault } from "../../typeset/raster/whole-png.ts"
import { BLANK_HEAD } from "../print/compose.ts"
import { decodePhoto } from "./identity.ts"

/** Sealed papers as pages: PDFs as a scanner makes them, or pictures of the paper, one a page. */

/** Ends of names by what the first bytes say (a PDF's: ISO 32000-1 §7.5.2); `undefined` for what is no scan. */
export function scanEnding(bytes: Uint8Array): "pdf" | "jpg" | "png" | undefined {
    if (new TextDecoder("latin1").decode(bytes.slice(0, 1024)).includes("%PDF-")) return "pdf"
    const format = formatOf(bytes)
    return format === "JPEG" ? "jpg" : format === "PNG" ? "png" : undefined
}

/** Short edge in pixels below which a paper cannot be read: an A4 page at 120 dpi. */
const LEAST_PX = 1000

/** Findings by the bytes they are about: a run looks at each scan more than once. */
const SEEN = new WeakMap<Uint8Array, readonly Issue[]>()

/**
 * Scans of papers must be PDF, JPEG or PNG, whole, legible, and have something on every page: `request.scan.*`,
 * `raster.picture.*` or `pdf.foreign.*` for each that is not. The program knows no seal, but it knows a blank sheet.
 */
export async function scanIssues(scans: readonly NamedBytes[]): Promise<Issue[]> {
    const issues: Issue[] = []
    for (const scan of scans) {
        const found = SEEN.get(scan.bytes) ?? (await faultsOf(scan))
        SEEN.set(scan.bytes, found)
        issues.push(...found)
    }
    return issues
}

async function faultsOf({ name, bytes }: NamedBytes): Promise<readonly Issue[]> {
    const ending = scanEnding(bytes)
    if (ending === undefined)
        return [issue(formatOf(bytes) === "HEIC" ? "request.scan.heic" : "request.scan.type", [name], { file: name })]
    try {
        if (ending === "pdf" && (await foreignTitle(bytes, name)).includes(BLANK_HEAD))
            return [issue("request.scan.blank-form", [name], { file: name })]
        if (ending === "pdf")
            return (await foreignPaint(bytes, name)).flatMap((paint, i) => pageFaults(name, i + 1, paint))
        const fault = ending === "jpg" ? jpegFault(bytes) : await pngFault(bytes)
        if (fault === "cut-off" || fault === "damaged") return [issue(`raster.picture.${fault}`, [name], {})]
        const raster = await decodePhoto(bytes, [name])
        const { widthPx, heightPx } = raster
        return imageFaults(name, 0, [{ widthPx, heightPx, isBlank: showsNothing(raster) }])
    } catch (error) {
        if (error instanceof PacketError) return error.issues
        throw error
    }
}

function pageFaults(name: string, page: number, { hasContent, images }: PagePaint): readonly Issue[] {
    if (hasContent) return []
    if (images.length === 0) return [issue("request.scan.empty", [name], { file: name, page })]
    return imageFaults(name, page, images)
}

/** Of a page that is nothing but pictures: one, or the strips and layers that some scanners make of it. */
function imageFaults(name: string, page: number, images: readonly PaintedImage[]): readonly Issue[] {
    if (images.every(({ isBlank }) => isBlank)) return [issue("request.scan.blank", [name], { file: name, page })]
    const [first] = images
    const area = images.reduce((sum, { widthPx, heightPx }) => sum + widthPx * heightPx, 0)
    const shortPx =
        first !== undefined && images.length === 1
            ? Math.min(first.widthPx, first.heightPx)
            : Math.floor(Math.sqrt(area / Math.SQRT2))
    if (shortPx >= LEAST_PX) return []
    return [issue("request.scan.small", [name], { file: name, page, found: shortPx, least: LEAST_PX })]
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
