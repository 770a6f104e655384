import { deflateSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { tool } from "../tool.ts"
import { OPTIONS } from "../typeset/pdf/reread.ts"
import { fonts, fullDocument } from "../typeset/pdf/sample.ts"
import { writePdf } from "../typeset/pdf/written-bytes.ts"
import { faultsOf, RULES } from "./conformance.ts"
import {
    arrayOf,
    catalogOf,
    copyOf,
    type Dict,
    decoded,
    dictOf,
    isStream,
    nameOf,
    numberOf,
    type PdfFile,
    pagesOf,
    readPdf,
    resolve,
    type Stream,
    type Value,
} from "./pdf-file.ts"
import { elementText, treeOf } from "./tree.ts"

/** Each rule is broken in a file that keeps all of them; a rule that nothing breaks checks nothing. */

type Damage = readonly [clause: string, what: string, damage: (file: PdfFile) => void]

function streamOf(file: PdfFile, value: Value | undefined): Stream {
    const found = resolve(file, value)
    if (!isStream(found)) throw new Error("no stream")
    return found
}
/** Exchanges text in a stream that is packed by Flate or not at all. */
function edit(file: PdfFile, value: Value | undefined, from: string | RegExp, to: string): void {
    const stream = streamOf(file, value)
    const before = Buffer.from(decoded(file, value)).toString("latin1")
    const after = before.replace(from, to)
    if (after === before) throw new Error(`${String(from)} is not there`)
    const bytes = Buffer.from(after, "latin1")
    stream.data = new Uint8Array("/Filter" in stream.dict ? deflateSync(bytes) : bytes)
}
function content(file: PdfFile, from: string | RegExp, to: string, page = 0): void {
    edit(file, pagesOf(file)[page]?.dict["/Contents"], from, to)
}
function xmp(file: PdfFile, from: string | RegExp, to: string): void {
    edit(file, catalogOf(file)["/Metadata"], from, to)
}
/** First element of a role. */
function element(file: PdfFile, role: string, nth = 0): Dict {
    const found = treeOf(copyOf(file)).all.filter((each) => each.role === role)[nth]
    if (found === undefined) throw new Error(`no ${role}`)
    return dictOf(file, found.ref)
}
function refOf(file: PdfFile, role: string, nth = 0): string {
    return treeOf(copyOf(file)).all.filter((each) => each.role === role)[nth]?.ref ?? ""
}
function set(dict: Dict, key: string, value: Value): void {
    if (Object.keys(dict).length === 0) throw new Error("nothing to damage")
    dict[key] = value
}
function remove(dict: Dict, key: string): void {
    if (!(key in dict)) throw new Error(`no ${key}`)
    delete dict[key]
}
function pageOf(file: PdfFile): Dict {
    return pagesOf(file)[0]?.dict ?? {}
}
function root(file: PdfFile): Dict {
    return dictOf(file, catalogOf(file)["/StructTreeRoot"])
}
function font(file: PdfFile): { dict: Dict; descendant: Dict; descriptor: Dict } {
    const dict = dictOf(
        file,
        Object.values(dictOf(file, dictOf(file, pagesOf(file)[0]?.dict["/Resources"])["/Font"]))[0],
    )
    const descendant = dictOf(file, arrayOf(file, dict["/DescendantFonts"])[0])
    return { dict, descendant, descriptor: dictOf(file, descendant["/FontDescriptor"]) }
}
function image(file: PdfFile): Dict {
    const objects = dictOf(file, dictOf(file, pagesOf(file)[1]?.dict["/Resources"])["/XObject"])
    return dictOf(file, Object.values(objects)[0])
}
function annotation(file: PdfFile): Dict {
    return dictOf(file, arrayOf(file, pagesOf(file)[0]?.dict["/Annots"])[0])
}
function bookmark(file: PdfFile): Dict {
    return dictOf(file, dictOf(file, catalogOf(file)["/Outlines"])["/First"])
}
function kids(dict: Dict): Value[] {
    return dict["/K"] as Value[]
}
/** Changes the embedded program of the first font in place, at a table's own offset. */
function program(file: PdfFile, tag: string, change: (view: DataView, at: number) => void): void {
    const stream = streamOf(file, font(file).descriptor["/FontFile2"])
    const bytes = decoded(file, font(file).descriptor["/FontFile2"]).slice()
    const view = new DataView(bytes.buffer)
    for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16)
        if (Buffer.from(bytes.subarray(at, at + 4)).toString("latin1") === tag) change(view, view.getUint32(at + 8))
    stream.data = new Uint8Array(deflateSync(bytes))
}
function prepend(file: PdfFile): void {
    file.bytes = new Uint8Array([10, ...file.bytes])
}
function rewrite(file: PdfFile, from: string, to: string): void {
    const before = Buffer.from(file.bytes).toString("latin1")
    file.bytes = new Uint8Array(Buffer.from(before.replace(from, to), "latin1"))
}
function append(file: PdfFile, text: string): void {
    file.bytes = new Uint8Array(Buffer.concat([file.bytes, Buffer.from(text)]))
}

