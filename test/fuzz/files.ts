import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { deflateSync, inflateSync } from "node:zlib"
import { unzipSync, zipSync } from "fflate"
import { concat, utf8 } from "../../src/base/bytes.ts"
import { printJson } from "../../src/base/canonical-json.ts"
import type { Issue } from "../../src/base/issue.ts"
import { memorySource, readAll } from "../../src/base/source.ts"
import { findSecret } from "../../src/base/text/secrets.ts"
import { findSuspect } from "../../src/base/text/suspects.ts"
import { openZip } from "../../src/base/zip/open.ts"
import { findAddresses } from "../../src/facts/addresses/addresses.ts"
import { readCaseFiles } from "../../src/facts/case/form/case-files.ts"
import { readCase, readCaseRecord } from "../../src/facts/case/load.ts"
import { printDescriptions } from "../../src/facts/evidence/descriptions.ts"
import { readEvidenceRecord } from "../../src/facts/evidence/evidence-record.ts"
import { textIn } from "../../src/facts/evidence/file-text.ts"
import { HEAD_BYTES, sniffType } from "../../src/facts/evidence/file-type.ts"
import { readHead } from "../../src/facts/evidence/heads/read-head.ts"
import { readImageFacts } from "../../src/facts/evidence/image-facts.ts"
import { parseLock } from "../../src/facts/evidence/lock.ts"
import { readDescriptions } from "../../src/facts/evidence/read-descriptions.ts"
import { readJournal } from "../../src/facts/journal/chain.ts"
import { readLedger } from "../../src/facts/ledger/ledger.ts"
import { readLedgerRecord } from "../../src/facts/ledger/record.ts"
import { openAll } from "../../src/facts/ledger/zip-members.ts"
import { readRequestRecord } from "../../src/facts/officer/officer.ts"
import { readOfficerFile } from "../../src/facts/officer/officer-form-read.ts"
import { parseRecipient } from "../../src/facts/recipients/recipient.ts"
import { scanIssues, scanPages } from "../../src/flows/officer/papers.ts"
import { startOffice } from "../../src/flows/officer/start.ts"
import { startCase } from "../../src/flows/victim/start.ts"
import { messageOf } from "../../src/messages/index.ts"
import { nodeHost } from "../../src/node/host.ts"
import { decodeRaster } from "../../src/typeset/raster/decode.ts"
import { decodeForeign } from "../../src/typeset/raster/decode-foreign.ts"
import { encodeJpeg } from "../../src/typeset/raster/encode-jpeg.ts"
import { encodePng } from "../../src/typeset/raster/encode-png.ts"
import { blankRaster, type Raster } from "../../src/typeset/raster/raster.ts"
import { walkJpeg } from "../../src/typeset/raster/whole-jpeg.ts"
import { pngFault } from "../../src/typeset/raster/whole-png.ts"
import { damage, editJpeg, editJson, editPng, editText } from "./mutate.ts"
import type { Random } from "./random.ts"
import { bytesOf, type Target, textOf } from "./target.ts"

/** Everything that reads what people and other programs write: it gives an answer, in words that can be printed. */

const ROOT = process.cwd()
const file = (...path: string[]): Uint8Array => new Uint8Array(readFileSync(join(ROOT, ...path)))
const text = (...path: string[]): string => new TextDecoder().decode(file(...path))

/** A finding must have its words in both languages. */
function say({ issues }: { readonly issues: readonly Issue[] }): void {
    for (const found of issues) for (const lang of ["zh-CN", "en"] as const) messageOf(found, lang)
}

/** A workbook with its parts damaged as texts, packed again. */
function editXlsx(bytes: Uint8Array, random: Random): Uint8Array {
    if (random.oneIn(4)) return damage(bytes, random)
    const parts = unzipSync(bytes)
    const names = Object.keys(parts)
    const name = random.pick(names)
    const edited = editText(textOf(parts[name] ?? new Uint8Array()), random, 3)
    if (random.oneIn(10)) delete parts[name]
    else parts[name] = new Uint8Array(utf8(edited))
    return zipSync(parts, { level: random.oneIn(2) ? 0 : 6 })
}

