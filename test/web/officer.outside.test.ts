import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { ROOT } from "../check.ts"
import { letterCode, putDraft } from "../cli/made.ts"
import { lerpack, scratch } from "../cli/run.ts"
import { DESKS } from "../desks.ts"
import { officerOfType } from "../request-types.ts"
import {
    differences,
    give,
    go,
    hasBrowser,
    type Opened,
    openPage,
    pageInTurn,
    resting,
    take,
    violations,
} from "./browser.ts"

const SAMPLE = join(ROOT, "assets/sample-officer")
const REF = "LX-2023-0321"

/** A folder as `init --officer` makes it, with the sample's form and papers. */
function office(form: string): string {
    const folder = join(scratch(), "office")
    mkdirSync(folder)
    writeFileSync(join(folder, "officer.yaml"), form)
    cpSync(join(SAMPLE, "photos"), join(folder, "证件照"), { recursive: true })
    cpSync(join(SAMPLE, "legal"), join(folder, "法律文书"), { recursive: true })
    return folder
}

const sampleForm = (): string => readFileSync(join(SAMPLE, "officer.yaml"), "utf8")

/** The command line on the same folder, into `out` beside it. */
function complete(folder: string, form: string, ...more: readonly string[]): string {
    const out = join(folder, "../out")
    const draft = putDraft(join(folder, ".."))
    const args = ["complete", draft, "--officer", join(folder, form), "-o", out, ...more]
    const ran = lerpack(args, { cwd: join(folder, "..") })
    expect(ran.stderr).not.toContain("error")
    expect(ran.status, ran.stderr).toBe(0)
    rmSync(join(out, `DRAFT-${REF}.zip`), { force: true })
    return out
}

const inTurn = pageInTurn({})

/** Gives a page at the second door a draft and a folder of the officer's. */
async function begin(folder: string, opened: Opened): Promise<Opened & { readonly draft: string }> {
    const draft = join(folder, "..", putDraft(join(folder, "..")))
    await give(opened.page, "earlier", folder)
    await opened.page.getByText("已经收到").waitFor({ timeout: 120_000 })
    await give(opened.page, "draft", draft)
    await opened.page.locator(".verdict").waitFor({ timeout: 120_000 })
    return { ...opened, draft }
}

async function zipsOf(page: Page, into: string): Promise<void> {
    for (const button of await page.getByRole("button", { name: "下载为一个 ZIP" }).all())
        await take(page, () => button.click(), into, true)
}

