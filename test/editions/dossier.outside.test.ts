import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { deflateSync } from "node:zlib"
import { beforeAll, describe, expect, test } from "vitest"
import { concat } from "../../src/base/bytes.ts"
import { type ByteSource, memorySource, readAll } from "../../src/base/source.ts"
import { dossierView } from "../../src/editions/police/dossier.ts"
import { exhibitBookView } from "../../src/editions/police/exhibits.ts"
import { UNWANTED } from "../../src/editions/police/exhibits.words.ts"
import { itemsToVerifyView } from "../../src/editions/police/items-to-verify.ts"
import { ledgerView } from "../../src/editions/police/ledger.ts"
import { evidenceListView } from "../../src/editions/police/lists.ts"
import { positionsView } from "../../src/editions/police/positions.ts"
import { statementView } from "../../src/editions/police/statement.ts"
import { demandsView } from "../../src/editions/police/timeline.ts"
import type { EvidenceItem } from "../../src/editions/shared/evidence-item.ts"
import { identifiersView } from "../../src/editions/shared/identifiers.ts"
import { lossView } from "../../src/editions/shared/loss.ts"
import type { LoadedCase } from "../../src/facts/case/load.ts"
import { emptyDescription } from "../../src/facts/evidence/descriptions.ts"
import { sniffType } from "../../src/facts/evidence/file-type.ts"
import { readImageFacts } from "../../src/facts/evidence/image-facts.ts"
import { planExhibits } from "../../src/flows/print/exhibits.ts"
import { type CheckedCase, checkCase } from "../../src/flows/victim/check.ts"
import { type PlannedDraft, planDraft } from "../../src/flows/victim/plan-draft.ts"
import { nodeHost } from "../../src/node/host.ts"
import { readCaseFolder } from "../../src/node/read-case.ts"
import { readPngFile } from "../../src/typeset/raster/png-file.ts"
import { codes, leaves, ROOT, squeeze } from "../check.ts"
import { outside, scratch } from "../cli/run.ts"
import { chunk, exifSegment, heic, png, withSegments } from "../facts/evidence/make-image.ts"
import { tool } from "../tool.ts"

/** 案件材料汇编 and 截图及附件汇编: one document of several parts, with a page or a sheet for every file. */

const host = nodeHost()
const PARTS = ["案件材料汇编", "情况说明", "损失计算说明（报案人）", "账号、订单与地址标识信息表"]
let checked: CheckedCase & { loaded: LoadedCase }
let draft: PlannedDraft

beforeAll(async () => {
    const found = await checkCase(readCaseFolder(join(ROOT, "assets/sample-case")), host)
    if (found.loaded === undefined) throw new Error(codes(found.issues).join("\n"))
    checked = { ...found, loaded: found.loaded }
    draft = await planDraft(checked, host, undefined)
})

/** A packed document on disk. */
async function documentOf(of: PlannedDraft, id: string): Promise<string> {
    const file = of.packet.files.find(({ path }) => path === `data/documents/${id}.pdf`)
    if (file === undefined) throw new Error(`no ${id}`)
    const path = join(scratch(), `${id}.pdf`)
    writeFileSync(path, await readAll(file.source))
    return path
}

/** The text of each page, the foot apart. */
function pagesOf(path: string): { body: string; foot: string }[] {
    const pages = outside("pdftotext", ["-raw", path, "-"]).split("\f").slice(0, -1)
    return pages.map((page) => {
        const lines = page.trim().split("\n")
        const isFoot = (line: string) => /第\s*\d+\s*页/.test(line)
        const running = /本身不是执法机关文书|Annex prepared by the victim/
        return {
            body: squeeze(lines.filter((line) => !isFoot(line) && !running.test(line)).join("")),
            foot: squeeze(lines.find(isFoot) ?? ""),
        }
    })
}

/** Every text of a case as it was typed, but for times, which are printed by two clocks. */
function typed(value: unknown, key = ""): readonly string[] {
    if (ELSEWHERE.has(key)) return []
    if (typeof value === "string") return CODES.has(value) ? [] : [value]
    if (Array.isArray(value)) return value.flatMap((item) => typed(item, key))
    if (typeof value !== "object" || value === null || "epochMs" in value) return []
    return Object.entries(value).flatMap(([name, member]) => typed(member, name))
}
/** What stays with the reporter, what only the request to the desk needs, and the desk, which is called by its name. */
const ELSEWHERE = new Set(["privateNotes", "namePinyin", "recipient"])
/** Printed as a word. */
const CODES = new Set([
    "reporter",
    "unauthorised-trading",
    "unauthorised-transfer",
    "deleted",
    "yes",
    "claim",
    "fact",
    "buy",
    "sell",
    "allow-list",
])
/** Amounts without separators. */
const plain = (text: string): string => squeeze(text).replace(/(?<=\d),(?=\d{3})/g, "")
/** Zeros at the end of an amount are printed where a copy has to be exact, and not where it is reckoned with. */
const forms = (text: string): readonly string[] => [plain(text), plain(text).replace(/(\.\d*[1-9])0+$/, "$1")]

