import { describe, expect, test } from "vitest"
import { go, hasBrowser, openPage, resting } from "./browser.ts"

// Dates and coins as people type them: what can only mean one thing is taken, what may mean two is asked.

describe.skipIf(!hasBrowser())("typed as people do", { timeout: 300_000 }, () => {
    test("a date without signs is read, one that may be two days is asked, and a coin has its symbol", async () => {
        const { page, errors, close } = await openPage({ place: "/victim", width: 360 })
        const field = page.locator('[id="f-incident-firstOperation-at"], [id="f-incident-firstOperation"]').first()
        const group = page.locator("fieldset", { has: field }).first()
        const type = async (text: string): Promise<void> => {
            await field.fill(text)
            await field.press("Tab")
        }
        try {
            await page.click(".sheet button.btn.q")
            await page.waitForSelector(".tasks")
            await go(page, "/victim/s/4")
            await type("２０２３０３２１　０１：４９")
            expect(await field.inputValue()).toBe("2023-03-21")
            expect(await group.innerText()).toContain("2023-03-21 01:49")
            await group.getByPlaceholder("01:49:08").fill("")

            await type("23/3/21")
            expect(await field.inputValue()).toBe("23/3/21")
            expect(await group.innerText()).toContain("可能是 2023-03-21，也可能是 2021-03-23")
            await group.getByRole("button", { name: "2023-03-21" }).click()
            expect(await field.inputValue()).toBe("2023-03-21")
            expect(await group.innerText()).not.toContain("可能是")

            // One is not half typed: what is found about the answers says the same.
            await type("3/4/2023")
            await page.getByRole("button", { name: "继续" }).click()
            await page.locator(".errs").waitFor()
            expect(await page.locator(".errs").innerText()).toContain("可能是 2023-04-03，也可能是 2023-03-04")

            await go(page, "/victim/l/loss.assets")
            await resting(page)
            await page.getByRole("button", { name: "添加一项" }).click()
            const asset = page.locator('input[id$="-asset"]').first()
            await asset.fill("泰达币")
            expect(await page.locator(".field", { has: asset }).first().innerText()).toContain("读作：USDT")
            expect(errors).toEqual([])
        } finally {
            await close()
        }
    })
})