/** A PDF damaged in its text, or in a stream behind its filter. */
function editPdf(bytes: Uint8Array, random: Random): Uint8Array {
    if (random.oneIn(3)) return damage(bytes, random)
    const latin = Buffer.from(bytes).toString("latin1")
    if (random.oneIn(2)) return Buffer.from(editText(latin, random, 3), "latin1")
    const starts = [...latin.matchAll(/stream\r?\n/g)].map((match) => match.index + match[0].length)
    if (starts.length === 0) return damage(bytes, random)
    const from = random.pick(starts)
    const to = latin.indexOf("endstream", from)
    if (to < 0) return damage(bytes, random)
    try {
        const content = inflateSync(bytes.subarray(from, to), { maxOutputLength: 1 << 20 })
        return concat([bytes.subarray(0, from), deflateSync(damage(content, random)), bytes.subarray(to)])
    } catch {
        return concat([bytes.subarray(0, from), damage(bytes.subarray(from, to), random), bytes.subarray(to)])
    }
}

function bars(widthPx: number, heightPx: number): Raster {
    const raster = blankRaster(widthPx, heightPx, [240, 240, 240])
    for (let i = 0; i < raster.rgb.length; i += 7) raster.rgb[i] = i & 255
    return raster
}

export async function fileTargets(): Promise<readonly Target[]> {
    const host = nodeHost()
    const yaml = text("assets/sample-case/case.yaml")
    const now = "2026-11-21T09:00:00+08:00"
    const workbook = await workbookOf(await startCase(host, "AB-2026-1", now, "zh-CN"))
    const form = await workbookOf(startOffice(host, now, "binance-cn"))
    const officer = text("assets/sample-officer/officer.yaml")
    const lockText = text("assets/sample-case/evidence.lock.json")
    const lock = parseLock(utf8(lockText)).lock ?? { entries: [] }
    const sheet = printDescriptions(lock.entries, [])
    const facts = printJson(readCase("case.yaml", utf8(yaml)).loaded?.facts ?? {})
    const [entry] = lock.entries
    const said = { label: "E001", caption: "a", source: "b", maker: "c", method: "d", originalAt: "e", share: "police" }
    const record = printJson({ items: [{ ...said, entry }] })
    const request = printJson({
        route: "email",
        completedAt: "2026-11-21 09:00 +08:00",
        request: { dataGroups: ["identity"] },
    })
    const exportsFolder = "assets/sample-case/exports"
    const csv = readdirSync(join(ROOT, exportsFolder)).map((name) => ({ name, text: text(exportsFolder, name) }))
    const others = readdirSync(join(ROOT, "test/fixtures/exports"), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".csv"))
        .map((name) => ({ name, text: text("test/fixtures/exports", name) }))
    const desks = readdirSync(join(ROOT, "assets/recipients")).filter((name) => name.endsWith(".yaml"))
    const png = encodePng(bars(40, 30))
    const jpegs = [
        encodeJpeg(bars(50, 40), 80),
        file("test/facts/evidence/photos/baseline.jpg"),
        file("test/facts/evidence/photos/progressive.jpg"),
    ]
    const pdfs = [file("test/fixtures/office/legal/文书.pdf"), pdfOfScan(jpegs[0] ?? png)]
    const mail =
        "Received: by x\r\nFrom: =?utf-8?B?5byg?= <a@x.example>\r\nTo: b@y.example\r\nDate: Mon, 20 Mar 2023 17:49:08 +0000\r\nSubject: =?gbk?Q?=B2=E2?=\r\n\r\nbody\r\n"
    const lettered = file("assets/sample-officer/legal/调取证据通知书（样例）.pdf")
    const packedMail = `${mail.slice(0, -8)}Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n0fk5usU=\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nLX-20=\r\n25=2D1\r\n--x--\r\n`
    const chat = "2023/3/21 09:30 - 张三: 你好\n2023/3/21 09:31 - 李四: <Media omitted>\n[21/03/2023, 09:32:11] A: x\n"
    const foreign = ["webp", "avif", "heic"].map((ending) => file(`test/typeset/raster/foreign/card.${ending}`))
    const oldBooks = ["libreoffice", "xlwt"].map((name) => file(`test/typeset/office/old/${name}.xls`))
    const gif = Uint8Array.from(Buffer.from("R0lGODlhAgACAPAAAP8AAAAA/yH5BAAAAAAALAAAAAACAAIAAAIDRB5QADs=", "base64"))

    const json = (
        name: string,
        from: string,
        read: (bytes: Uint8Array) => { readonly issues: readonly Issue[] },
    ): Target => ({
        name,
        make: (random) => editJson(from, random),
        read: (input) => say(read(bytesOf(input))),
    })
    const typed = (
        name: string,
        from: string,
        read: (bytes: Uint8Array) => { readonly issues: readonly Issue[] },
    ): Target => ({
        name,
        make: (random) => editText(from, random, 6),
        read: (input) => say(read(bytesOf(input))),
    })
    const ledger = (name: string, from: typeof csv): Target => ({
        name,
        make: (random) => {
            const one = random.pick(from)
            return `${one.name}\n${editText(one.text, random, 6)}`
        },
        read: async (input) => {
            const [first = "", ...rest] = textOf(input).split("\n")
            await ledgerOf(first, utf8(rest.join("\n")))
        },
    })
    const ledgerOf = async (name: string, bytes: Uint8Array): Promise<void> => {
        const sha256 = "0".repeat(64)
        const { files } = await openAll([{ label: "X01", name, source: memorySource(bytes), sha256 }])
        await readLedger(files, { answers: new Map() })
    }
    const statement = csv.find(({ name }) => name.includes("账户流水"))?.text ?? ""
    const cells = (line: string): string => `<tr><td>${line.replaceAll(",", "<td>")}</tr>`
    const page = `<html><table>${statement.split("\n").slice(0, 60).map(cells).join("\n")}</table></html>`

    return [
        typed("case.yaml", yaml, (bytes) => readCase("case.yaml", bytes)),
        typed("officer.yaml", officer, (bytes) => readOfficerFile("officer.yaml", bytes)),
        {
            name: "profile",
            make: (random) => editText(text("assets/recipients", random.pick(desks)), random, 6),
            read: (input) => say(parseRecipient("x", textOf(input))),
        },
        json("case.json", facts, (bytes) => readCaseRecord("case.json", bytes)),
        json("evidence record", record, (bytes) => readEvidenceRecord("evidence.json", bytes)),
        json("request record", request, (bytes) => readRequestRecord("request.json", bytes)),
        json("ledger record", printJson({ format: "1.0" }), (bytes) => readLedgerRecord("ledger.json", bytes)),
        json("lock", lockText, (bytes) => parseLock(bytes)),
        typed(
            "journal",
            `${JSON.stringify({ format: "1.0", n: 1, at: now, recordedAt: now, act: "built" })}\n`,
            (bytes) => readJournal(bytes, "journal"),
        ),
        {
            name: "案件信息.xlsx",
            make: (random) => editXlsx(workbook, random),
            read: (input) => say(readCaseFiles({ workbook: bytesOf(input) })),
        },
        {
            name: "officer.xlsx",
            make: (random) => editXlsx(form, random),
            read: (input) => say(readOfficerFile("officer.xlsx", bytesOf(input))),
        },
        {
            name: "证据说明.xlsx",
            make: (random) => editXlsx(sheet, random),
            read: (input) => say(readDescriptions(bytesOf(input), lock)),
        },
        ledger("exports of the sample", csv),
        ledger("exports of other exchanges", others),
        ledger("exports as a page", [{ name: "a.xls", text: page }]),
        {
            name: "exports as an old workbook",
            make: (random) => damage(random.pick(oldBooks), random, 4),
            read: (input) => ledgerOf("a.xls", bytesOf(input)),
        },
        {
            name: "exports in a ZIP",
            make: (random) => {
                const packed = zipSync({ "a.csv": utf8(editText(statement, random)), "b/c.csv": utf8(statement) })
                return random.oneIn(2) ? packed : damage(packed, random)
            },
            read: (input) => ledgerOf("a.zip", bytesOf(input)),
        },
        {
            name: "working file",
            make: (random) => damage(zipSync({ "case.yaml": utf8(yaml), "evidence/a.png": png }), random),
            read: (input) => openZip(memorySource(bytesOf(input))),
        },
        {
            name: "PNG",
            make: (random) => (random.oneIn(3) ? damage(png, random) : editPng(png, random)),
            read: (input) => picture(bytesOf(input), "image/png"),
        },
        {
            name: "JPEG",
            make: (random) =>
                random.oneIn(3) ? damage(random.pick(jpegs), random) : editJpeg(random.pick(jpegs), random),
            read: (input) => picture(bytesOf(input), "image/jpeg"),
        },
        {
            name: "GIF, BMP, TIFF, WebP, AVIF, HEIC",
            make: (random) => damage(random.pick([gif, bmp(), tiff(), ...foreign]), random, 3),
            read: (input) => decodeForeign(bytesOf(input), (name) => host.decoder(name)),
        },
        {
            name: "scan",
            make: (random) => {
                const picked = random.below(4)
                if (picked === 0) return editJpeg(random.pick(jpegs), random)
                return picked === 1 ? editPng(png, random) : editPdf(random.pick(pdfs), random)
            },
            read: async (input) => {
                const scan = { name: "a.pdf", bytes: bytesOf(input) }
                say({ issues: await scanIssues([scan]) })
                await scanPages(scan)
            },
        },
        {
            name: "text of an answer",
            make: (random) => {
                const picked = random.below(4)
                if (picked === 0) return editPdf(random.pick([lettered, ...pdfs]), random)
                if (picked === 1) return editXlsx(sheet, random)
                return editText(random.pick([mail, packedMail]), random, 6)
            },
            read: async (input) => {
                const bytes = bytesOf(input)
                for (const name of ["a.pdf", "a.xlsx", "a.eml", "a.zip"]) {
                    const { mediaType } = sniffType(bytes.subarray(0, HEAD_BYTES), name)
                    await textIn(mediaType, name, memorySource(bytes))
                }
            },
        },
        {
            name: "mail, chat, any file",
            make: (random) => {
                const picked = random.below(4)
                if (picked === 0) return damage(random.pick([png, gif, sheet, ...pdfs, ...jpegs]), random)
                return editText(random.pick([mail, chat, statement, facts]), random, 6)
            },
            read: async (input) => {
                const bytes = bytesOf(input)
                for (const name of ["a.eml", "a.txt", "a.zip", "a"]) {
                    const { mediaType } = sniffType(bytes.subarray(0, HEAD_BYTES), name)
                    if (entry !== undefined) await readHead({ ...entry, mediaType }, memorySource(bytes), new Set())
                    await readImageFacts(memorySource(bytes), mediaType)
                }
            },
        },
        {
            name: "texts",
            make: (random) =>
                editText(random.pick([yaml, mail, statement]), random, 6)
                    .repeat(1 + random.below(3))
                    .slice(0, 100_000),
            read: (input) => {
                for (const find of [findAddresses, findSecret, findSuspect]) find(textOf(input))
            },
        },
    ]
}

