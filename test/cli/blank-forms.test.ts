import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { unzipSync } from "fflate"
import { beforeAll, describe, expect, test } from "vitest"
import { blankExhibits, withoutMailboxes } from "../../src/editions/officer/blank-forms.ts"
import type { EvidenceItem } from "../../src/editions/shared/evidence-item.ts"
import type { Case } from "../../src/facts/case/schema.ts"
import { scanIssues } from "../../src/flows/officer/papers.ts"
import { BLANK_HEAD } from "../../src/flows/print/compose.ts"
import { blankForms } from "../../src/flows/victim/blank-forms.ts"
import { checkCase } from "../../src/flows/victim/check.ts"
import { nodeHost } from "../../src/node/host.ts"
import { readCaseFolder } from "../../src/node/read-case.ts"
import { readXlsx } from "../../src/typeset/office/xlsx-read.ts"
import { ROOT, sampleText, squeeze } from "../check.ts"
import { SHIPPED, shipped } from "../desks.ts"
import { tool } from "../tool.ts"
import { builtOut, letterCode, putDraft } from "./made.ts"
import { lerpack, outside, scratch } from "./run.ts"

/** 空白件: what an officer who may run no program fills in by hand. */

const REF = "LX-2023-0321"
const folder = (): string => join(builtOut(), "交民警/空白件")
const names = (): readonly string[] => readdirSync(folder()).sort()
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path))

/** Parts of a file of an office program, by their names. */
function parts(bytes: Uint8Array): ReadonlyMap<string, string> {
    return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, new TextDecoder().decode(part)]))
}

/** The words of a file, without blanks and marks of its format. */
function wordsOf(name: string, bytes: Uint8Array): string {
    if (name.endsWith(".pdf")) {
        const file = join(scratch(), "one.pdf")
        writeFileSync(file, bytes)
        return squeeze(outside("pdftotext", ["-raw", file, "-"]))
    }
    if (name.endsWith(".txt")) return squeeze(new TextDecoder().decode(bytes))
    return squeeze(
        [...parts(bytes)]
            .filter(([part]) => /document|header|footer|sheet\d/.test(part))
            .map(([, xml]) => xml.replace(/<[^>]+>/g, ""))
            .join("\n"),
    )
}

const leavesOf = (value: unknown): string[] =>
    typeof value === "string"
        ? [value]
        : typeof value === "object" && value
          ? Object.values(value).flatMap(leavesOf)
          : []

let facts: Case
beforeAll(async () => {
    const found = await checkCase(readCaseFolder(join(ROOT, "assets/sample-case")), nodeHost())
    if (found.loaded === undefined) throw new Error("the sample is not right")
    facts = found.loaded.case
})

test("lie beside the packet and not in it", () => {
    expect(names()).toEqual(
        [
            `02-Identifiers-${REF}.xlsx`,
            `03-Exhibits-${REF}.pdf`,
            "先看说明.txt",
            "公函（空白样式）.docx",
            "英文首页（空白样式）.docx",
            "询问渠道（空白样式）.txt",
            "门户填报信息单（空白样式）.pdf",
        ].sort(),
    )
    const packed = Object.keys(unzipSync(bytesOf(join(builtOut(), `DRAFT-${REF}.zip`))))
    expect(packed.length).toBeGreaterThan(30)
    expect(packed.filter((path) => /空白|blank|02-Identifiers|03-Exhibits/.test(path))).toEqual([])
    const notes = new TextDecoder().decode(bytesOf(join(folder(), "先看说明.txt")))
    for (const name of names().filter((one) => one !== "先看说明.txt")) expect(notes).toContain(name)
})

