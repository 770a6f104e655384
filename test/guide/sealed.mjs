// Makes assets/sample-officer/sealed.pdf from the letter of the sample, as a scanner would: one grey JPEG a page, marked
// as a sample where a seal would be. Needs pdftoppm and ImageMagick; run it after anything in letter, request or annexes
// has changed (`npm run sealed`). The code that the letter bears stands in the file's Subject, so a test can tell.
import { execFileSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PDFDocument } from "pdf-lib"

const ROOT = join(import.meta.dirname, "../..")
const REF = "LX-2023-0321"
const LETTER = "关于协助提供有关账户电子数据的函（参考文本）.pdf"
const DPI = 150
const A4 = [595.28, 841.89]
/** A seal of 42 mm over unit and date, as a circle by its middle and a point of its edge. */
const SEAL = "circle 772,1240 772,1364"

const work = mkdtempSync(join(tmpdir(), "lerpack-sealed-"))
try {
    const run = (...args) =>
        execFileSync("node", [join(ROOT, "dist/cli.js"), ...args], { stdio: ["ignore", "pipe", "pipe"] })
    const office = join(ROOT, "assets/sample-officer")
    // The whole sample may refuse the old scan: the first step is all that is needed, and it is written before.
    try {
        run("sample", "-o", work)
    } catch {
        // Its second step compares the scan that is about to be replaced.
    }
    const prepared = join(work, `${REF}-prepared`)
    const { letterCode } = JSON.parse(readFileSync(join(prepared, "prepared.json"), "utf8"))
    execFileSync("pdftoppm", ["-r", String(DPI), "-gray", "-png", join(prepared, LETTER), join(work, "page")])
    const pages = readdirSync(work)
        .filter((name) => /^page-\d+\.png$/.test(name))
        .sort()
    const scan = await PDFDocument.create({ updateMetadata: false })
    for (const [i, name] of pages.entries()) {
        const path = join(work, name)
        // The code stands below the signature.
        const onPage = ["-f", String(i + 1), "-l", String(i + 1)]
        const text = execFileSync("pdftotext", [...onPage, join(prepared, LETTER), "-"], { encoding: "utf8" })
        const isSigned = text.includes("公函核对码")
        const mark = isSigned ? ["-fill", "none", "-stroke", "#777777", "-strokewidth", "3", "-draw", SEAL] : []
        const font = join(ROOT, "fonts/NotoSansSC-Regular.ttf")
        const words = [
            ...[
                "-stroke",
                "none",
                "-font",
                font,
                "-pointsize",
                "26",
                "-fill",
                "#555555",
                "-gravity",
                "North",
                "-annotate",
                "+0+40",
                "样例扫描件，未盖章",
            ],
            ...(isSigned ? ["-gravity", "NorthWest", "-annotate", "+684+1136", "样例：印章位置"] : []),
        ]
        const jpeg = join(work, `${name}.jpg`)
        execFileSync("convert", [path, "-colorspace", "Gray", ...mark, ...words, "-strip", "-quality", "60", jpeg])
        const image = await scan.embedJpg(readFileSync(jpeg))
        scan.addPage(A4).drawImage(image, { x: 0, y: 0, width: A4[0], height: A4[1] })
    }
    scan.setSubject(letterCode)
    writeFileSync(join(office, "sealed.pdf"), await scan.save({ useObjectStreams: false }))
    process.stdout.write(`sealed.pdf: ${String(pages.length)} pages, ${letterCode}\n`)
} finally {
    rmSync(work, { recursive: true, force: true })
}
