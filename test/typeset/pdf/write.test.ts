import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { buildSync } from "esbuild"
import { PDFArray, PDFDict, PDFDocument, PDFNumber, PDFRawStream } from "pdf-lib"
import { describe, expect, test } from "vitest"
import { tool } from "../../tool.ts"
import { contentOf, extract, name, OPTIONS, reread, streamText, xmpOf } from "./reread.ts"
import { fileOf, run } from "./run.ts"
import { documentOf, documentOfLines, fonts, fullDocument, HARD_LINES, text } from "./sample.ts"
import { writePdf } from "./written-bytes.ts"

describe("every character can be copied as it was written", () => {
    test.skipIf(!tool("pdftotext"))("with poppler", async () => {
        const path = fileOf(await writePdf(documentOfLines(HARD_LINES), fonts, OPTIONS))
        expect(run("pdftotext", "-raw", path, "-").replace("\f", "").trimEnd().split("\n")).toEqual(HARD_LINES)
    })

    test.skipIf(!tool("mutool"))("with MuPDF", async () => {
        const path = fileOf(await writePdf(documentOfLines(HARD_LINES), fonts, OPTIONS))
        const { stdout } = spawnSync("mutool", ["draw", "-q", "-F", "txt", path], { encoding: "utf8" })
        expect(
            stdout
                .replace("\f", "")
                .split("\n")
                .filter((line) => line !== ""),
        ).toEqual(HARD_LINES)
    })

    test("and the map says so for all clusters, emoji and selectors too", async () => {
        const line = "👨\u200D👩 葛\u{E0100} 1\uFE0F\u20E3 🇨🇳 ☑\uFE0F x\u0302 —— ⼀一"
        const pdf = await reread(documentOfLines([line]))
        expect(extract(pdf)).toBe(line)
    })
})

describe("the file is sound", () => {
    test.skipIf(!tool("qpdf"))("for qpdf", async () => {
        const path = fileOf(await writePdf(fullDocument(), fonts, OPTIONS))
        expect(run("qpdf", "--check", path)).toContain("No syntax or stream encoding errors found")
    })

    test.skipIf(!tool("pdffonts"))("with all fonts embedded in part and mapped to Unicode", async () => {
        const path = fileOf(await writePdf(documentOfLines(HARD_LINES), fonts, OPTIONS))
        const rows = run("pdffonts", path).trimEnd().split("\n").slice(2)
        expect(rows.length).toBe(5)
        for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes /)
    })

    test("and all that is drawn stands in marked content", async () => {
        const pdf = await reread(fullDocument())
        for (const page of [0, 1]) {
            let depth = 0
            for (const line of contentOf(pdf, page).trimEnd().split("\n")) {
                if (line.endsWith("BDC")) depth++
                else if (line === "EMC") depth--
                else if (/(?:TJ|S|f|B|Do)$/.test(line)) expect(depth, line).toBeGreaterThan(0)
            }
            expect(depth).toBe(0)
        }
    })

    test("heads, feet and rules are artifacts of their kinds", async () => {
        const content = contentOf(await reread(fullDocument()), 0)
        for (const artifact of [
            "/Type /Pagination /Subtype /Header",
            "/Type /Pagination /Subtype /Footer",
            "/Type /Layout",
        ])
            expect(content).toContain(`/Artifact <<${artifact}>> BDC`)
    })

    test("a document without pictures, outline and text is one too", async () => {
        const pdf = await reread(documentOf([[]], []))
        expect(pdf.getPageCount()).toBe(1)
        expect(pdf.catalog.has(name("Outlines"))).toBe(false)
    })
})

