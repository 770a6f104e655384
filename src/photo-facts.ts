import { PacketError } from "./base/issue.ts"
import type { NamedBytes } from "./complete.ts"
import { decodePhoto } from "./identity.ts"
import type { Raster } from "./raster/raster.ts"
import type { PhotoFacts } from "./request/photo-check.ts"
import type { PhotoRole } from "./request/recipient.ts"

/** What the checks need to know of identity photos: their size and a coarse look, never their pixels. */
export async function photoFacts(photos: ReadonlyMap<PhotoRole, NamedBytes>): Promise<PhotoFacts[]> {
    const facts: PhotoFacts[] = []
    for (const [role, { name, bytes }] of photos) {
        const raster = await decoded(name, bytes)
        const seen = raster && { widthPx: raster.widthPx, heightPx: raster.heightPx, look: lookOf(raster) }
        facts.push({ role, name, ...seen })
    }
    return facts
}

/** A file that can not be decoded has its own finding where the photos are taken in. */
async function decoded(name: string, bytes: Uint8Array): Promise<Raster | undefined> {
    try {
        return await decodePhoto(bytes, [name])
    } catch (fault) {
        if (fault instanceof PacketError) return undefined
        throw fault
    }
}

const FIELDS = 32 // a side; fine enough that the two sides of a card differ in some field

/** Mean brightness of each field of a grid over the picture: the same after saving again, in any format or size. */
function lookOf({ widthPx, heightPx, rgb }: Raster): Uint8Array {
    const sums = new Float64Array(FIELDS * FIELDS)
    const counts = new Uint32Array(FIELDS * FIELDS)
    for (let y = 0, at = 0; y < heightPx; y++) {
        const row = Math.floor((y * FIELDS) / heightPx) * FIELDS
        for (let x = 0; x < widthPx; x++, at += 3) {
            const field = row + Math.floor((x * FIELDS) / widthPx)
            sums[field] = (sums[field] ?? 0) + (rgb[at] ?? 0) + (rgb[at + 1] ?? 0) + (rgb[at + 2] ?? 0)
            counts[field] = (counts[field] ?? 0) + 1
        }
    }
    return Uint8Array.from(sums, (sum, i) => Math.round(sum / (3 * Math.max(1, counts[i] ?? 0))))
}
