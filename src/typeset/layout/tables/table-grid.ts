import type { Cell, Row } from "../../document/blocks.ts"

/** A cell with its place in the grid. */
export interface GridCell {
    readonly cell: Cell
    readonly row: number
    readonly column: number
    readonly colspan: number
    /** Cut at the end of the head or the body, as HTML does. */
    readonly rowspan: number
    readonly inHead: boolean
}

/** A table as a grid: cells by row, as in the source. */
export interface Grid {
    readonly rows: readonly (readonly GridCell[])[]
    readonly columns: number
    readonly headRows: number
    /** Columns with a cell aligned by its decimal point. */
    readonly decimalColumns: ReadonlySet<number>
}

/** Finds the column of every cell: the first from the left where nothing that spans from above lies in its way. */
export function buildGrid(head: readonly Row[], body: readonly Row[]): Grid {
    const taken = new Set<string>()
    const place = (row: number, column: number) => `${String(row)} ${String(column)}`
    let columns = 1
    const all = [...head, ...body]
    const rows = all.map((source, row): GridCell[] => {
        let column = 0
        const inHead = row < head.length
        return source.cells.map((cell) => {
            const isFree = (at: number) => !range(at, cell.colspan).some((c) => taken.has(place(row, c)))
            while (!isFree(column)) column++
            const rowspan = Math.min(cell.rowspan, (inHead ? head.length : all.length) - row)
            const placed = { cell, row, column, colspan: cell.colspan, rowspan, inHead }
            for (const r of range(row, rowspan)) for (const c of range(column, cell.colspan)) taken.add(place(r, c))
            columns = Math.max(columns, column + cell.colspan)
            return placed
        })
    })
    const decimals = rows.flat().filter(({ cell, colspan }) => cell.align === "decimal" && colspan === 1)
    return { rows, columns, headRows: head.length, decimalColumns: new Set(decimals.map(({ column }) => column)) }
}

function range(from: number, count: number): number[] {
    return Array.from({ length: count }, (_, i) => from + i)
}

/** Widths one column needs, padding included. */
export interface ColumnNeed {
    minPt: number
    maxPt: number
    /** Not even where words must be broken is a column narrower, if that is possible. */
    floorPt?: number
}

/**
 * Shares a width among columns. Columns that need less than an even share get what they need; the others share the
 * rest by the square root of their need, so that a long text does not starve a middling one, and none gets less than
 * its words need as long as that is possible.
 */
export function shareWidth(needs: readonly ColumnNeed[], widthPt: number): number[] {
    const widths = needs.map(() => 0)
    const most = needs.reduce((sum, need) => sum + need.maxPt, 0)
    if (most <= widthPt) return needs.map((need) => (need.maxPt * widthPt) / most)
    const least = needs.reduce((sum, need) => sum + need.minPt, 0)
    if (least >= widthPt) return cutShort(needs, widthPt)

    let open = needs.map((need, i) => ({ ...need, i })).sort((a, b) => a.maxPt - b.maxPt)
    let rest = widthPt
    for (;;) {
        const roots = open.reduce((sum, need) => sum + Math.sqrt(need.maxPt), 0)
        const share = (need: ColumnNeed) => (rest * Math.sqrt(need.maxPt)) / roots
        // First the smallest that needs less than an even share, then one whose words need more than its own.
        const small = open.find((need) => need.maxPt <= Math.min(rest / open.length, rest - leastOf(open, need.i)))
        const settled = small ?? open.find((need) => need.minPt > share(need))
        if (!settled || open.length === 1) {
            for (const need of open) widths[need.i] = share(need)
            return widths
        }
        const width = small ? settled.maxPt : settled.minPt
        widths[settled.i] = width
        rest -= width
        open = open.filter((need) => need !== settled)
    }
}

/** Not even the words fit: first every column gets its floor, then all by the same share of what they lack. */
function cutShort(needs: readonly ColumnNeed[], widthPt: number): number[] {
    const floors = needs.map(({ minPt, floorPt = 0 }) => Math.min(minPt, floorPt))
    const floor = floors.reduce((sum, each) => sum + each, 0)
    const least = needs.reduce((sum, need) => sum + need.minPt, 0)
    if (floor >= widthPt) return floors.map((each) => (each * widthPt) / floor)
    const share = (widthPt - floor) / (least - floor)
    return needs.map(({ minPt }, i) => (floors[i] ?? 0) + (minPt - (floors[i] ?? 0)) * share)
}

function leastOf(needs: readonly (ColumnNeed & { i: number })[], except: number): number {
    return needs.reduce((sum, need) => sum + (need.i === except ? 0 : need.minPt), 0)
}
