/** Edit distance (insert, delete, replace, swap of neighbours), Damerau 1964 in its restricted form. */
export function editDistance(a: string, b: string): number {
    const x = [...a]
    const y = [...b]
    let before: number[] = []
    let previous = Array.from({ length: y.length + 1 }, (_, j) => j)
    for (let i = 1; i <= x.length; i++) {
        const row = [i]
        for (let j = 1; j <= y.length; j++) {
            const cost = x[i - 1] === y[j - 1] ? 0 : 1
            let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost)
            if (i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1])
                best = Math.min(best, (before[j - 2] ?? 0) + 1)
            row.push(best)
        }
        before = previous
        previous = row
    }
    return previous[y.length] ?? 0
}

/** The candidate nearest to a misspelt word, if one is near enough to be meant. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
    // Two changes make any short word of any other.
    const most = word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3))
    const ranked = candidates
        .filter((candidate) => Math.abs(candidate.length - word.length) <= most)
        .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
        .sort((a, b) => a.distance - b.distance)
    const best = ranked[0]
    return best && best.distance <= most ? best.candidate : undefined
}
