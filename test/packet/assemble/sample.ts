import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { utf8 } from "../../../src/base/bytes.ts"
import { portableSha256 } from "../../../src/base/digest.ts"
import { memorySource, readAll } from "../../../src/base/source.ts"
import { writeStoreZip } from "../../../src/base/zip/write.ts"
import { type Packet, type PacketFile, zipFiles } from "../../../src/packet/assemble/packet.ts"
import { type LayerFile, planPacket } from "../../../src/packet/assemble/plan.ts"
import { createKey } from "../../../src/packet/signature/private-key.ts"
import { ed25519Signer } from "../../../src/packet/signature/signer.ts"
import type { VerifyInput } from "../../../src/packet/verify/contents.ts"
import { type VerifyOptions, verifyPacket } from "../../../src/packet/verify/verify.ts"

/** Invented packets for the tests of packet, verify and the conformance cases. Keys come from fixed seeds. */

export const victimKey = createKey(new Uint8Array(32).fill(1), "victim")
export const officerKey = createKey(new Uint8Array(32).fill(2), "officer")
export const thirdKey = createKey(new Uint8Array(32).fill(3), "third")
export const victim = ed25519Signer(victimKey)
export const officer = ed25519Signer(officerKey)
export const third = ed25519Signer(thirdKey)
export const NOW = "2026-11-21T12:00:00Z"

export function layerFile(path: string, text: string, role = "document"): LayerFile {
    return { path, source: memorySource(utf8(text)), role }
}

export const draftFiles: readonly LayerFile[] = [
    {
        ...layerFile("evidence/E001.jpg", "a picture", "evidence"),
        originalName: "微信图片 (1).jpg",
        mediaType: "image/jpeg",
    },
    layerFile("case.json", "{}\n", "case"),
    layerFile("documents/01-statement.pdf", "%PDF-1.7 a statement"),
]

/** A draft, signed by the victim unless told otherwise. */
export function draft(signer: typeof victim | null = victim): Promise<Packet> {
    return planPacket({
        kind: "draft",
        ref: "CASE-2026-001",
        top: "CASE-2026-001",
        createdAt: "2026-11-01T09:00:00+08:00",
        tool: "lerpack 0.1.0",
        files: draftFiles,
        ...(signer === null ? {} : { signer }),
    })
}

/** An archive over a packet, signed by the officer unless told otherwise. */
export function archive(
    prior: Packet,
    signer: typeof victim | null = officer,
    createdAt = "2026-11-10T10:30:00+08:00",
) {
    const layers = prior.files.filter(({ path }) => /^data\/prior\/\d+\/manifest-/.test(path)).length + 2
    return planPacket({
        kind: "archive",
        ref: "CASE-2026-001",
        top: `CASE-2026-001-archive${layers === 2 ? "" : `-${String(layers)}`}`,
        createdAt,
        tool: "lerpack 0.1.0",
        files: [
            layerFile("request.json", "{}\n", "request"),
            layerFile("legal/L01.pdf", "%PDF-1.7 an instrument", "legal"),
            layerFile("sent/01-Request-CASE-2026-001.pdf", "%PDF-1.7 a request", "sent"),
        ],
        prior: prior.files,
        setAside: ["fact-7"],
        ...(signer === null ? {} : { signer }),
    })
}

/** What leaves for a recipient. */
export function submission(): Promise<Packet> {
    return planPacket({
        kind: "submission",
        ref: "CASE-2026-001",
        top: "CASE-2026-001-submission",
        createdAt: "2026-11-10T10:30:00+08:00",
        files: [
            layerFile("01-Request-CASE-2026-001.pdf", "%PDF-1.7 a request"),
            layerFile("02-Identifiers-CASE-2026-001.xlsx", "PK a table"),
        ],
        signer: officer,
    })
}

export type Bytes = Map<string, Uint8Array>

/** A packet's files in memory, to be tampered with. */
export async function inMemory(packet: { readonly files: readonly PacketFile[] }): Promise<Bytes> {
    const files: Bytes = new Map()
    for (const { path, source } of packet.files) files.set(path, await readAll(source))
    return files
}

export async function zipOf(packet: Packet): Promise<Uint8Array> {
    const files = []
    for (const { name, source } of zipFiles(packet)) files.push({ name, bytes: await readAll(source) })
    return writeStoreZip(files)
}

export function zipInput(bytes: Uint8Array): VerifyInput {
    return { kind: "zip", source: memorySource(bytes) }
}
export function folderInput(files: Bytes): VerifyInput {
    return { kind: "folder", files: [...files].map(([path, bytes]) => ({ path, source: memorySource(bytes) })) }
}

export function judge(input: VerifyInput, options: Partial<VerifyOptions> = {}) {
    return verifyPacket(input, { now: NOW, newHasher: portableSha256, ...options })
}

/** Codes of a report by severity, each once, sorted. */
export function codes(report: Awaited<ReturnType<typeof judge>>, severity = "error"): string[] {
    return [...new Set(report.issues.filter((i) => i.severity === severity).map((i) => i.code))].sort()
}

/** Writes files into a new folder, gives it to the callback and removes it. */
export async function inFolder<T>(files: Bytes, use: (folder: string) => T | Promise<T>): Promise<T> {
    const folder = mkdtempSync(join(tmpdir(), "lerpack-test-"))
    try {
        for (const [path, bytes] of files) {
            mkdirSync(dirname(join(folder, path)), { recursive: true })
            writeFileSync(join(folder, path), bytes)
        }
        return await use(folder)
    } finally {
        rmSync(folder, { recursive: true })
    }
}

/** Runs a program in a folder; status and both outputs. */
export function run(folder: string, command: string, args: readonly string[], input?: Uint8Array) {
    const { status, stdout, stderr } = spawnSync(command, args, {
        cwd: folder,
        encoding: "utf8",
        ...(input === undefined ? {} : { input }),
    })
    return { status, output: stdout + stderr }
}