/** Bookmarks as `depth title @page`. */
function outlineOf(path: string): { depth: number; title: string; page: number }[] {
    const lines = outside("mutool", ["show", path, "outline"]).trimEnd().split("\n")
    return lines.map((line) => {
        const [, tabs = "", title = "", page = ""] = /^.(\t+)"(.*)"\t#(?:page=)?(\d+)/.exec(line) ?? []
        return { depth: tabs.length, title, page: Number(page) }
    })
}

describe("the folder for the police", () => {
    test("holds both volumes and the workbook, in the order in which they are read", () => {
        expect(draft.loose.map(({ name }) => name)).toEqual([
            "02-办理提示（请先看）.pdf",
            "03-案件材料汇编.pdf",
            "04-标识信息表.xlsx",
            "05-报请要点.docx",
            "07-参考材料.pdf",
            "08-链接与邮箱说明（供网安核查）.pdf",
        ])
    })
    test("the packet holds the same dossier and every part as a file of its own", async () => {
        const ids = draft.packet.files.flatMap(({ path }) => /^data\/documents\/(.+)\.pdf$/.exec(path)?.[1] ?? [])
        for (const id of ["dossier", "exhibits", "case-statement", "evidence-list"]) expect(ids).toContain(id)
        const packed = readFileSync(await documentOf(draft, "dossier"))
        const loose = draft.loose.find(({ name }) => name.startsWith("03-"))
        if (loose === undefined) throw new Error("no dossier")
        expect(packed.equals(await readAll(loose.source))).toBe(true)
    })
    test("nothing of the sample could not be shown", () => {
        expect(draft.issues).toEqual([])
    })
})

