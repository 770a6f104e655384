import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { deflateSync } from "node:zlib"
import { PDFDocument, PDFName, type PDFPage, StandardFonts } from "pdf-lib"
import { describe, expect, test } from "vitest"
import { sha256Hex } from "../../../src/base/digest.ts"
import { scanIssues, sealedIssues } from "../../../src/flows/officer/papers.ts"
import { messageOf } from "../../../src/messages/index.ts"
import { encodeJpeg } from "../../../src/typeset/raster/encode-jpeg.ts"
import { encodePng } from "../../../src/typeset/raster/encode-png.ts"
import { blankRaster, type Raster } from "../../../src/typeset/raster/raster.ts"
import { ROOT } from "../../check.ts"

/** What is handed in as a sealed letter, an instrument or a consent has something on every page that can be read. */

const A4 = [595, 842] as const
const WHITE = [252, 252, 250] as const

/** A sheet with lines of print. */
function printed(widthPx: number, heightPx: number, lines = 20): Raster {
    const raster = blankRaster(widthPx, heightPx, WHITE)
    for (let line = 0; line < lines; line++)
        for (let y = 0; y < heightPx / 60; y++)
            for (let x = Math.round(widthPx * 0.15); x < widthPx * 0.85; x++) {
                const at = 3 * ((Math.round(heightPx * 0.1) + Math.round((line * heightPx) / 30) + y) * widthPx + x)
                if (x % 7 < 3) raster.rgb.fill(20, at, at + 3)
            }
    return raster
}

/** A sheet as a scanner sees it: noise, and a few specks of dust. */
function dusty(widthPx: number, heightPx: number): Raster {
    const raster = blankRaster(widthPx, heightPx, WHITE)
    let state = 1
    for (let i = 0; i < raster.rgb.length; i++) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
        raster.rgb[i] = (raster.rgb[i] ?? 0) - (state >>> 30)
    }
    for (const at of [100_000, 900_000, 1_500_000]) raster.rgb.fill(0, at, at + 60)
    return raster
}

async function pdf(
    ...draw: readonly ((page: PDFPage, doc: PDFDocument) => Promise<void> | void)[]
): Promise<Uint8Array> {
    const doc = await PDFDocument.create()
    for (const one of draw) await one(doc.addPage([...A4]), doc)
    return doc.save()
}

const jpegPage = (raster: Raster) => async (page: PDFPage, doc: PDFDocument) =>
    page.drawImage(await doc.embedJpg(encodeJpeg(raster, 85)), { x: 0, y: 0, width: A4[0], height: A4[1] })
const pngPage = (raster: Raster) => async (page: PDFPage, doc: PDFDocument) =>
    page.drawImage(await doc.embedPng(encodePng(raster)), { x: 0, y: 0, width: A4[0], height: A4[1] })
const operators = (text: string) => (page: PDFPage, doc: PDFDocument) => {
    page.node.addContentStream(doc.context.register(doc.context.stream(text)))
}
/** A page that is one image with these entries and data. */
const imagePage =
    (entries: Record<string, unknown>, data: Uint8Array, more = "") =>
    (page: PDFPage, doc: PDFDocument) => {
        const dict = { Type: "XObject", Subtype: "Image", ...entries } as Parameters<typeof doc.context.stream>[1]
        page.node.setXObject(PDFName.of("Im"), doc.context.register(doc.context.stream(data, dict)))
        operators(`q 595 0 0 842 0 0 cm /Im Do Q ${more}`)(page, doc)
    }
const fax = { Width: 2480, Height: 3508, BitsPerComponent: 1, ColorSpace: "DeviceGray", Filter: "CCITTFaxDecode" }
const bitmap = { Width: 1240, Height: 1754, BitsPerComponent: 1, ColorSpace: "DeviceGray", Filter: "FlateDecode" }
const bits = (of: (row: number) => number) =>
    new Uint8Array(deflateSync(Uint8Array.from({ length: 155 * 1754 }, (_, i) => of(Math.floor(i / 155)))))

const found = async (name: string, bytes: Uint8Array) =>
    (await scanIssues([{ name, bytes }])).map(({ code, params }) =>
        "page" in params && params.page !== 0 ? `${code} page ${String(params.page)}` : code,
    )

