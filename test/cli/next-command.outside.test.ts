import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { readYaml } from "../../src/facts/case/yaml.ts"
import { printOfficerForm } from "../../src/facts/officer/officer-form.ts"
import { COMMAND } from "../../src/node/cli/command.ts"
import { ROOT } from "../check.ts"
import { shipped } from "../desks.ts"
import { litter } from "../packet/litter.ts"
import { INSTRUMENT, letterCode, PHOTOS, putDraft, scanOfLetter } from "./made.ts"
import { lerpack, type Ran, scratch } from "./run.ts"

/** The officer's papers lie in the folders that `init` made; each command says what it found and what comes next. */

const REF = "LX-2023-0321"
const sample = join(ROOT, "assets/sample-officer")
const FORM = "my office/officer.xlsx"

/** A folder with the draft and an office that `init` made. */
function office(config: string): string {
    const home = scratch()
    putDraft(home)
    expect(run(home, ["init", "my office", "--officer"], config).status).toBe(0)
    return home
}

const run = (home: string, args: readonly string[], config: string): Ran =>
    lerpack(args, { cwd: home, env: { XDG_CONFIG_HOME: config } })

function fillIn(home: string, route: string, code = ""): void {
    const yaml = readFileSync(join(sample, "officer.yaml"), "utf8").replace(/^route: .*$/m, `route: ${route}`)
    const text = new TextEncoder().encode(`${yaml}\nletterCode: "${code}"\n`)
    const data = readYaml("officer.yaml", text, "drop").value
    writeFileSync(join(home, FORM), printOfficerForm(data, shipped("binance-cn").dataGroups))
}

/** What a shell makes of a printed command. */
function words(printed: string): readonly string[] {
    expect(printed).not.toMatch(/[<>…]/)
    expect(printed.startsWith(`${COMMAND} `)).toBe(true)
    return [...printed.slice(COMMAND.length + 1).matchAll(/"([^"]*)"|(\S+)/g)].map(
        ([, quoted, plain]) => quoted ?? plain ?? "",
    )
}

const next = (ran: Ran) => new RegExp(`${COMMAND.replaceAll(".", "\\.")} complete .*`).exec(ran.stderr)?.[0] ?? ""

function putScans(home: string): void {
    cpSync(INSTRUMENT, join(home, "my office/法律文书/文书.pdf"))
    // What systems leave in folders is no page of the letter.
    writeFileSync(join(home, "my office/盖章公函/Thumbs.db"), litter("Thumbs.db"))
    writeFileSync(join(home, "my office/盖章公函/._公函.pdf"), litter("._公函.pdf"))
    writeFileSync(join(home, "my office/盖章公函/公函.pdf"), scanOfLetter(join(home, `out/${REF}-prepared`)))
}

test.each([
    ["email", "without a key"],
    ["email", "with a key"],
    ["portal", "without a key"],
    ["portal", "with a key"],
    ["existing-account", "without a key"],
    ["existing-account", "with a key"],
])("by the route %s the next command works as it is printed, %s", (route, key) => {
    const config = scratch()
    if (key === "with a key") expect(run(scratch(), ["keygen"], config).status).toBe(0)
    const home = office(config)
    fillIn(home, route)
    cpSync(PHOTOS, join(home, "my office/证件照"), { recursive: true })
    const first = run(home, ["complete", `out/DRAFT-${REF}.zip`, "--officer", FORM, "-o", "out"], config)
    expect(first.status, first.stderr).toBe(0)
    expect(first.stderr).toContain("证件照（my office/证件照）：反面.png、手持.png、正面.png")
    expect(first.stderr).toContain("法律文书（my office/法律文书）：没有文件")
    expect(first.stderr).toContain("放入 my office/盖章公函")
    const command = next(first)
    expect(command.endsWith("--unsigned")).toBe(key === "without a key")
    fillIn(home, route, letterCode(join(home, "out")))
    putScans(home)
    const second = run(home, words(command), config)
    expect(second.status, second.stderr).toBe(0)
    expect(second.stdout).toContain("可以发送")
    expect(second.stderr).toContain("盖章公函（my office/盖章公函）：公函.pdf")
    expect(readdirSync(join(home, "out"))).toContain(`${REF}-archive.zip`)
})

test("a named key is named again; the first step with the sealed letter at hand says what to type instead", () => {
    const config = scratch()
    const home = office(config)
    expect(run(home, ["keygen", "--out", "my key"], config).status).toBe(0)
    fillIn(home, "email")
    cpSync(PHOTOS, join(home, "my office/证件照"), { recursive: true })
    // Without a prepared folder it stays the first step, whatever lies in the folders.
    writeFileSync(join(home, "my office/盖章公函/旧.pdf"), "%PDF-")
    const args = ["complete", `out/DRAFT-${REF}.zip`, "--officer", FORM, "-o", "out", "--key", "my key"]
    const first = run(home, args, config)
    expect(first.status, first.stderr).toBe(0)
    const command = next(first)
    expect(command).toContain('--key "my key"')
    fillIn(home, "email", letterCode(join(home, "out")))
    putScans(home)
    const again = run(home, args, config)
    expect(again.status).toBe(1)
    expect(again.stderr).toContain("[shell.step.second]")
    expect(next(again)).toBe(command)
    const broken = run(home, words(command), config)
    expect(broken.status).toBe(1)
    expect(broken.stderr).toContain("旧.pdf")
})

test("without a scan the second step says which folder it looked into", () => {
    const home = office(scratch())
    fillIn(home, "email")
    mkdirSync(join(home, "prepared"))
    const args = ["complete", `out/DRAFT-${REF}.zip`, "--officer", FORM, "--prepared", "prepared", "-o", "out"]
    const done = run(home, [...args, "--unsigned"], scratch())
    expect(done.status).toBe(1)
    expect(done.stderr).toContain("my office/盖章公函 中没有盖章公函的扫描件")
})

test("consent is read from its folder or by name, and is a scan as others are", () => {
    const home = office(scratch())
    fillIn(home, "email")
    writeFileSync(join(home, "my office/同意书/同意书.docx"), "PK")
    const args = ["complete", `out/DRAFT-${REF}.zip`, "--officer", FORM, "-o", "out"]
    const refused = run(home, args, scratch())
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain("同意书.docx")
    expect(refused.stderr).toContain("[request.scan.type]")
    writeFileSync(join(home, "同意.pdf"), readFileSync(join(sample, "sealed.pdf")))
    const named = run(home, [...args, "--consent", "同意.pdf"], scratch())
    expect(named.status, named.stderr).toBe(0)
    expect(named.stderr).toContain("同意书（.）：同意.pdf")
    expect(next(named)).toContain("--consent 同意.pdf")
})
