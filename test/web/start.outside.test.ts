import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { unzipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { putDraft } from "../cli/made.ts"
import { scratch } from "../cli/run.ts"
import { give, go, hasBrowser, openPage, pageFile, take, violations } from "./browser.ts"

describe.skipIf(!hasBrowser())("the first screen", () => {
    test("stands without a network, in both languages, and nothing is wrong with it", async () => {
        const { page, requests, errors, close } = await openPage()
        try {
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

    test("a case is begun, filled in and saved, and a packet is judged, before any font is there", async () => {
        const first = () => {
            const send = Worker.prototype.postMessage
            Worker.prototype.postMessage = function (this: Worker, message: { readonly kind: string }) {
                if (message.kind !== "files-end") send.call(this, message)
            }
        }
        const { page, errors, close } = await openPage({ place: "/victim", first })
        try {
            await page.click(".sheet button.btn.q")
            await page.waitForSelector(".tasks")
            // How a section stands is not known yet, and nothing else is said of it.
            expect(await page.locator('li:has(a[href="#/victim/s/1"]) .tag').innerText()).toBe("正在查看")
            await go(page, "/victim/s/1")
            await page.fill("#f-reporter-name", "赵一鸣")
            const folder = scratch()
            await go(page, "/victim/tasks")
            const work = await take(page, () => page.getByRole("button", { name: "保存工作文件" }).click(), folder)
            const sheet = unzipSync(new Uint8Array(readFileSync(join(folder, work))))["案件信息.xlsx"]
            const cells = unzipSync(sheet ?? new Uint8Array())["xl/worksheets/sheet1.xml"] ?? new Uint8Array()
            expect(new TextDecoder().decode(cells)).toContain("赵一鸣")
            await go(page, "/verify")
            await give(page, "packet", join(folder, putDraft(folder)))
            await page.getByRole("button", { name: "核对", exact: true }).click()
            await page.locator(".verdict").waitFor()
            expect(errors).toEqual([])
        } finally {
            await close()
        }
    })

    test("is ready although a page that is not in front is not given timers", async () => {
        const first = () => {
            const later = setTimeout
            const held = (run: () => void, ms?: number, ...rest: unknown[]) =>
                document.readyState === "loading" ? later(run, ms, ...rest) : 0
            globalThis.setTimeout = held as typeof setTimeout
        }
        const { page, errors, close } = await openPage({ first })
        try {
            await page.waitForFunction(
                () => document.readyState === "complete" && document.querySelector("script[data-file]") === null,
            )
            expect(errors).toEqual([])
        } finally {
            await close()
        }
    })

    test("says so where its file is not whole: before its script is there, and from then on", async () => {
        const [folder, whole] = [scratch(), readFileSync(pageFile())]
        const [inScript, inWorker] = [join(folder, "短.html"), join(folder, "不 全.html")]
        writeFileSync(inScript, whole.subarray(0, 200_000))
        writeFileSync(inWorker, whole.subarray(0, whole.indexOf('id="worker"') + 1_000_000))
        const { page, close } = await openPage({ place: "/victim", file: inWorker })
        try {
            await page.locator("[role=alert]", { hasText: "这个网页文件不完整" }).waitFor()
            await page.goto(pathToFileURL(inScript).href)
            await page.getByText("页面没有打开").waitFor()
            await page.goto(pathToFileURL(pageFile()).href, { waitUntil: "load" })
            expect(await page.getByText(/不完整|页面没有打开/).count()).toBe(0)
        } finally {
            await close()
        }
    })
})
