import { zlibSync } from "fflate"
import { PDFDocument, PDFRawStream } from "pdf-lib"
import { expect, test } from "vitest"
import { concat, utf8 } from "../../../src/base/bytes.ts"
import { unpack, unpackFirst } from "../../../src/typeset/pdf/foreign/bounds.ts"
import { foreignPages, foreignPaint, foreignText } from "../../../src/typeset/pdf/foreign/foreign.ts"

/** A few kilobytes that claim pages and bytes without end: no reader may follow them. */

const PAGE = "<</Type/Page/MediaBox[0 0 9 9]>>"
const REFUSED = { issues: [{ code: "pdf.foreign.damaged" }] }

/** A PDF of these objects, numbered from 1, the first of which is its catalogue. */
function pdfOf(...objects: readonly (string | Uint8Array)[]): Uint8Array {
    const body = objects.flatMap((object, i) => [
        utf8(`${String(i + 1)} 0 obj\n`),
        typeof object === "string" ? utf8(object) : object,
        utf8("\nendobj\n"),
    ])
    return concat([utf8("%PDF-1.5\n"), ...body, utf8("trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n")])
}

const CATALOGUE = "<</Type/Catalog/Pages 2 0 R>>"
const node = (...kids: readonly number[]) =>
    `<</Type/Pages/Count ${String(kids.length)}/Kids[${kids.map((kid) => `${String(kid)} 0 R`).join(" ")}]>>`

test.each([0, 90, -90, 450])("a page may be turned by %s degrees", async (degrees) => {
    const file = pdfOf(CATALOGUE, node(3), PAGE.replace("/Type/Page", `/Type/Page/Rotate ${String(degrees)}`))
    expect(await foreignPages(file, "a.pdf")).toHaveLength(1)
})

test("a page that is turned by another angle is told as that, not as damaged", async () => {
    const file = pdfOf(CATALOGUE, node(3), PAGE.replace("/Type/Page", "/Type/Page/Rotate 45"))
    await expect(foreignPages(file, "a.pdf")).rejects.toMatchObject({
        issues: [{ code: "pdf.foreign.rotation", params: { image: "a.pdf", degrees: 45 } }],
    })
})

const layered = (state: string, group = "", catalogue = "") => [
    `<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[4 0 R]/D<<${state}>>${catalogue}>>>>`,
    node(3),
    PAGE.replace("/Type/Page", "/Type/Page/Resources<</Properties<</a 5 0 R>>>>"),
    `<</Type/OCG/Name(a)${group}>>`,
]

test.each([
    ["off", layered("/OFF[4 0 R]")],
    ["off unless named", layered("/BaseState/OFF")],
    ["on paper alone", layered("", "/Usage<</View<</ViewState/OFF>>/Print<</PrintState/ON>>>>")],
    ["shown while it is off", [...layered(""), "<</Type/OCMD/OCGs 4 0 R/P/AllOff>>"]],
])("pages with a layer that is %s are not taken over, since all of it would be shown", async (_, objects) => {
    const refused = { issues: [{ code: "pdf.foreign.layers", params: { image: "a.pdf" } }] }
    await expect(foreignPages(pdfOf(...objects), "a.pdf")).rejects.toMatchObject(refused)
    await expect(foreignPaint(pdfOf(...objects), "a.pdf")).rejects.toMatchObject(refused)
})

test("layers that are all shown do no harm", async () => {
    const shown = layered("/OFF[]/ON[4 0 R]/AS[<</Event/View/OCGs[4 0 R]>>]", "/Usage<</View<</ViewState/ON>>>>")
    expect(await foreignPages(pdfOf(...shown), "a.pdf")).toHaveLength(1)
})

test("the pages of a tree come in its order", async () => {
    const file = pdfOf(
        CATALOGUE,
        node(3, 4, 5),
        PAGE.replace("9 9", "1 1"),
        node(6),
        PAGE.replace("9 9", "3 3"),
        PAGE.replace("9 9", "2 2"),
    )
    expect((await foreignPages(file, "a.pdf")).map((page) => page.kind === "pdf-page" && page.widthPt)).toEqual([
        1, 2, 3,
    ])
})

test.each([
    [
        "nodes that are used ten times each",
        pdfOf(CATALOGUE, ...[3, 4, 5, 6, 7, 8, 9, 10, 11].map((next) => node(...Array<number>(10).fill(next))), PAGE),
    ],
    ["a node below itself", pdfOf(CATALOGUE, node(3, 2), PAGE)],
    ["more pages than are taken", pdfOf(CATALOGUE, node(...Array<number>(20_001).fill(3)), PAGE)],
])("a page tree with %s is refused", async (_, file) => {
    await expect(foreignPages(file, "a.pdf")).rejects.toMatchObject(REFUSED)
})

test("a page that is named twice is two pages, as writers mean it", async () => {
    expect(await foreignPages(pdfOf(CATALOGUE, node(3, 3), PAGE), "a.pdf")).toHaveLength(2)
})

