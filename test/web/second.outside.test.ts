import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { degrees, PDFDocument } from "pdf-lib"
import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { writeStoreZip } from "../../src/base/zip/write.ts"
import { ROOT } from "../check.ts"
import {
    builtOut,
    INSTRUMENT,
    letterCode,
    PHOTOS,
    putDraft,
    sampleOut,
    scanOfLetter,
    scanOfPages,
} from "../cli/made.ts"
import { lerpack, scratch } from "../cli/run.ts"
import { give, go, hasBrowser, pageInTurn, resting, take, violations } from "./browser.ts"

// Between the two steps a letter is printed, sealed and scanned by people: what comes back may be the wrong file, another
// case's, or of a form that was changed meanwhile. The page says so at once, and never that a condition is met which
// nobody could see.

const REF = "LX-2023-0321"
/** Tests run side by side. */
const SLOW = { timeout: 120_000 }

/** An office folder with the sample's form, and the draft beside it. */
function office(): { readonly folder: string; readonly draft: string } {
    const home = scratch()
    const folder = join(home, "office")
    mkdirSync(folder)
    cpSync(join(ROOT, "assets/sample-officer/officer.yaml"), join(folder, "officer.yaml"))
    cpSync(PHOTOS, join(folder, "证件照"), { recursive: true })
    cpSync(INSTRUMENT, join(folder, "法律文书/文书.pdf"))
    return { folder, draft: join(home, putDraft(home)) }
}

const opened = pageInTurn({})

/** The page with everything that the first step needs; it made nothing yet. */
async function withOffice(act: (page: Page) => Promise<void>): Promise<void> {
    const { folder, draft } = office()
    const { page, errors, requests } = await opened("/officer")
    await give(page, "draft", draft)
    await page.locator(".verdict").waitFor()
    await go(page, "/officer")
    await give(page, "earlier", folder)
    await page.getByText("已经收到").waitFor()
    await act(page)
    expect([errors, requests]).toEqual([[], []])
}

/** Does the first step, and gives the folder that it hands out. */
async function firstStep(page: Page): Promise<string> {
    await go(page, "/officer/first")
    await page.getByRole("button", { name: "生成公函和附件" }).click()
    await page.locator(".outputs").waitFor()
    const out = scratch()
    await take(page, () => page.getByRole("button", { name: "下载为一个 ZIP" }).click(), out, true)
    return out
}

const side = (page: Page): Promise<string> => page.locator(".side .box").first().innerText()

