import type { Host } from "../../base/host.ts"
import { type Issue, type IssuePath, issue, PacketError, weighed } from "../../base/issue.ts"
import { type ByteSource, memorySource, readAll } from "../../base/source.ts"
import { LARGEST_PICTURE, type NotShown } from "../../editions/police/exhibits.ts"
import type { EvidenceItem } from "../../editions/shared/evidence-item.ts"
import { lookedAt } from "../../editions/shared/picture-sheets.ts"
import { describeType } from "../../facts/evidence/file-type.ts"
import type { LockEntry } from "../../facts/evidence/lock.ts"
import type { PixelSize } from "../../facts/evidence/mask.ts"
import type { RasterImage } from "../../typeset/layout/pages/placed.ts"
import { foreignPages } from "../../typeset/pdf/foreign/foreign.ts"
import { readJpeg } from "../../typeset/pdf/jpeg.ts"
import { decodeForeign } from "../../typeset/raster/decode-foreign.ts"
import { decodePng } from "../../typeset/raster/decode-png.ts"
import { encodeJpeg } from "../../typeset/raster/encode-jpeg.ts"
import { encodePng } from "../../typeset/raster/encode-png.ts"
import { type Decoded, type ForeignFault, MOST_DECODED } from "../../typeset/raster/foreign/foreign.ts"
import { showsNothing } from "../../typeset/raster/look.ts"
import { LARGEST_SHOWN, LONGEST_SIDE, type Raster } from "../../typeset/raster/raster.ts"
import { holdsSeveral } from "../../typeset/raster/several.ts"
import { jpegFault } from "../../typeset/raster/whole-jpeg.ts"
import { beginsTransparent, pngFault } from "../../typeset/raster/whole-png.ts"

/**
 * Looking into a file of the evidence before anything is printed: whether it is whole, and what 截图及附件汇编 can show of
 * it. `check` looks, `build` goes by what it saw.
 */

/** What was seen in a file. `issue` is a warning: a file that cannot be shown is handed over all the same. */
export type Look =
    | {
          readonly notShown?: never
          readonly size: PixelSize
          /** Where the book shows another encoding of the pixels than the file's own: the format of the file. */
          readonly format?: string
          /** The file holds further pictures, which the book does not show. */
          readonly isFirst?: true
          readonly issue?: Issue
      }
    /** `pages`: of a PDF that could be read. */
    | { readonly notShown: NotShown; readonly pages?: number; readonly issue?: Issue }

/** What was seen, by label. */
export type Looks = ReadonlyMap<string, Look>

/** Largest PDF whose pages are counted, in bytes: to count them it is read as a whole. */
const LARGEST_PDF = 100_000_000

/** Looks into every file, one after the other; an item without a source is left out. */
export async function lookAtAll(
    items: readonly EvidenceItem[],
    sources: ReadonlyMap<string, ByteSource>,
    host: Host,
): Promise<Looks> {
    const looks = new Map<string, Look>()
    for (const item of items) {
        const source = sources.get(item.entry.label)
        if (source !== undefined) looks.set(item.entry.label, await lookAt(item, source, host))
    }
    return looks
}

/** Looks into one file; `largest`: the largest picture that is shown, in bytes. Never throws for what is in the file. */
export async function lookAt(
    item: EvidenceItem,
    source: ByteSource,
    host: Host,
    largest = LARGEST_PICTURE,
): Promise<Look> {
    const { mediaType } = item.entry
    if (mediaType === "application/pdf") return lookAtPdf(item, source)
    if (!isPicture(mediaType)) return { notShown: "type", ...unshownPicture(item) }
    if (source.size > largest) return { notShown: "too-large" }
    return Object.hasOwn(FOREIGN, mediaType)
        ? lookAtForeign(item, await readAll(source), host)
        : lookAtPicture(item, source, host)
}

