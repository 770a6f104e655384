import { copyFileSync, readFileSync, renameSync, utimesSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { unzipSync } from "fflate"
import { beforeEach, describe, expect, test } from "vitest"
import { type Description, emptyDescription, printDescriptions } from "../../src/facts/evidence/descriptions.ts"
import { type EvidenceLock, parseLock } from "../../src/facts/evidence/lock.ts"
import { encodePng } from "../../src/typeset/raster/encode-png.ts"
import { blankRaster } from "../../src/typeset/raster/raster.ts"
import { ROOT, SMALL_CASE, squeeze } from "../check.ts"
import { tool } from "../tool.ts"
import { hashes, lerpack, outside, scratch } from "./run.ts"

/** What a reporter hands in and says of it, from the folder to the papers. */

let folder: string
let home: string
const inCase = (...path: string[]): string => join(folder, ...path)
const sheet = (): string => inCase("证据说明.xlsx")
const lock = (): EvidenceLock => parseLock(readFileSync(inCase("evidence.lock.json"))).lock ?? { entries: [] }
/** Fills the sheet in: every file with these answers, and with its own. */
function describeFiles(answers: Readonly<Record<string, Partial<Description>>>): void {
    const said = { caption: "截图", source: "本人手机", maker: "甲", method: "截屏", originalAt: "手机" }
    const told = lock().entries.map(({ label }) => ({ ...emptyDescription(label), ...said, ...answers[label] }))
    writeFileSync(sheet(), printDescriptions(lock().entries, told))
}
const run = (...args: string[]) => lerpack(args, { cwd: home })
const build = (out: string) => run("build", "case", "-o", out, "--unsigned")
const codes = (stderr: string): string[] => [...stderr.matchAll(/\[([a-z.-]+)\]/g)].map(([, code = ""]) => code)
const packed = (out: string) => unzipSync(readFileSync(join(home, out, "DRAFT-AB-1.zip")))
const paper = (pdf: string): string => squeeze(outside("pdftotext", ["-raw", pdf, "-"]))
const document = (out: string, id: string): string => {
    const path = join(home, out, `${id}.pdf`)
    writeFileSync(path, packed(out)[`AB-1/data/documents/${id}.pdf`] ?? new Uint8Array(0))
    return paper(path)
}

beforeEach(() => {
    home = scratch()
    folder = join(home, "case")
    expect(run("init", "case").status).toBe(0)
    const cited = SMALL_CASE.replace(
        '- {asset: BTC, amount: "1.5"}',
        '- {asset: BTC, amount: "1.5", source: 余额, evidence: [E001, E002]}',
    ).replace("what: 卖出, source: 流水}", "what: 卖出, source: 流水, evidence: [E002]}")
    writeFileSync(inCase("case.yaml"), cited)
    for (const [i, name] of ["a.png", "b.png", "c.png"].entries())
        writeFileSync(inCase("evidence", name), encodePng(blankRaster(40, 30, [i * 50, 90, 90])))
    expect(run("import", "case").status).toBe(0)
})

describe("a file that nobody is to get", () => {
    beforeEach(() => describeFiles({ E002: { share: "none" } }))

    test("stays out where its sheet was saved as .xls, renamed or lost: check and build stop and say what lies there", () => {
        expect(build("before").status).toBe(0)
        expect(lock().withheld).toEqual(["E002"])
        renameSync(sheet(), inCase("证据说明.xls"))
        for (const stopped of [run("check", "case"), build("out")]) {
            expect(stopped.status).toBe(1)
            expect(codes(stopped.stderr)).toContain("evidence.description.no-sheet")
            expect(stopped.stderr).toContain("案件文件夹里有 证据说明.xls")
        }
        const again = run("import", "case")
        expect(again.status).toBe(0)
        expect(codes(again.stderr)).toContain("evidence.description.new-sheet")
        const built = build("out")
        expect(built.status, built.stderr).toBe(0)
        expect(Object.keys(packed("out"))).not.toContain("AB-1/data/evidence/E002.png")
        expect(Object.keys(packed("out"))).toContain("AB-1/data/evidence/E001.png")
        expect(lock().withheld).toEqual(["E002"])
    })

    test("is remembered by import as well, and forgotten when it is shared again", () => {
        const { entries } = lock()
        expect(run("import", "case").status).toBe(0)
        expect(lock()).toEqual({ entries, withheld: ["E002"] })
        const before = hashes(folder)
        expect(run("import", "case").status).toBe(0)
        expect(hashes(folder)).toEqual(before)
        describeFiles({})
        expect(build("out").status).toBe(0)
        expect(lock()).toEqual({ entries })
    })

    test("is not remembered by a build that failed", () => {
        writeFileSync(inCase("case.yaml"), SMALL_CASE.replace("uid:", "nobody: 1, uid:"))
        expect(build("out").status).toBe(1)
        expect(lock().withheld).toBeUndefined()
    })

    test("and is cited: one finding with its places, and papers say 未提供", { skip: !tool("pdftotext") }, () => {
        const { stdout } = run("check", "case", "--json")
        const { issues } = JSON.parse(stdout) as { issues: { code: string; severity: string; params: object }[] }
        const found = issues.filter(({ code }) => code === "case.evidence.withheld")
        expect(found).toEqual([
            {
                code: "case.evidence.withheld",
                severity: "warning",
                path: ["证据说明.xlsx"],
                params: { label: "E002", places: "case.yaml:9、case.yaml:13" },
            },
        ])
        expect(build("out").status).toBe(0)
        expect(document("out", "loss-statement")).toContain("见E001、E002（未提供）")
        expect(document("out", "case-statement")).toContain("见E002（未提供）")
        // What the case says itself is not changed.
        expect(new TextDecoder().decode(packed("out")["AB-1/data/case.json"])).toContain('"E002"')
    })
})

describe("a file on a disc of its own", () => {
    const HASH = () => lock().entries[1]?.sha256 ?? ""
    beforeEach(() => describeFiles({ E002: { handedOver: "separately" } }))

    test("is listed with its hash, is not in the packet, and verify names it", { skip: !tool("pdftotext") }, () => {
        const built = build("out")
        expect(built.status, built.stderr).toBe(0)
        const files = packed("out")
        const text = (name: string) => new TextDecoder().decode(files[`AB-1/${name}`])
        expect(Object.keys(files).filter((name) => name.includes("/evidence/"))).toEqual([
            "AB-1/data/evidence/E001.png",
            "AB-1/data/evidence/E003.png",
        ])
        expect(text("manifest-sha256.txt")).not.toContain(HASH())
        expect(text("data/index.json")).not.toContain("E002")
        expect(JSON.parse(text("data/evidence.json"))).toMatchObject({
            items: [{ label: "E001" }, { label: "E002", handedOver: "separately" }, { label: "E003" }],
        })
        const list = document("out", "evidence-list")
        expect(list).toContain("共3件，其中1件另盘移交，不在材料包内")
        expect(list).toContain(HASH())
        expect(list).toContain("计算校验值的时间，由报案人的电脑记录，报案人可以修改")
        expect(document("out", "exhibits")).not.toContain(HASH())
        const handover = paper(join(home, "out/交民警/01-材料核对单.pdf"))
        expect(handover).toContain("另盘移交1件（不在上述文件内）")
        expect(handover).toContain(HASH())
        const verified = run("verify", "out/DRAFT-AB-1.zip")
        expect(verified.status).toBe(0)
        expect(verified.stdout + verified.stderr).toContain(`SHA-256 ${HASH()}`)
    })

    test("does not keep the officer from completing the draft", () => {
        expect(build("out").status).toBe(0)
        const officer = join(home, "officer.yaml")
        copyFileSync(join(ROOT, "assets/sample-officer/officer.yaml"), officer)
        const form = readFileSync(officer, "utf8").replace(
            /^(?:channelConfirmed|exhibits):\n(?: .*\n)+|^factsNotUsed:.*\n/gm,
            "",
        )
        writeFileSync(officer, form)
        const done = run("complete", "out/DRAFT-AB-1.zip", "--officer", "officer.yaml", "-o", "out")
        expect(done.status, done.stderr).toBe(0)
    })
})

test("a case.yaml with one extension too many is asked about", () => {
    renameSync(inCase("case.yaml"), inCase("case.yaml.txt"))
    const done = run("check", "case")
    expect(done.status).toBe(1)
    expect(codes(done.stderr)[0]).toBe("case.form.renamed")
    expect(done.stderr).toContain("case.yaml.txt：没有找到 case.yaml，这个文件是不是它？")
})

test("a record whose times were edited is noticed at check and build", () => {
    describeFiles({})
    expect(codes(run("check", "case").stderr)).not.toContain("evidence.file.time")
    utimesSync(inCase("evidence", "b.png"), new Date("2020-01-01"), new Date("2020-01-01"))
    expect(codes(run("check", "case").stderr)).toContain("evidence.file.time")
    expect(codes(build("out").stderr)).toContain("evidence.file.time")
})

test("the ZIP with a document in it is kept as a ZIP", () => {
    const zip = join(ROOT, "test/fixtures/evidence/聊天打包_store.zip")
    copyFileSync(zip, inCase("evidence", "聊天打包_store.zip"))
    const done = run("import", "case")
    expect(done.stderr).not.toContain("evidence.file.extension")
    expect(lock().entries.at(-1)).toMatchObject({ mediaType: "application/zip", category: "other" })
})

describe("a file that was added by mistake", () => {
    const remove = (...labels: string[]) => run("import", "case", "--remove", ...labels)

    test("is taken out with its record, row and masks once it is gone; nothing else changes", () => {
        describeFiles({
            E002: { caption: "私人照片", boxes: [{ x: 1, y: 1, width: 5, height: 5, reason: "他人面部" }] },
        })
        const before = hashes(folder)
        const early = remove("E002")
        expect(early.status).toBe(1)
        expect(codes(early.stderr)).toEqual(["evidence.remove.there"])
        expect(hashes(folder)).toEqual(before)
        renameSync(inCase("evidence", "b.png"), join(home, "b.png"))
        expect(codes(run("check", "case").stderr)).toContain("evidence.file.missing")

        const done = remove("E002")
        expect(done.status, done.stderr).toBe(0)
        expect(done.stdout).toContain("E002  evidence/b.png")
        expect(done.stderr).toContain("还有 2 处提到")
        expect(lock()).toMatchObject({ entries: [{ label: "E001" }, { label: "E003" }], removed: ["E002"] })
        const cells = Object.values(unzipSync(readFileSync(sheet())))
            .map((part) => new TextDecoder().decode(part))
            .join("")
        for (const gone of ["E002", "b.png", "私人照片", "他人面部"]) expect(cells).not.toContain(gone)
        expect(cells).toContain("E003")

        const cited = run("check", "case")
        expect(codes(cited.stderr).filter((code) => code === "case.evidence.unknown-label")).toHaveLength(2)
        const yaml = readFileSync(inCase("case.yaml"), "utf8")
        writeFileSync(inCase("case.yaml"), yaml.replace(", E002]", "]").replace(", evidence: [E002]", ""))
        const built = build("out")
        expect(built.status, built.stderr).toBe(0)
        expect(Object.keys(packed("out")).filter((path) => path.includes("/evidence/"))).toEqual([
            "AB-1/data/evidence/E001.png",
            "AB-1/data/evidence/E003.png",
        ])
    })

    test("may come back under its name, as a new file", () => {
        renameSync(inCase("evidence", "b.png"), join(home, "b.png"))
        expect(remove("E002").status).toBe(0)
        renameSync(join(home, "b.png"), inCase("evidence", "b.png"))
        expect(run("import", "case").status).toBe(0)
        expect(lock().entries.map(({ label, originalName }) => `${label} ${originalName}`)).toEqual([
            "E001 a.png",
            "E003 c.png",
            "E004 b.png",
        ])
    })

    test("by a label that nobody gave changes nothing, nor beside files to add", () => {
        const before = hashes(folder)
        expect(codes(remove("E001", "E009").stderr)).toEqual(["evidence.remove.there", "evidence.remove.unknown"])
        expect(run("import", "case", "case/evidence/a.png", "--remove", "E001").status).toBe(2)
        expect(hashes(folder)).toEqual(before)
    })
})
