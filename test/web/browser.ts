import { execFileSync } from "node:child_process"
import {
    copyFileSync,
    existsSync,
    mkdirSync,
    readdirSync,
    readFileSync,
    renameSync,
    statSync,
    writeFileSync,
} from "node:fs"
import { dirname, join } from "node:path"
import { pathToFileURL } from "node:url"
import { unzipSync } from "fflate"
import { type Browser, chromium, type Page } from "playwright-core"
import { afterAll, expect, inject } from "vitest"
import { ROOT } from "../check.ts"

/** The page as a person has it: one file, opened by double click in Chromium. */

const PROGRAM = process.env.CHROMIUM ?? "/usr/bin/chromium"

/** The page made from the source as it is now, once in a run of the tests; `.ci/run` has made it already. */
export function pageFile(): string {
    if (process.env.LERPACK_MADE !== undefined) return join(ROOT, "dist/lerpack.html")
    const file = join(inject("made"), "lerpack.html")
    if (existsSync(file)) return file
    const mine = `${file}-${String(process.pid)}`
    execFileSync(process.execPath, [join(ROOT, "src/web/bundle.mjs"), mine], { stdio: "pipe" })
    renameSync(mine, file)
    return file
}

/**
 * True when Chromium is there, so that a test that needs it can skip visibly. On the build server (`CI=true`) an absent
 * one is a fault of the set-up and fails the test instead.
 */
export function hasBrowser(): boolean {
    const isThere = existsSync(PROGRAM)
    if (!isThere && process.env.CI === "true") throw new Error(`${PROGRAM} is not installed; .ci/run must install it`)
    return isThere
}

/** An opened page, and what must stay empty meanwhile. */
export interface Opened {
    readonly page: Page
    /** Addresses of everything that was asked of a network. */
    readonly requests: readonly string[]
    /** Errors on the console and faults of the script. */
    readonly errors: readonly string[]
    close(): Promise<void>
}

export interface OpenOptions {
    readonly width?: number
    readonly height?: number
    /** Zone of the browser's clock, as `Asia/Shanghai`. */
    readonly zone?: string
    /** Where the clock stands; it goes on from there. */
    readonly now?: string
    /** Part behind `#`. */
    readonly place?: string
    /** Run in the page before its own script. */
    readonly first?: () => void
    /** Another file than the page as it is. */
    readonly file?: string
}

/** Opens the page in a browser of its own, without a network. */
export async function openPage(options: OpenOptions = {}): Promise<Opened> {
    const { width = 1280, height = 900, zone = "Asia/Shanghai", now, place = "/", first, file } = options
    const browser: Browser = await chromium.launch({ executablePath: PROGRAM, args: ["--no-sandbox"] })
    const context = await browser.newContext({
        viewport: { width, height },
        timezoneId: zone,
        locale: "zh-CN",
        acceptDownloads: true,
        offline: true,
    })
    const [requests, errors]: [string[], string[]] = [[], []]
    context.on("request", (request) => {
        // The viewer of PDFs is the browser's own page.
        if (!/^(?:file|blob|data|chrome|chrome-extension):/.test(request.url())) requests.push(request.url())
    })
    context.on("console", (message) => {
        if (message.type() === "error") errors.push(message.text())
    })
    context.on("weberror", (fault) => errors.push(String(fault.error())))
    const page = await context.newPage()
    // Tests run side by side, and a page waits for its fonts.
    page.setDefaultTimeout(120_000)
    if (now !== undefined) await page.clock.install({ time: now })
    if (first !== undefined) await page.addInitScript(first)
    // Used from its first screen on, as a person does, while fonts are still being read.
    await page.goto(`${pathToFileURL(file ?? pageFile()).href}#${place}`, { waitUntil: "commit" })
    await page.getByRole("heading", { level: 1 }).waitFor()
    return { page, requests, errors, close: () => browser.close() }
}

/**
 * One page for the tests of a file, loaded anew for each so that none meets what another typed: the start of a browser
 * costs more than most of them do.
 *
 * @returns Opens it at a place; nobody closes it.
 */
export function pageInTurn(options: Omit<OpenOptions, "place">): (place: string) => Promise<Opened> {
    let opened: Opened | undefined
    afterAll(() => opened?.close())
    return async (place) => {
        if (opened === undefined) {
            opened = await openPage({ ...options, place })
            return opened
        }
        const { page } = opened
        for (const kind of ["dialog", "download", "filechooser"] as const) page.removeAllListeners(kind)
        // Not by way of the place: the page that is left would ask about what was typed.
        await page.evaluate((to) => history.replaceState(null, "", `#${to}`), place)
        await page.reload({ waitUntil: "commit" })
        await page.getByRole("heading", { level: 1 }).waitFor()
        return opened
    }
}

/** Chooses files, or one folder with all that is in it, in the field with an id. */
export async function give(page: Page, id: string, ...paths: readonly string[]): Promise<void> {
    const [first] = paths
    const isFolder = paths.length === 1 && first !== undefined && statSync(first).isDirectory()
    await page.setInputFiles(isFolder ? `#${id}-folder` : `#${id}`, isFolder ? first : [...paths])
}

