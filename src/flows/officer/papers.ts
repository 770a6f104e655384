import type { NamedBytes } from "../../base/bytes.ts"
import { sha256Hex } from "../../base/digest.ts"
import { type Issue, issue, PacketError } from "../../base/issue.ts"
import { memorySource } from "../../base/source.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { naturalSize } from "../../typeset/layout/figure.ts"
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

/** What was seen of a scan. */
interface Seen {
    readonly issues: readonly Issue[]
    /** Of each page, by which it is known again where it can be; no page where the scan cannot be read. */
    readonly pages: readonly (string | undefined)[]
    readonly hasPicture: boolean
    /** Of each page, whether it is shown wider than high. */
    readonly wide: readonly boolean[]
}

/** By the bytes it is about: a run looks at each scan more than once. */
const SEEN = new WeakMap<Uint8Array, Seen>()

async function seen(scan: NamedBytes): Promise<Seen> {
    const known = SEEN.get(scan.bytes) ?? (await look(scan))
    SEEN.set(scan.bytes, known)
    return known
}

/**
 * Scans of papers must be PDF, JPEG or PNG, whole, legible, have something on every page, and no page twice:
 * `request.scan.*`, `raster.picture.*` or `pdf.foreign.*` for each that is not. The program knows no seal, but it knows a
 * blank sheet.
 */
export async function scanIssues(scans: readonly NamedBytes[]): Promise<Issue[]> {
    const issues: Issue[] = []
    const known = new Map<string, { readonly at: number; readonly page: number }>()
    /** Of two files that share all their pages one is told. */
    const told = new Set<string>()
    for (const [at, scan] of scans.entries()) {
        const { issues: found, pages } = await seen(scan)
        issues.push(...found)
        for (const [i, digest] of pages.entries()) {
            if (digest === undefined) continue
            const page = scanEnding(scan.bytes) === "pdf" ? i + 1 : 0
            const first = known.get(digest)
            if (first === undefined) {
                known.set(digest, { at, page })
                continue
            }
            const pair = `${String(first.at)} ${String(at)}`
            if (first.at !== at && told.has(pair)) continue
            told.add(pair)
            const other = { first: scans[first.at]?.name ?? "", firstPage: first.page }
            issues.push(issue("request.scan.twice", [scan.name], { file: scan.name, page, ...other }))
        }
    }
    return issues
}

/**
 * What can be told of the scans of the sealed letter beside those that the first step left: one of its own files
 * (`request.sealed.unsealed`), nothing that a scanner, a camera or an electronic seal leaves (`request.sealed.no-picture`),
 * another number of pages than the letter has (`request.sealed.pages`; an agency's own form has its own number), a page
 * that lies on its side or two in one picture (`request.sealed.wide`). Whether a scan shows a seal, and this letter, people
 * see.
 *
 * @param own - SHA-256 of the files of the first step, lower-case hex.
 */
export async function sealedIssues(
    sealed: readonly NamedBytes[],
    { ownForm }: Pick<Officer, "ownForm">,
    letter: { readonly pages: number; readonly own: ReadonlySet<string> },
): Promise<Issue[]> {
    const issues: Issue[] = []
    const lying: Issue[] = []
    let found = 0
    for (const scan of sealed) {
        const { name, bytes } = scan
        const { pages, hasPicture, wide, issues: faults } = await seen(scan)
        // Of what cannot be read no pages are counted.
        if (faults.some(({ severity }) => severity === "error")) return issues
        found += pages.length
        for (const [i, isWide] of wide.entries()) {
            const page = scanEnding(bytes) === "pdf" ? i + 1 : 0
            if (isWide) lying.push(issue("request.sealed.wide", [name], { file: name, page }, "warning"))
        }
        if (letter.own.has(sha256Hex(bytes))) issues.push(issue("request.sealed.unsealed", [name], { file: name }))
        else if (!hasPicture) issues.push(issue("request.sealed.no-picture", [name], { file: name }))
    }
    const expected = ownForm === undefined ? letter.pages : Number(ownForm.pages)
    const [first] = sealed
    // What is no scan at all is told once.
    if (first === undefined || issues.length > 0) return issues
    return found === expected ? lying : [issue("request.sealed.pages", [first.name], { found, expected }), ...lying]
}

async function look({ name, bytes }: NamedBytes): Promise<Seen> {
    const unread = (issues: readonly Issue[]): Seen => ({ issues, pages: [], hasPicture: true, wide: [] })
    const ending = scanEnding(bytes)
    if (bytes.length === 0) return unread([issue("request.scan.no-bytes", [name], { file: name })])
    if (ending === undefined)
        return unread([
            issue(formatOf(bytes) === "HEIC" ? "request.scan.heic" : "request.scan.type", [name], { file: name }),
        ])
    try {
        if (ending === "pdf") {
            if ((await foreignTitle(bytes, name)).includes(BLANK_HEAD))
                return unread([issue("request.scan.blank-form", [name], { file: name })])
            const paints = await foreignPaint(bytes, name)
            return {
                issues: paints.flatMap((paint, i) => pageFaults(name, i + 1, paint)),
                pages: paints.map(({ digest }) => digest),
                hasPicture: paints.some((paint) => paint.hasPicture),
                wide: (await foreignPages(bytes, name)).map(isWide),
            }
        }
        const fault = ending === "jpg" ? jpegFault(bytes) : await pngFault(bytes)
        if (fault === "cut-off" || fault === "damaged") return unread([issue(`raster.picture.${fault}`, [name], {})])
        const raster = await decodePhoto(bytes, [name])
        const { widthPx, heightPx } = raster
        const issues = imageFaults(name, 0, [{ widthPx, heightPx, isBlank: showsNothing(raster) }])
        return { issues, pages: [sha256Hex(bytes)], hasPicture: true, wide: [widthPx > heightPx] }
    } catch (error) {
        if (error instanceof PacketError) return unread(error.issues)
        throw error
    }
}

function isWide(image: ImageInput): boolean {
    const { widthPt, heightPt } = naturalSize(image)
    return widthPt > heightPt
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
