import { utf8 } from "../../base/bytes.ts"
import { type Host, hashingOf } from "../../base/host.ts"
import { hasErrors, type Issue, issue, PacketError } from "../../base/issue.ts"
import { LARGEST_JSON } from "../../base/json.ts"
import { type ByteSource, readAll } from "../../base/source.ts"
import { readStoreZip } from "../../base/zip/read.ts"
import type { EvidenceItem } from "../../editions/shared/evidence-item.ts"
import { type LoadedCase, readCaseRecord } from "../../facts/case/load.ts"
import { matchEvidence, type PayloadFile, readEvidenceRecord } from "../../facts/evidence/evidence-record.ts"
import type { Head } from "../../facts/journal/chain.ts"
import { type LedgerRecord, matchLedger, readLedgerRecord } from "../../facts/ledger/record.ts"
import { type Officer, readRequestRecord } from "../../facts/officer/officer.ts"
import { type ReceivedRecord, readReceivedRecord } from "../../facts/officer/received-record.ts"
import { layerCounts } from "../../messages/verdict-facts.ts"
import type { PacketFile } from "../../packet/assemble/packet.ts"
import { MANIFEST, parseManifest } from "../../packet/manifest/manifest.ts"
import type { Report } from "../../packet/verify/report.ts"
import { verifyPacket } from "../../packet/verify/verify.ts"
import { type RequestId, requestId } from "./names.ts"

/** A verified draft, or an archive that a further officer takes up, as the officer's half works with it. */
export interface OpenDraft {
    readonly loaded: LoadedCase
    readonly items: readonly EvidenceItem[]
    /** Bytes of the evidence by label. */
    readonly sources: ReadonlyMap<string, ByteSource>
    /** What the exports gave; absent where none was read, and in packets of versions that read none. */
    readonly ledger?: LedgerRecord
    /** The draft's files relative to its top directory, for the archive's first layer. */
    readonly files: readonly PacketFile[]
    readonly report: Report
    /** Requests that an archive holds, in the order of its layers; none in a draft. */
    readonly requests: readonly EarlierRequest[]
    /** Answers that it holds, in the order of its layers. */
    readonly answers: readonly AnswerLayer[]
    /** Its payload with digests; paths are relative to `data/`. */
    readonly payload: readonly PayloadFile[]
    readonly issues: readonly Issue[]
}

/** An answer that an archive holds. */
export interface AnswerLayer {
    readonly layer: number
    readonly record: ReceivedRecord
}

/** A request that an archive holds. */
export interface EarlierRequest extends RequestId {
    readonly layer: number
    /** 核对码 of the archive that ended with this layer. */
    readonly checkCode: string
    readonly officer: Officer
}

/** Whose journal a draft's is: an archive keeps the draft that it is about as its first layer. */
export const headOfDraft = ({ loaded, report }: OpenDraft): Head => ({
    ref: loaded.case.ref,
    checkCode: layerCode(report, 1),
})

/** Verifies a packet and reads the victim's facts, which stand in its first layer. Throws `PacketError` when it is damaged, foreign or no draft. */
export async function openDraft(source: ByteSource, host: Host, now: string): Promise<OpenDraft> {
    const report = await verifyPacket({ kind: "zip", source }, { now, hashZip: false, ...hashingOf(host) })
    const faults = report.issues.filter((found) => found.severity === "error")
    if (faults.length > 0) {
        const codes = [...new Set(faults.map((i) => i.code))].join("、")
        // Where nothing was judged, nobody says that it does not agree with its list.
        const closing =
            report.verdict === "refused"
                ? issue("request.draft.unread", [], {})
                : issue("request.draft.damaged", [], { codes })
        // Which file to take instead is said already.
        const isNamed = faults.some(({ code }) => code === "verify.packet.elsewhere")
        throw new PacketError(isNamed ? faults : [...faults, closing])
    }
    if (report.kind !== "draft" && report.kind !== "archive")
        throw new PacketError([issue("request.draft.kind", [], { found: report.kind ?? "—" })])
    const zip = await readStoreZip(source)
    if (!zip.ok) throw new PacketError(zip.issues)
    const files = zip.entries.map(
        ({ name, source: content }): PacketFile => ({ path: name.slice(name.indexOf("/") + 1), source: content }),
    )
    const unsigned = report.verdict === "intact-unsigned" ? [issue("request.draft.unsigned", [], {}, "note")] : []
    const { requests, ...records } = await readRecords(files)
    const coded = requests.map(({ layer, officer }) => {
        return { ...requestId(officer), layer, checkCode: layerCode(report, layer), officer }
    })
    return { ...records, files, report, requests: coded, issues: unsigned }
}