describe.skipIf(!hasBrowser())("the officer's door", { timeout: 600_000 }, () => {
    test("both steps give the bytes of the command line, in two sessions, without a request", async () => {
        const folder = office(sampleForm())
        const [got, unpacked] = [scratch(), scratch()]
        const first = await begin(folder, await openPage({ place: "/officer" }))
        const { page } = first
        const seen = new Map<string, readonly string[]>()
        const screen = async (name: string): Promise<void> => {
            await resting(page)
            seen.set(name, await violations(page))
        }
        try {
            await screen("packet")
            for (const [name, place] of SCREENS) {
                await go(page, place)
                await screen(name)
            }
            await page.locator(".preview iframe").waitFor({ timeout: 120_000 })
            await screen("scope, set")
            await go(page, "/officer/first")
            await screen("first")
            await page.getByRole("button", { name: "生成公函和附件" }).click()
            await page.locator(".outputs").waitFor({ timeout: 120_000 })
            await screen("first, made")
            const all = page.getByRole("button", { name: "下载为一个 ZIP" })
            expect(await take(page, () => all.click(), got)).toBe(`${REF}-prepared.zip`)
            await take(page, () => all.click(), unpacked, true)
            await take(page, () => page.getByRole("button", { name: "officer.yaml" }).click(), got)
            await go(page, "/keys")
            await screen("keys")
            expect(Object.fromEntries([...seen].filter(([, found]) => found.length > 0))).toEqual({})
            expect([first.requests, first.errors]).toEqual([[], []])
        } finally {
            await first.close()
        }

        // What the page saved is the officer's folder of the command line.
        cpSync(join(got, "officer.yaml"), join(folder, "officer.yaml"))
        const out = complete(folder, "officer.yaml")
        mkdirSync(join(folder, "盖章公函"))
        cpSync(join(SAMPLE, "sealed.pdf"), join(folder, "盖章公函/公函.pdf"))

        const second = await begin(folder, await openPage({ place: "/officer" }))
        try {
            await go(second.page, "/officer/second")
            await give(second.page, "prepared", join(got, `${REF}-prepared.zip`))
            await second.page.getByText("第一步的文件夹：").waitFor()
            await second.page.getByLabel("公函核对码").fill(letterCode(out))
            await take(second.page, () => second.page.getByRole("button", { name: "officer.yaml" }).click(), folder)
            await resting(second.page)
            expect(await violations(second.page)).toEqual([])
            await second.page.getByRole("button", { name: "生成对外发送的文件" }).click()
            await second.page.locator(".outputs").first().waitFor({ timeout: 120_000 })
            await resting(second.page)
            expect(await violations(second.page)).toEqual([])
            expect(await second.page.locator(".verdict").innerText()).toContain("八项信息 8/8 · 发送条件 5/5")
            const own = scratch()
            await zipsOf(second.page, own)
            // Once more, signed; before the command line writes the draft anew, which the page has open.
            const key = join(scratch(), "key")
            expect(lerpack(["keygen", "--out", key]).status).toBe(0)
            await go(second.page, "/keys")
            await give(second.page, "key-file", key)
            await second.page.getByRole("button", { name: "打开密钥" }).click()
            await second.page.getByText("已打开，签名时使用").waitFor({ timeout: 120_000 })
            await go(second.page, "/officer/second")
            await second.page.getByRole("button", { name: "再做一次第二步" }).click()
            expect(await second.page.getByLabel(/^用已打开的密钥签名/).isChecked()).toBe(true)
            await second.page.getByRole("button", { name: "生成对外发送的文件" }).click()
            await second.page.locator(".outputs").first().waitFor({ timeout: 120_000 })
            const [signed, signedOut] = [scratch(), scratch()]
            await zipsOf(second.page, signed)
            cpSync(join(unpacked, `${REF}-prepared`), join(own, `${REF}-prepared`), { recursive: true })
            complete(folder, "officer.yaml", "--prepared", join(out, `${REF}-prepared`), "--unsigned")
            expect(differences(own, out)).toEqual([])
            expect(existsSync(join(own, `${REF}-identity`))).toBe(true)
            const step = ["--prepared", join(out, `${REF}-prepared`), "--key", key, "-o", signedOut]
            const form = ["--officer", join(folder, "officer.yaml")]
            putDraft(join(folder, ".."))
            const ran = lerpack(["complete", second.draft, ...form, ...step])
            expect(ran.status, ran.stderr).toBe(0)
            expect(differences(signed, signedOut)).toEqual([])
            expect(readFileSync(join(signed, `${REF}-archive.zip`))).not.toEqual(
                readFileSync(join(own, `${REF}-archive.zip`)),
            )
            expect([second.requests, second.errors]).toEqual([[], []])
        } finally {
            await second.close()
        }
    })
})

/** Every screen between the packet and the first step. */
const SCREENS = [
    ["start", "/officer"],
    ["decide", "/officer/decide"],
    ["tasks", "/officer/tasks"],
    ...Array.from({ length: 12 }, (_, at) => [`section ${String(at)}`, `/officer/form/${String(at)}`] as const),
    ["legal", "/officer/papers/legal"],
    ["photos", "/officer/papers/photos"],
    ["consent", "/officer/papers/consent"],
    ["desks", "/officer/desks"],
    ["scope", "/officer/scope"],
] as const

describe.skipIf(!hasBrowser())("the officer's door, while the channel is open", { timeout: 600_000 }, () => {
    test("asks about the channel alone, as the command line does with the workbook that the page saved", async () => {
        const lines = sampleForm().split("\n")
        const from = lines.findIndex((line) => line.startsWith("channelConfirmed:"))
        const to = lines.findIndex((line) => line.startsWith("request:"))
        const folder = office([...lines.slice(0, from), ...lines.slice(to)].join("\n"))
        rmSync(join(folder, "证件照"), { recursive: true })
        const { page, requests, errors } = await begin(folder, await inTurn("/officer"))
        const [own, saved] = [scratch(), scratch()]
        await go(page, "/officer/tasks")
        await page.getByText("渠道已核实（何人、何日、如何核实）").waitFor()
        // From here on the officer works with the workbook.
        await take(page, () => page.getByRole("button", { name: "officer.xlsx" }).click(), saved)
        cpSync(join(saved, "officer.xlsx"), join(folder, "officer.xlsx"))
        await go(page, "/officer/first")
        await page.getByRole("button", { name: "生成公函和附件" }).click()
        await page.locator(".outputs").waitFor({ timeout: 120_000 })
        await zipsOf(page, own)
        const out = complete(folder, "officer.xlsx")
        expect(differences(own, out)).toEqual([])
        await page.getByRole("link", { name: "第二步：对外发送的文件" }).click()
        await give(page, "papers-sealed", join(SAMPLE, "sealed.pdf"))
        await page.getByLabel("公函核对码").fill(letterCode(out))
        await take(page, () => page.getByRole("button", { name: "officer.xlsx" }).click(), folder)
        await page.getByRole("button", { name: "生成对外发送的文件" }).click()
        await page.getByText("可发函询问渠道，案件材料和证件图像不得发送").first().waitFor({ timeout: 120_000 })
        await page.locator(".outputs").waitFor()
        await zipsOf(page, own)
        mkdirSync(join(folder, "盖章公函"))
        cpSync(join(SAMPLE, "sealed.pdf"), join(folder, "盖章公函/公函.pdf"))
        complete(folder, "officer.xlsx", "--prepared", join(out, `${REF}-prepared`), "--unsigned")
        expect(differences(own, out)).toEqual([])
        expect(existsSync(join(own, `${REF}-send`))).toBe(false)
        expect([requests, errors]).toEqual([[], []])
    })
})

