import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { ROOT } from "../check.ts"
import { bagFaults, baseDirectory } from "../packet/assemble/rfc8493.ts"
import { litter } from "../packet/litter.ts"
import { tool } from "../tool.ts"
import { sampleOut } from "./made.ts"
import { CLI, hashes, lerpack, outside, scratch } from "./run.ts"

/** `verify` as its readers use it, on the packets of the sample. */

const REF = "LX-2023-0321"
const PACKETS = [`DRAFT-${REF}.zip`, `${REF}-submission.zip`, `${REF}-archive.zip`] as const
let out = ""
beforeAll(() => {
    out = sampleOut()
})

interface Report {
    readonly kind: string | null
    readonly checkCode: string
    readonly zipSha256: string | null
    readonly verdict: string
    readonly files: { changed: string[] }
    readonly issues: { code: string; severity: string }[]
    readonly signatures: object[]
    readonly layers: object[]
    readonly [member: string]: unknown
}
function judge(args: readonly string[], cwd = out): Report {
    return JSON.parse(lerpack(["verify", ...args, "--json"], { cwd }).stdout) as Report
}
function unpack(name: string): string {
    const place = scratch()
    outside("unzip", ["-q", join(out, name), "-d", place])
    return baseDirectory(place)
}
const errors = (report: Report) => [...new Set(report.issues.filter((i) => i.severity === "error").map((i) => i.code))]

describe("--json has the members of the format, no more and no fewer", () => {
    const shape = (report: Report) => ({
        report: Object.keys(report),
        files: Object.keys(report.files),
        list: Object.keys(report.list as object),
        time: Object.keys(report.time as object),
        signatures: new Set(report.signatures.flatMap(Object.keys)),
        layers: new Set(report.layers.flatMap(Object.keys)),
        issues: new Set(report.issues.flatMap(Object.keys)),
    })
    const full = {
        report: [
            "kind",
            "checkCode",
            "verdict",
            "files",
            "list",
            "signatures",
            "time",
            "layers",
            "issues",
            "zipSha256",
        ],
        files: ["checked", "changed"],
        list: ["missing", "extra"],
        time: ["claimed", "stamped"],
        signatures: new Set(["file", "key", "principal", "trust"]),
        layers: new Set(["n", "key", "added", "missing", "replaced", "setAside"]),
        issues: new Set(["code", "severity", "path", "params"]),
    }
    test.each([
        [PACKETS[0], "draft", 1],
        [PACKETS[1], "submission", 1],
        [PACKETS[2], "archive", 2],
    ])("%s", (name, kind, layers) => {
        const report = judge([name])
        expect(shape(report)).toEqual({ ...full, report: expect.arrayContaining(full.report) as unknown })
        expect(report.kind).toBe(kind)
        expect(Object.keys(report)).toHaveLength(full.report.length)
        expect(report.layers).toHaveLength(layers)
    })
    test("what is refused has them too, empty", () => {
        const place = scratch()
        writeFileSync(join(place, "x.zip"), "no ZIP at all, but long enough to be one")
        const report = judge([join(place, "x.zip")])
        expect(new Set(Object.keys(report))).toEqual(new Set(full.report))
        expect(report).toMatchObject({ kind: null, checkCode: null, verdict: "refused", signatures: [], layers: [] })
    })
})

test.each(PACKETS)("%s alone in an empty folder, judged from elsewhere, is judged the same", (name) => {
    const alone = scratch()
    copyFileSync(join(out, name), join(alone, name))
    expect(judge([name], alone)).toEqual(judge([name]))
    expect(judge([join(alone, name)], "/")).toEqual(judge([name]))
    for (const lang of ["zh-CN", "en"])
        expect(lerpack(["verify", name, "--lang", lang], { cwd: alone }).stdout).toBe(
            lerpack(["verify", name, "--lang", lang], { cwd: out }).stdout,
        )
})

test.skipIf(!tool("unzip")).each(PACKETS)("%s is a bag by every clause of RFC 8493", (name) => {
    expect(bagFaults(unpack(name))).toEqual([])
})

