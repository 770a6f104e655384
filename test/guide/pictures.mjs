// Makes the pictures of assets/guide: `npm run pictures`. Everything shown is the real answer of the real commands to the
// sample case, the sample's own papers and worksheets; only the frames of the windows are drawn. Needs chromium,
// pdftoppm and ImageMagick's convert.
import { execFileSync, spawnSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { build } from "esbuild"
import { unzipSync } from "fflate"
import { pagePictures } from "./page-pictures.mjs"
import { explorer, page, prompt, sheet } from "./windows.mjs"

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..")
const PICTURES = join(ROOT, "assets/guide/pictures")
const HOME = "D:\\lerpack"
const REF = "LX-2023-0321"
const work = mkdtempSync(join(tmpdir(), "guide-"))
symlinkSync(join(ROOT, "dist"), join(work, "dist"))
mkdirSync(PICTURES, { recursive: true })

/** Types a command. What was written is shown with the separators of Windows, where the machine joins the path. */
function type(typed) {
    const done = spawnSync("sh", ["-c", `${typed} 2>&1`], {
        cwd: work,
        encoding: "utf8",
        env: { PATH: process.env.PATH },
    })
    const answer = done.stdout.replace(/(?:已写出|--prepared) \S+/g, (found) => found.replaceAll("/", "\\"))
    return { typed, answer }
}

/** Takes a picture of a page, cut to what is on it, in few colours. */
function shoot(name, html) {
    const at = join(work, "page.html")
    const shot = join(work, "shot.png")
    writeFileSync(at, html)
    const profile = mkdtempSync(join(work, "profile-"))
    const quiet = "no-first-run disable-background-networking disable-component-update disable-sync hide-scrollbars"
    execFileSync(
        "chromium",
        [
            ...["--headless", "--no-sandbox", "--disable-gpu", ...quiet.split(" ").map((flag) => `--${flag}`)],
            ...[`--user-data-dir=${profile}`, "--allow-file-access-from-files", "--virtual-time-budget=3000"],
            ...[`--screenshot=${shot}`, "--window-size=1100,1600", pathToFileURL(at).href],
        ],
        { stdio: "ignore" },
    )
    reduce([shot], name, ["-trim", "+repage"], 24)
}

/** Joins pictures side by side into one with few colours. */
function reduce(from, name, how, colours) {
    const plain = ["-dither", "None", "-colors", String(colours), "-strip", "-define", "png:exclude-chunks=date,time"]
    execFileSync("convert", [...from, ...how, ...plain, `PNG8:${join(PICTURES, `${name}.png`)}`])
}

/** Pages of a PDF side by side. */
function paper(name, pdf, pages) {
    const shots = pages.map((number) => {
        const shot = join(work, `paper-${number}`)
        execFileSync("pdftoppm", ["-r", "72", "-png", "-singlefile", "-f", `${number}`, "-l", `${number}`, pdf, shot])
        return `${shot}.png`
    })
    reduce(shots, name, ["-bordercolor", "#888", "-border", "1", "+append"], 12)
}

const worksheet = (path) =>
    new TextDecoder().decode(unzipSync(readFileSync(join(work, path)))["xl/worksheets/sheet1.xml"])
const screen = (name, ...windows) => shoot(name, page(join(ROOT, "fonts"), ...windows))
const replaceIn = (path, ...changes) => {
    const text = readFileSync(join(work, path), "utf8")
    writeFileSync(
        join(work, path),
        changes.reduce((one, [from, to]) => one.replace(from, to), text),
    )
}

/** What the officer does by hand: the form filled in as the sample's is. */
async function fillOfficerForm(letterCode) {
    const bundle = join(work, "form.mjs")
    await build({
        stdin: {
            contents: `export { readYaml } from "./src/facts/case/yaml.ts"
                export { printOfficerForm } from "./src/facts/officer/officer-form.ts"
                export { readRecipient } from "./src/facts/recipients/recipient.ts"`,
            resolveDir: ROOT,
        },
        ...{ bundle: true, format: "esm", platform: "node", outfile: bundle, logLevel: "error" },
        banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    })
    const { printOfficerForm, readRecipient, readYaml } = await import(pathToFileURL(bundle).href)
    const form = `${readFileSync(join(ROOT, "assets/sample-officer/officer.yaml"), "utf8")}\nletterCode: "${letterCode}"\n`
    const { value } = readYaml("officer.yaml", new TextEncoder().encode(form), "drop")
    const desk = readRecipient("binance-cn", readFileSync(join(ROOT, "assets/recipients/binance-cn.yaml"), "utf8"))
    writeFileSync(join(work, "my-office/officer.xlsx"), printOfficerForm(value, desk.dataGroups))
}

try {
    // The victim.
    const shown = readdirSync(ROOT, { withFileTypes: true }).filter(
        ({ name }) => !name.startsWith(".") && !["out", "dist", "node_modules"].includes(name),
    )
    const names = (isFolder) => shown.filter((one) => one.isDirectory() === isFolder).map(({ name }) => name)
    screen("open-window", explorer(HOME, "cmd", names(true), names(false), "← 输入 cmd，按回车键"))
    screen("init", prompt(HOME, [type("node dist/cli.js init my-case")]))
    rmSync(join(work, "my-case"), { recursive: true })
    cpSync(join(ROOT, "assets/sample-case"), join(work, "my-case"), { recursive: true })
    const asWorkbook = (...changes) => {
        rmSync(join(work, "my-case/案件信息.xlsx"), { force: true })
        cpSync(join(ROOT, "assets/sample-case/case.yaml"), join(work, "my-case/case.yaml"))
        replaceIn("my-case/case.yaml", ...changes)
        type("node dist/cli.js form my-case --to xlsx")
        rmSync(join(work, "my-case/case.yaml"))
    }
    asWorkbook()
    screen(
        "case",
        sheet("案件信息.xlsx", worksheet("my-case/案件信息.xlsx"), { rows: range(8, 24), columns: 5, scale: 6 }),
    )
    screen(
        "sheet",
        sheet("证据说明.xlsx", worksheet("my-case/证据说明.xlsx"), {
            rows: [1, 2, 3, 4, 5, 6],
            columns: 9,
            scale: 5.1,
        }),
    )
    asWorkbook(["noticedAt: 2023-03-21 09:30 +08:00", "noticedAt: 3月21日早上"])
    const wrong = type("node dist/cli.js check my-case")
    asWorkbook()
    screen("check", prompt(HOME, [wrong, type("node dist/cli.js check my-case")]))
    screen("build", prompt(HOME, [type("node dist/cli.js build my-case -o out --unsigned")]))
    paper("handover-sheet", join(work, "out/交民警/01-材料核对单.pdf"), [1])

    // The officer.
    type("node dist/cli.js init my-office --officer")
    await fillOfficerForm("")
    screen(
        "officer-form",
        sheet("officer.xlsx", worksheet("my-office/officer.xlsx"), { rows: range(1, 20), columns: 4 }),
    )
    const office = join(ROOT, "assets/sample-officer")
    cpSync(join(work, `out/DRAFT-${REF}.zip`), join(work, `DRAFT-${REF}.zip`))
    cpSync(join(office, "photos"), join(work, "my-office/证件照"), { recursive: true })
    cpSync(
        join(office, "legal", readdirSync(join(office, "legal"))[0]),
        join(work, "my-office/法律文书/调取证据通知书.pdf"),
    )
    const first = `node dist/cli.js complete DRAFT-${REF}.zip --officer my-office/officer.xlsx`
    screen("first-step", prompt(HOME, [type(`${first} -o out`)]))
    const prepared = join(work, `out/${REF}-prepared`)
    const letter = readdirSync(prepared).find((name) => name.startsWith("关于") && name.endsWith(".pdf"))
    paper("letter", join(prepared, letter), [1, 3])
    await fillOfficerForm(JSON.parse(readFileSync(join(prepared, "prepared.json"), "utf8")).letterCode)
    cpSync(join(office, "sealed.pdf"), join(work, "my-office/盖章公函/公函扫描件.pdf"))
    const second = `${first} --prepared out/${REF}-prepared -o out --unsigned`
    screen("second-step", prompt(HOME, [type(second)]))

    // Whoever checks.
    const changed = join(work, `changed-${REF}.zip`)
    const bytes = readFileSync(join(work, `DRAFT-${REF}.zip`))
    bytes[bytes.indexOf(Buffer.from("PNG")) + 2000] ^= 1
    writeFileSync(changed, bytes)
    screen(
        "verify",
        prompt(HOME, [
            type(`node dist/cli.js verify DRAFT-${REF}.zip`),
            type(`node dist/cli.js verify changed-${REF}.zip`),
        ]),
    )

    // The page.
    const ofPage = ["page-home", "page-tasks", "page-question", "page-mask", "page-made", "page-verify", "page-officer"]
    await pagePictures(ROOT, work, (shot, name) => {
        if (ofPage.includes(name)) reduce([shot], name, ["-bordercolor", "#888", "-border", "1"], 24)
    })
} finally {
    rmSync(work, { recursive: true, force: true })
}

function range(first, last) {
    return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
