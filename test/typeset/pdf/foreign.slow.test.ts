import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { degrees, PDFDocument, PDFName, PDFRawStream, PDFString, rgb, StandardFonts } from "pdf-lib"
import { describe, expect, test } from "vitest"
import type { ImageInput } from "../../../src/typeset/layout/pages/placed.ts"
import { foreignPages } from "../../../src/typeset/pdf/foreign/foreign.ts"
import { tool } from "../../tool.ts"
import { fileOf, type Pixels, render, run } from "./run.ts"
import { documentOf, documentOfPicture, fonts, text } from "./sample.ts"
import { writePdf } from "./written-bytes.ts"

const OPTIONS = { creationDate: "2026-03-21T09:30:00+08:00", neutral: true }
const hasPoppler = tool("pdftoppm")

/** A page of 300 by 200 within a larger sheet: red top left, green top right, blue bottom left, black bottom right. */
async function quarters(turn: number, crop = true): Promise<Uint8Array> {
    const pdf = await PDFDocument.create({ updateMetadata: false })
    pdf.setTitle("SECRET title")
    const page = pdf.addPage(crop ? [400, 300] : [300, 200])
    const [left, bottom] = crop ? [50, 60] : [0, 0]
    if (crop) {
        page.drawRectangle({ x: 0, y: 0, width: 400, height: 300, color: rgb(1, 1, 0) })
        page.setCropBox(left, bottom, 300, 200)
    }
    for (const [x, y, color] of [
        [0, 100, rgb(1, 0, 0)],
        [150, 100, rgb(0, 1, 0)],
        [0, 0, rgb(0, 0, 1)],
        [150, 0, rgb(0, 0, 0)],
    ] as const)
        page.drawRectangle({ x: left + x, y: bottom + y, width: 150, height: 100, color })
    page.setRotation(degrees(turn))
    return pdf.save()
}

function colorsOf(pixels: Pixels, width: number, height: number): string {
    const names = { "255,0,0": "red", "0,255,0": "green", "0,0,255": "blue", "0,0,0": "black" } as Record<
        string,
        string
    >
    const at = (fx: number, fy: number) => pixels.at(300 + (fx - 0.5) * width, 300 + (fy - 0.5) * height).join()
    return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)].map((key) => names[key] ?? key).join(" ")
}
async function first(bytes: Uint8Array): Promise<ImageInput> {
    const [page] = await foreignPages(bytes, "scan.pdf")
    if (page === undefined) throw new TypeError("no page")
    return page
}

