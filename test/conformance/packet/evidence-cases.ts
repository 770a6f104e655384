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
    return await recordedAs(printJson({ items }))
}

/** The same with this text as record, and with another text as record of the case. */
async function recordedAs(text: string, facts = "{}\n"): Promise<Bytes> {
    const packet = await planPacket({
        kind: "draft",
        ref: "CASE-2026-001",
        top: "CASE-2026-001",
        createdAt: "2026-11-01T09:00:00+08:00",
        tool: "lerpack 0.1.0",
        files: [
            ...draftFiles.map((one) => (one.path === "case.json" ? layerFile("case.json", facts, "case") : one)),
            layerFile("evidence/E001-m.jpg", "a masked picture", "masked-copy"),
            layerFile("evidence.json", text, "evidence-descriptions"),
        ],
        signer: victim,
    })
    return await inMemory(packet)
}

const { label, entry } = record("E001", "a picture")
const masked = record("E001-m", "a masked picture").entry
const RECORD = printJson({ items: [{ label, entry, masked }] })

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
    {
        name: "record-member-twice",
        proves: "no two programs read two contents in the record of the evidence",
        codes: ["verify.record.form"],
        make: async () =>
            await recordedAs(printJson({ items: [{ label, entry, masked }] }).replace("{", '{\n  "items": [],')),
    },
    {
        name: "case-member-twice",
        proves: "nor in the record of the case",
        codes: ["verify.record.form"],
        make: async () => await recordedAs(RECORD, '{\n  "ref": "AAAA-1",\n  "ref": "CASE-2026-001"\n}\n'),
    },
    {
        name: "case-nested-deeply",
        proves: "brackets without end are refused, whatever reads them",
        codes: ["verify.record.form"],
        make: async () => await recordedAs(RECORD, "[".repeat(200_000) + "]".repeat(200_000)),
    },
    {
        name: "case-other-reference",
        proves: "the facts name the reference of the packet",
        codes: ["verify.ref.differs"],
        make: async () => await recordedAs(RECORD, printJson({ ref: "OTHER-REF" })),
    },
]
