import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { checklistView } from "../../src/editions/officer/checklist.ts"
import { foreignNoteView } from "../../src/editions/officer/foreign-note.ts"
import { identityLetterView } from "../../src/editions/officer/identity-letter.ts"
import { letterView } from "../../src/editions/officer/letter.ts"
import { portalSheet } from "../../src/editions/officer/portal.ts"
import { filingQuestionsView } from "../../src/editions/police/filing-questions.ts"
import { officerGuideView } from "../../src/editions/police/handling.ts"
import { itemsToVerifyView } from "../../src/editions/police/items-to-verify.ts"
import { legalBasisView } from "../../src/editions/police/legal.ts"
import { linkMemoView } from "../../src/editions/police/link-memo.ts"
import { evidenceListView, handoverView, verifyGuideView } from "../../src/editions/police/lists.ts"
import { positionsView } from "../../src/editions/police/positions.ts"
import { statementView } from "../../src/editions/police/statement.ts"
import { demandsView, timelineView } from "../../src/editions/police/timeline.ts"
import { exhibitsView, recipientExhibits, requestView } from "../../src/editions/recipient/recipient.ts"
import { identifiersView } from "../../src/editions/shared/identifiers.ts"
import { lossView } from "../../src/editions/shared/loss.ts"
import { firstHourView, handoverReceiptView, remediesView } from "../../src/editions/victim/keeping.ts"
import type { LoadedCase } from "../../src/facts/case/load.ts"
import { makeChecklist } from "../../src/facts/checklist/checklist.ts"
import { DIRECTORY_FILE, readDirectory } from "../../src/facts/legal/directory.ts"
import { readFilingQuestions } from "../../src/facts/legal/filing-questions.ts"
import { readDeadlines, readLaws } from "../../src/facts/legal/laws.ts"
import { readLinkChecks } from "../../src/facts/legal/link-checks.ts"
import { type Officer, readOfficer } from "../../src/facts/officer/officer.ts"
import { composePdf, DRAFT_HEAD } from "../../src/flows/print/compose.ts"
import { exhibitImages } from "../../src/flows/print/exhibits.ts"
import { type CheckedCase, checkCase } from "../../src/flows/victim/check.ts"
import { nodeHost } from "../../src/node/host.ts"
import { readCaseFolder } from "../../src/node/read-case.ts"
import type { Images } from "../../src/typeset/layout/pages/placed.ts"
import { leaves, ROOT, sampleText, squeeze } from "../check.ts"
import { outside, scratch } from "../cli/run.ts"
import { atDesk, desk } from "../desks.ts"
import { tool } from "../tool.ts"

/** Every string that an edition hands to a template stands in the PDF's text layer, exactly. */

const host = nodeHost()
const recipient = desk()
const laws = readLaws(host.asset("legal/laws.yaml"))
const directory = readDirectory(host.asset(DIRECTORY_FILE))
let checked: CheckedCase & { loaded: LoadedCase }
let officer: Officer

beforeAll(async () => {
    const found = await checkCase(readCaseFolder(join(ROOT, "assets/sample-case")), host)
    if (found.loaded === undefined)
        throw new Error(found.issues.map(({ code, path }) => `${code} ${path.join()}`).join("\n"))
    checked = { ...found, loaded: { ...found.loaded, case: atDesk(found.loaded.case) } }
    const reading = readOfficer("officer.yaml", new TextEncoder().encode(sampleText("sample-officer", "officer.yaml")))
    if (reading.officer === undefined) throw new Error("the sample's officer data are not right")
    officer = reading.officer
})

const annexes = [{ name: "02-Identifiers-LX-2023-0321.xlsx", sha256: "ab".repeat(32) }]
const handedOver = {
    fileName: "DRAFT-LX-2023-0321.zip",
    sizeBytes: 123456,
    count: { materials: 35, lists: 4, signatures: 1, stamps: 0 },
    signingKey: "SHA256:0123456789abcdefghijklmnopqrstuvwxyzABCDEFG",
    sha256: "0f".repeat(32),
    checkCode: "1111 2222 3333 4444 5555 6666 7777 8888",
}

