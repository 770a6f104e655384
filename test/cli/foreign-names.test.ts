import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { showBytes } from "../../src/base/bytes.ts"
import { gbkReading } from "../../src/base/text/undecodable.ts"
import { nodeHost } from "../../src/node/host.ts"
import { verifyInput } from "../../src/node/read.ts"
import { listPapers } from "../../src/node/read-papers.ts"
import { listEvidence } from "../../src/node/walk.ts"
import { verifyPacket } from "../../src/packet/verify/verify.ts"
import { SMALL_CASE } from "../check.ts"
import { draft, inMemory } from "../packet/assemble/sample.ts"
import { lerpack, scratch } from "./run.ts"

// Names as an older Windows wrote them: GBK, which is no UTF-8.

const GBK = Buffer.from([0xd6, 0xa4, 0xbe, 0xdd, 0x2e, 0x70, 0x6e, 0x67]) // 证据.png
const NEITHER = Buffer.from([0x61, 0xff, 0xfe, 0x2e, 0x70, 0x6e, 0x67])
const inFolder = (folder: string, name: Buffer) => Buffer.concat([Buffer.from(`${folder}/`), name])

test("bytes are shown, and read as GBK where that makes sense", () => {
    expect([showBytes(GBK), gbkReading(GBK)]).toEqual(["\\xD6\\xA4\\xBE\\xDD.png", "证据.png"])
    expect([showBytes(NEITHER), gbkReading(NEITHER)]).toEqual(["a\\xFF\\xFE.png", ""])
    expect(showBytes(inFolder("证据", GBK))).toBe("证据/\\xD6\\xA4\\xBE\\xDD.png")
    expect(showBytes(Buffer.from("/a//b/"))).toBe("/a//b/")
})

test("such a file among the evidence is named by import and check, with the name it had", () => {
    const folder = scratch()
    for (const name of ["evidence", "exports"]) mkdirSync(join(folder, name))
    writeFileSync(join(folder, "case.yaml"), SMALL_CASE)
    writeFileSync(inFolder(join(folder, "evidence"), GBK), "x")
    mkdirSync(inFolder(join(folder, "evidence"), NEITHER))
    writeFileSync(Buffer.concat([inFolder(join(folder, "evidence"), NEITHER), Buffer.from("/图.png")]), "y")
    expect(listEvidence(folder).listing.map(({ originalName }) => originalName)).toEqual([
        "\\xD6\\xA4\\xBE\\xDD.png",
        "a\\xFF\\xFE.png/图.png",
    ])
    for (const command of ["import", "check"]) {
        const { status, stdout, stderr } = lerpack([command, folder])
        expect(status).toBe(1)
        expect(stdout + stderr).toContain("文件名不是 UTF-8 编码，无法读取：\\xD6\\xA4\\xBE\\xDD.png")
        expect(stdout + stderr).toContain("原来的名字可能是“证据.png”")
        expect(stdout + stderr).toContain("a\\xFF\\xFE.png/图.png")
    }
})

test("among the papers of an officer too", async () => {
    const folder = scratch()
    writeFileSync(inFolder(folder, GBK), "x")
    await expect(listPapers(folder, "photos")).rejects.toThrow(
        expect.objectContaining({ issues: [expect.objectContaining({ code: "evidence.name.undecodable" })] }) as Error,
    )
})

test("one that was added to a packet is found", async () => {
    const folder = scratch()
    for (const [path, bytes] of await inMemory(await draft(null))) {
        mkdirSync(join(folder, path, ".."), { recursive: true })
        writeFileSync(join(folder, path), bytes)
    }
    const options = { now: "2026-11-27T12:00:00+08:00", newHasher: nodeHost().sha256 }
    expect((await verifyPacket(verifyInput(folder), options)).verdict).toBe("intact-unsigned")
    writeFileSync(inFolder(join(folder, "data"), GBK), "x")
    const report = await verifyPacket(verifyInput(folder), options)
    expect([report.verdict, report.list.extra]).toEqual(["broken", ["data/\\xD6\\xA4\\xBE\\xDD.png"]])
})
