import type { Reading } from "./reading.ts"

/** Rows of two files in one span, held against each other by their content. */

/** Two files of one report and account that reach over the same time. */
export interface Overlap {
    readonly first: string
    readonly second: string
    readonly from: number
    readonly to: number
    /** How much of the clock is left out of both, in ms: 1, or a minute where a file has no seconds. */
    readonly unit: number
    /**
     * The one whose rows of the span count for nothing, because the other has them all; absent where the two contradict
     * each other.
     */
    readonly aside?: string
    /** What the one that is set aside was exported for alone, in words of the file; absent where both have the same rows. */
    readonly filter?: string
    /**
     * Nothing says the clock of the one that is set aside: its rows stand in the other by the same clock, of this offset, in
     * minutes. Where nothing says the other's either, the span is of that clock and not of UTC.
     */
    readonly clock?: { readonly offset: number; readonly isKnown: boolean }
    /** One ends where the other begins, and rows of that instant are alike: all count, as they may be several fills. */
    readonly isTouch?: true
    /** The moment in which the other one ends, and of which this one has more: there the other's rows count for nothing. */
    readonly also?: Overlap
    /** Row by row, where the files tell of one event in words of their own: no other row of the span is set aside. */
    readonly pairs?: RowPairs
    /** Two rows that may be of one event, which is why neither file counts. */
    readonly doubt?: Doubt
    /** Rows of the span in each. */
    readonly rows: readonly [first: number, second: number]
    /** Rows of one content that both have, where neither has all of the other's. */
    readonly inCommon?: number
    /** Rows of the other that stand for rows listed in the one that is set aside. */
    readonly twins?: ReadonlySet<number>
}

/** Rows of two files that are of one event. */
export interface RowPairs {
    /** Those of the file that is set aside -> those of the other. */
    readonly rows: ReadonlyMap<number, number>
    readonly by: "transaction" | "conversion"
    /** Of some one amount has the fee in it and the other has not. */
    readonly withFee: boolean
    /** Rows of the time that both reach over, of which the other has nothing; they count. */
    readonly alone: readonly [first: number, second: number]
}

/** `amount`: one transaction with two amounts. `likely`: nothing but the amount, or the assets, says that they are one. */
export interface Doubt {
    readonly rows: readonly [first: number, second: number]
    readonly by: "amount" | "likely"
}

/** Rows of one content in a span of a file. */
export interface SameRows {
    count: number
    /** Their time, in units of what both files have of it. */
    readonly moment: number
    /** What an exchange lets choose from: market or asset, wallet, operation, side, state. */
    readonly words: readonly string[]
    /** Those of their transactions, where what moved is compared alone. */
    readonly hashes: string[]
    /** Their numbers, where rows were listed: those that were, and the others. */
    readonly listed: number[]
    readonly unlisted: number[]
}

/**
 * Whether a file has nothing that another one has not, and lacks of it only as many rows as it has that cannot be read or
 * were not done yet, or rows of the moment at which it begins or ends: a limit of rows cuts within a second.
 */
export function isPart(
    part: ReadonlyMap<string, SameRows>,
    whole: ReadonlyMap<string, SameRows>,
    { rows, first, last }: Reading,
    unit: number,
): boolean {
    if (part.size === 0 || [...part].some(([key, { count }]) => count > (whole.get(key)?.count ?? 0))) return false
    const ends = [first, last].map((edge) => Math.floor((edge?.epochMs ?? Number.NaN) / unit))
    const lacking = [...whole].flatMap(([key, { count, moment }]) => {
        const missing = count - (part.get(key)?.count ?? 0)
        return missing > 0 && !ends.includes(moment) ? [missing] : []
    })
    return lacking.reduce((sum, missing) => sum + missing, 0) <= rows.problem + rows.unsettled
}

/**
 * Files of a limit of rows, each cut within a second: one ends in a moment of which the other has more, which begins in one
 * of which the first has more, and between these moments both are alike.
 */
