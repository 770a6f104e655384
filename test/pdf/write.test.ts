import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { buildSync } from "esbuild"
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from "pdf-lib"
import { describe, expect, test } from "vitest"
import { FACES } from "../../src/font/faces.data.ts"
import type { PlacedDocument } from "../../src/layout/placed.ts"
import { type PdfOptions, writePdf } from "../../src/pdf/write.ts"
import { oracle, oracleOf } from "../font/fontkit.ts"
import { tool } from "../tool.ts"
import { fileOf, type Pixels, render, run } from "./run.ts"
import { documentOf, documentOfLines, fonts, fullDocument, HARD_LINES, text } from "./sample.ts"

const OPTIONS: PdfOptions = { creationDate: "2026-03-21T09:30:00+08:00", neutral: false }

function name(key: string): PDFName {
    return PDFName.of(key)
}
async function reread(doc: PlacedDocument, options = OPTIONS): Promise<PDFDocument> {
    return PDFDocument.load(await writePdf(doc, fonts, options), { updateMetadata: false })
}
function streamText(stream: unknown): string {
    if (!(stream instanceof PDFRawStream)) throw new TypeError("no stream")
    const isPlain = stream.dict.get(name("Filter")) === undefined
    return Buffer.from(isPlain ? stream.contents : decodePDFRawStream(stream).decode()).toString()
}
function xmpOf(pdf: PDFDocument): string {
    return streamText(pdf.catalog.lookup(name("Metadata")))
}

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

/** Text of the first page's glyphs through ToUnicode, in drawing order. */
function extract(pdf: PDFDocument): string {
    const maps = new Map(fontsOf(pdf).map(({ key, unicode }) => [key, unicode]))
    let map = new Map<string, string>()
    let out = ""
    for (const [token] of contentOf(pdf, 0).matchAll(/\/F\d+|<[0-9a-f]+>/g)) {
        if (token.startsWith("/")) map = maps.get(token.slice(1)) ?? map
        else for (const code of token.slice(1, -1).match(/.{4}/g) ?? []) out += map.get(code) ?? "?"
    }
    return out
}
function contentOf(pdf: PDFDocument, page: number): string {
    return streamText(pdf.getPages()[page]?.node.lookup(name("Contents")))
}

interface Embedded {
    readonly key: string
    readonly face: string
    readonly unicode: Map<string, string>
    readonly program: Uint8Array
    readonly widths: Map<number, number>
}
function fontsOf(pdf: PDFDocument): Embedded[] {
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
        for (const [, code, value] of cmap.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm))
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
function widthsOf(array: PDFArray | undefined): Map<number, number> {
    const widths = new Map<number, number>()
    for (let i = 0; i + 1 < (array?.size() ?? 0); i += 2) {
        const first = array?.lookup(i, PDFNumber).asNumber() ?? 0
        const run = array?.lookup(i + 1, PDFArray)
        for (let k = 0; k < (run?.size() ?? 0); k++) widths.set(first + k, run?.lookup(k, PDFNumber).asNumber() ?? 0)
    }
    return widths
}

describe("glyphs are drawn as the fonts draw them", () => {
    const many = Array.from({ length: 40 }, (_, row) =>
        Array.from({ length: 30 }, (_, i) => String.fromCodePoint(0x4e00 + 17 * (30 * row + i))).join(""),
    )

    test("outlines and widths in the file are those of the fonts", async () => {
        const embedded = fontsOf(await reread(documentOfLines([...HARD_LINES, ...many])))
        let checked = 0
        for (const { face, unicode, program, widths } of embedded) {
            const subset = oracle(program)
            const source = oracleOf(FACES.find(({ id }) => id === face)?.file ?? "")
            for (const [code, cluster] of unicode) {
                const cid = Number.parseInt(code, 16)
                const glyph = subset.getGlyph(cid)
                const advance = Math.round((glyph.advanceWidth * 1000) / source.unitsPerEm)
                expect(widths.get(cid) ?? 1000, cluster).toBe(advance)
                const [first] = fonts.shape(cluster, { family: "serif", weight: 400 })
                if (first?.face !== face || first.text !== cluster) continue
                expect(glyph.path.toSVG(), cluster).toBe(source.getGlyph(first.gid).path.toSVG())
                checked++
            }
        }
        expect(checked).toBeGreaterThan(1200)
    })

    test.skipIf(!tool("pdftoppm"))("and what is rendered is what the outlines give, drawn as paths", async () => {
        const doc = documentOfLines([...HARD_LINES, ...many.slice(0, 20)])
        const glyphs = render(fileOf(await writePdf(doc, fonts, OPTIONS)), DPI)
        const paths = render(fileOf(await drawnAsPaths(doc)), DPI)
        const differences = boxesOf(doc).map(({ cluster, box }) => ({ cluster, share: difference(glyphs, paths, box) }))
        expect(differences.length).toBeGreaterThan(700)
        // Edges of glyphs and of paths are smoothed a little differently; a wrong or missing glyph differs by half.
        expect(differences.filter(({ share }) => share > 0.25)).toEqual([])
    })

    test.skipIf(!tool("pdftoppm"))("which the comparison would notice: one character exchanged is found", async () => {
        const doc = documentOfLines(["甲乙丙丁"])
        const glyphs = render(fileOf(await writePdf(documentOfLines(["甲己丙丁"]), fonts, OPTIONS)), DPI)
        const paths = render(fileOf(await drawnAsPaths(doc)), DPI)
        const found = boxesOf(doc).filter(({ box }) => difference(glyphs, paths, box) > 0.25)
        expect(found.map(({ cluster }) => cluster)).toEqual(["乙"])
    })
})

