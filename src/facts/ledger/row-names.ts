/** Names that are counted by themselves; of more a file has something else in that column. */
const MOST_NAMES = 60

/** Counts rows by a name that they have. */
export function countName(counts: Map<string, number>, name: string): void {
    if (counts.size < MOST_NAMES || counts.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
}
