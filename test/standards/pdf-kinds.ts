import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { zlibSync } from "fflate"
import { PDFDocument } from "pdf-lib"
import { memorySource } from "../../src/base/source.ts"
import { createFontSet } from "../../src/typeset/font/fonts.ts"
import { openUserFont } from "../../src/typeset/font/user-font.ts"
import type { ImageInput } from "../../src/typeset/layout/pages/placed.ts"
import { foreignPages } from "../../src/typeset/pdf/foreign/foreign.ts"
import { encodeJpeg } from "../../src/typeset/raster/encode-jpeg.ts"
import { encodePng } from "../../src/typeset/raster/encode-png.ts"
import { scratch } from "../cli/run.ts"
import { openFont } from "../typeset/font/files.ts"
import { OPTIONS } from "../typeset/pdf/reread.ts"
import { run } from "../typeset/pdf/run.ts"
import {
    BLACK,
    documentOf,
    documentOfLines,
    documentOfPicture,
    fonts,
    fullDocument,
    HARD_LINES,
    png,
    pngInput,
    SERIF,
} from "../typeset/pdf/sample.ts"
import { writePdf } from "../typeset/pdf/written-bytes.ts"
import { testCard } from "../typeset/raster/pictures.ts"
import { ODD, oddPdf } from "./odd.ts"
import { everyCharacter, fonts as repertoire } from "./repertoire.ts"

/** One PDF of every kind that the writer makes, with the standards that it should claim. */

export interface Kind {
    readonly what: string
    readonly claims: readonly string[]
    readonly bytes: Uint8Array
}

const BOTH = ["PDF/A-2A", "PDF/UA-1"]
const CARD = testCard(60, 40)
const FIXTURES = join(import.meta.dirname, "../typeset/font/fixtures")

export async function pdfKinds(): Promise<Kind[]> {
    const odd = ODD.map(async ([what, body]) => ({ what, claims: BOTH, bytes: await oddPdf(body) }))
    const pictures = PICTURES.map(async ([what, input]) => picture(what, BOTH, input))
    return [
        { what: "every element and item", claims: BOTH, bytes: await writePdf(fullDocument(), fonts, OPTIONS) },
        {
            what: "a file for a recipient, with all properties",
            claims: BOTH,
            bytes: await writePdf(fullDocument(), fonts, {
                ...OPTIONS,
                neutral: true,
                author: "甲 & <乙>",
                subject: "Subject · 主题",
                keywords: ["一", "two"],
            }),
        },
        { what: "every character", claims: BOTH, bytes: await writePdf(everyCharacter(), repertoire, OPTIONS) },
        { what: "hard lines", claims: BOTH, bytes: await writePdf(documentOfLines(HARD_LINES), fonts, OPTIONS) },
        ...(await Promise.all([...odd, ...pictures, ...USER_FONTS.map(userFont)])),
        await picture("a foreign page", [], await foreign()),
        await picture("a CMYK picture", ["PDF/UA-1"], await cmyk()),
    ]
}

async function picture(what: string, claims: readonly string[], input: ImageInput): Promise<Kind> {
    return { what, claims, bytes: await writePdf(documentOfPicture(input), fonts, OPTIONS) }
}

/** Rows of a PNG, four bytes to the pixel, half of them seen through. */
const CLEAR = zlibSync(Uint8Array.from({ length: 4 * 17 }, (_, i) => (i % 17 === 0 ? 0 : (i * 37) % 256)))
const PICTURES: readonly (readonly [what: string, input: ImageInput])[] = [
    ["a PNG in colours", pngInput(encodePng(CARD))],
    ["a PNG with transparency", pngInput(png(4, 4, 8, 6, CLEAR))],
    [
        "a PNG with a palette, one colour of it transparent",
        pngInput(
            png(8, 1, 1, 3, zlibSync(Uint8Array.of(0, 0x5a)), {
                chunks: [
                    ["PLTE", Uint8Array.of(255, 0, 0, 0, 0, 255)],
                    ["tRNS", Uint8Array.of(0)],
                ],
            }),
        ),
    ],
    [
        "a PNG of 16 bits, interlaced",
        pngInput(png(1, 1, 16, 2, zlibSync(Uint8Array.of(0, 1, 2, 3, 4, 5, 6)), { interlace: 1 })),
    ],
    [
        "a JPEG, turned",
        { kind: "jpeg", source: memorySource(encodeJpeg(CARD, 80)), widthPx: 60, heightPx: 40, orientation: 6 },
    ],
]

const USER_FONTS = [
    ["NotoSansCJKsc-part.otf", "永和九年的函样例"],
    ["EBGaramond-part.otf", "AQRagk019"],
    ["NotoSans-part.woff", "ABCabc019"],
    ["NotoSerifSC-part.woff2", "永和九年的函样例，。Abcg019"],
] as const

async function userFont([name, text]: (typeof USER_FONTS)[number]): Promise<Kind> {
    const bytes = new Uint8Array(readFileSync(join(FIXTURES, name)))
    const file = { size: bytes.length, read: (at: number, length: number) => bytes.slice(at, at + length) }
    const own = createFontSet(openFont, {
        serif: { 400: await openUserFont({ file, name, serif: true, bold: false }) },
    })
    const glyphs = own.shape(text, SERIF)
    const item = { kind: "text" as const, xPt: 60, yPt: 80, sizePt: 20, glyphs, adjust: [], color: BLACK, tag: 1 }
    const doc = documentOf([[item]], [{ role: "P", parent: 0 }])
    return { what: `text in ${name}`, claims: BOTH, bytes: await writePdf(doc, own, OPTIONS) }
}

async function foreign(): Promise<ImageInput> {
    const pdf = await PDFDocument.create({ updateMetadata: false })
    pdf.addPage([300, 200]).drawRectangle({ x: 20, y: 20, width: 50, height: 50 })
    const [page] = await foreignPages(await pdf.save(), "scan.pdf")
    if (page === undefined) throw new TypeError("no page")
    return page
}

/** A JPEG in CMYK, which poppler makes of a page of ours. */
async function cmyk(): Promise<ImageInput> {
    const page = join(scratch(), "page")
    writeFileSync(`${page}.pdf`, await writePdf(documentOfLines(["甲"]), fonts, OPTIONS))
    run("pdftoppm", "-r", "72", "-jpegcmyk", "-singlefile", `${page}.pdf`, page)
    const bytes = new Uint8Array(readFileSync(`${page}.jpg`))
    return { kind: "jpeg", source: memorySource(bytes), widthPx: 596, heightPx: 842, orientation: 1 }
}
