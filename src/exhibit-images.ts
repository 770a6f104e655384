import { issue, PacketError } from "./base/issue.ts"
import { type ByteSource, readAll } from "./base/source.ts"
import type { EvidenceItem } from "./editions/evidence-item.ts"
import type { ImageInput, Images } from "./layout/placed.ts"

/** Pictures of exhibits as layout takes them, by label. A released file that is no PNG or JPEG is an issue. */
export async function exhibitImages(
    items: readonly EvidenceItem[],
    sources: ReadonlyMap<string, ByteSource>,
): Promise<Images> {
    const images = new Map<string, ImageInput>()
    const issues = []
    for (const { entry } of items) {
        const kind = entry.mediaType === "image/png" ? "png" : entry.mediaType === "image/jpeg" ? "jpeg" : undefined
        const source = sources.get(entry.label)
        if (kind === undefined || source === undefined || entry.widthPx === undefined || entry.heightPx === undefined) {
            issues.push(
                issue("request.exhibit.no-picture", [entry.label], { label: entry.label, mediaType: entry.mediaType }),
            )
            continue
        }
        images.set(entry.label, {
            kind,
            bytes: await readAll(source),
            widthPx: entry.widthPx,
            heightPx: entry.heightPx,
            orientation: entry.exif?.orientation ?? 1,
        })
    }
    if (issues.length > 0) throw new PacketError(issues)
    return images
}
