import { cpSync, mkdirSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { putDraft } from "../cli/made.ts"
import { lerpack, scratch } from "../cli/run.ts"
import { give, hasBrowser, openPage, take, violations } from "./browser.ts"

const NAME = "LX-2023-0321-journal.jsonl"

/** Records that the request was sent, as a person would. */
async function addSent(page: Page): Promise<void> {
    await page.getByLabel("事项", { exact: true }).selectOption("sent")
    await page.getByLabel("请求种类").selectOption("disclosure")
    await page.getByLabel("收件方", { exact: true }).fill("okx")
    await page.getByLabel("渠道").selectOption("portal")
    await page.getByRole("button", { name: "记入台账" }).click()
    await page.getByText("“已发送”要写明经办人").waitFor()
    await page.getByLabel("经办人").fill("张民警")
    await page.getByLabel("提供时限").fill("2026-11-20")
    await page.getByRole("button", { name: "记入台账" }).click()
    await page.getByText("渠道：门户").waitFor()
}

describe.skipIf(!hasBrowser())("the journal in the page", { timeout: 600_000 }, () => {
    test("is opened, goes on, is saved as a whole, and goes on at the command line", async () => {
        const folder = scratch()
        putDraft(folder)
        const out = join(folder, "out")
        expect(lerpack(["journal", "add", out, "handed-over", "--unit", "幸福路派出所"]).status).toBe(0)
        const before = readFileSync(join(out, NAME), "utf8")
        const opened = await openPage({ place: "/officer/journal" })
        const { page } = opened
        try {
            await give(page, "journal", join(out, NAME))
            await page.getByText("接收单位：幸福路派出所").waitFor({ timeout: 120_000 })
            await addSent(page)
            expect(await violations(page)).toEqual([])
            const got = scratch()
            expect(await take(page, () => page.getByRole("button", { name: "保存台账" }).click(), got)).toBe(NAME)
            await page.getByRole("button", { name: "印《办理进度》" }).click()
            await page.locator(".outputs").waitFor({ timeout: 120_000 })
            await take(page, () => page.getByRole("button", { name: "下载为一个 ZIP" }).click(), got, true)
            const code = await page.locator("dd.code").innerText()
            const saved = readFileSync(join(got, NAME), "utf8")
            expect(saved.startsWith(before)).toBe(true)
            cpSync(join(got, NAME), join(out, NAME))
            expect(lerpack(["journal", "verify", out, "--code", code]).status).toBe(0)
            const printed = scratch()
            // The day of the browser, whose clock stands in another zone.
            const paper = readdirSync(got).find((name) => name.endsWith(".pdf")) ?? ""
            const [on = ""] = /\d{4}-\d{2}-\d{2}/.exec(paper.replace("2023-0321", "")) ?? []
            expect(lerpack(["journal", "show", out, "--on", on, "-o", printed]).status).toBe(0)
            expect(readFileSync(join(got, paper))).toEqual(readFileSync(join(printed, paper)))
            expect(lerpack(["journal", "add", out, "ticket", "--number", "A-1"]).status).toBe(0)
            expect([opened.requests, opened.errors]).toEqual([[], []])
        } finally {
            await opened.close()
        }
    })
    test("is begun with the packet that is open", async () => {
        const folder = scratch()
        const draft = join(folder, putDraft(folder))
        const opened = await openPage({ place: "/officer" })
        const { page } = opened
        try {
            await give(page, "draft", draft)
            await page.locator(".verdict").waitFor({ timeout: 120_000 })
            await page.evaluate(() => {
                location.hash = "/officer/journal"
            })
            await addSent(page)
            const got = join(scratch(), "got")
            mkdirSync(got)
            await take(page, () => page.getByRole("button", { name: "保存台账" }).click(), got)
            const { checkCode } = JSON.parse(lerpack(["verify", draft, "--json"]).stdout) as { checkCode: string }
            expect(JSON.parse(readFileSync(join(got, NAME), "utf8"))).toMatchObject({ n: 1, act: "sent", checkCode })
            expect([opened.requests, opened.errors]).toEqual([[], []])
        } finally {
            await opened.close()
        }
    })
})