describe("refused", () => {
    test.each<[string, () => Uint8Array | Promise<Uint8Array>, string, string]>([
        ["a black picture", () => encodePng(blankRaster(1240, 1754, [0, 0, 0])), "a.png", "request.scan.blank"],
        ["a blank sheet with noise and dust", () => encodeJpeg(dusty(1240, 1754), 85), "a.jpg", "request.scan.blank"],
        ["a small black picture", () => encodePng(blankRaster(100, 100, [0, 0, 0])), "a.png", "request.scan.blank"],
        ["a picture that a chat made small", () => encodeJpeg(printed(720, 1018), 85), "a.jpg", "request.scan.small"],
        ["a page 999 pixels wide", () => encodePng(printed(999, 1400)), "a.png", "request.scan.small"],
        ["a page without content", () => pdf(() => undefined), "a.pdf", "request.scan.empty page 1"],
        [
            "a second page without content",
            () => pdf(jpegPage(printed(1240, 1754)), () => undefined),
            "a.pdf",
            "request.scan.empty page 2",
        ],
        [
            "white areas, blanks and unseen text alone",
            () =>
                pdf(
                    operators(
                        "1 1 1 rg 0 0 595 842 re f 0 g BT /F1 11 Tf [( )] TJ <0003> Tj 3 Tr (text of a scanner) Tj ET 0 0 9 9 re n",
                    ),
                ),
            "a.pdf",
            "request.scan.empty page 1",
        ],
        ["a page that is a blank JPEG", () => pdf(jpegPage(dusty(1240, 1754))), "a.pdf", "request.scan.blank page 1"],
        [
            "a page that is a blank PNG",
            () => pdf(pngPage(blankRaster(1240, 1754, WHITE))),
            "a.pdf",
            "request.scan.blank page 1",
        ],
        [
            "a blank picture in a form",
            () =>
                pdf(async (page, doc) => {
                    const other = await PDFDocument.create()
                    await jpegPage(dusty(1240, 1754))(other.addPage([...A4]), other)
                    const [form] = await doc.embedPdf(await other.save())
                    if (form) page.drawPage(form)
                }),
            "a.pdf",
            "request.scan.blank page 1",
        ],
        ["a blank fax", () => pdf(imagePage(fax, new Uint8Array(450))), "a.pdf", "request.scan.blank page 1"],
        [
            "a blank bitmap behind a text layer",
            () =>
                pdf(
                    imagePage(
                        bitmap,
                        bits(() => 255),
                        "BT 3 Tr (x) Tj ET",
                    ),
                ),
            "a.pdf",
            "request.scan.blank page 1",
        ],
        [
            "a palette of two alike",
            () =>
                pdf(
                    imagePage(
                        {
                            Width: 1240,
                            Height: 1754,
                            BitsPerComponent: 8,
                            ColorSpace: ["Indexed", "DeviceGray", 1],
                            Filter: "FlateDecode",
                        },
                        new Uint8Array(deflateSync(new Uint8Array(1240 * 1754))),
                    ),
                ),
            "a.pdf",
            "request.scan.blank page 1",
        ],
        [
            "a page that is a small picture",
            () => pdf(jpegPage(printed(640, 900))),
            "a.pdf",
            "request.scan.small page 1",
        ],
        [
            "a bitmap cut off",
            () => pdf(imagePage(bitmap, new Uint8Array(deflateSync(new Uint8Array(1000))))),
            "a.pdf",
            "raster.picture.cut-off",
        ],
        ["half a JPEG", () => encodeJpeg(printed(1240, 1754), 85).slice(0, 60_000), "a.jpg", "raster.picture.cut-off"],
        ["half a PNG", () => encodePng(printed(1240, 1754)).slice(0, 4000), "a.png", "raster.picture.cut-off"],
        [
            "half a JPEG with an end put behind, in a page",
            () => {
                const whole = encodeJpeg(printed(1240, 1754), 85)
                return pdf(jpegPageOf(Uint8Array.from([...whole.subarray(0, whole.length >> 1), 0xff, 0xd9])))
            },
            "a.pdf",
            "raster.picture.cut-off",
        ],
    ])("%s", async (_, make, name, code) => {
        expect(await found(name, await make())).toEqual([code])
    })
})

