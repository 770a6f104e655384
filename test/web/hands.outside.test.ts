import { closeSync, copyFileSync, ftruncateSync, openSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { unzipSync } from "fflate"
import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { ROOT } from "../check.ts"
import { putDraft, sampleOut } from "../cli/made.ts"
import { lerpack, scratch } from "../cli/run.ts"
import { drop, give, go, hasBrowser, pageInTurn, resting, take } from "./browser.ts"

// Hands that are no programmer's: they type while the page is busy, leave by whichever way there is, paste where it does
// not fit, give the wrong file first. Nothing that was typed is lost, changed or told in the words of something else.

const PICTURE = join(ROOT, "assets/sample-case/evidence/API管理页.png")

const opened = pageInTurn({ width: 390 })

async function withPage(place: string, act: (page: Page) => Promise<void>): Promise<void> {
    const { page, errors } = await opened(place)
    await act(page)
    expect(errors).toEqual([])
}

const withCase = (act: (page: Page) => Promise<void>): Promise<void> =>
    withPage("/victim", async (page) => {
        await page.click(".sheet button.btn.q")
        await page.waitForSelector(".tasks")
        await act(page)
    })

/** What a person pastes into a field. */
async function paste(page: Page, id: string, text: string): Promise<void> {
    await page.locator(`[id="${id}"]`).focus()
    await page.keyboard.insertText(text)
}

const english = (page: Page): Promise<void> =>
    // Not by the mouse: the focus stays where somebody types.
    page.evaluate(() => document.querySelector<HTMLButtonElement>('.langs [lang="en"]')?.click())

describe.skipIf(!hasBrowser())("a victim's hands", { timeout: 300_000 }, () => {
    test("what is said of a file while others are being registered stays, and is in the working file", () =>
        withCase(async (page) => {
            const folder = scratch()
            const large = openSync(join(folder, "录像.mp4"), "w")
            ftruncateSync(large, 120e6)
            closeSync(large)
            await go(page, "/victim/evidence")
            await give(page, "add-evidence", PICTURE)
            await page.waitForSelector('a[href="#/victim/e/E001"]')
            await give(page, "add-evidence", join(folder, "录像.mp4"))
            await go(page, "/victim/e/E001")
            await page.fill("#caption", "接口密钥页面")
            await page.fill("#source", "本人手机截屏")
            expect(await page.locator(".busy.idle").count()).toBe(0)
            await page.click("button[type=submit]")
            // Nobody waits for the other file.
            await page.waitForFunction(() => location.hash === "#/victim/evidence", undefined, { timeout: 1000 })
            await go(page, "/victim/tasks")
            const name = await take(page, () => page.getByRole("button", { name: "保存工作文件" }).click(), folder)
            const sheet = unzipSync(new Uint8Array(readFileSync(join(folder, name))))["证据说明.xlsx"]
            const cells = new TextDecoder().decode(
                unzipSync(sheet ?? new Uint8Array())["xl/worksheets/sheet1.xml"] ?? new Uint8Array(),
            )
            for (const text of ["E001", "接口密钥页面", "本人手机截屏", "E002", "录像.mp4"])
                expect(cells).toContain(text)
            await go(page, "/victim/e/E001")
            expect(await page.inputValue("#caption")).toBe("接口密钥页面")
        }))

    test("the list of tasks says how each stands, whichever way the page of one was left", () =>
        withCase(async (page) => {
            const state = page.locator('li:has(a[href="#/victim/s/1"]) .tag')
            await expect.poll(() => state.innerText(), { timeout: 60_000 }).toBe("未答")
            await page.click('a[href="#/victim/s/1"]')
            await page.fill("#f-reporter-name", "赵一鸣")
            await page.fill("#f-reporter-phone", "+86 139 0000 0001")
            await page.goBack()
            await expect.poll(() => state.innerText(), { timeout: 60_000 }).toBe("已答")
        }))

    test("a whole time in the field of the day is taken apart; a zone may be chosen first", () =>
        withCase(async (page) => {
            await go(page, "/victim/s/4")
            const field = page.locator("form fieldset.field").first()
            const beijing = field.getByLabel("北京时间", { exact: true })
            await beijing.click()
            expect(await beijing.isChecked()).toBe(true)
            const day = "f-incident-firstOperation-at"
            // An example that is told as one: nobody takes it for an answer.
            expect(await page.getAttribute(`#${day}`, "placeholder")).toBe("例：2023-03-21")
            const clock = field.locator("input[type=text]").nth(1)
            for (const [pasted, zone] of [
                ["２０２３／３／２１ 01:49:08", "北京时间"],
                ["约 2023-03-21 01:49:08 UTC", "UTC（导出文件多为此种）"],
            ] as const) {
                await page.fill(`#${day}`, "")
                await clock.fill("")
                await paste(page, day, pasted)
                await page.keyboard.press("Tab")
                expect(await page.inputValue(`#${day}`)).toBe("2023-03-21")
                expect(await clock.inputValue()).toBe("01:49:08")
                expect(await field.getByLabel(zone, { exact: true }).isChecked()).toBe(true)
                expect(await field.locator(".msg").count()).toBe(0)
            }
            expect(await field.getByLabel("记不准，大约").isChecked()).toBe(true)
            // A day is one and the same on the clock that it was told by.
            await page.fill(`#${day}`, "2023-11-09 北京时间")
            await clock.fill("")
            await page.keyboard.press("Tab")
            expect(await field.innerText()).toContain("读作：约 2023-11-09（北京时间）")
            expect(await field.innerText()).not.toContain("date in")
        }))

    test("labels that are half typed stay when something else is drawn anew", () =>
        withCase(async (page) => {
            await go(page, "/victim/s/4")
            const field = page.locator("#f-incident-firstOperation-evidence")
            await field.focus()
            await page.keyboard.type("E001、E00")
            await english(page)
            expect(await field.inputValue()).toBe("E001、E00")
            await page.keyboard.type("2、")
            expect(await field.inputValue()).toBe("E001、E002、")
        }))

    test("what was understood is told in the language of the page", () =>
        withCase(async (page) => {
            await go(page, "/victim/check")
            await page.locator("summary").click({ timeout: 60_000 })
            await english(page)
            const table = page.locator("details table")
            expect(await table.innerText()).toContain("Reference")
            expect(await table.innerText()).not.toMatch(/这份材料|（北京时间）/)
        }))

    test("hints and names of buttons are written as English is", () =>
        withCase(async (page) => {
            await english(page)
            for (const place of ["s/1", "s/3", "s/7", "l/orders/0"]) {
                await go(page, `/victim/${place}`)
                const names = await page
                    .locator("main [aria-label]")
                    .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""))
                expect(names.filter((name) => name.includes("："))).toEqual([])
                const hints = await page.locator("main .field .hint").allInnerTexts()
                expect(hints.filter((hint) => !/^[A-Z]/.test(hint) || /\. [a-z]/.test(hint))).toEqual([])
            }
        }))

    test("what is typed before its button is pressed is there again after the page was left, and asks before it is lost", () =>
        withCase(async (page) => {
            await go(page, "/victim/l/orders")
            await page.locator("summary", { hasText: "粘贴表格" }).click()
            const rows = Array.from({ length: 502 }, (_, i) => `${String(8_000_000 + i)}\t现货`)
            await page.fill("#paste", rows.join("\n"))
            await go(page, "/victim/evidence")
            await give(page, "add-evidence", PICTURE, join(ROOT, "assets/sample-case/evidence/客服对话.png"))
            await page.waitForSelector('a[href="#/victim/e/E002"]')
            await page.locator("summary", { hasText: "几个文件一起说明" }).click()
            await page.fill("#all-source", "本人手机截屏")
            await go(page, "/victim/tasks")
            await go(page, "/victim/evidence")
            expect(await page.inputValue("#all-source")).toBe("本人手机截屏")
            await page.locator("#all-files").check()
            await page.click("#all-apply")
            await go(page, "/victim/l/orders")
            expect((await page.inputValue("#paste")).split("\n")).toHaveLength(502)
            // Saved is the case, not what stands in the box.
            await go(page, "/victim/tasks")
            await take(page, () => page.getByRole("button", { name: "保存工作文件" }).click(), scratch())
            expect(await page.locator("header").innerText()).toContain("有未保存的内容")
            await go(page, "/victim/l/orders")
            await page.getByRole("button", { name: "填入 500 行" }).click()
            expect((await page.inputValue("#paste")).split("\n")).toEqual(rows.slice(500))
            await page.getByRole("button", { name: "填入 2 行" }).click()
            expect(await page.locator("ol.entries li").count()).toBe(502)
        }))

    test("a fault is gone as soon as it is mended, and the focus stays where it is", () =>
        withCase(async (page) => {
            await go(page, "/victim/s/1")
            await page.fill("#f-reporter-phone", "abc")
            await page.getByRole("button", { name: "继续" }).click()
            await page.locator(".errs").waitFor()
            const faults = page.locator(".errs p")
            const before = await faults.count()
            expect(before).toBeGreaterThan(1)
            await page.fill("#f-reporter-phone", "+86 139 0000 0001")
            await page.keyboard.press("Tab")
            await page.getByRole("link", { name: "先跳过" }).focus()
            await expect.poll(() => faults.count(), { timeout: 60_000 }).toBeLessThan(before)
            expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("先跳过")
        }))

    test("another case takes the place of an unsaved one only when that is agreed to", () =>
        withCase(async (page) => {
            const folder = scratch()
            await page.click('a[href="#/victim/s/1"]')
            await page.fill("#f-reporter-name", "赵一鸣")
            await go(page, "/")
            const asked: string[] = []
            page.on("dialog", (dialog) => {
                asked.push(dialog.message())
                dialog.dismiss()
            })
            await give(page, "work", join(ROOT, "assets/sample-case"))
            await expect.poll(() => asked.length).toBe(1)
            await go(page, "/victim/s/1")
            expect(await page.inputValue("#f-reporter-name")).toBe("赵一鸣")
            await go(page, "/victim/tasks")
            await take(page, () => page.getByRole("button", { name: "保存工作文件" }).click(), folder)
            await go(page, "/")
            await give(page, "work", join(ROOT, "assets/sample-case"))
            await page.waitForSelector(".tasks")
            expect(asked).toHaveLength(1)
        }))
})

