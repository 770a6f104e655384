import startAvif from "@jsquash/avif/codec/dec/avif_dec.js"
import { type Raster, upright } from "../raster.ts"
import { allow, type DecoderCode, onWhite, reader, Undecodable } from "./foreign.ts"
import { glueOptions, guarded } from "./wasm.ts"

/** Decodes an AVIF file with libavif, turned as its own properties say (ISO/IEC 23008-12 §6.5.10, §6.5.12). */
export async function decodeAvif(bytes: Uint8Array, code: DecoderCode): Promise<Raster> {
    const properties = propertiesOf(bytes)
    const sizes = properties.filter(({ type }) => type === "ispe")
    if (sizes.length === 0) throw new Undecodable("damaged")
    for (const { body } of sizes) {
        const read = reader(body, false)
        allow(read.u32(4), read.u32(8))
    }
    const decoded = await guarded(async () => {
        const decoder = await startAvif(await glueOptions(code, "avif"))
        return decoder.decode(bytes, 8)
    })
    if (decoded === null) throw new Undecodable("damaged")
    allow(decoded.width, decoded.height)
    return turned(onWhite(decoded.width, decoded.height, decoded.data as ArrayLike<number>), properties)
}

/** EXIF orientations of a turn against the clock by so many quarters, and of mirroring top to bottom and left to right. */
const TURNS = [1, 8, 3, 6]
const MIRRORS = [4, 2]

function turned(raster: Raster, properties: readonly Box[]): Raster {
    const value = (wanted: string) => properties.find(({ type }) => type === wanted)?.body[0]
    const rotation = value("irot")
    const mirror = value("imir")
    const rotated = rotation === undefined ? raster : upright(raster, TURNS[rotation & 3] ?? 1)
    return mirror === undefined ? rotated : upright(rotated, MIRRORS[mirror & 1] ?? 1)
}

interface Box {
    readonly type: string
    readonly body: Uint8Array
}

/** The properties of all items: `meta` (a full box), `iprp`, `ipco`. */
function propertiesOf(bytes: Uint8Array): readonly Box[] {
    const inside = (boxes: readonly Box[], wanted: string, skip = 0) =>
        boxes.filter(({ type }) => type === wanted).flatMap(({ body }) => boxesOf(body.subarray(skip)))
    return inside(inside(inside(boxesOf(bytes), "meta", 4), "iprp"), "ipco")
}

function boxesOf(bytes: Uint8Array): Box[] {
    const boxes: Box[] = []
    const read = reader(bytes, false)
    for (let at = 0; at + 8 <= bytes.length; ) {
        const size = read.u32(at)
        // Open-ended and 64-bit boxes hold the coded pictures, behind everything that is looked for.
        if (size < 8 || at + size > bytes.length) break
        boxes.push({
            type: String.fromCharCode(...bytes.subarray(at + 4, at + 8)),
            body: bytes.subarray(at + 8, at + size),
        })
        at += size
    }
    return boxes
}
