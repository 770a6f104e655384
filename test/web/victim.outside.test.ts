import { cpSync, readFileSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { unzipSync } from "fflate"
import type { Page } from "playwright-core"
import { beforeAll, describe, expect, test } from "vitest"
import { encodePng } from "../../src/typeset/raster/encode-png.ts"
import { ROOT } from "../check.ts"
import { builtOut } from "../cli/made.ts"
import { lerpack, scratch } from "../cli/run.ts"
import { ABSENT, absent } from "../desks.ts"
import {
    differences,
    follow,
    give,
    go,
    hasBrowser,
    type Opened,
    openPage,
    pageInTurn,
    take,
    takeMade,
    violations,
} from "./browser.ts"

// What a victim does: with the mouse, with keys alone, and with a case folder of the command line.

const NOW = "2026-11-20T10:00:00+08:00"
const SAMPLE = join(ROOT, "assets/sample-case")
const inTurn = pageInTurn({ now: NOW })
/** One of each format whose decoder is no script. */
const FOREIGN = ["webp", "avif", "heic"].map((kind) => join(ROOT, `test/typeset/raster/foreign/card.${kind}`))

/** Answers of a small case: what is required, and two more. */
const TEXTS: readonly (readonly [section: number, answers: Readonly<Record<string, string>>])[] = [
    [1, { "reporter-name": "赵一鸣", "reporter-phone": "+86 139 0000 0001" }],
    [2, { "account-exchange": "币安", "account-uid": "100000002" }],
]

/** Presses keys until the field has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
    for (let i = 0; i < 400; i++) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return
        await page.keyboard.press("Tab")
    }
    throw new Error(`no key leads to ${selector}`)
}

interface Hand {
    text(selector: string, text: string): Promise<void>
    press(selector: string): Promise<void>
    files(id: string, ...paths: readonly string[]): Promise<void>
}

const mouse = (page: Page): Hand => ({
    text: (selector, text) => page.fill(selector, text),
    press: (selector) => page.click(selector),
    files: (id, ...paths) => give(page, id, ...paths),
})

const keyboard = (page: Page): Hand => {
    // From the start: one that is asked for as the key is pressed may come too late.
    page.on("filechooser", () => undefined)
    return keys(page)
}

const keys = (page: Page): Hand => ({
    async text(selector, text) {
        await tabTo(page, selector)
        await page.keyboard.type(text)
    },
    async press(selector) {
        await page.waitForSelector(selector)
        if (!selector.includes("radio")) {
            await tabTo(page, selector)
            await page.keyboard.press(selector.includes("checkbox") ? "Space" : "Enter")
            return
        }
        // One of a group has the focus; arrows lead to the others.
        await tabTo(page, selector.replace(/ label\S*/, ""))
        while (!(await page.isChecked(selector))) await page.keyboard.press("ArrowDown")
    },
    async files(id, ...paths) {
        await tabTo(page, `#${id}`)
        const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")])
        await chooser.setFiles([...paths])
    },
})

