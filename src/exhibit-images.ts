import { issue, PacketError } from "./base/issue.ts"
import { type ByteSource, readAll } from "./base/source.ts"
import type { EvidenceItem } from "./editions/evidence-item.ts"
import type { ImageInput, Images } from "./layout/placed.ts"
import type { RasterInput } from "./pdf/read-raster.ts"

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