test.each(PACKETS)("%s: five lines and a limit in both languages, each claim called a claim", (name) => {
    const zh = lerpack(["verify", name], { cwd: out }).stdout.trimEnd().split("\n")
    expect(zh.map((line) => line.slice(0, 3))).toEqual(["文件：", "清单：", "签名：", "时间：", "性质：", "不能说"])
    expect(zh[3]).toMatch(/包内注明.*没有核实/)
    expect(zh[4]).toContain("包内注明")
    expect(zh[5]).toMatch(/内容属实；提供人身份；.*本包是公文/)
    const en = lerpack(["verify", name, "--lang", "en"], { cwd: out }).stdout.trimEnd().split("\n")
    expect(en).toHaveLength(6)
    expect(en[4]).toContain("by its own statement")
    expect([...zh, ...en].join("\n")).not.toMatch(/有效|valid\b|undefined|null|T\d\d:\d\d/)
})

test("a reader that closes the pipe early changes neither the exit status nor prints a trace", () => {
    const status = join(scratch(), "status")
    const command = `(${process.execPath} ${CLI} verify ${PACKETS[0]} 2>${status}.err; echo $? >${status}) | true`
    outside("sh", ["-c", `cd "${out}" && ${command}`])
    expect(readFileSync(status, "utf8")).toBe("0\n")
    expect(readFileSync(`${status}.err`, "utf8")).not.toContain("EPIPE")
})

describe("keys that the reader trusts", () => {
    const line = (key: string, options = "") =>
        `${key} ${options}${readFileSync(join(ROOT, "assets", `sample-${key}`, "sample-key.pub"), "utf8")}`
    const signers = (text: string) => {
        const file = join(scratch(), "allowed_signers")
        writeFileSync(file, text)
        return file
    }
    test("all known: nothing is left to look at", () => {
        const done = lerpack(["verify", PACKETS[2], "--signers", signers(line("case") + line("officer"))], { cwd: out })
        expect(done.status).toBe(0)
        expect(done.stderr).not.toContain("请核对")
        expect(done.stdout).toContain("名单上的名称：officer。密钥签名不是印章，也不是本人签字。")
    })
    test("the list names another key: exit 1", () => {
        const done = lerpack(["verify", PACKETS[2], "--signers", signers(line("case"))], { cwd: out })
        expect(done.status).toBe(1)
        expect(done.stdout).toContain("密钥不在已知名单：只能说明")
    })
    test("a date without a zone is said to be read as UTC", () => {
        const file = signers(line("case", 'valid-after="20200101" '))
        const done = lerpack(["verify", PACKETS[0], "--signers", file], { cwd: out })
        expect(done.status).toBe(0)
        expect(done.stderr).toContain("[signature.signers.zone]")
    })
    test("a certificate authority is named, and the other lines count", () => {
        const file = signers(line("officer", "cert-authority ") + line("case"))
        const done = lerpack(["verify", PACKETS[0], "--signers", file], { cwd: out })
        expect(done.status).toBe(0)
        expect(done.stderr).toContain("[signature.signers.authority]")
    })
    test("a line that cannot be read ends it: nothing is judged by half a list", () => {
        const file = signers(`${line("case")}officer\n`)
        const done = lerpack(["verify", PACKETS[0], "--signers", file], { cwd: out })
        expect([done.status, done.stdout]).toEqual([1, ""])
        expect(done.stderr).toContain("[signature.signers.line]")
    })
    test("a fingerprint as ssh-keygen -l prints it, with the blanks of a paste", () => {
        const key = (judge([PACKETS[0]]).signatures[0] as { key: string }).key
        expect(judge([PACKETS[0], "--key", ` ${key} `]).verdict).toBe("intact-signed-known")
        for (const bad of [key.slice(7), key.replace("SHA256", "MD5"), `${key}=`, "SHA256:"])
            expect(lerpack(["verify", PACKETS[0], "--key", bad], { cwd: out }).status, bad).toBe(2)
    })
})

test("the code as read over the phone: blanks and case do not count, another one fails", () => {
    const { checkCode } = judge([PACKETS[0]])
    for (const spoken of [
        checkCode,
        checkCode.toUpperCase(),
        checkCode.replaceAll(" ", ""),
        ` ${checkCode.replaceAll(" ", " - ")}`,
    ]) {
        const done = lerpack(["verify", PACKETS[0], `--code=${spoken}`], { cwd: out })
        expect(done.status, spoken).toBe(0)
        expect(done.stdout).toContain("与所给的一致")
    }
    const wrong = checkCode.replace(/^./, (digit) => (digit === "0" ? "1" : "0"))
    const done = lerpack(["verify", PACKETS[0], "--code", wrong], { cwd: out })
    expect(done.status).toBe(1)
    expect(done.stdout).toContain("这不是纸质单所写的那一份")
})

