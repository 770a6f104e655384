import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { unzipSync } from "fflate"
import { beforeAll, describe, expect, test } from "vitest"
import { foreignNoteView } from "../../../src/editions/officer/foreign-note.ts"
import type { Case } from "../../../src/facts/case/schema.ts"
import { readLaws } from "../../../src/facts/legal/laws.ts"
import { type Officer, readOfficer } from "../../../src/facts/officer/officer.ts"
import { foreignNote } from "../../../src/flows/officer/foreign-note.ts"
import { DRAFT_HEAD, renderModel } from "../../../src/flows/print/compose.ts"
import { checkCase } from "../../../src/flows/victim/check.ts"
import { nodeHost } from "../../../src/node/host.ts"
import { readCaseFolder } from "../../../src/node/read-case.ts"
import { collectText } from "../../../src/typeset/document/collect-text.ts"
import { file, ROOT, sampleText, squeeze } from "../../check.ts"
import { outside, scratch } from "../../cli/run.ts"
import { atDesk, desk } from "../../desks.ts"
import { tool } from "../../tool.ts"

/** 境外电子数据来源情况说明: a record of the police, with what is known of the request filled in. */

const host = nodeHost()
const recipient = desk()
const laws = readLaws(host.asset("legal/laws.yaml"))
let facts: Case
let officer: Officer

beforeAll(async () => {
    const found = await checkCase(readCaseFolder(join(ROOT, "assets/sample-case")), host)
    const reading = readOfficer("officer.yaml", file(sampleText("sample-officer", "officer.yaml")))
    if (found.loaded === undefined || reading.officer === undefined) throw new Error("the sample is not right")
    facts = atDesk(found.loaded.case)
    officer = reading.officer
})

const textOf = (of: Case, by: Officer) =>
    collectText(renderModel(host, "zh-CN/foreign-note", foreignNoteView(of, "QD-77", recipient, by, "89abcdef", laws)))

describe("the note", () => {
    test("has the request filled in: unit, case, instrument, desk, account, code", () => {
        const text = squeeze(textOf(facts, officer))
        for (const known of ["示例市公安局样例分局", "样例案2026-0003", "SAMPLE-2026-0007", "2026年11月19日"])
            expect(text).toContain(known)
        expect(text).toContain(
            "向罗经（Binnacle）提出；公函核对码89abcdef；材料编号QD-77账户：用户编号（UID）100000001",
        )
    })

    test("names no account that is not the desk's, and leaves lines where the officer data say nothing", () => {
        const other = { ...facts, account: { ...facts.account, exchange: "另一家" } }
        const { agency: _, caseNumbers: __, instrument: ___, ...bare } = officer
        const text = textOf(other, bare)
        expect(text).not.toContain("100000001")
        expect(text).not.toMatch(/undefined|未提供/)
        expect(text.match(/＿＿＿/g)?.length).toBeGreaterThanOrEqual(5)
    })

    test("asks for the provider's hash, place, device, mailbox and witnesses, with ten rows", () => {
        const text = textOf(facts, officer)
        for (const asked of ["对方给出的校验值", "地点：", "设备（型号、编号）：", "收件邮箱或者门户账号：", "见证人"])
            expect(text).toContain(asked)
        expect(text.match(/^(?:[1-9]|10)$/gm)).toHaveLength(10)
    })

    test("is made as PDF and .docx in the same words, without the head line of a victim's paper", async () => {
        const setting = { facts, officer, recipient, ref: "QD-77", at: "2026-11-25T07:30:00Z" }
        const [pdf, docx] = await foreignNote(setting, host, "89abcdef")
        expect([pdf.name, docx.name]).toEqual(["境外电子数据来源情况说明.pdf", "境外电子数据来源情况说明.docx"])
        const words = new TextDecoder().decode(unzipSync(docx.bytes)["word/document.xml"])
        expect(words).toContain("89abcdef")
        expect(words).not.toContain("报案人（被害人）整理")
        if (!tool("pdftotext")) return
        const path = join(scratch(), "note.pdf")
        writeFileSync(path, pdf.bytes)
        const printed = squeeze(outside("pdftotext", ["-raw", path, "-"]))
        expect(printed).toContain("89abcdef")
        expect(printed).not.toContain(squeeze(DRAFT_HEAD).slice(0, 10))
    })
})