const DAMAGES: readonly Damage[] = [
    ["A-2 6.1.2", "text before the header", (f) => prepend(f)],
    ["A-2 6.1.2", "no binary comment", (f) => void f.bytes.fill(0x41, 10, 14)],
    ["A-2 6.1.3", "no identifier", (f) => remove(f.trailer, "/ID")],
    ["A-2 6.1.3", "encryption", (f) => set(f.trailer, "/Encrypt", {})],
    ["A-2 6.1.3", "bytes at the end", (f) => append(f, "\n\nmore")],
    ["A-2 6.1.7", "LZW", (f) => set(image(f), "/Filter", "/LZWDecode")],
    ["A-2 6.1.7", "a stream in another file", (f) => set(image(f), "/F", "u:outside.bin")],
    ["A-2 6.1.7.1, 6.1.9", "an object that ends on the same line", (f) => rewrite(f, "\nendobj", " endobj")],
    ["A-2 6.1.7.1, 6.1.9", "a stream longer than it says", (f) => rewrite(f, "\nendstream", "\n\nendstream")],
    ["A-2 6.1.7.1, 6.1.9", "two spaces before obj", (f) => rewrite(f, " 0 obj", " 0  obj")],
    ["A-2 6.1.13", "a number out of range", (f) => set(annotation(f), "/Border", [0, 0, 2 ** 31])],
    ["A-2 6.1.13", "a long name", (f) => set(annotation(f), "/NM", `/${"n".repeat(128)}`)],
    ["A-2 6.1.13", "a long string", (f) => set(annotation(f), "/Contents", `u:${"字".repeat(16400)}`)],
    ["A-2 6.1.13", "deep nesting", (f) => content(f, /^/, `${"q ".repeat(29)}${"Q ".repeat(29)}\n`)],
    ["A-2 6.1.13", "a page that is too small", (f) => set(pageOf(f), "/MediaBox", [0, 0, 2, 800])],
    ["A-2 6.2.2", "an unknown operator", (f) => content(f, "ET\n", "ET\nfoo\n")],
    ["A-2 6.2.2", "a state not restored", (f) => content(f, /^/, "q\n")],
    ["A-2 6.2.2", "marked content not closed", (f) => content(f, /EMC\n$/, "")],
    ["A-2 6.2.2", "inherited resources", (f) => remove(pageOf(f), "/Resources")],
    ["A-2 6.2.3", "no output intent", (f) => remove(catalogOf(f), "/OutputIntents")],
    [
        "A-2 6.2.3",
        "a profile cut short",
        (f) => {
            const intent = dictOf(f, arrayOf(f, catalogOf(f)["/OutputIntents"])[0])
            const stream = streamOf(f, intent["/DestOutputProfile"])
            stream.data = new Uint8Array(deflateSync(decoded(f, intent["/DestOutputProfile"]).subarray(0, 200)))
        },
    ],
    ["A-2 6.2.4", "CMYK paint", (f) => content(f, /0 0 0 rg/, "0 0 0 1 k")],
    ["A-2 6.2.4", "a CMYK picture", (f) => set(image(f), "/ColorSpace", "/DeviceCMYK")],
    ["A-2 6.2.4", "another colour space", (f) => content(f, /0 0 0 rg/, "/CS1 cs")],
    ["A-2 6.2.8", "a smoothed picture", (f) => set(image(f), "/Interpolate", true)],
    ["A-2 6.2.9", "a page by reference", (f) => set(image(f), "/Ref", {})],
    ["A-2 6.2.10", "a graphics state", (f) => set(dictOf(f, pagesOf(f)[0]?.dict["/Resources"]), "/ExtGState", {})],
    ["A-2 6.3", "a hidden link", (f) => set(annotation(f), "/F", 6)],
    ["A-2 6.3", "a link that is not printed", (f) => remove(annotation(f), "/F")],
    ["A-2 6.3", "another kind of annotation", (f) => set(annotation(f), "/Subtype", "/Movie")],
    ["A-2 6.5", "a script", (f) => set(annotation(f), "/A", { "/S": "/JavaScript", "/JS": "u:app.alert(1)" })],
    ["A-2 6.5", "a program to start", (f) => set(annotation(f), "/A", { "/S": "/Launch" })],
    ["A-2 6.5", "something done on opening", (f) => set(catalogOf(f), "/OpenAction", [])],
    ["A-2 6.5", "an attachment", (f) => set(catalogOf(f), "/Names", { "/EmbeddedFiles": {} })],
    ["A-2 6.5", "something done on a page", (f) => set(pageOf(f), "/AA", {})],
    ["32000 12.3.3", "a bookmark without title", (f) => set(bookmark(f), "/Title", "u: ")],
    ["32000 12.3.3", "a bookmark to nowhere", (f) => set(bookmark(f), "/Dest", ["999 0 R", "/XYZ", null, 0, null])],
    ["32000 12.3.3", "a link to nowhere", (f) => set(annotation(f), "/Dest", ["999 0 R", "/XYZ", null, 0, null])],
    ["32000 12.3.3", "a wrong count", (f) => set(bookmark(f), "/Count", 7)],
    ["A-2 6.6.2.1", "packed metadata", (f) => set(dictOf(f, catalogOf(f)["/Metadata"]), "/Filter", "/FlateDecode")],
    ["A-2 6.6.2.1", "a tag not closed", (f) => xmp(f, "</dc:format>", "")],
    ["A-2 6.6.2.1", "a bare sign", (f) => xmp(f, "application/pdf", "a & b")],
    [
        "A-2 6.6.2.1",
        "an encoding",
        (f) => xmp(f, 'id="W5M0MpCehiHzreSzNTczkc9d"', 'id="W5M0MpCehiHzreSzNTczkc9d" encoding="UTF-8"'),
    ],
    ["A-2 6.6.2.3", "an unknown property", (f) => xmp(f, /dc:format/g, "dc:colour")],
    ["A-2 6.6.2.3", "no description of pdfuaid", (f) => xmp(f, /pdfaProperty:category/g, "pdfaProperty:kind")],
    ["A-2 6.6.3", "another title", (f) => set(dictOf(f, f.trailer["/Info"]), "/Title", "u:另一份")],
    ["A-2 6.6.3", "another date", (f) => set(dictOf(f, f.trailer["/Info"]), "/ModDate", "u:D:20260321093001+08'00'")],
    ["A-2 6.6.3", "another producer", (f) => xmp(f, "<pdf:Producer>lerpack", "<pdf:Producer>someone")],
    ["A-2 6.6.4, UA-1 5", "no claim", (f) => xmp(f, "<pdfaid:part>2</pdfaid:part>", "")],
    ["A-2 6.6.4, UA-1 5", "another part", (f) => xmp(f, "<pdfuaid:part>1", "<pdfuaid:part>2")],
    ["A-2 6.6.4, UA-1 5", "a claim over foreign pages", (f) => set(image(f), "/Subtype", "/Form")],
    ["UA-1 7.1 (title)", "an empty title", (f) => xmp(f, /(<dc:title>.*?x-default">)[^<]*/, "$1 ")],
    ["UA-1 7.1 (title)", "the file name shown", (f) => remove(catalogOf(f), "/ViewerPreferences")],
    ["UA-1 7.1 (marked), A-2 6.7.2", "not marked", (f) => set(dictOf(f, catalogOf(f)["/MarkInfo"]), "/Marked", false)],
    ["UA-1 7.1 (marked), A-2 6.7.2", "suspects", (f) => set(dictOf(f, catalogOf(f)["/MarkInfo"]), "/Suspects", true)],
    ["UA-1 7.1 (marked), A-2 6.7.2", "a role map", (f) => set(root(f), "/RoleMap", { "/P": "/Span" })],
    ["A-2 6.2.11.2", "no program", (f) => remove(font(f).descriptor, "/FontFile2")],
    ["A-2 6.2.11.2", "a name without tag", (f) => set(font(f).dict, "/BaseFont", "/NotoSansSC-Bold")],
    ["A-2 6.2.11.2", "flags of both kinds", (f) => set(font(f).descriptor, "/Flags", 36)],
    ["A-2 6.2.11.2", "a simple font", (f) => set(font(f).dict, "/Subtype", "/TrueType")],
    ["A-2 6.2.11.3", "no map to glyphs", (f) => remove(font(f).descendant, "/CIDToGIDMap")],
    ["A-2 6.2.11.3", "another encoding", (f) => set(font(f).dict, "/Encoding", "/UniGB-UCS2-H")],
    ["A-2 6.2.11.4", "too few glyphs", (f) => program(f, "maxp", (view, at) => view.setUint16(at + 4, 2))],
    [
        "A-2 6.2.11.4",
        "a blank glyph",
        (f) => program(f, "loca", (view, at) => view.setUint32(at + 12, view.getUint32(at + 8))),
    ],
    ["A-2 6.2.11.5", "another width", (f) => program(f, "hmtx", (view, at) => view.setUint16(at + 8, 700))],
    ["A-2 6.2.11.5", "another default width", (f) => set(font(f).descendant, "/DW", 500)],
    ["A-2 6.2.11.7", "a code without text", (f) => edit(f, font(f).dict["/ToUnicode"], "<0002> <", "<0902> <")],
    [
        "A-2 6.2.11.7",
        "a private character",
        (f) => edit(f, font(f).dict["/ToUnicode"], /<0002> <\w+>/, "<0002> <E001>"),
    ],
    ["A-2 6.2.11.7", "a byte order mark", (f) => edit(f, font(f).dict["/ToUnicode"], /<0002> <\w+>/, "<0002> <FEFF>")],
    ["A-2 6.2.11.7", "no map", (f) => remove(font(f).dict, "/ToUnicode")],
    ["A-2 6.2.11.8", ".notdef", (f) => content(f, "<0001", "<0000")],
    ["32000 9.10.3", "a wrong count", (f) => edit(f, font(f).dict["/ToUnicode"], /\d+ beginbfchar/, "99 beginbfchar")],
    [
        "32000 14.7.2, A-2 6.7.3",
        "an element reached twice",
        (f) => void kids(element(f, "Document")).push(refOf(f, "H1")),
    ],
    ["32000 14.7.2, A-2 6.7.3", "an element not reached", (f) => void kids(element(f, "Document")).shift()],
    ["32000 14.7.2, A-2 6.7.3", "a wrong parent", (f) => set(element(f, "TR"), "/P", refOf(f, "Table"))],
    ["32000 14.7.2, A-2 6.7.3", "no type", (f) => remove(element(f, "P"), "/Type")],
    ["32000 14.7.2, A-2 6.7.3", "two at the top", (f) => void (root(f)["/K"] as Value[]).push(refOf(f, "P"))],
    ["UA-1 7.2 (nesting)", "a paragraph in a row", (f) => set(element(f, "TD"), "/S", "/P")],
    ["UA-1 7.2 (nesting)", "a paragraph in a list", (f) => set(element(f, "LI"), "/S", "/P")],
    ["UA-1 7.2 (nesting)", "an entry of contents outside of any", (f) => set(element(f, "P"), "/S", "/TOCI")],
    ["UA-1 7.2 (nesting)", "an unknown role", (f) => set(element(f, "P"), "/S", "/Para")],
    ["UA-1 7.2 (nesting)", "content of a list itself", (f) => void kids(element(f, "L")).push(99)],
    ["UA-1 7.2 (nesting)", "a head without a body", (f) => void kids(element(f, "Table")).pop()],
    ["UA-1 7.2 (nesting)", "an item without a body", (f) => void kids(element(f, "LI")).pop()],
    ["UA-1 7.1 (content)", "a line that is not marked", (f) => content(f, /$/, "0 0 m 9 9 l S\n")],
    [
        "UA-1 7.1 (content)",
        "an artifact in a paragraph",
        (f) => content(f, /(\/P <<\/MCID \d+>> BDC)/, "$1\n/Artifact BMC\nEMC"),
    ],
    [
        "UA-1 7.1 (content)",
        "a paragraph in an artifact",
        (f) => content(f, /(\/Artifact <<[^>]*>> BDC)/, "$1\n/P <</MCID 99>> BDC\nEMC"),
    ],
    ["32000 14.7.4.4", "a number twice", (f) => content(f, "/MCID 1>>", "/MCID 0>>")],
    ["32000 14.7.4.4", "content that the tree lacks", (f) => void kids(element(f, "H1")).pop()],
    ["32000 14.7.4.4", "content that the page lacks", (f) => void kids(element(f, "H1")).push(77)],
    ["32000 14.7.4.4", "content of two elements", (f) => void kids(element(f, "P")).push(0)],
    [
        "32000 14.7.4.4",
        "a parent tree that leads elsewhere",
        (f) => {
            const [, row] = arrayOf(f, dictOf(f, root(f)["/ParentTree"])["/Nums"])
            arrayOf(f, row).reverse()
        },
    ],
    ["32000 14.7.4.4", "another tag", (f) => content(f, "/H1 <<", "/H2 <<")],
    ["UA-1 7.4.2", "H2 first", (f) => set(element(f, "H1"), "/S", "/H2")],
    ["UA-1 7.3", "no description", (f) => remove(element(f, "Figure"), "/Alt")],
    ["UA-1 7.3", "an empty description", (f) => set(element(f, "Figure"), "/Alt", "u: ")],
    ["UA-1 7.3", "no box", (f) => remove(element(f, "Figure"), "/A")],
    ["UA-1 7.6", "no numbering", (f) => remove(element(f, "L"), "/A")],
    ["UA-1 7.9", "a note without identifier", (f) => remove(element(f, "Note"), "/ID")],
    ["UA-1 7.9", "an identifier that leads nowhere", (f) => remove(root(f), "/IDTree")],
    ["UA-1 7.2 (language)", "no language", (f) => remove(catalogOf(f), "/Lang")],
    ["UA-1 7.2 (language)", "no language tag", (f) => set(element(f, "P", 1), "/Lang", "u:中文")],
    [
        "UA-1 7.2 (language)",
        "no language tag in a page",
        (f) => content(f, "/Lang (zh-CN)", "/Lang (Chinese, simplified)", 1),
    ],
    ["UA-1 7.1 (text)", "replacement text", (f) => set(element(f, "P"), "/ActualText", "u:别的")],
    [
        "UA-1 7.1 (text)",
        "replacement text in a page",
        (f) => content(f, "/MCID 0>>", "/MCID 0 /ActualText <FEFF0041>>>"),
    ],
    ["UA-1 7.8", "an artifact of no kind", (f) => content(f, /\/Artifact <<[^>]*>> BDC/, "/Artifact BMC")],
    ["UA-1 7.18", "a link without description", (f) => remove(annotation(f), "/Contents")],
    ["UA-1 7.18", "a link that leads back elsewhere", (f) => set(annotation(f), "/StructParent", 0)],
    ["UA-1 7.18", "a link in no Link", (f) => set(element(f, "Link"), "/S", "/Span")],
    ["UA-1 7.18", "no tab order", (f) => remove(pageOf(f), "/Tabs")],
    ["UA-1 7.2 (tables)", "a cell too few", (f) => void kids(element(f, "TR", 1)).pop()],
    [
        "UA-1 7.2 (tables)",
        "a cell over the next",
        (f) => set(element(f, "TD"), "/A", [{ "/O": "/Table", "/RowSpan": 3 }]),
    ],
    ["UA-1 7.5", "a heading without scope", (f) => remove(element(f, "TH", 1), "/A")],
    [
        "UA-1 7.5",
        "cells without a heading",
        (f) => {
            for (const nth of [1, 0]) element(f, "TH", nth)["/S"] = "/TD"
        },
    ],
]

describe.skipIf(!tool("qpdf"))("the rules", () => {
    async function good(): Promise<PdfFile> {
        return readPdf(await writePdf(fullDocument(), fonts, OPTIONS))
    }

    test("find nothing in a file that keeps them", async () => {
        const file = await good()
        expect(faultsOf(file)).toEqual([])
        // The reader has really read it.
        const { all } = treeOf(file)
        expect(all.length).toBeGreaterThan(20)
        expect(elementText(file, all[0] as (typeof all)[number])).toContain(
            "正文在链接之前，https://example.example/a?b=(1)",
        )
        expect(nameOf(file, image(file)["/Subtype"])).toBe("Image")
        expect(numberOf(file, annotation(file)["/F"])).toBe(4)
    })

    test("find each breach, and name its clause", async () => {
        const file = await good()
        const silent = DAMAGES.filter(([clause, , damage]) => {
            const damaged = copyOf(file)
            damage(damaged)
            return !faultsOf(damaged).some((fault) => fault.startsWith(`${clause}: `))
        })
        expect(silent.map(([clause, what]) => `${clause}: ${what}`)).toEqual([])
    })

    test("are each broken by something", () => {
        const broken = new Set(DAMAGES.map(([clause]) => clause))
        expect(RULES.map(({ clause }) => clause).filter((clause) => !broken.has(clause))).toEqual([])
        expect(new Set(RULES.map(({ clause }) => clause)).size).toBe(RULES.length)
    })
})