test("cross-references that unpack to millions are not read; the objects are looked for", async () => {
    const packed = zlibSync(new Uint8Array(5 << 20))
    const head = `<</Type/XRef/Size 1300000/W[1 2 1]/Filter/FlateDecode/Length ${String(packed.length)}>>\nstream\n`
    const xref = concat([utf8(head), packed, utf8("\nendstream")])
    const file = pdfOf(CATALOGUE, node(3), PAGE, xref)
    const at = new TextDecoder("latin1").decode(file).indexOf("4 0 obj")
    const ends = concat([file, utf8(`startxref\n${String(at)}\n%%EOF\n`)])
    expect(ends.length).toBeLessThan(10_000)
    expect(await foreignPages(ends, "a.pdf")).toHaveLength(1)
})

test("cross-references of no bytes each are none, however many they say they are", async () => {
    const xref = "<</Type/XRef/Size 1/W[0 0 0]/Index[0 9000000000]/Root 1 0 R/Length 1>>\nstream\na\nendstream"
    const file = pdfOf(CATALOGUE, node(3), PAGE, xref)
    const at = new TextDecoder("latin1").decode(file).indexOf("4 0 obj")
    expect(await foreignPages(concat([file, utf8(`startxref\n${String(at)}\n`)]), "a.pdf")).toHaveLength(1)
})

test.each([
    ["strings without an end", "1 0 obj(".repeat(50_000)],
    ["streams without an end", "1 0 obj<<>>stream\n".repeat(30_000)],
    ["trailers within each other", "trailer<</a(".repeat(30_000)],
])("%s are not read to the end of the file each", async (_, text) => {
    const file = pdfOf(CATALOGUE, node(3), PAGE)
    await expect(foreignPages(concat([file, utf8(text)]), "a.pdf")).rejects.toMatchObject(REFUSED)
})

test("objects within each other's strings are not read as often as there are objects", async () => {
    const count = 20_000
    const numbers = Array.from({ length: count }, (_, i) => i + 10)
    const head = "%PDF-1.7\n1 0 obj<</Pages 2 0 R>>2 0 obj<</Kids[3 0 R]/Count 1>>"
    const page = `3 0 obj<</MediaBox[0 0 9 9]/A[${numbers.map((n) => `${String(n)} 0 R`).join(" ")}]>>`
    let text = head + page
    const places: [number, number][] = [1, 2, 3].map((n) => [n, text.indexOf(`${String(n)} 0 obj`)])
    for (const number of numbers) {
        places.push([number, text.length])
        text += `${String(number)} 0 obj(`
    }
    text += ")".repeat(count)
    const rows = places.map(([n, at]) => `${String(n)} 1\n${String(at).padStart(10, "0")} 00000 n \n`).join("")
    const end = `\nxref\n${rows}trailer<</Root 1 0 R>>\nstartxref\n${String(text.length + 1)}\n%%EOF`
    await expect(foreignPages(utf8(text + end), "a.pdf")).rejects.toMatchObject(REFUSED)
})

test("a stream is unpacked as far as it may be", async () => {
    const { context } = await PDFDocument.create()
    const stream = context.flateStream(new Uint8Array(100_000).fill(7)) as PDFRawStream
    expect(stream).toBeInstanceOf(PDFRawStream)
    expect(unpack(stream, 100_000)).toEqual(new Uint8Array(100_000).fill(7))
    expect(() => unpack(stream, 99_999)).toThrow(RangeError)
    expect(unpackFirst(stream, 10)).toEqual(new Uint8Array(10).fill(7))
    expect(unpackFirst(stream, 0)).toHaveLength(0)
})

test("forms that paint each other many times are not followed for ever", async () => {
    const forms = (to: number) => `/Resources<</XObject<</X ${String(to)} 0 R>>>>`
    const form = (operators: string, to: number) =>
        `<</Type/XObject/Subtype/Form/BBox[0 0 9 9]${forms(to)}/Length ${String(operators.length)}>>\nstream\n${operators}\nendstream`
    const nested = Array.from({ length: 9 }, (_, i) => form("/X Do ".repeat(20), 5 + i))
    const contents = "<</Length 5>>\nstream\n/X Do\nendstream"
    const page = PAGE.replace("/Type/Page", `/Type/Page/Contents 13 0 R${forms(4)}`)
    const file = pdfOf(CATALOGUE, node(3), page, ...nested, contents)
    const started = performance.now()
    expect(await foreignPaint(file, "a.pdf")).toMatchObject([{ hasContent: true }])
    expect(await foreignText(file, "a.pdf", 1000)).not.toContain("X")
    expect(performance.now() - started).toBeLessThan(5000)
})

test.each([0, -2])("a page whose unit is %s has the size that its box says", async (unit) => {
    const file = pdfOf(CATALOGUE, node(3), PAGE.replace("/Type/Page", `/Type/Page/UserUnit ${String(unit)}`))
    expect(await foreignPages(file, "a.pdf")).toMatchObject([{ widthPt: 9, heightPt: 9 }])
})
