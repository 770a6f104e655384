import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeEach, describe, expect, test } from "vitest"
import { utf8 } from "../../src/base/bytes.ts"
import { issue } from "../../src/base/issue.ts"
import { memorySource } from "../../src/base/source.ts"
import { oneLine } from "../../src/base/text/hygiene.ts"
import { type ListedFile, planImport } from "../../src/facts/evidence/intake.ts"
import { printLock } from "../../src/facts/evidence/lock.ts"
import { checkCase } from "../../src/flows/victim/check.ts"
import { machineIssue } from "../../src/node/cli/machine.ts"
import { nodeHost } from "../../src/node/host.ts"
import { writeZip } from "../../src/node/zip.ts"
import type { Packet } from "../../src/packet/assemble/packet.ts"
import { ROOT } from "../check.ts"
import { hashes, lerpack, scratch } from "./run.ts"

let folder: string
beforeEach(() => {
    folder = join(scratch(), "my case")
    expect(lerpack(["init", folder]).status).toBe(0)
})
const evidence = (name: string): string => join(folder, "evidence", name)
const put = (name: string, text: string): void => writeFileSync(evidence(name), text)
const runImport = (...files: string[]) => lerpack(["import", folder, ...files])

describe("what lies among the evidence", () => {
    test("a link is named, not followed and not passed over in silence", () => {
        symlinkSync("/etc/hostname", evidence("链接.txt"))
        const done = runImport()
        expect(done.status).toBe(0)
        expect(done.stderr).toContain("evidence/链接.txt：是快捷方式或链接")
        expect(done.stdout).toContain("新登记 0 件")
    })

    test("a name can neither break a line nor move the cursor", () => {
        put("换\n行\u001B[2K.txt", "x")
        const done = runImport()
        expect(done.stdout).toContain("E001  evidence/换⟦U+000A⟧行⟦U+001B⟧[2K.txt\n")
        expect(done.stdout + done.stderr).not.toContain("\u001B")
        expect(done.stderr).toContain("[evidence.name.invisible]")
    })

    test("hundreds of findings of one kind do not hide the others, and --json has them all", () => {
        for (let i = 0; i < 20; i++) put(`f${String(i)}.txt`, String(i))
        // What is to be done about all of them is one thing, and said once.
        const before = lerpack(["check", folder])
        expect(before.stderr).toMatch(/有 20 个文件还没有登记：先运行 node dist\/cli\.js import <案件文件夹>/)
        expect(before.stderr.split("[evidence.file.not-imported]")).toHaveLength(2)
        expect(runImport().status).toBe(0)
        const shown = lerpack(["check", folder])
        expect(shown.stderr.split("[evidence.description.source-missing]")).toHaveLength(5 + 1 + 1)
        expect(shown.stderr).toContain("同样的提示还有 15 处")
        const { issues } = JSON.parse(lerpack(["check", folder, "--json"]).stdout) as { issues: { code: string }[] }
        expect(issues.filter(({ code }) => code === "evidence.description.source-missing")).toHaveLength(20)
    })

    test("errors of one kind are folded as well", () => {
        const lines = Array.from({ length: 30 }, (_, i) => `unknown${String(i)}:`).join("\n")
        writeFileSync(join(folder, "case.yaml"), `${readFileSync(join(folder, "case.yaml"), "utf8")}\n${lines}\n`)
        const { stderr, status } = lerpack(["check", folder])
        expect(status).toBe(1)
        expect(stderr.split("没有名为 unknown")).toHaveLength(5 + 1)
        expect(stderr).toContain("还有 25 处")
    })
})

