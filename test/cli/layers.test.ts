import { cpSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, expect, test } from "vitest"
import { ROOT } from "../check.ts"
import { bagFaults, baseDirectory } from "../packet/assemble/rfc8493.ts"
import { tool } from "../tool.ts"
import { INSTRUMENT, PHOTOS, putScan } from "./made.ts"
import { hashes, lerpack, outside, scratch } from "./run.ts"

/** Victim, station, city bureau: three parties, three keys, three layers. */

let home = ""
const officer = join(ROOT, "assets/sample-officer")

function complete(packet: string, out: string, key: string, at: string): void {
    const form = join(home, `${key}.yaml`)
    const text = readFileSync(join(officer, "officer.yaml"), "utf8").replace(/^completedAt:.*$/m, `completedAt: ${at}`)
    writeFileSync(form, text)
    const common = ["complete", packet, "--officer", form, "--photos", PHOTOS, "--legal", INSTRUMENT, "-o", out]
    expect(lerpack(common, { cwd: home }).status).toBe(0)
    const { letterCode } = JSON.parse(readFileSync(join(home, out, "LX-2023-0321-prepared/prepared.json"), "utf8")) as {
        letterCode: string
    }
    writeFileSync(form, `${text}\nletterCode: "${letterCode}"\n`)
    const done = lerpack(
        [
            ...common,
            "--prepared",
            join(out, "LX-2023-0321-prepared"),
            "--sealed",
            putScan(join(home, out, "LX-2023-0321-prepared")),
            "--key",
            key,
        ],
        { cwd: home },
    )
    expect(done.status, done.stderr).toBe(0)
}

beforeAll(() => {
    home = scratch()
    cpSync(join(ROOT, "assets/sample-case"), join(home, "case"), { recursive: true })
    for (const key of ["victim", "station", "bureau"]) lerpack(["keygen", "--out", key], { cwd: home })
    expect(lerpack(["build", "case", "-o", "one", "--key", "victim"], { cwd: home }).status).toBe(0)
    complete("one/DRAFT-LX-2023-0321.zip", "two", "station", "2026-11-25 15:30 +08:00")
    complete("two/LX-2023-0321-archive.zip", "three", "bureau", "2026-12-02 09:00 +08:00")
})

test("the archive of the third party keeps both layers before it, unchanged", () => {
    const judged = lerpack(["verify", "three/LX-2023-0321-archive.zip", "--json"], { cwd: home })
    expect(judged.status).toBe(0)
    const report = JSON.parse(judged.stdout) as {
        kind: string
        layers: { n: number; added: number; missing: number; replaced: number; setAside: number }[]
    }
    expect(report.kind).toBe("archive")
    expect(report.layers.map(({ n, missing, replaced }) => [n, missing, replaced])).toEqual([
        [1, 0, 0],
        [2, 0, 0],
        [3, 0, 0],
    ])
    expect(report.layers[2]?.added).toBeGreaterThan(5)
    expect(
        lerpack(["verify", "three/LX-2023-0321-archive.zip", "--sent", "three/LX-2023-0321-send"], { cwd: home })
            .status,
    ).toBe(0)
})

test("what the second party sent is found under the third layer, file by file", () => {
    const judged = lerpack(["verify", "three/LX-2023-0321-archive.zip", "--sent", "two/LX-2023-0321-send", "--json"], {
        cwd: home,
    })
    expect(judged.status).toBe(0)
    const { issues } = JSON.parse(judged.stdout) as { issues: { code: string; params: { layer: number } }[] }
    const same = issues.filter(({ code }) => code === "verify.sent.same")
    expect(same.length).toBeGreaterThanOrEqual(4)
    expect(same.some(({ params }) => params.layer === 2)).toBe(true)
})

test("the verdict counts each layer and gives the check codes of the earlier ones", () => {
    const code = (path: string) =>
        (JSON.parse(lerpack(["verify", path, "--json"], { cwd: home }).stdout) as { checkCode: string }).checkCode
    const judged = lerpack(["verify", "three/LX-2023-0321-archive.zip"], { cwd: home })
    const last = judged.stdout.split("\n").find((line) => line.startsWith("性质")) ?? ""
    expect(last).toMatch(/共 3 层。第 1 层.*第 2 层.*增加材料 \d+ 个.*第 1 层的清单一致；第 3 层增加材料 \d+ 个/)
    expect(last).toContain(code("one/DRAFT-LX-2023-0321.zip"))
    expect(last).toContain(code("two/LX-2023-0321-archive.zip"))
})

test.skipIf(!tool("unzip"))("it is a bag by every clause of RFC 8493", () => {
    const place = join(home, "bag")
    outside("unzip", ["-q", join(home, "three/LX-2023-0321-archive.zip"), "-d", place])
    expect(bagFaults(baseDirectory(place))).toEqual([])
})

test.skipIf(!tool("unzip"))("every file of the draft lies in it byte for byte", () => {
    for (const [name, zip] of [
        ["d", "one/DRAFT-LX-2023-0321.zip"],
        ["a", "three/LX-2023-0321-archive.zip"],
    ] as const)
        outside("unzip", ["-q", join(home, zip), "-d", join(home, name)])
    const draft = hashes(join(home, "d/LX-2023-0321/data"))
    const archive = hashes(join(home, "a/LX-2023-0321-archive/data"))
    expect(archive).toMatchObject(draft)
    expect(
        Object.keys(archive)
            .filter((path) => !(path in draft))
            .every((path) => /^(?:prior\/[12]|layer-[23])\//.test(path)),
    ).toBe(true)
})
