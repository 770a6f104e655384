import { execFileSync, spawnSync } from "node:child_process"
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import type { Lang } from "../../src/base/lang.ts"
import { readYaml } from "../../src/facts/case/yaml.ts"
import { printOfficerForm } from "../../src/facts/officer/officer-form.ts"
import { readRecipient } from "../../src/facts/recipients/recipient.ts"
import { messages as en, messages as zhCN } from "../../src/messages/index.ts"
import { COMMAND } from "../../src/node/cli/command.ts"
import { asTyped } from "../../src/node/cli/help.ts"
import { COMMANDS } from "../../src/node/cli/usage.ts"
import { ROOT } from "../check.ts"
import { lerpack, scratch, threadOf } from "./run.ts"

/**
 * Every command that is printed anywhere is typed here as it is printed, in a copy of the program's folder: a shell takes
 * it apart, and the command line runs what comes of it in a thread that has no network. The whole way is typed for real,
 * without a network where the machine allows it, and with a registry that answers nobody.
 */

const REF = "LX-2023-0321"
const LANGS: readonly Lang[] = ["zh-CN", "en"]
const read = (...path: string[]) => readFileSync(join(ROOT, ...path), "utf8")

const isolated = (() => {
    try {
        execFileSync("unshare", ["-rn", "true"], { stdio: "ignore" })
        return ["unshare", "-rn"]
    } catch {
        return []
    }
})()

const environment = (folder: string, config: string) => ({
    HOME: join(folder, config),
    XDG_CONFIG_HOME: join(folder, config),
    npm_config_registry: "http://127.0.0.1:9",
})