describe.skipIf(!hasBrowser())("an officer's hands", { timeout: 300_000 }, () => {
    const withDraft = (act: (page: Page) => Promise<void>): Promise<void> =>
        withPage("/officer", async (page) => {
            const folder = scratch()
            await give(page, "draft", join(folder, putDraft(folder)))
            await page.locator(".verdict").waitFor({ timeout: 120_000 })
            await act(page)
        })

    test("blanks and semicolons within a part of an answer stay in that part", () =>
        withDraft(async (page) => {
            await go(page, "/officer/form/5")
            const parts = page.locator('input[id^="q-verifiedAddresses-0-"]')
            const all = (): Promise<string[]> =>
                parts.evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))
            await parts.nth(1).focus()
            await page.keyboard.type("Li Ming; Wang ")
            expect(await all()).toEqual(["", "Li Ming, Wang ", "", ""])
            await parts.nth(1).fill("")
            await parts.nth(0).focus()
            await page.keyboard.insertText("police.example；张民警；2023-05-08；官方页面")
            expect(await all()).toEqual(["police.example", "张民警", "2023-05-08", "官方页面"])
        }))

    test("what is no scan is told beside it, meets no condition, and is gone with its file", () =>
        withDraft(async (page) => {
            const folder = scratch()
            writeFileSync(join(folder, "公函.txt"), "公函")
            await go(page, "/officer/second")
            await give(page, "papers-sealed", join(folder, "公函.txt"))
            const fault = page.getByText("公函.txt 不是 PDF、JPEG 或 PNG 文件")
            await fault.waitFor({ timeout: 60_000 })
            await go(page, "/officer/tasks")
            await resting(page)
            const tag = page.locator('li:has(a[href="#/officer/second"]) .tag').first()
            expect(await tag.innerText()).toBe("未满足")
            await go(page, "/officer/second")
            await page.getByRole("button", { name: "删除 公函.txt" }).click()
            await expect.poll(() => fault.count()).toBe(0)
        }))

    test("photos of pages are put in order by hand, and what is added later stands behind them", () =>
        withDraft(async (page) => {
            const folder = scratch()
            const shot = (name: string): string => {
                writeFileSync(join(folder, name), readFileSync(PICTURE))
                return join(folder, name)
            }
            await go(page, "/officer/second")
            await give(page, "papers-sealed", shot("IMG_9.png"), shot("IMG_10.png"), shot("IMG_11.png"))
            const names = (): Promise<string[]> => page.locator("ul.files .path").allInnerTexts()
            await expect.poll(names).toEqual(["IMG_9.png", "IMG_10.png", "IMG_11.png"])
            const up = page.getByRole("button", { name: "上移 IMG_11.png" })
            await up.focus()
            await page.keyboard.press("Enter")
            await expect.poll(names).toEqual(["IMG_9.png", "IMG_11.png", "IMG_10.png"])
            await expect.poll(() => up.evaluate((own) => own === document.activeElement)).toBe(true)
            await page.keyboard.press("Enter")
            await expect.poll(names).toEqual(["IMG_11.png", "IMG_9.png", "IMG_10.png"])
            await give(page, "papers-sealed", shot("IMG_1.png"))
            await expect.poll(names).toEqual(["IMG_11.png", "IMG_9.png", "IMG_10.png", "IMG_1.png"])
            expect(await page.getByRole("button", { name: /^上移/ }).count()).toBe(3)
        }))

    test("the checklist says in English how each detail and condition stands and where it is", () =>
        withDraft(async (page) => {
            await go(page, "/officer/form/1")
            await english(page)
            await go(page, "/officer/tasks")
            await page.locator(".tasks small").first().waitFor({ timeout: 60_000 })
            await resting(page)
            const lines = await page.locator(".tasks small").evaluateAll((all) =>
                all.map((one) => {
                    const copy = one.cloneNode(true) as HTMLElement
                    // Notes of a desk's own list are in the words of its profile.
                    for (const note of copy.querySelectorAll('[lang="zh-CN"]')) note.remove()
                    return copy.textContent
                }),
            )
            expect(lines.length).toBeGreaterThan(15)
            // The one value that a new form has.
            const told = lines.join("\n").replace("中国; China", "")
            expect(told).not.toMatch(/\p{Script=Han}/u)
            expect(told).toContain("missing: record of how it was verified")
            expect(told).toContain("officer's form: Agency, full name (Chinese)")
        }))

    test("findings name choices by the words of the page", () =>
        withDraft(async (page) => {
            await english(page)
            await go(page, "/officer/form/2")
            await page.getByRole("button", { name: "Continue" }).click()
            await page.locator(".errs").waitFor({ timeout: 60_000 })
            expect(await page.locator(".errs").innerText()).not.toMatch(/[\u4e00-\u9fff]/)
        }))
})

