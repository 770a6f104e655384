import { createHash } from "node:crypto"
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, test } from "vitest"
import { utf8 } from "../../src/base/bytes.ts"
import { memorySource, readAll } from "../../src/base/source.ts"
import { writeZip } from "../../src/node/zip.ts"
import { planPacket } from "../../src/packet/assemble/plan.ts"
import { lerpack, scratch } from "./run.ts"

/** A second thread hashes a large ZIP, and large files of a folder; the verdict is the same, whatever is wrong with it. */

async function large(): Promise<string> {
    const path = join(scratch(), "DRAFT-LX-0001.zip")
    const facts = { path: "case.json", source: memorySource(utf8("{}\n")), role: "case" }
    const file = { path: "evidence/E001.mp4", source: memorySource(new Uint8Array(40 << 20).fill(7)), role: "evidence" }
    const input = { kind: "draft", ref: "LX-0001", top: "LX-0001", createdAt: "2026-11-12T10:00:00+08:00" } as const
    await writeZip(await planPacket({ ...input, files: [facts, file] }), path)
    return path
}

const verdict = (path: string) => {
    const { status, stdout } = lerpack(["verify", path, "--json"])
    const { zipSha256, verdict, files } = JSON.parse(stdout) as {
        readonly zipSha256: string | null
        readonly verdict: string
        readonly files: { readonly changed: readonly string[] }
    }
    return { status, zipSha256, verdict, changed: files.changed }
}

test("a ZIP of 40 MB: its hash, a changed byte, a cut end", async () => {
    const path = await large()
    const bytes = readFileSync(path)
    const sha256 = (of: Uint8Array) => createHash("sha256").update(of).digest("hex")
    expect(verdict(path)).toEqual({ status: 0, zipSha256: sha256(bytes), verdict: "intact-unsigned", changed: [] })
    bytes[20 << 20] = 8
    writeFileSync(path, bytes)
    expect(verdict(path)).toMatchObject({
        status: 1,
        zipSha256: sha256(bytes),
        verdict: "broken",
        changed: ["data/evidence/E001.mp4"],
    })
    truncateSync(path, 35 << 20)
    // What is no ZIP of ours is not read to its end.
    expect(verdict(path)).toMatchObject({ status: 1, zipSha256: null, verdict: "refused" })
})

test("a folder with three files of 34 MB: as it was, then each of them changed, cut or gone", async () => {
    const names = ["E001.mp4", "E002.mp4", "E003.mp4"]
    const bytes = (n: number) => new Uint8Array(34 << 20).fill(n)
    const files = names.map((name, n) => ({
        path: `evidence/${name}`,
        source: memorySource(bytes(n)),
        role: "evidence",
    }))
    const facts = { path: "case.json", source: memorySource(utf8("{}\n")), role: "case" }
    const input = { kind: "draft", ref: "LX-0001", top: "LX-0001", createdAt: "2026-11-12T10:00:00+08:00" } as const
    const packet = await planPacket({ ...input, files: [facts, ...files] })
    const folder = scratch()
    for (const { path, source } of packet.files) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), await readAll(source))
    }
    expect(verdict(folder)).toEqual({ status: 0, zipSha256: null, verdict: "intact-unsigned", changed: [] })
    for (const [n, name] of names.entries()) {
        const path = join(folder, "data/evidence", name)
        const other = bytes(n)
        other[other.length - 1] = 99
        writeFileSync(path, other)
        expect(verdict(folder)).toMatchObject({ status: 1, verdict: "broken", changed: [`data/evidence/${name}`] })
        truncateSync(path, 33 << 20)
        expect(verdict(folder)).toMatchObject({ status: 1, verdict: "broken", changed: [`data/evidence/${name}`] })
        writeFileSync(path, bytes(n))
    }
})