describe.skipIf(!tool("pdftotext"))("each", () => {
    test("says on every page and sheet that it is a blank form", () => {
        for (const name of names()) {
            const bytes = bytesOf(join(folder(), name))
            if (name.endsWith(".pdf")) {
                const pages = outside("pdftotext", ["-raw", join(folder(), name), "-"])
                    .split("\f")
                    .slice(0, -1)
                expect(pages.length).toBeGreaterThan(1)
                for (const page of pages) expect(page, name).toContain(BLANK_HEAD)
            } else if (name.endsWith(".xlsx")) {
                const { sheets = [] } = readXlsx(bytes, [])
                expect(sheets.length).toBeGreaterThan(3)
                for (const { rows } of sheets) expect(rows[0]?.cells[0]?.text).toBe(BLANK_HEAD)
            } else if (name.endsWith(".docx")) {
                const own = parts(bytes)
                expect(own.get("word/header1.xml")).toContain(BLANK_HEAD)
                const page = own.get("word/document.xml") ?? ""
                expect(page).toMatch(/<w:headerReference[^>]*w:type="default"/)
                if (page.includes("<w:titlePg")) expect(page).toMatch(/<w:headerReference[^>]*w:type="first"/)
            } else expect(new TextDecoder().decode(bytes)).toMatch(/^\uFEFF?空白样式 · BLANK FORM\r\n/)
        }
    })

    test("holds facts that a desk looks up, and nothing of whom the reporter is", () => {
        const { name, idNumber, address, phone } = facts.reporter
        const never = [name, idNumber, address, phone].map((text) => squeeze(text ?? "?"))
        const uid = facts.account.uid ?? "?"
        for (const file of names()) {
            const text = wordsOf(file, bytesOf(join(folder(), file)))
            for (const needle of never) expect(text, file).not.toContain(needle)
            if (/\.docx|02-|门户/.test(file)) expect(text, file).toContain(uid)
        }
    })

    test("has lines in place of what an officer enters", () => {
        const english = wordsOf("x.docx", bytesOf(join(folder(), "英文首页（空白样式）.docx")))
        const letter = wordsOf("x.docx", bytesOf(join(folder(), "公函（空白样式）.docx")))
        expect(english).not.toContain("Notprovided")
        expect(english).toMatch(/From:_{6,}\(_{6,}\),_{6,},_{6,}/)
        expect(english).toMatch(/Replyby_{6,}/)
        expect(letter).not.toMatch(/未提供|公函核对码|[0-9a-f]{64}/)
        expect(letter.match(/＿{4,}/g)?.length).toBeGreaterThan(12)
        const question = wordsOf("x.txt", bytesOf(join(folder(), "询问渠道（空白样式）.txt")))
        expect(question).toMatch(/Name:_+Agencyanddepartment:_+/)
        const portal = wordsOf("x.pdf", bytesOf(join(folder(), "门户填报信息单（空白样式）.pdf")))
        expect(portal).not.toMatch(/Notprovided|未提供|待提供|-identity文件夹/)
    })

    // One host for all: a desk's forms do not depend on what was set before, as the test below shows.
    const host = nodeHost()
    const formsFor = (id: string, where = host) => {
        const loaded = { case: { ...facts, recipient: id } } as unknown as Parameters<typeof blankForms>[0]
        return blankForms(loaded, [], new Map(), where)
    }

    test.each(SHIPPED)("names no mailbox of %s, no agency and no number", async (id) => {
        const forms = await formsFor(id)
        const desk = shipped(id)
        const own = leavesOf(withoutMailboxes(desk))
        const mailboxes = leavesOf(desk).flatMap((text) => text.match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? [])
        expect(own.filter((text) => text === desk.routes.email?.address)).toEqual([])
        for (const { name, bytes } of forms) {
            const text = wordsOf(name, bytes)
            for (const mailbox of mailboxes) expect(text, name).not.toContain(mailbox)
            expect(text, name).not.toMatch(/公安局.{0,6}分局|〔\d{4}〕/)
            expect(text.replaceAll(facts.account.registeredEmail ?? "?", ""), name).not.toContain("@")
        }
    })

    test("repeats byte for byte", async () => {
        const [id = ""] = SHIPPED.slice(-1)
        const forms = await formsFor(id)
        const again = await formsFor(id, nodeHost())
        expect(again).toHaveLength(forms.length)
        for (const [i, { bytes }] of forms.entries())
            expect(Buffer.from(bytes).equals(again[i]?.bytes ?? bytes)).toBe(true)
    })
})

test("the exhibits are at most ten released pictures, and captions are labels alone", () => {
    const item = (n: number, share: string) =>
        ({ share, entry: { label: `E${String(n)}`, mediaType: "image/png" } }) as unknown as EvidenceItem
    const many = Array.from({ length: 24 }, (_, i) => item(i, i % 2 === 0 ? "recipient" : "police"))
    const chosen = blankExhibits(many)
    expect(chosen.map(({ item: { entry } }) => entry.label)).toEqual(
        Array.from({ length: 10 }, (_, i) => `E${String(2 * i)}`),
    )
    expect(new Set(chosen.map(({ captionEn }) => captionEn))).toEqual(new Set([""]))
})

test.skipIf(!tool("pdftotext"))("the exhibits show what was released, masked where it is to be masked", () => {
    const text = outside("pdftotext", ["-raw", join(folder(), `03-Exhibits-${REF}.pdf`), "-"]).replace(
        /E004-\s+m/g,
        "E004-m",
    )
    expect(text).toMatch(/^ *E003\b/m)
    expect(text).toMatch(/E004-m.*\n\s*\(copy with 3 areas blacked out\)/)
    expect(text).not.toMatch(/E004(?!-m)|Screenshot provided|Not provided/)
})

describe("no blank form passes as a sealed paper", () => {
    test("not as it is", async () => {
        for (const name of names()) {
            const found = await scanIssues([{ name, bytes: bytesOf(join(folder(), name)) }])
            const code = name.endsWith(".pdf") ? "request.scan.blank-form" : "request.scan.type"
            expect(
                found.map((one) => one.code),
                name,
            ).toEqual([code])
        }
    })

    test("not through the command: the file is named, and nothing is written", () => {
        const home = scratch()
        putDraft(home)
        const form = sampleText("sample-officer", "officer.yaml").replace(/channelConfirmed:\n(?: .*\n)+/, "")
        writeFileSync(join(home, "officer.yaml"), form)
        const step = (...more: string[]) => {
            const common = ["complete", `out/DRAFT-${REF}.zip`, "--officer", "officer.yaml", "-o", "out"]
            const legal = join(ROOT, "assets/sample-officer/legal/调取证据通知书（样例）.pdf")
            return lerpack([...common, "--legal", legal, ...more], { cwd: home })
        }
        expect(step().status).toBe(0)
        writeFileSync(join(home, "officer.yaml"), `${form}letterCode: "${letterCode(join(home, "out"))}"\n`)
        const before = readdirSync(join(home, "out"))
        const sealed = join(folder(), `03-Exhibits-${REF}.pdf`)
        const done = step("--prepared", `out/${REF}-prepared`, "--sealed", sealed, "--unsigned")
        expect(done.status).toBe(1)
        expect(done.stderr).toContain(`03-Exhibits-${REF}.pdf 是空白样式，不是盖章文书的扫描件`)
        expect(readdirSync(join(home, "out"))).toEqual(before)
    })
})
