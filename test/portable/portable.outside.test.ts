import {
    cpSync,
    existsSync,
    mkdirSync,
    readdirSync,
    readFileSync,
    renameSync,
    rmSync,
    statSync,
    writeFileSync,
} from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, test } from "vitest"
import { readYaml } from "../../src/facts/case/yaml.ts"
import { printOfficerForm } from "../../src/facts/officer/officer-form.ts"
import LAUNCHERS from "../../src/node/portable/launchers.json" with { type: "json" }
import { ROOT, SMALL_CASE } from "../check.ts"
import { letterCode, putDraft, sampleOut, scanOfLetter } from "../cli/made.ts"
import { hashes, lerpack, outside, scratch } from "../cli/run.ts"
import { sampleDesk } from "../desks.ts"
import { portable, type System } from "./systems.ts"

/** The portable folder by itself: no node_modules near it, its own Node, paths as people have them. */

const REF = "LX-2023-0321"
const sample = join(ROOT, "assets/sample-officer")
const systems = { linux: portable("linux"), windows: portable("windows") }

/** A folder of a case with the draft in it, under a name without blanks, which Explorer leaves without quotes. */
function caseFolder(name = "张三&李四,（一）=1"): string {
    const folder = join(scratch(), name)
    mkdirSync(folder)
    cpSync(join(folder, "..", putDraft(dirname(folder))), join(folder, `DRAFT-${REF}.zip`))
    return folder
}

/** What the officer types into the form. */
function fillIn(folder: string, code = ""): void {
    const yaml = `${readFileSync(join(sample, "officer.yaml"), "utf8")}\nletterCode: "${code}"\n`
    const data = readYaml("officer.yaml", new TextEncoder().encode(yaml), "drop").value
    writeFileSync(join(folder, "officer.xlsx"), printOfficerForm(data, sampleDesk().dataGroups))
}

/** The same step as it is typed, in a copy of the case's folder. */
function typed(folder: string, prepared: readonly string[] = []): string {
    const copy = join(scratch(), "case")
    cpSync(folder, copy, { recursive: true })
    if (prepared.length === 0) rmSync(join(copy, "out"), { recursive: true, force: true })
    const args = ["complete", `DRAFT-${REF}.zip`, "--officer", "officer.xlsx", "-o", "out", "--unsigned", ...prepared]
    const ran = lerpack(args, { cwd: copy })
    expect(ran.status, ran.stderr).toBe(0)
    return join(copy, "out")
}

/** Hashes of what each step gives when it is typed: the same whichever system the folder is for. */
const byHand: { first?: Record<string, string>; second?: Record<string, string> } = {}

