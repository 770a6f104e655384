import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { type Far, meter } from "../../src/node/cli/meter.ts"

const MB = 1 << 20

beforeEach(() => {
    vi.useFakeTimers({ toFake: ["performance"] })
})
afterEach(() => {
    vi.useRealTimers()
})

function read(bytes: number, steps: number, msEach: number): Far[] {
    const said: Far[] = []
    const count = meter(bytes, (far) => said.push(far))
    for (let i = 0; i < steps; i++) {
        vi.advanceTimersByTime(msEach)
        count(bytes / steps)
    }
    return said
}

test("a long read says twice a second how far it is, how fast and how long still", () => {
    const said = read(400 * MB, 40, 100)
    expect(said.map(({ doneBytes }) => doneBytes / MB)).toEqual([50, 100, 150, 200, 250, 300, 350])
    expect(said.map(({ secondsLeft }) => secondsLeft)).toEqual([3.5, 3, 2.5, 2, 1.5, 1, 0.5])
    for (const far of said) expect(far.bytesPerSecond).toBe(100 * MB)
})

test("a short one says nothing, nor does a second reading", () => {
    expect(read(10 * MB, 40, 100)).toEqual([])
    const said: Far[] = []
    const count = meter(100 * MB, (far) => said.push(far))
    for (let i = 0; i < 20; i++) {
        vi.advanceTimersByTime(1000)
        count(50 * MB)
    }
    expect(said).toHaveLength(1)
})
