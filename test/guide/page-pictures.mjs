// Pictures of the offline page for the guides: the real page with the sample case, in Chromium with our own fonts.
import { cpSync, mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { chromium } from "playwright-core"

const FONTS = (folder, cache) => `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${cache}</cachedir>
<alias binding="strong"><family>system-ui</family><prefer><family>Noto Sans SC</family></prefer></alias>
<alias binding="strong"><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
<alias binding="strong"><family>monospace</family><prefer><family>Noto Sans SC</family></prefer></alias>
</fontconfig>`

/**
 * Takes the pictures.
 *
 * @param root - Of the source tree.
 * @param work - A folder to work in.
 * @param keep - Gets a screenshot and what it is called.
 */
export async function pagePictures(root, work, keep) {
    const config = join(work, "fonts.conf")
    writeFileSync(config, FONTS(join(root, "fonts"), join(work, "font-cache")))
    const browser = await chromium.launch({
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        args: ["--no-sandbox"],
        env: { ...process.env, FONTCONFIG_FILE: config },
    })
    try {
        const page = await browser.newPage({ viewport: { width: 900, height: 640 }, timezoneId: "Asia/Shanghai" })
        page.setDefaultTimeout(120_000)
        await page.clock.install({ time: "2026-11-20T10:00:00+08:00" })
        const url = pathToFileURL(join(root, "dist/lerpack.html")).href
        const shot = async (name, options = {}) => {
            await page.locator(".busy.idle").waitFor({ state: "attached" })
            const path = join(work, `${name}.png`)
            await page.screenshot({ path, ...options })
            keep(path, name)
        }
        const go = async (place, wanted) => {
            await page.evaluate((to) => {
                location.hash = to
            }, place)
            await page.waitForSelector(wanted)
        }
        await page.goto(url)
        await page.waitForSelector(".doors")
        await shot("page-home")
        const own = join(work, "page-case")
        cpSync(join(root, "assets/sample-case"), own, { recursive: true, preserveTimestamps: true })
        await page.setInputFiles("#work-folder", own)
        await page.waitForSelector(".tasks")
        await shot("page-tasks")
        await go("/victim/s/4", "#f-incident-firstOperation-at")
        await shot("page-question")
        await go("/victim/e/E004", ".mask img")
        await page.waitForTimeout(500)
        await page.locator(".mask").scrollIntoViewIfNeeded()
        await shot("page-mask")
        await go("/victim/make", ".end button.btn")
        await page.click(".end button.btn")
        await page.waitForSelector(".outputs")
        await shot("page-made")
        await go("/verify", "#packet")
        await page.setInputFiles("#packet", join(work, "out/DRAFT-LX-2023-0321.zip"))
        await page.click("button[type=submit]")
        await page.waitForSelector(".verdict")
        await shot("page-verify", { fullPage: false })
        await go("/officer", "#draft")
        const office = join(work, "page-office")
        mkdirSync(office)
        cpSync(join(root, "assets/sample-officer/officer.yaml"), join(office, "officer.yaml"))
        const papers = { photos: "证件照", legal: "法律文书" }
        for (const [from, to] of Object.entries(papers))
            cpSync(join(root, "assets/sample-officer", from), join(office, to), { recursive: true })
        await page.setInputFiles("#earlier-folder", office)
        await page.waitForTimeout(1500)
        await page.setInputFiles("#draft", join(work, "out/DRAFT-LX-2023-0321.zip"))
        await page.waitForSelector(".verdict")
        await go("/officer/tasks", "main h1")
        await shot("page-officer")
    } finally {
        await browser.close()
    }
}
