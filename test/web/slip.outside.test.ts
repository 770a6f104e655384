import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { scratch } from "../cli/run.ts"
import { go, hasBrowser, pageInTurn, resting, take } from "./browser.ts"

// A slip of the hand costs nothing: what was taken out comes back, what cannot come back is asked about, and a page that
// cannot know whether a file was saved does not say so.

const opened = pageInTurn({ width: 360, height: 740 })

async function withCase(act: (page: Page) => Promise<void>): Promise<void> {
    const { page, errors } = await opened("/victim")
    await page.getByRole("button", { name: "新建" }).click()
    await page.waitForSelector(".tasks")
    await act(page)
    expect(errors).toEqual([])
}

describe.skipIf(!hasBrowser())("a slip of the hand", { timeout: 300_000 }, () => {
    test("entries that were removed, one after the other, are put back as they were", () =>
        withCase(async (page) => {
            for (const [i, asset] of ["USDT", "BTC", "ETH"].entries()) {
                await go(page, `/victim/l/loss.assets/${String(i)}`)
                await page.fill(`[id="f-loss-assets-${String(i)}-asset"]`, asset)
                await page.fill(`[id="f-loss-assets-${String(i)}-amount"]`, `${String(i + 1)}2000.5`)
            }
            await go(page, "/victim/l/loss.assets")
            const entries = page.locator(".entries .path")
            const before = await entries.allInnerTexts()
            expect(before).toHaveLength(3)
            const remove = page.getByRole("button", { name: "删除这一项" })
            await remove.first().click()
            await remove.first().click()
            expect(await entries.allInnerTexts()).toEqual(before.slice(2))
            const said = page.locator("[role=status]", { hasText: "已删除" })
            expect(await said.innerText()).toContain("USDT · 12000.5、BTC · 22000.5")
            await page.getByRole("button", { name: "放回去" }).click()
            await expect.poll(() => entries.allInnerTexts()).toEqual(before)
            expect(await said.count()).toBe(0)
            await page.getByRole("button", { name: "删除全部 3 项" }).click()
            expect(await entries.count()).toBe(0)
            await page.getByRole("button", { name: "放回去" }).click()
            await expect.poll(() => entries.allInnerTexts()).toEqual(before)
            // Among the files nothing is said of entries, and what was changed since is not undone.
            await remove.first().click()
            await go(page, "/victim/evidence")
            expect(await page.getByRole("button", { name: "放回去" }).count()).toBe(0)
            await go(page, "/victim/s/1")
            await page.fill("#f-reporter-name", "赵一鸣")
            await go(page, "/victim/l/loss.assets")
            expect(await said.count()).toBe(0)
        }))

    test("a kept case is deleted only when that is agreed to, and is saved nowhere once it is", () =>
        withCase(async (page) => {
            const asked: string[] = []
            let isAgreed = false
            page.on("dialog", (dialog) => {
                asked.push(dialog.type())
                return isAgreed || dialog.type() === "beforeunload" ? dialog.accept() : dialog.dismiss()
            })
            await page.getByText("自动保存在这台电脑的浏览器里").click()
            await page.getByRole("button", { name: "开启自动保存" }).click()
            await go(page, "/victim/s/1")
            await page.fill("#f-reporter-name", "赵一鸣")
            await page.waitForTimeout(2500)
            await go(page, "/")
            await page.reload()
            const kept = page.locator(".box", { hasText: "自动保存的材料" })
            asked.length = 0
            await kept.getByRole("button", { name: "删除" }).click()
            expect(asked).toEqual(["confirm"])
            await kept.getByRole("button", { name: "接着做" }).click()
            await page.waitForSelector(".tasks")
            expect(await page.locator(".unsaved").count()).toBe(0)
            await page.getByText("自动保存在这台电脑的浏览器里").click()
            await page.getByRole("button", { name: "关闭，并删除保存的内容" }).click()
            await page.locator(".unsaved").waitFor()
            isAgreed = true
        }))

    test("a file is said to be handed to the browser, not to be saved", () =>
        withCase(async (page) => {
            const name = await take(page, () => page.getByRole("button", { name: "保存工作文件" }).click(), scratch())
            const said = page.locator("output", { hasText: name })
            expect(await said.innerText()).toContain("没有的，是被拦住或者取消了")
            await go(page, "/victim/s/1")
            await go(page, "/victim/tasks")
            await resting(page)
            expect(await said.count()).toBe(0)
        }))

    test("the zone of a time that was cleared is not that of the next one; what stands behind a day is asked about", () =>
        withCase(async (page) => {
            await go(page, "/victim/s/4")
            const field = page.locator("form fieldset.field").first()
            const [day, clock] = [field.getByPlaceholder("2023-03-21"), field.getByPlaceholder("01:49:08")]
            const type = async (text: string): Promise<void> => {
                await day.fill(text)
                await page.keyboard.press("Tab")
            }
            await type("2023-03-20T17:49:08Z")
            expect(await field.innerText()).toContain("2023-03-20 17:49:08 UTC")
            await clock.fill("")
            await day.fill("")
            await type("2023年3月20日晚11:20")
            expect(await field.innerText()).toContain("2023-03-20 23:20（时区未注明）")
            await clock.fill("")
            await type("2023.3.21 夜里2点")
            expect([await day.inputValue(), await clock.inputValue()]).toEqual(["2023-03-21", "夜里2点"])
            expect(await field.locator(".msg").innerText()).toContain("“夜里2点”读不成时间")
        }))
})