test("the victim's code is found in the archive as that of the first layer", () => {
    const { checkCode } = judge([PACKETS[0]])
    const done = lerpack(["verify", PACKETS[2], "--code", checkCode], { cwd: out })
    expect(done.status).toBe(0)
    expect(done.stdout).toContain(`第 1 层（核对码 ${checkCode}，与所给的一致）`)
})

test("--sent says of each file what it is", () => {
    const done = lerpack(["verify", PACKETS[2], "--sent", `${REF}-send`], { cwd: out })
    expect(done.status).toBe(0)
    for (const name of Object.keys(hashes(join(out, `${REF}-send`)))) expect(done.stderr).toContain(`提示 ${name}：`)
    expect(done.stdout).toMatch(/发送件：给出 (\d+) 个文件，内容与发送记录一致的 \1 个/)
    expect(
        lerpack(["verify", PACKETS[2], "--sent", join(`${REF}-send`, `01-Request-${REF}.pdf`)], { cwd: out }).status,
    ).toBe(0)
    const changed = scratch()
    copyFileSync(join(out, `${REF}-send`, `01-Request-${REF}.pdf`), join(changed, "a.pdf"))
    writeFileSync(join(changed, "a.pdf"), "x", { flag: "a" })
    const other = lerpack(["verify", PACKETS[2], "--sent", changed], { cwd: out })
    expect(other.status).toBe(1)
    expect(other.stdout).toContain("不在发送记录里的 1 个：a.pdf")
})

describe.skipIf(!tool("unzip"))("an unpacked folder", () => {
    test("is judged from the folder itself, and from the one that the unpacking program put around it", () => {
        const top = unpack(PACKETS[0])
        expect(judge([top])).toEqual({ ...judge([PACKETS[0]]), zipSha256: null })
        writeFileSync(join(top, "..", ".DS_Store"), litter(".DS_Store"))
        mkdirSync(join(top, "..", "__MACOSX"))
        writeFileSync(join(top, "..", "__MACOSX", "._x"), litter("._x"))
        const around = judge([join(top, "..")])
        expect(errors(around)).toEqual([])
        expect(around.issues.map(({ code }) => code)).toEqual(
            expect.arrayContaining(["verify.folder.nested", "verify.folder.system-file"]),
        )
    })
    test("beside other files, or its data folder alone, is pointed to", () => {
        const top = unpack(PACKETS[0])
        writeFileSync(join(top, "..", "note.txt"), "x")
        const beside = lerpack(["verify", join(top, "..")])
        expect(beside.status).toBe(1)
        expect(beside.stderr).toContain(`请指定文件夹“${REF}”再核对`)
        expect(errors(judge([join(top, "data")]))).toEqual(["verify.packet.elsewhere"])
    })
    test("with a link in place of a file, or of the whole data folder, follows neither", () => {
        const top = unpack(PACKETS[0])
        const file = join(top, "data/evidence/E001.png")
        renameSync(file, join(top, "..", "kept"))
        symlinkSync(join(top, "..", "kept"), file)
        expect(errors(judge([top])).sort()).toEqual(["verify.folder.irregular", "verify.list.missing"])
        const other = unpack(PACKETS[0])
        renameSync(join(other, "data"), join(other, "..", "kept"))
        symlinkSync(join(other, "..", "kept"), join(other, "data"))
        const report = judge([other])
        expect(errors(report)).toEqual(expect.arrayContaining(["verify.folder.irregular", "verify.list.missing"]))
        expect(report.verdict).toBe("broken")
    })
    test("packed again by another program is refused as a ZIP, with the way out, and holds as a folder", () => {
        const top = unpack(PACKETS[0])
        const zip = join(scratch(), "again.zip")
        outside("python3", [
            "-c",
            `import shutil; shutil.make_archive(${JSON.stringify(zip.slice(0, -4))}, "zip", ${JSON.stringify(join(top, ".."))})`,
        ])
        const done = lerpack(["verify", zip])
        expect(done.status).toBe(1)
        expect(done.stderr).toContain("请先解压，再核对解压出的文件夹")
        expect(done.stdout).not.toMatch(/一致。/)
        expect(errors(judge([top]))).toEqual([])
    })
})

