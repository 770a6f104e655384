import { utf8 } from "../../../src/base/bytes.ts"
import { printJson } from "../../../src/base/canonical-json.ts"
import { sha256Hex } from "../../../src/base/digest.ts"
import { planPacket } from "../../../src/packet/assemble/plan.ts"
import { type Bytes, draftFiles, inMemory, layerFile, victim } from "../../packet/assemble/sample.ts"
import { type Case, error, note, UNKNOWN, warning } from "./case.ts"
import { editIndex, reseal } from "./tamper.ts"

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
        name: "record-label-twice",
        proves: "a file is described once",
        zh: "电子数据清单里同一个文件列了两次",
        finds: [error("verify.evidence.form", "data/evidence.json", "items", 1, "entry", "label"), UNKNOWN],
        make: async () =>
            await recorded([
                { label, entry, masked },
                { label, entry },
            ]),
    },
    {
        name: "record-label-of-another",
        proves: "what describes a file is of that file",
        zh: "电子数据清单的说明写在另一个文件上",
        finds: [error("verify.evidence.form", "data/evidence.json", "items", 0, "entry", "label"), UNKNOWN],
        make: async () => await recorded([{ label: "E002", entry }]),
    },
    {
        name: "record-masked-of-another",
        proves: "a masked copy is that of its own picture",
        zh: "遮盖件的编号不是原图的",
        finds: [error("verify.evidence.form", "data/evidence.json", "items", 0, "masked", "label"), UNKNOWN],
        make: async () => await recorded([{ label, entry, masked: { ...masked, label: "E001" } }]),
    },
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
    {
        name: "case-other-members",
        proves: "members that are called like parts of a program are members like any other",
        zh: "案件记录里有名为 __proto__、constructor 的项",
        verdict: "intact-signed-unknown",
        finds: [UNKNOWN],
        make: async () =>
            await recordedAs(RECORD, '{\n  "__proto__": {\n    "ref": "OTHER-REF"\n  },\n  "constructor": null\n}\n'),
    },
    ...[
        ["null", "null"],
        ["list", "[]"],
        ["text", '"case"'],
    ].map(
        ([name = "", text = ""]): Case => ({
            name: `case-${name}`,
            proves: "facts are a record with members, or the packet has none",
            zh: `案件记录只写了 ${text}`,
            finds: [error("verify.record.form", "data/case.json"), UNKNOWN],
            make: async () => await recordedAs(RECORD, `${text}\n`),
        }),
    ),
    {
        name: "record-null",
        proves: "a record of nothing is no record",
        zh: "电子数据清单只写了 null",
        finds: [error("verify.evidence.form", "data/evidence.json", "items"), UNKNOWN],
        make: async () => await recordedAs("null\n"),
    },
    {
        name: "record-items-no-list",
        proves: "the files are a list",
        zh: "电子数据清单的各项不是列表",
        finds: [error("verify.evidence.form", "data/evidence.json", "items"), UNKNOWN],
        make: async () => await recordedAs(printJson({ items: { 0: { label, entry, masked } } })),
    },
    {
        name: "record-item-null",
        proves: "an item that claims nothing is held against no file",
        zh: "电子数据清单里有一项是 null",
        finds: [error("verify.evidence.form", "data/evidence.json", "items", 1, "entry"), UNKNOWN],
        make: async () => await recordedAs(printJson({ items: [{ label, entry, masked }, null] })),
    },
    {
        name: "record-hash-null",
        proves: "a claim without a hash is none",
        zh: "电子数据清单里有一项没有校验值",
        finds: [error("verify.evidence.form", "data/evidence.json", "items", 0, "entry", "sha256"), UNKNOWN],
        make: async () => await recorded([{ label, entry: { ...entry, sha256: null }, masked }]),
    },
    {
        name: "record-copy-null",
        proves: "the same holds for a masked copy",
        zh: "遮盖副本写成 null",
        finds: [error("verify.evidence.form", "data/evidence.json", "items", 0, "masked"), UNKNOWN],
        make: async () => await recorded([{ label, entry, masked: null }]),
    },
    {
        name: "record-handed-over-otherwise",
        proves: "there is one way in which a file is not in the packet",
        zh: "移交方式写成规定以外的词，借此不放文件",
        finds: [error("verify.evidence.form", "data/evidence.json", "items", 1, "handedOver"), UNKNOWN],
        make: async () =>
            await recorded([
                { label, entry, masked },
                { ...record("E002", "a film"), handedOver: "by post" },
            ]),
    },
    {
        name: "record-unknown-members",
        proves: "what a later version may have added is pointed at, at its first place, and is no damage",
        zh: "电子数据清单有不认识的项：提示，不算损坏",
        verdict: "intact-signed-unknown",
        finds: [
            warning("verify.evidence.unknown", "data/evidence.json", "remark"),
            warning("verify.evidence.unknown", "data/evidence.json", "items", 0, "__proto__"),
            warning("verify.evidence.unknown", "data/evidence.json", "items", 0, "entry", "weight"),
            note("verify.evidence.separate", "data/evidence.json"),
            UNKNOWN,
        ],
        make: async () => {
            const odd = JSON.parse('{"__proto__": {"entry": null}}') as object
            const item = Object.fromEntries(
                Object.entries({ label, entry: { ...entry, weight: 1 }, masked }).concat(Object.entries(odd)),
            )
            const elsewhere = { label: "E002", entry: { ...entry, label: "E002", weight: 2 }, handedOver: "separately" }
            return await recordedAs(printJson({ items: [item, elsewhere], remark: "x".repeat(100_000) }))
        },
    },
    {
        name: "record-nested-deeply",
        proves: "brackets without end are refused in the record of the evidence too",
        zh: "电子数据清单有二十万层括号",
        finds: [error("verify.record.form", "data/evidence.json"), UNKNOWN],
        make: async () => await recordedAs("[".repeat(200_000) + "]".repeat(200_000)),
    },
    {
        name: "record-not-utf8",
        proves: "a text that is no UTF-8 is not read as something else",
        zh: "电子数据清单不是 UTF-8",
        finds: [error("verify.record.form", "data/evidence.json"), UNKNOWN],
        make: async () => {
            const files = await recordedAs(RECORD)
            const gbk = Uint8Array.from([
                ...utf8('{\n  "items": [],\n  "x": "'),
                0xd6,
                0xa4,
                0xbe,
                0xdd,
                ...utf8('"\n}\n'),
            ])
            const changed = new Map(files).set("data/evidence.json", gbk)
            return await reseal(sized(changed, "data/evidence.json", gbk.length), victim)
        },
    },
]

/** Says the new size of a file in the index. */
function sized(files: Bytes, path: string, size: number): Bytes {
    const index = JSON.parse(new TextDecoder().decode(files.get("data/index.json"))) as { files: { path: string }[] }
    const list = index.files.map((file) => (file.path === path ? { ...file, size } : file))
    return editIndex(files, "data/index.json", { files: list })
}
