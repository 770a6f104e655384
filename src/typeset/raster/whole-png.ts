import { chunkTypes, type PngFile, readPngFile } from "./png-file.ts"
import { inflateRows, rowSteps } from "./png-rows.ts"

/**
 * Whether a PNG file holds all of its picture: check sums of its chunks, and as many rows as its head says, unpacked
 * piece by piece and never kept.
 *
 * @returns `cut-off`, `damaged`, or `undefined` for a whole picture.
 */
export async function pngFault(bytes: Uint8Array): Promise<"cut-off" | "damaged" | undefined> {
    const png = readPngFile(bytes)
    if (png === undefined) return chunkTypes(bytes).includes("IEND") ? "damaged" : "cut-off"
    if (await hasAllRows(png)) return undefined
    // The platform refuses more than we do, such as bytes behind the end of the stream: ours decides.
    return sizeOf(png) <= LARGEST && inflateRows(png) !== undefined ? undefined : "damaged"
}

/** Most bytes of rows that are unpacked at once. */
const LARGEST = 400_000_000

function sizeOf(png: PngFile): number {
    return rowSteps(png).reduce((sum, { step, rows }) => sum + step * rows, 0)
}

/** Unpacks by what the platform has for it, several times as fast as a script. False where anything is amiss. */
async function hasAllRows(png: PngFile): Promise<boolean> {
    const wanted = sizeOf(png)
    const steps = rowSteps(png)
    const unpacked = new Blob([png.data as Uint8Array<ArrayBuffer>])
        .stream()
        .pipeThrough(new DecompressionStream("deflate"))
        .getReader()
    let size = 0
    let next = 0
    let [pass, row] = [0, 0]
    try {
        for (;;) {
            const { done, value } = await unpacked.read()
            if (done) return size === wanted
            // Filter types above 4 are not defined (W3C PNG §9.2).
            while (pass < steps.length && next < size + value.length) {
                if ((value[next - size] ?? 0) > 4) return false
                next += steps[pass]?.step ?? 0
                if (++row === steps[pass]?.rows) [pass, row] = [pass + 1, 0]
            }
            size += value.length
            if (size > wanted) return false
        }
    } catch {
        return false
    } finally {
        // A stream that failed has nothing left to stop.
        await unpacked.cancel().catch(() => undefined)
    }
}
