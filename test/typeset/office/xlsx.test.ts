import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { strToU8, unzipSync, zipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { sha256Hex } from "../../../src/base/digest.ts"
import { PacketError } from "../../../src/base/issue.ts"
import { visible } from "../../../src/base/text/hygiene.ts"
import { readCellText } from "../../../src/typeset/office/cell-text.ts"
import { cellName, type NewSheet, parseCellName } from "../../../src/typeset/office/sheet.ts"
import { readXlsx } from "../../../src/typeset/office/xlsx-read.ts"
import { writeXlsx } from "../../../src/typeset/office/xlsx-write.ts"
import { tool } from "../../tool.ts"

const sheetOf = (rows: readonly (readonly string[])[]): NewSheet => ({
    name: "标识信息",
    widths: [20, 30],
    headerRows: 1,
    rows,
})

const SAMPLE: readonly (readonly string[])[] = [
    ["编号", "内容"],
    ["0012345", "=SUM(A1)"],
    [" 前后空格 ", "😀 𬱖\n第二行\t制表"],
    ["20178588789849104384", "_x0041_ 3-20"],
    ["2023-03-20", '<a href="x">&amp;\'</a>'],
]

function codesOf(action: () => unknown): readonly string[] {
    try {
        action()
    } catch (thrown) {
        if (thrown instanceof PacketError) return thrown.issues.map((i) => `${i.code} ${i.path.join("!")}`)
        throw thrown
    }
    return []
}

/** Texts of the first sheet, by place. */
function textsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
    const { sheets, issues } = readXlsx(bytes, ["x.xlsx"])
    expect(issues).toEqual([])
    const cells = (sheets?.[0]?.rows ?? []).flatMap((r) =>
        r.cells.map((c): [string, string] => [cellName(c.column, r.row), c.text]),
    )
    return Object.fromEntries(cells)
}

describe("a written sheet", () => {
    const bytes = writeXlsx([sheetOf(SAMPLE)], { title: "Schedule A", createdAt: "2026-11-21T00:00:00Z" })

    test("reads back as text, cell for cell", () => {
        const expected = SAMPLE.flatMap((row, r) =>
            row.map((text, c): [string, string] => [cellName(c + 1, r + 1), text]),
        )
        expect(textsOf(bytes)).toEqual(Object.fromEntries(expected))
    })

    test("has the same bytes always", () => {
        const names = ["Asia/Shanghai", "America/Los_Angeles"].map((zone) => {
            const before = process.env.TZ
            process.env.TZ = zone
            const hash = sha256Hex(
                writeXlsx([sheetOf(SAMPLE)], { title: "Schedule A", createdAt: "2026-11-21T00:00:00Z" }),
            )
            process.env.TZ = before
            return hash
        })
        expect(new Set([...names, sha256Hex(bytes)]).size).toBe(1)
    })

    test("names no program, no user and no time that was not given", () => {
        const parts = Object.entries(unzipSync(writeXlsx([sheetOf(SAMPLE)])))
        expect(parts.map(([name]) => name)).not.toContain("docProps/app.xml")
        const all = parts.map(([, part]) => new TextDecoder().decode(part)).join("")
        expect(all).not.toMatch(/lerpack|<dc:creator|<Application|<dcterms:created/i)
    })

    test("keeps what is typed into a fill-in cell as text, offers its choices, and freezes its header", () => {
        const choices = [{ column: 2, fromRow: 2, toRow: 9, values: ["是", "否"] }]
        const part = unzipSync(writeXlsx([{ ...sheetOf(SAMPLE), choices }]))["xl/worksheets/sheet1.xml"]
        const xml = new TextDecoder().decode(part)
        expect(xml).toContain(
            '<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="B2:B9"><formula1>&quot;是,否&quot;</formula1>',
        )
        expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
        expect(xml).not.toContain("<f>")
    })

    test.skipIf(!tool("python3"))("is a sound ZIP of well-formed XML to Python", () => {
        const file = join(mkdtempSync(join(tmpdir(), "xlsx-")), "a.xlsx")
        writeFileSync(file, bytes)
        const script = `import sys, zipfile, xml.dom.minidom as m
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
for i in z.infolist():
    assert i.compress_type == 0 and i.date_time == (1980, 1, 1, 0, 0, 0), i
    m.parseString(z.read(i))
d = m.parseString(z.read("xl/worksheets/sheet1.xml"))
print("|".join(t.firstChild.data for t in d.getElementsByTagName("t")))`
        const { stdout, stderr } = spawnSync("python3", ["-c", script, file], { encoding: "utf8" })
        expect(stderr).toBe("")
        expect(stdout).toContain("0012345|=SUM(A1)| 前后空格 |😀 𬱖\n第二行\t制表")
    })
})