/** What is told of a picture whose format is not decoded. */
function unshownPicture({ entry }: EvidenceItem): { readonly issue?: Issue } {
    const { label, originalName: file, folder, mediaType, category } = entry
    if (category !== "picture") return {}
    const format = describeType(mediaType).extension.toUpperCase()
    const params = { label, file, format, fault: "coding" as const, most: MOST_DECODED / 1e6, side: LONGEST_SIDE }
    return { issue: issue("evidence.picture.undecoded", [`${folder}/${file}`], params, "warning") }
}

/** Pictures that no PDF carries and that are decoded to be shown, with the names of their formats. */
const FOREIGN: Readonly<Record<string, string>> = {
    "image/webp": "WebP",
    "image/gif": "GIF",
    "image/bmp": "BMP",
    "image/tiff": "TIFF",
    "image/heic": "HEIC",
    "image/avif": "AVIF",
}

/** Whether a file of this type is shown as a picture. */
export function isPicture(mediaType: string): boolean {
    return mediaType === "image/png" || mediaType === "image/jpeg" || Object.hasOwn(FOREIGN, mediaType)
}

/** Most pixels of a decoded picture that is kept without loss; more would take long to pack and much room. */
const LARGEST_LOSSLESS = 8_000_000
/** Half the time of the usual level, a little more room. */
const PNG_LEVEL = 3
/** Small print stays legible. */
const JPEG_QUALITY = 90

async function lookAtForeign({ entry }: EvidenceItem, bytes: Uint8Array, host: Host): Promise<Look> {
    const { label, originalName: file, folder, mediaType } = entry
    const at: IssuePath = [`${folder}/${file}`]
    const decoded = await decodeForeign(bytes, host.decoder)
    if (typeof decoded === "string") {
        const format = FOREIGN[mediaType] ?? mediaType
        const params = { label, file, format, fault: decoded, most: MOST_DECODED / 1e6, side: LONGEST_SIDE }
        return { notShown: NOT_SHOWN[decoded], issue: issue("evidence.picture.undecoded", at, params, "warning") }
    }
    const size = lookedAt({ ...decoded.raster, orientation: orientationOf(entry, decoded) })
    const told = { ...blankOf(decoded.raster, at, { label, file }), ...firstOf(bytes, at, { label, file }) }
    return { size, format: FOREIGN[mediaType] ?? mediaType, ...told }
}

/** What is told of a file of which the book shows the first picture alone. */
function firstOf(
    bytes: Uint8Array,
    at: IssuePath,
    params: { label: string; file: string },
): { readonly isFirst?: true; readonly issue?: Issue } {
    if (!holdsSeveral(bytes)) return {}
    return { isFirst: true, issue: issue("evidence.picture.first", at, params, "warning") }
}

/** What is told of a picture that shows nothing on white paper: white letters on no ground. */
function blankOf(raster: Raster, at: IssuePath, params: { label: string; file: string }): { readonly issue?: Issue } {
    return showsNothing(raster) ? { issue: issue("evidence.picture.blank", at, params, "warning") } : {}
}

const orientationOf = ({ exif }: LockEntry, { upright }: Decoded): number => (upright ? 1 : (exif?.orientation ?? 1))

/**
 * What is placed for a picture: its own file, or its pixels in another encoding. Pixels are decoded once more than for
 * looking: kept from there, those of a hundred photos would fill the memory.
 */
export async function shownPicture(
    item: EvidenceItem,
    source: ByteSource,
    host: Host,
): Promise<RasterImage | undefined> {
    const { entry } = item
    if (!Object.hasOwn(FOREIGN, entry.mediaType)) return rasterOf(item, source)
    const decoded = await decodeForeign(await readAll(source), host.decoder)
    if (typeof decoded === "string") return undefined
    const { raster, lossless } = decoded
    const { widthPx, heightPx } = raster
    const size = { widthPx, heightPx, orientation: orientationOf(entry, decoded) }
    return lossless && widthPx * heightPx <= LARGEST_LOSSLESS
        ? { kind: "png", source: memorySource(encodePng(raster, PNG_LEVEL)), ...size }
        : { kind: "jpeg", source: memorySource(encodeJpeg(raster, JPEG_QUALITY)), ...size }
}

