import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { unzipSync } from "fflate"
import { PDFDocument } from "pdf-lib"
import { beforeAll, describe, expect, test } from "vitest"
import { encodeJpeg } from "../../src/typeset/raster/encode-jpeg.ts"
import { encodePng } from "../../src/typeset/raster/encode-png.ts"
import { blankRaster, type Raster } from "../../src/typeset/raster/raster.ts"
import { ROOT } from "../check.ts"
import { tool } from "../tool.ts"
import { letterCode, putDraft } from "./made.ts"
import { lerpack, lerpackProcess, outside, scratch } from "./run.ts"

/** Sealed papers come as PDFs of a scanner or as photographs of a phone; anything else is refused with what to do. */

const REF = "LX-2023-0321"
const office = join(ROOT, "assets/sample-officer")
const instrument = join(office, "legal/调取证据通知书（样例）.pdf")
let home = ""

const step = (out: string, officer: string, ...more: string[]) =>
    lerpack(["complete", `out/DRAFT-${REF}.zip`, "--officer", officer, "-o", out, ...more], { cwd: home })
const seal = (out: string, legal: string, ...scans: string[]) =>
    step(
        out,
        "sealed.yaml",
        ...["--legal", legal, "--prepared", `out/${REF}-prepared`, "--unsigned"],
        ...scans.flatMap((scan) => ["--sealed", scan]),
    )

/** A page with something on it, upright. */
function page(widthPx: number, heightPx: number): Raster {
    const rgb = new Uint8Array(3 * widthPx * heightPx).fill(250)
    for (let i = 0; i < rgb.length; i += 97) rgb[i] = i % 251
    // Lines of print, so that it is no blank sheet.
    for (let y = 0; y < heightPx; y += 40) rgb.fill(90, 3 * y * widthPx, 3 * (y + 8) * widthPx)
    return { widthPx, heightPx, rgb }
}

const PLACE = "SHOT-AT-SECRET-PLACE"

/** A JPEG with an EXIF segment as a phone writes it: orientation 6, and a text behind it. */
function phonePhoto(raster: Raster): Uint8Array {
    const text = new TextEncoder().encode(PLACE)
    const tiff = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0]
    const exif = [...new TextEncoder().encode("Exif\0\0"), ...tiff, ...text]
    const jpeg = encodeJpeg(raster, 90)
    return Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2, ...exif, ...jpeg.subarray(2)])
}

beforeAll(async () => {
    home = scratch()
    putDraft(home)
    // No photos of an ID, whose release is left open; the letter was sealed in a form of two pages.
    const form = readFileSync(join(office, "officer.yaml"), "utf8")
        .replace(/identityApproval:.*\n(?: .*\n)*/, "")
        .concat('\nownForm: {pages: "2"}\n')
    writeFileSync(join(home, "officer.yaml"), form)
    const first = step("out", "officer.yaml")
    expect(first.status, first.stderr).toBe(0)
    writeFileSync(join(home, "sealed.yaml"), `${form}letterCode: "${letterCode(join(home, "out"))}"\n`)

    writeFileSync(join(home, "第1页.jpg"), phonePhoto(page(1500, 1000)))
    writeFileSync(join(home, "第2页.png"), encodePng(page(1000, 1500)))
    writeFileSync(join(home, "文书.JPG"), encodeJpeg(page(1000, 1500), 90))
    writeFileSync(join(home, "IMG_1.HEIC"), Uint8Array.from([0, 0, 0, 24, ...new TextEncoder().encode("ftypheic")]))
    writeFileSync(join(home, "公函.docx"), "PK\u0003\u0004")
    writeFileSync(join(home, "黑.png"), encodePng(blankRaster(100, 100, [0, 0, 0])))
    writeFileSync(join(home, "小.jpg"), encodeJpeg(page(720, 1000), 90))
    const empty = await PDFDocument.create()
    empty.addPage([595, 842])
    writeFileSync(join(home, "空.pdf"), await empty.save())
    const large = await PDFDocument.create()
    const picture = await large.embedJpg(encodeJpeg(page(1000, 1500), 90))
    large.addPage([595, 842]).drawImage(picture, { x: 0, y: 0, width: 595, height: 842 })
    let state = 1
    const noise = Uint8Array.from({ length: 15_000_000 }, () => {
        state = Math.imul(state, 1_664_525) + 1_013_904_223
        return state >>> 24
    })
    const stream = large.context.stream(noise)
    large.getPage(0).node.addContentStream(large.context.register(stream))
    writeFileSync(join(home, "大.pdf"), await large.save())
}, 120_000)

test("words of the PDF reader reach nobody", () => {
    // An object numbered 0, which pdf-lib complains of on the console.
    const odd = Buffer.concat([readFileSync(instrument), Buffer.from("0 0 obj\n(x)\nendobj\n")])
    writeFileSync(join(home, "odd.pdf"), odd)
    const draft = ["complete", `out/DRAFT-${REF}.zip`, "--officer", "officer.yaml"]
    const done = lerpackProcess([...draft, "--legal", "odd.pdf", "-o", "odd"], { cwd: home })
    expect(done.status, done.stderr).toBe(0)
    expect(done.stdout + done.stderr).not.toMatch(/parsed|object|0 0 R/)
})

