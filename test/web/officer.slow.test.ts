import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { ROOT } from "../check.ts"
import { letterCode, putDraft } from "../cli/made.ts"
import { lerpack, scratch } from "../cli/run.ts"
import { differences, give, hasBrowser, type Opened, openPage, take, violations } from "./browser.ts"

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

async function go(page: Page, place: string): Promise<void> {
    await page.evaluate((to) => {
        location.hash = to
    }, place)
    await page.getByRole("heading", { level: 1 }).waitFor()
}

async function resting(page: Page): Promise<void> {
    await page.locator(".busy.idle").waitFor({ state: "attached", timeout: 120_000 })
}

/** Opens the page at the second door with a draft and a folder of the officer's. */
async function begin(folder: string): Promise<Opened & { readonly draft: string }> {
    const opened = await openPage({ place: "/officer" })
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
        const first = await begin(folder)
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

        const second = await begin(folder)
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
            cpSync(join(unpacked, `${REF}-prepared`), join(own, `${REF}-prepared`), { recursive: true })
            complete(folder, "officer.yaml", "--prepared", join(out, `${REF}-prepared`), "--unsigned")
            expect(differences(own, out)).toEqual([])
            expect(existsSync(join(own, `${REF}-identity`))).toBe(true)
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