/** Answers the whole of the small case, from the first screen to the packet. */
async function tellAll(page: Page, hand: Hand, out: string): Promise<string> {
    const to = (link: string): Promise<void> => follow(page, link, hand.press)
    await to('a[href="#/victim"]')
    await hand.press(".sheet button.btn.q")
    for (const [section, answers] of TEXTS) {
        await to(`a[href="#/victim/s/${String(section)}"]`)
        for (const [field, text] of Object.entries(answers)) await hand.text(`#f-${field}`, text)
        await hand.press("button[type=submit]")
        await page.waitForFunction((place) => location.hash !== place, `#/victim/s/${String(section)}`)
        await to('.end a[href="#/victim/tasks"]')
    }
    await to('a[href="#/victim/s/3"]')
    await hand.press("#f-incident-kind input[type=checkbox]")
    await hand.text("#f-incident-noticedAt", "2026-11-19")
    await to('.end a[href="#/victim/tasks"]')
    await to('a[href="#/victim/s/4"]')
    await hand.text("#f-incident-firstOperation-at", "2026-11-18")
    await hand.text("#f-incident-firstOperation-what", "卖出 1.5 BTC")
    await hand.text("#f-incident-firstOperation-source", "现货委托页面")
    await to('.end a[href="#/victim/tasks"]')
    await to('a[href="#/victim/s/6"]')
    await to('a[href="#/victim/l/loss.assets"]')
    await hand.press(".end button.btn")
    await hand.text('[id="f-loss-assets-0-asset"]', "BTC")
    await hand.text('[id="f-loss-assets-0-amount"]', "约 1.5")
    await hand.press("button[type=submit]")
    await page.waitForSelector(".entries li")
    await to('.end a[href="#/victim/tasks"]')
    await to('a[href="#/victim/s/10"]')
    await hand.press("#f-reporter-capacity label:nth-of-type(2) input[type=radio]")
    await to('.end a[href="#/victim/tasks"]')
    await to('a[href="#/victim/s/11"]')
    await hand.text('[id="f-wanted-0"]', "登录记录")
    await to('.end a[href="#/victim/tasks"]')
    await to('a[href="#/victim/s/12"]')
    await hand.text("#f-originals", "手机在家，账号保持登录")
    await to('.end a[href="#/victim/tasks"]')
    await to('a[href="#/victim/evidence"]')
    await hand.files("add-evidence", join(SAMPLE, "evidence/API管理页.png"))
    await to('a[href="#/victim/e/E001"]')
    await hand.text("#caption", "接口密钥页面")
    await hand.text("#source", "本人手机截屏")
    await hand.press("button[type=submit]")
    await page.waitForSelector("#add-evidence")
    await to('.end a[href="#/victim/tasks"]')
    await to('a[href="#/victim/check"]')
    await page.waitForSelector(".findings")
    expect(await page.locator(".errs li").allInnerTexts()).toEqual([])
    await to('.end a[href="#/victim/make"]')
    await hand.press(".end button.btn")
    await page.waitForSelector(".verdict")
    await takeMade(page, join(out, "page"), hand.press)
    return take(page, () => hand.press(".end button.btn.q"), out)
}

describe.skipIf(!hasBrowser()).each(["mouse", "keyboard"] as const)("a victim with the %s alone", (kind) => {
    let opened: Opened
    let workFile = ""
    const out = scratch()
    beforeAll(async () => {
        opened = await inTurn("/")
        workFile = await tellAll(opened.page, kind === "mouse" ? mouse(opened.page) : keyboard(opened.page), out)
    })

    test("asks no network and finds no fault of the script", () => {
        expect([opened.requests, opened.errors]).toEqual([[], []])
    })

    test("gets a working file from which the command line makes the same bytes", () => {
        expect(workFile).toMatch(/^LX-20261120-[2-9A-Z]{4}-工作文件\.zip$/)
        const built = lerpack(["build", join(out, workFile), "-o", join(out, "cli"), "--unsigned"])
        expect(built.stderr).not.toContain("须改正")
        expect(built.status).toBe(0)
        expect(differences(join(out, "page"), join(out, "cli"))).toEqual([])
    })

    test("has in it what was typed, as it was typed", () => {
        const checked = lerpack(["check", join(out, workFile), "--show"])
        for (const text of ["赵一鸣", "100000002", "约 1.5", "手机在家，账号保持登录", "2026-11-18"])
            expect(checked.stdout).toContain(text)
    })

    test("can go on from the working file", async () => {
        const { page, errors } = await inTurn("/")
        await give(page, "work", join(out, workFile))
        await page.waitForSelector(".tasks")
        await page.click('a[href="#/victim/s/1"]')
        expect(await page.inputValue("#f-reporter-name")).toBe("赵一鸣")
        expect(errors).toEqual([])
    })
})

