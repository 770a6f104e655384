import type { Raster } from "./raster.ts"

/**
 * The picture with a long edge of at most `longEdgePx`; each new pixel is the mean of the area it stands for. A smaller
 * picture is returned as it is.
 */
export function shrink(raster: Raster, longEdgePx: number): Raster {
    const { widthPx, heightPx, rgb } = raster
    const long = Math.max(widthPx, heightPx)
    if (long <= longEdgePx) return raster
    const width = Math.max(1, Math.round((widthPx * longEdgePx) / long))
    const height = Math.max(1, Math.round((heightPx * longEdgePx) / long))
    const columns = shares(widthPx, width)
    const rows = shares(heightPx, height)
    const out = new Uint8Array(3 * width * height)
    const line = new Float64Array(3 * width)
    for (let y = 0; y < height; y++) {
        line.fill(0)
        for (const { at: row, share } of rows[y] ?? []) addRow(rgb.subarray(3 * row * widthPx), columns, share, line)
        for (let i = 0; i < line.length; i++) out[3 * width * y + i] = Math.floor((line[i] ?? 0) + 0.5)
    }
    return { widthPx: width, heightPx: height, rgb: out }
}

interface Share {
    readonly at: number
    readonly share: number
}

/** For each new pixel the old ones below it, with the part each has in it. */
function shares(from: number, to: number): readonly (readonly Share[])[] {
    return Array.from({ length: to }, (_, i) => {
        const [start, end] = [(i * from) / to, ((i + 1) * from) / to]
        const found: Share[] = []
        for (let at = Math.floor(start); at < end && at < from; at++)
            found.push({ at, share: (Math.min(end, at + 1) - Math.max(start, at)) / (end - start) })
        return found
    })
}

function addRow(row: Uint8Array, columns: readonly (readonly Share[])[], rowShare: number, line: Float64Array): void {
    for (let x = 0; x < columns.length; x++) {
        for (const { at, share } of columns[x] ?? []) {
            line[3 * x] = (line[3 * x] ?? 0) + (row[3 * at] ?? 0) * share * rowShare
            line[3 * x + 1] = (line[3 * x + 1] ?? 0) + (row[3 * at + 1] ?? 0) * share * rowShare
            line[3 * x + 2] = (line[3 * x + 2] ?? 0) + (row[3 * at + 2] ?? 0) * share * rowShare
        }
    }
}
