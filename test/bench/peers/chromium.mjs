import { spawn } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { variant } from "../measured.mjs"

// Chromium, headless, at its own command line (cold) and over its debugging pipe (warm).

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"]

/** Arguments of one cold run. A fresh profile each time, so that no cache helps. */
export function printArguments(page, output, profile) {
    const to = [`--user-data-dir=${profile}`, "--no-pdf-header-footer", `--print-to-pdf=${output}`]
    return [...FLAGS, ...to, pathToFileURL(page).href]
}

/** Times of printing the page, each time with another text, in a browser that runs already, in ms. */
export async function warmTimes(program, page, runs) {
    const profile = mkdtempSync(join(tmpdir(), "lerpack-bench-"))
    const browser = spawn(program, [...FLAGS, `--user-data-dir=${profile}`, "--remote-debugging-pipe"], {
        stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    })
    const exited = new Promise((resolve) => browser.on("exit", resolve))
    try {
        const send = connect(browser.stdio[3], browser.stdio[4])
        const { targetId } = await send("Target.createTarget", { url: "about:blank" })
        const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true })
        await send("Page.enable", {}, sessionId)
        const times = []
        const text = readFileSync(page, "utf8")
        for (let i = 0; i < runs; i++) {
            const other = join(profile, `${i}.html`)
            writeFileSync(other, variant(text, i))
            const start = performance.now()
            const loaded = send.event("Page.loadEventFired")
            await send("Page.navigate", { url: pathToFileURL(other).href }, sessionId)
            await loaded
            const options = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true }
            const { data } = await send("Page.printToPDF", options, sessionId)
            Buffer.from(data, "base64")
            times.push(performance.now() - start)
        }
        await send("Browser.close")
        return times
    } finally {
        browser.kill()
        await exited
        rmSync(profile, { recursive: true, force: true, maxRetries: 20 })
    }
}

/** JSON messages with a zero byte after each, as `--remote-debugging-pipe` wants them. */
function connect(input, output) {
    const waiting = new Map()
    const events = new Map()
    let rest = ""
    let last = 0
    output.setEncoding("utf8")
    output.on("data", (chunk) => {
        const messages = (rest + chunk).split("\0")
        rest = messages.pop() ?? ""
        for (const text of messages) {
            const { id, result, error, method, params } = JSON.parse(text)
            const { resolve, reject } = waiting.get(id) ?? {}
            if (error) reject?.(new Error(error.message))
            else resolve?.(result)
            events.get(method)?.(params)
        }
    })
    const send = (method, params = {}, sessionId = undefined) =>
        new Promise((resolve, reject) => {
            waiting.set(++last, { resolve, reject })
            input.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`)
        })
    send.event = (method) => new Promise((resolve) => events.set(method, resolve))
    return send
}

/** Proportional memory of a process and all below it in KB; what they share counts once. Linux only. */
export function treeMemory(root) {
    const children = new Map()
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
        const parent = Number(/\) \S (\d+)/.exec(read(`/proc/${pid}/stat`))?.[1])
        children.set(parent, [...(children.get(parent) ?? []), Number(pid)])
    }
    let sum = 0
    for (const open = [root]; open.length > 0; ) {
        const pid = open.pop()
        sum += Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)
        open.push(...(children.get(pid) ?? []))
    }
    return sum
}

function read(path) {
    try {
        return readFileSync(path, "utf8")
    } catch {
        return "" // ended meanwhile
    }
}
