import { cpSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { ROOT } from "../check.ts"
import { lerpack, scratch } from "../cli/run.ts"
import { ABSENT, absent } from "../desks.ts"
import { give, go, hasBrowser, openPage, violations } from "./browser.ts"

/** A packet whose platform has no channel: the officer is told, finds one, writes it down and asks. */
describe.skipIf(!hasBrowser())("a desk without a channel in the officer's page", { timeout: 600_000 }, () => {
    test("is no silent choice of another, and is asked once its channel was written down", async () => {
        const home = scratch()
        const [id = ""] = ABSENT
        const { name } = absent(id)
        cpSync(join(ROOT, "assets/sample-case"), join(home, "case"), { recursive: true })
        const file = join(home, "case/case.yaml")
        const own = readFileSync(file, "utf8").replace(/^recipient: .*/m, `recipient: ${id}`)
        writeFileSync(file, own.replace(/^ {2}exchange: .*/m, `  exchange: ${name.en}`))
        expect(lerpack(["build", "case", "-o", "out", "--unsigned"], { cwd: home }).status).toBe(0)
        const { page, errors, close } = await openPage({ place: "/officer" })
        try {
            await give(page, "draft", join(home, "out/DRAFT-LX-2023-0321.zip"))
            await page.locator(".verdict").waitFor({ timeout: 120_000 })
            await go(page, "/officer/decide")
            expect(await page.locator("#desk option:checked").textContent()).toContain("没有可以核实的渠道")
            await go(page, "/officer/desks")
            await page.getByText("渠道已经查明").click()
            await page.fill("#new-name-en", name.en)
            await page.fill("#new-name-zh", name.zh)
            await page.fill("#new-page", "fog.example")
            await page.fill("#new-id", id)
            await page.getByRole("button", { name: "写成资料并使用" }).click()
            await page.locator("#new-email-fault").waitFor()
            await page.fill("#new-page", "https://fog.example/police")
            await page.fill("#new-email", "police@fog.example")
            await page.getByRole("button", { name: "写成资料并使用" }).click()
            await page.getByText("已写成").waitFor()
            expect(await page.locator("#new-email-fault").count()).toBe(0)
            expect(await violations(page)).toEqual([])
            await go(page, "/officer/decide")
            expect(await page.locator("#desk option:checked").textContent()).toBe(name.zh)
            expect(await page.locator("form").innerText()).toContain("police@fog.example")
            expect(errors).toEqual([])
        } finally {
            await close()
        }
    })
})
