import { equalBytes, type NamedBytes } from "../../base/bytes.ts"
import type { Host } from "../../base/host.ts"
import { type Issue, type IssuePath, issue, PacketError } from "../../base/issue.ts"
import { memorySource } from "../../base/source.ts"
import { isSystemFile } from "../../base/system-files.ts"
import { beijingWall } from "../../base/text/time.ts"
import { wantsIdentityImages } from "../../facts/checklist/identity-release.ts"
import { readImageFacts } from "../../facts/evidence/image-facts.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import type { PhotoFacts } from "../../facts/officer/photo-check.ts"
import { identityImageName, type PhotoRole, photoRole } from "../../facts/officer/photo-role.ts"
import { photosAsked } from "../../facts/recipients/recipient.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { createFontSet } from "../../typeset/font/fonts.ts"
import { decodeRaster, formatOf } from "../../typeset/raster/decode.ts"
import { encodeJpeg } from "../../typeset/raster/encode-jpeg.ts"
import { lookOf, showsNothing } from "../../typeset/raster/look.ts"
import { burnIn } from "../../typeset/raster/mark.ts"
import type { Raster } from "../../typeset/raster/raster.ts"
import { shrink } from "../../typeset/raster/shrink.ts"

/** The officer's identity photos: taken in, then composed anew from their pixels, marked for whom and what for. */

export interface IdentityPhotos {
    readonly photos: ReadonlyMap<PhotoRole, NamedBytes>
    readonly issues: readonly Issue[]
}

/** A file of the photo folder; `path` is what messages call it. */
export interface PhotoFile extends NamedBytes {
    readonly path: string
}

/**
 * Sorts photos by what they show, as their names say, and decodes each once, so that a photo that cannot be used is
 * known before anything is sealed.
 */
export async function takePhotos(files: readonly PhotoFile[]): Promise<IdentityPhotos> {
    const photos = new Map<PhotoRole, NamedBytes>()
    const issues: Issue[] = []
    for (const { name, path, bytes } of files) {
        if (await isSystemFile(name, memorySource(bytes))) continue
        const role = photoRole(name)
        const faults = await faultsOf(bytes, [path])
        if (faults.length > 0) issues.push(...faults)
        else if (role === undefined || photos.has(role))
            issues.push(issue("request.photo.role", [path], { file: name }))
        else {
            const twin = [...photos.values()].find((other) => equalBytes(other.bytes, bytes))
            if (twin !== undefined) issues.push(issue("request.photo.same", [path], { first: twin.name, second: name }))
            photos.set(role, { name, bytes })
        }
    }
    return { photos, issues }
}

async function faultsOf(bytes: Uint8Array, path: IssuePath): Promise<readonly Issue[]> {
    try {
        await decodePhoto(bytes, path)
        return []
    } catch (fault) {
        if (fault instanceof PacketError) return fault.issues
        throw fault
    }
}

/** Pixels by the bytes they came from: a run looks at each photo more than once. */
const DECODED = new WeakMap<Uint8Array, Raster>()

/** The upright pixels of a photo. Throws `PacketError` with `raster.picture.*`. */
export async function decodePhoto(bytes: Uint8Array, path: IssuePath): Promise<Raster> {
    let raster = DECODED.get(bytes)
    if (raster === undefined) {
        const mediaType = formatOf(bytes) === "PNG" ? "image/png" : "image/jpeg"
        const { exif } = await readImageFacts(memorySource(bytes), mediaType)
        raster = decodeRaster(bytes, path, exif?.orientation)
        DECODED.set(bytes, raster)
    }
    return raster
}

/** What the checks need to know of identity photos: their size and a coarse look, never their pixels. */
export function photoFacts(photos: ReadonlyMap<PhotoRole, NamedBytes>): Promise<PhotoFacts[]> {
    return Promise.all(
        [...photos].map(async ([role, { name, bytes }]) => {
            // One that cannot be decoded has its own finding where the photos are taken in.
            if ((await faultsOf(bytes, [name])).length > 0) return { role, name }
            const raster = await decodePhoto(bytes, [name])
            const { widthPx, heightPx } = raster
            return { role, name, widthPx, heightPx, look: lookOf(raster), isBlank: showsNothing(raster) }
        }),
    )
}

/** What of officer data stands on an image. */
type Marked = Pick<Officer, "completedAt" | "identityUnmarked">

/** Long edge of what is sent: a card that fills half of it still has some 350 pixels to the inch. */
export const LONG_EDGE_PX = 2400
const QUALITY = 85

/**
 * The images as they go out: JPEG files made from pixels alone, upright, at most {@link LONG_EDGE_PX} long, with the
 * mark burnt in unless an approver answers for leaving it out.
 */
export async function identityImages(
    photos: ReadonlyMap<PhotoRole, NamedBytes>,
    ref: string,
    recipient: Recipient,
    officer: Marked,
    host: Host,
): Promise<NamedBytes[]> {
    const fonts = createFontSet((name) => host.font(name))
    const images: NamedBytes[] = []
    // In the desk's order; more than it asks for stays with the officer.
    for (const role of photosAsked(recipient)) {
        const photo = photos.get(role)
        if (photo === undefined) continue
        const { name, bytes } = photo
        const raster = shrink(await decodePhoto(bytes, [name]), LONG_EDGE_PX)
        const shown =
            officer.identityUnmarked === undefined ? burnIn(raster, markLines(ref, recipient, officer), fonts) : raster
        images.push({ name: identityImageName(ref, role), bytes: encodeJpeg(shown, QUALITY) })
    }
    return images
}

/** What is burnt in: for whom and what for, in both languages; the Beijing date of the act and the reference. */
export function markLines(ref: string, recipient: Recipient, officer: Marked): readonly [string, string, string] {
    const { zh, en } = recipient.identityReceivers
    const date = (beijingWall(officer.completedAt) ?? officer.completedAt.local).slice(0, 10)
    return [`仅供 ${zh} 核验执法人员身份`, `For identity verification by ${en} only`, `${date} · Ref ${ref}`]
}

/** Says who answers for images without a mark, where the route asks for images at all. */
export function unmarkedIssues(file: string, recipient: Recipient, officer: Officer): Issue[] {
    const { identityUnmarked } = officer
    if (identityUnmarked === undefined || !wantsIdentityImages(recipient, officer)) return []
    return [issue("identity.mark.left-out", [file, "identityUnmarked"], identityUnmarked, "warning")]
}
