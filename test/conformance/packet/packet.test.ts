import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, test } from "vitest"
import type { Issue } from "../../../src/base/issue.ts"
import { LANGS } from "../../../src/base/lang.ts"
import { writeStoreZip } from "../../../src/base/zip/write.ts"
import { messages } from "../../../src/messages/index.ts"
import { verdictLimits, verdictLines, verdictSent } from "../../../src/messages/verdict.ts"
import { verify } from "../../../src/node/cli/commands/verify.ts"
import type { Terminal } from "../../../src/node/cli/terminal.ts"
import { findCommand, parseCommand } from "../../../src/node/cli/usage.ts"
import { parseAllowedSigners } from "../../../src/packet/signature/allowed-signers.ts"
import type { VerifyInput } from "../../../src/packet/verify/contents.ts"
import type { VerifyOptions } from "../../../src/packet/verify/verify.ts"
import { scratch } from "../../cli/run.ts"
import { type Bytes, codes, draft, folderInput, judge, zipInput, zipOf } from "../../packet/assemble/sample.ts"
import type { Case } from "./case.ts"
import { evidenceCases } from "./evidence-cases.ts"
import { validCases, warningCases } from "./fine-cases.ts"
import { indexCases } from "./index-cases.ts"
import { layerCases } from "./layer-cases.ts"
import { listCases } from "./list-cases.ts"
import { signatureCases } from "./signature-cases.ts"
import { archiveBytes, draftBytes, resealArchive, resealDraft } from "./tamper.ts"
import { rawZip } from "./tamper-zip.ts"
import { zipCases } from "./zip-cases.ts"

const invalidCases = [...listCases, ...signatureCases, ...indexCases, ...layerCases, ...evidenceCases, ...zipCases]
const all = [
    ...validCases.map((c) => ({ ...c, place: join("valid", c.name), group: "valid" as const })),
    ...warningCases.map((c) => ({ ...c, place: join("warning", c.codes[0] ?? "", c.name), group: "warning" as const })),
    ...invalidCases.map((c) => ({ ...c, place: join("invalid", c.codes[0] ?? "", c.name), group: "invalid" as const })),
]

function inputOf(made: Bytes | Uint8Array, links: readonly string[] = []): VerifyInput {
    if (made instanceof Uint8Array) return zipInput(made)
    const input = folderInput(made)
    return input.kind === "folder" ? { ...input, irregular: links } : input
}

function optionsOf({ given = {} }: Case): Partial<VerifyOptions> {
    const { signers, key, code, sent } = given
    return {
        ...(signers === undefined ? {} : { signers: parseAllowedSigners(signers, "signers").signers }),
        ...(key === undefined ? {} : { key }),
        ...(code === undefined ? {} : { code }),
        ...(sent === undefined ? {} : { sent: folderInput(sent) }),
    }
}

test.each(all)("$place: $proves", async (one) => {
    const report = await judge(inputOf(await one.make(), one.links), optionsOf(one))
    const expected = [...one.codes].sort()
    expect(codes(report)).toEqual(one.group === "invalid" ? expected : [])
    if (one.group !== "invalid") expect(codes(report, "warning")).toEqual(expected)
    for (const lang of LANGS) {
        const told = [...verdictLines(report, lang), verdictSent(report, lang) ?? "", verdictLimits(report, lang)]
        expect(told.join("\n")).not.toMatch(/undefined|null|NaN|\[object/)
    }
})

/** Writes a case as the command line takes it; the arguments behind `verify`. */
function writeCase(folder: string, one: Case, made: Bytes | Uint8Array): string[] {
    mkdirSync(folder, { recursive: true })
    const place = join(folder, made instanceof Uint8Array ? "packet.zip" : "packet")
    if (made instanceof Uint8Array) writeFileSync(place, made)
    else writeFiles(place, made)
    for (const link of one.links ?? []) {
        // What it points at has the listed content: it must not be followed all the same.
        writeFileSync(join(folder, "target"), "a picture")
        mkdirSync(dirname(join(place, link)), { recursive: true })
        symlinkSync(join(folder, "target"), join(place, link))
    }
    const { signers, key, code, sent } = one.given ?? {}
    const args = [place]
    if (signers !== undefined) {
        writeFileSync(join(folder, "allowed_signers"), signers)
        args.push("--signers", join(folder, "allowed_signers"))
    }
    if (key !== undefined) args.push("--key", key)
    if (code !== undefined) args.push("--code", code)
    if (sent !== undefined) {
        writeFiles(join(folder, "sent"), sent)
        args.push("--sent", join(folder, "sent"))
    }
    const shown = args.map((arg) => (arg.startsWith(folder) ? arg.slice(folder.length + 1) : arg))
    writeFileSync(join(folder, "arguments"), `${shown.join("\n")}\n`)
    writeFileSync(join(folder, "proves"), `${one.proves}\n`)
    return args
}

function writeFiles(folder: string, files: Bytes): void {
    for (const [path, bytes] of files) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), bytes)
    }
}

test("on disk, the command line gives each case its exit status and the same errors", async () => {
    const root = process.env.CONFORMANCE_OUT ?? scratch()
    for (const one of all) {
        const args = writeCase(join(root, one.place), one, await one.make())
        const lines: string[] = []
        const terminal: Terminal = {
            lang: "en",
            out: (line) => void lines.push(line),
            note: () => undefined,
            issues: () => undefined,
            findings: () => undefined,
            progress: () => undefined,
        }
        const status = await verify(parseCommand(findCommand("verify"), [...args, "--json"]), terminal)
        expect(status, one.place).toBe(one.group === "invalid" ? 1 : 0)
        const { issues } = JSON.parse(lines.join("\n")) as { issues: Issue[] }
        const errors = issues.filter(({ severity }) => severity === "error").map(({ code }) => code)
        expect([...new Set(errors)].sort(), one.place).toEqual(one.group === "invalid" ? [...one.codes].sort() : [])
    }
    expect(readdirSync(root).sort()).toEqual(["invalid", "valid", "warning"])
})

test("names of cases are unique and fit a file system", () => {
    expect(new Set(all.map(({ place }) => place)).size).toBe(all.length)
    for (const { name } of all) expect(name).toMatch(/^[a-z0-9-]+$/)
    expect(invalidCases.length).toBeGreaterThanOrEqual(35)
})

test("the packets that the cases start from are good, and resealing alone changes nothing", async () => {
    for (const [make, again] of [
        [draftBytes, resealDraft],
        [archiveBytes, resealArchive],
    ] as const) {
        expect(codes(await judge(folderInput(await make())))).toEqual([])
        expect(new Map(await again((files) => files))).toEqual(await make())
    }
    const files = [...(await draftBytes())].map(([path, bytes]) => ({ name: `CASE-2026-001/${path}`, bytes }))
    expect(rawZip(files)).toEqual(writeStoreZip(files))
    expect(rawZip(files)).toEqual(await zipOf(await draft()))
})

test("every finding of format, ZIP and judge is shown by a case, but notes", () => {
    const shown = new Set(all.flatMap((c) => c.codes))
    // Notes; lists longer than 8 MiB; what only another text of the same kind can show (see test/manifest).
    const elsewhere =
        /^(?:verify\.(?:folder\.(?:system|nested)|timestamp|code\.same|sent\.(?:same|not-given)|layer\.(?:code|set-aside|received)|evidence\.separate)|manifest\.(?:text\.large|path\.file-and-folder))/
    const known = Object.keys(messages).filter((code) => /^(?:verify|zip|manifest)\./.test(code))
    expect(known.filter((code) => !elsewhere.test(code) && !shown.has(code as Issue["code"]))).toEqual([])
})