describe.skipIf(!tool("pdftotext"))("the dossier", () => {
    const textOf = async (id: string) =>
        pagesOf(await documentOf(draft, id))
            .map(({ body }) => body)
            .join("")

    test("holds every string of every part", async () => {
        const facts = checked.loaded.case
        const text = await textOf("dossier")
        const { entries } = await planExhibits(checked.items, checked.sources, host)
        const views = [
            dossierView(facts),
            statementView(facts),
            lossView(facts, ledgerView(checked.exports, facts.incident.kind)),
            identifiersView(facts),
            evidenceListView(facts, checked.items),
            positionsView(facts),
            itemsToVerifyView(facts, checked.items, checked.exports),
            demandsView(facts),
            exhibitBookView(facts, entries),
        ]
        for (const leaf of views.flatMap((view) => leaves(view))) expect(text).toContain(squeeze(leaf))
    })
    test("and the second volume, to look things up in, hold every document but what is read by itself", async () => {
        const volumes = (await textOf("dossier")) + (await textOf("reference"))
        const ids = draft.packet.files.flatMap(({ path }) => /^data\/documents\/(.+)\.pdf$/.exec(path)?.[1] ?? [])
        const apart = ["officer-guide", "link-memo", "timeline", "dossier", "reference"]
        expect(apart.filter((id) => !ids.includes(id))).toEqual([])
        for (const id of ids.filter((id) => !apart.includes(id)))
            for (const { body } of pagesOf(await documentOf(draft, id)))
                for (const line of body.match(/[^。；]{1,20}。/g) ?? []) expect(volumes, id).toContain(line)
    })
    test("both volumes hold every string of the case that the police may read", async () => {
        const volumes = plain((await textOf("dossier")) + (await textOf("reference")))
        const said = typed(checked.loaded.case)
        expect(said.length).toBeGreaterThan(300)
        expect(said.filter((text) => !forms(text).some((form) => volumes.includes(form)))).toEqual([])
    })
    test("of the sample is no longer than it was agreed to be", async () => {
        const path = await documentOf(draft, "dossier")
        const pages = pagesOf(path)
        const at = (start: string) => pages.findIndex(({ body }, n) => n > 0 && body.includes(start))
        // Version 0.1 had 42 pages; what it held is to fit on 26 in 9 pt, what the exports add on six more.
        const ofLedger = at("七、计算方法和数据来源") - at("六、按导出文件核算")
        expect(ofLedger).toBeGreaterThan(0)
        expect(ofLedger).toBeLessThanOrEqual(6)
        expect(pages.length - ofLedger).toBeLessThanOrEqual(26)
    })
    test("counts its pages through from first to last", async () => {
        const pages = pagesOf(await documentOf(draft, "dossier"))
        expect(pages.length).toBeGreaterThan(15)
        expect(pages.map(({ foot }) => /第\d+页\/共\d+页/.exec(foot)?.[0])).toEqual(
            pages.map((_, i) => `第${String(i + 1)}页/共${String(pages.length)}页`),
        )
    })
    test.skipIf(!tool("pdfinfo") || !tool("qpdf"))("is tagged, has its title and is sound", async () => {
        const path = await documentOf(draft, "dossier")
        const info = outside("pdfinfo", [path])
        expect(info).toMatch(/^Title: +案件材料汇编$/m)
        expect(info).toMatch(/^Tagged: +yes$/m)
        outside("qpdf", ["--check", path])
    })
    test.skipIf(!tool("mutool"))("has the parts as bookmarks, their headings below, each on its page", async () => {
        const path = await documentOf(draft, "dossier")
        const outline = outlineOf(path)
        const top = outline.filter(({ depth }) => depth === 1)
        expect(top.slice(0, PARTS.length).map(({ title }) => title)).toEqual(PARTS)
        expect(top.at(-1)?.title).toBe("截图及附件汇编")
        for (const [i, { depth }] of outline.entries())
            expect(depth).toBeLessThanOrEqual((outline[i - 1]?.depth ?? 0) + 1)
        const pages = pagesOf(path)
        expect(outline.every(({ title }) => title !== "")).toBe(true)
        for (const { title, page } of outline) expect(pages[page - 1]?.body).toContain(squeeze(title))
        // The contents name the page on which each part begins.
        const contents = pages[0]?.body.replace(/\./g, "") ?? ""
        for (const { title, page } of top.slice(1)) expect(contents).toContain(`${squeeze(title)}${String(page)}`)
        // A part begins a page, its title is the first thing on it, unless it follows one of the same run.
        const follow = [
            "账号、订单与地址标识信息表",
            "各方说法及报案人意见",
            "需要核实的事项",
            "诉求",
            "截图及附件汇编",
        ]
        for (const { title, page } of top.filter((part) => !follow.includes(part.title)))
            expect(pages[page - 1]?.body.startsWith(squeeze(title)), title).toBe(true)
        const pictures = outline.filter(({ title }) => /\.(?:png|jpg)$/.test(title))
        // Screens of a phone in pairs; the photograph, which is broad, and what is left over have a page each.
        const together = [...new Set(pictures.map(({ page }) => page))].map((page) =>
            pictures.flatMap((one) => (one.page === page ? (one.title.match(/^E\d+/) ?? []) : [])).join(" "),
        )
        expect(together).toEqual(["E001 E002", "E003 E004", "E006", "E007 E008", "E009"])
    })
})

describe("pictures", () => {
    test("stand in the book as they are, never compressed again", async () => {
        const book = readFileSync(await documentOf(draft, "exhibits"))
        const { images } = await planExhibits(checked.items, checked.sources, host)
        expect(images.size).toBe(8)
        for (const [label, image] of images) {
            if (image.kind !== "png" && image.kind !== "jpeg") throw new Error(label)
            const bytes = await readAll(image.source)
            const data = image.kind === "png" ? readPngFile(bytes)?.data : bytes.slice(-20_000)
            expect(data?.length, label).toBeGreaterThan(1000)
            expect(book.includes(Buffer.from(data ?? "")), label).toBe(true)
        }
    })
    test.skipIf(!tool("pdftotext"))("have label, caption, source and hash on their page", async () => {
        const pages = pagesOf(await documentOf(draft, "exhibits"))
        for (const { entry, caption, source } of checked.items.filter((item) => item.entry.category === "picture")) {
            const page = pages.find(({ body }) => body.includes(squeeze(`SHA-256：${entry.sha256}`)))?.body ?? ""
            for (const part of [entry.label, entry.originalName, caption, source]) expect(page).toContain(squeeze(part))
        }
    })
})

const grayPng = (widthPx: number, heightPx: number, data?: Uint8Array) =>
    png(widthPx, heightPx, chunk("IDAT", data ?? deflateSync(new Uint8Array((3 * widthPx + 1) * heightPx))))
