import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { ROOT } from "../check.ts"
import { hashes, lerpack, outside, type Ran, scratch } from "../cli/run.ts"
import { tool } from "../tool.ts"

/** Who gets which document: the police no remedies, the reporter no officer, nobody a private note. */

const PRIVATE = "只写给自己看的一句话"
const POLICE_SAID = "派出所的同志说链接不安全"
let folder = ""
let ran: Ran

beforeAll(() => {
    folder = scratch()
    cpSync(join(ROOT, "assets/sample-case"), join(folder, "case"), { recursive: true })
    const path = join(folder, "case/case.yaml")
    writeFileSync(
        path,
        readFileSync(path, "utf8")
            .replace("privateNotes:\n", `privateNotes:\n  - ${PRIVATE}\n`)
            .replace("positions:\n", `positions:\n  - {party: 办案派出所, statements: [{text: ${POLICE_SAID}}]}\n`),
    )
    ran = lerpack(["build", "case", "-o", "out", "--unsigned"], { cwd: folder })
    expect(ran.status).toBe(0)
    if (tool("unzip")) outside("unzip", ["-q", join(folder, "out/DRAFT-LX-2023-0321.zip"), "-d", join(folder, "draft")])
})

const paths = (below: string): string[] => Object.keys(hashes(join(folder, below))).sort()

/** Text of a file, of a PDF its text layer. */
function textOf(path: string): string {
    const whole = join(folder, path)
    const text = path.endsWith(".pdf") ? outside("pdftotext", ["-raw", whole, "-"]) : readFileSync(whole, "utf8")
    return text.replace(/\s/g, "")
}

describe.skipIf(!tool("pdftotext") || !tool("unzip"))("of a build", () => {
    test("the draft holds every document for the police, and none of the reporter's own", () => {
        const documents = readdirSync(join(folder, "draft/LX-2023-0321/data/documents"))
        for (const id of ["officer-guide", "timeline", "positions", "items-to-verify", "demands", "legal-basis"])
            expect(documents).toContain(`${id}.pdf`)
        for (const id of ["foreign-note", "first-hour", "remedies", "handover-receipt", "officer-sheet"])
            expect(documents).not.toContain(`${id}.pdf`)
    })

    test("the reporter keeps three documents, and remedies stand in them alone", () => {
        expect(paths("out/报案人留存")).toEqual(["01-现在就做.pdf", "02-移交回执.pdf", "03-办理时限与救济途径.pdf"])
        expect(textOf("out/报案人留存/03-办理时限与救济途径.pdf")).toContain("申请复议")
        for (const below of ["draft", "out/交民警"])
            for (const path of paths(below).filter((name) => /\.(?:pdf|json|csv)$/.test(name)))
                expect(textOf(`${below}/${path}`), path).not.toMatch(/复议|申请复核|立案监督|人民检察院提出/)
    })

    test("the receipt quotes the ZIP that was handed over", () => {
        const receipt = textOf("out/报案人留存/02-移交回执.pdf")
        expect(receipt).toContain(hashes(join(folder, "out"))["DRAFT-LX-2023-0321.zip"])
        expect(receipt).toContain("示例市公安局样例分局虚构派出所：样例受案回执0003")
        expect(receipt, "a ticket of the exchange is no receipt").not.toContain("SAMPLE-20230321-0417")
    })

    test("what the police said is left out everywhere, and the reporter is told so", () => {
        expect(ran.stdout + ran.stderr).toContain("case.position.police")
        for (const below of ["draft", "out/交民警", "out/报案人留存"])
            for (const path of paths(below).filter((name) => /\.(?:pdf|json|csv|txt)$/.test(name))) {
                const text = textOf(`${below}/${path}`)
                expect(text, path).not.toContain(POLICE_SAID)
                expect(text, path).not.toContain(PRIVATE)
                expect(text, path).not.toContain("怀疑是熟悉机器人后台")
            }
        expect(textOf("draft/LX-2023-0321/data/documents/positions.pdf")).toContain("TideGrid客服")
    })

    test("the guide has two pages, the forms and the first page of advice one", () => {
        const pages = (path: string): string =>
            /Pages: +(\d+)/.exec(outside("pdfinfo", [join(folder, path)]))?.[1] ?? ""
        expect(pages("draft/LX-2023-0321/data/documents/officer-guide.pdf")).toBe("2")
        expect(pages("out/报案人留存/01-现在就做.pdf")).toBe("1")
        expect(pages("out/报案人留存/02-移交回执.pdf")).toBe("1")
    })

    test("no document says what the law decides, or calls an account wrong", () => {
        for (const path of paths("draft").filter((name) => name.endsWith(".pdf") && name.includes("documents")))
            expect(textOf(`draft/${path}`), path).not.toMatch(/已构成|矛盾|错误|黑客|盗币/)
    })
})
