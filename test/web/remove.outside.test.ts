import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { unzipSync } from "fflate"
import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { ROOT } from "../check.ts"
import { lerpack, scratch } from "../cli/run.ts"
import { give, go, hasBrowser, openPage, resting, take, violations } from "./browser.ts"

// A private photo among the evidence goes to the police and to a desk abroad. It can be taken out, and then it is nowhere.

const FILES = ["evidence/API管理页.png", "exports/合约资金流水_2023-03-20.csv"].map((name) =>
    join(ROOT, "assets/sample-case", name),
)

/** Names and whole text of a working file. */
async function working(page: Page): Promise<{ names: string[]; text: string }> {
    const folder = scratch()
    await go(page, "/victim/tasks")
    const name = await take(page, () => page.getByRole("button", { name: "保存工作文件" }).click(), folder)
    const files = unzipSync(new Uint8Array(readFileSync(join(folder, name))))
    const text = Object.entries(files).flatMap(([path, bytes]) =>
        path.endsWith(".xlsx")
            ? Object.values(unzipSync(bytes)).map((part) => new TextDecoder().decode(part))
            : [new TextDecoder().decode(bytes)],
    )
    return { names: Object.keys(files), text: text.join("\n") }
}

describe.skipIf(!hasBrowser())("a file that was added by mistake", { timeout: 300_000 }, () => {
    test("is asked about, taken out with all that is said of it, and may be put back until something changes", async () => {
        const folder = scratch()
        const photo = join(folder, "私人照片.png")
        writeFileSync(photo, readFileSync(FILES[0] ?? ""))
        const { page, errors, close } = await openPage({ place: "/victim", width: 360 })
        const asked: string[] = []
        let answer = false
        page.on("dialog", (dialog) => {
            asked.push(dialog.message())
            if (answer) dialog.accept()
            else dialog.dismiss()
        })
        try {
            await page.click(".sheet button.btn.q")
            await page.waitForSelector(".tasks")
            await go(page, "/victim/evidence")
            await give(page, "add-evidence", photo)
            await page.waitForSelector('a[href="#/victim/e/E001"]')
            await give(page, "add-exports", FILES[1] ?? "")
            await page.waitForSelector('a[href="#/victim/e/X01"]')
            await go(page, "/victim/e/E001")
            await page.fill("#caption", "一家人在海边")
            await page.click("button[type=submit]")
            // Saved, it leads on.
            await page.waitForFunction(() => location.hash !== "#/victim/e/E001")
            await go(page, "/victim/s/5")
            await page.locator("summary", { hasText: "从登记过的文件中选" }).first().click()
            await page.getByLabel("E001 私人照片.png").first().check()

            const remove = async (): Promise<void> => {
                await go(page, "/victim/e/E001")
                await page.getByText("误放的文件：从材料中移除").click()
                await page.click("#remove-file")
            }
            await remove()
            await expect.poll(() => asked).toEqual(["确定从这份材料中移除 E001 私人照片.png 吗？"])
            await expect.poll(() => page.locator("details.after").innerText()).toContain("1 处引用它")
            expect(await violations(page)).toEqual([])
            expect((await working(page)).names).toContain("evidence/私人照片.png")

            answer = true
            await remove()
            await page.locator("#put-back").waitFor()
            await expect
                .poll(() => page.evaluate(() => document.activeElement?.textContent))
                .toContain("已移除 E001 私人照片.png")
            expect(await page.locator('a[href="#/victim/e/E001"]').count()).toBe(0)
            expect(await violations(page)).toEqual([])
            const without = await working(page)
            expect(without.names.filter((name) => name.startsWith("evidence"))).toEqual(["evidence.lock.json"])
            for (const gone of ["私人照片", "一家人在海边"]) expect(without.text).not.toContain(gone)
            await go(page, "/victim/e/E001")
            await page.getByRole("heading", { name: "没有这个文件" }).waitFor()

            // Saving is no change.
            await go(page, "/victim/evidence")
            await page.click("#put-back")
            await page.waitForSelector('a[href="#/victim/e/E001"]')
            await go(page, "/victim/e/E001")
            expect(await page.inputValue("#caption")).toBe("一家人在海边")
            await remove()
            await page.locator("#put-back").waitFor()

            await go(page, "/victim/evidence")
            await give(page, "add-evidence", photo)
            // The same name is welcome, its label is not given again.
            await page.waitForSelector('a[href="#/victim/e/E002"]')
            expect(await page.locator("#put-back").count()).toBe(0)
            await resting(page)
            expect(errors).toEqual([])
        } finally {
            await close()
        }
    })

    test("several at once, an export with what is said of it, as the command line does it", async () => {
        const folder = scratch()
        const { page, errors, close } = await openPage({ place: "/victim" })
        page.on("dialog", (dialog) => dialog.accept())
        try {
            await page.click(".sheet button.btn.q")
            await page.waitForSelector(".tasks")
            await go(page, "/victim/evidence")
            await give(page, "add-evidence", FILES[0] ?? "")
            await page.waitForSelector('a[href="#/victim/e/E001"]')
            await give(page, "add-exports", FILES[1] ?? "")
            await page.waitForSelector('a[href="#/victim/e/X01"]')
            await page.getByText("几个文件一起说明").click()
            await page.check("#all-files")
            await page.getByText("误放的文件：从材料中移除").click()
            await page.click("#remove-several")
            await page.locator("#put-back").waitFor()
            expect(await page.locator(".tasks .file").count()).toBe(0)
            await go(page, "/victim/tasks")
            const name = await take(page, () => page.getByRole("button", { name: "保存工作文件" }).click(), folder)
            const files = unzipSync(new Uint8Array(readFileSync(join(folder, name))))
            const lock = new TextDecoder().decode(files["evidence.lock.json"])
            expect(JSON.parse(lock)).toMatchObject({ entries: [], removed: ["E001", "X01"] })
            const checked = lerpack(["check", name], { cwd: folder })
            expect(checked.stderr).not.toContain("evidence.file")
            expect(checked.stderr).not.toContain("evidence.lock")
            expect(errors).toEqual([])
        } finally {
            await close()
        }
    })
})
