/**
 * How much of each pixel a set of polygons covers. Exact areas are summed edge by edge; outlines wind as in TrueType
 * (filled where the winding is not zero), and polygons of the same direction may overlap. Reckons with additions,
 * multiplications and divisions only, which IEEE 754 fixes to the last bit.
 */
export interface Coverage {
    /** Adds a closed polygon in pixels, y down. What lies outside the picture is cut off. */
    add(polygon: readonly (readonly [x: number, y: number])[]): void
    /** Coverage of each pixel, 0 to 255, row by row. */
    read(): Uint8Array
}

/** An empty field of coverage. */
export function createCoverage(widthPx: number, heightPx: number): Coverage {
    // Two more columns take what edges at the right border leave over.
    const stride = widthPx + 2
    const sums = new Float32Array(stride * heightPx)
    const clampX = (x: number): number => Math.min(widthPx, Math.max(0, x))

    /** The part of an edge within one row of pixels: from `x0` to `x1`, `height` of the row, sign of its direction. */
    function addPiece(row: number, left: number, right: number, height: number): void {
        const base = row * stride
        const x0 = clampX(left)
        const x1 = clampX(right)
        const first = Math.floor(x0)
        const end = Math.ceil(x1)
        const put = (column: number, area: number): void => {
            sums[base + column] = (sums[base + column] ?? 0) + area
        }
        if (end <= first + 1) {
            const share = (x0 + x1) / 2 - first
            put(first, height * (1 - share))
            put(first + 1, height * share)
            return
        }
        // The edge crosses several pixels: a triangle in the first and last, trapezoids between.
        const slope = 1 / (x1 - x0)
        const head = first + 1 - x0
        const tail = x1 - (end - 1)
        const headArea = (slope * head * head) / 2
        const tailArea = (slope * tail * tail) / 2
        put(first, height * headArea)
        let covered = headArea
        for (let column = first + 1; column < end - 1; column++) {
            const upTo = slope * (column + 0.5 - x0)
            put(column, height * (upTo - (column === first + 1 ? headArea : upTo - slope)))
            covered = upTo
        }
        put(end - 1, height * (1 - tailArea - covered))
        put(end, height * tailArea)
    }

    function addEdge(ax: number, ay: number, bx: number, by: number): void {
        if (ay === by) return
        const sign = ay < by ? 1 : -1
        const [x0, y0, x1, y1] = ay < by ? [ax, ay, bx, by] : [bx, by, ax, ay]
        const slope = (x1 - x0) / (y1 - y0)
        const last = Math.min(heightPx, Math.ceil(y1))
        for (let row = Math.max(0, Math.floor(y0)); row < last; row++) {
            const top = Math.max(row, y0)
            const bottom = Math.min(row + 1, y1)
            const from = x0 + slope * (top - y0)
            const to = x0 + slope * (bottom - y0)
            addPiece(row, Math.min(from, to), Math.max(from, to), sign * (bottom - top))
        }
    }

    return {
        add(polygon) {
            let [x, y] = polygon.at(-1) ?? [0, 0]
            for (const [nextX, nextY] of polygon) {
                addEdge(x, y, nextX, nextY)
                x = nextX
                y = nextY
            }
        },
        read() {
            const out = new Uint8Array(widthPx * heightPx)
            for (let row = 0; row < heightPx; row++) {
                let sum = 0
                for (let x = 0; x < widthPx; x++) {
                    sum += sums[row * stride + x] ?? 0
                    out[row * widthPx + x] = Math.floor(Math.min(1, Math.abs(sum)) * 255 + 0.5)
                }
            }
            return out
        },
    }
}
