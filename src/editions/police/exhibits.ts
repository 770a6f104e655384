import { printChineseDate } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import { packetPath } from "../../facts/evidence/lock.ts"
import type { PixelSize } from "../../facts/evidence/mask.ts"
import { type EvidenceItem, evidenceRow } from "../shared/evidence-item.ts"
import { labelSpan } from "../shared/labels.words.ts"
import { matterZh } from "../shared/matter.ts"
import { pictureSheets } from "../shared/picture-sheets.ts"
import { counted, grouped, numberSections, shown } from "../shared/print.ts"
import {
    bookFull,
    convertedWord,
    cutWord,
    FIRST_ALONE,
    MASKED_FILE,
    NOT_SHOWN_ZH,
    ORIGINAL_FILE,
    pageCount,
    stripWord,
    TOO_FINE,
    TYPE_ZH,
    tooLarge,
    UNWANTED,
} from "./exhibits.words.ts"
import { MOST_LISTED } from "./many-files.ts"

/** 截图及附件汇编: every file of the packet, pictures as pages, all else as a sheet that says why it is not shown. */

/** Largest picture that becomes a page, and all pages of a book together, in bytes of the files. */
export const LARGEST_PICTURE = 20_000_000
export const LARGEST_BOOK = 300_000_000
/** Most pictures that become pages. */
export const MOST_PICTURES = 1000

/** Why a file is not shown as a page. */
export type NotShown =
    | "too-large"
    | "book-full"
    | "damaged"
    | "unsupported"
    | "too-many-pixels"
    | "pdf"
    | "pdf-encrypted"
    | "pdf-damaged"
    | "pdf-too-large"
    | "type"
    /** The reporter does not want it printed. */
    | "unwanted"

/** One file in the book. */
export interface BookEntry {
    readonly item: EvidenceItem
    /** Absent for a picture that is shown. */
    readonly notShown?: NotShown
    /** Of a picture that is shown, as one looks at it. */
    readonly size?: PixelSize
    /** Of a picture that is shown in another encoding: the format of the file, for example `HEIC`. */
    readonly format?: string
    /** The file holds further pictures behind the one that is shown. */
    readonly isFirst?: true
    /** Of a PDF that could be read. */
    readonly pages?: number
}

/** Longest caption, source and name together, in characters, that fit below a picture without making it small. */
const LONGEST_CAPTION = 240
/** Dots per inch above which screen text becomes too small to read on paper. */
const FINEST_DPI = 480
/** Room for a picture on a page, in inches. */
const ROOM_IN = { width: 6.8, height: 8.6 }

/** Data of 截图及附件汇编; `image` is the key of the picture in the images handed to layout. */
export function exhibitBookView(facts: Case, entries: readonly BookEntry[]): object {
    const pictures = entries.filter(({ notShown }) => notShown === undefined)
    const files = entries.filter(({ notShown }) => notShown !== undefined)
    const groups = fileGroups(files)
    const n = numberSections({ groups: groups.length > 0, pictures: pictures.length > 0 })
    return {
        n,
        ref: facts.ref,
        matter: matterZh(facts),
        name: shown(facts.reporter.name),
        preparedOn: printChineseDate(facts.preparedAt),
        count: String(entries.filter(isOriginal).length),
        pictureCount: String(pictures.filter(isOriginal).length),
        copyCount: entries.every(isOriginal) ? "" : String(entries.filter((entry) => !isOriginal(entry)).length),
        fileCount: String(files.filter(isOriginal).length),
        groups,
        pictures: pictures.map(pictureView),
    }
}

/** What is no page, in the order in which the reasons occur: a row each, or one for all of a reason where they are too many. */
function fileGroups(files: readonly BookEntry[]): readonly object[] {
    const views = files.map(fileView)
    const reasons = [...new Set(views.map(({ reason }) => reason))]
    return reasons.map((reason) => {
        const found = views.filter((view) => view.reason === reason)
        if (found.length <= MOST_LISTED) return { reason, files: found }
        return { reason, count: counted(found.length), labels: labelSpan(found.map(({ label }) => label)) }
    })
}

const isOriginal = ({ item }: BookEntry): boolean => item.copyOf === undefined

function pictureView({ item, size: shownSize = { widthPx: 0, heightPx: 0 }, format, isFirst }: BookEntry): object {
    const { label, file, caption, source, size, sha256 } = evidenceRow(item)
    const isLong = (caption + source + file).length > LONGEST_CAPTION
    const notes = [
        ...(format === undefined ? [] : [convertedWord(format)]),
        ...(isFirst === undefined ? [] : [FIRST_ALONE]),
    ]
    const details = { caption, source, path: pathOf(item), sha256: grouped(sha256), fileWord: fileWord(item) }
    const sheets = pictureSheets(label, shownSize).map(({ image, part, rows }) => {
        const heightPx = rows.toPx - rows.fromPx
        const strip = part === undefined ? "" : stripWord(part.n, part.of)
        return {
            image,
            strip,
            alt: `${label}：${caption}${strip === "" ? "" : `（${strip}）`}`,
            ...(dotsPerInch({ ...shownSize, heightPx }) > FINEST_DPI ? { fine: TOO_FINE } : {}),
        }
    })
    return {
        label,
        file,
        size,
        sheets,
        ...(sheets.length === 1 ? {} : { cut: cutWord(sheets.length) }),
        ...(notes.length === 0 ? {} : { converted: notes.join("；") }),
        // A text that would take the picture's room stands on a page before it.
        ...(isLong ? { before: details } : { below: details }),
    }
}

/** Density at which a picture is printed when it fills the page. */
function dotsPerInch({ widthPx, heightPx }: PixelSize): number {
    return Math.max(widthPx / ROOM_IN.width, heightPx / ROOM_IN.height)
}

function fileView({ item, notShown = "type", pages }: BookEntry) {
    const row = evidenceRow(item)
    const { label, file, caption, source, size } = row
    const kind = [row.kind, row.pixels].filter((part) => part !== "").join("，")
    return {
        label,
        file,
        caption,
        kind,
        size,
        source,
        path: pathOf(item),
        fileWord: fileWord(item),
        reason: reasonOf(notShown, item),
        ...(pages === undefined ? {} : { pages: pageCount(pages) }),
    }
}

function reasonOf(notShown: NotShown, item: EvidenceItem): string {
    if (notShown === "type") return TYPE_ZH[item.entry.category]
    if (notShown === "unwanted") return UNWANTED
    if (notShown === "too-large") return tooLarge(LARGEST_PICTURE)
    return notShown === "book-full" ? bookFull(LARGEST_BOOK, MOST_PICTURES) : NOT_SHOWN_ZH[notShown]
}

const fileWord = (item: EvidenceItem): string => (item.copyOf === undefined ? ORIGINAL_FILE : MASKED_FILE)

const pathOf = ({ entry }: EvidenceItem): string => `data/${packetPath(entry)}`
