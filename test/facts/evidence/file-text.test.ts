import { zipSync } from "fflate"
import { PDFDocument, StandardFonts } from "pdf-lib"
import { expect, test } from "vitest"
import { concat, utf8 } from "../../../src/base/bytes.ts"
import { memorySource } from "../../../src/base/source.ts"
import { textIn } from "../../../src/facts/evidence/file-text.ts"
import { HEAD_BYTES, sniffType } from "../../../src/facts/evidence/file-type.ts"
import { readZipDirectory } from "../../../src/facts/evidence/zip-directory.ts"
import { shapeOf } from "../../../src/flows/officer/identifier-shape.ts"

/** Numbers are found in whatever a desk sends; how words are packed there is that program's own affair. */

async function read(name: string, bytes: Uint8Array): Promise<string> {
    const source = memorySource(bytes)
    const members = (await readZipDirectory(source))?.map((member) => member.name)
    const { mediaType } = sniffType(bytes.subarray(0, HEAD_BYTES), name, members)
    return textIn(mediaType, name, source)
}

/** A page with that content, in a font of two bytes whose map says what its codes mean. */
function page(content: string, map?: string): Uint8Array {
    const stream = (text: string) => `<</Length ${String(text.length)}>>stream\n${text}\nendstream`
    const font = map === undefined ? "/Type1" : "/Type0/ToUnicode 6 0 R"
    const objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        stream(content),
        `<</Type/Font/BaseFont/X/Subtype${font}>>`,
        stream(map ?? ""),
    ]
    const body = objects.map((one, i) => `${String(i + 1)} 0 obj\n${one}\nendobj\n`).join("")
    return utf8(`%PDF-1.5\n${body}trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n`)
}

const MAP = `1 begincodespacerange <0000> <ffff> endcodespacerange
2 beginbfchar <0001> <6837> <0002> <0032> endbfchar
2 beginbfrange <0010> <0019> <0030> <0020> <0021> [<53f7> <002d>] endbfrange`

test("text of a PDF is read through its fonts, joined where its writer moved the pen within a word", async () => {
    expect(
        await read("a.pdf", page("BT /F 10 Tf 1 0 0 1 50 700 Tm <00010010> Tj (\\000\\031) Tj <0020> Tj ET", MAP)),
    ).toContain("样09号")
    const split = "BT /F 10 Tf 1 0 0 1 50 700 Tm (LX) Tj 1 0 0 1 63 700 Tm [(-2025)20(-04)] TJ ET"
    const beside = "BT /F 10 Tf 150 700 Td (5) Tj 0 -20 Td (6) Tj ET"
    const text = await read("a.pdf", page(`${split}\n${beside}`))
    expect(text).toContain("LX-2025-04 5\n6")
    expect(text).toContain("LX\n-2025-04\n")
})

test("properties and fields of a PDF count as its text", async () => {
    const doc = await PDFDocument.create()
    doc.setTitle("Ticket SAMPLE-1")
    const sheet = doc.addPage()
    sheet.drawText("Your ref LX-7", { font: await doc.embedFont(StandardFonts.Helvetica) })
    const field = doc.getForm().createTextField("ref")
    field.setText("LX-8")
    field.addToPage(sheet)
    const text = await read("form.pdf", await doc.save())
    for (const one of ["SAMPLE-1", "Your ref LX-7", "LX-8"]) expect(text).toContain(one)
})

