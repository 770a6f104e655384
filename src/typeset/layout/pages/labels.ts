import { asArtifact, lowerItems, type OrderedItem, type Piece } from "./piece.ts"

/** What names a row is short; the whole of a long first cell would run down the page, and off its end. */
const MOST_PT = 96

/**
 * Slices of table rows, those below the text of their first cell with that text once more, so that the row can be named
 * where a page begins with them. As many of its lines as the rest of its cell is high, and no more than a few.
 *
 * @param firstCells - Pieces of the cells of the first column, from the top.
 * @param padPt - Room above the first line of a cell; a slice that begins within a row has it above itself.
 */
export function withLabels(
    slices: readonly Piece[],
    firstCells: readonly (readonly Piece[])[],
    padPt: number,
): Piece[] {
    const cellOf = new Map<number, number>()
    for (const [n, pieces] of firstCells.entries())
        for (const { items } of pieces) for (const { order } of items) cellOf.set(order, n)
    const own = slices.map(({ items }) => items.map(({ order }) => cellOf.get(order)).find((n) => n !== undefined))
    let current: number | undefined
    return slices.map((slice, i) => {
        if (own[i] !== undefined) current = own[i]
        if (own[i] !== undefined || current === undefined || i === 0) return slice
        let room = 0
        for (let k = i; k < slices.length && own[k] === undefined; k++) room += slices[k]?.heightPt ?? 0
        const label = linesWithin(firstCells[current] ?? [], slice.padTopPt === 0 ? padPt : 0, Math.min(room, MOST_PT))
        return label.length > 0 ? { ...slice, label } : slice
    })
}

function linesWithin(pieces: readonly Piece[], topPt: number, roomPt: number): OrderedItem[] {
    let y = topPt
    const items: OrderedItem[] = []
    for (const piece of pieces) {
        if (y + piece.heightPt > roomPt) break
        items.push(...lowerItems(asArtifact(piece), y).items)
        y += piece.heightPt
    }
    return items
}