describe("the structure", () => {
    test.skipIf(!tool("pdfinfo"))("reads in order, with its attributes, as poppler sees it", async () => {
        const path = fileOf(await writePdf(fullDocument(), fonts, OPTIONS))
        expect(run("pdfinfo", "-struct-text", path)).toMatchInlineSnapshot(`
          "Document
            H1 (block)
              "一、样例标题"
            P (block)
              "正文在链接之前，"
              Link (inline)
                "https://example.example/a?b=(1)，链接折行"
                Object 8 0
                Object 9 0
              "之后还有正文。"
            L (block):
               /ListNumbering /Decimal
              LI (block)
                Lbl (block)
                  "1."
                LBody (block)
                  "列表第一项"
            Table (block)
              THead
                TR
                  TH:
                     /Scope /Column
                     /ColSpan 2
                    "表头甲"
                  TH:
                     /Scope /Column
                    "表头乙"
              TBody
                TR
                  TD
                    "单元格"
                  TD
                  TD
                    "末格"
            Figure:
               /Placement /Block
               /BBox [60 661.89 260 761.89]
              ""
            P (block)
              "A paragraph in English夹中文"
            Note <note-000020> (inline)
              "脚注文字"
          "
        `)
    })

    test("leads from each mark and annotation back to its element", async () => {
        const pdf = await reread(fullDocument())
        const root = pdf.catalog.lookup(name("StructTreeRoot"), PDFDict)
        const numbers = root.lookup(name("ParentTree"), PDFDict).lookup(name("Nums"), PDFArray)
        const entries = new Map<number, unknown>()
        for (let i = 0; i < numbers.size(); i += 2)
            entries.set(numbers.lookup(i, PDFNumber).asNumber(), numbers.lookup(i + 1))
        for (const [i, page] of pdf.getPages().entries()) {
            const owners = entries.get(page.node.lookup(name("StructParents"), PDFNumber).asNumber()) as PDFArray
            const marks = [...contentOf(pdf, i).matchAll(/\/(\w+) <<\/MCID (\d+)>> BDC/g)]
            expect(marks.length).toBe(owners.size())
            for (const [, role, mcid] of marks)
                expect(owners.lookup(Number(mcid), PDFDict).lookup(name("S"))).toBe(name(role ?? ""))
            const annotations = page.node.Annots()
            for (let k = 0; k < (annotations?.size() ?? 0); k++) {
                const annotation = annotations?.lookup(k, PDFDict)
                const owner = entries.get(
                    annotation?.lookup(name("StructParent"), PDFNumber).asNumber() ?? -1,
                ) as PDFDict
                expect(owner.lookup(name("S"))).toBe(name("Link"))
                expect(annotation?.lookup(name("F"), PDFNumber).asNumber()).toBe(4)
                expect(annotation?.has(name("Contents"))).toBe(true)
            }
        }
        expect(pdf.getPages()[0]?.node.Annots()?.size()).toBe(2)
    })

    test("says the language where it changes, and describes the figure", async () => {
        const pdf = await reread(fullDocument())
        expect(contentOf(pdf, 1)).toContain("/Span <</Lang (zh-CN)>> BDC")
        const raw = Buffer.from(await pdf.save({ useObjectStreams: false })).toString("latin1")
        expect(raw).toContain("/Lang (en)")
        expect(raw).toContain("/Lang (zh-CN)")
        expect(raw).toContain(
            `/Alt <FEFF${Buffer.from("灰色方块（样例）", "utf16le").swap16().toString("hex").toUpperCase()}>`,
        )
    })
})

