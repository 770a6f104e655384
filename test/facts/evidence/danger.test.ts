import { gzipSync, zipSync, zlibSync } from "fflate"
import { expect, test } from "vitest"
import { concat, utf8 } from "../../../src/base/bytes.ts"
import { portableSha256 } from "../../../src/base/digest.ts"
import { memorySource } from "../../../src/base/source.ts"
import { evidenceRow } from "../../../src/editions/shared/evidence-item.ts"
import { dangerOf } from "../../../src/facts/evidence/danger.ts"
import { HEAD_BYTES, sniffType } from "../../../src/facts/evidence/file-type.ts"
import { checkIntake, type ListedFile, planImport } from "../../../src/facts/evidence/intake.ts"
import { parseLock, printLock } from "../../../src/facts/evidence/lock.ts"
import { encodeJpeg } from "../../../src/typeset/raster/encode-jpeg.ts"
import { encodePng } from "../../../src/typeset/raster/encode-png.ts"
import { blankRaster } from "../../../src/typeset/raster/raster.ts"
import { makeCompound } from "./make-compound.ts"
import { tarOf } from "./make-tar.ts"

const modifiedAt = "2026-11-21T09:00:00+08:00"
const pdf = (inside: string) => `%PDF-1.7\n1 0 obj << ${inside} >> endobj\n%%EOF\n`
const KEY = "-----BEGIN EC PRIVATE KEY-----\nMHc=\n-----END EC PRIVATE KEY-----\n"

const FILES: readonly (readonly [name: string, content: string, danger: string | undefined, caution: string])[] = [
    ["key.pem", KEY, "private-key", "；像是私钥或者钱包文件，请限制接触"],
    ["notes.txt", `保存的\n${KEY}`, "private-key", "；像是私钥"],
    ["wallet.dat", "x", "private-key", "；像是私钥"],
    ["UTC--2023.json", '{"crypto":{"ciphertext":"00","kdf":"scrypt"}}', "private-key", "；像是私钥"],
    ["a.pdf", pdf("/OpenAction << /S /JavaScript /JS (x) >>"), "active", "；内有脚本、宏、启动项或者内嵌文件"],
    ["b.pdf", pdf("/S /Launch /F (x.exe)"), "active", "；内有脚本"],
    ["page.html", "<p onload = 'x()'>", "active", "；内有脚本"],
    ["saved.html", '<img alt="" src="https://a.invalid/x.png">', "remote", "；打开时会从网上取内容，请断网打开"],
    ["style.html", "<style>p{background:url( '//a.invalid/x')}</style>", "remote", "；打开时会从网上取内容"],
    [
        "away.html",
        '<meta content="0; url=https://a.invalid/" http-equiv="refresh">',
        "remote",
        "；打开时会从网上取内容",
    ],
    ["drawing.svg", '<svg><image xlink:href="http://a.invalid/x"/></svg>', "remote", "；打开时会从网上取内容"],
    ["plain.html", '<a href="https://a.invalid/">a</a><img src="data:image/png;base64,AA==">', undefined, ""],
    ["written.pdf", pdf("/S /J#61vaScri#70#74 /J#53 (x)"), "active", "；内有脚本"],
    ["note.rtf", "{\\rtf1{\\object\\objautlink{\\*\\objdata 0105}}}", "active", "；内有脚本"],
    ["plain.rtf", "{\\rtf1 \\objdatax}", undefined, ""],
    ["c.pdf", pdf("/Type /Catalog /LaunchPad 1"), undefined, ""],
    ["d.txt", "/JavaScript /Launch", undefined, ""],
    ["public.pem", "-----BEGIN PUBLIC KEY-----\nMHc=\n-----END PUBLIC KEY-----\n", undefined, ""],
    ["tool.exe", "MZ", undefined, "；是程序，请勿双击打开"],
]

