import type { Inflate } from "../../base/host.ts"
import { inflateUpTo } from "../../base/zip/inflate.ts"
import { chunkTypes, type PngFile, readPngFile } from "./png-file.ts"
import { inflateRows, rowSteps } from "./png-rows.ts"

/** Most bytes of rows that are unpacked to see whether they are there. */
const LARGEST = 400_000_000

/**
 * Whether a PNG file holds all of its picture: check sums of its chunks, and as many rows as its head says.
 *
 * @param inflate - A faster one where the platform has it; it decides nothing that ours would not.
 * @returns `cut-off`, `damaged`, `too-large` to be looked into, or `undefined` for a whole picture.
 */
export async function pngFault(
    bytes: Uint8Array,
    inflate?: Inflate,
): Promise<"cut-off" | "damaged" | "too-large" | undefined> {
    const png = readPngFile(bytes)
    if (png === undefined) return chunkTypes(bytes).includes("IEND") ? "damaged" : "cut-off"
    const size = rowSteps(png).reduce((sum, { step, rows }) => sum + step * rows, 0)
    if (size > LARGEST) return "too-large"
    if (inflate !== undefined && (await hasAllRows(png, size, inflate))) return undefined
    // The platform refuses more than we do, such as a wrong check sum at the end of the stream.
    return inflateRows(png) === undefined ? "damaged" : undefined
}

/**
 * Whether the first pixel of a PNG file is transparent, at least in part, as where a picture lies on no ground. Nothing
 * stands before it that its row could be told from, so that its samples are as they are.
 */
export function beginsTransparent(bytes: Uint8Array): boolean {
    const png = readPngFile(bytes)
    if (png === undefined) return false
    const { colorType, bits, channels, transparency } = png
    const row = inflateUpTo(png.data, 1 + channels * 2)
    // The filter comes first; alpha is the last of the samples.
    if (colorType === 4 || colorType === 6) return (row[1 + (channels - 1) * (bits >> 3)] ?? 255) < 255
    return colorType === 3 && (transparency[(row[1] ?? 0) >> (8 - bits)] ?? 255) < 255
}

async function hasAllRows(png: PngFile, size: number, inflate: Inflate): Promise<boolean> {
    const rows = await inflate(png.data, size)
    if (rows?.length !== size) return false
    let at = 0
    // Filter types above 4 are not defined (W3C PNG §9.2).
    for (const { step, rows: count } of rowSteps(png))
        for (let row = 0; row < count; row++, at += step) if ((rows[at] ?? 0) > 4) return false
    return true
}
