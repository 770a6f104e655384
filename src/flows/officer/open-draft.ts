import { fromUtf8 } from "../../base/bytes.ts"
import type { Host } from "../../base/host.ts"
import { type Issue, issue, PacketError } from "../../base/issue.ts"
import { type ByteSource, readAll } from "../../base/source.ts"
import { readStoreZip } from "../../base/zip/read.ts"
import type { EvidenceItem } from "../../editions/shared/evidence-item.ts"
import { type LoadedCase, readFacts } from "../../facts/case/load.ts"
import { packetPath } from "../../facts/evidence/lock.ts"
import type { PacketFile } from "../../packet/assemble/packet.ts"
import type { Report } from "../../packet/verify/report.ts"
import { verifyPacket } from "../../packet/verify/verify.ts"

/** A verified draft, or an archive that a further officer takes up, as the officer's half works with it. */
export interface OpenDraft {
    readonly loaded: LoadedCase
    readonly items: readonly EvidenceItem[]
    /** Bytes of the evidence by label. */
    readonly sources: ReadonlyMap<string, ByteSource>
    /** The draft's files relative to its top directory, for the archive's first layer. */
    readonly files: readonly PacketFile[]
    readonly report: Report
    readonly issues: readonly Issue[]
}

/** Verifies a packet and reads the victim's facts, which stand in its first layer. Throws `PacketError` when it is damaged, foreign or no draft. */
export async function openDraft(source: ByteSource, host: Host, now: string): Promise<OpenDraft> {
    const report = await verifyPacket({ kind: "zip", source }, { now, newHasher: host.sha256 })
    const faults = report.issues.filter((found) => found.severity === "error")
    if (faults.length > 0)
        throw new PacketError([
            ...faults,
            issue("request.draft.damaged", [], { codes: [...new Set(faults.map((i) => i.code))].join("、") }),
        ])
    if (report.kind !== "draft" && report.kind !== "archive")
        throw new PacketError([issue("request.draft.kind", [], { found: report.kind ?? "—" })])
    const zip = await readStoreZip(source)
    if (!zip.ok) throw new PacketError(zip.issues)
    const files = zip.entries.map(
        ({ name, source: content }): PacketFile => ({ path: name.slice(name.indexOf("/") + 1), source: content }),
    )
    const reading = readFacts("case.json", await readJson(files, "data/case.json"))
    if (reading.loaded === undefined) throw new PacketError(reading.issues)
    const { items } = (await readJson(files, "data/evidence.json")) as { items: readonly EvidenceItem[] }
    const sources = new Map<string, ByteSource>()
    for (const item of items) {
        const file = files.find(({ path }) => path === `data/${packetPath(item.entry)}`)
        if (file !== undefined) sources.set(item.entry.label, file.source)
        const copy = files.find(({ path }) => item.masked && path === `data/${packetPath(item.masked)}`)
        if (copy !== undefined && item.masked !== undefined) sources.set(item.masked.label, copy.source)
    }
    const unsigned = report.verdict === "intact-unsigned" ? [issue("request.draft.unsigned", [], {}, "note")] : []
    return { loaded: reading.loaded, items, sources, files, report, issues: unsigned }
}

/** JSON of a draft whose manifest holds; still written by somebody else, so a missing or damaged file is an issue. */
async function readJson(files: readonly PacketFile[], path: string): Promise<unknown> {
    const file = files.find((candidate) => candidate.path === path)
    const text = file === undefined ? undefined : fromUtf8(await readAll(file.source))
    try {
        if (text !== undefined) return JSON.parse(text)
    } catch {
        // Reported below, the same as a missing file.
    }
    throw new PacketError([issue("request.prepared.unreadable", [path], { file: path })])
}