describe.skipIf(!hasPoppler)("a foreign page is placed as it is shown", () => {
    test.each([
        [0, "red green blue black"],
        [90, "blue red black green"],
        [180, "black blue green red"],
        [270, "green black red blue"],
        [-90, "green black red blue"],
    ])("turned by %i degrees, within its crop box", async (turn, expected) => {
        const input = await first(await quarters(turn))
        const [w, h] = turn % 180 === 0 ? [300, 200] : [200, 300]
        expect(input).toMatchObject({ kind: "pdf-page", widthPt: w, heightPt: h })
        const pixels = render(fileOf(await writePdf(documentOfPicture(input), fonts, OPTIONS)), 72)
        const scale = 400 / 300
        expect(colorsOf(pixels, w * scale, h * scale)).toBe(expected)
        // Nothing of what the crop box hides.
        for (const [x, y] of [
            [300, 95],
            [300, 505],
            [95, 300],
            [505, 300],
        ] as const)
            expect(pixels.at(x, y).join()).toBe("255,255,255")
    })

    test("with its stamps and seals, and without what is hidden", async () => {
        const pdf = await PDFDocument.load(await quarters(0, false))
        const page = pdf.getPages()[0]
        if (page === undefined) throw new TypeError("no page")
        const stamp = (rect: number[], color: string, extra: object) => {
            const box = { Type: "XObject", Subtype: "Form", BBox: [0, 0, 10, 10], Matrix: [2, 0, 0, 2, 5, 5] }
            const appearance = pdf.context.register(pdf.context.stream(`${color} rg 0 0 10 10 re f`, box))
            const dict = {
                Type: "Annot",
                Subtype: "Stamp",
                Rect: rect,
                AP: { N: appearance },
                StructParent: 3,
                ...extra,
            }
            page.node.addAnnot(pdf.context.register(pdf.context.obj(dict as object as Record<string, never>)))
        }
        stamp([20, 120, 60, 160], "1 0 1", { F: 4 })
        stamp([200, 120, 240, 160], "0 1 1", { F: 2 })
        page.node.addAnnot(
            pdf.context.register(
                pdf.context.obj({
                    Type: "Annot",
                    Subtype: "Link",
                    Rect: [0, 0, 9, 9],
                    A: { S: "URI", URI: PDFString.of("SECRET") },
                }),
            ),
        )
        const bytes = await writePdf(documentOfPicture(await first(await pdf.save())), fonts, OPTIONS)
        const pixels = render(fileOf(bytes), 72)
        const at = (x: number, y: number) =>
            pixels.at(100 + (x * 400) / 300, 100 + 66.67 + ((200 - y) * 400) / 300).join()
        expect([at(40, 140), at(22, 158), at(70, 140), at(220, 140)]).toEqual([
            "255,0,255",
            "255,0,255",
            "255,0,0",
            "0,255,0",
        ])
        const written = await PDFDocument.load(bytes, { updateMetadata: false })
        const all = written.context.enumerateIndirectObjects().map(([, object]) => String(object))
        expect(all.join("\n")).not.toMatch(/SECRET|StructParent 3|Stamp/)
    })
})

test.skipIf(!hasPoppler).each([90, 180, 270])(
    "a note that does not turn with its page (%i) stands as it is shown",
    async (turn) => {
        const pdf = await PDFDocument.load(await quarters(turn, false))
        const page = pdf.getPages()[0]
        if (page === undefined) throw new TypeError("no page")
        const box = { Type: "XObject", Subtype: "Form", BBox: [0, 0, 40, 20] }
        const look = pdf.context.register(pdf.context.stream("1 0 1 rg 0 0 40 20 re f 1 1 0 rg 0 0 10 20 re f", box))
        const note = { Type: "Annot", Subtype: "Stamp", Rect: [150, 80, 190, 100], F: 20, AP: { N: look } }
        page.node.addAnnot(pdf.context.register(pdf.context.obj(note as object as Record<string, never>)))
        const original = await pdf.save()
        const input = await first(original)
        const { widthPt, heightPt } = input as { widthPt: number; heightPt: number }
        const shown = render(fileOf(original, "shown.pdf"), 72)
        const placed = render(fileOf(await writePdf(documentOfPicture(input), fonts, OPTIONS)), 72)
        const scale = 400 / Math.max(widthPt, heightPt)
        const [left, top] = [300 - (widthPt * scale) / 2, 300 - (heightPt * scale) / 2]
        const [seen, taken]: string[][] = [[], []]
        for (let y = 5; y < heightPt; y += 10)
            for (let x = 5; x < widthPt; x += 10) {
                seen?.push(shown.at(x, y).join())
                taken?.push(placed.at(left + x * scale, top + y * scale).join())
            }
        expect(seen).toContain("255,0,255")
        expect(seen).toContain("255,255,0")
        expect(taken).toEqual(seen)
    },
)

