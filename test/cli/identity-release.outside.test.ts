import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { unzipSync } from "fflate"
import { beforeAll, describe, expect, test } from "vitest"
import { letterNames } from "../../src/flows/officer/typed-names.ts"
import { ROOT } from "../check.ts"
import { tool } from "../tool.ts"
import { INSTRUMENT, letterCode, PHOTOS, putDraft, putScan, sampleOut } from "./made.ts"
import { lerpack, outside, type Ran, scratch } from "./run.ts"

/** Images of the police ID leave only with approval and assessment; a letter of the unit may stand for them. */

const REF = "LX-2023-0321"
const office = join(ROOT, "assets/sample-officer")
const SAMPLE = readFileSync(join(office, "officer.yaml"), "utf8")
const text = (path: string) => outside("pdftotext", ["-raw", path, "-"]).replace(/\s/g, "")

const legal = ["--legal", INSTRUMENT]
const WITH_PHOTOS = ["--photos", PHOTOS]

/** A folder in which the first step has been done with this officer data, which has the letter's code by now. */
function firstStep(form: string, papers: readonly string[] = []): string {
    const home = scratch()
    const draft = putDraft(home)
    writeFileSync(join(home, "officer.yaml"), form)
    const args = ["complete", draft, "--officer", "officer.yaml", ...legal, ...papers, "-o", "out"]
    const done = lerpack(args, { cwd: home })
    expect(done.status, done.stderr).toBe(0)
    writeFileSync(join(home, "officer.yaml"), `${form}\nletterCode: "${letterCode(join(home, "out"))}"\n`)
    return home
}

/** The second step there, written into a folder of its own. */
function secondStep(home: string, out: string, ...papers: readonly string[]): Ran {
    const prepared = `out/${REF}-prepared`
    const sealed = ["--sealed", putScan(join(home, prepared)), "--prepared", prepared, "--unsigned"]
    const common = ["complete", `out/DRAFT-${REF}.zip`, "--officer", "officer.yaml", ...legal, ...papers]
    return lerpack([...common, ...sealed, "-o", out], { cwd: home })
}

const without = (line: RegExp) => {
    expect(SAMPLE).toMatch(line)
    return SAMPLE.replace(line, "")
}
/** What the checklist in the archive says. */
function archived(out: string): string {
    const archive = unzipSync(readFileSync(join(out, `${REF}-archive.zip`)))
    const sheet = join(scratch(), "sheet.pdf")
    writeFileSync(sheet, archive[`${REF}-archive/data/layer-2/documents/checklist.pdf`] ?? "")
    return text(sheet)
}

describe.each([
    ["approval", /^identityApproval:.*\n/m, "证件图像对外提供的批准人和日期", WITH_PHOTOS],
    ["assessment", /^exportAssessment:.*\n/m, "出境安全评估", []],
    ["result of the assessment", /, result: [^}]*/, "出境安全评估的结论或者不适用的理由", WITH_PHOTOS],
])("without %s", (_, line, lacking, first) => {
    let home = ""
    beforeAll(() => {
        home = firstStep(without(line), first)
    })

    test.each([
        ["with photos", WITH_PHOTOS],
        ["without photos", []],
    ])("no image leaves, the rest does, and each paper says what lacks; %s", (given, photos) => {
        const out = join(home, given)
        const second = secondStep(home, out, ...photos)
        expect(second.status, second.stderr).toBe(0)
        expect(existsSync(join(out, `${REF}-identity`))).toBe(false)
        expect(second.stdout).toContain("发送条件 5/5")
        expect(second.stdout).toContain(`结论：可以发送，但证件图像不得发送，缺：${lacking}`)
        expect(second.stderr).toContain("[request.identity.withheld]")
        const mail = readFileSync(join(out, `${REF}-send/正文.txt`), "utf8")
        expect(mail).toContain("once their release has been approved")
        expect(mail).not.toContain("separate mail")
        if (!tool("pdftotext")) return
        const sheet = archived(out)
        expect(sheet).toContain(`证件图像不得发送，缺：${lacking}`)
        expect(sheet).toContain("没有齐备，本次未制作、未对外提供证件图像")
        expect(sheet).toContain("官方页面点进；")
    })
})

describe("a desk that takes a letter of the unit", () => {
    let home = ""
    let second: Ran
    beforeAll(() => {
        const form = `${SAMPLE}\nidentityReplaced: {by: 样例二, on: 2026-11-20, how: 样例：收件方复信同意}\n`
        home = firstStep(form.replace("phoneType: landline", 'phoneType: landline\n  badgeNumber: "012345"'))
        second = secondStep(home, "out")
    })

    test("gets no image, and nobody has to take photos", () => {
        expect(second.status, second.stderr).toBe(0)
        expect(second.stdout).toContain("八项信息 8/8 · 发送条件 5/5")
        expect(second.stdout).toContain("结论：可以发送\n")
        expect(existsSync(join(home, `out/${REF}-identity`))).toBe(false)
        const mail = readFileSync(join(home, `out/${REF}-send/正文.txt`), "utf8")
        expect(mail).toContain("takes the place of photographs, as you agreed")
    })

    test("the letter lies in the prepared folder, as PDF and to go on writing in", () => {
        const names = readdirSync(join(home, `out/${REF}-prepared`))
        expect(names).toEqual(expect.arrayContaining(["身份证明函（参考文本）.pdf", "身份证明函（参考文本）.docx"]))
        const docx = unzipSync(readFileSync(join(home, `out/${REF}-prepared/身份证明函（参考文本）.docx`)))
        expect(new TextDecoder().decode(docx["word/document.xml"])).toContain("身份证明函")
    })

    test.skipIf(!tool("pdftotext"))("it vouches for the officer; number, date and seal are blank", () => {
        const letter = text(join(home, `out/${REF}-prepared/身份证明函（参考文本）.pdf`))
        for (const part of ["样民警", "YangMinjing", "职务：民警", "警号：012345", "样例案2026-0003", "样例分局"])
            expect(letter).toContain(part)
        expect(letter).toMatch(/^〔〕号身份证明函.*年月日/s)
        expect(letter).not.toContain("2023-05")
        const sheet = archived(join(home, "out"))
        expect(sheet).toContain("收件方同意以单位公函代替（2026年11月20日，样例二：样例：收件方复信同意）")
        expect(sheet).toContain("该渠道不需要")
    })
})

test("a letter is made only where the desk takes one", () => {
    const names = readdirSync(join(sampleOut(), `${REF}-prepared`))
    expect(names).toContain(letterNames("disclosure").pdf)
    expect(names.filter((name) => name.includes("身份证明"))).toEqual([])
})