describe.skipIf(!hasBrowser())("the sample's case folder", () => {
    let opened: Opened
    const folder = join(scratch(), "case")
    beforeAll(async () => {
        cpSync(SAMPLE, folder, { recursive: true, preserveTimestamps: true })
        opened = await inTurn("/")
        await give(opened.page, "work", folder)
        await opened.page.waitForSelector(".tasks")
    })

    test("gives the same bytes as on the command line", async () => {
        const { page } = opened
        const out = scratch()
        await follow(page, '.end a[href="#/victim/make"]')
        await page.click(".end button.btn")
        await page.waitForSelector(".verdict")
        await takeMade(page, out)
        expect(differences(out, builtOut())).toEqual([])
        expect(opened.requests).toEqual([])
    })

    test("has no page that axe-core finds anything wrong with, in either language", async () => {
        const { page } = opened
        const places = ["tasks", "now", "s/1", "s/3", "s/4", "s/6", "l/orders", "l/orders/0", "l/positions/0", "t/6"]
        for (const place of [...places, "evidence", "e/E001", "check", "make"]) {
            await page.evaluate((hash) => {
                location.hash = hash
            }, `/victim/${place}`)
            await page.waitForTimeout(300)
            if (place === "check") await page.waitForSelector(".findings")
            expect([place, await violations(page)]).toEqual([place, []])
        }
        await page.getByRole("button", { name: "English" }).click()
        expect(await violations(page)).toEqual([])
        await page.getByRole("button", { name: "中文" }).click()
    })

    test("shows each finding where it is answered", async () => {
        const { page } = opened
        await page.evaluate(() => {
            location.hash = "/victim/check"
        })
        await page.waitForSelector(".findings a")
        await page.click('.findings a[href^="#/victim/"]')
        await page.waitForFunction(() => document.activeElement?.matches("input, textarea, fieldset, h1") === true)
    })

    test("has a mask that is drawn as a row of the sheet, and the copy has it", async () => {
        const out = scratch()
        const { page, errors } = opened
        await go(page, "/victim/e/E001")
        const picture = page.locator(".mask img")
        await picture.waitFor()
        const box = await picture.boundingBox()
        if (box === null) throw new Error("the picture is not there")
        await page.mouse.move(box.x + box.width * 0.1, box.y + box.height * 0.1)
        await page.mouse.down()
        await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.2)
        await page.mouse.up()
        await page.locator(".boxed").last().focus()
        await page.keyboard.press("ArrowRight")
        await page.click("button[type=submit]")
        await page.waitForTimeout(500)
        await page.evaluate(() => {
            location.hash = "/victim/tasks"
        })
        const name = await take(page, () => page.click(".end button.btn.q"), out)
        const files = unzipSync(new Uint8Array(readFileSync(join(out, name))))
        const sheet = new TextDecoder().decode(
            unzipSync(files["证据说明.xlsx"] ?? new Uint8Array(0))["xl/worksheets/sheet2.xml"],
        )
        expect(sheet.match(/>E001</g)?.length).toBeGreaterThan(0)
        const checked = lerpack(["check", join(out, name), "--json"])
        expect(
            JSON.parse(checked.stdout).issues.filter((one: { severity: string }) => one.severity === "error"),
        ).toEqual([])
        expect(errors).toEqual([])
    })

    test("has beside the answers the charts of the documents, which follow what is typed", async () => {
        const { page, errors } = opened
        const lead = (place: string): Promise<void> =>
            page.evaluate((hash) => {
                location.hash = hash
            }, `/victim/${place}`)
        await lead("l/timeline/0")
        await page.waitForSelector(".chart svg")
        await page.locator(".chart text", { hasText: "约134天" }).waitFor()
        expect(await page.locator(".chart svg").getAttribute("aria-label")).toContain("到派出所报案")
        await page.fill("#f-timeline-0-what", "换了一句话")
        await page.locator(".chart text", { hasText: "换了一句话" }).waitFor()
        await lead("s/6")
        await page.locator(".chart text", { hasText: "349,776.83 CNY" }).waitFor()
        await page.fill("#f-loss-after-value-asset", "USDT")
        await page.locator(".chart svg").waitFor({ state: "detached" })
        expect(errors).toEqual([])
    })

    test("a text that looks like a secret and is none is answered for in its field, and the working file says so", async () => {
        const out = scratch()
        const { page, errors } = opened
        await page.evaluate(() => {
            location.hash = "/victim/l/timeline/0"
        })
        await page.fill("#f-timeline-0-what", "密码：Tide2023grid")
        await page.click("form button[type=submit]")
        await page.evaluate(() => {
            location.hash = "/victim/l/timeline/0/timeline-0-what"
        })
        await page.click('label:has-text("看过了") input')
        await page.evaluate(() => {
            location.hash = "/victim/tasks"
        })
        const name = await take(page, () => page.click(".end button.btn.q"), out)
        const checked = lerpack(["check", join(out, name), "--json"])
        expect(checked.stdout).toContain("case.")
        expect(checked.stdout).not.toContain("input.secret.suspected")
        expect(errors).toEqual([])
    })
})