test("words of office files are joined over their runs, and end with their paragraph or cell", async () => {
    const types = { "[Content_Types].xml": utf8("<Types/>") }
    const docx = zipSync({
        ...types,
        "word/document.xml": utf8(
            "<w:d><w:p><w:r><w:t>LX-20</w:t></w:r><w:r><w:t>25-4</w:t></w:r></w:p><w:p>B</w:p></w:d>",
        ),
        "word/header1.xml": utf8("<w:h><w:p>SAMPLE-1</w:p></w:h>"),
        "docProps/core.xml": utf8("<c><dc:title>T-1</dc:title><dc:creator>U-2</dc:creator></c>"),
    })
    const text = await read("a.docx", docx)
    expect(text).toContain("LX-2025-4\nB")
    expect(text).toContain("SAMPLE-1\n")
    expect(text).toContain("T-1\nU-2")
    const xlsx = zipSync({
        ...types,
        "xl/sharedStrings.xml": utf8("<sst><si><t>LX-1</t></si><si><r><t>LX-</t></r><r><t>2</t></r></si></sst>"),
        "xl/worksheets/sheet1.xml": utf8("<w><row><c t='inlineStr'><is><t>LX-3</t></is></c><c><v>4</v></c></row></w>"),
    })
    expect((await read("a.xlsx", xlsx)).split(/\n+/)).toEqual(expect.arrayContaining(["LX-1", "LX-2", "LX-3", "4"]))
    // What is damaged behind some words does not take those away.
    const spoilt = zipSync({ ...types, "word/document.xml": utf8("<w><p>LX-5</p><p") })
    expect(await read("b.docx", spoilt)).toContain("LX-5")
})

test("a mail is read as it is shown", async () => {
    const mail = [
        ...["From: a@b.example", "Date: Thu, 10 Dec 2026 09:20:00 +0800", "Message-ID: <1@b.example>"],
        ...[
            "Subject: =?utf-8?B?UmU6IExYLQ==?=",
            " =?utf-8?B?MjAyNS0x?=",
            'Content-Type: multipart/mixed; boundary="x y"',
            "",
        ],
        ...["--x y", "Content-Type: text/plain; charset=gb2312", "Content-Transfer-Encoding: base64", ""],
        ...[Buffer.from([0xd1, 0xf9, 0x39, 0xba, 0xc5]).toString("base64"), "--x y"],
        ...["Content-Type: text/html;", " charset=utf-8", "Content-Transfer-Encoding: quoted-printable", ""],
        ...["your ref LX-20=", "25-2_b", "--x y--", ""],
    ].join("\r\n")
    const text = await read("a.eml", utf8(mail))
    for (const one of ["Re: LX-2025-1", "样9号", "your ref LX-2025-2_b"]) expect(text).toContain(one)
})

test("texts of other codings, pages, and names in a ZIP", async () => {
    expect(
        await read("a.txt", concat([Uint8Array.of(0xff, 0xfe), new Uint8Array(Buffer.from("样9号", "utf16le"))])),
    ).toBe("样9号")
    expect(await read("a.html", utf8("<html><p>LX-<b>2025</b>-1</p>"))).toContain("LX-2025-1")
    expect(await read("a.zip", zipSync({ "LX-1/LX-2.csv": utf8("x") }))).toBe("LX-1/LX-2.csv")
})

test("what cannot be read is no text", async () => {
    expect(await read("a.pdf", utf8("%PDF-1.4\n"))).toBe("")
    expect(await read("a.png", utf8("\x89PNG\r\n\x1a\n"))).toBe("")
    expect(
        await read("a.docx", zipSync({ "[Content_Types].xml": utf8("x"), "word/a.xml": utf8("<a>") }).subarray(0, 90)),
    ).toBe("")
})

test("maps, strings and texts that claim more than anybody writes are left at their bound", async () => {
    const map = `1 begincodespacerange <0000> <ffff> endcodespacerange\n${"1 beginbfrange <0000> <ffff> <0000> endbfrange\n".repeat(20_000)}`
    expect(await read("a.pdf", page("BT /F 9 Tf <00410042> Tj ET", map))).toContain("AB")
    const long = await read("b.pdf", page(`BT /F 9 Tf (${"A".repeat(5_000_000)}) Tj ET`))
    expect(long.length).toBeLessThan(200_000)
    expect([...",，".repeat(300_000).matchAll(shapeOf("LX-2023-0321") ?? /^/g)]).toEqual([])
})
