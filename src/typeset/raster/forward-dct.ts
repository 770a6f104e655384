// cos(k pi / 16) / 2 for k = 1 to 7, in 1/8192; the first coefficient has the weight of k = 4. Written as whole numbers,
// because engines may differ in the last bit of Math.cos.
const [C1, C2, C3, C4, C5, C6, C7] = [4017, 3784, 3406, 2896, 2276, 1567, 799]
const BITS = 13
const HALF = 1 << (BITS - 1)

const between = new Int32Array(64)

/**
 * Forward cosine transform of 8 by 8 samples (ITU-T T.81 A.3.3) and quantisation, in place. Samples lie between -128
 * and 127; the results are rounded to the nearest, halves away from zero.
 */
export function forwardDct(block: Int32Array, table: Int32Array): void {
    // Rows keep three more bits, so that the two roundings together stay below half a step.
    for (let row = 0; row < 64; row += 8) pass(block, row, 1, between, 3)
    for (let column = 0; column < 8; column++) pass(between, column, 8, block, 0)
    for (let i = 0; i < 64; i++) {
        const step = 8 * (table[i] ?? 1) // the three bits
        const value = block[i] ?? 0
        const size = Math.floor((Math.abs(value) + (step >> 1)) / step)
        block[i] = value < 0 ? -size : size
    }
}

/** One line of eight: even and odd halves apart. `extra` bits are kept below the point. */
function pass(from: Int32Array, start: number, step: number, to: Int32Array, extra: number): void {
    const at = (i: number): number => from[start + i * step] ?? 0
    const s0 = at(0) + at(7)
    const s1 = at(1) + at(6)
    const s2 = at(2) + at(5)
    const s3 = at(3) + at(4)
    const d0 = at(0) - at(7)
    const d1 = at(1) - at(6)
    const d2 = at(2) - at(5)
    const d3 = at(3) - at(4)
    const shift = BITS - extra
    const round = HALF >> extra
    const put = (i: number, value: number): void => {
        to[start + i * step] = (value + round) >> shift
    }
    put(0, C4 * (s0 + s1 + s2 + s3))
    put(4, C4 * (s0 - s1 - s2 + s3))
    put(2, C2 * (s0 - s3) + C6 * (s1 - s2))
    put(6, C6 * (s0 - s3) - C2 * (s1 - s2))
    put(1, C1 * d0 + C3 * d1 + C5 * d2 + C7 * d3)
    put(3, C3 * d0 - C7 * d1 - C1 * d2 - C5 * d3)
    put(5, C5 * d0 - C1 * d1 + C7 * d2 + C3 * d3)
    put(7, C7 * d0 - C5 * d1 + C3 * d2 - C1 * d3)
}
