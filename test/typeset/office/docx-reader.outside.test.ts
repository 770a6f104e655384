import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { utf8 } from "../../../src/base/bytes.ts"
import { approvalPointsView } from "../../../src/editions/officer/approval-points.ts"
import { letterView } from "../../../src/editions/officer/letter.ts"
import { requestView } from "../../../src/editions/recipient/recipient.ts"
import { readLaws } from "../../../src/facts/legal/laws.ts"
import { readOfficer } from "../../../src/facts/officer/officer.ts"
import { composeDocx, DRAFT_HEAD, renderModel } from "../../../src/flows/print/compose.ts"
import { checkCase } from "../../../src/flows/victim/check.ts"
import { nodeHost } from "../../../src/node/host.ts"
import { readCaseFolder } from "../../../src/node/read-case.ts"
import { collectText } from "../../../src/typeset/document/collect-text.ts"
import { ROOT, sampleText, squeeze } from "../../check.ts"
import { outside, scratch } from "../../cli/run.ts"
import { atDesk, desk } from "../../desks.ts"
import { hasOffice } from "../../tool.ts"

/** The text documents of the sample, opened by LibreOffice: a reader that shares nothing with our writer. */

/** Blanks to write on are no text of the document. */
const BLANK = "＿"

interface Sample {
    readonly template: string
    readonly data: object
    readonly head?: string
}
const host = nodeHost()
let samples: Readonly<Record<string, Sample>> = {}
let folder = ""

async function makeSamples(): Promise<typeof samples> {
    const found = await checkCase(readCaseFolder(join(ROOT, "assets/sample-case")), host)
    const reading = await readOfficer("officer.yaml", utf8(sampleText("sample-officer", "officer.yaml")))
    if (found.loaded === undefined || reading.officer === undefined) throw new Error("the sample is not right")
    const facts = atDesk(found.loaded.case)
    const recipient = desk()
    const laws = readLaws(host.asset("legal/laws.yaml"))
    const annexes = [{ name: "02-Identifiers-LX-2023-0321.xlsx", sha256: "0f".repeat(32) }]
    return {
        points: {
            template: "zh-CN/approval-points",
            data: approvalPointsView(facts, found.items, recipient, laws),
            head: DRAFT_HEAD,
        },
        letter: {
            template: "zh-CN/request-letter",
            data: letterView(facts, facts.ref, recipient, reading.officer, annexes, "89abcdef"),
        },
        english: { template: "en/letter", data: requestView(facts, facts.ref, recipient, reading.officer, []) },
    }
}

describe.skipIf(!hasOffice())("LibreOffice", () => {
    beforeAll(async () => {
        samples = await makeSamples()
        folder = scratch()
        const paths = Object.entries(samples).map(([name, sample]) => {
            const path = join(folder, `${name}.docx`)
            writeFileSync(path, composeDocx(host, { ...sample, at: "2023-05-08T07:30:00Z", ref: "LX-2023-0321" }))
            return path
        })
        const profile = `-env:UserInstallation=file://${folder}/profile`
        for (const to of ["txt:Text (encoded):UTF8", "pdf"])
            outside("soffice", [profile, "--headless", "--convert-to", to, "--outdir", folder, ...paths])
    }, 120_000)

    test.each(["points", "letter", "english"])("opens %s with all its text and ids, in order", (name) => {
        const sample = samples[name]
        const shown = squeeze(readFileSync(join(folder, `${name}.txt`), "utf8").replace("\uFEFF", "")).replaceAll(
            BLANK,
            "",
        )
        let at = 0
        const lines = collectText(renderModel(host, sample?.template ?? "", sample?.data ?? {})).split("\n")
        expect(lines.length).toBeGreaterThan(15)
        // A dash in a column that was folded has no line of its own.
        const isText = (one: string): boolean => one !== "" && one !== "—"
        for (const line of lines.map((one) => squeeze(one).replaceAll(BLANK, "")).filter(isText)) {
            const next = shown.indexOf(line, at)
            expect(next, line).toBeGreaterThanOrEqual(at)
            at = next + line.length
        }
    })

    test("sets the English copy on three A4 pages, ids whole in their cells", () => {
        const path = join(folder, "english.pdf")
        const facts = outside("pdfinfo", [path])
        expect(facts).toMatch(/Pages:\s+3\n/)
        expect(facts).toMatch(/Page size:.*A4/)
        const text = outside("pdftotext", ["-layout", path, "-"])
        for (const id of ["h3JwTq8RsYv5MnCx2KdGfz", "13227000002", "PERPUSDT", "trader-lin@mail.example", "100000001"])
            expect(text).toContain(id)
    })
})
