import { describe, expect, test } from "vitest"
import { fromUtf8, utf8 } from "../../../src/base/bytes.ts"
import { sha256Hex } from "../../../src/base/digest.ts"
import { PacketError } from "../../../src/base/issue.ts"
import { memorySource } from "../../../src/base/source.ts"
import { type PacketInput, planPacket } from "../../../src/packet/assemble/plan.ts"
import { signPacket } from "../../../src/packet/assemble/sign.ts"
import { ed25519Blob, printPublicKeyLine } from "../../../src/packet/signature/public-key.ts"
import { NAMESPACE } from "../../../src/packet/signature/sshsig.ts"
import { tool } from "../../tool.ts"
import {
    archive,
    draft,
    inFolder,
    inMemory,
    layerFile,
    officer,
    run,
    submission,
    victim,
    victimKey,
    zipOf,
} from "./sample.ts"

async function codesOf(promise: Promise<unknown>): Promise<string[]> {
    try {
        await promise
        return []
    } catch (error) {
        if (!(error instanceof PacketError)) throw error
        return error.issues.map((i) => `${i.code} ${i.path.join("/")}`.trim())
    }
}

test("tag files come first, then the payload by bytes", async () => {
    expect((await draft()).files.map(({ path }) => path)).toEqual([
        "bagit.txt",
        "bag-info.txt",
        "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
        "signature-1.sig",
        "data/case.json",
        "data/documents/01-statement.pdf",
        "data/evidence/E001.jpg",
        "data/index.json",
    ])
})

test("the index says of each file what it is, and nothing twice", async () => {
    const files = await inMemory(await draft())
    const index: unknown = JSON.parse(fromUtf8(files.get("data/index.json") ?? new Uint8Array(0)) ?? "")
    expect(index).toEqual({
        kind: "draft",
        format: "1.0",
        ref: "CASE-2026-001",
        createdAt: "2026-11-01T09:00:00+08:00",
        signingKey: victim.fingerprint,
        tool: "lerpack 0.1.0",
        files: [
            { path: "data/case.json", role: "case", size: 3 },
            { path: "data/documents/01-statement.pdf", role: "document", size: 20 },
            {
                path: "data/evidence/E001.jpg",
                role: "evidence",
                size: 9,
                mediaType: "image/jpeg",
                originalName: "微信图片 (1).jpg",
            },
        ],
    })
})

test("the same input gives the same bytes, in whatever order the files are given", async () => {
    const input: PacketInput = {
        kind: "draft",
        ref: "CASE-1",
        top: "CASE-1",
        createdAt: "2026-11-01T09:00:00+08:00",
        files: [layerFile("a", "1"), layerFile("b/c", "2"), layerFile("C", "3")],
        signer: victim,
    }
    const once = await zipOf(await planPacket(input))
    expect(await zipOf(await planPacket({ ...input, files: [...input.files].reverse() }))).toEqual(once)
})

test("the check code is the start of the manifest's hash", async () => {
    const packet = await draft()
    const manifest = (await inMemory(packet)).get("manifest-sha256.txt") ?? new Uint8Array(0)
    expect(packet.manifestSha256).toBe(sha256Hex(manifest))
    expect(packet.checkCode.replaceAll(" ", "")).toBe(packet.manifestSha256.slice(0, 32))
})

test("a submission names no program, anywhere", async () => {
    for (const [path, bytes] of await inMemory(await submission())) {
        // The signature's namespace is the one exception, by design.
        if (!path.startsWith("signature-")) expect(fromUtf8(bytes)?.toLowerCase(), path).not.toContain("lerpack")
        expect(path).not.toContain("lerpack")
    }
})

test("an archive keeps the draft byte for byte and adds its own layer", async () => {
    const first = await draft()
    const before = await inMemory(first)
    const after = await inMemory(await archive(first))
    for (const [path, bytes] of before) {
        if (path.startsWith("data/")) expect(after.get(path), path).toEqual(bytes)
    }
    expect(after.get("data/prior/1/manifest-sha256.txt")).toEqual(before.get("manifest-sha256.txt"))
    expect(after.get("data/prior/1/signature-1.sig")).toEqual(before.get("signature-1.sig"))
    expect([...after.keys()].filter((path) => path.startsWith("data/layer-2/"))).toEqual([
        "data/layer-2/index.json",
        "data/layer-2/legal/L01.pdf",
        "data/layer-2/request.json",
        "data/layer-2/sent/01-Request-CASE-2026-001.pdf",
    ])
})

test("the next officer adds prior/2 and layer-3", async () => {
    const third = await archive(await archive(await draft()), null)
    const paths = third.files.map(({ path }) => path)
    expect(paths).toContain("data/prior/2/manifest-sha256.txt")
    expect(paths).toContain("data/layer-3/index.json")
    expect(paths).toContain("data/prior/1/signature-1.sig")
})