describe("import", () => {
    test("writes a row again that somebody deleted from the sheet", () => {
        put("a.txt", "1")
        runImport()
        const before = readFileSync(join(folder, "证据说明.xlsx"))
        put("b.txt", "2")
        runImport()
        // A sheet from before the second file: its row is missing.
        writeFileSync(join(folder, "证据说明.xlsx"), before)
        expect(lerpack(["check", folder]).stderr).toContain("[evidence.description.row-missing]")
        expect(runImport().status).toBe(0)
        expect(lerpack(["check", folder]).stderr).not.toContain("[evidence.description.row-missing]")
    })

    test("takes copies of named files, and leaves alone what lies there already", () => {
        put("here.txt", "1")
        const outside = join(scratch(), "拷贝 1.txt")
        writeFileSync(outside, "2")
        expect(runImport(outside, evidence("here.txt")).status).toBe(0)
        expect(readFileSync(evidence("拷贝 1.txt"), "utf8")).toBe("2")
        expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([])
    })

    test("of two files with one name takes none, and says which", () => {
        const [one, two] = [join(scratch(), "a.txt"), join(scratch(), "a.txt")]
        writeFileSync(one, "1")
        writeFileSync(two, "2")
        const done = runImport(one, two)
        expect(done.status).toBe(1)
        expect(done.stderr).toContain("[shell.output.exists]")
        expect(readdirSync(join(folder, "evidence"))).toEqual([])
    })

    test("names a folder as no file", () => {
        expect(runImport(scratch()).stderr).toContain("[shell.file.not-file]")
    })

    test("takes its copies away again when something else stops it", () => {
        put("a.txt", "1")
        runImport()
        unlinkSync(evidence("a.txt"))
        const outside = join(scratch(), "b.txt")
        writeFileSync(outside, "2")
        const before = hashes(folder)
        expect(runImport(outside).status).toBe(1)
        expect(hashes(folder)).toEqual(before)
    })
})

describe("a case folder that was carried elsewhere", () => {
    test("by a system that spells accents in two characters: the file is still the one that was registered", async () => {
        const source = memorySource(new Uint8Array([1]))
        const listed = (originalName: string): ListedFile => ({
            folder: "evidence",
            originalName,
            modifiedAt: "2023-03-21T02:00:00+08:00",
            source,
        })
        const host = nodeHost()
        const clock = { importedAt: "2023-03-22T02:00:00+08:00", newHasher: host.sha256 }
        const { lock } = await planImport({ entries: [] }, [listed("é.txt".normalize("NFC"))], clock)
        const checked = await checkCase(
            {
                caseFiles: { yaml: new Uint8Array(0) },
                lock: utf8(printLock(lock)),
                listing: [listed("é.txt".normalize("NFD"))],
            },
            host,
        )
        expect(checked.issues.filter(({ code }) => code.startsWith("evidence.file"))).toEqual([])
        expect([...checked.sources]).toEqual([["E001", source]])
    })
})

describe("the sample with one answer changed", () => {
    test.each([
        [
            "another exchange than the recipient's is asked about",
            /exchange: .*/,
            "exchange: 某某所",
            "case.recipient.other-platform",
        ],
        [
            "a finding that needs the whole case has its line, too",
            /recipient: .*/,
            "recipient: okex",
            "request.recipient.unknown",
        ],
    ])("%s", (_, from, to, code) => {
        const sample = join(ROOT, "assets", "sample-case")
        const copy = join(scratch(), "case")
        cpSync(sample, copy, { recursive: true })
        const text = readFileSync(join(copy, "case.yaml"), "utf8")
        writeFileSync(join(copy, "case.yaml"), text.replace(from, to))
        const { stdout } = lerpack(["check", copy, "--json"])
        const { issues } = JSON.parse(stdout) as { issues: { code: string; path: string[] }[] }
        const found = issues.filter((one) => one.code === code)
        expect(found).toHaveLength(1)
        expect(found[0]?.path[0]).toMatch(/^case\.yaml:\d+$/)
    })
})