describe("photographs of the sealed letter, one a page", () => {
    beforeAll(() => {
        const done = seal("photos", "文书.JPG", "第1页.jpg", "第2页.png")
        expect(done.status, done.stderr).toBe(0)
    }, 60_000)

    test.skipIf(!tool("pdftotext"))(
        "are pages of the request in the order they were named, counted as one letter",
        () => {
            const text = outside("pdftotext", ["-raw", join(home, `photos/${REF}-send/01-Request-${REF}.pdf`), "-"])
            const captions = [
                ...text.matchAll(
                    /(?:Letter of the agency|Legal instrument), scan provided by the officer, page \d of \d/g,
                ),
            ]
            expect(captions.map(([caption]) => caption)).toEqual([
                "Letter of the agency, scan provided by the officer, page 1 of 2",
                "Letter of the agency, scan provided by the officer, page 2 of 2",
                "Legal instrument, scan provided by the officer, page 1 of 1",
            ])
        },
    )
    test.skipIf(!tool("pdfimages"))("stand upright, as the phone said they are", () => {
        const list = outside("pdfimages", ["-list", join(home, `photos/${REF}-send/01-Request-${REF}.pdf`)])
        const sizes = [...list.matchAll(/^\s+\d+\s+\d+\s+image\s+(\d+)\s+(\d+)/gm)].map(([, w, h]) => `${w}x${h}`)
        expect(sizes).toEqual(["1000x1500", "1000x1500", "1000x1500"])
    })
    test("leave what the phone wrote beside the pixels in the archive, where the file is kept unchanged", () => {
        const zip = (name: string) => unzipSync(readFileSync(join(home, `photos/${REF}-${name}.zip`)))
        for (const [name, bytes] of Object.entries(zip("submission")))
            expect(new TextDecoder("latin1").decode(bytes), name).not.toContain(PLACE)
        const kept = zip("archive")
        const original = readFileSync(join(home, "第1页.jpg"))
        expect(
            original.equals(kept[`${REF}-archive/data/layer-2/documents/sealed-letter-1.jpg`] ?? new Uint8Array()),
        ).toBe(true)
        expect(Object.keys(kept)).toEqual(
            expect.arrayContaining([
                `${REF}-archive/data/layer-2/documents/sealed-letter-2.png`,
                `${REF}-archive/data/layer-2/legal/L01.jpg`,
            ]),
        )
        expect(lerpack(["verify", `photos/${REF}-archive.zip`], { cwd: home }).status).toBe(0)
    })
})

test.each([
    ["a black picture", "黑.png", "request.scan.blank"],
    ["a PDF page without content", "空.pdf", "request.scan.empty"],
    ["a picture that a chat made small", "小.jpg", "request.scan.small"],
    ["a HEIC photo", "IMG_1.HEIC", "request.scan.heic"],
    ["a file that is neither PDF nor picture", "公函.docx", "request.scan.type"],
    ["a scan too large for a mail", "大.pdf", "request.scan.too-large"],
])("%s is refused before anything is written", (_, scan, code) => {
    const done = seal(`refused-${code}`, instrument, scan, ...(scan === "大.pdf" ? ["第1页.jpg"] : []))
    expect(done.status).toBe(1)
    expect(done.stderr).toContain(`[${code}]`)
    expect(done.stderr).toContain("须改正")
    expect(existsSync(join(home, `refused-${code}`))).toBe(false)
})

test.each([
    ["黑.png", "request.scan.blank"],
    ["空.pdf", "request.scan.empty"],
])("%s is no legal instrument either, nor a consent, in the first step as in the second", (scan, code) => {
    const done = seal("refused-legal", scan, "第1页.jpg", "第2页.png")
    expect([done.status, done.stderr]).toEqual([1, expect.stringContaining(`[${code}]`)])
    for (const option of ["--legal", "--consent"]) {
        const first = step(`refused${option}`, "officer.yaml", option, scan)
        expect([first.status, first.stderr]).toEqual([1, expect.stringContaining(`[${code}]`)])
        expect(existsSync(join(home, `refused${option}`))).toBe(false)
    }
})

describe("the first step", () => {
    test("ends with the command for the second, as it was called", () => {
        const done = step("again", "officer.yaml", "--legal", instrument)
        expect(done.stderr).toContain(
            `node dist/cli.js complete out/DRAFT-${REF}.zip --officer officer.yaml --legal "${instrument}" --prepared again/${REF}-prepared -o again --unsigned`,
        )
    })
    test("says which blanks the letter has, in the words of the form", () => {
        expect(lerpack(["init", "office", "--officer"], { cwd: home }).status).toBe(0)
        const yaml = readFileSync(join(home, "office/officer.yaml"), "utf8")
        expect(yaml).toMatch(/^completedAt: \d{4}-\d\d-\d\d \d\d:\d\d 北京时间$/m)
        const unchosen = step("blank", "office/officer.xlsx")
        expect(unchosen.status).toBe(1)
        expect(unchosen.stderr).toMatch(/渠道：必填.*上级账号、门户、邮件/)
        writeFileSync(join(home, "blank.yaml"), yaml.replace(/^route:/m, "route: portal"))
        const done = step("blank", "blank.yaml")
        expect(done.status, done.stderr).toBe(0)
        expect(done.stderr).toMatch(/公函中还有空白：单位全称（中文）、.*法律文书文号、法律文书日期/)
    })
    test("takes facts that are not used by what stands in the papers", () => {
        const form = readFileSync(join(home, "officer.yaml"), "utf8")
        expect(form).toContain('factsNotUsed: ["ips[2]"]')
        const { ips } = JSON.parse(
            new TextDecoder().decode(
                unzipSync(readFileSync(join(home, `out/DRAFT-${REF}.zip`)))[`${REF}/data/case.json`],
            ),
        ) as { ips: { address: string }[] }
        writeFileSync(join(home, "ip.yaml"), form.replace("ips[2]", ips[2]?.address ?? ""))
        const done = step("by-address", "ip.yaml")
        expect(done.status, done.stderr).toBe(0)
        const record = (out: string) => readFileSync(join(home, `${out}/${REF}-prepared/prepared.json`), "utf8")
        expect(record("by-address")).toBe(record("out"))
    })
})
