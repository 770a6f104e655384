import { PDFContext, type PDFDict, PDFName, type PDFRef } from "pdf-lib"
import { type NewHasher, portableSha256 } from "../../base/digest.ts"
import { issue, PacketError } from "../../base/issue.ts"
import type { ByteSource } from "../../base/source.ts"
import type { FontLibrary } from "../font/fonts.ts"
import type { ImageInput, PlacedDocument } from "../layout/pages/placed.ts"
import { createCidFonts } from "./cid-fonts.ts"
import { pageContent } from "./content.ts"
import { flateStream } from "./flate.ts"
import { type Metadata, writeInfo, writeXmp } from "./metadata.ts"
import { writeOutline } from "./outline.ts"
import { type ForeignReader, type Picture, stripOf, writePicture } from "./picture.ts"
import { ascii, asciiString, printNumber, textString } from "./print.ts"
import { serialise } from "./serialise.ts"
import { soundStructure } from "./sound-structure.ts"
import { srgbProfile } from "./srgb.ts"
import { type PlacedContent, writeStructure } from "./structure.ts"

/**
 * Placed pages -> PDF 1.7: tagged, all fonts embedded, every character extractable, PDF/A-2a and PDF/UA-1 unless a
 * foreign page (neither) or a CMYK picture (no PDF/A) is in it. The same input gives the same bytes everywhere: dates
 * come from the options, identifiers from the content, compression from one deflate in plain JavaScript.
 */

export interface PdfOptions {
    /** RFC 3339 with seconds and offset; both creation and modification date. */
    readonly creationDate: string
    /** For recipients: the file does not say what made it. */
    readonly neutral: boolean
    readonly author?: string | undefined
    readonly subject?: string | undefined
    readonly keywords?: readonly string[] | undefined
    /** A faster SHA-256 where the platform has one; it changes no byte. */
    readonly sha256?: NewHasher | undefined
}

const PRODUCER = "lerpack"

interface PageObject {
    readonly ref: PDFRef
    readonly dict: PDFDict
}

/**
 * Writes a document. Pictures that it takes over as they are stay in their files until the document is read.
 *
 * Throws issues `font.glyph.missing` where a glyph is `.notdef`, `pdf.image.*` and `pdf.foreign.*` for pictures that
 * cannot be used (all of them at once); RangeError for a date, page or node that does not exist.
 */
export async function writePdf(laidOut: PlacedDocument, fonts: FontLibrary, options: PdfOptions): Promise<ByteSource> {
    const doc = { ...laidOut, structure: soundStructure(laidOut.structure) }
    refuseMissingGlyphs(doc)
    const ctx = PDFContext.create()
    const pictures = await writePictures(ctx, doc)
    const newHasher = options.sha256 ?? portableSha256
    const cidFonts = createCidFonts(ctx, fonts, newHasher)
    const resources = ctx.nextRef()
    const tree = ctx.nextRef()
    const used = {
        fonts: cidFonts,
        picture(id: string) {
            const picture = pictures.get(id)
            if (picture === undefined) throw new RangeError(`no picture ${id}`)
            return picture
        },
    }
    const contents: PlacedContent[] = []
    const pages = doc.pages.map((page, i): PageObject => {
        const { operators, tagged } = pageContent(doc, page, i, used)
        const dict = ctx.obj({
            Type: "Page",
            Parent: tree,
            MediaBox: [0, 0, Number(printNumber(page.widthPt)), Number(printNumber(page.heightPt))],
            Resources: resources,
            Contents: ctx.register(flateStream(ctx, ascii(operators))),
            Tabs: "S",
        }) as PDFDict
        const ref = ctx.register(dict)
        const placed = tagged.map((content) => ({ ...content, ...annotationOf(ctx, content) }))
        const annotations = placed.flatMap((content) => content.annotation ?? [])
        if (annotations.length > 0) dict.set(PDFName.of("Annots"), ctx.obj(annotations))
        contents.push(...placed)
        return { ref, dict }
    })
    ctx.assign(tree, ctx.obj({ Type: "Pages", Kids: pages.map(({ ref }) => ref), Count: pages.length }))
    const names = Object.fromEntries([...pictures.values()].map(({ name, picture }) => [name, picture.ref]))
    ctx.assign(resources, ctx.obj({ Font: cidFonts.finish(), XObject: names }))
    writeDestinations(ctx, doc, pages, contents)
    const structure = writeStructure(ctx, doc, pages, contents)
    writeCatalog(ctx, doc, metadataOf(doc, options, [...pictures.values()]), { tree, structure, pages })
    return serialise(ctx, newHasher)
}

function refuseMissingGlyphs(doc: PlacedDocument): void {
    const missing = new Set<string>()
    for (const page of doc.pages)
        for (const item of page.items)
            if (item.kind === "text") for (const glyph of item.glyphs) if (glyph.gid === 0) missing.add(glyph.text)
    if (missing.size > 0) throw new PacketError([issue("font.glyph.missing", [], { characters: [...missing] })])
}

interface NamedPicture {
    readonly name: string
    readonly picture: Picture
    readonly ref: PDFRef
}