describe("wrong places", () => {
    test("a case.yaml that is a folder is named", () => {
        rmSync(join(folder, "case.yaml"))
        mkdirSync(join(folder, "case.yaml"))
        const done = lerpack(["check", folder])
        expect(done.status).toBe(1)
        expect(done.stderr).toContain("[shell.file.not-file]")
    })

    test("an output that is a file is named, and nothing is written", () => {
        const target = join(scratch(), "out")
        writeFileSync(target, "mine")
        const done = lerpack(["init", target])
        expect(done.status).toBe(1)
        expect(done.stderr).toContain("[shell.file.not-folder]")
        expect(readFileSync(target, "utf8")).toBe("mine")
    })

    test("an option without its value is what is missing", () => {
        const done = lerpack(["build", folder, "-o"])
        expect(done.status).toBe(2)
        expect(done.stderr).toContain("[shell.usage.missing]")
    })

    test("check counts what it shows, notes too", () => {
        const { stdout, stderr } = lerpack(["check", join(ROOT, "assets/sample-case")])
        const shown = (word: string) => stderr.split("\n").filter((line) => line.startsWith(`${word} `)).length
        expect(stdout).toContain(`有 ${String(shown("请核对"))} 处请核对、${String(shown("提示"))} 处提示`)
    })

    test("check ends with what to do next, the folder in quotes when it has a blank", () => {
        expect(lerpack(["check", folder]).stdout).toContain(`改好后再运行 node dist/cli.js check "${folder}"`)
    })
})

describe("what the machine refuses", () => {
    const refused = (code: string, path?: string): Error =>
        Object.assign(new Error(`${code}: said in English`), { code, ...(path === undefined ? {} : { path }) })
    test.each([
        [refused("ENOSPC"), issue("shell.machine.full", [], { path: "" })],
        [
            refused("EACCES", "a/证据说明.xlsx.unfinished"),
            issue("shell.machine.denied", [], { path: "a/证据说明.xlsx" }),
        ],
        [refused("EPERM", "b"), issue("shell.machine.denied", [], { path: "b" })],
        [refused("EROFS", "out/.unfinished-Ab1/x"), issue("shell.machine.read-only", [], { path: "out" })],
        [refused("EBUSY", "c"), issue("shell.machine.busy", [], { path: "c" })],
        [refused("ENOENT", "证据.png"), issue("shell.machine.gone", [], { path: "证据.png" })],
        [refused("EIO"), issue("shell.machine.gone", [], { path: "" })],
        [refused("EMFILE"), issue("shell.machine.failed", [], { reason: "EMFILE: said in English" })],
    ])("%s", (error, found) => {
        expect(machineIssue(error)).toEqual(found)
    })

    test("a path of thousands of characters is shown where it begins and where it ends", () => {
        const error = Object.assign(new Error("x"), { code: "ENAMETOOLONG", path: `/a/${"d".repeat(5000)}/end` })
        expect(machineIssue(error).params).toEqual({ path: `/a/${"d".repeat(117)}…${"d".repeat(36)}/end` })
    })

    test("a text from outside stays in one line", () => {
        expect(oneLine("a\r\nb\u202Ec\td")).toBe("a⟦U+000A⟧b⟦U+202E⟧c⟦U+0009⟧d")
    })
})

test("a large file is packed in pieces, and the ZIP is the same byte for byte", async () => {
    const source = memorySource(new Uint8Array(3 << 20).map((_, i) => i * 7))
    const small = memorySource(new Uint8Array([123, 125]))
    const packet: Packet = {
        top: "AB-1",
        files: [
            { path: "data/evidence/E001.mp4", source },
            { path: "data/index.json", source: small },
        ],
        manifestSha256: "",
        checkCode: "",
    }
    const made = scratch()
    const [whole, pieces] = [join(made, "whole.zip"), join(made, "pieces.zip")]
    expect(await writeZip(packet, pieces, 1 << 20)).toEqual(await writeZip(packet, whole))
    expect(readFileSync(pieces).equals(readFileSync(whole))).toBe(true)
})
