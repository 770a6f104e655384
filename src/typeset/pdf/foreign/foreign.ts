import { type PDFArray, PDFName, PDFNumber, PDFObjectCopier, type PDFPageLeaf, PDFRawStream } from "pdf-lib"
import { issue, PacketError } from "../../../base/issue.ts"
import type { ImageInput } from "../../layout/pages/placed.ts"
import type { Box, Matrix, PageGeometry } from "../geometry.ts"
import { type ForeignReader, fitInto } from "../picture.ts"
import { unpackFirst } from "./bounds.ts"
import { checkAnnotations } from "./foreign-annotations.ts"
import { writePageForm } from "./foreign-form.ts"
import { hasHiddenLayers } from "./foreign-layers.ts"
import { type ForeignFile, readForeignFile } from "./foreign-objects.ts"
import { pageLeaves } from "./foreign-pages.ts"
import { type PagePaint, pagePaint } from "./foreign-paint.ts"
import { pageScan } from "./foreign-scan.ts"
import { Ambiguous } from "./foreign-syntax.ts"
import { pageText, textAt } from "./foreign-text.ts"

/**
 * Pages of PDFs that others made: scans of sealed letters, receipts. They are taken over as they look, annotations
 * with an appearance (stamps, electronic seals) included, and nothing else of the file: no scripts, no links, no
 * attachments, no metadata.
 */

/**
 * All pages of a PDF as pictures for layout, in order. A page that is nothing but one JPEG, as scanners make them, is
 * handed out as that JPEG, so that the document it goes into can stay PDF/A and PDF/UA; all others as `pdf-page`.
 *
 * Throws an issue `pdf.foreign.encrypted`, `pdf.foreign.damaged`, `pdf.foreign.differs`, `pdf.foreign.layers` or `pdf.foreign.rotation`.
 *
 * @param name - The file's name, for issues.
 */
export async function foreignPages(bytes: Uint8Array, name: string): Promise<readonly ImageInput[]> {
    const doc = loadShown(bytes, name)
    return guarded(name, () =>
        pagesOf(doc).map((page, pageIndex): ImageInput => {
            const geometry = geometryOf(page, name)
            const scan = pageScan(page, geometry)
            if (scan !== undefined) return scan
            const [width, height] = shownSize(geometry)
            const unit = userUnit(page)
            return { kind: "pdf-page", bytes, pageIndex, widthPt: width * unit, heightPt: height * unit }
        }),
    )
}

/**
 * What each page of a PDF paints, in order.
 *
 * Throws an issue `pdf.foreign.encrypted`, `pdf.foreign.damaged`, `pdf.foreign.layers` or `raster.picture.*`.
 *
 * @param name - The file's name, for issues.
 */
export async function foreignPaint(bytes: Uint8Array, name: string): Promise<readonly PagePaint[]> {
    const doc = loadShown(bytes, name)
    return guarded(name, () => pagesOf(doc).map((page) => pagePaint(page, name)))
}

/**
 * The title in a PDF's properties (ISO 32000-1 §14.3.3); empty where it has none.
 *
 * Throws an issue `pdf.foreign.encrypted`, `pdf.foreign.damaged` or `pdf.foreign.rotation`.
 */
export async function foreignTitle(bytes: Uint8Array, name: string): Promise<string> {
    const doc = load(bytes, name)
    return guarded(name, () => textAt(doc.info, "Title"))
}

/** Pages whose text is read; a letter has few. */
const MOST_TEXT_PAGES = 50
const LARGEST_XMP = 64 << 10

/**
 * What can be read as text in a PDF, each piece in a line of its own: properties, metadata, and what its first pages show.
 * Words that a scan shows are none.
 *
 * Throws an issue `pdf.foreign.encrypted` or `pdf.foreign.damaged`.
 *
 * @param most - Characters after which no further page is read.
 */
export async function foreignText(bytes: Uint8Array, name: string, most: number): Promise<string> {
    const doc = load(bytes, name)
    return guarded(name, () => {
        const xmp = doc.catalog.lookup(PDFName.of("Metadata"))
        const texts = ["Title", "Subject", "Keywords", "Author"].map((key) => textAt(doc.info, key))
        if (xmp instanceof PDFRawStream) texts.push(new TextDecoder().decode(unpackFirst(xmp, LARGEST_XMP)))
        let left = most
        for (const page of pagesOf(doc).slice(0, MOST_TEXT_PAGES)) {
            const text = pageText(page, left)
            texts.push(text)
            left -= text.length
            if (left <= 0) break
        }
        return texts.join("\n")
    })
}