const NOT_SHOWN: Readonly<Record<ForeignFault, NotShown>> = {
    damaged: "damaged",
    "too-large": "too-many-pixels",
    coding: "unsupported",
}

async function lookAtPicture(item: EvidenceItem, source: ByteSource, host: Host): Promise<Look> {
    const { label, originalName: file } = item.entry
    const at: IssuePath = [`${item.entry.folder}/${file}`]
    const found = (notShown: NotShown, one: Issue): Look => ({ notShown, issue: weighed(one, "warning") })
    const input = rasterOf(item, source)
    if (input === undefined) return found("damaged", issue("evidence.picture.damaged", at, { label, file }))
    const pixels = input.widthPx * input.heightPx
    const { widthPx, heightPx } = input
    const sizes = {
        megapixels: Math.ceil(pixels / 1e6),
        most: LARGEST_SHOWN / 1e6,
        widthPx,
        heightPx,
        side: LONGEST_SIDE,
    }
    const params = { label, file, ...sizes }
    const tooLarge = found("too-many-pixels", issue("evidence.picture.too-large", at, params))
    if (pixels > LARGEST_SHOWN || Math.max(widthPx, heightPx) > LONGEST_SIDE) return tooLarge
    const bytes = await readAll(source)
    // All that a PNG may be is a matter of its rows, which are unpacked once.
    const raster = input.kind === "jpeg" ? readJpeg(bytes, source) : undefined
    if (typeof raster === "string" && raster !== "damaged")
        return found("unsupported", issue("pdf.image.unsupported", at, { image: label, feature: raster }))
    const fault = input.kind === "png" ? await pngFault(bytes, host.inflate) : jpegFault(bytes)
    if (fault === "too-large") return tooLarge
    if (fault !== undefined || raster === "damaged")
        return found("damaged", issue(`evidence.picture.${fault ?? "damaged"}`, at, { label, file }))
    const first = firstOf(bytes, at, { label, file })
    // Pixels are only made where there may be nothing to see.
    const isClear = first.isFirst === undefined && pixels <= MOST_DECODED && beginsTransparent(bytes)
    return { size: lookedAt(input), ...first, ...(isClear ? blankOf(decodePng(bytes, at), at, { label, file }) : {}) }
}

/** A PNG or JPEG with its file; `undefined` for other types and where intake could not read the size. */
export function rasterOf({ entry }: EvidenceItem, source: ByteSource): RasterImage | undefined {
    const { mediaType, widthPx, heightPx } = entry
    const kind = mediaType === "image/png" ? "png" : mediaType === "image/jpeg" ? "jpeg" : undefined
    if (kind === undefined || widthPx === undefined || heightPx === undefined) return undefined
    return { kind, source, widthPx, heightPx, orientation: entry.exif?.orientation ?? 1 }
}

const PDF_NOT_SHOWN: Readonly<Record<string, "pdf" | "pdf-encrypted">> = {
    "pdf.foreign.encrypted": "pdf-encrypted",
    "pdf.foreign.differs": "pdf",
    "pdf.foreign.layers": "pdf",
    "pdf.foreign.rotation": "pdf",
}

/** A PDF stays a file; its pages are counted. */
async function lookAtPdf({ entry }: EvidenceItem, source: ByteSource): Promise<Look> {
    if (source.size > LARGEST_PDF) return { notShown: "pdf-too-large" }
    try {
        return { notShown: "pdf", pages: (await foreignPages(await readAll(source), entry.label)).length }
    } catch (fault) {
        if (!(fault instanceof PacketError)) throw fault
        const [first] = fault.issues
        const path: IssuePath = [`${entry.folder}/${entry.originalName}`]
        return {
            notShown: PDF_NOT_SHOWN[first?.code ?? ""] ?? "pdf-damaged",
            ...(first === undefined ? {} : { issue: { ...first, path, severity: "warning" as const } }),
        }
    }
}