const jpegPageOf = (bytes: Uint8Array) =>
    imagePage({ Width: 1240, Height: 1754, BitsPerComponent: 8, ColorSpace: "DeviceRGB", Filter: "DCTDecode" }, bytes)

describe("taken", () => {
    test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
        ["a sheet with one line of print", () => encodeJpeg(printed(1240, 1754, 1), 85), "a.jpg"],
        ["a page 1000 pixels wide", () => encodePng(printed(1000, 1414)), "a.png"],
        ["a page that is one JPEG", () => pdf(jpegPage(printed(1240, 1754))), "a.pdf"],
        ["a page that is one PNG, its rows predicted", () => pdf(pngPage(printed(1240, 1754))), "a.pdf"],
        [
            "a bitmap with a line",
            () =>
                pdf(
                    imagePage(
                        bitmap,
                        bits((row) => (row % 60 < 8 ? 0x55 : 255)),
                    ),
                ),
            "a.pdf",
        ],
        ["a fax with print", () => pdf(imagePage(fax, new Uint8Array(30_000))), "a.pdf"],
        [
            "text",
            () => pdf(async (page, doc) => page.drawText("x", { font: await doc.embedFont(StandardFonts.Helvetica) })),
            "a.pdf",
        ],
        ["a line", () => pdf(operators("0 G 10 10 m 500 10 l S")), "a.pdf"],
        ["text after white text", () => pdf(operators("q 1 g BT (x) Tj ET Q BT (a) Tj ET")), "a.pdf"],
        [
            "strips of a scanner",
            () =>
                pdf(async (page, doc) => {
                    const strip = await doc.embedJpg(encodeJpeg(printed(1240, 100, 1), 85))
                    const others = await Promise.all(
                        Array.from({ length: 17 }, (_, i) => doc.embedJpg(encodeJpeg(printed(1240, 100 + i, 1), 85))),
                    )
                    for (const [i, one] of [strip, ...others].entries())
                        page.drawImage(one, { x: 0, y: 45 * i, width: 595, height: 45 })
                }),
            "a.pdf",
        ],
    ])("%s", async (_, make, name) => {
        expect(await found(name, await make())).toEqual([])
    })

    test("the papers of the sample", async () => {
        const folder = join(ROOT, "assets/sample-officer")
        const papers = [
            join(folder, "sealed.pdf"),
            ...readdirSync(join(folder, "legal")).map((name) => join(folder, "legal", name)),
        ]
        for (const path of papers) expect(await found(path, new Uint8Array(readFileSync(path))), path).toEqual([])
    })
})

describe("a page that was given twice", () => {
    const [one, two] = [printed(1240, 1754, 20), printed(1240, 1754, 12)]
    const codes = async (...scans: readonly (readonly [string, Uint8Array])[]) =>
        (await scanIssues(scans.map(([name, bytes]) => ({ name, bytes })))).map(({ code, path, params }) => {
            const { page, first, firstPage } = params as { page: number; first: string; firstPage: number }
            return `${code} ${String(path[0])} ${String(page)} = ${first} ${String(firstPage)}`
        })

    test("is told within a file, and between two", async () => {
        const doubled = await pdf(jpegPage(one), jpegPage(two), jpegPage(two))
        expect(await codes(["a.pdf", doubled])).toEqual(["request.scan.twice a.pdf 3 = a.pdf 2"])
        const photo = encodeJpeg(one, 85)
        expect(await codes(["1.jpg", photo], ["2.jpg", encodeJpeg(two, 85)], ["3.jpg", photo.slice()])).toEqual([
            "request.scan.twice 3.jpg 0 = 1.jpg 0",
        ])
    })

    test("is told once of a file that lies in two places, and in whose words", async () => {
        const scan = await pdf(jpegPage(one), jpegPage(two))
        expect(await codes(["a.pdf", scan], ["a.pdf", scan.slice()])).toEqual(["request.scan.twice a.pdf 1 = a.pdf 1"])
        const [twice] = await scanIssues([scan, scan.slice()].map((bytes) => ({ name: "a.pdf", bytes })))
        expect(twice && messageOf(twice, "zh-CN").message).toBe("a.pdf 放了两次")
    })

    test("is not what only looks alike to a program: text, and stamps on sheets that are blank otherwise", async () => {
        const text = operators("BT /F1 12 Tf 9 9 Td (1) Tj ET")
        expect(await codes(["a.pdf", await pdf(text, text)])).toEqual([])
        expect(await codes(["a.pdf", await pdf(jpegPage(one), jpegPage(two))])).toEqual([])
    })
})

