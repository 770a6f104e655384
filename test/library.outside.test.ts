import { execFileSync, spawnSync } from "node:child_process"
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import {
    type ByteSource,
    buildDraft,
    type CaseFolder,
    checkCase,
    ed25519Signer,
    type Host,
    memorySource,
    newHasher,
    type Output,
    parsePrivateKey,
    prepare,
    readAll,
    type Signer,
    submit,
    takeUp,
    verifyPacket,
    zipInMemory,
} from "../src/index.ts"
import { ROOT, SMALL_CASE } from "./check.ts"
import { sampleOut } from "./cli/made.ts"
import { scratch } from "./cli/run.ts"

// lerpack without its shell: both halves on a host that is a literal, with nothing but what index.ts exports; and the
// package as others install it, with the blocks of the README.

const NOW = "2023-05-09T09:00:00+08:00"
const asset = (...path: string[]) => new Uint8Array(readFileSync(join(ROOT, "assets", ...path)))
const text = (folder: string, name: string) => readFileSync(join(ROOT, folder, ...name.split("/")), "utf8")

const host: Host = {
    template: (name) => text("templates", name),
    asset: (name) => text("assets", name),
    decoder: (name) => new Uint8Array(readFileSync(join(ROOT, "dist/decoders", `${name}.wasm`))),
    font(name) {
        const bytes = new Uint8Array(readFileSync(join(ROOT, "fonts", name)))
        return { size: bytes.length, read: (offset, length) => bytes.slice(offset, offset + length) }
    },
    recipients: ["binance-cn"],
    tool: `lerpack ${(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string }).version}`,
    sha256: newHasher,
}

/** The sample's files in memory; file times stand in the lock file, so none is needed here. */
function sampleCase(): CaseFolder {
    const listing = (["evidence", "exports"] as const).flatMap((folder) =>
        readdirSync(join(ROOT, "assets/sample-case", folder)).map((originalName) => ({
            folder,
            originalName,
            modifiedAt: NOW,
            source: memorySource(asset("sample-case", folder, originalName)),
        })),
    )
    const file = (name: string) => asset("sample-case", name)
    return {
        caseFiles: { yaml: file("case.yaml") },
        lock: file("evidence.lock.json"),
        descriptions: file("证据说明.xlsx"),
        listing,
    }
}

async function signerOf(whose: string): Promise<Signer> {
    return ed25519Signer(await parsePrivateKey(text("assets", `${whose}/sample-key`), "sample-key"))
}