/** 核对码 of a packet as it was with its layers up to that one. */
export function layerCode(report: Report, layer: number): string {
    return layerCounts(report).find(({ n }) => n === layer)?.code ?? report.checkCode ?? ""
}

const CASE = "data/case.json"
const EVIDENCE = "data/evidence.json"
const LEDGER = "data/ledger.json"

/** Officer data of a layer. */
interface OfficerLayer {
    readonly layer: number
    readonly officer: Officer
}

type Records = Pick<OpenDraft, "loaded" | "items" | "sources" | "ledger" | "answers" | "payload"> & {
    readonly requests: readonly OfficerLayer[]
}

/** What the records of a packet say. Its lists hold and its references agree, but somebody else wrote the records as well. */
async function readRecords(files: readonly PacketFile[]): Promise<Records> {
    const issues: Issue[] = []
    const loaded = (await readFile(files, CASE, readCaseRecord, issues))?.loaded
    const items = (await readFile(files, EVIDENCE, readEvidenceRecord, issues))?.value
    const payload = await payloadOf(files)
    const matched = await matchEvidence(EVIDENCE, items ?? [], payload)
    if (items !== undefined) issues.push(...matched.issues)
    const hasLedger = files.some(({ path }) => path === LEDGER)
    const ledger = hasLedger ? (await readFile(files, LEDGER, readLedgerRecord, issues))?.value : undefined
    if (ledger !== undefined && items !== undefined) {
        const entries = items.map(({ entry }) => entry)
        issues.push(...matchLedger(LEDGER, ledger, entries))
    }
    const requests: OfficerLayer[] = []
    for (const { path } of files) {
        const [, layer] = /^data\/layer-(\d+)\/request\.json$/.exec(path) ?? []
        const officer =
            layer === undefined ? undefined : (await readFile(files, path, readRequestRecord, issues))?.value
        if (officer !== undefined) requests.push({ layer: Number(layer), officer })
    }
    requests.sort((a, b) => a.layer - b.layer)
    const answers = await readAnswers(files, issues)
    if (loaded !== undefined && items !== undefined && !hasErrors(issues))
        return {
            loaded,
            items,
            requests,
            answers,
            payload,
            sources: matched.sources,
            ...(ledger === undefined ? {} : { ledger }),
        }
    const isNewer = issues.some(({ code }) => code === "input.format.newer")
    throw new PacketError(isNewer ? issues : [...issues, issue("request.draft.record", [], {})])
}

/** Answers of all layers, which the judge has held against their files. */
async function readAnswers(files: readonly PacketFile[], issues: Issue[]): Promise<readonly AnswerLayer[]> {
    const answers: AnswerLayer[] = []
    for (const { path } of files) {
        const [, layer] = /^data\/layer-(\d+)\/received\.json$/.exec(path) ?? []
        const record =
            layer === undefined ? undefined : (await readFile(files, path, readReceivedRecord, issues))?.value
        if (layer === undefined || record === undefined) continue
        answers.push({ layer: Number(layer), record })
    }
    return answers.sort((a, b) => a.layer - b.layer)
}

/** Reads one file of a packet and adds what is wrong with it to the issues; that it is not there is one of them. */
async function readFile<T extends { readonly issues: readonly Issue[] }>(
    files: readonly PacketFile[],
    path: string,
    read: (file: string, bytes: Uint8Array) => T,
    issues: Issue[],
): Promise<T | undefined> {
    const source = files.find((file) => file.path === path)?.source
    if (source === undefined) issues.push(issue("verify.list.missing", [path], {}))
    else if (source.size > LARGEST_JSON) issues.push(issue("input.json.unreadable", [path], { reason: "large" }))
    if (source === undefined || source.size > LARGEST_JSON) return undefined
    const done = read(path, await readAll(source))
    issues.push(...done.issues)
    return done
}

/** The payload with its digests, which the judge has compared with the files. */
async function payloadOf(files: readonly PacketFile[]): Promise<PayloadFile[]> {
    const manifest = files.find(({ path }) => path === MANIFEST)?.source
    const { lines } = parseManifest(manifest === undefined ? utf8("") : await readAll(manifest), MANIFEST, "data/")
    const digests = new Map(lines.map(({ path, sha256 }) => [path, sha256]))
    return files.flatMap(({ path, source }) => {
        const sha256 = digests.get(path)
        return sha256 === undefined ? [] : [{ path: path.slice("data/".length), source, sha256 }]
    })
}