/** See {@link ForeignReader}. */
export function createForeignReader(): ForeignReader {
    const open = new Map<Uint8Array, { pages: readonly PDFPageLeaf[]; copier: PDFObjectCopier }>()
    return {
        async place(ctx, image, { bytes, pageIndex }) {
            let source = open.get(bytes)
            if (source === undefined) {
                const doc = load(bytes, image)
                const pages = guarded(image, () => pagesOf(doc))
                source = { pages, copier: PDFObjectCopier.for(doc.context, ctx) }
                open.set(bytes, source)
            }
            const { pages, copier } = source
            return guarded(image, () => {
                const page = pages[pageIndex]
                if (page === undefined) {
                    const params = { image, page: pageIndex + 1, pages: pages.length }
                    throw new PacketError([issue("pdf.foreign.page-absent", [image], params)])
                }
                const geometry = geometryOf(page, image)
                const ref = writePageForm(ctx, page, geometry.box, copier)
                return { ref, kind: "foreign" as const, place: (box: Box) => placePage(geometry, box) }
            })
        },
    }
}

function load(bytes: Uint8Array, image: string): ForeignFile {
    let file: ForeignFile
    try {
        file = readForeignFile(bytes)
    } catch (cause) {
        if (isEncrypted(bytes)) throw new PacketError([issue("pdf.foreign.encrypted", [image], { image })], { cause })
        return guarded(image, () => {
            throw cause
        })
    }
    if (file.isEncrypted) throw new PacketError([issue("pdf.foreign.encrypted", [image], { image })])
    return file
}

/** The same where pages are taken over: all that they hold will be shown. */
function loadShown(bytes: Uint8Array, image: string): ForeignFile {
    const doc = load(bytes, image)
    guarded(image, () => {
        if (hasHiddenLayers(doc)) throw new PacketError([issue("pdf.foreign.layers", [image], { image })])
        for (const page of pagesOf(doc)) checkAnnotations(page, doc)
    })
    return doc
}

/**
 * True where a trailer names an encryption dictionary; it is never encrypted itself (ISO 32000-1 §7.6.1). Asked of
 * files that could not be read only, as those are whose object streams are encrypted.
 */
function isEncrypted(bytes: Uint8Array): boolean {
    return /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(new TextDecoder("latin1").decode(bytes))
}

/** Runs a reader over a foreign object tree; whatever it stumbles over means that the file is damaged. */
function guarded<T>(image: string, read: () => T): T {
    try {
        return read()
    } catch (cause) {
        if (cause instanceof PacketError) throw cause
        const found =
            cause instanceof Ambiguous
                ? issue("pdf.foreign.differs", [image], { image, what: cause.what })
                : issue("pdf.foreign.damaged", [image], { image })
        throw new PacketError([found], { cause })
    }
}

function pagesOf(doc: ForeignFile): readonly PDFPageLeaf[] {
    const pages = pageLeaves(doc)
    if (pages.length === 0) throw new RangeError("no pages")
    return pages
}

function geometryOf(page: PDFPageLeaf, image: string): PageGeometry {
    const media = boxOf(page.MediaBox())
    const cropArray = page.CropBox()
    const crop = cropArray === undefined ? media : boxOf(cropArray)
    // A crop box reaching beyond the medium is cut to it (ISO 32000-1 §14.11.2.1).
    const box: Box = [
        Math.max(media[0], crop[0]),
        Math.max(media[1], crop[1]),
        Math.min(media[2], crop[2]),
        Math.min(media[3], crop[3]),
    ]
    const degrees = ((((page.Rotate()?.asNumber() ?? 0) % 360) + 360) % 360) as PageGeometry["rotate"]
    if (box[2] <= box[0] || box[3] <= box[1]) throw new RangeError("page without an area")
    // It shall be a multiple of 90 (ISO 32000-1, table 30); of what is not each program makes another picture.
    if (degrees % 90 !== 0) throw new PacketError([issue("pdf.foreign.rotation", [image], { image, degrees })])
    return { box, rotate: degrees }
}

function boxOf(array: PDFArray): Box {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [0, 1, 2, 3].map((i) => array.lookup(i, PDFNumber).asNumber())
    return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)]
}

function shownSize({ box, rotate }: PageGeometry): readonly [number, number] {
    const width = box[2] - box[0]
    const height = box[3] - box[1]
    return rotate % 180 === 0 ? [width, height] : [height, width]
}

function userUnit(page: PDFPageLeaf): number {
    const unit = page.lookupMaybe(PDFName.of("UserUnit"), PDFNumber)?.asNumber() ?? 1
    return unit > 0 ? unit : 1
}

/** Page space to the box, turned clockwise by the page's own rotation. */
function placePage(geometry: PageGeometry, target: Box): Matrix {
    const [left, bottom, right, top] = geometry.box
    const [width, height] = shownSize(geometry)
    const [x, y, w] = fitInto(width, height, target)
    const s = w / width
    switch (geometry.rotate) {
        case 0:
            return [s, 0, 0, s, x - s * left, y - s * bottom]
        case 90:
            return [0, -s, s, 0, x - s * bottom, y + s * right]
        case 180:
            return [-s, 0, 0, -s, x + s * right, y + s * top]
        case 270:
            return [0, s, -s, 0, x + s * top, y - s * left]
    }
}
