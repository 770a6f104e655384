import { cpSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { memorySource } from "../../src/base/source.ts"
import { readStoreZip } from "../../src/base/zip/read.ts"
import { ROOT } from "../check.ts"
import { tool } from "../tool.ts"
import { run } from "../typeset/pdf/run.ts"
import { lerpack, scratch } from "./run.ts"

/** Characters that no font has, in names and quoted words: nothing stops, nothing is lost, and everything is said. */

const NAMES = ["꧁晚风꧂.txt", "김민수.txt", "박영희.txt".normalize("NFD"), "สมชาย方向3.txt", "换\n行jpg真的%20号.txt"]
const QUOTED = "自称“张\u200D三\uE863ع”，署名 神\uFA19 福\uFA1B 﨑，昵称 ༺ღ晚风ღ༻ ᥫ᭡ ๑"

interface Found {
    readonly issues: readonly { readonly code: string; readonly severity: string; readonly path: readonly unknown[] }[]
}
let home = ""
let imported: Found
let checked: Found
let built: ReturnType<typeof lerpack>

beforeAll(() => {
    home = scratch()
    cpSync(join(ROOT, "assets/sample-case"), join(home, "case"), { recursive: true })
    for (const name of NAMES) writeFileSync(join(home, "case/evidence", name), name)
    const file = join(home, "case/case.yaml")
    const text = readFileSync(file, "utf8")
    const line = /^originals: .*$/m
    expect(text).toMatch(line)
    writeFileSync(file, text.replace(line, `originals: '${QUOTED}'`))
    imported = JSON.parse(lerpack(["import", "case", "--json"], { cwd: home }).stdout) as Found
    checked = JSON.parse(lerpack(["check", "case", "--json"], { cwd: home }).stdout) as Found
    built = lerpack(["build", "case", "-o", "out", "--unsigned"], { cwd: home })
})

const unprintable = ({ issues }: Found) => issues.filter(({ code }) => code.endsWith(".unprintable"))

describe("import and check", () => {
    test("name the file and the field, as something to look at", () => {
        const thai = ["evidence/สมชาย方向3.txt"]
        expect(unprintable(imported)).toMatchObject([
            { code: "evidence.name.unprintable", severity: "warning", path: thai },
        ])
        expect(unprintable(checked)).toMatchObject([
            {
                code: "input.text.unprintable",
                severity: "warning",
                path: [expect.stringMatching(/^case\.yaml:\d+$/), "originals"],
                params: { characters: ["\u200D", "\uE863", "ع"] },
            },
            { code: "evidence.name.unprintable", severity: "warning", path: thai },
        ])
        expect(checked.issues.filter(({ severity }) => severity === "error")).toEqual([])
    })

    test("what is wrong besides does not hide them", () => {
        const file = join(home, "case/case.yaml")
        const text = readFileSync(file, "utf8")
        writeFileSync(file, text.replace("originals:", "orginals: x\noriginals:"))
        const found = JSON.parse(lerpack(["check", "case", "--json"], { cwd: home }).stdout) as Found
        writeFileSync(file, text)
        expect(found.issues.map(({ code }) => code)).toEqual(
            expect.arrayContaining(["input.field.unknown", "input.text.unprintable", "evidence.name.unprintable"]),
        )
    })
})

describe("build", () => {
    test("makes the packet, and the data keep every character", async () => {
        expect(built.stderr).not.toContain("layout.character.missing")
        expect(built.status).toBe(0)
        const zip = await readStoreZip(memorySource(readFileSync(join(home, "out/DRAFT-LX-2023-0321.zip"))))
        const read = async (path: string) => {
            const entry = zip.ok ? zip.entries.find(({ name }) => name.endsWith(path)) : undefined
            return new TextDecoder().decode(await entry?.source.read(0, entry.source.size))
        }
        expect(JSON.parse(await read("data/case.json"))).toMatchObject({ originals: QUOTED })
        const evidence = JSON.stringify(JSON.parse(await read("data/evidence.json")))
        for (const name of NAMES) expect(evidence).toContain(JSON.stringify(name))
    })

    test.skipIf(!tool("pdftotext"))("prints the codes, explains them, and leaves names without blanks", () => {
        const file = join(home, "out/交民警/03-案件材料汇编.pdf")
        const text = run("pdftotext", "-layout", file, "-")
        for (const part of ["张⟦U+200D⟧三⟦U+E863⟧⟦U+0639⟧", "神\uFA19 福\uFA1B", "༺ღ晚风ღ༻", "字符说明："])
            expect(text.replace(/\s+/gu, "")).toContain(part.replace(/\s+/gu, ""))
        for (const name of NAMES.slice(0, 3)) expect(text).toContain(name)
        expect(text).toContain("⟦U+0E22⟧方向3.txt")
        expect(text).not.toContain("方向 3.txt")
        // Nothing is added within a name, and a line break in it is none on paper.
        expect(text).toContain("行jpg真的%20号.txt")
        expect(text.replace(/\s+/gu, "")).toContain("换⟦U+000A⟧行jpg真的%20号.txt")
    })
})
