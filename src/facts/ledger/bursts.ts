import type { Reading } from "./reading.ts"
import type { RowCode } from "./row-index.ts"
import { MINUTE } from "./wall.ts"

/** Entries of the columns that are kept of all rows, by time: no object is made for a row. */

const MOST_BURSTS = 5

/** Instant of an entry of a reading's index, in ms since 1970; NaN where it is not known. */
export function instantAt({ index, zone }: Reading, at: number): number {
    return (index.times[at] ?? Number.NaN) - (zone.offset ?? 0) * MINUTE
}

/** Places of entries of some sorts in the index, by time; those without time are left out. */
export function placesOf(
    { index }: Reading,
    codes: readonly RowCode[],
    names?: (name: string) => boolean,
): Uint32Array {
    const isNamed = names === undefined ? undefined : index.names.map(names)
    const places = new Uint32Array(index.size)
    let count = 0
    for (let i = 0; i < index.size; i++) {
        if (!codes.includes((index.codes[i] ?? 0) as RowCode) || Number.isNaN(index.times[i])) continue
        if (isNamed === undefined || isNamed[index.nameOf[i] ?? 0] === true) places[count++] = i
    }
    const found = places.subarray(0, count)
    const timeOf = (at: number): number => index.times[at] ?? 0
    const isSorted = found.every((at, i) => i === 0 || timeOf(found[i - 1] ?? 0) <= timeOf(at))
    return isSorted ? found : found.sort((a, b) => timeOf(a) - timeOf(b) || a - b)
}

/** Entries within a span that have at least so many different names. */
export interface Burst {
    readonly reading: Reading
    /** Places in the index, by time. */
    readonly places: Uint32Array
    readonly from: number
    readonly to: number
}

/** The longest run within a span that has at least so many different names, for each place where there is one. */
export function bursts(reading: Reading, places: Uint32Array, ms: number, names: number): Burst[] {
    const { index } = reading
    const found: Burst[] = []
    const met = new Uint32Array(index.names.length)
    let different = 0
    const count = (at: number, by: 1 | -1): void => {
        const name = index.nameOf[places[at] ?? 0] ?? 0
        const before = met[name] ?? 0
        met[name] = before + by
        if (before === 0) different++
        else if (before + by === 0) different--
    }
    const timeOf = (at: number): number => instantAt(reading, places[at] ?? 0)
    let end = 0
    for (let start = 0; start < places.length; ) {
        while (end < places.length && timeOf(end) - timeOf(start) <= ms) count(end++, 1)
        if (different < names) {
            count(start++, -1)
            continue
        }
        found.push({ reading, places: places.subarray(start, end), from: timeOf(start), to: timeOf(end - 1) })
        while (start < end) count(start++, -1)
    }
    return found
}

/** The first bursts; of those at one time, which two reports tell of, the one that names more. */
export function apart(runs: readonly Burst[]): readonly Burst[] {
    const kept: Burst[] = []
    let together: Burst[] = []
    let end = Number.NEGATIVE_INFINITY
    for (const run of [...runs].sort((a, b) => a.from - b.from)) {
        if (run.from > end) {
            kept.push(...mostOf(together))
            if (kept.length >= MOST_BURSTS) break
            together = []
        }
        together.push(run)
        end = Math.max(end, run.to)
    }
    if (kept.length < MOST_BURSTS) kept.push(...mostOf(together))
    return kept.slice(0, MOST_BURSTS)
}

/** Of bursts that reach over one another those with most entries. */
function mostOf(runs: readonly Burst[]): readonly Burst[] {
    const kept: Burst[] = []
    for (const run of [...runs].sort((a, b) => b.places.length - a.places.length))
        if (!kept.some(({ from, to }) => run.from <= to && run.to >= from)) kept.push(run)
    return kept.sort((a, b) => a.from - b.from)
}
