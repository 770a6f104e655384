import type { StyleSheet } from "../styles.ts"
import { type FramePart, gapPt, lowerItems, newPiece, type OrderedItem, type Piece, stackHeight } from "./piece.ts"

/** Pieces of one cell and where they begin. */
export interface Column {
    /** Row of its group in which the cell begins. */
    readonly row: number
    readonly topPt: number
    readonly pieces: readonly Piece[]
}

/** Where a cell's frame begins and ends. */
export interface CellFrame {
    readonly frame: FramePart["frame"]
    readonly firstRow: number
    readonly lastRow: number
    readonly topPt: number
    readonly bottomPt: number
}

interface Laid {
    readonly topPt: number
    readonly bottomPt: number
    readonly piece: Piece
}

/**
 * Cuts cells that stand side by side into slices that a page may end between: at every height that no line crosses.
 * Where cells have no such height in common and the result would not fit a page, their n-th lines share a slice, and
 * what spans rows stands in the first of them.
 *
 * @param heightPt - Height of all of it; may be more than the columns need.
 * @param stops - Heights that are cuts by nature (borders of rows inside a spanned group).
 * @param padPt - Padding of a cell, kept where a page cuts it.
 * @param mostPt - Height of a page.
 */
export function sliceColumns(
    sheet: StyleSheet,
    columns: readonly Column[],
    frames: readonly CellFrame[],
    heightPt: number,
    stops: readonly number[],
    padPt: number,
    mostPt: number,
): Piece[] {
    const laid = columns.map(layColumn)
    const cuts = commonCuts(laid.flat(), heightPt, stops)
    const tallest = cuts.reduce((most, cut, i) => Math.max(most, cut - (cuts[i - 1] ?? 0)), 0)
    if (tallest > mostPt)
        return stops.concat(heightPt).flatMap((_, row) => {
            const beginning = columns.filter((column) => column.row === row)
            const beside = frames.filter(({ firstRow, lastRow }) => firstRow <= row && row <= lastRow)
            return sliceByLine(sheet, beginning, beside, padPt)
        })
    return cuts.map((bottom, i) => {
        const top = cuts[i - 1] ?? 0
        const inside = laid.flat().filter((l) => l.topPt >= top - TINY && l.bottomPt <= bottom + TINY)
        const ending = inside.filter((l) => l.bottomPt > bottom - TINY)
        const isStop = bottom === heightPt || stops.includes(bottom)
        const pad = { padTopPt: i === 0 || stops.includes(top) ? 0 : padPt, padBottomPt: isStop ? 0 : padPt }
        return newPiece(
            sheet,
            bottom - top,
            inside.flatMap((l) => lowerItems(l.piece, l.topPt - top).items),
            {
                frames: [
                    ...frames.flatMap((cell) => framePart(cell, top, bottom, pad)),
                    ...inside.flatMap((l) => lowerItems(l.piece, l.topPt - top).frames),
                ],
                keep: !isStop && ending.some((l) => l.piece.keep),
                ...pad,
            },
        )
    })
}

const TINY = 0.01

function layColumn({ topPt, pieces }: Column): Laid[] {
    const laid: Laid[] = []
    let y = topPt
    for (const [i, piece] of pieces.entries()) {
        const above = pieces[i - 1]
        if (above) y += gapPt(above, piece)
        laid.push({ topPt: y, bottomPt: y + piece.heightPt, piece })
        y += piece.heightPt
    }
    return laid
}

/** Bottoms of lines and stops that no line crosses, in order, the whole height last. */
function commonCuts(laid: readonly Laid[], heightPt: number, stops: readonly number[]): number[] {
    const bottoms = [...new Set([...laid.map((l) => l.bottomPt), ...stops])].filter((y) => y < heightPt - TINY)
    // The last line of the row takes the padding below it along.
    const lastLine = Math.max(0, ...laid.map((l) => l.bottomPt))
    const free = bottoms.filter((y) => {
        if (y > lastLine - TINY && !stops.includes(y)) return false
        return laid.every((l) => y <= l.topPt + TINY || y >= l.bottomPt - TINY)
    })
    free.sort((a, b) => a - b)
    return [...free.filter((y, i) => i === 0 || y - (free[i - 1] ?? 0) > TINY), heightPt]
}

function framePart(
    cell: CellFrame,
    top: number,
    bottom: number,
    pad: Pick<FramePart, "padTopPt" | "padBottomPt">,
): FramePart[] {
    const from = Math.max(cell.topPt, top)
    const to = Math.min(cell.bottomPt, bottom)
    return to - from > TINY ? [{ frame: cell.frame, topPt: from - top, bottomPt: to - top, ...pad }] : []
}

function sliceByLine(
    sheet: StyleSheet,
    columns: readonly Column[],
    frames: readonly CellFrame[],
    padPt: number,
): Piece[] {
    const count = Math.max(1, ...columns.map((column) => column.pieces.length))
    const slices: Piece[] = []
    for (let n = 0; n < count; n++) {
        const isFirst = n === 0
        const isLast = n === count - 1
        const row = columns.flatMap(({ pieces }) => {
            const piece = pieces[n]
            const above = pieces[n - 1]
            return piece ? [{ piece, gap: above ? gapPt(above, piece) : padPt }] : []
        })
        const items: OrderedItem[] = []
        const inner: FramePart[] = []
        let height = 0
        for (const { piece, gap } of row) {
            const lowered = lowerItems(piece, gap)
            items.push(...lowered.items)
            inner.push(...lowered.frames)
            height = Math.max(height, gap + piece.heightPt)
        }
        if (isLast) height += padPt
        const pad = { padTopPt: isFirst ? 0 : padPt, padBottomPt: isLast ? 0 : padPt }
        const own = frames.map(({ frame }) => ({ frame, topPt: 0, bottomPt: height, ...pad }))
        slices.push(newPiece(sheet, height, items, { frames: [...own, ...inner], ...pad }))
    }
    return slices
}

/** Height of a column from the top of its group. */
export function columnBottom({ topPt, pieces }: Omit<Column, "row">): number {
    return topPt + stackHeight(pieces)
}