describe("a file with a foreign page", () => {
    test("claims neither PDF/A nor PDF/UA, but stays tagged and described", async () => {
        const bytes = await writePdf(documentOfPicture(await first(await quarters(0))), fonts, OPTIONS)
        const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
        const xmp = pdf.catalog.lookup(PDFName.of("Metadata"))
        const words = xmp instanceof PDFRawStream ? Buffer.from(xmp.contents).toString() : ""
        expect(words).toContain("<dc:title>")
        expect(words).not.toMatch(/pdfaid|pdfuaid|SECRET/)
        expect(pdf.catalog.has(PDFName.of("OutputIntents"))).toBe(false)
        expect(pdf.catalog.has(PDFName.of("StructTreeRoot"))).toBe(true)
        const raw = Buffer.from(await pdf.save({ useObjectStreams: false })).toString("latin1")
        expect(raw).toContain("/S /Figure")
        expect(raw).toContain("/Alt <FEFF")
    })

    test.skipIf(!hasPoppler)("is sound, keeps the page's text, and our marks lead to our elements", async () => {
        const source = await PDFDocument.create()
        const font = await source.embedFont(StandardFonts.Helvetica)
        const page = source.addPage([300, 200])
        page.drawText("FOREIGN TEXT", { x: 20, y: 100, font, size: 20 })
        const marked = Buffer.from("/P <</MCID 0>> BDC 0 0 10 10 re f EMC\n")
        const stream = source.context.register(source.context.stream(marked))
        page.node.addContentStream(stream)
        const input = await first(await source.save())
        const doc = documentOf(
            [
                [
                    text("我们的正文", 60, 60, 1),
                    { kind: "image", image: "E001", xPt: 60, yPt: 100, widthPt: 300, heightPt: 200, tag: 2 },
                ],
            ],
            [
                { role: "P", parent: 0 },
                { role: "Figure", parent: 0, alt: "图" },
            ],
            new Map([["E001", input]]),
        )
        const path = fileOf(await writePdf(doc, fonts, OPTIONS))
        expect(run("qpdf", "--check", path)).toContain("No syntax or stream encoding errors found")
        expect(run("pdftotext", "-raw", path, "-")).toContain("FOREIGN TEXT")
        expect(run("pdfinfo", "-struct-text", path)).toMatch(/P \(block\)\n +"我们的正文"\n +Figure/)
    })

    test("reads each foreign file once and gives the same bytes again", async () => {
        const bytes = await quarters(90)
        const [page] = await foreignPages(bytes, "scan.pdf")
        if (page === undefined) throw new TypeError("no page")
        const images = new Map([
            ["a", page],
            ["b", page],
        ])
        const box = { kind: "image", xPt: 60, widthPt: 100, heightPt: 100 } as const
        const doc = documentOf(
            [
                [
                    { ...box, image: "a", yPt: 60, tag: 1 },
                    { ...box, image: "b", yPt: 200, tag: 1 },
                    { ...box, image: "a", yPt: 400, tag: "artifact" },
                ],
            ],
            [{ role: "Figure", parent: 0, alt: "图" }],
            images,
        )
        const [one, two] = [await writePdf(doc, fonts, OPTIONS), await writePdf(doc, fonts, OPTIONS)]
        expect(Buffer.compare(one, two)).toBe(0)
    })

    test("may hold a blank page", async () => {
        const pdf = await PDFDocument.create()
        pdf.addPage([100, 100])
        expect(await writePdf(documentOfPicture(await first(await pdf.save())), fonts, OPTIONS)).toBeInstanceOf(
            Uint8Array,
        )
    })
})