/** Drops files and folders, as a person does with a mouse: what a script drops the browser does not hold to its rules. */
export async function drop(page: Page, selector: string, ...paths: readonly string[]): Promise<void> {
    const place = page.locator(selector).first()
    await place.scrollIntoViewIfNeeded()
    const box = await place.boundingBox()
    if (box === null) throw new Error(`${selector} is not in sight`)
    const tools = await page.context().newCDPSession(page)
    const data = { items: [], files: [...paths], dragOperationsMask: 1 }
    for (const type of ["dragEnter", "dragOver", "drop"] as const)
        await tools.send("Input.dispatchDragEvent", { type, x: box.x + 20, y: box.y + 20, data })
}

/**
 * Does something that makes the page hand out one file, and puts that into a folder. A ZIP of outputs is unpacked there
 * when `isUnpacked`. Gives the name of the file.
 */
export async function take(
    page: Page,
    act: () => Promise<unknown>,
    folder: string,
    isUnpacked = false,
): Promise<string> {
    const [download] = await Promise.all([page.waitForEvent("download"), act()])
    const name = download.suggestedFilename()
    const bytes = new Uint8Array(readFileSync(await download.path()))
    for (const [path, content] of isUnpacked ? Object.entries(unzipSync(bytes)) : [[name, bytes] as const]) {
        const target = join(folder, path)
        mkdirSync(dirname(target), { recursive: true })
        writeFileSync(target, content)
    }
    return name
}

/**
 * Takes what a victim's page made, which it hands out in two ZIPs, as the command line writes it: the packet, which lies
 * among what goes to the police, beside them.
 *
 * @param press - Presses a button, with the mouse or with keys.
 */
export async function takeMade(
    page: Page,
    folder: string,
    press = (selector: string): Promise<unknown> => page.click(selector),
): Promise<void> {
    for (const name of ["police", "kept"]) {
        const zip = await take(page, () => press(`#made-${name} .outputs button.btn`), folder, true)
        expect(readdirSync(folder)).toContain(name === "police" ? "交民警" : "报案人留存")
        expect(zip).toMatch(name === "police" ? /-交民警\.zip$/ : /-报案人留存\.zip$/)
        if (name === "police") expect(readdirSync(folder)).toEqual(["交民警"])
    }
    const packets = join(folder, "交民警/材料包")
    for (const name of readdirSync(packets))
        if (name.startsWith("DRAFT-")) copyFileSync(join(packets, name), join(folder, name))
}

/** Every file below a folder, by its path with `/`. */
export function contents(folder: string): ReadonlyMap<string, Uint8Array> {
    const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
        .map((path) => path.replaceAll("\\", "/"))
        .filter((path) => statSync(join(folder, path)).isFile())
        .sort()
    return new Map(paths.map((path) => [path, new Uint8Array(readFileSync(join(folder, path)))]))
}

/** Files that are in one folder alone or that differ, each with how; none where two folders hold the same. */
export function differences(folder: string, other: string): string[] {
    const [own, theirs] = [contents(folder), contents(other)]
    const names = [...new Set([...own.keys(), ...theirs.keys()])].sort()
    return names.flatMap((name) => {
        const [a, b] = [own.get(name), theirs.get(name)]
        if (a === undefined || b === undefined) return [`${name}: only in the ${a === undefined ? "second" : "first"}`]
        return Buffer.compare(a, b) === 0 ? [] : [`${name}: ${String(a.length)} and ${String(b.length)} bytes`]
    })
}

const AXE = readFileSync(join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8")

/** What axe-core finds against WCAG 2.2 AA and its best practices on the page as it stands; each with where. */
export async function violations(page: Page): Promise<string[]> {
    await page.evaluate(AXE)
    return page.evaluate(async () => {
        interface Found {
            readonly id: string
            readonly nodes: readonly { readonly html: string }[]
        }
        const { axe } = window as unknown as {
            axe: { run(root: unknown, options: unknown): Promise<{ violations: readonly Found[] }> }
        }
        const { violations: found } = await axe.run(document, { iframes: false })
        return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
    })
}

/** Leads the page to a place of its own. */
export async function go(page: Page, place: string): Promise<void> {
    // The heading of the page before is there until the new one is drawn, which is after the event.
    await page.evaluate((to) => {
        const isThere = location.hash === `#${to}`
        const moved = new Promise((done) =>
            addEventListener("hashchange", () => queueMicrotask(() => done(true)), { once: true }),
        )
        location.hash = to
        return isThere || moved
    }, place)
    await page.getByRole("heading", { level: 1 }).waitFor()
}

/**
 * Follows a link, `.end a[href="#/victim/make"]`, and waits until the page is there: the one before may have a button that
 * the next step would take for its own.
 *
 * @param act - Clicks, or presses keys.
 */
export async function follow(page: Page, link: string, act = (on: string) => page.click(on)): Promise<void> {
    await act(link)
    const [, place] = /\[href="(#[^"]+)"\]$/.exec(link) ?? []
    await page.waitForFunction((to) => location.hash === to, place)
    // Drawn after the event, which is told after the place.
    await page.evaluate(() => new Promise((done) => setTimeout(done)))
}

/** Waits until the page has nothing to do. */
export const resting = (page: Page): Promise<void> =>
    page.locator(".busy.idle").waitFor({ state: "attached", timeout: 120_000 })
