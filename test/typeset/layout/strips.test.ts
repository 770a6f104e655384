import * as fc from "fast-check"
import { expect, test } from "vitest"
import { stripsOf } from "../../../src/typeset/layout/strips.ts"

test.each([
    [1080, 2400],
    [1170, 2532],
    [1440, 3440],
    [4000, 3000],
    [40, 40],
    [60, 700],
])("%i by %i stays in one piece", (widthPx, heightPx) => {
    expect(stripsOf({ widthPx, heightPx })).toEqual([{ fromPx: 0, toPx: heightPx }])
})

test.each([
    [1080, 20_000, 9],
    [1080, 40_000, 18],
    [1080, 3000, 2],
    [100, 8000, 11],
    [1, 1_000_000, 60],
])("%i by %i is cut into %i", (widthPx, heightPx, count) => {
    expect(stripsOf({ widthPx, heightPx })).toHaveLength(count)
})

test("strips of any picture cover it from top to bottom, overlap, and are of one height", () => {
    const sides = fc.record({
        widthPx: fc.integer({ min: 1, max: 5000 }),
        heightPx: fc.integer({ min: 1, max: 90_000 }),
    })
    fc.assert(
        fc.property(sides, (size) => {
            const strips = stripsOf(size)
            expect(strips[0]?.fromPx).toBe(0)
            expect(strips.at(-1)?.toPx).toBe(size.heightPx)
            const heights = strips.map(({ fromPx, toPx }) => toPx - fromPx)
            expect(Math.max(...heights) - Math.min(...heights)).toBeLessThanOrEqual(2)
            for (const [i, { fromPx }] of strips.entries()) {
                const above = strips[i - 1]
                if (above) expect(above.toPx - fromPx).toBeGreaterThanOrEqual(Math.floor(0.1 * size.widthPx))
            }
            if (strips.length < 60)
                expect(Math.max(...heights)).toBeLessThanOrEqual(
                    Math.max(2.6 * size.widthPx, 791, size.widthPx * 2.2 + 2),
                )
        }),
    )
})
