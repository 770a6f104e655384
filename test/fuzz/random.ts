/** Numbers that a seed fixes: the same seed, target and number of a case give the same input on every machine. */

export interface Random {
    /** From 0 up to and without `most`. */
    below(most: number): number
    pick<T>(from: readonly T[]): T
    /** One time in `n`. */
    oneIn(n: number): boolean
}

/** Mulberry32 over a hash of the name of the case. */
export function random(name: string): Random {
    let state = 2166136261
    for (const sign of name) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 16777619)
    const next = (): number => {
        state = (state + 0x6d2b79f5) | 0
        let t = Math.imul(state ^ (state >>> 15), 1 | state)
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
        return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
    }
    const below = (most: number): number => Math.floor(next() * most)
    return {
        below,
        pick(from) {
            const found = from[below(from.length)]
            if (found === undefined) throw new RangeError("nothing to pick from")
            return found
        },
        oneIn: (n) => below(n) === 0,
    }
}
