import { zlibSync } from "fflate"
import { expect, test } from "vitest"
import { concat, utf8 } from "../../../src/base/bytes.ts"
import { foreignPages, foreignText } from "../../../src/typeset/pdf/foreign/foreign.ts"

/** What counts of a PDF in which more stands than is shown: what poppler, MuPDF and PDFium show, or nothing. */

const stream = (data: string, length = String(data.length)) => `<</Length ${length}>>\nstream\n${data}\nendstream`
const shows = (text: string) => stream(`BT (${text}) Tj ET`)
const PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"
const OBJECTS: Readonly<Record<number, string>> = {
    1: "<</Type/Catalog/Pages 2 0 R>>",
    2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    3: PAGE,
    4: shows("sealed"),
}

/** A PDF that is written object by object, and says where those are that it was told to name. */
class File {
    text = "%PDF-1.7\n"
    places: Record<number, number> = {}
    #last: number | undefined

    constructor(objects = OBJECTS) {
        for (const [number, object] of Object.entries(objects)) this.add(Number(number), object)
    }
    add(number: number, object: string, isNamed = true): this {
        if (isNamed) this.places[number] = this.text.length
        this.text += `${String(number)} 0 obj\n${object}\nendobj\n`
        return this
    }
    /** A table of what was added since the last one. */
    table({ at = this.text.length, places = this.places, trailer = "", free = [] as readonly number[] } = {}): this {
        const start = this.text.length
        const rows = Object.entries(places).map(
            ([number, place]) => `${number} 1\n${String(place).padStart(10, "0")} 00000 n \n`,
        )
        const gone = free.map((number) => `${String(number)} 1\n0000000000 00001 f \n`)
        const prev = this.#last === undefined ? "" : `/Prev ${String(this.#last)}`
        this.text += `xref\n${rows.join("")}${gone.join("")}trailer\n<</Size 20/Root 1 0 R${prev}${trailer}>>\n`
        this.text += `startxref\n${String(at)}\n%%EOF\n`
        this.places = {}
        this.#last = start
        return this
    }
    get bytes(): Uint8Array {
        return Uint8Array.from(this.text, (sign) => sign.charCodeAt(0))
    }
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/** The same as a cross-reference stream, its rows packed as writers pack them, and objects 1 to 3 in an object stream. */
function packed(further = ""): Uint8Array {
    const file = new File({ 4: shows("sealed") })
    const [one = "", two = "", three = ""] = [OBJECTS[1], OBJECTS[2], OBJECTS[3]]
    const numbers = `1 0 2 ${String(one.length + 1)} 3 ${String(one.length + two.length + 2)} `
    const data = latin(zlibSync(utf8(numbers + [one, two, three].join(" "))))
    const entries = `/Type/ObjStm/N 3/First ${String(numbers.length)}/Filter/FlateDecode`
    file.add(5, `<<${entries}/Length ${String(data.length)}>>\nstream\n${data}\nendstream`)
    file.text += further
    const at = file.text.length
    const rows = [
        [0, 0, 0],
        [2, 5, 0],
        [2, 5, 1],
        [2, 5, 2],
        [1, file.places[4] ?? 0, 0],
        [1, file.places[5] ?? 0, 0],
        [1, at, 0],
    ].map(([kind = 0, place = 0, index = 0]) => [kind, place >> 8, place & 255, index])
    // Each row as what it adds to the one above: PNG's filter 2.
    const filtered = rows.flatMap((row, y) => [2, ...row.map((byte, x) => (byte - (rows[y - 1]?.[x] ?? 0)) & 255)])
    const xref = latin(zlibSync(Uint8Array.from(filtered)))
    file.add(
        6,
        `<</Type/XRef/Size 7/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4>>/Length ${String(xref.length)}>>\nstream\n${xref}\nendstream`,
    )
    file.text += `startxref\n${String(at)}\n%%EOF\n`
    return file.bytes
}

const EMPTY = "<</Length 0/Filter/FlateDecode>>\nstream\n\nendstream"
const STRAY = `4 0 obj\n${shows("another")}\nendobj\n`

const textOf = async (bytes: Uint8Array): Promise<string> => {
    await foreignPages(bytes, "a.pdf")
    const text = await foreignText(bytes, "a.pdf", 1000)
    return text.replace(/\s+/g, " ").trim().split(" ").slice(0, 1).join()
}

test.each<[string, Uint8Array, string]>([
    ["a plain file", new File().table().bytes, "sealed"],
    ["an update", new File().table().add(4, shows("updated")).table().bytes, "updated"],
    ["a later object that no table names", new File().add(4, shows("another"), false).table().bytes, "sealed"],
    ["an object behind the end", concat([new File().table().bytes, utf8(STRAY)]), "sealed"],
    ["an update whose end names the table before", updatedInVain(), "sealed"],
    ["a packed stream without a byte", new File({ ...OBJECTS, 4: EMPTY }).table().bytes, ""],
    ["a cross-reference stream and an object stream", packed(), "sealed"],
    ["a later object beside an object stream", packed(`3 0 obj\n<<>>\nendobj\n${STRAY}`), "sealed"],
    ["a trailer that nothing leads to", otherTrailer(), "sealed"],
    ["something before the header", concat([utf8("HTTP/1.1 200\r\n\r\n"), new File().table().bytes]), "sealed"],
    ["zeros behind the end", concat([new File().table().bytes, new Uint8Array(5000)]), "sealed"],
    ["a table in the wrong place", new File().table({ at: 3 }).bytes, "sealed"],
    ["an updated file whose table is in the wrong place", updatedAtWrong(), "updated"],
    ["a table with a wrong place", new File().table({ places: { 1: 9, 2: 58, 3: 112, 4: 999 } }).bytes, "sealed"],
    ["a table that begins with the first object", shifted(), "sealed"],
])("%s is taken over as viewers show it", async (_, bytes, text) => {
    expect(await textOf(bytes)).toBe(text)
})

function updatedInVain(): Uint8Array {
    const file = new File()
    const at = file.text.length
    return file.table().add(4, shows("another")).table({ at }).bytes
}

function updatedAtWrong(): Uint8Array {
    return new File().table().add(4, shows("updated")).table({ at: 5 }).bytes
}

function otherTrailer(): Uint8Array {
    const other = { 5: "<</Type/Catalog/Pages 6 0 R>>", 6: "<</Type/Pages/Kids[]/Count 0>>" }
    const file = new File({ ...OBJECTS, ...other })
    file.text += "trailer\n<</Root 5 0 R/Size 9>>\n"
    return file.table().bytes
}

function shifted(): Uint8Array {
    const { text, places } = new File()
    const rows = Object.values(places).map((place) => `${String(place).padStart(10, "0")} 00000 n \n`)
    const table = `xref\n1 5\n0000000000 65535 f \n${rows.join("")}trailer\n<</Size 5/Root 1 0 R>>\n`
    return utf8(`${text}${table}startxref\n${String(text.length)}\n%%EOF\n`)
}

const differs = (what: string) => ({ issues: [{ code: "pdf.foreign.differs", params: { image: "a.pdf", what } }] })

test.each<[string, File]>([
    [
        "a stray version beside a table that is wrong elsewhere",
        new File().add(4, shows("another"), false).table({ places: { ...new File().places, 2: 3 } }),
    ],
    ["an object that was freed and is named", new File().table().table({ places: {}, free: [4] })],
    ["an object of another generation", new File({ ...OBJECTS, 3: PAGE.replace("4 0 R", "4 1 R") }).table()],
    [
        "data whose length is wrong and that end twice",
        new File({ ...OBJECTS, 4: stream("BT (a) Tj ET\nendstream\nBT (b) Tj ET", "4") }).table(),
    ],
])("%s is shown in different ways and not taken over", async (_, file) => {
    await expect(foreignPages(file.bytes, "a.pdf")).rejects.toMatchObject(differs("objects"))
})

test("data are as long as another object says, whatever words stand in them", async () => {
    const data = "BT (first) Tj ET\n%endstream\nBT (second) Tj ET"
    const file = new File({ ...OBJECTS, 4: stream(data, "5 0 R"), 5: String(data.length) })
    expect(await foreignText(file.table().bytes, "a.pdf", 1000)).toContain("second")
})

test("data in another file are none", async () => {
    const file = new File({ ...OBJECTS, 4: "<</Length 0/F(other.bin)>>\nstream\n\nendstream" })
    await expect(foreignPages(file.table().bytes, "a.pdf")).rejects.toMatchObject({
        issues: [{ code: "pdf.foreign.damaged" }],
    })
})

const OTHER = PAGE.replace("[0 0 9 9]", "[0 0 5 5]")
const BOTH = "<</Type/Pages/Kids[3 0 R 5 0 R]/Count 2>>"

test.each([
    ["without a type", OTHER.replace("/Type/Page", "")],
    ["with its type in another object", OTHER.replace("/Type/Page", "/Type 6 0 R")],
])("a page %s is a page", async (_, page) => {
    const file = new File({ ...OBJECTS, 2: BOTH, 5: page, 6: "/Page" })
    expect(await foreignPages(file.table().bytes, "a.pdf")).toMatchObject([{ widthPt: 9 }, { widthPt: 5 }])
})

test.each<[string, Readonly<Record<number, string>>]>([
    ["fewer pages counted than there are", { 2: BOTH.replace("/Count 2", "/Count 1") }],
    ["a page that is absent", { 2: BOTH.replace("5 0 R", "15 0 R") }],
    ["a page of another type", { 2: BOTH, 5: OTHER.replace("/Type/Page", "/Type/Template") }],
    [
        "two nodes above a page",
        {
            2: "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 9 9]>>",
            3: PAGE.replace("/MediaBox[0 0 9 9]", "").replace("2 0 R", "6 0 R"),
            6: "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 5 5]>>",
        },
    ],
])("a page tree with %s is not taken over", async (_, objects) => {
    const file = new File({ ...OBJECTS, 5: OTHER, ...objects })
    await expect(foreignPages(file.table().bytes, "a.pdf")).rejects.toMatchObject(differs("pages"))
})

const LOOK = "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 0>>\nstream\n\nendstream"
const annotated = (annotation: string, form = ""): Uint8Array =>
    new File({
        ...OBJECTS,
        1: `<</Type/Catalog/Pages 2 0 R${form}>>`,
        3: PAGE.replace(">>", "/Annots[5 0 R]>>"),
        5: `<</Type/Annot/Rect[1 1 8 8]${annotation}>>`,
        6: LOOK,
    }).table().bytes
const REMADE = "/AcroForm<</Fields[5 0 R]/NeedAppearances true>>"

test.each([
    ["a note without a look", "/Subtype/FreeText/F 4/Contents(void)", ""],
    ["a frame without a look", "/Subtype/Square/F 4", ""],
    ["a field without a look", "/Subtype/Widget/F 4/FT/Tx/V(value)", ""],
    ["a field whose look is to be made anew", "/Subtype/Widget/F 4/FT/Tx/V(value)/AP<</N 6 0 R>>", REMADE],
    ["a form that makes its own pages", "/Subtype/Link", "/NeedsRendering true/AcroForm<</Fields[]/XFA(x)>>"],
    ["looks of which none is chosen", "/Subtype/Stamp/F 4/AP<</N<</a 6 0 R>>>>", ""],
])("a page with %s is not taken over", async (_, annotation, form) => {
    await expect(foreignPages(annotated(annotation, form), "a.pdf")).rejects.toMatchObject(differs("annotations"))
})

test.each([
    ["a look", "/Subtype/FreeText/F 4/AP<</N 6 0 R>>", ""],
    ["an empty field", "/Subtype/Widget/F 4/FT/Tx/AP<</N 6 0 R>>", REMADE],
    ["a signature that is not seen", "/Subtype/Widget/F 132/FT/Sig/Rect[0 0 0 0]/MK<</BG[1]>>", ""],
    ["a hidden note", "/Subtype/FreeText/F 2", ""],
    ["a link", "/Subtype/Link/F 4", ""],
])("a page with %s is taken over", async (_, annotation, form) => {
    expect(await foreignPages(annotated(annotation, form), "a.pdf")).toHaveLength(1)
})
