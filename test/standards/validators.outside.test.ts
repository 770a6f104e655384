import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { unzipSync, zipSync } from "fflate"
import { beforeAll, describe, expect, test } from "vitest"
import { readXlsx } from "../../src/typeset/office/xlsx-read.ts"
import { ROOT, squeeze } from "../check.ts"
import { sampleOut } from "../cli/made.ts"
import { hashes, lerpack, outside, scratch } from "../cli/run.ts"
import { hasOffice, tool } from "../tool.ts"
import { type Found, filesBelow } from "./files-below.ts"
import { type Kind, pdfKinds } from "./pdf-kinds.ts"
import { bagFaults, type Judged, judgePdfs, officeFaults, validator } from "./validators.ts"

/**
 * What comes out of lerpack, judged by programs of others: veraPDF, bagit-python, Microsoft's Open XML SDK and
 * LibreOffice. `npm run validators` installs the first three. Each is shown to find a fault where there is one.
 */

const REF = "LX-2023-0321"
const PACKETS = [`DRAFT-${REF}.zip`, `${REF}-submission.zip`, `${REF}-archive.zip`]
const BOTH = ["PDF/A-2A", "PDF/UA-1"]
/** Written by lerpack from a case and an officer, by kind: none came with them. */
let pdfs: readonly Found[] = []
let office: readonly Found[] = []
let sample = ""
let home = ""

/** The sample, a new case with its workbooks, and a desk that asks for the letter as text. */
beforeAll(() => {
    home = scratch()
    const ran = (...args: string[]) => {
        const done = lerpack(args, { cwd: home })
        expect(done.status, `${args.join(" ")}: ${done.stderr}`).toBe(0)
    }
    const assets = join(ROOT, "assets")
    sample = sampleOut()
    ran("init", "case")
    cpSync(join(assets, "sample-case/evidence"), join(home, "case/evidence"), { recursive: true })
    ran("import", "case")
    ran("init", "office", "--officer")
    mkdirSync(join(home, "desks"))
    const desk = readFileSync(join(assets, "recipients/binance-cn.yaml"), "utf8")
    writeFileSync(
        join(home, "desks/asks-docx.yaml"),
        desk.replace("id: binance-cn", "id: asks-docx").replace('letterDocx: "no"', 'letterDocx: "yes"'),
    )
    const officer = readFileSync(join(assets, "sample-officer/officer.yaml"), "utf8")
    writeFileSync(join(home, "officer.yaml"), `${officer}\nrecipient: asks-docx\n`)
    ran(
        ...[
            "complete",
            join(sample, `DRAFT-${REF}.zip`),
            "--officer",
            "officer.yaml",
            "--recipients",
            "desks",
            "-o",
            "asked",
        ],
        ...["--photos", join(assets, "sample-officer/photos")],
        ...["--legal", join(assets, "sample-officer/legal/调取证据通知书（样例）.pdf")],
    )
    const written = (ending: RegExp) => {
        const received = filesBelow(assets, ending)
        return [...filesBelow(sample, ending), ...filesBelow(home, ending)].flatMap(([hash, file]) =>
            received.has(hash) ? [] : [file],
        )
    }
    pdfs = written(/\.pdf$/)
    office = written(/\.(?:docx|xlsx)$/)
})