describe.skipIf(!hasBrowser())("between the two steps", { timeout: 600_000 }, () => {
    test("what is no scan of the sealed letter meets no condition; the right one does, with the code on it", () =>
        withOffice(async (page) => {
            const out = await firstStep(page)
            const prepared = join(out, `${REF}-prepared`)
            const letter = readdirSync(prepared).find((name) => name.endsWith("（参考文本）.pdf")) ?? ""
            const folder = scratch()
            const scan = (name: string, bytes: Uint8Array): string => {
                writeFileSync(join(folder, name), bytes)
                return join(folder, name)
            }
            const { pages } = JSON.parse(readFileSync(join(prepared, "prepared.json"), "utf8")) as { pages: number }
            await go(page, "/officer/second")
            const code = page.getByLabel("公函核对码")
            await code.fill(letterCode(out))
            await code.press("Tab")
            for (const [path, told] of [
                [join(prepared, letter), "就是第一步生成的文件，没有打印、盖章"],
                [
                    scan("另存.pdf", Buffer.concat([readFileSync(join(prepared, letter)), Buffer.from("\n")])),
                    "没有任何图像",
                ],
                [scan("缺页.pdf", scanOfPages(pages - 1)), `公函 ${String(pages)} 页，扫描件 ${String(pages - 1)} 页`],
                [scan("空.jpg", new Uint8Array()), "是空文件（0 字节）"],
            ] as const) {
                await give(page, "papers-sealed", path)
                await page.getByText(told).waitFor()
                await expect.poll(() => side(page), SLOW).toMatch(/发送条件 4\/5[\s\S]*暂不能发送/)
                await page.getByRole("button", { name: /^删除 (?!文书)/ }).press("Enter")
                await page.getByText(told).waitFor({ state: "detached" })
                expect(await page.evaluate(() => document.activeElement?.id)).toBe("papers-sealed")
            }
            // The folder of the first step in a ZIP, whatever that is called; an archive, which holds its record too, is none.
            await give(page, "prepared", join(sampleOut(), `${REF}-archive.zip`))
            await page.getByText("这不是第一步的文件夹").waitFor()
            const zip = readdirSync(prepared).map((name) => ({
                name: `第一步/${name}`,
                bytes: readFileSync(join(prepared, name)),
            }))
            await give(page, "prepared", scan("盖章前.zip", writeStoreZip(zip)))
            await page.getByText("这不是第一步的文件夹").waitFor({ state: "detached" })
            // A page on its side is told, and stops nothing.
            const lying = await PDFDocument.load(scanOfLetter(prepared))
            lying.getPage(0).setRotation(degrees(90))
            await give(page, "papers-sealed", scan("横的.pdf", await lying.save()))
            await page.getByText("横的.pdf 第 1 页是横的").waitFor()
            await expect.poll(() => side(page), SLOW).toMatch(/发送条件 5\/5[\s\S]*可以发送/)
            await page.getByRole("button", { name: "删除 横的.pdf" }).press("Enter")
            await give(page, "papers-sealed", scan("公函.pdf", scanOfLetter(prepared)))
            await expect.poll(() => side(page), SLOW).toMatch(/发送条件 5\/5[\s\S]*可以发送/)
            await page.getByRole("button", { name: "预览 公函.pdf" }).click()
            await page.locator(".preview iframe").waitFor()
            expect(await page.locator(".sheet").innerText()).toContain("程序认不出印章")
            expect(await violations(page)).toEqual([])

            // Another code than the one on the paper: the page does not say which would fit.
            await page.getByLabel("公函核对码").fill("00000000")
            await page.getByRole("button", { name: "生成对外发送的文件" }).click()
            await page.locator(".errs").waitFor()
            expect(await page.locator(".errs").innerText()).toContain("公函核对码 00000000 与第一步的文件不符")
            expect(await page.locator(".errs").innerText()).not.toContain(letterCode(out))
        }))

    test("a folder that cannot be written is named, an answer that was changed since, a folder that was edited or is another case's", () =>
        withOffice(async (page) => {
            const out = await firstStep(page)
            await page.evaluate(() => {
                const refuse = () => Promise.reject(new DOMException("disk full", "QuotaExceededError"))
                const folder = { name: "U", entries: async function* () {}, getDirectoryHandle: refuse }
                Object.assign(window, { showDirectoryPicker: () => Promise.resolve(folder) })
            })
            await page.getByRole("button", { name: "存入文件夹…" }).click()
            await page.getByText("没有存完").waitFor()
            // A file that is dropped beside its place leaves the page as it is.
            const kept = await page.evaluate(() => {
                const data = new DataTransfer()
                data.items.add(new File(["x"], "公函.pdf", { type: "application/pdf" }))
                return ["dragover", "drop"].map((kind) => {
                    const event = new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true })
                    document.body.dispatchEvent(event)
                    return event.defaultPrevented
                })
            })
            expect(kept).toEqual([true, true])

            const prepared = join(out, `${REF}-prepared`)
            await go(page, "/officer/form/2")
            const replyBy = page.getByLabel("提供期限")
            const sealed = await replyBy.inputValue()
            await replyBy.fill("2026-12-31")
            await page.keyboard.press("Tab")
            await go(page, "/officer/tasks")
            const differs = page.getByText(`公函盖章时这里是“${sealed}”，现在是“2026-12-31”`)
            await differs.first().waitFor()
            await go(page, "/officer/second")
            await differs.click()
            await expect.poll(() => replyBy.evaluate((field) => field === document.activeElement), SLOW).toBe(true)
            await replyBy.fill(sealed)
            await page.keyboard.press("Tab")
            await go(page, "/officer/second")
            await differs.waitFor({ state: "detached" })

            const record = JSON.parse(readFileSync(join(prepared, "prepared.json"), "utf8")) as object
            writeFileSync(join(prepared, "prepared.json"), JSON.stringify({ ...record, ref: "LX-OTHER" }))
            const exhibits = join(prepared, `03-Exhibits-${REF}.pdf`)
            writeFileSync(exhibits, Buffer.concat([readFileSync(exhibits), Buffer.from("\n")]))
            await give(page, "prepared", prepared)
            await page.getByText(`准备文件夹属于 LX-OTHER，不是 ${REF}`).waitFor()
            expect(await page.locator(".sheet").innerText()).toContain(`03-Exhibits-${REF}.pdf 在准备之后被改动过`)
        }))

    test("another case begins without what belonged to the one before, once that is agreed to", () =>
        withOffice(async (page) => {
            const other = join(scratch(), "case")
            cpSync(join(ROOT, "assets/sample-case"), other, { recursive: true, preserveTimestamps: true })
            const form = join(other, "case.yaml")
            writeFileSync(form, readFileSync(form, "utf8").replaceAll(REF, "LX-2023-0999"))
            const out = join(other, "../out")
            const built = lerpack(["build", other, "-o", out, "--unsigned"])
            expect(built.status, built.stderr).toBe(0)
            await go(page, "/officer/form/2")
            await page.getByLabel("提供期限").fill("2026-12-31")
            const asked: string[] = []
            page.on("dialog", (dialog) => {
                asked.push(dialog.message())
                if (asked.length === 1) dialog.dismiss()
                else dialog.accept()
            })
            await go(page, "/officer")
            await give(page, "draft", join(out, "DRAFT-LX-2023-0999.zip"))
            await expect.poll(() => asked.length, SLOW).toBe(1)
            await resting(page)
            expect(await page.locator("header").innerText()).toContain(REF)
            await give(page, "draft", join(out, "DRAFT-LX-2023-0999.zip"))
            await page.getByText(`先前办理的是 ${REF}`).waitFor()
            await go(page, "/officer/form/1")
            expect(await page.getByLabel("案件编号").inputValue()).toBe("")
            await go(page, "/officer/form/0")
            expect(await page.getByLabel("单位全称（英文）").inputValue()).not.toBe("")
            for (const kind of ["legal", "photos"]) {
                await go(page, `/officer/papers/${kind}`)
                expect(await page.locator("ul.files li").count()).toBe(0)
            }
        }))

    test("what was changed while a step was being made is not passed over", () =>
        withOffice(async (page) => {
            await go(page, "/officer/first")
            await page.getByRole("button", { name: "生成公函和附件" }).click()
            await go(page, "/officer/form/2")
            await page.getByLabel("提供期限").fill("2026-12-31")
            await resting(page)
            await go(page, "/officer/first")
            await page.getByText("没有采用刚才生成的，请再做一次").waitFor()
            expect(await page.locator(".outputs").count()).toBe(0)
        }))
})