test.skipIf(!tool("mutool"))("the bookmarks lead to their pages, nested", async () => {
    const path = fileOf(await writePdf(fullDocument(), fonts, OPTIONS))
    const { stdout } = spawnSync("mutool", ["show", path, "outline"], { encoding: "utf8" })
    expect(
        stdout
            .replace(/\t#.*$/gm, "")
            .trimEnd()
            .split("\n"),
    ).toEqual(['+\t"一、样例标题"', '+\t\t"下级"', '|\t\t\t"跳级"', '|\t"又一节"'])
})

describe("what the file says of itself", () => {
    test("is the same in Info and XMP, and claims PDF/A-2a and PDF/UA-1", async () => {
        const options = { ...OPTIONS, author: "张三 & 李四", subject: "<样例>", keywords: ["甲", "乙"] }
        const pdf = await reread(fullDocument(), options)
        const xmp = xmpOf(pdf)
        expect([pdf.getTitle(), pdf.getAuthor(), pdf.getSubject(), pdf.getKeywords()]).toEqual([
            "样例：部分（一）<A & B>",
            "张三 & 李四",
            "<样例>",
            "甲, 乙",
        ])
        for (const part of [
            "样例：部分（一）&lt;A &amp; B&gt;",
            "<rdf:li>张三 &amp; 李四</rdf:li>",
            "&lt;样例&gt;",
            "<pdf:Keywords>甲, 乙</pdf:Keywords>",
            "<xmp:CreateDate>2026-03-21T09:30:00+08:00</xmp:CreateDate>",
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
            "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
        ])
            expect(xmp).toContain(part)
        expect(pdf.getCreationDate()?.toISOString()).toBe("2026-03-21T01:30:00.000Z")
        expect(pdf.getModificationDate()).toEqual(pdf.getCreationDate())
        expect(pdf.catalog.lookup(name("OutputIntents"), PDFArray).size()).toBe(1)
        expect(pdf.catalog.lookup(name("ViewerPreferences"), PDFDict).toString()).toContain("/DisplayDocTitle true")
    })

    test("names no program to a recipient, anywhere", async () => {
        const bytes = await writePdf(fullDocument(), fonts, { ...OPTIONS, neutral: true })
        const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
        expect([pdf.getProducer(), pdf.getCreator()]).toEqual([undefined, undefined])
        const all = [bytes, ...pdf.context.enumerateIndirectObjects().map(([, object]) => object)].map((part) =>
            part instanceof Uint8Array
                ? Buffer.from(part).toString("latin1")
                : part instanceof PDFRawStream
                  ? streamText(part)
                  : String(part),
        )
        const utf16 = Buffer.from("lerpack", "utf16le").swap16().toString("hex")
        for (const part of all) expect(part.toLowerCase()).not.toMatch(new RegExp(`lerpack|pdf-lib|${utf16}`))
        expect(pdf.catalog.lookup(name("StructTreeRoot"), PDFDict).has(name("K"))).toBe(true)
    })

    test("a date that is not RFC 3339 is refused", async () => {
        await expect(writePdf(fullDocument(), fonts, { ...OPTIONS, creationDate: "2026-03-21" })).rejects.toThrow(
            RangeError,
        )
    })
})

test("a glyph that no font has stops the file and is named", async () => {
    const doc = documentOfLines(["好ก\u202E"])
    await expect(writePdf(doc, fonts, OPTIONS)).rejects.toMatchObject({
        issues: [{ code: "font.glyph.missing", params: { characters: ["ก", "\u202E"] } }],
    })
})

test("spacing between glyphs is kept, and characters with it", async () => {
    const item = text("甲乙丙", 60, 80, 1)
    if (item.kind !== "text") throw new TypeError("no text")
    const spaced = (...adjust: number[]) => [[{ ...item, adjust }]]
    const pdf = await reread(documentOf(spaced(250, -500, 0), [{ role: "P", parent: 0 }]))
    expect(contentOf(pdf, 0)).toContain("[<0001>-250 <0002>500 <0003>] TJ")
    // What most of them share is said once.
    const even = await reread(documentOf(spaced(50, 50, 0), [{ role: "P", parent: 0 }]))
    expect(contentOf(even, 0)).toContain("\n0.6 Tc\nBT\n")
    expect(contentOf(even, 0)).toContain("[<000100020003>50 ] TJ")
})

describe("the same document gives the same bytes", () => {
    const script = `
        import { writePdf } from "./test/typeset/pdf/written-bytes.ts"
        import { fonts, fullDocument, documentOfLines, HARD_LINES } from "./test/typeset/pdf/sample.ts"
        const options = { creationDate: "2026-03-21T09:30:00+08:00", neutral: false }
        const all = [fullDocument(), documentOfLines(HARD_LINES)].map((doc) => writePdf(doc, fonts, options))
        for (const bytes of await Promise.all(all)) process.stdout.write(Buffer.from(bytes).toString("base64") + "\\n")`
    const root = join(import.meta.dirname, "../../..")

    test("in another process, zone and locale, bundled from pdf-lib's other build", async () => {
        const { outputFiles } = buildSync({
            stdin: { contents: script, resolveDir: root, loader: "ts" },
            bundle: true,
            write: false,
            format: "esm",
            platform: "node",
            mainFields: ["module", "main"],
            define: { "import.meta.dirname": JSON.stringify(join(root, "test/typeset/font")) },
        })
        const bundle = fileOf(outputFiles[0]?.contents ?? new Uint8Array(0), "bundle.mjs")
        const expected = await Promise.all(
            [fullDocument(), documentOfLines(HARD_LINES)].map((doc) => writePdf(doc, fonts, OPTIONS)),
        )
        for (const env of [
            { TZ: "Asia/Shanghai", LC_ALL: "zh_CN.UTF-8" },
            { TZ: "America/New_York", LC_ALL: "C" },
        ]) {
            const { stdout, stderr } = spawnSync(process.execPath, [bundle], {
                encoding: "utf8",
                env: { ...process.env, ...env },
            })
            expect(stderr).toBe("")
            expect(stdout.trimEnd().split("\n")).toEqual(expected.map((bytes) => Buffer.from(bytes).toString("base64")))
        }
    })

    test("whatever was written before, and another document has another identifier", async () => {
        const first = await writePdf(fullDocument(), fonts, OPTIONS)
        await writePdf(documentOfLines(HARD_LINES), fonts, OPTIONS)
        const again = await writePdf(fullDocument(), fonts, OPTIONS)
        expect(Buffer.compare(first, again)).toBe(0)
        const other = await writePdf({ ...fullDocument(), title: "另一份" }, fonts, OPTIONS)
        const id = (bytes: Uint8Array) =>
            /\/ID \[ <([0-9a-f]{32})> <\1> \]/.exec(Buffer.from(bytes).toString("latin1"))?.[1]
        expect(id(first)).toMatch(/^[0-9a-f]{32}$/)
        expect(id(other)).not.toBe(id(first))
    })
})