test("keys and active files are told to the reporter at every step, and to the police in the list", async () => {
    const listing = FILES.map(([originalName, content]): ListedFile => {
        return { folder: "evidence", originalName, modifiedAt, source: memorySource(utf8(content)) }
    })
    const clock = { importedAt: modifiedAt, newHasher: portableSha256 }
    const { lock, issues } = await planImport({ entries: [] }, listing, clock)
    for (const [name, , danger, caution] of FILES) {
        const entry = lock.entries.find(({ originalName }) => originalName === name)
        expect(entry?.danger, name).toBe(danger)
        if (entry === undefined) throw new Error(name)
        const said = { caption: "", source: "", maker: "", method: "", originalAt: "", label: entry.label }
        const { kind } = evidenceRow({ ...said, share: "police", entry })
        expect(kind, name).toContain(caution)
        expect(kind.includes("；"), name).toBe(caution !== "")
    }
    const again = parseLock(utf8(printLock(lock)))
    expect(again).toEqual({ lock, issues: [] })
    const told = (found: typeof issues) =>
        found
            .filter(({ code }) => /\.(?:private-key|active|remote)$/.test(code))
            .map(({ severity, path }) => [severity, path[0]])
    const named = FILES.filter(([, , danger]) => danger !== undefined).map(([name]) => ["warning", `evidence/${name}`])
    expect(told(issues).sort()).toEqual(named.sort())
    expect(told(await checkIntake(lock, listing, portableSha256)).sort()).toEqual(named.sort())
    // What goes to nobody is not told about.
    const all = new Set(lock.entries.map(({ label }) => label))
    expect(told(await checkIntake(lock, listing, portableSha256, all))).toEqual([])
})

const PICTURES: readonly (readonly [string, Uint8Array])[] = [
    ["a.png", encodePng(blankRaster(9, 9, [9, 9, 9]))],
    ["a.jpg", encodeJpeg(blankRaster(9, 9, [9, 9, 9]), 80)],
    ["a.gif", utf8("GIF89a")],
    ["a.pdf", utf8(pdf("/Type /Catalog"))],
]
const program = new Uint8Array(200)
program.set(utf8("MZ"))
program[60] = 100
program.set(utf8("PE"), 100)

test.each([
    ["a ZIP", zipSync({ "a.txt": utf8("x") }), "active"],
    ["a RAR", Uint8Array.of(0x52, 0x61, 0x72, 0x21, 0x1a, 7, 1, 0), "active"],
    ["a 7z", Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4), "active"],
    ["a program", program, "active"],
    ["a program of Linux", Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0), "active"],
    ["zeros", new Uint8Array(99), undefined],
    ["another picture, as phones keep", encodeJpeg(blankRaster(9, 9, [9, 9, 9]), 80), undefined],
    ["a recording, as phones keep", utf8("\0\0\0\x18ftypmp42"), undefined],
    ["letters that begin one", utf8("MZ Rar! 7z PK\x03\x04"), undefined],
])("%s behind a picture is told", async (_, behind, expected) => {
    for (const [name, bytes] of PICTURES) {
        const { mediaType } = sniffType(bytes, name)
        expect([name, await dangerOf(memorySource(concat([bytes, behind])), name, mediaType)]).toEqual([name, expected])
    }
})

const attachedTo = (name: string, type: string, bytes: Uint8Array) =>
    `From: a@a.invalid\r\nDate: Tue, 21 Mar 2023 01:49:08 +0800\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: ${type}\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${btoa(String.fromCharCode(...bytes))}\r\n--b--\r\n`

