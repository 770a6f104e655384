import { describe, expect, test } from "vitest"
import { hasBrowser, openPage, violations } from "./browser.ts"

describe.skipIf(!hasBrowser())("the first screen", () => {
    test("stands without a network, in both languages, and nothing is wrong with it", async () => {
        const { page, requests, errors, close } = await openPage()
        try {
            await page.getByRole("heading", { level: 1 }).waitFor()
            expect(await page.getByRole("link", { name: /我是办案民警/ }).count()).toBe(1)
            expect(await violations(page)).toEqual([])
            await page.getByRole("button", { name: "English" }).click()
            expect(await page.getByRole("link", { name: /I am the police officer/ }).count()).toBe(1)
            expect(await violations(page)).toEqual([])
            expect([requests, errors]).toEqual([[], []])
        } finally {
            await close()
        }
    })
})