describe("the scan of a sealed letter", () => {
    const told = async (scans: readonly Uint8Array[], pages: number, own: readonly Uint8Array[] = []) =>
        (
            await sealedIssues(
                scans.map((bytes, i) => ({ name: String(i), bytes })),
                {},
                { pages, own: new Set(own.map(sha256Hex)) },
            )
        ).map(({ code }) => code)
    const page = jpegPage(printed(1240, 1754))
    const text = operators("BT /F1 12 Tf 9 9 Td (1) Tj ET")

    test("stands upright: a page on its side, and two in one picture, are named, turned as a phone or a scanner says", async () => {
        const [tall, wide] = [printed(1240, 1754), printed(1754, 1240)]
        const found = async (...scans: readonly Uint8Array[]) =>
            sealedIssues(
                scans.map((bytes, i) => ({ name: String(i), bytes })),
                { ownForm: { pages: String(2) } },
                { pages: 4, own: new Set() },
            )
        const places = async (...scans: readonly Uint8Array[]) =>
            (await found(...scans)).map(({ code, severity, params }) => [`${severity} ${code}`, params])
        const named = (file: string, page: number) => ["warning request.sealed.wide", { file, page }]
        expect(await places(encodeJpeg(tall, 85), encodePng(tall))).toEqual([])
        expect(await places(encodeJpeg(tall, 85), encodeJpeg(wide, 85))).toEqual([named("1", 0)])
        const turned = (degrees: number) => async (sheet: PDFPage, doc: PDFDocument) => {
            await jpegPage(tall)(sheet, doc)
            sheet.setRotation({ type: "degrees", angle: degrees } as Parameters<PDFPage["setRotation"]>[0])
        }
        expect(await places(await pdf(turned(180), turned(90)))).toEqual([named("0", 2)])
        const [issue] = await found(await pdf(turned(180), turned(90)))
        expect(issue && messageOf(issue, "zh-CN").message).toContain("0 第 2 页是横的")
    })

    test("has a picture, the pages of the letter, and is no file of the first step", async () => {
        const scan = await pdf(page)
        expect(await told([scan], 1)).toEqual([])
        expect(await told([scan], 2)).toEqual(["request.sealed.pages"])
        expect(await told([scan], 1, [scan])).toEqual(["request.sealed.unsealed"])
        expect(await told([await pdf(text, text)], 2)).toEqual(["request.sealed.no-picture"])
    })

    test("with an electronic seal holds text, and the seal as a picture or an annotation", async () => {
        const seal = async (sheet: PDFPage, doc: PDFDocument) =>
            sheet.drawImage(await doc.embedPng(encodePng(printed(200, 200))), { x: 9, y: 9, width: 90, height: 90 })
        const both = async (sheet: PDFPage, doc: PDFDocument) => {
            text(sheet, doc)
            await seal(sheet, doc)
        }
        expect(await told([await pdf(text, both)], 2)).toEqual([])
        const stamped = (sheet: PDFPage, doc: PDFDocument) => {
            text(sheet, doc)
            const form = { Type: "XObject", Subtype: "Form", BBox: [0, 0, 90, 90] }
            const shown = doc.context.register(doc.context.stream("0 0 90 90 re f", form))
            const stamp = { Type: "Annot", Subtype: "Stamp", Rect: [9, 9, 99, 99], AP: { N: shown } }
            sheet.node.set(PDFName.of("Annots"), doc.context.obj([doc.context.register(doc.context.obj(stamp))]))
        }
        expect(await told([await pdf(stamped)], 1)).toEqual([])
    })
})