describe.each(["linux", "windows"] as const)("%s", (name) => {
    const system = systems[name] as System
    describe.skipIf(system === undefined)("the folder", () => {
        test("holds the program, its licences, the launchers and what to read first", () => {
            const ending = name === "linux" ? "sh" : "cmd"
            const launchers = Object.values(LAUNCHERS).map((launcher) => `${launcher}.${ending}`)
            expect(readdirSync(system.folder).sort()).toEqual(
                [...launchers, "lerpack.html", "program", "请先看.txt"].sort(),
            )
            const program = join(system.folder, "program")
            const node = name === "linux" ? "node" : "node.exe"
            const parts = ["LICENSE", "assets", "dist", "fonts", "node-LICENSE.txt", "package.json", "templates", node]
            expect(readdirSync(program).sort()).toEqual(parts.sort())
            expect(existsSync(join(program, "dist/types"))).toBe(false)
            expect(existsSync(join(program, "dist/THIRD-PARTY.txt"))).toBe(true)
            expect(readFileSync(join(program, "node-LICENSE.txt"), "utf8")).toContain("Copyright Node.js contributors")
        })
        test("has nothing of an installation near it", () => {
            for (let folder = system.folder; folder !== dirname(folder); folder = dirname(folder))
                expect(existsSync(join(folder, "node_modules")), folder).toBe(false)
        })
        test("gives the sample the bytes that an installed program gives it", { timeout: 300_000 }, () => {
            const out = join(scratch(), "out")
            const ran = system.node("sample", "-o", out)
            expect(ran.status, ran.stderr).toBe(0)
            expect(hashes(out)).toEqual(hashes(sampleOut()))
        })
        test("takes an officer through a case by dropping alone, with the bytes of the command line", {
            timeout: 300_000,
        }, async () => {
            const folder = caseFolder()
            const at = (path: string) => join(folder, path)
            const form = system.drop("民警信息表", at(`DRAFT-${REF}.zip`))
            expect(form.status, form.stderr).toBe(0)
            expect(form.stdout).toContain("拖到“第一步”上")
            expect(readdirSync(folder)).toEqual(expect.arrayContaining(["officer.xlsx", "证件照", "盖章公函"]))

            fillIn(folder)
            cpSync(join(sample, "photos"), at("证件照"), { recursive: true })
            cpSync(join(sample, "legal"), at("法律文书"), { recursive: true })
            const first = system.drop("第一步", at("officer.xlsx"))
            expect(first.status, first.stderr).toBe(0)
            expect(first.stderr).toMatch(
                /3\. 运行第二步：填好 officer\.xlsx，存盘并关闭，用鼠标把它拖到“第二步”上\r?\n/,
            )
            expect(first.stderr).not.toContain("node dist")
            byHand.first ??= hashes(typed(folder))
            expect(hashes(at("out"))).toEqual(byHand.first)

            fillIn(folder, letterCode(at("out")))
            writeFileSync(at("盖章公函/公函.pdf"), await scanOfLetter(at(`out/${REF}-prepared`)))
            byHand.second ??= hashes(typed(folder, ["--prepared", `out/${REF}-prepared`]))
            const second = system.drop("第二步", at("officer.xlsx"))
            expect(second.status, second.stderr).toBe(0)
            expect(second.stdout).toContain("可以发送")
            expect(hashes(at("out"))).toEqual(byHand.second)
            expect(readdirSync(at("out"))).toContain(`${REF}-archive.zip`)

            const verified = system.drop("核对", at(`out/${REF}-archive.zip`))
            expect(verified.status, verified.stderr).toBe(0)
            expect(verified.stdout).toContain("清单所列的内容都一致")
            expect(readdirSync(at(`out/${REF}-identity`)).length).toBeGreaterThan(0)
            const forgotten = system.drop("删除证件图像", at(`out/${REF}-identity`))
            expect(forgotten.status, forgotten.stderr).toBe(0)
            expect(existsSync(at(`out/${REF}-identity`))).toBe(false)
        })
        test.each(Object.values(LAUNCHERS))("%s says what to drop on it", (launcher) => {
            const ran = system.drop(launcher)
            expect(ran.status).toBe(2)
            expect(ran.stderr).toMatch(
                new RegExp(`^须改正：“${launcher}”没有收到文件\n  办法：把.+拖到“${launcher}”的图标上`),
            )
            expect(ran.stderr.match(/\[/g)).toHaveLength(1)
        })
        test("reads paths with blanks and signs whole, one or several, dropped or typed", () => {
            // wine's cmd reads ! and % in the value of a variable, which that of Windows does not.
            const folder = caseFolder(name === "linux" ? "a b&c,d;(f) !$x%" : "a b&c,d;(f)")
            const files = [`DRAFT-${REF}.zip`, "none.zip"].map((file) => join(folder, file))
            expect(system.drop("核对", files[0] ?? "").stdout).toContain("清单所列的内容都一致")
            expect(system.type("核对", files[0] ?? "").stdout).toContain("清单所列的内容都一致")
            expect(system.drop("核对", files[1] ?? "").stderr).toMatch(
                /^须改正：找不到 .+a b&c,d;\(f\).*[/\\]none\.zip\n/,
            )
            expect(system.drop("核对", ...files).stderr).toContain("一次只能拖一个文件")
        })
        test("a launcher without its program says so, and so does one without Node", () => {
            const ending = name === "linux" ? "sh" : "cmd"
            const launcher = `核对.${ending}`
            const moved = join(system.folder, "program-elsewhere")
            renameSync(join(system.folder, "program"), moved)
            try {
                expect(system.drop("核对", "x.zip").status).toBe(3)
                // Which words it says can be read under wine by no one: its cmd has one code page, whatever chcp says.
                const text = readFileSync(join(system.folder, launcher), "utf8")
                if (name === "linux") expect(system.drop("核对", "x.zip").stderr).toContain("旁边没有 program 文件夹")
                expect(text).toContain("旁边没有 program 文件夹")
            } finally {
                renameSync(moved, join(system.folder, "program"))
            }
            const node = join(system.folder, "program", name === "linux" ? "node" : "node.exe")
            renameSync(node, `${node}-elsewhere`)
            try {
                const ran = system.drop("核对", "x.zip")
                expect(ran.status).toBe(3)
                if (name === "linux") expect(ran.stderr).toContain("这台电脑没有 Node.js")
            } finally {
                renameSync(`${node}-elsewhere`, node)
            }
        })
    })
})

describe("what is dropped", () => {
    const drop = (launcher: string, ...files: readonly string[]) => (systems.linux as System).drop(launcher, ...files)
    const code = (ran: ReturnType<typeof drop>) => [...ran.stderr.matchAll(/\[([a-z.-]+)\]/g)].map(([, found]) => found)

    test("is one file of the right kind", () => {
        const folder = caseFolder()
        const draft = join(folder, `DRAFT-${REF}.zip`)
        expect(code(drop("第一步", draft))).toEqual(["shell.drop.kind"])
        expect(code(drop("民警信息表", join(folder, "officer.xlsx")))).toEqual(["shell.drop.kind"])
        expect(code(drop("第一步", join(folder, "officer.xls")))).toEqual(["shell.drop.kind"])
        expect(code(drop("第一步", draft, draft))).toEqual(["shell.drop.several"])
        expect(code(drop("第一步", join(folder, "officer.xlsx")))).toEqual(["shell.file.missing"])
        expect(code(drop("核对", join(folder, "none.zip")))).toEqual(["shell.file.missing"])
    })
    test("gives a form for the desk that the packet names, and for no desk where that one cannot be asked", () => {
        for (const [desk, expected] of [
            ["okx", "recipient: okx"],
            ["htx", "recipient:"],
        ] as const) {
            const folder = scratch()
            mkdirSync(join(folder, "case"))
            writeFileSync(join(folder, "case/case.yaml"), `recipient: ${desk}\n${SMALL_CASE}`)
            const built = lerpack(["build", "case", "-o", "out", "--unsigned"], { cwd: folder })
            expect(built.status, built.stderr).toBe(0)
            const draft = join(folder, "out/DRAFT-AB-1.zip")
            const form = drop("民警信息表", draft)
            expect(form.status, form.stderr).toBe(0)
            expect(readFileSync(join(dirname(draft), "officer.yaml"), "utf8").split("\n")).toContain(expected)
        }
    })
    test("has one draft beside it, and for the second step one prepared folder", () => {
        const folder = caseFolder()
        fillIn(folder)
        const form = join(folder, "officer.xlsx")
        const unready = drop("第二步", form)
        expect(code(unready)).toEqual(["shell.drop.prepared"])
        expect(unready.stderr).toContain("先做第一步：把 officer.xlsx 拖到“第一步”上")
        for (const ref of ["A", "B"]) mkdirSync(join(folder, `out/${ref}-prepared`), { recursive: true })
        expect(drop("第二步", form).stderr).toContain("不知道用哪一个：A-prepared、B-prepared")

        cpSync(join(folder, `DRAFT-${REF}.zip`), join(folder, "DRAFT-LX-2024-0001.zip"))
        const two = drop("第一步", form)
        expect(code(two)).toEqual(["shell.drop.draft"])
        expect(two.stderr).toContain(`不知道用哪一份：DRAFT-${REF}.zip、DRAFT-LX-2024-0001.zip`)
        for (const name of readdirSync(folder).filter((one) => one.endsWith(".zip"))) rmSync(join(folder, name))
        const none = drop("第一步", form)
        expect(code(none)).toEqual(["shell.drop.draft"])
        expect(none.stderr).toContain("中没有材料包 DRAFT-<编号>.zip")
        expect(none.status).toBe(1)
    })
    test("a first step that is repeated once the scan is there is sent to the second launcher, in words", async () => {
        const folder = caseFolder()
        fillIn(folder)
        const form = join(folder, "officer.xlsx")
        cpSync(join(sample, "photos"), join(folder, "证件照"), { recursive: true })
        expect(drop("第一步", form).status).toBe(0)
        mkdirSync(join(folder, "盖章公函"))
        writeFileSync(join(folder, "盖章公函/公函.pdf"), await scanOfLetter(join(folder, `out/${REF}-prepared`)))
        const again = drop("第一步", form)
        expect(code(again)).toEqual(["shell.step.second"])
        expect(again.stderr).toContain("要做第二步：填好 officer.xlsx，存盘并关闭，用鼠标把它拖到“第二步”上")
    })
})

test("without a Node of its own it serves both systems; made anew, it leaves what else lies in it", {
    timeout: 180_000,
}, () => {
    const out = scratch()
    const folder = join(out, "lerpack")
    const make = () => outside(process.execPath, [join(ROOT, "src/node/portable.mjs"), "--out", out])
    expect(make()).toBe(`${folder}\n`)
    const launchers = Object.values(LAUNCHERS).flatMap((launcher) => [`${launcher}.cmd`, `${launcher}.sh`])
    expect(readdirSync(folder).sort()).toEqual([...launchers, "lerpack.html", "program", "请先看.txt"].sort())
    writeFileSync(join(folder, "案件.txt"), "x")
    writeFileSync(join(folder, "program/old.js"), "x")
    make()
    expect(existsSync(join(folder, "案件.txt"))).toBe(true)
    expect(existsSync(join(folder, "program/old.js"))).toBe(false)
    expect(outside(join(folder, "核对.sh"), [join(sampleOut(), `DRAFT-${REF}.zip`)])).toContain("内容都一致")
})

describe("files for Windows", () => {
    const folder = (systems.windows ?? systems.linux)?.folder ?? ""
    const text = (name: string) => readFileSync(join(folder, name))
    test.skipIf(systems.windows === undefined)("launchers have the line ends of cmd and no byte order mark", () => {
        for (const launcher of Object.values(LAUNCHERS)) {
            const bytes = text(`${launcher}.cmd`)
            expect(bytes.subarray(0, 11).toString()).toBe("@echo off\r\n")
            expect(bytes.toString()).not.toMatch(/[^\r]\n/)
            // Until the code page is set cmd reads signs of the system's own.
            expect(bytes.toString().split("chcp 65001")[0]).toMatch(/^[\x20-\x7E\r\n]+$/)
        }
    })
    test("what to read first opens in an old editor, and names each launcher", () => {
        const bytes = text("请先看.txt")
        expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
        expect(bytes.toString()).not.toMatch(/[^\r]\n/)
        for (const launcher of Object.values(LAUNCHERS)) expect(bytes.toString()).toContain(`“${launcher}”`)
        for (const line of bytes.toString().split("\r\n"))
            expect(line.replace(/[^\x00-\x7F]/g, "xx").length, line).toBeLessThanOrEqual(110)
    })
    test("launchers for Linux may be run", () => {
        const linux = systems.linux?.folder ?? ""
        for (const launcher of Object.values(LAUNCHERS))
            expect(statSync(join(linux, `${launcher}.sh`)).mode & 0o111).toBe(0o111)
    })
})