const photo = () => new Uint8Array(readFileSync(join(ROOT, "test/facts/evidence/photos/baseline.jpg")))
const samplePdf = () => new Uint8Array(readFileSync(join(ROOT, "assets/sample-case/evidence/客服工单导出.pdf")))

/** An item as intake would have recorded it, and its bytes. */
async function take(label: string, name: string, bytes: Uint8Array): Promise<[EvidenceItem, ByteSource]> {
    const source = memorySource(bytes)
    const { mediaType, category } = sniffType(bytes.slice(0, 8192), name)
    const entry = {
        label,
        folder: "evidence" as const,
        originalName: name,
        sizeBytes: bytes.length,
        mediaType,
        category,
        sha256: label.slice(1).padStart(64, "0"),
        modifiedAt: "2023-03-21T10:00:00+08:00",
        importedAt: "2023-04-20T20:00:00+08:00",
        ...(await readImageFacts(source, mediaType)),
    }
    return [{ ...emptyDescription(label), caption: `${name} 的说明`, share: "police", entry }, source]
}

async function takeAll(files: readonly (readonly [name: string, bytes: Uint8Array])[]) {
    const taken = await Promise.all(files.map(([name, bytes], i) => take(`E${String(i + 101)}`, name, bytes)))
    return {
        items: taken.map(([item]) => item),
        sources: new Map(taken.map(([item, source]) => [item.entry.label, source])),
    }
}

/** What becomes of files of all sorts: the reason not to show each, and pages, and the finding. */
const FILES: readonly (readonly [name: string, bytes: () => Uint8Array, fate: string, finding: string])[] = [
    ["好.png", () => grayPng(40, 30), "shown", ""],
    ["侧拍.jpg", () => withSegments(photo(), exifSegment({ orientation: 6 })), "shown", ""],
    ["断图.png", () => grayPng(40, 30).slice(0, -30), "damaged", "evidence.picture.cut-off"],
    ["错码.png", () => grayPng(40, 30, new Uint8Array(90).fill(7)), "damaged", "evidence.picture.damaged"],
    ["少行.png", () => grayPng(40, 30, deflateSync(new Uint8Array(500))), "damaged", "evidence.picture.damaged"],
    ["断头.jpg", () => photo().slice(0, 40), "damaged", "evidence.picture.damaged"],
    ["算术.jpg", () => withFrame(photo(), 0xc9), "unsupported", "pdf.image.unsupported"],
    ["手机.heic", () => heic(30, 20, {}), "damaged", "evidence.picture.undecoded"],
    ["工单.pdf", samplePdf, "pdf 2", ""],
    ["坏.pdf", () => samplePdf().slice(0, 3000), "pdf-damaged", "pdf.foreign.damaged"],
    ["通话.mp3", () => concat([new TextEncoder().encode("ID3"), new Uint8Array(50)]), "type", ""],
    ["表.csv", () => new TextEncoder().encode("a,b\n1,2\n"), "type", ""],
]

/** The same JPEG with another kind of coding in its frame header. */
function withFrame(jpeg: Uint8Array, marker: number): Uint8Array {
    const at = jpeg.findIndex((byte, i) => byte === 0xff && (jpeg[i + 1] === 0xc0 || jpeg[i + 1] === 0xc2))
    const out = jpeg.slice()
    out[at + 1] = marker
    return out
}

