import { writeFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { unzipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { PacketError } from "../../../src/base/issue.ts"
import type { Block, Cell, DocumentModel, Inline, Row } from "../../../src/typeset/document/blocks.ts"
import { collectText } from "../../../src/typeset/document/collect-text.ts"
import { renderDocument } from "../../../src/typeset/document/render-document.ts"
import { type DocxSetting, writeDocx } from "../../../src/typeset/office/docx-write.ts"
import { readXml } from "../../../src/typeset/office/xml.ts"
import { outside, scratch } from "../../cli/run.ts"
import { tool } from "../../tool.ts"

const SETTING: DocxSetting = { at: "2023-05-08T07:30:00Z", ref: "LX-1", head: "整理的附件 · Annex" }

const text = (value: string): Inline => ({ kind: "text", text: value })
const paragraph = (...inlines: readonly (Inline | string)[]): Block => ({
    kind: "paragraph",
    inlines: inlines.map((one) => (typeof one === "string" ? text(one) : one)),
})
const model = (blocks: readonly Block[], over: Partial<DocumentModel> = {}): DocumentModel => ({
    title: "样例",
    lang: "zh-CN",
    style: "letter",
    blocks,
    ...over,
})

/** A document with every element that a text document holds. */
const EVERYTHING = renderDocument(
    `<article lang="zh-CN" class="letter">
<title>全部元素</title>
<h1>标题</h1><h2>一、二级</h2><h3>（一）三级</h3><h4>1．四级</h4>
<p class="addressee">收件人：</p>
<p>正文<strong>加粗</strong><em>强调</em><code>0xAb_c</code><small>〔来源〕</small><span lang="en">English</span><br>第二行<span class="blank-4"></span>见<a href="https://a.example/b">说明</a>。</p>
<p class="end">右对齐</p><p class="plain note">两个类</p>
<ul><li>甲<ol start="5"><li>子五</li><li>子六</li></ol></li><li><p>乙一</p><p>乙二</p></li></ul>
<ol start="3"><li>三</li><li>四</li></ol>
<dl><dt>名</dt><dd>值<ul><li>其一</li></ul></dd><dt>空</dt><dd></dd></dl>
<aside class="note"><p>框内</p><ul><li>框内列表</li></ul><table><tbody><tr><td>框内表</td></tr></tbody></table></aside>
<table><caption>表题</caption><colgroup><col width="1"><col width="2"><col width="1"></colgroup>
<thead><tr><th rowspan="2">资产</th><th colspan="2" scope="colgroup">数量</th></tr><tr><th>转出</th><th>退回</th></tr></thead>
<tbody><tr><th scope="row">BTC</th><td class="decimal">1.5</td><td><ul><li>项</li></ul></td></tr><tr><td colspan="2">合并</td><td></td></tr></tbody></table>
<table class="compact"><tbody><tr><td><code>13227384079</code></td></tr></tbody></table>
<hr><hr class="page"><h2>另页</h2>
<hr class="page"><table><tbody><tr><td>另页的表</td></tr></tbody></table>
<section lang="en" class="annex"><p>Annex one</p><p>Annex two</p></section>
<section class="signature"><p class="end">单位</p><p class="end">（盖章）</p></section>
<section class="request" lang="en"><p>A part of its own</p></section>
</article>`,
    "t.hbs",
    {},
    {},
)

/** The parts of a file as text, by name. */
function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
    const parts = Object.entries(unzipSync(bytes))
    return Object.fromEntries(parts.map(([name, content]) => [name, new TextDecoder().decode(content)]))
}
function bodyOf(source: DocumentModel, setting = SETTING): string {
    return partsOf(writeDocx(source, setting))["word/document.xml"] ?? ""
}

/** What stands in the text elements; a line for each paragraph. */
function textOf(xml: string): string[] {
    const lines: string[] = []
    let own = ""
    let isText = false
    for (const event of readXml(xml)) {
        if (event.kind === "open" && event.name === "t") isText = true
        else if (event.kind === "close" && event.name === "t") isText = false
        else if (event.kind === "open" && event.name === "br") own += "\n"
        else if (event.kind === "open" && event.name === "tab") own += "\t"
        else if (event.kind === "text" && isText) own += event.text
        else if (event.kind === "close" && event.name === "p") {
            lines.push(own)
            own = ""
        }
    }
    return lines
}

/** Elements whose children have a fixed order (ECMA-376 part 1, 5th ed., annex A.1), with the children used here. */
const ORDER: Readonly<Record<string, string>> = {
    pPr: "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    rPr: "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    tblPr: "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook",
    tblBorders: "top left bottom right insideH insideV",
    tblCellMar: "top left bottom right",
    tcPr: "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    tbl: "tblPr tblGrid tr",
    tr: "trPr tc",
    p: "pPr r fldSimple",
    r: "rPr t br tab",
    sectPr: "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    style: "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr",
    styles: "docDefaults latentStyles style",
    docDefaults: "rPrDefault pPrDefault",
    numbering: "numPicBullet abstractNum num",
    abstractNum: "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    lvl: "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    num: "abstractNumId lvlOverride",
    font: "altName panose1 charset family notTrueType pitch sig",
    settings:
        "writeProtection view zoom removePersonalInformation removeDateAndTime mirrorMargins defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl noLineBreaksAfter noLineBreaksBefore compat rsids themeFontLang",
}
/** Elements that may hold several of a kind between others. */
const MIXED = ["p", "r"]

/** Children that stand where the format has no place for them. */
function misplaced(xml: string): string[] {
    const found: string[] = []
    const open: { name: string; last: number }[] = []
    for (const event of readXml(xml)) {
        if (event.kind === "close") open.pop()
        if (event.kind !== "open") continue
        const parent = open.at(-1)
        const order = ORDER[parent?.name ?? ""]?.split(" ")
        if (parent && order) {
            const at = order.indexOf(event.name)
            const isFirst = ["pPr", "rPr"].includes(event.name)
            if (at < 0 || (MIXED.includes(parent.name) ? isFirst && parent.last >= 0 : at < parent.last))
                found.push(`${event.name} in ${parent.name}`)
            parent.last = Math.max(parent.last, at)
        }
        open.push({ name: event.name, last: -1 })
    }
    return found
}

describe("a document with every element", () => {
    const bytes = writeDocx(EVERYTHING, SETTING)
    const parts = partsOf(bytes)
    const body = parts["word/document.xml"] ?? ""

    test("lets a box go on over pages, and no row of a table", () => {
        const rows = body.split("<w:tr>").slice(1)
        const boxes = rows.filter((row) => !row.startsWith("<w:trPr><w:cantSplit/>"))
        expect(boxes).toHaveLength(1)
        expect(boxes[0]).toContain("框内")
        expect(rows.length).toBeGreaterThan(4)
    })

    test("holds its text in reading order, in one paragraph per paragraph", () => {
        const written = textOf(body).filter((line) => line !== "")
        const expected = collectText(EVERYTHING)
            .replace("见说明。", "＿＿＿＿见说明 (a.example/b)。")
            .split("\n")
            .filter((line) => line !== "")
        expect(written.join("\n").split("\n")).toEqual(expected)
    })

    test.each(Object.keys(parts).filter((name) => name.startsWith("word/") && !name.endsWith(".rels")))(
        "%s keeps the order that the format fixes",
        (name) => {
            expect(misplaced(parts[name] ?? "")).toEqual([])
        },
    )

    test("the check of the order finds a breach", () => {
        const swapped = body.replace(/(<w:keepNext\/>)((?:(?!<\/w:pPr>).)*)(<\/w:pPr>)/, "$2$1$3")
        expect(swapped).not.toBe(body)
        expect(misplaced(swapped)).not.toEqual([])
        expect(misplaced(body.replace("<w:tblGrid>", "<w:sdt/><w:tblGrid>"))).toEqual(["sdt in tbl"])
    })

    test("headings are the headings of the program, levels and all", () => {
        const styles = [...body.matchAll(/<w:pStyle w:val="(Heading\d)"\/>/g)].map(([, name]) => name)
        expect(styles).toEqual(["Heading1", "Heading2", "Heading3", "Heading4", "Heading2"])
        for (const [level, name] of ["heading 1", "heading 2", "heading 3", "heading 4"].entries())
            expect(parts["word/styles.xml"]).toMatch(
                new RegExp(`<w:name w:val="${name}"/>(?:(?!</w:style>).)*<w:outlineLvl w:val="${String(level)}"/>`),
            )
    })

    test("header rows are marked and repeated, a cell over two rows continues in the second", () => {
        expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2)
        expect(body.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(1)
        expect(body.match(/<w:vMerge\/>/g)).toHaveLength(1)
    })

    test("each list counts by itself, from where its template says", () => {
        const starts = [...(parts["word/numbering.xml"] ?? "").matchAll(/<w:startOverride w:val="(\d+)"\/>/g)]
        expect(starts.map(([, start]) => start)).toEqual(["5", "3"])
        const used = [...body.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => Number(id))
        expect(used).toEqual([1, 2, 2, 1, 3, 3, 4, 5, 6])
    })

    test("a part after a page break begins a page, also when it is a table", () => {
        expect(body.match(/<w:pageBreakBefore\/>/g)).toHaveLength(3)
    })

    test("runs say their language where it is not the document's", () => {
        expect(body).toMatch(/<w:lang w:val="en-GB" w:eastAsia="zh-CN"\/><\/w:rPr><w:t xml:space="preserve">English</)
        expect(parts["word/styles.xml"]).toContain('<w:lang w:val="en-US" w:eastAsia="zh-CN"/>')
    })

    test("a long mailbox does not stretch the line before it", () => {
        const of = (value: string) => bodyOf(model([paragraph(value)]))
        expect(of("注册邮箱：a-very-long-mailbox@mail.subdomain.example。")).toContain('<w:jc w:val="left"/>')
        expect(of("注册邮箱：trader@mail.example。")).toContain('<w:jc w:val="left"/>')
        expect(of("文号：SAMPLE-2026-0007。")).toContain('<w:jc w:val="left"/>')
        expect(of("文号：样公〔2026〕1000789号。")).toContain('<w:jc w:val="left"/>')
        expect(of("编号：LX-2023-0321。")).not.toContain("<w:jc ")
    })

    test("the page is that of GB/T 9704: margins, size 3 type, 22 lines of 28.95 pt", () => {
        expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"/>')
        expect(body).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"')
        expect(parts["word/styles.xml"]).toMatch(
            /w:styleId="Normal">.*?<w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"\/><w:ind [^>]*w:firstLineChars="200" w:firstLine="640"\/>/,
        )
        expect(parts["word/styles.xml"]).toContain('w:eastAsia="仿宋"')
        expect(parts["word/fontTable.xml"]).toContain('<w:font w:name="仿宋"><w:altName w:val="FangSong"/>')
    })

    test("the only date is that of the act; no program, no author, no link", () => {
        const whole = Object.entries(parts).flat().join("\n")
        expect([...whole.matchAll(/\d{4}-\d{2}-\d{2}T[\d:]+Z/g)].map(([date]) => date)).toEqual([
            SETTING.at,
            SETTING.at,
        ])
        expect(/lerpack|creator|lastModifiedBy|<Application|hyperlink/i.exec(whole)?.[0]).toBeUndefined()
        expect(Object.keys(parts)).not.toContain("docProps/app.xml")
    })

    test("the same input gives the same bytes", () => {
        expect(writeDocx(structuredClone(EVERYTHING), { ...SETTING })).toEqual(bytes)
    })

    test.skipIf(!tool("python3"))("Python's ZIP and XML readers take every part", () => {
        const path = join(scratch(), "a.docx")
        writeFileSync(path, bytes)
        const script =
            "import sys,zipfile,xml.dom.minidom as m\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nfor n in z.namelist(): m.parseString(z.read(n))\nt=m.parseString(z.read('[Content_Types].xml'))\nnames={o.getAttribute('PartName')[1:] for o in t.getElementsByTagName('Override')}\nprint(sorted(names-set(z.namelist())), sorted(n for n in z.namelist() if n not in names and not n.endswith('.rels')))"
        expect(outside("python3", ["-c", script, path]).trim()).toBe("[] ['[Content_Types].xml']")
    })
})

describe("text", () => {
    test("every text comes back as it was, but for what cannot be seen", () => {
        const unit = fc.constantFrom(
            "a",
            "0",
            "_",
            " ",
            "<",
            ">",
            "&",
            '"',
            "'",
            "]]>",
            "\n",
            "\t",
            "中",
            "“",
            "𬱖",
            "\u202e",
            "\0",
        )
        fc.assert(
            fc.property(fc.array(unit, { minLength: 1 }), (characters) => {
                const written = textOf(bodyOf(model([paragraph(characters.join(""))])))
                const shown = characters.join("").replaceAll("\u202e", "⟦U+202E⟧").replaceAll("\0", "⟦U+0000⟧")
                expect(written).toEqual([shown])
            }),
        )
    })

    test("a character that XML cannot carry is named, all of them at once", () => {
        const source = model([paragraph("好的", "甲\uFFFE乙"), paragraph("\uD800")])
        try {
            writeDocx(source, SETTING)
            expect.unreachable()
        } catch (error) {
            expect(error).toBeInstanceOf(PacketError)
            expect((error as PacketError).issues.map(({ code, params }) => [code, params] as const)).toEqual([
                ["office.docx.character", { codePoint: "U+FFFE", context: "甲" }],
                ["office.docx.character", { codePoint: "U+D800", context: "" }],
            ])
        }
    })

    test.each<[string, DocumentModel, string]>([
        [
            "a picture",
            model([{ kind: "figure", image: "a", alt: "a", caption: [], fullPage: false }]),
            "office.docx.element",
        ],
        ["a table of contents", model([{ kind: "contents" }]), "office.docx.element"],
        ["an unknown class of a document", model([], { style: "poster" }), "layout.style.unknown"],
        [
            "an unknown class of a paragraph",
            model([{ kind: "paragraph", inlines: [], style: "plain loud" }]),
            "layout.style.unknown",
        ],
    ])("%s is refused, not dropped", (_, source, code) => {
        try {
            writeDocx(source, SETTING)
            expect.unreachable()
        } catch (error) {
            expect(error).toBeInstanceOf(PacketError)
            expect((error as PacketError).issues.map((found) => found.code)).toEqual([code])
        }
    })

    test.each([
        ["a blank", "请于＿＿＿＿＿＿前提供", true],
        ["a time with its zone", "至2023年3月21日16:00（UTC），即北京时间", true],
        ["plain text", "请于2026年12月25日前提供", false],
    ])("%s is not left to stretch the line before it: ragged %s", (_, own, isRagged) => {
        expect(bodyOf(model([paragraph(own)])).includes('<w:jc w:val="left"/>')).toBe(isRagged)
    })

    test("what stands between a heading and its table ends no page", () => {
        const heading: Block = { kind: "heading", level: 2, inlines: [text("题")] }
        const table: Block = { kind: "table", head: [], body: [] }
        const isKept = (...blocks: readonly Block[]) => bodyOf(model(blocks)).includes("<w:keepNext/>")
        expect(isKept(heading, paragraph("甲"), table)).toBe(true)
        expect(isKept(heading, paragraph("甲"), heading)).toBe(true)
        expect(isKept(heading, paragraph("甲"), paragraph("乙"))).toBe(false)
    })

    test("the last sentence goes along with the signature", () => {
        const signature: Block = { kind: "section", style: "signature", blocks: [paragraph("单位")] }
        const kept = bodyOf(model([paragraph("甲"), paragraph("特此证明。"), signature]))
            .split("<w:p>")
            .slice(1)
            .map((own) => own.includes("<w:keepNext/>"))
        expect(kept.slice(0, 2)).toEqual([false, true])
    })

    test("a day is not parted from its month, nor a number from its 年, 月 or 日", () => {
        const settings = partsOf(writeDocx(EVERYTHING, SETTING))["word/settings.xml"] ?? ""
        const [, ends = ""] = /noLineBreaksAfter w:lang="zh-CN" w:val="([^"]*)"/.exec(settings) ?? []
        const [, begins = ""] = /noLineBreaksBefore w:lang="zh-CN" w:val="([^"]*)"/.exec(settings) ?? []
        for (const own of "（《“月") expect(ends).toContain(own)
        for (const own of "）》”，。；：、年月日＿") expect(begins).toContain(own)
    })

    test("Chinese quotation marks and dashes take the Chinese font", () => {
        expect(bodyOf(model([paragraph("“甲”——乙")]))).toContain('<w:rFonts w:hint="eastAsia"/>')
        expect(bodyOf(model([paragraph("plain")]))).not.toContain("w:hint")
    })
})

