import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { writeStoreZip } from "../../src/base/zip/write.ts"
import { ROOT } from "../check.ts"
import { lerpack, scratch } from "../cli/run.ts"
import { give, hasBrowser, openPage, takeMade } from "./browser.ts"

// What a person typed is never lost, and what is not finished is never handed out.

const NOW = "2026-11-20T10:00:00+08:00"
const go = (page: Page, place: string) =>
    page.evaluate((to) => {
        location.hash = to
    }, place)

/** The sample's case folder, with a text in place of another. */
function sampleWith(from: string, to: string): string {
    const folder = join(scratch(), "case")
    cpSync(join(ROOT, "assets/sample-case"), folder, { recursive: true, preserveTimestamps: true })
    const file = join(folder, "case.yaml")
    const text = readFileSync(file, "utf8")
    expect(text).toContain(from)
    writeFileSync(file, text.replace(from, to))
    return folder
}

describe.skipIf(!hasBrowser())("what is kept", { timeout: 400_000 }, () => {
    test("is there after the page was loaded again, once that was asked for, and gone when it is deleted", async () => {
        const { page, errors, close } = await openPage()
        try {
            await page.click('a[href="#/victim"]')
            await page.getByText("新建", { exact: true }).click()
            await page.waitForSelector(".tasks")
            expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
            await page.getByText("自动保存在这台电脑的浏览器里").click()
            await page.getByRole("button", { name: "开启自动保存" }).click()
            await page.click('a[href="#/victim/s/1"]')
            await page.fill("#f-reporter-name", "赵一鸣")
            await page.waitForTimeout(1000)
            await go(page, "/victim/tasks")
            await page.getByText("自动保存在这台电脑的浏览器里").click()
            await page.getByText(/已自动保存/).waitFor()
            page.on("dialog", (dialog) => dialog.accept())
            await page.goto(page.url().replace(/#.*/, "#/"))
            await page.reload()
            await page.getByRole("button", { name: "接着做" }).click()
            await page.waitForSelector(".tasks")
            await page.click('a[href="#/victim/s/1"]')
            expect(await page.inputValue("#f-reporter-name")).toBe("赵一鸣")
            await go(page, "/victim/tasks")
            await page.getByText("自动保存在这台电脑的浏览器里").click()
            await page.getByRole("button", { name: "关闭，并删除保存的内容" }).click()
            await page.waitForFunction(async () => (await indexedDB.databases()).length === 0)
            expect(errors).toEqual([])
        } finally {
            await close()
        }
    })

    test("leaving with something that is saved nowhere asks first", async () => {
        const { page, close } = await openPage()
        try {
            await page.click('a[href="#/victim"]')
            await page.getByText("新建", { exact: true }).click()
            await page.waitForSelector(".tasks")
            await page.click('a[href="#/victim/s/1"]')
            await page.fill("#f-reporter-name", "赵一鸣")
            const asked = page.waitForEvent("dialog")
            const closing = page.close({ runBeforeUnload: true })
            const dialog = await asked
            expect(dialog.type()).toBe("beforeunload")
            await dialog.dismiss()
            await closing
            expect(await page.inputValue("#f-reporter-name")).toBe("赵一鸣")
        } finally {
            await close()
        }
    })

    test("stopping while the packet is made hands nothing out, and it can be made afterwards", async () => {
        const { page, errors, close } = await openPage({ now: NOW })
        let downloads = 0
        page.on("download", () => downloads++)
        try {
            await give(page, "work", sampleWith("LX-2023-0321", "LX-2023-0321"))
            await page.waitForSelector(".tasks")
            await go(page, "/victim/make")
            await page.click(".end button.btn")
            await page.locator(".busy button").click()
            await page.locator(".busy.idle").waitFor({ state: "attached" })
            expect(await page.locator(".outputs").count()).toBe(0)
            expect(downloads).toBe(0)
            await page.click(".end button.btn")
            await page.waitForSelector(".outputs")
            expect(errors).toEqual([])
        } finally {
            await close()
        }
    })
})

describe.skipIf(!hasBrowser())("a rare hanzi", { timeout: 400_000 }, () => {
    test("is named, and set once its face was chosen; another file is not taken for it", async () => {
        const folder = sampleWith("林晓舟", "林晓𠮷")
        const { page, errors, close } = await openPage({ now: NOW })
        const out = scratch()
        try {
            await give(page, "work", folder)
            await page.waitForSelector(".tasks")
            await go(page, "/victim/check")
            await page.locator(".findings, .errs").filter({ hasText: "𠮷" }).first().waitFor()
            // What else there is to see is told all the same.
            expect(await page.locator(".findings .code-of").count()).toBeGreaterThan(1)
            await page.setInputFiles("#font", join(ROOT, "fonts/HangulOrnaments.ttf.gz"))
            await page.getByText(/校验值不符/).waitFor()
            await page.setInputFiles("#font", join(ROOT, "fonts/HanaMinB.ttf.gz"))
            await page.getByText("字体已读入，请再做一次。").waitFor()
            await go(page, "/victim/make")
            await page.click(".end button.btn")
            await page.waitForSelector(".outputs")
            await takeMade(page, out)
            const built = lerpack(["build", folder, "-o", join(scratch(), "out"), "--unsigned", "--json"])
            const { sha256 } = JSON.parse(built.stdout) as { readonly sha256: string }
            expect(await page.locator("dd.hash").innerText()).toBe(sha256)
            expect(errors).toEqual([])
        } finally {
            await close()
        }
    })
})

describe.skipIf(!hasBrowser())("a file that is no working file", { timeout: 400_000 }, () => {
    test.each([
        ["cut off", (zip: Uint8Array) => zip.slice(0, zip.length - 40)],
        ["of something else", () => writeStoreZip([{ name: "a/b.txt", bytes: new Uint8Array(3) }])],
    ])("%s is refused in words, and so it is on the command line", async (_, spoil) => {
        const file = join(mkdtempSync(join(tmpdir(), "lerpack-test-")), "坏的-工作文件.zip")
        const whole = writeStoreZip([{ name: "case.yaml", bytes: new TextEncoder().encode("ref: X\n") }])
        writeFileSync(file, spoil(whole))
        const { page, errors, close } = await openPage()
        try {
            await give(page, "work", file)
            await page.locator(".errs").waitFor()
            expect(await page.locator(".errs").innerText()).toMatch(/打不开|没有《案件信息》/)
            expect(errors).toEqual([])
            const checked = lerpack(["check", file])
            expect(checked.status).toBe(1)
            expect(checked.stderr).toMatch(/打不开|没有《案件信息》/)
        } finally {
            await close()
        }
    })
})