describe.skipIf(!hasBrowser())("pictures as phones make them", () => {
    test("a screenshot of many screens is wide enough to draw on, by mouse and by keys; what no browser shows is shown", async () => {
        const folder = scratch()
        const [widthPx, heightPx] = [540, 10_000]
        const rgb = new Uint8Array(3 * widthPx * heightPx).fill(255)
        writeFileSync(join(folder, "长图.png"), encodePng({ widthPx, heightPx, rgb }))
        const { page, errors, close } = await openPage({ width: 853, height: 480, place: "/victim" })
        try {
            await page.click(".sheet button.btn.q")
            await page.waitForSelector(".tasks")
            await go(page, "/victim/evidence")
            await give(page, "add-evidence", join(folder, "长图.png"), FOREIGN[2] ?? "")
            await page.click('a:has-text("长图.png")')
            const look = page.locator(".look")
            await look.locator("img").waitFor()
            const box = await look.locator("img").boundingBox()
            expect(box?.width).toBeGreaterThan(370)
            expect((await look.boundingBox())?.height).toBeLessThan(480)
            await look.evaluate((place) => {
                place.scrollTop = 3000
            })
            await page.getByRole("button", { name: "添加一个框" }).click()
            // It is where one looks, and keys move it at once.
            await page.keyboard.press("ArrowLeft")
            expect(await page.locator("button.boxed").evaluate((own) => own === document.activeElement)).toBe(true)
            const [, y = 0] = (await page.locator("ul.files .path").innerText()).split(/[,·×]/).map(Number)
            const [scale, shown] = [heightPx / (box?.height ?? 1), (await look.boundingBox())?.height ?? 0]
            expect(y).toBeGreaterThan(3000 * scale)
            expect(y).toBeLessThan((3000 + shown) * scale)
            expect(await violations(page)).toEqual([])
            await go(page, "/victim/evidence")
            const isShown = async (selector: string): Promise<void> => {
                const picture = page.locator(selector)
                await picture.waitFor()
                await expect
                    .poll(() => picture.evaluate((own) => (own as HTMLImageElement).naturalWidth))
                    .toBeGreaterThan(0)
            }
            // Those in sight alone are made.
            await page.locator('li:has-text("card.heic")').scrollIntoViewIfNeeded()
            await isShown('li:has-text("card.heic") .thumb img')
            await page.click('a:has-text("card.heic")')
            await isShown("img.shown")
            expect(errors).toEqual([])
        } finally {
            await close()
        }
    })
})

describe.skipIf(!hasBrowser())("a victim with a rare name and an account elsewhere", () => {
    let opened: Opened
    beforeAll(async () => {
        opened = await inTurn("/")
        await follow(opened.page, 'a[href="#/victim"]')
        await opened.page.click(".sheet button.btn.q")
    })

    test("is told in the words of the check", async () => {
        const { page } = opened
        await page.click('a[href="#/victim/s/2"]')
        await page.fill("#f-account-exchange", "某某所")
        expect(await page.innerText(".msg")).toContain("账户在“某某所”，材料却写给“币安（Binance）”")
        await page.click(".msg button.btn")
        expect(await page.innerText(".msg")).toContain("没有查到某某所可以核实的执法受理渠道")
        expect(await page.innerText(".msg")).not.toContain("材料却写给")
        const [id = ""] = ABSENT
        await page.fill("#f-account-exchange", absent(id).name.en)
        expect(await page.innerText(".msg")).toContain("材料却写给“其他平台（没有收录）”")
        await page.click(".msg button.btn")
        expect(await page.innerText('[data-found="case.recipient.no-channel"]')).toContain(absent(id).reason.zh)
        expect(await page.locator(".msg button.btn").count()).toBe(0)
        await page.click('.end a[href="#/victim/tasks"]')
    })

    test("goes on before the face for the name is chosen, and is told to whom the papers go", async () => {
        const { page } = opened
        await page.click('a[href="#/victim/s/1"]')
        await page.fill("#f-reporter-name", "𠮷田一")
        await page.fill("#f-reporter-phone", "+86 139 0000 0001")
        await page.click("button[type=submit]")
        await page.fill("#f-account-exchange", "OKX")
        expect(await page.innerText(".msg")).toContain("材料却写给")
        await page.click(".msg button.btn")
        expect(await page.innerText("form")).toContain("材料写给 欧易（OKX）")
    })

    test("keeps what is said of a file when its page is left by a link", async () => {
        const { page } = opened
        await page.click('.end a[href="#/victim/tasks"]')
        await page.click('a[href="#/victim/evidence"]')
        await give(page, "add-evidence", join(SAMPLE, "evidence/API管理页.png"))
        await page.click('a[href="#/victim/e/E001"]')
        await page.fill("#caption", "接口密钥页面")
        await page.click('.end a[href="#/victim/evidence"]')
        await page.click('a[href="#/victim/e/E001"]')
        expect(await page.inputValue("#caption")).toBe("接口密钥页面")
    })
})

