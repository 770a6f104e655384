import { utf8 } from "../../../src/base/bytes.ts"
import { printJson } from "../../../src/base/canonical-json.ts"
import { sha256Hex } from "../../../src/base/digest.ts"
import { planPacket } from "../../../src/packet/assemble/plan.ts"
import { type Bytes, draftFiles, inMemory, layerFile, victim } from "../../packet/assemble/sample.ts"
import type { Case } from "./case.ts"

/** What the record of the evidence claims, in packets whose lists, counts and signature are all right. */

interface Entry {
    readonly label: string
    readonly folder: string
    readonly originalName: string
    readonly sizeBytes: number
    readonly sha256: string
}

/** A true item of the record for a file of that content. */
export function record(label: string, content: string): { readonly label: string; readonly entry: Entry } {
    const bytes = utf8(content)
    const entry = { folder: "evidence", originalName: "图.jpg", sizeBytes: bytes.length, sha256: sha256Hex(bytes) }
    return { label, entry: { label, ...entry } }
}

/** A signed draft with E001, its masked copy, and this record. */
export async function recorded(items: readonly object[]): Promise<Bytes> {
    const packet = await planPacket({
        kind: "draft",
        ref: "CASE-2026-001",
        top: "CASE-2026-001",
        createdAt: "2026-11-01T09:00:00+08:00",
        tool: "lerpack 0.1.0",
        files: [
            ...draftFiles,
            layerFile("evidence/E001-m.jpg", "a masked picture", "masked-copy"),
            layerFile("evidence.json", printJson({ items }), "evidence-descriptions"),
        ],
        signer: victim,
    })
    return await inMemory(packet)
}

const { label, entry } = record("E001", "a picture")
const masked = record("E001-m", "a masked picture").entry

export const evidenceCases: readonly Case[] = [
    {
        name: "record-other-hash",
        proves: "a hash that the record claims is the file's",
        codes: ["verify.evidence.differs"],
        make: async () => await recorded([{ label, entry: { ...entry, sha256: "0".repeat(64) }, masked }]),
    },
    {
        name: "record-other-size",
        proves: "a size that the record claims is the file's",
        codes: ["verify.evidence.differs"],
        make: async () => await recorded([{ label, entry: { ...entry, sizeBytes: 7 }, masked }]),
    },
    {
        name: "record-other-masked-copy",
        proves: "the same holds for a masked copy",
        codes: ["verify.evidence.differs"],
        make: async () => await recorded([{ label, entry, masked: { ...masked, sha256: entry.sha256 } }]),
    },
    {
        name: "record-of-no-file",
        proves: "the record names no file that the packet lacks, unless it lies on a disc of its own",
        codes: ["verify.evidence.no-file"],
        make: async () => await recorded([{ label, entry, masked }, record("E002", "a film")]),
    },
]