async function picture(bytes: Uint8Array, mediaType: string): Promise<void> {
    await readImageFacts(memorySource(bytes), mediaType)
    if (mediaType === "image/png") await pngFault(bytes)
    else walkJpeg(bytes)
    decodeRaster(bytes, ["a"])
}

async function workbookOf(outputs: Awaited<ReturnType<typeof startCase>>): Promise<Uint8Array> {
    const found = outputs.find(({ path }) => path.endsWith(".xlsx"))
    if (found === undefined) throw new Error("no workbook")
    return readAll(found.source)
}

/** One page that is one JPEG, as scanners make it. */
function pdfOfScan(jpeg: Uint8Array): Uint8Array {
    const head =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    const page =
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>endobj\n"
    const image = `4 0 obj<</Type/XObject/Subtype/Image/Width 50/Height 40/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${String(jpeg.length)}>>stream\n`
    const content =
        "5 0 obj<</Length 30>>stream\nq 595 0 0 842 0 0 cm /I Do Q  \nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    return concat([utf8(head + page + image), jpeg, utf8(`\nendstream endobj\n${content}`)])
}

/** Four pixels, 24 bits each. */
function bmp(): Uint8Array {
    const bytes = Buffer.alloc(70)
    bytes.write("BM")
    for (const [at, value] of [
        [2, 70],
        [10, 54],
        [14, 40],
        [18, 2],
        [22, 2],
        [34, 16],
    ] as const)
        bytes.writeUInt32LE(value, at)
    bytes.writeUInt16LE(1, 26)
    bytes.writeUInt16LE(24, 28)
    return new Uint8Array(bytes)
}

/** Four grey pixels in one strip. */
function tiff(): Uint8Array {
    const tags = [
        [256, 2],
        [257, 2],
        [258, 8],
        [259, 1],
        [262, 1],
        [273, 122],
        [277, 1],
        [278, 2],
        [279, 4],
    ] as const
    const bytes = Buffer.alloc(126)
    bytes.write("II*\0")
    bytes.writeUInt32LE(8, 4)
    bytes.writeUInt16LE(tags.length, 8)
    for (const [i, [tag, value]] of tags.entries()) {
        const at = 10 + 12 * i
        bytes.writeUInt16LE(tag, at)
        bytes.writeUInt16LE(4, at + 2)
        bytes.writeUInt32LE(1, at + 4)
        bytes.writeUInt32LE(value, at + 8)
    }
    return new Uint8Array(bytes)
}
