import type { Host } from "../../base/host.ts"
import { type Issue, issue, PacketError } from "../../base/issue.ts"
import type { ByteSource } from "../../base/source.ts"
import { type BookEntry, LARGEST_BOOK, LARGEST_PICTURE, MOST_PICTURES } from "../../editions/police/exhibits.ts"
import type { EvidenceItem } from "../../editions/shared/evidence-item.ts"
import { sheetImages } from "../../editions/shared/picture-sheets.ts"
import type { ImageInput, Images } from "../../typeset/layout/pages/placed.ts"
import { isPicture, type Look, type Looks, lookAt, rasterOf, shownPicture } from "./look.ts"

/**
 * Pictures of exhibits: for 截图及附件汇编 which files become pages and why the others do not, where nothing in a file stops
 * the build; for 03-Exhibits those chosen, where each must be a picture.
 */

/** What the book shows. */
export interface ExhibitBook {
    readonly entries: readonly BookEntry[]
    /** The pictures that are shown, and of no others. */
    readonly images: Images
    /** Files that could not be read and that nobody looked at before, as warnings. */
    readonly issues: readonly Issue[]
}

/** Most bytes that one picture, and all pictures of a book, may have; and how many there may be. */
export interface BookLimits {
    readonly picture: number
    readonly book: number
    readonly pictures: number
}
const LIMITS: BookLimits = { picture: LARGEST_PICTURE, book: LARGEST_BOOK, pictures: MOST_PICTURES }

/**
 * The book of these files, in the order of their labels as listed.
 *
 * @param sources - By label; an item without a source is left out.
 * @param looks - What was seen in files before; into the others it looks itself, one after the other.
 */
export async function planExhibits(
    items: readonly EvidenceItem[],
    sources: ReadonlyMap<string, ByteSource>,
    host: Host,
    looks: Looks = new Map(),
    limits: BookLimits = LIMITS,
): Promise<ExhibitBook> {
    const entries: BookEntry[] = []
    const images = new Map<string, ImageInput>()
    const issues: Issue[] = []
    let shownBytes = 0
    let shownPictures = 0
    let isFull = false
    for (const item of items) {
        const { label, mediaType } = item.entry
        const source = sources.get(label)
        if (source === undefined) continue
        if (isPicture(mediaType) && item.printed === false) {
            entries.push({ item, notShown: "unwanted" })
            continue
        }
        // After the first picture that does not fit none is shown, so that the book ends at a place that can be named.
        const isShowable = isPicture(mediaType) && source.size <= limits.picture
        isFull ||= isShowable && (shownBytes + source.size > limits.book || shownPictures === limits.pictures)
        if (isShowable && isFull) {
            entries.push({ item, notShown: "book-full" })
            continue
        }
        const known = looks.get(label)
        const look = known ?? (await lookAt(item, source, host, limits.picture))
        if (known === undefined && look.issue !== undefined) issues.push(look.issue)
        entries.push(entryOf(item, look))
        if (look.notShown !== undefined) continue
        shownBytes += source.size
        shownPictures++
        const picture = await shownPicture(item, source, host)
        if (picture !== undefined) for (const [id, image] of sheetImages(label, picture)) images.set(id, image)
    }
    return { entries, images, issues }
}

function entryOf(item: EvidenceItem, look: Look): BookEntry {
    if (look.notShown === undefined) {
        const { size, format, isFirst } = look
        return {
            item,
            size,
            ...(format === undefined ? {} : { format }),
            ...(isFirst === undefined ? {} : { isFirst }),
        }
    }
    return { item, notShown: look.notShown, ...(look.pages === undefined ? {} : { pages: look.pages }) }
}

/** Pictures of exhibits as layout takes them. A released file that is no PNG or JPEG is an issue. */
export async function exhibitImages(
    items: readonly EvidenceItem[],
    sources: ReadonlyMap<string, ByteSource>,
): Promise<Images> {
    const images = new Map<string, ImageInput>()
    const issues = []
    for (const item of items) {
        const { label, mediaType } = item.entry
        const source = sources.get(label)
        const picture = source === undefined ? undefined : rasterOf(item, source)
        if (picture === undefined) issues.push(issue("request.exhibit.no-picture", [label], { label, mediaType }))
        else for (const [id, image] of sheetImages(label, picture)) images.set(id, image)
    }
    if (issues.length > 0) throw new PacketError(issues)
    return images
}