describe.skipIf(!hasBrowser())("what an officer drops", { timeout: 600_000 }, () => {
    test("what holds no packet is said to hold none, where the packet was asked for", async () => {
        const { page, errors } = await opened("/officer")
        const said = page.locator("[role=alert]", { hasText: "这里面没有材料包" })
        await give(page, "draft", INSTRUMENT)
        await said.waitFor()
        await give(page, "draft", office().draft)
        await page.locator(".verdict").waitFor()
        await go(page, "/officer")
        expect(await said.count()).toBe(0)
        expect(errors).toEqual([])
    })

    test("the victim's disc has no form of the officer's on it; an opened form takes the place of another if agreed to", () =>
        withOffice(async (page) => {
            await go(page, "/officer/form/0")
            await page.getByLabel("单位全称（英文）").fill("Yangli Branch")
            const asked: string[] = []
            page.on("dialog", (dialog) => {
                asked.push(dialog.message())
                dialog.dismiss()
            })
            await go(page, "/officer")
            await give(page, "earlier", join(builtOut(), "交民警"))
            await page.getByText("没有用到：").waitFor()
            expect(await page.locator(".errs").count()).toBe(0)
            await give(page, "earlier", join(ROOT, "assets/sample-officer/officer.yaml"))
            await expect.poll(() => asked, SLOW).toEqual([expect.stringContaining("officer.yaml")])
            await go(page, "/officer/form/0")
            expect(await page.getByLabel("单位全称（英文）").inputValue()).toBe("Yangli Branch")
            // A record of what was sent is no beginning.
            await go(page, "/officer")
            await give(page, "draft", join(sampleOut(), `${REF}-submission.zip`))
            await page.getByText("这个是对外发送件的留底").waitFor()
        }))
})

