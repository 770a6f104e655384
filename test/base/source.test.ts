import fc from "fast-check"
import { expect, test } from "vitest"
import { concat } from "../../src/base/bytes.ts"
import { joinSources, memorySource, pickSource, readAll, sliceSource } from "../../src/base/source.ts"

/** A part of a size, as fractions from 0 to 1. */
const part = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))

test("any part of joined sources is that of their bytes one after the other", async () => {
    await fc.assert(
        fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 9 })), part, async (parts, [a, b]) => {
            const whole = concat(parts)
            const [from = 0, to = 0] = [Math.round(a * whole.length), Math.round(b * whole.length)].sort(
                (x, y) => x - y,
            )
            const joined = joinSources(parts.map(memorySource))
            expect(joined.size).toBe(whole.length)
            expect(await joined.read(from, to - from)).toEqual(whole.slice(from, to))
        }),
    )
})

test("any part of picked ranges is that of their bytes, read in one piece", async () => {
    const steps = fc.array(fc.record({ gap: fc.nat(5), length: fc.nat(5) }))
    await fc.assert(
        fc.asyncProperty(steps, part, async (listed, [a, b]) => {
            let at = 0
            const ranges = listed.map(({ gap, length }) => {
                const from = at + gap
                at = from + length
                return { from, to: at }
            })
            const bytes = Uint8Array.from({ length: at }, (_, i) => i)
            const whole = concat(ranges.map(({ from, to }) => bytes.subarray(from, to)))
            const [from = 0, to = 0] = [Math.round(a * whole.length), Math.round(b * whole.length)].sort(
                (x, y) => x - y,
            )
            let reads = 0
            const memory = memorySource(bytes)
            const counted = {
                size: memory.size,
                read(offset: number, length: number) {
                    reads++
                    return memory.read(offset, length)
                },
            }
            const picked = pickSource(counted, ranges)
            expect(picked.size).toBe(whole.length)
            expect(await picked.read(from, to - from)).toEqual(whole.slice(from, to))
            expect(reads).toBeLessThanOrEqual(1)
        }),
    )
})

test("nothing is read past the end", async () => {
    const joined = joinSources([memorySource(Uint8Array.of(1, 2)), memorySource(Uint8Array.of(3))])
    const picked = pickSource(memorySource(Uint8Array.of(1, 2, 3, 4)), [{ from: 0, to: 3 }])
    const window = sliceSource(memorySource(Uint8Array.of(0, 1, 2, 3, 4)), 1, 3)
    for (const source of [joined, picked, window]) {
        await expect(source.read(1, 3)).rejects.toThrow(RangeError)
        await expect(source.read(-1, 1)).rejects.toThrow(RangeError)
        expect(await readAll(source)).toEqual(Uint8Array.of(1, 2, 3))
    }
})