describe("every file gets a page or a sheet, and none stops the build", () => {
    test("reasons and findings", async () => {
        const { items, sources } = await takeAll(FILES.map(([name, bytes]) => [name, bytes()]))
        const { entries, images, issues } = await planExhibits(items, sources, host)
        const fates = entries.map(({ item, notShown, pages }) => [
            item.entry.originalName,
            `${notShown ?? "shown"}${pages === undefined ? "" : ` ${String(pages)}`}`,
        ])
        expect(fates).toEqual(FILES.map(([name, , fate]) => [name, fate]))
        expect(issues.every(({ severity }) => severity === "warning")).toBe(true)
        expect(codes(issues)).toEqual(
            FILES.flatMap(([name, , , finding]) => (finding === "" ? [] : [`${finding} evidence/${name}`])),
        )
        // Bytes of shown pictures only.
        expect([...images.keys()]).toEqual(["E101", "E102"])
        expect(images.get("E102")).toMatchObject({ orientation: 6 })
    })

    test("a picture that the reporter does not want printed stays a file, below the reason", async () => {
        const { items, sources } = await takeAll(["1.png", "2.png", "3.png"].map((name) => [name, grayPng(40, 30)]))
        const unwanted = (...labels: string[]) =>
            items.map((item) =>
                labels.includes(item.label) ? { ...item, printed: false } : { ...item, printed: true },
            )
        const one = await planExhibits(unwanted("E102"), sources, host)
        expect(one.entries.map(({ notShown }) => notShown)).toEqual([undefined, "unwanted", undefined])
        expect([...one.images.keys()]).toEqual(["E101", "E103"])
        expect(exhibitBookView(checked.loaded.case, one.entries)).toMatchObject({
            pictureCount: "2",
            fileCount: "1",
            groups: [{ reason: UNWANTED, files: [{ label: "E102" }] }],
            pictures: [{ label: "E101" }, { label: "E103" }],
        })
        const two = await planExhibits(unwanted("E101", "E102"), sources, host)
        expect(exhibitBookView(checked.loaded.case, two.entries)).toMatchObject({
            groups: [{ reason: UNWANTED, files: [{ label: "E101" }, { label: "E102" }] }],
        })
    })

    test.skipIf(!tool("qpdf"))("an encrypted PDF", async () => {
        const path = join(scratch(), "a.pdf")
        writeFileSync(path, samplePdf())
        outside("qpdf", ["--encrypt", "x", "y", "256", "--", path, `${path}.locked`])
        const { items, sources } = await takeAll([["锁.pdf", new Uint8Array(readFileSync(`${path}.locked`))]])
        const { entries, issues } = await planExhibits(items, sources, host)
        expect(entries).toMatchObject([{ notShown: "pdf-encrypted" }])
        expect(codes(issues)).toEqual(["pdf.foreign.encrypted evidence/锁.pdf"])
    })

    test("large pictures and those after the book is full stay files and are never read", async () => {
        const small = grayPng(10, 10)
        const { items, sources } = await takeAll([
            ["1.png", small],
            ["2.png", grayPng(10, 10, deflateSync(new Uint8Array(310), { level: 0 }))],
            ["3.png", small],
            ["4.png", small],
            ["5.png", small],
        ])
        const read: string[] = []
        const watched = new Map(
            [...sources].map(([label, source]): [string, ByteSource] => [
                label,
                {
                    size: source.size,
                    read(at, length) {
                        read.push(label)
                        return source.read(at, length)
                    },
                },
            ]),
        )
        const limits = { picture: small.length + 50, book: 2 * small.length + 10, pictures: 10 }
        const { entries } = await planExhibits(items, watched, host, new Map(), limits)
        expect(entries.map(({ notShown }) => notShown)).toEqual([
            undefined,
            "too-large",
            undefined,
            "book-full",
            "book-full",
        ])
        expect(new Set(read)).toEqual(new Set(["E101", "E103"]))
    })

    test.skipIf(!tool("pdftotext"))("sheets say what is not shown and why, and the draft is built", async () => {
        const more = await takeAll(FILES.map(([name, bytes]) => [name, bytes()]))
        const items = [...checked.items, ...more.items]
        const sources = new Map([...checked.sources, ...more.sources])
        const built = await planDraft({ ...checked, items, sources }, host, undefined)
        expect(built.issues.length).toBe(FILES.filter(([, , , finding]) => finding !== "").length)
        const path = await documentOf(built, "exhibits")
        const text = pagesOf(path)
            .map(({ body }) => body)
            .join("")
        const { entries } = await planExhibits(items, sources, host)
        for (const leaf of leaves(exhibitBookView(checked.loaded.case, entries))) expect(text).toContain(squeeze(leaf))
        for (const reason of [
            "图片数据不完整或已损坏",
            "编码方式不能显示",
            "看图软件",
            "播放软件",
            "2页",
            "可能已损坏",
        ])
            expect(text).toContain(reason)
        outside("qpdf", ["--check", await documentOf(built, "dossier")])
    })
})

test.skipIf(!tool("pdftotext"))("a caption that would fill the page stands before its picture, whole", async () => {
    const caption = Array.from({ length: 700 }, (_, i) => `第${String(i)}句的话。`).join("")
    const { items, sources } = await takeAll([["长.png", grayPng(400, 300)]])
    const told = items.map((item) => ({ ...item, caption }))
    const built = await planDraft({ ...checked, items: told, sources }, host, undefined)
    const pages = pagesOf(await documentOf(built, "exhibits"))
    // What names the row is set again on each of its pages.
    const text = pages.map(({ body }) => body.replaceAll("说明", "")).join("")
    expect(text).toContain(caption)
    expect(pages.at(-1)?.body).toMatch(/E101（说明见前页）$/)
})
