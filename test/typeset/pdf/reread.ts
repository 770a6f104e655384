import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from "pdf-lib"
import { expect } from "vitest"
import type { PlacedDocument } from "../../../src/typeset/layout/pages/placed.ts"
import type { PdfOptions } from "../../../src/typeset/pdf/write.ts"
import { fonts } from "./sample.ts"
import { writePdf } from "./written-bytes.ts"

export const OPTIONS: PdfOptions = { creationDate: "2026-03-21T09:30:00+08:00", neutral: false }

export function name(key: string): PDFName {
    return PDFName.of(key)
}
export async function reread(doc: PlacedDocument, options = OPTIONS): Promise<PDFDocument> {
    return PDFDocument.load(await writePdf(doc, fonts, options), { updateMetadata: false })
}
export function streamText(stream: unknown): string {
    if (!(stream instanceof PDFRawStream)) throw new TypeError("no stream")
    const isPlain = stream.dict.get(name("Filter")) === undefined
    return Buffer.from(isPlain ? stream.contents : decodePDFRawStream(stream).decode()).toString()
}
export function xmpOf(pdf: PDFDocument): string {
    return streamText(pdf.catalog.lookup(name("Metadata")))
}

/** Text of the first page's glyphs through ToUnicode, in drawing order. */
export function extract(pdf: PDFDocument): string {
    const maps = new Map(fontsOf(pdf).map(({ key, unicode }) => [key, unicode]))
    let map = new Map<string, string>()
    let out = ""
    for (const [token] of contentOf(pdf, 0).matchAll(/\/F\d+|<[0-9a-f]+>/g)) {
        if (token.startsWith("/")) map = maps.get(token.slice(1)) ?? map
        else for (const code of token.slice(1, -1).match(/.{4}/g) ?? []) out += map.get(code) ?? "?"
    }
    return out
}
export function contentOf(pdf: PDFDocument, page: number): string {
    return streamText(pdf.getPages()[page]?.node.lookup(name("Contents")))
}

export interface Embedded {
    readonly key: string
    readonly face: string
    readonly unicode: Map<string, string>
    readonly program: Uint8Array
    readonly widths: Map<number, number>
}
export function fontsOf(pdf: PDFDocument): Embedded[] {
    const dict = pdf.getPages()[0]?.node.Resources()?.lookup(name("Font"), PDFDict)
    return (dict?.keys() ?? []).map((key) => {
        const font = dict?.lookup(key, PDFDict)
        const descendant = font?.lookup(name("DescendantFonts"), PDFArray).lookup(0, PDFDict)
        const program = descendant?.lookup(name("FontDescriptor"), PDFDict).lookup(name("FontFile2"))
        if (!(program instanceof PDFRawStream)) throw new TypeError("not embedded")
        const base = font?.lookup(name("BaseFont"), PDFName).decodeText() ?? ""
        expect(base).toMatch(/^[A-Z]{6}\+/)
        const unicode = new Map<string, string>()
        const cmap = streamText(font?.lookup(name("ToUnicode")))
        for (const [, code, value] of cmap.matchAll(/^<(?!0000)([0-9A-F]{4})> <([0-9A-F]+)>$/gm))
            unicode.set(
                (code ?? "").toLowerCase(),
                Buffer.from(value ?? "", "hex")
                    .swap16()
                    .toString("utf16le"),
            )
        for (const [, count] of cmap.matchAll(/^(\d+) beginbfchar$/gm)) expect(Number(count)).toBeLessThanOrEqual(100)
        return {
            key: key.decodeText(),
            face: base.slice(7),
            unicode,
            program: decodePDFRawStream(program).decode(),
            widths: widthsOf(descendant?.lookup(name("W"), PDFArray)),
        }
    })
}
export function widthsOf(array: PDFArray | undefined): Map<number, number> {
    const widths = new Map<number, number>()
    for (let i = 0; i + 1 < (array?.size() ?? 0); i += 2) {
        const first = array?.lookup(i, PDFNumber).asNumber() ?? 0
        const run = array?.lookup(i + 1, PDFArray)
        for (let k = 0; k < (run?.size() ?? 0); k++) widths.set(first + k, run?.lookup(k, PDFNumber).asNumber() ?? 0)
    }
    return widths
}