describe.skipIf(!hasBrowser())("both steps by keys alone", { timeout: 600_000 }, () => {
    test("every control is reached, a dialog of files opens by Enter, and the focus is never lost", () =>
        withOffice(async (page) => {
            const files: string[][] = []
            page.on("filechooser", (chooser) => void chooser.setFiles(files.shift() ?? []))
            const focused = (): Promise<string> =>
                page.evaluate(() => {
                    const { activeElement: at } = document
                    const [label] = at instanceof HTMLInputElement ? (at.labels ?? []) : []
                    return (at?.getAttribute("aria-label") ?? label?.textContent ?? at?.textContent ?? "").trim()
                })
            const tabTo = async (name: string): Promise<void> => {
                for (let i = 0; i < 200; i++) {
                    await page.keyboard.press("Tab")
                    if ((await focused()).startsWith(name)) return
                }
                throw new Error(`no Tab reaches ${name}`)
            }
            const press = async (name: string): Promise<void> => {
                await tabTo(name)
                await page.keyboard.press("Enter")
            }
            await go(page, "/officer/first")
            await resting(page)
            await press("生成公函和附件")
            await page.locator(".outputs").waitFor()
            await expect.poll(focused, SLOW).toBe("公函和附件已生成")
            const out = scratch()
            await take(page, () => press("下载为一个 ZIP"), out, true)
            await press("预览")
            const opener = await focused()
            await page.locator(".preview iframe").waitFor()
            // Within the frame is the browser's own viewer.
            await page.getByRole("button", { name: "关闭" }).focus()
            await page.keyboard.press("Enter")
            expect(await focused()).toBe(opener)
            await press("第二步：对外发送的文件")
            await page.getByRole("heading", { level: 1, name: "第二步：对外发送的文件" }).waitFor()
            const scan = join(scratch(), "公函.pdf")
            writeFileSync(scan, scanOfLetter(join(out, `${REF}-prepared`)))
            files.push([scan])
            await press("盖章公函 选择文件")
            await page.getByText("公函.pdf").waitFor()
            expect(await focused()).toBe("盖章公函 选择文件")
            await tabTo("公函核对码")
            await page.keyboard.type("00000000")
            // Twice the same way: from the error to its field.
            for (const code of ["11111111", letterCode(out)]) {
                await press("生成对外发送的文件")
                await page.locator(".errs").waitFor()
                await resting(page)
                expect(await page.evaluate(() => document.activeElement?.className)).toBe("errs")
                await press("公函核对码 ")
                await expect.poll(() => page.evaluate(() => document.activeElement?.id), SLOW).toBe("q-letterCode")
                await page.keyboard.press("Control+A")
                await page.keyboard.type(code)
            }
            await press("生成对外发送的文件")
            await expect.poll(focused, SLOW).toBe("结果")
            expect(await page.locator(".verdict").innerText()).toContain("可以发送")
            await expect.poll(() => side(page), SLOW).toContain("发送条件 5/5")
        }))
})
