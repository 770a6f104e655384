// Renders every page of every case into contact sheets: npm run look [-- <folder>]. Grey, as a printer shows it.
import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join, relative } from "node:path"
import { buildCase, CASES } from "./fixtures/cases.mjs"
import { greyPng } from "./fixtures/grey-png.mjs"

const ROOT = join(import.meta.dirname, "..")
const OUT = process.argv[2] ?? join(ROOT, "out/look")
/** Pages of a sheet beside and below each other, and dots per inch of a page. */
const [COLUMNS, ROWS, DPI, GAP] = [6, 3, 60, 8]

function run(program, args) {
    const { status, stderr, error } = spawnSync(program, args, { encoding: "utf8" })
    if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${stderr ?? String(error)}`)
}

/** A page as rows of grey (PGM, P5). */
function readPage(path) {
    const bytes = readFileSync(path)
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString("latin1"))
    if (!head) throw new Error(`${path} is no PGM`)
    return { width: Number(head[1]), height: Number(head[2]), grey: bytes.subarray(head[0].length) }
}

/** Pages in a grid on a darker ground, as PNG. */
function sheetOf(pages) {
    const cell = { width: Math.max(...pages.map((p) => p.width)), height: Math.max(...pages.map((p) => p.height)) }
    const columns = Math.min(COLUMNS, pages.length)
    const width = GAP + columns * (cell.width + GAP)
    const height = GAP + Math.ceil(pages.length / columns) * (cell.height + GAP)
    const rows = Buffer.alloc(height * (width + 1), 0x98)
    for (let y = 0; y < height; y++) rows[y * (width + 1)] = 0
    for (const [i, page] of pages.entries()) {
        const left = GAP + (i % columns) * (cell.width + GAP)
        const top = GAP + Math.floor(i / columns) * (cell.height + GAP)
        for (let y = 0; y < page.height; y++)
            page.grey.copy(rows, (top + y) * (width + 1) + 1 + left, y * page.width, (y + 1) * page.width)
    }
    return greyPng(width, height, rows)
}

const scratch = mkdtempSync(join(tmpdir(), "lerpack-look-"))
try {
    rmSync(OUT, { recursive: true, force: true })
    mkdirSync(OUT, { recursive: true })
    run(process.execPath, [join(ROOT, "dist/cli.js"), "sample", "-o", join(scratch, "sample")])
    const folders = { sample: join(scratch, "sample") }
    for (const name of Object.keys(CASES)) folders[name] = buildCase(name, scratch)
    for (const [name, folder] of Object.entries(folders)) {
        const files = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".pdf"))
        for (const [n, path] of files.sort().entries()) {
            const raster = join(scratch, `pages-${name}-${n}`)
            mkdirSync(raster)
            run("pdftoppm", ["-r", String(DPI), "-gray", join(folder, path), join(raster, "p")])
            const pages = readdirSync(raster)
                .sort()
                .map((page) => readPage(join(raster, page)))
            for (let at = 0; at < pages.length; at += COLUMNS * ROWS) {
                const number = String(at / (COLUMNS * ROWS) + 1).padStart(2, "0")
                const file = join(OUT, `${name}-${basename(path, ".pdf")}-${number}.png`)
                writeFileSync(file, sheetOf(pages.slice(at, at + COLUMNS * ROWS)))
                process.stdout.write(`${relative(process.cwd(), file)}\n`)
            }
            rmSync(raster, { recursive: true })
        }
    }
} finally {
    rmSync(scratch, { recursive: true, force: true })
}
