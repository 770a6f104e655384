import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { putDraft } from "../cli/made.ts"
import { lerpack, scratch } from "../cli/run.ts"
import { DESKS } from "../desks.ts"
import { give, go, hasBrowser, openPage, violations } from "./browser.ts"

/** What the page says of desks is what the command says. */
describe.skipIf(!hasBrowser())("desks in the page", { timeout: 600_000 }, () => {
    test("the officer's page shows each as `recipients` prints it, and explains those without a channel", async () => {
        const home = scratch()
        const env = { XDG_CONFIG_HOME: join(home, "config") }
        const applied = [
            "channel",
            "--recipient",
            "plain-form",
            "--state",
            "applied",
            "--at",
            "2026-11-20 10:00 北京时间",
        ]
        expect(lerpack(["journal", "add", "--channels", ...applied], { env }).status).toBe(0)
        const draft = join(home, putDraft(home))
        const { page, errors, close } = await openPage({ place: "/officer" })
        /** All paragraphs of a desk, folded or not. */
        const said = (id: string) => page.locator(`[data-desk=${id}] p`).allTextContents()
        try {
            await give(page, "draft", draft)
            await page.locator(".verdict").waitFor({ timeout: 120_000 })
            await go(page, "/officer/desks")
            await give(page, "desks", join(DESKS, "plain-form.yaml"), join(DESKS, "no-channel.yaml"))
            await page.locator("[data-desk=plain-form]").waitFor()
            await give(page, "channels", join(home, "config/lerpack/channels.jsonl"))
            await page.locator("[data-desk=plain-form] p", { hasText: "已申请" }).waitFor({ state: "attached" })
            for (const id of ["plain-form", "no-channel"]) {
                const { stdout } = lerpack(["recipients", "show", id, "--recipients", DESKS], { env })
                const lines = stdout.split("\n").map((line) => line.trim())
                // Where the file lies differs; a desk without a channel has its row in the list alone.
                for (const line of await said(id))
                    if (!/自备资料|整理于/.test(line)) expect(stdout).toContain(line.trim())
                const shown = (await page.locator(`[data-desk=${id}]`).textContent()) ?? ""
                for (const line of lines.filter((one) => one.startsWith("* "))) expect(shown).toContain(line)
            }
            expect((await said("no-channel")).join("\n")).toContain("经其所在地的中央机关")
            expect(await page.locator("[data-desk=no-channel] summary").textContent()).toContain(
                "没有可以核实的受理渠道",
            )
            expect(await violations(page)).toEqual([])
            // Nor is anything of it wider than a phone, all of it open.
            await page.setViewportSize({ width: 360, height: 780 })
            const width = await page.evaluate(() => {
                for (const desk of document.querySelectorAll("details")) desk.open = true
                return document.documentElement.scrollWidth
            })
            expect(width).toBe(360)
            await page.setViewportSize({ width: 1280, height: 900 })

            await go(page, "/officer/decide")
            await page.locator("[data-desk=no-channel]").waitFor()
            const offers = await page
                .locator("#desk option")
                .evaluateAll((all) => all.map((one) => one.getAttribute("value")))
            expect(offers).toContain("plain-form")
            expect(offers).not.toContain("no-channel")
            await page.locator("#desk").selectOption("plain-form")
            await page.locator("[data-desk=plain-form] summary").click()
            await page.getByText("另一说法：用邮件办理").waitFor()
            expect(errors).toEqual([])
        } finally {
            await close()
        }
    })
})