/** Types a line into a shell that stands in a folder. */
function typeForReal(line: string, folder: string): string {
    const [program = "", ...rest] = [...isolated, "sh", "-c", line]
    const done = spawnSync(program, rest, {
        encoding: "utf8",
        cwd: folder,
        env: {
            ...environment(folder, "config"),
            PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ""}`,
        },
    })
    expect(done.status, `${line}\n${done.stdout}${done.stderr}`).toBe(0)
    return done.stdout + done.stderr
}

/** Types a line that calls the program once; `fails` for one that is to find something. */
function type(line: string, folder: string, config = "config", fails = false): string {
    const shell = spawnSync("sh", ["-c", `node() { printf '%s\\0' "$@" "" >&3; }\n${line}`], {
        encoding: "utf8",
        cwd: folder,
        stdio: ["ignore", "pipe", "pipe", "pipe"],
    })
    const [words = "", ...more] = (shell.output[3] ?? "").split("\0\0")
    expect([shell.status, shell.stdout, shell.stderr, more], line).toEqual([0, "", "", [""]])
    const [program = "", ...args] = words.split("\0")
    expect(join(folder, program), line).toBe(join(folder, "dist/cli.js"))
    expect(existsSync(join(folder, program))).toBe(true)
    const ran = lerpack(args, { cwd: folder, env: environment(folder, config) })
    expect(ran.status === 0, `${line}\n${ran.stdout}${ran.stderr}`).toBe(!fails)
    return ran.stdout + ran.stderr
}

/** What a person has in the program's folder: the program, a case, an office, papers; and what the sample made. */
let ready = ""
/** What the sample says. */
let sample = ""
let fingerprint = ""
const copy = (from: string, to: string) => execFileSync("cp", ["-rl", from, to])

beforeAll(() => {
    ready = join(scratch(), "lerpack")
    mkdirSync(ready)
    const { files } = JSON.parse(read("package.json")) as { readonly files: readonly string[] }
    for (const name of [...files.filter((one) => !one.startsWith("!")), "package.json"]) {
        mkdirSync(dirname(join(ready, name)), { recursive: true })
        copy(join(ROOT, name), join(ready, name))
    }
    sample = typeForReal("npm start", ready)
    type(`${COMMAND} keygen`, ready)
    cpSync(join(ROOT, "assets/sample-case"), join(ready, "my-case"), { recursive: true })
    copy(join(ready, `out/DRAFT-${REF}.zip`), ready)
    const office = join(ROOT, "assets/sample-officer")
    cpSync(join(office, "legal", readdirSync(join(office, "legal"))[0] ?? ""), join(ready, "调取证据通知书.pdf"))
    cpSync(join(office, "sealed.pdf"), join(ready, "公函扫描件.pdf"))
    const key = readFileSync(join(ROOT, "assets/sample-case/sample-key.pub"), "utf8")
    writeFileSync(join(ready, "allowed_signers"), `maker namespaces="lerpack-manifest" ${key}`)
    const { signatures } = JSON.parse(type(`${COMMAND} verify DRAFT-${REF}.zip --json`, ready)) as {
        readonly signatures: readonly { readonly key: string }[]
    }
    fingerprint = signatures[0]?.key ?? ""
    cpSync(join(office, "photos"), join(ready, "my-office/证件照"), { recursive: true })
    type(inPage(read("assets/recipients/README.md")).find((line) => line.includes(" recipients new ")) ?? "", ready)
})

/**
 * The officer's form as filled in, with the code that stands at the end of the sealed letter. Photos go with a channel
 * that was confirmed, and only with one.
 */
function officerForm(folder: string, name: string, code: string, channel: boolean, more = ""): void {
    const sampleForm = read("assets/sample-officer/officer.yaml")
    const form = channel ? sampleForm : sampleForm.replace(/channelConfirmed:\n(?: .*\n)+/, "")
    const text = `${form}\nletterCode: "${code}"\n${more}`
    const data = readYaml("officer.yaml", new TextEncoder().encode(text), "drop").value as object
    const groups = readRecipient("binance-cn", read("assets/recipients/binance-cn.yaml")).dataGroups
    rmSync(join(folder, name), { force: true })
    writeFileSync(join(folder, name), name.endsWith(".xlsx") ? printOfficerForm(data, groups) : text)
}

/** What an officer writes down of an answer. */
const RECEIVED = [
    "received: {at: 2026-11-25 15:30 +08:00, extractedAt: 2026-11-25 15:30 +08:00, from: le@desk.example, limits: none",
    "  place: 办案区, firstOfficer: 样民警, secondOfficer: 样例二}",
].join(",\n")

/** A copy of what a person has when it is time for this command. */
function standing(command: string): string {
    const folder = join(scratch(), "lerpack")
    copy(ready, folder)
    const [name = "", ...args] = command.slice(COMMAND.length + 1).split(" ")
    if (name === "init") for (const made of ["my-case", "my-office"]) rmSync(join(folder, made), { recursive: true })
    if (["build", "complete"].includes(name))
        for (const made of readdirSync(join(folder, "out")))
            if (!made.startsWith("DRAFT") && !(args.includes("--prepared") && made.endsWith("-prepared")))
                rmSync(join(folder, "out", made), { recursive: true })
    if (name === "build") rmSync(join(folder, "out"), { recursive: true })
    if (name === "recipients" && args[0] === "new") rmSync(join(folder, "my-desks"), { recursive: true })
    // Whoever takes a file out has put it elsewhere before.
    const gone = args.indexOf("--remove")
    if (gone !== -1) {
        const lock = JSON.parse(readFileSync(join(folder, "my-case/evidence.lock.json"), "utf8")) as {
            readonly entries: readonly {
                readonly label: string
                readonly folder: string
                readonly originalName: string
            }[]
        }
        const entry = lock.entries.find(({ label }) => label === args[gone + 1])
        rmSync(join(folder, "my-case", entry?.folder ?? "", entry?.originalName ?? ""))
    }
    if (name === "receive") {
        mkdirSync(join(folder, "answer"))
        writeFileSync(join(folder, "answer/letter.txt"), "The records are attached.")
        officerForm(folder, args[args.indexOf("--officer") + 1] ?? "", "", true, RECEIVED)
    }
    // What an act has to stand behind, and a journal to list.
    if (name === "journal" || name === "mail") {
        const desk = name === "mail" ? "binance-cn" : "okx"
        const sent = `--type disclosure --recipient ${desk} --route portal --by 张民警`
        type(`${COMMAND} journal add out sent ${sent}`, folder)
    }
    if (name === "mail" && args.includes("--officer")) officerForm(folder, "my-office/officer.xlsx", "", true)
    if (name === "complete") {
        const code = /"letterCode": "(\w+)"/.exec(
            readFileSync(join(ready, `out/${REF}-prepared/prepared.json`), "utf8"),
        )?.[1]
        const officer = /--officer ("[^"]+"|\S+)/.exec(command)?.[1]?.replaceAll('"', "") ?? ""
        officerForm(
            folder,
            officer.replace(`${ready}/`, ""),
            args.includes("--prepared") ? (code ?? "") : "",
            args.includes("--photos") || officer.includes("/"),
        )
        const papers = join(folder, "my-office")
        for (const [from, to] of [
            ["调取证据通知书.pdf", "法律文书"],
            ["公函扫描件.pdf", "盖章公函"],
        ] as const) {
            mkdirSync(join(papers, to), { recursive: true })
            if (args.includes("--prepared")) cpSync(join(folder, from), join(papers, to, from))
        }
    }
    return folder
}

/** What a person puts where angle brackets stand. */
function filled(printed: string): string {
    const name = printed.slice(COMMAND.length + 1).split(" ")[0] ?? ""
    const folder = { init: "my-case", "forget-identity": `out/${REF}-identity` }[name] ?? "my-case"
    const words: Record<string, string> = {
        ref: REF,
        编号: name === "recipients" ? "okx" : REF,
        id: "okx",
        ...Object.fromEntries(["案件文件夹", "case folder", "文件夹", "folder"].map((word) => [word, folder])),
        ...Object.fromEntries(["ZIP 或文件夹", "ZIP or folder", "ZIP"].map((word) => [word, `DRAFT-${REF}.zip`])),
        "new ZIP": `signed/DRAFT-${REF}.zip`,
        file: "config/lerpack/id_ed25519",
        八组核对码: /核对码：([0-9a-f ]{39})/.exec(sample)?.[1] ?? "",
        指纹: fingerprint,
    }
    return printed.replace(/<([^<>]+)>/g, (whole, word: string) => words[word] ?? whole)
}

const escaped = COMMAND.replaceAll(".", "\\.")
/** Commands in text: words, things in quotes or in angle brackets, up to a sign that ends a sentence or a remark. */
const inProse = (text: string) =>
    [
        ...text.matchAll(
            new RegExp(`${escaped}(?: (?:"[^"]*"|<[^>\\n]*>|(?:[^\\s"<（。；，(\`{]|\\{\\{\\w+\\}\\})+))+`, "g"),
        ),
    ].map(([found]) => found)
/** Commands in the hint of a finding, where English words may follow. */
const inHint = (text: string) =>
    [...text.matchAll(new RegExp(`${escaped} (?:--help|[a-z-]+(?: --help)?(?: <[^>]+>)?(?: --[a-z]+)?)`, "g"))].map(
        ([found]) => found,
    )
/** Commands of a Markdown page: its code. */
const inPage = (page: string) =>
    [...page.matchAll(/```\w*\n([\s\S]*?)```|`([^`\n]+)`/g)]
        .flatMap(([, block, span = ""]) => (block ?? span).replaceAll("\\\n", "").split("\n"))
        .map((line) =>
            line
                .replace(/\s+#.*$/, "")
                .replace(/ {2,}/g, " ")
                .trim(),
        )

const GUIDES = existsSync(join(ROOT, "assets/guide"))
    ? readdirSync(join(ROOT, "assets/guide")).filter((name) => name.endsWith(".md"))
    : []
const pages = [
    "README.md",
    "templates/README.md",
    "assets/recipients/README.md",
    ...GUIDES.map((name) => `assets/guide/${name}`),
]
const isOurs = (line: string) => line.startsWith(`${COMMAND} `) && !line.includes("…")

describe("a command printed in", () => {
    // What `npm start` types was typed already; so was a command that has the same words in another order.
    const same = (command: string) => command.split(" ").sort().join(" ")
    const { scripts } = JSON.parse(read("package.json")) as { readonly scripts: { readonly start: string } }
    const done = new Set([scripts.start, ...scripts.start.split(" && ")].map(same))
    const run = (printed: string) => {
        const command = filled(printed).replace(/\{\{file\}\}/, `DRAFT-${REF}.zip`)
        if (done.has(same(command))) return
        const folder = standing(command)
        expect(command, "with everything put in").not.toMatch(/[<>{}](?! [\w.]+$)/)
        type(command.replaceAll(`${ready}/`, `${folder}/`), folder, command.includes(" keygen") ? "nobody" : "config")
        done.add(same(command))
    }
    const inPages = new Map(
        pages.flatMap((page) =>
            inPage(read(page))
                .filter(isOurs)
                .map((line) => [line, page]),
        ),
    )
    test.each([...inPages].map(([line, page]) => [page, line]))("%s runs: %s", (_, line) => run(line))

    test.each(COMMANDS.map(({ name, example }) => [name, example]))("the help of %s runs: %s", (name, example) => {
        for (const lang of LANGS)
            expect(type(`${COMMAND} ${name} --help --lang ${lang}`, ready)).toContain(`${COMMAND} ${example}`)
        run(`${COMMAND} ${example}`)
    })

    const hints = LANGS.flatMap((lang) =>
        Object.entries(lang === "en" ? en : zhCN).flatMap(([code, print]) => {
            const params = new Proxy({}, { get: (_, key) => (/command|proposed/.test(String(key)) ? "verify" : "x") })
            const { hint = "" } = attempt(() => (print as (given: unknown) => { readonly hint?: string })(params))
            const typed = inHint(asTyped(hint, lang))
            expect(typed.length, code).toBe(hint.split(/lerpack (?=--help|[a-z-]+)/).length - 1)
            return typed
        }),
    )
    test.each([...new Set(hints)])("a hint runs: %s", run)

    const papers = readdirSync(join(ROOT, "templates"), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".hbs"))
        .flatMap((name) => inProse(read("templates", name)).map((line) => line.replace(/<.*$/, "")))
    test.each(papers)("a paper runs: %s", run)

    test.each(LANGS)(
        "what the terminal and the forms say runs (%s)",
        (lang) => {
            const folder = standing(`${COMMAND} init`)
            const say = (line: string) => type(`${line} --lang ${lang}`, folder)
            const said = [say(`${COMMAND} init "my case"`), say(`${COMMAND} init my-office --officer`)]
            for (const form of ["my case/case.yaml", "my-office/officer.yaml"])
                said.push(readFileSync(join(folder, form), "utf8"))
            writeFileSync(join(folder, "my case/evidence/a.png"), "x")
            said.push(say(`${COMMAND} import "my case"`))
            said.push(type(`${COMMAND} check "my case" --lang ${lang}`, folder, "config", true))
            rmSync(join(folder, "my case"), { recursive: true })
            cpSync(join(ROOT, "assets/sample-case"), join(folder, "my case"), { recursive: true })
            said.push(say(`${COMMAND} check "my case"`), say(`${COMMAND} recipients`))
            rmSync(join(folder, "out"), { recursive: true })
            officerForm(folder, "my-office/officer.xlsx", "", true)
            cpSync(join(ready, "my-office/证件照"), join(folder, "my-office/证件照"), { recursive: true })
            const common = `DRAFT-${REF}.zip --officer my-office/officer.xlsx -o out`
            said.push(say(`${COMMAND} complete ${common} --legal 调取证据通知书.pdf`))
            rmSync(join(folder, "out"), { recursive: true })
            said.push(say(`${COMMAND} complete ${common}`))
            const commands = [...new Set(said.flatMap(inProse))]
            for (const name of ["import", "check", "build", "complete", "recipients"])
                expect(commands.join("\n")).toContain(`${COMMAND} ${name} `)
            for (const command of commands)
                run(command.replaceAll('"my case"', "my-case").replaceAll('"my case/', '"my-case/'))
        },
        180_000,
    )
    test("what the sample says runs", () => {
        expect(inProse(sample).join("\n")).toContain(`${COMMAND} complete `)
        for (const command of inProse(sample)) run(command)
    })
})

describe("no command asks a registry", () => {
    test.each([
        ["net", 'import net from "node:net"; net.connect(9, "127.0.0.1")'],
        ["http", 'import http from "node:http"; http.get("http://127.0.0.1:9/")'],
        ["fetch", 'await fetch("http://127.0.0.1:9/")'],
        ["dns", 'import { lookup } from "node:dns"; lookup("registry.example", () => {})'],
    ])("which the thread would not let pass by %s", (_, code) => {
        const asking = join(scratch(), "asking.mjs")
        writeFileSync(asking, code)
        const { status, stderr } = threadOf(asking)([])
        expect(status).not.toBe(0)
        expect(stderr).toContain("asked the network")
    })
    test("npx and the bare name are printed nowhere", () => {
        const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" }).filter(
            (name) => name.endsWith(".ts") && !name.startsWith("messages"),
        )
        const texts = [
            ...[...pages, "package.json", "CHANGELOG.md", "assets/forms/officer.yaml"],
            ...readdirSync(join(ROOT, "templates/zh-CN")).map((name) => `templates/zh-CN/${name}`),
            ...sources.map((name) => `src/${name}`),
        ]
        const names = COMMANDS.map(({ name }) => name).join("|")
        for (const text of texts) {
            // Comments may call a command by the program's name.
            const printed = text.endsWith(".ts") ? read(text).replace(/\/\*\*[\s\S]*?\*\/|\/\/.*/g, "") : read(text)
            expect(printed, text).not.toMatch(new RegExp(`\\bnpx\\b|\\blerpack (?:${names})\\b`))
        }
    })
    test("npm is named to install, to try the sample, to test, and to make what needs no npm; for developers, to develop", () => {
        const { scripts } = JSON.parse(read("package.json")) as { readonly scripts: Record<string, string> }
        for (const page of pages) {
            const [forUsers = "", forDevelopers = ""] = read(page).split("\n## Use as a library\n")
            const named = (text: string) => inPage(text).flatMap((line) => line.match(/\bnpm .*?(?=$| &&)/g) ?? [])
            const making = ["npm run test:outside", "npm run page", "npm run portable -- --windows"]
            for (const one of named(forUsers))
                expect(["npm ci", "npm start", "npm cit", ...making], page).toContain(one)
            for (const one of named(forDevelopers)) {
                const [, script = ""] = /^npm (?:run )?([\w:-]+)/.exec(one) ?? []
                expect({ ...scripts, ci: "", cit: "", pack: "", install: "" }, one).toHaveProperty(script)
            }
        }
    })
    test("npm start runs without one", () => {
        expect(sample).toContain("核对码")
    })
    test("the package cannot be published by a slip, before its name is owned", () => {
        expect(JSON.parse(read("package.json"))).toMatchObject({ private: true })
    })
})

/** A message whose parameters have to be of a kind of their own prints no command. */
function attempt<T extends object>(print: () => T): T | Record<string, never> {
    try {
        return print()
    } catch {
        return {}
    }
}
