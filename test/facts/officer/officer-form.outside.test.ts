import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { readYaml } from "../../../src/facts/case/yaml.ts"
import { printOfficerForm } from "../../../src/facts/officer/officer-form.ts"
import { readOfficerFile } from "../../../src/facts/officer/officer-form-read.ts"
import { readXlsx } from "../../../src/typeset/office/xlsx-read.ts"
import { ROOT } from "../../check.ts"
import { desk } from "../../desks.ts"
import { hasOffice } from "../../tool.ts"
import { fill } from "./fill-form.ts"

const sample = new Uint8Array(readFileSync(join(ROOT, "assets/sample-officer/officer.yaml")))
const sampleData = readYaml("officer.yaml", sample, "drop").value as Record<string, unknown>
const sampleForm = printOfficerForm(sampleData, desk().dataGroups)

describe.skipIf(!hasOffice())("LibreOffice", () => {
    const folder = mkdtempSync(join(tmpdir(), "form-"))
    const convert = (format: string, name: string) =>
        spawnSync(
            "soffice",
            [
                `-env:UserInstallation=file://${folder}/profile`,
                "--headless",
                "--convert-to",
                format,
                "--outdir",
                join(folder, "out"),
                name,
            ],
            { cwd: folder },
        )

    test("saves the form again, and it says the same; its CSV holds every text", () => {
        writeFileSync(join(folder, "officer.xlsx"), fill(sampleForm, { 公函核对码: "01234567", 警号: "012345" }))
        convert("xlsx:Calc MS Excel 2007 XML", "officer.xlsx")
        const { data, issues } = readOfficerFile(
            "officer.xlsx",
            new Uint8Array(readFileSync(join(folder, "out", "officer.xlsx"))),
        )
        expect(issues).toEqual([])
        const officer = { ...(sampleData.officer as object), badgeNumber: "012345" }
        expect(data).toEqual({ ...sampleData, officer, letterCode: "01234567" })
        convert("csv:Text - txt - csv (StarCalc):44,34,76,1", "officer.xlsx")
        const csv = readFileSync(join(folder, "out", "officer.csv"), "utf8").replaceAll('""', '"')
        for (const { cells } of readXlsx(sampleForm, []).sheets?.[0]?.rows ?? [])
            for (const { text } of cells) expect(csv).toContain(text)
    }, 120_000)
})