const DPI = 200

/** Boxes of the glyphs of a page in pixels from the top left, one em high. */
function boxesOf(doc: PlacedDocument): { cluster: string; box: readonly [number, number, number, number] }[] {
    return (doc.pages[0]?.items ?? []).flatMap((item) => {
        if (item.kind !== "text") return []
        let x = item.xPt
        return item.glyphs.map(({ text: cluster, advance }) => {
            const width = (advance * item.sizePt) / 1000
            const box = [x, item.yPt - 0.9 * item.sizePt, x + width, item.yPt + 0.2 * item.sizePt] as const
            x += width
            return { cluster, box: box.map((value) => Math.round((value * DPI) / 72)) as unknown as typeof box }
        })
    })
}

/** Summed difference of darkness in a box as a share of the darkness of both. */
function difference(
    a: Pixels,
    b: Pixels,
    [left, top, right, bottom]: readonly [number, number, number, number],
): number {
    let [sum, ink] = [0, 0]
    for (let y = top; y < bottom; y++)
        for (let x = left; x < right; x++) {
            const [p, q] = [255 - a.at(x, y)[0], 255 - b.at(x, y)[0]]
            sum += Math.abs(p - q)
            ink += p + q
        }
    return ink < 255 ? 0 : sum / ink
}

/** The same page with every glyph filled as a path of the original font's outline. */
async function drawnAsPaths(doc: PlacedDocument): Promise<Uint8Array> {
    const pdf = await PDFDocument.create()
    const page = pdf.addPage([595.28, 841.89])
    const out: string[] = ["0 g"]
    for (const item of doc.pages[0]?.items ?? []) {
        if (item.kind !== "text") continue
        let x = item.xPt
        for (const { face, gid, advance } of item.glyphs) {
            const font = oracleOf(FACES.find(({ id }) => id === face)?.file ?? "")
            const scale = item.sizePt / font.unitsPerEm
            const at = (px: number, py: number) =>
                `${(x + px * scale).toFixed(4)} ${(841.89 - item.yPt + py * scale).toFixed(4)}`
            out.push(pathOf(font.getGlyph(gid).path.commands as readonly PathCommand[], at))
            x += (advance * item.sizePt) / 1000
        }
    }
    page.node.set(name("Contents"), pdf.context.register(pdf.context.stream(out.join("\n"))))
    return pdf.save()
}

interface PathCommand {
    readonly command: string
    readonly args: readonly number[]
}
function pathOf(commands: readonly PathCommand[], at: (x: number, y: number) => string): string {
    let [px, py] = [0, 0]
    const out: string[] = []
    for (const { command, args } of commands) {
        const [a = 0, b = 0, c = 0, d = 0] = args
        if (command === "moveTo") out.push(`${at(a, b)} m`)
        else if (command === "lineTo") out.push(`${at(a, b)} l`)
        else if (command === "quadraticCurveTo") {
            const first = at(px + (2 / 3) * (a - px), py + (2 / 3) * (b - py))
            out.push(`${first} ${at(c + (2 / 3) * (a - c), d + (2 / 3) * (b - d))} ${at(c, d)} c`)
        } else out.push("h")
        if (args.length > 0) [px, py] = args.slice(-2) as [number, number]
    }
    return out.length === 0 ? "" : `${out.join(" ")} f`
}

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
    ).toEqual(['+\t"一、样例标题"', '+\t\t"下级"', ' \t\t\t"跳级"', '|\t"又一节"'])
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
    const doc = documentOfLines(["好한\u202E"])
    await expect(writePdf(doc, fonts, OPTIONS)).rejects.toMatchObject({
        issues: [{ code: "font.glyph.missing", params: { characters: ["한", "\u202E"] } }],
    })
})

test("spacing between glyphs is kept, and characters with it", async () => {
    const item = text("甲乙丙", 60, 80, 1)
    if (item.kind !== "text") throw new TypeError("no text")
    const glyphs = item.glyphs.map((glyph, i) => ({ ...glyph, adjust: i === 0 ? 250 : i === 1 ? -500 : 0 }))
    const pdf = await reread(documentOf([[{ ...item, glyphs }]], [{ role: "P", parent: 0 }]))
    expect(contentOf(pdf, 0)).toContain("[<0001>-250 <0002>500 <0003>] TJ")
})

describe("the same document gives the same bytes", () => {
    const script = `
        import { writePdf } from "./src/pdf/write.ts"
        import { fonts, fullDocument, documentOfLines, HARD_LINES } from "./test/pdf/sample.ts"
        const options = { creationDate: "2026-03-21T09:30:00+08:00", neutral: false }
        const all = [fullDocument(), documentOfLines(HARD_LINES)].map((doc) => writePdf(doc, fonts, options))
        for (const bytes of await Promise.all(all)) process.stdout.write(Buffer.from(bytes).toString("base64") + "\\n")`
    const root = join(import.meta.dirname, "../..")

    test("in another process, zone and locale, bundled from pdf-lib's other build", async () => {
        const { outputFiles } = buildSync({
            stdin: { contents: script, resolveDir: root, loader: "ts" },
            bundle: true,
            write: false,
            format: "esm",
            platform: "node",
            mainFields: ["module", "main"],
            define: { "import.meta.dirname": JSON.stringify(join(root, "test/font")) },
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
