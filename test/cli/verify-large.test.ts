import { createHash } from "node:crypto"
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, test } from "vitest"
import { utf8 } from "../../src/base/bytes.ts"
import type { Stretch } from "../../src/base/digest.ts"
import { memorySource, readAll } from "../../src/base/source.ts"
import { readStoreZip } from "../../src/base/zip/read.ts"
import { nodeHost } from "../../src/node/host.ts"
import { writeZip } from "../../src/node/zip.ts"
import type { Packet } from "../../src/packet/assemble/packet.ts"
import { planPacket } from "../../src/packet/assemble/plan.ts"
import { type VerifyOptions, verifyPacket } from "../../src/packet/verify/verify.ts"
import { lerpack, scratch } from "./run.ts"

/** A second thread hashes a large ZIP, and large files of a folder; the verdict is the same, whatever is wrong with it. */

/** A draft with recordings of so many megabytes; the n-th consists of bytes 7 + n. */
async function draft(megabytes: readonly number[]): Promise<Packet> {
    const facts = { path: "case.json", source: memorySource(utf8("{}\n")), role: "case" }
    const files = megabytes.map((size, n) => ({
        path: `evidence/E00${String(n + 1)}.mp4`,
        source: memorySource(new Uint8Array(size << 20).fill(7 + n)),
        role: "evidence",
    }))
    const input = { kind: "draft", ref: "LX-0001", top: "LX-0001", createdAt: "2026-11-12T10:00:00+08:00" } as const
    return await planPacket({ ...input, files: [facts, ...files] })
}

async function large(...megabytes: number[]): Promise<string> {
    const path = join(scratch(), "DRAFT-LX-0001.zip")
    await writeZip(await draft(megabytes), path)
    return path
}

const sha256 = (of: Uint8Array) => createHash("sha256").update(of).digest("hex")

const verdict = (path: string) => {
    const { status, stdout } = lerpack(["verify", path, "--json"])
    const { zipSha256, verdict, files, issues } = JSON.parse(stdout) as {
        readonly zipSha256: string | null
        readonly verdict: string
        readonly files: { readonly changed: readonly string[] }
        readonly issues: readonly { readonly code: string; readonly path: readonly string[] }[]
    }
    const crc = issues.filter(({ code }) => code === "zip.entry.crc").flatMap(({ path }) => path)
    return { status, zipSha256, verdict, changed: files.changed, crc }
}

test("a ZIP of 40 MB: its hash, a changed byte, a cut end", async () => {
    const path = await large(40)
    const bytes = readFileSync(path)
    expect(verdict(path)).toEqual({
        status: 0,
        zipSha256: sha256(bytes),
        verdict: "intact-unsigned",
        changed: [],
        crc: [],
    })
    bytes[20 << 20] = 8
    writeFileSync(path, bytes)
    expect(verdict(path)).toMatchObject({
        status: 1,
        zipSha256: sha256(bytes),
        verdict: "broken",
        changed: ["data/evidence/E001.mp4"],
        crc: ["LX-0001/data/evidence/E001.mp4"],
    })
    truncateSync(path, 35 << 20)
    // What is no ZIP of ours is not read to its end.
    expect(verdict(path)).toMatchObject({ status: 1, zipSha256: null, verdict: "refused" })
})

test("a ZIP with recordings of 33, 32 and 34 MB: a changed byte and a changed CRC-32 of each", async () => {
    const path = await large(33, 32, 34)
    const bytes = readFileSync(path)
    expect(verdict(path)).toMatchObject({ status: 0, zipSha256: sha256(bytes), changed: [], crc: [] })
    const zip = await readStoreZip(memorySource(bytes))
    const recordings = zip.ok ? zip.entries.filter(({ size }) => size >= 32 << 20) : []
    expect(recordings).toHaveLength(3)
    for (const { name, at, size, crc } of recordings) {
        const faulty = [name]
        const changed = [name.replace("LX-0001/", "")]
        const spoilt = Buffer.from(bytes)
        spoilt[at + size - 1] = 99
        writeFileSync(path, spoilt)
        expect(verdict(path)).toMatchObject({ status: 1, zipSha256: sha256(spoilt), changed, crc: faulty })
        // Both headers state another CRC-32: unpacking programs refuse the file, though its content is as listed.
        const stated = Buffer.alloc(4)
        stated.writeUInt32LE(crc)
        const restated = Buffer.from(bytes)
        for (let found = restated.indexOf(stated); found >= 0; found = restated.indexOf(stated))
            restated.writeUInt32LE((crc ^ 1) >>> 0, found)
        writeFileSync(path, restated)
        expect(verdict(path)).toMatchObject({ status: 1, verdict: "broken", changed: [], crc: faulty })
    }
})

test("what a second thread should have reckoned is reckoned here where it fails, and believed where it does not", async () => {
    const bytes = readFileSync(await large(32, 33, 34))
    const judge = async (hashZip: VerifyOptions["hashZip"]) => {
        const { sha256: newHasher, crc32 } = nodeHost()
        if (crc32 === undefined || hashZip === undefined) throw new Error("no fast CRC-32")
        const options = { now: "2026-11-13T00:00:00Z", newHasher, crc32, hashZip }
        const report = await verifyPacket({ kind: "zip", source: memorySource(bytes) }, options)
        return [report.zipSha256, report.issues.map(({ code, path }) => [code, ...path])]
    }
    const asked: (readonly Stretch[])[] = []
    const fails = await judge((stretches) => {
        asked.push(stretches)
        return Promise.resolve(undefined)
    })
    expect(fails).toEqual([sha256(bytes), []])
    expect(asked.map((stretches) => stretches.map(({ size }) => size >> 20))).toEqual([[34]])
    const wrong = await judge(() => Promise.resolve({ sha256: "0".repeat(64), crc32: [1] }))
    expect(wrong).toEqual(["0".repeat(64), [["zip.entry.crc", "LX-0001/data/evidence/E003.mp4"]]])
})

test("a folder with three files of 34 MB: as it was, then each of them changed, cut or gone", async () => {
    const packet = await draft([34, 34, 34])
    const folder = scratch()
    for (const { path, source } of packet.files) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), await readAll(source))
    }
    expect(verdict(folder)).toEqual({ status: 0, zipSha256: null, verdict: "intact-unsigned", changed: [], crc: [] })
    for (const name of ["E001.mp4", "E002.mp4", "E003.mp4"]) {
        const path = join(folder, "data/evidence", name)
        const whole = readFileSync(path)
        const other = Buffer.from(whole)
        other[other.length - 1] = 99
        writeFileSync(path, other)
        expect(verdict(folder)).toMatchObject({ status: 1, verdict: "broken", changed: [`data/evidence/${name}`] })
        truncateSync(path, 33 << 20)
        expect(verdict(folder)).toMatchObject({ status: 1, verdict: "broken", changed: [`data/evidence/${name}`] })
        writeFileSync(path, whole)
    }
})
