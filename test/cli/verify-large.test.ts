import { createHash } from "node:crypto"
import { readFileSync, truncateSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { utf8 } from "../../src/base/bytes.ts"
import { memorySource } from "../../src/base/source.ts"
import { writeZip } from "../../src/node/zip.ts"
import { planPacket } from "../../src/packet/assemble/plan.ts"
import { lerpack, scratch } from "./run.ts"

/** A large ZIP is hashed by a second thread; the verdict is the same, whatever is wrong with it. */

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
