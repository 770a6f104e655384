/**
 * Moves boxes on a line as little as possible (least squares) so that they do not overlap and stay within bounds: a
 * bounded isotonic regression, solved by pooling neighbours.
 *
 * @param wanted - Left edges, ascending.
 * @param widths - Of the boxes, in the same order; together with the gaps they must fit.
 * @param gapPt - Least space between two boxes.
 * @returns Left edges in the same order, from `leastPt` on, the last box not beyond `mostPt`.
 */
export function spread(
    wanted: readonly number[],
    widths: readonly number[],
    gapPt: number,
    leastPt: number,
    mostPt: number,
): readonly number[] {
    // Where each box would begin if all stood close together from 0 on.
    const offsets: number[] = []
    let used = 0
    for (const widthPt of widths) {
        offsets.push(used)
        used += widthPt + gapPt
    }
    const top = mostPt - (used - gapPt)
    const pools: { sum: number; count: number }[] = []
    for (const [i, at] of wanted.entries()) {
        let pool = { sum: at - (offsets[i] ?? 0), count: 1 }
        for (let before = pools.at(-1); before !== undefined; before = pools.at(-1)) {
            if (before.sum / before.count <= pool.sum / pool.count) break
            pools.pop()
            pool = { sum: before.sum + pool.sum, count: before.count + pool.count }
        }
        pools.push(pool)
    }
    return pools
        .flatMap(({ sum, count }) => Array.from({ length: count }, () => Math.max(leastPt, Math.min(sum / count, top))))
        .map((at, i) => at + (offsets[i] ?? 0))
}