function present(data: object | undefined): object {
    if (data === undefined) throw new Error("the sample has nothing for this document")
    return data
}

const documents: Record<string, () => Promise<{ data: object; images?: Images }>> = {
    "zh-CN/case-statement": async () => ({ data: statementView(checked.loaded.case) }),
    "zh-CN/loss-statement": async () => ({ data: lossView(checked.loaded.case) }),
    "zh-CN/identifiers": async () => ({ data: identifiersView(checked.loaded.case) }),
    "zh-CN/evidence-list": async () => ({ data: evidenceListView(checked.loaded.case, checked.items) }),
    "zh-CN/verify-guide": async () => ({ data: verifyGuideView(checked.loaded.case) }),
    "zh-CN/handover-sheet": async () => ({ data: handoverView(checked.loaded.case, checked.items, handedOver) }),
    "zh-CN/timeline": async () => ({ data: present(timelineView(checked.loaded.case)) }),
    "zh-CN/demands": async () => ({ data: present(demandsView(checked.loaded.case)) }),
    "zh-CN/positions": async () => ({ data: present(positionsView(checked.loaded.case)) }),
    "zh-CN/items-to-verify": async () => ({ data: present(itemsToVerifyView(checked.loaded.case, checked.items)) }),
    "zh-CN/legal-basis": async () => ({ data: legalBasisView(checked.loaded.case, laws) }),
    "zh-CN/foreign-note": async () => ({
        data: foreignNoteView(checked.loaded.case, "LX-2023-0321", recipient, officer, "89abcdef", laws),
    }),
    "zh-CN/officer-guide": async () => ({ data: officerGuideView(checked.loaded.case, recipient, laws) }),
    "zh-CN/first-hour": async () => ({ data: firstHourView(checked.loaded.case, laws) }),
    "zh-CN/handover-receipt": async () => ({ data: handoverReceiptView(checked.loaded.case, handedOver) }),
    "zh-CN/remedies": async () => {
        const deadlines = readDeadlines(host.asset("legal/deadlines.yaml"), laws, directory)
        return { data: remediesView(checked.loaded.case, laws, deadlines, directory) }
    },
    "zh-CN/link-memo": async () => {
        const checks = readLinkChecks(host.asset("legal/link-checks.yaml"))
        return { data: linkMemoView(checked.loaded.case, recipient, laws, checks, directory) }
    },
    "zh-CN/filing-questions": async () => {
        const questions = readFilingQuestions(host.asset("legal/filing-questions.yaml"), laws)
        return { data: filingQuestionsView(checked.loaded.case, laws, questions) }
    },
    "zh-CN/officer-sheet": async () => {
        const list = makeChecklist(recipient, officer, {
            photos: new Set(["front"]),
            sealedLetter: false,
            legalScans: 1,
            caseMaterials: true,
        })
        const files = ["01-Request.pdf", ...annexes.map(({ name }) => name)]
        return { data: present(portalSheet(checked.loaded.case, "LX-2023-0321", recipient, list, officer, files)) }
    },
    "zh-CN/checklist": async () => {
        const list = makeChecklist(recipient, officer, {
            photos: new Set(["front"]),
            sealedLetter: false,
            legalScans: 1,
            caseMaterials: true,
        })
        return { data: checklistView(checked.loaded.case, "LX-2023-0321", recipient, list, officer) }
    },
    "zh-CN/request-letter": async () => ({
        data: letterView(checked.loaded.case, "LX-2023-0321", recipient, officer, annexes, "89abcdef"),
    }),
    "zh-CN/identity-letter": async () => ({ data: identityLetterView(recipient, officer) }),
    "en/request": async () => ({
        data: {
            ...requestView(checked.loaded.case, "LX-2023-0321", recipient, officer, [
                { name: "01-Request.pdf", what: "This request" },
            ]),
            sealed: [],
            legal: [],
        },
    }),
    "en/exhibits": async () => {
        const exhibits = recipientExhibits(checked.items, officer)
        return {
            data: exhibitsView("LX-2023-0321", exhibits, { facts: checked.loaded.case, recipient, officer }),
            images: await exhibitImages(
                exhibits.map(({ item }) => item),
                checked.sources,
            ),
        }
    },
}

