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

    test("is offered where the page was loaded again, and another window or case does not replace it unseen", async () => {
        const { page, errors, close } = await openPage({ place: "/victim" })
        const turnOn = async (own: Page): Promise<void> => {
            await go(own, "/victim/tasks")
            await own.getByText("自动保存在这台电脑的浏览器里").click()
            await own.getByRole("button", { name: "开启自动保存" }).click()
        }
        const type = async (own: Page, name: string): Promise<void> => {
            await go(own, "/victim/s/1")
            await own.fill("#f-reporter-name", name)
        }
        const kept = (own: Page): Promise<number> =>
            own.evaluate(
                () =>
                    new Promise<number>((resolve) => {
                        const request = indexedDB.open("lerpack", 1)
                        request.onsuccess = () => {
                            const got = request.result.transaction("work").objectStore("work").get("case")
                            got.onsuccess = () => {
                                request.result.close()
                                resolve((got.result as { at: number } | undefined)?.at ?? 0)
                            }
                        }
                    }),
            )
        try {
            await page.getByText("新建", { exact: true }).click()
            await page.waitForSelector(".tasks")
            await turnOn(page)
            await type(page, "赵一鸣")
            await page.waitForTimeout(4000)
            const first = await kept(page)
            expect(first).toBeGreaterThan(0)
            // The same case in a second window, which goes on with it.
            const second = await page.context().newPage()
            await second.goto(page.url().replace(/#.*/, "#/victim/s/1"))
            await second.getByRole("button", { name: "接着做" }).click()
            await second.waitForSelector(".tasks")
            await type(second, "钱二")
            await second.waitForTimeout(5000)
            expect(await kept(second)).toBeGreaterThan(first)
            const newer = await kept(second)
            await page.bringToFront()
            await page.fill("#f-reporter-phone", "+86 139 0000 0001")
            await page.getByRole("alert").getByText("这个窗口不再自动保存").waitFor()
            expect(await kept(second)).toBe(newer)
            // Another case in a third.
            const third = await page.context().newPage()
            const asked: string[] = []
            third.on("dialog", (dialog) => {
                asked.push(dialog.message())
                dialog.dismiss()
            })
            await third.goto(page.url().replace(/#.*/, "#/victim"))
            await third.getByText("新建", { exact: true }).click()
            await third.waitForSelector(".tasks")
            await turnOn(third)
            await expect.poll(() => asked.length).toBe(1)
            expect(asked[0]).toContain("它被现在这一份代替")
            await type(third, "孙三")
            await third.waitForTimeout(3000)
            expect(await kept(third)).toBe(newer)
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