describe.skipIf(!validator("verapdf") || !tool("java") || !tool("qpdf"))("veraPDF", () => {
    const DAMAGES: readonly (readonly [what: string, from: RegExp, to: string, fault: RegExp])[] = [
        ["no structure", /\/StructTreeRoot/, "/XtructTreeRoot", /^PDF\/UA-1 7\.1-/],
        ["no language", /\/Lang \(zh-CN\)/, "/Lbng (zh-CN)", /^PDF\/UA-1 7\.2-/],
        ["no output intent", /\/OutputIntents/, "/OutputIntentz", /^PDF\/A-2A 6\.2\.4/],
        ["a font that is not embedded", /\/FontFile2/, "/FontFileX", /^PDF\/A-2A 6\.2\.11\.4/],
        ["a part cut off", /[\s\S]{400}$/, "", /./],
    ]
    let kinds: readonly Kind[] = []
    let ofSample: readonly Judged[] = []
    let ofKinds: readonly Judged[] = []
    let ofDamaged: readonly Judged[] = []

    // One start for all of them, which takes longer than most files do.
    beforeAll(async () => {
        kinds = await pdfKinds()
        const text = Buffer.from(plainPdf()).toString("latin1")
        for (const [what, from] of DAMAGES) expect(text, what).toMatch(from)
        const damaged = DAMAGES.map(([, from, to]) => Buffer.from(text.replace(from, to), "latin1"))
        const judged = judgePdfs([...[...pdfs, ...kinds].map(({ bytes }) => bytes), ...damaged])
        ofSample = judged.slice(0, pdfs.length)
        ofKinds = judged.slice(pdfs.length, pdfs.length + kinds.length)
        ofDamaged = judged.slice(pdfs.length + kinds.length)
    })

    test("finds every PDF of the sample valid, as PDF/A-2a and PDF/UA-1", () => {
        expect(pdfs.length).toBeGreaterThanOrEqual(20)
        expect(faulty(pdfs, ofSample, BOTH)).toEqual([])
    })

    test("finds every kind of PDF valid as what it claims, and foreign pages claim nothing", () => {
        expect(kinds.length).toBeGreaterThan(10)
        expect(kinds.map(({ what }, i) => ({ what, ...ofKinds[i] }))).toEqual(
            kinds.map(({ what, claims }) => ({ what, claims, faults: [] })),
        )
    })

    test("finds a file that is damaged", () => {
        const silent = DAMAGES.filter(([, , , fault], i) => !ofDamaged[i]?.faults.some((found) => fault.test(found)))
        expect(silent.map(([what]) => what)).toEqual([])
    })

    /** A small file with its objects in the open, so that they can be changed in place. */
    function plainPdf(): Uint8Array {
        const [smallest] = [...pdfs].sort((a, b) => a.bytes.length - b.bytes.length)
        const folder = scratch()
        writeFileSync(join(folder, "a.pdf"), smallest?.bytes ?? "")
        outside("qpdf", ["--object-streams=disable", join(folder, "a.pdf"), join(folder, "b.pdf")])
        return readFileSync(join(folder, "b.pdf"))
    }
})

/** The files that are not valid, or do not claim what they should. */
function faulty(files: readonly Found[], judged: readonly Judged[], claims: readonly string[]): object[] {
    return files.flatMap(({ path }, i) => {
        const { claims: found, faults } = judged[i] ?? { claims: [], faults: ["not judged"] }
        return faults.length === 0 && found.join() === claims.join() ? [] : [{ path, found, faults }]
    })
}

describe.skipIf(!validator("bagit") || !tool("python3"))("bagit-python", () => {
    test.each(PACKETS)("accepts %s, unpacked", (name) => {
        expect(bagFaults(unpacked(name))).toEqual([])
    })

    test.each([
        ["a flipped bit", (folder: string) => flip(firstEvidence(folder)), /E001\.\w+ sha256 validation failed/],
        ["another file", (folder: string) => writeFileSync(join(folder, "data/x"), "x"), /Expected \d+ files/],
        ["a changed tag file", (folder: string) => flip(join(folder, "bag-info.txt")), /bag-info\.txt/],
    ])("finds %s", (_, damage, fault) => {
        const folder = unpacked(PACKETS[0] ?? "")
        damage(folder)
        expect(bagFaults(folder).join("\n")).toMatch(fault)
    })

    function unpacked(name: string): string {
        const folder = scratch()
        for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(sample, name))))) {
            mkdirSync(dirname(join(folder, path)), { recursive: true })
            writeFileSync(join(folder, path), bytes)
        }
        return join(folder, readdirSync(folder)[0] ?? "")
    }
    function firstEvidence(folder: string): string {
        return join(folder, Object.keys(hashes(folder)).find((path) => path.startsWith("data/evidence/")) ?? "")
    }
    function flip(path: string): void {
        const bytes = readFileSync(path)
        // Within the first value, so that a tag file stays one.
        bytes[bytes.indexOf(": ") + 2] = (bytes[bytes.indexOf(": ") + 2] ?? 0) ^ 1
        writeFileSync(path, bytes)
    }
})