describe.skipIf(!hasBrowser())("hands that only verify", { timeout: 300_000 }, () => {
    test("type the code again without choosing the packet again, and read the verdict where they are", () =>
        withPage("/verify", async (page) => {
            const folder = scratch()
            const draft = join(folder, putDraft(folder))
            const { checkCode } = JSON.parse(lerpack(["verify", draft, "--json"]).stdout) as { checkCode: string }
            await give(page, "packet", draft)
            await page.fill("#code", checkCode.slice(0, 14))
            await page.getByRole("button", { name: "核对", exact: true }).click()
            await page.locator(".verdict").waitFor({ timeout: 60_000 })
            await expect
                .poll(() => page.evaluate(() => document.activeElement?.closest(".verdict") !== null))
                .toBe(true)
            expect(await page.locator(".verdict").innerText()).toContain("填写的核对码没有比对成")
            expect(await page.locator(".sheet").innerText()).not.toContain("重新提供。")
            await page.getByRole("button", { name: "改核对码，再核对一次" }).click()
            const wide = checkCode
                .toUpperCase()
                .replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
            await page.fill("#code", wide)
            await page.getByRole("button", { name: "核对", exact: true }).click()
            await page.getByText("与所给的一致").first().waitFor({ timeout: 60_000 })
        }))

    test("choose all that was handed over, and are told which file of it is the packet", () =>
        withPage("/verify", async (page) => {
            await drop(page, "fieldset.drop", join(sampleOut(), "交民警"))
            await page.locator(".chosen").waitFor()
            await page.getByRole("button", { name: "核对", exact: true }).click()
            await page.locator(".verdict").waitFor({ timeout: 60_000 })
            const told = await page.locator(".sheet").innerText()
            expect(told).toContain("请只核对“材料包/DRAFT-")
            expect(told).toContain("选到的不是材料包本身")
            expect(told).not.toContain("没有下载或者复制完")
        }))

    test("leave out a list again that is none, and are told of fields, not of options", () =>
        withPage("/verify", async (page) => {
            const folder = scratch()
            writeFileSync(join(folder, "名单.txt"), "rubbish")
            await give(page, "packet", join(folder, putDraft(folder)))
            await page.locator("summary").click()
            await page.fill("#key", "abc")
            await page.getByRole("button", { name: "核对", exact: true }).click()
            expect(await page.locator(".errs").innerText()).toContain("密钥指纹 abc 不合要求")
            await page.fill("#key", "")
            await give(page, "signers", join(folder, "名单.txt"))
            await page.getByRole("button", { name: "核对", exact: true }).click()
            await page.getByText("这一行无法识别").waitFor()
            await page.getByRole("button", { name: "删除 名单.txt" }).click()
            await page.getByRole("button", { name: "核对", exact: true }).click()
            await page.locator(".verdict").waitFor({ timeout: 60_000 })
        }))

    test("are told in plain words what a verdict means and what to do next", () =>
        withPage("/verify", async (page) => {
            const folder = scratch()
            const draft = join(folder, putDraft(folder))
            const { checkCode } = JSON.parse(lerpack(["verify", draft, "--json"]).stdout) as { checkCode: string }
            const check = async (): Promise<string> => {
                await page.getByRole("button", { name: "核对", exact: true }).click()
                return page.locator(".verdict").innerText()
            }
            await give(page, "packet", draft)
            expect(await check()).toContain("整个包重做一份，也会一致。请输入纸质《材料核对单》")
            await page.getByRole("button", { name: "改核对码，再核对一次" }).click()
            await page.fill("#code", checkCode)
            expect(await check()).toContain("这就是您输入的核对码所指的那一份")
            // Somebody else's list: what was asked is answered on top.
            await page.getByRole("button", { name: "核对另一个" }).click()
            const signed = join(sampleOut(), "DRAFT-LX-2023-0321.zip")
            const key = readFileSync(join(ROOT, "assets/sample-officer/sample-key.pub"), "utf8")
            writeFileSync(
                join(folder, "allowed_signers"),
                `agency cert-authority ${key}\nofficer@police.example ${key}`,
            )
            await give(page, "packet", signed)
            await page.locator("summary").click()
            await give(page, "signers", join(folder, "allowed_signers"))
            expect(await check()).toContain("签名的密钥不是您名单上的")
            expect(await page.locator("main").textContent()).toContain("证书颁发密钥（cert-authority）")
            const bytes = readFileSync(draft)
            bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
            writeFileSync(join(folder, "改 动.zip"), bytes)
            await page.getByRole("button", { name: "核对另一个" }).click()
            await give(page, "packet", join(folder, "改 动.zip"))
            expect(await check()).toContain("不要依据这一份；下面写明是哪些文件")
            expect(await page.locator("details .code").last().textContent()).not.toBe("")
            expect(await page.locator("details").last().textContent()).toContain(
                'certutil -hashfile "改 动.zip" SHA256',
            )
            await page.getByRole("button", { name: "核对另一个" }).click()
            writeFileSync(join(folder, "空.zip"), "")
            await give(page, "packet", join(folder, "空.zip"))
            expect(await check()).toContain("没有核对成，不说明材料有问题")

            // Two packets dropped at once are no packet.
            await page.getByRole("button", { name: "核对另一个" }).click()
            await drop(page, "fieldset.drop", join(folder, "改 动.zip"), join(folder, "空.zip"))
            await page.getByText("一次只核对一个材料包，这里放入了 2 个文件").waitFor()
            expect(await page.getByRole("button", { name: "核对", exact: true }).isDisabled()).toBe(true)
        }))

    test("are told of what was sent, and of no key that nobody asked about; a ZIP under another name is one", () =>
        withPage("/verify", async (page) => {
            const folder = scratch()
            const archive = join(folder, "LX-2023-0321-archive.zip_")
            copyFileSync(join(sampleOut(), "LX-2023-0321-archive.zip"), archive)
            writeFileSync(join(folder, "03.pdf"), "another")
            const check = async (): Promise<string> => {
                await page.getByRole("button", { name: "核对", exact: true }).click()
                return page.locator(".verdict h2").innerText()
            }
            await give(page, "packet", archive)
            await page.locator("summary").click()
            await give(page, "sent", join(folder, "03.pdf"))
            expect(await check()).toContain("给出的发送件没有全部对上")
            expect(await page.locator(".sheet").innerText()).toContain("这个文件的内容不在发送记录里")
            await page.getByRole("button", { name: "核对另一个" }).click()
            const key = readFileSync(join(ROOT, "assets/sample-officer/sample-key.pub"), "utf8").trim()
            writeFileSync(join(folder, "allowed_signers"), `officer@police.example namespaces="git" ${key}\n`)
            await give(page, "packet", archive)
            await give(page, "signers", join(folder, "allowed_signers"))
            expect(await check()).toContain("签名的密钥在您的名单上，但名单不许它现在签材料包")
        }))

    test("find files without a folder named in the language of the page", () =>
        withPage("/verify", async (page) => {
            await page.locator("summary").click()
            await give(page, "sent", PICTURE, join(ROOT, "README.md"))
            await english(page)
            expect(await page.locator(".chosen").innerText()).toContain("chosen: a folder of 2 files")
        }))
})