test("what an archive says was not used is named, in words", () => {
    const archive = ["verify", join(out, PACKETS[2])]
    expect(lerpack(archive).stderr).toContain("第 2 层注明“本次请求未采用”的是：IP 地址第 3 项")
    expect(lerpack([...archive, "--lang", "en"]).stderr).toContain("not used for this request: IP address No. 3")
})

test("材料核对方法 explains the dates in a ZIP and the files that the Finder leaves", () => {
    for (const page of ["templates/zh-CN/verify-guide.hbs", "assets/guide/核对人.md"]) {
        const text = readFileSync(join(ROOT, page), "utf8")
        expect(text).toMatch(/1980/)
        expect(text).toContain(".DS_Store")
    }
})

describe.skipIf(!tool("unzip") || !tool("ssh-keygen") || !tool("shasum"))("the commands of 材料核对方法", () => {
    const guide = readFileSync(join(ROOT, "templates/zh-CN/verify-guide.hbs"), "utf8")
    // A line that ends in ^ or \\ goes on in the next, for cmd and for a shell.
    const commands = [...guide.matchAll(/<pre>([^<]*)<\/pre>/g)].flatMap(([, text = ""]) =>
        text
            .replaceAll("&lt;", "<")
            .replaceAll("&amp;", "&")
            .replaceAll("{{file}}", PACKETS[0])
            .replace(/ \^\n/g, " ^ ")
            .split(/(?<!\\)\n/),
    )
    const script = (match: RegExp) =>
        commands.find((command) => match.test(command) && !command.includes("^")) ?? "false"
    const run = (folder: string, command: string) => outside("sh", ["-ec", `cd "${folder}"\n${command}`])

    test("for Linux and macOS hold, word for word", () => {
        const top = unpack(PACKETS[0])
        const whole = judge([PACKETS[0]])
        for (const match of [/^shasum -a 256 DRAFT/, /^sha256sum DRAFT/])
            expect(run(out, script(match))).toContain(whole.zipSha256)
        expect(run(top, script(/^shasum -a 256 -c/))).not.toContain("FAILED")
        expect(run(top, script(/^sha256sum -c/))).toBe("")
        expect(Number(run(top, script(/^wc/)))).toBe(Number(run(top, script(/^find/))))
        expect(run(top, script(/check-novalidate/))).toContain("Good")
        const key = readFileSync(join(ROOT, "assets/sample-case/sample-key.pub"), "utf8")
        writeFileSync(join(top, "allowed_signers"), `signer namespaces="lerpack-manifest" ${key}`)
        expect(run(top, script(/-Y verify/))).toContain("Good")
        const code = whole.checkCode.replaceAll(" ", "")
        for (const match of [/^shasum -a 256 manifest/, /^sha256sum manifest/])
            expect(run(top, script(match)).startsWith(code)).toBe(true)
    })
    test("find a changed and an added file, and a changed list", () => {
        const top = unpack(PACKETS[0])
        writeFileSync(join(top, "data/new.txt"), "x")
        expect(Number(run(top, script(/^wc/)))).not.toBe(Number(run(top, script(/^find/))))
        rmSync(join(top, "data/new.txt"))
        writeFileSync(join(top, "data/case.json"), " ", { flag: "a" })
        for (const match of [/^shasum -a 256 -c/, /^sha256sum -c/])
            expect(() => run(top, script(match))).toThrow(/data\/case\.json: FAILED/)
        writeFileSync(join(top, "manifest-sha256.txt"), " ", { flag: "a" })
        expect(() => run(top, script(/check-novalidate/))).toThrow()
    })
    test("for Windows are certutil, PowerShell and ssh-keygen", () => {
        expect(script(/^certutil -hashfile DRAFT/)).toBe(`certutil -hashfile ${PACKETS[0]} SHA256`)
        expect(commands.filter((command) => /Get-FileHash|dir data/.test(command))).toHaveLength(2)
        expect(commands.filter((command) => /^ssh-keygen .* \^ -s /.test(command))).toHaveLength(2)
    })
})