test("what lies in a ZIP or is attached to a mail is looked at as if it lay beside it", async () => {
    const script = utf8(pdf("/OpenAction << /S /JavaScript /JS (x) >>"))
    const macros = zipSync({ "[Content_Types].xml": utf8(""), "word/vbaProject.bin": utf8("x") })
    const harmless = utf8(pdf("/Type /Catalog"))
    const mail = (name: string, bytes: Uint8Array) => utf8(attachedTo(name, "application/octet-stream", bytes))
    const files: readonly (readonly [string, Uint8Array, string | undefined])[] = [
        ["a.eml", mail("a.pdf", script), "active"],
        ["a.eml", mail("a.docx", macros), "active"],
        ["a.eml", mail("a.p12", harmless), "private-key"],
        ["a.eml", mail("a.zip", zipSync({ "b.eml": mail("a.pdf", script) })), "active"],
        ["a.eml", utf8(attachedTo("b.eml", "message/rfc822", mail("a.pdf", script))), "active"],
        ["a.eml", mail("a.pdf", harmless), undefined],
        ["a.zip", zipSync({ "文件/a.pdf": script }), "active"],
        ["a.zip", zipSync({ "a.txt": utf8(KEY), "a.pdf": script }), "private-key"],
        ["a.tar", tarOf("setup.exe", utf8("x")), "active"],
        ["a.tar.gz", gzipSync(tarOf("a.pdf", script)), "active"],
        ["a.gz", gzipSync(utf8("x")), undefined],
        ["a.svg", utf8("<svg onload='x()'/>"), "active"],
        ["a.zip", zipSync({ "a.html": utf8('<img src="https://a.invalid/x.png">'), "a.pdf": harmless }), undefined],
    ]
    for (const [name, bytes, expected] of files) {
        const { mediaType } = sniffType(bytes.subarray(0, HEAD_BYTES), name)
        expect([name, await dangerOf(memorySource(bytes), name, mediaType)]).toEqual([name, expected])
    }
})

test("a ZIP that claims gigabytes takes neither time nor memory", async () => {
    const bytes = zipSync({ "a.txt": new Uint8Array(1000) })
    const many = zipSync(Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`${String(i)}.zip`, bytes])))
    const started = performance.now()
    expect(await dangerOf(memorySource(many), "a.zip", "application/zip")).toBeUndefined()
    expect(performance.now() - started).toBeLessThan(5000)
})

test.each([
    ["/OpenAction << /S /URI /URI (http://a.invalid/) >>", "remote"],
    ["/AA << /O << /F (\\\\\\\\10.0.0.1\\\\x) /D [0 /Fit] /S /GoToE >> >>", "remote"],
    ["/OpenAction << /Type /Action /S /SubmitForm /F << /FS /URL /F (//a.invalid/) >> >>", "remote"],
    ["/OpenAction << /S /GoTo /D [1 0 R /Fit] >>", undefined],
    ["/Annots [ << /Subtype /Link /A << /S /URI /URI (http://a.invalid/) >> >> ]", undefined],
    ["/F (a.pdf) /Filter /FlateDecode", undefined],
])("what a PDF fetches when it is opened is told: %s", async (inside, expected) => {
    expect(await dangerOf(memorySource(utf8(pdf(inside))), "a.pdf", "application/pdf")).toBe(expected)
})

test("names in packed objects of a PDF are seen, as most writers pack them", async () => {
    const packed = (inside: string, type = "/Type/ObjStm") => {
        const data = zlibSync(utf8(inside))
        const head = `%PDF-1.7\n1 0 obj\n<<${type}/N 1/First 4/Filter/FlateDecode/Length ${String(data.length)}>>\nstream\r\n`
        return concat([utf8(head), data, utf8("\nendstream\nendobj\n%%EOF\n")])
    }
    const script = "2 0 <</S/JavaScript/JS(x)>>"
    const dangerIn = (bytes: Uint8Array) => dangerOf(memorySource(bytes), "a.pdf", "application/pdf")
    expect(await dangerIn(packed(script))).toBe("active")
    expect(await dangerIn(concat([packed("2 0 <<>>"), packed(script)]))).toBe("active")
    expect(await dangerIn(packed("2 0 <</Type/Catalog>>"))).toBeUndefined()
    // What a page paints may show the word.
    expect(await dangerIn(packed(script, ""))).toBeUndefined()
    // Cut in the midst: what comes before is read, and nothing fails.
    expect(await dangerIn(packed(script).subarray(0, 110))).toBeUndefined()
    expect(await dangerIn(concat([packed(script).subarray(0, -26), utf8("\nendstream")]))).toBe("active")
})