describe("refused", () => {
    test("an earlier packet that changed since it was verified, each file by name", async () => {
        const first = await draft()
        const files = first.files.map((file) =>
            file.path.startsWith("data/evidence") ? { ...file, source: memorySource(utf8("other")) } : file,
        )
        const changed = { ...first, files: files.filter(({ path }) => path !== "data/case.json") }
        expect(await codesOf(archive(changed))).toEqual([
            "packet.prior.changed data/evidence/E001.jpg",
            "packet.prior.changed data/case.json",
        ])
    })
    test("a key that signed an earlier layer, the one before or one further back", async () => {
        const first = await draft()
        const path = "data/prior/1/signature-1.sig"
        expect(await codesOf(archive(first, victim))).toEqual([`packet.signer.earlier-layer ${path}`])
        expect(await codesOf(archive(await archive(first), victim))).toEqual([`packet.signer.earlier-layer ${path}`])
        expect(await codesOf(signPacket(await archive(first, null), victim))).toEqual([
            `packet.signer.earlier-layer ${path}`,
        ])
    })
    test("no key but that of the first layer: an officer who adds a second layer signs it with the same key", async () => {
        const third = await archive(await archive(await draft(), officer), officer)
        expect(third.files.map(({ path }) => path)).toContain("signature-1.sig")
    })
    test("unsafe and colliding paths, all at once", async () => {
        const files = [layerFile("a b", ""), layerFile("x", ""), layerFile("X", "")]
        const input = { kind: "draft", ref: "CASE-1", top: "CASE-1", createdAt: "2026-11-01T09:00:00Z", files } as const
        expect(await codesOf(planPacket(input))).toEqual([
            "manifest.path.unsafe data/a b",
            "manifest.path.collision data/X",
        ])
    })
    test("more bytes than a ZIP holds", async () => {
        const huge = { ...layerFile("a", ""), source: { size: 5e9, read: () => Promise.reject(new Error("unread")) } }
        const input = {
            kind: "draft",
            ref: "CASE-1",
            top: "CASE-1",
            createdAt: "2026-11-01T09:00:00Z",
            files: [huge],
        } as const
        expect(await codesOf(planPacket(input))).toEqual(["packet.size.bytes"])
    })
    test.each<[string, Partial<PacketInput>]>([
        ["a tool name in a submission", { kind: "submission", tool: "lerpack 0.1.0" }],
        ["a time without a zone", { createdAt: "2026-11-01T09:00:00" }],
        ["a top with a slash", { top: "a/b" }],
        ["a reference in small letters", { ref: "case" }],
        ["a file in another layer's place", { files: [layerFile("prior/1/x", "")] }],
        ["an index of its own", { files: [layerFile("index.json", "")] }],
        ["an archive without a prior", { kind: "archive" }],
    ])("%s, as a fault of the program", async (_, part) => {
        const input: PacketInput = {
            kind: "draft",
            ref: "CASE-1",
            top: "CASE-1",
            createdAt: "2026-11-01T09:00:00Z",
            files: [],
        }
        await expect(planPacket({ ...input, ...part })).rejects.toThrow(RangeError)
    })
})

describe("a later signature", () => {
    test("changes no file, takes the next number and keeps the check code", async () => {
        const first = await draft()
        const signed = await signPacket(first, officer)
        expect(signed.checkCode).toBe(first.checkCode)
        const added = signed.files.filter(({ path }) => !first.files.some((file) => file.path === path))
        expect(added.map(({ path }) => path)).toEqual(["signature-2.sig"])
        expect((await signPacket(await draft(null), victim)).files.map(({ path }) => path)).toContain("signature-1.sig")
    })
    test("beyond the two digits of its number is refused", async () => {
        const first = await draft()
        const source = memorySource(utf8("x"))
        const full = { ...first, files: [...first.files, { path: "signature-99.sig", source }] }
        expect(await codesOf(signPacket(full, officer))).toEqual(["packet.signer.many"])
    })
    test("by the same key is refused", async () => {
        expect(await codesOf(signPacket(await draft(), victim))).toEqual(["packet.signer.already signature-1.sig"])
    })
})

describe("stock tools", () => {
    test.skipIf(!tool("sha256sum"))("sha256sum -c checks both manifests", async () => {
        await inFolder(await inMemory(await archive(await draft())), (folder) => {
            for (const list of ["manifest-sha256.txt", "tagmanifest-sha256.txt"])
                expect(run(folder, "sha256sum", ["-c", "--strict", "--quiet", list])).toEqual({ status: 0, output: "" })
        })
    })
    test.skipIf(!tool("ssh-keygen"))("ssh-keygen -Y verify checks the signature over the manifest", async () => {
        const files = await inMemory(await draft())
        files.set("signers", utf8(`victim ${printPublicKeyLine(ed25519Blob(victimKey.publicKey), "")}`))
        await inFolder(files, (folder) => {
            const args = ["-Y", "verify", "-f", "signers", "-I", "victim", "-n", NAMESPACE, "-s", "signature-1.sig"]
            expect(run(folder, "ssh-keygen", args, files.get("manifest-sha256.txt"))).toMatchObject({ status: 0 })
        })
    })
})
