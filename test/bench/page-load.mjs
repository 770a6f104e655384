// The page under load: a video of two gigabytes and three hundred screenshots, from adding them to the packet.
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { rendererMemory } from "./page-contest.mjs"

const root = resolve(import.meta.dirname, "../..")
const PROGRAM = process.env.CHROMIUM ?? "/usr/bin/chromium"
const VIDEO_BYTES = 2 ** 31
const PICTURES = 300
const SCREEN = { width: 1080, height: 2400 }
const MINUTES = 60_000

/** The required answers of an invented case. */
const CASE = `ref: LX-LOAD-0001
recipient: binance-cn
preparedAt: 2026-11-20 10:00 北京时间
reporter: { name: 赵一鸣, phone: "+86 139 0000 0001", capacity: reporter }
account: { exchange: 币安, uid: "100000002" }
incident:
  kind: [unauthorised-trading]
  noticedAt: 2026-11-19 北京时间
  firstOperation: { at: 2026-11-18 北京时间, what: 卖出 1.5 BTC, source: 现货委托页面 }
loss:
  assets: [{ asset: BTC, amount: "1.5" }]
wanted: [登录记录]
originals: 手机在家，账号保持登录
`

/** Drives the page with the pictures and with the video, or with one of them, and prints what each step took. */
export async function pageLoad(which = ["pictures", "video"]) {
    const { chromium } = await import(pathToFileURL(join(root, "node_modules/playwright-core/index.mjs")).href)
    const work = mkdtempSync(join(tmpdir(), "bench-load-"))
    try {
        const video = join(work, "录屏.mp4")
        // The head of an MP4 file, and a hole.
        writeFileSync(video, Buffer.from("000000206674797069736f6d0000020069736f6d69736f32617663316d703431", "hex"))
        truncateSync(video, VIDEO_BYTES)
        const folder = join(work, "截图")
        mkdirSync(folder)
        const answers = join(work, "case.yaml")
        writeFileSync(answers, CASE)
        await withPage(chromium, (page) => drawScreens(page, folder))
        const loads = {
            pictures: [`${PICTURES} screenshots`, folder, PICTURES],
            video: ["a video of 2 GB", [video], 1],
        }
        for (const name of which) {
            const [what, files, count] = loads[name]
            process.stdout.write(`\nPage with ${what}\n`)
            await withPage(chromium, (page) => run(page, answers, files, count))
        }
    } finally {
        rmSync(work, { recursive: true, force: true })
    }
}

async function withPage(chromium, use) {
    const browser = await chromium.launch({ executablePath: PROGRAM, args: ["--no-sandbox"] })
    try {
        const page = await browser.newPage({ acceptDownloads: true })
        page.setDefaultTimeout(20 * MINUTES)
        await page.addInitScript(() => {
            globalThis.pauses = []
            new PerformanceObserver((list) => {
                for (const { duration } of list.getEntries()) globalThis.pauses.push(duration)
            }).observe({ type: "longtask", buffered: true })
        })
        await page.goto(pathToFileURL(join(root, "dist/lerpack.html")).href, { waitUntil: "commit" })
        await page.waitForSelector(".doors")
        return await use(page)
    } finally {
        await browser.close()
    }
}

/** Pictures as phones make them: lines of text on a plain ground, half of them PNG, half JPEG. */
async function drawScreens(page, folder) {
    for (let i = 0; i < PICTURES; i++) {
        const type = i % 2 === 0 ? "png" : "jpeg"
        const url = await page.evaluate(
            ({ number, kind, width, height }) => {
                const canvas = Object.assign(document.createElement("canvas"), { width, height })
                const paint = canvas.getContext("2d")
                paint.fillStyle = "#f4f4f6"
                paint.fillRect(0, 0, width, height)
                paint.fillStyle = "#222"
                paint.font = "40px sans-serif"
                for (let line = 0; line < 36; line++)
                    paint.fillText(
                        `${number}-${line}  ${Math.sin(number * 37 + line).toFixed(8)} BTC`,
                        60,
                        90 + line * 62,
                    )
                return canvas.toDataURL(`image/${kind}`, 0.8)
            },
            { number: i, kind: type, ...SCREEN },
        )
        const name = `Screenshot_${String(i + 1).padStart(3, "0")}.${type === "png" ? "png" : "jpg"}`
        writeFileSync(join(folder, name), Buffer.from(url.slice(url.indexOf(",") + 1), "base64"))
    }
}

/** From a case with nothing but answers to the packet. */
async function run(page, answers, files, count) {
    const step = async (name, act) => {
        await page.evaluate(() => {
            globalThis.pauses.length = 0
        })
        let memory = 0
        const watch = setInterval(() => {
            memory = Math.max(memory, rendererMemory())
        }, 250)
        const started = Date.now()
        await act()
        const ms = Date.now() - started
        // Pauses are reported behind the paint that they held up.
        await page.waitForTimeout(200)
        clearInterval(watch)
        const pause = Math.round(Math.max(0, ...(await page.evaluate(() => globalThis.pauses))))
        const most = Math.max(memory, rendererMemory())
        process.stdout.write(
            `  ${name}: ${(ms / 1000).toFixed(1)} s, longest pause ${pause} ms, memory at most ${most} MB\n`,
        )
    }
    const go = (place) =>
        page.evaluate((hash) => {
            location.hash = hash
        }, place)
    await page.setInputFiles("#work", answers)
    await page.waitForSelector(".tasks")
    await go("/victim/evidence")
    await page.waitForSelector("#add-evidence")
    const field = Array.isArray(files) ? "#add-evidence" : "#add-evidence-folder"
    const rows = () =>
        page.waitForFunction((wanted) => document.querySelectorAll(".tasks a[href*='/e/E']").length === wanted, count)
    await step("added and registered", async () => {
        await page.setInputFiles(field, files)
        await rows()
    })
    await step("list of files, all of it looked through", async () => {
        await go("/victim/tasks")
        await page.waitForSelector('a[href="#/victim/s/1"]')
        await go("/victim/evidence")
        await rows()
        for (let at = 0; at < 40; at++) {
            await page.mouse.wheel(0, 1500)
            await page.waitForTimeout(30)
        }
    })
    if (count > 1) {
        await step("all described at once", async () => {
            await page.click("details summary >> nth=-1")
            await page.click("#all-files")
            await page.fill("#all-source", "本人手机截屏")
            await page.selectOption("#all-share", "police")
            await page.click("#all-apply")
            await page.waitForSelector(".busy.idle", { state: "attached" })
        })
    }
    await step("one file's page opened, described and left", async () => {
        await go("/victim/e/E001")
        await page.waitForSelector("#caption")
        await page.fill("#caption", "录屏或者截图")
        await page.fill("#source", "本人手机")
        await page.click(".end button.btn.q, .end button[type=submit]")
        await page.waitForSelector(".busy.idle", { state: "attached" })
    })
    await step("checked", async () => {
        await go("/victim/check")
        await page.waitForSelector(".findings")
    })
    await go("/victim/make")
    await page.waitForSelector(".end button.btn")
    await step("packet made", async () => {
        await page.click(".end button.btn")
        await page.waitForSelector(".outputs, .errs")
        if ((await page.locator(".errs").count()) > 0) throw new Error(await page.innerText(".errs"))
    })
    await step("packet taken as one ZIP", async () => {
        const [download] = await Promise.all([
            page.waitForEvent("download"),
            page.click("#made-police .outputs button.btn"),
        ])
        await download.path()
        await download.delete()
    })
}

if (process.argv[1] === import.meta.filename)
    await pageLoad(process.argv.length > 2 ? process.argv.slice(2) : undefined)
