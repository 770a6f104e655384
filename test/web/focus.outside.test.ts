import { join } from "node:path"
import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { putDraft } from "../cli/made.ts"
import { scratch } from "../cli/run.ts"
import { give, hasBrowser, openPage } from "./browser.ts"

// Keys that are pressed while the focus goes elsewhere are lost. The hand here is quicker than any: it is in the field in
// the same moment in which that appears.

/** Enters a field as soon as it stands in the page, by way of a place; gives what has the focus a while later. */
const enterAtOnce = (page: Page, place: string, id: string): Promise<string | undefined> =>
    page.evaluate(
        ([hash, wanted]) =>
            new Promise<string | undefined>((done) => {
                const watcher = new MutationObserver(() => {
                    const field = document.getElementById(wanted)
                    if (field === null) return
                    watcher.disconnect()
                    field.focus()
                    setTimeout(() => done(document.activeElement?.id), 1000)
                })
                watcher.observe(document.body, { childList: true, subtree: true })
                location.hash = hash
            }),
        [place, id] as const,
    )

describe.skipIf(!hasBrowser())("a field in use keeps the focus", { timeout: 300_000 }, () => {
    test("when the page has only just appeared", async () => {
        const { page, errors, close } = await openPage({ place: "/victim" })
        try {
            await page.click(".sheet button.btn.q")
            await page.waitForSelector(".tasks")
            const field = "f-incident-firstOperation-at"
            expect(await enterAtOnce(page, "/victim/s/4", field)).toBe(field)
            expect(errors).toEqual([])
        } finally {
            await close()
        }
    })

    test("when what was found about another comes while somebody is at work in it", async () => {
        const folder = scratch()
        const { page, errors, close } = await openPage({ place: "/officer" })
        try {
            await give(page, "draft", join(folder, putDraft(folder)))
            await page.locator(".verdict").waitFor({ timeout: 120_000 })
            await page.evaluate(() => {
                location.hash = "/officer/form/0"
            })
            const [agency, department] = [page.getByLabel("单位全称（英文）"), page.getByLabel("部门（英文）")]
            await agency.fill("样例分局")
            await department.fill("某派出所")
            await page.getByRole("button", { name: "继续" }).click()
            await page.locator(".errs").waitFor({ timeout: 120_000 })
            // Nobody is in a field: the summary is where the reader begins.
            await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe("errs")
            await agency.fill("Yangli Branch")
            await department.focus()
            await expect.poll(() => agency.getAttribute("aria-invalid"), { timeout: 120_000 }).toBe("false")
            expect(await page.locator(".errs").count()).toBe(1)
            await page.keyboard.press("Control+A")
            await page.keyboard.type("Yangli Station")
            expect(await department.inputValue()).toBe("Yangli Station")
            expect(errors).toEqual([])
        } finally {
            await close()
        }
    })
})