describe.skipIf(!hasPoppler)("a page that is one scanned JPEG becomes a picture", () => {
    async function scan(turn: number, change?: (pdf: PDFDocument) => Promise<void> | void): Promise<Uint8Array> {
        const path = fileOf(await quarters(0, false))
        run("pdftoppm", "-r", "72", "-jpeg", "-singlefile", path, path)
        const pdf = await PDFDocument.create()
        const page = pdf.addPage([300, 200])
        page.drawImage(await pdf.embedJpg(new Uint8Array(readFileSync(`${path}.jpg`))), {
            x: 0,
            y: 0,
            width: 300,
            height: 200,
        })
        // pdf-lib names a graphics state that the page does not need; scanners write none.
        await pdf.flush()
        const image = page.node.Resources()?.lookup(PDFName.of("XObject"))
        const key = String(image).match(/\/(Image\S+)/)?.[1] ?? ""
        page.node.set(
            PDFName.of("Contents"),
            pdf.context.register(pdf.context.stream(`q 300 0 0 200 0 0 cm /${key} Do Q`)),
        )
        page.setRotation(degrees(turn))
        await change?.(pdf)
        return pdf.save()
    }

    test.each([
        [0, "red green blue black"],
        [90, "blue red black green"],
        [180, "black blue green red"],
        [270, "green black red blue"],
    ])("turned by %i degrees, in a file that stays PDF/A and PDF/UA", async (turn, expected) => {
        const input = await first(await scan(turn))
        expect(input).toMatchObject({ kind: "jpeg", widthPx: 300, heightPx: 200 })
        const bytes = await writePdf(documentOfPicture(input), fonts, OPTIONS)
        expect(Buffer.from(bytes).includes("pdfuaid:part")).toBe(true)
        const scale = 400 / 300
        const [w, h] = turn % 180 === 0 ? [300, 200] : [200, 300]
        const pixels = render(fileOf(bytes), 72)
        const near: Pixels = {
            ...pixels,
            at: (x, y) => pixels.at(x, y).map((v) => (v < 60 ? 0 : v > 195 ? 255 : v)) as never,
        }
        expect(colorsOf(near, w * scale, h * scale)).toBe(expected)
    })

    test.each([
        ["text beside it", (page: string) => `${page} BT ET`],
        ["a place that is not the whole page", (page: string) => page.replace("300 0 0 200 0 0", "150 0 0 100 0 0")],
        ["a second drawing", (page: string) => `${page} ${page}`],
        ["a clip", (page: string) => `0 0 10 10 re W n ${page}`],
    ])("but not with %s", async (_, change) => {
        const bytes = await scan(0, (pdf) => {
            const node = pdf.getPages()[0]?.node
            const stream = node?.lookup(PDFName.of("Contents"))
            const before = stream instanceof PDFRawStream ? Buffer.from(stream.contents).toString() : ""
            node?.set(PDFName.of("Contents"), pdf.context.register(pdf.context.stream(change(before))))
        })
        expect((await first(bytes)).kind).toBe("pdf-page")
    })
})

describe("a foreign file that cannot be read gives an issue", () => {
    test.skipIf(!tool("qpdf"))("when it is encrypted", async () => {
        const path = fileOf(await quarters(0))
        const out = `${path}.locked.pdf`
        expect(spawnSync("qpdf", ["--encrypt", "", "owner", "256", "--", path, out]).status).toBe(0)
        const expected = {
            issues: [{ code: "pdf.foreign.encrypted", path: ["scan.pdf"], params: { image: "scan.pdf" } }],
        }
        await expect(foreignPages(new Uint8Array(readFileSync(out)), "scan.pdf")).rejects.toMatchObject(expected)
    })

    const nothing = new Uint8Array(0)
    test.each([
        ["empty", () => nothing],
        ["something else", () => new TextEncoder().encode("not a PDF at all")],
        ["cut off", (good: Uint8Array) => good.slice(0, good.length / 2)],
        ["a head only", () => new TextEncoder().encode("%PDF-1.7\n%%EOF")],
    ])("when it is %s", async (_, change) => {
        const bytes = change(await quarters(0))
        const issues = [expect.objectContaining({ code: "pdf.foreign.damaged" })]
        await expect(foreignPages(bytes, "scan.pdf")).rejects.toMatchObject({ issues })
        const input: ImageInput = { kind: "pdf-page", bytes, pageIndex: 0, widthPt: 1, heightPt: 1 }
        await expect(writePdf(documentOfPicture(input), fonts, OPTIONS)).rejects.toMatchObject({ issues })
    })

    test("when a page is asked for that it does not have", async () => {
        const input: ImageInput = { kind: "pdf-page", bytes: await quarters(0), pageIndex: 3, widthPt: 1, heightPt: 1 }
        await expect(writePdf(documentOfPicture(input), fonts, OPTIONS)).rejects.toMatchObject({
            issues: [{ code: "pdf.foreign.page-absent", params: { image: "E001", page: 4, pages: 1 } }],
        })
    })
})