test.each(["items-to-verify", "loss-statement"])("%s says that exports were not read", (name) => {
    expect(readFileSync(join(ROOT, `templates/zh-CN/${name}.hbs`), "utf8")).toContain("没有读取截图和导出文件")
})

describe.skipIf(!tool("pdftotext"))("text layer", () => {
    test.each(Object.keys(documents))(
        "%s holds every string of its data, all fonts embedded, sound to qpdf",
        async (template) => {
            const { data, images } = (await documents[template]?.()) ?? { data: {} }
            const { bytes } = await composePdf(host, {
                template,
                data,
                at: "2023-04-23T02:00:00Z",
                ref: "LX-2023-0321",
                neutral: template.startsWith("en/"),
                head: DRAFT_HEAD,
                ...(images === undefined ? {} : { images }),
            })
            const path = join(scratch(), "document.pdf")
            writeFileSync(path, bytes)
            const head = squeeze(DRAFT_HEAD)
            const lines = outside("pdftotext", ["-raw", path, "-"])
                .split(/[\n\f]/)
                .filter(
                    (line) =>
                        line.trim() !== "" &&
                        !/^(?:LX-2023-0321\s*)?(?:第\s*)?\d+\s*\/\s*\d+(?!\d| *号)/.test(line.trim()),
                )
            const text = squeeze(lines.join("")).replaceAll(head, "")
            for (const leaf of leaves(data)) expect(text, template).toContain(squeeze(leaf))
            const fonts = outside("pdffonts", [path]).trim().split("\n").slice(2)
            expect(fonts.length).toBeGreaterThan(0)
            for (const font of fonts) expect(font).toMatch(/ yes yes yes +\d+ +\d+$/)
            if (tool("qpdf")) outside("qpdf", ["--check", path])
        },
    )
})

test("the templates print nothing of a recipient's document that names this program", () => {
    for (const name of ["en/request", "en/exhibits"])
        expect(readFileSync(join(ROOT, "templates", `${name}.hbs`), "utf8")).not.toMatch(/lerpack|https?:/i)
})

describe("what an exhibit shows is told in English", () => {
    const of = (change: Partial<Officer> = {}, facts = checked.loaded.case) => {
        const own = { ...officer, ...change }
        const view = exhibitsView("LX-1", recipientExhibits(checked.items, own), { facts, recipient, officer: own })
        return view as { tables: { title: string; rows: unknown[] }[]; terms: unknown[] }
    }
    const counts = (change?: Partial<Officer>, facts?: LoadedCase["case"]) =>
        of(change, facts).tables.map(({ title, rows }) => [title, rows.length])

    test("with the rows whose facts name it, and no others", () => {
        expect(counts()).toEqual([
            ["E003: Orders", 4],
            ["E009: Transfers", 4],
        ])
        expect(JSON.stringify(of().tables)).not.toContain("13227001592")
    })
    test("without the facts that the officer does not use", () => {
        expect(counts({ factsNotUsed: ["orders[1]", "transfers[0]"] })).toEqual([
            ["E003: Orders", 3],
            ["E009: Transfers", 3],
        ])
    })
    test("with nothing, not even terms, where no fact names an exhibit", () => {
        const bare = { ...checked.loaded.case, orders: [], transfers: [] }
        expect(of({}, bare)).toMatchObject({ tables: [], terms: [] })
    })
})

test("办理时限 fits on two pages and keeps review and second review together, with the word on their seven days", async () => {
    const path = join(scratch(), "remedies.pdf")
    const deadlines = readDeadlines(host.asset("legal/deadlines.yaml"), laws, directory)
    const data = remediesView(checked.loaded.case, laws, deadlines, directory)
    const setting = { at: "2023-04-23T02:00:00Z", ref: "LX-1", neutral: false, head: DRAFT_HEAD }
    const { bytes, pages } = await composePdf(host, { template: "zh-CN/remedies", data, ...setting })
    writeFileSync(path, bytes)
    expect(pages).toBe(2)
    const page = outside("pdftotext", ["-raw", "-l", "1", path, "-"])
    for (const step of ["七日很短", "申请复议", "申请复核"]) expect(page).toContain(step)
})
