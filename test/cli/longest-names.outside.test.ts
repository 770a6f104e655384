import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { PDFDocument } from "pdf-lib"
import { expect, test } from "vitest"
import { writeLongNames, writeLongOfficer } from "../fixtures/cases.mjs"
import { lerpack, outside, scratch } from "./run.ts"

test("with the longest names, what leaves still stands on one page for the chief, and each name is whole", async () => {
    const folder = scratch()
    const [own, office, out] = ["case", "office", "out"].map((name) => join(folder, name)) as [string, string, string]
    writeLongNames(own)
    writeLongOfficer(office)
    const draft = join(out, "DRAFT-LONGEST-REFERENCE-202303.zip")
    for (const args of [
        ["import", own],
        ["build", own, "-o", out, "--unsigned"],
        ["complete", draft, "--officer", join(office, "officer.yaml"), "-o", out],
    ]) {
        const ran = lerpack(args)
        expect(ran.status, ran.stderr).toBe(0)
    }
    const prepared = join(out, "LONGEST-REFERENCE-202303-prepared")
    const pages = async (name: string) =>
        (await PDFDocument.load(readFileSync(join(prepared, name)), { updateMetadata: false })).getPageCount()
    expect(await pages("对外提供内容一览.pdf")).toBe(1)
    const portal = readdirSync(prepared).find((name) => /^门户填报信息单.*\.pdf$/.test(name)) ?? ""
    expect(await pages(portal)).toBeLessThanOrEqual(4)
    const dossier = outside("pdftotext", ["-raw", join(out, "交民警/03-案件材料汇编.pdf"), "-"]).replaceAll("\n", "")
    const name = "（第一部分，2023年3月21日10时12分至2023年3月22日18时30分）_原图_未裁剪_副本2.png"
    // Once in the list of evidence, once above the picture.
    expect(dossier.split(name)).toHaveLength(3)
})
