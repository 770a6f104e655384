import { utf8 } from "../../../src/base/bytes.ts"
import { printJson } from "../../../src/base/canonical-json.ts"
import { sha256Hex } from "../../../src/base/digest.ts"
import { planPacket } from "../../../src/packet/assemble/plan.ts"
import { type Bytes, draftFiles, inMemory, layerFile, victim } from "../../packet/assemble/sample.ts"
import { type Case, error, UNKNOWN } from "./case.ts"

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
        zh: "电子数据清单写的校验值不是文件的",
        finds: [error("verify.evidence.differs", "data/evidence.json", "items", 0, "entry", "sha256"), UNKNOWN],
        make: async () => await recorded([{ label, entry: { ...entry, sha256: "0".repeat(64) }, masked }]),
    },
    {
        name: "record-other-size",
        proves: "a size that the record claims is the file's",
        zh: "电子数据清单写的大小不是文件的",
        finds: [error("verify.evidence.differs", "data/evidence.json", "items", 0, "entry", "sizeBytes"), UNKNOWN],
        make: async () => await recorded([{ label, entry: { ...entry, sizeBytes: 7 }, masked }]),
    },
    {
        name: "record-other-masked-copy",
        proves: "the same holds for a masked copy",
        zh: "遮盖副本同样要相符",
        finds: [error("verify.evidence.differs", "data/evidence.json", "items", 0, "masked", "sha256"), UNKNOWN],
        make: async () => await recorded([{ label, entry, masked: { ...masked, sha256: entry.sha256 } }]),
    },
    {
        name: "record-of-no-file",
        proves: "the record names no file that the packet lacks, unless it lies on a disc of its own",
        zh: "清单列了包里没有的文件，又未注明另盘移交",
        finds: [error("verify.evidence.no-file", "data/evidence.json", "items", 1, "entry"), UNKNOWN],
        make: async () => await recorded([{ label, entry, masked }, record("E002", "a film")]),
    },
    {
        name: "record-member-twice",
        proves: "no two programs read two contents in the record of the evidence",
        zh: "电子数据清单里同一项写两次",
        finds: [error("verify.record.form", "data/evidence.json"), UNKNOWN],
        make: async () =>
            await recordedAs(printJson({ items: [{ label, entry, masked }] }).replace("{", '{\n  "items": [],')),
    },
    {
        name: "case-member-twice",
        proves: "nor in the record of the case",
        zh: "案件记录里同一项写两次",
        finds: [error("verify.record.form", "data/case.json"), UNKNOWN],
        make: async () => await recordedAs(RECORD, '{\n  "ref": "AAAA-1",\n  "ref": "CASE-2026-001"\n}\n'),
    },
    {
        name: "case-nested-deeply",
        proves: "brackets without end are refused, whatever reads them",
        zh: "二十万层括号，不论由谁来读，拒绝",
        finds: [error("verify.record.form", "data/case.json"), UNKNOWN],
        make: async () => await recordedAs(RECORD, "[".repeat(200_000) + "]".repeat(200_000)),
    },
    {
        name: "case-other-reference",
        proves: "the facts name the reference of the packet",
        zh: "案件记录的编号与材料包不同",
        finds: [error("verify.ref.differs", "data/case.json"), UNKNOWN],
        make: async () => await recordedAs(RECORD, printJson({ ref: "OTHER-REF" })),
    },
]