describe("text documents and workbooks", () => {
    test("are all there", () => {
        const names = office.map(({ path }) => path.split("/").at(-1) ?? "")
        expect(names).toEqual(
            expect.arrayContaining([
                "证据说明.xlsx",
                "officer.xlsx",
                "identifiers.xlsx",
                `02-Identifiers-${REF}.xlsx`,
                "approval-points.docx",
                "关于协助提供有关账户电子数据的函（参考文本）.docx",
                `04-Letter-${REF}.docx`,
                "公函（空白样式）.docx",
                "英文首页（空白样式）.docx",
            ]),
        )
    })

    test.skipIf(!validator("ooxml-validator"))("are valid by Microsoft's Open XML SDK", () => {
        const faults = office.flatMap(({ path, bytes }) =>
            officeFaults(nameOf(path), bytes).map((fault) => `${path}: ${fault}`),
        )
        expect(faults).toEqual([])
    })

    test.skipIf(!validator("ooxml-validator")).each([
        ["an element out of order", ".docx", "word/document.xml", /(<w:pPr>.*?<\/w:pPr>)(<w:r>.*?<\/w:r>)/, "$2$1"],
        ["an unknown element", ".docx", "word/styles.xml", "</w:style>", "<w:shade/></w:style>"],
        ["an attribute of no sense", ".xlsx", "xl/worksheets/sheet1.xml", /<row r="\d+"/, '<row r="first"'],
        ["an element out of order", ".xlsx", "xl/worksheets/sheet1.xml", /(<cols>.*<\/cols>)(<sheetData>)/, "$2$1"],
    ])("%s is found by it in a %s", (_, ending, part, from, to) => {
        const good = office.find(({ path }) => path.endsWith(ending))?.bytes ?? new Uint8Array(0)
        const faults = officeFaults(nameOf(ending), changed(good, part, from, to))
        expect(faults.join("\n")).toContain(part)
    })

    describe.skipIf(!hasOffice())("in LibreOffice", () => {
        test("have all their text", () => {
            const sources = office.filter(({ path }) => path.endsWith(".docx"))
            const bare = changed(
                sources[0]?.bytes ?? new Uint8Array(0),
                "word/document.xml",
                /<w:t[^>]*>[^<]+/,
                "<w:t>",
            )
            const texts = opened([...sources.map(({ bytes }) => bytes), bare], "docx", "txt:Text (encoded):UTF8", "txt")
            const shown = texts.map((bytes) => squeeze(Buffer.from(bytes).toString("utf8").replace("\uFEFF", "")))
            expect(sources.map(({ path, bytes }, i) => ({ path, lost: lostWords(bytes, shown[i] ?? "") }))).toEqual(
                sources.map(({ path }) => ({ path, lost: undefined })),
            )
            expect(lostWords(sources[0]?.bytes ?? new Uint8Array(0), shown.at(-1) ?? "")).toBeDefined()
        })

        test("have all their cells", () => {
            const sources = office.filter(({ path }) => path.endsWith(".xlsx"))
            const saved = opened(
                sources.map(({ bytes }) => bytes),
                "xlsx",
                "xlsx",
                "xlsx",
            )
            for (const [i, { path, bytes }] of sources.entries())
                expect(cellsOf(saved[i] ?? new Uint8Array(0)), path).toEqual(cellsOf(bytes))
        })
    })
})

function nameOf(path: string): "a.docx" | "a.xlsx" {
    return path.endsWith(".docx") ? "a.docx" : "a.xlsx"
}

/** A packed file with another text in one of its parts. */
function changed(bytes: Uint8Array, part: string, from: string | RegExp, to: string): Uint8Array {
    const parts = unzipSync(bytes)
    const before = new TextDecoder().decode(parts[part])
    const after = before.replace(from, to)
    expect(after).not.toBe(before)
    return zipSync({ ...parts, [part]: new TextEncoder().encode(after) })
}

/** Each file as LibreOffice writes it in another format; one start for all. */
function opened(files: readonly Uint8Array[], from: string, filter: string, to: string): Uint8Array[] {
    const folder = scratch()
    const names = files.map((_, i) => String(i))
    for (const [i, bytes] of files.entries()) writeFileSync(join(folder, `${String(i)}.${from}`), bytes)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const paths = names.map((name) => join(folder, `${name}.${from}`))
    outside("soffice", [profile, "--headless", "--convert-to", filter, "--outdir", join(folder, "out"), ...paths])
    return names.map((name) => readFileSync(join(folder, "out", `${name}.${to}`)))
}

/** The first run of text that does not follow the ones before it. */
function lostWords(docx: Uint8Array, shown: string): string | undefined {
    const xml = new TextDecoder().decode(unzipSync(docx)["word/document.xml"])
    const words = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, word]) => squeeze(plain(word ?? "")))
    expect(words.length).toBeGreaterThan(15)
    let at = 0
    for (const word of words) {
        const next = shown.indexOf(word, at)
        if (next < 0) return word
        at = next + word.length
    }
    return undefined
}
function plain(xml: string): string {
    return xml.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: "<", gt: ">", quot: '"' })[name] ?? "&")
}

/** Texts of all cells, by sheet and row; blank ones are cells only in some programs. */
function cellsOf(xlsx: Uint8Array): unknown {
    const { sheets = [] } = readXlsx(xlsx, ["a.xlsx"])
    expect(sheets.length).toBeGreaterThan(0)
    return sheets.map(({ name, rows }) => ({
        name,
        texts: rows.flatMap(({ cells }) => cells.map(({ text }) => text)).filter((text) => text !== ""),
    }))
}
