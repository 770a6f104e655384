import { createHash } from "node:crypto"
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { unzipSync } from "fflate"
import { beforeAll, describe, expect, test } from "vitest"
import { ROOT } from "../check.ts"
import { DESKS, desk } from "../desks.ts"
import { tool } from "../tool.ts"
import { builtOut, INSTRUMENT, letterCode, PHOTOS, putScan } from "./made.ts"
import { hashes, lerpack, outside, scratch } from "./run.ts"

/** A desk that asks for an editable letter: the profile says so, and nothing else does. */

const REF = "LX-2023-0321"
const LETTER = `04-Letter-${REF}.docx`
const office = join(ROOT, "assets/sample-officer")
let home = ""
/** What the reporter built. */
let built = ""

/** Both steps with the sample's officer; a changed prepared folder may be put between. */
function step(out: string, extra: readonly string[], officer: string, draft = built) {
    return lerpack(
        [
            "complete",
            join(draft, `DRAFT-${REF}.zip`),
            "--officer",
            officer,
            "--photos",
            PHOTOS,
            "--legal",
            INSTRUMENT,
            "--recipients",
            DESKS,
            "-o",
            out,
            ...extra,
        ],
        { cwd: home },
    )
}
const second = (prepared: string) => [
    ...["--prepared", prepared, "--unsigned"],
    ...["--sealed", putScan(join(home, `two/${REF}-prepared`))],
]

beforeAll(() => {
    home = scratch()
    expect(desk("one-photo").letterDocx).toBe("yes")
    built = builtOut("one-photo")
    const form = `${readFileSync(join(office, "officer.yaml"), "utf8")}\nrecipient: one-photo\n`
    writeFileSync(join(home, "officer.yaml"), form)
    const first = step("two", [], "officer.yaml")
    expect(first.status, first.stderr).toBe(0)
    writeFileSync(join(home, "sealed.yaml"), `${form}letterCode: "${letterCode(join(home, "two"))}"\n`)
    const done = step("two", second(`two/${REF}-prepared`), "sealed.yaml")
    expect(done.status, done.stderr).toBe(0)
}, 120_000)

/** All parts of a file as one text. */
function partsOf(path: string): string {
    return Object.entries(unzipSync(readFileSync(path)))
        .map(([name, part]) => `${name}\n${new TextDecoder().decode(part)}`)
        .join("\n")
}

test("the draft holds 报请要点 twice, loose for reading and in the packet, the same bytes", () => {
    const loose = readFileSync(join(built, "交民警/05-报请要点.docx"))
    const packet = readFileSync(join(built, `DRAFT-${REF}.zip`))
    const packed = unzipSync(packet)[`${REF}/data/annex/approval-points.docx`]
    expect(packed).toBeDefined()
    expect(loose.equals(packed ?? new Uint8Array(0))).toBe(true)
})

describe("the editable letter", () => {
    test("is made before the seal and goes out byte for byte, listed with its hash", () => {
        const prepared = hashes(join(home, `two/${REF}-prepared`))
        expect(prepared[LETTER]).toBeDefined()
        const record = readFileSync(join(home, `two/${REF}-prepared/prepared.json`), "utf8")
        expect(record).toContain(prepared[LETTER])
        expect(hashes(join(home, `two/${REF}-send`))[LETTER]).toBe(prepared[LETTER])
        const zip = unzipSync(readFileSync(join(home, `two/${REF}-submission.zip`)))
        const path = Object.keys(zip).find((name) => name.endsWith(LETTER)) ?? ""
        const sha256 = createHash("sha256").update(zip[path] ?? new Uint8Array(0))
        expect(sha256.digest("hex")).toBe(prepared[LETTER])
        const index = Object.entries(zip).find(([name]) => name.endsWith("data/index.json"))?.[1]
        expect(new TextDecoder().decode(index)).toContain("wordprocessingml.document")
    })

    test.skipIf(!tool("pdftotext"))("stands in Schedule C and in the sealed letter's list with that hash", () => {
        const hash = hashes(join(home, `two/${REF}-prepared`))[LETTER] ?? "none"
        for (const path of [
            `two/${REF}-send/01-Request-${REF}.pdf`,
            `two/${REF}-prepared/关于协助提供有关账户电子数据的函（参考文本）.pdf`,
        ]) {
            const text = outside("pdftotext", ["-raw", join(home, path), "-"]).replace(/\s/g, "")
            expect(text, path).toContain(LETTER)
            expect(text, path).toContain(hash)
        }
    })

    test("holds the ids as text, and nothing that must not leave", () => {
        const text = partsOf(join(home, `two/${REF}-send/${LETTER}`))
        for (const id of [
            "100000001",
            "trader-lin@mail.example",
            "13227000002",
            "9aKtWmQ2vXr4LcZy7NbEpd",
            "203.0.113.11",
        ])
            expect(text).toContain(`>${id}<`)
        for (const never of [
            "林晓舟",
            "Lin Xiaozhou",
            "139 0000 0000",
            "虚构路1号",
            "203.0.113.58",
            "349776.83",
            "潮格",
            "tidegrid",
            "CNY",
            "盗",
            "黑客",
            "lerpack",
            "Lerpack",
            "https://",
        ])
            expect(text.includes(never), never).toBe(false)
    })

    test("a changed copy is refused in the second step, and a missing one is named", () => {
        for (const [folder, change, code] of [
            ["changed", (path: string) => writeFileSync(path, "other"), "request.prepared.changed"],
            ["missing", (path: string) => writeFileSync(`${path}.bak`, ""), "request.prepared.missing"],
        ] as const) {
            const prepared = join(home, folder)
            cpSync(join(home, `two/${REF}-prepared`), prepared, {
                recursive: true,
                filter: (from) => folder === "changed" || !from.endsWith(LETTER),
            })
            change(join(prepared, LETTER))
            const done = step(`out-${folder}`, second(prepared), "sealed.yaml")
            expect(done.status).toBe(1)
            expect(done.stderr).toContain(code)
            expect(done.stderr).toContain(LETTER)
        }
    })

    test("is not there for a desk that does not ask", () => {
        cpSync(join(home, "officer.yaml"), join(home, "plain.yaml"))
        const form = readFileSync(join(home, "plain.yaml"), "utf8").replace(
            "recipient: one-photo",
            "recipient: all-routes",
        )
        writeFileSync(join(home, "plain.yaml"), form)
        expect(step("three", [], "plain.yaml", builtOut("all-routes")).status).toBe(0)
        expect(existsSync(join(home, `three/${REF}-prepared/${LETTER}`))).toBe(false)
    })
})

test("the sealed letter lies beside as .docx with the same words, for the agency's own form", () => {
    const folder = join(home, `two/${REF}-prepared`)
    const name = readdirSync(folder).find((one) => one.endsWith("（参考文本）.docx")) ?? ""
    const text = [...partsOf(join(folder, name)).matchAll(/<w:t[^>]*>([^<]*)<|<w:br\/>|<\/w:p>/g)]
        .map(([, own]) => own ?? "")
        .join("")
    expect(text).toContain("关于协助提供有关账户电子数据的函")
    expect(text).toContain("示例市公安局样例分局")
    expect(text).not.toMatch(/lerpack/i)
})
