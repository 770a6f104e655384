import { join } from "node:path"
import { PDFDocument } from "pdf-lib"
import { beforeAll, describe, expect, test } from "vitest"
import "./written.ts"
import { sample } from "../../src/node/cli/commands/sample.ts"
import { ROOT } from "../check.ts"
import { sampleOut } from "../cli/made.ts"
import { scratch } from "../cli/run.ts"
import { tool } from "../tool.ts"
import { testPages } from "../typeset/layout/sample-pages.ts"
import { fileOf, mutoolText, run } from "../typeset/pdf/run.ts"
import { faultsOf } from "./conformance.ts"
import { type Found, filesBelow } from "./files-below.ts"
import { type PdfFile, readPdf } from "./pdf-file.ts"
import { drawnTexts, placedTexts } from "./placed-text.ts"
import { laid, written } from "./written.ts"

/** Every PDF that the sample gives out, loose or in a ZIP, once each by content. */
let files: ReadonlyMap<string, Found> = new Map()
/** PDFs that came with the case and the officer's papers: packed as received. */
let received: ReadonlyMap<string, Found> = new Map()

beforeAll(async () => {
    const quiet = { out() {}, note() {}, issues() {}, findings() {}, progress() {} }
    const done = await sample(
        { values: { output: join(scratch(), "process") }, positionals: [] } as unknown as Parameters<typeof sample>[0],
        { lang: "zh-CN", ...quiet },
    )
    expect(done).toBe(0)
    files = filesBelow(sampleOut(), /\.pdf$/)
    received = filesBelow(join(ROOT, "assets"), /\.pdf$/)
})

/** Files as qpdf reads them, which takes longer than most checks do. */
const read = new Map<string, PdfFile>()
function opened(hash: string, bytes: Uint8Array): PdfFile {
    const file = read.get(hash) ?? readPdf(bytes)
    read.set(hash, file)
    return file
}

/** Runs a check over every file that we wrote; the first fault of each is shown with its path. */
async function everyFile(
    check: (file: { path: string; bytes: Uint8Array }, hash: string) => unknown,
): Promise<string[]> {
    const faults: string[] = []
    for (const [hash, file] of files) {
        if (received.has(hash)) continue
        try {
            await check(file, hash)
        } catch (error) {
            faults.push(`${file.path}: ${error instanceof Error ? error.message : String(error)}`)
        }
    }
    return faults
}

describe("every PDF of the sample", () => {
    test("is one that was written here from placed pages, or was received", () => {
        const unknown = [...files].filter(([hash]) => !written.has(hash) && !received.has(hash))
        expect(unknown.map(([, { path }]) => path)).toEqual([])
        const own = [...files].filter(([hash]) => written.has(hash)).map(([, { path }]) => path.split("/").at(-1))
        expect(own).toEqual(
            expect.arrayContaining(["case-statement.pdf", "dossier.pdf", "exhibits.pdf", "01-材料核对单.pdf"]),
        )
        expect(own.length).toBeGreaterThanOrEqual(12)
    })

    test.skipIf(!tool("qpdf"))("keeps every rule of PDF/A-2a and PDF/UA-1 that can be checked here", () => {
        const faults = [...files].flatMap(([hash, { path, bytes }]) =>
            received.has(hash) ? [] : faultsOf(opened(hash, bytes)).map((fault) => `${path}: ${fault}`),
        )
        expect(faults).toEqual([])
    })

    test.skipIf(!tool("qpdf"))("is sound, tagged, and all its fonts are embedded in part", async () => {
        const faults = await everyFile(({ bytes }) => {
            const path = fileOf(bytes)
            expect(run("qpdf", "--check", path)).toContain("No syntax or stream encoding errors found")
            expect(run("pdfinfo", path)).toMatch(/^Tagged: +yes$/m)
            const fonts = run("pdffonts", path).trimEnd().split("\n").slice(2)
            for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes /)
            expect(fonts.length).toBeGreaterThan(0)
        })
        expect(faults).toEqual([])
    })

    test.skipIf(!tool("pdftotext"))("gives its text exactly as placed, heads and feet too, to poppler", async () => {
        const faults = await everyFile(({ bytes }, hash) => {
            const doc = written.get(hash)
            if (doc === undefined) throw new Error("not written here")
            const pages = run("pdftotext", "-raw", fileOf(bytes), "-").split("\f").slice(0, -1)
            expect(pages.map(visible)).toEqual(placedTexts(doc).map(visible))
        })
        expect(faults).toEqual([])
    })

    test.skipIf(!tool("mutool"))("and to MuPDF", async () => {
        const faults = await everyFile(({ bytes }, hash) => {
            const doc = written.get(hash)
            if (doc === undefined) throw new Error("not written here")
            const pages = mutoolText(fileOf(bytes)).split("\f").slice(0, -1)
            expect(pages.map(visible)).toEqual(placedTexts(doc).map(visible))
        })
        expect(faults).toEqual([])
    })

    test.skipIf(!tool("qpdf"))("says of each text the language it was placed in", async () => {
        const faults = await everyFile(({ bytes }, hash) => {
            const doc = written.get(hash)
            if (doc === undefined) throw new Error("not written here")
            expect(drawnTexts(opened(hash, bytes))).toEqual(placedTexts(doc, "by language"))
        })
        expect(faults).toEqual([])
    })

    test("has the pages and the title of its document", async () => {
        const faults = await everyFile(async ({ bytes }, hash) => {
            const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
            const doc = written.get(hash)
            expect([pdf.getPageCount(), pdf.getTitle()]).toEqual([doc?.pages.length, doc?.title])
        })
        expect(faults).toEqual([])
    })
})

describe("on its pages", () => testPages(laid))

/** Without white space, which extractors guess from positions, and with ligatures taken apart. */
function visible(text: string): string {
    return text.replace(/[\s\u00AD]+/gu, "").replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize("NFKC"))
}