describe("tables", () => {
    const cellOf = (colspan: number, rowspan: number): Cell => ({
        blocks: [paragraph(`${String(colspan)}x${String(rowspan)}`)],
        header: false,
        colspan,
        rowspan,
    })
    const rowOf: fc.Arbitrary<Row> = fc
        .array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 4 })
        .map((cells) => ({ cells: cells.map(([colspan, rowspan]) => cellOf(colspan, rowspan)) }))

    test("whatever its cells span, every row fills the same columns and widths add up", () => {
        fc.assert(
            fc.property(fc.array(rowOf, { minLength: 1, maxLength: 5 }), (rows) => {
                const xml = bodyOf(model([{ kind: "table", head: [], body: rows }], { style: "request" }))
                const grid = [...xml.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width))
                const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
                expect(sum(grid)).toBe(Number(/<w:tblW w:w="(\d+)"/.exec(xml)?.[1]))
                for (const [row] of xml.matchAll(/<w:tr>.*?<\/w:tr>/g)) {
                    const cells = [...row.matchAll(/<w:tcPr>(.*?)<\/w:tcPr>/g)].map(([, own = ""]) => own)
                    const spans = cells.map((own) => Number(/gridSpan w:val="(\d+)"/.exec(own)?.[1] ?? 1))
                    expect(sum(spans)).toBe(grid.length)
                    let at = 0
                    for (const [i, own] of cells.entries()) {
                        const width = sum(grid.slice(at, at + (spans[i] ?? 1)))
                        expect(Number(/tcW w:w="(\d+)"/.exec(own)?.[1])).toBe(width)
                        at += spans[i] ?? 1
                    }
                }
            }),
        )
    })

    /** Widths of the columns of a compact table of codes, in twips. */
    const columnsOf = (ids: readonly string[]): number[] => {
        const row: Row = {
            cells: ids.map((id) => ({ ...cellOf(1, 1), blocks: [paragraph({ kind: "text", text: id, code: true })] })),
        }
        const table: Block = { kind: "table", head: [], body: [row], style: "compact" }
        const xml = bodyOf(model([table], { style: "request", lang: "en" }))
        return [...xml.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width))
    }

    test.each([
        ["columns are as wide as their longest word where the page allows", [], 4],
        ["where words are too long for the page, these break and the other columns stay whole", [100, 64], 3],
    ])("%s", (_, tooLong, whole) => {
        const ids = ["2023-03-20", "PERPUSDT", "13227000002", "h3JwTq8RsYv5MnCx2KdGfz"].slice(0, whole)
        const widths = columnsOf([...ids, ...tooLong.map((length) => "a".repeat(length))])
        // Courier is 0.6 em wide; 4 pt of padding at each side.
        for (const [i, id] of ids.entries()) expect(widths[i]).toBeGreaterThan((id.length * 0.6 * 7 + 8) * 20)
        const rest = widths.slice(whole)
        expect(Math.max(0, ...rest) - Math.min(...rest, 1e6), "they share alike").toBeLessThan(2)
    })

    test.each([
        ["a table that is too wide gets its last column below each row", "a".repeat(80), 2],
        ["one that fits does not", "a", 1],
    ])("%s", (_, id, rows) => {
        const ids = ["2023-03-20", "PERPUSDT", "13227000002", "h3JwTq8RsYv5MnCx2KdGfz", id]
        const row: Row = {
            cells: ids.map((text) => ({ ...cellOf(1, 1), blocks: [paragraph({ kind: "text", text })] })),
        }
        const table: Block = { kind: "table", head: [row], body: [row], style: "compact" }
        const xml = bodyOf(model([table], { style: "request", lang: "en" }))
        expect(xml.match(/<w:tr>/g)).toHaveLength(2 * rows)
        for (const text of ids) expect(xml.split(`>${text}<`)).toHaveLength(3)
    })

    const lineOf = (...texts: readonly string[]): Row => ({
        cells: texts.map((own) => ({ ...cellOf(1, 1), blocks: [paragraph(own)] })),
    })
    /** For each row whether it stays with the next. */
    const keptIn = (table: Block): boolean[] =>
        bodyOf(model([table], { style: "request" }))
            .split("<w:tr>")
            .slice(1)
            .map((row) => row.includes("<w:keepNext/>"))

    test("a short table stays whole; of a long one the head with two rows, and the last two", () => {
        const short: Block = { kind: "table", head: [lineOf("头", "头")], body: Array<Row>(3).fill(lineOf("甲", "乙")) }
        expect(keptIn(short)).toEqual([true, true, true, false])
        const long: Block = { ...short, body: Array<Row>(60).fill(lineOf("甲", "乙")) }
        const kept = keptIn(long)
        expect(kept.flatMap((own, row) => (own ? [row] : []))).toEqual([0, 1, 59])
    })

    test("the end of a table goes along with a signature or a note below it", () => {
        const table: Block = { kind: "table", head: [], body: Array<Row>(60).fill(lineOf("甲", "乙")) }
        const signature: Block = { kind: "section", style: "signature", blocks: [paragraph("单位")] }
        const note: Block = { kind: "paragraph", style: "note", inlines: [text("注")] }
        for (const below of [signature, note]) {
            const [rows = "", rest = ""] = bodyOf(model([table, below])).split("</w:tbl>")
            const kept = rows.split("<w:tr>").slice(1)
            expect(kept.flatMap((own, row) => (own.includes("<w:keepNext/>") ? [row] : []))).toEqual([0, 58, 59])
            expect(rest).toMatch(/^<w:p><w:pPr><w:keepNext\/>/)
        }
        expect(bodyOf(model([table, paragraph("文")])).split("</w:tbl>")[1]).not.toContain("<w:keepNext/>")
    })

    test("a table stands a little below what introduces it, and what ends a text is low", () => {
        const table: Block = { kind: "table", head: [], body: [lineOf("甲", "乙")] }
        const heading: Block = { kind: "heading", level: 2, inlines: [text("附件清单")] }
        expect(bodyOf(model([heading, table]))).toContain('<w:spacing w:after="180"/>')
        expect(bodyOf(model([heading, paragraph("文")]))).not.toContain('<w:spacing w:after="180"/>')
        const section: Block = { kind: "section", style: "enclosures", blocks: [heading, table] }
        expect(bodyOf(model([section]))).toContain('w:before="579" w:after="180"')
        expect(bodyOf(model([{ ...table, caption: [text("表")] }]))).toContain('<w:spacing w:before="180"/>')
        expect(bodyOf(model([table, table])).match(/w:line="\d+" w:lineRule="exact"/g)).toEqual([
            'w:line="120" w:lineRule="exact"',
            'w:line="20" w:lineRule="exact"',
        ])
    })

    test("a short introduction stays with its list or table, a long one and what is none do not", () => {
        const list: Block = { kind: "list", ordered: true, start: 1, items: [[paragraph("项")]] }
        const kept = (block: Block, next: Block) =>
            bodyOf(model([block, next]))
                .split("</w:p>")[0]
                ?.includes("<w:keepNext/>")
        expect(kept(paragraph("请提供下列数据："), list)).toBe(true)
        expect(kept(paragraph("字".repeat(80)), list)).toBe(true)
        expect(kept(paragraph("字".repeat(120)), list)).toBe(false)
        expect(kept(paragraph("文"), paragraph("文"))).toBe(false)
    })

    test("a box of ruled tables alone is written without one, so that its rows go on over pages", () => {
        const heading: Block = { kind: "heading", level: 2, inlines: [text("一览")] }
        const entries = [{ term: [text("名")], blocks: [paragraph("值")] }]
        const box = (...blocks: readonly Block[]): Block => ({ kind: "callout", style: "note", blocks })
        const tables = (...blocks: readonly Block[]) =>
            bodyOf(model([box(...blocks)], { style: "request" })).match(/<w:tbl>/g)
        expect(tables(heading, { kind: "definitions", entries })).toHaveLength(1)
        expect(tables(heading, paragraph("文"), { kind: "definitions", entries })).toHaveLength(2)
        expect(tables(paragraph("文"))).toHaveLength(1)
    })

    test("the two rows of an entry that was folded stay together, and rows higher than a page may part", () => {
        const ids = ["2023-03-20", "PERPUSDT", "13227000002", "h3JwTq8RsYv5MnCx2KdGfz", "a".repeat(80)]
        const folded: Block = { kind: "table", head: [lineOf(...ids)], body: Array<Row>(40).fill(lineOf(...ids)) }
        const kept = keptIn(folded).slice(2)
        expect(kept).toHaveLength(80)
        expect(kept.every((own, row) => own || row % 2 === 1)).toBe(true)
        expect(kept.slice(4, -4).some((own, row) => own && row % 2 === 1)).toBe(false)
        const high: Block = { kind: "table", head: [], body: Array<Row>(3).fill(lineOf("字".repeat(2000), "乙")) }
        expect(keptIn(high)).toEqual([false, false, false])
    })

    test("the head of a row begins at the left and is shaded like that of a column", () => {
        const row: Row = { cells: [{ ...cellOf(1, 1), header: true }, cellOf(1, 1)] }
        const xml = bodyOf(model([{ kind: "table", head: [], body: [row] }], { style: "sheet" }))
        expect(xml.match(/<w:shd /g)).toHaveLength(1)
        expect(xml).toContain('<w:jc w:val="left"/>')
        expect(xml).toContain('<w:trHeight w:val="520" w:hRule="atLeast"/>')
    })

    test("two tables in a row stay two, and a cell is never without a paragraph", () => {
        const table: Block = { kind: "table", head: [], body: [{ cells: [{ ...cellOf(1, 1), blocks: [] }] }] }
        const xml = bodyOf(model([table, table]))
        expect(xml).not.toContain("</w:tbl><w:tbl>")
        expect(xml).not.toMatch(/<\/w:tcPr><\/w:tc>/)
        expect(xml.match(/<w:tbl>/g)).toHaveLength(2)
    })
})