describe("both halves on a host that is a literal", () => {
    const zip = zipInMemory()
    const made: Output[] = []
    let packet: ByteSource

    beforeAll(async () => {
        const { loaded, ...checked } = await checkCase(sampleCase(), host)
        if (loaded === undefined) throw new Error(JSON.stringify(checked.issues))
        const draft = await buildDraft({ ...checked, loaded }, host, await signerOf("sample-case"), zip)
        packet = draft.packet.source
        const legal = ["调取证据通知书（样例）.pdf"].map((name) => ({
            name,
            bytes: asset("sample-officer/legal", name),
        }))
        const sealed = [{ name: "sealed.pdf", bytes: asset("sample-officer/sealed.pdf") }]
        const names = readdirSync(join(ROOT, "assets/sample-officer/photos"))
        const files = names.map((name) => ({ name, path: name, bytes: asset("sample-officer/photos", name) }))
        const form = text("assets", "sample-officer/officer.yaml")
        const papers = (data: string) => {
            const officer = { name: "officer.yaml", bytes: new TextEncoder().encode(data) }
            return { officer, photos: { folder: "photos", files }, legal }
        }
        const first = await prepare(await takeUp(packet, papers(form), host, NOW), host)
        const prepared = new Map<string, Uint8Array>()
        for (const { path, source } of first.outputs) prepared.set(basename(path), await readAll(source))
        const filled = papers(`${form}\nletterCode: "${first.letterCode}"\n`)
        const taken = await takeUp(packet, { ...filled, sealed }, host, NOW)
        const sent = await submit(taken, host, prepared, sealed, await signerOf("sample-officer"), zip)
        made.push(...draft.outputs, ...first.outputs, ...sent.outputs)
    })

    test("give every file that the command line writes, byte for byte", async () => {
        const folder = sampleOut()
        const written = readdirSync(folder, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        expect(made.map(({ path }) => path).sort()).toEqual(written.sort())
        for (const { path, source } of made)
            expect(Buffer.from(await readAll(source)).equals(readFileSync(join(folder, path))), path).toBe(true)
    })

    test("and each packet verifies", async () => {
        const packets = made.filter(({ role }) => role === "packet")
        expect(packets).toHaveLength(4)
        for (const { source } of packets) {
            const report = await verifyPacket({ kind: "zip", source }, { now: NOW, newHasher })
            expect(report.verdict).toBe("intact-signed-unknown")
        }
    })

    test("what only the officer may read is marked so", () => {
        const roles = new Set(made.filter((output) => output.private === true).map(({ role }) => role))
        expect([...roles].sort()).toEqual(["identity-image", "identity-mail", "portal"])
    })
})

describe("the package as others install it", () => {
    const home = scratch()
    const blocks = [...readFileSync(join(ROOT, "README.md"), "utf8").matchAll(/```js\n([\s\S]+?)```/g)].map(
        ([, code = ""]) => code,
    )

    beforeAll(() => {
        execFileSync(join(ROOT, "node_modules/.bin/tsc"), ["-p", join(ROOT, "src/node/types.tsconfig.json")])
        execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", home], { cwd: ROOT, stdio: "pipe" })
        const archive = readdirSync(home).find((name) => name.endsWith(".tgz")) ?? ""
        const target = join(home, "node_modules/lerpack")
        mkdirSync(target, { recursive: true })
        execFileSync("tar", ["-xzf", join(home, archive), "-C", target, "--strip-components=1"])
        mkdirSync(join(home, "my-case"))
        writeFileSync(join(home, "my-case/case.yaml"), SMALL_CASE)
        cpSync(sampleOut(), join(home, "out"), { recursive: true })
    })

    test.each(blocks.map((code, i) => [i + 1, code] as const))("block %i of the README runs", (i, code) => {
        writeFileSync(join(home, `block-${String(i)}.mjs`), code)
        const run = spawnSync(process.execPath, [`block-${String(i)}.mjs`], { cwd: home, encoding: "utf8" })
        expect([run.status, run.stderr]).toEqual([0, ""])
        if (code.includes("verifyPacket")) expect(run.stdout).toContain("intact-signed-unknown")
        else expect(existsSync(join(home, "built/DRAFT-AB-1.zip"))).toBe(true)
    })

    test("has types, which a wrong use does not pass", () => {
        expect(blocks).toHaveLength(2)
        for (const name of ["@types", "zod"])
            symlinkSync(join(ROOT, "node_modules", name), join(home, "node_modules", name))
        writeFileSync(join(home, "package.json"), '{ "type": "module" }')
        const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--types", "node"]
        const ofPage = 'import { type Host, webHost } from "lerpack/web"\nexport const make'
        const sources = [
            ...[...blocks, `${ofPage}: (...given: Parameters<typeof webHost>) => Host = webHost\n`],
            ...[`${blocks[0] ?? ""}\nconst verdict: number = report.verdict\n`, `${ofPage}: () => Host = webHost\n`],
        ]
        const names = sources.map((_, i) => `typed-${String(i)}.ts`)
        for (const [i, code] of sources.entries()) writeFileSync(join(home, names[i] ?? ""), code)
        const tsc = join(ROOT, "node_modules/.bin/tsc")
        const { stdout } = spawnSync(tsc, [...options, ...names], { cwd: home, encoding: "utf8" })
        // What explains an error further is indented.
        const errors = stdout.split("\n").filter((line) => /^\S/.test(line))
        expect(errors).toEqual([
            expect.stringMatching(/^typed-3\.ts\(.*TS2322/),
            expect.stringMatching(/^typed-4\.ts\(.*TS2322/),
        ])
    })
})