test.each([
    ["a script", "<script>x</script>", "active"],
    ["addresses of its own parts", '<img src="https://a.invalid/x.png">', undefined],
])("a page saved as one file, with %s", async (_, body, expected) => {
    const page = `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${btoa(body)}\r\n--b--\r\n`
    expect(await dangerOf(memorySource(utf8(page)), "a.mhtml", "multipart/related")).toBe(expected)
})

test.each([
    ["a.docx", { "word/document.xml": "", "word/embeddings/oleObject1.bin": "x" }, "active"],
    ["a.docx", { "word/document.xml": "", "word/embeddings/Microsoft_Excel_Sheet.xlsx": "x" }, undefined],
    ["a.zip", { "机器人/setup.exe": "x" }, "active"],
    ["a.zip", { "聊天/1.png": "x", "说明.txt": "x" }, undefined],
    ["a.xlsm", { "xl/workbook.xml": "", "xl/vbaProject.bin": "x" }, "active"],
    ["a.docx", { "word/document.xml": "", "word/activeX/activeX1.bin": "x" }, "active"],
    ["a.xlsx", { "xl/workbook.xml": "", "xl/macrosheets/sheet1.xml": "x" }, "active"],
    ["a.xlsx", { "xl/workbook.xml": "", "xl/worksheets/sheet1.xml": "vbaProject.bin" }, undefined],
    ["a.zip", { "vbaProject.bin": "x", "other/xl/vbaProject.bin": "x" }, undefined],
] as const)("macros and controls of an office file are told by its parts: %s", async (name, parts, expected) => {
    const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, utf8(text)])))
    expect(await dangerOf(memorySource(bytes), name, "application/zip")).toBe(expected)
})

const RELS = "word/_rels/document.xml.rels"
const relation = (type: string, target: string) =>
    `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`
