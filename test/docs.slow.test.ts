import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs"
import { dirname, join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { LANGS, type Lang } from "../src/base/lang.ts"
import { messages } from "../src/messages/index.ts"
import type { Message } from "../src/messages/message.ts"
import { COMMAND } from "../src/node/cli/command.ts"
import { COMMANDS } from "../src/node/cli/usage.ts"
import { ROOT } from "./check.ts"
import { sampleOut } from "./cli/made.ts"
import { lerpack, outside, scratch } from "./cli/run.ts"
import { tool } from "./tool.ts"

/** The documentation is part of the program: what it says is run, what exists is named. */

const readme = readFileSync(join(ROOT, "README.md"), "utf8")
const map = readFileSync(join(ROOT, "src/README.md"), "utf8")
const GUIDES = readdirSync(join(ROOT, "assets/guide")).filter((name) => name.endsWith(".md"))
const guide = (name: string) => readFileSync(join(ROOT, "assets/guide", name), "utf8")

describe("README", () => {
    test("gives the two commands, and package.json has what they need", () => {
        expect(readme).toContain("npm ci && npm start")
        for (const tests of ["npm cit", "npm run test:outside"]) expect(readme).toContain(tests)
        const { scripts, bin, engines } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Record<
            string,
            Record<string, string>
        >
        expect(Object.keys(scripts ?? {})).toEqual(
            expect.arrayContaining(["prepare", "start", "test", "test:outside", "check"]),
        )
        expect(bin?.lerpack).toBe("dist/cli.js")
        expect(engines?.node).toBe(">=20.19")
    })
    test.each(COMMANDS.map(({ name }) => name))("names the command %s, which has help with an example", (name) => {
        expect(readme).toMatch(new RegExp(`lerpack ${name}\\b|\\b${name}\\b`))
        for (const lang of LANGS) {
            const help = lerpack([name, "--help", "--lang", lang])
            expect(help.status).toBe(0)
            expect(help.stdout).toContain(`${COMMAND} ${name}`)
        }
    })
    test.each(COMMANDS.flatMap(({ name, options }) => Object.keys(options).map((option) => `${name} --${option}`)))(
        "says what %s is for",
        (used) => {
            const option = used.replace(/^.* /, "").replace("--output", "-o")
            expect(readme.match(/`[^`]+`|```[\s\S]+?```/g)?.some((code) => code.includes(option))).toBe(true)
        },
    )
    test("gives a test for each of the ten promises", () => {
        const promises =
            readme
                .split("## What lerpack promises")[1]
                ?.split("\n## ")[0]
                ?.match(/^\d+\. .+$/gm) ?? []
        expect(promises).toHaveLength(10)
        for (const promise of promises) expect(promise).toMatch(/\]\(test\/[\w/.-]+\.test\.ts\)/)
    })
    test("has a door to each guide, and is short", () => {
        for (const name of GUIDES) expect(readme).toContain(`](assets/guide/${name})`)
        expect(readme.split("\n").length).toBeLessThan(150)
    })
})

/** A heading as a link names it: lower case, without punctuation, blanks as hyphens. */
const anchor = (heading: string) =>
    heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .replaceAll(" ", "-")

describe("README and guides", () => {
    const pages = [
        "README.md",
        "src/README.md",
        "assets/recipients/README.md",
        ...GUIDES.map((name) => `assets/guide/${name}`),
    ]
    test.each(pages)("%s links to files that exist, and to headings in them", (page) => {
        const links = readFileSync(join(ROOT, page), "utf8").matchAll(/\]\((?!https?:)([^)\s]+)\)/g)
        for (const [, target = ""] of links) {
            const [path = "", heading] = target.split("#")
            const file = path === "" ? join(ROOT, page) : join(ROOT, dirname(page), path)
            expect(existsSync(file), target).toBe(true)
            if (heading === undefined) continue
            const headings = readFileSync(file, "utf8").match(/^#+ .+$/gm) ?? []
            expect(
                headings.map((line) => anchor(line.replace(/^#+ /, ""))),
                target,
            ).toContain(heading)
        }
    })
    test("show every picture that there is, each said in words and light enough to be sent", () => {
        const shown = GUIDES.flatMap((name) => [...guide(name).matchAll(/!\[([^\]]*)\]\(pictures\/([^)]+)\)/g)])
        for (const [, words = ""] of shown) expect(words.length).toBeGreaterThan(3)
        const folder = join(ROOT, "assets/guide/pictures")
        expect([...new Set(shown.map(([, , file = ""]) => file))].sort()).toEqual(readdirSync(folder).sort())
        for (const name of readdirSync(folder)) {
            const bytes = readFileSync(join(folder, name))
            expect(bytes.subarray(1, 4).toString(), name).toBe("PNG")
            expect(bytes.length, name).toBeLessThan(80_000)
            expect(readFileSync(join(ROOT, "test/guide/pictures.mjs"), "utf8")).toContain(`"${name.slice(0, -4)}"`)
        }
    })
})

describe("what is shipped", () => {
    const dist = join(ROOT, "dist")
    test("brings the licence of each package that it contains", () => {
        const ofPage = readFileSync(join(dist, "THIRD-PARTY-page.txt"), "utf8")
        const notices = readFileSync(join(dist, "THIRD-PARTY.txt"), "utf8") + ofPage
        expect(ofPage).toContain("SIL OPEN FONT LICENSE")
        const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
            readonly dependencies: Readonly<Record<string, string>>
        }
        for (const [name, version] of Object.entries(dependencies))
            expect(notices).toContain(`---- ${name} ${version} (`)
        // Packages of packages too: this one comes with archiver.
        expect(notices).toContain("---- zip-stream ")
        expect(notices.match(/^---- /gm)?.length).toBeGreaterThan(40)
    })
    test("runs through a link, as npm puts it on the path", () => {
        const link = join(scratch(), "lerpack")
        symlinkSync(join(dist, "cli.js"), link)
        expect(outside(link, ["verify", "--help"])).toContain(`${COMMAND} verify`)
    })
    test("loads no module that opens a connection, so that the flow needs no network to be without one", () => {
        const code = readdirSync(dist).filter((name) => name.endsWith(".js"))
        const asked = code.flatMap((name) =>
            [
                ...readFileSync(join(dist, name), "utf8").matchAll(
                    /(?:require\(|\bfrom ?|\bimport\()"((?:node:)?[a-z_]+)"/g,
                ),
            ].map(([, module = ""]) => module.replace("node:", "")),
        )
        expect(asked).toEqual(expect.arrayContaining(["fs", "zlib", "stream", "child_process"]))
        expect(asked.filter((name) => /^(?:net|https?2?|tls|dgram|dns|inspector)$/.test(name))).toEqual([])
    })
})

describe.skipIf(!tool("unzip") || !tool("ssh-keygen"))("the commands to check a packet without this program", () => {
    let folder = ""
    beforeAll(() => {
        folder = sampleOut()
    })
    const shell = [
        ...(guide("核对人.md")
            .split("Check a packet without lerpack\n")[1]
            ?.split("\n## ")[0]
            ?.matchAll(/```sh\n([\s\S]*?)```/g) ?? []),
    ].map((block) => block[1] ?? "")

    test("stand in their guide as four blocks for a shell", () => {
        expect(shell.map((block) => block.split(" ").slice(0, 3).join(" "))).toEqual([
            "sha256sum -c manifest-sha256.txt\n",
            "wc -l <",
            "ssh-keygen -Y check-novalidate",
            "ssh-keygen -Y verify",
        ])
    })
    test.each(["DRAFT-LX-2023-0321", "LX-2023-0321-submission", "LX-2023-0321-archive"])(
        "hold for %s, word for word",
        (name) => {
            const place = scratch()
            outside("unzip", ["-q", join(folder, `${name}.zip`), "-d", place])
            const top = join(place, readdirSync(place)[0] ?? "")
            const key = name.startsWith("DRAFT") ? "sample-case" : "sample-officer"
            const publicKey = readFileSync(join(ROOT, "assets", key, "sample-key.pub"), "utf8")
            const script = shell.join("\n").replace("<principal>", "maker")
            outside(
                "sh",
                ["-ec", `cd "${top}"\ncat > allowed_signers\n${script}`],
                `maker namespaces="lerpack-manifest" ${publicKey}`,
            )
        },
    )
    test("find a changed file and a signature over something else", () => {
        const place = scratch()
        outside("unzip", ["-q", join(folder, "DRAFT-LX-2023-0321.zip"), "-d", place])
        const top = join(place, readdirSync(place)[0] ?? "")
        outside("sh", ["-c", `printf x >> "${top}/data/case.json"`])
        expect(() => outside("sh", ["-ec", `cd "${top}"\n${shell[0] ?? ""}`])).toThrow(/data\/case\.json: FAILED/)
        outside("sh", ["-c", `printf x >> "${top}/manifest-sha256.txt"`])
        expect(() => outside("sh", ["-ec", `cd "${top}"\n${shell[2] ?? ""}`])).toThrow()
    })
})

test("every issue code is raised somewhere", () => {
    const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
        .map((name) => name.replaceAll("\\", "/"))
        .filter((name) => name.endsWith(".ts") && !/^(?:base\/issues|messages)\//.test(name))
        .map((name) => readFileSync(join(ROOT, "src", name), "utf8"))
        .join("\n")
    // `input.time.${fault}` raises all codes that begin so.
    const begun = [...sources.matchAll(/`([a-z]+\.[a-z.-]+[.-])\$\{/g)].map(([, start = ""]) => start)
    const isRaised = (code: string) =>
        sources.includes(`"${code}"`) || begun.some((start) => code.startsWith(start) && start.split(".").length >= 3)
    expect(Object.keys(messages).filter((code) => !isRaised(code))).toEqual([])
    expect(isRaised("input.nothing.such")).toBe(false)
})

test("every file that the part for contributors names exists", () => {
    const part = map.split("# For contributors\n")[1]?.split("\n# Decisions")[0] ?? ""
    const named = [...part.matchAll(/`([\w./-]+(?:\.\w+|\/))`/g)].map(([, path = ""]) => path)
    const files = named.filter((path) => path.includes("/") && !/^(?:out|src|LX-)/.test(path))
    expect(files.length).toBeGreaterThan(50)
    for (const path of files) {
        const place = /^(?:assets|templates|test)\//.test(path) ? path : `src/${path}`
        expect(existsSync(join(ROOT, place)), path).toBe(true)
    }
    for (const kind of "document desk leaf field finding flag command language".split(" "))
        expect(part, kind).toMatch(new RegExp(`^\\| (?:a|a reader of) ${kind}\\b`, "m"))
})

test("the map names every flow file at the top of src/", () => {
    for (const name of readdirSync(join(ROOT, "src")).filter((one) => one.endsWith(".ts")))
        expect(map, name).toContain(`\`${name}\``)
})

const NAMED = { id: "x", words: { "zh-CN": "x", en: "x" } }

/** Parameters that are no free text. */
const VALUES: Record<string, unknown> = {
    "journal.act.unknown expected": [NAMED],
    "journal.act.needs act": NAMED,
    "journal.act.needs needs": [NAMED],
    "journal.act.closed act": NAMED,
    "journal.field.missing act": NAMED,
    "journal.field.missing field": NAMED,
    "journal.field.not-taken act": NAMED,
    "journal.field.not-taken expected": [NAMED],
    "journal.field.value field": NAMED,
    "journal.field.value expected": [NAMED],
    "font.user.restricted rule": "no-embedding",
    "pdf.foreign.differs what": "objects",
    "pdf.image.unsupported feature": "lossless",
    "raster.picture.coding coding": "lossless",
    "input.json.unreadable reason": "syntax",
    "input.yaml.syntax reason": "sign",
    "manifest.path.unsafe fault": "empty",
    "verify.signature.bad fault": "bad",
    "evidence.picture.undecoded fault": "coding",
    "input.secret.suspected rule": "words",
    "ledger.dates.order order": "dmy",
    "ledger.columns.way by": "from",
    "ledger.columns.decimals by": "smallest",
    "ledger.file.unreadable reason": "damaged",
    "ledger.rows.problem reason": "time",
    "ledger.case.net-loss cause": "none",
    "case.question.open question": "site",
    "case.answer.other-kind answer": "orders",
    "case.sentence.left-out reason": "guess",
    "evidence.description.open gap": "maker",
    "evidence.description.open labels": ["E001"],
    "shell.drop.nothing step": "first",
    "shell.work-file.unreadable fault": "damaged",
    "shell.drop.several step": "first",
    "shell.drop.kind step": "first",
    "sending.period.leaves-out facts": [{ fact: "x", at: "x" }],
    "request.dates.order earlier": "filing",
    "request.dates.order later": "approval",
}

/** Parameters that are lists. */
const LISTS: Readonly<Record<string, readonly unknown[]>> = {
    characters: ["x"],
    parts: ["x", "x"],
    facts: ["x"],
    differences: [{ first: "x", firstText: "x", second: "x", secondText: "x" }],
}

/** Parameters that count something. */
const COUNTS = /^(?:count|files|rows|pages|lines|entries|days|others|length|size)$/
/** Findings that something is more than a limit of many. */
const MORE_THAN_A_LIMIT =
    /^(?:input\.(?:text|file)\.|office\.text\.|manifest\.text\.|zip\.file\.|packet\.size\.|received\.files\.many|request\.(?:profile|channel)\.old|request\.preservation\.long|sending\.period\.long)/
const PLURALS =
    /(?<![\d.,])1 (?:of )?(?:files|rows|errors|entries|pages|lines|days|answers|characters|findings|copies|numbers)\b/

test("of one thing English speaks in the singular", () => {
    const plural = Object.entries(messages).flatMap(([code, print]) => {
        if (MORE_THAN_A_LIMIT.test(code)) return []
        const given = (key: string) => VALUES[`${code} ${key}`] ?? LISTS[key] ?? (COUNTS.test(key) ? 1 : "x")
        const params = new Proxy({}, { get: (_, key) => given(String(key)) })
        const told = (): Message => {
            try {
                return (print as (params: unknown) => Record<Lang, Message>)(params).en
            } catch {
                // What is called so here is a list of names.
                return { message: "" }
            }
        }
        const { message, hint = "" } = told()
        return PLURALS.test(message) || PLURALS.test(hint) ? [`${code}: ${message}`] : []
    })
    expect(plural).toEqual([])
})

test("every message is a sentence without its own code, and every hint says something", () => {
    for (const [code, print] of Object.entries(messages)) {
        const params = new Proxy({}, { get: (_, key) => VALUES[`${code} ${String(key)}`] ?? LISTS[String(key)] ?? "x" })
        for (const { message, hint } of Object.values((print as (params: unknown) => Record<Lang, Message>)(params))) {
            expect(message.length, code).toBeGreaterThan(3)
            expect(message, code).not.toContain(code)
            if (hint !== undefined) expect(hint, code).not.toMatch(/^\s+$/)
        }
    }
})