/** Goes on by the Tab key until what is reached has a name. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
    for (let i = 0; i < 150; i++) {
        await page.keyboard.press("Tab")
        const reached = await page.evaluate(() => {
            const { activeElement: at } = document
            const labels = at instanceof HTMLInputElement ? [...(at.labels ?? [])] : []
            return [at?.textContent ?? "", ...labels.map(({ textContent }) => textContent)].join(" ").trim()
        })
        if (typeof name === "string" ? reached.startsWith(name) : name.test(reached)) return
    }
    throw new Error(`no Tab reaches ${String(name)}`)
}

describe.skipIf(!hasBrowser())("requests of other kinds", { timeout: 600_000 }, () => {
    test("a kind decides what is asked; its letter and annexes have the bytes of the command line", async () => {
        const folder = office(officerOfType("preservation", "币安"))
        rmSync(join(folder, "证件照"), { recursive: true })
        rmSync(join(folder, "法律文书"), { recursive: true })
        const { page, requests, errors } = await begin(folder, await inTurn("/officer"))
        await go(page, "/officer/decide")
        expect(await page.getByLabel("以函保全").isChecked()).toBe(true)
        expect(await page.getByText("这一类请求不附证件照片。").count()).toBe(1)
        await page.getByText("这一类由谁批准、依据和要注意的").click()
        expect(await page.locator("details").first().innerText()).toContain("可信程度")
        expect(await violations(page)).toEqual([])
        const asked = async (place: string): Promise<readonly string[]> => {
            await go(page, place)
            return page.locator("form label, form legend").allInnerTexts()
        }
        const kinds = await asked("/officer/form/9")
        expect(kinds).toContain("保全：请求保全的天数")
        expect(kinds.filter((label) => /^(?:冻结|紧急：|补充标识：)/.test(label))).toEqual(["冻结电子数据", "冻结财产"])
        // Another kind asks otherwise, and names what this one lacks.
        await page.getByLabel("紧急", { exact: true }).check()
        expect(await asked("/officer/form/9")).toContain("紧急：是否有人的生命正受到威胁")
        await go(page, "/officer/tasks")
        await page.getByText("request.emergency.none").waitFor({ timeout: 120_000 })
        await go(page, "/officer/form/9")
        await page.getByLabel("以函保全").check()
        await go(page, "/officer/tasks")
        await page.getByRole("heading", { name: "八项信息 不适用" }).waitFor({ timeout: 120_000 })
        await resting(page)
        expect(await violations(page)).toEqual([])
        await go(page, "/officer/first")
        await page.getByRole("button", { name: "生成公函和附件" }).click()
        await page.locator(".outputs").waitFor({ timeout: 120_000 })
        const own = scratch()
        await zipsOf(page, own)
        expect(differences(own, complete(folder, "officer.yaml"))).toEqual([])
        expect([requests, errors]).toEqual([[], []])
    })
})

describe.skipIf(!hasBrowser())("the officer's door by keys alone", { timeout: 600_000 }, () => {
    test("from the first screen to a mended answer; leaving with what is not saved asks", async () => {
        const folder = scratch()
        const draft = join(folder, putDraft(folder))
        const { page, close } = await openPage()
        try {
            await tabTo(page, "我是办案民警")
            await page.keyboard.press("Enter")
            // A dialog of the system: no test can type into it.
            await give(page, "draft", draft)
            await page.getByRole("heading", { name: "材料包写了什么" }).waitFor({ timeout: 120_000 })
            await tabTo(page, "继续")
            await page.keyboard.press("Enter")
            await page.getByRole("heading", { name: "先定请求类型，再决定三件事" }).waitFor()
            await tabTo(page, "先不填")
            await page.keyboard.press("ArrowUp")
            expect(await page.getByLabel("立案前调查核实").isChecked()).toBe(true)
            await tabTo(page, "继续")
            await page.keyboard.press("Enter")
            await page.getByText("发送条件 0/5").first().waitFor({ timeout: 120_000 })
            await resting(page)
            expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1")
            await tabTo(page, "一、单位和民警")
            await page.keyboard.press("Enter")
            await page.getByRole("heading", { name: "一、单位和民警" }).waitFor()
            expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1")
            await tabTo(page, "单位全称（英文）")
            await page.keyboard.type("样例分局")
            await tabTo(page, "继续")
            await page.keyboard.press("Enter")
            await page.locator(".errs").waitFor({ timeout: 120_000 })
            expect(await page.evaluate(() => document.activeElement?.className)).toBe("errs")
            expect(await page.locator(".errs").innerText()).toContain("request.english.characters")
            expect(await violations(page)).toEqual([])
            await tabTo(page, "单位全称（英文）")
            await page.keyboard.press("Enter")
            const field = page.getByLabel("单位全称（英文）")
            await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true)
            expect(await field.getAttribute("aria-invalid")).toBe("true")
            await page.keyboard.press("Control+A")
            await page.keyboard.type("Yangli Branch")
            await tabTo(page, "继续")
            await page.keyboard.press("Enter")
            await page.getByRole("heading", { name: "二、案件和法律文书" }).waitFor({ timeout: 120_000 })

            await page.getByRole("button", { name: "English" }).click()
            await page.getByRole("heading", { level: 1 }).waitFor()
            await go(page, "/officer/form/0")
            expect(await page.getByLabel("Agency, full name (English)").inputValue()).toBe("Yangli Branch")
            const asked = page.waitForEvent("dialog")
            await page.close({ runBeforeUnload: true })
            const dialog = await asked
            expect(dialog.type()).toBe("beforeunload")
            await dialog.accept()
        } finally {
            await close()
        }
    })
})

describe.skipIf(!hasBrowser())("what the officer brings along", { timeout: 600_000 }, () => {
    test("a desk of one's own is taken, a faulty one is told, a draft for an unknown one says so", async () => {
        const folder = scratch()
        const draft = join(folder, putDraft(folder, "all-routes"))
        const { page, errors } = await inTurn("/officer")
        await give(page, "draft", draft)
        await page.getByText("request.recipient.unknown").waitFor({ timeout: 120_000 })
        await go(page, "/officer/desks")
        const faulty = join(folder, "faulty.yaml")
        writeFileSync(faulty, "id: faulty\n")
        await give(page, "desks", faulty)
        await page.locator(".errs").waitFor()
        await give(page, "desks", join(DESKS, "all-routes.yaml"))
        await page.locator("[data-desk=all-routes] summary", { hasText: "✓" }).waitFor()
        expect(await page.locator(".errs").count()).toBe(0)
        await go(page, "/officer")
        await give(page, "draft", draft)
        await page.locator(".verdict").waitFor({ timeout: 120_000 })
        await go(page, "/officer/decide")
        expect(await page.getByLabel("向哪个交易所调取").inputValue()).toBe("all-routes")
        expect(errors).toEqual([])
    })

    test("what is doubtful, wrong or decided is told where it is filled in, and goes when it is mended", async () => {
        const folder = scratch()
        const draft = join(folder, putDraft(folder))
        const { page, errors } = await inTurn("/officer")
        await give(page, "draft", draft)
        await page.locator(".verdict").waitFor({ timeout: 120_000 })
        await go(page, "/officer/form/0")
        await page.getByLabel("办公电话").fill("024-00000000")
        await page.keyboard.press("Tab")
        await page.getByText("request.phone.country").waitFor({ timeout: 120_000 })
        await page.getByLabel("办公电话").fill("+86 24 0000 0000")
        await page.keyboard.press("Tab")
        await page.getByText("request.phone.country").waitFor({ state: "detached", timeout: 120_000 })

        await go(page, "/officer/form/3")
        await page.getByLabel("办理时间").fill("昨天")
        await page.getByRole("button", { name: "继续" }).click()
        await page.locator(".errs").waitFor({ timeout: 120_000 })
        await page.getByRole("button", { name: "填这台电脑现在的时间" }).click()
        await page.locator(".errs").waitFor({ state: "detached", timeout: 120_000 })

        // Photos that the officer keeps back are no gap until that changes.
        await go(page, "/officer/tasks")
        await page.getByText("先不给").first().waitFor()
        await go(page, "/officer/decide")
        await page.getByLabel("给：已经批准并评估").check()
        await go(page, "/officer/tasks")
        expect(await page.getByText("先不给").count()).toBe(0)

        // Data that another desk has not are asked of it no longer.
        const profile = readFileSync(join(DESKS, "all-routes.yaml"), "utf8")
        const own = join(folder, "own-desk.yaml")
        writeFileSync(own, profile.replace("id: all-routes", "id: own-desk").replace("id: key-log", "id: own-log"))
        await go(page, "/officer/desks")
        await give(page, "desks", own)
        await page.getByText("own-desk").first().waitFor({ timeout: 120_000 })
        await go(page, "/officer/decide")
        await page.getByLabel("向哪个交易所调取").selectOption("own-desk")
        await go(page, "/officer/form/2")
        await page.locator('[id="q-request-dataGroups-own-log-"]').check()
        await go(page, "/officer/decide")
        await page.getByLabel("向哪个交易所调取").selectOption("binance-cn")
        await go(page, "/officer/form/2")
        expect(await page.locator('[id="q-request-dataGroups-own-log-"]').count()).toBe(0)

        // The hints are in the language of the page, and say no Chinese but what is to be typed in Chinese.
        await page.getByRole("button", { name: "English" }).click()
        await go(page, "/officer/form/3")
        await page.getByText("required; put in anew before each step").waitFor()
        await resting(page)
        expect(await violations(page)).toEqual([])
        expect(errors).toEqual([])
    })

    test("photos are shown with their mark; a folder that is no prepared one is told", async () => {
        const folder = office(sampleForm())
        const { page, errors } = await begin(folder, await inTurn("/officer"))
        await go(page, "/officer/papers/photos")
        await page.locator(".photo img").nth(2).waitFor({ timeout: 120_000 })
        const wide = page.locator(".photo img").first()
        await expect.poll(() => wide.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100)
        await resting(page)
        expect(await violations(page)).toEqual([])
        await go(page, "/officer/second")
        await give(page, "prepared", join(folder, "法律文书"))
        await page.getByText("这不是第一步的文件夹").waitFor({ timeout: 120_000 })
        expect(errors).toEqual([])
    })

    test("a key made in the page signs a packet as the command line does with its file", async () => {
        const folder = scratch()
        const draft = join(folder, putDraft(folder))
        const { page, errors } = await inTurn("/keys")
        await page.getByLabel("名称").fill("yangli")
        await page.getByLabel("给密钥文件加口令").fill("一句口令")
        await page.getByRole("button", { name: "生成密钥" }).click()
        await page.getByText("已打开，签名时使用").waitFor({ timeout: 120_000 })
        await take(page, () => page.getByRole("button", { name: "下载 lerpack-key", exact: true }).click(), folder)
        await take(page, () => page.getByRole("button", { name: "下载 lerpack-key.pub" }).click(), folder)
        await give(page, "to-sign", draft)
        await page.getByRole("button", { name: "签名", exact: true }).click()
        await page.locator(".outputs").waitFor({ timeout: 120_000 })
        const [own, out] = [scratch(), scratch()]
        await zipsOf(page, own)
        const signed = join(out, `DRAFT-${REF}.zip`)
        const key = join(folder, "lerpack-key")
        const ran = lerpack(["sign", draft, "--key", key, "-o", signed], {
            env: { LERPACK_PASSPHRASE: "一句口令" },
        })
        expect(ran.status, ran.stderr).toBe(0)
        expect(differences(own, out)).toEqual([])
        expect(await violations(page)).toEqual([])

        // The file opens again with its passphrase, and not with another.
        await give(page, "key-file", key)
        await page.getByLabel("口令（没有就不填）").fill("另一句")
        await page.getByRole("button", { name: "打开密钥" }).click()
        await page.locator(".errs").waitFor({ timeout: 120_000 })
        await page.getByLabel("口令（没有就不填）").fill("一句口令")
        await page.getByRole("button", { name: "打开密钥" }).click()
        await page.locator(".errs").waitFor({ state: "detached", timeout: 120_000 })
        expect(errors).toEqual([])
    })
})