const field = (...texts: readonly string[]) =>
    texts.map((text) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`).join("")

test.each<[string, Record<string, string>, string | undefined]>([
    [
        "a template",
        { "word/_rels/settings.xml.rels": relation("attachedTemplate", "https://a.invalid/t.dotm") },
        "remote",
    ],
    ["a picture", { [RELS]: relation("image", "http://a.invalid/x.png") }, "remote"],
    ["an object on a share", { [RELS]: relation("oleObject", "file:///\\\\10.0.0.1\\x") }, "remote"],
    [
        "a workbook on a server",
        { "xl/externalLinks/_rels/externalLink1.xml.rels": relation("externalLinkPath", "//a/x.xlsx") },
        "remote",
    ],
    [
        "a workbook of this machine",
        { "xl/externalLinks/_rels/externalLink1.xml.rels": relation("externalLinkPath", "file:///C:/x.xlsx") },
        undefined,
    ],
    ["a link to click", { [RELS]: relation("hyperlink", "https://a.invalid/") }, undefined],
    [
        "a query",
        { "xl/connections.xml": '<connection><webPr xml="1" url="https://a.invalid/"/></connection>' },
        "remote",
    ],
    ["a field in pieces", { "word/document.xml": field(" DDE", "AUTO c:\\\\x.exe") }, "active"],
    ["a field of a page number", { "word/document.xml": field(" PAGE ") }, undefined],
    ["a link that starts a program", { "xl/externalLinks/externalLink1.xml": '<ddeLink ddeService="cmd"/>' }, "active"],
])("%s in an office file is told", async (_, parts, expected) => {
    const all = { "[Content_Types].xml": "", ...parts }
    const bytes = zipSync(Object.fromEntries(Object.entries(all).map(([part, text]) => [part, utf8(text)])))
    expect(await dangerOf(memorySource(bytes), "a.docx", "application/zip")).toBe(expected)
})

test.each<[string, Record<string, string>, string | undefined]>([
    ["a picture", { "content.xml": '<draw:image xlink:type="simple" xlink:href="https://a.invalid/x"/>' }, "remote"],
    ["a picture of its own", { "content.xml": '<draw:image xlink:href="Pictures/x.png"/>' }, undefined],
    ["a link", { "content.xml": '<text:a xlink:href="https://a.invalid/">a</text:a>' }, undefined],
    ["a macro", { "content.xml": "", "Basic/Standard/Module1.xml": "x" }, "active"],
])("%s in an OpenDocument file is told", async (_, parts, expected) => {
    const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, utf8(text)])))
    expect(await dangerOf(memorySource(bytes), "a.odt", "application/zip")).toBe(expected)
})

test("a mail that loads a picture is told, packed for its way or not", async () => {
    const mail = (coding: string, body: string) =>
        memorySource(
            utf8(
                `From: a@a.invalid\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: ${coding}\r\n\r\n${body}\r\n`,
            ),
        )
    const html = '<img width=1 src="https://a.invalid/p?id=1">'
    for (const source of [
        mail("8bit", html),
        mail("base64", btoa(html)),
        mail("quoted-printable", html.replaceAll("=", "=3D")),
    ])
        expect(await dangerOf(source, "a.eml", "message/rfc822")).toBe("remote")
    expect(
        await dangerOf(mail("8bit", '<script>1</script><img src="cid:1">'), "a.eml", "message/rfc822"),
    ).toBeUndefined()
})

test.each([
    ['Content-Disposition: attachment; filename="发票.exe"', "active"],
    ["Content-Disposition: attachment;\r\n filename*=UTF-8''%E5%8F%91.js", "active"],
    [`Content-Type: application/octet-stream;\r\n\tname="=?utf-8?B?${btoa("invoice.scr")}?="`, "active"],
    ['Content-Disposition: attachment; filename="发票.pdf"', undefined],
    ['X-Note: filename="a.exe"', undefined],
])("a program in a mail is told: %s", async (field, expected) => {
    const mail = `From: a@a.invalid\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n${field}\r\n\r\nTVo=\r\n--b--\r\n`
    expect(await dangerOf(memorySource(utf8(mail)), "a.eml", "message/rfc822")).toBe(expected)
})

test("so are macros of an old document, by the storage of their project", async () => {
    const names = ["Root Entry", "Macros", "VBA", "dir", "_VBA_PROJECT", "WordDocument"]
    expect(await dangerOf(memorySource(makeCompound(names)), "a.doc", "application/msword")).toBe("active")
    expect(await dangerOf(memorySource(makeCompound(names.slice(0, 3))), "a.doc", "application/msword")).toBeUndefined()
})

test("a name that is parted between two pieces of a large PDF is seen", async () => {
    const large = new Uint8Array((1 << 20) + 100).fill(0x20)
    large.set(utf8("%PDF-1.7"), 0)
    large.set(utf8("/JavaScript "), (1 << 20) - 5)
    const file: ListedFile = { folder: "evidence", originalName: "a.pdf", modifiedAt, source: memorySource(large) }
    const { lock } = await planImport({ entries: [] }, [file], { importedAt: modifiedAt, newHasher: portableSha256 })
    expect(lock.entries[0]?.danger).toBe("active")
})

test.each([
    ["blanks behind a source", `<img src=${" ".repeat(1_000_000)}x`],
    ["blanks behind a script", `<a href=${" ".repeat(1_000_000)}x`],
    ["blanks behind an import", `@import${" ".repeat(1_000_000)}x`],
    ["a tag that says 200,000 times that it is to be loaded anew", `<meta ${"http-equiv=refresh ".repeat(200_000)}`],
])("a page with %s is looked through at once", async (_, text) => {
    expect(await dangerOf(memorySource(utf8(text)), "page.html", "text/html")).toBeUndefined()
})
