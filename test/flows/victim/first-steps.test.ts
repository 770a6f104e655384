import { expect, test } from "vitest"
import { firstSteps } from "../../../src/flows/victim/first-steps.ts"
import { nodeHost } from "../../../src/node/host.ts"

test("what to do at once is told in both languages, step by step with the same number", () => {
    const steps = firstSteps(nodeHost(), "2026-11-20T10:00:00+08:00")
    expect(steps.length).toBe(12)
    for (const [i, { title, text }] of steps.entries()) {
        expect(title["zh-CN"]).toMatch(new RegExp(`^${String(i + 1)}．`))
        expect(title.en).toMatch(new RegExp(`^${String(i + 1)}\\. [A-Z]`))
        // The one name that stands on the paper they are given.
        expect(`${title.en}${text.en}`.replace("受案回执", "")).not.toMatch(/\p{Script=Han}/u)
        expect(text.en.length).toBeGreaterThan(40)
    }
})
