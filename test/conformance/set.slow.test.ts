import { createHash } from "node:crypto"
import { readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, expect, test } from "vitest"
import { printJson } from "../../src/base/canonical-json.ts"
import { verify } from "../../src/node/cli/commands/verify.ts"
import type { Terminal } from "../../src/node/cli/terminal.ts"
import { findCommand, parseCommand } from "../../src/node/cli/usage.ts"
import { walk } from "../../src/node/walk.ts"
import { ROOT } from "../check.ts"
import { scratch } from "../cli/run.ts"
import { allCases } from "./all.ts"
import type { Finding } from "./packet/case.ts"
import { runSet } from "./run-set.ts"
import { type CaseSet, type SetCase, sortedFindings } from "./set.ts"
import { writeSet } from "./write-set.ts"

/** The set as `npm run conformance` writes it. */

let folder = ""
let set: CaseSet

beforeAll(async () => {
    folder = scratch()
    set = await writeSet(folder, ROOT, allCases)
})

/** SHA-256 of every file, and where links lead. */
function hashesOf(root: string): ReadonlyMap<string, string> {
    const { files, irregular } = walk(root)
    const hash = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex")
    return new Map([
        ...files.map(({ path, on }) => [path, hash(readFileSync(on))] as const),
        ...irregular.map((path) => [path, hash(readlinkSync(join(root, path)))] as const),
    ])
}

test("the same bytes each time", async () => {
    const again = scratch()
    await writeSet(again, ROOT, allCases)
    expect(hashesOf(again)).toEqual(hashesOf(folder))
    expect(hashesOf(folder).size).toBeGreaterThan(allCases.length)
})

test("our own judge finds in each file what the set expects", async () => {
    expect(await runSet(folder)).toEqual({ cases: allCases.length, differ: [] })
})

test.each<[string, (one: SetCase) => SetCase]>([
    ["verdict", (one) => ({ ...one, expected: { ...one.expected, verdict: "intact-unsigned" } })],
    ["exit status", (one) => ({ ...one, expected: { ...one.expected, exit: 0 } })],
    ["finding too few", (one) => ({ ...one, expected: { ...one.expected, issues: one.expected.issues.slice(1) } })],
    [
        "place",
        (one) => ({
            ...one,
            expected: { ...one.expected, issues: one.expected.issues.map((i) => ({ ...i, path: [] })) },
        }),
    ],
])("a wrong expectation fails: %s", async (_, change) => {
    const spoilt = scratch()
    await writeSet(
        spoilt,
        ROOT,
        allCases.filter(({ id }) => id.startsWith("list/payload")),
    )
    const right = JSON.parse(readFileSync(join(spoilt, "cases.json"), "utf8")) as CaseSet
    const cases = right.cases.map((one) => (one.id === "list/payload-byte" ? change(one) : one))
    writeFileSync(join(spoilt, "cases.json"), printJson({ ...right, cases }))
    expect((await runSet(spoilt)).differ.map(({ id }) => id)).toEqual(["list/payload-byte"])
})

test("a changed packet fails", async () => {
    const spoilt = scratch()
    await writeSet(
        spoilt,
        ROOT,
        allCases.filter(({ id }) => id === "valid/draft-zip"),
    )
    const path = join(spoilt, "packets/valid/draft-zip.zip")
    const bytes = readFileSync(path)
    bytes[bytes.length - 1] = 1
    writeFileSync(path, bytes)
    expect((await runSet(spoilt)).differ.map(({ id }) => id)).toEqual(["valid/draft-zip"])
})

test("the command line gives each case its exit status and the same errors", async () => {
    for (const { id, file, options, expected } of set.cases) {
        const { signers, key, code, sent } = options
        const given = (name: string, value: string | undefined): string[] => (value === undefined ? [] : [name, value])
        const at = (path: string | undefined): string | undefined => (path === undefined ? path : join(folder, path))
        const args = [
            join(folder, file),
            ...given("--signers", at(signers)),
            ...given("--key", key),
            ...given("--code", code),
            ...given("--sent", at(sent)),
        ]
        const lines: string[] = []
        const terminal: Terminal = {
            lang: "en",
            out: (line) => void lines.push(line),
            note: () => undefined,
            issues: () => undefined,
            findings: () => undefined,
            progress: () => undefined,
        }
        expect(await verify(parseCommand(findCommand("verify"), [...args, "--json"]), terminal), id).toBe(expected.exit)
        const { issues } = JSON.parse(lines.join("\n")) as { issues: Finding[] }
        const errors = (all: readonly Finding[]) => sortedFindings(all.filter(({ severity }) => severity === "error"))
        expect(errors(issues), id).toEqual(errors(expected.issues))
    }
})

test("what others read of the set", () => {
    expect(readdirSync(folder).sort()).toEqual(["LICENSE", "README.md", "cases.json", "given", "packets"])
    expect(readFileSync(join(folder, "README.md"), "utf8")).toContain(`${String(allCases.length)} cases`)
    for (const { what } of set.cases) {
        expect(what["zh-CN"]).toMatch(/\p{Script=Han}/u)
        expect(what.en).not.toMatch(/\p{Script=Han}/u)
    }
    const named = new Set(set.cases.flatMap(({ file, options }) => [file, options.signers, options.sent]))
    const isNamed = (path: string): boolean =>
        [...named].some((one) => path === one || path.startsWith(`${one ?? ""}/`))
    const files = [...hashesOf(folder).keys()].filter((path) => path.includes("/") && !path.endsWith("/target"))
    expect(files.filter((path) => !isNamed(path))).toEqual([])
})