describe.skipIf(!hasBrowser())("a time that is typed as people write it", () => {
    let opened: Opened
    beforeAll(async () => {
        opened = await inTurn("/")
        await follow(opened.page, 'a[href="#/victim"]')
        await opened.page.click(".sheet button.btn.q")
        await opened.page.click('a[href="#/victim/s/3"]')
    })
    const date = "#f-incident-noticedAt"

    test.each([
        ["2023年11月9日", "2023-11-09"],
        ["2023/11/9", "2023-11-09"],
    ])("%s becomes %s when the field is left", async (typed, read) => {
        const { page } = opened
        await page.fill(date, typed)
        await page.locator(date).blur()
        expect(await page.inputValue(date)).toBe(read)
        expect(await page.locator(".msg").count()).toBe(0)
    })

    test("a day without its year is said to need one, in the field itself", async () => {
        const { page } = opened
        await page.fill(date, "11月9日")
        await page.locator(date).blur()
        expect(await page.innerText(`${date}-fault`)).toMatch(/依次写四位的年、月、日.*只记得月份的选“不清楚”/)
        expect(await page.inputValue(date)).toBe("11月9日")
    })

    test("what is written as it stands goes back into its fields", async () => {
        const { page } = opened
        await page.fill(date, "2023-11-09")
        await page.getByRole("button", { name: "照原样写" }).click()
        expect(await page.inputValue(date)).toBe("2023-11-09")
        await page.fill(date, "约 2023-11-09 15:30 北京时间")
        await page.getByRole("button", { name: "分成日期、几点几分来填" }).click()
        expect(await page.inputValue(date)).toBe("2023-11-09")
        expect(await page.isChecked('label:has-text("大约") input')).toBe(true)
        expect(opened.errors).toEqual([])
    })

    test.each([
        ["晚上8点左右", "20:00", "读作：约 2023-11-09 20:00（北京时间） = 2023-11-09 12:00 UTC"],
        ["9点 UTC", "09:00", "约 2023-11-09 17:00（北京时间） = 2023-11-09 09:00 UTC"],
    ])("what stands beside a time of day, %s, is kept in its own part", async (typed, read, shown) => {
        const { page } = opened
        const field = page.locator("form fieldset.field").last()
        const clock = field.locator("input[type=text]").nth(1)
        await page.fill(date, "2023-11-09")
        await clock.fill(typed)
        await clock.blur()
        expect(await clock.inputValue()).toBe(read)
        expect(await field.getByLabel("记不准，大约").isChecked()).toBe(true)
        expect(await field.innerText()).toContain(shown)
    })

    test.each([
        ["2023-02-30", "", "没有 2023-02-30 这个时间"],
        ["2023-11-09", "25:00", "没有 2023-11-09 25:00 这个时间"],
        ["", "25:00", "没有 25:00 这个时间"],
        ["23/3/21", "", "可能是 2023-03-21，也可能是 2021-03-23"],
    ])(
        "a time that there is not, or that may be two, %s %s, is told as soon as it is typed",
        async (day, hour, said) => {
            const { page } = opened
            const clock = page.locator("form fieldset.field").last().locator("input[type=text]").nth(1)
            await page.fill(date, day)
            await clock.fill(hour)
            await clock.blur()
            expect(await page.innerText(`${date}-fault`)).toContain(said)
            await clock.fill("")
        },
    )

    test("what is ticked is not asked to be written apart", async () => {
        expect(await opened.page.innerText("#f-incident-kind")).not.toContain("分开写")
    })
})

describe.skipIf(!hasBrowser())("pictures of phones", () => {
    test("are decoded in the page as on the command line", async () => {
        const out = scratch()
        const folder = join(out, "case")
        cpSync(SAMPLE, folder, { recursive: true, preserveTimestamps: true })
        for (const name of FOREIGN) cpSync(name, join(folder, "evidence", basename(name)))
        const { page, errors } = await inTurn("/")
        await give(page, "work", folder)
        await page.waitForSelector(".tasks")
        await page.click('a[href="#/victim/evidence"]')
        await page.getByRole("button", { name: "登记文件" }).click()
        await page.waitForSelector('a[href="#/victim/e/E012"]')
        await page.evaluate(() => {
            location.hash = "/victim/make"
        })
        await page.click(".end button.btn")
        await page.waitForSelector(".verdict")
        await takeMade(page, join(out, "page"))
        const work = await take(page, () => page.click(".end button.btn.q"), out)
        const built = lerpack(["build", join(out, work), "-o", join(out, "cli"), "--unsigned"])
        expect(built.stderr).not.toContain("evidence.picture.undecoded")
        expect(differences(join(out, "page"), join(out, "cli"))).toEqual([])
        expect(errors).toEqual([])
    })
})
