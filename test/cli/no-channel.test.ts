import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { INVENTED } from "../../src/facts/addresses/invented.data.ts"
import { ROOT, squeeze } from "../check.ts"
import { DESKS, ENTRIES, redirect } from "../desks.ts"
import { builtOut, putDraft } from "./made.ts"
import { lerpack, outside, scratch } from "./run.ts"

/** A victim whose platform has told nobody how police reach it: the papers are made, and nothing pretends to be a channel. */

const DESK = ["--recipients", DESKS]
let police = ""
beforeAll(() => {
    police = join(builtOut("no-channel"), "交民警")
})

const wordsOf = (prefix: string): string => {
    const name = readdirSync(police).find((one) => one.startsWith(prefix)) ?? ""
    return squeeze(outside("pdftotext", ["-raw", join(police, name), "-"]))
}

describe("the papers for the police", () => {
    test("are all there", () => {
        const heads = readdirSync(police).map((name) => name.slice(0, 2))
        expect([...new Set(heads)].sort()).toEqual(
            ["01", "02", "03", "04", "05", "06", "07", "08", "材料", "空白"].sort(),
        )
        expect(readdirSync(join(police, "空白件")).filter((name) => name.includes("公函"))).toHaveLength(1)
        expect(readdirSync(join(police, "空白件")).filter((name) => name.includes("门户"))).toEqual([])
    })
    test("say why there is no channel, and what to do", () => {
        for (const paper of ["02", "08"]) {
            expect(wordsOf(paper)).toContain("样例：官方网站没有执法页面")
            expect(wordsOf(paper)).toContain("样例：经其所在地的中央机关")
        }
        expect(wordsOf("02")).toContain("渠道查明以前，lerpack程序不制作发给该平台的公函")
        expect(wordsOf("02")).not.toContain("□门户")
        expect(wordsOf("07")).toContain("没有查到可以核实的受理渠道")
    })
    test("name no address to write to", () => {
        const letters = readdirSync(join(police, "空白件")).filter((name) => name.endsWith(".txt"))
        for (const name of letters) {
            const text = readFileSync(join(police, "空白件", name), "utf8")
            expect(text).not.toMatch(/@|https?:/)
        }
        for (const { address } of INVENTED) expect(wordsOf("02")).not.toContain(address)
    })
})

test("the reporter is told that the papers are made all the same, and finds every desk in the form", () => {
    const own = scratch()
    cpSync(join(ROOT, "assets/sample-case"), join(own, "case"), { recursive: true })
    redirect(join(own, "case"), "no-channel")
    for (const [lang, said] of [
        ["zh-CN", "不影响报案：材料照常生成"],
        ["en", "this does not stop your report"],
    ] as const) {
        const { status, stderr } = lerpack(["check", "case", "--lang", lang, ...DESK], { cwd: own })
        expect([status, stderr.replace(/\s+/g, " ")]).toEqual([0, expect.stringContaining(said)])
    }
    lerpack(["init", "new"], { cwd: own })
    const form = readFileSync(join(own, "new/case.yaml"), "utf8")
    for (const id of ENTRIES) expect(form).toContain(`${id} `)
})

test("the officer is refused the desk, and may ask another one with the same draft", () => {
    const home = scratch()
    const draft = putDraft(home, "no-channel")
    cpSync(join(ROOT, "assets/sample-officer"), join(home, "office"), { recursive: true })
    const complete = (form: string) =>
        lerpack(["complete", draft, "--officer", form, "-o", "result", ...DESK], { cwd: home })
    const refused = complete("office/officer.yaml")
    expect([refused.status, refused.stdout + refused.stderr]).toEqual([
        1,
        expect.stringContaining("[request.recipient.no-channel]"),
    ])
    expect(existsSync(join(home, "result"))).toBe(false)
    const other = join(home, "office/other.yaml")
    const form = readFileSync(join(home, "office/officer.yaml"), "utf8")
    const target =
        "\n  targets:\n    - {kind: address, value: TJRyWwFs9wTFGZg3JbrVriFbNfCug5tDeC, role: third, source: chain explorer}"
    writeFileSync(
        other,
        form.replace("\nroute:", "\nrecipient: all-routes\nroute:").replace("\nrequest:", `\nrequest:${target}`),
    )
    const { status, stdout, stderr } = complete("office/other.yaml")
    expect([status, stdout + stderr]).toEqual([0, expect.stringContaining("LX-2023-0321-prepared")])
})

describe("a channel that was found", () => {
    const found = ["--name-zh", "雾岬（Fogness）", "--name-en", "Fogness", "--page", "https://fogness.example/police"]
    test("becomes a profile, and with it the desk is asked", () => {
        const home = scratch()
        const draft = putDraft(home, "no-channel")
        const more = [...found, "--email", "police@fogness.example", "-o", "own desks"]
        const { status, stdout } = lerpack(["recipients", "new", "no-channel", ...more], { cwd: home })
        expect([status, stdout]).toEqual([0, expect.stringContaining('--recipients "own desks"')])
        const again = lerpack(["recipients", "new", "no-channel", ...more], { cwd: home })
        expect([again.status, again.stderr]).toEqual([1, expect.stringContaining("[shell.output.exists]")])
        cpSync(join(ROOT, "assets/sample-officer"), join(home, "office"), { recursive: true })
        const desks = ["--recipients", "own desks"]
        const step = lerpack(["complete", draft, "--officer", "office/officer.yaml", "-o", "result", ...desks], {
            cwd: home,
        })
        expect(step.status, step.stderr).toBe(0)
        const letter = readdirSync(join(home, "result/LX-2023-0321-prepared")).find((name) => /的函.*\.pdf$/.test(name))
        const text = squeeze(
            outside("pdftotext", ["-raw", join(home, "result/LX-2023-0321-prepared", letter ?? ""), "-"]),
        )
        expect(text).toContain("雾岬（Fogness）执法协助部门")
    })
    test("is refused with each fault at its option, and nothing is written", () => {
        const home = scratch()
        const { status, stderr } = lerpack(
            ["recipients", "new", "f", "--name-en", "雾岬", "--page", "fogness.example", "-o", "own"],
            { cwd: home },
        )
        expect(status).toBe(1)
        for (const said of ["name-zh", "name-en", "email"]) expect(stderr).toContain(said)
        expect(existsSync(join(home, "own"))).toBe(false)
    })
})
