import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Raster } from "../../../src/typeset/raster/raster.ts"
import { ROOT } from "../../check.ts"

/** A picture with a hard edge, a gradient, and every corner another colour: a turn or a shift shows. */
export function testCard(widthPx: number, heightPx: number): Raster {
    const rgb = new Uint8Array(3 * widthPx * heightPx)
    for (let y = 0, at = 0; y < heightPx; y++)
        for (let x = 0; x < widthPx; x++) {
            rgb[at++] = Math.floor((255 * x) / widthPx)
            rgb[at++] = Math.floor((255 * y) / heightPx)
            rgb[at++] = x > widthPx / 3 && x < widthPx / 2 && y > heightPx / 4 ? 250 : 40
        }
    return { widthPx, heightPx, rgb }
}

/** The picture as PPM, which every tool reads. */
export function ppm({ widthPx, heightPx, rgb }: Raster): Buffer {
    return Buffer.concat([Buffer.from(`P6\n${String(widthPx)} ${String(heightPx)}\n255\n`), rgb])
}

/** ImageMagick from bytes to bytes. */
export function convert(input: Uint8Array, from: string, args: readonly string[], to: string): Uint8Array {
    return new Uint8Array(
        execFileSync("convert", [`${from}:-`, ...args, `${to}:-`], { input, maxBuffer: 1 << 28, stdio: "pipe" }),
    )
}

/** Peak signal to noise ratio in dB; infinite where all bytes agree. */
export function likeness(a: Uint8Array, b: Uint8Array): number {
    if (a.length !== b.length) return 0
    let sum = 0
    for (let i = 0; i < a.length; i++) sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2
    return sum === 0 ? Number.POSITIVE_INFINITY : 10 * Math.log10((255 * 255 * a.length) / sum)
}

/** A font file of the product, read as it is asked for. */
export function fontFile(name: string) {
    const bytes = new Uint8Array(readFileSync(join(ROOT, "fonts", name)))
    return { size: bytes.length, read: (offset: number, length: number) => bytes.subarray(offset, offset + length) }
}