test("any text survives the way out and back; what cannot be seen is made visible", () => {
    const units = fc.oneof(
        fc.string({ unit: "binary" }),
        fc.string({ unit: "grapheme" }),
        fc.stringMatching(/^[ _x0-9A-F\n=&<"]{0,20}$/),
    )
    fc.assert(
        fc.property(units, (text) => {
            fc.pre(!/[\uFFFE\uFFFF]/u.test(text))
            const read = textsOf(writeXlsx([sheetOf([["x"], [text]])]))
            expect(read.A2 ?? "").toBe(visible(text))
        }),
    )
})

describe("refuses to write", () => {
    test.each([
        ["half of a surrogate pair", "\ud800", "office.text.unprintable 标识信息!A2"],
        ["U+FFFF", "a\uffff", "office.text.unprintable 标识信息!A2"],
        ["more than a cell holds", "好".repeat(32_768), "office.text.too-long 标识信息!A2"],
    ])("%s", (_, text, issue) => {
        expect(codesOf(() => writeXlsx([sheetOf([["x"], [text]])]))).toEqual([issue])
    })
    test("all faulty cells at once", () => {
        expect(
            codesOf(() =>
                writeXlsx([
                    sheetOf([
                        ["\ud800", "a"],
                        ["b", "\udc00"],
                    ]),
                ]),
            ).length,
        ).toBe(2)
    })
    test.each([[[]], [["a", "A"]], [["a:b"]], [[""]], [["x".repeat(32)]]])("sheets called %j", (names) => {
        expect(() => writeXlsx(names.map((name) => ({ ...sheetOf([]), name })))).toThrow(TypeError)
    })
})

describe("reads what office programs save", () => {
    const saved = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, "saved", name)))

    test("our sheet, opened and saved again by LibreOffice, holds the same texts", () => {
        expect(textsOf(saved("resaved-by-libreoffice.xlsx"))).toMatchObject({
            A2: "0012345",
            B2: "=SUM(A1)",
            A3: " 前后空格 ",
            B3: "😀 𬱖\n第二行\t制表",
            A4: "20178588789849104384",
            B4: "_x0041_ 3-20",
            B5: "⟦U+202E⟧evil⟦U+0007⟧",
        })
    })

    test("what LibreOffice turned into something else is an issue, not a text", () => {
        const { sheets } = readXlsx(saved("typed-in-libreoffice.xlsx"), ["x"])
        const found = (sheets?.[0]?.rows ?? []).flatMap((row) =>
            [1, 2].map((column) => {
                const { text, issues } = readCellText(row, column, ["x"])
                return `${cellName(column, row.row)} ${issues[0]?.code ?? text}`
            }),
        )
        expect(found).toEqual([
            "A1 编号",
            "B1 内容",
            "A2 7",
            "B2 office.cell.date",
            "A3 office.cell.number",
            "B3 office.cell.date",
            "A4 0.1",
            "B4 office.cell.formula",
            "A5 ",
            "B5 office.cell.no-text",
        ])
    })

    const workbook = (sheet: string, more: Record<string, string> = {}) =>
        zipSync(
            Object.fromEntries(
                Object.entries({
                    "_rels/.rels":
                        '<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
                    "xl/workbook.xml":
                        '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="甲" sheetId="7" r:id="s"/></x:sheets></x:workbook>',
                    "xl/_rels/workbook.xml.rels":
                        '<Relationships><Relationship Id="s" Type="t/worksheet" Target="worksheets/../worksheets/sheet1.xml"/><Relationship Id="t" Type="t/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
                    "xl/worksheets/sheet1.xml": `<?xml version="1.0"?><!-- c --><x:worksheet xmlns:x="m"><x:sheetData>${sheet}</x:sheetData></x:worksheet>`,
                    ...more,
                }).map(([name, text]) => [name, strToU8(text)]),
            ),
        )

    test("prefixes, rows and cells without numbers, rich text, phonetic text, escaped characters, CDATA", () => {
        const strings =
            "<sst><si><r><t>富</t></r><r><t xml:space='preserve'> 文本</t></r><rPh sb='0' eb='1'><t>フ</t></rPh></si><si><t>a_x000D_b&#x1F600;<![CDATA[<c>]]></t></si></sst>"
        const bytes = workbook(
            '<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c></x:row><x:row r="9"><x:c r="C9"><x:v>103.2479304</x:v></x:c><x:c r="D9" s="4"/></x:row>',
            { "xl/sharedStrings.xml": strings },
        )
        expect(textsOf(bytes)).toEqual({ A1: "富 文本", B1: "a\rb😀<c>", C9: "103.2479304" })
    })

    const entity = '<!DOCTYPE a [<!ENTITY b "bbbb">]><x/>'
    test.each([
        ["a text file", strToU8("编号,内容"), "office.file.not-xlsx"],
        ["nothing", new Uint8Array(0), "office.file.not-xlsx"],
        ["another ZIP", zipSync({ "a.txt": strToU8("a") }), "office.file.not-xlsx"],
        [
            "an old or encrypted file",
            new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
            "office.file.old-format",
        ],
        ["a document type", workbook("", { "xl/workbook.xml": entity }), "office.file.damaged"],
        ["XML that is cut off", workbook("<x:row>"), "office.file.damaged"],
        ["an unknown entity", workbook('<x:row><x:c t="str"><x:v>&b;</x:v></x:c></x:row>'), "office.file.damaged"],
        ["a string that is not there", workbook('<x:row><x:c t="s"><x:v>5</x:v></x:c></x:row>'), "office.file.damaged"],
        ["rows that go back", workbook('<x:row r="5"/><x:row r="5"/>'), "office.file.damaged"],
        [
            "a bomb",
            workbook("", { "xl/sharedStrings.xml": `<sst>${" ".repeat(4 << 20)}</sst>` }),
            "office.file.too-large",
        ],
    ])("refuses %s", (_, bytes, code) => {
        const { sheets, issues } = readXlsx(bytes, ["x.xlsx"])
        expect(sheets).toBeUndefined()
        expect(issues.map((i) => i.code)).toEqual([code])
    })

    test("a changed byte of a compressed part does not go unnoticed, and no damage crashes the reader", () => {
        const whole = workbook('<x:row><x:c t="str"><x:v>一段文字</x:v></x:c></x:row>')
        const expected = textsOf(whole)
        for (let at = 0; at < whole.length; at++) {
            const bytes = whole.slice()
            bytes[at] = (bytes[at] ?? 0) ^ 0x10
            const { sheets } = readXlsx(bytes, ["x"])
            if (sheets) expect(sheets[0]?.rows[0]?.cells[0]?.text, `byte ${String(at)}`).toBe(expected.A1)
        }
    })
})

test("cell names and numbers are each other's inverse", () => {
    fc.assert(
        fc.property(fc.integer({ min: 1, max: 16_384 }), fc.integer({ min: 1, max: 1_048_576 }), (column, row) => {
            expect(parseCellName(cellName(column, row))).toEqual({ column, row })
        }),
    )
    expect(["A0", "XFE1", "A1048577", "1A", "a1", ""].map(parseCellName)).toEqual(Array(6).fill(undefined))
})

test.each([
    [
        "that names one sheet a thousand times",
        (text: string) => text.replace(/<sheet [^>]*>/, (one) => one.repeat(1000)),
    ],
    ["with an entity that every object has", (text: string) => text.replace('name="标识信息"', 'name="&constructor;"')],
])("a workbook %s is damaged", (_, change) => {
    const parts = unzipSync(writeXlsx([sheetOf([["a"]])]))
    const workbook = new TextDecoder().decode(parts["xl/workbook.xml"])
    expect(change(workbook)).not.toBe(workbook)
    parts["xl/workbook.xml"] = new Uint8Array(strToU8(change(workbook)))
    expect(readXlsx(zipSync(parts), ["a.xlsx"]).issues.map(({ code }) => code)).toEqual(["office.file.damaged"])
})
