import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { describe, expect, test } from "vitest"
import { consentView } from "../../src/editions/victim/consent.ts"
import { readCase } from "../../src/facts/case/load.ts"
import { scanIssues } from "../../src/flows/officer/papers.ts"
import { composeDocx } from "../../src/flows/print/compose.ts"
import { nodeHost } from "../../src/node/host.ts"
import { file } from "../check.ts"
import { deskCase, shipped } from "../desks.ts"
import { PHISHED } from "../facts/case/form/fill-workbook.ts"
import { hasOffice } from "../tool.ts"
import { filled, WORKBOOK } from "./filled.ts"
import { builtOut } from "./made.ts"
import { lerpack, outside, scratch } from "./run.ts"

/** What people do to our files with the office program they have. */
describe.skipIf(!hasOffice())("LibreOffice", () => {
    /** Files in another format, in a folder of their own; one start for all. */
    function converted(to: string, paths: readonly string[]): string {
        const place = scratch()
        const profile = `-env:UserInstallation=file://${place}/profile`
        outside("soffice", ["--headless", profile, "--convert-to", to, "--outdir", place, ...paths])
        return place
    }

    test("saves the filled workbook again, and it says the same", () => {
        const folder = filled(PHISHED)
        const show = () => lerpack(["check", folder, "--show"]).stdout
        const before = show()
        const saved = converted("xlsx:Calc MS Excel 2007 XML", [join(folder, WORKBOOK)])
        renameSync(join(saved, WORKBOOK), join(folder, WORKBOOK))
        expect(show()).toBe(before)
        expect(before).toContain("六、少了什么，第 2 项，数量：约30万元（读作 约 300000 CNY）")
    }, 120_000)

    test("prints the consent to all that can be asked of an account on one page, with its signature", () => {
        const text = deskCase().replace(
            /^account:\n/m,
            "account:\n  holder: {kind: person, name: 阿不都拉·样例, nameEn: Abdulla Sample, relation: 女儿（继承人）}\n",
        )
        const { loaded } = readCase("case.yaml", file(text))
        if (loaded === undefined) throw new Error("the changed sample is not right")
        const host = nodeHost()
        const path = join(scratch(), "consent.docx")
        for (const facts of [loaded.case, { ...loaded.case, apiKey: undefined } as typeof loaded.case]) {
            const data = consentView(facts, shipped("bitget"))
            const setting = { template: "zh-CN/consent", data, at: "2026-11-25T07:30:00Z", ref: "LX-2023-0321" }
            writeFileSync(path, composeDocx(host, setting))
            expect(outside("pdfinfo", [join(converted("pdf", [path]), "consent.pdf")])).toMatch(/^Pages: +1$/m)
        }
    }, 120_000)

    test("prints the blank forms into PDFs, which pass as no sealed paper either", async () => {
        const folder = join(builtOut(), "交民警/空白件")
        const forms = readdirSync(folder).filter((name) => name.endsWith(".docx"))
        expect(forms.length).toBeGreaterThan(1)
        const place = converted(
            "pdf",
            forms.map((name) => join(folder, name)),
        )
        for (const name of forms) {
            const pdf = join(place, name.replace(/docx$/, "pdf"))
            const found = await scanIssues([{ name: basename(pdf), bytes: new Uint8Array(readFileSync(pdf)) }])
            expect(
                found.map((one) => one.code),
                name,
            ).toEqual(["request.scan.blank-form"])
        }
    }, 120_000)
})
