// The page against the command line: the same case, the same bytes, in Chromium and in Node.
import { execFileSync } from "node:child_process"
import { cpSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"

const root = resolve(import.meta.dirname, "../..")
const PROGRAM = process.env.CHROMIUM ?? "/usr/bin/chromium"
/** Size of the file whose hash is taken, in bytes. */
const LARGE = 256 << 20

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

/** Runs the page a few times and prints what it took, with the command line beside it. */
export async function pageContest(runs, file = join(root, "dist/lerpack.html")) {
    const { chromium } = await import(pathToFileURL(join(root, "node_modules/playwright-core/index.mjs")).href)
    const work = mkdtempSync(join(tmpdir(), "bench-page-"))
    try {
        const folder = join(work, "case")
        cpSync(join(root, "assets/sample-case"), folder, { recursive: true, preserveTimestamps: true })
        const large = join(work, "large.zip")
        writeFileSync(large, "PK")
        truncateSync(large, LARGE)
        const results = []
        for (let i = 0; i < runs; i++) results.push(await once(chromium, file, folder, large, join(work, `cli-${i}`)))
        const of = (name) => median(results.map((result) => result[name]))
        const ms = (name) => `${of(name)} ms`
        const lines = [
            ["file", `${(statSync(file).size / 1e6).toFixed(1)} MB`],
            ["first screen, start of a tab included", ms("screen")],
            ["first screen after the file was opened", ms("paint")],
            ["fonts read", ms("ready")],
            ["longest pause of the page until then", ms("pause")],
            ["sample draft in the page", ms("draft")],
            ["the same on the command line, process included", ms("cli")],
            ["page to command line", `${(of("draft") / of("cli")).toFixed(2)}x`],
            ["memory of the page afterwards", `${of("memory")} MB`],
            ["SHA-256 in the page", `${of("rate")} MB/s`],
        ]
        process.stdout.write(`\nPage, median of ${runs} runs\n`)
        for (const [what, figure] of lines) process.stdout.write(`  ${what}: ${figure}\n`)
    } finally {
        rmSync(work, { recursive: true, force: true })
    }
}

async function once(chromium, file, folder, large, out) {
    const started = Date.now()
    execFileSync(process.execPath, [join(root, "dist/cli.js"), "build", folder, "--unsigned", "-o", out], {
        stdio: "pipe",
    })
    const cli = Date.now() - started
    const browser = await chromium.launch({ executablePath: PROGRAM, args: ["--no-sandbox"] })
    try {
        const page = await browser.newPage()
        page.setDefaultTimeout(300_000)
        await page.addInitScript(() => {
            globalThis.pauses = []
            new PerformanceObserver((list) => {
                for (const { duration } of list.getEntries()) globalThis.pauses.push(duration)
            }).observe({ type: "longtask", buffered: true })
        })
        const opened = Date.now()
        await page.goto(pathToFileURL(file).href, { waitUntil: "commit" })
        await page.waitForSelector(".doors")
        const screen = Date.now() - opened
        await page.waitForFunction(
            () => document.querySelector("script[data-file]") === null && document.readyState === "complete",
        )
        // What is asked first waits for the fonts.
        await page.click('a[href="#/victim"]')
        await page.click('a[href="#/victim/now"]')
        await page.waitForSelector(".steps li")
        const ready = Date.now() - opened
        const paint = await page.evaluate(() =>
            Math.round(performance.getEntriesByName("first-contentful-paint")[0].startTime),
        )
        const pause = Math.round(Math.max(0, ...(await page.evaluate(() => globalThis.pauses))))
        await page.goto(`${page.url().replace(/#.*/, "")}#/`)
        await page.setInputFiles("#work-folder", folder)
        await page.waitForSelector(".tasks")
        await page.evaluate(() => {
            location.hash = "/victim/make"
        })
        await page.waitForSelector(".end button.btn")
        const asked = Date.now()
        await page.click(".end button.btn")
        await page.waitForSelector(".outputs")
        const draft = Date.now() - asked
        const memory = rendererMemory()
        await page.evaluate(() => {
            location.hash = "/verify"
        })
        await page.waitForSelector("#packet")
        await page.setInputFiles("#packet", large)
        const hashed = Date.now()
        await page.click("button[type=submit]")
        await page.waitForSelector(".verdict")
        const rate = Math.round(LARGE / 1e6 / ((Date.now() - hashed) / 1000))
        return { cli, screen, paint, ready, pause, draft, memory, rate }
    } finally {
        await browser.close()
    }
}

/** Memory of the largest renderer that runs, in MB. */
export function rendererMemory() {
    const lines = execFileSync("ps", ["-eo", "rss=,args="], { encoding: "utf8" }).split("\n")
    const sizes = lines.filter((line) => line.includes("--type=renderer")).map((line) => Number.parseInt(line, 10))
    return Math.round(Math.max(0, ...sizes) / 1024)
}

if (process.argv[1] === import.meta.filename) await pageContest(Number(process.argv[2] ?? 3), process.argv[3])
