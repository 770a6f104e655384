import { type Issue, type IssuePath, issue, PacketError } from "../../base/issue.ts"
import { type ByteSource, readAll } from "../../base/source.ts"
import { type BookEntry, LARGEST_BOOK, LARGEST_PICTURE, type NotShown } from "../../editions/police/exhibits.ts"
import type { EvidenceItem } from "../../editions/shared/evidence-item.ts"
import type { ImageInput, Images } from "../../typeset/layout/pages/placed.ts"
import { foreignPages } from "../../typeset/pdf/foreign/foreign.ts"
import { checkPicture, type RasterInput } from "../../typeset/pdf/read-raster.ts"

/**
 * Pictures of exhibits: for 截图及附件汇编 which files become pages and why the others do not, where nothing in a file stops
 * the build; for 03-Exhibits those chosen, where each must be a picture.
 */

/** What the book shows. */
export interface ExhibitBook {
    readonly entries: readonly BookEntry[]
    /** Bytes of the pictures that are shown, and of no others. */
    readonly images: Images
    /** Files that could not be read, as warnings. */
    readonly issues: readonly Issue[]
}

/** Largest PDF whose pages are counted, in bytes: to count them it is read as a whole. */
const LARGEST_PDF = 100_000_000

/** Most bytes that one picture, and all pictures of a book, may have. */
export interface BookLimits {
    readonly picture: number
    readonly book: number
}
const LIMITS: BookLimits = { picture: LARGEST_PICTURE, book: LARGEST_BOOK }

/**
 * Looks into every file, one after the other, in the order of their labels as listed.
 *
 * @param sources - By label; an item without a source is left out.
 */
export async function planExhibits(
    items: readonly EvidenceItem[],
    sources: ReadonlyMap<string, ByteSource>,
    limits: BookLimits = LIMITS,
): Promise<ExhibitBook> {
    const entries: BookEntry[] = []
    const images = new Map<string, ImageInput>()
    const issues: Issue[] = []
    let shownBytes = 0
    let isFull = false
    for (const item of items) {
        const { label, mediaType } = item.entry
        const source = sources.get(label)
        if (source === undefined) continue
        if (mediaType === "application/pdf") {
            entries.push(await pdfEntry(item, source, issues))
            continue
        }
        const isShowable = mediaType === "image/png" || mediaType === "image/jpeg"
        // After the first picture that does not fit none is shown, so that the book ends at a place that can be named.
        isFull ||= isShowable && source.size <= limits.picture && shownBytes + source.size > limits.book
        const notShown: NotShown | undefined = !isShowable
            ? "type"
            : source.size > limits.picture
              ? "too-large"
              : isFull
                ? "book-full"
                : await addPicture(item, source, images, issues)
        if (notShown === undefined) shownBytes += source.size
        entries.push(notShown === undefined ? { item } : { item, notShown })
    }
    return { entries, images, issues }
}

/** Takes a picture into the book, or says why not. */
async function addPicture(
    item: EvidenceItem,
    source: ByteSource,
    images: Map<string, ImageInput>,
    issues: Issue[],
): Promise<NotShown | undefined> {
    const { label } = item.entry
    const input = await pictureInput(item, source)
    const found =
        input === undefined ? issue("pdf.image.damaged", [label], { image: label }) : checkPicture(label, input)
    if (input !== undefined && found === undefined) {
        images.set(label, input)
        return undefined
    }
    if (found !== undefined) issues.push(warning(found, item))
    return found?.code === "pdf.image.unsupported" ? "unsupported" : "damaged"
}

/** A PDF stays a file; its pages are counted. */
async function pdfEntry(item: EvidenceItem, source: ByteSource, issues: Issue[]): Promise<BookEntry> {
    if (source.size > LARGEST_PDF) return { item, notShown: "pdf-too-large" }
    try {
        return { item, notShown: "pdf", pages: (await foreignPages(await readAll(source), item.entry.label)).length }
    } catch (fault) {
        if (!(fault instanceof PacketError)) throw fault
        issues.push(...fault.issues.map((found) => warning(found, item)))
        const isEncrypted = fault.issues.some(({ code }) => code === "pdf.foreign.encrypted")
        return { item, notShown: isEncrypted ? "pdf-encrypted" : "pdf-damaged" }
    }
}

/** The same finding where it stops nothing, at the file that it is about. */
function warning(found: Issue, { entry }: EvidenceItem): Issue {
    const path: IssuePath = [`${entry.folder}/${entry.originalName}`]
    return { ...found, path, severity: "warning" }
}

/** Pictures of exhibits as layout takes them, by label. A released file that is no PNG or JPEG is an issue. */
export async function exhibitImages(
    items: readonly EvidenceItem[],
    sources: ReadonlyMap<string, ByteSource>,
): Promise<Images> {
    const images = new Map<string, ImageInput>()
    const issues = []
    for (const item of items) {
        const { label, mediaType } = item.entry
        const source = sources.get(label)
        const input = source === undefined ? undefined : await pictureInput(item, source)
        if (input === undefined) issues.push(issue("request.exhibit.no-picture", [label], { label, mediaType }))
        else images.set(label, input)
    }
    if (issues.length > 0) throw new PacketError(issues)
    return images
}

/** A PNG or JPEG with its bytes; `undefined` for other types and where intake could not read the size. */
export async function pictureInput({ entry }: EvidenceItem, source: ByteSource): Promise<RasterInput | undefined> {
    const { mediaType, widthPx, heightPx } = entry
    const kind = mediaType === "image/png" ? "png" : mediaType === "image/jpeg" ? "jpeg" : undefined
    if (kind === undefined || widthPx === undefined || heightPx === undefined) return undefined
    return { kind, bytes: await readAll(source), widthPx, heightPx, orientation: entry.exif?.orientation ?? 1 }
}