/** The pictures that are placed somewhere, in order of first use. */
async function writePictures(ctx: PDFContext, doc: PlacedDocument): Promise<Map<string, NamedPicture>> {
    const foreign = lazyForeignReader()
    const pictures = new Map<string, NamedPicture>()
    /** What is in the file by its input: strips of one picture are drawn from one object. */
    const written = new Map<ImageInput, NamedPicture>()
    const issues: PacketError["issues"][number][] = []
    const placed = doc.pages.flatMap((page) =>
        page.items.flatMap((item) => (item.kind === "image" ? [item.image] : [])),
    )
    for (const id of new Set(placed)) {
        const input = doc.images.get(id)
        if (input === undefined) throw new RangeError(`no picture ${id}`)
        try {
            const source = input.kind === "strip" ? input.of : input
            let named = written.get(source)
            if (named === undefined) {
                const picture = await writePicture(ctx, id, source, foreign)
                named = { name: `Im${String(written.size + 1)}`, picture, ref: picture.ref }
                written.set(source, named)
            }
            pictures.set(id, input.kind === "strip" ? { ...named, picture: stripOf(named.picture, input) } : named)
        } catch (fault) {
            if (!(fault instanceof PacketError)) throw fault
            issues.push(...fault.issues)
        }
    }
    if (issues.length > 0) throw new PacketError(issues)
    return pictures
}

/** Reading foreign files takes the larger half of pdf-lib, which most documents do without. */
function lazyForeignReader(): ForeignReader {
    let opened: Promise<ForeignReader> | undefined
    return {
        async place(...picture) {
            opened ??= import("./foreign/foreign.ts").then(({ createForeignReader }) => createForeignReader())
            return (await opened).place(...picture)
        },
    }
}

/** A link annotation (ISO 32000-1 §12.5.6.5): printed, without a frame, described as PDF/UA-1 §7.18.5 asks. */
function annotationOf(ctx: PDFContext, content: PlacedContent): { annotation?: PDFRef } {
    if (content.kind !== "link") return {}
    const dict = ctx.obj({
        Type: "Annot",
        Subtype: "Link",
        Rect: content.box.map((value) => Number(printNumber(value))),
        Border: [0, 0, 0],
        F: 4,
        Contents: textString(content.target?.title ?? content.href),
        // Where a link leads within the document is written when all pages are known.
        ...(content.target === undefined ? { A: { S: "URI", URI: uriOf(content.href) } } : {}),
    })
    return { annotation: ctx.register(dict) }
}

function uriOf(href: string): ReturnType<typeof asciiString> {
    return asciiString(encodeURI(href).replace(/%25/g, "%"))
}

/** Destinations of the links within the document (ISO 32000-1 §12.3.2). */
function writeDestinations(
    ctx: PDFContext,
    doc: PlacedDocument,
    pages: readonly PageObject[],
    contents: readonly PlacedContent[],
): void {
    for (const content of contents) {
        if (content.kind !== "link" || content.target === undefined || content.annotation === undefined) continue
        const { page, yPt } = content.target
        const [ref, height] = [pages[page]?.ref, doc.pages[page]?.heightPt]
        if (ref === undefined || height === undefined) throw new RangeError("link to an unknown page")
        const place = ctx.obj([ref, "XYZ", null, Number(printNumber(height - yPt)), null])
        ;(ctx.lookup(content.annotation) as PDFDict).set(PDFName.of("Dest"), place)
    }
}

function metadataOf(doc: PlacedDocument, options: PdfOptions, pictures: readonly NamedPicture[]): Metadata {
    const isForeign = pictures.some(({ picture }) => picture.kind === "foreign")
    return {
        title: doc.title,
        lang: doc.lang,
        creationDate: options.creationDate,
        author: options.author,
        subject: options.subject,
        keywords: options.keywords ?? [],
        producer: options.neutral ? undefined : PRODUCER,
        archival: !isForeign && pictures.every(({ picture }) => picture.kind === "rgb"),
        accessible: !isForeign,
    }
}

function writeCatalog(
    ctx: PDFContext,
    doc: PlacedDocument,
    metadata: Metadata,
    parts: { tree: PDFRef; structure: PDFRef; pages: readonly PageObject[] },
): void {
    const outline = writeOutline(
        ctx,
        doc,
        parts.pages.map(({ ref }) => ref),
    )
    ctx.trailerInfo.Info = writeInfo(ctx, metadata)
    ctx.trailerInfo.Root = ctx.register(
        ctx.obj({
            Type: "Catalog",
            Pages: parts.tree,
            Lang: asciiString(doc.lang),
            MarkInfo: { Marked: true },
            ViewerPreferences: { DisplayDocTitle: true },
            StructTreeRoot: parts.structure,
            Metadata: writeXmp(ctx, metadata),
            ...(metadata.archival ? { OutputIntents: [writeOutputIntent(ctx)] } : {}),
            ...(outline === undefined ? {} : { Outlines: outline, PageMode: "UseOutlines" }),
        }),
    )
}

/** Says what DeviceRGB and DeviceGray mean (ISO 19005-2 §6.2.3). */
function writeOutputIntent(ctx: PDFContext): PDFRef {
    const name = asciiString("sRGB IEC61966-2.1")
    return ctx.register(
        ctx.obj({
            Type: "OutputIntent",
            S: "GTS_PDFA1",
            OutputConditionIdentifier: name,
            Info: name,
            DestOutputProfile: ctx.register(flateStream(ctx, srgbProfile(), { N: 3 })),
        }),
    )
}