export function cutApart(
    found: Overlap,
    maps: readonly [ReadonlyMap<string, SameRows>, ReadonlyMap<string, SameRows>],
    readings: readonly [Reading, Reading],
): Overlap | undefined {
    const { unit } = found
    const [start, end] = [found.from, found.to].map((at) => Math.floor(at / unit)) as [number, number]
    const begins = readings.map(({ first }) => Math.floor((first?.epochMs ?? Number.NaN) / unit))
    // The one that begins where both overlap begins later, or with it.
    const late = begins[1] === start ? 1 : 0
    const [later, earlier] = [maps[late], maps[1 - late]] as [(typeof maps)[0], (typeof maps)[0]]
    for (const key of new Set([...later.keys(), ...earlier.keys()])) {
        const [a, b] = [later.get(key), earlier.get(key)]
        const more = (a?.count ?? 0) - (b?.count ?? 0)
        const moment = a?.moment ?? b?.moment
        if (more !== 0 && !(moment === start && more < 0) && !(moment === end && more > 0)) return undefined
    }
    if (start === end) return undefined
    const within = (of: ReadonlyMap<string, SameRows>, isEnd: boolean) =>
        new Map([...of].filter(([, { moment }]) => (moment === end) === isEnd))
    const labels = readings.map(({ label }) => label) as [string, string]
    const rest = { ...found, aside: labels[1 - late] ?? "", from: end * unit }
    return {
        ...{ ...found, aside: labels[late] ?? "", to: end * unit - 1 },
        ...twinsOf(within(later, false), within(earlier, false)),
        also: { ...rest, ...twinsOf(within(earlier, true), within(later, true)) },
    }
}

/** A list that is longer than this names no filter that somebody chose. */
const MOST_WORDS = 8

/**
 * What a file was exported for alone, where that is all that it lacks of another one; `undefined` where it lacks more, or
 * has what the other has not.
 */
export function filterOf(
    part: ReadonlyMap<string, SameRows>,
    whole: ReadonlyMap<string, SameRows>,
): string | undefined {
    const kept = [...part.values()].map(({ words }) => words)
    const chosen = [0, 1, 2, 3, 4].map((at) => new Set(kept.map((words) => words[at])))
    const isKept = ({ words }: SameRows): boolean => words.every((word, at) => chosen[at]?.has(word) === true)
    if (part.size === 0 || [...part.keys()].some((key) => !whole.has(key))) return undefined
    for (const [key, rows] of whole)
        if (isKept(rows) ? part.get(key)?.count !== rows.count : part.has(key)) return undefined
    const narrow = chosen.flatMap((words, at) => {
        const isNarrow = [...whole.values()].some((rows) => words.has(rows.words[at] ?? "") === false)
        return isNarrow ? [[...words].map((word = "") => word)] : []
    })
    const [name] = narrow
    return name
        ?.slice(0, MOST_WORDS)
        .join("、")
        .concat(name.length > MOST_WORDS ? "…" : "")
}

/** Rows of the file that counts, for those that were listed in the other alone. */
export function twinsOf(
    aside: ReadonlyMap<string, SameRows>,
    kept: ReadonlyMap<string, SameRows>,
): Pick<Overlap, "twins"> {
    const twins = [...aside].flatMap(([key, { listed }]) => {
        const same = kept.get(key)
        return same === undefined ? [] : same.unlisted.slice(0, Math.max(0, listed.length - same.listed.length))
    })
    return twins.length === 0 ? {} : { twins: new Set(twins) }
}

export function sameRows(a: ReadonlyMap<string, SameRows>, b: ReadonlyMap<string, SameRows>): boolean {
    return a.size === b.size && [...a].every(([key, { count }]) => b.get(key)?.count === count)
}

export function countRows(rows: ReadonlyMap<string, SameRows>): number {
    return [...rows.values()].reduce((sum, { count }) => sum + count, 0)
}
