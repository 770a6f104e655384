import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { unzipSync } from "fflate"
import { beforeAll, describe, expect, test } from "vitest"
import { sampleOut } from "./made.ts"
import { lerpack, scratch } from "./run.ts"

/** submission.zip is the officer's record; two notes in it say so to whoever opens it. */

const REF = "LX-2023-0321"
let out = ""
let files: Readonly<Record<string, Uint8Array>> = {}
const note = (name: string): string => new TextDecoder().decode(files[`${REF}-submission/data/${name}`])

beforeAll(() => {
    out = sampleOut()
    files = unzipSync(readFileSync(join(out, `${REF}-submission.zip`)))
}, 120_000)

describe("the notes", () => {
    test.each(["README-EN.txt", "README-ZH.txt"])("%s names each file, and what the archive is", (name) => {
        const text = note(name)
        const others = Object.keys(files).map((path) => path.replace(`${REF}-submission/`, "").replace("data/", ""))
        for (const file of others) expect(text, file).toContain(file)
        expect(text).toContain(REF)
        expect(text.split("\n").every((line, i, all) => i === all.length - 1 || line.endsWith("\r"))).toBe(true)
        expect(text).toMatch(name === "README-EN.txt" ? /not in this archive/ : /不是本压缩包/)
    })

    test("name no program, page or way of checking, and the English one is ASCII", () => {
        for (const name of ["README-EN.txt", "README-ZH.txt"])
            expect(note(name)).not.toMatch(/lerpack|https?:|www\.|verify|核对方法|ssh-keygen|certutil|sha256sum/i)
        expect(note("README-EN.txt")).toMatch(/^[\x20-\x7E\r\n]+$/)
    })

    test("lie in the packet alone: neither in what leaves nor in the archive", () => {
        expect(readdirSync(join(out, `${REF}-send`)).filter((name) => /readme/i.test(name))).toEqual([])
        const archive = Object.keys(unzipSync(readFileSync(join(out, `${REF}-archive.zip`))))
        expect(archive.filter((path) => /readme/i.test(path))).toEqual([])
    })
})

describe("verify --sent", () => {
    const verify = (given: string) => {
        const { issues } = JSON.parse(
            lerpack(["verify", join(out, `${REF}-archive.zip`), "--sent", given, "--json"]).stdout,
        ) as { issues: { code: string; path: string[] }[] }
        return issues.filter(({ code }) => code.startsWith("verify.sent."))
    }
    const unpacked = (): string => {
        const folder = scratch()
        for (const [path, bytes] of Object.entries(files)) {
            mkdirSync(dirname(join(folder, path)), { recursive: true })
            writeFileSync(join(folder, path), bytes)
        }
        return join(folder, `${REF}-submission`)
    }

    test("does not miss the notes in the folder that was sent", () => {
        const found = verify(join(out, `${REF}-send`))
        expect(found.map(({ code }) => code)).toContain("verify.sent.same")
        expect(found.flatMap(({ path }) => path).filter((name) => /readme/i.test(name))).toEqual([])
    })

    test("does not take them for files that nobody recorded, but every other one", () => {
        const folder = unpacked()
        expect(verify(folder).filter(({ code }) => code === "verify.sent.not-recorded")).toEqual([])
        rmSync(join(folder, "data", "README-ZH.txt"))
        writeFileSync(join(folder, "data", "README-FR.txt"), "x")
        expect(verify(folder).filter(({ code }) => code === "verify.sent.not-recorded")).toMatchObject([
            { path: ["data/README-FR.txt"] },
        ])
    })
})
